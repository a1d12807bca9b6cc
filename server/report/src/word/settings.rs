//! How Word treats the file.

use text::Lang;

use super::xml::{NAMESPACES, Xml};

/// The language as Word calls it.
pub(super) fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => "sv-SE",
        Lang::En => "en-GB",
    }
}

pub(super) fn part(lang: Lang) -> Xml {
    let mut xml = Xml::new();
    xml.within("w:settings", NAMESPACES, |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")]);
        xml.number("w:defaultTabStop", 567);
        // Compounds are long and columns narrow.
        xml.val("w:autoHyphenation", "true");
        xml.number("w:consecutiveHyphenLimit", 2);
        xml.val("w:doNotHyphenateCaps", "true");
        xml.val("w:characterSpacingControl", "doNotCompress");
        // Page numbers of the list of contents: see above, in the module's own words.
        xml.val("w:updateFields", "true");
        xml.within("w:compat", &[], |xml| {
            let setting = |xml: &mut Xml, name: &str, value: &str| {
                let attributes = [
                    ("w:name", name),
                    ("w:uri", "http://schemas.microsoft.com/office/word"),
                    ("w:val", value),
                ];
                xml.empty("w:compatSetting", &attributes);
            };
            // Of today's Word: without it the file opens in a mode for old ones.
            setting(xml, "compatibilityMode", "15");
            setting(xml, "overrideTableStyleFontSizeAndJustification", "1");
            setting(xml, "enableOpenTypeFeatures", "1");
            setting(xml, "doNotFlipMirrorIndents", "1");
            setting(xml, "differentiateMultirowTableHeaders", "1");
        });
        xml.val("w:themeFontLang", language(lang));
        xml.val("w:decimalSymbol", if lang == Lang::Sv { "," } else { "." });
        xml.val("w:listSeparator", if lang == Lang::Sv { ";" } else { "," });
    });
    xml
}
