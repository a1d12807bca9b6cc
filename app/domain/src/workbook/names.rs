use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a name can be the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Noun {
    Unit,
    Portfolio,
    AreaSet,
    Area,
    BenefitGroup,
    Initiative,
    Delivery,
    Benefit,
    Statement,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// Something that was there before.
    There(Uuid),
    /// Something that an earlier row brings.
    Brought(Uuid),
    /// What an earlier row would bring, had it nothing to mend.
    Failed,
    /// Several things have it.
    Several,
    /// Nothing has it.
    Nothing,
}

/// Names of what there is, with what each belongs to.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeMap<(Noun, Option<Uuid>, String), Lookup>);

impl Names {
    /// Notes something that is there. Of two with the same name neither is meant.
    pub fn there(&mut self, noun: Noun, within: Option<Uuid>, name: &str, id: Uuid) {
        self.0
            .entry((noun, within, folded(name)))
            .and_modify(|before| {
                if *before != Lookup::There(id) {
                    *before = Lookup::Several;
                }
            })
            .or_insert(Lookup::There(id));
    }

    /// Notes something that is there, in the place of whatever had the name before.
    pub fn there_now(&mut self, noun: Noun, within: Option<Uuid>, name: &str, id: Uuid) {
        let key = (noun, within, folded(name));
        self.0.insert(key, Lookup::There(id));
    }

    /// Notes what a row brings.
    pub fn brought(&mut self, noun: Noun, within: Option<Uuid>, name: &str, id: Uuid) {
        let key = (noun, within, folded(name));
        self.0.insert(key, Lookup::Brought(id));
    }

    /// Notes what a row would have brought: what refers to it is not to blame.
    pub fn failed(&mut self, noun: Noun, within: Option<Uuid>, name: &str) {
        let key = (noun, within, folded(name));
        self.0.entry(key).or_insert(Lookup::Failed);
    }

    /// What the name stands for.
    pub fn find(&self, noun: Noun, within: Option<Uuid>, name: &str) -> Lookup {
        let key = (noun, within, folded(name));
        self.0.get(&key).copied().unwrap_or(Lookup::Nothing)
    }
}

/// A name as it is compared: neither case nor how much space stands between words tells two apart.
pub fn folded(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Uuid = Uuid::from_u128(1);
    const B: Uuid = Uuid::from_u128(2);

    #[test]
    fn a_name_is_found_however_it_is_spaced_and_within_what_it_belongs_to() {
        let mut names = Names::default();
        names.there(Noun::Delivery, Some(A), "Ny  Ärendevy", B);
        assert_eq!(
            names.find(Noun::Delivery, Some(A), " ny ärendevy\n"),
            Lookup::There(B)
        );
        assert_eq!(
            names.find(Noun::Delivery, Some(B), "Ny Ärendevy"),
            Lookup::Nothing
        );
        assert_eq!(names.find(Noun::Benefit, Some(A), "Ny Ärendevy"), Lookup::Nothing);
        assert_eq!(
            names.find(Noun::Delivery, Some(A), "Ny Arendevy"),
            Lookup::Nothing
        );
    }

    #[test]
    fn of_two_with_the_same_name_neither_is_meant_unless_one_takes_the_place_of_the_other() {
        let mut names = Names::default();
        names.there(Noun::Initiative, None, "Arkiv", A);
        names.there(Noun::Initiative, None, "Arkiv", A);
        assert_eq!(names.find(Noun::Initiative, None, "Arkiv"), Lookup::There(A));
        names.there(Noun::Initiative, None, "arkiv", B);
        assert_eq!(names.find(Noun::Initiative, None, "Arkiv"), Lookup::Several);
        names.there_now(Noun::Area, None, "4.1", A);
        names.there_now(Noun::Area, None, "4.1", B);
        assert_eq!(names.find(Noun::Area, None, "4.1"), Lookup::There(B));
    }

    #[test]
    fn a_row_that_failed_hides_nothing_that_is_there() {
        let mut names = Names::default();
        names.there(Noun::Unit, None, "Norr", A);
        names.failed(Noun::Unit, None, "Norr");
        names.failed(Noun::Unit, None, "Söder");
        assert_eq!(names.find(Noun::Unit, None, "Norr"), Lookup::There(A));
        assert_eq!(names.find(Noun::Unit, None, "söder"), Lookup::Failed);
    }
}
