//! A round whose staff all have addresses, the three who keep it, and everything that they can look at.

use std::collections::{BTreeMap, BTreeSet};

use clearjai::{
    ids::{PersonId, SurveyId},
    people::{self, EmployeeNumber},
    web::at,
};

use crate::{
    eligible::crew::*,
    house::{House, Letter, Page, Visitor},
    rounds::desk::*,
    wall::respondent::Respondent,
};

/// The same pages in English, files, and a page that draws a new secret whenever it is opened.
const NOT_FOLLOWED: [&str; 3] = ["/en", "/assets/", "/account/second-factor"];

pub struct Scene<'house> {
    pub house: &'house House,
    pub admin: Visitor<'house>,
    pub coordinator: Visitor<'house>,
    pub hr: Visitor<'house>,
    pub id: SurveyId,
}

impl<'house> Scene<'house> {
    /// 36 people in two groups, all with addresses; open from 1 to 30 December. Nobody has been written to yet.
    pub fn open(house: &'house House) -> Self {
        Self::open_with(house, "roll", None)
    }

    /// With another way in than personal links.
    pub fn open_through(house: &'house House, door: &str) -> Self {
        Self::open_with(house, door, None)
    }

    pub fn open_without_address(house: &'house House, number: u32) -> Self {
        Self::open_with(house, "roll", Some(number))
    }

    fn open_with(house: &'house House, door: &str, without_address: Option<u32>) -> Self {
        let admin = house.administrator();
        let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
        let id = demo(house);
        house.place().in_the_register("UPDATE people SET email = 'p' || number || '@example.go.th'");
        if let Some(number) = without_address {
            house.place().in_the_register(&format!("UPDATE people SET email = NULL WHERE number = '{number}'"));
        }
        let form = shelves(house, &form("แบบวัดชีพจร"));
        chooses(&coordinator, id, form).is(303);
        coordinator.fills_in(&page(id, "settings"), &settings(&[("door", door)])).is(303);
        confirms(&hr, id).is(303);
        schedules(&coordinator, id, 1, 30).is(303);
        comes(house, 1, 9, 0);
        house.timetable_runs();
        Self { house, admin, coordinator, hr, id }
    }

    /// The same, and everybody has been invited.
    pub fn invited(house: &'house House) -> Self {
        let scene = Self::open(house);
        assert_eq!(scene.delivered(), everybody());
        scene
    }

    /// Whoever was signed out by the hours that passed signs in again.
    pub fn is_awake(&self) -> &Self {
        for (visitor, name) in [(&self.admin, "anan"), (&self.coordinator, "chai"), (&self.hr, "busaba")] {
            if !visitor.opens("/home").header("location").is_empty() {
                visitor.is_in(&format!("{name}@example.go.th"));
            }
        }
        self
    }

    /// HR presses the button.
    pub fn orders_a_reminder(&self) -> Page {
        let page = self.is_awake().hr.opens(&at::reminders(self.id));
        self.hr.sends(&page, &at::reminders(self.id), &[])
    }

    /// The courier runs: whom the letters of the round went to.
    pub fn delivered(&self) -> BTreeSet<u32> {
        self.sent_while(|| {
            self.house.courier_runs();
        })
    }

    /// Whom letters went to meanwhile. Nobody gets two.
    pub fn sent_while(&self, deed: impl FnOnce()) -> BTreeSet<u32> {
        let letters = self.letters_while(deed);
        let to: Vec<u32> = letters.iter().map(number).collect();
        let once: BTreeSet<_> = to.iter().copied().collect();
        assert_eq!(to.len(), once.len(), "somebody got two letters: {to:?}");
        once
    }

    pub fn letters_while(&self, deed: impl FnOnce()) -> Vec<Letter> {
        let _none_yet = std::fs::remove_dir_all(self.house.place().folder().join("letters"));
        deed();
        self.house.letters()
    }

    pub fn person(&self, number: u32) -> PersonId {
        let number = EmployeeNumber::parse(&number.to_string()).unwrap();
        self.house.wait_for(self.house.rooms.db.read_register(move |conn| people::find(conn, &number))).unwrap().unwrap().id
    }

    /// The digits of somebody's own link as they count now.
    pub fn link(&self, number: u32) -> String {
        let (master, id, person) = (self.house.rooms.master.clone(), self.id, self.person(number));
        let links =
            self.house.rooms.db.read_register(move |conn| clearjai::credentials::issue::personal_links(conn, &master, id));
        let links = self.house.wait_for(links).unwrap();
        links.into_iter().find(|(of, _)| *of == person).unwrap().1.write()
    }

    /// They hand in, as their browsers would, as far as the register sees it.
    pub fn collect(&self, numbers: impl IntoIterator<Item = u32>) {
        for number in numbers {
            Respondent::with(self.house, &self.link(number)).collects();
        }
    }

    /// Every page that HR, the coordinator and the administrator get to by following links.
    pub fn all_they_can_see(&self) -> BTreeMap<(&'static str, String), String> {
        let id = self.id;
        let mut seen = BTreeMap::new();
        for (who, visitor) in [("HR", &self.hr), ("coordinator", &self.coordinator), ("administrator", &self.admin)] {
            let mut known = BTreeSet::from(["/home".to_owned(), at::survey(id), at::round(id), at::reminders(id)]);
            let mut next: Vec<String> = known.iter().cloned().collect();
            while let Some(address) = next.pop() {
                let page = visitor.opens(&address);
                for link in page.addresses("/") {
                    let link = link.replace("&amp;", "&");
                    let link = link.split('#').next().unwrap().to_owned();
                    let is_other = NOT_FOLLOWED.iter().any(|other| link.starts_with(other));
                    if !is_other && known.insert(link.clone()) {
                        next.push(link);
                    }
                }
                seen.insert((who, address), settled(&page));
            }
        }
        seen
    }
}

/// A page without what is drawn anew for every form.
pub fn settled(page: &Page) -> String {
    let mut parts = page.body.split("name=\"key\" value=\"");
    let first = format!("{} {}", page.status, parts.next().unwrap());
    parts.fold(first, |all, part| all + part.split_once('"').unwrap().1)
}

/// The numbers of all who may answer, by the rule of this department.
pub fn everybody() -> BTreeSet<u32> {
    (0..54).filter(|number| number % 3 != 2).collect()
}

pub fn everybody_but(some: &[u32]) -> BTreeSet<u32> {
    everybody().into_iter().filter(|number| !some.contains(number)).collect()
}

/// The number of whoever a letter went to.
pub fn number(letter: &Letter) -> u32 {
    let to = letter.header("To");
    to.trim_start_matches('p').split('@').next().unwrap().parse().unwrap_or_else(|_| panic!("{to}"))
}

/// The address for one click of a mail program, without the host.
pub fn one_click(letter: &Letter) -> String {
    assert_eq!(letter.header("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    let header = letter.header("List-Unsubscribe");
    header.trim_start_matches("<http://clear.example").trim_end_matches('>').to_owned()
}
