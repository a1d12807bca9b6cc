//! What is referred to is ended, and not removed.

use domain::form::UnitForm;
use service::StructureKind;

use super::Hand;
use crate::support::database::{World, on_both};
use crate::support::forms::{done, notice};

on_both!(what_is_referred_to_is_ended_and_not_removed);

async fn what_is_referred_to_is_ended_and_not_removed(world: World) {
    let hand = Hand::new(&world).await;
    let initiative = hand.initiative("Boka möte").await;
    let delivery = hand.delivery(initiative, "Bokning").await;
    hand.benefit(initiative, delivery, 0).await;
    let (ctx, services) = (&hand.steering, &hand.services);
    for (kind, id) in [
        (StructureKind::AreaSet, &hand.area_set),
        (StructureKind::Area, &hand.area),
        (StructureKind::BenefitGroup, &hand.groups[0]),
        (StructureKind::Unit, &hand.unit),
        (StructureKind::Portfolio, &hand.portfolio),
    ] {
        let id = id.parse().expect("an id");
        let kept = service::structure_delete(ctx, services, kind, id, 1).await;
        assert_eq!(notice(&kept), "anvands", "{kind:?}");
    }
    let unused = hand.groups[5].parse().expect("an id");
    let removed = service::structure_delete(ctx, services, StructureKind::BenefitGroup, unused, 1).await;
    assert_eq!(notice(&removed), "borttaget");

    let unit = service::unit_form(ctx, services, Some(hand.unit.parse().expect("an id")), None).await;
    let ended = UnitForm {
        valid_to: "2024-12-31".to_owned(),
        ..unit.expect("may write").state.form
    };
    done(service::unit_save(ctx, services, ended).await);
    let view = service::structure_view(ctx, services).await.expect("may read");
    assert_eq!(view.orphans.len(), 1, "the benefit has nobody who answers for it");
    // A new initiative is not offered the unit; the one that has it keeps it.
    let new = service::initiative_form(&hand.manager, services, None, None).await;
    assert!(new.expect("may write").units.is_empty());
    let old = service::initiative_form(&hand.manager, services, Some(initiative), None).await;
    assert_eq!(old.expect("may write").units.len(), 1);
}
