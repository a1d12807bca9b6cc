//! A report follows the numbers of its areas and the order of the groups, whatever was made first.

use domain::assessment::{AssessmentSubject, SubjectKey};
use domain::form::{AreaForm, AssessmentForm, DeliveryForm};
use domain::standing::GapKind;

use super::Hand;
use crate::support::database::{World, on_both};
use crate::support::forms::{after, done, key};

on_both!(what_is_made_last_may_come_first);

impl Hand {
    async fn partly_delivered(&self, name: &str, area: &str) {
        let initiative = self.initiative(name).await;
        let form = DeliveryForm {
            submission: key(),
            initiative: initiative.to_string(),
            name: name.to_owned(),
            description: "En del är på plats.".to_owned(),
            area: area.to_owned(),
            status: "partly_delivered".to_owned(),
            actual: vec!["2024".to_owned()],
            ..DeliveryForm::default()
        };
        done(service::delivery_save(&self.manager, &self.services, form).await);
    }

    async fn grade(&self, code: &str) {
        let of = SubjectKey::Group(code.to_owned());
        let view = service::assessment_view(&self.steering, &self.services, &of, Some(2025), None).await;
        let form = AssessmentForm {
            level: "viss".to_owned(),
            motivation: "En del har kommit.".to_owned(),
            action: "submit".to_owned(),
            ..view.expect("may read").state.form
        };
        done(service::assessment_save(&self.steering, &self.services, form).await);
    }
}

async fn what_is_made_last_may_come_first(world: World) {
    let hand = Hand::new(&world).await;
    let report = hand.report().await;
    let form = AreaForm {
        submission: key(),
        area_set: hand.area_set.clone(),
        number: "0".to_owned(),
        name: "Före allt annat".to_owned(),
        ..AreaForm::default()
    };
    let place = done(service::area_save(&hand.steering, &hand.services, form).await);
    hand.partly_delivered("I område 1", &hand.area).await;
    hand.partly_delivered("I område 0", after(&place, "#area-")).await;
    let structure = service::structure_view(&hand.steering, &hand.services).await;
    let groups = structure.expect("may read").groups;
    for group in groups.iter().rev() {
        hand.grade(&group.value.code).await;
    }

    let view = service::report_view(&hand.steering, &hand.services, report).await;
    let model = view.expect("may read").model;
    let gap = model
        .standing
        .gaps
        .iter()
        .find(|gap| gap.kind == GapKind::PartlyDelivered);
    assert_eq!(gap.expect("two of them").names, ["I område 0", "I område 1"]);
    let judged: Vec<_> = model.group_assessments.iter().map(|one| one.subject).collect();
    let in_order: Vec<_> = groups
        .iter()
        .map(|group| AssessmentSubject::Group(group.value.id))
        .collect();
    assert_eq!(judged, in_order);
}
