//! The sentence about what an overall score does without. It stands wherever that score stands.

use crate::{
    language::{Language, fill, th},
    results::{Released, charts::naming, figures::LeftOut},
};

/// Nothing where nothing is left out.
pub fn left_out_in_words(released: &Released, language: Language) -> Option<String> {
    let paper = &released.paper;
    let name = |out: LeftOut<'_>| match out {
        LeftOut::Part(code) => naming::part_title(paper, code, language).to_owned(),
        LeftOut::Item(code) => naming::item(paper, code, language),
        LeftOut::Sub(code, sub) => naming::question(paper, code, Some(sub), language),
    };
    let names: Vec<String> = released.figures.left_out().into_iter().map(|out| format!("“{}”", name(out))).collect();
    if names.is_empty() {
        return None;
    }
    let names = names.join(", ");
    Some(match language {
        Language::Thai => fill(th!("คะแนนรวมนี้ไม่รวม {} ซึ่งแสดงไม่ได้โดยไม่เปิดเผยตัวตน"), &[&names]),
        Language::English => {
            fill("The overall score does without {}, which cannot be shown without revealing people.", &[&names])
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        language::plain,
        results::{figure::Figure, invented::of_five},
    };

    #[test]
    fn what_is_withheld_is_named_beside_the_score_that_does_without_it() {
        let mut released = of_five(1, [9_711, 9_008, 9_104, 8_499, 9_181], None).released;
        assert_eq!(left_out_in_words(&released, Language::Thai), None);
        released.figures.parts[3].figure = Figure::TooFew;
        released.figures.parts[1].items[0].figure = Some(Figure::TooFew);
        // Nobody was asked, which is no secret.
        released.figures.parts[2].figure = Figure::NoData;
        let said = plain(&left_out_in_words(&released, Language::Thai).unwrap());
        assert_eq!(said, "คะแนนรวมนี้ไม่รวม “ข้อ 2 เรื่องที่ 2”, “การใช้ทรัพย์สินของราชการ” ซึ่งแสดงไม่ได้โดยไม่เปิดเผยตัวตน");
        assert!(left_out_in_words(&released, Language::English).unwrap().contains("“Part 4”"));
        released.figures.overall = Figure::TooFew;
        assert_eq!(left_out_in_words(&released, Language::Thai), None, "there is no score that does without it");
    }
}
