//! Identities that are the same each time.

use uuid::Uuid;

/// What an identity is of.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Scheme,
    Unit,
    Group,
    Portfolio,
    AreaSet,
    Area,
    Initiative,
    Delivery,
    Benefit,
    Statement,
    Report,
    Assessment,
    Calculation,
    Alternative,
    Line,
    Measure,
    Goal,
    Measurement,
}

impl Kind {
    pub fn number(self) -> u64 {
        self as u64 + 1
    }
}

/// The identity of the thing with this number.
pub fn id(of: Kind, number: usize) -> Uuid {
    let kind = u128::from(of.number()) << 40;
    let number = u128::try_from(number).expect("a number fits");
    Uuid::from_u128(0x019a_0000_0000_7000_8000_0000_0000_0000 | kind | (number + 1))
}
