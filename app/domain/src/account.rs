//! Accounts.

use serde::{Deserialize, Serialize};

use crate::id::AccountId;
use crate::role::{Grant, Role};

/// Somebody who can sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Identity.
    pub id: AccountId,
    /// E-mail address, unique; none for demo roles, who sign in by link only.
    pub email: Option<String>,
    /// Name as shown.
    pub name: String,
    /// Roles with scope and time.
    pub grants: Vec<Grant>,
}

/// Longest name or address.
const MOST: usize = 200;

/// Somebody who is to have access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAccount {
    /// Name as shown.
    pub name: String,
    /// E-mail address, in small letters.
    pub email: Option<String>,
    /// Roles, each once, in listed order.
    pub roles: Vec<Role>,
}

/// Why somebody cannot be given access.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccountError {
    /// Nobody could be known by that name.
    #[error("“{0}” is no name: write 1 to {MOST} characters")]
    Name(String),
    /// Mail could not be sent there.
    #[error("“{0}” is no e-mail address")]
    Email(String),
    /// Somebody without a role could sign in and see nothing.
    #[error("give at least one role")]
    NoRole,
}

impl NewAccount {
    /// The account as it was asked for.
    ///
    /// # Errors
    /// Where the name or the address cannot be one, or no role is given.
    pub fn parse(name: &str, email: Option<&str>, roles: &[Role]) -> Result<Self, AccountError> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > MOST || name.chars().any(char::is_control) {
            return Err(AccountError::Name(name.to_owned()));
        }
        let email = email.map(address).transpose()?;
        if roles.is_empty() {
            return Err(AccountError::NoRole);
        }
        Ok(Self {
            name: name.to_owned(),
            email,
            roles: Role::ALL
                .into_iter()
                .filter(|role| roles.contains(role))
                .collect(),
        })
    }
}

/// How an address is kept and compared: in small letters, without spaces around it.
pub fn known_as(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// An address is known by what stands on both sides of its one @; whether it exists, mail will tell.
pub(crate) fn address(typed: &str) -> Result<String, AccountError> {
    let address = known_as(typed);
    let whole = address
        .split_once('@')
        .is_some_and(|(who, host)| !who.is_empty() && !host.is_empty() && !host.contains('@'));
    let odd = |c: char| c.is_whitespace() || c.is_control();
    if !whole || address.contains(odd) || address.chars().count() > MOST {
        return Err(AccountError::Email(typed.to_owned()));
    }
    Ok(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_has_a_name_and_a_role() {
        let both = [Role::SteeringUnit, Role::PortfolioManager, Role::SteeringUnit];
        let new = NewAccount::parse(" Styrning ", Some("Styrning@Myndigheten.example"), &both);
        let new = new.expect("an account");
        assert_eq!(new.name, "Styrning");
        assert_eq!(new.email.as_deref(), Some("styrning@myndigheten.example"));
        assert_eq!(new.roles, [Role::PortfolioManager, Role::SteeringUnit]);
        assert_eq!(
            NewAccount::parse("  ", None, &both),
            Err(AccountError::Name(String::new()))
        );
        assert_eq!(
            NewAccount::parse("Styrning", None, &[]),
            Err(AccountError::NoRole)
        );
    }

    #[test]
    fn a_name_and_an_address_have_a_length_and_a_name_is_one_line() {
        let name = |name: &str| NewAccount::parse(name, None, &[Role::Admin]).is_ok();
        assert!(name(&"å".repeat(200)) && !name(&"å".repeat(201)) && !name(&"å".repeat(300)));
        assert!(!name("Styr\u{7}ning"));
        let email = |length: usize| {
            let address = format!("{}@b.se", "å".repeat(length - 5));
            NewAccount::parse("Styrning", Some(&address), &[Role::Admin]).is_ok()
        };
        assert!(email(200) && !email(201) && !email(300));
    }

    #[test]
    fn an_address_has_two_sides() {
        for typed in ["", "@", "a@", "@b", "a@b@c", "a b@c", "a@b c", "ab"] {
            let refused = NewAccount::parse("Styrning", Some(typed), &[Role::Admin]);
            assert_eq!(refused, Err(AccountError::Email(typed.to_owned())));
        }
    }
}
