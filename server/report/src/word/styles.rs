//! Every look by name. Those that Word has itself are called as it calls them, so that its navigation, its list of contents
//! and an agency's own template find them; the others are called in the report's language.

mod paragraph;
mod style;
mod table;
mod text_run;

use text::Lang;

use self::style::{Characters, Kind, Paragraphs, Style};
use super::fonts::SANS;
use super::palette;
use super::settings::language;
use super::xml::{NAMESPACES, Xml};

pub(super) fn part(lang: Lang, accent: &str) -> Xml {
    let accent = palette::accent(accent);
    let mut xml = Xml::new();
    xml.within("w:styles", NAMESPACES, |xml| {
        defaults(xml, lang);
        for style in paragraph::styles(lang, &accent) {
            style.write(xml);
        }
        for style in text_run::styles(lang) {
            style.write(xml);
        }
        table::write(xml, lang, &accent);
    });
    xml
}

/// What holds where no style says anything else.
fn defaults(xml: &mut Xml, lang: Lang) {
    xml.within("w:docDefaults", &[], |xml| {
        xml.within("w:rPrDefault", &[], |xml| {
            xml.within("w:rPr", &[], |xml| {
                let fonts = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|part| (part, SANS));
                xml.empty("w:rFonts", &fonts);
                xml.val("w:color", palette::INK);
                xml.number("w:sz", 20);
                xml.number("w:szCs", 20);
                let language = language(lang);
                let languages = [("w:val", language), ("w:eastAsia", language), ("w:bidi", "ar-SA")];
                xml.empty("w:lang", &languages);
            });
        });
        xml.within("w:pPrDefault", &[], |xml| {
            xml.within("w:pPr", &[], |xml| {
                xml.empty(
                    "w:spacing",
                    &[("w:after", "120"), ("w:line", "264"), ("w:lineRule", "auto")],
                );
            });
        });
    });
}

/// One of Word's own.
fn builtin(id: &'static str, name: &str, paragraphs: Paragraphs, characters: Characters) -> Style {
    Style {
        kind: Kind::Paragraph,
        id,
        name: name.to_owned(),
        based_on: Some("Normal"),
        next: None,
        priority: 9,
        is_default: false,
        paragraphs,
        characters,
    }
}

/// One of the report's.
fn own(id: &'static str, name: String, paragraphs: Paragraphs, characters: Characters) -> Style {
    Style {
        priority: 20,
        ..builtin(id, &name, paragraphs, characters)
    }
}
