//! Files that somebody sends as evidence: what is taken, told by what is in them and not by their name alone.
//!
//! A file is only ever handed out to be saved, never shown. What a browser would run is refused all the same: pages,
//! drawings with scripts, and documents with macros.

/// Largest file: 20 MB.
pub const FILE_MAX: u64 = 20 * BYTES_IN_MB;
/// Bytes in a megabyte, as people and their file managers count.
const BYTES_IN_MB: u64 = 1024 * 1024;
/// Longest file name that is kept.
const NAME_MAX: usize = 200;
/// Parts of a packed document that are looked through.
const PARTS_MAX: usize = 4_096;

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// PDF.
    Pdf,
    /// A picture.
    Png,
    /// A picture.
    Jpeg,
    /// A Word document.
    Docx,
    /// An Excel workbook.
    Xlsx,
    /// An OpenDocument text.
    Odt,
    /// An OpenDocument workbook.
    Ods,
    /// A table as text.
    Csv,
    /// Text.
    Txt,
    /// A letter.
    Eml,
}

impl FileKind {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Pdf,
        Self::Png,
        Self::Jpeg,
        Self::Docx,
        Self::Xlsx,
        Self::Odt,
        Self::Ods,
        Self::Csv,
        Self::Txt,
        Self::Eml,
    ];

    /// How names of such files end; the first is the usual one.
    pub fn ends(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Png => &["png"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
            Self::Odt => &["odt"],
            Self::Ods => &["ods"],
            Self::Csv => &["csv"],
            Self::Txt => &["txt"],
            Self::Eml => &["eml"],
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Csv => "text/csv",
            Self::Txt => "text/plain",
            Self::Eml => "message/rfc822",
        }
    }

    /// The kind with this media type.
    pub fn from_media_type(media_type: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.media_type() == media_type)
    }

    /// The kind that a file is by its name, where what is in it says the same; none for what is not taken.
    pub fn of(name: &str, bytes: &[u8]) -> Option<Self> {
        let named = Self::of_end(name.rsplit_once('.')?.1)?;
        named.is_in(bytes).then_some(named)
    }

    /// The kind that names with this end speak of, in whichever letters.
    pub fn of_end(end: &str) -> Option<Self> {
        let end = end.to_lowercase();
        Self::ALL
            .into_iter()
            .find(|kind| kind.ends().contains(&end.as_str()))
    }

    fn is_in(self, bytes: &[u8]) -> bool {
        match self {
            Self::Pdf => bytes.starts_with(b"%PDF-"),
            Self::Png => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
            Self::Jpeg => bytes.starts_with(b"\xff\xd8\xff"),
            Self::Docx => is_office(bytes, b"word/document.xml"),
            Self::Xlsx => is_office(bytes, b"xl/workbook.xml"),
            Self::Odt | Self::Ods => is_open_document(bytes, self.media_type()),
            Self::Csv | Self::Txt => text_of(bytes).is_some_and(|text| !is_markup(&text)),
            Self::Eml => text_of(bytes).is_some_and(|text| is_letter(&text)),
        }
    }
}

/// The size in megabytes with one decimal, rounded up: what is too large never reads as if it fitted.
pub fn megabytes(size: u64) -> String {
    let tenths = size.saturating_mul(10).div_ceil(BYTES_IN_MB);
    format!("{},{}", tenths / 10, tenths % 10)
}

/// A file's name without its path, which browsers of old send too, and without what cannot stand in a name.
pub fn base_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|c| !c.is_control()).collect();
    let length = kept.chars().count();
    // The end says what it is: of a name that is too long, the middle goes.
    match kept.rsplit_once('.') {
        Some((stem, end)) if length > NAME_MAX => {
            let room = NAME_MAX.saturating_sub(end.chars().count() + 1);
            let stem: String = stem.chars().take(room).collect();
            format!("{stem}.{end}").chars().take(NAME_MAX).collect()
        }
        _ => kept.chars().take(NAME_MAX).collect(),
    }
}

/// What a file of text says, whichever of the usual ways it is written in: UTF-8, UTF-16 with its mark, or the
/// eight-bit letters of older programs. None for what is no text.
pub fn text_of(bytes: &[u8]) -> Option<String> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        [0xef, 0xbb, 0xbf, rest @ ..] => str::from_utf8(rest).ok()?.to_owned(),
        bytes => match str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
        },
    };
    let is_text = |c: char| !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{c}');
    text.chars().all(is_text).then_some(text)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    rest.is_empty().then(|| String::from_utf16(&units).ok())?
}

/// A letter of ISO 8859-1, or of the Windows code page that goes by its name: they differ where the former has none.
fn windows_1252(byte: u8) -> char {
    match byte {
        0x80 => '€',
        0x85 => '…',
        0x91 | 0x92 => '’',
        0x93 | 0x94 => '”',
        0x95 => '•',
        0x96 => '–',
        0x97 => '—',
        0x82..=0x9f => '�',
        byte => char::from(byte),
    }
}

/// It begins as a page or a drawing does, whatever it is called.
fn is_markup(text: &str) -> bool {
    text.trim_start().starts_with('<')
}

/// Lines of a letter's head up to the first empty one, of which one says from whom, when or by which way.
fn is_letter(text: &str) -> bool {
    let head = |line: &&str| !line.trim().is_empty();
    let name = |line: &str| Some(line.split_once(':')?.0.to_lowercase());
    let is_name =
        |name: &str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let mut lines = text.lines().take_while(head).map(name).peekable();
    let begins = lines
        .peek()
        .is_some_and(|first| first.as_deref().is_some_and(is_name));
    const SAYING: [&str; 4] = ["from", "date", "received", "return-path"];
    begins && lines.flatten().any(|name| SAYING.contains(&name.as_str()))
}

/// A packed document with a part of that name, and no macros.
fn is_office(bytes: &[u8], part: &[u8]) -> bool {
    let Some(names) = part_names(bytes) else {
        return false;
    };
    let has = |wanted: &[u8]| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    let has_macros = names
        .iter()
        .any(|name| name.to_ascii_lowercase().ends_with(b"vbaproject.bin"));
    has(b"[Content_Types].xml") && has(part) && !has_macros
}

/// Its first part says what it is, unpacked, as the standard has it; and it has no macros.
fn is_open_document(bytes: &[u8], media_type: &str) -> bool {
    const HEAD: usize = 30;
    let first = bytes
        .get(HEAD..)
        .and_then(|rest| rest.strip_prefix(b"mimetype"))
        .is_some_and(|rest| rest.starts_with(media_type.as_bytes()));
    let macros = |name: &&[u8]| name.starts_with(b"Basic/") || name.starts_with(b"Scripts/");
    first && part_names(bytes).is_some_and(|names| !names.iter().any(macros))
}

/// The names of the parts of a packed file, from the list at its end.
fn part_names(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    const END: &[u8] = b"PK\x05\x06";
    const PART: &[u8] = b"PK\x01\x02";
    let number = |at: usize| {
        let pair = bytes.get(at..at.checked_add(2)?)?;
        Some(usize::from(u16::from_le_bytes(pair.try_into().ok()?)))
    };
    let end = bytes.windows(END.len()).rposition(|window| window == END)?;
    let count = number(end + 10)?.min(PARTS_MAX);
    let mut at = number(end + 16)? + number(end + 18)? * 0x1_0000;
    let mut names = Vec::with_capacity(count);
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    for _ in 0..count {
        if !bytes.get(at..)?.starts_with(PART) {
            return None;
        }
        let (name, extra, comment) = (number(at + 28)?, number(at + 30)?, number(at + 32)?);
        let from = at + 46;
        names.push(bytes.get(from..from + name)?);
        at = from + name + extra + comment;
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A packed file with parts of these names, and nothing in them but what the first holds.
    fn packed(first: (&str, &[u8]), others: &[&str]) -> Vec<u8> {
        packed_with(first, others, &[], &[])
    }

    /// The same with this beside each name of the list.
    fn packed_with(first: (&str, &[u8]), others: &[&str], extra: &[u8], comment: &[u8]) -> Vec<u8> {
        let size = |bytes: &[u8]| u16::try_from(bytes.len()).expect("a short text").to_le_bytes();
        let (mut file, mut list) = (Vec::new(), Vec::new());
        let parts = [first]
            .into_iter()
            .chain(others.iter().map(|name| (*name, &b""[..])));
        let mut count = 0_u16;
        for (name, bytes) in parts {
            let length = u16::try_from(name.len()).expect("a short name");
            file.extend(b"PK\x03\x04");
            file.extend([0; 22]);
            file.extend(length.to_le_bytes());
            file.extend([0; 2]);
            file.extend(name.as_bytes());
            file.extend(bytes);
            list.extend(b"PK\x01\x02");
            list.extend([0; 24]);
            list.extend(length.to_le_bytes());
            list.extend(size(extra));
            list.extend(size(comment));
            list.extend([0; 12]);
            list.extend(name.as_bytes());
            list.extend(extra);
            list.extend(comment);
            count += 1;
        }
        let at = u32::try_from(file.len()).expect("a short file");
        file.extend(list);
        file.extend(b"PK\x05\x06");
        file.extend([0; 6]);
        file.extend(count.to_le_bytes());
        file.extend([0; 4]);
        file.extend(at.to_le_bytes());
        file.extend([0; 2]);
        file
    }

    #[test]
    fn what_is_in_a_file_has_to_be_what_its_name_says() {
        let types = ("[Content_Types].xml", &b""[..]);
        let docx = packed(types, &["word/document.xml"]);
        let xlsx = packed(types, &["xl/workbook.xml"]);
        let with_macros = packed(types, &["xl/workbook.xml", "xl/vbaProject.bin"]);
        let odt = packed(
            ("mimetype", FileKind::Odt.media_type().as_bytes()),
            &["content.xml"],
        );
        let ods = packed(
            ("mimetype", FileKind::Ods.media_type().as_bytes()),
            &["content.xml"],
        );
        let other = packed(types, &["a.html"]);
        let png: &[u8] = b"\x89PNG\r\n\x1a\n\0\0";
        for (name, bytes, kind) in [
            ("a.pdf", &b"%PDF-1.7 ..."[..], Some(FileKind::Pdf)),
            ("a.PDF", b"%PDF-1.7 ...", Some(FileKind::Pdf)),
            ("a.pdf", b"<html>", None),
            ("a.png", png, Some(FileKind::Png)),
            ("a.jpeg", b"\xff\xd8\xff\xe0", Some(FileKind::Jpeg)),
            ("a.jpg", png, None),
            ("a.docx", &docx, Some(FileKind::Docx)),
            ("a.xlsx", &xlsx, Some(FileKind::Xlsx)),
            ("a.xlsx", &docx, None),
            ("a.xlsx", &with_macros, None),
            ("a.docx", &other, None),
            ("a.odt", &odt, Some(FileKind::Odt)),
            ("a.ods", &ods, Some(FileKind::Ods)),
            ("a.ods", &odt, None),
            ("a.csv", "år;värde\r\n2025;4,2".as_bytes(), Some(FileKind::Csv)),
            ("a.csv", b"\xe5r;v\xe4rde", Some(FileKind::Csv)),
            ("a.csv", b"a\0b", None),
            ("a.txt", b"\xff\xfea\0\xe5\0", Some(FileKind::Txt)),
            ("a.txt", b"\xff\xfea", None),
            ("a.txt", b" \n<svg onload=x>", None),
            (
                "a.eml",
                b"From: a@b.se\r\nSubject: x\r\n\r\n<html>",
                Some(FileKind::Eml),
            ),
            ("a.eml", b"Return-Path: <a@b.se>\r\n\r\nHej", Some(FileKind::Eml)),
            ("a.eml", b"Hej\r\n\r\nFrom: a@b.se", None),
            ("a.eml", b"Hej\r\nFrom: a@b.se\r\n\r\nHej", None),
            ("a.eml", b"Hej du: ja\r\nFrom: a@b.se\r\n\r\nHej", None),
            ("a.eml", b": ja\r\nFrom: a@b.se\r\n\r\nHej", None),
            ("a.eml", b"Subject: x\r\nTo: a@b.se\r\n\r\nHej", None),
            ("a.html", b"<html>", None),
            ("a.svg", b"<svg>", None),
            ("a.exe", b"MZ", None),
            ("pdf", b"%PDF-1.7", None),
        ] {
            assert_eq!(FileKind::of(name, bytes), kind, "{name}");
        }
    }

    #[test]
    fn a_document_is_read_however_long_it_is_and_whatever_its_list_says_beside_the_names() {
        let long = packed(("[Content_Types].xml", &[7; 70_000]), &["word/document.xml"]);
        assert_eq!(FileKind::of("a.docx", &long), Some(FileKind::Docx));
        let parts = ("[Content_Types].xml", &b""[..]);
        let told = packed_with(
            parts,
            &["word/document.xml", "word/styles.xml"],
            b"abc",
            b"Om delen",
        );
        assert_eq!(FileKind::of("a.docx", &told), Some(FileKind::Docx));
        let macros = packed_with(
            parts,
            &["word/document.xml", "word/vbaProject.bin"],
            b"abc",
            b"Om delen",
        );
        assert_eq!(FileKind::of("a.docx", &macros), None);
    }

    #[test]
    fn an_open_document_has_no_macros_of_either_kind() {
        let text = ("mimetype", FileKind::Odt.media_type().as_bytes());
        for part in ["Basic/Standard/Module1.xml", "Scripts/python/a.py"] {
            let with = packed(text, &["content.xml", part]);
            assert_eq!(FileKind::of("a.odt", &with), None, "{part}");
        }
    }

    #[test]
    fn a_damaged_list_of_parts_is_told_from_a_document() {
        let whole = packed(("[Content_Types].xml", b""), &["xl/workbook.xml"]);
        for cut in 0..whole.len() - 2 {
            assert_eq!(FileKind::of("a.xlsx", &whole[..cut]), None, "{cut}");
        }
    }

    #[test]
    fn a_kind_is_known_by_its_media_type() {
        for kind in FileKind::ALL {
            assert_eq!(FileKind::from_media_type(kind.media_type()), Some(kind));
        }
        assert_eq!(FileKind::from_media_type("text/html"), None);
    }

    #[test]
    fn what_is_too_large_never_reads_as_if_it_fitted() {
        assert_eq!(megabytes(FILE_MAX), "20,0");
        assert_eq!(FILE_MAX, 20_971_520, "bytes, as file managers count");
        assert_eq!(megabytes(FILE_MAX + 1), "20,1");
        assert_eq!(megabytes(1), "0,1");
    }

    #[test]
    fn a_file_is_named_without_its_path_and_keeps_its_end() {
        assert_eq!(base_name("C:\\temp\\mätning.xlsx"), "mätning.xlsx");
        assert_eq!(base_name("/home/x/a\u{7}.pdf"), "a.pdf");
        let long = base_name(&format!("{}.pdf", "å".repeat(300)));
        assert_eq!((long.chars().count(), long.ends_with("å.pdf")), (NAME_MAX, true));
    }

    #[test]
    fn letters_of_older_programs_are_read() {
        assert_eq!(text_of(b"\xef\xbb\xbf\xc3\xa5").as_deref(), Some("å"));
        assert_eq!(text_of(b"4\x96\xe5\xe4\xf6 \x80").as_deref(), Some("4–åäö €"));
    }
}
