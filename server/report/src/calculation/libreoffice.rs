//! LibreOffice as somebody who has never seen the results that a file carries.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::libreoffice::Conversion;

/// What stands in the place of every result.
pub(super) const FALSE: &str = "987654321";

/// Works out again whatever is opened, whoever wrote it.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// The workbook with a wrong result beside every formula. Gives how many formulas there are.
pub(super) fn falsified(workbook: &[u8]) -> (Vec<u8>, usize) {
    let mut formulas = 0;
    let falsified = rewritten(workbook, |sheet| {
        let sheet = String::from_utf8(sheet).expect("text");
        let mut cells = sheet.split("</f><v>");
        let mut kept = cells.next().unwrap_or_default().to_owned();
        for rest in cells {
            let (_, after) = rest.split_once("</v>").expect("the end of a result");
            kept.extend(["</f><v>", FALSE, "</v>", after]);
            formulas += 1;
        }
        kept.into_bytes()
    });
    (falsified, formulas)
}

/// The workbook with other sheets in the place of its own.
pub(super) fn rewritten(workbook: &[u8], mut sheet: impl FnMut(Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(workbook)).expect("a workbook");
    let mut into = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..from.len() {
        let mut part = from.by_index(place).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("its content");
        if name.starts_with("xl/worksheets/sheet") {
            content = sheet(content);
        }
        into.start_file(name, SimpleFileOptions::default())
            .expect("a part");
        into.write_all(&content).expect("its content");
    }
    into.finish().expect("a workbook").into_inner()
}

/// The workbooks, opened, worked out and saved again, all in one run. `name` tells runs apart that go on at the same
/// time.
pub(super) fn saved_again(name: &str, workbooks: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let conversion = Conversion {
        name,
        from: "xlsx",
        to: "xlsx:Calc MS Excel 2007 XML",
        settings: Some(SETTINGS),
        package: "libreoffice-calc",
    };
    conversion.run(workbooks)
}
