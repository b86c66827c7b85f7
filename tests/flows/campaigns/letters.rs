//! What invitations and reminders say, who changes it, and who gets none.

use clearjai::{
    campaigns::{
        self, Campaign, Kind,
        letters::{Order, Scribe},
    },
    ids::{CampaignId, PersonId, SurveyId},
    language::Language,
    mail::{self, Letter, Scribe as _},
    papers::{Fingerprints, in_groups},
    people::{self, EmployeeNumber},
    web::at,
};

use crate::{
    eligible::crew::{demo, departs},
    house::{House, Page},
    pages::is_well_made,
    rounds::desk::*,
    wall::respondent::open_round,
};

fn text(id: SurveyId, kind: &str, language: &str) -> String {
    at::letter_text(id, kind, language, "")
}

/// What an open round asks, in the house's own words, and one campaign of each kind.
struct Post<'house> {
    house: &'house House,
    survey: SurveyId,
    invitation: CampaignId,
    reminder: CampaignId,
}

impl<'house> Post<'house> {
    /// Everybody has an address.
    fn of_an_open_round(house: &'house House) -> Self {
        let survey = open_round(house);
        house.place().in_the_register("UPDATE people SET email = 'p' || number || '@example.go.th'");
        let (chance, day) = (house.rooms.chance.clone(), house.clock.now().day());
        let insert = house.rooms.db.register(move |conn| {
            let ids: [CampaignId; 2] = [chance.dice().id(), chance.dice().id()];
            for (id, kind, number) in [(ids[0], Kind::Invitation, 0), (ids[1], Kind::Reminder, 1)] {
                campaigns::insert(conn, &Campaign { id, survey, kind, number, day })?;
            }
            Ok::<_, diesel::result::Error>(ids)
        });
        let [invitation, reminder] = house.wait_for(insert).unwrap();
        Self { house, survey, invitation, reminder }
    }

    fn person(&self, number: &str) -> PersonId {
        let number = EmployeeNumber::parse(number).unwrap();
        let found = self.house.rooms.db.read_register(move |conn| people::find(conn, &number));
        self.house.wait_for(found).unwrap().unwrap().id
    }

    fn writes(&self, order: &str) -> Option<Letter> {
        self.tries_to_write(order).unwrap()
    }

    fn tries_to_write(&self, order: &str) -> diesel::QueryResult<Option<Letter>> {
        let scribe = Scribe { master: self.house.rooms.master.clone(), public_url: self.house.rooms.public_url.clone() };
        let (order, now) = (order.to_owned(), self.house.clock.now());
        let written = self.house.rooms.db.register(move |conn| scribe.write(conn, &order, now));
        Ok(self.house.wait_for(written)?.map(|composed| composed.letter))
    }

    fn invites(&self, number: &str) -> Option<Letter> {
        self.writes(&Order { campaign: self.invitation, person: self.person(number) }.write())
    }

    fn reminds(&self, number: &str) -> Option<Letter> {
        self.writes(&Order { campaign: self.reminder, person: self.person(number) }.write())
    }

    fn does(&self, deed: impl Fn(&mut clearjai::db::RegisterConn) -> diesel::QueryResult<()> + Send + 'static) {
        self.house.wait_for(self.house.rooms.db.register(deed)).unwrap();
    }
}

fn said(letter: &Letter) -> String {
    format!("{}\n{}", letter.subject, mail::as_text(letter, &mail::Sender::default()))
}

#[test]
fn an_invitation_opens_the_readers_own_page_and_names_nobody() {
    let house = House::open();
    let post = Post::of_an_open_round(&house);
    let letter = post.invites("0").unwrap();
    assert_eq!(letter.to.reveal(), "p0@example.go.th");
    let said = said(&letter);
    assert!(said.contains("จำนวน 2 ข้อ") && said.contains("ถึง 14 ธ.ค. 2569"), "{said}");
    assert!(!said.contains("บุคคล 0") && !said.contains(['{', '}', '\u{2060}', '\u{200b}']), "{said}");
    let address = |part: &mail::Part| match part {
        mail::Part::Link { address, .. } => Some(address.clone()),
        _ => None,
    };
    let link = letter.parts.iter().find_map(address).unwrap();
    let link = link.strip_prefix("http://clear.example").unwrap();
    house.visitor().opens(link).is(200).says("เริ่มตอบ");
    let stop = letter.unsubscribe.unwrap();
    assert_eq!(stop, format!("http://clear.example{link}/stop"));
    house.visitor().opens(stop.strip_prefix("http://clear.example").unwrap()).is(200);
}

#[test]
fn a_letter_is_recognised_by_what_stands_on_the_public_page_and_in_the_paper() {
    let house = House::open();
    let post = Post::of_an_open_round(&house);
    let survey = post.survey;
    let known: Fingerprints = house
        .wait_for(house.rooms.db.read_register(move |conn| clearjai::credentials::issue::fingerprints(conn, survey)))
        .unwrap()
        .unwrap();
    assert!(known.keys.len() > 1);
    let person = post.person("0");
    let stratum =
        house.wait_for(house.rooms.db.read_register(move |conn| people::entry(conn, survey, person))).unwrap().unwrap().stratum;
    let letter = said(&post.invites("0").unwrap());
    let public = house.visitor().opens(&at::survey(survey));
    let paper = in_groups(known.paper.as_bytes());
    assert!(letter.contains(&format!("เอกลักษณ์แบบสอบถาม: {paper}")) && letter.contains(&at::survey(survey)), "{letter}");
    public.is(200).says(&paper);
    for (id, key) in &known.keys {
        public.says(&in_groups(key));
        assert_eq!(letter.contains(&in_groups(key)), *id == stratum, "a letter names the key of its reader's group alone");
    }
    let (_, posted) = crate::wall::respondent::call(&house, &format!("/api/v1/papers/{survey}"), None);
    let text = posted["paper"].as_str().unwrap();
    assert_eq!(clearjai::papers::PaperHash::of(text), known.paper);
    assert!(known.keys.iter().all(|(_, key)| text.contains(&in_groups(key).replace(' ', ""))));
}

#[test]
fn nobody_is_written_to_who_has_collected_has_left_wants_no_reminder_or_was_never_asked() {
    let house = House::open();
    let post = Post::of_an_open_round(&house);
    let survey = post.survey;
    for number in ["0", "1", "3", "4", "6"] {
        assert!(post.invites(number).is_some() && post.reminds(number).is_some(), "{number}");
    }
    assert!(post.invites("2").is_none() && post.reminds("2").is_none(), "2 is on no roll");

    let collected = post.person("0");
    post.does(move |conn| people::note_collected(conn, survey, collected, &[7; 32]));
    assert!(post.invites("0").is_none() && post.reminds("0").is_none());

    let alone = post.person("1");
    post.does(move |conn| people::leave_alone(conn, survey, alone, true));
    assert!(post.reminds("1").is_none());
    assert!(post.invites("1").is_some(), "who wants no reminder may still be invited");

    departs(&house, "3");
    assert!(post.invites("3").is_none() && post.reminds("3").is_none());
    let gone = post.person("6");
    post.does(move |conn| people::note_collected(conn, survey, gone, &[7; 32]));
    departs(&house, "6");
    assert!(post.invites("6").is_none() && post.reminds("6").is_none());

    house.place().in_the_register("UPDATE people SET email = NULL WHERE number = '4'");
    assert!(post.invites("4").is_none() && post.reminds("4").is_none());
}

#[test]
fn an_unknown_id_mails_nobody() {
    let house = House::open();
    let post = Post::of_an_open_round(&house);
    let (known, nobody, nothing) = (post.person("0"), PersonId::from_bytes([1; 16]), CampaignId::from_bytes([2; 16]));
    assert!(post.writes(&Order { campaign: post.reminder, person: known }.write()).is_some());
    for order in [Order { campaign: post.reminder, person: nobody }.write(), Order { campaign: nothing, person: known }.write()] {
        assert!(post.writes(&order).is_none(), "{order}");
    }
    // What this version cannot read waits for one that can.
    for order in ["{}", "x", ""] {
        assert!(post.tries_to_write(order).is_err(), "{order}");
    }
}

#[test]
fn nothing_is_written_from_the_minute_of_the_close_on() {
    let house = House::open();
    let post = Post::of_an_open_round(&house);
    comes(&house, 14, 16, 29);
    assert!(post.reminds("0").is_some());
    comes(&house, 14, 16, 30);
    assert!(post.reminds("0").is_none() && post.invites("0").is_none(), "also before the timetable has closed it");
}

#[test]
fn a_letter_is_in_its_readers_language_where_the_round_has_it() {
    let house = House::open();
    let post = Post::of_an_open_round(&house);
    house.place().in_the_register("UPDATE people SET language = 'en' WHERE number = '1'");
    assert_eq!(post.invites("0").unwrap().language, Language::Thai);
    let letter = post.invites("1").unwrap();
    assert!(letter.language == Language::English && said(&letter).contains("http://clear.example/en/t/"), "{}", said(&letter));
    house.place().in_the_register("UPDATE surveys SET name_english = ''");
    assert_eq!(post.invites("1").unwrap().language, Language::Thai);
    let coordinator = house.visitor();
    coordinator.is_in("chai@example.go.th");
    let typed = [("subject", "By {closes}"), ("body", "{link}"), ("do", "save")];
    coordinator.fills_in(&text(post.survey, "invitation", "en"), &typed).is(303);
    assert_eq!(post.invites("1").unwrap().language, Language::English);
}

#[test]
fn a_reminder_tells_what_is_shown_once_a_day_and_no_other_number() {
    let house = House::open();
    let post = Post::of_an_open_round(&house);
    let survey = post.survey;
    assert!(!said(&post.reminds("0").unwrap()).contains("อย่างน้อย"));
    for number in ["1", "3", "4", "6", "7", "9"] {
        let person = post.person(number);
        post.does(move |conn| people::note_collected(conn, survey, person, &[7; 32]));
    }
    assert!(!said(&post.reminds("0").unwrap()).contains("อย่างน้อย"), "what is not shown is not told");
    let hex = data_encoding::HEXLOWER.encode(survey.as_bytes());
    let id = if house.place().is_sqlite() { format!("x'{hex}'") } else { format!("'\\x{hex}'") };
    house.place().in_the_register(&format!("INSERT INTO turnout (survey_id, day, shown) VALUES ({id}, '2026-12-01', 5)"));
    assert!(said(&post.reminds("0").unwrap()).contains("มีผู้ตอบแล้ว อย่างน้อย 5 คน จาก 36 คน"));
}

#[test]
fn a_text_is_changed_looked_at_and_given_back_and_the_diary_says_so() {
    let house = House::open();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    let id = demo(&house);
    let address = text(id, "invitation", "th");
    let overview = hr.opens(&at::letters(id));
    is_well_made(overview.is(200).says("ข้อความมาตรฐาน"), "th");
    assert_eq!(overview.text().matches("เริ่มตอบ").count(), 4, "two of each language, as a button and in the text");
    is_well_made(hr.opens(&format!("/en{}", text(id, "reminder", "en"))).is(200), "en");

    let typed = |body: &'static str| [("subject", "ถึง {ปิดรับ}"), ("body", body)];
    let look = hr.fills_in(&address, &[&typed("ขอเชิญ {รอบ}\r\n{link}")[..], &[("do", "look")]].concat());
    look.is(200).says("ยังไม่ได้บันทึก").says("ขอเชิญ 1/2570");
    hr.opens(&address).does_not_say("ขอเชิญ {รอบ}");
    let kept = hr.fills_in(&address, &[&typed("ขอเชิญ {รอบ}\r\n{link}")[..], &[("do", "save")]].concat());
    hr.goes_on(&kept).is(200).says("บันทึกข้อความแล้ว").says("ขอเชิญ {รอบ}").says("ขอเชิญ 1/2570");
    hr.opens(&at::letters(id)).says("แก้ไขแล้ว");
    admin.opens("/admin/log").says("แก้ข้อความจดหมาย").says("invitation th");

    let back = hr.sends(&hr.opens(&address), &format!("{address}/standard"), &[]);
    hr.goes_on(&back).says("กลับไปใช้ข้อความมาตรฐานแล้ว").does_not_say("ขอเชิญ {รอบ}");
    hr.opens(&at::letters(id)).does_not_say("แก้ไขแล้ว");
}

#[test]
fn every_fault_of_a_text_stands_at_its_field_and_nothing_typed_is_lost() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let id = demo(&house);
    let typed = [("subject", "ดู {link}"), ("body", "{closed}\nwww.example.com <b>"), ("do", "save")];
    let page = coordinator.fills_in(&format!("/en{}", text(id, "reminder", "en")), &typed);
    page.is(422);
    for fault in
        ["cannot stand in the subject", "Did you mean {closes}?", "{link} is missing", "{stop} is missing", "www.example.com"]
    {
        page.says(fault);
    }
    is_well_made(&page, "en");
    assert!(page.body.contains("{closed}\nwww.example.com &lt;b&gt;</textarea>"), "{}", page.body);
    coordinator.opens(&at::letters(id)).does_not_say("แก้ไขแล้ว");
}

#[test]
fn a_test_goes_to_whoever_asks_for_it_once_and_opens_nothing() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let id = demo(&house);
    let page = coordinator.opens(&text(id, "reminder", "en"));
    let address = at::letter_text(id, "reminder", "en", "/test");
    let before = house.letters().len();
    for _ in 0..2 {
        coordinator.goes_on(&coordinator.sends(&page, &address, &[])).says("ฝากจดหมายตัวอย่าง");
    }
    let letter = house.letter_to("chai@example.go.th");
    assert_eq!(house.letters().len(), before + 1);
    assert!(letter.header("Subject").starts_with("TEST: "), "{}", letter.header("Subject"));
    assert_eq!(letter.header("List-Unsubscribe"), "");
    assert!(letter.text().contains("We have not received yours."), "{}", letter.text());
    house.visitor().opens(&letter.link()).does_not_say("Start");
    house.visitor().opens(&letter.link()).is(404);
}

#[test]
fn only_hr_and_coordinators_change_letters_and_only_while_they_may_still_go_out() {
    let house = House::open();
    let admin = house.administrator();
    house.member(&admin, "wichai", &["viewer"]);
    let id = open_round_of(&house, &admin);
    let viewer = house.visitor();
    viewer.is_in("wichai@example.go.th");
    for address in [at::letters(id), text(id, "invitation", "th"), at::announcement(id)] {
        viewer.opens(&address).is(403);
        assert!(house.visitor().opens(&address).leads_to().starts_with("/signin"));
    }
    let coordinator = house.visitor();
    coordinator.is_in("chai@example.go.th");
    coordinator.opens(&text(id, "invitation", "th")).is(200).says("จดหมายที่ยังไม่ได้ส่งจะใช้ข้อความใหม่");
    for (kind, language) in [("slip", "th"), ("invitation", "fr")] {
        coordinator.opens(&text(id, kind, language)).is(404);
    }
    comes(&house, 14, 16, 30);
    house.timetable_runs();
    let coordinator = house.visitor();
    coordinator.is_in("chai@example.go.th");
    coordinator.opens(&text(id, "invitation", "th")).says("แก้ข้อความในจดหมายไม่ได้");
    let typed = [("subject", "x"), ("body", "{link}"), ("do", "save")];
    let refused = coordinator.sends(&coordinator.opens("/account"), &text(id, "invitation", "th"), &typed);
    refused.says("แก้ข้อความในจดหมายไม่ได้");
    coordinator.opens(&at::letters(id)).does_not_say("แก้ไขแล้ว");
}

fn open_round_of(house: &House, admin: &crate::house::Visitor) -> SurveyId {
    let (coordinator, hr) = (house.member(admin, "chai", &["coordinator"]), house.member(admin, "busaba", &["hr"]));
    let id = demo(house);
    ready(house, &coordinator, &hr, id);
    comes(house, 1, 9, 0);
    house.timetable_runs();
    id
}

#[test]
fn the_announcement_and_what_chats_show_of_our_addresses_are_the_same_for_everybody() {
    let house = House::open();
    let post = Post::of_an_open_round(&house);
    let coordinator = house.visitor();
    coordinator.is_in("chai@example.go.th");
    let page = coordinator.opens(&at::announcement(post.survey));
    is_well_made(page.is(200), "th");
    is_well_made(coordinator.opens(&format!("/en{}", at::announcement(post.survey))).is(200), "en");
    let public = format!("http://clear.example{}", at::survey(post.survey));
    page.says(&public).says("โปสเตอร์").says("invites its staff to answer “Integrity survey”, round 1/2570.");
    assert!(!page.body.contains("/t/"), "no link of anybody's own");
    assert_eq!(page.body.matches("readonly").count(), 2);

    let head = |page: &Page| page.body.split("</head>").next().unwrap().to_owned();
    let link = post.invites("0").unwrap().unsubscribe.unwrap();
    let link = link.trim_start_matches("http://clear.example").trim_end_matches("/stop");
    let other = post.invites("1").unwrap().unsubscribe.unwrap();
    let other = other.trim_start_matches("http://clear.example").trim_end_matches("/stop");
    let visitor = house.visitor();
    assert_eq!(head(&visitor.opens(link)), head(&visitor.opens(other)), "two people's links look alike");
    for address in [link, &at::survey(post.survey)] {
        let head = head(visitor.opens(address).is(200));
        for sign in ["og:", "twitter:", "name=\"description\"", "บุคคล", link.trim_start_matches("/t/")] {
            assert!(!head.contains(sign), "{sign}: {head}");
        }
    }
}
