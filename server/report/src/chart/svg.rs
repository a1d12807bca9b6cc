//! Writes SVG.

use std::fmt::Write;

use crate::fonts::{SANS, Weight};

/// Where a text stands from its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style<'a> {
    /// Height of its letters' box.
    pub size: i32,
    pub weight: Weight,
    pub anchor: Anchor,
    pub colour: &'a str,
}

/// A picture in the making.
#[derive(Debug)]
pub(super) struct Svg {
    width: i32,
    height: i32,
    body: String,
}

impl Svg {
    /// An empty picture. Its height is given when that is known.
    pub(super) fn new(width: i32) -> Self {
        Self {
            width,
            height: 0,
            body: String::new(),
        }
    }

    /// So high in the end.
    pub(super) fn set_height(&mut self, height: i32) {
        self.height = height;
    }

    /// An element without content.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &dyn std::fmt::Display)]) {
        self.body.push('<');
        self.body.push_str(name);
        for (name, value) in attributes {
            self.body.push(' ');
            self.body.push_str(name);
            self.body.push_str("=\"");
            self.body.push_str(&escaped(&value.to_string()));
            self.body.push('"');
        }
        self.body.push_str("/>");
    }

    /// A straight line.
    pub(super) fn line(&mut self, from: (i32, i32), to: (i32, i32), colour: &str, width: i32) {
        self.element(
            "line",
            &[
                ("x1", &from.0),
                ("y1", &from.1),
                ("x2", &to.0),
                ("y2", &to.1),
                ("stroke", &colour),
                ("stroke-width", &width),
            ],
        );
    }

    /// One line of text, on this base line.
    pub(super) fn text(&mut self, x: i32, y: i32, style: Style<'_>, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let weight = match style.weight {
            Weight::Regular => "400",
            Weight::Bold => "700",
        };
        let anchor = match style.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let text = escaped(text);
        let Style { size, colour, .. } = style;
        let colour = escaped(colour);
        let attributes = format!(
            r#"x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" fill="{colour}""#
        );
        self.body.extend(["<text ", &attributes, ">", &text, "</text>"]);
    }

    /// The file, with what it tells those who do not see it.
    pub(super) fn finish(self, title: &str) -> String {
        let Self { width, height, body } = self;
        let mut whole = String::with_capacity(body.len() + 400);
        // Writing to a string cannot fail.
        write!(
            whole,
            r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{}.{:02}mm" height="{}.{:02}mm" viewBox="0 0 {width} {height}" font-family="{SANS}, Arial, sans-serif">"#,
            width / 100,
            width % 100,
            height / 100,
            height % 100,
        )
        .ok();
        whole.extend(["<title>", &escaped(title), "</title>", &body, "</svg>"]);
        whole
    }
}

/// Text as XML takes it; what no XML may hold is left out.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            character if character.is_control() => {}
            character => escaped.push(character),
        }
    }
    escaped
}
