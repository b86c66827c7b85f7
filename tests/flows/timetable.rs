//! The timetable: what happens by itself, once, however many servers there are.

use std::time::Duration;

use crate::house::House;

#[test]
fn two_servers_send_every_letter_once() {
    let house = House::open();
    let other = house.beside();
    let admin = house.administrator();
    for number in 0..12 {
        let email = format!("person{number}@example.go.th");
        admin.fills_in("/admin/people/new", &[("name", "x"), ("email", &email), ("language", "th"), ("roles", "viewer")]).is(303);
    }
    std::thread::scope(|scope| {
        for rooms in [&house.rooms, &other.rooms] {
            scope.spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                runtime.block_on(rooms.courier.run()).unwrap();
            });
        }
    });
    assert_eq!(house.letters().len(), 12);
}

#[test]
fn a_task_is_done_by_one_server_and_again_when_it_is_due() {
    let house = House::open();
    let other = house.beside();
    let admin = house.administrator();
    house.timetable_runs();
    other.timetable_runs();
    let page = admin.opens("/admin/schedule");
    page.says("ตรวจบันทึกการทำงาน").says("whole").does_not_say("failed");
    house.turn(Duration::from_secs(60 * 60));
    other.timetable_runs();
    admin.opens("/admin/schedule").says("ลบสิ่งที่หมดอายุ").says("forgot");
}

#[test]
fn a_task_whose_server_died_is_done_by_another_when_its_lease_runs_out() {
    let house = House::open();
    let admin = house.administrator();
    house.timetable_runs();
    // As if a server had taken the task and died.
    let until = house.clock.now().plus(Duration::from_secs(3600 + 18));
    house.turn(Duration::from_secs(3600));
    house
        .place()
        .in_the_register(&format!("UPDATE tasks SET leased_until = {} WHERE name = 'forget what has ended'", until.micros()));
    house.timetable_runs();
    admin.opens("/admin/schedule").says("กำลังทำ");
    house.turn(Duration::from_secs(19));
    house.timetable_runs();
    admin.opens("/admin/schedule").does_not_say("กำลังทำ");
}

#[test]
fn a_clock_that_was_set_back_does_not_stop_the_timetable() {
    let house = House::open();
    let admin = house.administrator();
    house.timetable_runs();
    let wrong = *house.clock.now().plus(Duration::from_secs(400 * 24 * 3600)).micros();
    house.place().in_the_register(&format!("UPDATE tasks SET due = {wrong}, leased_until = {wrong}, outcome = 'nothing'"));
    house.timetable_runs();
    admin.opens("/admin/schedule").says("forgot").says("whole");
}

#[test]
fn what_has_ended_is_forgotten() {
    let house = House::open();
    let admin = house.administrator();
    house.visitor().signs_in("nobody@example.go.th", "a wrong guess");
    admin.fills_in("/forgotten", &[("email", "anan@example.go.th")]).is(303);
    house.courier_runs();
    house.timetable_runs();
    house.turn(Duration::from_secs(2 * 24 * 3600));
    house.timetable_runs();
    admin.is_in("anan@example.go.th");
    // Sessions, the link, two counts of wrong tries, forms: all gone.
    admin.opens("/admin/schedule").says("forgot");
    house.place().in_the_register("CREATE TABLE proof (remaining INTEGER CHECK (remaining = 0)); INSERT INTO proof SELECT count(*) FROM one_time_links; DROP TABLE proof");
}

#[test]
fn an_idle_house_writes_nothing() {
    let house = House::open();
    house.timetable_runs();
    if !house.place().is_sqlite() {
        eprintln!("skipped: an_idle_house_writes_nothing looks at files of SQLite");
        return;
    }
    let log = house.place().folder().join("register.db-wal");
    let before = std::fs::metadata(&log).map(|file| (file.len(), file.modified().unwrap())).ok();
    for _ in 0..20 {
        house.turn(Duration::from_secs(1));
        house.timetable_runs();
    }
    assert_eq!(std::fs::metadata(&log).map(|file| (file.len(), file.modified().unwrap())).ok(), before);
}
