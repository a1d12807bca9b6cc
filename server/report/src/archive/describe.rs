//! The description that goes along: what each file is and how one sees that nothing has changed.

use domain::local_time::local_time;
use service::ArchivePackage;
use text::{Lang, date};

use super::Listed;

const TEMPLATE: &str = include_str!("lasmig.txt");

/// How wide a file's path stands in the list of formats.
const WIDTH: usize = 34;

fn formats(files: &[Listed]) -> String {
    let mut text = String::new();
    for one in files {
        let Some(standard) = one.standard else { continue };
        text.push_str(&format!(
            "{:<WIDTH$} {}\n{:<WIDTH$} {standard}\n",
            one.path, one.what, ""
        ));
    }
    text
}

fn log(package: &ArchivePackage) -> String {
    let Some(link) = &package.audit else {
        return "Loggen i systemet har ingen händelse som visar när rapporten frystes.\n".to_owned();
    };
    format!(
        "Allt som görs i systemet står i en logg där varje händelse har en kontrollsumma\n\
         över sig själv och händelsen före. Rapporten frystes av händelse {seq},\n\
         {at} (svensk tid). Dess kontrollsumma är\n\n    {hash}\n\n\
         Den som har systemets databas visar att loggen fram till dess är oförändrad med\n\n    \
         nytta verify --expect {head}\n\n\
         Kommandot räknar om hela kedjan. Det svarar att loggen håller, eller vilken\n\
         händelse som är ändrad, borttagen eller flyttad. Samma uppgifter står i\n\
         logg/kedjans-lank.json.\n",
        seq = link.head.seq,
        at = local_time(link.at).format("%Y-%m-%d kl. %H:%M:%S"),
        hash = link.head.hash,
        head = link.head,
    )
}

/// The description as plain text.
pub(super) fn description(package: &ArchivePackage, files: &[Listed]) -> String {
    let report = &package.report;
    let not_stated = || "inte angivet".to_owned();
    let decision = report.decision.as_ref().map(|made| {
        let number = made
            .registry_number
            .as_ref()
            .map(|number| format!(", dnr {number}"));
        format!(
            "{} av {}{}",
            date::day(Lang::Sv, made.on),
            made.decider_title,
            number.unwrap_or_default()
        )
    });
    let bytes: u64 = files.iter().map(|one| one.size).sum();
    let log_row = "logg/kedjans-lank.json     länken i loggens kedja som frös rapporten\n";
    let filled = [
        ("rapport", report.name()),
        ("myndighet", package.agency.clone()),
        (
            "diarienummer",
            report.registry_number.clone().unwrap_or_else(not_stated),
        ),
        ("beslut", decision.unwrap_or_else(not_stated)),
        ("id", report.id.to_string()),
        ("antal", files.len().to_string()),
        ("byte", bytes.to_string()),
        ("format", formats(files)),
        ("fryst", package.model_sha256.clone()),
        ("logg", log(package)),
        (
            "logg-rad",
            package
                .audit
                .as_ref()
                .map(|_| log_row.to_owned())
                .unwrap_or_default(),
        ),
    ];
    // What people have written is put in once and not looked through again.
    let mut text = String::new();
    let mut rest = TEMPLATE;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        text.push_str(before);
        let value = filled.iter().find(|(known, _)| *known == name);
        text.push_str(value.map_or("", |(_, value)| value.as_str()));
        rest = after;
    }
    text.push_str(rest);
    text
}
