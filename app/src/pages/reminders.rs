//! How somebody is reminded: the part of their account that says so, and the link to their calendar.

use leptos::prelude::*;
use service::OwnReminders;
use text::{Lang, date};

use crate::api::{self, NewCalendarLink, go_to};
use crate::components::page::Title;
use crate::components::page_head::{Crumbs, PageHead};

/// Where the part of the account is.
pub const PLACE: &str = "/konto#h-paminnelser";

/// The part of one's own account.
pub(super) fn section(shown: &OwnReminders, lang: Lang) -> AnyView {
    let digest = shown.mailed_to.as_ref().map(|email| digest(shown, email, lang));
    view! {
        <section class="block" aria-labelledby="h-paminnelser">
            <h2 id="h-paminnelser">{lang.t("account-reminders")}</h2>
            <p>{lang.t("account-reminders-lead")}</p>
            {calendar(shown, lang)}
            {digest}
        </section>
    }
    .into_any()
}

fn calendar(shown: &OwnReminders, lang: Lang) -> AnyView {
    let (standing, make) = match shown.calendar {
        Some(made) => (
            lang.t_with(
                "account-calendar-since",
                &[("moment", date::moment(lang, made).into())],
            ),
            lang.t("account-calendar-renew"),
        ),
        None => (lang.t("account-calendar-none"), lang.t("account-calendar-make")),
    };
    let stop = shown.calendar.map(|_| {
        view! {
            <button class="btn quiet" type="submit" formaction="/api/calendar_stop">
                {lang.t("account-calendar-stop")}
            </button>
        }
    });
    view! {
        <h3 class="sub">{lang.t("account-calendar")}</h3>
        <p>{lang.t("account-calendar-lead")} " " {standing}</p>
        <form class="actions" method="post" action="/konto/kalender">
            <button class="btn" type="submit">
                {make}
            </button>
            {stop}
        </form>
        <p class="note">{lang.t("account-calendar-note")}</p>
    }
    .into_any()
}

fn digest(shown: &OwnReminders, email: &str, lang: Lang) -> AnyView {
    let wanted = shown.digest.as_ref().is_none_or(|choice| choice.wanted);
    let chosen = shown
        .digest
        .as_ref()
        .map_or(Lang::Sv.code(), |choice| choice.lang.as_str());
    let standing = if wanted {
        lang.t_with("account-digest-on", &[("email", email.into())])
    } else {
        lang.t("account-digest-off")
    };
    let option = |one: Lang, name: &'static str| {
        let is_chosen = one.code() == chosen;
        view! {
            <option value=one.code() selected=is_chosen lang=one.code()>
                {name}
            </option>
        }
    };
    view! {
        <h3 class="sub">{lang.t("account-digest")}</h3>
        <p>{lang.t("account-digest-lead")} " " {standing}</p>
        <form class="narrow-form" method="post" action="/api/digest_choose">
            <div class="field">
                <label for="digest-lang">{lang.t("account-digest-lang")}</label>
                <select id="digest-lang" name="lang">
                    {option(Lang::Sv, "Svenska")}
                    {option(Lang::En, "English")}
                </select>
            </div>
            <div class="actions">
                <button class="btn" type="submit" name="wanted" value="on">
                    {if wanted { lang.t("account-digest-save") } else { lang.t("account-digest-start") }}
                </button>
                {wanted
                    .then(|| {
                        view! {
                            <button class="btn quiet" type="submit" name="wanted" value="off">
                                {lang.t("account-digest-stop")}
                            </button>
                        }
                    })}
            </div>
        </form>
    }
    .into_any()
}

/// The link to one's own calendar that was just made: it is shown once.
#[component]
pub fn CalendarLinkPage() -> impl IntoView {
    let lang = api::lang();
    let Some(NewCalendarLink(url)) = use_context::<NewCalendarLink>() else {
        // Looking again finds the form that makes another.
        go_to(PLACE);
        return ().into_any();
    };
    let title = lang.t("account-calendar-made");
    let crumbs = vec![("/konto".to_owned(), lang.t("account-title"))];
    view! {
        <Title text=title.clone() />
        <Crumbs steps=crumbs here=lang.t("account-calendar") lang />
        <PageHead heading=title.into_any()>
            <p class="lead">{lang.t("account-calendar-made-lead")}</p>
            <p>
                <label for="lank">{lang.t("account-calendar-label")}</label>
                <input class="one-time-link" id="lank" type="text" readonly=true value=url />
            </p>
            <p class="note">{lang.t("account-calendar-made-note")}</p>
        </PageHead>
        <p>
            <a href=PLACE>{lang.t("account-calendar-back")}</a>
        </p>
    }
    .into_any()
}
