//! The query of an address, as pairs and as text.

/// Reads the query of an address. What is not written as it should be is read as well as can be.
pub fn decoded_pairs(query: &str) -> Vec<(String, String)> {
    query
        .trim_start_matches('?')
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(value))
        })
        .collect()
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        match (first, after) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, after @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high * 16 + low);
                    rest = after;
                }
                _ => bytes.push(b'%'),
            },
            _ => bytes.push(*first),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

/// Writes the query of an address, without a question mark.
pub fn encoded_query<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut query = String::new();
    for (name, value) in pairs {
        if !query.is_empty() {
            query.push('&');
        }
        encode(name, &mut query);
        query.push('=');
        encode(value, &mut query);
    }
    query
}

fn encode(text: &str, query: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                query.push(char::from(byte));
            }
            _ => query.push_str(&format!("%{byte:02X}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn it_reads_what_browsers_write() {
        let pairs = decoded_pairs("?sok=%C3%B6ka+mera&omrade=4.1&tom=&ensam&x=%zz");
        let expected = [
            ("sok", "öka mera"),
            ("omrade", "4.1"),
            ("tom", ""),
            ("ensam", ""),
            ("x", "%zz"),
        ];
        assert_eq!(pairs, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(pairs in prop::collection::vec((".+", ".*"), 0..5)) {
            let query = encoded_query(pairs.iter().map(|(a, b)| (a.as_str(), b.as_str())));
            prop_assert_eq!(decoded_pairs(&query), pairs);
        }

        #[test]
        fn anything_reads_somehow(query in ".*") {
            decoded_pairs(&query);
        }
    }

    #[test]
    fn what_need_not_be_written_otherwise_stays_as_it_is() {
        assert_eq!(encoded_query([("sok", "Az09-_.~ å")]), "sok=Az09-_.~%20%C3%A5");
    }
}
