//! The sentences from the first question to the receipt, and for every way in which sending can fail.

use crate::language::{Language, fill, th};

pub struct Words {
    pub next: &'static str,
    pub back: &'static str,
    pub other_language: &'static str,
    pub check_later: &'static str,
    pub keeps_here: &'static str,
    pub keeps_nothing: &'static str,
    pub nobody_sees: &'static str,
    pub nobody_sees_facts: [&'static str; 2],
    pub shown_from: fn(k: u32) -> String,
    pub after_sending: &'static str,
    pub server_seals: &'static str,

    pub missing: &'static str,
    pub missing_one: &'static str,
    pub wrong: &'static str,
    pub faults_title: &'static str,

    pub sending_title: &'static str,
    pub sending_lead: &'static str,
    pub signing: &'static str,
    pub sending: &'static str,
    pub waiting: &'static str,
    pub try_now: &'static str,
    pub other_tab: &'static str,
    pub not_sent_title: &'static str,
    pub send_again: &'static str,
    pub back_to_check: &'static str,

    pub sent_title: &'static str,
    pub sent: &'static str,
    pub replaced: &'static str,
    pub receipt: &'static str,
    pub receipt_for: fn(moment: &str) -> String,
    pub receipt_keep: &'static str,
    pub receipt_silent: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub what_happens: &'static str,
    pub no_more_reminders: &'static str,
    pub then_opened: fn(moment: &str) -> String,
    pub then_shown: fn(k: u32) -> String,
    pub close_page: &'static str,
    pub finish: &'static str,

    pub thanks_title: &'static str,
    pub thanks: &'static str,
    pub thanks_open: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

/// Every code of a refusal that a page may have to tell, of the protocol or of the scripts, with its sentence.
pub fn refusal(language: Language) -> [(&'static str, &'static str); 20] {
    match language {
        Language::Thai => THAI_REFUSALS,
        Language::English => ENGLISH_REFUSALS,
    }
}

static THAI: Words = Words {
    next: th!("ถัดไป"),
    back: th!("ย้อนกลับ"),
    other_language: "English",
    check_later: th!("ก่อนส่งจะมีหน้าให้ทวนคำตอบทุกข้อ"),
    keeps_here: th!("ถ้าปิดหน้านี้ก่อนส่ง กลับมาตอบต่อได้จากลิงก์เดิมบนเครื่องนี้ ถ้าเครื่องเก็บร่างไว้"),
    keeps_nothing: th!("คำตอบหน้าก่อนอยู่ในหน้านี้เท่านั้น ถ้าปิดหน้านี้ก่อนส่ง ต้องเริ่มใหม่"),
    nobody_sees: th!("ไม่มีใครเห็นว่าท่านตอบอะไร"),
    nobody_sees_facts: [th!("ระบบรู้เพียงว่าลิงก์นี้ใช้ส่งแล้ว เพื่อไม่ต้องเตือนซ้ำ"), th!("คำตอบเก็บแยกจากชื่อ ไม่มีรหัสที่โยงถึงกัน")],
    shown_from: |k| fill(th!("รายงานแสดงเฉพาะกลุ่มที่มีผู้ตอบ {}_คนขึ้นไป"), &[&k]),
    after_sending: th!("ส่งแล้วจะดูคำตอบเดิมไม่ได้ เพราะระบบไม่รู้ว่าชุดไหนเป็นของท่าน แต่ส่งใหม่แทนได้จนถึงวันปิดรับ ด้วยรหัสใบรับ"),
    server_seals: th!("เบราว์เซอร์นี้ผนึกคำตอบเองไม่ได้ เครื่องบริการจะผนึกให้ในหน่วยความจำ คำมั่นจึงอ่อนกว่า คือแยกโดยเครื่องบริการ"),

    missing: th!("ยังไปต่อไม่ได้ ขาดคำตอบ {}_ข้อ"),
    missing_one: th!("ยังไปต่อไม่ได้ ขาดคำตอบ {}_ข้อ"),
    wrong: th!("ยังไปต่อไม่ได้ มี {}_จุดที่ต้องแก้"),
    faults_title: th!("มีข้อที่ต้องแก้:"),

    sending_title: th!("กำลังส่งคำตอบ"),
    sending_lead: th!("โปรดเปิดหน้านี้ไว้จนเห็นรหัสใบรับ ถ้าเครื่องดับหรือหน้าปิด เปิดลิงก์เดิมบนเครื่องนี้ ระบบจะส่งต่อให้เอง ถ้าเครื่องเก็บร่างไว้"),
    signing: th!("กำลังขอสิทธิส่งคำตอบ ผู้ให้สิทธิไม่เห็นคำตอบ"),
    sending: th!("กำลังส่งคำตอบที่ผนึกแล้ว โดยไม่มีชื่อและไม่มีลิงก์"),
    waiting: th!("ยังติดต่อระบบไม่ได้ คำตอบยังอยู่ในเครื่องนี้ และจะส่งให้เองเมื่อติดต่อได้"),
    try_now: th!("ลองส่งเดี๋ยวนี้"),
    other_tab: th!("กำลังส่งจากอีกหน้าหนึ่งในเครื่องนี้ หน้านี้รออยู่"),
    not_sent_title: th!("ยังส่งไม่ได้"),
    send_again: th!("ลองส่งอีกครั้ง"),
    back_to_check: th!("กลับไปทวนคำตอบ"),

    sent_title: th!("ได้รับคำตอบของท่านแล้ว"),
    sent: th!("ขอบคุณที่ช่วยให้รู้ว่าควรปรับตรงไหน"),
    replaced: th!("คำตอบชุดนี้แทนชุดเดิมแล้ว"),
    receipt: th!("รหัสใบรับของท่าน"),
    receipt_for: |moment| fill(th!("ใช้ส่งคำตอบใหม่แทนชุดนี้ได้ถึง {} จากเครื่องใดก็ได้ และใช้ตรวจหลังปิดรับว่าคำตอบของท่านถูกนับ"), &[&moment]),
    receipt_keep: th!("แสดงครั้งเดียว ทำหายแล้วขอใหม่ไม่ได้ ถ่ายภาพหน้าจอ หรือจดไว้"),
    receipt_silent: th!("รหัสนี้ไม่บอกว่าท่านตอบอะไร จึงใช้พิสูจน์กับใครไม่ได้"),
    copy: th!("คัดลอกรหัส"),
    copied: th!("คัดลอกแล้ว"),
    what_happens: th!("จากนี้จะเกิดอะไรขึ้น"),
    no_more_reminders: th!("ท่านจะไม่ได้รับคำเตือนเรื่องนี้อีก"),
    then_opened: |moment| fill(th!("ปิดรับ {} แล้วรวมผลเป็นภาพรวม"), &[&moment]),
    then_shown: |k| fill(th!("แสดงเฉพาะกลุ่มที่มีผู้ตอบ {}_คนขึ้นไป ที่หน้าของแบบสำรวจ"), &[&k]),
    close_page: th!("ปิดหน้านี้ได้เมื่อจดรหัสแล้ว ถ้าเปิดลิงก์เดิมอีกครั้ง จะเห็นข้อความว่าส่งแล้ว โดยไม่แสดงคำตอบ"),
    finish: th!("จดรหัสแล้ว ปิดรหัส"),

    thanks_title: th!("ขอบคุณที่ให้ความเห็น"),
    thanks: th!("ปิดหน้านี้ได้เลย หน้านี้ไม่มีรหัสและไม่มีคำตอบ"),
    thanks_open: th!("ถ้าเปิดลิงก์เดิมอีกครั้ง จะเห็นว่าลิงก์นั้นใช้ส่งแล้วหรือยัง โดยไม่แสดงคำตอบ"),
};

const THAI_REFUSALS: [(&str, &str); 20] = [
    ("failed", th!("ระบบขัดข้อง คำตอบยังอยู่ครบ โปรดลองส่งอีกครั้งใน 1 นาที")),
    ("busy", th!("ขณะนี้มีผู้ส่งพร้อมกันมาก คำตอบยังอยู่ครบ โปรดลองส่งอีกครั้งในอีกสักครู่")),
    ("nothing_kept", th!("ไม่มีคำตอบที่ค้างส่งในเครื่องนี้")),
    ("already_collected", th!("มีการใช้ลิงก์นี้ส่งคำตอบแล้ว ถ้าต้องการเปลี่ยนคำตอบ ใช้รหัสใบรับส่งใหม่แทนได้จนถึงวันปิดรับ")),
    ("superseded", th!("คำตอบชุดนี้ถูกแทนด้วยชุดที่ใหม่กว่าแล้ว ไม่มีอะไรเปลี่ยนแปลง")),
    ("released", th!("คำตอบของรหัสใบรับนี้เปิดรวมแล้ว จึงส่งแทนไม่ได้")),
    ("no_such_ballot", th!("ไม่พบคำตอบของรหัสใบรับนี้ ตรวจตัวเลขอีกครั้ง")),
    ("closed", th!("แบบสำรวจปิดรับแล้ว คำตอบชุดนี้จึงไม่ถูกส่ง")),
    ("not_open_yet", th!("แบบสำรวจยังไม่เปิดรับคำตอบ")),
    ("no_such_survey", th!("ไม่พบแบบสำรวจนี้ในระบบ")),
    ("no_such_link", th!("ไม่พบลิงก์นี้ หรือสิทธิของเบราว์เซอร์นี้หมดอายุแล้ว โปรดเปิดลิงก์จากอีเมลหรือหน้าแรกของแบบสำรวจอีกครั้ง")),
    ("link_replaced", th!("มีการออกลิงก์ใหม่ให้ท่านแล้ว โปรดใช้ลิงก์ในอีเมลฉบับล่าสุด")),
    ("too_large", th!("คำตอบรวมกันยาวเกินกว่าจะส่งได้ โปรดตัดข้อความให้สั้นลง")),
    ("bad_paper", th!("แบบสำรวจที่ได้รับไม่ตรงกับค่าแฮช จึงหยุดไว้ก่อนส่ง โปรดแจ้งหน่วยงานตามที่อยู่ท้ายหน้านี้")),
    ("bad_signature", th!("ลายเซ็นที่ได้รับไม่ถูกต้อง จึงหยุดไว้ก่อนส่ง โปรดแจ้งหน่วยงานตามที่อยู่ท้ายหน้านี้")),
    ("not_entitled", th!("ระบบไม่รับสิทธิของคำตอบชุดนี้ โปรดแจ้งหน่วยงานตามที่อยู่ท้ายหน้านี้")),
    ("wrong_stratum", th!("กลุ่มของคำตอบชุดนี้ไม่ตรงกับแบบสำรวจ โปรดแจ้งหน่วยงานตามที่อยู่ท้ายหน้านี้")),
    ("wrong_size", th!("ขนาดของคำตอบที่ผนึกแล้วไม่ถูกต้อง โปรดแจ้งหน่วยงานตามที่อยู่ท้ายหน้านี้")),
    ("malformed", th!("ระบบอ่านสิ่งที่ส่งไม่ได้ โปรดแจ้งหน่วยงานตามที่อยู่ท้ายหน้านี้")),
    ("not_a_blinded_message", th!("ระบบไม่รับคำขอสิทธินี้ โปรดแจ้งหน่วยงานตามที่อยู่ท้ายหน้านี้")),
];

static ENGLISH: Words = Words {
    next: "Next",
    back: "Back",
    other_language: "ไทย",
    check_later: "Before sending you can check every answer.",
    keeps_here: "If you close this page, open the same link on this device to continue, if the device has kept the draft.",
    keeps_nothing: "Answers of earlier pages are kept in this page only. If you close it before sending, you have to begin again.",
    nobody_sees: "Nobody sees what you answered",
    nobody_sees_facts: [
        "We only know that this link was used, so that it is not reminded again.",
        "Answers are stored apart from names, with nothing linking the two.",
    ],
    shown_from: |k| format!("Reports show only groups of at least {k} answers."),
    after_sending: "After sending you cannot view your answers, because we do not know which are yours; with the receipt you can replace them until the close.",
    server_seals: "This browser cannot seal answers by itself. The server seals them in memory, which is a weaker promise: separated by the server.",

    missing: "{} answers missing",
    missing_one: "{} answer missing",
    wrong: "Things to correct: {}",
    faults_title: "To correct:",

    sending_title: "Sending your answers",
    sending_lead: "Please keep this page open until you see your receipt. If the device or the page goes away, open the same link on this device: it goes on by itself, if the device has kept the draft.",
    signing: "Asking for the right to send. Whoever grants it does not see your answers.",
    sending: "Sending the sealed answers, without name and without link.",
    waiting: "We cannot reach the service yet. Your answers are still on this device and are sent as soon as it can be reached.",
    try_now: "Try now",
    other_tab: "Another page on this device is sending. This one waits.",
    not_sent_title: "Not sent yet",
    send_again: "Send again",
    back_to_check: "Back to checking",

    sent_title: "We have your answers",
    sent: "Thank you for showing us what to improve.",
    replaced: "These answers have taken the place of the earlier ones.",
    receipt: "Your receipt",
    receipt_for: |moment| {
        format!(
            "With it you can send new answers in the place of these until {moment}, from any device, and check after the close that yours were counted."
        )
    },
    receipt_keep: "It is shown once and cannot be given again. Take a screenshot, or write it down.",
    receipt_silent: "It does not say what you answered, so it proves nothing to anybody.",
    copy: "Copy the receipt",
    copied: "Copied",
    what_happens: "What happens next",
    no_more_reminders: "You will get no more reminders of this.",
    then_opened: |moment| format!("It closes {moment}; then results are put together."),
    then_shown: |k| format!("Only groups of at least {k} answers are shown, on the page of the survey."),
    close_page: "You can close this page once you have written down the receipt. The same link will say that answers were sent, and will not show them.",
    finish: "Written down, hide it",

    thanks_title: "Thank you for your view",
    thanks: "You can close this page. It holds no receipt and no answers.",
    thanks_open: "The same link tells whether it has been used, and shows no answers.",
};

const ENGLISH_REFUSALS: [(&str, &str); 20] = [
    ("failed", "Something failed. Your answers are all still here. Please send again in a minute."),
    ("busy", "Many are sending at this moment. Your answers are all still here. Please send again in a moment."),
    ("nothing_kept", "There are no unsent answers on this device."),
    (
        "already_collected",
        "Answers were already sent with this link. To change them, replace them with the receipt until the close.",
    ),
    ("superseded", "These answers have been replaced by newer ones. Nothing was changed."),
    ("released", "The answers of this receipt have been opened with others, and can no longer be replaced."),
    ("no_such_ballot", "No answers with this receipt were found. Check the digits."),
    ("closed", "The survey is closed, so these answers were not sent."),
    ("not_open_yet", "The survey is not open yet."),
    ("no_such_survey", "We cannot find this survey."),
    (
        "no_such_link",
        "We cannot find this link, or this browser was let in too long ago. Please open the link in your e-mail or the first page of the survey again.",
    ),
    ("link_replaced", "A newer link was made for you. Please use the one in your latest e-mail."),
    ("too_large", "The answers are too long together to be sent. Please shorten what you wrote."),
    (
        "bad_paper",
        "The survey does not fit its hash, so nothing was sent. Please tell the office named at the foot of this page.",
    ),
    ("bad_signature", "The signature does not hold, so nothing was sent. Please tell the office named at the foot of this page."),
    ("not_entitled", "The right to send was not accepted. Please tell the office named at the foot of this page."),
    ("wrong_stratum", "The group does not fit the survey. Please tell the office named at the foot of this page."),
    ("wrong_size", "The sealed answers do not have the right size. Please tell the office named at the foot of this page."),
    ("malformed", "What was sent could not be read. Please tell the office named at the foot of this page."),
    ("not_a_blinded_message", "The request was not accepted. Please tell the office named at the foot of this page."),
];
