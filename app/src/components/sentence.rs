//! Sentences of the catalogue with something other than text in them, such as a level.

use leptos::prelude::*;
use text::sentence::{Piece, pieces};

pub use text::sentence::slot;

/// A sentence with its slots filled.
pub fn filled(sentence: &str, views: impl IntoIterator<Item = AnyView>) -> AnyView {
    let mut views: Vec<Option<AnyView>> = views.into_iter().map(Some).collect();
    pieces(sentence, views.len())
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(words) => words.into_any(),
            Piece::Slot(index) => views.get_mut(index).and_then(Option::take).into_any(),
        })
        .collect_view()
        .into_any()
}
