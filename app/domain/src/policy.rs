//! Who may do what: the whole of it, as one pure function.
//!
//! Services call [`decide`] before they load anything. What a person may not know of answers as
//! not found ([`Refusal::NotFound`]); what they may see but not do answers as forbidden.

use crate::ctx::{Actor, Ctx};
use crate::id::{AccountId, BenefitGroupId, PortfolioId, UnitId};
use crate::role::{Grant, Holder, Role, Scope};

/// Something that somebody wants to do. One per use case, so that the role matrix is complete
/// when this list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operation {
    /// Read portfolio, roll-ups and decided reports.
    PortfolioRead,
    /// Read undecided assessments and reports.
    UndecidedRead,
    /// Write initiatives, deliveries and benefits.
    PortfolioWrite,
    /// Write realisation plans.
    PlanWrite,
    /// Write benefit calculations.
    CalculationWrite,
    /// Approve or return those.
    CalculationApprove,
    /// Write statements, SUS evaluations, measurements and freed time.
    EvidenceWrite,
    /// Approve or return those.
    EvidenceApprove,
    /// Write and submit assessments.
    AssessmentWrite,
    /// Write a report.
    ReportWrite,
    /// Comment on a report under review.
    ReportComment,
    /// Decide a report.
    ReportDecide,
    /// Record that a report was decided elsewhere.
    ReportRecord,
    /// Let somebody without an account read a decided report by a link.
    ReportShare,
    /// Take out the archive package of a decided report, with all the files that it rests on.
    ReportArchive,
    /// Change areas, groups and units.
    StructureWrite,
    /// Write factors and their values.
    FactorWrite,
    /// Approve or return values of factors.
    FactorApprove,
    /// Prepare follow-up rounds, send them out and close them.
    RoundWrite,
    /// Read the audit log.
    AuditRead,
    /// Manage accounts, roles and the installation.
    InstallationManage,
    /// Import or export a whole portfolio, at the command line.
    ExchangeRun,
    /// Dispose of what has had its time, and erase a name, at the command line.
    RecordsDispose,
    /// Send the daily digests: the server itself, or the command line.
    DigestSend,
}

impl Operation {
    /// All operations.
    pub const ALL: [Self; 24] = [
        Self::PortfolioRead,
        Self::UndecidedRead,
        Self::PortfolioWrite,
        Self::PlanWrite,
        Self::CalculationWrite,
        Self::CalculationApprove,
        Self::EvidenceWrite,
        Self::EvidenceApprove,
        Self::AssessmentWrite,
        Self::ReportWrite,
        Self::ReportComment,
        Self::ReportDecide,
        Self::ReportRecord,
        Self::ReportShare,
        Self::ReportArchive,
        Self::StructureWrite,
        Self::FactorWrite,
        Self::FactorApprove,
        Self::RoundWrite,
        Self::AuditRead,
        Self::InstallationManage,
        Self::ExchangeRun,
        Self::RecordsDispose,
        Self::DigestSend,
    ];
}

/// What an object belongs to, as far as a scope can be limited to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Belongs {
    /// Portfolios of its initiative.
    pub portfolios: Vec<PortfolioId>,
    /// Its benefit groups.
    pub groups: Vec<BenefitGroupId>,
    /// Units that own it.
    pub units: Vec<UnitId>,
    /// Who has edited it, where it is to be approved or decided, the latest last.
    pub editors: Vec<AccountId>,
}

/// Why something is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nobody is signed in.
    #[error("sign in first")]
    SignIn,
    /// The person may not know whether it exists.
    #[error("not found")]
    NotFound,
    /// No role of theirs allows it.
    #[error("no role held today allows this")]
    Role,
    /// A role allows it, but not for this object.
    #[error("outside the scope of the role held")]
    OutOfScope,
    /// Nobody approves or decides what they edited.
    #[error("somebody else has to approve what you have edited")]
    OwnWork,
}

/// Whether a role allows an operation at all.
fn role_allows(role: Role, operation: Operation) -> bool {
    use Operation as O;
    use Role as R;
    match operation {
        O::PortfolioRead => role != R::Admin,
        O::UndecidedRead => matches!(role, R::SteeringUnit | R::Leadership | R::Auditor),
        O::PortfolioWrite => matches!(role, R::PortfolioManager | R::SteeringUnit),
        O::PlanWrite => matches!(role, R::PortfolioManager | R::BenefitOwner | R::SteeringUnit),
        O::CalculationWrite => role == R::PortfolioManager,
        O::CalculationApprove => matches!(role, R::Reviewer | R::SteeringUnit),
        O::EvidenceWrite => matches!(role, R::PortfolioManager | R::BenefitOwner),
        O::EvidenceApprove => {
            matches!(
                role,
                R::Reviewer | R::SteeringUnit | R::PortfolioManager | R::BenefitOwner
            )
        }
        O::AssessmentWrite
        | O::ReportWrite
        | O::ReportRecord
        | O::StructureWrite
        | O::FactorWrite
        | O::FactorApprove
        | O::RoundWrite => role == R::SteeringUnit,
        O::ReportComment | O::ReportShare => matches!(role, R::SteeringUnit | R::Leadership),
        // One file of evidence at a time is for all who read the portfolio. All of them at once, on the way out of the
        // house, is for those who answer for the report, and for whoever audits it.
        O::ReportArchive => matches!(role, R::SteeringUnit | R::Leadership | R::Auditor),
        O::ReportDecide => role == R::Leadership,
        O::AuditRead => role == R::Auditor,
        O::InstallationManage => role == R::Admin,
        O::ExchangeRun | O::RecordsDispose | O::DigestSend => false,
    }
}

/// The roles that allow an operation, in listed order.
pub fn roles_that_may(operation: Operation) -> Vec<Role> {
    Role::ALL
        .into_iter()
        .filter(|role| role_allows(*role, operation))
        .collect()
}

fn in_scope(scope: &Scope, belongs: &Belongs) -> bool {
    match scope {
        Scope::All => true,
        Scope::Portfolios(named) => belongs.portfolios.iter().any(|p| named.contains(p)),
        Scope::Groups(named) => belongs.groups.iter().any(|g| named.contains(g)),
        Scope::Units(named) => belongs.units.iter().any(|u| named.contains(u)),
    }
}

/// Reading is never limited by scope: every role that may read sees the whole portfolio. Factors are the agency's, and
/// lie within nobody's.
fn is_scoped(operation: Operation) -> bool {
    !matches!(
        operation,
        Operation::PortfolioRead
            | Operation::UndecidedRead
            | Operation::AuditRead
            | Operation::FactorWrite
            | Operation::FactorApprove
    )
}

fn needs_other_hands(operation: Operation) -> bool {
    matches!(
        operation,
        Operation::CalculationApprove
            | Operation::EvidenceApprove
            | Operation::FactorApprove
            | Operation::ReportDecide
    )
}

/// Decides whether the actor may do it, to an object or, without one, at all.
///
/// The source is the table "Who may do what" of the product's rules; the golden matrix in the test
/// crate shows it role by role.
pub fn decide(ctx: &Ctx, operation: Operation, object: Option<&Belongs>) -> Result<(), Refusal> {
    let grants = match &ctx.actor {
        Actor::Anonymous => return Err(Refusal::SignIn),
        // The operator holds the database file. The command line still goes through the services,
        // and what it does is audited as the operator's; it never approves or decides for a person.
        Actor::Operator => {
            return match operation {
                Operation::ExchangeRun
                | Operation::ReportArchive
                | Operation::RecordsDispose
                | Operation::DigestSend
                | Operation::PortfolioRead
                | Operation::UndecidedRead
                | Operation::AuditRead
                | Operation::InstallationManage => Ok(()),
                _ => Err(Refusal::Role),
            };
        }
        Actor::Account { grants, .. } => grants,
    };
    match held(ctx, grants, operation, object) {
        Err(Refusal::Role | Refusal::OutOfScope) if leadership_stands_in(ctx, operation, object) => {}
        held => held?,
    }
    let own = ctx
        .account_id()
        .zip(object)
        .is_some_and(|(id, belongs)| belongs.editors.contains(&id));
    if needs_other_hands(operation) && own {
        return Err(Refusal::OwnWork);
    }
    Ok(())
}

/// Whether roles held today allow it, within their scope.
fn held(ctx: &Ctx, grants: &[Grant], operation: Operation, object: Option<&Belongs>) -> Result<(), Refusal> {
    let today = ctx.today();
    let mut allowing = grants
        .iter()
        .filter(|grant| grant.holds(today) && role_allows(grant.role, operation))
        .peekable();
    if allowing.peek().is_none() {
        return Err(match operation {
            Operation::PortfolioRead
            | Operation::UndecidedRead
            | Operation::AuditRead
            | Operation::InstallationManage => Refusal::NotFound,
            _ => Refusal::Role,
        });
    }
    let Some(belongs) = object else { return Ok(()) };
    if is_scoped(operation) && !allowing.any(|grant| in_scope(&grant.scope, belongs)) {
        return Err(Refusal::OutOfScope);
    }
    Ok(())
}

/// Where no one else holds the right to approve, leadership may (product rules, section 3): whoever could has edited it,
/// or there is nobody. Without an object it is open whether there is such a one; each is decided by itself.
fn leadership_stands_in(ctx: &Ctx, operation: Operation, object: Option<&Belongs>) -> bool {
    let approves = matches!(
        operation,
        Operation::CalculationApprove | Operation::EvidenceApprove | Operation::FactorApprove
    );
    let Some(others) = ctx.others.as_ref().filter(|_| approves) else {
        return false;
    };
    let today = ctx.today();
    let may_approve = |holder: &Holder, belongs: &Belongs| {
        let mut grants = holder.grants.iter();
        !belongs.editors.contains(&holder.account)
            && grants.any(|grant| {
                grant.holds(today)
                    && role_allows(grant.role, operation)
                    && (!is_scoped(operation) || in_scope(&grant.scope, belongs))
            })
    };
    ctx.roles().contains(&Role::Leadership)
        && object.is_none_or(|belongs| !others.iter().any(|holder| may_approve(holder, belongs)))
}

/// Whether the actor may do it; for pages that show or hide a button.
pub fn may(ctx: &Ctx, operation: Operation, object: Option<&Belongs>) -> bool {
    decide(ctx, operation, object).is_ok()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::role::Grant;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn ctx(grants: Vec<Grant>) -> Ctx {
        let id = AccountId(Uuid::from_u128(1));
        Ctx {
            actor: Actor::Account {
                id,
                name: "Någon".to_owned(),
                grants,
            },
            now: "2025-03-10T12:00:00Z".parse().expect("a moment"),
            request_id: Uuid::nil(),
            session: None,
            others: None,
        }
    }

    fn grant(role: Role, scope: Scope) -> Grant {
        Grant {
            role,
            scope,
            from: None,
            to: None,
        }
    }

    /// The table "Who may do what" of the product's rules.
    #[test]
    fn each_operation_is_for_the_roles_of_the_table() {
        use Operation as O;
        use Role as R;
        let readers: Vec<Role> = Role::ALL.into_iter().filter(|role| *role != R::Admin).collect();
        for operation in O::ALL {
            let roles: &[Role] = match operation {
                O::PortfolioRead => &readers,
                O::UndecidedRead | O::ReportArchive => &[R::SteeringUnit, R::Leadership, R::Auditor],
                O::PortfolioWrite => &[R::PortfolioManager, R::SteeringUnit],
                O::PlanWrite => &[R::PortfolioManager, R::BenefitOwner, R::SteeringUnit],
                O::CalculationWrite => &[R::PortfolioManager],
                O::CalculationApprove => &[R::Reviewer, R::SteeringUnit],
                O::EvidenceWrite => &[R::PortfolioManager, R::BenefitOwner],
                O::EvidenceApprove => &[R::PortfolioManager, R::BenefitOwner, R::Reviewer, R::SteeringUnit],
                O::AssessmentWrite | O::ReportWrite | O::ReportRecord => &[R::SteeringUnit],
                O::StructureWrite | O::FactorWrite | O::FactorApprove | O::RoundWrite => &[R::SteeringUnit],
                O::ReportComment | O::ReportShare => &[R::SteeringUnit, R::Leadership],
                O::ReportDecide => &[R::Leadership],
                O::AuditRead => &[R::Auditor],
                O::InstallationManage => &[R::Admin],
                O::ExchangeRun | O::RecordsDispose | O::DigestSend => &[],
            };
            let may = roles_that_may(operation);
            assert!(
                may.len() == roles.len() && roles.iter().all(|role| may.contains(role)),
                "{operation:?}: {may:?}"
            );
        }
    }

    #[test]
    fn the_operator_runs_and_reads_and_never_acts_for_a_person() {
        use Operation as O;
        let operator = Ctx {
            actor: Actor::Operator,
            ..ctx(Vec::new())
        };
        for operation in O::ALL {
            let runs = matches!(
                operation,
                O::ExchangeRun
                    | O::ReportArchive
                    | O::RecordsDispose
                    | O::DigestSend
                    | O::PortfolioRead
                    | O::UndecidedRead
                    | O::AuditRead
                    | O::InstallationManage
            );
            let wanted = if runs { Ok(()) } else { Err(Refusal::Role) };
            assert_eq!(decide(&operator, operation, None), wanted, "{operation:?}");
        }
    }

    #[test]
    fn who_has_edited_something_goes_on_writing_in_it() {
        let manager = ctx(vec![grant(Role::PortfolioManager, Scope::All)]);
        let mine = Belongs {
            editors: manager.account_id().into_iter().collect(),
            ..Belongs::default()
        };
        for operation in [
            Operation::PortfolioWrite,
            Operation::CalculationWrite,
            Operation::EvidenceWrite,
        ] {
            assert_eq!(decide(&manager, operation, Some(&mine)), Ok(()), "{operation:?}");
        }
    }

    /// Factors lie within nobody's scope: who writes or approves them for something does so for the agency.
    #[test]
    fn a_factor_is_of_no_scope() {
        let somewhere = Scope::Groups(vec![BenefitGroupId(Uuid::from_u128(8))]);
        let steering = ctx(vec![grant(Role::SteeringUnit, somewhere.clone())]);
        let factor = Belongs::default();
        for operation in [Operation::FactorWrite, Operation::FactorApprove] {
            assert_eq!(
                decide(&steering, operation, Some(&factor)),
                Ok(()),
                "{operation:?}"
            );
        }
        let leader = leadership(&[(2, Role::SteeringUnit, somewhere)]);
        assert_eq!(
            decide(&leader, Operation::FactorApprove, Some(&factor)),
            Err(Refusal::Role)
        );
    }

    #[test]
    fn a_scope_holds_what_belongs_to_one_of_what_it_names() {
        let unit = |number| UnitId(Uuid::from_u128(number));
        let owner = ctx(vec![grant(
            Role::BenefitOwner,
            Scope::Units(vec![unit(1), unit(2)]),
        )]);
        for (units, within) in [
            (vec![], false),
            (vec![unit(3)], false),
            (vec![unit(3), unit(2)], true),
        ] {
            let belongs = Belongs {
                units,
                ..Belongs::default()
            };
            assert_eq!(
                may(&owner, Operation::EvidenceWrite, Some(&belongs)),
                within,
                "{belongs:?}"
            );
        }
    }

    #[test]
    fn nobody_does_anything_without_signing_in() {
        let anonymous = Ctx {
            actor: Actor::Anonymous,
            ..ctx(Vec::new())
        };
        for operation in Operation::ALL {
            assert_eq!(decide(&anonymous, operation, None), Err(Refusal::SignIn));
        }
    }

    #[test]
    fn a_stand_in_ends_with_its_last_day() {
        let mut stand_in = grant(Role::SteeringUnit, Scope::All);
        (stand_in.from, stand_in.to) = (Some(day("2025-03-01")), Some(day("2025-03-10")));
        assert!(may(
            &ctx(vec![stand_in.clone()]),
            Operation::AssessmentWrite,
            None
        ));
        stand_in.to = Some(day("2025-03-09"));
        assert!(!may(
            &ctx(vec![stand_in.clone()]),
            Operation::AssessmentWrite,
            None
        ));
        (stand_in.from, stand_in.to) = (Some(day("2025-03-11")), None);
        assert!(!may(&ctx(vec![stand_in]), Operation::AssessmentWrite, None));
    }

    #[test]
    fn a_portfolio_manager_writes_in_named_portfolios_only() {
        let (mine, other) = (PortfolioId(Uuid::from_u128(7)), PortfolioId(Uuid::from_u128(8)));
        let manager = ctx(vec![grant(Role::PortfolioManager, Scope::Portfolios(vec![mine]))]);
        let of = |portfolio| Belongs {
            portfolios: vec![portfolio],
            ..Belongs::default()
        };
        assert_eq!(
            decide(&manager, Operation::PortfolioWrite, Some(&of(mine))),
            Ok(())
        );
        let refused = decide(&manager, Operation::PortfolioWrite, Some(&of(other)));
        assert_eq!(refused, Err(Refusal::OutOfScope));
        assert_eq!(
            decide(&manager, Operation::PortfolioRead, Some(&of(other))),
            Ok(())
        );
    }

    #[test]
    fn nobody_approves_what_they_edited() {
        let reviewer = ctx(vec![grant(Role::Reviewer, Scope::All)]);
        let mine = Belongs {
            editors: reviewer.account_id().into_iter().collect(),
            ..Belongs::default()
        };
        assert_eq!(
            decide(&reviewer, Operation::EvidenceApprove, Some(&mine)),
            Err(Refusal::OwnWork)
        );
        let theirs = Belongs {
            editors: vec![AccountId(Uuid::from_u128(2))],
            ..Belongs::default()
        };
        assert_eq!(
            decide(&reviewer, Operation::EvidenceApprove, Some(&theirs)),
            Ok(())
        );
    }

    /// Leadership, beside others who hold these roles.
    fn leadership(others: &[(u128, Role, Scope)]) -> Ctx {
        let holder = |(id, role, scope): &(u128, Role, Scope)| Holder {
            account: AccountId(Uuid::from_u128(*id)),
            grants: vec![grant(*role, scope.clone())],
        };
        Ctx {
            others: Some(others.iter().map(holder).collect()),
            ..ctx(vec![grant(Role::Leadership, Scope::All)])
        }
    }

    #[test]
    fn leadership_approves_where_no_one_else_may() {
        use Operation as O;
        let group = BenefitGroupId(Uuid::from_u128(9));
        let by = |editors: &[u128]| Belongs {
            groups: vec![group],
            editors: editors.iter().map(|id| AccountId(Uuid::from_u128(*id))).collect(),
            ..Belongs::default()
        };
        let elsewhere = Scope::Groups(vec![BenefitGroupId(Uuid::from_u128(8))]);
        let (reviewer, steering) = (Role::Reviewer, Role::SteeringUnit);
        let two = [(2, reviewer, Scope::All), (3, steering, Scope::All)];
        for (others, editors, stands_in) in [
            (&[][..], &[][..], true),
            (&two[..1], &[], false),
            (&two[..1], &[2], true),
            (&two, &[2], false),
            (&two, &[2, 3], true),
            // Who holds it for something else does not hold it here.
            (&[(2, reviewer, elsewhere)], &[], true),
            // Other leaders and auditors hold no such right.
            (
                &[(2, Role::Leadership, Scope::All), (3, Role::Auditor, Scope::All)],
                &[],
                true,
            ),
        ] {
            let leader = leadership(others);
            let wanted = if stands_in { Ok(()) } else { Err(Refusal::Role) };
            for operation in [O::EvidenceApprove, O::CalculationApprove] {
                assert_eq!(
                    decide(&leader, operation, Some(&by(editors))),
                    wanted,
                    "{others:?} {editors:?}"
                );
                assert_eq!(decide(&leader, operation, None), Ok(()), "there may be one");
            }
        }
        let alone = leadership(&[]);
        assert_eq!(decide(&alone, O::FactorApprove, Some(&by(&[]))), Ok(()));
        // Nobody approves their own, nothing is written, and a report is decided as before.
        let own = Belongs {
            editors: alone.account_id().into_iter().collect(),
            ..by(&[])
        };
        assert_eq!(
            decide(&alone, O::EvidenceApprove, Some(&own)),
            Err(Refusal::OwnWork)
        );
        assert_eq!(decide(&alone, O::EvidenceWrite, None), Err(Refusal::Role));
        // Where nobody has looked who else there is, and for other roles, nothing changes.
        let unknown = ctx(vec![grant(Role::Leadership, Scope::All)]);
        assert_eq!(decide(&unknown, O::EvidenceApprove, None), Err(Refusal::Role));
        let auditor = Ctx {
            others: Some([].into()),
            ..ctx(vec![grant(Role::Auditor, Scope::All)])
        };
        assert_eq!(decide(&auditor, O::EvidenceApprove, None), Err(Refusal::Role));
    }

    #[test]
    fn a_grant_that_has_ended_leaves_nobody_who_may() {
        let mut leader = leadership(&[(2, Role::Reviewer, Scope::All)]);
        let gone = Holder {
            account: AccountId(Uuid::from_u128(2)),
            grants: vec![Grant {
                to: Some(day("2025-03-09")),
                ..grant(Role::Reviewer, Scope::All)
            }],
        };
        let belongs = Belongs::default();
        assert!(!may(&leader, Operation::EvidenceApprove, Some(&belongs)));
        leader.others = Some([gone].into());
        assert!(may(&leader, Operation::EvidenceApprove, Some(&belongs)));
    }

    #[test]
    fn what_may_not_be_known_is_not_found() {
        let admin = ctx(vec![grant(Role::Admin, Scope::All)]);
        assert_eq!(
            decide(&admin, Operation::PortfolioRead, None),
            Err(Refusal::NotFound)
        );
        let manager = ctx(vec![grant(Role::PortfolioManager, Scope::All)]);
        assert_eq!(
            decide(&manager, Operation::UndecidedRead, None),
            Err(Refusal::NotFound)
        );
    }

    proptest! {
        #[test]
        fn more_roles_never_take_a_right_away(a in 0_usize..7, b in 0_usize..7, op in 0_usize..Operation::ALL.len()) {
            let one = ctx(vec![grant(Role::ALL[a], Scope::All)]);
            let both = ctx(vec![grant(Role::ALL[a], Scope::All), grant(Role::ALL[b], Scope::All)]);
            if may(&one, Operation::ALL[op], None) {
                prop_assert!(may(&both, Operation::ALL[op], None));
            }
        }
    }
}
