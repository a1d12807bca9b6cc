//! Words that names and texts are made of, as an agency that decides about permits and payments has them.

pub const MATTERS: [&str; 16] = [
    "ansökan",
    "beslut",
    "utbetalning",
    "kallelse",
    "återkrav",
    "tillsyn",
    "registerutdrag",
    "remiss",
    "komplettering",
    "intyg",
    "överklagande",
    "anmälan",
    "betalning",
    "kontroll",
    "besked",
    "samtal",
];

pub const WORKS: [&str; 6] = [
    "E-tjänst för",
    "Automatiserad",
    "Nytt arbetssätt för",
    "Samlat stöd för",
    "Bättre uppföljning av",
    "Gemensamt register för",
];

/// Title and description of a benefit.
pub const BENEFITS: [(&str, &str); 8] = [
    ("Kortare väntan", "Den som söker får sitt besked snabbare."),
    (
        "Färre frågor",
        "Färre behöver ringa för att förstå vad de ska göra.",
    ),
    (
        "Mindre manuellt arbete",
        "Handläggarna slipper skriva av uppgifter.",
    ),
    (
        "Färre felaktiga utbetalningar",
        "Fel upptäcks innan pengarna betalas ut.",
    ),
    ("Likare beslut", "Lika fall får samma beslut var de än prövas."),
    (
        "Säkrare uppgifter",
        "Bara de som behöver en uppgift kommer åt den.",
    ),
    ("Lägre kostnad för porto", "Färre brev skickas."),
    (
        "Enklare att göra rätt",
        "Den som lämnar uppgifter ser direkt vad som saknas.",
    ),
];

pub const STATEMENTS: [&str; 4] = [
    "Tiden från ansökan till beslut har blivit kortare på de kontor som har börjat.",
    "Andelen ärenden utan komplettering har ökat sedan stödet infördes.",
    "Uppföljningen visar ännu ingen skillnad mot året innan.",
    "Handläggarna lägger mindre tid på att skriva av uppgifter, men mer på kontroll.",
];

pub const AREAS: [(&str, &str); 8] = [
    (
        "Ansökan och beslut",
        "Den som söker ska få ett rätt beslut i tid.",
    ),
    (
        "Utbetalning",
        "Rätt belopp ska betalas ut till rätt mottagare i rätt tid.",
    ),
    ("Tillsyn", "Tillsynen ska göras där risken är störst."),
    (
        "Kontakt och service",
        "Den som behöver hjälp ska få den vid första kontakten.",
    ),
    ("Kontroll", "Fel och fusk ska upptäckas tidigt."),
    ("Gemensamma register", "Uppgifter ska lämnas en gång och stämma."),
    ("Intern service", "Medarbetarna ska ha verktyg som fungerar."),
    ("Omställning", "Gamla system ska kunna stängas av."),
];

/// Code, name and whether it is for those outside.
pub const GROUPS: [(&str, &str, bool); 6] = [
    ("nytta_sokande", "Nytta sökande", true),
    ("nytta_foretag", "Nytta företag", true),
    ("nytta_samhalle", "Nytta samhälle", true),
    ("tidsbesparing", "Tidsbesparing", false),
    ("kostnadsbesparing", "Kostnadsbesparing", false),
    ("god_forvaltning", "God förvaltning", false),
];

/// The name, capitalised as a sentence.
pub fn name(chance: &mut fastrand::Rng) -> String {
    let work = chance.choice(WORKS).unwrap_or_default();
    let matter = chance.choice(MATTERS).unwrap_or_default();
    format!("{work} {matter}")
}
