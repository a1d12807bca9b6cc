//! Word asks for the children of an element in the order of the schema, where LibreOffice takes any.

use roxmltree::Node;

use super::docx_tests::file;
use super::reading::Parts;
use super::sample::document;

/// Element, and its children in the order of ECMA-376 part 4, those that have no place here left out.
const ORDER: &[(&str, &[&str])] = &[
    (
        "pPr",
        &[
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "widowControl",
            "numPr",
            "pBdr",
            "shd",
            "tabs",
            "suppressAutoHyphens",
            "spacing",
            "ind",
            "contextualSpacing",
            "jc",
            "outlineLvl",
            "rPr",
            "sectPr",
        ],
    ),
    (
        "rPr",
        &[
            "rStyle",
            "rFonts",
            "b",
            "bCs",
            "i",
            "iCs",
            "caps",
            "noProof",
            "color",
            "spacing",
            "sz",
            "szCs",
            "u",
            "bdr",
            "shd",
            "vertAlign",
            "lang",
        ],
    ),
    ("pBdr", &["top", "left", "bottom", "right"]),
    (
        "tcPr",
        &[
            "tcW",
            "gridSpan",
            "vMerge",
            "tcBorders",
            "shd",
            "noWrap",
            "tcMar",
            "vAlign",
        ],
    ),
    (
        "tcBorders",
        &["top", "left", "bottom", "right", "insideH", "insideV"],
    ),
    (
        "tblBorders",
        &["top", "left", "bottom", "right", "insideH", "insideV"],
    ),
    ("tblCellMar", &["top", "left", "bottom", "right"]),
    (
        "tblPr",
        &[
            "tblStyle",
            "tblW",
            "jc",
            "tblInd",
            "tblBorders",
            "shd",
            "tblLayout",
            "tblCellMar",
            "tblLook",
            "tblCaption",
            "tblDescription",
        ],
    ),
    ("trPr", &["cantSplit", "tblHeader"]),
    ("tbl", &["tblPr", "tblGrid", "tr"]),
    ("tr", &["trPr", "tc"]),
    ("tc", &["tcPr", "p"]),
    (
        "sectPr",
        &[
            "headerReference",
            "footerReference",
            "type",
            "pgSz",
            "pgMar",
            "pgNumType",
            "cols",
            "titlePg",
        ],
    ),
    (
        "style",
        &[
            "name",
            "basedOn",
            "next",
            "uiPriority",
            "semiHidden",
            "unhideWhenUsed",
            "qFormat",
            "pPr",
            "rPr",
            "tblPr",
            "trPr",
            "tcPr",
            "tblStylePr",
        ],
    ),
    ("tblStylePr", &["pPr", "rPr", "tblPr", "trPr", "tcPr"]),
    ("styles", &["docDefaults", "style"]),
    ("docDefaults", &["rPrDefault", "pPrDefault"]),
    (
        "settings",
        &[
            "zoom",
            "defaultTabStop",
            "autoHyphenation",
            "consecutiveHyphenLimit",
            "doNotHyphenateCaps",
            "characterSpacingControl",
            "updateFields",
            "compat",
            "themeFontLang",
            "decimalSymbol",
            "listSeparator",
        ],
    ),
    ("numbering", &["abstractNum", "num"]),
    ("abstractNum", &["multiLevelType", "lvl"]),
    (
        "lvl",
        &["start", "numFmt", "pStyle", "lvlText", "lvlJc", "pPr", "rPr"],
    ),
    ("font", &["altName", "charset", "family", "pitch"]),
    ("sdt", &["sdtPr", "sdtContent"]),
    (
        "r",
        &[
            "rPr",
            "t",
            "tab",
            "br",
            "fldChar",
            "instrText",
            "drawing",
            "softHyphen",
            "noBreakHyphen",
        ],
    ),
    (
        "inline",
        &["extent", "effectExtent", "docPr", "cNvGraphicFramePr", "graphic"],
    ),
    ("pic", &["nvPicPr", "blipFill", "spPr"]),
];

/// Elements whose later children come in any order.
const ANY_ORDER: &[&str] = &["r"];

fn wrong(node: Node<'_, '_>) -> Option<String> {
    let name = node.tag_name().name();
    let (_, order) = ORDER.iter().find(|(element, _)| *element == name)?;
    let mut last = 0;
    for child in node.children().filter(Node::is_element) {
        let child = child.tag_name().name();
        let Some(place) = order.iter().position(|known| *known == child) else {
            return Some(format!("{child} in {name}"));
        };
        let later = if ANY_ORDER.contains(&name) {
            place.min(1)
        } else {
            place
        };
        if later < last {
            return Some(format!("{child} comes too late in {name}"));
        }
        last = later;
    }
    None
}

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    let parts = Parts::of(&file(&document(false)));
    let mut seen = std::collections::BTreeSet::new();
    for name in parts.xml() {
        let tree = parts.tree(name);
        for node in tree.descendants().filter(Node::is_element) {
            if let Some(wrong) = wrong(node) {
                panic!("{name}: {wrong}");
            }
            seen.insert(node.tag_name().name().to_owned());
        }
    }
    for (element, _) in ORDER {
        assert!(seen.contains(*element), "the sample has no {element}");
    }
}

#[test]
fn what_comes_too_late_is_found() {
    let late = "<pPr><jc/><pStyle/></pPr>";
    let strange = "<tcPr><jc/></tcPr>";
    let found = |text| wrong(roxmltree::Document::parse(text).expect("XML").root_element());
    assert_eq!(found(late).as_deref(), Some("pStyle comes too late in pPr"));
    assert_eq!(found(strange).as_deref(), Some("jc in tcPr"));
    assert_eq!(
        found("<r><t/><rPr/></r>").as_deref(),
        Some("rPr comes too late in r")
    );
    assert_eq!(found("<r><rPr/><t/><br/><t/></r>"), None);
}
