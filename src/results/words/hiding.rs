//! How units are hidden, in sentences: what `disclose/groups.rs` does, and the partition of the close before it.

use crate::language::{Language, fill, th};

pub struct Hiding {
    pub heading: &'static str,
    /// By k.
    pub lines: [fn(u32) -> String; 7],
}

pub fn hiding(language: Language) -> &'static Hiding {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Hiding = Hiding {
    heading: th!("ระบบซ่อนหน่วยงานอย่างไร"),
    lines: [
        |k| {
            let sentence =
                th!("หน่วยงานที่มีคนน้อยรวมเป็นกลุ่มเดียวกันตั้งแต่ก่อนเปิดรับ เมื่อปิดรับ กลุ่มที่ผู้ตอบน้อยกว่า {}_คนรวมกับกลุ่มที่เล็กถัดไป จนทุกกลุ่มมีครบ");
            fill(sentence, &[&k])
        },
        |k| {
            let sentence = th!("ข้อที่คนในกลุ่มตอบน้อยกว่า {}_คนไม่นับในคะแนนของกลุ่มนั้น กลุ่มที่มีข้อนับได้ไม่ถึงครึ่งไม่แสดงคะแนน");
            fill(sentence, &[&k])
        },
        |k| {
            let sentence = th!(
                "กลุ่มที่ผู้ตอบน้อยกว่า {}_คนและตอบทุกข้อเหมือนกันเกือบทั้งหมดไม่แสดงคะแนน ถ้าคะแนนอยู่ชิดปลาย แสดงเป็น 95–100 หรือ 0–5 เฉพาะเมื่อยังไม่บอกว่าแต่ละคนตอบอะไร"
            );
            fill(sentence, &[&k.saturating_mul(3)])
        },
        |_| th!("กลุ่มที่ซ่อนหรือแสดงเป็นช่วง มีกลุ่มอื่นซ่อนเพิ่มเท่าที่จำเป็น เพื่อไม่ให้ลบจากภาพรวมได้ การถูกซ่อนเพิ่มไม่ได้แปลว่ากลุ่มนั้นมีปัญหา").to_owned(),
        |_| th!("ถ้าคะแนนรวมของทั้งรอบเป็นช่วงหรือไม่แสดง จะไม่แสดงหน่วยงานใดเลย").to_owned(),
        |_| th!("คะแนนหน่วยงานมีทศนิยมหนึ่งตำแหน่ง และไม่มีรายข้อ การถึงเป้าและระยะห่างเป้าคิดจากตัวเลขนี้").to_owned(),
        |_| th!("หน้าเว็บ ไฟล์ และรายงานใช้กติกาเดียวกัน ผู้ประสานงานก็เห็นเท่านี้").to_owned(),
    ],
};

static ENGLISH: Hiding = Hiding {
    heading: "How units are hidden",
    lines: [
        |k| {
            let sentence = "Small units are joined into one group before the round opens. At the close a group under {} answers is joined to the next smallest, until every group has so many.";
            fill(sentence, &[&k])
        },
        |k| {
            let sentence = "A question that fewer than {} of a group answered does not count in its score. A group in which fewer than half of the questions count shows no score.";
            fill(sentence, &[&k])
        },
        |k| {
            let sentence = "A group under {} answers that answered every question nearly alike shows no score. Where its score is near an end, 95–100 or 0–5 stands, and only if that does not tell what each of them said.";
            fill(sentence, &[&k.saturating_mul(3)])
        },
        |_| {
            let sentence = "With a group that is hidden or shown as a range, as many more are hidden as it takes, so that nobody can subtract from the whole. Being hidden so says nothing about a group.";
            sentence.to_owned()
        },
        |_| "Where the overall score of the round is a range, or is not shown, no unit is shown at all.".to_owned(),
        |_| {
            let sentence = "Scores of units have one decimal, and no questions. Whether one meets the target, and how far it is from it, follows from that figure.";
            sentence.to_owned()
        },
        |_| "Pages, files and reports follow the same rule. Coordinators see no more than this.".to_owned(),
    ],
};
