//! A calculation as it is written for `nytta calc`. Unknown keys, doubled years and missing estimates are refused.

use std::collections::BTreeMap;
use std::fmt;

use rust_decimal::Decimal;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::case::{Case, CaseError, CaseLine, LineKind};
use super::estimate::Estimate;
use crate::benefit::ValueClass;

/// An exact number: text such as "0.035", or a whole number. A number with a decimal point that is not in quotation
/// marks has passed through binary fractions in most programs, so it is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Exact(Decimal);

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl Visitor<'_> for Reader {
            type Value = Exact;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an exact number as text, such as \"1500000\" or \"0.035\"")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Exact, E> {
                Decimal::from_str_exact(text)
                    .map(Exact)
                    .map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Exact, E> {
                Ok(Exact(Decimal::from(number)))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Exact, E> {
                Ok(Exact(Decimal::from(number)))
            }
        }

        deserializer.deserialize_any(Reader)
    }
}

/// Amounts by year, each year once.
#[derive(Clone, Debug, Default)]
struct Amounts(BTreeMap<i32, Estimate<Exact>>);

impl<'de> Deserialize<'de> for Amounts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Amounts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("amounts by year, such as {\"2025\": {\"low\": …, \"likely\": …, \"high\": …}}")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Amounts, M::Error> {
                let mut amounts = Amounts::default();
                while let Some(written) = map.next_key::<String>()? {
                    let year = (written.len() == 4 && written.bytes().all(|b| b.is_ascii_digit()))
                        .then(|| written.parse().ok())
                        .flatten()
                        .ok_or_else(|| de::Error::invalid_value(de::Unexpected::Str(&written), &"a year"))?;
                    if amounts.0.insert(year, map.next_value()?).is_some() {
                        return Err(de::Error::custom(format_args!("{year} is there twice")));
                    }
                }
                Ok(amounts)
            }
        }

        deserializer.deserialize_map(Reader)
    }
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Cost,
    Benefit,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Class {
    Financial,
    Redistribution,
    Qualitative,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileLine {
    name: String,
    kind: Kind,
    #[serde(default)]
    amounts: Amounts,
    #[serde(default)]
    category: Option<String>,
    #[serde(default)]
    value_class: Option<Class>,
}

/// A calculation as written. `category` says what a cost is for and is not calculated with.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    name: String,
    base_year: i64,
    horizon_years: i64,
    discount_rate: Exact,
    lines: Vec<FileLine>,
}

/// What is wrong with a file that can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CaseFileError {
    /// Something has no name.
    #[error("{place} has no name")]
    Nameless {
        /// Where.
        place: String,
    },
    /// A benefit says not how it is valued.
    #[error("line “{line}” is a benefit without value_class: financial, redistribution or qualitative")]
    NoClass {
        /// The line.
        line: String,
    },
    /// A cost has what only benefits have.
    #[error("line “{line}” is a cost, and has a value_class: only benefits have one")]
    CostWithClass {
        /// The line.
        line: String,
    },
    /// A benefit has what only costs have.
    #[error("line “{line}” is a benefit, and has a category: only costs have one")]
    BenefitWithCategory {
        /// The line.
        line: String,
    },
    /// It cannot be worked out.
    #[error(transparent)]
    Case(#[from] CaseError),
}

impl CaseFile {
    /// The case, valid.
    pub fn into_case(self) -> Result<Case, CaseFileError> {
        if self.name.trim().is_empty() {
            let place = "the calculation".to_owned();
            return Err(CaseFileError::Nameless { place });
        }
        let lines = (1..)
            .zip(self.lines)
            .map(|(number, line)| line.into_line(number))
            .collect::<Result<_, _>>()?;
        let Exact(rate) = self.discount_rate;
        Ok(Case::new(self.base_year, self.horizon_years, rate, lines)?)
    }
}

impl FileLine {
    fn into_line(self, number: u32) -> Result<CaseLine, CaseFileError> {
        let Self {
            name,
            kind,
            amounts,
            category,
            value_class,
        } = self;
        if name.trim().is_empty() {
            let place = format!("line {number}");
            return Err(CaseFileError::Nameless { place });
        }
        let kind = match (kind, value_class) {
            (Kind::Cost, None) => LineKind::Cost,
            (Kind::Cost, Some(_)) => return Err(CaseFileError::CostWithClass { line: name }),
            (Kind::Benefit, _) if category.is_some() => {
                return Err(CaseFileError::BenefitWithCategory { line: name });
            }
            (Kind::Benefit, None) => return Err(CaseFileError::NoClass { line: name }),
            (Kind::Benefit, Some(Class::Financial)) => LineKind::Benefit(ValueClass::Financial),
            (Kind::Benefit, Some(Class::Redistribution)) => LineKind::Benefit(ValueClass::Redistribution),
            (Kind::Benefit, Some(Class::Qualitative)) => LineKind::Benefit(ValueClass::Qualitative),
        };
        let amounts = amounts
            .0
            .into_iter()
            .map(|(year, estimate)| (year, estimate.map(|Exact(amount)| amount)))
            .collect();
        Ok(CaseLine { name, kind, amounts })
    }
}
