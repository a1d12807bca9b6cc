//! What the file says of itself.

use super::xml::Xml;
use crate::document::Document;

/// Title, agency, language, days, registry number, and that it is not decided yet.
pub(super) fn core(document: &Document) -> Xml {
    let mut xml = Xml::new();
    let namespaces = [
        (
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        ),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let dated = format!("{}T00:00:00Z", document.dated);
    let day = [("xsi:type", "dcterms:W3CDTF")];
    xml.within("cp:coreProperties", &namespaces, |xml| {
        xml.words("dc:title", &[], &document.name);
        xml.words("dc:subject", &[], &document.subtitle);
        xml.words("dc:creator", &[], &document.agency);
        if let Some(number) = &document.registry_number {
            xml.words("cp:keywords", &[], number);
        }
        xml.words("dc:language", &[], super::settings::language(document.lang));
        xml.words("cp:lastModifiedBy", &[], &document.agency);
        xml.words("dcterms:created", &day, &dated);
        xml.words("dcterms:modified", &day, &dated);
        if let Some(mark) = &document.mark {
            xml.words("cp:contentStatus", &[], mark);
        }
    });
    xml
}

/// The program that wrote it, and for whom.
pub(super) fn app(document: &Document) -> Xml {
    let mut xml = Xml::new();
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.within("Properties", &[("xmlns", namespace)], |xml| {
        xml.words("Application", &[], "Nytta");
        xml.words("Company", &[], &document.agency);
    });
    xml
}
