//! The factor library and the page that builds a line, without a script.

use domain::role::Role;

use super::html::{text, value};
use super::site::{Site, location};

#[tokio::test]
async fn a_line_is_built_from_the_table_without_a_script() {
    let site = Site::demo().await;
    let initiative = site.some_initiative().await;
    let (_, benefit) = site.some_delivery_and_benefit(&initiative).await;
    let calculation = site.some_calculation(&initiative, &benefit).await;
    site.some_factor().await;
    let client = site.signed_in(Role::PortfolioManager).await;
    let here = format!("/kalkyler/{calculation}");
    let page = site.page(&client, &here).await;
    // The button of the second line, with another amount typed in the first: in the order of the page.
    let ids: Vec<String> = page
        .split("name=\"line_id[]\" value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|id| id.len() == 36)
        .map(str::to_owned)
        .collect();
    let [first, second] = &ids[..] else {
        panic!("two lines: {ids:?}")
    };
    assert!(page.contains("Bygg av faktorer"), "each line has the button");
    let (version, alternative) = (value(&page, "version"), value(&page, "alternative"));
    let fields = [
        ("id", calculation.as_str()),
        ("version", &version),
        ("alternative", &alternative),
        ("unit", "tkr"),
        ("year[]", "2025"),
        ("year[]", "2026"),
        ("line_id[]", first),
        ("line_name[]", "Utveckling"),
        ("line_class[]", "development"),
        ("line_benefit[]", ""),
        ("line_note[]", ""),
        ("low[]", "950"),
        ("low[]", ""),
        ("line_id[]", second),
        ("line_name[]", "Minskat porto"),
        ("line_class[]", "financial"),
        ("line_benefit[]", &benefit),
        ("line_note[]", ""),
        ("line_id[]", "build"),
        ("low[]", ""),
        ("low[]", "1200"),
        ("likely[]", "1000"),
        ("likely[]", ""),
        ("likely[]", ""),
        ("likely[]", "1250"),
        ("high[]", "1100"),
        ("high[]", ""),
        ("high[]", ""),
        ("high[]", "1300"),
    ];
    let sent = site.post(&client, "/api/calculation_lines_save", &fields).await;
    let build = location(&sent);
    assert_eq!(build, format!("{here}/rader/{second}/bygg"));
    let form = site.page(&client, &build).await;
    assert!(form.contains("Minskat porto"), "it says which line");
    let (line, version, factor) = (
        value(&form, "line"),
        value(&form, "version"),
        value(&form, "factor"),
    );
    assert_eq!(factor.len(), 36, "the only hourly cost is chosen");
    let mut fields = vec![
        ("id", calculation.as_str()),
        ("version", &version),
        ("line", &line),
        ("factor", &factor),
        ("volume_likely", "1 200"),
        ("minutes_likely", "15"),
        ("share_likely", "många"),
        ("first_year", "2025"),
        ("last_year", "2026"),
        ("action", "count"),
    ];
    let back = location(&site.post(&client, "/api/line_build_save", &fields).await);
    let page = site.page(&client, back.split('#').next().expect("a path")).await;
    assert!(text(&page, "#share_likely-fel").contains("många"), "{back}");
    assert_eq!(value(&page, "volume_likely"), "1 200");
    fields[6] = ("share_likely", "80");
    let back = location(&site.post(&client, "/api/line_build_save", &fields).await);
    let page = site.page(&client, back.split('#').next().expect("a path")).await;
    assert!(
        text(&page, "#h-resultat").contains("108"),
        "{}",
        text(&page, "#h-resultat")
    );
    fields[9] = ("action", "save");
    let done = location(&site.post(&client, "/api/line_build_save", &fields).await);
    assert!(done.contains("klart=byggd"), "{done}");
    let page = site.page(&client, &done).await;
    assert!(
        text(&page, ".built-of").contains("Handläggare"),
        "it can be followed"
    );
    assert!(
        page.contains("value=\"950\""),
        "what was typed on the way is there"
    );
}
