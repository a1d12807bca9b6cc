//! A portfolio built in a real browser, with scripts and without, from an empty installation: people of
//! three roles follow links, fill in what they read and press buttons, until the report has it all.

use chrono::Datelike;
use domain::role::Role;
use thirtyfour::prelude::*;

use super::driver::{Setup, browse};
use super::person::Person;
use super::site::Site;

const AREA: &str = "4.1 Möten";

/// What is stated: of which delivery, about which of its benefits, and what was found.
const STATED: [(&str, &str, &str, &str); 7] = [
    (
        "Bokning på webben",
        "Väntan blir kortare",
        "Bekräftad",
        "Väntan är en vecka kortare.",
    ),
    (
        "Bokning på webben",
        "Färre samtal om tider",
        "Delvis",
        "Samtalen är färre på vissa orter.",
    ),
    (
        "Påminnelser",
        "Fler kommer till mötet",
        "Bekräftad",
        "Uteblivandet har minskat.",
    ),
    (
        "Påminnelser",
        "Fler kommer till mötet",
        "Ingen visad",
        "På landsbygden syns ingen skillnad.",
    ),
    (
        "Uppringning",
        "Den som köar behöver inte vänta",
        "Åt fel håll",
        "Kön växte i början.",
    ),
    (
        "Uppringning",
        "Den som köar behöver inte vänta",
        "Bekräftad",
        "Nu rings alla upp samma dag.",
    ),
    (
        "Uppringning",
        "Handläggare får lugnare dagar",
        "Inte utvärderad",
        "Ingen har frågat dem än.",
    ),
];

/// What is written of the area, a group and the whole.
const JUDGED: [&str; 3] = [
    "Mötena går snabbare att få.",
    "De flesta får sitt möte i tid.",
    "Arbetet har gett det mesta av vad det lovade.",
];

async fn structure(person: &Person<'_>, year: i32) -> WebDriverResult<()> {
    person.menu("Struktur").await?;
    person.follow("Lägg upp myndigheten").await?;
    person.fill("Myndighetens namn", "Mötesmyndigheten").await?;
    person.press("Spara").await?;
    person.told("Ändringen är sparad").await?;

    person.follow("Lägg till en områdesindelning").await?;
    person
        .fill("Namn", &format!("Områden {}–{year}", year - 2))
        .await?;
    person.press("Spara").await?;
    person.follow("Lägg till ett område").await?;
    person.fill("Nummer", "4.1").await?;
    person.fill("Namn", "Möten").await?;
    person
        .fill("Syfte", "Den som behöver träffa oss ska slippa vänta.")
        .await?;
    person.choose("Huvudgrupper", "Nytta arbetssökande").await?;
    person
        .fill_in("Budget 1", "Från och med år", &(year - 2).to_string())
        .await?;
    person
        .fill_in("Budget 1", "Till och med år", &year.to_string())
        .await?;
    person.fill_in("Budget 1", "Belopp, tkr", "12 000").await?;
    person.press("Spara").await?;
    person.told("Ändringen är sparad").await?;

    person.follow("Lägg till en enhet").await?;
    person.fill("Namn", "Kundmötet").await?;
    person.press("Spara").await?;
    person.follow("Lägg till en portfölj").await?;
    person.fill("Namn", "Strategiska portföljen").await?;
    person.choose("Slag", "Strategisk").await?;
    person.press("Spara").await?;
    person.told("Ändringen är sparad").await?;

    person.menu("Rapporter").await?;
    person.follow("Påbörja en rapport").await?;
    person.fill("Titel", "Effekter av mötesutvecklingen").await?;
    person.fill("Första året", &(year - 2).to_string()).await?;
    person.fill("Sista året", &year.to_string()).await?;
    person.press("Spara uppgifterna").await
}

async fn initiative(person: &Person<'_>, name: &str) -> WebDriverResult<()> {
    person.menu("Initiativ").await?;
    person.follow("Nytt initiativ").await?;
    person.fill("Initiativets namn", name).await?;
    person
        .fill("Vad handlar det om?", "Att möten blir enklare att få.")
        .await?;
    person.choose("Var står initiativet nu?", "Pågår").await?;
    person.choose("Storlek", "Stort").await?;
    person.select("Område", AREA).await?;
    person.select("Ägande enhet", "Kundmötet").await?;
    person.choose("Portföljer", "Strategiska portföljen").await?;
    person.press("Spara initiativet").await?;
    person.told("Initiativet är sparat").await
}

async fn delivery(person: &Person<'_>, name: &str, year: i32) -> WebDriverResult<()> {
    person.follow("Logga leverans").await?;
    person.fill("Leveransens namn", name).await?;
    person
        .fill("Beskrivning", "Används av alla som söker ett möte.")
        .await?;
    person
        .choose("Hur långt har leveransen kommit?", "Levererat")
        .await?;
    person
        .fill_in("Lansering 1", "Vad lanseras?", "hela tjänsten")
        .await?;
    person
        .fill_in(
            "Lansering 1",
            "Planerad lansering",
            &format!("våren {}", year - 1),
        )
        .await?;
    person
        .fill_in(
            "Lansering 1",
            "Faktisk lansering, när den har skett",
            &format!("augusti {}", year - 1),
        )
        .await?;
    person.press("Spara leveransen").await?;
    person.told("Leveransen är sparad").await
}

async fn benefit(person: &Person<'_>, delivery: &str, group: &str, what: &str) -> WebDriverResult<()> {
    person.follow_under(delivery, "Lägg till nytta").await?;
    person.fill("Vad blir bättre, och för vem?", what).await?;
    person.choose("Nyttogrupper", group).await?;
    person
        .choose("Hur kan nyttan värderas?", "Kvalitativ nytta")
        .await?;
    person.select("Nyttoägare", "Kundmötet").await?;
    person.press("Spara nyttan").await?;
    person.told("Nyttan är sparad").await
}

async fn statement(person: &Person<'_>, of: (&str, &str, &str, &str), day: &str) -> WebDriverResult<()> {
    let (delivery, benefit, finding, text) = of;
    person.follow_under(delivery, "Konstatera nytta").await?;
    person
        .choose("Vilka förväntade nyttor gäller det?", benefit)
        .await?;
    person.choose("Vad har ni kommit fram till?", finding).await?;
    person.fill("Beskriv vad som har konstaterats", text).await?;
    person.fill("Vilken dag gäller det?", day).await?;
    person.select("Enhet som har bedömt", "Kundmötet").await?;
    person.fill("Nummer, namn eller länk", "D 2026/1").await?;
    person.press("Skicka för godkännande").await?;
    person.told("Den konstaterade nyttan är inskickad").await
}

/// What the portfolio managers know, initiative by initiative.
async fn portfolio(person: &Person<'_>, year: i32) -> WebDriverResult<()> {
    let day = format!("1 december {}", year - 1);
    initiative(person, "Boka möte").await?;
    delivery(person, "Bokning på webben", year).await?;
    benefit(
        person,
        "Bokning på webben",
        "Nytta arbetssökande",
        "Väntan blir kortare",
    )
    .await?;
    benefit(
        person,
        "Bokning på webben",
        "Tidsbesparing/effektiviserad",
        "Färre samtal om tider",
    )
    .await?;
    delivery(person, "Påminnelser", year).await?;
    benefit(
        person,
        "Påminnelser",
        "Nytta arbetssökande",
        "Fler kommer till mötet",
    )
    .await?;
    for stated in &STATED[..4] {
        statement(person, *stated, &day).await?;
    }
    initiative(person, "Ringa upp").await?;
    delivery(person, "Uppringning", year).await?;
    let waiting = "Den som köar behöver inte vänta";
    benefit(person, "Uppringning", "Nytta arbetssökande", waiting).await?;
    benefit(
        person,
        "Uppringning",
        "God förvaltning",
        "Handläggare får lugnare dagar",
    )
    .await?;
    for stated in &STATED[4..] {
        statement(person, *stated, &day).await?;
    }
    Ok(())
}

/// Five are approved at once and the others where they stand.
async fn approval(person: &Person<'_>) -> WebDriverResult<()> {
    person.menu("Konstaterade nyttor").await?;
    person.select("Läge", "Väntar på godkännande").await?;
    person.narrow("Filtrera", "lage=submitted").await?;
    for (_, _, _, text) in &STATED[..5] {
        person.tick(&format!("Välj {text}")).await?;
    }
    person.press("Godkänn valda").await?;
    person.told("5 konstaterade nyttor är godkända").await?;
    for (_, _, _, text) in &STATED[5..] {
        person.menu("Konstaterade nyttor").await?;
        person.follow(text).await?;
        person.press("Godkänn").await?;
        person.told("Den konstaterade nyttan är godkänd").await?;
    }
    Ok(())
}

/// Writes and sends in what is chosen of a subject.
async fn sent_in(person: &Person<'_>, level: &str, why: &str) -> WebDriverResult<()> {
    person.choose_level(level).await?;
    person.fill("Motivering", why).await?;
    person
        .fill("Skäl om nivån avviker från förslaget", "Bokningen väger tyngst.")
        .await?;
    person.press("Skicka in").await
}

/// The area, a group and the whole.
async fn grading(person: &Person<'_>) -> WebDriverResult<()> {
    person.menu("Bedömning").await?;
    person.follow(AREA).await?;
    for part in [
        "Leverans: 4 God",
        "Förväntad nytta: 4 God",
        "Konstaterad nytta: 3 Godkänd",
    ] {
        person.tick(part).await?;
    }
    sent_in(person, "3 Godkänd uppfyllnad", JUDGED[0]).await?;
    person.told("Bedömningen av 4.1 Möten är inskickad").await?;
    person.follow("Nytta arbetssökande").await?;
    sent_in(person, "4 God uppfyllnad", JUDGED[1]).await?;
    person
        .told("Bedömningen av Nytta arbetssökande är inskickad")
        .await?;
    person.follow("Den samlade effekten").await?;
    sent_in(person, "3 Godkänd uppfyllnad", JUDGED[2]).await?;
    person
        .told("Bedömningen av Den samlade effekten är inskickad")
        .await
}

/// The report has all of it.
async fn report(person: &Person<'_>, year: i32) -> WebDriverResult<()> {
    person.menu("Rapporter").await?;
    person
        .follow(&format!("Effekter av mötesutvecklingen {}–{year}", year - 2))
        .await?;
    let report = person.reads().await?;
    let written = STATED.iter().flat_map(|(_, benefit, _, text)| [*benefit, *text]);
    for text in written.chain(JUDGED) {
        assert!(report.contains(text), "the report lacks: {text}");
    }
    let counts = "ett investeringsområde med 3 leveranser och inget utvecklingsobjekt. De har 5 förväntade \
                  nyttor, 7 konstaterade nyttor och inga siffror";
    assert!(report.contains(counts), "the report counts otherwise: {report}");
    Ok(())
}

async fn work(driver: WebDriver, site: &Site) -> WebDriverResult<()> {
    let year = server::now().year();
    let person = Person { driver, site };
    person.sign_in(Role::SteeringUnit).await?;
    structure(&person, year).await?;
    person.sign_in(Role::PortfolioManager).await?;
    portfolio(&person, year).await?;
    person.sign_in(Role::Reviewer).await?;
    approval(&person).await?;
    person.sign_in(Role::SteeringUnit).await?;
    grading(&person).await?;
    report(&person, year).await
}

#[tokio::test]
async fn a_portfolio_is_built_with_scripts() {
    let site = Site::empty().await;
    browse(Setup::default(), |driver| work(driver, &site)).await;
}

#[tokio::test]
async fn a_portfolio_is_built_without_scripts() {
    let site = Site::empty().await;
    let setup = Setup {
        scripts: false,
        ..Setup::default()
    };
    browse(setup, |driver| work(driver, &site)).await;
}
