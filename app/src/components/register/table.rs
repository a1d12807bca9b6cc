//! Heads and cells of a register's table.

use domain::register::{Column, Filter, Query};
use leptos::prelude::*;
use text::Lang;

use super::FORM;
use crate::components::finding::Gap;
use crate::components::icon::{Icon, Symbol};

/// A head that sorts: a button of the filter's form, so that sorting needs no script and keeps what is
/// asked for. Pressed once more it turns the order round.
pub fn sort_head<F: Filter>(asked: &Query<F>, column: F::Column, label: String) -> AnyView {
    let here = asked.order.column == column;
    let direction = here.then(|| {
        if asked.order.descends() {
            "descending"
        } else {
            "ascending"
        }
    });
    let symbol = if here { Symbol::Up } else { Symbol::Sort };
    view! {
        <th scope="col" class=column.descends().then_some("n") aria-sort=direction>
            <button
                class="sort"
                type="submit"
                form=FORM
                name="sortera"
                id=format!("sortera-{}", column.code())
                value=asked.order.by(column).code()
            >
                {label}
                <Icon symbol />
            </button>
        </th>
    }
    .into_any()
}

/// A head that does not.
pub fn plain_head(label: String) -> AnyView {
    view! { <th scope="col">{label}</th> }.into_any()
}

/// An area by its number.
pub fn area_cell(number: Option<&str>, name: Option<&str>, lang: Lang) -> AnyView {
    match number {
        Some(number) => {
            let title = name.unwrap_or_default().to_owned();
            view! { <span class="no" title=title>{number.to_owned()}</span> }.into_any()
        }
        None => view! { <Gap text=lang.t("register-no-area") /> }.into_any(),
    }
}

/// Longest text of a cell.
const EXCERPT: usize = 160;

/// The beginning of a text, cut between words where it is long.
pub fn excerpt(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = text.char_indices().nth(EXCERPT) else {
        return text;
    };
    let begin = text.get(..end).unwrap_or_default();
    let whole = begin.rsplit_once(' ').map_or(begin, |(words, _)| words);
    format!("{} …", whole.trim_end_matches([',', '.', ';', ':', ' ', '–']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_between_words() {
        assert_eq!(excerpt("  Kort \n text. "), "Kort text.");
        let long = "ärenden ".repeat(40);
        let cut = excerpt(&long);
        assert!(
            cut.ends_with("ärenden …") && cut.chars().count() <= EXCERPT + 2,
            "{cut}"
        );
        assert!(excerpt(&"å".repeat(500)).chars().count() <= EXCERPT + 2);
    }
}
