//! Which names of the roster are said in a text, as a list of words: not whose they are, nor how many are called so.

use std::collections::HashMap;

use diesel::QueryResult;

use super::{Name, store};
use crate::{db::RegisterConn, language::without_title};

/// Shorter ones are parts of too many words; longer ones are no names.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=30;

/// First and last names, each as it stands in the roster.
pub fn names_said(conn: &mut RegisterConn, text: &str) -> QueryResult<Vec<String>> {
    Ok(said(&store::all_names(conn)?, text))
}

fn said(names: &[Name], text: &str) -> Vec<String> {
    let words = names.iter().flat_map(|name| without_title(name.as_str()).split_whitespace());
    let words = words.filter(|word| LETTERS.contains(&word.chars().count()));
    let known: HashMap<String, &str> = words.map(|word| (word.to_lowercase(), word)).collect();
    let small = text.to_lowercase();
    let mut found: Vec<String> = pieces(&small).filter_map(|piece| known.get(piece)).map(|word| (*word).to_owned()).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Everything in a text that may be a name: Thai is written without spaces, and a roster is long.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.char_indices().flat_map(move |(from, _)| {
        let rest = text.get(from..).unwrap_or_default();
        let ends = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
        ends.take(*LETTERS.end() + 1).skip(*LETTERS.start()).filter_map(move |to| rest.get(..to))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_text_without_spaces_and_titles_are_none() {
        let names = ["นางสาวสมศรี ใจดี", "นายวิชัย ทองคำ", "Mr. John Smith", "นาย ก ข"].map(|name| Name::parse(name).unwrap());
        assert_eq!(said(&names, "พี่สมศรีกับนายทองคำบอก JOHN ไว้"), ["John", "ทองคำ", "สมศรี"]);
        assert!(said(&names, "นางสาวคนหนึ่ง ก ข").is_empty() && said(&names, "").is_empty());
    }
}
