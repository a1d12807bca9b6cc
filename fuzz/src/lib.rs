//! What reads what others have written, each as one function of bytes that must neither panic nor wait. Fuzzing calls
//! them with whatever it finds (`cargo xtask fuzz`), the tests with what has been found so far and with what they make up.

mod filters;
mod forms;
mod typed;

#[cfg(feature = "files")]
mod case;
#[cfg(feature = "files")]
mod document;
#[cfg(feature = "files")]
mod sheets;

pub use forms::fields;
#[cfg(feature = "files")]
pub use sheets::packed;

/// An entry: a name, and what reads.
pub type Entry = (&'static str, fn(&[u8]));

/// All entries by their names, which those of the targets and of their folders in `corpus/` are.
pub const ENTRIES: &[Entry] = &[
    ("typed", typed::typed),
    ("forms", forms::forms),
    ("filters", filters::filters),
    #[cfg(feature = "files")]
    ("case", case::case),
    #[cfg(feature = "files")]
    ("document", document::document),
    #[cfg(feature = "files")]
    ("workbook", sheets::workbook),
    #[cfg(feature = "files")]
    ("sheet", sheets::sheet),
    #[cfg(feature = "files")]
    ("table", sheets::table),
];

/// Calls the entry of this name.
///
/// # Panics
/// Where there is none, or where it has found something.
pub fn call(name: &str, bytes: &[u8]) {
    let entry = ENTRIES.iter().find(|(known, _)| *known == name);
    let (_, read) = entry.unwrap_or_else(|| panic!("no entry is called {name}"));
    read(bytes);
}
