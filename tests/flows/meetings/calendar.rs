//! The file for calendars.

use super::scene::*;
use crate::house::House;

#[test]
fn everybody_can_put_a_session_into_a_calendar_and_a_cancelled_one_says_so() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.plans(&[("place_thai", "ห้องประชุม 2; ชั้น 3, อาคาร A")]);
    let address = format!("/clinic/sessions/{id}/calendar.ics");
    let somebody = house.visitor();
    somebody.opens(&address).is(404);
    scene.opens(id).is(303);
    house.courier_runs();
    let file = somebody.opens(&address);
    assert_eq!((file.is(200).header("content-type"), file.header("cache-control")), ("text/calendar; charset=utf-8", "no-store"));
    assert!(file.body.split("\r\n").all(|line| line.len() <= 75) && !file.body.replace("\r\n", "").contains('\n'));
    let unfolded = file.body.replace("\r\n ", "");
    for line in [
        format!("UID:{id}@clear.example"),
        "DTSTART:20261130T063000Z".to_owned(),
        "DTEND:20261130T083000Z".to_owned(),
        "STATUS:CONFIRMED".to_owned(),
        "LOCATION:ห้องประชุม 2\\; ชั้น 3\\, อาคาร A".to_owned(),
    ] {
        assert!(unfolded.contains(&format!("\r\n{line}\r\n")), "{line}: {unfolded}");
    }
    assert_eq!(somebody.opens(&address).body, file.body);
    scene.coordinator.fills_in(&at(id, "/cancellation"), &[]).is(303);
    house.courier_runs();
    let cancelled = somebody.opens(&address).body;
    assert!(cancelled.contains("STATUS:CANCELLED") && cancelled.contains(&format!("UID:{id}@clear.example")));
    let standing = scene.opened(&[("standing", "yes")]);
    somebody.opens(&format!("/clinic/sessions/{standing}/calendar.ics")).is(404);
    somebody.opens("/clinic/sessions/x/calendar.ics").is(404);
}
