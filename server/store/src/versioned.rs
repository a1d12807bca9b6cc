use domain::id::AccountId;

/// A stored value with what optimistic locking and the policy need to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versioned<T> {
    /// The value.
    pub value: T,
    /// Grows by one with every change.
    pub version: i32,
    /// Who made the latest change; none for imports.
    pub edited_by: Option<AccountId>,
}

/// The values alone.
pub(crate) fn values<T>(versioned: Vec<Versioned<T>>) -> Vec<T> {
    versioned.into_iter().map(|versioned| versioned.value).collect()
}
