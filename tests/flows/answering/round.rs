//! An open round with personal links, and somebody who answers page after page without a script.

use std::collections::BTreeMap;

use clearjai::{
    credentials::issue,
    ids::{PersonId, SurveyId},
    instruments::Instrument,
    people, surveys,
};

use crate::{
    eligible::crew::{confirms, demo},
    house::{House, Page, Visitor},
    rounds::desk::*,
};

/// Every kind of question, with conditions.
pub fn every_kind() -> Instrument {
    Instrument::from_json(include_str!("../../browser/every-kind.json")).unwrap()
}

/// From 1 to 14 December 2569; with these settings otherwise than usual.
pub fn scheduled(house: &House, asks: &Instrument, settings_typed: &[(&str, &str)]) -> SurveyId {
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let hr = house.member(&admin, "busaba", &["hr"]);
    let id = demo(house);
    let asked = shelves(house, asks);
    chooses(&coordinator, id, asked).is(303);
    // A tick that is taken away is not sent at all.
    let mut typed = settings(settings_typed);
    typed.retain(|field| *field != ("without_script", ""));
    coordinator.fills_in(&page(id, "settings"), &typed).is(303);
    confirms(&hr, id).is(303);
    schedules(&coordinator, id, 1, 14).is(303);
    id
}

pub fn open(house: &House, asks: &Instrument, settings_typed: &[(&str, &str)]) -> SurveyId {
    let id = scheduled(house, asks, settings_typed);
    comes(house, 1, 9, 0);
    house.timetable_runs();
    id
}

pub fn links(house: &House, id: SurveyId) -> Vec<String> {
    let master = house.rooms.master.clone();
    let made = house.rooms.db.register(move |conn| {
        let survey = surveys::find(conn, id)?.unwrap();
        issue::give_out(conn, &master, &survey)?;
        issue::personal_links(conn, &master, id)
    });
    house.wait_for(made).unwrap().iter().map(|(_, link)| link.write()).collect()
}

pub fn renews_the_first_link(house: &House, id: SurveyId) {
    let (db, master) = (&house.rooms.db, house.rooms.master.clone());
    let person: PersonId = house.wait_for(db.read_register(move |conn| people::links(conn, id))).unwrap()[0].0;
    house.wait_for(db.register(move |conn| people::renew_link(conn, id, person))).unwrap();
    house.wait_for(db.register(move |conn| issue::print_named(conn, &master, id, &[person]))).unwrap();
}

/// How many of the roll have collected, by what the register itself says.
pub fn collected(house: &House, id: SurveyId) -> i64 {
    let asked = house.rooms.db.read_register(move |conn| people::collected(conn, id));
    house.wait_for(asked).unwrap().iter().map(|(_, count)| count).sum()
}

/// Somebody without a script, with one page in front of them.
pub struct Reader<'house> {
    pub visitor: Visitor<'house>,
    pub page: Page,
    /// Where the form on the page goes.
    pub address: String,
}

impl<'house> Reader<'house> {
    pub fn begins(house: &'house House, start: &str) -> Self {
        let visitor = house.visitor();
        let page = visitor.opens(start);
        let address = page.addresses("/").into_iter().find(|address| address.ends_with("/1")).unwrap_or_default();
        let mut reader = Self { visitor, page, address };
        reader.presses("go", "show", &[]);
        reader
    }

    /// Presses a button with all that stands in the form, and this chosen or typed besides.
    pub fn presses(&mut self, button: &str, value: &str, answers: &[(&str, &str)]) -> &Page {
        let address = self.address.clone();
        self.presses_to(&address, button, value, answers)
    }

    pub fn presses_to(&mut self, address: &str, button: &str, value: &str, answers: &[(&str, &str)]) -> &Page {
        let mut fields = standing(&self.page);
        fields.retain(|(name, _)| answers.iter().all(|(answered, _)| answered != name));
        fields.extend(answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        fields.push((button.to_owned(), value.to_owned()));
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.page = self.visitor.posts(address, &fields);
        assert!(!self.page.headers.contains_key("set-cookie"), "{address} sets a cookie");
        if let Some(next) = self.page.body.split("<form").nth(1).and_then(|form| form.split("action=\"").nth(1)) {
            self.address = next.split('"').next().unwrap().to_owned();
        }
        &self.page
    }

    pub fn next(&mut self, answers: &[(&str, &str)]) -> &Page {
        self.presses("go", "next", answers)
    }

    /// The digits on the receipt page.
    pub fn receipt(&self) -> String {
        let code = self.page.body.split("data-receipt").nth(1).unwrap_or_else(|| panic!("no receipt: {}", self.page.text()));
        code.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned()
    }
}

/// Fields as a browser would send them: hidden ones, what is checked, typed or selected.
pub fn standing(page: &Page) -> Vec<(String, String)> {
    let form = page.body.split("<form").nth(1).unwrap_or_default().split("</form>").next().unwrap();
    let attribute =
        |tag: &str, name: &str| tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).map(unescaped);
    let mut fields = Vec::new();
    for tag in form.split('<').skip(1) {
        let Some(name) = attribute(tag, "name") else { continue };
        let kind = attribute(tag, "type").unwrap_or_default();
        if tag.starts_with("textarea") {
            fields.push((name, unescaped(tag.split_once('>').unwrap().1.trim_start_matches('\n'))));
        } else if tag.starts_with("input") && (!matches!(kind.as_str(), "radio" | "checkbox") || tag.contains(" checked")) {
            fields.push((name, attribute(tag, "value").unwrap_or_default()));
        }
    }
    for select in form.split("<select").skip(1) {
        let inside = select.split("</select>").next().unwrap();
        let chosen = inside.split("<option").find(|option| option.contains(" selected"));
        let name = attribute(&format!(" {}", inside.split('>').next().unwrap()), "name").unwrap();
        fields.push((name, chosen.and_then(|option| attribute(option, "value")).unwrap_or_default()));
    }
    fields
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The databases, byte by byte, with what is written ahead of them; empty on PostgreSQL.
pub fn bytes(house: &House) -> BTreeMap<String, Vec<u8>> {
    let folder = house.place().folder();
    let files = ["register.db", "register.db-wal", "urn.db", "urn.db-wal"].into_iter();
    files.filter_map(|file| Some((file.to_owned(), std::fs::read(folder.join(file)).ok()?))).collect()
}
