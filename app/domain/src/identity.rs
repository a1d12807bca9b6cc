//! Who somebody is by the agency's own sign-on, and which of its words are roles here.
//!
//! An identity is an issuer and a subject, never an e-mail address or a personal number: those are given to others
//! or change. ASVS 5.0, 10.5.2 (a person is known by issuer and subject).

use std::collections::BTreeMap;

use crate::role::{Grant, Role, Scope};

/// Who the provider says that somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Who says so: the provider's address.
    pub issuer: String,
    /// The person, as the issuer knows them.
    pub subject: String,
    /// Name as shown, where the provider gives one.
    pub name: Option<String>,
    /// What the role claim holds.
    pub claimed: Vec<String>,
}

impl Identity {
    /// Longest name that is shown.
    const LONGEST: usize = 120;

    /// The name that the account is shown by: one line of a length that fits, and the subject where there is none.
    pub fn shown_name(&self) -> String {
        let line = |text: &str| -> String {
            let words: Vec<&str> = text
                .split(|c: char| c.is_whitespace() || c.is_control())
                .collect();
            let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
            words.join(" ").chars().take(Self::LONGEST).collect()
        };
        let name = self.name.as_deref().map(line).filter(|name| !name.is_empty());
        name.unwrap_or_else(|| line(&self.subject))
    }
}

/// Which values of the role claim are which roles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleMap(BTreeMap<String, Vec<Role>>);

/// Why a map of roles cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RoleMapError {
    /// It is not VALUE=ROLE.
    #[error("“{0}” is not VALUE=ROLE")]
    Form(String),
    /// There is no such role.
    #[error("“{role}” in “{entry}” is no role: {known}", known = Role::ALL.map(Role::code).join(", "))]
    Role {
        /// What was written.
        entry: String,
        /// The role in it.
        role: String,
    },
}

impl RoleMap {
    /// Reads `VALUE=ROLE`, one entry each; a value may contain `=`, and stand in several entries.
    ///
    /// # Errors
    /// The first entry that cannot be read.
    pub fn parse<'a>(entries: impl IntoIterator<Item = &'a str>) -> Result<Self, RoleMapError> {
        let mut map = BTreeMap::<String, Vec<Role>>::new();
        for entry in entries
            .into_iter()
            .map(str::trim)
            .filter(|entry| !entry.is_empty())
        {
            let form = || RoleMapError::Form(entry.to_owned());
            let (value, code) = entry.rsplit_once('=').ok_or_else(form)?;
            let (value, code) = (value.trim(), code.trim());
            if value.is_empty() {
                return Err(form());
            }
            let role = Role::from_code(code).ok_or_else(|| RoleMapError::Role {
                entry: entry.to_owned(),
                role: code.to_owned(),
            })?;
            let roles = map.entry(value.to_owned()).or_default();
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
        Ok(Self(map))
    }

    /// The roles of what is claimed, in listed order, each once.
    pub fn roles(&self, claimed: &[String]) -> Vec<Role> {
        let mut roles: Vec<Role> = claimed
            .iter()
            .filter_map(|value| self.0.get(value))
            .flatten()
            .copied()
            .collect();
        roles.sort_unstable();
        roles.dedup();
        roles
    }

    /// Whether the map says who holds a role.
    fn governs(&self, role: Role) -> bool {
        self.0.values().flatten().any(|governed| *governed == role)
    }

    /// The grants of an account at its sign-in. Of the roles that the map governs it holds what is claimed and no
    /// other; what an administrator has limited to a scope or a time stays so. Other roles are left alone.
    pub fn grants(&self, present: &[Grant], claimed: &[String]) -> Vec<Grant> {
        let claimed = self.roles(claimed);
        let mut grants: Vec<Grant> = present
            .iter()
            .filter(|grant| !self.governs(grant.role) || claimed.contains(&grant.role))
            .cloned()
            .collect();
        for role in claimed {
            if !grants.iter().any(|grant| grant.role == role) {
                grants.push(Grant {
                    role,
                    scope: Scope::All,
                    from: None,
                    to: None,
                });
            }
        }
        grants
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::id::PortfolioId;

    fn map(entries: &[&str]) -> RoleMap {
        RoleMap::parse(entries.iter().copied()).expect("a map")
    }

    fn claimed(values: &[&str]) -> Vec<String> {
        values.iter().map(|value| (*value).to_owned()).collect()
    }

    fn all(role: Role) -> Grant {
        Grant {
            role,
            scope: Scope::All,
            from: None,
            to: None,
        }
    }

    #[test]
    fn a_value_is_one_role_or_several() {
        let map = map(&[
            "cn=styrning,ou=x=steering_unit",
            " styr = leadership ",
            "styr=auditor",
            "",
        ]);
        assert_eq!(map.roles(&claimed(&["cn=styrning,ou=x"])), [Role::SteeringUnit]);
        let mut both = vec![Role::Leadership, Role::Auditor];
        both.sort_unstable();
        assert_eq!(map.roles(&claimed(&["annat", "styr", "styr"])), both);
        assert_eq!(
            map.roles(&claimed(&["STYR"])),
            [],
            "values are compared as they are"
        );
    }

    #[test]
    fn what_is_no_map_is_told() {
        let told = |entry: &str| RoleMap::parse([entry]).expect_err("no map");
        assert_eq!(told("styrning"), RoleMapError::Form("styrning".to_owned()));
        assert_eq!(told("=admin"), RoleMapError::Form("=admin".to_owned()));
        let role = told("styrning=chef");
        assert!(role.to_string().contains("chef") && role.to_string().contains("steering_unit"));
    }

    #[test]
    fn what_is_limited_by_hand_stays_so_while_it_is_claimed() {
        let map = map(&["pf=portfolio_manager", "gr=reviewer"]);
        let limited = Grant {
            scope: Scope::Portfolios(vec![PortfolioId(Uuid::from_u128(1))]),
            ..all(Role::PortfolioManager)
        };
        let present = [limited.clone(), all(Role::Leadership)];
        assert_eq!(map.grants(&present, &claimed(&["pf"])), present);
        assert_eq!(
            map.grants(&present, &claimed(&["gr"])),
            [all(Role::Leadership), all(Role::Reviewer)],
            "what is no longer claimed is gone, and what the map does not govern is left alone"
        );
    }

    #[test]
    fn a_name_is_one_line_that_fits() {
        let of = |name: Option<&str>| Identity {
            issuer: "https://id.example.se".to_owned(),
            subject: "u1\u{0}".to_owned(),
            name: name.map(str::to_owned),
            claimed: Vec::new(),
        };
        assert_eq!(of(Some(" Inga\u{0}\n  Exempel ")).shown_name(), "Inga Exempel");
        assert_eq!(
            of(Some(&"å".repeat(500))).shown_name().chars().count(),
            Identity::LONGEST
        );
        for none in [None, Some(""), Some(" \t ")] {
            assert_eq!(of(none).shown_name(), "u1");
        }
    }

    fn some_roles() -> impl Strategy<Value = Vec<Role>> {
        proptest::collection::vec(0..Role::ALL.len(), 0..4)
            .prop_map(|at| at.into_iter().map(|at| Role::ALL[at]).collect())
    }

    proptest! {
        #[test]
        fn of_governed_roles_one_holds_what_is_claimed_and_a_second_sign_in_changes_nothing(
            present in some_roles(),
            governed in some_roles(),
            values in some_roles(),
        ) {
            let entries: Vec<String> = governed.iter().map(|role| format!("{0}={0}", role.code())).collect();
            let map = RoleMap::parse(entries.iter().map(String::as_str)).expect("a map");
            let present: Vec<Grant> = present.into_iter().map(all).collect();
            let claimed: Vec<String> = values.iter().map(|role| role.code().to_owned()).collect();
            let grants = map.grants(&present, &claimed);
            for role in Role::ALL {
                let holds = grants.iter().any(|grant| grant.role == role);
                let had = present.iter().any(|grant| grant.role == role);
                prop_assert_eq!(holds, if governed.contains(&role) { values.contains(&role) } else { had });
            }
            prop_assert_eq!(map.grants(&grants, &claimed), grants);
        }
    }
}
