//! Messages to people, handed to the agency's mail server by SMTP.
//!
//! A message is put together of typed parts: what stands in a name, an address or a subject can bring in no header of its
//! own. What the server said no to, or was never asked, is told apart from what it may have taken: only the first is safe
//! to try again ([`service::MailError`]).

mod smtp;

pub use smtp::{SettingsError, Smtp};
