use domain::account::NewAccount;
use domain::role::Role;
use service::{Named, account_add, account_app_forget, account_link};

use super::files::opened_or_made;
use super::{CommandError, say, with};
use crate::clock::operator;
use crate::open::{open, open_there};

/// Gives somebody access, and prints the one-time link that signs them in. Nothing is written where
/// what was asked for cannot be.
pub(crate) async fn add(
    url: &str,
    name: &str,
    email: Option<&str>,
    roles: &[Role],
    public_url: &str,
) -> Result<(), CommandError> {
    let new = NewAccount::parse(name, email, roles)?;
    let codes: Vec<&str> = new.roles.iter().map(|role| role.code()).collect();
    let codes = codes.join(", ");
    let token = with(opened_or_made(url, open(url)).await?, async |services| {
        Ok(account_add(&operator(), services, new).await?)
    });
    let token = token.await?;
    let base = public_url.trim_end_matches('/');
    say(&format!("{codes}: {base}/logga-in/{token}"))
}

/// Prints a new one-time link for an account that exists.
pub(crate) async fn link(url: &str, email: &str, public_url: &str) -> Result<(), CommandError> {
    let token = with(open_there(url).await?, async |services| {
        Ok(account_link(&operator(), services, email).await?)
    });
    let token = token.await?;
    let base = public_url.trim_end_matches('/');
    say(&format!("{base}/logga-in/{token}"))
}

/// Forgets the app that gives an account its codes: at the next sign-in it connects another.
pub(crate) async fn forget_app(url: &str, named: &Named) -> Result<(), CommandError> {
    let forgotten = with(open_there(url).await?, async |services| {
        Ok(account_app_forget(&operator(), services, named).await?)
    });
    say(if forgotten.await? {
        "forgotten: another app is connected at the next sign-in"
    } else {
        "there was no app to forget"
    })
}
