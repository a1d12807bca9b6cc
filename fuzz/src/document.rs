//! A whole portfolio in the exchange format.

use service::ServiceError;
use service::exchange::document_check;

/// Reads and checks it; a refusal names places and reasons.
pub fn document(bytes: &[u8]) {
    match document_check(bytes) {
        Ok(()) => {}
        Err(ServiceError::Import(error)) => {
            assert!(!error.0.is_empty(), "refused without a reason");
            for problem in &error.0 {
                assert!(!problem.reason.is_empty(), "{problem:?}");
                assert!(
                    !(problem.place.is_empty() && problem.field.is_empty()),
                    "{problem:?}"
                );
            }
        }
        Err(other) => panic!("{other}"),
    }
}
