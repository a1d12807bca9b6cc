use std::sync::Arc;

use store::Store;

use crate::memo::Memo;
use crate::password::Passwords;
use crate::render::Renderer;
use crate::secrets::Secrets;
use crate::single_sign_on::SignInWays;

/// What use cases work with. Cheap to clone; holds no state of a request.
#[derive(Clone)]
pub struct Services {
    /// The database.
    pub store: Store,
    /// Turns report models into files.
    pub renderer: Arc<dyn Renderer>,
    /// Hashes and checks passwords.
    pub passwords: Passwords,
    /// Seals what is kept and read again.
    pub secrets: Secrets,
    /// How people sign in.
    pub ways: SignInWays,
    /// The daily digest is sent by mail.
    pub mails: bool,
    /// Folds that nothing has changed since. Every server has its own.
    pub memo: Memo,
}

impl Services {
    /// Puts the services together, without a key.
    pub fn new(store: Store, renderer: Arc<dyn Renderer>) -> Self {
        Self {
            store,
            renderer,
            passwords: Passwords::default(),
            secrets: Secrets::default(),
            ways: SignInWays::default(),
            mails: false,
            memo: Memo::default(),
        }
    }

    /// The same with a key: whoever signs in by password needs it.
    #[must_use]
    pub fn with_secrets(self, secrets: Secrets) -> Self {
        Self { secrets, ..self }
    }

    /// The same where the daily digest is sent by mail.
    #[must_use]
    pub fn with_mail(self, mails: bool) -> Self {
        Self { mails, ..self }
    }

    /// The same where people sign in otherwise than by password alone.
    #[must_use]
    pub fn with_ways(self, ways: SignInWays) -> Self {
        Self { ways, ..self }
    }
}
