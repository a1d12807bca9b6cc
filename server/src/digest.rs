//! The daily digest: when it is sent, and how it reads.

use std::sync::Arc;
use std::time::Duration;

use app::components::links;
use app::components::register::excerpt;
use chrono::{Datelike, NaiveDateTime, Timelike, Weekday};
use domain::ctx::Ctx;
use domain::local_time::local_time;
use mail::{SettingsError, Smtp};
use service::{Digest, DigestRun, Mail, Mailer, ServiceError, Services};
use text::{Lang, date, number, work};
use tokio::sync::watch;

use crate::clock::operator;
use crate::config::MailConfig;
use crate::meter::Counted;

/// Looks so often whether it is time.
const EVERY: Duration = Duration::from_secs(5 * 60);
/// What could not be sent is tried again for so many hours; then the day is let go.
const HOURS: u32 = 6;

/// Why mail cannot be sent as it is set.
#[derive(Debug, thiserror::Error)]
pub enum MailConfigError {
    /// Server or sender.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// Something is missing.
    #[error("{0}")]
    Missing(&'static str),
}

/// Sends digests, where mail is set.
pub struct Digests {
    mailer: Arc<dyn Mailer>,
    base: String,
    hour: u32,
}

impl Digests {
    /// What is set; none where no mail server is.
    ///
    /// # Errors
    /// Where the settings cannot be used.
    pub fn of(config: &MailConfig, public_url: Option<&str>) -> Result<Option<Self>, MailConfigError> {
        let Some(url) = &config.smtp_url else {
            return Ok(None);
        };
        let from = config.mail_from.as_deref().ok_or(MailConfigError::Missing(
            "mail is sent by NYTTA_SMTP_URL, and nobody says from whom: set NYTTA_MAIL_FROM",
        ))?;
        let base = public_url.ok_or(MailConfigError::Missing(
            "mail has links in it: set NYTTA_PUBLIC_URL to the address that people use",
        ))?;
        Ok(Some(Self {
            mailer: Arc::new(Counted(Arc::new(Smtp::new(url, from)?))),
            base: base.trim_end_matches('/').to_owned(),
            hour: config.digest_hour,
        }))
    }

    /// Sends today's digests to those who have not got them.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn send(&self, ctx: &Ctx, services: &Services) -> Result<DigestRun, ServiceError> {
        let write = |digest: &Digest| mail(digest, &self.base);
        service::digest_send(ctx, services, self.mailer.as_ref(), &write).await
    }

    /// Sends them every weekday morning, until it is told to stop: never in the middle of a round of them.
    pub(crate) async fn every_day(self, services: Services, mut stop: watch::Receiver<bool>) {
        loop {
            let ctx = operator();
            if is_time(local_time(ctx.now), self.hour)
                && let Err(error) = self.send(&ctx, &services).await
            {
                error.log(&ctx);
            }
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                _ = stop.changed() => return,
            }
        }
    }
}

/// It is a weekday, and the hour has come but not been over for long.
fn is_time(now: NaiveDateTime, hour: u32) -> bool {
    let is_weekday = !matches!(now.weekday(), Weekday::Sat | Weekday::Sun);
    is_weekday && (hour..hour + HOURS).contains(&now.hour())
}

/// How a digest reads.
fn mail(digest: &Digest, base: &str) -> Mail {
    let lang = digest
        .lang
        .as_deref()
        .and_then(Lang::from_code)
        .unwrap_or(Lang::Sv);
    let count: usize = digest.sections.iter().map(|section| section.count).sum();
    let counted = [
        ("count", count.into()),
        ("count-text", number::len(lang, count).into()),
    ];
    let mut text = vec![
        lang.t_with("digest-greeting", &[("name", (&digest.account.name).into())]),
        String::new(),
        lang.t_with("digest-lead", &[("day", date::day(lang, digest.day).into())]),
    ];
    for section in &digest.sections {
        text.push(String::new());
        let args = [
            ("kind", work::kind(lang, section.kind).into()),
            ("count-text", number::len(lang, section.count).into()),
        ];
        text.push(lang.t_with("digest-kind", &args));
        for item in &section.items {
            let title = excerpt(&work::title(lang, item));
            let periods = work::periods(lang, item).map(|periods| format!(" ({periods})"));
            text.push(format!("- {title}{}", periods.unwrap_or_default()));
            text.push(format!("  {base}{}", links::work_item(item, true)));
        }
        let more = section.count.saturating_sub(section.items.len());
        if more > 0 {
            let args = [
                ("count", more.into()),
                ("count-text", number::len(lang, more).into()),
                ("url", format!("{base}{}", links::work_of(section.kind)).into()),
            ];
            text.push(lang.t_with("digest-more", &args));
        }
    }
    text.extend([
        String::new(),
        lang.t_with("digest-all", &[("url", format!("{base}{}", links::WORK).into())]),
        String::new(),
        lang.t_with(
            "digest-stop",
            &[("url", format!("{base}{}", app::pages::reminders::PLACE).into())],
        ),
    ]);
    Mail {
        id: format!("digest-{}-{}", digest.day, digest.account.id),
        name: digest.account.name.clone(),
        address: digest.email.clone(),
        subject: lang.t_with("digest-subject", &counted),
        text: text.join("\n") + "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_sent_on_weekday_mornings() {
        for (now, time) in [
            ("2026-11-27T06:59:59", false),
            ("2026-11-27T07:00:00", true),
            ("2026-11-27T12:59:59", true),
            ("2026-11-27T13:00:00", false),
            // A Saturday and a Sunday.
            ("2026-11-28T07:00:00", false),
            ("2026-11-29T07:00:00", false),
            ("2026-11-30T07:00:00", true),
        ] {
            assert_eq!(is_time(now.parse().expect("a time"), 7), time, "{now}");
        }
    }

    fn config(url: Option<&str>, from: Option<&str>) -> MailConfig {
        MailConfig {
            smtp_url: url.map(str::to_owned),
            mail_from: from.map(str::to_owned),
            digest_hour: 7,
        }
    }

    #[test]
    fn mail_is_off_where_no_server_is_set_and_else_all_of_it_is() {
        let of = |url, from, base| Digests::of(&config(url, from), base);
        assert!(matches!(of(None, None, None), Ok(None)));
        let (url, from) = (Some("smtp://127.0.0.1:25"), Some("nytta@example.se"));
        let base = Some("https://nytta.example.se");
        assert!(matches!(of(url, from, base), Ok(Some(_))));
        for (from, base, named) in [(None, base, "NYTTA_MAIL_FROM"), (from, None, "NYTTA_PUBLIC_URL")] {
            let error = of(url, from, base).err().expect("refused").to_string();
            assert!(error.contains(named), "{error}");
        }
    }
}
