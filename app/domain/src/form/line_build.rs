//! The form that builds a line's amounts of factors.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{FieldErrors, Problem};
use crate::calculation::build::{BUILD_DECIMALS, MINUTES_MAX, VOLUME_MAX};
use crate::calculation::{Build, BuildError, Calculation, Estimate, HourlyCost, Line};
use crate::id::{CalculationId, CalculationLineId, FactorId};

/// What a line is built of, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LineBuildForm {
    /// Names this sending.
    pub submission: String,
    /// The calculation.
    pub id: String,
    /// The version that was read.
    pub version: String,
    /// The line.
    pub line: String,
    /// How many a year, at least.
    pub volume_low: String,
    /// How many a year, likely.
    pub volume_likely: String,
    /// How many a year, at most.
    pub volume_high: String,
    /// Minutes for each, at least.
    pub minutes_low: String,
    /// Minutes for each, likely.
    pub minutes_likely: String,
    /// Minutes for each, at most.
    pub minutes_high: String,
    /// The factor that says what an hour costs.
    pub factor: String,
    /// How much of it is taken home, at least, in per cent.
    pub share_low: String,
    /// How much of it is taken home, likely.
    pub share_likely: String,
    /// How much of it is taken home, at most.
    pub share_high: String,
    /// The first year.
    pub first_year: String,
    /// The last year.
    pub last_year: String,
    /// Which button was pressed: "count" shows what it gives, "clear" forgets what a line was built of, anything else
    /// saves.
    pub action: String,
}

/// A valid build, but for what an hour costs: the library says that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBuild {
    /// The factor that says what an hour costs.
    pub factor: FactorId,
    /// How many a year.
    pub volume: Estimate,
    /// Minutes for each.
    pub minutes: Estimate,
    /// How much of it is taken home, in per cent.
    pub share: Estimate,
    /// The first year.
    pub first_year: i32,
    /// The last year.
    pub last_year: i32,
}

impl NewBuild {
    /// With what an hour costs, as it is now.
    pub fn at(self, hourly: HourlyCost) -> Build {
        Build {
            volume: self.volume,
            minutes: self.minutes,
            hourly,
            share: self.share,
            first_year: self.first_year,
            last_year: self.last_year,
        }
    }
}

impl LineBuildForm {
    /// The form of a line: of what it was built of, or to begin with.
    pub fn of(calculation: &Calculation, line: &Line, version: i32) -> Self {
        let mut form = Self {
            id: calculation.id.to_string(),
            version: version.to_string(),
            line: line.id.to_string(),
            ..Self::default()
        };
        let years = calculation.years();
        let (first, last) = match &line.build {
            Some(build) => {
                form.factor = build.hourly.factor.to_string();
                [form.volume_low, form.volume_likely, form.volume_high] = typed(build.volume);
                [form.minutes_low, form.minutes_likely, form.minutes_high] = typed(build.minutes);
                [form.share_low, form.share_likely, form.share_high] = typed(build.share);
                (build.first_year, build.last_year)
            }
            None => (
                calculation.base_year,
                years.last().unwrap_or(calculation.base_year),
            ),
        };
        (form.first_year, form.last_year) = (first.to_string(), last.to_string());
        form
    }

    /// The calculation.
    pub fn calculation(&self) -> Option<CalculationId> {
        self.id.trim().parse().ok()
    }

    /// The line.
    pub fn line(&self) -> Option<CalculationLineId> {
        self.line.trim().parse().ok()
    }

    /// The valid build of a line of a calculation, or all that is wrong.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self, calculation: &Calculation, line: &Line) -> Result<NewBuild, FieldErrors> {
        let mut errors = FieldErrors::default();
        let volume = [&self.volume_low, &self.volume_likely, &self.volume_high];
        let volume = three(&mut errors, "volume", volume, (-VOLUME_MAX, VOLUME_MAX));
        if let Some(low) = volume.map(|volume| volume.low)
            && line.class.is_cost()
            && low < Decimal::ZERO
        {
            let (field, given) = if self.volume_low.trim().is_empty() {
                ("volume_likely", &self.volume_likely)
            } else {
                ("volume_low", &self.volume_low)
            };
            let given = given.trim().to_owned();
            errors.push(field, Problem::NegativeCost { given });
        }
        let minutes = [&self.minutes_low, &self.minutes_likely, &self.minutes_high];
        let minutes = three(&mut errors, "minutes", minutes, (0, MINUTES_MAX));
        let factor = errors.choice("factor", &self.factor, |id| id.parse().ok());
        let share = [&self.share_low, &self.share_likely, &self.share_high];
        let share = three(&mut errors, "share", share, (0, 100));
        let first_year = year(&mut errors, "first_year", &self.first_year, calculation);
        let last_year = year(&mut errors, "last_year", &self.last_year, calculation);
        if let (Some(first), Some(last)) = (first_year, last_year)
            && last < first
        {
            let given = self.last_year.trim().to_owned();
            errors.push("last_year", Problem::EndBeforeStart { given });
        }
        let value = volume
            .zip(minutes)
            .zip(factor)
            .zip(share)
            .zip(first_year)
            .zip(last_year);
        let value = value.map(
            |(((((volume, minutes), factor), share), first_year), last_year)| NewBuild {
                factor,
                volume,
                minutes,
                share,
                first_year,
                last_year,
            },
        );
        errors.finish(value)
    }

    /// What is wrong where fields that are valid one by one give nothing together.
    pub fn fault(&self, error: BuildError) -> FieldErrors {
        let mut errors = FieldErrors::default();
        let given = self.volume_likely.trim().to_owned();
        match error {
            BuildError::Cost(_) => errors.push(
                "factor",
                Problem::Gone {
                    given: self.factor.trim().to_owned(),
                },
            ),
            // What else can be wrong of a valid form is that it is too much.
            _ => errors.push("volume_likely", Problem::AmountsTooLarge { given }),
        }
        errors
    }
}

fn typed(estimate: Estimate) -> [String; 3] {
    let text = |number: Decimal| number.to_string().replace('.', ",").replace('-', "−");
    let same = estimate.low == estimate.likely && estimate.likely == estimate.high;
    let around = |number| if same { String::new() } else { text(number) };
    [around(estimate.low), text(estimate.likely), around(estimate.high)]
}

/// Three estimates in rising order. Low and high that are left out are what is likely.
fn three(
    errors: &mut FieldErrors,
    field: &str,
    typed: [&String; 3],
    (least, most): (i64, i64),
) -> Option<Estimate> {
    let [low, likely, high] = typed.map(|typed| typed.trim().trim_end_matches('%').trim());
    let names = ["low", "likely", "high"].map(|estimate| format!("{field}_{estimate}"));
    let [low_field, likely_field, high_field] = &names;
    if likely.is_empty() {
        errors.push(likely_field, Problem::Required);
    }
    let mut read = |field: &str, typed: &str| -> Result<Option<Decimal>, ()> {
        if typed.is_empty() {
            return Ok(None);
        }
        let given = typed.to_owned();
        let Some(number) = errors.number(field, typed) else {
            return Err(());
        };
        if number < Decimal::from(least) || number > Decimal::from(most) {
            let (min, max) = (least.to_string().replace('-', "−"), most.to_string());
            errors.push(field, Problem::OutOfRange { given, min, max });
            return Err(());
        }
        if number.normalize().scale() > BUILD_DECIMALS {
            let decimals = BUILD_DECIMALS;
            errors.push(field, Problem::TooFine { given, decimals });
            return Err(());
        }
        Ok(Some(number))
    };
    let (lowest, middle, highest) = (
        read(low_field, low),
        read(likely_field, likely),
        read(high_field, high),
    );
    let middle = middle.ok().flatten()?;
    let (lowest, highest) = (lowest.ok()?.unwrap_or(middle), highest.ok()?.unwrap_or(middle));
    let field = if lowest > middle {
        low_field
    } else if middle > highest {
        high_field
    } else {
        return Some(Estimate {
            low: lowest,
            likely: middle,
            high: highest,
        });
    };
    let given = [low, likely, high].into_iter().filter(|typed| !typed.is_empty());
    let given = given.collect::<Vec<_>>().join(" – ");
    errors.push(field, Problem::NotRising { given });
    None
}

/// A year of the calculation.
fn year(errors: &mut FieldErrors, field: &str, typed: &str, calculation: &Calculation) -> Option<i32> {
    if typed.trim().is_empty() {
        errors.push(field, Problem::Required);
    }
    let year = errors.year(field, typed)?;
    if calculation.years().any(|one| one == year) {
        return Some(year);
    }
    let given = typed.trim().to_owned();
    let last = calculation.years().last().unwrap_or(calculation.base_year);
    let (min, max) = (calculation.base_year.to_string(), last.to_string());
    errors.push(field, Problem::OutOfRange { given, min, max });
    None
}

#[cfg(test)]
#[path = "line_build_tests.rs"]
mod tests;
