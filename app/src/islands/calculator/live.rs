//! What is worked out: as the page came, and as its form stands now.

use std::collections::BTreeMap;

use domain::calculation::evaluate::evaluate;
use domain::calculation::{Case, CaseLine, Evaluation, LineClass, YearAmount};
use domain::form::{CalculationLinesForm, without_english_commas};
use domain::money::Money;
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{FormData, HtmlFormElement};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use text::Lang;

/// A calculation as the page came with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// The year that is not discounted.
    pub base_year: i32,
    /// Years.
    pub horizon_years: u32,
    /// Discount rate in percent, as text.
    pub rate: String,
    /// Code of the unit of amounts.
    pub unit: String,
    /// Code of the language.
    pub lang: String,
    /// The lines: name, code of class, amounts.
    pub lines: Vec<(String, String, Vec<YearAmount>)>,
}

impl Start {
    fn rate(&self) -> Decimal {
        let percent: Decimal = self.rate.parse().unwrap_or_default();
        percent / Decimal::ONE_HUNDRED
    }

    /// What it comes to; none where it cannot be worked out, which what is stored always can.
    pub fn evaluation(&self) -> Option<Evaluation> {
        let lines = self.lines.iter().filter_map(|(name, class, amounts)| {
            Some(line(name.clone(), LineClass::from_code(class)?, amounts))
        });
        let (base, horizon) = (i64::from(self.base_year), i64::from(self.horizon_years));
        let case = Case::new(base, horizon, self.rate(), lines.collect()).ok()?;
        evaluate(&case).ok()
    }

    /// What the form comes to as it stands, by the code that the server reads it with; or how many fields are to be
    /// mended.
    pub fn evaluation_of(&self, form: &CalculationLinesForm) -> Result<Evaluation, usize> {
        let new = form.parse().map_err(|errors| errors.0.len().max(1))?;
        let lines = new.lines.into_iter();
        let lines = lines.map(|new| line(new.name, new.class, &new.amounts)).collect();
        let (base, horizon) = (i64::from(new.base_year), i64::from(new.horizon_years));
        let case = Case::new(base, horizon, self.rate(), lines).map_err(|_| 1_usize)?;
        evaluate(&case).map_err(|_| 1)
    }
}

fn line(name: String, class: LineClass, amounts: &[YearAmount]) -> CaseLine {
    let amounts: BTreeMap<_, _> = amounts
        .iter()
        .map(|amount| (amount.year, amount.estimate().map(Money::kronor)))
        .collect();
    CaseLine {
        name,
        kind: class.kind(),
        amounts,
    }
}

/// The form as it stands in the page, read as the server reads it. A line that has no name yet is worked out all the
/// same.
pub fn form(id: &str, lang: Lang) -> Option<CalculationLinesForm> {
    let form: HtmlFormElement = document().get_element_by_id(id)?.dyn_into().ok()?;
    let fields = FormData::new_with_form(&form).ok()?;
    let all = |name: &str| -> Vec<String> {
        let values = fields.get_all(name);
        values
            .iter()
            .map(|value| value.as_string().unwrap_or_default())
            .collect()
    };
    // In English a comma may stand between thousands.
    let amounts = |name: &str| -> Vec<String> {
        let typed = all(name).into_iter();
        match lang {
            Lang::Sv => typed.collect(),
            Lang::En => typed.map(|text| without_english_commas(&text)).collect(),
        }
    };
    let named = |names: Vec<String>| -> Vec<String> {
        let name = |name: String| {
            if name.trim().is_empty() {
                "–".to_owned()
            } else {
                name
            }
        };
        names.into_iter().map(name).collect()
    };
    let one = |name: &str| fields.get(name).as_string().unwrap_or_default();
    Some(CalculationLinesForm {
        submission: one("submission"),
        id: one("id"),
        version: one("version"),
        alternative: one("alternative"),
        unit: one("unit"),
        year: all("year[]"),
        line_id: all("line_id[]"),
        line_name: named(all("line_name[]")),
        line_class: all("line_class[]"),
        line_benefit: all("line_benefit[]"),
        line_note: all("line_note[]"),
        low: amounts("low[]"),
        likely: amounts("likely[]"),
        high: amounts("high[]"),
        action: String::new(),
    })
}
