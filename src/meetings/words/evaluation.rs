//! What the round is called by which those who came say what they thought of a session.

use crate::{
    language::{fill, plain, th},
    papers::InBoth,
};

const NAME_MOST: usize = 200;

/// In Thai, and in English where the session has an English name.
pub fn name_of_evaluation(title: &InBoth) -> [String; 2] {
    let short = |name: String| -> String { plain(&name).chars().take(NAME_MOST).collect::<String>().trim().to_owned() };
    let english = if title.en.is_empty() { String::new() } else { fill("Evaluation of {}", &[&title.en]) };
    [fill(th!("ประเมิน {}"), &[&title.th]), english].map(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_of_a_session_still_makes_the_name_of_a_round() {
        let of = |th: &str, en: &str| name_of_evaluation(&InBoth { th: th.to_owned(), en: en.to_owned() });
        assert_eq!(of("คลินิก 1", "Clinic 1"), ["ประเมิน คลินิก 1", "Evaluation of Clinic 1"]);
        let [long, none] = of(&"ก".repeat(200), "");
        assert_eq!((long.chars().count(), none.as_str()), (200, ""));
    }
}
