//! Findings in Thai: ท่าน reads figures, so each sentence gives them and says no more than they do.

use super::{Change, Finding, Gap, Names, Standing, names::shown};
use crate::{
    instruments::Code,
    language::{fill, th},
    results::{Target, figures::Share},
};

pub fn sentence(finding: &Finding, names: &Names) -> String {
    match finding {
        Finding::NoAnswers { k } => fill(th!("ไม่มีคะแนน เพราะไม่มีผู้ตอบ หรือมีไม่ถึง {} คน ซึ่งน้อยเกินกว่าจะแสดงผลโดยไม่เปิดเผยตัวตน"), &[k]),
        Finding::TooFew { k } => fill(th!("ผู้ตอบน้อยเกินกว่าจะแสดงผลโดยไม่เปิดเผยตัวตน (ต้องมีอย่างน้อย {} คน)"), &[k]),
        Finding::Overall { figure, target } => overall(figure, target.as_ref()),
        Finding::Reached { target, met, of, furthest } => reached(names, target, (*met, *of), furthest),
        Finding::Extremes { highest, lowest } => extremes(names, highest, lowest),
        Finding::UnderFloor { floor, parts } => {
            fill(th!("ตัวชี้วัดที่ต่ำกว่า {}: {}"), &[&floor.shown(2), &names.parts_with_figures(parts)])
        }
        Finding::LowestItem { items, subs } => lowest_item(names, items, subs),
        Finding::ItemsUnder { target, items } => {
            let head = fill(th!("ต่ำกว่า{} {} ข้อ เรียงจากห่างที่สุด: "), &[&wanted(target), &items.len()]);
            head + &names.items_with_gaps(items)
        }
        Finding::Changed { since, overall, parts } => changed(names, since, overall, parts),
        Finding::AskedOtherwise { since, scale, wording, is_another_set } => {
            asked_otherwise(names, since, scale, wording, *is_another_set)
        }
        Finding::SmallChange { since, weight, overall, parts } => {
            let what = what_changed(names, *overall, parts);
            let sentence = th!("เทียบกับรอบ_{} {}เปลี่ยนน้อยกว่าน้ำ~หนักของ 1 คน ({}) คนเดียวก็ทำให้ต่างได้ จึงยังไม่ควรสรุปว่าดีขึ้นหรือลดลง");
            fill(sentence, &[since, &what, &weight.shown(2)])
        }
        Finding::WeightOfOne { weight } => fill(th!("1 คนเปลี่ยนคำตอบ คะแนนรายข้อขยับได้มากสุด {}"), &[&weight.shown(2)]),
        Finding::Split { item, sub, worst, best, answers, score, turned } => {
            let head = th!("{} ได้ {} คำตอบแยกเป็นสองขั้ว: {} จาก {} คนอยู่ปลายที่ได้คะแนนสูงสุด {} คนอยู่ปลายที่ได้คะแนนต่ำสุด ");
            let tail = th!("หาสาเหตุก่อนสรุป เป็นได้ทั้งมีผู้พบเหตุจริง และมีผู้อ่านกลับด้าน ระบบไม่แก้คะแนน (ถ้ากลับด้าน {} คำตอบนี้ จะได้ {})");
            let name = names.question(item, sub.as_ref());
            fill(head, &[&name, &score.shown(2), best, answers, worst]) + &fill(tail, &[worst, &turned.shown(2)])
        }
        Finding::Contrary { item, sub, share, k, turned } => {
            let did = th!("เลือกปลายที่ได้คะแนนต่ำสุดของ{} แต่เลือกปลายที่ได้คะแนนสูงสุดทุกข้ออื่นในตัวชี้วัดเดียวกัน");
            let sentence = format!("{}{}", how_many(*share, *k), fill(did, &[&names.question(item, sub.as_ref())]));
            match turned {
                Some((from, to)) => {
                    let tail = th!(" ถ้ากลับด้านคำตอบเหล่านี้ คะแนนจะเป็น {} แทน {} ระบบไม่แก้คะแนน");
                    sentence + &fill(tail, &[&to.shown(2), &from.shown(2)])
                }
                None => sentence,
            }
        }
        Finding::Straight { share, of, k } => {
            fill(th!("ใน {} คนที่ตอบหลายข้อพอจะดูได้ {}เลือกตำแหน่งเดียวกันทุกข้อ ทั้งที่ข้อถามต่างทิศกัน"), &[of, &how_many(*share, *k)])
        }
        Finding::Participation { counted, roll, wanted } => participation(*counted, *roll, *wanted),
        Finding::GroupsTakingPart { groups, hidden } => {
            let each = groups.iter().map(|(strata, counted)| fill(th!("{} {} คน"), &[&names.group(strata), counted]));
            let head = fill(th!("จำนวนผู้ตอบรายกลุ่ม: {}"), &[&names.list(&each.collect::<Vec<_>>())]);
            let tail = fill(th!(" (อีก {} กลุ่มไม่แสดง)"), &[hidden]);
            if *hidden > 0 { head + &tail } else { head }
        }
    }
}

/// `เป้าหมาย 92.50`
pub fn wanted(target: &Target) -> String {
    let figure = target.score.shown(2);
    if target.is_to_be_passed {
        fill(th!("เป้าหมายมากกว่า {}"), &[&figure])
    } else {
        fill(th!("เป้าหมาย {}"), &[&figure])
    }
}

fn overall(figure: &crate::results::figure::Figure, target: Option<&Target>) -> String {
    let head = fill(th!("คะแนนรวม {}"), &[&shown(figure)]);
    let Some(target) = target else { return head };
    let wanted = wanted(target);
    let tail = match (target.is_met_by(figure), figure.bounds()) {
        (Some(true), _) => fill(th!(" ถึง{}"), &[&wanted]),
        (Some(false), Some((_, most))) => fill(th!(" ต่ำกว่า{} อยู่ {}"), &[&wanted, &target.score.apart_from(most).shown(2)]),
        _ => fill(th!(" แสดงเป็นช่วง จึงบอกไม่ได้ว่าถึง{}หรือไม่"), &[&wanted]),
    };
    head + &tail
}

fn reached(names: &Names, target: &Target, (met, of): (usize, usize), furthest: &[Gap]) -> String {
    let wanted = wanted(target);
    let head = match met {
        0 => fill(th!("ยังไม่มีตัวชี้วัดใดถึง{}"), &[&wanted]),
        met if met == of => return fill(th!("ตัวชี้วัดทั้ง {} ตัวถึง{}"), &[&of, &wanted]),
        met => fill(th!("{} ใน {} ตัวชี้วัดถึง{}"), &[&met, &of, &wanted]),
    };
    match furthest {
        [] => head,
        [one, ..] => {
            let far = names.parts(furthest.iter().map(|gap| &gap.code));
            head + &fill(th!(" ห่างที่สุดคือ {} ต่ำกว่าเป้า {}"), &[&far, &names.gap(one)])
        }
    }
}

fn extremes(names: &Names, highest: &[Standing], lowest: &[Standing]) -> String {
    let one = |rows: &[Standing]| {
        (names.parts(rows.iter().map(|row| &row.code)), rows.first().map_or_else(String::new, |row| shown(&row.figure)))
    };
    let ((high, top), (low, bottom)) = (one(highest), one(lowest));
    match (highest, lowest) {
        ([_, ..], [_, ..]) if highest == lowest => fill(th!("ตัวชี้วัดที่แสดงได้เท่ากันทุกตัวที่ {}"), &[&top]),
        ([_, ..], [_, ..]) => fill(th!("ตัวชี้วัดที่สูงสุดคือ {} {} ต่ำสุดคือ {} {}"), &[&high, &top, &low, &bottom]),
        ([_, ..], []) => fill(th!("ตัวชี้วัดที่สูงสุดคือ {} {}"), &[&high, &top]),
        _ => fill(th!("ตัวชี้วัดที่ต่ำสุดคือ {} {}"), &[&low, &bottom]),
    }
}

fn lowest_item(names: &Names, items: &[Standing], subs: &[Standing]) -> String {
    let figure = items.first().map_or_else(String::new, |item| shown(&item.figure));
    let [item] = items else {
        let codes: Vec<Code> = items.iter().map(|item| item.code.clone()).collect();
        return fill(th!("ข้อที่คะแนนต่ำสุดมี {} ข้อเท่ากันที่ {}: {}"), &[&items.len(), &figure, &names.numbers(&codes)]);
    };
    let head = fill(th!("ข้อที่คะแนนต่ำสุดคือ{} ได้ {}"), &[&names.item(&item.code), &figure]);
    if subs.is_empty() {
        return head;
    }
    let each: Vec<String> =
        subs.iter().map(|sub| format!("{} {}", names.sub(&item.code, &sub.code), shown(&sub.figure))).collect();
    head + &fill(th!(" ข้อย่อย: {}"), &[&names.list(&each)])
}

fn changed(names: &Names, since: &str, overall: &Change, parts: &[(Code, Change)]) -> String {
    let (from, to, by) = (overall.from.shown(2), overall.to.shown(2), overall.by().shown_signed(2));
    let head = fill(th!("เทียบกับรอบ_{} คะแนนรวม {} เป็น {} ({})"), &[&since, &from, &to, &by]);
    if parts.is_empty() {
        return head;
    }
    let each: Vec<String> =
        parts.iter().map(|(code, change)| format!("{} {}", names.part(code), change.by().shown_signed(2))).collect();
    head + &fill(th!(" รายตัวชี้วัด: {}"), &[&names.list(&each)])
}

fn asked_otherwise(names: &Names, since: &str, scale: &[Code], wording: &[Code], is_another_set: bool) -> String {
    let mut why = Vec::new();
    if !scale.is_empty() {
        why.push(fill(th!("มาตรวัดหรือทิศของ{}เปลี่ยน"), &[&names.numbers(scale)]));
    }
    if !wording.is_empty() {
        why.push(fill(th!("ข้อความของ{}เปลี่ยน"), &[&names.numbers(wording)]));
    }
    if is_another_set {
        why.push(th!("ข้อที่ถามไม่ใช่ชุดเดียวกัน").to_owned());
    }
    fill(th!("เทียบกับรอบ_{} ต้องระวัง เพราะ{}"), &[&since, &names.list(&why)])
}

fn what_changed(names: &Names, overall: bool, parts: &[Code]) -> String {
    let mut what = Vec::new();
    if overall {
        what.push(th!("คะแนนรวม").to_owned());
    }
    if !parts.is_empty() {
        what.push(fill(th!("ตัวชี้วัด {} "), &[&names.parts(parts)]));
    }
    names.list(&what)
}

fn how_many(share: Share, k: u32) -> String {
    match share {
        Share::Few => fill(th!("ไม่มีใคร หรือมีไม่ถึง {} คน "), &[&k]),
        Share::Some(people) => fill(th!("มี {} คน "), &[&people]),
        Share::NearlyAll => fill(th!("ทุกคน หรือเกือบทุกคน (ขาดไม่ถึง {} คน) "), &[&k]),
    }
}

fn participation(counted: u32, roll: Option<u32>, wanted: Option<u32>) -> String {
    let head = match roll {
        Some(roll) => fill(th!("ตอบ {} จาก {} คน"), &[&counted, &roll]),
        None => fill(th!("ตอบ {} คน"), &[&counted]),
    };
    let tail = match wanted {
        Some(wanted) if counted >= wanted => fill(th!(" ถึงจำนวนขั้นต่ำ {} คน"), &[&wanted]),
        Some(wanted) => fill(th!(" ยังไม่ถึงจำนวนขั้นต่ำ {} คน ขาด {} คน"), &[&wanted, &(wanted - counted)]),
        None => String::new(),
    };
    head + &tail
}
