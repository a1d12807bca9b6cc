//! Facts: key figures in a row, and lists of name and value.

use leptos::prelude::*;

/// A fact: name, value, and a remark below or beside it.
#[derive(Debug)]
pub struct Fact {
    name: String,
    value: AnyView,
    remark: Option<String>,
}

impl Fact {
    /// A fact.
    pub fn new(name: impl Into<String>, value: impl IntoAny) -> Self {
        Self { name: name.into(), value: value.into_any(), remark: None }
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
            let remark = fact.remark.map(|remark| view! { " " <small>{remark}</small> });
            view! {
                <div>
                    <dt>{fact.name}</dt>
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
