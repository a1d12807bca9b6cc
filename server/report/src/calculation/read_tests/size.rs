//! How much is read: as many lines as an alternative takes, and nothing that grows beyond all measure.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use domain::calculation::{AmountUnit, Calculation, Line, LineClass};
use domain::form::LINES_MAX;
use text::Lang;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::calculation::test_calculations::{alternative, calculation, certain, id};
use crate::calculation::{ReadProblem, calculation_read, calculation_workbook};

#[test]
fn what_grows_beyond_all_measure_is_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", SimpleFileOptions::default())
        .expect("a part");
    let much = vec![b' '; 1024 * 1024];
    for _ in 0..65 {
        zip.write_all(&much).expect("its content");
    }
    let bomb = zip.finish().expect("an archive").into_inner();
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(calculation_read(&bomb), Err(vec![ReadProblem::TooLarge]));
}

#[test]
fn as_many_lines_are_read_as_an_alternative_takes() {
    let lines = |count: u64| -> Vec<Line> {
        (100..100 + count)
            .map(|number| certain(number, LineClass::Operation, &[5]))
            .collect()
    };
    let with = |count: usize| {
        let lines = lines(u64::try_from(count).expect("a count"));
        written(&calculation(
            AmountUnit::Tkr,
            2,
            None,
            vec![alternative(10, "A", lines)],
        ))
    };
    let read = calculation_read(&with(LINES_MAX)).expect("readable");
    assert_eq!(read[0].lines.len(), LINES_MAX);
    assert_eq!(
        calculation_read(&with(LINES_MAX + 1)),
        Err(vec![ReadProblem::TooManyLines {
            sheet: "Poster".to_owned(),
            most: LINES_MAX
        }])
    );
}

fn written(calculation: &Calculation) -> Vec<u8> {
    let benefits = BTreeMap::from([
        (id(200), "Kortare väntan".to_owned()),
        (id(201), "Färre brev".to_owned()),
    ]);
    calculation_workbook(Lang::Sv, "Initiativ", calculation, &benefits).expect("written")
}
