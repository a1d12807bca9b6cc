//! The agency's identity provider, asked by OpenID Connect: authorization code with PKCE, state and nonce.
//!
//! What comes back is believed once the signature, the issuer, the audience, the nonce and the time of the ID token
//! are right ([`Provider::finish`]). Nothing is kept between the two requests of a sign-in: the browser carries
//! what they have in common ([`Kept`]), sealed by whoever uses this crate.

mod ask;
mod claims;

mod provider;
mod settings;

pub use provider::{Kept, Provider};
pub use settings::{Settings, SettingsError};

/// Why a sign-in by the provider came to nothing. For the log; whoever signs in is told less.
#[derive(Debug, thiserror::Error)]
pub enum SignOnError {
    /// The provider cannot be reached, or what it says of itself cannot be used.
    #[error("the identity provider cannot be used: {0}")]
    Provider(String),
    /// It did not sign anybody in: they gave up, or may not.
    #[error("the identity provider signed nobody in: {0}")]
    Denied(String),
    /// What came back is not the answer to what was asked, or is not to be believed.
    #[error("the answer of the identity provider is not to be believed: {0}")]
    Answer(String),
}
