//! Alternatives of a calculation, beside each other.

use domain::role::Role;
use service::AlternativeChange;

use super::first;
use crate::support::calculations::{begun, lines, shown};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};
use crate::support::forms::{done, notice};

on_both!(alternatives_stand_beside_each_other);

async fn alternatives_stand_beside_each_other(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (initiative, benefit) = first(&portfolio_json());
    let manager = demo.ctx(Role::PortfolioManager);
    let id = begun(&manager, services, initiative).await;
    let form = lines(&manager, services, id, benefit).await;
    done(service::calculation_lines_save(&manager, services, form).await);
    let change = async |at, change, name: &str| {
        let version = shown(&manager, services, id).await.version;
        let done = service::calculation_alternative(&manager, services, id, version, at, change, name).await;
        notice(&done).to_owned()
    };
    let only = shown(&manager, services, id).await.shown;
    assert_eq!(change(only, AlternativeChange::Remove, "").await, "sista");
    assert_eq!(change(only, AlternativeChange::Add, " ").await, "namn");
    assert_eq!(
        change(only, AlternativeChange::Add, "Huvudalternativ").await,
        "namn"
    );
    assert_eq!(
        change(only, AlternativeChange::Add, "Köp av tjänst").await,
        "alternativ-nytt"
    );
    let view = shown(&manager, services, id).await;
    let [first, second] = &view.calculation.alternatives[..] else {
        panic!("two alternatives")
    };
    assert_eq!(first.lines.len(), second.lines.len());
    assert!(
        first
            .lines
            .iter()
            .all(|line| second.lines.iter().all(|other| other.id != line.id))
    );
    assert_eq!(
        change(second.id, AlternativeChange::Prefer, "").await,
        "alternativ-forordat"
    );
    assert_eq!(
        change(first.id, AlternativeChange::Rename, "Eget bygge").await,
        "alternativ-namn"
    );
    assert_eq!(
        change(second.id, AlternativeChange::Remove, "").await,
        "alternativ-borta"
    );
    let view = shown(&manager, services, id).await;
    assert_eq!(view.calculation.preferred, only);
    assert_eq!(view.calculation.alternatives[0].name, "Eget bygge");
    let stale =
        service::calculation_alternative(&manager, services, id, 1, only, AlternativeChange::Add, "Nytt");
    assert_eq!(notice(&stale.await), "hann-fore");
}
