//! Where files lie, who gets them, and what is left of them.

use std::{fs, thread, time::Duration};

use clearjai::notices::Ways;
use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};

use super::{
    made::{AUTHOR, adds, document, drawn, has, photograph},
    scene::{Clinic, opens, queue},
};

const BOTH: Ways = Ways { by_name: true, by_seat: true, open_door: false };

/// What stands in hex in the rows of a table, each piece as it lies there: ids and what is sealed.
fn pieces(clinic: &Clinic, table: &str) -> Vec<String> {
    let is_no_digit = |letter: char| !letter.is_ascii_hexdigit();
    let rows = clinic.house.place().all_rows();
    rows[table].iter().flat_map(|row| row.split(is_no_digit)).filter(|it| it.len() >= 32).map(str::to_lowercase).collect()
}

#[test]
fn a_copy_of_the_urn_shows_nothing_of_a_file_and_its_number_in_the_letterbox_leads_nowhere() {
    let clinic = Clinic::taking_files(BOTH);
    let receipts: Vec<_> = (0..3).map(|number| clinic.asks_by_seat(&format!("เรื่อง {number}"))).collect();
    let asker = clinic.nobody();
    for receipt in &receipts {
        adds(&asker, receipt, "SOMCHAI-FILE-NAME.jpg", &photograph()).is(200);
    }
    adds(&asker, &receipts[0], "b.pdf", &document("Who pays?")).is(200);
    let check = |table: &str| {
        let rows = clinic.house.place().all_rows()[table].join("\n").to_lowercase();
        for part in [&drawn()[..70], AUTHOR.as_bytes(), b"Who pays?", b"%PDF-", b"SOMCHAI-FILE-NAME"] {
            assert!(!rows.contains(&HEXLOWER.encode(part)), "{table}");
        }
        assert!(!rows.contains("jpg") && !rows.contains("jpeg") && !rows.contains("pdf"));
        let mut sizes: Vec<_> = pieces(&clinic, table).iter().map(String::len).collect();
        sizes.sort_unstable();
        sizes.dedup();
        assert_eq!(sizes.len(), 3, "ids, labels, files of one size: {sizes:?}");
    };
    check("urn.letterbox_files");
    let rooms = &clinic.house.rooms;
    clinic.house.wait_for(clearjai::clinic::mix(&rooms.db, &rooms.chance)).unwrap();
    assert_eq!(opens(&asker, &receipts[0]).fields("taken").len(), 2, "mixed, nothing is lost");
    let before = pieces(&clinic, "urn.letterbox_files");
    assert_eq!(clinic.monday_comes(), 3);
    check("urn.matter_files");
    let after = pieces(&clinic, "urn.matter_files");
    assert!(after.iter().all(|piece| !before.contains(piece)), "sealed anew, under new numbers");
    assert!(clinic.house.place().all_rows()["urn.letterbox_files"].is_empty());
    assert_eq!(clinic.house.place().all_rows()["urn.matter_files"].len(), 4);
    for (table, rows) in clinic.house.place().all_rows() {
        if table.ends_with("_files") && table.starts_with("urn.") {
            assert!(rows.iter().all(|row| !row.contains("2026-")), "{table}");
        }
    }
}

#[test]
fn what_is_removed_is_gone_with_its_files_from_every_page_of_the_database() {
    let clinic = Clinic::taking_files(BOTH);
    let (first, second) = (clinic.asks_by_seat("หนึ่ง"), clinic.asks_by_seat("สอง"));
    let asker = clinic.nobody();
    for receipt in [&first, &second] {
        adds(&asker, receipt, "a.jpg", &photograph()).is(200);
    }
    let removes = |receipt: &str| {
        let page = opens(&asker, receipt);
        asker.sends(&page, "/clinic/mine", &[("code", receipt), ("do", "remove"), ("sure", "yes")]).is(200).says("ลบแล้ว");
    };
    let waiting = pieces(&clinic, "urn.letterbox_files");
    removes(&first);
    let left = pieces(&clinic, "urn.letterbox_files");
    assert_eq!(left.len() * 2, waiting.len());
    is_nowhere(&clinic, waiting.iter().filter(|piece| !left.contains(piece)));
    clinic.monday_comes();
    is_nowhere(&clinic, left.iter());
    let brought = pieces(&clinic, "urn.matter_files");
    assert!(!brought.is_empty());
    // One file alone, then the matter with another one.
    adds(&asker, &second, "b.pdf", &document("Who pays?")).is(200);
    let page = opens(&asker, &second);
    for file in page.fields("taken").iter().take(1) {
        asker.sends(&page, "/clinic/mine", &[("code", &second), ("do", "take_back"), ("taken", file)]).is(200);
    }
    removes(&second);
    assert!(clinic.house.place().all_rows()["urn.matter_files"].is_empty());
    is_nowhere(&clinic, brought.iter());
}

/// The longer ones: whoever deletes a row leaves its id to those that stay.
fn is_nowhere<'piece>(clinic: &Clinic, pieces: impl Iterator<Item = &'piece String>) {
    if !clinic.house.place().is_sqlite() {
        return;
    }
    let needles: Vec<Vec<u8>> = pieces
        .filter(|piece| piece.len() > 2_000)
        .map(|piece| HEXLOWER_PERMISSIVE.decode(&piece.as_bytes()[1_000..1_128]).unwrap())
        .collect();
    assert!(!needles.is_empty());
    let is_left = || {
        let files = ["urn.db", "urn.db-wal"].map(|name| fs::read(clinic.house.place().folder().join(name)).unwrap_or_default());
        files.iter().any(|file| needles.iter().any(|needle| has(file, needle)))
    };
    // It is swept beside the answer.
    for _ in 0..100 {
        if !is_left() {
            return;
        }
        thread::sleep(Duration::from_millis(100));
    }
    panic!("a file that was removed still lies in the urn");
}

#[test]
fn files_are_for_those_who_answer_and_each_at_its_own_matter() {
    let clinic = Clinic::taking_files(BOTH);
    let (first, second) = (clinic.asks_by_seat("หนึ่ง"), clinic.asks_by_seat("สอง"));
    let asker = clinic.nobody();
    adds(&asker, &first, "a.jpg", &photograph()).is(200);
    let waiting = opens(&asker, &first).field("taken");
    clinic.monday_comes();
    let admin = clinic.house.administrator();
    let desk = clinic.house.member(&admin, "duangjai", &["desk"]);
    let matters = queue(&desk, "new");
    let file = matters.iter().find_map(|matter| desk.opens(matter).addresses(&format!("{matter}/files/")).into_iter().next());
    let file = file.expect("a matter with a file");
    desk.opens(&file).is(200);
    for roles in [&["hr"][..], &["coordinator"], &["viewer"]] {
        clinic.house.member(&admin, roles[0], roles).opens(&file).is(403);
    }
    admin.opens(&file).is(403);
    assert!(asker.opens(&file).leads_to().starts_with("/signin"));
    let (matter, id) = file.split_once("/files/").unwrap();
    let other = matters.iter().find(|it| *it != matter).unwrap();
    for address in [format!("{other}/files/{id}"), format!("{matter}/files/{waiting}"), format!("{matter}/files/x")] {
        desk.opens(&address).is(404);
    }
    let page = opens(&asker, &second);
    asker.sends(&page, "/clinic/mine", &[("code", &second), ("do", "take_back"), ("taken", id)]).is(200);
    desk.opens(&file).is(200);
}
