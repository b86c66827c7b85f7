//! The diary of deeds: what is in it, what never is, and that nobody can change it unseen.

use clearjai::{
    accounts::{self, Broken, Verified},
    clock::DAY,
};

use crate::house::{House, PASSWORD};

fn verify(house: &House, seal: Option<&str>) -> Result<Verified, Broken> {
    let (master, seal) = (house.rooms.master.clone(), seal.map(ToOwned::to_owned));
    house.wait_for(house.rooms.db.read_register(move |conn| accounts::verify(conn, &master, seal.as_deref())))
}

#[test]
fn deeds_are_written_down_with_who_did_them() {
    let house = House::open();
    let admin = house.administrator();
    let member = house.member(&admin, "busaba", &["viewer"]);
    house.visitor().signs_in("busaba@example.go.th", "a wrong guess");
    let log = admin.opens("/admin/log");
    log.says("ตั้งผู้ดูแลระบบคนแรก").says("เปิดการยืนยันขั้นที่สอง").says("เชิญ busaba").says("รับคำเชิญ").says("เข้าสู่ระบบ");
    member.opens("/admin/log").is(403);
    assert!(verify(&house, None).unwrap().entries >= 6);
}

#[test]
fn no_secret_and_no_network_address_is_ever_in_it() {
    let house = House::open();
    let admin = house.administrator();
    let log = admin.opens("/admin/log");
    for secret in ["127.0.0.1", PASSWORD, "$argon2", "anan@example.go.th"] {
        log.does_not_say(secret);
    }
}

#[test]
fn a_changed_removed_or_inserted_entry_is_found() {
    for (tampering, broken_at) in [
        ("UPDATE diary SET subject = 'somebody else' WHERE number = 2", 2),
        ("UPDATE diary SET actor_name = 'somebody else' WHERE number = 2", 2),
        ("UPDATE diary SET happened = happened + 1 WHERE number = 2", 2),
        ("DELETE FROM diary WHERE number = 2", 2),
        ("DELETE FROM diary WHERE number = 1", 1),
        ("UPDATE diary SET chain = (SELECT chain FROM diary WHERE number = 1) WHERE number = 2", 2),
    ] {
        let house = House::open();
        house.administrator();
        assert!(verify(&house, None).unwrap().entries >= 3);
        house.place().in_the_register(tampering);
        assert!(matches!(verify(&house, None), Err(Broken::At(number)) if number == broken_at), "{tampering}");
    }
}

#[test]
fn cutting_off_the_end_is_found_with_the_seal_of_an_earlier_check() {
    let house = House::open();
    house.administrator();
    let before = verify(&house, None).unwrap();
    assert_eq!(verify(&house, Some(&before.seal)).unwrap(), before);
    house.place().in_the_register("DELETE FROM diary WHERE number = (SELECT max(number) FROM diary)");
    assert!(verify(&house, None).is_ok(), "a shorter chain is whole");
    assert!(matches!(verify(&house, Some(&before.seal)), Err(Broken::SealMissing)));
    assert!(matches!(verify(&house, Some("nonsense")), Err(Broken::NotASeal)));
}

#[test]
fn long_diaries_are_read_a_page_at_a_time() {
    let house = House::open();
    let admin = house.administrator();
    for _ in 0..60 {
        house.turn(std::time::Duration::from_secs(30));
        admin.is_in("anan@example.go.th");
    }
    let first = admin.opens("/admin/log");
    let older = first.addresses("/admin/log?before=").remove(0);
    let second = admin.opens(&older);
    second.says("ตั้งผู้ดูแลระบบคนแรก");
    first.does_not_say("ตั้งผู้ดูแลระบบคนแรก");
    admin.opens("/admin/log?before=nonsense").is(200);
}

#[test]
fn the_timetable_checks_it_every_day() {
    let house = House::open();
    let admin = house.administrator();
    house.timetable_runs();
    admin.opens("/admin/schedule").says("whole");
    house.place().in_the_register("UPDATE diary SET subject = 'x' WHERE number = 1");
    house.turn(DAY);
    house.timetable_runs();
    admin.is_in("anan@example.go.th");
    admin.opens("/admin/schedule").says("failed: The diary is broken at entry 1");
}

#[test]
fn a_backup_that_could_not_be_made_is_not_told_as_made_and_the_same_form_makes_it_once() {
    let house = House::open();
    let admin = house.administrator();
    let page = admin.opens("/admin/backup");
    let folder = house.place().folder().join("backups");
    std::fs::write(&folder, b"in the way").unwrap();
    admin.sends(&page, "/admin/backup", &[]).is(409).says("สำรองข้อมูลไม่สำเร็จ");
    admin.opens("/en/admin/log").does_not_say("Made a backup");

    std::fs::remove_file(&folder).unwrap();
    for _ in 0..2 {
        assert_eq!(admin.sends(&page, "/admin/backup", &[]).leads_to(), "/admin/backup?done=made");
    }
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    admin.opens("/en/admin/log").says("Made a backup");
}

#[test]
fn a_backup_that_two_presses_ask_for_at_the_same_moment_is_made_once_and_both_are_told() {
    let house = House::open();
    let admin = house.administrator();
    let page = admin.opens("/admin/backup");
    let cookies = admin.cookie("clearjai").expect("signed in");
    let key = page.field("key");
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let presses: Vec<_> = (0..4)
            .map(|_| {
                let (address, cookies, key) = (house.url("/admin/backup"), &cookies, &key);
                scope.spawn(move || {
                    let agent = ureq::Agent::config_builder().max_redirects(0).http_status_as_error(false).build().new_agent();
                    let form = agent.post(&address).header("Cookie", format!("clearjai={cookies}"));
                    form.send_form([("key", key.as_str())]).unwrap().status().as_u16()
                })
            })
            .collect();
        presses.into_iter().map(|press| press.join().unwrap()).collect()
    });
    assert_eq!(statuses, [303; 4]);
    let made: Vec<_> = std::fs::read_dir(house.place().folder().join("backups")).unwrap().collect();
    assert_eq!(made.len(), 1, "{made:?}");
}
