//! Realisation plans: the form of one. It is shown beside its benefit, on the initiative's page.

mod form;

pub use form::RealisationPlanFormPage;
