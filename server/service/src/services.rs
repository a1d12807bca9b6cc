use std::sync::Arc;

use store::Store;

use crate::password::Passwords;
use crate::render::Renderer;

/// What use cases work with. Cheap to clone; holds no state of a request.
#[derive(Clone)]
pub struct Services {
    /// The database.
    pub store: Store,
    /// Turns report models into files.
    pub renderer: Arc<dyn Renderer>,
    /// Hashes and checks passwords.
    pub passwords: Passwords,
}

impl Services {
    /// Puts the services together.
    pub fn new(store: Store, renderer: Arc<dyn Renderer>) -> Self {
        Self {
            store,
            renderer,
            passwords: Passwords::default(),
        }
    }
}
