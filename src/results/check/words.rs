//! The sentences of this room.

use super::{Check, Explanation, Outcome, Rule, Verdict};
use crate::{
    language::{Language, fill, th},
    results::figure::Score,
};

pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub nothing_kept: &'static str,
    pub rule: &'static str,
    pub mean: &'static str,
    pub mean_meaning: &'static str,
    pub total: &'static str,
    pub total_meaning: &'static str,
    pub no_weights: &'static str,
    pub year: &'static str,
    pub year_hint: &'static str,
    pub lines: &'static str,
    pub lines_hint: &'static str,
    pub label: &'static str,
    pub figure: &'static str,
    pub line: fn(usize) -> String,
    pub reported: &'static str,
    pub reported_hint: &'static str,
    pub target: &'static str,
    pub is_to_be_passed: &'static str,
    pub is_to_be_passed_meaning: &'static str,
    pub check: &'static str,
    pub choose_one: &'static str,
    pub label_wrong: &'static str,
    pub figure_wrong: fn(u8) -> String,
    pub two_lines: &'static str,
    pub three_lines: &'static str,
    pub result: &'static str,
    pub recomputed: &'static str,
    pub was_reported: &'static str,
    pub difference: &'static str,
    pub went_in: &'static str,
    pub weight: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

/// What was found, one sentence for each.
pub fn outcome_in_words(check: &Check, outcome: &Outcome, language: Language) -> Vec<String> {
    let mut said = Vec::new();
    let exact = outcome.exact.shown(2);
    let reported = check.reported.as_ref().map(super::Reported::shown).unwrap_or_default();
    match (&outcome.verdict, language) {
        (None, _) => {}
        (Some(Verdict::Same), Language::Thai) => said.push(fill(th!("ตรงกัน: ค่าที่รายงาน {} ตรงกับที่คำนวณจากค่าข้างล่าง"), &[&reported])),
        (Some(Verdict::Same), Language::English) => {
            said.push(fill("They agree: {} as reported is what the figures below give", &[&reported]));
        }
        (Some(Verdict::Differs { by, why }), _) => {
            said.push(match language {
                Language::Thai => {
                    fill(th!("ไม่ตรงกัน: รายงานว่า {} แต่คำนวณได้ {} ต่างกัน {}"), &[&reported, &exact, &by.shown_signed(2)])
                }
                Language::English => fill(
                    "They differ: {} was reported, the figures give {}, a difference of {}",
                    &[&reported, &exact, &by.shown_signed(2)],
                ),
            });
            said.extend(why.iter().map(|why| explanation(check, why, &reported, language)));
            if why.is_empty() {
                said.push(match language {
                    Language::Thai => th!("ยังไม่พบเหตุที่อธิบายความต่างได้ ตรวจตัวเลขที่ใช้คำนวณกับเอกสารต้นทาง").to_owned(),
                    Language::English => {
                        "No usual reason explains it. Compare the figures with the paper they come from".to_owned()
                    }
                });
            }
        }
    }
    said.extend(target(outcome, &exact, &reported, language));
    said
}

fn target(outcome: &Outcome, exact: &str, reported: &str, language: Language) -> Option<String> {
    let verdict = outcome.target.as_ref()?;
    let wanted = verdict.target.score.shown(2);
    let is_misread = verdict.reported.is_some_and(|reported| reported != verdict.recomputed);
    Some(match (language, verdict.recomputed, is_misread) {
        (Language::Thai, false, true) => fill(th!("{} ไม่ผ่านเป้าหมาย {} แม้ค่าที่รายงาน {} จะผ่าน"), &[&exact, &wanted, &reported]),
        (Language::Thai, true, true) => fill(th!("{} ผ่านเป้าหมาย {} แม้ค่าที่รายงาน {} จะไม่ผ่าน"), &[&exact, &wanted, &reported]),
        (Language::Thai, true, false) => fill(th!("{} ผ่านเป้าหมาย {}"), &[&exact, &wanted]),
        (Language::Thai, false, false) => fill(th!("{} ไม่ผ่านเป้าหมาย {}"), &[&exact, &wanted]),
        (Language::English, false, true) => {
            fill("{} misses the target of {}, though {} as reported would meet it", &[&exact, &wanted, &reported])
        }
        (Language::English, true, true) => {
            fill("{} meets the target of {}, though {} as reported would not", &[&exact, &wanted, &reported])
        }
        (Language::English, true, false) => fill("{} meets the target of {}", &[&exact, &wanted]),
        (Language::English, false, false) => fill("{} misses the target of {}", &[&exact, &wanted]),
    })
}

fn explanation(check: &Check, why: &Explanation, reported: &str, language: Language) -> String {
    let say = words(language);
    let name = |at: usize| {
        let line = check.lines.get(at);
        let label = line.map(|line| line.label.clone()).filter(|label| !label.is_empty()).unwrap_or_else(|| (say.line)(at + 1));
        let figure = line.map_or_else(String::new, |line| line.score.shown(2));
        (label, figure)
    };
    match (why, language) {
        (Explanation::LeftOut(left_out), _) => without(check, left_out, reported, language, &name),
        (Explanation::CutOff, Language::Thai) => fill(th!("{} คือค่าเดียวกันที่ตัดเศษทิ้ง แทนการปัดครึ่งขึ้น"), &[&reported]),
        (Explanation::CutOff, Language::English) => {
            fill("{} is the same figure cut off instead of rounded half up", &[&reported])
        }
        (Explanation::RoundedFirst { decimals }, Language::Thai) => {
            fill(th!("{} ได้จากการปัดแต่ละค่าเหลือทศนิยม {} ตำแหน่งก่อน แล้วจึงคำนวณ"), &[&reported, decimals])
        }
        (Explanation::RoundedFirst { decimals }, Language::English) => {
            fill("{} is what comes of rounding each figure to {} decimals first", &[&reported, decimals])
        }
        (Explanation::Unweighted, Language::Thai) => fill(th!("{} คือค่าเฉลี่ยที่ไม่ได้ถ่วงน้ำ~หนัก"), &[&reported]),
        (Explanation::Unweighted, Language::English) => fill("{} is the mean without weights", &[&reported]),
        (Explanation::WeightsSwapped(weights), _) => {
            let each = weights.iter().enumerate().map(|(at, weight)| format!("{} {weight}", name(at).0));
            let each = each.collect::<Vec<_>>().join(" · ");
            match language {
                Language::Thai => fill(th!("{} ได้จากการใช้น้ำ~หนักสลับกัน ({})"), &[&reported, &each]),
                Language::English => fill("{} is what swapped weights give ({})", &[&reported, &each]),
            }
        }
        (Explanation::DigitsOfResult, Language::Thai) => fill(th!("{} คือผลที่คำนวณได้ที่เขียนตัวเลขสลับตำแหน่ง"), &[&reported]),
        (Explanation::DigitsOfResult, Language::English) => {
            fill("{} is the recomputed figure with two digits in each other's place", &[&reported])
        }
        (Explanation::DigitsOfLine { at, meant }, _) => {
            let (label, figure) = name(*at);
            let meant: &Score = meant;
            match language {
                Language::Thai => {
                    fill(th!("ถ้า{}เป็น {} แทน {} (ตัวเลขสลับตำแหน่ง) จะได้ {}"), &[&label, &meant.shown(2), &figure, &reported])
                }
                Language::English => fill(
                    "If {} were {} instead of {} (digits swapped), the result would be {}",
                    &[&label, &meant.shown(2), &figure, &reported],
                ),
            }
        }
    }
}

fn without(
    check: &Check,
    left_out: &[usize],
    reported: &str,
    language: Language,
    name: &impl Fn(usize) -> (String, String),
) -> String {
    let rest = check.lines.len() - left_out.len();
    let names = left_out.iter().map(|at| {
        let (label, figure) = name(*at);
        format!("{label} {figure}")
    });
    let names = names.collect::<Vec<_>>().join(", ");
    let is_end = |is_beyond: fn(&Score, &Score) -> bool| {
        let [at] = left_out else { return false };
        let Some(one) = check.lines.get(*at) else { return false };
        check.lines.iter().enumerate().all(|(other, line)| other == *at || is_beyond(&one.score, &line.score))
    };
    match language {
        Language::Thai if is_end(|one, other| one < other) => {
            fill(th!("{} คือค่าเฉลี่ยของ {} ตัวที่ไม่รวมตัวต่ำสุด ({})"), &[&reported, &rest, &names])
        }
        Language::Thai if is_end(|one, other| one > other) => {
            fill(th!("{} คือค่าเฉลี่ยของ {} ตัวที่ไม่รวมตัวสูงสุด ({})"), &[&reported, &rest, &names])
        }
        Language::Thai => fill(th!("{} คือค่าเฉลี่ยของ {} ตัวที่ไม่รวม {}"), &[&reported, &rest, &names]),
        Language::English if is_end(|one, other| one < other) => {
            fill("{} is the mean of the {} without the lowest ({})", &[&reported, &rest, &names])
        }
        Language::English if is_end(|one, other| one > other) => {
            fill("{} is the mean of the {} without the highest ({})", &[&reported, &rest, &names])
        }
        Language::English => fill("{} is the mean of the {} without {}", &[&reported, &rest, &names]),
    }
}

/// How the result was worked out.
pub fn rule_in_words(rule: &Rule, lines: usize, language: Language) -> String {
    match (rule, language) {
        (Rule::Mean, Language::Thai) => fill(th!("ค่าเฉลี่ยของ {} ค่า ทุกค่ามีน้ำ~หนักเท่ากัน"), &[&lines]),
        (Rule::Mean, Language::English) => fill("The mean of {} figures, each counting the same", &[&lines]),
        (Rule::Weighted(_), Language::Thai) => th!("ผลรวมถ่วงน้ำ~หนัก").to_owned(),
        (Rule::Weighted(_), Language::English) => "A weighted total".to_owned(),
    }
}

static THAI: Words = Words {
    title: th!("ตรวจคะแนนที่รายงาน"),
    lead: th!("ใส่ค่าที่ใช้คำนวณและค่าที่รายงานไว้ในเอกสาร ระบบจะคำนวณใหม่ บอกว่าตรงกันหรือไม่ และบอกเหตุเท่าที่หาได้"),
    nothing_kept: th!("หน้านี้ไม่เก็บสิ่งที่ท่านใส่"),
    rule: th!("ค่าที่รายงานคำนวณอย่างไร"),
    mean: th!("ค่าเฉลี่ย"),
    mean_meaning: th!("เช่น คะแนน IIT จากตัวชี้วัด ทุกค่ามีน้ำ~หนักเท่ากัน"),
    total: th!("คะแนนรวม ITA"),
    total_meaning: th!("สามค่า เรียงเป็น IIT EIT OIT ถ่วงน้ำ~หนักตามปีที่เลือก"),
    no_weights: th!("ยังไม่มีเกณฑ์ของปีใด จึงยังไม่ทราบน้ำ~หนัก เพิ่มได้ที่หน้าเกณฑ์วัดผล"),
    year: th!("น้ำ~หนักของปีงบประมาณ"),
    year_hint: th!("ใช้กับคะแนนรวม ITA เท่านั้น"),
    lines: th!("ค่าที่ใช้คำนวณ"),
    lines_hint: th!("ใส่ได้ไม่เกิน 12 บรรทัด บรรทัดที่ว่างไม่นับ ใช้เลขไทยได้"),
    label: th!("ชื่อ"),
    figure: th!("คะแนน"),
    line: |line| fill(th!("บรรทัดที่_{}"), &[&line]),
    reported: th!("ค่าที่รายงาน"),
    reported_hint: th!("ใส่ตามที่เขียนในเอกสาร เช่น 92.51"),
    target: th!("เป้าหมาย"),
    is_to_be_passed: th!("ต้องมากกว่าเป้าหมาย"),
    is_to_be_passed_meaning: th!("ถ้าไม่เลือก เท่ากับเป้าหมายก็ผ่าน"),
    check: th!("คำนวณใหม่"),
    choose_one: th!("เลือกหนึ่งข้อ"),
    label_wrong: th!("ชื่อยาวเกิน 200 ตัวอักษร"),
    figure_wrong: |decimals| fill(th!("ใส่คะแนนตั้งแต่ 0 ถึง 100 ทศนิยมไม่เกิน {} ตำแหน่ง"), &[&decimals]),
    two_lines: th!("ใส่อย่างน้อยสองค่า"),
    three_lines: th!("คะแนนรวม ITA ต้องมีสามค่า คือ IIT EIT OIT"),
    result: th!("ผลการตรวจ"),
    recomputed: th!("คำนวณได้"),
    was_reported: th!("รายงานไว้"),
    difference: th!("ต่างกัน"),
    went_in: th!("ค่าที่ใช้คำนวณ"),
    weight: th!("น้ำ~หนัก"),
};

static ENGLISH: Words = Words {
    title: "Check a reported figure",
    lead: "Enter the figures that went in and the one that was reported. We work it out again, say whether the two agree, and say why not as far as we can tell.",
    nothing_kept: "Nothing you enter here is kept.",
    rule: "How the reported figure is worked out",
    mean: "Mean",
    mean_meaning: "Such as IIT from its indicators; every figure counts the same",
    total: "ITA total",
    total_meaning: "Three figures in this order: IIT, EIT, OIT, with the weights of the year chosen below",
    no_weights: "There is no rating table for any year yet, so the weights are not known. Add one on the page of yardsticks",
    year: "Weights of fiscal year",
    year_hint: "For an ITA total only",
    lines: "Figures that went in",
    lines_hint: "Up to 12 lines; empty lines do not count. Thai digits are fine",
    label: "Name",
    figure: "Score",
    line: |line| fill("Line {}", &[&line]),
    reported: "Reported figure",
    reported_hint: "As it is written in the paper, such as 92.51",
    target: "Target",
    is_to_be_passed: "Has to be more than the target",
    is_to_be_passed_meaning: "Otherwise reaching the target is enough",
    check: "Work it out again",
    choose_one: "Choose one",
    label_wrong: "The name has more than 200 characters",
    figure_wrong: |decimals| fill("Enter a score from 0 to 100 with at most {} decimals", &[&decimals]),
    two_lines: "Enter at least two figures",
    three_lines: "An ITA total needs three figures: IIT, EIT, OIT",
    result: "What we found",
    recomputed: "Worked out",
    was_reported: "Reported",
    difference: "Difference",
    went_in: "Figures that went in",
    weight: "Weight",
};
