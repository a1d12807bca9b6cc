//! Finds out what goes with the example, what stays and what stands in the way.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{Going, Gone, Holdings, InTheWay, Obstacle, Removal};
use crate::assessment::{Assessment, AssessmentSubject};
use crate::history::{Named, SubjectKind};
use crate::id::InitiativeId;
use crate::sek_value::SekGround;

/// What it means to remove the example from all that there is.
pub fn removal(example: &Holdings, all: &Holdings) -> Removal {
    let mut gone = gone(example, all);
    let uses = Own { all, gone: &gone }.uses();
    let stays = keep_what_own_rests_on(example, all, &uses, &mut gone);
    Removal {
        going: going(example, &gone),
        in_the_way: in_the_way(all, &gone),
        left: left_without_goals(all, &gone),
        stays,
        gone,
    }
}

/// Of some things, the identities of those that a test picks.
macro_rules! ids {
    ($list:expr, $picks:expr) => {
        $list
            .iter()
            .filter($picks)
            .map(|of| of.id.0)
            .collect::<Vec<Uuid>>()
    };
}

/// The example's own things and what hangs on them, with all that it brought beneath them.
fn gone(example: &Holdings, all: &Holdings) -> Gone {
    macro_rules! its_own {
        ($list:ident) => {{
            let its: BTreeSet<Uuid> = example.$list.iter().map(|of| of.id.0).collect();
            ids!(all.$list, |of| its.contains(&of.id.0))
        }};
    }
    let area_sets = its_own!(area_sets);
    let initiatives = its_own!(initiatives);
    let reports = its_own!(reports);
    let deliveries = ids!(all.deliveries, |of| initiatives.contains(&of.initiative.0));
    let benefits = ids!(all.benefits, |of| initiatives.contains(&of.initiative.0));
    let effect_goals = ids!(all.effect_goals, |of| {
        of.benefit.is_some_and(|benefit| benefits.contains(&benefit.0))
    });
    let statements = ids!(all.statements, |of| initiatives.contains(&of.initiative.0));
    let mut measures = its_own!(measures);
    measures.retain(|id| {
        let mut users = all.effect_goals.iter().filter(|goal| goal.measure.0 == *id);
        users.all(|goal| effect_goals.contains(&goal.id.0))
    });
    let measurements = ids!(all.measurements, |of| measures.contains(&of.measure.0));
    Gone {
        agency: all.agency.is_some() && all.agency == example.agency,
        grading_schemes: its_own!(grading_schemes),
        units: its_own!(units),
        benefit_groups: its_own!(benefit_groups),
        portfolios: its_own!(portfolios),
        areas: ids!(all.areas, |of| area_sets.contains(&of.area_set.0)),
        realisation_plans: ids!(all.realisation_plans, |of| benefits.contains(&of.benefit.0)),
        calculations: ids!(all.calculations, |of| initiatives.contains(&of.initiative.0)),
        freed_times: ids!(all.freed_times, |of| benefits.contains(&of.benefit.0)),
        sek_values: ids!(all.sek_values, |of| {
            benefits.contains(&of.benefit.0)
                || match of.ground {
                    SekGround::Statement(id) => statements.contains(&id.0),
                    SekGround::Measurement(id) => measurements.contains(&id.0),
                }
        }),
        statements,
        sus_evaluations: ids!(all.sus_evaluations, |of| deliveries.contains(&of.delivery.0)),
        assessments: ids!(all.assessments, |of| reports.contains(&of.report.0)),
        follow_up_rounds: ids!(all.follow_up_rounds, |of| {
            let mut asked = of.requests.iter();
            !of.requests.is_empty() && asked.all(|request| initiatives.contains(&request.initiative.0))
        }),
        measurements,
        measures,
        effect_goals,
        benefits,
        area_sets,
        initiatives,
        deliveries,
        reports,
    }
}

/// What is one's own: all that does not go.
struct Own<'a> {
    all: &'a Holdings,
    gone: &'a Gone,
}

/// Goes through those of a kind that are one's own.
macro_rules! own {
    ($own:expr, $list:ident) => {{
        let own = &$own;
        own.all
            .$list
            .iter()
            .filter(|of| !own.gone.$list.contains(&of.id.0))
    }};
}

impl Own<'_> {
    /// What one's own things rest on.
    fn uses(&self) -> OwnUses {
        let mut groups: BTreeSet<Uuid> = BTreeSet::new();
        groups.extend(own!(self, areas).flat_map(|of| of.main_groups.iter().map(|id| id.0)));
        groups.extend(own!(self, benefits).flat_map(|of| of.groups.iter().map(|share| share.group.0)));
        groups.extend(own!(self, statements).flat_map(|of| of.groups.iter().map(|id| id.0)));
        let conflicts = own!(self, reports).flat_map(|of| &of.conflicts);
        groups.extend(conflicts.flat_map(|of| of.groups.iter().map(|id| id.0)));
        groups.extend(own!(self, assessments).flat_map(groups_of));
        OwnUses {
            groups,
            schemes: own!(self, reports).map(|of| of.grading_scheme.0).collect(),
            has_portfolio: own!(self, area_sets).next().is_some()
                || own!(self, initiatives).next().is_some()
                || own!(self, reports).next().is_some(),
        }
    }
}

fn groups_of(assessment: &Assessment) -> Vec<Uuid> {
    let texts = assessment.group_texts.iter();
    let mut groups: Vec<Uuid> = texts.flat_map(|text| text.groups.iter().map(|id| id.0)).collect();
    if let AssessmentSubject::Group(id) = assessment.subject {
        groups.push(id.0);
    }
    groups
}

/// What of that which everything rests on one's own things use.
struct OwnUses {
    groups: BTreeSet<Uuid>,
    schemes: BTreeSet<Uuid>,
    has_portfolio: bool,
}

/// Takes what one's own things rest on out of what goes.
fn keep_what_own_rests_on(example: &Holdings, all: &Holdings, own: &OwnUses, gone: &mut Gone) -> Vec<Named> {
    let mut stays = Vec::new();
    if gone.agency && own.has_portfolio {
        gone.agency = false;
        let name = example.agency.as_ref().map(|agency| agency.name.clone());
        stays.push(Named::new(SubjectKind::Agency, name.unwrap_or_default()));
    }
    for scheme in &all.grading_schemes {
        if gone.grading_schemes.contains(&scheme.id.0) && own.schemes.contains(&scheme.id.0) {
            gone.grading_schemes.retain(|id| *id != scheme.id.0);
            stays.push(Named::new(SubjectKind::GradingScheme, &scheme.name));
        }
    }
    for group in &all.benefit_groups {
        if gone.benefit_groups.contains(&group.id.0) && own.groups.contains(&group.id.0) {
            gone.benefit_groups.retain(|id| *id != group.id.0);
            stays.push(Named::new(SubjectKind::BenefitGroup, &group.name));
        }
    }
    stays
}

/// Measures of one's own all of whose goals go.
fn left_without_goals(all: &Holdings, gone: &Gone) -> Vec<Named> {
    let own = Own { all, gone };
    let goals = |measure: Uuid| {
        let of = all
            .effect_goals
            .iter()
            .filter(move |goal| goal.measure.0 == measure);
        of.map(|goal| gone.effect_goals.contains(&goal.id.0))
    };
    own!(own, measures)
        .filter(|of| goals(of.id.0).next().is_some() && goals(of.id.0).all(|goes| goes))
        .map(|of| Named::new(SubjectKind::Measure, &of.name))
        .collect()
}

/// How many go of each kind.
fn going(example: &Holdings, gone: &Gone) -> Vec<(SubjectKind, Going)> {
    let mut all = Vec::new();
    let n = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    macro_rules! count {
        ($($kind:ident: $list:ident),+ $(,)?) => {$(
            let its: BTreeSet<Uuid> = example.$list.iter().map(|of| of.id.0).collect();
            let brought = gone.$list.iter().filter(|id| its.contains(*id)).count();
            let added = gone.$list.len() - brought;
            if !gone.$list.is_empty() {
                all.push((SubjectKind::$kind, Going { brought: n(brought), added: n(added) }));
            }
        )+};
    }
    count!(
        AreaSet: area_sets,
        Area: areas,
        Initiative: initiatives,
        Delivery: deliveries,
        Benefit: benefits,
        RealisationPlan: realisation_plans,
        Calculation: calculations,
        Measure: measures,
        EffectGoal: effect_goals,
        Measurement: measurements,
        Statement: statements,
        FreedTime: freed_times,
        SekValue: sek_values,
        SusEvaluation: sus_evaluations,
        Report: reports,
        Assessment: assessments,
        FollowUpRound: follow_up_rounds,
        Portfolio: portfolios,
        Unit: units,
        BenefitGroup: benefit_groups,
        GradingScheme: grading_schemes,
    );
    if gone.agency {
        let one = Going { brought: 1, added: 0 };
        all.push((SubjectKind::Agency, one));
    }
    all
}

/// What of one's own refers to what goes, and what of the example is decided.
fn in_the_way(all: &Holdings, gone: &Gone) -> Vec<Obstacle> {
    let own = Own { all, gone };
    let mut found = Vec::new();
    let area = |id: Option<Uuid>| id.filter(|id| gone.areas.contains(id)).map(|_| InTheWay::Area);
    let unit = |ids: &[Option<Uuid>]| {
        let its = ids.iter().flatten().any(|id| gone.units.contains(id));
        its.then_some(InTheWay::Unit)
    };
    for of in &all.reports {
        let is_its = gone.reports.contains(&of.id.0);
        let why = if is_its {
            of.state.is_decided().then_some(InTheWay::Decided)
        } else if gone.area_sets.contains(&of.area_set.0) {
            Some(InTheWay::AreaSet)
        } else {
            let has = of
                .added
                .iter()
                .any(|added| gone.deliveries.contains(&added.delivery.0));
            has.then_some(InTheWay::Delivery)
        };
        found.extend(why.map(|why| obstacle(of.id.0, Named::new(SubjectKind::Report, &of.title), why)));
    }
    for of in own!(own, initiatives) {
        let portfolio = of.portfolios.iter().any(|id| gone.portfolios.contains(&id.0));
        let depends = of.depends_on.iter().any(|id| gone.initiatives.contains(&id.0));
        let why = area(of.area.map(|id| id.0))
            .or_else(|| unit(&[of.owner.map(|id| id.0)]))
            .or_else(|| portfolio.then_some(InTheWay::Portfolio))
            .or_else(|| depends.then_some(InTheWay::Initiative));
        let named = Named::new(SubjectKind::Initiative, &of.name);
        found.extend(why.map(|why| obstacle(of.id.0, named, why)));
    }
    for of in own!(own, deliveries) {
        let why = area(of.area.map(|id| id.0));
        let named = part(SubjectKind::Delivery, &of.name, of.initiative);
        found.extend(why.map(|why| obstacle(of.id.0, named, why)));
    }
    for of in own!(own, benefits) {
        let why = unit(&[of.owner.map(|id| id.0), of.recipient.map(|id| id.0)]);
        let name = of.title.as_ref().unwrap_or(&of.description);
        let named = part(SubjectKind::Benefit, name, of.initiative);
        found.extend(why.map(|why| obstacle(of.id.0, named, why)));
    }
    for of in own!(own, realisation_plans) {
        let units: Vec<_> = of.units().map(|id| Some(id.0)).collect();
        let benefit = all.benefits.iter().find(|benefit| benefit.id == of.benefit);
        found.extend(unit(&units).zip(benefit).map(|(why, benefit)| {
            let name = benefit.title.as_ref().unwrap_or(&benefit.description);
            let named = part(SubjectKind::RealisationPlan, name, benefit.initiative);
            obstacle(of.id.0, named, why)
        }));
    }
    for of in own!(own, statements) {
        let why = unit(&[of.assessing_unit.map(|id| id.0)]);
        let named = part(SubjectKind::Statement, &of.text, of.initiative);
        found.extend(why.map(|why| obstacle(of.id.0, named, why)));
    }
    for of in own!(own, units) {
        let why = unit(&[of.parent.map(|id| id.0)]);
        found.extend(why.map(|why| obstacle(of.id.0, Named::new(SubjectKind::Unit, &of.name), why)));
    }
    for of in own!(own, follow_up_rounds) {
        let mut asked = of.requests.iter();
        let its = asked.any(|request| {
            let own = !gone.initiatives.contains(&request.initiative.0);
            own && request.unit.is_some_and(|id| gone.units.contains(&id.0))
        });
        let named = Named {
            year: Some(of.year),
            ..Named::new(SubjectKind::FollowUpRound, of.part.code())
        };
        found.extend(its.then(|| obstacle(of.id.0, named, InTheWay::Unit)));
    }
    for of in own!(own, portfolios) {
        let its = of.parent.is_some_and(|id| gone.portfolios.contains(&id.0));
        let named = Named::new(SubjectKind::Portfolio, &of.name);
        found.extend(its.then(|| obstacle(of.id.0, named, InTheWay::Portfolio)));
    }
    found
}

fn obstacle(id: Uuid, named: Named, why: InTheWay) -> Obstacle {
    Obstacle { id, named, why }
}

/// Something that is shown on its initiative's page.
fn part(kind: SubjectKind, name: &str, initiative: InitiativeId) -> Named {
    Named {
        initiative: Some(initiative),
        ..Named::new(kind, name)
    }
}
