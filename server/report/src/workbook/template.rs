use domain::policy::roles_that_may;
use domain::workbook::{Column, Noun, SheetKind, Takes};
use rust_xlsxwriter::{
    DataValidation, DocProperties, Format, FormatAlign, Formula, IgnoreError, Note, Workbook, Worksheet,
    XlsxError,
};
use service::{RenderError, WorkbookChoices};
use text::{Lang, headline, name, workbook as words};

/// Rows of a sheet that are prepared: more than anybody types by hand.
const PREPARED: u32 = 500;
/// Width of a column of short values, and of one of words.
const NARROW: f64 = 18.0;
const WIDE: f64 = 44.0;
/// The column of what is there already that holds initiatives.
const INITIATIVES: char = 'E';
/// Fields that hold sentences.
const LONG: [&str; 6] = [
    "summary",
    "description",
    "text",
    "purpose",
    "expected_effects",
    "note",
];

/// An empty workbook, with what is there already to choose from.
///
/// # Errors
/// Where the file cannot be written.
pub fn template(lang: Lang, choices: &WorkbookChoices) -> Result<Vec<u8>, RenderError> {
    written(lang, choices).map_err(|error| RenderError::Model(error.to_string()))
}

fn written(lang: Lang, choices: &WorkbookChoices) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title("Nytta"));
    read_me(book.add_worksheet(), lang)?;
    for sheet in SheetKind::ALL {
        empty(book.add_worksheet(), lang, sheet, choices)?;
    }
    there_already(book.add_worksheet(), lang, choices)?;
    book.save_to_buffer()
}

/// What the workbook is for, its rules, and what stands in each column.
fn read_me(page: &mut Worksheet, lang: Lang) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    page.set_name(lang.t("workbook-read-me"))?;
    let rules = [
        "workbook-rule-rows",
        "workbook-rule-names",
        "workbook-rule-several",
        "workbook-rule-again",
        "workbook-rule-approval",
        "workbook-rule-rest",
    ];
    let mut row = 0;
    for rule in rules {
        page.merge_range(row, 0, row, 4, &lang.t(rule), &wrapped)?;
        page.set_row_height(row, 32)?;
        row += 1;
    }
    row += 1;
    let heads: [(&str, f64); 5] = [
        ("workbook-column-sheet", 22.0),
        ("workbook-column-column", 28.0),
        ("workbook-column-needed", 16.0),
        ("workbook-column-what", 90.0),
        ("workbook-column-who", 44.0),
    ];
    for (at, (head, width)) in (0_u16..).zip(heads) {
        page.write_string_with_format(row, at, lang.t(head), &bold)?;
        page.set_column_width(at, width)?;
    }
    for sheet in SheetKind::ALL {
        for column in sheet.columns() {
            row += 1;
            let needed = if column.needed {
                "workbook-yes"
            } else {
                "workbook-no"
            };
            page.write_string_with_format(row, 0, words::sheet(lang, sheet), &wrapped)?;
            page.write_string_with_format(row, 1, words::head(lang, column.field), &wrapped)?;
            page.write_string_with_format(row, 2, lang.t(needed), &wrapped)?;
            page.write_string_with_format(row, 3, words::what(lang, sheet, column), &wrapped)?;
            page.write_string_with_format(row, 4, who(lang, sheet), &wrapped)?;
        }
    }
    Ok(())
}

/// The roles that may add what a sheet brings.
fn who(lang: Lang, sheet: SheetKind) -> String {
    let roles = roles_that_may(sheet.operation()).into_iter();
    let roles: Vec<String> = roles.map(|role| name::role(lang, role)).collect();
    headline::list(lang, &roles)
}

/// A sheet to fill in. Every cell is text: what is typed stands there as it was typed, and no spreadsheet
/// makes 4.1 of an area 4.10.
fn empty(
    page: &mut Worksheet,
    lang: Lang,
    sheet: SheetKind,
    choices: &WorkbookChoices,
) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_num_format("@");
    let text = Format::new()
        .set_num_format("@")
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    page.set_name(words::sheet(lang, sheet))?;
    let mut last = 0;
    for (at, column) in (0_u16..).zip(sheet.columns()) {
        let head = words::marked_head(lang, column);
        page.set_column_format(at, &text)?;
        page.set_column_width(at, width(column))?;
        page.write_string_with_format(0, at, &head, &bold)?;
        let what = words::what(lang, sheet, column);
        if !what.is_empty() {
            page.insert_note(0, at, &Note::new(&what).add_author_prefix(false))?;
        }
        if let Some(list) = offered(lang, column, choices)? {
            page.add_data_validation(1, at, PREPARED, at, &list)?;
        }
        last = at;
    }
    page.ignore_error_range(1, 0, PREPARED, last, IgnoreError::NumberStoredAsText)?;
    page.set_freeze_panes(1, 0)?;
    page.set_repeat_rows(0, 0)?;
    Ok(())
}

fn width(column: &Column) -> f64 {
    if LONG.contains(&column.field) {
        WIDE
    } else {
        NARROW
    }
}

/// A list to choose from. Other words may be typed where names are asked for: what is in Nytta already is
/// not on the sheet.
fn offered(
    lang: Lang,
    column: &Column,
    choices: &WorkbookChoices,
) -> Result<Option<DataValidation>, XlsxError> {
    let list = DataValidation::new();
    Ok(match column.takes {
        Takes::Choice(choice) => Some(list.allow_list_strings(&words::words(lang, choice))?),
        Takes::Yes => Some(list.allow_list_strings(&[lang.t("workbook-yes")])?),
        Takes::Name(noun) => named_on(lang, noun, choices).map(|range| {
            list.allow_list_formula(Formula::new(range))
                .show_error_message(false)
        }),
        Takes::Text | Takes::Texts | Takes::Names(_) | Takes::Choices(_) => None,
    })
}

/// The cells that hold the names of a noun: of initiatives those that are there already, where there are
/// any, for what is filled in later belongs to those. None where names are not told apart by one cell alone.
fn named_on(lang: Lang, noun: Noun, choices: &WorkbookChoices) -> Option<String> {
    if noun == Noun::Initiative && !choices.initiatives.is_empty() {
        let last = choices.initiatives.len().saturating_add(1);
        let name = lang.t("workbook-lists").replace('\'', "''");
        return Some(format!("='{name}'!${INITIATIVES}$2:${INITIATIVES}${last}"));
    }
    if matches!(noun, Noun::Delivery | Noun::Benefit) {
        return None;
    }
    let sheet = SheetKind::ALL.into_iter().find(|sheet| sheet.noun() == noun)?;
    let at = sheet
        .columns()
        .iter()
        .position(|column| column.field == sheet.key().0)?;
    let letter = char::from(b'A' + u8::try_from(at).ok()?);
    let name = words::sheet(lang, sheet).replace('\'', "''");
    Some(format!("='{name}'!${letter}$2:${letter}${}", PREPARED + 1))
}

/// What is in Nytta already and can be named.
fn there_already(page: &mut Worksheet, lang: Lang, choices: &WorkbookChoices) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    page.set_name(lang.t("workbook-lists"))?;
    let areas = choices.areas.iter();
    let pair = |(of, name): &(String, String)| (of.clone(), name.clone());
    let (of_delivery, deliveries): (Vec<_>, Vec<_>) = choices.deliveries.iter().map(pair).unzip();
    let (of_benefit, benefits): (Vec<_>, Vec<_>) = choices.benefits.iter().map(pair).unzip();
    let lists: [(&str, Vec<String>); 9] = [
        (
            "workbook-head-groups",
            choices.groups.iter().map(|of| of.name.clone()).collect(),
        ),
        (
            "workbook-sheet-units",
            choices.units.iter().map(|of| of.name.clone()).collect(),
        ),
        (
            "workbook-sheet-portfolios",
            choices.portfolios.iter().map(|of| of.name.clone()).collect(),
        ),
        (
            "workbook-sheet-areas",
            areas.map(|of| format!("{} {}", of.number, of.name)).collect(),
        ),
        ("workbook-sheet-initiatives", choices.initiatives.clone()),
        ("workbook-head-initiative", of_delivery),
        ("workbook-sheet-deliveries", deliveries),
        ("workbook-head-initiative", of_benefit),
        ("workbook-sheet-benefits", benefits),
    ];
    for (at, (head, names)) in (0_u16..).zip(lists) {
        page.set_column_width(at, WIDE)?;
        page.write_string_with_format(0, at, lang.t(head), &bold)?;
        for (row, name) in (1_u32..).zip(names) {
            page.write_string(row, at, name)?;
        }
    }
    page.set_freeze_panes(1, 0)?;
    Ok(())
}
