use sha2::{Digest, Sha256};
use store::StoreError;

/// 256 random bits as text. Only its hash is ever stored.
pub(crate) fn new_token() -> Result<String, StoreError> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes)?;
    Ok(hex::encode(bytes))
}

/// The hash that a token is known by.
pub(crate) fn token_hash(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}
