//! The holidays that HR keeps.

use clearjai::campaigns::calendar;
use jiff::civil::date;

use crate::{
    house::{House, Page, Visitor},
    pages::is_well_made,
};

const HOLIDAYS: &str = "/hr/holidays";

fn adds(hr: &Visitor, day: [&str; 3], thai: &str, english: &str) -> Page {
    let page = hr.opens(HOLIDAYS);
    let [day, month, year] = day;
    let fields = [("day_day", day), ("day_month", month), ("day_year", year), ("name_thai", thai), ("name_english", english)];
    hr.sends(&page, HOLIDAYS, &fields)
}

/// Whether offices work on this day, by what stands in the register.
fn is_working(house: &House, day: jiff::civil::Date) -> bool {
    house.wait_for(house.rooms.db.read_register(calendar::calendar)).unwrap().is_working(day)
}

#[test]
fn the_list_comes_with_two_years_and_only_hr_sees_it() {
    let house = House::open();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let list = hr.opens(HOLIDAYS);
    is_well_made(list.is(200), "th");
    list.says("พ.ศ. 2569").says("พ.ศ. 2570").says("วันศุกร์ที่ 1 มกราคม พ.ศ. 2570 วันขึ้นปีใหม่").says("ตรวจรายการนี้ทุกปี");
    is_well_made(hr.opens("/en/hr/holidays").is(200).says("Monday 7 December 2026 Father's Day (substitute)"), "en");
    assert!(!is_working(&house, date(2026, 12, 7)));
    for other in [&admin, &coordinator] {
        other.opens(HOLIDAYS).is(403);
        other.posts(HOLIDAYS, &[]).is(403);
        other.posts("/hr/holidays/2026-12-07/removal", &[]).is(403);
    }
}

#[test]
fn a_day_is_added_however_it_is_written_and_removed_again_and_the_diary_has_both() {
    let house = House::open();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    for (typed, thai, english) in [
        (["24", "ธ.ค.", "2569"], "วันหยุดพิเศษ", "Special holiday"),
        (["2026-12-28", "", ""], "วันหยุดเพิ่ม", ""),
        (["๒๙/๑๒/๒๕๖๙", "", ""], "วันหยุดเพิ่มอีก", ""),
    ] {
        assert_eq!(adds(&hr, typed, thai, english).leads_to(), "/hr/holidays?done=added");
    }
    for day in [24, 28, 29] {
        assert!(!is_working(&house, date(2026, 12, day)), "{day}");
    }
    hr.opens(HOLIDAYS).says("วันพฤหัสบดีที่ 24 ธันวาคม พ.ศ. 2569 วันหยุดพิเศษ");
    hr.opens("/en/hr/holidays").says("Thursday 24 December 2026 Special holiday").says("Monday 28 December 2026 วันหยุดเพิ่ม");

    let page = hr.opens(HOLIDAYS);
    assert_eq!(hr.sends(&page, "/hr/holidays/2026-12-24/removal", &[]).leads_to(), "/hr/holidays?done=removed");
    assert!(is_working(&house, date(2026, 12, 24)));
    let page = hr.opens(HOLIDAYS);
    hr.sends(&page, "/hr/holidays/2026-12-24/removal", &[]).is(303);
    hr.sends(&page, "/hr/holidays/tomorrow/removal", &[]).is(404);
    let diary = admin.opens("/admin/log");
    diary.says("เพิ่มวันหยุด 2026-12-24 วันหยุดพิเศษ").says("ลบวันหยุด 2026-12-24 วันหยุดพิเศษ");
    assert_eq!(diary.text().matches("ลบวันหยุด").count(), 1, "what is gone is not removed again");
}

#[test]
fn what_is_no_day_or_has_no_name_is_said_at_its_field_and_nothing_is_kept() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    adds(&hr, ["", "", ""], "", "").is(422).says("ใส่วันที่").says("ใส่ชื่อวันหยุด ไม่เกิน 200 ตัวอักษร");
    adds(&hr, ["31", "2", "2570"], "วันหยุด", "").is(422);
    adds(&hr, ["1", "2", "70"], "วันหยุด", "").is(422);
    adds(&hr, ["1", "2", "2570"], &"ก".repeat(201), "").is(422).says("ใส่ชื่อวันหยุด ไม่เกิน 200 ตัวอักษร");
    adds(&hr, ["1", "1", "2570"], "อีกชื่อ", "").is(422).says("วันนี้อยู่ในรายการแล้ว");
    assert!(is_working(&house, date(2027, 2, 1)));
    hr.opens(HOLIDAYS).does_not_say("อีกชื่อ");
}

#[test]
fn what_hr_made_of_the_list_is_not_undone_by_the_next_start() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    let page = hr.opens(HOLIDAYS);
    hr.sends(&page, "/hr/holidays/2026-12-07/removal", &[]).is(303);
    let _started_again = house.beside();
    assert!(is_working(&house, date(2026, 12, 7)));
}
