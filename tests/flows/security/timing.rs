//! Guessing: nobody is kept out by it, and nobody learns from the time an answer takes.

use std::time::{Duration, Instant};

use crate::{campaigns::scene::Scene, house::House};

const DAY_AND_MORE: Duration = Duration::from_secs(25 * 60 * 60);

#[test]
fn while_everything_is_guessed_at_nobody_is_kept_out() {
    let house = House::open();
    let admin = house.administrator();
    let owner = house.member(&admin, "busaba", &["viewer"]);
    let office = house.visitor();
    for number in 0..62 {
        office.signs_in(&format!("guess{number}@example.go.th"), "a wrong guess").is(422);
    }
    // Behind the same address of the network, on a new device: a little later, but in.
    house.visitor().is_in("busaba@example.go.th");
    // On a device that is known: at once.
    let began = Instant::now();
    owner.is_in("busaba@example.go.th");
    assert!(began.elapsed() < Duration::from_secs(2), "whose device is known does not wait");
}

/// The middle of what both took, told alternately so that whatever else the machine does falls on both.
fn medians(times: usize, one: &mut dyn FnMut() -> Duration, other: &mut dyn FnMut() -> Duration) -> [Duration; 2] {
    let (mut of_one, mut of_other) = (Vec::new(), Vec::new());
    for _ in 0..times {
        of_one.push(one());
        of_other.push(other());
    }
    [of_one, of_other].map(|mut took| {
        took.sort_unstable();
        took[took.len() / 2]
    })
}

#[track_caller]
fn are_alike([one, other]: [Duration; 2], slack: Duration) {
    let (less, more) = (one.min(other), one.max(other));
    assert!(more < less * 2 + slack, "one takes {one:?}, the other {other:?}");
}

#[test]
fn nobody_hears_from_the_time_whether_there_is_an_account() {
    let house = House::open();
    house.administrator();
    let visitor = house.visitor();
    let takes = |email: &str| {
        // Wrong tries are forgotten, so that none of them waits.
        house.turn(DAY_AND_MORE);
        let page = visitor.opens("/signin");
        let began = Instant::now();
        visitor.sends(&page, "/signin", &[("email", email), ("password", "a wrong guess")]).is(422);
        began.elapsed()
    };
    let took = medians(9, &mut || takes("anan@example.go.th"), &mut || takes("nobody@example.go.th"));
    are_alike(took, Duration::from_millis(10));
}

#[test]
fn nobody_hears_from_the_time_how_much_of_a_code_is_right() {
    let house = House::open();
    house.administrator();
    let visitor = house.visitor();
    visitor.fills_in("/forgotten", &[("email", "anan@example.go.th")]).is(303);
    let right = house.letter_to("anan@example.go.th").link();
    visitor.opens(&right).is(200);
    let nearly = {
        let (begin, last) = right.split_at(right.len() - 2);
        format!("{begin}{}{}", if last.starts_with('A') { 'B' } else { 'A' }, &last[1..])
    };
    let takes = |address: &str| {
        let began = Instant::now();
        visitor.opens(address).is(410);
        began.elapsed()
    };
    let wrong = format!("/reset/{}", "Q".repeat(42) + "A");
    are_alike(medians(25, &mut || takes(&nearly), &mut || takes(&wrong)), Duration::from_millis(10));

    // Sixteen digits of a slip: of nobody, and all but one of somebody's.
    let house = House::open();
    let scene = Scene::open(&house);
    house.courier_runs();
    let right = scene.link(0);
    let last = if right.ends_with('0') { '1' } else { '0' };
    let nearly = format!("/t/{}{last}", &right[..right.len() - 1]);
    let wrong = "/t/4821093755621409".to_owned();
    let visitor = house.visitor();
    let takes = |address: &str| {
        let began = Instant::now();
        let page = visitor.opens(address);
        assert!(page.status >= 400, "{address}: {}", page.status);
        began.elapsed()
    };
    are_alike(medians(25, &mut || takes(&nearly), &mut || takes(&wrong)), Duration::from_millis(10));
}
