//! What a register is sorted by.

/// A column that a register can be sorted by. The default is how it comes.
pub trait Column: Copy + PartialEq + Default + std::fmt::Debug + 'static {
    /// All, from left to right.
    const ALL: &'static [Self];

    /// What it is called in addresses.
    fn code(self) -> &'static str;

    /// It is read from the largest or the newest at first.
    fn descends(self) -> bool;
}

/// A column and a direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order<C> {
    /// The column.
    pub column: C,
    /// The other way round than it is read at first.
    pub reversed: bool,
}

impl<C: Column> Order<C> {
    /// The order with this code: the column's, with a dash before it where it is reversed.
    pub fn from_code(code: &str) -> Option<Self> {
        let (reversed, code) = code.strip_prefix('-').map_or((false, code), |code| (true, code));
        let column = C::ALL.iter().copied().find(|column| column.code() == code)?;
        Some(Self { column, reversed })
    }

    /// Its code.
    pub fn code(self) -> String {
        let dash = if self.reversed { "-" } else { "" };
        format!("{dash}{}", self.column.code())
    }

    /// The largest or newest comes first.
    pub fn descends(self) -> bool {
        self.column.descends() != self.reversed
    }

    /// The order that a column's head leads to: that column, or the same the other way round.
    pub fn by(self, column: C) -> Self {
        Self {
            column,
            reversed: column == self.column && !self.reversed,
        }
    }
}

/// Names columns: in addresses, and whether they are read from the largest.
macro_rules! columns {
    ($(#[$doc:meta])* $name:ident { $($(#[$column_doc:meta])* $column:ident: $code:literal, $descends:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            $($(#[$column_doc])* $column,)+
        }

        impl $crate::register::Column for $name {
            const ALL: &'static [Self] = &[$(Self::$column),+];

            fn code(self) -> &'static str {
                match self {
                    $(Self::$column => $code,)+
                }
            }

            fn descends(self) -> bool {
                match self {
                    $(Self::$column => $descends,)+
                }
            }
        }
    };
}
pub(super) use columns;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::InitiativeColumn;

    #[test]
    fn a_head_turns_the_order_round() {
        let by_name = Order::<InitiativeColumn>::default().by(InitiativeColumn::Name);
        assert_eq!((by_name.code().as_str(), by_name.descends()), ("namn", false));
        let back = by_name.by(InitiativeColumn::Name);
        assert_eq!((back.code().as_str(), back.descends()), ("-namn", true));
        assert_eq!(back.by(InitiativeColumn::Name), by_name);
        let counts = back.by(InitiativeColumn::Benefits);
        assert_eq!((counts.code().as_str(), counts.descends()), ("nyttor", true));
    }

    #[test]
    fn codes_read_back() {
        for &column in InitiativeColumn::ALL {
            for reversed in [false, true] {
                let order = Order { column, reversed };
                assert_eq!(Order::from_code(&order.code()), Some(order));
            }
        }
        assert_eq!(Order::<InitiativeColumn>::from_code("storlek"), None);
    }
}
