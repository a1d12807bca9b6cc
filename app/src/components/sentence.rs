//! Sentences of the catalogue with something other than text in them, such as a level.

use leptos::prelude::*;
use text::Arg;

/// Private-use characters, which no text has, stand for what is put in.
const FIRST: u32 = 0xE000;

/// The place in a sentence where the view with this index goes. Pass it as a value to the catalogue.
pub fn slot(index: u32) -> Arg {
    Arg::from(
        char::from_u32(FIRST + index)
            .map(String::from)
            .unwrap_or_default(),
    )
}

/// A sentence with its slots filled.
pub fn filled(sentence: &str, views: impl IntoIterator<Item = AnyView>) -> AnyView {
    let mut views: Vec<Option<AnyView>> = views.into_iter().map(Some).collect();
    let mut parts: Vec<AnyView> = Vec::new();
    let mut words = String::new();
    for c in sentence.chars() {
        let index = u32::from(c)
            .checked_sub(FIRST)
            .and_then(|index| usize::try_from(index).ok());
        match index
            .and_then(|index| views.get_mut(index))
            .and_then(Option::take)
        {
            Some(view) => {
                parts.push(std::mem::take(&mut words).into_any());
                parts.push(view);
            }
            None => words.push(c),
        }
    }
    parts.push(words.into_any());
    parts.collect_view().into_any()
}
