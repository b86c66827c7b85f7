//! Figures of real papers, and figures that went wrong in the usual ways.

use super::*;
use crate::{
    language::{Language, plain},
    results::{Target, figure::Score},
};

const FINANCE: [i64; 5] = [9_711, 9_008, 9_104, 8_799, 9_181];

fn check(hundredths: &[i64], rule: Rule, reported: &str, target: Option<i64>) -> Check {
    let lines = hundredths.iter().map(|it| Line { label: String::new(), score: Score::from_hundredths(*it) }).collect();
    let decimals = u8::try_from(reported.split_once('.').map_or(0, |(_, behind)| behind.len())).unwrap();
    let reported = Some(Reported { score: figure(reported, 6).unwrap(), decimals });
    let target = target.map(|target| Target { score: Score::from_hundredths(target), is_to_be_passed: false });
    Check { lines, rule, reported, target }
}

fn why(check: &Check) -> Vec<Explanation> {
    match recompute(check).unwrap().verdict.unwrap() {
        Verdict::Same => panic!("the two agree"),
        Verdict::Differs { why, .. } => why,
    }
}

#[test]
fn the_figure_of_a_finance_division_leaves_its_lowest_indicator_out() {
    let check = check(&FINANCE, Rule::Mean, "92.51", Some(9_250));
    let outcome = recompute(&check).unwrap();
    assert_eq!((outcome.exact.shown(2), outcome.exact.shown(3)), ("91.61".into(), "91.606".into()));
    let said: Vec<String> = outcome_in_words(&check, &outcome, Language::Thai).iter().map(|it| plain(it)).collect();
    assert_eq!(
        said,
        [
            "ไม่ตรงกัน: รายงานว่า 92.51 แต่คำนวณได้ 91.61 ต่างกัน +0.90",
            "92.51 คือค่าเฉลี่ยของ 4 ตัวที่ไม่รวมตัวต่ำสุด (บรรทัดที่ 4 87.99)",
            "91.61 ไม่ผ่านเป้าหมาย 92.50 แม้ค่าที่รายงาน 92.51 จะผ่าน",
        ]
    );
    let said: Vec<String> = outcome_in_words(&check, &outcome, Language::English).iter().map(|it| plain(it)).collect();
    assert_eq!(said[1], "92.51 is the mean of the 4 without the lowest (Line 4 87.99)");
}

#[test]
fn a_figure_agrees_as_far_as_it_is_written() {
    for reported in ["91.61", "91.6", "92", "91.606"] {
        let check = check(&FINANCE, Rule::Mean, reported, None);
        assert_eq!(recompute(&check).unwrap().verdict, Some(Verdict::Same), "{reported}");
    }
    assert_ne!(recompute(&check(&FINANCE, Rule::Mean, "91.60", None)).unwrap().verdict, Some(Verdict::Same));
}

#[test]
fn each_usual_slip_is_known_by_what_it_gives() {
    let total = || Rule::Weighted(vec![30, 30, 40]);
    let parts = [8_000, 9_000, 10_000];
    for (hundredths, rule, reported, wanted) in [
        (&FINANCE[..], Rule::Mean, "91.60", Explanation::CutOff),
        (&FINANCE, Rule::Mean, "96.11", Explanation::DigitsOfResult),
        (&FINANCE, Rule::Mean, "90.53", Explanation::DigitsOfLine { at: 0, meant: Score::from_hundredths(9_171) }),
        (&FINANCE, Rule::Mean, "90.98", Explanation::LeftOut(vec![0, 3])),
        (&[9_049, 9_049, 9_149], Rule::Mean, "90.33", Explanation::RoundedFirst { decimals: 0 }),
        (&parts, total(), "90.00", Explanation::Unweighted),
        (&parts, total(), "89.00", Explanation::WeightsSwapped(vec![40, 30, 30])),
    ] {
        let found = why(&check(hundredths, rule, reported, None));
        assert!(found.contains(&wanted), "{reported}: {found:?}");
    }
    // What nothing explains is not explained.
    assert_eq!(why(&check(&FINANCE, Rule::Mean, "12.34", None)), []);
}

#[test]
fn a_total_weighs_its_parts_and_nothing_comes_of_nothing() {
    let total = check(&[8_499, 8_500, 8_500], Rule::Weighted(vec![30, 30, 40]), "85.00", None);
    let outcome = recompute(&total).unwrap();
    assert_eq!((outcome.exact.shown(3), outcome.verdict), ("84.997".into(), Some(Verdict::Same)));
    assert_eq!(recompute(&Check { lines: Vec::new(), ..total.clone() }), None);
    assert_eq!(recompute(&Check { rule: Rule::Mean, lines: Vec::new(), ..total }), None);
}

#[test]
fn the_difference_is_that_of_the_figures_shown() {
    // 91.605 is shown as 91.61.
    let check = check(&[9_160, 9_161], Rule::Mean, "92.51", None);
    let said = outcome_in_words(&check, &recompute(&check).unwrap(), Language::Thai);
    assert_eq!(plain(&said[0]), "ไม่ตรงกัน: รายงานว่า 92.51 แต่คำนวณได้ 91.61 ต่างกัน +0.90");
}
