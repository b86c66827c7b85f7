//! From the close to the figures: what is let out is what the ballots say, once and for good.

use clearjai::{
    ids::SurveyId,
    instruments::{Code, Fraction},
    results::{
        self,
        figure::{Figure, Score},
        figures::Answered,
    },
};

use super::scene::*;
use crate::house::House;

fn exactly(figure: Option<&Figure>) -> &Score {
    figure.and_then(Figure::exact).unwrap_or_else(|| panic!("{figure:?}"))
}

fn score((above, below): (i64, i64)) -> Score {
    Score::new(Fraction::new(above.into(), below.into()))
}

#[test]
fn figures_are_what_the_ballots_say_and_what_is_of_few_is_kept_back() {
    let house = House::open();
    let scene = Scene::open(&house);
    let strata = scene.hands_in();
    assert_eq!(scene.figures(), None);
    scene.time_is_over();
    house.timetable_runs();
    let told = scene.figures().unwrap();
    let ballots = ballots();
    let all: Vec<&Said> = ballots.iter().flatten().collect();
    assert_eq!((told.counted, told.roll, told.k), (25, Some(42), 5));
    let mut of_items = Vec::new();
    for code in ["i1", "i2", "i3"] {
        let item = told.item(&Code::from(code)).unwrap();
        let expected = score(mean(&all, code));
        assert_eq!(exactly(item.figure.as_ref()), &expected, "{code}");
        assert_eq!(item.questions[0].answers, Some(Answered { given: 25, silent: 0 }));
        let at = |level: &str| u32::try_from(all.iter().filter(|said| said.contains(&(code, level))).count()).unwrap();
        assert_eq!(item.questions[0].spread.as_deref(), Some(&["1", "2", "3", "4"].map(at)[..]), "{code}");
        of_items.push(expected);
    }
    let work = Score::mean(&of_items[..2]).unwrap();
    assert_eq!(exactly(Some(&told.parts[0].figure)), &work);
    assert_eq!(exactly(Some(&told.overall)), &Score::mean([&work, &of_items[2]]).unwrap());
    // Three were asked: nothing is said of them, and the part is made of the rest.
    let why = told.item(&Code::from("i4")).unwrap();
    assert_eq!((why.figure.as_ref(), why.questions[0].answers, &why.questions[0].spread), (Some(&Figure::TooFew), None, &None));
    assert_eq!(exactly(Some(&told.parts[1].figure)), &of_items[2]);
    let choice = told.item(&Code::from("i5")).unwrap();
    assert_eq!((&choice.figure, choice.questions[0].spread.as_deref()), (&None, Some(&[15, 10][..])));
    // Six are of one mind: they are hidden, and the nine with them.
    assert_eq!(told.groups.hidden.concat(), strata[..2]);
    let [third] = &told.groups.shown[..] else { panic!("{:?}", told.groups) };
    let of_third: Vec<&Said> = ballots[2].iter().collect();
    let parts = ["i1", "i2", "i3"].map(|code| score(mean(&of_third, code)));
    let overall = Score::mean([&Score::mean(&parts[..2]).unwrap(), &parts[2]]).unwrap();
    assert_eq!((third.strata[0], third.counted), (strata[2], 10));
    assert_eq!(exactly(Some(&third.figure)).shown(2), format!("{}0", overall.shown(1)), "to one decimal, and no further");
}

#[test]
fn struck_down_between_opening_and_counting_it_goes_on_and_two_servers_count_once() {
    let house = House::open();
    let scene = Scene::open(&house);
    scene.hands_in();
    scene.time_is_over();
    scene.is_released_and_no_more();
    assert_eq!(scene.figures(), None);
    let other = house.beside();
    let both = futures_util::future::join(results::settle_all(&house.rooms.db), results::settle_all(&other.rooms.db));
    let (one, another) = house.wait_for(both);
    assert!(one.unwrap() + another.unwrap() >= 1);
    let told = scene.figures().unwrap();
    assert_eq!(told.counted, 25);
    house.timetable_runs();
    other.timetable_runs();
    assert_eq!(scene.figures().unwrap(), told);
    // What was never written is counted again, and comes out the same.
    house.place().in_the_urn("DELETE FROM releases");
    house.turn(std::time::Duration::from_secs(10));
    other.timetable_runs();
    assert_eq!(scene.figures().unwrap(), told);
}

#[test]
fn what_was_let_out_stays_and_a_recount_says_where_the_ballots_are_others() {
    let house = House::open();
    let scene = Scene::open(&house);
    scene.hands_in();
    scene.time_is_over();
    house.timetable_runs();
    let told = scene.figures().unwrap();
    let recount = || -> Vec<SurveyId> { house.wait_for(results::recount(&house.rooms.db, &[])).unwrap() };
    assert_eq!(recount(), []);
    house.place().in_the_urn("DELETE FROM answers WHERE id = (SELECT id FROM answers ORDER BY id LIMIT 1)");
    assert_eq!(recount(), [scene.id]);
    assert_eq!(house.wait_for(results::settle_all(&house.rooms.db)).unwrap(), 0);
    assert_eq!(scene.figures().unwrap(), told, "nothing is ever let out twice");
    house.place().in_the_urn("UPDATE releases SET figures = replace(figures, '\"counted\":25', '\"counted\":26')");
    let id = scene.id;
    assert!(
        house.wait_for(house.rooms.db.read_urn(move |conn| results::figures(conn, id))).is_err(),
        "nor read when it was changed"
    );
    house.place().in_the_urn("UPDATE releases SET figures = replace(figures, '\"counted\":26', '\"counted\":25')");
    house.place().in_the_urn("DELETE FROM texts; DELETE FROM answers");
    assert_eq!(recount(), [scene.id], "also where no answer is left, unless the diary says why");
}

#[test]
fn a_record_that_was_changed_is_shown_by_no_server_though_it_was_read_before() {
    let house = House::open();
    let scene = Scene::open(&house);
    scene.hands_in();
    scene.time_is_over();
    house.timetable_runs();
    let coordinator = scene.is_awake().who("coordinator");
    let round = format!("/rounds/{}/results", scene.id);
    for _ in 0..2 {
        coordinator.opens(&round).is(200).says("25");
        assert_eq!(coordinator.opens("/scores").is(200).addresses(&round), [round.as_str()]);
    }
    let changed = |from: &str, to: &str| {
        house
            .place()
            .in_the_urn(&format!("UPDATE releases SET figures = replace(figures, '\"counted\":{from}', '\"counted\":{to}')"));
    };
    changed("25", "26");
    coordinator.opens(&round).is(500);
    assert!(coordinator.opens("/scores").is(200).addresses(&round).is_empty(), "and takes no other down");
    changed("26", "25");
    coordinator.opens(&round).is(200).says("25");
}

#[test]
fn of_four_ballots_that_nobody_opened_it_is_said_that_they_are_too_few() {
    let house = House::open();
    let id = crate::wall::respondent::open_round(&house);
    for link in crate::wall::respondent::links(&house, id).iter().take(4) {
        let one = crate::wall::respondent::Respondent::with(&house, link);
        assert_eq!(one.ballot(&[("i1", "4"), ("i2", "4")]).goes_in(&house).0, 201);
    }
    crate::rounds::desk::comes(&house, 14, 16, 30);
    house.timetable_runs();
    house.turn(std::time::Duration::from_secs(11 * 60));
    house.timetable_runs();
    house.leaves_letters();
    let told = house.wait_for(house.rooms.db.read_urn(move |conn| results::figures(conn, id))).unwrap().unwrap();
    assert_eq!((told.counted, &told.overall), (0, &Figure::TooFew));
    assert_eq!(house.wait_for(results::recount(&house.rooms.db, &[])).unwrap(), []);
}
