//! A report as of another day than its own, as a page and as a file.

use domain::role::Role;

use super::html::text;
use super::site::Site;

#[tokio::test]
async fn a_report_is_shown_as_of_the_day_that_is_typed() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::Auditor).await;
    let decided = site.report(2024).await;
    let base = format!("/rapporter/{decided}");

    let own = site.page(&client, &base).await;
    assert!(text(&own, "main").contains("Visa läget en annan dag"));
    let asked = site.page(&client, &format!("{base}/per-dag")).await;
    assert!(text(&asked, "main").contains("Det som beslutades ändras inte"));

    let wrong = site.page(&client, &format!("{base}/per-dag?dag=nyss")).await;
    let said = text(&wrong, "main");
    assert!(said.contains("”nyss” är inget datum som finns"), "{said}");
    assert!(
        said.contains("Välj en dag"),
        "the report is not shown as of some other day: {said}"
    );

    let page = format!("{base}/per-dag?dag=30+juni+2024");
    let shown = site.page(&client, &page).await;
    let said = text(&shown, "main");
    assert!(said.contains("Bedömd efter läget 30 juni 2024"), "{said}");
    assert!(
        said.contains("i stället för rapportens egen dag 31 december 2024"),
        "{said}"
    );

    let file = site.get(&client, &format!("{base}/fil/csv?per=2024-06-30")).await;
    assert_eq!(file.status(), 200);
    let name = file.headers()["content-disposition"].to_str().expect("text");
    assert!(name.ends_with("-per-2024-06-30.csv\""), "{name}");
    for per in ["nyss", "2024", ""] {
        let refused = site.get(&client, &format!("{base}/fil/csv?per={per}")).await;
        assert_eq!(refused.status(), 404, "{per}");
    }
}
