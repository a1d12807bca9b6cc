//! What the report refers to, and what its sources leave open.

use domain::report::{Material, Reference};
use domain::report_model::ReportModel;

use crate::Lang;

/// How often a material comes and under which numbers it is registered; none where neither is said.
pub fn material_remark(lang: Lang, material: &Material) -> Option<String> {
    let remark: Vec<String> = material
        .frequency
        .clone()
        .into_iter()
        .chain(registered(lang, &material.registry_numbers))
        .collect();
    (!remark.is_empty()).then(|| remark.join(", "))
}

/// A document with its registry numbers.
pub fn reference(lang: Lang, reference: &Reference) -> String {
    match registered(lang, &reference.registry_numbers) {
        Some(numbers) => format!("{}, {numbers}", reference.what),
        None => reference.what.clone(),
    }
}

fn registered(lang: Lang, numbers: &[String]) -> Option<String> {
    let said = || lang.t_with("report-registry", &[("number", numbers.join(", ").into())]);
    (!numbers.is_empty()).then(said)
}

/// What the sources leave open: the report's own notes, then those of its areas.
pub fn notes(model: &ReportModel) -> Vec<String> {
    let of_areas = model.areas.iter().filter_map(|section| {
        let note = section.area.note.as_ref()?;
        Some(format!("{} {}: {note}", section.area.number, section.area.name))
    });
    model.report.notes.iter().cloned().chain(of_areas).collect()
}
