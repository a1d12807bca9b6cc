use std::net::IpAddr;
use std::time::Duration;

use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::Error as SmtpError;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use service::{Mail, MailError, Mailer};

/// A server that says nothing for so long is not waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// Why mail cannot be sent with these settings.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The address of the server is none.
    #[error("NYTTA_SMTP_URL names no mail server: {0}; write smtps://HOST or smtp://HOST:25")]
    Server(String),
    /// The password would go in the clear.
    #[error(
        "NYTTA_SMTP_URL would send a password in the clear: write smtps://, or add ?tls=required to smtp://"
    )]
    InTheClear,
    /// The sender is no address.
    #[error("NYTTA_MAIL_FROM is no address: {0}; write Nytta <nytta@example.se>")]
    From(String),
}

/// The agency's mail server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    /// The server at `url`, with mail from `from`. Nothing is asked of it yet.
    ///
    /// # Errors
    /// Where the settings name no server or no sender, or a password would be sent to another machine in the clear.
    pub fn new(url: &str, from: &str) -> Result<Self, SettingsError> {
        let from = from
            .parse()
            .map_err(|error: lettre::address::AddressError| SettingsError::From(error.to_string()))?;
        if sends_in_the_clear(url) {
            return Err(SettingsError::InTheClear);
        }
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|error| SettingsError::Server(without_password(url, &error)))?;
        Ok(Self {
            transport: builder.timeout(Some(PATIENCE)).build(),
            from,
        })
    }

    fn message(&self, mail: &Mail) -> Result<Message, MailError> {
        let refused = |error: String| MailError::Refused(error);
        let address: Address = mail
            .address
            .parse()
            .map_err(|error| refused(format!("no address: {error}")))?;
        let host = self.from.email.domain();
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(Some(line(&mail.name)), address))
            .subject(line(&mail.subject))
            .message_id(Some(format!("<{}@{host}>", mail.id)))
            .header(AutoSubmitted)
            .header(ContentType::TEXT_PLAIN)
            .body(mail.text.clone())
            .map_err(|error| refused(error.to_string()))
    }
}

#[async_trait::async_trait]
impl Mailer for Smtp {
    async fn ready(&self) -> Result<(), MailError> {
        let answered = self.transport.test_connection().await;
        match answered {
            Ok(true) => Ok(()),
            Ok(false) => Err(MailError::Unreachable("it does not answer".to_owned())),
            Err(error) => Err(MailError::Unreachable(service::told(&error))),
        }
    }

    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let message = self.message(mail)?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            Err(error) => Err(told(&error)),
        }
    }
}

/// A text as one line: what breaks a line, or is no character to be read, becomes a space. The library knows no name with
/// such in it.
fn line(text: &str) -> String {
    let chars = text.chars().map(|one| if one.is_control() { ' ' } else { one });
    chars.collect()
}

/// What an error says of the message: an answer that says no is one, and whoever was never reached has taken nothing.
/// A connection that broke, or fell silent, may have done so after the message.
fn told(error: &SmtpError) -> MailError {
    let line = service::told(error);
    // 421: the server is closing; 454, 530, 534 and 535: it lets nobody in.
    let lets_nobody_in = error
        .status()
        .is_some_and(|code| [421, 454, 530, 534, 535].contains(&u16::from(code)));
    if lets_nobody_in || error.is_tls() || error.is_transport_shutdown() {
        return MailError::Unreachable(line);
    }
    // What this end finds wrong with a message was not sent either: an address that the server cannot write to.
    if error.is_permanent() || error.is_transient() || error.is_client() {
        return MailError::Refused(line);
    }
    if line.starts_with("Connection error") {
        return MailError::Unreachable(line);
    }
    MailError::Unsure(line)
}

/// Name and password would go over the net as they are.
fn sends_in_the_clear(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("smtp://") else {
        return false;
    };
    let place = rest.split(['/', '?']).next().unwrap_or(rest);
    let Some((_, host)) = place.rsplit_once('@') else {
        return false;
    };
    let bare = host.strip_prefix('[').and_then(|host| host.split(']').next());
    let name = bare.unwrap_or_else(|| host.split(':').next().unwrap_or(host));
    let is_this_machine =
        name == "localhost" || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    !is_this_machine && !url.contains("tls=required")
}

/// What is wrong with an address, without the address: a password may stand in it.
fn without_password(url: &str, error: &SmtpError) -> String {
    let line = service::told(error);
    if url.contains('@') && line.contains(url) {
        "it cannot be read".to_owned()
    } else {
        line
    }
}

/// Says that no person has sent it: nobody's absence is answered to it (RFC 3834).
#[derive(Clone, Debug)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn smtp() -> Smtp {
        Smtp::new("smtp://127.0.0.1:25", "Nytta <nytta@example.se>").expect("settings")
    }

    fn mail() -> Mail {
        Mail {
            id: "digest-1".to_owned(),
            name: "Åsa Öberg".to_owned(),
            address: "asa@example.se".to_owned(),
            subject: "Två saker väntar på dig".to_owned(),
            text: "Hej Åsa,\n.\nslut\n".to_owned(),
        }
    }

    /// The lines before the first empty one.
    fn headers(mail: &Mail) -> Vec<String> {
        let message = smtp().message(mail).expect("a message").formatted();
        let message = String::from_utf8(message).expect("text");
        let (head, _) = message.split_once("\r\n\r\n").expect("a head");
        head.lines().map(str::to_owned).collect()
    }

    #[test]
    fn nothing_that_is_typed_brings_in_a_header() {
        let names = |mail: &Mail| -> Vec<String> {
            let lines = headers(mail).into_iter();
            let own = lines.filter(|line| !line.starts_with([' ', '\t']));
            own.filter_map(|line| Some(line.split_once(':')?.0.to_owned()))
                .collect()
        };
        let expected = names(&mail());
        assert!(expected.contains(&"Auto-Submitted".to_owned()), "{expected:?}");
        for break_ in ["\r\n", "\n", "\r"] {
            let injected = format!("{break_}Bcc: annan@example.se");
            let mut typed = mail();
            typed.name.push_str(&injected);
            typed.subject.push_str(&injected);
            assert_eq!(names(&typed), expected, "{break_:?}");
            let mut typed = mail();
            typed.address.push_str(&injected);
            let refused = smtp().message(&typed);
            assert!(matches!(refused, Err(MailError::Refused(_))), "{refused:?}");
        }
    }

    #[test]
    fn a_password_does_not_go_in_the_clear() {
        for (url, clear) in [
            ("smtp://nytta:hemligt@mail.example.se:25", true),
            ("smtp://nytta:hemligt@mail.example.se?tls=opportunistic", true),
            ("smtp://nytta:hemligt@mail.example.se?tls=required", false),
            ("smtps://nytta:hemligt@mail.example.se", false),
            ("smtp://nytta:hemligt@localhost:25", false),
            ("smtp://nytta:hemligt@[::1]:25", false),
            ("smtp://mail.example.se:25", false),
        ] {
            let made = Smtp::new(url, "nytta@example.se");
            let refused = matches!(made, Err(SettingsError::InTheClear));
            assert_eq!(refused, clear, "{url}: {:?}", made.err());
            assert!(refused || Smtp::new(url, "nytta@example.se").is_ok(), "{url}");
        }
    }

    #[test]
    fn settings_that_cannot_be_right_are_told_without_the_password() {
        let told = |url, from| {
            let error = Smtp::new(url, from).err().expect("refused").to_string();
            assert!(!error.contains("hemligt"), "{error}");
            error
        };
        assert!(told("mail.example.se", "nytta@example.se").contains("NYTTA_SMTP_URL"));
        assert!(told("http://a:hemligt@b", "nytta@example.se").contains("NYTTA_SMTP_URL"));
        assert!(told("smtp://127.0.0.1", "nytta").contains("NYTTA_MAIL_FROM"));
    }
}
