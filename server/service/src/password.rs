use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::account::Account;
use domain::password::is_made_of;
use rayon::{ThreadPool, ThreadPoolBuilder};
use tokio::sync::{Semaphore, oneshot};
use zxcvbn::{Score, zxcvbn};

use crate::error::{Result, ServiceError};

/// Memory of a hash in KiB, passes over it, and lanes: what OWASP advises for Argon2id.
const COSTS: (u32, u32, u32) = (19 * 1024, 2, 1);
/// Hashes at a time: each holds a core and 19 MiB, and other pages have to be answered meanwhile.
const AT_A_TIME: usize = 1;
/// How far the thread that hashes stands back for those that answer (the niceness of Linux, to 19): a sign-in takes its 30 to 40 ms in the
/// gaps that pages leave, and gets a tenth of a core where they leave none.
#[cfg(target_os = "linux")]
const STANDS_BACK: i32 = 10;

/// What people here begin passwords with; the lists of the library are of other languages.
const WORDS: [&str; 16] = [
    "nytta",
    "lösenord",
    "losenord",
    "hemligt",
    "hemlig",
    "välkommen",
    "valkommen",
    "sommar",
    "vinter",
    "höst",
    "våren",
    "sverige",
    "stockholm",
    "göteborg",
    "malmö",
    "myndighet",
];

/// Hashes and checks passwords, one at a time on a thread of its own that stands back for others.
#[derive(Clone, Debug)]
pub struct Passwords {
    permits: Arc<Semaphore>,
    thread: Arc<OnceLock<ThreadPool>>,
    /// What a password is checked against where there is no account: it takes as long to be wrong.
    nobody: Arc<OnceLock<String>>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self {
            permits: Arc::new(Semaphore::new(AT_A_TIME)),
            thread: Arc::default(),
            nobody: Arc::default(),
        }
    }
}

impl Passwords {
    /// The hash of a password, with salt and costs.
    pub(crate) async fn hash(&self, password: &str) -> Result<String> {
        let password = password.to_owned();
        self.blocking(move || hash(&password)).await
    }

    /// Whether a password is the one that was hashed; never where there is no hash, after as long a time.
    pub(crate) async fn verify(&self, password: &str, hashed: Option<String>) -> Result<bool> {
        let (password, nobody) = (password.to_owned(), Arc::clone(&self.nobody));
        self.blocking(move || {
            let Some(hashed) = hashed else {
                let nobodys = match nobody.get() {
                    Some(known) => known.clone(),
                    None => {
                        let made = hash("nobody has this one")?;
                        nobody.get_or_init(|| made).clone()
                    }
                };
                verify(&password, &nobodys)?;
                return Ok(false);
            };
            verify(&password, &hashed)
        })
        .await
    }

    /// Whether many choose it, or it is made of what the account is called.
    pub(crate) async fn is_common(&self, password: &str, account: &Account) -> Result<bool> {
        let password = password.to_owned();
        let own: Vec<String> = account
            .name
            .split_whitespace()
            .map(str::to_owned)
            .chain(
                account
                    .email
                    .iter()
                    .flat_map(|email| email.split('@').map(str::to_owned)),
            )
            .collect();
        self.blocking(move || {
            let own: Vec<&str> = own.iter().map(String::as_str).collect();
            if is_made_of(&password, &own) {
                return Ok(true);
            }
            let known: Vec<&str> = own.into_iter().chain(WORDS).collect();
            Ok(zxcvbn(&password, &known).score() < Score::Three)
        })
        .await
    }

    /// Runs it off the threads that answer requests, when it is its turn. Who has gone meanwhile has no turn.
    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let turn = Arc::clone(&self.permits).acquire_owned().await;
        let turn = turn.map_err(|_| ServiceError::State("passwords are no longer checked"))?;
        let (tell, told) = oneshot::channel();
        self.thread()?.spawn(move || {
            let done = catch_unwind(AssertUnwindSafe(work));
            drop(turn);
            // Nobody listens any more where the request has ended.
            let _ = tell.send(done.ok());
        });
        let done = told.await.ok().flatten();
        done.ok_or(ServiceError::State("the password could not be checked"))?
    }

    fn thread(&self) -> Result<&ThreadPool> {
        if let Some(thread) = self.thread.get() {
            return Ok(thread);
        }
        let built = ThreadPoolBuilder::new()
            .num_threads(AT_A_TIME)
            .thread_name(|_| "passwords".to_owned())
            .start_handler(|_| stand_back())
            .build();
        let built = built.map_err(|_| ServiceError::State("no thread for passwords could be begun"))?;
        Ok(self.thread.get_or_init(|| built))
    }
}

/// Lets others go first. Of Linux alone: elsewhere it would be the whole program that stands back.
fn stand_back() {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::nice(STANDS_BACK) {
        // Passwords are checked all the same; pages wait a little longer.
        tracing::info!("the thread that checks passwords has the priority of all others: {error}");
    }
}

fn hasher() -> Result<Argon2<'static>> {
    let (memory, passes, lanes) = COSTS;
    let params = Params::new(memory, passes, lanes, None).map_err(|_| broken())?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash(password: &str) -> Result<String> {
    let hashed: PasswordHash = hasher()?
        .hash_password(password.as_bytes())
        .map_err(|_| broken())?;
    Ok(hashed.to_string())
}

fn verify(password: &str, hashed: &str) -> Result<bool> {
    let hashed = PasswordHash::new(hashed).map_err(|_| broken())?;
    Ok(hasher()?.verify_password(password.as_bytes(), &hashed).is_ok())
}

/// What a library says of a hash never reaches a page.
fn broken() -> ServiceError {
    ServiceError::State("a stored password cannot be read")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_says_its_costs_and_knows_its_password() {
        let hashed = hash("rätt häst batteri").expect("hashes");
        assert!(hashed.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hashed}");
        assert!(verify("rätt häst batteri", &hashed).expect("reads"));
        assert!(!verify("fel häst batteri", &hashed).expect("reads"));
        assert_ne!(
            hashed,
            hash("rätt häst batteri").expect("hashes"),
            "each has a salt of its own"
        );
        assert!(verify("vad som helst", "inte en hash").is_err());
    }

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn who_checks_passwords_lets_others_go_first() {
        use rustix::process::getpriority_process;
        let own = || getpriority_process(None).map_err(|_| broken());
        let others = own().expect("a priority");
        let passwords = Passwords::default();
        let theirs = passwords.blocking(own).await.expect("a priority");
        assert_eq!(theirs, (others + STANDS_BACK).min(19), "of the thread");
        assert_eq!(own().expect("a priority"), others, "and of no other");
    }

    #[tokio::test]
    async fn a_check_that_fails_leaves_the_next_to_be_done() {
        let passwords = Passwords::default();
        let failed = passwords.blocking(|| -> Result<()> { panic!("what a library may do") });
        assert!(failed.await.is_err());
        let hashed = passwords.hash("rätt häst batteri").await.expect("hashes");
        assert!(
            passwords
                .verify("rätt häst batteri", Some(hashed))
                .await
                .expect("reads")
        );
    }
}
