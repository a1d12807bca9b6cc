//! The report as a page against the facts: the same names, levels, groups, findings and figures that
//! the file for other systems holds, each where a reader looks for it.

use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use service::Format;

use super::comparison::Comparison;
use super::{facts, told};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};

on_both!(
    the_page_shows_every_fact,
    taking_one_statement_out_of_the_import_shows_on_the_page,
);

async fn page(demo: &Demo) -> String {
    let ctx = demo.ctx(domain::role::Role::SteeringUnit);
    let bytes = service::report_render(&ctx, &demo.services, 2024, Format::Html).await;
    String::from_utf8(bytes.expect("the report renders")).expect("text")
}

/// What the page calls the codes of the facts.
const WORDS: [(&str, &str); 21] = [
    ("ingen", "Ingen"),
    ("viss", "Viss"),
    ("godkand", "Godkänd"),
    ("god", "God"),
    ("full", "Full"),
    ("delivered", "Levererat"),
    ("partly_delivered", "Delvis levererat"),
    ("planned", "Planerat"),
    ("confirmed", "Bekräftad"),
    ("partly", "Delvis"),
    ("none", "Ingen visad"),
    ("negative", "Åt fel håll"),
    ("not_evaluated", "Inte utvärderad"),
    ("too_early", "För tidigt"),
    ("planned_followup", "Uppföljning planerad"),
    ("baseline", "utgångsvärde"),
    ("outcome", "utfall"),
    ("change", "förändring"),
    ("target", "mål"),
    ("forecast", "prognos"),
    ("scope", "omfattning"),
];

pub(super) fn word(code: &Value) -> String {
    let code = code.as_str().unwrap_or_default();
    let found = WORDS.iter().find(|(known, _)| *known == code);
    found.map_or(code, |(_, word)| word).to_owned()
}

pub(super) fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

pub(super) fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn all<'a>(within: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    within
        .select(&Selector::parse(selector).expect("a selector"))
        .collect()
}

/// The text of what a selector finds first; nothing where it finds nothing.
fn first(within: ElementRef, selector: &str) -> String {
    all(within, selector)
        .first()
        .map(|found| text(*found))
        .unwrap_or_default()
}

/// What stands there, without what is only heard, spaces of every kind as one plain space, and none
/// between the digits of a number.
pub(super) fn text(element: ElementRef) -> String {
    let hidden = Selector::parse(".vh").expect("a selector");
    let heard: Vec<_> = element.select(&hidden).map(|found| found.id()).collect();
    let mut read = String::new();
    for node in element.descendants() {
        if let Some(piece) = node.value().as_text()
            && !node.ancestors().any(|above| heard.contains(&above.id()))
        {
            read.push_str(piece);
        }
    }
    let joined: String = read.replace('\u{202f}', "").replace('\u{a0}', " ");
    joined
        .replace('\u{ad}', "")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// A figure's value with its unit, with the digits that the facts have.
pub(super) fn amount(figure: &Value) -> String {
    let digits = |value: &Value| string(value).replace('.', ",").replace('-', "−");
    let about = if figure["approx"] == Value::Bool(true) {
        "ca "
    } else {
        ""
    };
    let to = match &figure["value_to"] {
        Value::Null => String::new(),
        to => format!("–{}", digits(to)),
    };
    format!(
        "{about}{}{to} {}",
        digits(&figure["value"]),
        string(&figure["unit"])
    )
}

impl Comparison {
    fn read(facts: &Value, page: &str) -> Self {
        let mut this = Self::default();
        let document = Html::parse_document(page);
        this.page(facts, document.root_element());
        this
    }

    fn reads(&mut self, place: &str, fact: &str, shown: &str) {
        self.same(place, &Value::from(fact), &Value::from(shown));
    }

    /// What a reader finds somewhere within a text.
    fn within(&mut self, place: &str, fact: &str, shown: &str) {
        let fact = fact.split_whitespace().collect::<Vec<_>>().join(" ");
        let found = if shown.contains(&fact) {
            &fact
        } else {
            "something else"
        };
        self.reads(place, &fact, found);
    }

    fn count(&mut self, place: &str, facts: usize, shown: usize) {
        self.reads(place, &facts.to_string(), &shown.to_string());
    }

    fn page(&mut self, facts: &Value, page: ElementRef) {
        let head = &facts["report"];
        self.reads("title", &string(&head["title"]), &first(page, ".cover h1"));
        self.reads("agency", &string(&head["agency"]), &first(page, ".cover .kicker"));
        let period = format!(
            "{}–{}",
            string(&head["period"]["from"]),
            string(&head["period"]["to"])
        );
        self.within("period", &period, &first(page, ".cover .lead"));
        self.overall(facts, page);
        self.group_table(facts, page);
        let sections = all(page, "section.area-section");
        self.count("areas", list(&facts["areas"]).len(), sections.len());
        for (fact, section) in list(&facts["areas"]).iter().zip(sections) {
            self.section(fact, &facts["benefit_groups"], section);
        }
        let rows = all(page, "tr[id^=\"siffra-\"]");
        let figures: Vec<Value> = list(&facts["areas"]).iter().flat_map(figures_of).collect();
        self.count("appendix A", figures.len(), rows.len());
        for (index, (figure, row)) in figures.iter().zip(rows).enumerate() {
            let place = format!("appendix A[{index}]");
            self.reads(&place, &string(&figure["what"]), &first(row, "th"));
            self.reads(&place, &amount(figure), &first(row, "td:nth-of-type(2)"));
        }
    }

    fn overall(&mut self, facts: &Value, page: ElementRef) {
        let overall = &facts["overall"];
        let level = format!("{} uppfyllnad", word(&overall["overall_level"]));
        self.reads("overall.level", &level, &first(page, ".verdict .word"));
        let verdict = first(page, ".verdict");
        self.within("overall.motivation", &string(&overall["motivation"]), &verdict);
        let shown: Vec<String> = all(page, ".verdict + ul li").into_iter().map(text).collect();
        let observations: Vec<String> = list(&overall["observations"]).iter().map(string).collect();
        self.reads(
            "overall.observations",
            &observations.join(" | "),
            &shown.join(" | "),
        );
        let ongoing: Vec<String> = all(page, "#k34 ~ dl dt, #k34 ~ dl dd")
            .into_iter()
            .map(text)
            .collect();
        let started: Vec<String> = list(&facts["ongoing_2024_initiatives"])
            .iter()
            .flat_map(|one| [string(&one["name"]), string(&one["summary"])])
            .collect();
        self.reads("ongoing", &started.join(" | "), &ongoing.join(" | "));
    }

    /// Table 3.1: every group by name, with the level that it was given.
    fn group_table(&mut self, facts: &Value, page: ElementRef) {
        let rows = all(page, "#k32 ~ div .mid-table tbody tr");
        let groups = list(&facts["benefit_groups"]);
        self.count("by_group", groups.len(), rows.len());
        for (group, row) in groups.iter().zip(rows) {
            let place = format!("by_group.{}", string(&group["code"]));
            self.reads(&place, &string(&group["name"]), &first(row, "th"));
            let levels = list(&facts["overall"]["by_group"]);
            let given = levels.iter().find(|level| level["group"] == group["code"]);
            let level = given.map_or_else(|| "Ej satt".to_owned(), |given| word(&given["level"]));
            let cell = all(row, "td").first().map(|cell| {
                let chip = first(*cell, ".word");
                if chip.is_empty() { text(*cell) } else { chip }
            });
            self.reads(&format!("{place}.level"), &level, &cell.unwrap_or_default());
        }
    }

    fn section(&mut self, fact: &Value, groups: &Value, section: ElementRef) {
        let place = string(&fact["number"]);
        let name = |code: &Value| {
            let groups = list(groups);
            let found = groups.iter().find(|group| group["code"] == *code);
            found.map(|group| string(&group["name"])).unwrap_or_default()
        };
        let names = |codes: &Value| list(codes).iter().map(name).collect::<Vec<_>>().join(", ");
        let heading = format!("{place} {}", string(&fact["name"]));
        self.reads(&place, &heading, &first(section, "h3"));
        let whole = text(section);
        let budget = format!("{} tkr", string(&fact["budget_tkr"]));
        self.within(&format!("{place}.budget"), &budget, &whole);
        for field in ["purpose", "expected_effects"] {
            self.within(&format!("{place}.{field}"), &string(&fact[field]), &whole);
        }
        let assessment = &fact["assessment"];
        self.within(
            &format!("{place}.motivation"),
            &string(&assessment["motivation"]),
            &whole,
        );
        self.reads(
            &format!("{place}.level"),
            &word(&assessment["level"]),
            &first(section, ".scale tbody td.hit .level:not(.proposal) .word"),
        );
        let mut ticked: Vec<String> = all(section, ".ticks li.on").into_iter().map(text).collect();
        let mut marked: Vec<String> = list(&fact["main_groups"]).iter().map(name).collect();
        ticked.sort();
        marked.sort();
        self.reads(
            &format!("{place}.main_groups"),
            &marked.join(" | "),
            &ticked.join(" | "),
        );
        for summary in list(&fact["group_summaries"]) {
            // The heading, and right after it the text.
            let written = format!("{}{}", names(&summary["groups"]), string(&summary["summary"]));
            self.within(&format!("{place}.group_texts"), &written, &whole);
        }
        let deliveries = list(&fact["deliveries"]);
        let bodies = all(section, "table.pair tbody");
        self.count(&format!("{place}.deliveries"), deliveries.len(), bodies.len());
        for (delivery, body) in deliveries.iter().zip(bodies) {
            self.body(&place, delivery, body, &names);
        }
    }

    fn body(&mut self, area: &str, fact: &Value, body: ElementRef, names: &dyn Fn(&Value) -> String) {
        let place = format!("{area} {}", string(&fact["name"]));
        self.reads(&place, &string(&fact["name"]), &first(body, ".dname"));
        self.reads(
            &format!("{place}.status"),
            &word(&fact["status"]),
            &first(body, ".status"),
        );
        let object = if fact["uo"] == Value::Bool(true) { "UO" } else { "" };
        self.reads(&format!("{place}.uo"), object, &first(body, ".meta-line abbr"));
        let sus = match &fact["sus"] {
            Value::Null => String::new(),
            level => format!("SUS: {}", string(level)),
        };
        self.reads(&format!("{place}.sus"), &sus, &first(body, ".meta-line .sus"));
        let about = first(body, ".about-row");
        for told in [&fact["description"], &fact["note"]] {
            self.within(&format!("{place}.about"), &string(told), &about);
        }
        for later in list(&fact["upcoming"]) {
            self.within(&format!("{place}.upcoming"), &string(&later["what"]), &about);
        }
        for (field, column) in [("expected", 1), ("realised", 2)] {
            let items = list(&fact[field]);
            let column = format!("tr:last-child > td:nth-of-type({column}) > ul.stack > li");
            let shown = all(body, &column);
            self.count(&format!("{place}.{field}"), items.len(), shown.len());
            for (index, (item, shown)) in items.iter().zip(shown).enumerate() {
                self.item(&format!("{place}.{field}[{index}]"), item, shown, names);
            }
        }
        if let Some(row) = all(body, ".about-row").first() {
            self.list_of_figures(&place, &fact["figures"], *row);
        }
    }

    fn item(&mut self, place: &str, fact: &Value, shown: ElementRef, names: &dyn Fn(&Value) -> String) {
        let head = first(shown, ".grp");
        let groups = names(&fact["groups"]);
        let begins = head.get(..groups.len()).unwrap_or(&head);
        self.reads(&format!("{place}.groups"), &groups, begins);
        self.within(
            &format!("{place}.summary"),
            &string(&fact["summary"]),
            &text(shown),
        );
        self.within(&format!("{place}.note"), &string(&fact["note"]), &text(shown));
        if !fact["finding"].is_null() {
            self.reads(
                &format!("{place}.finding"),
                &word(&fact["finding"]),
                &first(shown, ".finding"),
            );
        }
        self.list_of_figures(place, &fact["figures"], shown);
    }

    fn list_of_figures(&mut self, place: &str, figures: &Value, shown: ElementRef) {
        let figures = list(figures);
        let rows = all(shown, ".figures li");
        self.count(&format!("{place}.figures"), figures.len(), rows.len());
        for (figure, row) in figures.iter().zip(rows) {
            let place = format!("{place}.figure");
            self.reads(&place, &amount(figure), &first(row, "b"));
            // Every word of it, though a line does not say twice what its unit says. Appendix A has it whole.
            let shown = text(row).replace('/', " per ");
            for word in string(&figure["what"]).split_whitespace() {
                self.within(&place, word, &shown);
            }
            let role = match figure["role"].as_str() {
                Some("context") => "sammanhang".to_owned(),
                Some("potential") => "potential".to_owned(),
                _ => word(&figure["role"]),
            };
            let begins = string(&figure["what"]).starts_with(&format!("{role} "));
            let role = if begins { String::new() } else { role };
            self.reads(&format!("{place}.role"), &role, &first(row, "i"));
        }
    }
}

/// All figures of an area in the order of the report: a delivery's own, then those of what was
/// expected, then those of what came.
fn figures_of(area: &Value) -> Vec<Value> {
    let mut all = Vec::new();
    for delivery in list(&area["deliveries"]) {
        all.extend(list(&delivery["figures"]));
        for part in ["expected", "realised"] {
            for item in list(&delivery[part]) {
                all.extend(list(&item["figures"]));
            }
        }
    }
    all
}

async fn the_page_shows_every_fact(world: World) {
    let demo = Demo::load(&world).await;
    let comparison = Comparison::read(&facts(), &page(&demo).await);
    assert!(
        comparison.differences.is_empty(),
        "\n{}",
        told(&comparison.differences)
    );
    assert!(
        comparison.compared > 1_000,
        "only {} values were looked at",
        comparison.compared
    );
}

async fn taking_one_statement_out_of_the_import_shows_on_the_page(world: World) {
    let mut portfolio = portfolio_json();
    let statements = portfolio["statements"].as_array_mut().expect("a list");
    let middle = statements.len() / 2;
    statements.remove(middle);
    let demo = Demo::load_portfolio(&world, portfolio.to_string().as_bytes()).await;
    let said = told(&Comparison::read(&facts(), &page(&demo).await).differences);
    assert!(said.contains(".realised: the facts say"), "{said}");
}
