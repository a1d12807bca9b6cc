//! The parts that a measure can be split into: sex, channel and component.

use serde::{Deserialize, Serialize};

/// Sex, as official statistics have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Women.
    Women,
    /// Men.
    Men,
}

impl Sex {
    /// Both, in the order of tables.
    pub const ALL: [Self; 2] = [Self::Women, Self::Men];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Women => "women",
            Self::Men => "men",
        }
    }

    /// The sex with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What something is split by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DimensionKind {
    /// Women and men.
    Sex,
    /// The way in: a system, an office, a telephone line.
    Channel,
    /// A part of the measure itself, such as short and long sick leave.
    Component,
}

/// A way in which a measure is split, and the parts that it then has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// By what.
    pub kind: DimensionKind,
    /// The parts by name; none for sex, which has the same two everywhere.
    #[serde(default)]
    pub parts: Vec<String>,
}

/// Which part is meant: of each dimension one, or the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// Women or men; none for both.
    #[serde(default)]
    pub sex: Option<Sex>,
    /// A channel by name; none for all.
    #[serde(default)]
    pub channel: Option<String>,
    /// A component by name; none for all.
    #[serde(default)]
    pub component: Option<String>,
}

impl Split {
    /// The whole.
    pub fn whole() -> Self {
        Self::default()
    }

    /// It is the whole, not a part of it.
    pub fn is_whole(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a measure that is split in these ways has this part.
    pub fn is_among(&self, dimensions: &[Dimension]) -> bool {
        let of = |kind| dimensions.iter().find(|one| one.kind == kind);
        let named = |kind, part: &Option<String>| {
            part.as_ref()
                .is_none_or(|part| of(kind).is_some_and(|one| one.parts.contains(part)))
        };
        (self.sex.is_none() || of(DimensionKind::Sex).is_some())
            && named(DimensionKind::Channel, &self.channel)
            && named(DimensionKind::Component, &self.component)
    }

    /// The parts of one dimension at a time, after the whole: what a form of a measurement asks for.
    pub fn offered(dimensions: &[Dimension]) -> Vec<Self> {
        let mut all = vec![Self::whole()];
        for dimension in dimensions {
            match dimension.kind {
                DimensionKind::Sex => all.extend(Sex::ALL.map(|sex| Self {
                    sex: Some(sex),
                    ..Self::default()
                })),
                DimensionKind::Channel => all.extend(dimension.parts.iter().map(|part| Self {
                    channel: Some(part.clone()),
                    ..Self::default()
                })),
                DimensionKind::Component => all.extend(dimension.parts.iter().map(|part| Self {
                    component: Some(part.clone()),
                    ..Self::default()
                })),
            }
        }
        all
    }

    /// The part as one word of a form: "women", "channel:Telefon", "women;component:Kort". Empty for the whole.
    pub fn key(&self) -> String {
        let named = |kind: &str, part: &Option<String>| part.as_ref().map(|part| format!("{kind}:{part}"));
        let parts = [
            self.sex.map(|sex| sex.code().to_owned()),
            named("channel", &self.channel),
            named("component", &self.component),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(";")
    }

    /// Reads what [`Split::key`] writes.
    pub fn from_key(key: &str) -> Option<Self> {
        let mut split = Self::default();
        for part in key.split(';').filter(|part| !part.is_empty()) {
            match part.split_once(':') {
                None => split.sex = Some(Sex::from_code(part)?),
                Some(("channel", name)) => split.channel = Some(name.to_owned()),
                Some(("component", name)) => split.component = Some(name.to_owned()),
                Some(_) => return None,
            }
        }
        Some(split)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dimensions() -> Vec<Dimension> {
        vec![
            Dimension {
                kind: DimensionKind::Sex,
                parts: Vec::new(),
            },
            Dimension {
                kind: DimensionKind::Component,
                parts: vec!["Kort".to_owned(), "Lång".to_owned()],
            },
        ]
    }

    #[test]
    fn a_part_is_of_the_measure_or_it_is_not() {
        let both = Split {
            sex: Some(Sex::Women),
            component: Some("Kort".to_owned()),
            channel: None,
        };
        assert!(both.is_among(&dimensions()));
        assert!(Split::whole().is_among(&[]));
        assert!(!both.is_among(&[]));
        let other = Split {
            channel: Some("Telefon".to_owned()),
            ..Split::default()
        };
        assert!(!other.is_among(&dimensions()));
        let unknown = Split {
            component: Some("Medel".to_owned()),
            ..Split::default()
        };
        assert!(!unknown.is_among(&dimensions()));
    }

    #[test]
    fn a_form_asks_for_the_whole_and_each_part() {
        let keys: Vec<String> = Split::offered(&dimensions()).iter().map(Split::key).collect();
        assert_eq!(keys, ["", "women", "men", "component:Kort", "component:Lång"]);
        for key in keys.iter().map(String::as_str).chain(["women;component:Kort"]) {
            assert_eq!(
                Split::from_key(key).map(|split| split.key()).as_deref(),
                Some(key)
            );
        }
        assert_eq!(Split::from_key("age:old"), None);
        assert_eq!(Split::from_key("others"), None);
    }

    #[test]
    fn each_channel_is_a_part_by_its_name() {
        let channels = [Dimension {
            kind: DimensionKind::Channel,
            parts: vec!["Telefon".to_owned()],
        }];
        let keys: Vec<String> = Split::offered(&channels).iter().map(Split::key).collect();
        assert_eq!(keys, ["", "channel:Telefon"]);
    }
}
