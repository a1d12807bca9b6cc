use std::time::{Duration, Instant};

use domain::causes;
use domain::identity::Identity;
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreErrorResponseType, CoreGenderClaim,
    CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata,
    CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AuthenticationContextClass, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken,
    EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields, IssuerUrl, Nonce,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope, StandardErrorResponse,
    StandardTokenResponse, TokenResponse,
};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use crate::SignOnError;
use crate::ask::Http;
use crate::claims::Others;
use crate::settings::{Settings, SettingsError};

/// What the provider says of itself, its keys among it, is asked for anew after so long.
const FRESH: Duration = Duration::from_secs(300);

/// Signatures that only the provider can make: whoever knows the client's secret makes none of them.
const SIGNED_BY: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// A client of the provider, for tokens that say more than every provider says.
type Relying = Client<
    Others,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    StandardTokenResponse<
        IdTokenFields<
            Others,
            EmptyExtraTokenFields,
            CoreGenderClaim,
            CoreJweContentEncryptionAlgorithm,
            CoreJwsSigningAlgorithm,
        >,
        CoreTokenType,
    >,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// What the two requests of a sign-in have in common. The browser carries it in between, sealed.
#[derive(Clone, Serialize, Deserialize)]
pub struct Kept {
    state: String,
    nonce: String,
    verifier: String,
}

/// The agency's identity provider.
pub struct Provider {
    settings: Settings,
    issuer: IssuerUrl,
    redirect: RedirectUrl,
    http: Http,
    known: Mutex<Option<(Instant, CoreProviderMetadata)>>,
}

impl Provider {
    /// Makes ready to ask; nothing is asked yet, so that the program starts while the provider is away.
    ///
    /// # Errors
    /// Where the settings cannot be used, or the machine has no list of authorities.
    pub fn new(settings: Settings) -> Result<Self, SignOnError> {
        let unusable = |error: SettingsError| SignOnError::Provider(error.to_string());
        settings.check().map_err(unusable)?;
        let issuer = IssuerUrl::new(settings.issuer.clone())
            .map_err(|_| unusable(SettingsError::Issuer(settings.issuer.clone())))?;
        let redirect = RedirectUrl::new(settings.redirect.clone())
            .map_err(|_| unusable(SettingsError::Redirect(settings.redirect.clone())))?;
        Ok(Self {
            settings,
            issuer,
            redirect,
            http: Http::new()?,
            known: Mutex::new(None),
        })
    }

    /// Where the browser goes to sign in, and what to keep until it is back.
    ///
    /// # Errors
    /// Where the provider cannot be used.
    pub async fn begin(&self) -> Result<(String, Kept), SignOnError> {
        let client = self.client().await?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let mut asked = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .add_scope(Scope::new("profile".to_owned()))
            .set_pkce_challenge(challenge);
        for acr in &self.settings.acr {
            asked = asked.add_auth_context_value(AuthenticationContextClass::new(acr.clone()));
        }
        let (url, state, nonce) = asked.url();
        let kept = Kept {
            state: state.into_secret(),
            nonce: nonce.secret().clone(),
            verifier: verifier.into_secret(),
        };
        Ok((url.into(), kept))
    }

    /// Who has signed in, from what the provider sent the browser back with.
    ///
    /// # Errors
    /// Where the answer is not to this question, the code is not ours, or the token's signature, issuer, audience,
    /// nonce, time or assurance is wrong.
    pub async fn finish(
        &self,
        kept: &Kept,
        code: &str,
        state: &str,
        issuer: Option<&str>,
    ) -> Result<Identity, SignOnError> {
        if state.is_empty() || state != kept.state {
            return Err(SignOnError::Answer("it is not to what was asked".to_owned()));
        }
        // RFC 9207: another provider's answer is not taken to this one.
        if issuer.is_some_and(|issuer| issuer != self.settings.issuer) {
            return Err(SignOnError::Answer("it is another provider's".to_owned()));
        }
        let client = self.client().await?;
        let told = |error: &dyn std::error::Error| SignOnError::Answer(causes::told(error));
        let tokens = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(|error| told(&error))?
            .set_pkce_verifier(PkceCodeVerifier::new(kept.verifier.clone()))
            .request_async(&self.http)
            .await
            .map_err(|error| match &error {
                RequestTokenError::Request(cause) => SignOnError::Provider(causes::told(cause)),
                _ => told(&error),
            })?;
        let token = tokens.id_token();
        let token = token.ok_or_else(|| SignOnError::Answer("it holds no ID token".to_owned()))?;
        let wanted = &self.settings.acr;
        let verifier = client.id_token_verifier().set_allowed_algs(SIGNED_BY);
        let verifier = verifier.set_auth_context_verifier_fn(|acr| {
            let given = acr.map(|acr| acr.as_str());
            if wanted.is_empty() || given.is_some_and(|given| wanted.iter().any(|acr| acr == given)) {
                Ok(())
            } else {
                Err(format!("{} is not enough", given.unwrap_or("none")))
            }
        });
        let claims = token
            .claims(&verifier, &Nonce::new(kept.nonce.clone()))
            .map_err(|error| told(&error))?;
        let name = claims
            .name()
            .and_then(|names| names.get(None))
            .map(|name| name.to_string());
        let login = claims.preferred_username().map(|name| name.to_string());
        Ok(Identity {
            issuer: claims.issuer().to_string(),
            subject: claims.subject().to_string(),
            name: name.or(login).filter(|name| !name.trim().is_empty()),
            claimed: claims.additional_claims().values(&self.settings.role_claim),
        })
    }

    /// The client, by what the provider says of itself.
    async fn client(&self) -> Result<Relying, SignOnError> {
        let known = self.known.lock().await.clone();
        let metadata = match known {
            Some((asked, metadata)) if asked.elapsed() < FRESH => metadata,
            _ => {
                // Not under the lock: where the provider hangs, each waits for it once and not for those before.
                let found = CoreProviderMetadata::discover_async(self.issuer.clone(), &self.http).await;
                let found = found.map_err(|error| SignOnError::Provider(causes::told(&error)))?;
                *self.known.lock().await = Some((Instant::now(), found.clone()));
                found
            }
        };
        let secret = self.settings.client_secret.clone().map(ClientSecret::new);
        let id = ClientId::new(self.settings.client_id.clone());
        Ok(Relying::from_provider_metadata(metadata, id, secret).set_redirect_uri(self.redirect.clone()))
    }
}
