//! A document with everything in it, and words as long as people write them.

use domain::level::FulfilmentLevel;
use rust_decimal::Decimal;
use text::Lang;

use super::{PictureFonts, WordPicture};
use crate::document::{
    Align, Bar, BarPart, Block, Cell, Chart, Column, Document, Fact, Fill, Heading, LevelMark, Plot, Row,
    Scale, Span, Standing, Table, Term, Text, Tick, Value, plain,
};

pub(super) const LONG: &str = "Handläggningen av ärenden om stöd har blivit kortare sedan den nya e-tjänsten infördes. \
    Medborgarna behöver inte längre komplettera sina ansökningar lika ofta, och handläggarna lägger mindre tid på att \
    begära in uppgifter som redan finns hos andra myndigheter. Samtidigt visar uppföljningen att de som saknar \
    e-legitimation fortfarande får vänta, vilket verksamheten arbetar vidare med under de kommande åren.";

fn heading(level: u8, number: &str, text: &str, new_page: bool) -> Block {
    Block::Heading(Heading {
        level,
        number: Some(number.to_owned()).filter(|number| !number.is_empty()),
        text: text.to_owned(),
        anchor: None,
        new_page,
    })
}

pub(super) fn mark(level: FulfilmentLevel, standing: Standing, words: &str) -> LevelMark {
    LevelMark {
        level,
        standing,
        words: words.to_owned(),
    }
}

fn level(level: FulfilmentLevel, standing: Standing, words: &str) -> Text {
    vec![Span::Level(mark(level, standing, words))]
}

pub(super) fn column(head: &str, align: Align, weight: u8) -> Column {
    Column {
        head: head.to_owned(),
        align,
        weight,
    }
}

fn row(cells: Vec<Cell>) -> Row {
    Row { cells }
}

fn number(text: &str, value: i64) -> Cell {
    Cell::of(plain(text), Value::Number(Decimal::from(value)))
}

pub(super) fn table(code: &str, label: &str, caption: &str, columns: Vec<Column>, rows: Vec<Row>) -> Table {
    Table {
        label: label.to_owned(),
        caption: caption.to_owned(),
        code: code.to_owned(),
        columns,
        rows,
        foot: Vec::new(),
    }
}

fn budget() -> Table {
    let columns = vec![
        column("Område", Align::Start, 4),
        column("2022", Align::End, 1),
        column("2023", Align::End, 1),
        column("2024", Align::End, 1),
        column("Summa, tkr", Align::End, 2),
    ];
    let rows = [
        (
            "1 Ansökan och beslut",
            "1\u{202f}250",
            "980",
            "1\u{202f}411",
            "3\u{202f}641",
        ),
        ("2 Kontroll och uppföljning", "410", "–", "615", "1\u{202f}025"),
        (
            "3 Gemensam teknisk infrastruktur",
            "7\u{202f}312",
            "6\u{202f}004",
            "5\u{202f}190",
            "18\u{202f}506",
        ),
    ];
    let cells = |(area, a, b, c, sum): (&str, &str, &str, &str, &str)| {
        row(vec![
            Cell::head(area),
            number(a, 1),
            number(b, 2),
            number(c, 3),
            number(sum, 4),
        ])
    };
    let mut table = table(
        "budget",
        "Tabell 3.1",
        "Investeringsbudget 2022–2024 per område, tkr",
        columns,
        rows.into_iter().map(cells).collect(),
    );
    table.foot = vec![cells((
        "Summa",
        "8\u{202f}972",
        "6\u{202f}984",
        "7\u{202f}216",
        "23\u{202f}172",
    ))];
    table
}

/// Ten columns.
pub(super) fn groups() -> Table {
    let mut columns = vec![column("Investeringsområde", Align::Start, 4)];
    for group in [
        "Medborgar\u{ad}nytta",
        "Arbetsgivar\u{ad}nytta",
        "Kostnads\u{ad}besparing",
        "Kvalitets\u{ad}ökning",
        "Rättssäkerhet",
        "Medarbetarnytta",
        "Samhällsnytta",
        "Informationssäkerhet",
    ] {
        columns.push(column(group, Align::Middle, 2));
    }
    columns.push(column("Uppfyllnad", Align::Start, 4));
    let cells = |(at, area): (usize, &str)| {
        let mut cells = vec![Cell::head(area)];
        cells.extend((0..8).map(|group| {
            if (group + at) % 3 == 0 {
                Cell::of(
                    level(FulfilmentLevel::God, Standing::Bare, "4"),
                    Value::Level(FulfilmentLevel::God),
                )
            } else {
                Cell::empty()
            }
        }));
        let whole = level(FulfilmentLevel::Godkand, Standing::Decided, "3 Godkänd");
        cells.push(Cell::of(whole, Value::Level(FulfilmentLevel::Godkand)));
        row(cells)
    };
    let areas = [
        "1 Ansökan och beslut",
        "2 Kontroll och uppföljning",
        "3 Gemensam teknisk infrastruktur",
    ];
    table(
        "groups",
        "Tabell 3.2",
        "Huvudsakliga nyttogrupper och uppfyllnad per område",
        columns,
        areas.into_iter().enumerate().map(cells).collect(),
    )
}

fn deliveries() -> Table {
    let columns = vec![
        column("Leverans och förväntad nytta", Align::Start, 1),
        column("Konstaterad nytta", Align::Start, 1),
    ];
    let mut rows = Vec::new();
    for at in 1..=9_usize {
        let group = Cell {
            span: 2,
            ..Cell::head(format!("Leverans {at}: förenklad ansökan för arbetsgivare (UO)"))
        };
        rows.push(row(vec![group]));
        let expected = Cell {
            text: vec![
                plain(LONG),
                vec![
                    Span::Strong("Kvalitetsökning: ".to_owned()),
                    Span::Plain(LONG.to_owned()),
                ],
            ],
            ..Cell::words("")
        };
        let realised = Cell {
            text: if at % 3 == 0 {
                vec![vec![Span::Gap("Ingen konstaterad nytta är loggad".to_owned())]]
            } else {
                vec![plain(LONG); at.min(4)]
            },
            ..Cell::words("")
        };
        rows.push(row(vec![expected, realised]));
    }
    table(
        "deliveries",
        "Tabell 4.1",
        "Leveranser i området Ansökan och beslut",
        columns,
        rows,
    )
}

fn figures() -> Table {
    let columns = vec![
        column("Nr", Align::End, 1),
        column("Siffra", Align::Start, 5),
        column("Värde", Align::End, 3),
        column("Period", Align::Start, 2),
        column("Leverans och plats", Align::Start, 5),
        column("Källa", Align::Start, 4),
    ];
    let cells = |at: i64| {
        row(vec![
            Cell {
                heads: true,
                ..number(&at.to_string(), at)
            },
            Cell::words("Andel ansökningar som kan avgöras utan komplettering"),
            Cell::of(plain(format!("{at},5\u{a0}%")), Value::Percent(Decimal::from(at))),
            Cell::words("2024"),
            Cell::words("Förenklad ansökan för arbetsgivare, konstaterad nytta"),
            Cell::of(vec![Span::Gap("Ingen källa angiven".to_owned())], Value::Nothing),
        ])
    };
    table(
        "figures",
        "Tabell A.1",
        "Alla siffror om leveranser och nyttor, i den ordning de står i rapporten",
        columns,
        (1..=60).map(cells).collect(),
    )
}

fn scale() -> Scale {
    let steps = [
        ("1 Ingen", "högst 0 %"),
        ("2 Viss", "över 0, under 50 %"),
        ("3 Godkänd", "50–75 %"),
        ("4 God", "över 75, under 100 %"),
        ("5 Full", "minst 100 %"),
    ];
    Scale {
        label: "Konstaterad nytta i området".to_owned(),
        steps: steps.map(|(name, range)| (name.to_owned(), range.to_owned())).to_vec(),
        judged: Some(mark(FulfilmentLevel::Godkand, Standing::Decided, "Beslut: 3 Godkänd")),
        proposed: Some(mark(FulfilmentLevel::Viss, Standing::Proposed, "Förslag 41,7 %, svagt underlag")),
        says: "Konstaterad nytta är beslutad till 3 Godkänd. Systemets förslag är 2 Viss, 41,7 %, på svagt underlag."
            .to_owned(),
    }
}

pub(super) fn chart() -> Chart {
    Chart {
        label: "Figur 3.1".to_owned(),
        caption: "Två av tre nyttor är bara beskrivna i ord".to_owned(),
        alt: "Stapel per område: mätta, beskrivna och saknade nyttor. Område 1 har flest mätta.".to_owned(),
        plot: Plot::Bars {
            bars: vec![Bar {
                label: "1 Ansökan och beslut".to_owned(),
                parts: vec![BarPart {
                    share: Decimal::from(40),
                    fill: Fill::Solid,
                }],
                says: "4 av 10".to_owned(),
            }],
            legend: vec![(Fill::Solid, "Mätt".to_owned())],
        },
    }
}

/// A bar and a box.
pub(super) const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="160mm" height="40mm" viewBox="0 0 16000 4000"><rect x="0" y="200" width="9000" height="900" fill="#29416f"/><rect x="9000" y="200" width="4000" height="900" fill="#ffffff" stroke="#29416f" stroke-width="60"/><line x1="0" y1="1600" x2="16000" y2="1600" stroke="#c9c8c2" stroke-width="40"/></svg>"##;

pub(super) fn picture(_: &Chart) -> Option<WordPicture> {
    Some(WordPicture::of_svg(SVG.to_owned(), 160, &PictureFonts::of([])).expect("a picture"))
}

fn blocks() -> Vec<Block> {
    let mut blocks = vec![
        heading(1, "", "Förord", true),
        Block::Paragraph(plain(LONG)),
        heading(1, "1", "Bakgrund", true),
        Block::Paragraph(plain(LONG)),
        Block::Bullets(vec![
            plain("korta handläggningstider"),
            vec![
                Span::Strong("rättssäkra beslut ".to_owned()),
                Span::Small("se avsnitt 2.1".to_owned()),
            ],
        ]),
        heading(1, "2", "Utvecklingsarbetet och metoden", true),
        heading(2, "2.1", "Nyttogrupper", false),
        Block::Terms(vec![
            Term {
                term: "Medborgarnytta".to_owned(),
                means: vec![plain("Nytta för den som söker stöd."), plain(LONG)],
            },
            Term {
                term: "Kostnadsbesparing".to_owned(),
                means: vec![plain("Lägre kostnad för samma verksamhet.")],
            },
        ]),
        heading(1, "3", "Sammanfattning", true),
        Block::Verdict(level(
            FulfilmentLevel::Godkand,
            Standing::Decided,
            "3 Godkänd uppfyllnad",
        )),
        Block::Paragraph(plain(LONG)),
        Block::Paragraph(vec![
            Span::Plain("Systemets förslag är ".to_owned()),
            Span::Level(mark(FulfilmentLevel::Viss, Standing::Proposed, "2 Viss, 41,7 %")),
            Span::Plain(", och ".to_owned()),
            Span::Gap("motivering saknas".to_owned()),
            Span::Plain(".".to_owned()),
        ]),
        Block::Table(budget()),
        Block::Note(plain(
            "En nytta som hör till flera grupper räknas en gång i varje grupp.",
        )),
        Block::Paragraph(plain(LONG)),
        Block::Chart(chart()),
        heading(2, "3.2", "Områden och nyttogrupper", false),
        Block::Paragraph(plain("Tabellen visar varje område med dess grupper.")),
        Block::Table(groups()),
        Block::Note(plain("Tomma celler betyder att ingen nytta väntas.")),
        heading(1, "4", "Investeringsområden", true),
        heading(2, "4.1", "Ansökan och beslut", false),
        heading(3, "4.1.4", "Sammanfattande bedömning", false),
        Block::Ticks {
            label: "Huvudsakliga nyttogrupper".to_owned(),
            boxes: [
                ("Medborgarnytta", true),
                ("Enklare för arbetsgivare", false),
                ("Kostnadsbesparing", true),
            ]
            .map(|(label, ticked)| Tick {
                label: label.to_owned(),
                ticked,
            })
            .to_vec(),
        },
        Block::Scale(scale()),
        Block::Paragraph(plain(LONG)),
        heading(4, "", "Medborgarnytta och kvalitetsökning", false),
        Block::Paragraph(plain(LONG)),
        heading(3, "4.1.5", "Leveranser, förväntad och konstaterad nytta", false),
        Block::Table(deliveries()),
        heading(1, "A", "Varje siffra, var den står och vad den bygger på", true),
        Block::Table(figures()),
        heading(1, "H", "Revisionskedja", true),
    ];
    blocks.push(Block::Paragraph(vec![
        Span::Plain("Kedjans huvud: ".to_owned()),
        Span::Code("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned()),
    ]));
    blocks
}

/// The document, decided or not.
pub(super) fn document(decided: bool) -> Document {
    let fact = |label: &str, text: Text| Fact {
        label: label.to_owned(),
        text,
    };
    let standing = if decided {
        Standing::Decided
    } else {
        Standing::Proposed
    };
    Document {
        lang: Lang::Sv,
        agency: "Myndigheten för prövning och tillsyn".to_owned(),
        title: "Effekter av utvecklingsarbetet".to_owned(),
        subtitle: "Återrapport om effekterna av utvecklingsarbetet 2022–2024".to_owned(),
        name: "Effekter av utvecklingsarbetet 2022–2024".to_owned(),
        mark: (!decided).then(|| "Utkast, inte beslutat".to_owned()),
        dated: "2025-02-18".parse().expect("a day"),
        registry_number: Some("VER 2025/77".to_owned()),
        facts: vec![
            fact(
                "Uppdrag",
                plain(
                    "Regleringsbrev 2025, uppdrag 3.2 Effekter av utvecklingsarbetet som myndigheten bedriver",
                ),
            ),
            fact("Mottagare", plain("Regeringen")),
            fact("Beslutad", plain("18 februari 2025 av generaldirektören")),
            fact("Föredragande", vec![Span::Gap("Saknas".to_owned())]),
        ],
        verdicts: vec![
            fact(
                "Sammantaget",
                level(FulfilmentLevel::Godkand, standing, "3 Godkänd uppfyllnad"),
            ),
            fact(
                "1 Ansökan och beslut",
                level(
                    FulfilmentLevel::Full,
                    standing,
                    "5 Full eller överträffad uppfyllnad",
                ),
            ),
            fact(
                "2 Kontroll och uppföljning",
                level(FulfilmentLevel::Ingen, standing, "1 Ingen uppfyllnad"),
            ),
        ],
        contents: "Innehåll".to_owned(),
        blocks: blocks(),
    }
}
