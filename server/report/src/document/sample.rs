//! A document by hand, with every kind of block, for the tests of what renders documents. Nothing in it is true.

use chrono::NaiveDate;
use domain::level::FulfilmentLevel;
use domain::money::Money;
use rust_decimal::Decimal;
use text::Lang;

use super::{
    Align, Bar, BarPart, Block, Cell, Chart, Column, Document, Fact, Fill, Heading, LevelMark, Matrix,
    MatrixRow, Plot, Row, Scale, Span, Standing, Table, Term, Text, Tick, Value, plain,
};

/// Signs that mean something to whoever sets type, in texts that people wrote.
pub(crate) const SIGNS: &str =
    r##"#let x = 1; *fet* _kursiv_ $a^2$ [lista] <etikett> @ref "citat" 'enkel' `kod` \rad // = rubrik"##;

/// A text that is long enough to break, with what Swedish has.
pub(crate) const LOREM: &str = "Handläggarna uppger att de nya mötesformerna har minskat väntetiderna för arbetssökande, men \
underlaget bygger på enkätsvar från sju av tolv kontor och kan därför inte räknas upp till hela myndigheten. Arbetet med \
självservicelösningar för arbetsmarknadsutbildningar fortsätter.";

fn heading(level: u8, number: Option<&str>, text: &str, new_page: bool) -> Block {
    Block::Heading(Heading {
        level,
        number: number.map(str::to_owned),
        text: text.to_owned(),
        anchor: number.map(|number| format!("avsnitt-{}", number.replace('.', "-"))),
        new_page,
    })
}

fn mark(level: FulfilmentLevel, standing: Standing, words: &str) -> LevelMark {
    LevelMark {
        level,
        standing,
        words: words.to_owned(),
    }
}

const NAMES: [&str; 5] = ["1 Ingen", "2 Viss", "3 Godkänd", "4 God", "5 Full"];

fn level(level: FulfilmentLevel, standing: Standing) -> LevelMark {
    mark(level, standing, NAMES[usize::from(level.rank()) - 1])
}

fn leveled(of: FulfilmentLevel, standing: Standing) -> Text {
    vec![Span::Level(level(of, standing))]
}

fn gap(words: &str) -> Text {
    vec![Span::Gap(words.to_owned())]
}

fn column(head: &str, align: Align, weight: u8) -> Column {
    Column {
        head: head.to_owned(),
        align,
        weight,
    }
}

fn row(cells: Vec<Cell>) -> Row {
    Row { cells }
}

fn number(number: i64) -> Cell {
    let decimal = Decimal::from(number);
    Cell::of(
        plain(text::number::decimal(Lang::Sv, decimal, None)),
        Value::Number(decimal),
    )
}

fn kronor(tkr: i64) -> Cell {
    let words = format!(
        "{}\u{a0}tkr",
        text::number::decimal(Lang::Sv, Decimal::from(tkr), None)
    );
    Cell::of(plain(words), Value::Money(Money::from_tkr(tkr).expect("a sum")))
}

/// Two columns of long texts: what was expected, and what has come.
fn deliveries() -> Table {
    let mut rows = Vec::new();
    for name in [
        "Ny inskrivning",
        "Digitalt kompetensförsörjningsunderlag för arbetsgivare",
    ] {
        let mut expected = Cell::head(name);
        expected.span = 2;
        rows.push(row(vec![expected]));
        for at in 1..=4 {
            let mut left = Cell::of(
                vec![
                    Span::Strong("Nytta arbetssökande. ".to_owned()),
                    Span::Plain(LOREM.to_owned()),
                ],
                Value::Words,
            );
            left.text.push(vec![Span::Small(format!(
                "Utgångsvärde {at}2 dagar, mål 9 dagar"
            ))]);
            let mut right = Cell::words(LOREM);
            right.text.push(vec![
                Span::Strong("14,5 dagar ".to_owned()),
                Span::Small("september–november 2024".to_owned()),
            ]);
            rows.push(row(vec![
                left,
                if at == 3 {
                    Cell::of(gap("Saknas"), Value::Nothing)
                } else {
                    right
                },
            ]));
        }
    }
    Table {
        label: "Tabell 4.2".to_owned(),
        caption: "Leveranser i Kundarbete".to_owned(),
        code: "deliveries-1".to_owned(),
        columns: vec![
            column("Leverans och förväntad nytta", Align::Start, 1),
            column("Konstaterad nytta", Align::Start, 1),
        ],
        rows,
        foot: Vec::new(),
    }
}

/// Numbers, levels and sums.
fn groups() -> Table {
    let names = [
        "Nytta arbetssökande",
        "Nytta arbetsgivare",
        "Nytta externa intressenter",
        "Tidsbesparing/effektiviserad användning av personalresurser",
        "Användarnytta/enkelhet i användning",
    ];
    let rows = FulfilmentLevel::ALL.into_iter().zip(names).map(|(of, name)| {
        let decided = if of == FulfilmentLevel::God {
            Cell::of(gap("Ej satt"), Value::Nothing)
        } else {
            Cell::of(leveled(of, Standing::Decided), Value::Level(of))
        };
        row(vec![
            Cell::head(name),
            decided,
            Cell::of(leveled(of, Standing::Bare), Value::Level(of)),
            Cell::of(plain("56,9"), Value::Percent(Decimal::new(569, 1))),
            number(i64::from(of.rank()) * 7),
            number(3),
            kronor(i64::from(of.rank()) * 12_345),
        ])
    });
    let rows = rows.collect();
    Table {
        label: "Tabell 3.1".to_owned(),
        caption: "Uppfyllnad per nyttogrupp, beslut och förslag".to_owned(),
        code: "groups".to_owned(),
        columns: vec![
            column("Nyttogrupp", Align::Start, 5),
            column("Beslut", Align::Start, 3),
            column("Förslag", Align::Start, 3),
            column("Förslag, %", Align::End, 2),
            column("Ska redovisas", Align::End, 2),
            column("Mätt", Align::End, 2),
            column("Budget", Align::End, 3),
        ],
        rows,
        foot: vec![row(vec![
            Cell::head("Sammantaget"),
            Cell::of(
                leveled(FulfilmentLevel::Godkand, Standing::Decided),
                Value::Level(FulfilmentLevel::Godkand),
            ),
            Cell::of(
                leveled(FulfilmentLevel::Godkand, Standing::Bare),
                Value::Level(FulfilmentLevel::Godkand),
            ),
            Cell::of(plain("61,7"), Value::Percent(Decimal::new(617, 1))),
            number(105),
            number(15),
            kronor(185_175),
        ])],
    }
}

/// Ten columns, most of them of marks.
fn marks() -> Table {
    let heads = [
        "Arbets\u{ad}sökande",
        "Arbets\u{ad}givare",
        "Externa intress.",
        "Tids\u{ad}besparing",
        "Användar\u{ad}nytta",
        "God förvaltn.",
        "Kostnads\u{ad}besparing",
        "Möjlig\u{ad}görande",
    ];
    let mut columns = vec![column("Område", Align::Start, 4)];
    columns.extend(heads.map(|head| column(head, Align::Middle, 2)));
    columns.push(column("Uppfyllnad", Align::Start, 3));
    let areas = [
        "4.1 Kundarbete",
        "4.2 Fristående aktörer",
        "4.3 Tillgänglighet och likvärdig service",
    ];
    let rows = areas.into_iter().enumerate().map(|(at, area)| {
        let mut cells = vec![Cell::head(area)];
        cells.extend((0..8).map(|group| {
            if (at + group) % 3 == 0 {
                Cell::words("×")
            } else {
                Cell::empty()
            }
        }));
        let of = FulfilmentLevel::ALL[at + 1];
        cells.push(Cell::of(leveled(of, Standing::Bare), Value::Level(of)));
        row(cells)
    });
    Table {
        label: "Tabell 3.2".to_owned(),
        caption: "Huvudsakliga nyttogrupper och uppfyllnad per område".to_owned(),
        code: "main-groups".to_owned(),
        columns,
        rows: rows.collect(),
        foot: Vec::new(),
    }
}

/// Ten columns of words and sums, over several pages.
fn initiatives() -> Table {
    let heads = [
        ("Initiativ", Align::Start, 5),
        ("Ansvarig enhet", Align::Start, 3),
        ("Område", Align::Start, 3),
        ("Start", Align::Start, 2),
        ("Slut", Align::Start, 2),
        ("Budget", Align::End, 3),
        ("Utfall", Align::End, 3),
        ("Prognos", Align::End, 3),
        ("Frigjord tid, timmar", Align::End, 2),
        ("Vad som saknas", Align::Start, 4),
    ];
    let rows = (1..=34).map(|at: i64| {
        row(vec![
            Cell::head(format!(
                "Initiativ {at}: plattform för arbetsmarknadspolitiska bedömningsstöd"
            )),
            Cell::words("Avdelningen Försörjningssystem"),
            Cell::words("4.3 Tillgänglighet och likvärdig service"),
            Cell::words("2022-01-15"),
            Cell::words("2024-12-31"),
            kronor(at * 1234),
            kronor(at * 1180),
            kronor(at * 1190),
            number(at * 56),
            Cell::of(gap("Plan för realisering saknas"), Value::Nothing),
        ])
    });
    let mut sum = vec![Cell::head("Summa")];
    if let Some(head) = sum.first_mut() {
        head.span = 5;
    }
    sum.extend([
        kronor(734_280),
        kronor(702_100),
        kronor(708_050),
        number(33_320),
        Cell::empty(),
    ]);
    Table {
        label: "Tabell B.2".to_owned(),
        caption: "Initiativ med budget, utfall och det som saknas".to_owned(),
        code: "initiatives".to_owned(),
        columns: heads
            .map(|(head, align, weight)| column(head, align, weight))
            .to_vec(),
        rows: rows.collect(),
        foot: vec![row(sum)],
    }
}

/// Both kinds of chart.
pub(crate) fn charts() -> [Chart; 2] {
    let columns = [
        "Arbetssökande",
        "Arbetsgivare",
        "Externa intressenter",
        "Tidsbesparing",
        "Användarnytta",
        "God förvaltning",
        "Kostnadsbesparing",
        "Möjliggörande",
    ];
    let rows = [
        "4.1 Kundarbete",
        "4.2 Fristående aktörer",
        "4.3 Tillgänglighet och likvärdig service",
    ]
    .into_iter()
    .enumerate()
    .map(|(at, label)| MatrixRow {
        label: label.to_owned(),
        cells: (0..columns.len())
            .map(|group| {
                let standing = [Standing::Decided, Standing::Proposed, Standing::Bare][group % 3];
                ((at + group) % 4 != 3).then(|| level(FulfilmentLevel::ALL[(at + group) % 5], standing))
            })
            .collect(),
        whole: Some(level(FulfilmentLevel::ALL[at + 1], Standing::Decided)),
    });
    let legend = FulfilmentLevel::ALL.into_iter().zip(NAMES.map(str::to_owned));
    let matrix = Chart {
        label: "Figur 3.1".to_owned(),
        caption: "Tre av åtta grupper når godkänd nivå".to_owned(),
        alt: "Uppfyllnad per område och nyttogrupp. Kundarbete är på nivå 2, Fristående aktörer på nivå 3."
            .to_owned(),
        plot: Plot::Matrix(Matrix {
            columns: columns.map(str::to_owned).to_vec(),
            rows: rows.collect(),
            legend: legend.collect(),
            void: Some("inget förslag".to_owned()),
        }),
    };
    let bar = |label: &str, shares: &[(i64, Fill)], says: &str| Bar {
        label: label.to_owned(),
        parts: shares
            .iter()
            .map(|(share, fill)| BarPart {
                share: Decimal::from(*share),
                fill: *fill,
            })
            .collect(),
        says: says.to_owned(),
    };
    let all = [
        (40, Fill::Solid),
        (25, Fill::Hatched),
        (20, Fill::Dashed),
        (15, Fill::Dotted),
    ];
    let bars = Chart {
        label: "Figur 3.2".to_owned(),
        caption: "Mätningar saknas för de flesta nyttor".to_owned(),
        alt: "Staplar över hur många nyttor som är mätta, beskrivna, saknas eller är för tidiga.".to_owned(),
        plot: Plot::Bars {
            bars: vec![
                bar("Kundarbete", &all, "8 mätta, 5 beskrivna, 4 saknas, 3 för tidiga"),
                bar(
                    "Tillgänglighet och likvärdig service",
                    &[(10, Fill::Solid), (45, Fill::Hatched)],
                    "2 mätta, 9 beskrivna",
                ),
                bar("Ledning och styrning", &[(3, Fill::Dashed)], "1 saknas"),
            ],
            legend: vec![
                (Fill::Solid, "Mätt".to_owned()),
                (Fill::Hatched, "Beskrivet i ord".to_owned()),
                (Fill::Dashed, "Saknas".to_owned()),
                (Fill::Dotted, "För tidigt".to_owned()),
            ],
        },
    };
    [matrix, bars]
}

/// The scale with a decision and a proposal.
pub(crate) fn scale() -> Scale {
    let ranges = [
        "0 % eller lägre",
        "mer än 0 %",
        "50–75 %",
        "mer än 75 %",
        "100 % eller mer",
    ];
    Scale {
        label: "Uppfyllnad".to_owned(),
        steps: NAMES
            .iter()
            .zip(ranges)
            .map(|(name, range)| ((*name).to_owned(), range.to_owned()))
            .collect(),
        judged: Some(mark(
            FulfilmentLevel::Godkand,
            Standing::Decided,
            "Beslut: 3 Godkänd",
        )),
        proposed: Some(mark(
            FulfilmentLevel::God,
            Standing::Proposed,
            "Förslag: 4 God, 76,2 %",
        )),
        says: "Beslutet, 3 Godkänd, är lägre än förslaget, 4 God".to_owned(),
    }
}

fn fact(label: &str, text: Text) -> Fact {
    Fact {
        label: label.to_owned(),
        text,
    }
}

/// Everything that a document may hold, in a language.
pub(crate) fn document(lang: Lang) -> Document {
    let [matrix, bars] = charts();
    let blocks = vec![
        heading(1, None, "Förord", true),
        Block::Paragraph(plain(
            "Regeringen har gett myndigheten i uppdrag att återrapportera effekterna av sina investeringar.",
        )),
        Block::Paragraph(plain(SIGNS)),
        Block::Paragraph(plain(LOREM)),
        Block::Note(plain("Rapporten är beslutad vid föredragning.")),
        heading(1, Some("1"), "Bakgrund", true),
        Block::Paragraph(vec![
            Span::Plain("Utvecklingen styrs i en strategisk portfölj. ".to_owned()),
            Span::Strong("Fem områden redovisas. ".to_owned()),
            Span::Gap("Diarienummer saknas".to_owned()),
            Span::Plain(". Systemets förslag är ".to_owned()),
            Span::Level(level(FulfilmentLevel::Godkand, Standing::Proposed)),
            Span::Plain(", beslutet ".to_owned()),
            Span::Level(mark(
                FulfilmentLevel::Viss,
                Standing::Decided,
                "2 Viss, med reservation för underlaget",
            )),
            Span::Small(" enligt tabell 3.1".to_owned()),
            Span::Plain(".".to_owned()),
        ]),
        Block::Bullets(vec![
            plain("Deltagarantalet i de nya tjänsterna uppges ha ökat successivt."),
            plain(LOREM),
            vec![Span::Gap("Underlag saknas för tre av fem".to_owned())],
        ]),
        Block::Terms(vec![
            Term {
                term: "Nytta".to_owned(),
                means: vec![
                    plain("En positiv effekt för någon, som följer av en förändring."),
                    plain("Den mäts där den kan mätas."),
                ],
            },
            Term {
                term: "Utvecklingsobjekt (UO)".to_owned(),
                means: vec![plain(LOREM)],
            },
        ]),
        heading(1, Some("3"), "Sammanfattning", true),
        heading(2, Some("3.1"), "Samlad bedömning", false),
        Block::Verdict(leveled(FulfilmentLevel::Godkand, Standing::Decided)),
        Block::Paragraph(plain(LOREM)),
        Block::Table(groups()),
        Block::Note(plain("Andelen i procent är medelvärdet över nyttorna.")),
        heading(2, Some("3.2"), "Områden och nyttogrupper", false),
        Block::Table(marks()),
        Block::Chart(matrix),
        Block::Chart(bars),
        heading(1, Some("4"), "Investeringsområden", true),
        heading(2, Some("4.1"), "Kundarbete", false),
        heading(3, Some("4.1.4"), "Sammanfattande bedömning", false),
        Block::Ticks {
            label: "Externa grupper".to_owned(),
            boxes: vec![
                Tick {
                    label: "Nytta arbetssökande".to_owned(),
                    ticked: true,
                },
                Tick {
                    label: "Nytta arbetsgivare".to_owned(),
                    ticked: false,
                },
                Tick {
                    label: "Nytta externa intressenter".to_owned(),
                    ticked: true,
                },
                Tick {
                    label: "Användarnytta/enkelhet i användning".to_owned(),
                    ticked: false,
                },
            ],
        },
        Block::Scale(scale()),
        Block::Paragraph(plain(LOREM)),
        heading(4, None, "Nytta arbetssökande, Nytta arbetsgivare", false),
        Block::Paragraph(plain(LOREM)),
        heading(
            3,
            Some("4.1.5"),
            "Leveranser, förväntad och konstaterad nytta",
            false,
        ),
        Block::Table(deliveries()),
        heading(1, Some("B"), "Det som saknas", true),
        Block::Paragraph(plain(LOREM)),
        Block::Table(initiatives()),
        heading(1, Some("C"), "Revisionskedjans huvud", true),
        Block::Paragraph(vec![
            Span::Plain("Kedjans huvud är ".to_owned()),
            Span::Code("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned()),
            Span::Plain(".".to_owned()),
        ]),
    ];
    Document {
        lang,
        agency: "Utvecklingsmyndigheten för arbetsliv".to_owned(),
        title: "Investeringar".to_owned(),
        subtitle: "Återrapport om effekterna av utvecklingsarbetet 2022–2024".to_owned(),
        name: "Investeringar 2022–2024".to_owned(),
        mark: Some("Utkast".to_owned()),
        dated: NaiveDate::from_ymd_opt(2025, 2, 18).expect("a day"),
        registry_number: Some("Af-2025/0018 1503".to_owned()),
        facts: vec![
            fact(
                "Uppdrag",
                plain("Regleringsbrev 2024, uppdrag 3.14 Investeringar"),
            ),
            fact(
                "Mottagare",
                plain("Regeringskansliet (Arbetsmarknadsdepartementet)"),
            ),
            fact("Lämnas senast", plain("28 februari 2025")),
            fact(
                "Fastställd",
                plain("18 februari 2025 av överdirektören, vid GD\u{2011}föredragning"),
            ),
            fact("Diarienummer", gap("Saknas")),
        ],
        verdicts: vec![
            fact(
                "Sammantaget",
                leveled(FulfilmentLevel::Godkand, Standing::Decided),
            ),
            fact(
                "4.1 Kundarbete",
                leveled(FulfilmentLevel::Viss, Standing::Decided),
            ),
            fact(
                "4.2 Fristående aktörer",
                leveled(FulfilmentLevel::God, Standing::Proposed),
            ),
            fact("4.3 Tillgänglighet och likvärdig service", gap("Ej satt")),
        ],
        contents: "Innehåll".to_owned(),
        blocks,
    }
}
