//! What tests are written with: identities by number, and things as files have them.

use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use crate::shared_list::SharedList;

pub(crate) fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub(crate) fn read<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).expect("as in an exchange file")
}

pub(crate) fn all<T: DeserializeOwned>(values: Vec<Value>) -> SharedList<T> {
    values.into_iter().map(read).collect()
}
