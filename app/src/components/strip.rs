//! Facts: key figures in a row, and lists of name and value.

use domain::rollup::Tally;
use leptos::prelude::*;
use text::{Lang, number};

use super::help::{Help, HelpWord};

/// A fact: name, value, and a remark below or beside it.
pub struct Fact {
    name: String,
    value: AnyView,
    remark: Option<String>,
    help: Option<(HelpWord, Lang)>,
}

impl Fact {
    /// A fact.
    pub fn new(name: impl Into<String>, value: impl IntoAny) -> Self {
        Self {
            name: name.into(),
            value: value.into_any(),
            remark: None,
            help: None,
        }
    }

    /// The same with its name explained. Once a page for each word.
    pub fn help(mut self, word: HelpWord, lang: Lang) -> Self {
        self.help = Some((word, lang));
        self
    }

    /// A fact that is told in words: they are set as text, not as a figure.
    pub fn words(name: impl Into<String>, words: impl IntoAny) -> Self {
        let words = words.into_any();
        Self::new(name, view! { <span class="words">{words}</span> })
    }

    /// The same with a remark.
    pub fn remark(mut self, remark: impl Into<String>) -> Self {
        self.remark = Some(remark.into());
        self
    }
}

fn rows(facts: Vec<Fact>) -> AnyView {
    facts
        .into_iter()
        .map(|fact| {
            let help = fact.help.map(|(word, lang)| view! { " " <Help word lang /> });
            let remark = fact.remark.map(|remark| view! { " " <small>{remark}</small> });
            view! {
                <div>
                    <dt>{fact.name} {help}</dt>
                    <dd>{fact.value} {remark}</dd>
                </div>
            }
        })
        .collect_view()
        .into_any()
}

/// Key figures in one ruled row.
#[component]
pub fn Strip(
    /// The figures.
    facts: Vec<Fact>,
    /// Narrower columns.
    #[prop(optional)]
    tight: bool,
) -> impl IntoView {
    view! { <dl class=if tight { "strip tight" } else { "strip" }>{rows(facts)}</dl> }
}

/// Facts as a list.
#[component]
pub fn Meta(
    /// The facts.
    facts: Vec<Fact>,
    /// Further classes.
    #[prop(default = "")]
    class: &'static str,
) -> impl IntoView {
    view! { <dl class=format!("meta {class}").trim_end().to_owned()>{rows(facts)}</dl> }
}

/// "53 ska redovisas, 6 för tidiga": how many benefits count now, and why the others do not.
pub fn due_text(tally: &Tally, lang: Lang) -> String {
    let part = |key: &str, count: u32| lang.t_with(key, &[("count", number::count(lang, count).into())]);
    let later = [
        ("common-due-too-early", tally.too_early),
        ("common-due-not-yet", tally.not_due),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(key, count)| part(key, count));
    std::iter::once(part("common-due", tally.due()))
        .chain(later)
        .collect::<Vec<_>>()
        .join(", ")
}

/// Coverage, with what it is a share of.
pub fn coverage_fact(tally: &Tally, lang: Lang) -> Fact {
    let name = lang.t("overview-coverage");
    let fact = match tally.coverage() {
        Some(coverage) => Fact::new(name, number::share(lang, coverage, 0)).remark(lang.t_with(
            "overview-coverage-of",
            &[
                ("measured", number::count(lang, tally.measured).into()),
                ("due", number::count(lang, tally.due()).into()),
                ("stated", number::count(lang, tally.stated).into()),
            ],
        )),
        None => Fact::new(name, "–").remark(lang.t("overview-coverage-nothing-due")),
    };
    fact.help(HelpWord::Coverage, lang)
}
