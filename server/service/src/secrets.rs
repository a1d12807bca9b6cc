use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use domain::ctx::Ctx;
use domain::policy::{Operation, decide};
use store::repo::second_factor::second_factor_any;

use crate::error::{Result, ServiceError};
use crate::second_factor::bound_to;
use crate::services::Services;
use crate::token::random;

/// Bytes of a key.
pub const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;

/// Seals what has to be kept and read again, with a key that is not in the database: whoever has only that
/// reads nothing. XChaCha20-Poly1305, a random nonce each time.
#[derive(Clone, Default)]
pub struct Secrets {
    cipher: Option<Arc<XChaCha20Poly1305>>,
}

// A key has no business in a log.
impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Secrets").finish_non_exhaustive()
    }
}

impl Secrets {
    /// With a key. Without one (the default), as at the command line, nothing is sealed or opened.
    pub fn new(key: [u8; KEY_BYTES]) -> Self {
        Self {
            cipher: Some(Arc::new(XChaCha20Poly1305::new(&key.into()))),
        }
    }

    fn cipher(&self) -> Result<&XChaCha20Poly1305> {
        let none = ServiceError::State("there is no key to seal secrets with");
        self.cipher.as_deref().ok_or(none)
    }

    /// Seals it for one place: moved to another, it does not open.
    ///
    /// # Errors
    /// Without a key.
    pub fn seal(&self, plain: &[u8], place: &str) -> Result<String> {
        let nonce = random::<NONCE_BYTES>()?;
        let payload = Payload {
            msg: plain,
            aad: place.as_bytes(),
        };
        let sealed = self.cipher()?.encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| ServiceError::State("a secret could not be sealed"))?;
        Ok(STANDARD.encode([nonce.as_slice(), &sealed].concat()))
    }

    /// Opens what was sealed for a place.
    ///
    /// # Errors
    /// Without a key, or where it was sealed with another, for another place, or altered.
    pub fn open(&self, sealed: &str, place: &str) -> Result<Vec<u8>> {
        let other = || ServiceError::State("a secret was sealed with another key, or for another place");
        let bytes = STANDARD.decode(sealed).map_err(|_| other())?;
        let (nonce, msg) = bytes.split_first_chunk::<NONCE_BYTES>().ok_or_else(other)?;
        let payload = Payload {
            msg,
            aad: place.as_bytes(),
        };
        let opened = self.cipher()?.decrypt(&XNonce::from(*nonce), payload);
        opened.map_err(|_| other())
    }
}

/// Holds the key against what is sealed in the database, so that a wrong one is found as the program starts
/// and not when people sign in.
///
/// # Errors
/// Where it is another key.
pub async fn secrets_check(ctx: &Ctx, services: &Services) -> Result<()> {
    decide(ctx, Operation::InstallationManage, None)?;
    let Some((account, sealed)) = second_factor_any(ctx, services.store.reader()).await? else {
        return Ok(());
    };
    services.secrets.open(&sealed, &bound_to(account)).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_its_key_at_its_place_alone() {
        let secrets = Secrets::new([7; KEY_BYTES]);
        let sealed = secrets.seal(b"hemligt", "a").expect("sealed");
        assert_eq!(secrets.open(&sealed, "a").expect("opens"), b"hemligt");
        assert_ne!(
            sealed,
            secrets.seal(b"hemligt", "a").expect("sealed"),
            "no two alike"
        );
        assert!(secrets.open(&sealed, "b").is_err(), "another place");
        assert!(
            Secrets::new([8; KEY_BYTES]).open(&sealed, "a").is_err(),
            "another key"
        );
        assert!(secrets.open("AAAA", "a").is_err());
        let mut bytes = STANDARD.decode(&sealed).expect("base64");
        *bytes.last_mut().expect("a byte") ^= 1;
        assert!(secrets.open(&STANDARD.encode(bytes), "a").is_err(), "altered");
        assert!(Secrets::default().seal(b"hemligt", "a").is_err(), "no key");
    }
}
