use sha2::{Digest, Sha256};
use store::StoreError;

/// So many random bytes of the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// 256 random bits as text. Only its hash is ever stored.
pub(crate) fn new_token() -> Result<String, StoreError> {
    Ok(hex::encode(random::<32>()?))
}

/// The hash that a token is known by.
pub(crate) fn token_hash(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}
