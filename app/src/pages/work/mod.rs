//! Work lists: what waits for whom ("Att göra").

mod item;
mod list;

pub use list::WorkPage;
