//! The form that sends a file as evidence of a measurement.

use serde::{Deserialize, Serialize};

use super::{FieldErrors, Problem};
use crate::attachment::{FILE_MAX, FileKind, megabytes};

/// The form beside the file itself, which is kept only where it is taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MeasurementFileForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The measurement.
    pub id: String,
    /// Empty: a file is added to whatever else is there.
    pub version: String,
    /// Name of the file, without its path.
    pub file: String,
}

impl MeasurementFileForm {
    /// What kind of file was sent, or why it is not taken. `size` is that of the whole, also where no more than the
    /// beginning was read.
    ///
    /// # Errors
    /// Names the field of the file.
    pub fn parse(&self, size: u64, bytes: &[u8]) -> Result<FileKind, FieldErrors> {
        let mut errors = FieldErrors::default();
        let given = self.file.clone();
        if size > FILE_MAX {
            let (given, min, max) = (megabytes(size), "0".to_owned(), megabytes(FILE_MAX));
            errors.push("file", Problem::OutOfRange { given, min, max });
        } else if given.is_empty() {
            errors.push("file", Problem::Required);
        } else if size == 0 {
            errors.push("file", Problem::FindsNothing);
        } else if let Some(kind) = FileKind::of(&given, bytes) {
            return Ok(kind);
        } else {
            errors.push("file", Problem::UnknownChoice { given });
        }
        Err(errors)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_taken_or_it_is_said_why_not() {
        let of = |name: &str, size: u64, bytes: &[u8]| {
            let form = MeasurementFileForm {
                file: name.to_owned(),
                ..MeasurementFileForm::default()
            };
            form.parse(size, bytes)
        };
        let pdf = b"%PDF-1.7";
        assert_eq!(of("a.pdf", 8, pdf), Ok(FileKind::Pdf));
        assert_eq!(of("a.pdf", FILE_MAX, pdf), Ok(FileKind::Pdf));
        for (name, size, bytes, problem) in [
            ("", 0, &b""[..], Problem::Required),
            ("a.pdf", 0, b"", Problem::FindsNothing),
            (
                "a.pdf",
                8,
                b"<svg>...",
                Problem::UnknownChoice {
                    given: "a.pdf".to_owned(),
                },
            ),
            (
                "a.pdf",
                FILE_MAX + 1,
                pdf,
                Problem::OutOfRange {
                    given: "20,1".to_owned(),
                    min: "0".to_owned(),
                    max: "20,0".to_owned(),
                },
            ),
        ] {
            let errors = of(name, size, bytes).expect_err("not taken");
            assert_eq!(errors.of("file"), Some(&problem), "{name}");
        }
    }
}
