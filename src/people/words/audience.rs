//! What is said of a rule, of somebody's outcome, of groups and of refusals: put together from data.

use crate::{
    ids::UnitId,
    language::{Language, dates, fill, th},
    people::{
        Category, NotDrawnUp,
        audience::Outlook,
        eligibility::{Comparator, Reference, Verdict},
        strata::{Misfit, SmallGroup, Step, TooFew, Why},
        words::{counted::people, roster::service_in_words},
    },
};
use jiff::{ToSpan as _, civil::Date};

/// "1 ปี 6 เดือน"; nothing for no time at all.
pub fn duration_in_words(language: Language, months: u16) -> String {
    match i32::from(months) {
        0 => String::new(),
        months => service_in_words(language, (months / 12, months % 12)),
    }
}

/// The rule with its real days, a sentence each for days, categories and units.
pub fn rule_in_words(language: Language, year_name: &str, outlook: &Outlook) -> Vec<String> {
    let rule = &outlook.audience.rule;
    let day = |day: Date| dates::short_with_era(day, language);
    let reference = day(outlook.applied.reference());
    let counted = match (language, rule.reference) {
        (Language::Thai, Reference::FiscalYearStart) => fill(th!("{} เริ่ม {}"), &[&year_name, &reference]),
        (Language::Thai, Reference::Opening) if outlook.opening_is_known => fill(th!("นับอายุงานถึงวันเปิดรับ {}"), &[&reference]),
        (Language::Thai, Reference::Opening) => fill(th!("นับอายุงานถึงวันเปิดรับ ซึ่งยังไม่กำหนด จึงใช้วันนี้แทน คือ {}"), &[&reference]),
        (Language::Thai, Reference::Day(_)) => fill(th!("นับอายุงานถึง {}"), &[&reference]),
        (Language::English, Reference::FiscalYearStart) => fill("{} starts on {}.", &[&year_name, &reference]),
        (Language::English, Reference::Opening) if outlook.opening_is_known => {
            fill("Service is counted on the day of opening, {}.", &[&reference])
        }
        (Language::English, Reference::Opening) => {
            fill("Service is counted on the day of opening, which is not known yet: today stands for it, {}.", &[&reference])
        }
        (Language::English, Reference::Day(_)) => fill("Service is counted on {}.", &[&reference]),
    };
    let cut_off = outlook.applied.first_too_late();
    let served = duration_in_words(language, rule.minimum_months);
    let service = match (language, rule.comparator, rule.minimum_months) {
        (Language::Thai, _, 0) => th!("ไม่กำหนดอายุงานขั้นต่ำ").to_owned(),
        (Language::Thai, Comparator::Over, _) => fill(th!("อายุงานเกิน_{}"), &[&served]),
        (Language::Thai, Comparator::AtLeast, _) => fill(th!("อายุงานไม่น้อยกว่า_{}"), &[&served]),
        (Language::English, _, 0) => "no minimum service".to_owned(),
        (Language::English, Comparator::Over, _) => fill("more than {} of service", &[&served]),
        (Language::English, Comparator::AtLeast, _) => fill("at least {} of service", &[&served]),
    };
    let last = day(cut_off.saturating_sub(1.day()));
    let who = match (language, rule.comparator) {
        (Language::Thai, Comparator::Over) => fill(th!("ผู้มีสิทธิคือผู้เริ่มงานก่อน {} ({})"), &[&day(cut_off), &service]),
        (Language::Thai, Comparator::AtLeast) => fill(th!("ผู้มีสิทธิคือผู้เริ่มงานในวันที่_{} หรือก่อนหน้านั้น ({})"), &[&last, &service]),
        (Language::English, Comparator::Over) => fill("Those who started before {} may answer ({}).", &[&day(cut_off), &service]),
        (Language::English, Comparator::AtLeast) => {
            fill("Those who started on or before {} may answer ({}).", &[&last, &service])
        }
    };
    let mut sentences = vec![format!("{counted} {who}")];
    if !rule.categories.is_empty() {
        let chosen: Vec<&str> = rule.categories.iter().map(Category::as_str).collect();
        let names = listed(language, &chosen);
        sentences.push(match language {
            Language::Thai => fill(th!("เฉพาะประเภท {}"), &[&names]),
            Language::English => fill("Only these categories: {}.", &[&names]),
        });
    }
    if !rule.units.is_empty() {
        let chosen: Vec<&str> = rule.units.iter().map(|unit| short_name(language, outlook, *unit)).collect();
        let names = listed(language, &chosen);
        sentences.push(match language {
            Language::Thai => fill(th!("เฉพาะ {} รวมหน่วยงานข้างใต้"), &[&names]),
            Language::English => fill("Only {}, with the units below.", &[&names]),
        });
    }
    sentences
}

/// "ก", "ก และ ข", "ก ข และ ค".
fn listed(language: Language, names: &[&str]) -> String {
    let (comma, and) = match language {
        Language::Thai => (" ", th!(" และ_")),
        Language::English => (", ", " and "),
    };
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{}{and}{last}", first.join(comma)),
    }
}

/// What a unit is called in tables; a unit that is gone says so.
pub fn short_name(language: Language, outlook: &Outlook, id: UnitId) -> &str {
    match (outlook.unit(id), language) {
        (Some(unit), _) => unit.short_name.as_str(),
        (None, Language::Thai) => th!("(หน่วยงานที่ลบแล้ว)"),
        (None, Language::English) => "(a unit that is gone)",
    }
}

pub fn short_names(language: Language, outlook: &Outlook, units: &[UnitId]) -> String {
    units.iter().map(|unit| short_name(language, outlook, *unit)).collect::<Vec<_>>().join(" + ")
}

/// The word for a tag, and what more there is to say.
pub fn verdict_in_words(
    language: Language,
    outlook: &Outlook,
    started: Option<Date>,
    verdict: Verdict,
) -> (&'static str, String) {
    let thai = language == Language::Thai;
    let say = |in_thai: &'static str, in_english: &'static str| if thai { in_thai } else { in_english };
    let from =
        |day: Date| fill(say(th!("มีสิทธิเมื่อนับถึง_{}"), "may answer when counted on {}"), &[&dates::short_with_era(day, language)]);
    let not_yet = say(th!("ยังไม่ถึง"), "Not yet");
    let nothing = String::new();
    match verdict {
        Verdict::Eligible => (say(th!("มีสิทธิ"), "May answer"), nothing),
        Verdict::NotYet { from: day } => (not_yet, from(day)),
        Verdict::StartsLater { on } => {
            let later = say(th!("เริ่มงานหลังวันนับอายุงาน"), "started after the day of counting,");
            (not_yet, format!("{later} {}", from(outlook.applied.enough_from(started.unwrap_or(on)))))
        }
        Verdict::StartUnknown => (
            say(th!("ไม่มีวันเริ่มงาน"), "No start date"),
            say(th!("ใส่วันเริ่มงานในรายชื่อ แล้วระบบจะนับให้"), "enter it on the roster, and it will be counted").to_owned(),
        ),
        Verdict::OtherUnit => {
            (say(th!("หน่วยงานอื่น"), "Other unit"), say(th!("ไม่อยู่ในหน่วยงานที่กฎกำหนด"), "not among the units of the rule").to_owned())
        }
        Verdict::OtherCategory => (
            say(th!("ประเภทอื่น"), "Other category"),
            say(th!("ไม่อยู่ในประเภทที่กฎกำหนด"), "not among the categories of the rule").to_owned(),
        ),
        Verdict::Departed { on } => (say(th!("พ้นแล้ว"), "Left"), dates::short_with_era(on, language)),
    }
}

/// One merge and its reason.
pub fn step_in_words(language: Language, outlook: &Outlook, least: u32, step: &Step) -> String {
    let names = |units: &[UnitId]| short_names(language, outlook, units);
    let (group, joined) = (names(&step.group), names(&step.joined));
    let why = match (language, step.why) {
        (Language::Thai, Why::Sibling { under }) => fill(th!("ซึ่งอยู่ใต้ {} เหมือนกัน"), &[&short_name(language, outlook, under)]),
        (Language::Thai, Why::Parent) => th!("ซึ่งเป็นหน่วยงานต้นสังกัด").to_owned(),
        (Language::Thai, Why::Child) => th!("ซึ่งเป็นหน่วยงานข้างใต้").to_owned(),
        (Language::Thai, Why::OtherUnits) => th!("เป็นหน่วยงานอื่น เพราะไม่มีหน่วยงานใกล้เคียงในสายเดียวกัน").to_owned(),
        (Language::English, Why::Sibling { under }) => fill("both belong to {}", &[&short_name(language, outlook, under)]),
        (Language::English, Why::Parent) => "it belongs there".to_owned(),
        (Language::English, Why::Child) => "a unit below it".to_owned(),
        (Language::English, Why::OtherUnits) => {
            "together they are other units, because nothing nearer is of the same branch".to_owned()
        }
    };
    match language {
        Language::Thai => fill(
            th!("{} มีผู้มีสิทธิ {}_คน น้อยกว่า {} จึงรวมกับ {} ({}_คน) {}"),
            &[&group, &step.size, &least, &joined, &step.joined_size, &why],
        ),
        Language::English => fill(
            "{} has {}, fewer than {}, and joins {} ({}): {}",
            &[&group, &step.size, &least, &joined, &step.joined_size, &why],
        ),
    }
}

/// Why there can be no roll at all.
pub fn too_few_in_words(language: Language, few: TooFew) -> String {
    match language {
        Language::Thai => fill(
            th!("มีผู้มีสิทธิ {}_คน น้อยกว่า {}_คน จึงเปิดแบบสำรวจไม่ได้ เพราะปกปิดตัวผู้ตอบไม่ได้ ขยายกฎให้ครอบคลุมมากขึ้น หรือรอให้มีผู้มีสิทธิครบ"),
            &[&few.eligible, &few.k],
        ),
        Language::English => fill(
            "{} may answer, and with fewer than {} nobody could be hidden. So the survey cannot open. Widen the rule, or wait until there are enough.",
            &[&people(language, few.eligible), &few.k],
        ),
    }
}

/// Everything that is wrong with HR's groups, a sentence each.
pub fn misfit_in_words(language: Language, outlook: &Outlook, groups: &[Vec<UnitId>], misfit: &Misfit) -> Vec<String> {
    let (too_small, missing, twice) = match misfit {
        Misfit::TooFew(few) => return vec![too_few_in_words(language, *few)],
        Misfit::Groups { too_small, missing, twice } => (too_small, missing, twice),
    };
    let thai = language == Language::Thai;
    let say = |in_thai: &'static str, in_english: &'static str| if thai { in_thai } else { in_english };
    let mut sentences: Vec<String> = too_small
        .iter()
        .map(|small| {
            let units = groups.get(small.index).map(|units| short_names(language, outlook, units)).unwrap_or_default();
            format!("{units}: {}", small_in_words(language, outlook.least(), *small))
        })
        .collect();
    let names = |units: &[UnitId]| units.iter().map(|unit| short_name(language, outlook, *unit)).collect::<Vec<_>>();
    if !missing.is_empty() {
        let template = say(th!("{} มีผู้มีสิทธิแล้ว แต่ยังไม่อยู่ในกลุ่มใด"), "{}: people there may answer, and no group has them");
        sentences.push(fill(template, &[&listed(language, &names(missing))]));
    }
    if !twice.is_empty() {
        let template = say(th!("{} อยู่ในหลายกลุ่ม"), "{}: in several groups");
        sentences.push(fill(template, &[&listed(language, &names(twice))]));
    }
    sentences
}

/// How many people a group lacks.
pub fn small_in_words(language: Language, least: u32, small: SmallGroup) -> String {
    let short = least.saturating_sub(small.size);
    match language {
        Language::Thai => fill(th!("กลุ่มนี้มี {}_คน ต้องมีอย่างน้อย {}_คน ขาดอีก {}_คน"), &[&small.size, &least, &short]),
        Language::English => fill("This group has {}, needs at least {}, and lacks {}", &[&small.size, &least, &short]),
    }
}

/// Why a roll was not drawn up or extended; nothing of faults of the database.
pub fn not_drawn_up_in_words(language: Language, refusal: &NotDrawnUp) -> String {
    let thai = language == Language::Thai;
    let say = |in_thai: &'static str, in_english: &'static str| if thai { in_thai } else { in_english }.to_owned();
    match refusal {
        NotDrawnUp::Misfit(Misfit::TooFew(few)) => too_few_in_words(language, *few),
        NotDrawnUp::Misfit(Misfit::Groups { .. }) => say(
            th!("กลุ่มที่จัดไว้ใช้กับรายชื่อวันนี้ไม่ได้ จัดกลุ่มใหม่ หรือให้ระบบรวมให้"),
            "The chosen groups do not fit today's roster. Choose again, or let the rule form them",
        ),
        NotDrawnUp::Open => say(
            th!("แบบสำรวจเปิดแล้ว กฎ กลุ่ม และบัญชีเปลี่ยนไม่ได้ ผู้ที่ตกหล่นเพิ่มเป็นราย~คนได้"),
            "The survey is open, so its rule, its groups and its roll stay. Who was left out can be added",
        ),
        NotDrawnUp::Closed => {
            say(th!("แบบสำรวจปิดรับแล้ว เพิ่มคนในบัญชีไม่ได้อีก"), "The survey is closed, so nobody can be added to its roll")
        }
        NotDrawnUp::NoRoll => say(th!("ยังไม่มีบัญชีผู้มีสิทธิ ยืนยันรายชื่อก่อน"), "There is no roll yet. Confirm the list first"),
        NotDrawnUp::NoSuchPerson => {
            say(th!("ไม่มีใครใช้รหัสนี้ หรือบันทึกการพ้นจากหน่วยงานไว้แล้ว"), "Nobody has this employee number, or their departure is noted")
        }
        NotDrawnUp::OnRoll => say(th!("อยู่ในบัญชีแล้ว ไม่ต้องเพิ่ม"), "They are on the roll already"),
        NotDrawnUp::Database(_) => String::new(),
    }
}
