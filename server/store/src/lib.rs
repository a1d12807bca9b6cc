//! The only room that speaks to the database.
//!
//! [`Store`] holds one writer and several readers. Everything that changes data goes through
//! [`Store::write_txn`], which locks the head of the audit chain first and commits with its audit
//! events or not at all. [`repo`] has one file per noun; every function takes the request's context
//! first and a connection second, so that the same code runs inside and outside a transaction.

pub mod audit;
mod db;
pub mod entity;
mod error;
mod kept;
mod moment;
mod redaction;
pub mod repo;
mod schema_lock;
mod trouble;
mod txn;
mod verify;
mod versioned;
mod whole;

pub use audit::{AuditRecord, Trail};
pub use db::{CONNECTIONS, Closed, Kind, Place, Pool, Store, StoreOptions};
pub use error::{Result, StoreError};
pub use kept::Kept;
pub use redaction::name_erase;
pub use schema_lock::SchemaLock;
pub use sea_orm::ConnectionTrait;
pub use trouble::Trouble;
pub use txn::WriteTxn;
pub use verify::{ChainHead, Damage, DamageKind, Verified, verify};
pub use versioned::Versioned;
pub use whole::copy_whole;
