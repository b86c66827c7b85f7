//! The sentences of the front pages. They promise only what a test checks.

use crate::language::{Language, fill, th};

pub struct Words {
    pub welcome: &'static str,
    pub lead: fn(&str) -> String,
    pub has_code: &'static str,
    pub code: &'static str,
    pub code_hint: &'static str,
    pub code_wrong: &'static str,
    pub start: &'static str,
    pub nothing_open: &'static str,
    pub nothing_open_lead: &'static str,
    pub open_now: &'static str,
    /// Until when answers are taken.
    pub until: fn(&str) -> String,
    pub clinic: &'static str,
    pub clinic_lead: &'static str,
    pub to_clinic: &'static str,
    pub promise: &'static str,
    /// What is true already today, in a strong beginning and the rest.
    pub facts: [(&'static str, &'static str); 3],
    pub privacy: &'static str,
    pub privacy_sections: [Section; 4],
    pub accessibility: &'static str,
    pub accessibility_sections: [Section; 3],
    pub contact: &'static str,
    pub no_contact: &'static str,
}

pub struct Section {
    pub title: &'static str,
    pub paragraphs: &'static [&'static str],
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    welcome: th!("เคลียร์ใจ รับฟังโดยไม่ต้องรู้ว่าใครพูด"),
    lead: |department| fill(th!("ระบบรับฟังความเห็นภายในของ{}"), &[&department]),
    has_code: th!("มีรหัสจากสลิป"),
    code: th!("รหัส 16 หลัก"),
    code_hint: th!("พิมพ์เลขไทยหรือเว้นวรรคได้"),
    code_wrong: th!("ไม่พบรหัสนี้ ตรวจเลข 16 หลักอีกครั้ง พิมพ์เลขไทยหรือเว้นวรรคได้"),
    start: th!("เริ่มตอบ"),
    nothing_open: th!("ตอนนี้ไม่มีแบบสำรวจเปิดอยู่"),
    nothing_open_lead: th!("เมื่อเปิด ท่านจะได้รับลิงก์ทางอีเมลหรือสลิปกระดาษ ไม่ต้องสมัครและไม่ต้องเข้าสู่ระบบ"),
    open_now: th!("แบบสำรวจที่เปิดอยู่"),
    until: |day| fill(th!("ตอบได้ถึง {}"), &[&day]),
    clinic: th!("คลินิกเคลียร์ใจ"),
    clinic_lead: th!("สงสัยขั้นตอน ติดขัดเรื่องงาน หรือมีเรื่องอยากให้ผู้บริหารรู้ ถามได้โดยไม่ต้องบอกชื่อ"),
    to_clinic: th!("กระดานถาม–ตอบ"),
    promise: th!("ระบบนี้สร้างมาอย่างไร"),
    facts: [
        (th!("สองฐานข้อมูลแยกกัน"), th!("ฐานหนึ่งรู้ว่าใครมีสิทธิ อีกฐานหนึ่งเก็บเนื้อหา ไม่มีข้อมูลของบุคคลใดที่โยงสองฐานถึงกันได้")),
        (th!("ไม่บันทึกการเปิดหน้า"), th!("ผู้ที่ไม่ได้เข้าสู่ระบบเปิดหน้าไหนเมื่อไร ระบบไม่จด")),
        (th!("ไม่มีอะไรจากที่อื่น"), th!("ทุกหน้ามาจากเครื่องของหน่วยงานเอง ไม่มีโฆษณา ไม่มีตัวติดตาม")),
    ],
    privacy: th!("ข้อมูลส่วนบุคคล"),
    privacy_sections: [
        Section {
            title: th!("เก็บอะไรของผู้ที่เข้าสู่ระบบ"),
            paragraphs: &[
                th!("ชื่อ อีเมล หน้าที่ รหัสผ่านในรูปที่อ่านกลับไม่ได้ และชนิดของเครื่องที่เข้าสู่ระบบอยู่ เช่น Chrome บน Android"),
                th!("บันทึกการทำงานจดว่าใครเปลี่ยนอะไรในระบบเมื่อไร เพื่อให้ตรวจสอบได้ ไม่มีเรื่องของผู้ตอบแบบสำรวจอยู่ในนั้น"),
            ],
        },
        Section {
            title: th!("คุกกี้"),
            paragraphs: &[
                th!("หน้าที่มีแบบฟอร์มใช้คุกกี้สุ่มหนึ่งตัวเพื่อกันผู้อื่นส่งแบบฟอร์มแทนท่าน และหายไปเมื่อปิดเบราว์เซอร์"),
                th!("ผู้ที่กดปุ่มในหน้าถามสดมีคุกกี้สุ่มหนึ่งตัวไม่เกินครึ่งวัน เพื่อให้ “ฉันด้วย” นับครั้งเดียว ระบบไม่เก็บเลขนี้ไว้"),
                th!(
                    "ผู้ที่กด “ฉันด้วย” บนกระดานคลินิกมีคุกกี้สุ่มหนึ่งตัวนาน 400 วัน เพื่อให้นับครั้งเดียว ผู้ที่ส่งเรื่องมีคุกกี้ที่ถือรหัสของเรื่องไม่เกินห้านาที เพื่อแสดงรหัสให้ดูครั้งเดียว"
                ),
                th!("ผู้ที่เข้าสู่ระบบมีคุกกี้สำหรับการเข้าสู่ระบบ และคุกกี้จำเครื่องเพื่อไม่ให้คนเดารหัสผ่านทำให้ท่านเข้าไม่ได้ ไม่มีคุกกี้ติดตาม"),
            ],
        },
        Section {
            title: th!("เก็บนานเท่าไร"),
            paragraphs: &[th!("การเข้าสู่ระบบหมดอายุเมื่อไม่ใช้ 2 ชั่วโมง และไม่เกิน 12 ชั่วโมง จดหมายที่ส่งแล้วถูกลบจากระบบทันที")],
        },
        Section {
            title: th!("สิทธิของท่าน"), paragraphs: &[th!("ขอดู แก้ไข หรือให้ปิดบัญชีของท่านได้ที่ผู้ติดต่อท้ายหน้านี้")]
        },
    ],
    accessibility: th!("การเข้าถึงสำหรับทุกคน"),
    accessibility_sections: [
        Section {
            title: th!("ที่ทำไว้แล้ว"),
            paragraphs: &[
                th!("ทุกหน้าใช้แป้นพิมพ์อย่างเดียวได้ อ่านด้วยโปรแกรมอ่านหน้าจอได้ ขยายตัวอักษรได้ และใช้บนโทรศัพท์จอแคบได้โดยไม่ต้องเลื่อนซ้ายขวา"),
                th!("เป้าหมายคือมาตรฐาน WCAG 2.2 ระดับ AA ทั้งภาษาไทยและภาษาอังกฤษ"),
            ],
        },
        Section {
            title: th!("ใช้ได้แม้ไม่มี"), paragraphs: &[th!("ไม่มี JavaScript ไม่มีสี ไม่มีเมาส์ หรืออินเทอร์เน็ตช้า ก็ยังใช้งานได้")]
        },
        Section {
            title: th!("พบปัญหา"), paragraphs: &[th!("บอกผู้ติดต่อท้ายหน้านี้ ว่าเปิดหน้าไหน ใช้เครื่องอะไร และติดตรงไหน")]
        },
    ],
    contact: th!("ติดต่อ"),
    no_contact: th!("หน่วยงานยังไม่ได้ใส่ผู้ติดต่อ ผู้ดูแลระบบใส่ได้ที่หน้าตั้งค่า"),
};

static ENGLISH: Words = Words {
    welcome: "ClearJai: listening without knowing who speaks",
    lead: |department| fill("Internal feedback of {}", &[&department]),
    has_code: "I have a code from a slip",
    code: "Code of 16 digits",
    code_hint: "Thai digits and spaces are fine",
    code_wrong: "We cannot find that code. Check the 16 digits. Thai digits and spaces are fine",
    start: "Start",
    nothing_open: "No survey is open at the moment",
    nothing_open_lead: "When one opens you receive a link by e-mail or a printed slip. There is nothing to join and nothing to sign in to.",
    open_now: "Surveys that are open",
    until: |day| fill("Answers are taken until {}", &[&day]),
    clinic: "ClearJai clinic",
    clinic_lead: "Unsure of a step, stuck, or something managers should know? Ask without your name",
    to_clinic: "Questions and answers",
    promise: "How this service is built",
    facts: [
        (
            "Two separate databases.",
            "One knows who may answer, the other holds what is said. Nothing about any person joins the two.",
        ),
        (
            "Opening a page is not recorded.",
            "Of visitors who are not signed in, the service notes neither which page they open nor when.",
        ),
        ("Nothing from elsewhere.", "Every page comes from the department's own machine. No advertising, no trackers."),
    ],
    privacy: "Personal data",
    privacy_sections: [
        Section {
            title: "What is kept of those who sign in",
            paragraphs: &[
                "Name, e-mail address, roles, the password in a form that cannot be read back, and the kind of device signed in, such as Chrome on Android.",
                "The diary notes who changed what in the service and when, so that it can be checked. Nothing about people who answer surveys is in it.",
            ],
        },
        Section {
            title: "Cookies",
            paragraphs: &[
                "Pages with a form use one random cookie, so that nobody else can send a form in your name. It goes when the browser is closed.",
                "Whoever presses a button on a page of live questions has one random cookie for half a day at most, so that “me too” counts once. We do not keep its number.",
                "Whoever presses “me too” on the board of the clinic has one random cookie for 400 days, so that it counts once. Whoever sends something has a cookie with its code for five minutes at most, so that the code can be shown once.",
                "Those who sign in have a cookie for that, and one that knows the device, so that strangers who guess at passwords cannot keep you out. There are no tracking cookies.",
            ],
        },
        Section {
            title: "For how long",
            paragraphs: &[
                "A sign-in ends after 2 hours without use and after 12 hours at the latest. Letters are deleted here as soon as they are sent.",
            ],
        },
        Section {
            title: "Your rights",
            paragraphs: &["Ask the contact at the foot of this page to see, correct or close your account."],
        },
    ],
    accessibility: "Accessibility",
    accessibility_sections: [
        Section {
            title: "What is done",
            paragraphs: &[
                "Every page works with the keyboard alone and with screen readers, with enlarged text, and on narrow phones without scrolling sideways.",
                "The aim is WCAG 2.2, level AA, in Thai and in English.",
            ],
        },
        Section { title: "It works without", paragraphs: &["JavaScript, colour, a mouse or a fast connection."] },
        Section {
            title: "Something in your way?",
            paragraphs: &[
                "Tell the contact at the foot of this page which page it was, on which device, and where you got stuck.",
            ],
        },
    ],
    contact: "Contact",
    no_contact: "The department has not entered a contact yet. Administrators can, on the settings page.",
};
