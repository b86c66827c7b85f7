//! Decision vectors: parts, the total as shown, the level, and why.

use super::{words::in_full, *};
use crate::{
    instruments::Fraction,
    language::{FiscalYear, Language, plain},
    results::{
        figure::{Figure, Score},
        invented::of_five,
    },
    yardsticks::{RatingTable, Weights},
};

/// The tables that come along.
fn table(first_year: i64) -> RatingTable {
    let shipped: serde_json::Value = serde_json::from_str(include_str!("../../yardsticks/shipped.json")).unwrap();
    let written = shipped.as_array().unwrap().iter().find(|it| it["first_year"] == first_year).unwrap();
    serde_json::from_value(written["definition"]["rating"].clone()).unwrap()
}

fn declared(hundredths: Option<i32>) -> Given {
    Given::Declared(Declared { hundredths, source: "ประกาศ".into(), indicators: Vec::new() })
}

fn year(given: [Option<Given>; 3]) -> Year {
    by(table(2566), given)
}

fn by(table: RatingTable, given: [Option<Given>; 3]) -> Year {
    let given = Part::ALL.into_iter().zip(given).filter_map(|(part, given)| Some((part, given?)));
    Year::new(FiscalYear::new(2569).unwrap(), Some(table), given.collect())
}

fn of(hundredths: [i32; 3]) -> Year {
    year(hundredths.map(|hundredths| Some(declared(Some(hundredths)))))
}

#[test]
fn every_level_has_its_vectors_and_says_why() {
    let table = table(2566);
    for (parts, shown, exact, says) in [
        ([9_500, 9_500, 9_500], "95.00", "95.00", "ผ่านดีเยี่ยม เพราะทุกส่วนได้ 95 ขึ้นไป"),
        ([10_000, 10_000, 10_000], "100.00", "100.00", "ผ่านดีเยี่ยม เพราะทุกส่วนได้ 95 ขึ้นไป"),
        ([9_499, 10_000, 10_000], "98.50", "98.497", "ผ่านดี เพราะ IIT 94.99 < 95"),
        ([8_500, 9_600, 9_600], "92.70", "92.70", "ผ่านดี เพราะ IIT 85.00 < 95"),
        ([8_499, 8_500, 8_500], "85.00", "84.997", "ผ่าน เพราะ IIT 84.99 < 85"),
        ([7_540, 9_500, 9_500], "89.12", "89.12", "ผ่าน เพราะ IIT 75.40 < 85"),
        ([8_400, 8_400, 9_000], "86.40", "86.40", "ผ่าน เพราะ IIT 84.00 < 85, EIT 84.00 < 85"),
        ([8_498, 8_500, 8_500], "84.99", "84.994", "ต้องปรับปรุง เพราะคะแนนรวม 84.99 < 85"),
        ([7_000, 7_000, 7_000], "70.00", "70.00", "ต้องปรับปรุง เพราะคะแนนรวม 70.00 < 85"),
        ([0, 10_000, 10_000], "70.00", "70.00", "ต้องปรับปรุง เพราะคะแนนรวม 70.00 < 85"),
        ([0, 9_998, 10_000], "69.99", "69.994", "ต้องปรับปรุงโดยด่วน เพราะคะแนนรวม 69.99 < 70"),
        ([0, 0, 0], "0.00", "0.00", "ต้องปรับปรุงโดยด่วน เพราะคะแนนรวม 0.00 < 70"),
    ] {
        let total = of(parts).total().unwrap();
        assert_eq!((total.exact.shown(2), in_full(&total.exact)), (shown.into(), exact.into()), "{parts:?}");
        let level = rate(&table, &total.parts, &total.exact).unwrap();
        assert_eq!(plain(&level_in_words(&level, Language::Thai)), says, "{parts:?}");
    }
}

#[test]
fn where_rounding_decided_the_exact_figure_is_said() {
    let table = table(2566);
    let notes = |parts| {
        let total = of(parts).total().unwrap();
        rounded_up(&table, &total.parts, &total.exact)
            .iter()
            .map(|it| plain(&rounding_in_words(it, Language::Thai)))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        notes([8_499, 8_500, 8_500]),
        ["คะแนนรวมที่แท้จริงคือ 84.997 แสดงเป็น 85.00 ระดับตัดสินจากตัวเลขสองตำแหน่งที่แสดง จึงถือว่าถึง 85"]
    );
    assert_eq!(notes([8_498, 8_500, 8_500]), Vec::<String>::new());
    assert_eq!(notes([9_499, 10_000, 10_000]), Vec::<String>::new());
    // 84.995, which is shown as 85.00, came out of answers: everybody reads it as 85.
    let parts = [(Part::Iit, Score::new(Fraction::new(84_995.into(), 1_000.into()))), (Part::Eit, Score::whole(90))];
    let [note] = rounded_up(&table, &parts, &Score::whole(90)).try_into().unwrap();
    assert_eq!((note.part, in_full(&note.exact)), (Some(Part::Iit), "84.995".into()));
    assert_eq!(rate(&table, &parts, &Score::whole(90)).unwrap().level.name.th, "ผ่านดี");
}

#[test]
fn earlier_years_go_by_the_total_alone() {
    let table = table(2562);
    for (hundredths, grade) in [
        (9_500, "AA"),
        (9_499, "A"),
        (8_500, "A"),
        (8_499, "B"),
        (7_500, "B"),
        (7_499, "C"),
        (6_500, "C"),
        (5_500, "D"),
        (5_000, "E"),
        (4_999, "F"),
        (0, "F"),
    ] {
        let total = Score::from_hundredths(hundredths);
        // One bad part changes nothing.
        let level = rate(&table, &[(Part::Iit, Score::whole(0)), (Part::Oit, Score::whole(100))], &total).unwrap();
        assert_eq!(level.level.name.th, grade, "{hundredths}");
    }
}

#[test]
fn a_part_without_answers_has_no_score_and_counts_nothing_and_both_are_said() {
    let year = year([Some(declared(None)), Some(declared(Some(10_000))), Some(declared(Some(10_000)))]);
    assert_eq!(year.lines[0].stands(), Stands::NoAnswers);
    let total = year.total().unwrap();
    assert_eq!((total.exact.shown(2), total.cap.shown(2)), ("70.00".into(), "70.00".into()));
    let [said] = cap_in_words(&total, Language::Thai).try_into().unwrap();
    assert_eq!(plain(&said), "IIT ไม่มีคะแนน เพราะไม่มีคำตอบ ซึ่งไม่ใช่คะแนน 0 แต่เกณฑ์ทางการนับเป็น 0 เมื่อ IIT เป็น 0 คะแนนรวมไม่เกิน 70.00");
    // A declared 0 is a score.
    let zero = of([0, 9_000, 9_000]).total().unwrap();
    assert_eq!((zero.without_answers, zero.exact.shown(2)), (Vec::new(), "63.00".into()));
}

#[test]
fn without_a_part_there_is_no_total() {
    assert_eq!(year([None, Some(declared(Some(9_000))), None]).total(), Err(NoTotal::Unknown(vec![Part::Iit, Part::Oit])));
    assert_eq!(year([None, None, None]).total(), Err(NoTotal::Unknown(Part::ALL.to_vec())));
}

#[test]
fn a_round_of_ours_goes_in_unrounded_and_its_low_indicators_are_flagged() {
    let ours = Some(Given::Ours(Box::new(of_five(1, [9_711, 9_008, 9_104, 8_499, 9_181], None))));
    let year = year([ours, Some(declared(Some(9_000))), Some(declared(Some(9_000)))]);
    let total = year.total().unwrap();
    assert_eq!((in_full(&total.parts[0].1), in_full(&total.exact)), ("91.006".into(), "90.3018".into()));
    let flagged: Vec<_> = year.flagged().into_iter().map(|(part, name, score)| (part, name.th, score.shown(2))).collect();
    assert_eq!(flagged, [(Part::Iit, "การใช้ทรัพย์สินของราชการ".to_owned(), "84.99".to_owned())]);
}

#[test]
fn a_score_that_does_without_an_indicator_is_no_part_of_a_total() {
    let mut round = of_five(1, [9_711, 9_008, 9_104, 8_499, 9_181], None);
    let figures = &mut round.released.figures;
    figures.parts[3].figure = Figure::TooFew;
    figures.overall = Figure::mean(figures.parts.iter().map(|part| &part.figure));
    let declared = || Some(declared(Some(9_000)));
    let year = year([Some(Given::Ours(Box::new(round))), declared(), declared()]);
    assert_eq!(year.lines[0].stands(), Stands::Partly(Score::from_hundredths(9_251)), "better without the worst");
    assert_eq!(year.total(), Err(NoTotal::Unknown(vec![Part::Iit])));
}

#[test]
fn a_total_goes_by_the_weights_of_its_year() {
    let scores = || [8_000, 9_000, 10_000].map(|hundredths| Some(declared(Some(hundredths))));
    let with = |iit, eit, oit| RatingTable { weights: Weights { iit, eit, oit }, ..table(2566) };
    for (weights, total, about) in [
        ((30, 30, 40), "91.00", "0.30 × 80.00 + 0.30 × 90.00 + 0.40 × 100.00"),
        ((50, 25, 25), "87.50", "0.50 × 80.00 + 0.25 × 90.00 + 0.25 × 100.00"),
        // What counts nothing is no part.
        ((60, 40, 0), "84.00", "0.60 × 80.00 + 0.40 × 90.00"),
        ((0, 0, 100), "100.00", "1.00 × 100.00"),
    ] {
        let table = with(weights.0, weights.1, weights.2);
        let found = by(table.clone(), scores()).total().unwrap();
        assert_eq!((found.exact.shown(2), found.cap.shown(2)), (total.to_owned(), "100.00".to_owned()), "{weights:?}");
        let said = plain(&about_total(&found, table.weights, Language::English));
        assert!(said.starts_with(&format!("{about},")), "{said}");
    }
    // Nor is it waited for, nor does it decide the level.
    let table = with(60, 40, 0);
    let total = by(table.clone(), [Some(declared(Some(9_600))), Some(declared(Some(9_600))), None]).total().unwrap();
    assert_eq!(rate(&table, &total.parts, &total.exact).unwrap().level.name.th, "ผ่านดีเยี่ยม");
    // Without an answer, what the others can give follows too.
    let total = by(with(50, 25, 25), [Some(declared(None)), Some(declared(Some(9_000))), Some(declared(Some(9_000)))]);
    assert_eq!(total.total().unwrap().cap.shown(2), "50.00");
}

#[test]
fn where_nobody_has_written_a_table_there_is_no_total_and_nothing_is_flagged() {
    let ours = Given::Ours(Box::new(of_five(1, [9_711, 9_008, 9_104, 1_000, 9_181], None)));
    let given = vec![(Part::Oit, declared(Some(9_000))), (Part::Iit, ours), (Part::Eit, declared(Some(9_000)))];
    let year = Year::new(FiscalYear::new(2590).unwrap(), None, given);
    assert_eq!(year.total(), Err(NoTotal::NoTable));
    assert!(year.flagged().is_empty());
    // What was entered is there.
    assert_eq!(year.lines.iter().map(|line| line.part).collect::<Vec<_>>(), Part::ALL);
    assert_eq!(year.lines[2].stands(), Stands::Known(Score::whole(90)));
}

#[test]
fn what_is_flagged_follows_the_floor_of_the_year() {
    let flagged = |floor: Option<&str>| {
        let ours = Some(Given::Ours(Box::new(of_five(1, [9_711, 9_008, 9_104, 8_499, 9_181], None))));
        let table = RatingTable { floor: floor.map(|floor| floor.parse().unwrap()), ..table(2566) };
        by(table, [ours, None, None]).flagged().into_iter().map(|(_, _, score)| score.shown(2)).collect::<Vec<_>>()
    };
    assert_eq!(flagged(Some("85")), ["84.99"]);
    assert_eq!(flagged(Some("84.99")), Vec::<String>::new());
    assert_eq!(flagged(Some("90.09")), ["90.08", "84.99"]);
    assert_eq!(flagged(None), Vec::<String>::new());
}

#[test]
fn a_declared_score_is_held_against_its_indicators() {
    let indicators = [9_711, 9_008, 9_104, 8_799, 9_181].map(|hundredths| Indicator { label: String::new(), hundredths });
    let given = |hundredths| {
        Some(Given::Declared(Declared {
            hundredths: Some(hundredths), source: "รายงาน".into(), indicators: indicators.to_vec()
        }))
    };
    let verdict = |hundredths| year([given(hundredths), None, None]).lines[0].checked().unwrap().1.verdict.unwrap();
    assert_eq!(verdict(9_161), crate::results::check::Verdict::Same);
    assert!(matches!(verdict(9_251), crate::results::check::Verdict::Differs { why, .. }
        if why == [crate::results::check::Explanation::LeftOut(vec![3])]));
}
