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
pub struct Names {
    found: BTreeMap<(Noun, Option<Uuid>, String), Lookup>,
    /// Each name as it is written, by how it is compared.
    written: BTreeMap<(Noun, Option<Uuid>, String), String>,
}

/// How alike two names have to be for one to be meant by the other: from 0 to 1 (Jaro-Winkler). Of short words a
/// letter that is left out or typed twice lies above it.
const ALIKE: f64 = 0.92;

impl Names {
    /// Notes something that is there. Of two with the same name neither is meant.
    pub fn there(&mut self, noun: Noun, within: Option<Uuid>, name: &str, id: Uuid) {
        self.write(noun, within, name);
        self.found
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
        self.found.insert(key, Lookup::There(id));
        self.write(noun, within, name);
    }

    /// Notes what a row brings.
    pub fn brought(&mut self, noun: Noun, within: Option<Uuid>, name: &str, id: Uuid) {
        let key = (noun, within, folded(name));
        self.found.insert(key, Lookup::Brought(id));
        self.write(noun, within, name);
    }

    /// Notes what a row would have brought: what refers to it is not to blame.
    pub fn failed(&mut self, noun: Noun, within: Option<Uuid>, name: &str) {
        let key = (noun, within, folded(name));
        self.found.entry(key).or_insert(Lookup::Failed);
        self.write(noun, within, name);
    }

    fn write(&mut self, noun: Noun, within: Option<Uuid>, name: &str) {
        let key = (noun, within, folded(name));
        self.written.insert(key, name.trim().to_owned());
    }

    /// The name that is most like one that nothing has, where any is enough.
    pub fn nearest(&self, noun: Noun, within: Option<Uuid>, name: &str) -> Option<&str> {
        let name = folded(name);
        let of = self.written.range((noun, within, String::new())..);
        let of = of.take_while(|((other, place, _), _)| (*other, *place) == (noun, within));
        let alike = of.map(|((_, _, other), written)| (strsim::jaro_winkler(&name, other), written));
        let best = alike.max_by(|(one, _), (other, _)| one.total_cmp(other));
        best.filter(|(alike, _)| *alike >= ALIKE)
            .map(|(_, written)| written.as_str())
    }

    /// What the name stands for.
    pub fn find(&self, noun: Noun, within: Option<Uuid>, name: &str) -> Lookup {
        let key = (noun, within, folded(name));
        self.found.get(&key).copied().unwrap_or(Lookup::Nothing)
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
    fn a_name_that_is_nearly_one_is_told_as_it_is_written() {
        let mut names = Names::default();
        for (name, id) in [("Ny tidsbokning", A), ("Nytt ärendestöd", B)] {
            names.there(Noun::Initiative, None, name, id);
        }
        names.there(Noun::Delivery, Some(A), "Ny tidsbokining", A);
        let nearest = |name: &str| names.nearest(Noun::Initiative, None, name);
        assert_eq!(nearest("ny  tidsbokining"), Some("Ny tidsbokning"));
        assert_eq!(nearest("Nytt arendestöd"), Some("Nytt ärendestöd"));
        assert_eq!(nearest("Något helt annat"), None);
        assert_eq!(names.nearest(Noun::Unit, None, "Ny tidsbokning"), None);
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

    #[test]
    fn what_a_row_brings_has_its_name_from_then_on() {
        let mut names = Names::default();
        names.brought(Noun::Unit, None, "Norr", A);
        assert_eq!(names.find(Noun::Unit, None, " norr"), Lookup::Brought(A));
        assert_eq!(names.nearest(Noun::Unit, None, "Nor"), Some("Norr"));
    }
}
