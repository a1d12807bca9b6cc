//! The form of an account: who it is, and a row for each role with its scope and time.

use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::row::{cell, row_count, row_field};
use super::structure::typed_day;
use super::{FieldErrors, NAME_MAX, Problem};
use crate::account::{Account, address};
use crate::role::{Grant, Role, Scope, ScopeKind};

/// An account as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccountForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The account that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// Name as shown.
    pub name: String,
    /// E-mail address; may be empty for an account that had none.
    pub email: String,
    /// Code of each role.
    pub grant_role: Vec<String>,
    /// What each is limited to: [`ScopeItem::code`], or empty for everything.
    pub grant_scope: Vec<String>,
    /// First day of each.
    pub grant_from: Vec<String>,
    /// Last day of each.
    pub grant_to: Vec<String>,
    /// "add_grant" for one more row; anything else saves.
    pub action: String,
}

/// A valid account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountChange {
    /// Name as shown.
    pub name: String,
    /// E-mail address in small letters.
    pub email: Option<String>,
    /// Roles with scope and time: at least one.
    pub grants: Vec<Grant>,
}

/// One thing that a role is limited to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopeItem {
    /// Of which kind.
    pub kind: ScopeKind,
    /// Its identity.
    pub id: String,
}

impl ScopeItem {
    fn kind_code(kind: ScopeKind) -> &'static str {
        match kind {
            ScopeKind::Portfolios => "portfolio",
            ScopeKind::Groups => "group",
            ScopeKind::Units => "unit",
        }
    }

    /// The code used in forms.
    pub fn code(&self) -> String {
        format!("{}:{}", Self::kind_code(self.kind), self.id)
    }

    fn from_code(code: &str) -> Option<Self> {
        let (kind, id) = code.split_once(':')?;
        let kinds = [ScopeKind::Portfolios, ScopeKind::Groups, ScopeKind::Units];
        let kind = kinds.into_iter().find(|one| Self::kind_code(*one) == kind)?;
        uuid::Uuid::parse_str(id).ok()?;
        Some(Self {
            kind,
            id: id.to_owned(),
        })
    }

    fn all_of(scope: &Scope) -> Vec<Self> {
        fn of<T: ToString>(kind: ScopeKind, ids: &[T]) -> Vec<ScopeItem> {
            let item = |id: &T| ScopeItem {
                kind,
                id: id.to_string(),
            };
            ids.iter().map(item).collect()
        }
        match scope {
            Scope::All => Vec::new(),
            Scope::Portfolios(ids) => of(ScopeKind::Portfolios, ids),
            Scope::Groups(ids) => of(ScopeKind::Groups, ids),
            Scope::Units(ids) => of(ScopeKind::Units, ids),
        }
    }
}

/// A row, once it is valid: the role with one of the things that it is limited to.
struct Row {
    role: Role,
    item: Option<ScopeItem>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

impl AccountForm {
    /// The form of an account that exists: a row for each thing that a role is limited to.
    pub fn of(account: &Account, version: i32) -> Self {
        let mut form = Self {
            id: account.id.to_string(),
            version: version.to_string(),
            name: account.name.clone(),
            email: account.email.clone().unwrap_or_default(),
            ..Self::default()
        };
        for grant in &account.grants {
            let items = ScopeItem::all_of(&grant.scope);
            let codes: Vec<String> = items.iter().map(ScopeItem::code).collect();
            let codes = if codes.is_empty() {
                vec![String::new()]
            } else {
                codes
            };
            for code in codes {
                form.grant_role.push(grant.role.code().to_owned());
                form.grant_scope.push(code);
                form.grant_from.push(typed_day(grant.from));
                form.grant_to.push(typed_day(grant.to));
            }
        }
        form
    }

    /// What a scope is limited to; nothing where it is everything.
    pub fn scope_items(scope: &Scope) -> Vec<ScopeItem> {
        ScopeItem::all_of(scope)
    }

    /// The same form with one more row, where that is what was asked for.
    pub fn with_row(mut self) -> Option<Self> {
        if self.action != "add_grant" {
            return None;
        }
        self.grant_role.push(String::new());
        Some(self)
    }

    /// The valid account, or all that is wrong. A new one needs an address to sign in by.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self) -> Result<AccountChange, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.required("name", &self.name, NAME_MAX);
        let email = self.address(&mut errors);
        let columns = [
            &self.grant_role,
            &self.grant_scope,
            &self.grant_from,
            &self.grant_to,
        ];
        let rows: Vec<Row> = (0..row_count(&columns))
            .filter_map(|row| self.row(row, &mut errors))
            .collect();
        if rows.is_empty() && errors.is_empty() {
            errors.push(&row_field("grant_role", 0), Problem::Required);
        }
        let grants = merged(rows);
        errors.finish(Some(AccountChange { name, email, grants }))
    }

    fn address(&self, errors: &mut FieldErrors) -> Option<String> {
        let typed = self.email.trim();
        if typed.is_empty() {
            if self.id.trim().is_empty() {
                errors.push("email", Problem::Required);
            }
            return None;
        }
        match address(typed) {
            Ok(address) => Some(address),
            Err(_) => {
                let given = typed.to_owned();
                errors.push("email", Problem::UnknownChoice { given });
                None
            }
        }
    }

    fn row(&self, row: usize, errors: &mut FieldErrors) -> Option<Row> {
        let typed = |column| cell(column, row);
        let columns = [
            typed(&self.grant_role),
            typed(&self.grant_scope),
            typed(&self.grant_from),
            typed(&self.grant_to),
        ];
        let [role, scope, from, to] = columns;
        // A row with nothing in it is none: so a role is taken away.
        if columns.iter().all(|typed| typed.trim().is_empty()) {
            return None;
        }
        let field = |column| row_field(column, row);
        let role = errors.choice(&field("grant_role"), role, Role::from_code);
        let item = errors.optional_choice(&field("grant_scope"), scope, |code| {
            let item = ScopeItem::from_code(code)?;
            // With an unknown role there is nothing to hold the scope against.
            role.is_none_or(|role| role.scope_kind() == Some(item.kind))
                .then_some(item)
        });
        let (from, to) = errors.days((&field("grant_from"), from), (&field("grant_to"), to));
        Some(Row {
            role: role?,
            item,
            from,
            to,
        })
    }
}

/// Rows of the same role and time are one grant: for everything where any of them is, else for all that
/// they name.
fn merged(rows: Vec<Row>) -> Vec<Grant> {
    let mut grants: Vec<(Grant, Vec<ScopeItem>, bool)> = Vec::new();
    for Row { role, item, from, to } in rows {
        let of = |grant: &Grant| (grant.role, grant.from, grant.to) == (role, from, to);
        let at = match grants.iter().position(|(grant, ..)| of(grant)) {
            Some(at) => at,
            None => {
                let scope = Scope::All;
                let grant = Grant {
                    role,
                    scope,
                    from,
                    to,
                };
                grants.push((grant, Vec::new(), false));
                grants.len() - 1
            }
        };
        if let Some((_, items, everything)) = grants.get_mut(at) {
            match item {
                Some(item) if !items.contains(&item) => items.push(item),
                Some(_) => {}
                None => *everything = true,
            }
        }
    }
    grants
        .into_iter()
        .map(|(grant, items, everything)| Grant {
            scope: if everything { Scope::All } else { scope_of(&items) },
            ..grant
        })
        .collect()
}

fn scope_of(items: &[ScopeItem]) -> Scope {
    fn ids<T: FromStr>(items: &[ScopeItem]) -> Vec<T> {
        items.iter().filter_map(|item| item.id.parse().ok()).collect()
    }
    match items.first().map(|item| item.kind) {
        None => Scope::All,
        Some(ScopeKind::Portfolios) => Scope::Portfolios(ids(items)),
        Some(ScopeKind::Groups) => Scope::Groups(ids(items)),
        Some(ScopeKind::Units) => Scope::Units(ids(items)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::id::{AccountId, PortfolioId};
    use crate::testing::id;

    fn form(rows: &[(&str, String, &str)]) -> AccountForm {
        AccountForm {
            name: " Inga Exempel ".to_owned(),
            email: "Inga@Myndigheten.example".to_owned(),
            grant_role: rows.iter().map(|row| row.0.to_owned()).collect(),
            grant_scope: rows.iter().map(|row| row.1.clone()).collect(),
            grant_to: rows.iter().map(|row| row.2.to_owned()).collect(),
            ..AccountForm::default()
        }
    }

    fn portfolio(number: u128) -> String {
        format!("portfolio:{}", id(number))
    }

    #[test]
    fn rows_of_one_role_and_time_are_one_grant() {
        let rows = [
            ("portfolio_manager", portfolio(1), ""),
            ("reviewer", String::new(), ""),
            ("portfolio_manager", portfolio(2), ""),
            ("portfolio_manager", portfolio(1), ""),
            ("portfolio_manager", portfolio(3), "2026-12-31"),
            ("", String::new(), " "),
        ];
        let account = form(&rows).parse().expect("valid");
        assert_eq!(account.name, "Inga Exempel");
        assert_eq!(account.email.as_deref(), Some("inga@myndigheten.example"));
        let portfolios =
            |ids: &[u128]| Scope::Portfolios(ids.iter().map(|one| PortfolioId(id(*one))).collect());
        let scopes: Vec<_> = account.grants.iter().map(|grant| &grant.scope).collect();
        assert_eq!(scopes, [&portfolios(&[1, 2]), &Scope::All, &portfolios(&[3])]);

        // For everything, and for something: for everything.
        let rows = [
            ("portfolio_manager", portfolio(1), ""),
            ("portfolio_manager", String::new(), ""),
        ];
        let account = form(&rows).parse().expect("valid");
        assert_eq!(account.grants[0].scope, Scope::All);
    }

    #[test]
    fn each_wrong_row_is_named() {
        let rows = [
            ("reviewer", portfolio(1), "2026-12-31"),
            ("admin", format!("unit:{}", id(1)), ""),
            ("", portfolio(1), ""),
            ("chef", String::new(), "snart"),
            ("portfolio_manager", "portfolio:1".to_owned(), ""),
            ("", String::new(), "2026-12-31"),
            ("", String::new(), "fel-adress"),
        ];
        let wrong = AccountForm {
            email: "inga".to_owned(),
            grant_from: vec!["2027-01-01".to_owned()],
            ..form(&rows)
        };
        let errors = wrong.parse().expect_err("all of it is wrong");
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(
            fields,
            [
                "email",
                "grant_scope-0",
                "grant_to-0",
                "grant_scope-1",
                "grant_role-2",
                "grant_role-3",
                "grant_to-3",
                "grant_scope-4",
                "grant_role-5",
                "grant_role-6",
                "grant_to-6",
            ]
        );
    }

    #[test]
    fn the_form_of_an_account_says_who_it_is_and_has_one_more_row_where_that_is_asked_for() {
        let account = Account {
            id: AccountId(id(1)),
            email: Some("inga@myndigheten.example".to_owned()),
            name: "Inga".to_owned(),
            grants: vec![Grant {
                role: Role::Reviewer,
                scope: Scope::Groups(vec![id(4).into()]),
                from: None,
                to: None,
            }],
        };
        let mut form = AccountForm::of(&account, 7);
        assert_eq!(
            (form.id.as_str(), form.version.as_str()),
            (id(1).to_string().as_str(), "7")
        );
        let read = form.parse().expect("valid");
        assert_eq!((read.name, read.email), (account.name, account.email));
        let items = AccountForm::scope_items(&account.grants[0].scope);
        assert_eq!(
            items.iter().map(ScopeItem::code).collect::<Vec<_>>(),
            form.grant_scope
        );
        assert!(AccountForm::scope_items(&Scope::All).is_empty());
        assert_eq!(form.clone().with_row(), None);
        form.action = "add_grant".to_owned();
        assert_eq!(
            form.with_row().map(|form| form.grant_role),
            Some(vec!["reviewer".to_owned(), String::new()])
        );
    }

    #[test]
    fn an_account_has_a_role_and_a_new_one_an_address() {
        let nothing = AccountForm {
            name: "Inga".to_owned(),
            ..AccountForm::default()
        };
        let errors = nothing.parse().expect_err("no address");
        assert_eq!(errors.of("email"), Some(&Problem::Required));
        let by_link = AccountForm {
            id: id(1).to_string(),
            ..nothing
        };
        let errors = by_link.parse().expect_err("no role");
        assert_eq!(errors.of("grant_role-0"), Some(&Problem::Required));
        assert_eq!(errors.of("email"), None, "one that signs in by link needs none");
    }

    fn grant() -> impl Strategy<Value = Grant> {
        let day = prop::option::of(
            (2020_i32..2030, 1_u32..13)
                .prop_map(|(year, month)| NaiveDate::from_ymd_opt(year, month, 1).expect("a day")),
        );
        (0_usize..7, 0_u128..3, day).prop_map(|(role, scoped, to)| {
            let role = Role::ALL[role];
            let ids: Vec<Uuid> = (0..scoped).map(id).collect();
            let scope = match role.scope_kind() {
                _ if ids.is_empty() => Scope::All,
                None => Scope::All,
                Some(ScopeKind::Portfolios) => Scope::Portfolios(ids.into_iter().map(Into::into).collect()),
                Some(ScopeKind::Groups) => Scope::Groups(ids.into_iter().map(Into::into).collect()),
                Some(ScopeKind::Units) => Scope::Units(ids.into_iter().map(Into::into).collect()),
            };
            Grant {
                role,
                scope,
                from: None,
                to,
            }
        })
    }

    proptest! {
        /// What is stored comes back as it was, unless it names a role and a time twice.
        #[test]
        fn a_stored_account_reads_back(grants in prop::collection::vec(grant(), 1..5)) {
            let mut once: Vec<Grant> = Vec::new();
            for grant in grants {
                if once.iter().all(|one| (one.role, one.to) != (grant.role, grant.to)) {
                    once.push(grant);
                }
            }
            let account = Account {
                id: AccountId(id(1)),
                email: None,
                name: "Inga".to_owned(),
                grants: once,
            };
            let again = AccountForm::of(&account, 1).parse().expect("valid");
            prop_assert_eq!(again.grants, account.grants);
        }
    }
}
