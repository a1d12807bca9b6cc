//! Which benefit groups a statement speaks of, by what is ticked.

use domain::form::{BenefitForm, StatementForm};
use domain::id::{BenefitId, DeliveryId, InitiativeId, StatementId};

use super::Hand;
use crate::support::database::{World, on_both};
use crate::support::forms::{after, done, key};

on_both!(a_statement_speaks_of_the_groups_that_it_says);

impl Hand {
    /// Places of the groups that a statement about the benefit speaks of, with these ticked.
    async fn spoken_of(
        &self,
        initiative: InitiativeId,
        of: (DeliveryId, BenefitId),
        ticked: &[usize],
    ) -> Vec<usize> {
        let form = StatementForm {
            submission: key(),
            initiative: initiative.to_string(),
            delivery: of.0.to_string(),
            benefits: vec![of.1.to_string()],
            groups: ticked.iter().map(|place| self.groups[*place].clone()).collect(),
            text: "Väntan är kortare.".to_owned(),
            finding: "partly".to_owned(),
            as_of: "2025-06-30".to_owned(),
            ..StatementForm::default()
        };
        let place = done(service::statement_save(&self.manager, &self.services, form).await);
        let id: StatementId = after(&place, "#konstaterad-").parse().expect("an id");
        let shown = self.shown(initiative).await;
        let mut all = shown.deliveries.iter().flat_map(|one| &one.statements);
        let found = all.find(|item| item.statement.id == id).expect("it is shown");
        let place = |group: &domain::id::BenefitGroupId| {
            let id = group.to_string();
            self.groups.iter().position(|known| *known == id)
        };
        found.statement.groups.iter().filter_map(place).collect()
    }
}

async fn a_statement_speaks_of_the_groups_that_it_says(world: World) {
    let hand = Hand::new(&world).await;
    let initiative = hand.initiative("Boka möte").await;
    let delivery = hand.delivery(initiative, "Bokning").await;
    let form = BenefitForm {
        submission: key(),
        initiative: initiative.to_string(),
        delivery: delivery.to_string(),
        groups: vec![hand.groups[0].clone(), hand.groups[3].clone()],
        description: "Kortare väntan för alla.".to_owned(),
        ..BenefitForm::default()
    };
    let place = done(service::benefit_save(&hand.manager, &hand.services, form).await);
    let of = (delivery, after(&place, "#nytta-").parse().expect("an id"));

    for (ticked, spoken_of) in [
        (&[][..], &[0, 3][..]),
        (&[3], &[3]),
        (&[0, 3], &[0, 3]),
        (&[5], &[0, 3, 5]),
        (&[3, 5], &[3, 5]),
    ] {
        assert_eq!(
            hand.spoken_of(initiative, of, ticked).await,
            spoken_of,
            "with {ticked:?} ticked"
        );
    }
}
