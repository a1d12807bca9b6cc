//! What is one's own beside the example: kept, with what it rests on.

use domain::form::{AgencyForm, PortfolioForm, UnitForm};
use domain::history::SubjectKind;
use service::Services;

use super::{area, area_set, done, its, key, load, removal, remove, rows, steering};
use crate::support::database::{World, on_both};
use crate::support::rows::{audit_seq, count};

on_both!(
    what_was_there_before_is_kept,
    it_is_not_loaded_beside_a_portfolio,
    what_ones_own_things_rest_on_stays,
);

async fn agency(services: &Services) {
    let form = AgencyForm {
        submission: key(),
        name: "Vår myndighet".to_owned(),
        currency: "SEK".to_owned(),
        usual_groups: "1".to_owned(),
        ..AgencyForm::default()
    };
    done(service::agency_save(&steering(), services, form).await);
}

async fn what_was_there_before_is_kept(world: World) {
    let services = world.services().await;
    agency(&services).await;
    let unit = UnitForm {
        submission: key(),
        name: "Vår enhet".to_owned(),
        ..UnitForm::default()
    };
    done(service::unit_save(&steering(), &services, unit).await);
    let portfolio = PortfolioForm {
        submission: key(),
        name: "Strategisk".to_owned(),
        kind: "strategic".to_owned(),
        ..PortfolioForm::default()
    };
    done(service::portfolio_save(&steering(), &services, portfolio).await);
    let structure = async || {
        let view = service::structure_view(&steering(), &services)
            .await
            .expect("may read");
        (view.agency, view.groups, view.units, view.portfolios)
    };
    let (before, counted) = (structure().await, rows(&services.store).await);
    assert_eq!(load(&services).await, "exempel-inlast");
    let loaded = structure().await;
    assert_eq!(loaded.0, before.0, "the agency keeps its name");
    assert_eq!(
        loaded.1, before.1,
        "the example rests on the groups that there are"
    );
    assert_eq!(count(&services.store, "grading_scheme").await, 1);
    assert_eq!(remove(&services).await, "/kom-igang?klart=exempel-borttaget");
    assert_eq!(structure().await, before);
    assert_eq!(rows(&services.store).await, counted);
}

async fn it_is_not_loaded_beside_a_portfolio(world: World) {
    let services = world.services().await;
    area_set(&services).await;
    let before = rows(&services.store).await;
    let seq = audit_seq(&services.store).await;
    assert_eq!(load(&services).await, "exempel-inte-tomt");
    assert_eq!(rows(&services.store).await, before);
    assert_eq!(audit_seq(&services.store).await, seq);
    let view = service::example_view(&steering(), &services).await.expect("may");
    assert!(view.removal.is_none());
}

async fn what_ones_own_things_rest_on_stays(world: World) {
    let services = world.services().await;
    load(&services).await;
    let set = area_set(&services).await;
    area(&services, &set, vec![its("benefit_groups", 1)]).await;
    let (removal, _) = removal(&services).await;
    let stays: Vec<_> = removal.stays.iter().map(|named| named.kind).collect();
    assert_eq!(stays, [SubjectKind::Agency, SubjectKind::BenefitGroup]);
    assert_eq!(remove(&services).await, "/kom-igang?klart=exempel-borttaget");
    let view = service::structure_view(&steering(), &services)
        .await
        .expect("may read");
    let groups: Vec<_> = view
        .groups
        .iter()
        .map(|group| group.value.id.to_string())
        .collect();
    assert_eq!(groups, [its("benefit_groups", 1)]);
    assert_eq!(view.sets.len(), 1, "one's own set stays");
    assert!(view.agency.is_some());
}
