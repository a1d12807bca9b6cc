//! Passwords: which may be chosen, and how long one waits after wrong ones.
//!
//! OWASP ASVS 5.0, 6.2 and 6.3: long rather than odd, any characters, nothing that everybody chooses, no
//! change unless there is a reason; guessing slows down, whether there is such an account or not.

use chrono::TimeDelta;

/// Fewest characters.
pub const SHORTEST: usize = 12;
/// Most characters: enough for any sentence, and little enough to hash.
pub const LONGEST: usize = 128;

/// Why a password cannot be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordProblem {
    /// It has too few characters.
    #[error("a password has at least {SHORTEST} characters")]
    TooShort,
    /// It has too many.
    #[error("a password has at most {LONGEST} characters")]
    TooLong,
    /// It was typed in two ways.
    #[error("both times the same password")]
    Differs,
    /// It is easily guessed: many use it, or it is made of the account's own name.
    #[error("this password is easily guessed")]
    Common,
}

impl PasswordProblem {
    /// All.
    pub const ALL: [Self; 4] = [Self::TooShort, Self::TooLong, Self::Differs, Self::Common];

    /// The code used in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooShort => "kort",
            Self::TooLong => "langt",
            Self::Differs => "olika",
            Self::Common => "vanligt",
        }
    }

    /// The problem with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|problem| problem.code() == code)
    }
}

/// Whether a password may be chosen, as far as its length goes and it was typed alike twice.
///
/// # Errors
/// Where it may not. Spaces count, and nothing is cut off.
pub fn check(password: &str, again: &str) -> Result<(), PasswordProblem> {
    match password.chars().count() {
        length if length < SHORTEST => Err(PasswordProblem::TooShort),
        length if length > LONGEST => Err(PasswordProblem::TooLong),
        _ if password != again => Err(PasswordProblem::Differs),
        _ => Ok(()),
    }
}

/// Whether little is left of a password without what its account is called.
pub fn is_made_of(password: &str, own: &[&str]) -> bool {
    const LEFT: usize = 8;
    let mut left = password.to_lowercase();
    for part in own
        .iter()
        .map(|part| part.to_lowercase())
        .filter(|part| part.chars().count() > 2)
    {
        left = left.replace(&part, "");
    }
    left.chars().filter(|c| c.is_alphanumeric()).count() < LEFT && left.len() < password.len()
}

/// So many wrong passwords in a row cost nothing: people mistype.
const FREE: u32 = 4;
/// The longest wait.
const MOST: i64 = 15 * 60;

/// How long the next attempt has to wait after so many wrong ones in a row: a second, doubled with each,
/// a quarter of an hour at most, so that nobody is locked out by somebody else's guessing.
pub fn wait_after(failures: u32) -> TimeDelta {
    let Some(over) = failures.checked_sub(FREE) else {
        return TimeDelta::zero();
    };
    if over == 0 {
        return TimeDelta::zero();
    }
    let seconds = 1_i64.checked_shl(over.saturating_sub(1).min(30)).unwrap_or(MOST);
    TimeDelta::seconds(seconds.min(MOST))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_password_is_long_and_typed_alike_twice() {
        let long = "å".repeat(SHORTEST);
        assert_eq!(check(&long, &long), Ok(()));
        assert_eq!(
            check("elva tecken", "elva tecken"),
            Err(PasswordProblem::TooShort)
        );
        assert_eq!(check(&long, &long.to_uppercase()), Err(PasswordProblem::Differs));
        let most = "😀".repeat(LONGEST);
        assert_eq!(check(&most, &most), Ok(()), "characters are counted, not bytes");
        let over = format!("{most}x");
        assert_eq!(check(&over, &over), Err(PasswordProblem::TooLong));
        let spaces = " ".repeat(SHORTEST);
        assert_eq!(
            check(&spaces, &spaces),
            Ok(()),
            "whether it is guessed is another question"
        );
    }

    #[test]
    fn a_name_with_a_little_beside_it_is_no_password() {
        let own = ["Enheten", "Styrning", "styrning", "myndigheten.example"];
        for easy in [
            "Enheten Styrning",
            "styrning@myndigheten.example",
            "Styrning-2026!!",
        ] {
            assert!(is_made_of(easy, &own), "{easy}");
        }
        assert!(!is_made_of("tre gula båtar på isen", &own));
        assert!(
            !is_made_of("styrning över trettio sjöar", &own),
            "enough is left of it"
        );
        assert!(
            !is_made_of("......!!....", &own),
            "it is guessed for another reason"
        );
    }

    #[test]
    fn a_name_of_two_letters_says_nothing_and_eight_letters_beside_one_are_enough() {
        assert!(!is_made_of("ababababababab", &["ab"]));
        assert!(is_made_of("abcabcabcabcabc", &["abc"]));
        assert!(is_made_of("styrning-1234567", &["styrning"]));
        assert!(!is_made_of("styrning-12345678", &["styrning"]));
    }

    #[test]
    fn waiting_begins_after_the_free_ones_and_ends_at_a_quarter() {
        let seconds = |failures| wait_after(failures).num_seconds();
        assert_eq!([0, 1, 4].map(seconds), [0, 0, 0]);
        assert_eq!([5, 6, 7, 8].map(seconds), [1, 2, 4, 8]);
        assert_eq!([14, 15, 40, u32::MAX].map(seconds), [512, 900, 900, 900]);
    }

    proptest! {
        #[test]
        fn one_more_wrong_never_shortens_the_wait(failures in 0..u32::MAX) {
            prop_assert!(wait_after(failures) <= wait_after(failures + 1));
            prop_assert!(wait_after(failures) <= TimeDelta::seconds(MOST));
        }
    }
}
