//! What the main part leads to.

use super::xml::Xml;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// Leads from a part to others, each under a name of its own.
#[derive(Default)]
pub(super) struct Relations(Vec<(String, String)>);

impl Relations {
    /// Adds one and gives its name. The kind is the last word of its address.
    pub(super) fn add(&mut self, kind: &str, target: &str) -> String {
        let kind = if kind.starts_with("http") {
            kind.to_owned()
        } else {
            format!("{OFFICE}{kind}")
        };
        self.0.push((kind, target.to_owned()));
        format!("rId{}", self.0.len())
    }

    pub(super) fn part(&self) -> Xml {
        let mut xml = Xml::new();
        let namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
        xml.within("Relationships", &[("xmlns", namespace)], |xml| {
            for (at, (kind, target)) in (1_usize..).zip(&self.0) {
                let id = format!("rId{at}");
                xml.empty("Relationship", &[("Id", &id), ("Type", kind), ("Target", target)]);
            }
        });
        xml
    }
}
