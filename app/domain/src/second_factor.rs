//! The second thing that somebody signs in by, beside the password: a code from an app, or one of those
//! kept for the day when the app is gone.
//!
//! OWASP ASVS 5.0, 6.3.3 (more than one factor at level 2), 6.5.1 (a code is used once) and 6.5.5 (a code
//! from an app lives 30 seconds); RFC 6238.

/// Seconds that a code from an app is shown for.
pub const STEP: u64 = 30;
/// Digits of a code from an app.
pub const DIGITS: usize = 6;
/// So many codes for the day when the app is gone are given out at a time.
pub const RECOVERY_CODES: usize = 10;
/// Random bytes of such a code: 120 bits, so that a plain hash of it can be kept.
pub const RECOVERY_BYTES: usize = 15;
/// Letters of such a code, in groups of four.
const RECOVERY_LETTERS: usize = 24;
/// Five bits each, in Crockford's alphabet: nothing that reads as something else.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// How far somebody has come with signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// All the way.
    Whole,
    /// The password was right; the code of their app is asked for.
    Code,
    /// The password was right; they have no app yet.
    Enrol,
}

impl Stage {
    /// All.
    pub const ALL: [Self; 3] = [Self::Whole, Self::Code, Self::Enrol];

    /// The code used in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Code => "code",
            Self::Enrol => "enrol",
        }
    }

    /// The stage with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

/// A code as it was typed, once it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Code {
    /// Of the app: six digits.
    App(String),
    /// Of those that were kept: as [`recovery_code`] writes it.
    Recovery(String),
}

impl Code {
    /// Reads what was typed or pasted: spaces and dashes are of no account, neither is the size of letters,
    /// and what looks like a digit is one. None where it is no code of either kind.
    pub fn parse(typed: &str) -> Option<Self> {
        let plain: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–'))
            .flat_map(char::to_lowercase)
            .collect();
        if plain.len() == DIGITS && plain.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(Self::App(plain));
        }
        let letters: Option<Vec<u8>> = plain
            .bytes()
            .map(|byte| match byte {
                b'o' => Some(b'0'),
                b'i' | b'l' => Some(b'1'),
                other => ALPHABET.contains(&other).then_some(other),
            })
            .collect();
        letters
            .filter(|letters| letters.len() == RECOVERY_LETTERS)
            .map(|letters| Self::Recovery(grouped(&letters)))
    }
}

/// A code for the day when the app is gone, of random bytes: `3f7k-…`, six groups of four.
pub fn recovery_code(bytes: [u8; RECOVERY_BYTES]) -> String {
    let bit = |at: usize| (bytes[at / 8] >> (7 - at % 8)) & 1;
    let letters: Vec<u8> = (0..RECOVERY_LETTERS)
        .map(|letter| (0..5).fold(0_u8, |value, at| (value << 1) | bit(letter * 5 + at)))
        .map(|value| ALPHABET[usize::from(value)])
        .collect();
    grouped(&letters)
}

fn grouped(letters: &[u8]) -> String {
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().copied().map(char::from).collect())
        .collect();
    groups.join("-")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_code_of_an_app_has_six_digits_however_it_is_typed() {
        for typed in ["123456", " 123 456 ", "123-456"] {
            assert_eq!(
                Code::parse(typed),
                Some(Code::App("123456".to_owned())),
                "{typed}"
            );
        }
        for typed in ["", "12345", "1234567", "12345a", "１２３４５６"] {
            assert_eq!(Code::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_looks_like_a_digit_is_one() {
        let kept = "0111-0123-4567-89ab-cdef-ghjk";
        let read = Some(Code::Recovery(kept.to_owned()));
        assert_eq!(Code::parse("OIl1 o123 4567 89AB CDEF GHJK"), read);
        assert_eq!(Code::parse(kept), read);
        assert_eq!(
            Code::parse("u111-0123-4567-89ab-cdef-ghjk"),
            None,
            "no letter of ours"
        );
        assert_eq!(Code::parse(&kept[1..]), None, "one is missing");
    }

    #[test]
    fn all_bits_are_in_a_code() {
        assert_eq!(
            recovery_code([0; RECOVERY_BYTES]),
            "0000-0000-0000-0000-0000-0000"
        );
        assert_eq!(
            recovery_code([0xff; RECOVERY_BYTES]),
            "zzzz-zzzz-zzzz-zzzz-zzzz-zzzz"
        );
    }

    proptest! {
        /// A letter is five bits, the first bits first.
        #[test]
        fn a_code_is_its_bytes_five_bits_a_letter(bytes: [u8; RECOVERY_BYTES]) {
            let value = |letter: u8| ALPHABET.iter().position(|one| *one == letter).expect("one of ours");
            let code = recovery_code(bytes);
            let of_code: String = code.bytes().filter(|byte| *byte != b'-').map(|letter| format!("{:05b}", value(letter))).collect();
            let of_bytes: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
            prop_assert_eq!(of_code, of_bytes);
        }

        #[test]
        fn what_is_given_out_is_read_and_no_two_are_alike(
            one: [u8; RECOVERY_BYTES],
            other: [u8; RECOVERY_BYTES],
        ) {
            let code = recovery_code(one);
            prop_assert_eq!(Code::parse(&code), Some(Code::Recovery(code.clone())));
            prop_assert_eq!(one == other, code == recovery_code(other));
        }

        #[test]
        fn whatever_is_typed_is_read_or_not(typed in ".{0,40}") {
            if let Some(Code::App(code)) = Code::parse(&typed) {
                prop_assert_eq!(code.len(), DIGITS);
            }
        }
    }
}
