//! A round that staff have answered, in figures and in their own words, closed and counted.

use std::time::Duration;

use clearjai::{
    ids::SurveyId,
    instruments::{Asks, Instrument, Item, Text},
};

use crate::{
    eligible::crew::*,
    house::{House, Visitor},
    rounds::desk::*,
    wall::respondent::{Respondent, links},
};

/// Everybody who works here, signed in.
pub struct Crew<'house> {
    pub house: &'house House,
    pub admin: Visitor<'house>,
    pub coordinator: Visitor<'house>,
    pub hr: Visitor<'house>,
    pub viewer: Visitor<'house>,
}

pub type Said<'it> = [(&'it str, &'it str)];

/// Two questions on four levels, and two to be answered in one's own words.
pub fn wordy() -> Instrument {
    let mut asked = form("แบบวัดชีพจร");
    for (code, thai, english) in [("i3", "ควรปรับปรุงเรื่องใด", "What should be better"), ("i4", "เรื่องใดดีแล้ว", "What is good")]
    {
        let item = Item::new(code, Text::new(thai, english), Asks::LongText { longest: 1_000 });
        asked.parts[0].items.push(Item { required: false, ..item });
    }
    asked
}

impl<'house> Crew<'house> {
    pub fn of(house: &'house House) -> Self {
        let admin = house.administrator();
        let [coordinator, hr, viewer] = [("chai", "coordinator"), ("busaba", "hr"), ("ekachai", "viewer")]
            .map(|(name, role)| house.member(&admin, name, &[role]));
        Self { house, admin, coordinator, hr, viewer }
    }

    /// A round of 36 people, open since this morning, 1 December.
    pub fn opens_round(&self, promises: &[(&str, &str)]) -> SurveyId {
        let id = demo(self.house);
        let asked = shelves(self.house, &wordy());
        chooses(&self.coordinator, id, asked).is(303);
        self.coordinator.fills_in(&page(id, "settings"), &settings(promises)).is(303);
        confirms(&self.hr, id).is(303);
        schedules(&self.coordinator, id, 1, 14).is(303);
        comes(self.house, 1, 9, 0);
        self.house.timetable_runs();
        id
    }

    pub fn staff_answer(&self, id: SurveyId, answers: &[&Said]) {
        for (link, answers) in links(self.house, id).iter().zip(answers) {
            assert_eq!(Respondent::with(self.house, link).ballot(answers).goes_in(self.house).0, 201);
        }
    }

    /// The close, its grace, the opening of the ballots and their count; everybody signs in again.
    pub fn it_is_counted(&self, day: i8) {
        comes(self.house, day, 16, 30);
        self.house.timetable_runs();
        self.house.turn(Duration::from_secs(11 * 60));
        for _ in 0..3 {
            self.house.timetable_runs();
            self.house.turn(Duration::from_secs(6));
        }
        self.come_back();
    }

    pub fn come_back(&self) {
        self.coordinator.is_in("chai@example.go.th");
        self.viewer.is_in("ekachai@example.go.th");
        self.hr.is_in("busaba@example.go.th");
        self.admin.is_in("anan@example.go.th");
    }

    /// How often the diary has this.
    pub fn times_in_diary(&self, deed: &str) -> usize {
        self.admin.opens("/admin/log").text().matches(deed).count()
    }
}

/// A round of which everything is said and counted.
pub fn counted<'house>(house: &'house House, promises: &[(&str, &str)], answers: &[&Said]) -> (Crew<'house>, SurveyId) {
    let crew = Crew::of(house);
    let id = crew.opens_round(promises);
    crew.staff_answer(id, answers);
    crew.it_is_counted(14);
    (crew, id)
}
