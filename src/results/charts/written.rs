//! A figure as it is written: exact, as a range, or by why there is none. Never a 0 for nothing.

use crate::{
    language::{Language, digits::grouped, fill, th},
    results::{
        figure::{Figure, Score},
        words::charts::words,
    },
};

/// Of the whole department.
pub const WHOLE: u8 = 2;
/// Of units.
pub const UNIT: u8 = 1;

/// `91.61`, `80–100`, or in two or three words why there is none.
pub fn figure(figure: &Figure, decimals: u8, language: Language) -> String {
    match figure {
        Figure::Exact(score) => score.shown(decimals),
        Figure::Within { least, most } => range(least, most),
        Figure::TooFew => words(language).too_few.to_owned(),
        Figure::NoData => words(language).no_data.to_owned(),
    }
}

/// The same in sentences, where there is room to say what it takes.
pub fn in_full(figure: &Figure, decimals: u8, k: u32, language: Language) -> String {
    match (language, figure) {
        (_, Figure::Exact(score)) => score.shown(decimals),
        (_, Figure::Within { least, most }) => {
            let [least, most] = ends(least, most);
            let between =
                if language == Language::Thai { th!("ระหว่าง {} ถึง {}") } else { "between {} and {}" };
            fill(between, &[&least, &most])
        }
        (Language::Thai, Figure::TooFew) => fill(th!("ผู้ตอบน้อยเกินกว่าจะแสดงผลโดยไม่เปิดเผยตัวตน (ต้องมีอย่างน้อย {}_คน)"), &[&k]),
        (Language::English, Figure::TooFew) => {
            fill("Too few answers to show without revealing people (at least {} needed)", &[&k])
        }
        (Language::Thai, Figure::NoData) => th!("ยังไม่มีคำตอบ จึงยังไม่มีคะแนน").to_owned(),
        (Language::English, Figure::NoData) => "No answers yet, so no score".to_owned(),
    }
}

pub fn range(least: &Score, most: &Score) -> String {
    ends(least, most).join("\u{2060}–\u{2060}")
}

/// Bands are of whole numbers, and `80.00` would look like a measurement; means of bands have the two decimals that
/// they were rounded outward to.
pub fn ends(least: &Score, most: &Score) -> [String; 2] {
    let digits = if [least, most].iter().all(|score| score.fraction().is_integer()) { 0 } else { 2 };
    [least, most].map(|score| score.shown(digits))
}

pub fn people(number: u32, language: Language) -> String {
    (words(language).people)(&grouped(number.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::plain;

    #[test]
    fn nothing_and_too_few_are_words_and_only_nought_is_0() {
        let written = |one: &Figure| plain(&figure(one, WHOLE, Language::English));
        assert_eq!(written(&Figure::Exact(Score::whole(0))), "0.00");
        assert_eq!(written(&Figure::NoData), "no answers");
        assert_eq!(written(&Figure::TooFew), "too few");
        assert_eq!(written(&Figure::Within { least: Score::whole(80), most: Score::whole(100) }), "80–100");
        assert_eq!(written(&Figure::Within { least: Score::from_hundredths(8_250), most: Score::whole(90) }), "82.50–90.00");
        let unit = Figure::Exact(Score::from_hundredths(9_180));
        assert_eq!(figure(&unit, UNIT, Language::Thai), "91.8");
    }

    #[test]
    fn a_range_has_the_same_ends_wherever_it_stands() {
        let band = Figure::Within { least: Score::whole(85), most: Score::whole(90) };
        let mean = Figure::mean([&band, &Figure::Exact(Score::whole(86))]);
        let written = |one: &Figure| {
            [figure(one, WHOLE, Language::English), in_full(one, WHOLE, 5, Language::English)].map(|text| plain(&text))
        };
        assert_eq!(written(&band), ["85–90", "between 85 and 90"]);
        assert_eq!(written(&mean), ["85.50–88.00", "between 85.50 and 88.00"], "and not between 86 and 88");
    }
}
