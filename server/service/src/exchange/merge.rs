//! What an import adds and what it changes.

use std::collections::BTreeMap;

use domain::agency::Agency;
use store::Versioned;

/// What of one kind is new and what differs from the database.
pub(super) struct Merge<'a, T> {
    /// To be added.
    pub new: Vec<T>,
    /// To be changed: before with its version, and after.
    pub changed: Vec<(&'a Versioned<T>, T)>,
    /// Place of each changed one in the file.
    pub places: Vec<usize>,
}

impl<'a, T: Clone + PartialEq> Merge<'a, T> {
    /// Holds the file's entities against the database's.
    pub(super) fn of<I: Ord>(file: &[T], stored: &'a [Versioned<T>], id: impl Fn(&T) -> I) -> Self {
        let by_id: BTreeMap<I, &Versioned<T>> = stored
            .iter()
            .map(|versioned| (id(&versioned.value), versioned))
            .collect();
        let mut merge = Self {
            new: Vec::new(),
            changed: Vec::new(),
            places: Vec::new(),
        };
        for (place, entity) in file.iter().enumerate() {
            match by_id.get(&id(entity)) {
                None => merge.new.push(entity.clone()),
                Some(versioned) if versioned.value == *entity => {}
                Some(versioned) => {
                    merge.changed.push((versioned, entity.clone()));
                    merge.places.push(place);
                }
            }
        }
        merge
    }

    pub(super) fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty()
    }
}

/// All entities as they are after the import: the database's, with the file's over them.
pub(super) fn over<T: Clone, I: Ord>(file: &[T], stored: &[Versioned<T>], id: impl Fn(&T) -> I) -> Vec<T> {
    let mut all: BTreeMap<I, T> = stored
        .iter()
        .map(|versioned| (id(&versioned.value), versioned.value.clone()))
        .collect();
    for entity in file {
        all.insert(id(entity), entity.clone());
    }
    all.into_values().collect()
}

/// The agency changes, where the file's differs.
pub(super) fn agency_differs(file: &Agency, stored: Option<&Versioned<Agency>>) -> bool {
    stored.is_none_or(|stored| stored.value != *file)
}
