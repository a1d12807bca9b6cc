use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use domain::level::FulfilmentLevel;
use text::Lang;

use super::*;
use crate::document::{Block, plain, sample};

#[path = "hostile_tests.rs"]
mod hostile;

/// A folder of a test's own, gone in the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("nytta-pdf-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    /// The document as a file in it. `NYTTA_TEST_PDF_OUT=FOLDER` keeps one for whoever wants to look at it.
    fn file(&self, document: &Document) -> PathBuf {
        let path = self.0.join("report.pdf");
        fs::write(&path, pdf(document, &Look::default()).expect("a PDF")).expect("written");
        if let (Some(kept), Some(name)) = (std::env::var_os("NYTTA_TEST_PDF_OUT"), self.0.file_name()) {
            let kept = Path::new(&kept).join(name).with_extension("pdf");
            fs::copy(&path, kept).expect("a folder that can be written to");
        }
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left of it is found by whoever cleans the temporary folder.
        fs::remove_dir_all(&self.0).ok();
    }
}

fn run(program: &str, arguments: &[&str], file: &Path) -> Output {
    let output = Command::new(program).args(arguments).arg(file).output();
    output
        .unwrap_or_else(|error| panic!("{program} does not start ({error}): install poppler-utils and qpdf"))
}

fn printed(program: &str, arguments: &[&str], file: &Path) -> String {
    let output = run(program, arguments, file);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{program}: {told}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    told
}

/// The text of each page, words put together again where a line broke them.
fn pages(file: &Path) -> Vec<String> {
    printed("pdftotext", &["-layout"], file);
    let text = fs::read_to_string(file.with_extension("txt")).expect("text");
    text.replace("\u{ad}\n", "")
        .split_terminator('\u{c}')
        .map(|page| page.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let document = sample::document(Lang::Sv);
    let first = pdf(&document, &Look::default()).expect("a PDF");
    typst::comemo::evict(0);
    let second = pdf(&document, &Look::default()).expect("a PDF");
    assert!(first == second, "two renderings differ");
    let other = Look {
        accent: domain::agency::Colour::of(0x7a, 0x1f, 0x2b),
    };
    assert!(
        pdf(&document, &other).expect("a PDF") != first,
        "the agency's colour shows"
    );
}

#[test]
fn both_languages_are_what_the_standards_ask_for() {
    let python = std::env::var("NYTTA_TEST_PDF_PYTHON")
        .expect("NYTTA_TEST_PDF_PYTHON says where a Python with pikepdf and pdfua is: run cargo xtask test");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/pdf/check.py");
    let folder = Folder::new("standards");
    for (lang, code, other) in [(Lang::Sv, "sv-SE", "en-GB"), (Lang::En, "en-GB", "sv-SE")] {
        let file = folder.file(&sample::document(lang));
        let check = |code: &str| {
            let output = Command::new(&python)
                .arg(script)
                .arg(&file)
                .arg(code)
                .output()
                .expect("Python starts");
            let told = [output.stdout, output.stderr].concat();
            (
                output.status.success(),
                String::from_utf8_lossy(&told).into_owned(),
            )
        };
        let (passes, told) = check(code);
        assert!(passes, "{code}: {told}");
        // It can find something.
        let (passes, told) = check(other);
        assert!(!passes && told.starts_with("Lang is "), "{code}: {told}");
    }
}

#[test]
fn the_typesetter_has_nothing_to_warn_of() {
    let warned = set(&sample::document(Lang::Sv), &Look::default()).expect("files");
    let warnings: Vec<&str> = warned
        .warnings
        .iter()
        .map(|warning| warning.message.as_str())
        .collect();
    assert_eq!(warnings, Vec::<&str>::new());
    assert!(warned.output.is_ok());
}

#[test]
fn other_programs_read_it() {
    let folder = Folder::new("programs");
    let file = folder.file(&sample::document(Lang::Sv));
    let checked = printed("qpdf", &["--check"], &file);
    assert!(
        checked.contains("No syntax or stream encoding errors"),
        "{checked}"
    );
    let info = printed("pdfinfo", &[], &file);
    for line in [
        "Title: Investeringar 2022–2024",
        "Subject: Återrapport om effekterna av utvecklingsarbetet 2022–2024. Af-2025/0018 1503. Utkast",
        "Keywords: Af-2025/0018 1503",
        "Author: Utvecklingsmyndigheten för arbetsliv",
        "Creator: Nytta",
        "CreationDate: Tue Feb 18",
        "Tagged: yes",
        "PDF version: 1.7",
        "Page size: 595.276 x 841.89 pts (A4)",
    ] {
        let said = info
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        assert!(
            said.into_iter().any(|said| said.starts_with(line)),
            "{line}: {info}"
        );
    }
    let pages = printed("pdfinfo", &["-f", "1", "-l", "99"], &file);
    assert!(
        pages.contains("841.89 x 595.276 pts (A4)"),
        "a wide table lies: {pages}"
    );
}

#[test]
fn what_is_written_comes_out_as_it_was() {
    let folder = Folder::new("text");
    let file = folder.file(&sample::document(Lang::Sv));
    let pages = pages(&file);
    let all = pages.join(" ");
    for text in [
        sample::SIGNS,
        sample::LOREM,
        "Återrapport om effekterna av utvecklingsarbetet 2022–2024",
        "4.2 Fristående aktörer",
        "Ej satt",
        "med reservation för underlaget",
        "Digitalt kompetensförsörjningsunderlag för arbetsgivare",
        "Tabell 3.1 Uppfyllnad per nyttogrupp, beslut och förslag",
        "Summa 734 280 tkr 702 100 tkr 708 050 tkr 33 320",
        "Beslutet, 3 Godkänd, är lägre än förslaget, 4 God",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "8 mätta, 5 beskrivna, 4",
    ] {
        assert!(all.contains(text), "{text}");
    }
    let count = pages.len();
    for (number, page) in (1..).zip(&pages) {
        assert!(page.contains("Utkast"), "page {number} is not marked: {page}");
        if number > 1 {
            assert!(page.starts_with("Investeringar 2022–2024"), "{page}");
            assert!(
                page.ends_with(&format!(
                    "Utvecklingsmyndigheten för arbetsliv {number} ({count})"
                )),
                "{page}"
            );
        }
    }
    let of_table = pages
        .iter()
        .filter(|page| page.contains("Vad som saknas") && page.contains("Ansvarig en"));
    assert!(of_table.count() > 1, "a table's head stands on each of its pages");
}

#[test]
fn contents_lead_to_pages() {
    let folder = Folder::new("contents");
    let pages = pages(&folder.file(&sample::document(Lang::Sv)));
    let contents = pages.get(1).expect("a page");
    for heading in [
        "Förord",
        "3.2 Områden och nyttogrupper",
        "4.1 Kundarbete",
        "C Revisionskedjans huvud",
    ] {
        let (_, after) = contents.split_once(heading).expect(heading);
        let number = after.trim_start_matches([' ', '.', '\u{2060}']);
        let number: String = number.chars().take_while(char::is_ascii_digit).collect();
        let number: usize = number.parse().expect("a page number");
        assert!(
            pages.get(number - 1).is_some_and(|page| page.contains(heading)),
            "{heading}: {number}"
        );
    }
    assert!(
        !contents.contains("4.1.5"),
        "headings of the third level are left out, as in the Word file"
    );
    let next = pages.get(2).expect("a page");
    assert!(!next.contains(". . ."), "the list fits on its page: {next}");
}

#[test]
fn a_decided_report_carries_no_mark() {
    let mut document = sample::document(Lang::Sv);
    document.mark = None;
    let folder = Folder::new("decided");
    let pages = pages(&folder.file(&document));
    assert!(pages.iter().all(|page| !page.contains("Utkast")), "{pages:?}");
}

#[test]
fn nothing_is_asked_of_whoever_builds_a_document() {
    let mut document = sample::document(Lang::Sv);
    document.agency = String::new();
    document.title = String::new();
    document.name = " ".to_owned();
    document.subtitle = String::new();
    document.registry_number = Some(String::new());
    document.mark = Some(String::new());
    document.contents = String::new();
    document.facts.clear();
    document.verdicts.clear();
    // Begins with a low level, skips one, has rows that are too short and too long, and empty blocks.
    document
        .blocks
        .retain(|block| !matches!(block, Block::Heading(heading) if heading.level < 3));
    document.blocks.extend([
        Block::Paragraph(Vec::new()),
        Block::Note(plain("")),
        Block::Bullets(Vec::new()),
        Block::Bullets(vec![plain(" ")]),
        Block::Terms(Vec::new()),
        Block::Ticks {
            label: String::new(),
            boxes: Vec::new(),
        },
    ]);
    for block in &mut document.blocks {
        match block {
            Block::Table(table) => {
                for (at, row) in table.rows.iter_mut().enumerate() {
                    match at % 3 {
                        0 => row.cells.truncate(1),
                        1 => row.cells.extend(row.cells.clone()),
                        _ => {
                            for cell in &mut row.cells {
                                cell.span = 200;
                            }
                        }
                    }
                }
            }
            Block::Scale(scale) => {
                scale.says.clear();
                scale.steps.truncate(2);
                scale.judged = None;
                scale.proposed = None;
            }
            Block::Chart(chart) => {
                chart.alt.clear();
                chart.label.clear();
                chart.caption.clear();
            }
            Block::Heading(heading) => heading.text.clear(),
            _ => {}
        }
    }
    let rendered = pdf(&document, &Look::default());
    assert!(rendered.is_ok(), "{rendered:?}");
    document.blocks.clear();
    let rendered = pdf(&document, &Look::default());
    assert!(rendered.is_ok(), "{rendered:?}");
}

#[test]
fn every_level_has_its_ball_and_colours() {
    let looks = FulfilmentLevel::ALL.map(|level| {
        let look = crate::look::level_look(level);
        (look.fill, look.edge)
    });
    for (at, look) in looks.iter().enumerate() {
        assert!(!looks.iter().skip(at + 1).any(|other| other == look), "{look:?}");
    }
}
