//! The schema, one file per change. Each runs on SQLite and on PostgreSQL, up and down, and never
//! names an entity: entities drift, migrations do not.

pub use sea_orm_migration::prelude::{MigrationTrait, MigratorTrait};

mod m20250101_000001_platform;
mod m20250102_000002_portfolio;
mod m20250103_000003_structure;
mod m20250104_000004_registers;
mod m20250105_000005_history;
mod m20250106_000006_rounds;
mod m20250107_000007_passwords;
mod m20250108_000008_round_rules;
mod m20250109_000009_second_factor;
mod m20250110_000010_identity;
mod m20250111_000011_redaction;
mod m20250112_000012_calculations;
mod m20250113_000013_factors;
mod m20250114_000014_measures;
mod m20250115_000015_realisation_plans;
mod m20250116_000016_freed_time;
mod m20250117_000017_reminders;
mod m20250118_000018_examples;
mod m20250119_000019_report_life;
mod m20250120_000020_editors;
mod m20250121_000021_report_links;
mod m20250123_000023_report_corrections;
mod m20250124_000024_freed_time_approval;
mod m20250125_000025_agency_colour;
mod m20250126_000026_table_marks;
mod m20250127_000027_measured_marks;

/// All migrations, oldest first.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20250101_000001_platform::Migration),
            Box::new(m20250102_000002_portfolio::Migration),
            Box::new(m20250103_000003_structure::Migration),
            Box::new(m20250104_000004_registers::Migration),
            Box::new(m20250105_000005_history::Migration),
            Box::new(m20250106_000006_rounds::Migration),
            Box::new(m20250107_000007_passwords::Migration),
            Box::new(m20250108_000008_round_rules::Migration),
            Box::new(m20250109_000009_second_factor::Migration),
            Box::new(m20250110_000010_identity::Migration),
            Box::new(m20250111_000011_redaction::Migration),
            Box::new(m20250112_000012_calculations::Migration),
            Box::new(m20250113_000013_factors::Migration),
            Box::new(m20250114_000014_measures::Migration),
            Box::new(m20250115_000015_realisation_plans::Migration),
            Box::new(m20250116_000016_freed_time::Migration),
            Box::new(m20250117_000017_reminders::Migration),
            Box::new(m20250118_000018_examples::Migration),
            Box::new(m20250119_000019_report_life::Migration),
            Box::new(m20250120_000020_editors::Migration),
            Box::new(m20250121_000021_report_links::Migration),
            Box::new(m20250123_000023_report_corrections::Migration),
            Box::new(m20250124_000024_freed_time_approval::Migration),
            Box::new(m20250125_000025_agency_colour::Migration),
            Box::new(m20250126_000026_table_marks::Migration),
            Box::new(m20250127_000027_measured_marks::Migration),
        ]
    }
}
