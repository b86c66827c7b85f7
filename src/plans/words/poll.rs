//! What the round asks by which staff say whether a measure really happened.

use crate::{
    instruments::Text,
    language::{fill, plain, th},
    plans::Asked,
};

const NAME_MOST: usize = 200;

/// Of the round, in both languages; a measure has a text in one.
pub fn name(measure: &str) -> [String; 2] {
    let short = |name: String| -> String {
        let line = plain(&name).split_whitespace().collect::<Vec<_>>().join(" ");
        line.chars().take(NAME_MOST).collect::<String>().trim().to_owned()
    };
    [fill(th!("ยืนยันมาตรการ: {}"), &[&measure]), fill("Was it done: {}", &[&measure])].map(short)
}

fn text(thai: &str, english: &str) -> Text {
    Text::new(plain(thai), english)
}

pub fn title() -> Text {
    text(th!("ยืนยันมาตรการ"), "Was this measure done")
}

pub fn lead(measure: &str) -> Text {
    let thai = fill(th!("มาตรการที่หน่วยงานประกาศไว้คือ “{}” คำตอบของท่านไม่มีชื่อ"), &[&measure]);
    let english = fill("The department announced this measure: “{}”. Your answers carry no name.", &[&measure]);
    text(&thai, &english)
}

pub fn question(asked: Asked) -> (Text, Text) {
    match asked {
        Asked::Happened => {
            (text(th!("มาตรการนี้เกิดขึ้นจริงหรือไม่"), "Has this measure really happened?"), text(th!("เกิดขึ้นจริง"), "really happened"))
        }
        Asked::Helped => {
            (text(th!("มาตรการนี้ช่วยได้มากน้อยเพียงใด"), "How much has this measure helped?"), text(th!("ช่วยได้"), "helped"))
        }
    }
}

pub const fn part(asked: Asked) -> &'static str {
    match asked {
        Asked::Happened => "whether",
        Asked::Helped => "how_much",
    }
}

pub fn part_title(asked: Asked) -> Text {
    match asked {
        Asked::Happened => text(th!("เกิดขึ้นจริง"), "It happened"),
        Asked::Helped => text(th!("ช่วยได้"), "It helped"),
    }
}

/// The least first.
pub fn happened() -> Vec<Text> {
    vec![text(th!("ไม่ได้เกิดขึ้น"), "No"), text(th!("เกิดขึ้นบางส่วน"), "Partly"), text(th!("เกิดขึ้นจริง"), "Yes")]
}

pub fn helped() -> Vec<Text> {
    vec![
        text(th!("น้อยที่สุด"), "Least"),
        text(th!("น้อย"), "Little"),
        text(th!("ปานกลาง"), "Moderate"),
        text(th!("มาก"), "Much"),
        text(th!("มากที่สุด"), "Most"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_measure_still_makes_the_name_of_a_round() {
        let [thai, english] = name(&"ก".repeat(900));
        assert_eq!((thai.chars().count(), english.chars().count()), (200, 200));
        assert_eq!(name("ก\nข")[0], "ยืนยันมาตรการ: ก ข");
    }
}
