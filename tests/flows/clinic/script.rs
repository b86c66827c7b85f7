//! The door for scripts: a message with a seat, and nothing that tells whose it is.

use serde_json::{Value, json};

use super::scene::{Clinic, Seat, opens};
use crate::api::description::is_described;

fn sends(clinic: &Clinic, seat: &Seat, text: &str, once: &str) -> (u16, Value) {
    let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
    let body = json!({
        "meeting": clinic.meeting(), "topic": "money", "text": text, "on_board": true, "once": once,
        "message": seat.message, "signature": seat.signature,
    });
    let request = agent.post(clinic.house.url("/api/v1/clinic/matters")).header("content-type", "application/json");
    let mut answer = request.send(body.to_string()).unwrap();
    assert!(answer.headers().get("set-cookie").is_none());
    let (status, kind) = (answer.status().as_u16(), answer.headers()["content-type"].to_str().unwrap().to_owned());
    let body = answer.body_mut().read_to_string().unwrap();
    is_described("post", "/api/v1/clinic/matters", status, &kind, &body);
    (status, serde_json::from_str(&body).unwrap())
}

#[test]
fn a_script_sends_until_it_is_heard_and_always_gets_the_same_receipt() {
    let clinic = Clinic::open();
    let seat = clinic.seat();
    let (status, first) = sends(&clinic, &seat, "จากเครื่องนี้", "drawn-by-the-browser");
    assert_eq!(status, 201, "{first}");
    let (status, again) = sends(&clinic, &seat, "จากเครื่องนี้", "drawn-by-the-browser");
    assert_eq!((status, &again), (201, &first));
    opens(&clinic.nobody(), first["receipt"].as_str().unwrap()).is(200).says("จากเครื่องนี้");
    assert_eq!(clinic.house.place().all_rows()["urn.letterbox"].len(), 1);
    let (status, used) = sends(&clinic, &seat, "เรื่องอื่น", "drawn-by-the-browser");
    assert_eq!((status, used["code"].as_str()), (409, Some("used")));
}

#[test]
fn one_seat_cannot_flood_and_what_is_forged_is_refused() {
    let clinic = Clinic::open();
    let seat = clinic.seat();
    for number in 0..12 {
        let (status, _) = sends(&clinic, &seat, &format!("ท่วม {number}"), &format!("number-{number:016}"));
        assert_eq!(status, if number == 0 { 201 } else { 409 });
    }
    assert_eq!(clinic.house.place().all_rows()["urn.letterbox"].len(), 1);
    let other = clinic.seat();
    let forged = Seat { signature: other.signature, ..clinic.seat() };
    assert_eq!(sends(&clinic, &forged, "ปลอม", "number-0000000000000001").0, 422);
    assert_eq!(sends(&clinic, &clinic.seat(), "", "number-0000000000000001").0, 422);
    assert_eq!(sends(&clinic, &clinic.seat(), "x", "short").0, 422);
    let elsewhere = Clinic::open();
    assert_eq!(sends(&elsewhere, &seat, "รอบอื่น", "number-0000000000000001").0, 422);
}
