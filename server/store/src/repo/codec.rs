//! How values of the domain stand in columns, and how they are read back.

use std::fmt::Display;

use chrono::{DateTime, NaiveDate, Utc};
use domain::reading::Reading;
use domain::when::When;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::de::DeserializeOwned;
use serde::de::value::{Error as CodeError, StrDeserializer};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::moment::{local_day, moment};

/// Millionths in one.
const MICRO: i64 = 1_000_000;

/// The row that a value stands in: what an error names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    table: &'static str,
    id: Uuid,
}

impl Row {
    pub(crate) fn of(table: &'static str, id: Uuid) -> Self {
        Self { table, id }
    }

    pub(crate) fn damaged(self, reason: impl Display) -> StoreError {
        StoreError::Damaged {
            table: self.table,
            id: self.id.to_string(),
            reason: reason.to_string(),
        }
    }

    /// Reads a code as files have it.
    pub(crate) fn code<T: for<'de> Deserialize<'de>>(self, code: &str) -> Result<T> {
        T::deserialize(StrDeserializer::<CodeError>::new(code)).map_err(|error| self.damaged(error))
    }

    /// The day of a moment where the agency is.
    pub(crate) fn optional_day(self, at: Option<i64>) -> Result<Option<NaiveDate>> {
        at.map(|at| self.moment(at).map(local_day)).transpose()
    }

    pub(crate) fn optional_code<T: for<'de> Deserialize<'de>>(self, code: Option<&str>) -> Result<Option<T>> {
        code.map(|code| self.code(code)).transpose()
    }

    /// Reads a code together with whether it is a reading.
    pub(crate) fn reading<T: for<'de> Deserialize<'de>>(
        self,
        code: &str,
        interpreted: bool,
    ) -> Result<Reading<T>> {
        Ok(Reading {
            value: self.code(code)?,
            interpreted,
        })
    }

    pub(crate) fn json<T: DeserializeOwned>(self, text: &str) -> Result<T> {
        serde_json::from_str(text).map_err(|error| self.damaged(error))
    }

    pub(crate) fn optional_json<T: DeserializeOwned>(self, text: Option<&str>) -> Result<Option<T>> {
        text.map(|text| self.json(text)).transpose()
    }

    pub(crate) fn optional_when(self, text: Option<&str>, precision: Option<&str>) -> Result<Option<When>> {
        precision.map(|precision| self.when(text, precision)).transpose()
    }

    pub(crate) fn when(self, text: Option<&str>, precision: &str) -> Result<When> {
        When::parse(text, precision).map_err(|error| self.damaged(error))
    }

    pub(crate) fn decimal(self, mantissa: i64, scale: i16) -> Result<Decimal> {
        let scale = u32::try_from(scale).map_err(|error| self.damaged(error))?;
        Decimal::try_from_i128_with_scale(i128::from(mantissa), scale).map_err(|error| self.damaged(error))
    }

    pub(crate) fn moment(self, micros: i64) -> Result<DateTime<Utc>> {
        moment(self.table, &self.id.to_string(), micros)
    }

    /// Writes a code as files have it.
    pub(crate) fn code_of<T: Serialize>(self, value: &T) -> Result<String> {
        match serde_json::to_value(value) {
            Ok(serde_json::Value::String(code)) => Ok(code),
            Ok(other) => Err(self.damaged(format_args!("{other} is no code"))),
            Err(error) => Err(self.damaged(error)),
        }
    }

    pub(crate) fn json_of<T: Serialize>(self, value: &T) -> Result<String> {
        serde_json::to_string(value).map_err(|error| self.damaged(error))
    }

    /// Writes a decimal in millionths; more than six decimals, or too large a number, do not fit.
    pub(crate) fn micro_of(self, column: &'static str, value: Decimal) -> Result<i64> {
        value
            .checked_mul(Decimal::from(MICRO))
            .filter(|scaled| scaled.fract().is_zero())
            .and_then(|scaled| scaled.to_i64())
            .ok_or_else(|| self.does_not_fit(column, value))
    }

    /// Writes a decimal as its digits and its number of decimals.
    pub(crate) fn digits_of(self, column: &'static str, value: Decimal) -> Result<(i64, i16)> {
        i64::try_from(value.mantissa())
            .ok()
            .zip(i16::try_from(value.scale()).ok())
            .ok_or_else(|| self.does_not_fit(column, value))
    }

    fn does_not_fit(self, column: &'static str, value: impl Display) -> StoreError {
        StoreError::DoesNotFit {
            table: self.table,
            column,
            value: value.to_string(),
        }
    }
}

/// Reads millionths, without decimals that say nothing.
pub(crate) fn micro(millionths: i64) -> Decimal {
    Decimal::new(millionths, 6).normalize()
}

/// The four columns of a point in time.
#[derive(Debug, Default)]
pub(crate) struct WhenColumns {
    pub(crate) text: Option<String>,
    pub(crate) precision: Option<String>,
    pub(crate) first: Option<NaiveDate>,
    pub(crate) last: Option<NaiveDate>,
}

impl From<Option<When>> for WhenColumns {
    fn from(when: Option<When>) -> Self {
        when.map_or_else(Self::default, |when| Self {
            text: when.text(),
            precision: Some(when.precision().to_owned()),
            first: when.first_day(),
            last: when.last_day(),
        })
    }
}
