//! What stands in the address of a register.

use domain::register::{
    BenefitFilter, Cursor, Filter, InitiativeFilter, Query, StatementFilter, decoded_pairs, encoded_query,
};

/// Reads a query as each register does: what is asked for is written, and read again as the same.
pub fn filters(bytes: &[u8]) {
    let text = &*String::from_utf8_lossy(bytes);
    let pairs = decoded_pairs(text);
    let again = encoded_query(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    assert_eq!(decoded_pairs(&again), pairs, "{text:?}");
    register::<InitiativeFilter>(text);
    register::<BenefitFilter>(text);
    register::<StatementFilter>(text);
    if let Some(cursor) = Cursor::decode(text, "namn") {
        assert_eq!(Cursor::decode(&cursor.encode("namn"), "namn"), Some(cursor));
    }
}

fn register<F: Filter>(text: &str) {
    let asked = Query::<F>::parse_query(text);
    assert!(!asked.search.contains('\0'), "{text:?}");
    let again = Query::<F>::parse_query(&asked.to_query());
    let asked = Query {
        cursor: None,
        ..asked
    };
    assert_eq!(again, asked, "{text:?}");
}
