//! What is found, held against rounds made up for it.

use proptest::{collection::vec, prelude::*};

use super::*;
use crate::{
    instruments::{Assessment, Code, Polarity},
    language::{Language, plain},
    results::{
        Round, Target,
        figure::Score,
        figures::Share,
        invented::{instrument, of_five, round},
    },
};

const FINANCE: [i64; 5] = [9_711, 9_008, 9_104, 8_799, 9_181];

fn thai(round: &Round, finding: &Finding) -> String {
    plain(&in_words(finding, &round.released.paper, Language::Thai))
}

fn english(round: &Round, finding: &Finding) -> String {
    plain(&in_words(finding, &round.released.paper, Language::English))
}

fn all_in_thai(round: &Round, earlier: &[Round]) -> Vec<String> {
    findings(round, earlier).iter().map(|finding| thai(round, finding)).collect()
}

#[track_caller]
fn says(sentences: &[String], wanted: &str) {
    assert!(sentences.iter().any(|sentence| sentence == wanted), "{wanted}\n{sentences:#?}");
}

#[test]
fn a_finance_division_hears_what_its_five_indicators_say() {
    let round = of_five(1, FINANCE, Some(9_250));
    let said = all_in_thai(&round, &[]);
    says(&said, "คะแนนรวม 91.61 ต่ำกว่าเป้าหมาย 92.50 อยู่ 0.89");
    says(&said, "1 ใน 5 ตัวชี้วัดถึงเป้าหมาย 92.50 ห่างที่สุดคือ “การใช้ทรัพย์สินของราชการ” ต่ำกว่าเป้า 4.51");
    says(&said, "ตัวชี้วัดที่สูงสุดคือ “การปฏิบัติหน้าที่” 97.11 ต่ำสุดคือ “การใช้ทรัพย์สินของราชการ” 87.99");
    says(&said, "ข้อที่คะแนนต่ำสุดคือข้อ 4 “เรื่องที่ 4” ได้ 87.99");
    says(&said, "ต่ำกว่าเป้าหมาย 92.50 4 ข้อ เรียงจากห่างที่สุด: ข้อ 4 (4.51) ข้อ 2 (2.42) ข้อ 3 (1.46) และ ข้อ 5 (0.69)");
    says(&said, "1 คนเปลี่ยนคำตอบ คะแนนรายข้อขยับได้มากสุด 2.17");
    says(&said, "ตอบ 46 จาก 50 คน ถึงจำนวนขั้นต่ำ 10 คน");
}

#[test]
fn a_heading_names_the_worst_or_says_that_there_is_none() {
    let heading = |hundredths, target| {
        let round = of_five(1, hundredths, target);
        [Language::Thai, Language::English].map(|language| plain(&heading_of_indicators(&round, language)))
    };
    for (hundredths, target, thai, english) in [
        (
            FINANCE,
            Some(9_000),
            "4 ใน 5 ตัวชี้วัดถึงเป้าหมาย เหลือ “การใช้ทรัพย์สินของราชการ”",
            "4 of 5 indicators meet the target, all but “Part 4”",
        ),
        (
            FINANCE,
            Some(9_250),
            "1 ใน 5 ตัวชี้วัดถึงเป้าหมาย ห่างที่สุดคือ “การใช้ทรัพย์สินของราชการ”",
            "1 of 5 indicators meet the target; furthest is “Part 4”",
        ),
        (FINANCE, Some(8_799), "ตัวชี้วัดทั้ง 5 ตัวถึงเป้าหมาย", "All 5 indicators meet the target"),
        (
            FINANCE,
            Some(9_900),
            "ยังไม่มีตัวชี้วัดใดถึงเป้าหมาย ห่างที่สุดคือ “การใช้ทรัพย์สินของราชการ”",
            "No indicator meets the target yet; furthest is “Part 4”",
        ),
        (
            [9_000, 8_000, 9_000, 8_000, 9_000],
            Some(8_500),
            "3 ใน 5 ตัวชี้วัดถึงเป้าหมาย เหลือ “การใช้งบประมาณ” และ “การใช้ทรัพย์สินของราชการ”",
            "3 of 5 indicators meet the target, all but “Part 2” and “Part 4”",
        ),
        (
            FINANCE,
            None,
            "สูงสุดคือ “การปฏิบัติหน้าที่” 97.11 ต่ำสุดคือ “การใช้ทรัพย์สินของราชการ” 87.99",
            "Highest: “Part 1” 97.11; lowest: “Part 4” 87.99",
        ),
    ] {
        assert_eq!(heading(hundredths, target), [thai, english]);
    }
    let empty = round(1, instrument(&[("งาน", &[Polarity::Straight])], 4), &[]);
    assert_eq!(plain(&heading_of_indicators(&empty, Language::Thai)), "ยังไม่มีคำตอบ จึงยังไม่มีคะแนน");
    assert_eq!(plain(&heading_of_units(&empty, Language::Thai)), "ไม่มีหน่วยงานที่แสดงแยกได้ แสดงได้เฉพาะภาพรวม");
}

#[test]
fn indicators_are_pointed_out_below_the_floor_of_the_year_if_it_has_one() {
    let said = |floor: Option<i64>| {
        let mut round = of_five(1, FINANCE, None);
        round.released.paper.instrument.assessment = Some(Assessment::Iit);
        round.occasion.floor = floor.map(Score::from_hundredths);
        findings(&round, &[])
            .iter()
            .find(|it| matches!(it, Finding::UnderFloor { .. }))
            .map(|found| [thai(&round, found), english(&round, found)])
    };
    assert_eq!(said(Some(8_799)), None);
    assert_eq!(said(None), None);
    let [thai, english] = said(Some(8_850)).unwrap();
    assert!(thai.contains("88.50") && thai.contains("87.99"), "{thai}");
    assert_eq!(english, "Indicators below 88.50: “Part 4” 87.99");
}

#[test]
fn nobody_is_told_a_score_where_nobody_or_fewer_than_k_answered() {
    for people in [0, 4] {
        let round = round(1, instrument(&[("งาน", &[Polarity::Straight])], 4), &vec![vec![4]; people]);
        let found = findings(&round, &[]);
        assert_eq!(found, [Finding::NoAnswers { k: 5 }]);
        assert!(thai(&round, &found[0]).contains("ไม่มีผู้ตอบ หรือมีไม่ถึง 5 คน"));
    }
}

/// Eleven people; two of them at the wrong end of a reversed question, as in the paper of an office.
fn eleven() -> Round {
    let people: Vec<Vec<u16>> = (0..11).map(|at| vec![if at % 2 == 0 { 4 } else { 3 }, if at < 2 { 4 } else { 1 }]).collect();
    round(1, instrument(&[("งาน", &[Polarity::Straight, Polarity::Reversed])], 4), &people)
}

#[test]
fn a_reversed_question_that_two_of_eleven_read_otherwise_is_pointed_out_and_never_altered() {
    let round = eleven();
    let found = findings(&round, &[]);
    let split = found.iter().find(|it| matches!(it, Finding::Split { .. })).unwrap();
    let sentence = thai(&round, split);
    assert!(sentence.contains("ข้อ 2 “เรื่องที่ 2” ได้ 81.82") && sentence.contains("9 จาก 11 คน"), "{sentence}");
    assert!(sentence.contains("เป็นได้ทั้งมีผู้พบเหตุจริง และมีผู้อ่านกลับด้าน ระบบไม่แก้คะแนน (ถ้ากลับด้าน 2 คำตอบนี้ จะได้ 100.00)"), "{sentence}");
    assert!(english(&round, split).contains("with these 2 answers turned around it would be 100.00"));
    // Two people are fewer than k: how contrary they were is not told.
    let contrary = found.iter().find(|it| matches!(it, Finding::Contrary { .. })).unwrap();
    assert!(matches!(contrary, Finding::Contrary { share: Share::Few, turned: None, .. }));
    assert!(thai(&round, contrary).starts_with("ไม่มีใคร หรือมีไม่ถึง 5 คน"), "{}", thai(&round, contrary));
    assert_eq!(plain(&heading_of_spread(&round, &Code::from("p1"), Language::Thai)), "ข้อ 2 คะแนนต่ำสุด และคำตอบแยกเป็นสองขั้ว");
}

#[test]
fn answers_are_split_only_by_the_four_bounds_together() {
    let is_split = |best: usize, between: usize, worst: usize| {
        let levels = [vec![1_u16; best], vec![2; between], vec![4; worst]].concat();
        let people: Vec<Vec<u16>> = levels.into_iter().map(|level| vec![3, level]).collect();
        let round = round(1, instrument(&[("งาน", &[Polarity::Straight, Polarity::Reversed])], 4), &people);
        findings(&round, &[]).iter().any(|it| matches!(it, Finding::Split { .. }))
    };
    for (best, between, worst, wanted) in [
        (92, 0, 8, true),
        (93, 0, 7, false),
        (60, 14, 26, true),
        (60, 15, 25, false),
        (59, 1, 40, false),
        (8, 0, 2, true),
        (7, 0, 2, false),
    ] {
        assert_eq!(is_split(best, between, worst), wanted, "{best} {between} {worst}");
    }
}

#[test]
fn a_change_that_one_person_could_have_made_is_not_called_a_change() {
    let (before, now) = (of_five(1, FINANCE, None), of_five(2, [9_811, 9_008, 9_104, 8_299, 9_181], None));
    let said = all_in_thai(&now, &[before.clone(), now.clone()]);
    says(
        &said,
        "เทียบกับรอบ 1/2569 คะแนนรวม 91.61 เป็น 90.81 (−0.80) รายตัวชี้วัด: “การปฏิบัติหน้าที่” +1.00 “การใช้งบประมาณ” 0.00 \
         “การใช้อำนาจ” 0.00 “การใช้ทรัพย์สินของราชการ” −5.00 และ “การแก้ไขปัญหาการทุจริต” 0.00",
    );
    says(
        &said,
        "เทียบกับรอบ 1/2569 คะแนนรวม และ ตัวชี้วัด “การปฏิบัติหน้าที่” เปลี่ยนน้อยกว่าน้ำหนักของ 1 คน (2.17) คนเดียวก็ทำให้ต่างได้ \
         จึงยังไม่ควรสรุปว่าดีขึ้นหรือลดลง",
    );
    // 2.17 is not said to be less than 2.17, though the weight is 2.173….
    let moved = of_five(2, [9_711 + 217, 9_008, 9_104, 8_799, 9_181], None);
    let small = findings(&moved, std::slice::from_ref(&before)).into_iter().find_map(|it| match it {
        Finding::SmallChange { parts, .. } => Some(parts),
        _ => None,
    });
    assert_eq!(small, Some(Vec::new()), "but the total has changed by less");
    // A later round is no earlier one.
    assert!(!findings(&before, &[before.clone(), now]).iter().any(|it| matches!(it, Finding::Changed { .. })));
}

#[test]
fn another_scale_or_another_wording_is_warned_of() {
    let before = of_five(1, FINANCE, None);
    let mut now = of_five(2, FINANCE, None);
    now.released.paper.instrument.scales[0].levels.push(crate::instruments::Text::new("อีกระดับ", "Another"));
    let warned = |now: &Round| {
        findings(now, std::slice::from_ref(&before)).into_iter().find(|it| matches!(it, Finding::AskedOtherwise { .. }))
    };
    assert!(thai(&now, &warned(&now).unwrap()).contains("มาตรวัดหรือทิศของข้อ 1 ข้อ 2 ข้อ 3 ข้อ 4 และ ข้อ 5เปลี่ยน"));
    let mut now = of_five(2, FINANCE, None);
    now.released.paper.instrument.parts[1].items[0].text.th = "ถามอีกอย่าง".into();
    assert_eq!(thai(&now, &warned(&now).unwrap()), "เทียบกับรอบ 1/2569 ต้องระวัง เพราะข้อความของข้อ 2เปลี่ยน");
    assert_eq!(warned(&of_five(2, FINANCE, None)), None);
}

#[test]
fn rounds_are_told_by_where_they_are_going() {
    let heading = |totals: &[i64], targets: &[i64]| {
        let rounds: Vec<Round> =
            (1..).zip(totals.iter().zip(targets)).map(|(at, (total, target))| of_five(at, [*total; 5], Some(*target))).collect();
        plain(&heading_of_rounds(&rounds.iter().collect::<Vec<_>>(), Language::Thai))
    };
    assert_eq!(heading(&[8_800, 9_120, 9_300], &[8_500, 9_250, 9_250]), "คะแนนรวมขึ้นต่อเนื่อง 3 รอบ เป้าหมายขยับจาก 85.00 เป็น 92.50");
    assert_eq!(heading(&[9_300, 9_120, 8_800], &[8_500; 3]), "คะแนนรวมลดต่อเนื่อง 3 รอบ");
    assert_eq!(heading(&[9_300, 9_120, 9_200], &[8_500; 3]), "คะแนนรวมเปลี่ยน +0.80 จากรอบ 2/2569 เป็น 92.00");
    assert_eq!(heading(&[9_120, 9_120], &[8_500; 2]), "คะแนนรวมเท่ากับรอบ 1/2569 คือ 91.20");
    assert_eq!(heading(&[9_120], &[8_500]), "มีคะแนนรอบเดียว เริ่มเทียบได้เมื่อมีรอบต่อไป");
}

fn scores(finding: &Finding) -> Vec<Score> {
    let of = |rows: &[Standing]| rows.iter().filter_map(|row| row.figure.exact().cloned()).collect::<Vec<_>>();
    match finding {
        Finding::Overall { figure, .. } => figure.exact().cloned().into_iter().collect(),
        Finding::Extremes { highest, lowest } => [of(highest), of(lowest)].concat(),
        Finding::LowestItem { items, subs } => [of(items), of(subs)].concat(),
        Finding::UnderFloor { parts, .. } => of(parts),
        Finding::ItemsUnder { items, .. } => items.iter().filter_map(|gap| gap.figure.exact().cloned()).collect(),
        Finding::Split { score, .. } => vec![score.clone()],
        _ => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_finding_holds_a_score_that_was_not_let_out(
        people in vec(vec(0_u16..=4, 6), 0..40), earlier in vec(vec(0_u16..=4, 6), 0..40), target in 0_i64..=100,
    ) {
        use Polarity::{Reversed, Straight};
        let asked = || instrument(&[("งาน", &[Straight, Reversed, Straight]), ("เงิน", &[Straight, Reversed, Straight])], 4);
        let before = round(1, asked(), &earlier);
        let mut round = round(2, asked(), &people);
        round.occasion.target = Some(Target { score: Score::whole(target), is_to_be_passed: false });
        let figures = &round.released.figures;
        let shown = [&figures.overall].into_iter().chain(figures.parts.iter().map(|part| &part.figure));
        let shown = shown.chain(figures.items().filter_map(|item| item.figure.as_ref()));
        let published: Vec<Score> = shown.filter_map(|figure| figure.exact().cloned()).collect();
        for finding in findings(&round, std::slice::from_ref(&before)) {
            for score in scores(&finding) {
                prop_assert!(published.contains(&score), "{finding:?}");
            }
            match &finding {
                Finding::ItemsUnder { items, .. } => prop_assert!(items.windows(2).all(|two| two[0].gap >= two[1].gap)),
                Finding::Split { score, turned, .. } | Finding::Contrary { turned: Some((score, turned)), .. } => {
                    prop_assert!(turned >= score && *turned <= Score::whole(100));
                }
                Finding::Reached { met, of, furthest, .. } => prop_assert!(met <= of && (met == of) == furthest.is_empty()),
                _ => {}
            }
            for sentence in [thai(&round, &finding), english(&round, &finding)] {
                prop_assert!(!sentence.is_empty() && !sentence.contains("{}"), "{sentence}");
            }
        }
        for language in Language::ALL {
            prop_assert!(!heading_of_indicators(&round, language).is_empty());
            prop_assert!(!heading_of_units(&round, language).is_empty());
            prop_assert!(!heading_of_spread(&round, &Code::from("p1"), language).is_empty());
        }
    }
}
