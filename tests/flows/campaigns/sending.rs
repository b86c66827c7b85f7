//! Invitations and reminders on their way to a mail server that no one here wrote, read back by Python's `email`.
//!
//! Needs `CLEARJAI_TEST_PYTHON`, as the stories in tests/letters do.

#[path = "../../letters/sink.rs"]
mod sink;

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use clearjai::{
    accounts::Actor,
    address::EmailAddress,
    ids::SurveyId,
    people::{self, Category, EmployeeNumber, Name, NewPerson, Refusal, ShortName},
    web::at,
};
use serde_json::Value;
use sink::Sink;

use super::scene::{Scene, everybody};
use crate::{
    eligible::crew::*,
    house::{House, Visitor},
    rounds::desk::*,
    wall::respondent::Respondent,
};

const PEOPLE: usize = 1_000;
const ONE_OF_TWO: usize = 600;

/// The mail server, in a folder of its own.
struct Post {
    sink: Sink,
    folder: std::path::PathBuf,
}

impl Post {
    fn open(delay: &str) -> Option<Self> {
        let name = format!("clearjai-post-{}", clearjai::dice::Chance::Real.dice().digits(16));
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let sink = Sink::open(&folder, delay)?;
        Some(Self { sink, folder })
    }

    /// The same house, whose letters go to this server.
    fn serves(&self, house: &House) -> House {
        let settings = self.sink.settings();
        let settings: Vec<_> = settings.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let mut sender = house.beside_with(&settings);
        sender.rooms.courier.transport = sender.rooms.courier.transport.clone().with_patience(Duration::from_secs(2));
        sender
    }

    /// What came since so many.
    fn letters(&self, from: usize) -> Vec<Value> {
        self.sink.letters().split_off(from)
    }
}

impl Drop for Post {
    fn drop(&mut self) {
        let _gone = std::fs::remove_dir_all(&self.folder);
    }
}

/// Two units of long service, everybody with an address; in one transaction.
fn hires_a_thousand(house: &House) -> SurveyId {
    let id = survey(house, &[("กนผ.", None), ("กมฐ.", None)]);
    let (now, master, chance) = (house.clock.now(), house.rooms.master.clone(), house.rooms.chance.clone());
    let hired = house.rooms.db.register(move |conn| {
        for number in 0..PEOPLE {
            let person = NewPerson {
                number: EmployeeNumber::parse(&number.to_string()).unwrap(),
                name: Name::parse(&format!("บุคคล {number}")).unwrap(),
                unit: ShortName::parse(if number < ONE_OF_TWO { "กนผ." } else { "กมฐ." }).unwrap(),
                category: Category::parse(OFFICIAL).unwrap(),
                email: Some(EmailAddress::parse(&format!("p{number}@example.go.th")).unwrap()),
                language: None,
                started: Some(LONG_AGO),
            };
            people::add(conn, &master, &Actor::the_program(), &person, now, &mut chance.dice())?;
        }
        Ok::<_, Refusal>(())
    });
    house.wait_for(hired).unwrap();
    id
}

/// A round of a thousand from 1 to 14 December, whose minute has come.
fn thousand(house: &House) -> (SurveyId, Visitor<'_>) {
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let id = hires_a_thousand(house);
    ready(house, &coordinator, &hr, id);
    comes(house, 1, 9, 0);
    (id, hr)
}

fn reminds(house: &House, hr: &Visitor, id: SurveyId) {
    comes(house, 4, 9, 0);
    hr.is_in("busaba@example.go.th");
    let page = hr.opens(&at::reminders(id));
    hr.sends(&page, &at::reminders(id), &[]).is(303);
}

fn to(letter: &Value) -> String {
    letter["to"].as_str().unwrap().to_owned()
}

fn recipients(letters: &[Value]) -> Vec<String> {
    let mut all: Vec<_> = letters.iter().map(to).collect();
    all.sort();
    all
}

fn digits(letter: &Value) -> String {
    letter["text"].as_str().unwrap().split("/t/").nth(1).unwrap().chars().take(16).collect()
}

/// Every address that a text names.
fn addresses(text: &str) -> BTreeSet<String> {
    let ends = |it: char| it.is_whitespace() || ['"', '<', '>', '\''].contains(&it);
    let found = text.match_indices("http").map(|(place, _)| text[place..].split(ends).next().unwrap().to_owned());
    found.collect()
}

fn is_one_of_ours(letter: &Value, subject: &str, page: &str, id: SurveyId) {
    let link = format!("http://clear.example/t/{}", digits(letter));
    let (text, html) = (letter["text"].as_str().unwrap(), letter["html"].as_str().unwrap());
    assert_eq!(letter["subject"], subject);
    assert_eq!(letter["envelope_to"], serde_json::json!([to(letter)]));
    assert_eq!(letter["is_ascii"], true);
    assert!(letter["defects"].as_array().unwrap().is_empty() && letter["longest_line"].as_u64().unwrap() <= 998, "{letter}");
    let headers = &letter["headers"];
    assert_eq!(headers["auto-submitted"], "auto-generated");
    assert_eq!(headers["list-unsubscribe"], format!("<{link}/stop>"));
    assert_eq!(headers["list-unsubscribe-post"], "List-Unsubscribe=One-Click");
    assert!(html.contains(&format!("href=\"{link}\"")), "{html}");
    let known = [
        link.clone(),
        format!("{link}/stop"),
        format!("http://clear.example{}", at::ABOUT_ANSWERS),
        format!("http://clear.example{}", at::survey(id)),
    ];
    for said in [text, html] {
        let named = addresses(said);
        assert!(named.contains(&link) && named.iter().all(|address| known.contains(address)), "{named:?}");
        assert!(!said.contains("บุคคล") && !said.contains("@example"), "nobody's name: {said}");
    }
    for sign in ["<img", "src=", "url(", "<script", "<link"] {
        assert!(!html.contains(sign), "{sign}: {html}");
    }
    // Paper and key at the foot, as they stand on the public page.
    let foot = text.lines().filter(|line| line.starts_with("เอกลักษณ์แบบสอบถาม: ") || line.starts_with("ลายนิ้วมือกุญแจ: "));
    let foot: Vec<_> = foot.collect();
    assert_eq!(foot.len(), 2, "{text}");
    for line in foot {
        let fingerprint = line.split_once(": ").unwrap().1.trim();
        assert!(fingerprint.len() >= 64 && page.contains(fingerprint), "{fingerprint} is not on the public page");
    }
}

#[test]
fn a_thousand_are_invited_once_each_and_nine_hundred_of_them_reminded() {
    let Some(post) = Post::open("0") else { return };
    let house = House::open();
    let (id, hr) = thousand(&house);
    let sender = post.serves(&house);
    sender.timetable_runs();
    sender.courier_runs();
    let invitations = post.letters(0);
    let mut all: Vec<_> = (0..PEOPLE).map(|number| format!("p{number}@example.go.th")).collect();
    all.sort();
    assert_eq!(recipients(&invitations), all);
    let page = house.visitor().opens(&at::survey(id)).is(200).text();
    let subject = "ขอความเห็นเรื่องการทำงานในกรม 1 นาที ถึง 14 ธ.ค. 2569";
    let visitor = house.visitor();
    for letter in &invitations {
        is_one_of_ours(letter, subject, &page, id);
        visitor.opens(&format!("/t/{}", digits(letter))).is(200).says("เริ่มตอบ");
    }
    assert_eq!(invitations.iter().map(digits).collect::<BTreeSet<_>>().len(), PEOPLE, "to each their own");
    // Each link is the reader's own: that of a hundred of them is used up, and exactly they are left in peace.
    let answered: Vec<_> = invitations.iter().take(100).collect();
    for letter in &answered {
        Respondent::with(&house, &digits(letter)).collects();
    }
    reminds(&house, &hr, id);
    sender.courier_runs();
    let reminders = post.letters(PEOPLE);
    let answered: BTreeSet<_> = answered.into_iter().map(to).collect();
    let expected: Vec<_> = all.iter().filter(|address| !answered.contains(*address)).cloned().collect();
    assert_eq!(expected.len(), 900);
    assert_eq!(recipients(&reminders), expected);
    let links: BTreeMap<_, _> = invitations.iter().map(|letter| (to(letter), digits(letter))).collect();
    for letter in &reminders {
        is_one_of_ours(letter, "ยังตอบทัน แบบวัดภายในปิดรับ 14 ธ.ค. 2569", &page, id);
        assert_eq!(digits(letter), links[&to(letter)], "the same link as in the invitation");
    }

    let before = house.place().all_rows();
    assert_eq!(before["register.roll"].len(), PEOPLE);
    let (visitor, mut looked) = (house.visitor(), 0);
    for link in links.values().step_by(PEOPLE / 50) {
        let start = format!("/t/{link}");
        for address in [start.clone(), format!("{start}/stop"), format!("{start}/answer"), format!("{start}/stored")] {
            for _ in 0..10 {
                assert!(visitor.opens(&address).status < 400);
                assert!(visitor.glances_at(&address).status < 400);
            }
        }
        looked += 1;
    }
    assert_eq!(looked, 50);
    for (table, rows) in house.place().all_rows() {
        assert!(rows == before[&table], "{table} changed when somebody looked");
    }
    // The same comparison sees what does change.
    visitor.posts(&format!("/t/{}/stop", links["p999@example.go.th"]), &[("stop", "yes")]).is(200);
    assert!(house.place().all_rows()["register.roll"] != before["register.roll"]);
}

/// What these people's mail server does with letters for them.
fn moves(house: &House, number: u32, plan: &str) {
    house
        .place()
        .in_the_register(&format!("UPDATE people SET email = '{plan}.p{number}@example.go.th' WHERE number = '{number}'"));
}

#[test]
fn whatever_a_mail_server_does_nobody_gets_two_letters_and_nobody_is_lost() {
    let Some(post) = Post::open("0") else { return };
    let house = House::open();
    let scene = Scene::open(&house);
    let sender = post.serves(&house);
    let later = ["rcpt-421", "rcpt-450", "rcpt-451", "data-421", "data-450", "data-451", "close", "hang"];
    let on_roll: Vec<u32> = everybody().into_iter().collect();
    for (number, plan) in on_roll.iter().zip(later) {
        moves(&house, *number, &format!("{plan}-once"));
    }
    let (unknown, full) = (on_roll[8], on_roll[9]);
    moves(&house, unknown, "rcpt-550");
    moves(&house, full, "data-552-5x2x2");
    let round = sender.courier_runs();
    assert_eq!((round.sent, round.later, round.given_up), (36 - 10, 8, 2));
    assert_eq!(sender.courier_runs().sent, 0, "not before the pause is over");
    house.turn(Duration::from_secs(80));
    let round = sender.courier_runs();
    assert_eq!((round.sent, round.later, round.given_up), (8, 0, 0));
    let invited = recipients(&post.letters(0));
    assert_eq!(invited.iter().collect::<BTreeSet<_>>().len(), invited.len(), "nobody gets two");
    assert_eq!(invited.len(), 34, "and nobody is lost");
    let undeliverable = scene.is_awake().hr.opens("/hr/undeliverable");
    undeliverable.says(&format!("p{unknown}@example.go.th")).says(&format!("p{full}@example.go.th"));
    undeliverable.does_not_say(&format!("p{}@example.go.th", on_roll[0]));
    house.timetable_runs();
    assert_eq!(sender.courier_runs().sent, 0, "those whom letters do not reach are not tried again by themselves");

    // The mailbox of one of those who were invited goes away, and a reminder finds it.
    let gone = on_roll[20];
    moves(&house, gone, "rcpt-550-5x1x1");
    let trouble: Vec<_> = on_roll[10..18].iter().copied().zip(later).collect();
    for (number, plan) in &trouble {
        moves(&house, *number, &format!("{plan}-once"));
    }
    comes(&house, 4, 9, 0);
    scene.orders_a_reminder().is(303);
    let round = sender.courier_runs();
    assert_eq!((round.sent, round.later, round.given_up), (36 - 2 - 8 - 1, 8, 1));
    // One of those whose letter waits hands in meanwhile.
    scene.collect([trouble[0].0]);
    house.turn(Duration::from_secs(80));
    let round = sender.courier_runs();
    assert_eq!((round.sent, round.dropped, round.later, round.given_up), (7, 1, 0, 0));
    let reminded = recipients(&post.letters(34));
    assert_eq!(reminded.iter().collect::<BTreeSet<_>>().len(), reminded.len());
    assert_eq!(reminded.len(), 36 - 2 - 1 - 1);
    let hidden = format!("p{gone}@example.go.th");
    scene.is_awake().hr.opens("/hr/undeliverable").says(&format!("p{unknown}@")).does_not_say(&hidden);
    comes(&house, 30, 17, 0);
    house.timetable_runs();
    // Not even afterwards: it would tell who was reminded.
    scene.is_awake().hr.opens("/hr/undeliverable").does_not_say(&hidden);
}

#[test]
fn two_servers_on_one_database_send_each_letter_of_a_round_once() {
    let Some(post) = Post::open("0.005") else { return };
    let house = House::open();
    let (id, hr) = thousand(&house);
    let (one, two) = (post.serves(&house), post.serves(&house));
    let both = || {
        let (first, second) = (&one.rooms.courier, &two.rooms.courier);
        let (first, second) = house.wait_for(async { tokio::join!(first.run(), second.run()) });
        (first.unwrap().sent, second.unwrap().sent)
    };
    one.timetable_runs();
    two.timetable_runs();
    both();
    let invited = recipients(&post.letters(0));
    assert_eq!((invited.len(), invited.iter().collect::<BTreeSet<_>>().len()), (PEOPLE, PEOPLE));
    reminds(&house, &hr, id);
    let (mut first, mut second) = both();
    assert!(first > 0 && second > 0, "both of them worked: {first} and {second}");
    // On a machine that is busy an answer may be waited for too long: such letters come later, the same as before.
    for _ in 0..5 {
        house.turn(Duration::from_secs(15 * 60));
        let (more, others) = both();
        (first, second) = (first + more, second + others);
    }
    assert_eq!(first + second, PEOPLE);
    let reminded = recipients(&post.letters(PEOPLE));
    assert_eq!(reminded, invited);
}
