//! Files by what is in them: the same bytes are kept once.

use std::collections::HashMap;

use domain::ctx::Ctx;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use sha2::{Digest, Sha256};

use crate::entity::{measurement_proof, report_rendering, stored_file, stored_file_chunk};
use crate::error::{Result, StoreError};

const TABLE: &str = "stored_file";

/// Bytes in a piece: a database reads and writes a row as a whole.
const PIECE: usize = 256 * 1024;

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredFile {
    /// What kind of file it is.
    pub media_type: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Keeps a file; gives the hash that it is found by. Nothing is written where the same bytes are kept already: what
/// they were first called stays.
pub async fn stored_file_put(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    bytes: &[u8],
    media_type: &str,
) -> Result<String> {
    let hash = hash_of(bytes);
    let file = stored_file::Model {
        hash: hash.clone(),
        media_type: media_type.to_owned(),
        size: i64::try_from(bytes.len()).map_err(|_| StoreError::DoesNotFit {
            table: TABLE,
            column: "size",
            value: bytes.len().to_string(),
        })?,
    };
    let written = stored_file::Entity::insert(file.into_active_model())
        .on_conflict(
            OnConflict::column(stored_file::Column::Hash)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(db)
        .await?;
    if written == 0 {
        return Ok(hash);
    }
    // One at a time: a large file is not copied as a whole.
    for (ordinal, piece) in (0..).zip(bytes.chunks(PIECE)) {
        let piece = stored_file_chunk::Model {
            hash: hash.clone(),
            ordinal,
            bytes: piece.to_vec(),
        };
        stored_file_chunk::Entity::insert(piece.into_active_model())
            .exec_without_returning(db)
            .await?;
    }
    Ok(hash)
}

/// The file. Two statements.
///
/// # Errors
/// [`StoreError::Damaged`] where its bytes are not those that were kept.
pub async fn stored_file_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    hash: &str,
) -> Result<Option<StoredFile>> {
    let Some(file) = stored_file::Entity::find_by_id(hash).one(db).await? else {
        return Ok(None);
    };
    let pieces = stored_file_chunk::Entity::find()
        .filter(stored_file_chunk::Column::Hash.eq(hash))
        .order_by_asc(stored_file_chunk::Column::Ordinal)
        .all(db)
        .await?;
    let mut bytes = Vec::with_capacity(usize::try_from(file.size).unwrap_or_default());
    for piece in pieces {
        bytes.extend(piece.bytes);
    }
    if hash_of(&bytes) != file.hash {
        return Err(StoreError::Damaged {
            table: TABLE,
            id: file.hash,
            reason: "its bytes have another hash".to_owned(),
        });
    }
    Ok(Some(StoredFile {
        media_type: file.media_type,
        bytes,
    }))
}

/// Forgets those of these files that nothing names any more. One statement where there are any.
pub async fn stored_file_prune(_ctx: &Ctx, db: &impl ConnectionTrait, hashes: &[&str]) -> Result<()> {
    if hashes.is_empty() {
        return Ok(());
    }
    let named = measurement_proof::Entity::find()
        .select_only()
        .column(measurement_proof::Column::Hash)
        .filter(measurement_proof::Column::Hash.is_in(hashes.iter().copied()))
        .into_query();
    let decided = report_rendering::Entity::find()
        .select_only()
        .column(report_rendering::Column::Hash)
        .filter(report_rendering::Column::Hash.is_in(hashes.iter().copied()))
        .into_query();
    // Their pieces go with them.
    stored_file::Entity::delete_many()
        .filter(stored_file::Column::Hash.is_in(hashes.iter().copied()))
        .filter(stored_file::Column::Hash.not_in_subquery(named))
        .filter(stored_file::Column::Hash.not_in_subquery(decided))
        .exec(db)
        .await?;
    Ok(())
}

/// How large these files are, by hash. One statement.
pub async fn stored_file_sizes(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    hashes: &[&str],
) -> Result<HashMap<String, u64>> {
    let sizes: Vec<(String, i64)> = stored_file::Entity::find()
        .select_only()
        .columns([stored_file::Column::Hash, stored_file::Column::Size])
        .filter(stored_file::Column::Hash.is_in(hashes.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(sizes
        .into_iter()
        .map(|(hash, size)| (hash, u64::try_from(size).unwrap_or_default()))
        .collect())
}

/// The hashes of all files, in order. One statement.
pub(crate) async fn hashes(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    let hashes = stored_file::Entity::find()
        .select_only()
        .column(stored_file::Column::Hash)
        .order_by_asc(stored_file::Column::Hash)
        .into_tuple();
    Ok(hashes.all(db).await?)
}

fn hash_of(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}
