//! Writes XML: everything that people have written is escaped, and what XML cannot carry is left out.

/// The namespaces of the parts that hold text.
pub(crate) const NAMESPACES: &[(&str, &str)] = &[
    (
        "xmlns:w",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        "xmlns:r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        "xmlns:wp",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        "xmlns:pic",
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
    ),
];

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A part that is being written.
pub(crate) struct Xml {
    text: String,
}

impl Xml {
    pub(crate) fn new() -> Self {
        Self {
            text: DECLARATION.to_owned(),
        }
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// Begins an element; [`Self::close`] ends it. [`Self::within`] does both.
    pub(crate) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.text.push('>');
    }

    pub(crate) fn close(&mut self, name: &str) {
        self.text.extend(["</", name, ">"]);
    }

    /// An element with what is written into it.
    pub(crate) fn within(&mut self, name: &str, attributes: &[(&str, &str)], write: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        write(self);
        self.close(name);
    }

    /// An element with nothing in it.
    pub(crate) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.text.push_str("/>");
    }

    /// An element that says one thing, as most of WordprocessingML does.
    pub(crate) fn val(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// The same with a number.
    pub(crate) fn number(&mut self, name: &str, value: i64) {
        self.val(name, &value.to_string());
    }

    /// An element of words.
    pub(crate) fn words(&mut self, name: &str, attributes: &[(&str, &str)], words: &str) {
        self.within(name, attributes, |xml| xml.text(words));
    }

    pub(crate) fn text(&mut self, text: &str) {
        for character in text.chars().filter(|character| is_legal(*character)) {
            match character {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                character => self.text.push(character),
            }
        }
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.extend(["<", name]);
        for (name, value) in attributes {
            self.text.extend([" ", name, "=\""]);
            for character in value.chars().filter(|character| is_legal(*character)) {
                match character {
                    '&' => self.text.push_str("&amp;"),
                    '<' => self.text.push_str("&lt;"),
                    '>' => self.text.push_str("&gt;"),
                    '"' => self.text.push_str("&quot;"),
                    '\t' | '\n' | '\r' => self.text.push(' '),
                    character => self.text.push(character),
                }
            }
            self.text.push('"');
        }
    }
}

/// What XML 1.0 can carry. A return is left out as well: a reader of XML would make a line of it.
pub(crate) fn is_legal(character: char) -> bool {
    match character {
        '\t' | '\n' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        character => character >= ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_escaped_and_what_xml_cannot_carry_is_left_out() {
        let mut xml = Xml::new();
        xml.words(
            "a",
            &[("b", "<\"&\n\u{1}>")],
            "1 < 2 & \u{b}\u{ffff}3\r\n> \"ö\"\u{1f600}",
        );
        let written = String::from_utf8(xml.into_bytes()).expect("text");
        assert_eq!(
            written.strip_prefix(DECLARATION),
            Some("<a b=\"&lt;&quot;&amp; &gt;\">1 &lt; 2 &amp; 3\n&gt; \"ö\"\u{1f600}</a>")
        );
    }
}
