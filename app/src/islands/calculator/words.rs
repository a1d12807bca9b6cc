//! The words of the calculator: an island has no catalogue.

use serde::{Deserialize, Serialize};

/// All that the calculator says. A sentence has {0}, {1} where values are put in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it, and the catalogue has the words")]
pub struct Words {
    pub unit: String,
    pub no_value: String,
    pub as_table: String,
    pub results_title: String,
    pub results_note: String,
    pub result: String,
    pub scopes: [String; 2],
    pub scopes_short: [String; 2],
    pub scenarios: [String; 3],
    pub estimates: [String; 3],
    pub pv_benefits: String,
    pub pv_costs: String,
    pub nnv: String,
    pub nnk: String,
    pub bc_ratio: String,
    pub break_even: String,
    pub payback: String,
    pub payback_discounted: String,
    pub irr: String,
    pub range_pays: String,
    pub range_both: String,
    pub range_never: String,
    pub range_caption: String,
    pub cumulative_same: String,
    pub cumulative_both: String,
    pub cumulative_redistribution: String,
    pub cumulative_financial: String,
    pub cumulative_never: String,
    pub cumulative_caption: String,
    pub year: String,
    pub tornado_line: String,
    pub tornado_certain: String,
    pub tornado_caption: String,
    pub tornado_low: String,
    pub tornado_high: String,
    pub tornado_width: String,
    pub tornado_rate: String,
    pub tornado_rate_short: String,
    pub line: String,
    pub years_title: String,
    pub years_caption: String,
    pub benefits: String,
    pub costs: String,
    pub net: String,
    pub cumulative: String,
    pub discounted: String,
    pub net_present: String,
    pub unsaved: String,
    pub faulty: String,
}

/// A sentence with values in their places.
pub fn filled(sentence: &str, values: &[&str]) -> String {
    let mut text = sentence.to_owned();
    for (index, value) in values.iter().enumerate() {
        text = text.replace(&format!("{{{index}}}"), value);
    }
    text
}
