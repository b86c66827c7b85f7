//! A round of three units that is played through both doors, and the figures that it must give.

use std::{collections::BTreeMap, time::Duration};

use clearjai::{
    ids::{StratumId, SurveyId},
    instruments::{Asks, Choice, Code, Comparison, Condition, Decimal, Instrument, Item, Part, Polarity, Rated, Text},
    polling,
    results::{self, figures::Figures},
};

use crate::{
    eligible::crew::*,
    house::{House, Visitor},
    rounds::desk::*,
    wall::respondent::{Respondent, links},
};

/// Everybody who may look at anything. The last is nobody.
pub const WHO: [&str; 5] = ["coordinator", "viewer", "HR", "administrator", "nobody"];

/// Field by field, as a browser would send it.
pub type Said = Vec<(&'static str, &'static str)>;

pub struct Scene<'house> {
    pub house: &'house House,
    visitors: [Visitor<'house>; 5],
    pub id: SurveyId,
}

impl<'house> Scene<'house> {
    /// 42 people in three units of 14, open from 1 to 14 December.
    pub fn open(house: &'house House) -> Self {
        let admin = house.administrator();
        let [coordinator, viewer, hr] = [("chai", "coordinator"), ("nok", "viewer"), ("busaba", "hr")]
            .map(|(name, role)| house.member(&admin, name, &[role]));
        let units = ["กนผ.", "กมฐ.", "กบช."];
        let id = survey(house, &units.map(|unit| (unit, None)));
        for (unit, from) in units.iter().zip([0, 100, 200]) {
            hires_many(house, unit, from, 14);
        }
        let form = shelves(house, &questions());
        chooses(&coordinator, id, form).is(303);
        confirms(&hr, id).is(303);
        schedules(&coordinator, id, 1, 14).is(303);
        comes(house, 1, 9, 0);
        house.timetable_runs();
        house.leaves_letters();
        Self { house, visitors: [coordinator, viewer, hr, admin, house.visitor()], id }
    }

    pub fn who(&self, name: &str) -> &Visitor<'house> {
        &self.visitors[WHO.iter().position(|one| *one == name).unwrap()]
    }

    /// Whoever was signed out by the hours that passed signs in again.
    pub fn is_awake(&self) -> &Self {
        for (visitor, name) in self.visitors.iter().zip(["chai", "nok", "busaba", "anan"]) {
            if !visitor.opens("/home").header("location").is_empty() {
                visitor.is_in(&format!("{name}@example.go.th"));
            }
        }
        self
    }

    /// Hands in what [`ballots`] has, unit by unit.
    pub fn hands_in(&self) -> Vec<StratumId> {
        let mut of: BTreeMap<String, Vec<Respondent>> = BTreeMap::new();
        for link in links(self.house, self.id) {
            let one = Respondent::with(self.house, &link);
            let name = one.paper.stratum(one.stratum).unwrap().name.th.clone();
            of.entry(name).or_default().push(one);
        }
        let groups: Vec<Vec<Respondent>> = of.into_values().collect();
        assert_eq!(groups.iter().map(Vec::len).collect::<Vec<_>>(), [14, 14, 14]);
        for (staff, said) in groups.iter().zip(ballots()) {
            for (one, said) in staff.iter().zip(said) {
                assert_eq!(one.ballot(&said).goes_in(self.house).0, 201);
            }
        }
        groups.iter().map(|staff| staff[0].stratum).collect()
    }

    /// The close and its grace, with nobody at work.
    pub fn time_is_over(&self) {
        comes(self.house, 14, 16, 30);
        self.house.timetable_runs();
        self.house.turn(Duration::from_secs(11 * 60));
    }

    /// Opens the urn, and is struck by lightning before anything is counted.
    pub fn is_released_and_no_more(&self) {
        let rooms = &self.house.rooms;
        let released = polling::release_over(&rooms.db, &rooms.master, &rooms.keyring, &rooms.chance, rooms.clock.now());
        assert_eq!(self.house.wait_for(released).unwrap().released, 1);
    }

    pub fn figures(&self) -> Option<Figures> {
        let id = self.id;
        self.house.wait_for(self.house.rooms.db.read_urn(move |conn| results::figures(conn, id))).unwrap()
    }
}

/// Four questions on four levels, one of them the other way round and one for few; and a choice.
pub fn questions() -> Instrument {
    let mut form = form("แบบวัดชีพจร");
    let scale = |code: &str, polarity: Polarity| {
        let is_reversed = polarity == Polarity::Reversed;
        let meanings = [("ไม่มี", "None"), ("น้อย", "Few"), ("มาก", "Many"), ("มากที่สุด", "Most")];
        let meanings = meanings.iter().filter(|_| is_reversed).map(|(thai, english)| Text::new(*thai, *english)).collect();
        let rated = Rated { scale: Code::from("agree"), polarity, meanings, ..Rated::default() };
        Item::new(code, Text::new(format!("ข้อความ {code}"), format!("Question {code}")), Asks::Scale(rated))
    };
    form.parts[0].items[1] = scale("i2", Polarity::Reversed);
    let rarely = Condition::answer("i1", Comparison::AtMost(Decimal::whole(1)));
    let choice = |code: &str, thai: &str, english: &str| Choice {
        code: Code::from(code),
        label: Text::new(thai, english),
        line: Text::default(),
    };
    let choices = vec![choice("a", "ใช่", "Yes"), choice("b", "ไม่ใช่", "No")];
    let second = vec![
        scale("i3", Polarity::Straight),
        Item { show_if: Some(rarely), ..scale("i4", Polarity::Straight) },
        Item::new("i5", Text::new("เคยหรือไม่", "Ever"), Asks::SingleChoice { choices }),
    ];
    form.parts.push(Part { code: Code::from("p2"), title: Text::new("ใจ", "Heart"), items: second, ..Part::default() });
    form
}

/// Six who are nearly of one mind; nine and ten who are not. Three of the last are asked why.
pub fn ballots() -> [Vec<Said>; 3] {
    const LEVELS: [&str; 5] = ["0", "1", "2", "3", "4"];
    let say = |i1: usize, i2: usize, i3: usize, i5: &'static str| {
        vec![("i1", LEVELS[i1]), ("i2", LEVELS[i2]), ("i3", LEVELS[i3]), ("i5", i5)]
    };
    let alike = (0..6).map(|at| say(if at == 0 { 4 } else { 3 }, 2, 3, "a"));
    let mixed = (0..9).map(|at| say(2 + at % 3, 1 + at % 2, 4 - at % 4, if at < 4 { "a" } else { "b" }));
    let others = (0..10).map(|at| {
        let asked = match at {
            0..3 => 1,
            _ => 2 + at % 2,
        };
        let mut said = say(asked, 1 + at % 4, 2 + at % 3, if at < 5 { "a" } else { "b" });
        said.extend((at < 3).then(|| ("i4", LEVELS[[1, 2, 4][at % 3]])));
        said
    });
    [alike.collect(), mixed.collect(), others.collect()]
}

/// In hundredths, half up: what some of the ballots say to a question on four levels.
pub fn mean(of: &[&Said], item: &str) -> (i64, i64) {
    let levels = of.iter().filter_map(|said| said.iter().find(|(name, _)| *name == item));
    let worth = |level: i64| if item == "i2" { 4 - level } else { level - 1 };
    let worths: Vec<i64> = levels.map(|(_, level)| worth(level.parse().unwrap())).collect();
    (100 * worths.iter().sum::<i64>(), 3 * i64::try_from(worths.len()).unwrap())
}
