//! Everything that is put out of a round, read as text: no number in it that was not let out, and nothing of
//! those who are hidden.

use std::collections::BTreeSet;

use clearjai::{
    instruments::{Code, Fraction},
    results::{
        figure::{Figure, Score},
        figures::Figures,
    },
    web::at,
};

use super::{publication::publishes, reading::*, scene::*};
use crate::house::House;

/// Where something is put out, and who may read it.
struct Output {
    address: String,
    reader: &'static str,
    /// HR and administrators never; the public page is for everyone.
    is_guarded: bool,
}

/// A PDF is set only where that is built in; what stands in it is read elsewhere.
const NOT_SERVED: usize = if cfg!(feature = "pdf") { 0 } else { 1 };

fn outputs(id: clearjai::ids::SurveyId) -> Vec<Output> {
    let guarded = |address: String| Output { address, reader: "coordinator", is_guarded: true };
    let public = |address: String| Output { address, reader: "nobody", is_guarded: false };
    let pages = ["", "/items", "/units", "/compare", "/comments"];
    let files = ["csv", "xlsx", "json", "docx", "pdf"];
    let mut all: Vec<Output> = pages.iter().map(|below| guarded(at::results(id, below))).collect();
    all.extend(files.iter().map(|kind| guarded(at::results(id, &format!("/file/{kind}")))));
    all.extend([guarded(at::report(id)), guarded(at::SCORES.to_owned())]);
    all.extend([public(at::published(id)), public(at::published_file(id))]);
    all
}

/// What must not stand anywhere: means of those who are hidden, as this test works them out.
fn hidden(told: &Figures) -> BTreeSet<String> {
    let ballots = ballots();
    let score = |of: &[&Said], item: &str| {
        let (above, below) = mean(of, item);
        Score::new(Fraction::new(above.into(), below.into()))
    };
    let mut hidden = Vec::new();
    for group in &ballots[..2] {
        let of: Vec<&Said> = group.iter().collect();
        let items = ["i1", "i2", "i3"].map(|code| score(&of, code));
        let work = Score::mean(&items[..2]).unwrap();
        hidden.extend([Score::mean([&work, &items[2]]).unwrap(), work]);
        hidden.extend(items);
    }
    let third: Vec<&Said> = ballots[2].iter().collect();
    hidden.extend(["i1", "i2", "i3"].map(|code| score(&third, code)));
    let asked: Vec<&Said> = ballots[2][..3].iter().collect();
    hidden.push(score(&asked, "i4"));
    let written: BTreeSet<String> = hidden.iter().map(|score| score.shown(2)).collect();
    // What is told of something else by the same number is told.
    written.difference(&derivable(told, &known())).cloned().collect()
}

#[test]
fn every_number_that_is_put_out_was_let_out_and_nothing_of_those_who_are_hidden() {
    let house = House::open();
    let scene = Scene::open(&house);
    scene.hands_in();
    scene.time_is_over();
    house.timetable_runs();
    let told = scene.figures().unwrap();
    let hidden = hidden(&told);
    assert!(hidden.len() >= 4, "{hidden:?}");
    scene.is_awake();
    publishes(scene.who("coordinator"), scene.id, &[("items", "yes"), ("units", "yes")]).is(303);
    let mut skipped = Vec::new();
    for Output { address, reader, is_guarded } in outputs(scene.id) {
        for language in ["", "/en"] {
            let localized = if address.starts_with("/api") { address.clone() } else { format!("{language}{address}") };
            let answer = scene.who(reader).opens(&localized);
            if answer.status == 404 {
                skipped.push(localized);
                continue;
            }
            if is_guarded {
                for who in ["HR", "administrator"] {
                    scene.who(who).opens(&localized).is(403);
                }
                assert!(scene.who("nobody").opens(&localized).leads_to().contains("/signin"), "{localized}");
                scene.who("viewer").opens(&localized).is(200);
            }
            answer.is(200);
            let bytes = scene.who(reader).downloads(&localized);
            if bytes.starts_with(b"%PDF") {
                continue;
            }
            let text = text_of(&localized, &bytes);
            let numbers = decimals(&text);
            let may = derivable(&told, &known());
            let strange: Vec<_> = numbers.difference(&may).filter(|it| !is_of_the_clock(it)).collect();
            assert!(strange.is_empty(), "{localized}: {strange:?} were not let out\n{text}");
            let leaked: Vec<_> = numbers.intersection(&hidden).collect();
            assert!(leaked.is_empty(), "{localized}: {leaked:?}\n{text}");
        }
    }
    skipped.sort();
    skipped.dedup_by(|one, other| one.trim_start_matches("/en") == other.trim_start_matches("/en"));
    let skipped: BTreeSet<_> = skipped.iter().map(|address| address.trim_start_matches("/en")).collect();
    assert_eq!(skipped.len(), NOT_SERVED, "not served: {skipped:?}");
}

/// Ends and steps of the scale, targets and levels of the assessment.
fn known() -> Vec<Score> {
    let thirds = (0..=3).map(|step| Score::new(Fraction::new((100 * step).into(), 3.into())));
    thirds.chain([0, 25, 50, 70, 75, 85, 95, 100].map(Score::whole)).collect()
}

/// `16.30`, as the hours of opening and closing are written.
fn is_of_the_clock(number: &str) -> bool {
    ["9.00", "09.00", "16.30"].contains(&number)
}

#[test]
fn the_reader_finds_what_was_not_let_out() {
    let house = House::open();
    let scene = Scene::open(&house);
    scene.hands_in();
    scene.time_is_over();
    house.timetable_runs();
    let told = scene.figures().unwrap();
    let item = told.item(&Code::from("i2")).unwrap().figure.as_ref().and_then(Figure::exact).unwrap().shown(2);
    let may = derivable(&told, &known());
    assert!(may.contains(&item));
    for secret in hidden(&told) {
        assert!(!may.contains(&secret), "{secret}");
        assert_eq!(decimals(&format!("<p>{secret}</p>")).into_iter().collect::<Vec<_>>(), [secret]);
    }
}
