//! The sentences before the first question: who asks, for how long, where answers go; and why one cannot begin.

use crate::{
    language::{Language, fill, th},
    papers::Release,
};

pub struct Words {
    /// For titles: whoever previews a link learns nothing from it.
    pub title: &'static str,
    pub asks_staff: &'static str,
    pub asks_anyone: &'static str,
    pub length: fn(questions: usize, minutes: usize) -> String,
    pub until: &'static str,
    pub extended: fn(before: &str, after: &str) -> String,
    pub yours_alone: &'static str,
    /// Of a code that was drawn from a box.
    pub nobodys: &'static str,
    pub nobodys_reminders: [&'static str; 2],
    pub nobodys_once: &'static str,
    pub nobodys_stored_link: &'static str,

    pub where_answers_go: &'static str,
    /// The first words are marked.
    pub apart: [&'static str; 2],
    pub totals: &'static str,
    pub totals_k: fn(k: u32) -> String,
    pub sealed: &'static str,
    pub sealed_rule: fn(release: Release, k: u32) -> String,
    pub reminders: [&'static str; 2],
    pub limit: &'static str,
    pub limit_text: &'static str,
    pub limit_no_text: &'static str,
    pub more: &'static str,

    pub start: &'static str,
    pub not_recorded: &'static str,
    pub own_device: &'static str,
    pub own_device_meaning: &'static str,
    pub weaker: &'static str,
    pub weaker_refused: &'static str,
    pub needs_script: &'static str,
    pub to_start: &'static str,
    pub checkable: &'static str,
    pub paper_hash: &'static str,
    pub fingerprint: &'static str,
    pub checkable_meaning: &'static str,

    pub stored_link: &'static str,
    pub stop_link: &'static str,

    pub not_open_title: &'static str,
    pub not_open: fn(moment: &str) -> String,
    pub closed_title: &'static str,
    pub closed: fn(moment: &str) -> String,
    pub results: &'static str,
    pub preparing_title: &'static str,
    pub preparing: &'static str,
    pub again: &'static str,
    pub already_title: &'static str,
    pub already: &'static str,
    pub not_you: fn(contact: &str) -> String,
    pub replaceable: fn(moment: &str) -> String,
    pub replace: &'static str,
    pub unknown_title: &'static str,
    pub unknown: &'static str,
    pub type_again: &'static str,
    pub replaced_title: &'static str,
    pub replaced: fn(contact: &str) -> String,

    pub replace_title: &'static str,
    pub replace_lead: &'static str,
    pub receipt: &'static str,
    pub receipt_hint: &'static str,
    pub receipt_missing: &'static str,
    pub receipt_unknown: &'static str,
    pub receipt_released: &'static str,

    pub stop_title: &'static str,
    pub stop_lead: &'static str,
    pub stop_nobodys: &'static str,
    pub stop: &'static str,
    pub stopped: &'static str,
    pub stop_undo: &'static str,
    pub stop_undone: &'static str,
    pub back_to_start: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    title: th!("ขอความเห็นของท่าน"),
    asks_staff: th!("ขอความเห็นของท่านเรื่องการทำงานในหน่วยงาน"),
    asks_anyone: th!("ขอความเห็นของท่าน"),
    length: |questions, minutes| fill(th!("มี {}_ข้อ ใช้เวลาประมาณ {}_นาที"), &[&questions, &minutes]),
    until: th!("ตอบได้ถึง"),
    extended: |before, after| fill(th!("ขยายเวลาจาก {} เป็น {}"), &[&before, &after]),
    yours_alone: th!("ลิงก์นี้เป็นของท่านคนเดียว โปรดอย่าส่งต่อ"),
    nobodys: th!("รหัสนี้ไม่ผูกกับชื่อ ระบบไม่รู้แม้กระทั่งว่าใครตอบแล้ว"),
    nobodys_reminders: [th!("ไม่มีใครถูกเตือน"), th!("ท่านจับสลิปเอง จึงไม่มีใครรู้ว่ารหัสใดอยู่กับใคร และไม่มีการส่งคำเตือน")],
    nobodys_once: th!("สลิปหนึ่งใบใช้ส่งคำตอบได้หนึ่งชุด โปรดอย่าให้ผู้อื่นใช้"),
    nobodys_stored_link: th!("ดูข้อมูลที่เก็บไว้ของรหัสนี้"),

    where_answers_go: th!("คำตอบของท่านจะไปไหน"),
    apart: [th!("เก็บแยกจากชื่อ"), th!("เมื่อกดส่ง ระบบบันทึกว่าลิงก์นี้ใช้ส่งแล้ว และเก็บคำตอบไว้อีกที่ โดยไม่มีรหัสโยงถึงกัน")],
    totals: th!("ดูได้เฉพาะผลรวม"),
    totals_k: |k| fill(th!("กลุ่มที่มีผู้ตอบไม่ถึง {}_คน จะไม่แสดงผล"), &[&k]),
    sealed: th!("ผนึกไว้ก่อนถึงเวลา"),
    sealed_rule: |release, k| match release {
        Release::AtClose => th!("ระบบเปิดคำตอบทุกชุดพร้อมกันหลังปิดรับ และสลับลำดับก่อนเก็บ").to_owned(),
        Release::InBlocks => fill(th!("ระบบเปิดคำตอบครั้งละ {}_ชุด เมื่อกลุ่มมีครบ {}_ชุด และสลับลำดับก่อนเก็บ"), &[&k, &k.saturating_mul(2)]),
    },
    reminders: [th!("ฝ่ายบุคคลไม่เห็นรายชื่อและไม่เห็นคำตอบ"), th!("ถ้ามีคำเตือน ระบบเป็นผู้ส่งเองถึงผู้ที่ยังไม่ส่ง")],
    limit: th!("สิ่งที่ระบบกันไม่ได้"),
    limit_text: th!("ถ้าท่านพิมพ์ชื่อหรือเรื่องเฉพาะตัวในช่องความเห็น คนอ่านอาจเดาได้ว่าเป็นท่าน"),
    limit_no_text: th!("ผู้ดูแลเครื่องบริการแก้โปรแกรมได้ และผู้ที่ดูแลเครื่องของท่านอาจเห็นหน้าจอ"),
    more: th!("อ่านทั้งหมดว่าเก็บอะไรและใครเห็น"),

    start: th!("เริ่มตอบ"),
    not_recorded: th!("ไม่มีการบันทึกว่าท่านเปิดลิงก์นี้ จนกว่าจะกดส่งคำตอบ"),
    own_device: th!("เครื่องนี้เป็นของฉันคนเดียว"),
    own_device_meaning: th!("เก็บร่างคำตอบไว้ในเครื่องนี้จนส่งเสร็จ ถ้าไม่เลือก ร่างจะหายเมื่อปิดหน้านี้"),
    weaker: th!(
        "เบราว์เซอร์นี้ผนึกคำตอบเองไม่ได้ เครื่องบริการจะทำแทนในหน่วยความจำแล้วไม่เก็บไว้ คำมั่นจึงอ่อนกว่า คือแยกโดยเครื่องบริการ ไม่ใช่แยกก่อนออกจากเครื่องของท่าน ถ้าต้องการคำมั่นเต็ม โปรดเปิดลิงก์นี้ในเบราว์เซอร์รุ่นใหม่ที่เปิด JavaScript และใช้ที่อยู่ที่ขึ้นต้นด้วย https"
    ),
    weaker_refused: th!("แบบสำรวจนี้รับเฉพาะคำตอบที่ผนึกในเบราว์เซอร์ โปรดเปิดลิงก์นี้ในเบราว์เซอร์รุ่นใหม่ที่เปิด JavaScript และใช้ที่อยู่ที่ขึ้นต้นด้วย https"),
    needs_script: th!("หน้านี้ต้องใช้ JavaScript"),
    to_start: th!("กลับไปหน้าแรกของแบบสำรวจ แล้วตอบทีละหน้า"),
    checkable: th!("สำหรับผู้ที่ต้องการตรวจสอบ"),
    paper_hash: th!("ค่าแฮชของแบบสำรวจ"),
    fingerprint: th!("ลายนิ้วมือของกุญแจกลุ่มท่าน"),
    checkable_meaning: th!("ค่าสองค่านี้ต้องตรงกับในจดหมายและในหน้าสาธารณะของแบบสำรวจ"),

    stored_link: th!("ดูข้อมูลที่เก็บไว้เกี่ยวกับท่าน"),
    stop_link: th!("ไม่ต้องการคำเตือน"),

    not_open_title: th!("ยังไม่เปิดรับคำตอบ"),
    not_open: |moment| fill(th!("จะเปิดรับ {} ใช้ลิงก์เดิมนี้ได้"), &[&moment]),
    closed_title: th!("ปิดรับคำตอบแล้ว"),
    closed: |moment| fill(th!("แบบสำรวจนี้ปิดรับแล้วเมื่อ {}"), &[&moment]),
    results: th!("ดูรายละเอียดและผลได้ที่หน้าของแบบสำรวจ"),
    preparing_title: th!("กำลังเตรียมแบบสำรวจ"),
    preparing: th!("แบบสำรวจเพิ่งเปิดรับ ระบบกำลังเตรียมกุญแจ โปรดลองใหม่ในอีกไม่กี่วินาที"),
    again: th!("ลองใหม่"),
    already_title: th!("ส่งด้วยลิงก์นี้แล้ว"),
    already: th!("มีการใช้ลิงก์นี้ส่งคำตอบแล้ว ท่านไม่ต้องทำอะไรอีก"),
    not_you: |contact| {
        if contact.is_empty() {
            th!("ถ้าท่านไม่ได้เป็นผู้ส่ง โปรดติดต่อหน่วยงานที่ส่งลิงก์ให้ท่าน").to_owned()
        } else {
            fill(th!("ถ้าท่านไม่ได้เป็นผู้ส่ง โปรดติดต่อ{}"), &[&contact])
        }
    },
    replaceable: |moment| fill(th!("ถ้าต้องการเปลี่ยนคำตอบ ใช้รหัสใบรับส่งใหม่แทนได้ถึง {} จากเครื่องใดก็ได้"), &[&moment]),
    replace: th!("ส่งใหม่แทนด้วยรหัสใบรับ"),
    unknown_title: th!("ไม่พบรหัสนี้"),
    unknown: th!(
        "ตรวจเลข 16 หลักอีกครั้ง พิมพ์เลขไทยหรือเว้นวรรคได้ ถ้ามาจากอีเมล โปรดกดลิงก์ในอีเมลโดยตรง หรือคัดลอกใหม่ทั้งบรรทัด รหัสของการสำรวจที่จบไปนานแล้วจะถูกลบตามเวลาที่หน่วยงานกำหนด"
    ),
    type_again: th!("พิมพ์รหัสอีกครั้ง"),
    replaced_title: th!("ลิงก์นี้ใช้ไม่ได้แล้ว"),
    replaced: |contact| {
        let first = th!("มีการออกลิงก์ใหม่ให้ท่าน โปรดดูอีเมลฉบับล่าสุดหรือสลิปใบล่าสุด");
        if contact.is_empty() {
            first.to_owned()
        } else {
            format!("{first} {}", fill(th!("หรือติดต่อ{}"), &[&contact]))
        }
    },

    replace_title: th!("ส่งใหม่แทนคำตอบเดิม"),
    replace_lead: th!("ใส่รหัสใบรับของชุดที่ส่งไปแล้ว แล้วตอบใหม่ทั้งหมด ชุดใหม่จะแทนชุดเดิม เราแสดงคำตอบเดิมไม่ได้ เพราะไม่รู้ว่าชุดไหนเป็นของท่าน"),
    receipt: th!("รหัสใบรับ"),
    receipt_hint: th!("ตัวเลข 24 หลัก พิมพ์เลขไทยหรือเว้นวรรคได้"),
    receipt_missing: th!("ใส่รหัสใบรับให้ครบ 24 หลัก"),
    receipt_unknown: th!("ไม่พบคำตอบของรหัสใบรับนี้ ตรวจตัวเลขอีกครั้ง"),
    receipt_released: th!("คำตอบของรหัสใบรับนี้เปิดรวมแล้ว จึงส่งแทนไม่ได้"),

    stop_title: th!("ไม่ต้องเตือนอีก"),
    stop_lead: th!("กดปุ่มนี้แล้ว ระบบจะไม่ส่งคำเตือนของแบบสำรวจนี้ถึงท่าน ท่านยังตอบได้ด้วยลิงก์เดิม และไม่มีใครเห็นชื่อผู้ที่กดปุ่มนี้"),
    stop_nobodys: th!("รหัสจากสลิปที่จับจากกล่องไม่ผูกกับชื่อ จึงเตือนใครไม่ได้อยู่แล้ว ท่านไม่ต้องทำอะไร"),
    stop: th!("ไม่ต้องเตือนอีก"),
    stopped: th!("ระบบจะไม่ส่งคำเตือนของแบบสำรวจนี้ถึงท่านอีก"),
    stop_undo: th!("รับคำเตือนตามเดิม"),
    stop_undone: th!("ท่านจะได้รับคำเตือนตามเดิม ถ้ายังไม่ได้ส่งคำตอบ"),
    back_to_start: th!("กลับไปหน้าแรกของแบบสำรวจ"),
};

static ENGLISH: Words = Words {
    title: "Your view, please",
    asks_staff: "Tell us how work is going here",
    asks_anyone: "Your view, please",
    length: |questions, minutes| {
        let unit = if questions == 1 { "question" } else { "questions" };
        let time = if minutes == 1 { "minute" } else { "minutes" };
        format!("{questions} {unit}, about {minutes} {time}.")
    },
    until: "Open until",
    extended: |before, after| format!("Extended from {before} to {after}"),
    yours_alone: "This link is yours alone. Please do not forward it.",
    nobodys: "This code is not tied to a name. We do not even know who has answered.",
    nobodys_reminders: [
        "Nobody is reminded.",
        "You drew the slip yourself, so nobody knows who has which code, and no reminders are sent.",
    ],
    nobodys_once: "One slip sends one set of answers. Please let nobody else use it.",
    nobodys_stored_link: "See what is stored about this code",

    where_answers_go: "Where your answers go",
    apart: [
        "Stored apart from your name.",
        "When you send, we note that this link was used, and store the answers elsewhere with nothing linking the two.",
    ],
    totals: "Only totals are shown.",
    totals_k: |k| format!("Groups with fewer than {k} answers are hidden."),
    sealed: "Sealed until it is time.",
    sealed_rule: |release, k| match release {
        Release::AtClose => "All answers are opened together after the close, and shuffled before they are kept.".to_owned(),
        Release::InBlocks => format!(
            "Answers are opened {k} at a time, once a group has {}, and shuffled before they are kept.",
            k.saturating_mul(2)
        ),
    },
    reminders: [
        "HR sees neither names nor answers.",
        "If there are reminders, the system itself sends them to those who have not sent.",
    ],
    limit: "What we cannot prevent:",
    limit_text: "names or personal details you type in a comment may let readers guess it is you.",
    limit_no_text: "whoever runs the server could change the program, and whoever runs your device may see the screen.",
    more: "Read everything about what is kept and who sees it",

    start: "Start",
    not_recorded: "Opening this link is not recorded until you send.",
    own_device: "This device is mine alone",
    own_device_meaning: "Keeps your draft on this device until it is sent. Otherwise the draft goes when you close this page.",
    weaker: "This browser cannot seal answers by itself. The server does it instead, in memory, and does not keep what it saw. That is a weaker promise: separated by the server, not before leaving your device. For the full promise, open this link in a current browser with JavaScript on, at an address that begins with https.",
    weaker_refused: "This survey takes only answers that are sealed in the browser. Please open this link in a current browser with JavaScript on, at an address that begins with https.",
    needs_script: "This page needs JavaScript.",
    to_start: "Go to the first page of the survey and answer page by page",
    checkable: "For those who want to check",
    paper_hash: "Hash of the survey",
    fingerprint: "Fingerprint of the key of your group",
    checkable_meaning: "Both must be the same in your letter and on the public page of the survey.",

    stored_link: "See what is stored about you",
    stop_link: "No reminders, please",

    not_open_title: "Not open yet",
    not_open: |moment| format!("It opens {moment}. This same link will work."),
    closed_title: "This survey is closed",
    closed: |moment| format!("This survey closed on {moment}."),
    results: "Details and results are on the page of the survey",
    preparing_title: "The survey is being prepared",
    preparing: "It has just opened, and its keys are being made. Please try again in a few seconds.",
    again: "Try again",
    already_title: "This link has been used",
    already: "Answers were already sent with this link. There is nothing more to do.",
    not_you: |contact| {
        if contact.is_empty() {
            "If it was not you, please contact the office that sent you the link.".to_owned()
        } else {
            format!("If it was not you, please contact {contact}.")
        }
    },
    replaceable: |moment| {
        format!("To change your answers, send new ones in their place with your receipt until {moment}, from any device.")
    },
    replace: "Replace with the receipt",
    unknown_title: "We cannot find that code",
    unknown: "Check the 16 digits. Thai digits and spaces are fine. If it came by e-mail, please press the link in the e-mail itself, or copy the whole line again. Codes of surveys that ended long ago are deleted when the department no longer keeps them.",
    type_again: "Type the code again",
    replaced_title: "This link no longer works",
    replaced: |contact| {
        let first = "A newer link was made for you. Please use your latest e-mail or slip";
        if contact.is_empty() { format!("{first}.") } else { format!("{first}, or contact {contact}.") }
    },

    replace_title: "Replace answers that were sent",
    replace_lead: "Enter the receipt of what you sent, then answer everything again. The new answers take the place of the old ones. We cannot show you the old ones, because we do not know which are yours.",
    receipt: "Receipt",
    receipt_hint: "24 digits. Thai digits and spaces are fine.",
    receipt_missing: "Enter all 24 digits of the receipt",
    receipt_unknown: "No answers with this receipt were found. Check the digits.",
    receipt_released: "The answers of this receipt have been opened with others, and can no longer be replaced",

    stop_title: "No more reminders",
    stop_lead: "After you press this button, you get no reminders of this survey. You can still answer with the same link, and nobody sees who pressed it.",
    stop_nobodys: "A code from a slip that was drawn from a box is not tied to a name, so nobody can be reminded anyway. There is nothing to do.",
    stop: "No more reminders",
    stopped: "You will get no more reminders of this survey.",
    stop_undo: "Remind me as before",
    stop_undone: "You will be reminded as before, if you have not sent answers.",
    back_to_start: "Back to the first page of the survey",
};
