//! An app that makes codes, as somebody has one in a pocket.

use std::sync::Mutex;

use chrono::{DateTime, TimeDelta, Utc};
use domain::second_factor::Stage;
use service::{Enrolled, Halfway, Services, SignInWays, SignedIn};
use totp_rs::{Builder, Secret};

use super::nobody;

/// The key that the tests' services seal secrets with.
pub const KEY: [u8; service::KEY_BYTES] = [7; service::KEY_BYTES];

/// How the people of most tests sign in: by link, without a phone, as the demo's do.
pub fn by_link() -> SignInWays {
    SignInWays {
        link_alone: true,
        ..SignInWays::default()
    }
}

/// What the app shows at a moment, when it was given these letters.
pub fn code(letters: &str, at: DateTime<Utc>) -> String {
    let letters: String = letters.split_whitespace().collect();
    let secret = Secret::try_from_base32(&letters).expect("a secret in letters");
    let app = Builder::new().with_secret(secret).build().expect("an app");
    let seconds = u64::try_from(at.timestamp()).expect("after 1970");
    app.generate(seconds).to_string()
}

/// A code that is wrong at a moment, and around it.
pub fn wrong_code(letters: &str, at: DateTime<Utc>) -> String {
    let around = [-60, -30, 0, 30, 60].map(|seconds| code(letters, at + TimeDelta::seconds(seconds)));
    let mut all = (0..).map(|code: u32| format!("{code:06}"));
    all.find(|code| !around.contains(code)).expect("one of a million")
}

/// What an app is connected with, for somebody who is halfway.
pub async fn letters(services: &Services, halfway: &SignedIn, at: DateTime<Utc>) -> String {
    match service::second_factor_view(&nobody(at), services, &halfway.token).await {
        Ok(Halfway::Enrol(_, secret)) => secret.letters,
        other => panic!("no app is to be connected: {other:?}"),
    }
}

/// A phone with an app, and the paper with the codes to fall back on.
#[derive(Default)]
pub struct Phone {
    letters: Mutex<String>,
    paper: Mutex<Vec<String>>,
}

impl Phone {
    /// What the app makes codes of.
    pub fn letters(&self) -> String {
        self.letters.lock().expect("nobody panicked").clone()
    }

    /// Notes what the app was given and what was printed.
    pub fn keep(&self, letters: &str, codes: Vec<String>) {
        letters.clone_into(&mut self.letters.lock().expect("nobody panicked"));
        *self.paper.lock().expect("nobody panicked") = codes;
    }

    /// The next code on the paper: unlike the app's it is there at once.
    pub fn next_on_paper(&self) -> String {
        let next = self.paper.lock().expect("nobody panicked").pop();
        next.expect("a code is left")
    }

    /// Goes on from halfway: connects the app the first time, and types a code of the paper after that.
    pub async fn whole(&self, services: &Services, halfway: &SignedIn, at: DateTime<Utc>) -> SignedIn {
        let (ctx, token) = (nobody(at), halfway.token.as_str());
        if halfway.stage == Stage::Code {
            let checked = service::second_factor_check(&ctx, services, token, &self.next_on_paper()).await;
            return checked.expect("may").expect("the code is right");
        }
        let letters = letters(services, halfway, at).await;
        let typed = code(&letters, at);
        let enrolled = service::second_factor_enrol(&ctx, services, token, &typed).await;
        let Enrolled {
            signed_in,
            recovery_codes,
        } = enrolled.expect("may").expect("the code is right");
        self.keep(&letters, recovery_codes);
        signed_in
    }
}
