//! What is kept about those who answer: in plain words, and row by row as the databases hold it.
//!
//! The rows stand here with every column they have; a test holds them against the tables.

use crate::language::{Language, th};

pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub headings: [&'static str; 4],
    /// Data, whether it is kept, who sees it, for how long.
    pub kept: [[&'static str; 4]; 9],
    pub sections: [(&'static str, &'static [&'static str]); 3],
    pub contact_title: &'static str,
    pub contact: fn(contact: &str) -> String,
    pub rows_title: &'static str,
    pub rows_lead: &'static str,
    pub register: &'static str,
    pub urn: &'static str,
    pub example: &'static str,
    pub value: &'static str,
    pub rows: [Row; 7],

    pub stored_title: &'static str,
    pub stored_lead: &'static str,
    pub nothing_else: &'static str,
    pub not_shown: &'static str,
    /// Of a slip that was drawn from a box.
    pub slip_lead: &'static str,
    pub slip_nothing_else: &'static str,
}

/// A table, and one row of it that nobody has.
pub struct Row {
    /// By its name in the database.
    pub table: &'static str,
    pub is_named: bool,
    pub about: &'static str,
    /// Name, example, meaning.
    pub columns: &'static [[&'static str; 3]],
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    title: th!("คำตอบของท่าน: เก็บอะไร ใครเห็น"),
    lead: th!("หน้านี้บอกทุกอย่างที่ระบบเก็บเกี่ยวกับผู้ตอบ และสิ่งที่ระบบกันไม่ได้"),
    headings: [th!("ข้อมูล"), th!("เก็บไหม"), th!("ใครเห็น"), th!("นานเท่าไร")],
    kept: [
        [th!("ชื่อในบัญชีผู้มีสิทธิ"), th!("เก็บ"), th!("ฝ่ายบุคคล"), th!("เท่ากับทะเบียนบุคคล")],
        [th!("ลิงก์ของท่านใช้ส่งแล้วหรือยัง"), th!("เก็บ"), th!("ท่านคนเดียว ระบบใช้เพื่อไม่เตือนซ้ำ"), th!("เท่ากับบัญชีผู้มีสิทธิ")],
        [th!("สลิปที่จับจากกล่องอยู่กับใคร"), th!("ไม่เก็บ รหัสมีเพียงกลุ่ม"), th!("ไม่มีใคร"), th!("ไม่มี")],
        [
            th!("คำตอบ"),
            th!("เก็บแบบผนึก โดยไม่มีชื่อและไม่มีลิงก์"),
            th!("ไม่มีใคร จนถึงเวลาเปิดรวม แล้วเห็นเฉพาะผลรวม"),
            th!("แบบผนึกถึงเวลาเปิดรวม แบบเปิดแล้วเท่ากับผลสำรวจ"),
        ],
        [th!("ข้อความที่พิมพ์"), th!("เก็บแยกจากคำตอบข้ออื่น ไม่มีรหัสโยงถึงกัน"), th!("ผู้ประสานงานและผู้ดูผล เมื่อมีผู้ตอบมากพอ"), th!("เท่ากับผลสำรวจ")],
        [th!("รหัสใบรับ"), th!("ไม่เก็บ"), th!("ท่านคนเดียว"), th!("แสดงครั้งเดียว")],
        [th!("เวลาที่เปิดหรือส่ง"), th!("ไม่เก็บ"), th!("ไม่มี"), th!("ไม่มี")],
        [th!("หมายเลขเครื่องและเบราว์เซอร์"), th!("ไม่เก็บ และไม่ใช้คุกกี้"), th!("ไม่มี"), th!("ไม่มี")],
        [th!("ร่างคำตอบ"), th!("อยู่ในเครื่องของท่านเท่านั้น"), th!("ผู้ที่ใช้เครื่องเดียวกัน"), th!("ถึงเวลาส่งหรือปิดหน้า")],
    ],
    sections: [
        (
            th!("สิ่งที่ระบบกันไม่ได้"),
            &[
                th!(
                    "ผู้ดูแลเครื่องบริการที่แก้โปรแกรมได้ อาจเทียบเวลาของการรับสิทธิกับเวลาของการส่ง หรือส่งโปรแกรมอื่นให้ท่าน เราทำให้ตรวจพบได้ด้วยค่าแฮชและลายนิ้วมือของกุญแจ แต่กันไม่ได้"
                ),
                th!("ถ้าท่านพิมพ์ชื่อหรือเรื่องเฉพาะตัวในช่องความเห็น คนอ่านอาจเดาได้ว่าเป็นท่าน"),
                th!("เครื่องหรือเครือข่ายของหน่วยงานอาจบันทึกสิ่งที่ท่านเปิดหรือพิมพ์ ถ้ากังวล ใช้เครื่องและเครือข่ายของท่านเอง"),
                th!("ถ้าเบราว์เซอร์ไม่มี JavaScript เครื่องบริการจะผนึกคำตอบแทนในหน่วยความจำ คำมั่นจึงอ่อนกว่า"),
            ],
        ),
        (
            th!("กลุ่มเล็กซ่อนอย่างไร"),
            &[
                th!(
                    "ก่อนเปิดรับ หน่วยงานที่มีคนน้อยถูกรวมกับหน่วยงานอื่น กลุ่มที่มีผู้ตอบไม่ถึงจำนวนที่บอกไว้ในหน้าเริ่มจะไม่แสดง และผลที่แสดงลบกันแล้วไม่เหลือกลุ่มที่เล็กกว่านั้น"
                ),
                th!("ข้อความที่พิมพ์แสดงเมื่อมีผู้ตอบอย่างน้อยสองเท่าของจำนวนนั้น"),
            ],
        ),
        (
            th!("ตรวจสอบเองได้"),
            &[th!("หลังปิดรับ ระบบประกาศรายการลายเซ็นของคำตอบทุกชุดที่นับ ท่านหาชุดของตนได้ด้วยรหัสใบรับ และใครก็ตรวจได้ว่าไม่มีชุดใดเกินสิทธิ")],
        ),
    ],
    contact_title: th!("ใครดูแลเครื่องบริการนี้"),
    contact: |contact| {
        if contact.is_empty() {
            th!("หน่วยงานที่ส่งลิงก์ให้ท่าน").to_owned()
        } else {
            contact.to_owned()
        }
    },
    rows_title: th!("แถวข้อมูลตามจริง"),
    rows_lead: th!(
        "นี่คือทุกตารางที่รู้เรื่องของผู้ตอบ พร้อมทุกช่องและตัวอย่างที่สมมติขึ้น ตารางสองฝั่งอยู่คนละฐานข้อมูล และไม่มีช่องใดที่มีค่าร่วมกันระหว่างคนกับคำตอบ"
    ),
    register: th!("ฝั่งที่รู้ว่าเป็นใคร"),
    urn: th!("ฝั่งที่เก็บคำตอบ"),
    example: th!("ตัวอย่าง:"),
    value: th!("ค่าขณะนี้:"),
    rows: [
        Row {
            table: "roll",
            is_named: true,
            about: th!("หนึ่งแถวต่อผู้มีสิทธิหนึ่งคน"),
            columns: &[
                ["survey_id", "3f25…3301", th!("แบบสำรวจ")],
                ["person_id", "0198…3e55", th!("คนในทะเบียนบุคคล")],
                ["stratum_id", "71c4…02aa", th!("กลุ่มที่รายงานผล ซึ่งรวมไว้ก่อนเปิดรับ")],
                ["has_collected", "true", th!("ลิงก์นี้ได้รับสิทธิส่งแล้ว ไม่บอกว่าเมื่อใด")],
                ["blinded", "9b1d…77c0", th!("ค่าแฮชของคำขอที่ปิดตาไว้ ใช้คืนลายเซ็นเดิมเมื่อเครือข่ายขาด โยงไปถึงคำตอบไม่ได้")],
                ["link", "1", th!("ลิงก์ลำดับที่เท่าไรของคนนี้ที่ยังใช้ได้")],
                ["is_left_alone", "false", th!("ขอไม่รับคำเตือน")],
            ],
        },
        Row {
            table: "drawn_slips",
            is_named: true,
            about: th!("เฉพาะรอบที่ตอบด้วยสลิปจับจากกล่อง หนึ่งแถวต่อหนึ่งรหัส ไม่มีช่องที่เก็บชื่อ"),
            columns: &[
                ["hash", "7e30…a9d2", th!("ค่าแฮชของรหัส 16 หลัก อ่านรหัสกลับจากค่านี้ไม่ได้")],
                ["survey_id", "3f25…3301", th!("แบบสำรวจ")],
                ["stratum_id", "71c4…02aa", th!("กลุ่มที่รายงานผล")],
                ["has_collected", "true", th!("รหัสนี้ได้รับสิทธิส่งแล้ว ไม่บอกว่าเมื่อใด")],
                ["blinded", "9b1d…77c0", th!("ค่าแฮชของคำขอที่ปิดตาไว้ โยงไปถึงคำตอบไม่ได้")],
            ],
        },
        Row {
            table: "spent_admissions",
            is_named: true,
            about: th!("เฉพาะรอบที่ใช้ลิงก์เปิด หนึ่งแถวต่อหนึ่งเบราว์เซอร์ ไม่มีชื่อ"),
            columns: &[
                ["nonce", "5ad0…91fe", th!("เลขสุ่มของสิทธิที่ใช้แล้ว")],
                ["survey_id", "3f25…3301", th!("แบบสำรวจ")],
                ["blinded", "c04e…18b2", th!("ค่าแฮชของคำขอที่ปิดตาไว้")],
            ],
        },
        Row {
            table: "sealed_ballots",
            is_named: false,
            about: th!("หนึ่งแถวต่อคำตอบหนึ่งชุดก่อนเปิดรวม ลบเมื่อเปิดแล้ว"),
            columns: &[
                ["message", "e5af…97d8", th!("เลขของชุดคำตอบ คำนวณจากรหัสใบรับในเครื่องของท่าน")],
                ["survey_id", "3f25…3301", th!("แบบสำรวจ")],
                ["stratum_id", "71c4…02aa", th!("กลุ่มที่รายงานผล")],
                ["signature", "4c9a…e016", th!("ลายเซ็นที่บอกว่ามีสิทธิ ผู้เซ็นไม่เคยเห็นเลขนี้")],
                ["sealed", "04b7…55d1", th!("คำตอบที่ผนึกแล้ว เติมให้ยาวเท่ากันเป็นขนาดไม่กี่แบบ")],
                ["digest", "d21f…0c3b", th!("ค่าแฮชของสิ่งที่ผนึก ใช้รู้ว่าเป็นชุดเดิมที่ส่งซ้ำ")],
                ["superseded", "", th!("ค่าแฮชของชุดก่อนที่ถูกแทน")],
                ["replaced", "0", th!("ถูกแทนกี่ครั้ง")],
            ],
        },
        Row {
            table: "opened_ballots",
            is_named: false,
            about: th!("หนึ่งแถวต่อคำตอบหนึ่งชุดที่เปิดแล้ว ไม่มีคำตอบอยู่ด้วย ใช้ประกาศให้ตรวจสอบ"),
            columns: &[
                ["message", "e5af…97d8", th!("เลขของชุดคำตอบ")],
                ["survey_id", "3f25…3301", th!("แบบสำรวจ")],
                ["stratum_id", "71c4…02aa", th!("กลุ่มที่รายงานผล")],
                ["signature", "4c9a…e016", th!("ลายเซ็นที่บอกว่ามีสิทธิ")],
                ["is_spoilt", "false", th!("เปิดแล้วอ่านไม่ได้ จึงไม่นับคำตอบ")],
            ],
        },
        Row {
            table: "answers",
            is_named: false,
            about: th!("หนึ่งแถวต่อคำตอบหนึ่งชุดหลังเปิดรวม สลับลำดับและให้เลขใหม่แล้ว"),
            columns: &[
                ["id", "b8e2…4417", th!("เลขสุ่มใหม่ ไม่มาจากเลขของชุดที่ผนึก")],
                ["survey_id", "3f25…3301", th!("แบบสำรวจ")],
                ["group_id", "aa03…c9d4", th!("กลุ่มที่แสดงผล ซึ่งมีผู้ตอบไม่ต่ำกว่าจำนวนที่บอกไว้")],
                ["compact", "3 1 4 0 2", th!("คำตอบที่เลือกไว้ ไม่มีข้อความที่พิมพ์")],
            ],
        },
        Row {
            table: "texts",
            is_named: false,
            about: th!("หนึ่งแถวต่อข้อความหนึ่งข้อ แยกจากคำตอบอื่นของชุดเดียวกัน"),
            columns: &[
                ["id", "60f7…2d8c", th!("เลขสุ่มใหม่")],
                ["survey_id", "3f25…3301", th!("แบบสำรวจ")],
                ["group_id", "", th!("กลุ่มที่แสดงผล ว่างไว้ถ้าแสดงรวมทั้งหน่วยงาน")],
                ["item", "i30", th!("ข้อที่ถาม")],
                ["text", th!("อยากให้แจ้งขั้นตอนล่วงหน้า"), th!("ข้อความตามที่พิมพ์")],
            ],
        },
    ],
    slip_lead: th!("นี่คือแถวของรหัสนี้ ตามที่อยู่ในฐานข้อมูลขณะนี้ ในแถวไม่มีชื่อ และเห็นได้เฉพาะผู้ที่ถือรหัสนี้"),
    slip_nothing_else: th!("ระบบไม่รู้ว่ารหัสนี้อยู่กับใคร คำตอบอยู่อีกฐานข้อมูลหนึ่ง และเราหาไม่ได้ว่าชุดไหนมาจากรหัสนี้"),
    stored_title: th!("ข้อมูลที่เก็บไว้เกี่ยวกับท่าน"),
    stored_lead: th!("นี่คือแถวของลิงก์นี้ในบัญชีผู้มีสิทธิ ตามที่อยู่ในฐานข้อมูลขณะนี้ เห็นได้เฉพาะผู้ที่มีลิงก์นี้"),
    not_shown: th!("••• คือค่าที่ไม่แสดงที่นี่ เพราะรหัสที่พิมพ์บนสลิปอาจมีผู้อื่นเห็นสำเนา ใครถือรหัสก็ดูไม่ได้ว่าใช้ส่งคำตอบแล้วหรือยัง"),
    nothing_else: th!("นอกจากแถวนี้ ระบบมีเพียงทะเบียนบุคคลของท่านที่ฝ่ายบุคคลดูแล คำตอบอยู่อีกฐานข้อมูลหนึ่ง และเราหาไม่ได้ว่าชุดไหนเป็นของท่าน"),
};

static ENGLISH: Words = Words {
    title: "Your answers: what is kept, who sees it",
    lead: "This page tells everything that is kept about those who answer, and what we cannot prevent.",
    headings: ["Data", "Kept?", "Who sees it", "For how long"],
    kept: [
        ["Your name on the roll of those who may answer", "Yes", "HR", "Until the department's time for keeping is over"],
        [
            "Whether your link was used to send",
            "Yes",
            "You alone; the system uses it so as not to remind you again",
            "As long as the roll",
        ],
        [
            "Your answers",
            "Sealed, without name and without link",
            "Nobody until they are opened together; then totals only",
            "Sealed until then; opened as long as the results",
        ],
        [
            "What you type",
            "Apart from your other answers, with nothing linking them",
            "Coordinators and viewers, once enough people have answered",
            "As long as the results",
        ],
        ["Who has which slip that was drawn from a box", "No, a code has a group only", "Nobody", "Never"],
        ["Your receipt", "No", "You alone", "Shown once"],
        ["When you opened or sent", "No", "Nobody", "Never"],
        ["Your device, browser or address", "No, and no cookie is set", "Nobody", "Never"],
        ["Your draft", "On your device only", "Whoever uses the same device", "Until it is sent, or the page is closed"],
    ],
    sections: [
        (
            "What we cannot prevent",
            &[
                "Whoever runs the server and changes the program could compare the time at which a right was given with the time at which answers came, or send you another program. Hashes and fingerprints of keys make that visible; they do not prevent it.",
                "Names or personal details that you type in a comment may let readers guess it is you.",
                "A device or network of your employer may record what you open or type. If that worries you, use your own.",
                "Where a browser has no JavaScript, the server seals the answers instead, in memory. That is a weaker promise.",
            ],
        ),
        (
            "How small groups are hidden",
            &[
                "Before the opening, small units are put together with others. Groups with fewer answers than the start page says are not shown, and what is shown leaves no smaller group when subtracted.",
                "What was typed is shown once at least twice as many people have answered.",
            ],
        ),
        (
            "What you can check yourself",
            &[
                "After the close, the signatures of all answers that were counted are published. You find yours with the receipt, and anybody can check that there are no more than were entitled.",
            ],
        ),
    ],
    contact_title: "Who runs this server",
    contact: |contact| if contact.is_empty() { "The office that sent you the link.".to_owned() } else { contact.to_owned() },
    rows_title: "The literal rows",
    rows_lead: "These are all tables that know something of those who answer, with every column and an invented example. The two sides are different databases, and no column holds a value that a person and an answer share.",
    register: "The side that knows who",
    urn: "The side that keeps answers",
    example: "Example:",
    value: "Now:",
    rows: [
        Row {
            table: "roll",
            is_named: true,
            about: "One row for each person who may answer",
            columns: &[
                ["survey_id", "3f25…3301", "The survey"],
                ["person_id", "0198…3e55", "The person in the roster"],
                ["stratum_id", "71c4…02aa", "The group that is reported, put together before the opening"],
                ["has_collected", "true", "The link got its right to send; not when"],
                [
                    "blinded",
                    "9b1d…77c0",
                    "A hash of the blinded request, to give the same signature again when a network fails. It leads to no answer",
                ],
                ["link", "1", "Which of the person’s links still counts"],
                ["is_left_alone", "false", "Asked for no reminders"],
            ],
        },
        Row {
            table: "drawn_slips",
            is_named: true,
            about: "Only in rounds answered with slips drawn from a box: one row for each code, with no column for a name",
            columns: &[
                ["hash", "7e30…a9d2", "A hash of the 16 digits, from which they cannot be read"],
                ["survey_id", "3f25…3301", "The survey"],
                ["stratum_id", "71c4…02aa", "The group that is reported"],
                ["has_collected", "true", "The code got its right to send; not when"],
                ["blinded", "9b1d…77c0", "A hash of the blinded request. It leads to no answer"],
            ],
        },
        Row {
            table: "spent_admissions",
            is_named: true,
            about: "Only behind open links: one row for each browser, without a name",
            columns: &[
                ["nonce", "5ad0…91fe", "A random number of the right that was used"],
                ["survey_id", "3f25…3301", "The survey"],
                ["blinded", "c04e…18b2", "A hash of the blinded request"],
            ],
        },
        Row {
            table: "sealed_ballots",
            is_named: false,
            about: "One row for each set of answers before they are opened; deleted then",
            columns: &[
                ["message", "e5af…97d8", "The number of the set, computed from the receipt on your device"],
                ["survey_id", "3f25…3301", "The survey"],
                ["stratum_id", "71c4…02aa", "The group that is reported"],
                ["signature", "4c9a…e016", "Says that it is entitled; whoever signed never saw the number"],
                ["sealed", "04b7…55d1", "The sealed answers, padded to one of a few sizes"],
                ["digest", "d21f…0c3b", "A hash of what is sealed, to know the same set when it is sent again"],
                ["superseded", "", "Hashes of earlier sets it took the place of"],
                ["replaced", "0", "How often it was replaced"],
            ],
        },
        Row {
            table: "opened_ballots",
            is_named: false,
            about: "One row for each set that was opened, without the answers; published for checking",
            columns: &[
                ["message", "e5af…97d8", "The number of the set"],
                ["survey_id", "3f25…3301", "The survey"],
                ["stratum_id", "71c4…02aa", "The group that is reported"],
                ["signature", "4c9a…e016", "Says that it is entitled"],
                ["is_spoilt", "false", "Could not be read when opened, so it was not counted"],
            ],
        },
        Row {
            table: "answers",
            is_named: false,
            about: "One row for each set after the opening, shuffled and numbered anew",
            columns: &[
                ["id", "b8e2…4417", "A new random number, not made from that of the sealed set"],
                ["survey_id", "3f25…3301", "The survey"],
                ["group_id", "aa03…c9d4", "The group that is shown, never smaller than promised"],
                ["compact", "3 1 4 0 2", "What was chosen; nothing that was typed"],
            ],
        },
        Row {
            table: "texts",
            is_named: false,
            about: "One row for each text, apart from the other answers of its set",
            columns: &[
                ["id", "60f7…2d8c", "A new random number"],
                ["survey_id", "3f25…3301", "The survey"],
                ["group_id", "", "The group that is shown; empty where texts are shown for the whole department"],
                ["item", "i30", "The question"],
                ["text", "Please tell us the steps beforehand", "The text as it was typed"],
            ],
        },
    ],
    slip_lead: "This is the row of this code, as the database holds it now. It has no name in it, and only holders of this code can see it.",
    slip_nothing_else: "We do not know who has this code. Answers are in another database, and we cannot find out which came by it.",
    stored_title: "What is stored about you",
    stored_lead: "This is the row of this link on the roll, as the database holds it now. Only holders of this link can see it.",
    not_shown: "••• is not shown here: others may have seen a copy of a code that was printed on a slip. Nobody who holds it can see whether it was used.",
    nothing_else: "Beside this row there is only your entry in the roster, which HR keeps. Answers are in another database, and we cannot find out which are yours.",
};

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::*;

    /// The columns of a table, from the files that are held against the databases.
    fn columns(is_named: bool, table: &str) -> BTreeSet<String> {
        let files: &[&str] = if is_named { &["people/tables.rs", "credentials/issue/tables.rs"] } else { &["urn/tables.rs"] };
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let text: String = files.iter().map(|file| fs::read_to_string(source.join(file)).unwrap()).collect();
        let body = text.split(&format!("    {table} (")).nth(1).unwrap_or_else(|| panic!("no table {table}"));
        let body = body.split_once('{').unwrap().1.split('}').next().unwrap();
        body.lines().filter_map(|line| line.split_once("->")).map(|(name, _)| name.trim().to_owned()).collect()
    }

    #[test]
    fn every_column_that_knows_something_of_somebody_who_answers_is_explained() {
        for language in Language::ALL {
            for row in &words(language).rows {
                let explained: BTreeSet<_> = row.columns.iter().map(|[name, ..]| (*name).to_owned()).collect();
                assert_eq!(explained, columns(row.is_named, row.table), "{}", row.table);
                assert!(row.columns.iter().all(|[_, _, meaning]| !meaning.is_empty()), "{}", row.table);
            }
        }
    }

    #[test]
    fn every_table_of_the_urn_that_holds_more_than_counts_is_explained() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/urn/tables.rs");
        let text = fs::read_to_string(source).unwrap();
        let tables = text.split("table! {").skip(1).filter_map(|rest| rest.trim().split(' ').next());
        // The paper itself, and how many there are of each.
        let counts = ["papers", "strata", "result_groups", "openings_under_way"];
        let explained: BTreeSet<_> = THAI.rows.iter().filter(|row| !row.is_named).map(|row| row.table).collect();
        assert_eq!(tables.filter(|table| !counts.contains(table)).collect::<BTreeSet<_>>(), explained);
    }
}
