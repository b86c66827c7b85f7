//! Reading and taking away all results of a round, as coordinator, as viewer, as those who may not, and as anybody.

use crate::{
    attack::{
        NotCarriedOut,
        browser::Browser,
        forms::send,
        play::{self, sign_in},
        stage::Stage,
        truth::Truth,
    },
    ids::SurveyId,
};

/// What somebody got at one address.
#[derive(Clone)]
pub struct Output {
    pub survey: SurveyId,
    pub when: &'static str,
    pub who: &'static str,
    pub address: String,
    pub status: u16,
    pub bytes: Vec<u8>,
}

pub const HR: &str = "HR";
pub const ADMINISTRATOR: &str = "the administrator";

/// Of a round; more pages of comments than any round has are not looked for.
const RESULTS: [&str; 11] = [
    "results",
    "results/items",
    "results/items?order=score",
    "results/units",
    "results/compare",
    "results/comments",
    "results/file/json",
    "results/file/csv",
    "results/file/xlsx",
    "results/file/docx",
    "report",
];

impl Output {
    pub fn place(&self) -> String {
        format!("{} ({}, {})", self.address, self.who, self.when)
    }

    pub fn is(&self, ending: &str) -> bool {
        self.status == 200 && self.address.ends_with(ending)
    }

    /// What its file names begin with.
    pub fn is_workbook_or_document(&self) -> bool {
        self.bytes.starts_with(b"PK")
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

pub fn gather(stage: &Stage, truth: &mut Truth, survey: SurveyId, when: &'static str) -> Result<Vec<Output>, NotCarriedOut> {
    let of_round = RESULTS.map(|part| format!("/en/rounds/{survey}/{part}"));
    let of_all = [
        "/en/results".to_owned(),
        format!("/en/results/{survey}"),
        format!("/api/v1/results/{survey}"),
        format!("/en/surveys/{survey}/bulletin"),
        format!("/api/v1/bulletins/{survey}"),
    ];
    let those = [
        ("the coordinator", play::A_COORDINATOR),
        ("the viewer", play::A_VIEWER),
        (HR, play::HR),
        (ADMINISTRATOR, play::AN_ADMINISTRATOR),
    ];
    let mut outputs = Vec::new();
    for (who, nth) in those {
        let mut browser = signed_in(stage, truth, nth)?;
        for address in &of_round {
            outputs.push(get(&mut browser, survey, when, who, address)?);
        }
    }
    let mut anybody = stage.browser();
    for address in of_all.iter().chain(&of_round) {
        outputs.push(get(&mut anybody, survey, when, "anybody", address)?);
    }
    Ok(outputs)
}

/// With everything ticked that can be.
pub fn publish(stage: &Stage, truth: &mut Truth, survey: SurveyId) -> Result<(), NotCarriedOut> {
    let mut coordinator = signed_in(stage, truth, play::A_COORDINATOR)?;
    let address = format!("/en/rounds/{survey}/publication");
    let page = coordinator.get(&address)?;
    let mark = page.field("mark").unwrap_or_default().to_owned();
    let fields = [
        ("mark", mark.as_str()),
        ("do", "publish"),
        ("items", "yes"),
        ("units", "yes"),
        ("comparison", "yes"),
        ("what1", "A plan for the cars"),
        ("who1", "The office"),
        ("until1_day", "31"),
        ("until1_month", "3"),
        ("until1_year", "2027"),
    ];
    let published = send(truth, &mut coordinator, &page, &address, &fields)?;
    crate::attack::forms::expect(303, "published results", &published)
}

fn signed_in(stage: &Stage, truth: &mut Truth, nth: usize) -> Result<Browser, NotCarriedOut> {
    let person = truth.people.get(nth).cloned().ok_or_else(|| NotCarriedOut::Stuck("looked for anybody".to_owned()))?;
    let mut browser = stage.browser();
    sign_in(stage, truth, &person, &mut browser)?;
    Ok(browser)
}

fn get(
    browser: &mut Browser,
    survey: SurveyId,
    when: &'static str,
    who: &'static str,
    address: &str,
) -> Result<Output, NotCarriedOut> {
    let page = browser.get(address)?;
    Ok(Output { survey, when, who, address: address.to_owned(), status: page.status, bytes: page.bytes })
}
