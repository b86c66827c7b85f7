//! Questions about whoever answers: facts that single people out, and what would name them.

use super::{Place, Weight, What, finding::Findings};
use crate::instruments::{About, Asks, Instrument, Item};

/// Facts, as the text of a question names them.
const FACTS: [&str; 30] = [
    "เพศ",
    "อายุ",
    "ตำแหน่ง",
    "สังกัด",
    "หน่วยงานของท่านคือ",
    "ท่านทำงานที่หน่วยงาน",
    "ระดับของท่าน",
    "ประเภทบุคลากร",
    "วุฒิ",
    "ระดับการศึกษา",
    "เงินเดือน",
    "รายได้ของท่าน",
    "ศาสนา",
    "สถานภาพ",
    "เชื้อชาติ",
    "your sex",
    "gender",
    "your age",
    "how old",
    "your position",
    "your rank",
    "your unit",
    "your office",
    "staff category",
    "category of staff",
    "your education",
    "years of service",
    "your salary",
    "religion",
    "marital",
];

/// Names somebody wherever it stands in a question for text.
const NAMING: [&str; 24] = [
    "ชื่อของท่าน",
    "ชื่อผู้ตอบ",
    "ชื่อ-สกุล",
    "ชื่อ - สกุล",
    "ชื่อ–สกุล",
    "ชื่อ-นามสกุล",
    "ชื่อและนามสกุล",
    "นามสกุลของท่าน",
    "เบอร์โทร",
    "หมายเลขโทรศัพท์",
    "โทรศัพท์ของท่าน",
    "อีเมลของท่าน",
    "ที่อยู่อีเมล",
    "รหัสพนักงาน",
    "เลขประจำตัว",
    "บัตรประชาชน",
    "your name",
    "full name",
    "phone number",
    "mobile number",
    "e-mail address",
    "email address",
    "employee number",
    "citizen id",
];

/// Names somebody where it is the whole question, and may do so where the question is hardly longer.
const LABELS: [&str; 14] = [
    "ชื่อ",
    "นามสกุล",
    "โทรศัพท์",
    "โทร.",
    "อีเมล",
    "ไลน์ไอดี",
    "name",
    "surname",
    "telephone",
    "phone",
    "e-mail",
    "email",
    "line id",
    "national id",
];
const LABEL_LONGEST: usize = 18;

/// “You need not give your name.”
const NEED_NOT: [&str; 5] = ["ไม่ต้อง", "ห้าม", "อย่า", "without", "not"];

pub fn check(instrument: &Instrument, findings: &mut Findings) {
    for item in instrument.items() {
        let place = Place::Item(item.code.clone());
        match &item.asks {
            Asks::ShortText { .. } | Asks::LongText { .. } => {
                if let Some(word) = label(item) {
                    findings.add(place.clone(), What::AsksWhoAnswers(word));
                } else if let Some(word) = naming(item) {
                    findings.weigh(place.clone(), What::AsksWhoAnswers(word), Weight::Advice);
                }
            }
            Asks::SingleChoice { .. } | Asks::MultipleChoice { .. } | Asks::Number { .. } if item.about.is_none() => {
                let texts = texts(item);
                let found = FACTS.iter().find(|fact| texts.iter().any(|text| text.contains(*fact)));
                if let Some(fact) = found {
                    findings.add(place.clone(), What::LooksPersonal(fact));
                }
            }
            _ => {}
        }
        if let Some(what) = item.about.as_ref().and_then(|about| odd(item, about)) {
            findings.add(place, what);
        }
    }
}

fn texts(item: &Item) -> [String; 2] {
    [item.text.th.to_lowercase(), item.text.en.to_lowercase()]
}

fn naming(item: &Item) -> Option<&'static str> {
    let texts = texts(item);
    let names = |word: &&str| {
        texts
            .iter()
            .any(|text| text.match_indices(*word).any(|(at, _)| !NEED_NOT.iter().any(|not| text.split_at(at).0.contains(not))))
    };
    let labels =
        |word: &&str| texts.iter().any(|text| text.trim().starts_with(*word) && text.trim().chars().count() <= LABEL_LONGEST);
    NAMING.into_iter().find(names).or_else(|| LABELS.into_iter().find(labels))
}

/// The label that a text is, if it is nothing else: “ชื่อ-สกุลของท่าน:”. Anything longer may ask for a problem's name.
fn label(item: &Item) -> Option<&'static str> {
    let texts = texts(item).map(|text| bare(&text));
    NAMING.into_iter().chain(LABELS).find(|label| texts.contains(&bare(label)))
}

/// Only its letters, and not whose it is.
fn bare(text: &str) -> String {
    let text = text.replace("ของท่าน", "").replace("your ", "");
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// What the privacy check could not count.
fn odd(item: &Item, about: &About) -> Option<What> {
    match (&item.asks, about) {
        (Asks::SingleChoice { choices }, About::Service { from }) => {
            let ascends = from.is_sorted_by(|one, next| one < next);
            (!ascends || from.len() + 1 != choices.len()).then_some(What::ServiceBounds)
        }
        (Asks::Number { .. }, About::Service { from }) => (!from.is_empty()).then_some(What::ServiceBounds),
        (Asks::SingleChoice { .. }, _) | (Asks::Number { .. }, About::Other) => None,
        _ => Some(What::AboutOddKind),
    }
}
