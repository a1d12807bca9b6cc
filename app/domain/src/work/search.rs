//! The portfolio with what is looked up in it again and again while work is looked for.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{WorkItem, WorkKind, WorkMaterial, WorkSubject};
use crate::benefit::Benefit;
use crate::delivery::Delivery;
use crate::effect_goal::EffectGoal;
use crate::evidence::{self, EvidenceState, StatementEvidence};
use crate::id::{AccountId, BenefitId, DeliveryId, InitiativeId, MeasureId, PortfolioId, StatementId};
use crate::initiative::Initiative;
use crate::policy::Belongs;
use crate::statement::Statement;

pub(super) struct Search<'a> {
    pub(super) m: &'a WorkMaterial,
    pub(super) day: NaiveDate,
    pub(super) initiatives: BTreeMap<InitiativeId, &'a Initiative>,
    pub(super) deliveries: BTreeMap<DeliveryId, &'a Delivery>,
    pub(super) benefits: BTreeMap<BenefitId, &'a Benefit>,
    /// By initiative.
    pub(super) promised: BTreeMap<InitiativeId, Vec<&'a Benefit>>,
    /// What the benefits that are still open rest on.
    pub(super) states: BTreeMap<BenefitId, EvidenceState>,
    pub(super) undated: BTreeSet<BenefitId>,
    /// The statements that count, by identity.
    pub(super) counting: BTreeMap<StatementId, &'a Statement>,
    /// The statements in whose place another has come, or is on its way.
    pub(super) replaced: BTreeSet<StatementId>,
    /// The goals of each measure.
    goals: BTreeMap<MeasureId, Vec<&'a EffectGoal>>,
}

impl<'a> Search<'a> {
    pub(super) fn new(m: &'a WorkMaterial, day: NaiveDate) -> Self {
        let initiatives: BTreeMap<_, _> = m.initiatives.iter().map(|one| (one.id, one)).collect();
        let deliveries: BTreeMap<_, _> = m.deliveries.iter().map(|one| (one.id, one)).collect();
        let mut promised: BTreeMap<InitiativeId, Vec<&Benefit>> = BTreeMap::new();
        for benefit in &m.benefits {
            promised.entry(benefit.initiative).or_default().push(benefit);
        }
        let counting = evidence::counting(m.statements.iter().map(|one| &one.statement), day);
        let mut speaking: BTreeMap<BenefitId, Vec<StatementEvidence>> = BTreeMap::new();
        for statement in &counting {
            for benefit in &statement.benefits {
                let said = StatementEvidence::from(*statement);
                speaking.entry(*benefit).or_default().push(said);
            }
        }
        let (mut states, mut undated) = (BTreeMap::new(), BTreeSet::new());
        let standing = m.measured.by_benefit(day);
        for benefit in m.benefits.iter().filter(|benefit| !benefit.state.is_over()) {
            let delivery = benefit.delivery.and_then(|id| deliveries.get(&id).copied());
            let said = speaking.get(&benefit.id).map_or(&[][..], Vec::as_slice);
            let stands = standing.get(&benefit.id).map_or(&[][..], Vec::as_slice);
            let evidence = evidence::judge(benefit, delivery, said, stands, &m.scheme, day);
            states.insert(benefit.id, evidence.state);
            if evidence.undated {
                undated.insert(benefit.id);
            }
        }
        let mut goals: BTreeMap<MeasureId, Vec<&EffectGoal>> = BTreeMap::new();
        for goal in &m.measured.goals {
            goals.entry(goal.measure).or_default().push(goal);
        }
        let replaced = m.statements.iter().filter_map(|one| one.statement.supersedes);
        Self {
            m,
            day,
            initiatives,
            deliveries,
            benefits: m.benefits.iter().map(|one| (one.id, one)).collect(),
            promised,
            states,
            undated,
            counting: counting.into_iter().map(|one| (one.id, one)).collect(),
            replaced: replaced.collect(),
            goals,
        }
    }

    pub(super) fn is_missing(&self, benefit: BenefitId) -> bool {
        self.states.get(&benefit) == Some(&EvidenceState::Missing)
    }

    pub(super) fn item(
        &self,
        kind: WorkKind,
        of: InitiativeId,
        subject: WorkSubject,
        name: &str,
    ) -> WorkItem {
        let initiative = self.initiatives.get(&of);
        WorkItem {
            kind,
            subject,
            name: name.to_owned(),
            initiative: initiative.map(|one| (of, one.name.clone())),
            day: None,
            note: None,
            belongs: vec![self.belongs(of)],
        }
    }

    /// An initiative as a whole.
    pub(super) fn belongs(&self, of: InitiativeId) -> Belongs {
        let initiative = self.initiatives.get(&of);
        let promised = self.promised.get(&of).map_or(&[][..], Vec::as_slice);
        let owners = promised.iter().filter_map(|benefit| benefit.owner);
        Belongs {
            portfolios: self.portfolios(of),
            groups: promised
                .iter()
                .flat_map(|benefit| benefit.groups.iter().map(|share| share.group))
                .collect(),
            units: initiative
                .and_then(|one| one.owner)
                .into_iter()
                .chain(owners)
                .collect(),
            editors: Vec::new(),
        }
    }

    fn portfolios(&self, of: InitiativeId) -> Vec<PortfolioId> {
        let initiative = self.initiatives.get(&of);
        initiative.map_or_else(Vec::new, |one| one.portfolios.clone())
    }

    /// The goals that use a measure.
    pub(super) fn goals_of(&self, measure: MeasureId) -> &[&'a EffectGoal] {
        self.goals.get(&measure).map_or(&[], Vec::as_slice)
    }

    pub(super) fn belongs_benefit(&self, benefit: &Benefit) -> Belongs {
        Belongs {
            portfolios: self.portfolios(benefit.initiative),
            groups: benefit.groups.iter().map(|share| share.group).collect(),
            units: benefit.owner.into_iter().collect(),
            editors: Vec::new(),
        }
    }

    pub(super) fn of_benefit(&self, kind: WorkKind, benefit: &Benefit) -> WorkItem {
        let name = benefit.title.as_ref().unwrap_or(&benefit.description);
        let subject = WorkSubject::Benefit(benefit.id, benefit.delivery);
        WorkItem {
            belongs: vec![self.belongs_benefit(benefit)],
            ..self.item(kind, benefit.initiative, subject, name)
        }
    }
}

/// The same, held against the hands of whoever has written in it: nobody approves what they have written in. Who wrote
/// the latest is the last.
pub(super) fn with_hands(
    mut belongs: Vec<Belongs>,
    editors: &[AccountId],
    latest: Option<AccountId>,
) -> Vec<Belongs> {
    let before = editors.iter().copied().filter(|editor| Some(*editor) != latest);
    let editors: Vec<AccountId> = before.chain(latest).collect();
    for one in &mut belongs {
        one.editors.clone_from(&editors);
    }
    belongs
}
