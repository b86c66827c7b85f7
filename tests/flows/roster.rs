//! The roster and its units in the browser: who gets in, how people are found, added, put right,
//! merged, and taken away as a file.

use std::time::Duration;

use clearjai::{
    accounts::Actor,
    dice::Chance,
    language::FiscalYear,
    people::{
        self, Category, EmployeeNumber, Name, NewPerson, NewUnit, Refusal, ShortName,
        import::{Progress, guess, plan, understand},
    },
    surveys::{self, NewSurvey},
};

use crate::house::{House, Page, Visitor};

/// Number, name, unit, kind of employment, start date.
type Entry<'story> = (&'story str, &'story str, &'story str, &'story str, Option<&'story str>);

impl House {
    /// Puts units and people on the roster by the verbs themselves.
    fn hires(&self, units: &[(&str, Option<&str>)], staff: &[Entry]) {
        let units: Vec<_> = units
            .iter()
            .map(|(short, parent)| NewUnit {
                short_name: ShortName::parse(short).unwrap(),
                name_thai: Name::parse(&format!("สำนัก {short}")).unwrap(),
                name_english: None,
                parent: parent.map(|parent| ShortName::parse(parent).unwrap()),
            })
            .collect();
        let staff: Vec<_> = staff
            .iter()
            .map(|(number, name, unit, category, started)| NewPerson {
                number: EmployeeNumber::parse(number).unwrap(),
                name: Name::parse(name).unwrap(),
                unit: ShortName::parse(unit).unwrap(),
                category: Category::parse(category).unwrap(),
                email: None,
                language: None,
                started: started.map(|day| day.parse().unwrap()),
            })
            .collect();
        let (now, master, db) = (self.clock.now(), self.rooms.master.clone(), self.rooms.db.clone());
        self.wait_for(db.register(move |conn| {
            let dice = &mut Chance::Real.dice();
            for unit in &units {
                people::add_unit(conn, &master, &Actor::command_line(), unit, now, dice)?;
            }
            for person in &staff {
                people::add(conn, &master, &Actor::command_line(), person, now, dice)?;
            }
            Ok::<_, Refusal>(())
        }))
        .unwrap();
    }

    fn hr(&self) -> Visitor<'_> {
        let admin = self.administrator();
        self.member(&admin, "busaba", &["hr"])
    }
}

/// The names that a list shows, from top to bottom.
fn names(page: &Page) -> Vec<String> {
    let rows = page.body.split("<th scope=\"row\">").skip(1);
    rows.map(|row| {
        let name = row.split("</th>").next().unwrap();
        let text: String = name.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    })
    .collect()
}

/// The page of whoever a search finds.
fn page_of(hr: &Visitor, number: &str) -> String {
    let page = hr.opens(&format!("/hr/roster?q={number}"));
    page.addresses("/hr/roster/people/").into_iter().next().unwrap_or_else(|| panic!("nobody has {number}: {}", page.text()))
}

#[test]
fn only_hr_gets_in() {
    let house = House::open();
    let admin = house.administrator();
    house.hires(&[("สลก.", None)], &[("1001", "สมศรี ใจงาม", "สลก.", "ข้าราชการ", None)]);
    let hr = house.member(&admin, "busaba", &["hr"]);
    let person = page_of(&hr, "1001");
    let unit = hr.opens("/hr/units").addresses("/hr/units/").into_iter().find(|address| !address.ends_with("/new")).unwrap();
    let pages = ["/hr/roster", "/hr/roster/new", "/hr/roster/twins", "/hr/units", "/hr/units/new", &person, &unit];
    let below = [format!("{person}/departure"), format!("{person}/merge")];
    let coordinator = house.member(&admin, "chaiwat", &["coordinator"]);
    for page in pages.into_iter().chain(below.iter().map(String::as_str)) {
        hr.opens(page).is(200);
        hr.opens(&format!("/en{page}")).is(200);
        for stranger in [&coordinator, &admin] {
            stranger.opens(page).is(403).does_not_say("สมศรี");
        }
        assert!(house.visitor().opens(page).leads_to().starts_with("/signin?to="), "{page}");
    }
    let key = coordinator.opens("/account").field("key");
    for page in ["/hr/roster/new", "/hr/roster/file", "/hr/units/new", &person, &unit, &below[0], &below[1]] {
        coordinator.posts(page, &[("key", &key)]).is(403);
    }
    for page in [format!("{person}/return"), format!("{unit}/removal")] {
        coordinator.posts(&page, &[("key", &key)]).is(403);
    }
    hr.opens("/hr/roster/people/6e0b3c1e-0000-4000-8000-000000000000").is(404);
    hr.opens("/hr/units/6e0b3c1e-0000-4000-8000-000000000000").is(404);
}

#[test]
fn an_empty_roster_says_where_to_begin() {
    let house = House::open();
    let hr = house.hr();
    let page = hr.opens("/hr/roster");
    page.says("ยังไม่มีรายชื่อบุคลากร");
    assert!(page.addresses("/hr/roster/import").contains(&"/hr/roster/import/sample".to_owned()));
    hr.opens("/hr/roster/new").says("เพิ่มหน่วยงานก่อน");
    hr.opens("/hr/units").says("ยังไม่มีหน่วยงานย่อย");
    hr.opens("/hr/roster/twins").says("ไม่มีใครที่ชื่อ-สกุลตรงกัน");
}

#[test]
fn somebody_is_added_however_the_day_is_typed_and_pressing_twice_adds_once() {
    let house = House::open();
    house.hires(&[("สลก.", None)], &[]);
    let hr = house.hr();
    for (place, day) in
        [["1", "10", "2560"], ["๑", "๑๐", "๒๕๖๐"], ["1", "ต.ค.", "2017"], ["1 ตุลาคม 2560", "", ""]].into_iter().enumerate()
    {
        let number = format!("๒๐๐{place}");
        let fields = [
            ("number", number.as_str()),
            ("name", "สมศรี ใจงาม"),
            ("unit", "สลก."),
            ("category", "ข้าราชการ"),
            ("started_day", day[0]),
            ("started_month", day[1]),
            ("started_year", day[2]),
            ("language", "en"),
        ];
        let page = hr.opens("/hr/roster/new");
        let first = hr.sends(&page, "/hr/roster/new", &fields);
        let second = hr.sends(&page, "/hr/roster/new", &fields);
        assert_eq!(first.leads_to(), format!("/hr/roster?q=200{place}&done=added"));
        assert_eq!(first.leads_to(), second.leads_to());
        let list = hr.goes_on(&first);
        list.says("เพิ่มในรายชื่อแล้ว").says("พบ 1 คน").says("1 ต.ค. 2560").says("9 ปี 1 เดือน").says("มีสิทธิ").says("ไม่มี (ใช้สลิป)");
    }
    hr.opens("/en/hr/roster?q=2000").says("1 Oct 2017 (B.E. 2560)").says("9 years 1 month");
    let person = hr.opens(&page_of(&hr, "2000"));
    assert_eq!([person.field("started_day"), person.field("started_month"), person.field("started_year")], ["1", "10", "2560"]);
}

#[test]
fn every_refusal_keeps_what_was_typed() {
    let house = House::open();
    house.hires(&[("สลก.", None)], &[("1001", "สมศรี ใจงาม", "สลก.", "ข้าราชการ", Some("2017-10-01"))]);
    let hr = house.hr();
    let sound = [
        ("number", "1002"),
        ("name", "สมชาย รักงาน"),
        ("unit", "สลก."),
        ("category", "ข้าราชการ"),
        ("email", "somchai@example.go.th"),
        ("started_day", "1"),
        ("started_month", "10"),
        ("started_year", "2560"),
    ];
    let spoilt = |field: &'static str, value: &'static str, sentence: &str| {
        let fields = sound.map(|(name, kept)| if name == field { (name, value) } else { (name, kept) });
        let page = hr.fills_in("/hr/roster/new", &fields);
        page.is(422).says(sentence);
        for (name, typed) in fields {
            match name {
                "unit" if typed == "สลก." => assert!(page.body.contains("<option value=\"สลก.\" selected>"), "{sentence}"),
                "unit" => {}
                name => assert_eq!(page.field(name), typed, "{sentence}"),
            }
        }
    };
    spoilt("number", "1001", "มีคนใช้รหัสพนักงานนี้แล้ว");
    spoilt("number", "", "ใส่รหัสพนักงาน");
    spoilt("number", "1-1017-00203-45-0", "รหัสพนักงาน: ดูเหมือนเลขบัตรประชาชน");
    spoilt("name", "", "ใส่ชื่อ-สกุล");
    spoilt("unit", "", "เลือกหน่วยงานที่สังกัด");
    spoilt("unit", "กองผี", "ไม่มีหน่วยงานนี้แล้ว เลือกใหม่");
    spoilt("category", "", "ใส่ประเภทบุคลากร");
    spoilt("email", "somchai", "อีเมลไม่ถูกต้อง");
    spoilt("started_day", "32", "เดือนนั้นไม่มีวันที่ 32");
    spoilt("started_month", "13", "ไม่มีเดือนที่ 13");
    spoilt("started_year", "60", "ใส่ปีสี่หลัก");
    spoilt("started_year", "3104", "ปี 3104 ไม่ใช่ทั้ง พ.ศ. และ ค.ศ.");
    spoilt("started_year", "2570", "วันเริ่มงานอยู่ในอนาคต");
    spoilt("started_year", "2500", "อายุงานจะเกิน 60 ปี");
    hr.fills_in("/hr/roster/new", &sound).is(303);
    hr.opens("/hr/roster").says("พบ 2 คน");

    let address = page_of(&hr, "1001");
    let page = hr.fills_in(&address, &sound.map(|(name, value)| (name, if name == "number" { "1001" } else { value })));
    page.is(422).says("มีคนใช้อีเมลนี้แล้ว");
    assert_eq!(page.field("name"), "สมชาย รักงาน");
    let mended = sound.map(|(name, value)| match name {
        "number" => (name, "๑๐๐๑"),
        "email" => (name, ""),
        _ => (name, value),
    });
    let saved = hr.fills_in(&address, &mended);
    assert_eq!(saved.leads_to(), format!("{address}?done=saved"));
    hr.goes_on(&saved).says("บันทึกแล้ว").says("สมชาย รักงาน");
}

#[test]
fn people_are_found_by_search_and_filters_in_the_order_of_the_alphabet() {
    let house = House::open();
    house.hires(
        &[("สลก.", None), ("คลัง", Some("สลก.")), ("กนผ.", None)],
        &[
            ("1003", "ขจร ตั้งมั่น", "สลก.", "ข้าราชการ", Some("2010-10-01")),
            ("1001", "เกษม รักงาน", "คลัง", "ลูกจ้างโครงการ", Some("2026-06-01")),
            ("1002", "นายไกรสร 100% จริง", "กนผ.", "ข้าราชการ", Some("2015-10-01")),
            ("1004", "กานดา a_b", "กนผ.", "ข้าราชการ", None),
        ],
    );
    let hr = house.hr();
    let look = |query: &str| names(&hr.opens(&format!("/hr/roster{query}")));
    assert_eq!(look(""), ["กานดา a_b", "เกษม รักงาน", "นายไกรสร 100% จริง", "ขจร ตั้งมั่น"]);
    assert_eq!(look("?order=number"), ["เกษม รักงาน", "นายไกรสร 100% จริง", "ขจร ตั้งมั่น", "กานดา a_b"]);
    assert_eq!(look("?order=start"), ["ขจร ตั้งมั่น", "นายไกรสร 100% จริง", "เกษม รักงาน", "กานดา a_b"]);
    assert_eq!(look("?q=%25"), ["นายไกรสร 100% จริง"]);
    assert_eq!(look("?q=_"), ["กานดา a_b"]);
    assert_eq!(look("?q=+%E0%B9%91%E0%B9%90%E0%B9%90%E0%B9%93+"), ["ขจร ตั้งมั่น"], "Thai digits, spaces around them");
    assert_eq!(look("?q=%E0%B9%80%E0%B8%81%E0%B8%A9%E0%B8%A1"), ["เกษม รักงาน"]);
    assert_eq!(
        look(
            "?category=%E0%B8%A5%E0%B8%B9%E0%B8%81%E0%B8%88%E0%B9%89%E0%B8%B2%E0%B8%87%E0%B9%82%E0%B8%84%E0%B8%A3%E0%B8%87%E0%B8%81%E0%B8%B2%E0%B8%A3"
        ),
        ["เกษม รักงาน"]
    );
    assert_eq!(look("?eligible=yes"), ["นายไกรสร 100% จริง", "ขจร ตั้งมั่น"]);
    assert_eq!(look("?eligible=no"), ["กานดา a_b", "เกษม รักงาน"]);
    assert_eq!(look("?email=yes"), [""; 0]);
    assert_eq!(look("?email=no").len(), 4);
    let units = hr.opens("/hr/units");
    let office = units.addresses("/hr/roster?unit=").into_iter().nth(1).unwrap();
    assert_eq!(names(&hr.opens(&office)), ["เกษม รักงาน", "ขจร ตั้งมั่น"], "with the units below");

    let page = hr.opens("/hr/roster");
    page.says("สิทธิตอบ ปีงบประมาณ 2570 2 เริ่มงานก่อน 1 ต.ค. 2568").says("ไม่มีอีเมล 4");
    page.says("ยังไม่ถึงเกณฑ์ อายุงานครบ 2 มิ.ย. 2570").says("ไม่ทราบวันเริ่มงาน");
    let none = hr.opens("/hr/roster?q=zzz&order=start");
    none.says("ไม่พบใครตามที่ค้นหาหรือกรองไว้");
    assert_eq!(none.field("q"), "zzz");
    assert!(none.addresses("/hr/roster").contains(&"/hr/roster".to_owned()));
    let nasty = hr.opens("/hr/roster?q=%22%3E%3Cscript%3E");
    assert!(!nasty.body.contains("<script>"));
}

#[test]
fn a_long_list_is_leafed_through_with_its_filters() {
    let house = House::open();
    let staff: Vec<_> = (0..120).map(|place| (format!("{place:04}"), format!("คนที่ {place:04}"))).collect();
    let staff: Vec<Entry> =
        staff.iter().map(|(number, name)| (number.as_str(), name.as_str(), "สลก.", "ข้าราชการ", None)).collect();
    house.hires(&[("สลก.", None)], &staff);
    let hr = house.hr();
    let first = hr.opens("/hr/roster?email=no&order=number");
    assert_eq!(names(&first).len(), 50);
    first.says("พบ 120 คน").says("หน้า 1 จาก 3").does_not_say("ก่อนหน้า");
    let next = |page: &Page, mark: &str| {
        let link = page.body.split(&format!("rel=\"{mark}\" href=\"")).nth(1).unwrap().split('"').next().unwrap();
        hr.opens(&link.replace("&amp;", "&"))
    };
    let second = next(&first, "next");
    assert_eq!(second.address, "/hr/roster?email=no&order=number&page=2");
    assert_eq!(names(&second)[0], "คนที่ 0050");
    let last = next(&second, "next");
    assert_eq!(names(&last).len(), 20);
    last.does_not_say("ถัดไป");
    assert_eq!(next(&last, "prev").address, second.address);
    hr.opens("/hr/roster?page=99").says("หน้า 3 จาก 3");
    hr.opens("/en/hr/roster?page=2").says("Page 2 of 3");
}

#[test]
fn who_departed_is_off_the_list_until_they_are_back() {
    let house = House::open();
    house.hires(&[("สลก.", None)], &[("1001", "สมศรี ใจงาม", "สลก.", "ข้าราชการ", Some("2017-10-01"))]);
    let hr = house.hr();
    let person = page_of(&hr, "1001");
    let address = format!("{person}/departure");
    let page = hr.opens(&address);
    page.says("บันทึกการพ้นจากหน่วยงานของ สมศรี ใจงาม").says("ไม่ได้รับจดหมายอีก");
    assert_eq!([page.field("on_day"), page.field("on_month"), page.field("on_year")], ["21", "11", "2569"], "today");
    let on = |day, month, year| [("on_day", day), ("on_month", month), ("on_year", year)];
    hr.sends(&page, &address, &on("", "", "")).is(422).says("ใส่วันแรกที่ไม่ได้ปฏิบัติงานที่นี่แล้ว");
    hr.sends(&page, &address, &on("22", "11", "2569")).is(422).says("วันที่พ้นอยู่ในอนาคต");
    let kept = hr.sends(&page, &address, &on("30", "9", "2560"));
    kept.is(422).says("วันที่พ้นอยู่ก่อนวันเริ่มงาน");
    assert_eq!(kept.field("on_year"), "2560");

    let done = hr.sends(&page, &address, &on("๑", "๑๐", "๒๕๖๙"));
    assert_eq!(hr.sends(&page, &address, &on("๑", "๑๐", "๒๕๖๙")).leads_to(), done.leads_to(), "pressed twice");
    hr.goes_on(&done).says("บันทึกการพ้นจากหน่วยงานแล้ว").says("พ้นเมื่อ 1 ต.ค. 2569");
    assert_eq!(hr.opens(&address).leads_to(), person);
    assert_eq!(names(&hr.opens("/hr/roster")), [""; 0]);
    let departed = hr.opens("/hr/roster?who=departed");
    assert_eq!(names(&departed), ["สมศรี ใจงาม"]);
    departed.says("9 ปี").says("พ้นเมื่อ 1 ต.ค. 2569");

    let back = hr.sends(&hr.opens(&person), &format!("{person}/return"), &[]);
    hr.goes_on(&back).says("บันทึกการกลับเข้าทำงานแล้ว").does_not_say("พ้นเมื่อ");
    assert_eq!(names(&hr.opens("/hr/roster")), ["สมศรี ใจงาม"]);
}

#[test]
fn two_entries_of_one_person_are_compared_and_become_one() {
    let house = House::open();
    house.hires(
        &[("สลก.", None)],
        &[
            ("1001", "สมศรี ใจงาม", "สลก.", "ข้าราชการ", None),
            ("1002", "สมศรี ใจงาม", "สลก.", "พนักงานราชการ", Some("2017-10-01")),
            ("1003", "ขจร รักงาน", "สลก.", "ข้าราชการ", None),
        ],
    );
    let hr = house.hr();
    let twins = hr.opens("/hr/roster/twins");
    twins.says("สมศรี ใจงาม").does_not_say("ขจร").says("เก็บรายการนี้ รวม 1002 เข้ามา");
    let person = page_of(&hr, "1001");
    let address = format!("{person}/merge");
    assert!(twins.addresses(&address).contains(&format!("{address}?other=1002")));

    hr.opens(&format!("{address}?other=")).is(422).says("ใส่รหัสพนักงานของอีกรายการ");
    hr.opens(&format!("{address}?other=9")).is(422).says("ไม่มีใครใช้รหัสพนักงานนี้");
    hr.opens(&format!("{address}?other=1001")).is(422).says("เป็นคนเดียวกันอยู่แล้ว");
    let unfit = hr.opens(&format!("{address}?other=%3D1"));
    unfit.is(422).says("ใช้ได้เฉพาะตัวอักษร");
    assert_eq!(unfit.field("other"), "=1");

    let page = hr.opens(&format!("{address}?other=%E0%B9%91002"));
    page.is(200).says("วันเริ่มงาน ไม่มี 1 ต.ค. 2560 1 ต.ค. 2560").says("ประเภทบุคลากร ข้าราชการ พนักงานราชการ ข้าราชการ");
    assert!(page.addresses("/hr/roster/people/").iter().any(|link| link.ends_with("/merge?other=1001")), "the other way round");
    page.does_not_say("ชื่อ-สกุลไม่ตรงกัน");
    hr.opens(&format!("{address}?other=1003")).says("ชื่อ-สกุลไม่ตรงกัน");
    hr.sends(&page, &address, &[("other", "1001")]).is(422).says("เป็นคนเดียวกันอยู่แล้ว");
    let done = hr.sends(&page, &address, &[("other", "1002")]);
    assert_eq!(hr.sends(&page, &address, &[("other", "1002")]).leads_to(), done.leads_to(), "pressed twice");
    let left = hr.goes_on(&done);
    left.says("รวมสองรายการแล้ว");
    assert_eq!((left.field("number"), left.field("started_year")), ("1001".to_owned(), "2560".to_owned()));
    assert_eq!(hr.opens("/hr/roster?q=1002").addresses("/hr/roster/people/"), [""; 0]);
    hr.opens("/hr/roster/twins").says("ไม่มีใครที่ชื่อ-สกุลตรงกัน");
}

#[test]
fn two_entries_on_one_roll_are_not_merged() {
    let house = House::open();
    let staff: Vec<_> = (1001..1021).map(|number| (number.to_string(), format!("คนที่ {number}"))).collect();
    let start = Some("2015-10-01");
    let staff: Vec<Entry> =
        staff.iter().map(|(number, name)| (number.as_str(), name.as_str(), "สลก.", "ข้าราชการ", start)).collect();
    house.hires(&[("สลก.", None)], &staff);
    let (now, master, db) = (house.clock.now(), house.rooms.master.clone(), house.rooms.db.clone());
    let year = FiscalYear::of(now.day());
    let new = NewSurvey { year, round: 1, name_thai: "แบบวัด".to_owned(), name_english: String::new() };
    let by = Actor::command_line();
    let (key, plan_by) = (master.clone(), by.clone());
    let survey = house
        .wait_for(db.register(move |conn| {
            let id = surveys::plan(conn, &key, &plan_by, &new, now, &mut Chance::Real.dice())?;
            Ok::<_, surveys::Refusal>(surveys::find(conn, id)?.unwrap())
        }))
        .unwrap();
    house
        .wait_for(db.register(move |conn| people::draw_up_roll(conn, &master, &by, &survey, now, &mut Chance::Real.dice())))
        .unwrap();
    let hr = house.hr();
    let address = format!("{}/merge", page_of(&hr, "1001"));
    let page = hr.opens(&format!("{address}?other=1002"));
    hr.sends(&page, &address, &[("other", "1002")]).is(422).says("อยู่ในบัญชีผู้มีสิทธิของแบบสำรวจเดียวกัน");
}

#[test]
fn the_file_taken_away_is_harmless_and_an_import_of_it_changes_nobody() {
    let house = House::open();
    house.hires(
        &[("สลก.", None), ("คลัง", Some("สลก."))],
        &[
            ("1001", "=HYPERLINK(\"http://x\")", "สลก.", "ข้าราชการ", Some("2017-10-01")),
            ("1002", "+1", "คลัง", "-จ้างเหมา", Some("2026-06-01")),
            ("1003", "-สมชาย, \"ชาย\" รักงาน", "คลัง", "ลูกจ้าง โครงการ", None),
            ("1004", "@ขจร 'ก'", "สลก.", "ข้าราชการ", Some("2024-02-29")),
        ],
    );
    let hr = house.hr();
    let person = page_of(&hr, "1004");
    let fields = [
        ("number", "1004"),
        ("name", "@ขจร 'ก'"),
        ("unit", "สลก."),
        ("category", "ข้าราชการ"),
        ("started_day", "29 ก.พ. 2567"),
        ("email", "kajon@example.go.th"),
        ("language", "en"),
    ];
    hr.fills_in(&person, &fields).is(303);

    for prefix in ["", "/en"] {
        let file = hr.sends(&hr.opens(&format!("{prefix}/hr/roster")), &format!("{prefix}/hr/roster/file"), &[]);
        file.is(200);
        assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
        assert_eq!(file.header("content-disposition"), "attachment; filename=\"roster-2569-11-21.csv\"");
        for line in file.body.lines() {
            for cell in line.split(',') {
                assert!(!cell.trim_start_matches('"').starts_with(['=', '+', '-', '@']), "{line}");
            }
        }
        for guarded in ["'=HYPERLINK", "'+1", "'-สมชาย", "'@ขจร"] {
            assert!(file.body.contains(guarded), "{guarded}: {}", file.body);
        }
        assert!(!file.body.contains('\u{2060}') && !file.body.contains('\u{a0}') && !file.body.contains('\u{200b}'));

        let table = understand(file.body.as_bytes()).unwrap();
        let layout = guess(&table);
        assert_eq!(layout.faults(&table), []);
        let (today, db) = (house.clock.now().day(), house.rooms.db.clone());
        let question =
            db.read_register(move |conn| plan(conn, &table, &layout, today, &mut Chance::Real.dice(), &Progress::default()));
        let plan = house.wait_for(question).unwrap();
        assert_eq!((plan.unchanged, plan.new.len(), plan.changed.len(), plan.missing.len()), (4, 0, 0, 0), "{:?}", plan.faulty);
        assert_eq!(plan.faulty, []);
    }
    let some = hr.sends(&hr.opens("/hr/roster?q=1002"), "/hr/roster/file?q=1002", &[]);
    assert_eq!(some.body.lines().count(), 2);

    hr.opens("/hr/roster/file").is(405);
}

#[test]
fn the_diary_says_who_took_the_list_away_and_how_many_were_on_it() {
    let house = House::open();
    let admin = house.administrator();
    house.hires(
        &[("สลก.", None)],
        &[("1001", "สมศรี ใจงาม", "สลก.", "ข้าราชการ", None), ("1002", "ขจร รักงาน", "สลก.", "ข้าราชการ", None)],
    );
    let hr = house.member(&admin, "busaba", &["hr"]);
    hr.sends(&hr.opens("/hr/roster"), "/hr/roster/file", &[]).is(200);
    house.turn(Duration::from_secs(1));
    admin.opens("/admin/log").says("ดาวน์โหลดรายชื่อ 2").does_not_say("สมศรี");
}

#[test]
fn units_are_added_put_right_and_removed_when_nothing_stands_on_them() {
    let house = House::open();
    let hr = house.hr();
    let page = hr.opens("/hr/units/new");
    let office = [("name_thai", "สำนักงานเลขานุการกรม"), ("name_english", "Office of the Secretary"), ("short_name", "สลก.")];
    let first = hr.sends(&page, "/hr/units/new", &office);
    assert_eq!(first.leads_to(), "/hr/units?done=added");
    assert_eq!(hr.sends(&page, "/hr/units/new", &office).leads_to(), first.leads_to(), "pressed twice");
    let taken = hr.fills_in("/hr/units/new", &office);
    taken.is(422).says("มีหน่วยงานใช้ชื่อย่อนี้แล้ว");
    assert_eq!(taken.field("name_english"), "Office of the Secretary");
    hr.fills_in("/hr/units/new", &[]).is(422).says("ใส่ชื่อเต็มภาษาไทย").says("ใส่ชื่อย่อ");
    hr.fills_in("/hr/units/new", &[("name_thai", "ฝ่ายคลัง"), ("short_name", "คลัง"), ("parent", "สลก.")]).is(303);
    hr.fills_in("/hr/units/new", &[("name_thai", "กองแผน"), ("short_name", "กนผ.")]).is(303);
    house.hires(&[], &[("1001", "สมศรี ใจงาม", "คลัง", "ข้าราชการ", None)]);

    let list = hr.opens("/hr/units");
    assert_eq!(names(&list), ["กองแผน", "สำนักงานเลขานุการกรม", "ฝ่ายคลัง"], "each below the one it belongs to");
    list.says("สลก. 0 1 คน ดูรายชื่อของ สลก.").says("คลัง 1 1");
    hr.opens("/en/hr/units").says("Office of the Secretary").says("ฝ่ายคลัง");
    let [plans, office, money] = <[String; 3]>::try_from(
        list.addresses("/hr/units/").into_iter().filter(|address| !address.ends_with("/new")).collect::<Vec<_>>(),
    )
    .unwrap();

    let below = [("name_thai", "สำนักงานเลขานุการกรม"), ("short_name", "สลก."), ("parent", "คลัง")];
    hr.fills_in(&office, &below).is(422).says("หน่วยงานขึ้นกับตัวเองหรือกับหน่วยงานข้างใต้ไม่ได้");
    let saved = hr.fills_in(&plans, &[("name_thai", "กองนโยบายและแผน"), ("short_name", "กนผ."), ("parent", "สลก.")]);
    hr.goes_on(&saved).says("บันทึกแล้ว").says("กองนโยบายและแผน");
    for used in [&office, &money] {
        let page = hr.opens(used);
        page.says("ลบไม่ได้");
        hr.sends(&page, &format!("{used}/removal"), &[]).is(409).says("ลบไม่ได้ ยังมีคน หน่วยงานย่อย");
    }
    let page = hr.opens(&plans);
    let gone = hr.sends(&page, &format!("{plans}/removal"), &[]);
    assert_eq!(hr.sends(&page, &format!("{plans}/removal"), &[]).leads_to(), gone.leads_to(), "pressed twice");
    hr.goes_on(&gone).says("ลบหน่วยงานแล้ว").does_not_say("กองนโยบายและแผน");
    hr.opens(&plans).is(404);
}

#[test]
fn the_same_form_sent_again_with_somebody_else_in_it_adds_them_too() {
    let house = House::open();
    house.hires(&[("สลก.", None)], &[]);
    let hr = house.hr();
    let form = hr.opens("/hr/roster/new");
    let fields = |number: &'static str| [("number", number), ("name", "สมศรี ใจงาม"), ("unit", "สลก."), ("category", "ข้าราชการ")];
    for number in ["1", "1", "2"] {
        hr.sends(&form, "/hr/roster/new", &fields(number)).is(303);
    }
    let list = hr.opens("/hr/roster?order=number");
    list.says("พบ 2 คน");
}

#[test]
fn short_names_of_units_that_differ_in_capitals_and_spaces_alone_are_one() {
    let house = House::open();
    house.hires(&[("AA", None)], &[]);
    let hr = house.hr();
    for short in ["aa", "A A", "AA\u{200E}"] {
        let answer = hr.fills_in("/hr/units/new", &[("short_name", short), ("name_thai", "กองใหม่")]);
        answer.is(422).says("มีหน่วยงานใช้ชื่อย่อนี้แล้ว");
    }
}

#[test]
fn a_name_is_found_however_its_vowels_were_typed() {
    let house = House::open();
    house.hires(&[("สลก.", None)], &[("1", "แม่น้ำ ใจงาม", "สลก.", "ข้าราชการ", None)]);
    let hr = house.hr();
    // Two SARA E for SARA AE; NIKHAHIT and SARA AA for SARA AM.
    for typed in ["เเม่", "น\u{E4D}\u{E49}\u{E32}"] {
        hr.opens(&format!("/hr/roster?q={}", percent_encoding::utf8_percent_encode(typed, percent_encoding::NON_ALPHANUMERIC)))
            .says("พบ 1 คน");
    }
}
