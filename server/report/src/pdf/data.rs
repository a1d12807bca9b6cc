//! The document as the template reads it, and the pictures beside it.

use chrono::Datelike;
use serde_json::{Value, json};
use text::Lang;

use super::tables::table_value;
use super::texts::{pieces, said, spans};
use super::width::{self, Layout};
use crate::chart::{chart_svg, scale_svg};
use crate::document::{Block, Document, Fact, Heading, Scale, stays_with_next};
use crate::fonts;
use crate::look::{self, Look, level_look};

/// Width of pictures: that of a standing page's text.
const PICTURE_MM: u16 = 166;

/// What the template is given.
pub(super) struct Data {
    /// The document.
    pub json: Value,
    /// Pictures by name.
    pub pictures: Vec<(String, String)>,
}

/// The document, which must be clean, for the template.
pub(super) fn data(document: &Document, look: &Look) -> Data {
    let mut writer = Writer {
        look,
        pictures: Vec::new(),
        level: 0,
    };
    let sections = writer.sections(&document.blocks);
    let region = match document.lang {
        Lang::Sv => "SE",
        Lang::En => "GB",
    };
    let description: Vec<&str> = [
        Some(document.subtitle.as_str()),
        document.registry_number.as_deref(),
        document.mark.as_deref(),
    ]
    .into_iter()
    .flatten()
    .filter(|words| !words.trim().is_empty())
    .collect();
    let levels: serde_json::Map<String, Value> = domain::level::FulfilmentLevel::ALL
        .into_iter()
        .map(|level| {
            let colours = level_look(level);
            let colours = json!({ "fill": colours.fill, "on": colours.on, "edge": colours.edge });
            (level.rank().to_string(), colours)
        })
        .collect();
    let json = json!({
        "lang": document.lang.code(),
        "region": region,
        "agency": document.agency.trim(),
        "title": or_dash(&document.title),
        "subtitle": document.subtitle,
        "name": or_dash(&document.name),
        "mark": document.mark.as_deref().filter(|mark| !mark.trim().is_empty()),
        "dated": [document.dated.year(), document.dated.month(), document.dated.day()],
        "keywords": document.registry_number.iter().filter(|words| !words.trim().is_empty()).collect::<Vec<_>>(),
        "description": description.join(". "),
        "facts": document.facts.iter().map(fact).collect::<Vec<_>>(),
        "verdicts": document.verdicts.iter().map(fact).collect::<Vec<_>>(),
        "contents": or_dash(&document.contents),
        "sections": sections,
        "words": {
            "ticked": document.lang.t("report-box-ticked"),
            "unticked": document.lang.t("report-box-unticked"),
        },
        "look": {
            "accent": look.accent.to_string(),
            "ink": look::INK,
            "quiet": look::QUIET,
            "line": look::LINE,
            "sunken": look::SUNKEN,
            "levels": levels,
            "serif": fonts::SERIF,
            "sans": fonts::SANS,
            "mono": fonts::MONO,
        },
    });
    Data {
        json,
        pictures: writer.pictures,
    }
}

/// What has to say something, says at least that it does not.
fn or_dash(text: &str) -> &str {
    if text.trim().is_empty() {
        "–"
    } else {
        text.trim()
    }
}

fn fact(fact: &Fact) -> Value {
    json!({ "label": fact.label, "text": spans(&fact.text) })
}

struct Writer<'a> {
    look: &'a Look,
    pictures: Vec<(String, String)>,
    /// Level of the last heading.
    level: u8,
}

impl Writer<'_> {
    /// Runs of blocks on pages that stand or lie. Headings go with the table that they head.
    fn sections(&mut self, blocks: &[Block]) -> Vec<Value> {
        let mut sections: Vec<(bool, Vec<Value>)> = Vec::new();
        let mut place = |landscape: bool, blocks: Vec<Value>| match sections.last_mut() {
            Some((lies, last)) if *lies == landscape => last.extend(blocks),
            _ => sections.push((landscape, blocks)),
        };
        let mut heads = Vec::new();
        let mut lies = false;
        for (at, block) in blocks.iter().enumerate() {
            let layout = match block {
                Block::Table(table) => Some(width::layout(table)),
                _ => None,
            };
            let Some(mut value) = self.block(block, layout.as_ref()) else {
                continue;
            };
            if stays_with_next(blocks, at) {
                value["sticky"] = json!(true);
            }
            match block {
                Block::Heading(_) => heads.push(value),
                Block::Note(_) if heads.is_empty() => place(lies, vec![value]),
                _ => {
                    lies = layout.is_some_and(|layout| layout.landscape);
                    heads.push(value);
                    place(lies, std::mem::take(&mut heads));
                }
            }
        }
        if !heads.is_empty() {
            place(false, heads);
        }
        let sections = sections.into_iter();
        sections
            .map(|(landscape, blocks)| json!({ "landscape": landscape, "blocks": together(blocks) }))
            .collect()
    }

    fn block(&mut self, block: &Block, layout: Option<&Layout>) -> Option<Value> {
        Some(match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(text) => json!({ "kind": "paragraph", "text": said(text)? }),
            Block::Note(text) => json!({ "kind": "note", "text": said(text)? }),
            Block::Verdict(text) => json!({ "kind": "verdict", "text": said(text)? }),
            Block::Bullets(points) => {
                let points: Vec<Value> = points.iter().filter_map(said).collect();
                if points.is_empty() {
                    return None;
                }
                json!({ "kind": "bullets", "points": points })
            }
            Block::Terms(terms) => {
                let terms: Vec<Value> = terms
                    .iter()
                    .map(|term| json!({ "term": pieces(&term.term), "means": term.means.iter().map(spans).collect::<Vec<_>>() }))
                    .collect();
                if terms.is_empty() {
                    return None;
                }
                json!({ "kind": "terms", "terms": terms })
            }
            Block::Ticks { label, boxes } => json!({
                "kind": "ticks",
                "label": pieces(label),
                "boxes": boxes.iter().map(|tick| json!({ "label": pieces(&tick.label), "ticked": tick.ticked })).collect::<Vec<_>>(),
            }),
            Block::Scale(scale) => self.scale(scale),
            Block::Table(table) => table_value(table, layout?)?,
            Block::Chart(chart) => {
                let picture = self.picture(chart_svg(chart, self.look, PICTURE_MM));
                let alt = [&chart.alt, &chart.caption, &chart.label];
                let alt = alt.into_iter().find(|alt| !alt.trim().is_empty());
                json!({
                    "kind": "chart",
                    "label": pieces(&chart.label),
                    "caption": pieces(&chart.caption),
                    "alt": alt.map_or("–", |alt| alt.trim()),
                    "picture": picture,
                })
            }
        })
    }

    /// A heading is one level below the last at most, whoever built the document: readers' tools count on it.
    fn heading(&mut self, heading: &Heading) -> Value {
        let level = heading.level.clamp(1, 4).min(self.level + 1);
        self.level = level;
        json!({
            "kind": "heading",
            "level": level,
            "number": heading.number.as_deref().map(str::trim).filter(|number| !number.is_empty()),
            "text": pieces(or_dash(&heading.text)),
            "new_page": heading.new_page,
        })
    }

    fn scale(&mut self, scale: &Scale) -> Value {
        let picture = self.picture(scale_svg(scale, PICTURE_MM));
        json!({ "kind": "scale", "label": pieces(&scale.label), "says": pieces(&scale.says), "alt": or_dash(&scale.says), "picture": picture })
    }

    fn picture(&mut self, svg: String) -> String {
        let name = format!("picture-{}.svg", self.pictures.len());
        self.pictures.push((name.clone(), svg));
        name
    }
}

/// Boxes and the scale that follows them are one picture: they stay on one page, below their heading.
fn together(blocks: Vec<Value>) -> Vec<Value> {
    let joins = |block: &Value| matches!(block["kind"].as_str(), Some("ticks" | "scale"));
    let mut all: Vec<Value> = Vec::with_capacity(blocks.len());
    let mut run: Vec<Value> = Vec::new();
    for block in blocks {
        if joins(&block) {
            run.push(block);
            continue;
        }
        all.extend(joined(std::mem::take(&mut run)));
        all.push(block);
    }
    all.extend(joined(run));
    all
}

fn joined(run: Vec<Value>) -> Option<Value> {
    match run.len() {
        0 => None,
        1 => run.into_iter().next(),
        _ => Some(json!({ "kind": "together", "blocks": run })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_and_their_scale_are_one() {
        let of = |kind: &str| json!({ "kind": kind });
        let all = together(
            ["heading", "ticks", "ticks", "scale", "paragraph", "scale"]
                .map(of)
                .into(),
        );
        let kinds: Vec<_> = all.iter().filter_map(|block| block["kind"].as_str()).collect();
        assert_eq!(kinds, ["heading", "together", "paragraph", "scale"]);
        assert_eq!(all[1]["blocks"], json!(["ticks", "ticks", "scale"].map(of)));
    }
}
