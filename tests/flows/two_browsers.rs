//! Whoever asks and whoever answers, each in a browser of their own, at the same time.

use std::time::Duration;

use crate::{
    house::{
        House,
        browser::{Browser, at_hand},
    },
    live::session::Session,
    meetings::scene::{Guest, Scene},
};

const HOUR: Duration = Duration::from_secs(60 * 60);
const DESK: &str = "duangjai@example.go.th";
const QUESTION: &str = "ทำไมค่าเดินทางได้ช้ากว่าสองเดือน";

async fn writes(browser: &Browser<'_>, text: &str) {
    browser.presses("label[for=topic]").await;
    browser.presses("label[for=board]").await;
    browser.types("#text", text).await;
    browser.presses("main form button.btn").await;
    browser.sees("location.pathname === '/clinic/ask/check'").await;
    browser.reads(text).await;
}

async fn opens_with(browser: &Browser<'_>, receipt: &str) {
    browser.goes_to("/clinic/check").await;
    browser.types("#code", receipt).await;
    browser.presses("main form button.btn").await;
    browser.sees("location.pathname === '/clinic/mine'").await;
}

/// The only matter of a queue.
async fn takes_up(desk: &Browser<'_>, state: &str) {
    desk.goes_to(&format!("/desk?state={state}")).await;
    desk.presses("tbody th a").await;
    desk.sees("document.querySelector('#thread')").await;
}

#[test]
fn asked_without_a_name_answered_followed_up_and_revealed_by_its_writer_alone() {
    let Some(at) = at_hand() else { return };
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    house.member(&scene.admin, "duangjai", &["desk"]);
    let link = house.letter_to("p3@example.go.th").link();
    let links = scene.links(id);
    let own = link.split('#').next().unwrap().trim_start_matches("/c/").to_owned();
    let (writer, desk) = house.wait_for(async {
        let (writer, desk) = tokio::join!(Browser::open(&house, &at), Browser::open(&house, &at));
        writer.goes_to(&link).await;
        writer.sees("!document.querySelector('form[data-seats] [data-capable]').hidden").await;
        writer.presses("form[data-seats] button").await;
        writer.sees("location.pathname === '/clinic/ask' && !document.querySelector('form[data-seats]').hidden").await;
        writes(&writer, QUESTION).await;
        writer.reads("ไม่มีชื่อ").await;
        writer.sees("!document.querySelector('form[data-send] button').hidden").await;
        writer.presses("form[data-send] button").await;
        writer.sees("/^[0-9]{4}( [0-9]{4}){3}$/.test(document.querySelector('[data-receipt]').textContent)").await;
        (writer, desk)
    });
    for other in links.iter().filter(|other| **other != own).take(4) {
        Guest::with(&house, other).takes();
    }
    house.turn(44 * HOUR);
    house.timetable_runs();
    house.wait_for(async {
        let receipt = writer.finds("document.querySelector('[data-receipt]').textContent").await;
        let receipt = receipt.as_str().unwrap();
        desk.signs_in(DESK).await;
        takes_up(&desk, "new").await;
        desk.reads(QUESTION).await;
        desk.reads("ไม่บอกชื่อ").await;
        opens_with(&writer, receipt).await;
        desk.types("#answering", "กองคลัง").await;
        desk.types("#reply", "รอบหน้าได้ภายในสิบห้าวัน").await;
        desk.types("#title", "ค่าเดินทางช้า").await;
        desk.types("#board_answer", "ปรับเป็นสิบห้าวัน").await;
        desk.presses("button[value=both]").await;
        desk.reads("บันทึกแล้ว").await;

        opens_with(&writer, receipt).await;
        writer.reads("รอบหน้าได้ภายในสิบห้าวัน").await;
        writer.types("#reply", "แล้วของเดือนก่อนเล่า").await;
        writer.presses("button[value=reply]").await;
        writer.reads("บันทึกแล้ว").await;
        takes_up(&desk, "new").await;
        desk.reads("แล้วของเดือนก่อนเล่า").await;
        desk.sees("!document.body.innerText.includes('มาลี')").await;

        writer.presses("details.note summary").await;
        writer.types("#name", "มาลี สุขใจ").await;
        writer.presses("button[value=reveal]").await;
        writer.reads("ผู้ตอบเห็นชื่อ มาลี สุขใจ").await;
        takes_up(&desk, "new").await;
        desk.reads("มาลี สุขใจ").await;
        writer.goes_to("/clinic").await;
        writer.reads("ค่าเดินทางช้า").await;
        writer.sees("!document.body.innerText.includes('มาลี')").await;
        tokio::join!(writer.closes(), desk.closes());
    });
    house.courier_runs();
}

#[test]
fn a_name_goes_with_a_message_to_the_desk_and_not_to_the_board() {
    let Some(at) = at_hand() else { return };
    let house = House::open();
    let scene = Scene::new(&house);
    scene.opened(&[]);
    house.member(&scene.admin, "duangjai", &["desk"]);
    let link = house.letter_to("p3@example.go.th").link();
    let (writer, desk) = house.wait_for(async {
        let (writer, desk) = tokio::join!(Browser::open(&house, &at), Browser::open(&house, &at));
        writer.goes_to(&link).await;
        writer.presses("form[action$='/voucher'] button").await;
        writer.presses("form[action*='/clinic/ask'] button").await;
        writes(&writer, QUESTION).await;
        writer.presses("form[action$='/clinic/receipt'] button").await;
        writer.sees("location.pathname === '/clinic/receipt' && document.querySelector('.panel .code')").await;
        (writer, desk)
    });
    house.turn(44 * HOUR);
    house.timetable_runs();
    house.wait_for(async {
        desk.signs_in(DESK).await;
        takes_up(&desk, "new").await;
        desk.reads(QUESTION).await;
        let name = desk.finds("document.querySelector('.dl dd bdi').textContent").await;
        let name = name.as_str().unwrap();
        assert!(name.starts_with("บุคคล"), "{name}");
        desk.types("#title", "เบิกจ่ายช้า").await;
        desk.presses("button[value=show]").await;
        desk.reads("บันทึกแล้ว").await;
        writer.goes_to("/clinic").await;
        writer.reads("เบิกจ่ายช้า").await;
        writer.sees("!document.body.innerText.includes('บุคคล 3')").await;
        tokio::join!(writer.closes(), desk.closes());
    });
    house.courier_runs();
}

#[test]
fn two_phones_and_whoever_leads_see_each_others_questions_rise_and_be_answered() {
    let Some(at) = at_hand() else { return };
    let house = House::open();
    let session = Session::moderated(&house);
    let room = format!("/live/{}", session.code());
    house.wait_for(async {
        let (one, other) = tokio::join!(Browser::open(&house, &at), Browser::open(&house, &at));
        tokio::join!(one.goes_to(&room), other.goes_to(&room));
        one.types("textarea", "ที่จอดรถพอไหม").await;
        one.presses("main form button.wide").await;
        one.reads("ส่ง").await;
        let leads = Browser::open(&house, &at).await;
        leads.signs_in("duang@example.go.th").await;
        leads.goes_to(&session.host()).await;
        leads.reads("ที่จอดรถพอไหม").await;
        other.sees("!document.body.innerText.includes('ที่จอดรถพอไหม')").await;
        leads.presses("[aria-labelledby=waiting] button[name=show]").await;
        other.reads("ที่จอดรถพอไหม").await;
        leads.sees("document.querySelector('[aria-labelledby=shown] li')").await;
        leads.finds("document.querySelector('#next').isUnderAFinger = true").await;
        other.presses("[data-live-list] button.metoo").await;
        leads.reads("ฉันด้วย 1").await;
        leads.sees("document.querySelector('#next').isUnderAFinger").await;
        one.sees("document.querySelector('[data-live-list] [data-live-count]').textContent === '1'").await;
        leads.presses("#next").await;
        one.sees("document.querySelector('[data-live-now]').textContent.includes('ที่จอดรถพอไหม')").await;
        leads.presses("[aria-labelledby=now] button[name=answered]").await;
        other.sees("document.querySelector('[data-live-now]').hidden").await;
        tokio::join!(one.closes(), other.closes(), leads.closes());
    });
}
