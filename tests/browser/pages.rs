//! The one list of pages: what an anonymous visitor can see, then what an administrator and HR can see.
//!
//! A page that is not here is not looked at by `every_page.rs`.

use std::time::Duration;

use clearjai::language::Language;
use tokio::time::sleep;

use crate::{browser::Browser, house::House};

const A_MOMENT: Duration = Duration::from_millis(200);

pub struct Page {
    /// Also the name of its snapshots and pictures.
    pub name: &'static str,
    way: Way,
    /// The role of the demo's member who sees it; nobody: signed out.
    seen_by: Option<&'static str>,
}

/// How one gets there; addresses without the language.
enum Way {
    Open(&'static str),
    /// Opened again until it says this: something happens in the house's own time.
    Await(&'static str, &'static str),
    /// The page, then a link on it.
    Follow(&'static str, &'static str),
    /// The page, then its form, with this written into these fields.
    Send(&'static str, &'static str, &'static [(&'static str, &'static str)]),
    /// By the link in a letter to somebody just invited.
    Letter,
    /// The page, then one link or button after the other; `?` before one that may be pressed already,
    /// `!` before a choice that leads nowhere, and `=field=text` for what is filled in.
    Walk(&'static str, &'static [&'static str]),
    /// A page about what a link on the first one leads to, at another address: before and after its id.
    Beside(&'static str, &'static str, &'static str, &'static str),
    /// Somebody's own link, and what follows it.
    Own(&'static str),
    /// The same, and then a button that leads nowhere else.
    OwnThenPress(&'static str, &'static str),
    /// A file of staff is uploaded, then one button after the other.
    Import(&'static str, &'static [&'static str]),
}

use Way::{Await, Beside, Follow, Import, Letter, Open, Own, OwnThenPress, Send, Walk};

const FOR_EVERYONE: [(&str, Way); 33] = [
    ("front", Open("/")),
    ("front-with-faults", Send("/", "main form", &[("code", "4821 0937")])),
    ("sign-in", Open("/signin")),
    ("sign-in-with-faults", Send("/signin", "main form", &[("email", "somsri")])),
    ("forgotten", Open("/forgotten")),
    ("forgotten-with-faults", Send("/forgotten", "main form", &[])),
    ("forgotten-sent", Open("/forgotten?done=sent")),
    ("privacy", Open("/privacy")),
    ("accessibility", Open("/accessibility")),
    ("contact", Open("/contact")),
    ("not-found", Open("/nowhere")),
    ("link-spent", Open("/reset/x")),
    ("about-answers", Open("/about-your-answers")),
    ("published", Open("/results")),
    ("published-round", Follow("/results", "main h2 a")),
    ("clinic", Open("/clinic")),
    ("clinic-card", Follow("/clinic", "a[href*='/clinic/q/']")),
    ("clinic-session", Follow("/clinic", "a[href*='/clinic/sessions/']")),
    ("clinic-ask", Open("/clinic/ask")),
    ("clinic-ask-with-faults", Send("/clinic/ask", "main form", &[])),
    (
        "clinic-ask-read-back",
        Walk("/clinic/ask", &["!label[for=topic]", "=text=ถามได้ไหม", "!label[for=board]", "main form button.btn"]),
    ),
    ("clinic-check", Open("/clinic/check")),
    ("clinic-check-with-faults", Send("/clinic/check", "main form", &[("code", "4821 0937 5562 1408")])),
    ("clinic-receipt", Open("/clinic/receipt")),
    ("live", Open("/live")),
    ("live-with-faults", Open("/live?code=12")),
    ("thanks", Open("/thanks")),
    ("answer-unknown-link", Open("/t/x")),
    ("answer-start", Own("")),
    ("answer-pages", Own("/answer")),
    ("answer-faults", OwnThenPress("/answer", "section[data-page='1'] [data-go=next]")),
    ("answer-stop", Own("/stop")),
    ("answer-stored", Own("/stored")),
];

const FOR_ADMINISTRATORS: [(&str, Way); 19] = [
    ("home", Open("/home")),
    ("account", Open("/account")),
    ("account-with-faults", Send("/account", "form[action$='/account']", &[("name", "")])),
    ("password-with-faults", Send("/account", "form[action$='/account/password']", &[("password", "short")])),
    ("second-factor", Open("/account/second-factor")),
    ("second-factor-with-faults", Send("/account/second-factor", "main form", &[("code", "12")])),
    ("people", Open("/admin/people")),
    ("new-person", Open("/admin/people/new")),
    ("new-person-with-faults", Send("/admin/people/new", "main form", &[])),
    ("person", Follow("/admin/people", "tbody tr:nth-child(2) a")),
    ("settings", Open("/admin/settings")),
    ("settings-saved", Open("/admin/settings?done=saved")),
    ("settings-with-faults", Send("/admin/settings", "main form", &[("name_thai", ""), ("k", "1")])),
    ("logo-with-faults", Send("/admin/settings", "form[action$='/logo']", &[])),
    ("mail", Open("/admin/mail")),
    ("schedule", Await("/admin/schedule", "whole")),
    ("backup", Open("/admin/backup")),
    ("diary", Open("/admin/log")),
    ("invitation", Letter),
];

const GO_ON: &str = "main form button.btn";

const FOR_HR: [(&str, Way); 36] = [
    ("hr-sessions", Open("/hr/sessions")),
    ("hr-home", Open("/home")),
    ("hr", Open("/hr")),
    ("participation", Follow("/hr", "a[href$='/participation']")),
    ("reminders", Follow("/hr", "a[href$='/remind']")),
    ("reminders-with-faults", Walk("/hr", &["a[href$='/remind']", "=most=99", "form[action$='/remind/plan'] button.btn"])),
    ("roster", Open("/hr/roster")),
    ("roster-found", Open("/hr/roster?q=%E0%B8%A1%E0%B8%B2%E0%B8%A5%E0%B8%B5")),
    ("roster-nobody-found", Open("/hr/roster?q=zzz")),
    ("roster-new", Open("/hr/roster/new")),
    ("roster-new-with-faults", Send("/hr/roster/new", "main form", &[])),
    ("roster-person", Follow("/hr/roster", "tbody th a")),
    ("roster-departure", Walk("/hr/roster", &["tbody th a", "a[href$='/departure']"])),
    ("roster-merge", Walk("/hr/roster", &["tbody th a", "a[href$='/merge']"])),
    ("roster-twins", Open("/hr/roster/twins")),
    ("undeliverable", Open("/hr/undeliverable")),
    ("units", Open("/hr/units")),
    ("unit-new", Open("/hr/units/new")),
    ("unit-new-with-faults", Send("/hr/units/new", "main form", &[])),
    ("unit", Follow("/hr/units", "tbody th a")),
    ("holidays", Open("/hr/holidays")),
    ("holidays-with-faults", Send("/hr/holidays", "form[action$='/holidays']", &[])),
    ("import", Open("/hr/roster/import")),
    ("import-with-faults", Import("not a table \u{0}", &[GO_ON])),
    ("import-columns", Import(STAFF, &[GO_ON])),
    ("import-columns-with-faults", Import("a,b\n1,2\n", &[GO_ON, GO_ON])),
    ("import-check", Import(CHECKED, &[GO_ON, GO_ON])),
    ("import-check-with-faults", Import(CHECKED, &[GO_ON, GO_ON, GO_ON])),
    ("surveys", Open("/rounds")),
    ("eligible", Follow("/rounds", ITS_ELIGIBLE)),
    ("rule", Walk("/rounds", &[ITS_ELIGIBLE, "a[href$='/rule']"])),
    ("groups", Walk("/rounds", &[ITS_ELIGIBLE, "a[href$='/groups']"])),
    ("roll", Walk("/rounds", &[ITS_ELIGIBLE, "?form[action$='/roll'] button"])),
    ("survey", Follow("/rounds", NEW_ROUND)),
    ("slips", Beside("/rounds", OPEN_ROUND, "/hr/rounds/", "/slips")),
    ("slips-check", Beside("/rounds", OPEN_ROUND, "/hr/rounds/", "/slips/check?who=everybody")),
];

/// One row is fine, one is not; no year has two digits.
const CHECKED: &str = "\u{FEFF}รหัสพนักงาน,ชื่อ-สกุล,หน่วยงาน,ประเภทบุคลากร,อีเมล,วันที่เริ่มงาน\r\n\
    2001,นางสาวสมศรี ใจงาม,คลัง,ข้าราชการ,somsri@demo.clearjai.example,1/10/2567\r\n\
    2002,นายสมชาย รักงาน,กองใหม่,ข้าราชการ,somchai,13/25/2560\r\n";

/// A year of two digits, to be asked about.
const STAFF: &str = "\u{FEFF}รหัสพนักงาน,ชื่อ-สกุล,หน่วยงาน,ประเภทบุคลากร,อีเมล,วันที่เริ่มงาน\r\n\
    2001,นางสาวสมศรี ใจงาม,คลัง,ข้าราชการ,somsri@demo.clearjai.example,1/10/67\r\n\
    2002,นายสมชาย รักงาน,กองใหม่,ข้าราชการ,somchai,13/25/2560\r\n";

/// The rounds of the demo as they stand in the list: an election that is over, one to be made ready, one open for
/// the roll, one behind an open link, and one that is over.
const ELECTION: &str = "tbody tr:nth-child(1) a[href*='/surveys/']";
const NEW_ROUND: &str = "tbody tr:nth-child(2) a[href*='/surveys/']";
const OPEN_ROUND: &str = "tbody tr:nth-child(3) a[href*='/surveys/']";
pub const OPEN_LINK: &str = "tbody tr:nth-child(4) a[href*='/surveys/']";
pub const OVER: &str = "tbody tr:nth-child(5) a[href*='/surveys/']";

/// The page of the last round that is over.
const ITS_RESULTS: &str = "tbody tr:nth-child(5) th a";

/// The page of the round to be made ready, and who may answer in it.
const ITS_ROUND: &str = "tbody tr:nth-child(2) th a";
const ITS_ELIGIBLE: &str = "tbody tr:nth-child(2) a[href$='/eligible']";

/// The session of the demo that is over.
const ITS_SESSION: &str = "tbody tr:first-child th a";
/// The last of the list is over.
const PAST_SESSION: &str = "tbody tr:last-child th a";
const ITS_REPORT: &str = "a[href$='/report']";

/// The plan of the demo.
const ITS_PLAN: &str = "tbody th a[href*='/plans/']";

const FOR_COORDINATORS: [(&str, Way); 91] = [
    ("activities", Open("/activities")),
    ("activity", Follow("/activities", "tbody th a")),
    ("activity-new", Open("/activities/new")),
    (
        "activity-new-with-faults",
        Walk("/activities/new", &["!label[for=satisfaction-elsewhere]", "=per_cent=88.60", "=n=69", "=levels=5", GO_ON]),
    ),
    ("activity-removal", Walk("/activities", &["tbody th a", "a[href$='/removal']"])),
    ("activity-summary", Walk("/activities", &["tbody td a[href$='/summary']"])),
    ("activity-report", Open("/activities/report")),
    ("activity-report-words", Open("/activities/report/words")),
    ("plans", Open("/plans")),
    ("plan", Follow("/plans", ITS_PLAN)),
    ("plan-new", Open("/plans/new")),
    ("plan-new-with-faults", Send("/plans/new", "main form", &[("year", "1")])),
    ("plan-edit", Walk("/plans", &[ITS_PLAN, "a[href$='/edit']"])),
    ("plan-removal", Walk("/plans", &[ITS_PLAN, "main a[href$='/removal']"])),
    ("plan-months", Walk("/plans", &[ITS_PLAN, "a[href$='/form/months']"])),
    ("plan-pirab", Walk("/plans", &[ITS_PLAN, "a[href$='/form/pirab']"])),
    ("measure-new", Walk("/plans", &[ITS_PLAN, "a[href$='/measures/new']"])),
    ("measure-new-with-faults", Walk("/plans", &[ITS_PLAN, "a[href$='/measures/new']", GO_ON])),
    ("step-new", Walk("/plans", &[ITS_PLAN, "a[href$='/steps/new']"])),
    ("step-new-with-faults", Walk("/plans", &[ITS_PLAN, "a[href$='/steps/new']", "=email=x", GO_ON])),
    ("step-progress", Walk("/plans", &[ITS_PLAN, "section.card a[href$='/progress']"])),
    ("sessions", Open("/desk/sessions")),
    ("session", Follow("/desk/sessions", ITS_SESSION)),
    ("session-over", Follow("/desk/sessions", PAST_SESSION)),
    ("session-report", Walk("/desk/sessions", &[PAST_SESSION, ITS_REPORT])),
    ("session-report-with-faults", Walk("/desk/sessions", &[PAST_SESSION, ITS_REPORT, "=here=x", "button[value='save']"])),
    ("session-for-everyone", Walk("/desk/sessions", &[PAST_SESSION, ITS_REPORT, "main a[href*='/clinic/sessions/']"])),
    ("session-new", Open("/desk/sessions/new")),
    ("session-new-with-faults", Send("/desk/sessions/new", "main form", &[("title_thai", "")])),
    ("survey-new", Open("/rounds/new")),
    ("survey-new-with-faults", Send("/rounds/new", "main form", &[("year", "1")])),
    ("round", Follow("/rounds", ITS_ROUND)),
    ("round-settings", Walk("/rounds", &[ITS_ROUND, "a[href$='/settings']"])),
    ("round-form", Walk("/rounds", &[ITS_ROUND, "a[href$='/form']"])),
    ("round-form-with-faults", Walk("/rounds", &[ITS_ROUND, "a[href$='/form']", GO_ON])),
    ("round-schedule", Walk("/rounds", &[ITS_ROUND, "a[href$='/schedule']"])),
    ("round-schedule-with-faults", Walk("/rounds", &[ITS_ROUND, "a[href$='/schedule']", "=opens_time=x", GO_ON])),
    ("round-removal", Walk("/rounds", &[ITS_ROUND, "a[href$='/removal']"])),
    ("round-of-open-link", Follow("/rounds", "tbody tr:nth-child(4) th a")),
    ("survey-open", Beside("/rounds", OPEN_ROUND, "/surveys/", "")),
    ("replace", Beside("/rounds", OPEN_ROUND, "/surveys/", "/replace")),
    ("bulletin", Beside("/rounds", OVER, "/surveys/", "/bulletin")),
    ("results", Beside("/rounds", OVER, "/rounds/", "/results")),
    ("results-items", Beside("/rounds", OVER, "/rounds/", "/results/items")),
    ("results-units", Beside("/rounds", OVER, "/rounds/", "/results/units")),
    ("results-compare", Beside("/rounds", OVER, "/rounds/", "/results/compare")),
    ("results-of-an-election", Beside("/rounds", ELECTION, "/rounds/", "/results")),
    ("results-of-open-round", Beside("/rounds", OPEN_ROUND, "/rounds/", "/results")),
    ("report", Beside("/rounds", OVER, "/rounds/", "/report")),
    ("publication", Beside("/rounds", OVER, "/rounds/", "/publication")),
    ("publication-with-faults", Walk("/rounds", &[ITS_RESULTS, "a[href$='/publication']", "main form button[value=publish]"])),
    ("comments", Beside("/rounds", OVER, "/rounds/", "/results/comments")),
    (
        "comment",
        Walk("/rounds", &[ITS_RESULTS, "main a[href$='/results']", "a[href$='/comments']", "main form a[href*='/comments/']"]),
    ),
    ("scores", Open("/scores")),
    ("round-privacy", Beside("/rounds", OPEN_LINK, "/rounds/", "/privacy")),
    ("open-link", Beside("/rounds", OPEN_LINK, "/o/", "")),
    ("poster", Beside("/rounds", OPEN_LINK, "/surveys/", "/poster")),
    ("poster-of-a-roll", Beside("/rounds", NEW_ROUND, "/surveys/", "/poster")),
    ("round-letters", Beside("/rounds", OPEN_ROUND, "/hr/rounds/", "/letters")),
    ("round-letter", Beside("/rounds", OPEN_ROUND, "/hr/rounds/", "/letters/reminder/th")),
    (
        "round-letter-with-faults",
        Walk("/rounds", &[ITS_ROUND, "a[href$='/letters']", "a[href$='/invitation/th']", "=body={lnk} www.example.com", GO_ON]),
    ),
    ("round-announcement", Beside("/rounds", OPEN_ROUND, "/hr/rounds/", "/announcement")),
    ("yardsticks", Open("/yardsticks")),
    ("yardstick-rating", Follow("/yardsticks", "section:nth-of-type(1) tbody th a")),
    ("yardstick-sample", Follow("/yardsticks", "section:nth-of-type(2) tbody th a")),
    ("yardstick-copy", Walk("/yardsticks", &["section:nth-of-type(2) tbody th a", "a[href$='/copy']"])),
    (
        "yardstick-copy-with-faults",
        Walk("/yardsticks", &["section:nth-of-type(2) tbody th a", "a[href$='/copy']", "main form button.btn"]),
    ),
    ("work", Open("/work")),
    ("work-calendar", Walk("/work", &["a[href*='/agenda/years/']"])),
    ("work-calendar-with-faults", Walk("/work", &["a[href*='/agenda/years/']", "section:last-of-type form button.btn"])),
    ("work-entry", Walk("/work", &["a[href*='/agenda/years/']", "ul.plain a[href*='/agenda/entries/']"])),
    ("work-removal", Walk("/work", &["a[href*='/agenda/years/']", "ul.plain a[href$='/removal']"])),
    ("years", Open("/ita")),
    ("year", Open("/ita/years/2566")),
    ("year-part", Open("/ita/years/2566/iit")),
    ("year-part-with-faults", Walk("/ita/years/2566/oit", &["!label[for=from]", "=score=101", GO_ON])),
    ("figure-check", Open("/ita/check")),
    ("figure-check-with-faults", Send("/ita/check", "main form", &[("figure_1", "x")])),
    (
        "figure-checked",
        Send("/ita/check", "main form", &[("figure_1", "97.11"), ("figure_2", "90.08"), ("reported", "97.11"), ("target", "95")]),
    ),
    ("instruments", Open("/instruments")),
    ("instrument-model", Open("/instruments/models/pulse")),
    ("instrument-new", Open("/instruments/new")),
    ("instrument-new-with-faults", Send("/instruments/new", "main form", &[])),
    ("instrument-import", Open("/instruments/import")),
    ("instrument", Walk("/instruments", &[USE_PULSE])),
    ("instrument-about", Walk("/instruments", &[USE_PULSE, "a[href$='/about']"])),
    ("instrument-item", Walk("/instruments", &[USE_PULSE, "ol li:first-child a"])),
    ("instrument-item-new", Walk("/instruments", &[USE_PULSE, "a[href*='/items/new']", "a[href*='kind=ballot']"])),
    ("instrument-part", Walk("/instruments", &[USE_PULSE, "a[href*='/parts/']"])),
    ("instrument-scales", Walk("/instruments", &[USE_PULSE, "a[href$='/scales']"])),
    ("instrument-paper", Walk("/instruments", &[USE_PULSE, "a[href$='/paper']"])),
];

/// A room in which questions are asked; as who leads it sees it, on phones, and on the wall.
const LIVE: &str = "a[href*='/desk/live/']";
const TO_PHONE: &str = "a[href*='/live/']:not([href*='/desk/']):not([href$='/screen'])";

const FOR_THE_DESK: [(&str, Way); 9] = [
    ("clinic-desk", Open("/desk")),
    ("clinic-matter", Follow("/desk", "tbody th a")),
    ("clinic-matter-with-faults", Walk("/desk", &["tbody th a", "button[value=note]"])),
    ("live-rooms", Open("/desk/live")),
    ("live-host", Follow("/desk/live", LIVE)),
    ("live-end", Walk("/desk/live", &[LIVE, "a[href$='/end']"])),
    ("live-phone", Walk("/desk/live", &[LIVE, TO_PHONE])),
    ("live-phone-with-faults", Walk("/desk/live", &[LIVE, TO_PHONE, "form:not([data-live-votes]) button.btn"])),
    ("live-screen", Walk("/desk/live", &[LIVE, "a[href$='/screen']"])),
];

/// Behind an open link the way in appears when the browser has done its work.
const DOOR_IS_OPEN: &str = "return !document.querySelector('[data-door]')
    || document.querySelector('[data-say=ready]:not([hidden]), [data-say=failed]:not([hidden])') !== null";

/// A copy of a model, to be looked at.
const USE_PULSE: &str = "form[action$='/pulse'] button";

/// What is drawn by chance in each demo too: the code of the room.
const BY_THE_CALENDAR: [&str; 88] = [
    "activities",
    "activity",
    "activity-removal",
    "activity-summary",
    "activity-report",
    "activity-report-words",
    "work",
    "work-calendar",
    "work-calendar-with-faults",
    "work-entry",
    "work-removal",
    "plans",
    "plan",
    "plan-new",
    "plan-new-with-faults",
    "plan-edit",
    "plan-removal",
    "plan-months",
    "plan-pirab",
    "measure-new",
    "measure-new-with-faults",
    "step-new",
    "step-new-with-faults",
    "step-progress",
    "session-over",
    "clinic",
    "clinic-card",
    "clinic-session",
    "clinic-ask",
    "clinic-ask-with-faults",
    "clinic-desk",
    "clinic-matter",
    "clinic-matter-with-faults",
    "hr-sessions",
    "roster-departure",
    "sessions",
    "session",
    "session-new",
    "session-new-with-faults",
    "session-report",
    "session-report-with-faults",
    "session-for-everyone",
    "live-host",
    "live-phone",
    "live-phone-with-faults",
    "live-screen",
    "published",
    "published-round",
    "publication",
    "publication-with-faults",
    "comments",
    "comment",
    "scores",
    "front",
    "front-with-faults",
    "hr",
    "participation",
    "reminders",
    "reminders-with-faults",
    "answer-start",
    "answer-pages",
    "answer-faults",
    "answer-stored",
    "survey-open",
    "replace",
    "bulletin",
    "results",
    "results-items",
    "results-units",
    "results-compare",
    "results-of-an-election",
    "report",
    "slips",
    "slips-check",
    "surveys",
    "survey",
    "survey-new",
    "survey-new-with-faults",
    "round",
    "eligible",
    "rule",
    "groups",
    "roll",
    "open-link",
    "poster",
    "poster-of-a-roll",
    "instruments",
    "instrument",
];

/// Every page, in the order in which they are visited.
pub fn all() -> impl Iterator<Item = Page> {
    let page = |(name, way), seen_by| Page { name, way, seen_by };
    let everyone = FOR_EVERYONE.into_iter().map(move |it| page(it, None));
    let administrators = FOR_ADMINISTRATORS.into_iter().map(move |it| page(it, Some("admin")));
    let hr = FOR_HR.into_iter().map(move |it| page(it, Some("hr")));
    let coordinators = FOR_COORDINATORS.into_iter().map(move |it| page(it, Some("coordinator")));
    let desk = FOR_THE_DESK.into_iter().map(move |it| page(it, Some("desk")));
    everyone.chain(administrators).chain(hr).chain(coordinators).chain(desk)
}

/// Every page that shows a form again, with what is wrong with it.
pub fn with_faults() -> impl Iterator<Item = Page> {
    all().filter(|page| page.name.ends_with("-with-faults"))
}

impl Page {
    /// Goes there, and through the front door first if need be.
    pub async fn visit(&self, house: &House, browser: &Browser, language: Language) {
        if let Some(role) = self.seen_by {
            be_signed_in(house, browser, role).await;
        }
        let to = |address: &str| format!("{}{address}", language.prefix());
        match self.way {
            Open(address) => browser.open_page(&to(address)).await,
            Await(address, words) => loop {
                browser.open_page(&to(address)).await;
                if browser.text("main").await.contains(words) {
                    break;
                }
                sleep(A_MOMENT).await;
            },
            Follow(address, link) => {
                browser.open_page(&to(address)).await;
                browser.turning_the_page(browser.click(link)).await;
            }
            Send(address, form, fields) => {
                browser.open_page(&to(address)).await;
                for (field, text) in fields {
                    browser.fill_in(field, text).await;
                }
                browser.turning_the_page(browser.click(&format!("{form} button.btn"))).await;
            }
            Walk(address, steps) => {
                browser.open_page(&to(address)).await;
                for step in steps {
                    if let Some((field, text)) = step.strip_prefix('=').and_then(|filling| filling.split_once('=')) {
                        browser.fill_in(field, text).await;
                        continue;
                    }
                    if let Some(choice) = step.strip_prefix('!') {
                        browser.click(choice).await;
                        continue;
                    }
                    let may_be_done = step.strip_prefix('?');
                    let step = may_be_done.unwrap_or(step);
                    if may_be_done.is_none() || browser.count(step).await > 0 {
                        browser.turning_the_page(browser.click(step)).await;
                    }
                }
            }
            Beside(address, link, before, after) => {
                browser.open_page(&to(address)).await;
                let id = browser.id_behind(link).await;
                browser.open_page(&to(&format!("{before}{id}{after}"))).await;
                browser.until(DOOR_IS_OPEN).await;
            }
            Own(after) => browser.open_page(&to(&format!("{}{after}", house.link()))).await,
            OwnThenPress(after, button) => {
                browser.open_page(&to(&format!("{}{after}", house.link()))).await;
                browser.until("return document.querySelector('section[data-page]:not([hidden])') !== null").await;
                browser.click(button).await;
            }
            Import(content, steps) => {
                browser.open_page(&to("/hr/roster/import")).await;
                browser.choose_file("input[type=file]", house.file("staff.csv", content)).await;
                for step in steps {
                    browser.turning_the_page(browser.click(step)).await;
                }
            }
            Letter => {
                let email = format!("somsri-{}@demo.clearjai.example", language.code());
                browser.open_page("/admin/people/new").await;
                browser.fill_in("name", "สมศรี มาใหม่").await;
                browser.fill_in("email", &email).await;
                browser.click("label[for=roles]").await;
                browser.turning_the_page(browser.click("main form button.btn")).await;
                let link = loop {
                    match house.link_in_a_letter_to(&email, "/invitation/") {
                        Some(link) => break link,
                        None => sleep(A_MOMENT).await,
                    }
                };
                browser.open_page(&to(&link)).await;
            }
        }
    }

    /// Whether it says other things in another month, because the demo's staff are hired by the
    /// calendar: there is no fixed text to compare.
    pub fn changes_by_the_calendar(&self) -> bool {
        self.name.starts_with("round-") || BY_THE_CALENDAR.contains(&self.name)
    }

    /// `sign-in-th`
    pub fn name_in(&self, language: Language) -> String {
        format!("{}-{}", self.name, language.code())
    }
}

/// Through the front door, unless the member of this role is in already.
async fn be_signed_in(house: &House, browser: &Browser, role: &'static str) {
    if browser.count("form.signout").await > 0 {
        if browser.signed_in_as.get() == Some(role) {
            return;
        }
        browser.turning_the_page(browser.click("form.signout button")).await;
    }
    browser.signs_in("/signin", house.person(role)).await;
    browser.signed_in_as.set(Some(role));
}
