//! Views of registers that people keep.

mod form;

pub use form::SavedViewFormPage;
