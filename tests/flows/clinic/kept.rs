//! What lies in the databases, and what does not.

use clearjai::notices::Ways;
use data_encoding::HEXLOWER;

use super::scene::{Clinic, does, presses_send, queue, reads_back};
use crate::house::House;

#[test]
fn a_copy_of_both_databases_has_neither_text_nor_name_nor_day_of_a_nameless_matter() {
    let clinic = Clinic::open();
    clinic.asks_by_seat("ข้อความลับสุดยอด");
    clinic.asks_by_name("มาลี สุขใจ", "เรื่องของมาลี");
    let before = everything(&clinic);
    clinic.monday_comes();
    let desk = clinic.desk();
    for matter in queue(&desk, "new") {
        does(&desk, &matter, &[("do", "take"), ("due", "")]).is(303);
        does(&desk, &matter, &[("do", "answer"), ("answering", "ฝ่ายคลังลับ"), ("reply", "คำตอบลับ")]).is(303);
    }
    let after = everything(&clinic);
    for (dump, when) in [(&before, "in the letterbox"), (&after, "at the desk")] {
        for secret in ["ข้อความลับสุดยอด", "มาลี สุขใจ", "เรื่องของมาลี", "ฝ่ายคลังลับ", "คำตอบลับ"]
        {
            let hex = HEXLOWER.encode(secret.as_bytes());
            assert!(!dump.contains(secret) && !dump.to_lowercase().contains(&hex), "{secret} {when}");
        }
        assert!(!dump.contains("2026-11-21"), "the day of its arrival, {when}");
    }
    // The name of who took it on stands in the register, where accounts are, and not in the urn.
    let urn: String = clinic
        .house
        .place()
        .all_rows()
        .into_iter()
        .filter(|(table, _)| table.starts_with("urn."))
        .flat_map(|(_, rows)| rows)
        .collect();
    assert!(!urn.contains("duangjai") && !urn.to_lowercase().contains(&HEXLOWER.encode(b"duangjai")));
}

/// Every row of every table but those that say when the program was installed and what it did.
fn everything(clinic: &Clinic) -> String {
    let rows = clinic.house.place().all_rows();
    let is_of_clinic = |table: &str| {
        [
            "letterbox",
            "letterbox_files",
            "emptying",
            "spent_seats",
            "spent_vouchers",
            "matters",
            "remarks",
            "matter_files",
            "cards",
            "votes",
        ]
        .iter()
        .any(|it| table == format!("urn.{it}"))
    };
    rows.into_iter().filter(|(table, _)| is_of_clinic(table)).flat_map(|(_, rows)| rows).collect::<Vec<_>>().join("\n")
}

#[test]
fn nothing_of_a_used_right_stands_at_its_matter() {
    let clinic = Clinic::open();
    let receipts: Vec<String> = (0..4).map(|number| clinic.asks_by_seat(&format!("เรื่อง {number}"))).collect();
    clinic.monday_comes();
    let rows = clinic.house.place().all_rows();
    let values = |table: &str| -> Vec<String> {
        let is_sign = |letter: char| !letter.is_ascii_alphanumeric();
        rows[table].iter().flat_map(|row| row.split(is_sign)).filter(|word| word.len() >= 24).map(str::to_lowercase).collect()
    };
    let meeting = HEXLOWER.encode(clinic.meeting().as_bytes());
    let spent = values("urn.spent_seats");
    assert!(spent.len() >= 8);
    for table in ["urn.matters", "urn.remarks", "urn.letterbox"] {
        let joined: Vec<_> =
            values(table).into_iter().filter(|value| !value.ends_with(&meeting) && spent.contains(value)).collect();
        assert!(joined.is_empty(), "{table}: {joined:?}");
    }
    for (table, rows) in &rows {
        for receipt in &receipts {
            assert!(rows.iter().all(|row| !row.contains(&receipt.replace(' ', ""))), "{table}");
        }
    }
}

#[test]
fn the_open_door_takes_only_so_many_at_once() {
    let house = House::open_alone(&[("CLEARJAI_PROTECTED_CHANNEL", "https://protected.example.go.th")]);
    let clinic = Clinic::in_house(house, Ways { by_name: false, by_seat: false, open_door: true });
    let visitor = clinic.nobody();
    let forms: Vec<_> = (0..8).map(|_| visitor.opens("/clinic/ask")).collect();
    clinic.house.turn(std::time::Duration::from_secs(20));
    let taken = forms.iter().enumerate().filter(|(number, form)| {
        let check = reads_back(&visitor, form, &format!("เรื่องที่ {number}"), &[]);
        let sent = presses_send(&visitor, &check);
        if sent.status != 303 {
            sent.is(422).says("มีผู้ส่งพร้อมกันมาก");
        }
        sent.status == 303
    });
    assert_eq!(taken.count(), 6, "without a script, a few a minute");
    clinic.house.turn(std::time::Duration::from_secs(61));
    let check = reads_back(&visitor, &forms[7], "เรื่องสุดท้าย", &[]);
    presses_send(&visitor, &check).is(303);
}
