//! Texts as they are searched and sorted: the same on every database, because it is done here.

/// Characters of a text that it is sorted by: as many as a name has at most.
pub const SORT_MAX: usize = 200;

/// Most words that one search looks for.
const WORDS_MAX: usize = 12;

/// A text as it is searched: in small letters, accents that Swedish does not sort by taken away, one
/// space between words, and nothing that cannot be seen. å becomes ã, which no Swedish word has and
/// which stands before ä and ö among characters: so the same text also sorts as the alphabet does.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.chars() {
        // Some programs write å, ä and ö as two characters: the letter, then its ring or dots.
        if matches!(letter, '\u{300}'..='\u{36f}') {
            compose(&mut folded, letter);
            continue;
        }
        // A soft hyphen and its like stand within words.
        if matches!(
            letter,
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
        ) {
            continue;
        }
        if letter.is_whitespace() || letter.is_control() {
            gap = !folded.is_empty();
            continue;
        }
        if gap {
            folded.push(' ');
            gap = false;
        }
        for small in letter.to_lowercase() {
            match small {
                'å' => folded.push('ã'),
                'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
                'à' | 'á' => folded.push('a'),
                'ü' => folded.push('y'),
                // What some small letters leave behind, such as the dot of İ.
                '\u{300}'..='\u{36f}' => {}
                other => folded.push(other),
            }
        }
    }
    folded
}

/// Puts a mark onto the letter before it, where the two make one of ours; it is dropped elsewhere.
fn compose(folded: &mut String, mark: char) {
    let letter = match (folded.chars().last(), mark) {
        (Some('a'), '\u{30a}') => 'ã',
        (Some('a'), '\u{308}') => 'ä',
        (Some('o'), '\u{308}') => 'ö',
        (Some('u'), '\u{308}') => 'y',
        _ => return,
    };
    folded.pop();
    folded.push(letter);
}

/// The words of a search, folded, each once.
pub fn words(search: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in folded(search).split(' ') {
        if !word.is_empty() && words.len() < WORDS_MAX && !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// What a text is sorted by: the first characters of it, folded.
pub fn sort_key(text: &str) -> String {
    folded(text).chars().take(SORT_MAX).collect()
}

/// What an area's number is sorted by: "4.2" before "4.10".
pub fn sort_number(number: &str) -> String {
    let parts = crate::area::number_order(number).into_iter();
    parts
        .map(|part| format!("{part:010}"))
        .collect::<Vec<_>>()
        .join(".")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_and_way_of_writing_make_no_difference() {
        assert_eq!(folded("  ÖKAD\u{a0}Åtgärd \n"), "ökad ãtgärd");
        assert_eq!(folded("A\u{30a}tga\u{308}rd"), folded("åtgärd"));
        assert_eq!(folded("O\u{308}ka fu\u{308}r"), folded("Öka für"));
        assert_eq!(folded("arbets\u{ad}sökande"), "arbetssökande");
        assert_eq!(folded("Idé"), "ide");
        assert_eq!(words(" Öka  ökA\tärende "), ["öka", "ärende"]);
        assert_eq!(words("\0"), [""; 0]);
    }

    #[test]
    fn a_search_looks_for_no_more_than_twelve_words() {
        let many: Vec<String> = (1..=13).map(|number| format!("ord{number}")).collect();
        assert_eq!(words(&many.join(" ")), many[..12]);
    }

    #[test]
    fn swedish_letters_come_last_in_their_order() {
        let mut names = ["Öppna data", "Ärenden", "Åtgärder", "Zoner", "arkiv"];
        names.sort_by_cached_key(|name| sort_key(name));
        assert_eq!(names, ["arkiv", "Zoner", "Åtgärder", "Ärenden", "Öppna data"]);
    }

    #[test]
    fn numbers_of_areas_sort_as_they_are_read() {
        let mut numbers = ["4.10", "4.2", "10", "4", "x"];
        numbers.sort_by_cached_key(|number| sort_number(number));
        assert_eq!(numbers, ["4", "4.2", "4.10", "10", "x"]);
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC*") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once.clone());
            prop_assert!(!once.contains('\0') && !once.contains("  "));
        }

        #[test]
        fn capitals_are_found_by_small_letters(text in "[a-zåäöA-ZÅÄÖ ]*") {
            prop_assert_eq!(folded(&text.to_uppercase()), folded(&text.to_lowercase()));
        }
    }
}
