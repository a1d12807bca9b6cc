//! Deliveries.

mod form;

pub use form::DeliveryFormPage;
