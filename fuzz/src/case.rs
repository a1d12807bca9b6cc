//! A calculation for `nytta calc`.

/// Works it out; a refusal says why.
pub fn case(bytes: &[u8]) {
    match service::case_file_evaluate(bytes) {
        Ok(evaluation) => assert!(serde_json::to_vec(&evaluation).is_ok()),
        Err(fault) => assert!(!fault.to_string().is_empty()),
    }
}
