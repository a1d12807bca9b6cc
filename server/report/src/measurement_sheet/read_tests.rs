use super::*;

fn cell(lines: &[SheetLine], line: usize, column: SheetColumn) -> &str {
    lines[line].cell(column)
}

#[test]
fn text_is_read_in_both_languages_and_whichever_letters() {
    let swedish = "Mått;Period;Värde;Källa\r\nFelandel;2025 kv 4;4,2;Ärendesystemet\r\n;;;\r\nKö;2025;3;\r\n";
    let with_mark = format!("\u{feff}{swedish}");
    let older: Vec<u8> = swedish
        .chars()
        .map(|c| u8::try_from(u32::from(c)).expect("a letter"))
        .collect();
    let english = "measure,period,value,source\nFelandel,2025-Q4,\"4,2\",Ärendesystemet\n\nKö,2025,3,\n";
    for bytes in [
        swedish.as_bytes(),
        with_mark.as_bytes(),
        &older,
        english.as_bytes(),
    ] {
        let lines = read(bytes).expect("reads");
        assert_eq!(lines.len(), 2);
        assert_eq!((lines[0].row, lines[1].row), (2, 4));
        assert_eq!(cell(&lines, 0, SheetColumn::Measure), "Felandel");
        assert_eq!(cell(&lines, 0, SheetColumn::Value), "4,2");
        assert_eq!(cell(&lines, 0, SheetColumn::Source), "Ärendesystemet");
        assert_eq!(cell(&lines, 1, SheetColumn::Measure), "Kö");
        assert_eq!(cell(&lines, 1, SheetColumn::Source), "");
    }
}

#[test]
fn what_is_wrong_with_a_file_is_told() {
    let fault = |text: &str| read(text.as_bytes()).expect_err("not read");
    let missing = |column| Fault::MissingColumn { column };
    assert_eq!(fault(""), Fault::Empty);
    assert_eq!(fault("Mått;Period;Värde"), Fault::Empty);
    assert_eq!(fault("Period;Värde\n2025;1"), missing(SheetColumn::Measure));
    assert_eq!(fault("Mått;Period\nKö;2025"), missing(SheetColumn::Value));
    assert_eq!(fault("a\0b"), Fault::NotASheet);
    assert_eq!(fault("PK\u{3}\u{4}..."), Fault::NotASheet);
    let head = |head: &str| head.to_owned();
    let unknown = Fault::UnknownHead { head: head("Region") };
    assert_eq!(fault("Mått;Period;Värde;Region\nKö;2025;1;Norr"), unknown);
    let twice = Fault::HeadTwice { head: head("value") };
    assert_eq!(fault("Mått;Period;Värde;value\nKö;2025;1;1"), twice);
    // A head with nothing below it says nothing.
    assert!(read("Mått;Period;Täljare;Region\nKö;2025;1;".as_bytes()).is_ok());
    let many = format!("Mått;Period;Värde\n{}", "Kö;2025;1\n".repeat(LINES_MAX + 1));
    assert_eq!(fault(&many), too_many());
}

#[test]
fn the_file_to_fill_in_is_read_once_it_is() {
    let file = template(Lang::Sv, None, &[]).expect("writes");
    assert_eq!(read(&file), Err(Fault::Empty));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, column) in (0_u16..).zip(SheetColumn::ALL) {
        sheet
            .write_string(0, at, words::head(Lang::En, column))
            .expect("writes");
    }
    sheet.write_string(2, 0, "Kö").expect("writes");
    sheet.write_number(2, 1, 2025).expect("writes");
    sheet.write_number(2, 2, 4.2).expect("writes");
    let lines = read(&book.save_to_buffer().expect("writes")).expect("reads");
    assert_eq!((lines.len(), lines[0].row), (1, 3));
    assert_eq!(cell(&lines, 0, SheetColumn::Period), "2025");
    assert_eq!(cell(&lines, 0, SheetColumn::Value), "4.2");
}
