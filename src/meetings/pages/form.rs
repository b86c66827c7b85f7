//! The form for a session, new or a draft.

use maud::{Markup, html};

use crate::{
    ids::MeetingId,
    language::Language,
    meetings::{
        Meeting, Plan, plan,
        words::{form::words, when::moment},
    },
    people::{Category, Unit},
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, DayField, Field, TypedDay, TypedMoment, fault_at},
    },
};

/// What was typed about a session.
#[derive(Clone, Debug, Default)]
pub struct MeetingForm {
    pub title_thai: String,
    pub title_english: String,
    pub about_thai: String,
    pub about_english: String,
    pub answered_thai: String,
    pub answered_english: String,
    pub is_standing: bool,
    pub held: TypedDay,
    pub from: String,
    pub until: String,
    pub place_thai: String,
    pub place_english: String,
    pub online: String,
    pub opens: TypedMoment,
    pub closes: TypedMoment,
    pub topics: String,
    pub categories: Vec<String>,
    pub units: Vec<String>,
    pub ways: Vec<String>,
    pub seats: String,
    pub is_moderated: bool,
    pub takes_files: bool,
}

impl MeetingForm {
    pub fn of(plan: &Plan, language: Language) -> Self {
        let typed = |seconds: i64| TypedMoment::of(moment(seconds), language);
        let gathering = plan.gathering.as_ref();
        let held = gathering.map(|gathering| (typed(gathering.starts), typed(gathering.ends)));
        let (starts, ends) = held.unwrap_or_default();
        let offered = [("by_name", plan.ways.by_name), ("by_seat", plan.ways.by_seat), ("open_door", plan.ways.open_door)];
        Self {
            title_thai: plan.title.th.clone(),
            title_english: plan.title.en.clone(),
            about_thai: plan.about.th.clone(),
            about_english: plan.about.en.clone(),
            answered_thai: plan.answered_by.th.clone(),
            answered_english: plan.answered_by.en.clone(),
            is_standing: plan.is_standing(),
            held: starts.day,
            from: starts.time,
            until: ends.time,
            place_thai: gathering.map(|gathering| gathering.place.th.clone()).unwrap_or_default(),
            place_english: gathering.map(|gathering| gathering.place.en.clone()).unwrap_or_default(),
            online: gathering.map(|gathering| gathering.online.clone()).unwrap_or_default(),
            opens: typed(plan.opens),
            closes: plan.closes.map(typed).unwrap_or_default(),
            topics: topics(plan),
            categories: plan.invited.categories.clone(),
            units: plan.invited.units.iter().map(ToString::to_string).collect(),
            ways: offered.into_iter().filter(|(_, is_offered)| *is_offered).map(|(way, _)| way.to_owned()).collect(),
            seats: plan.seats_each.to_string(),
            is_moderated: plan.is_moderated,
            takes_files: plan.takes_files,
        }
    }
}

fn topics(plan: &Plan) -> String {
    let line = |topic: &crate::notices::Topic| {
        let (th, en) = (&topic.name.th, &topic.name.en);
        if en.is_empty() { th.clone() } else { format!("{th} / {en}") }
    };
    plan.topics.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What may be ticked.
#[derive(Clone, Debug, Default)]
pub struct Offered {
    pub categories: Vec<Category>,
    pub units: Vec<Unit>,
}

/// `of`: the draft that is changed; a new session without.
pub fn form(visit: &Visit, of: Option<&Meeting>, form: &MeetingForm, offered: &Offered, faults: &Faults) -> Page {
    let say = words(visit.language);
    let title = if of.is_some() { say.edit } else { say.new };
    let address = of.map_or_else(|| at::MEETING_NEW.to_owned(), |meeting: &Meeting| address_of(meeting.id));
    let fields = html! {
        (about(visit, form, faults))
        (meeting_up(visit, form, faults))
        (collecting(visit, form, faults))
        (whom(visit, form, offered))
        (ways(visit, form, faults))
        button.btn { (if of.is_some() { say.save } else { say.plan }) }
    };
    let back = of.map_or_else(|| at::MEETINGS.to_owned(), |meeting| at::meeting(meeting.id, ""));
    let back_to = of.map_or(super::super::words::sessions::words(visit.language).title, |meeting| meeting.name(visit.language));
    let main = html! {
        div.stack-s { p.small { a href=(visit.to(&back)) { (back_to) } } h1 { (title) } p.muted { (say.new_lead) } }
        div.card { (visit.form(&address, &fields)) }
    };
    visit.page_with_faults(title, Width::Column, faults, &main)
}

fn address_of(meeting: MeetingId) -> String {
    at::meeting(meeting, "/plan")
}

fn about(visit: &Visit, form: &MeetingForm, faults: &Faults) -> Markup {
    let (say, language) = (words(visit.language), visit.language);
    let optional = |label| parts::optional(label, language);
    html! {
        (Field::new("title_thai", say.title_thai, faults).value(&form.title_thai).in_language(Language::Thai))
        (Field::new("title_english", &optional(say.title_english), faults).hint(say.english_hint).value(&form.title_english).in_language(Language::English))
        (Field::new("about_thai", &optional(say.about_thai), faults).value(&form.about_thai).in_language(Language::Thai).lines(3))
        (Field::new("about_english", &optional(say.about_english), faults).value(&form.about_english).in_language(Language::English).lines(3))
        (Field::new("answered_thai", &optional(say.answered_thai), faults).hint(say.answered_hint).value(&form.answered_thai).in_language(Language::Thai))
        (Field::new("answered_english", &optional(say.answered_english), faults).value(&form.answered_english).in_language(Language::English))
        (Field::new("topics", say.topics, faults).hint(say.topics_hint).value(&form.topics).lines(6))
    }
}

fn meeting_up(visit: &Visit, form: &MeetingForm, faults: &Faults) -> Markup {
    let (say, language) = (words(visit.language), visit.language);
    let optional = |label| parts::optional(label, language);
    html! {
        (parts::tick("standing", say.standing, say.standing_meaning, form.is_standing))
        (DayField::new("held", say.held, &form.held, "", faults, language))
        (Field::new("from", say.from, faults).hint(say.time_hint).value(&form.from))
        (Field::new("until", say.until, faults).hint(say.time_hint).value(&form.until))
        (Field::new("place_thai", say.place_thai, faults).value(&form.place_thai).in_language(Language::Thai))
        (Field::new("place_english", &optional(say.place_english), faults).value(&form.place_english).in_language(Language::English))
        (Field::new("online", &optional(say.online), faults).hint(say.online_hint).value(&form.online))
    }
}

fn collecting(visit: &Visit, form: &MeetingForm, faults: &Faults) -> Markup {
    let say = words(visit.language);
    html! {
        (DayField::new("opens", say.opens, &form.opens.day, "", faults, visit.language))
        (Field::new("opens_time", say.opens_time, faults).hint(say.time_hint).value(&form.opens.time))
        (DayField::new("closes", say.closes, &form.closes.day, "", faults, visit.language))
        (Field::new("closes_time", say.closes_time, faults).hint(say.time_hint).value(&form.closes.time))
    }
}

fn whom(visit: &Visit, form: &MeetingForm, offered: &Offered) -> Markup {
    let say = words(visit.language);
    let categories: Vec<_> = offered.categories.iter().map(|category| (category.as_str(), category.as_str(), "")).collect();
    let units: Vec<_> =
        offered.units.iter().map(|unit| (unit.id.to_string(), unit.short_name.as_str(), unit.name(visit.language))).collect();
    let unit_ticks: Vec<_> = units.iter().map(|(id, short, full)| (id.as_str(), *short, *full)).collect();
    html! {
        @if !categories.is_empty() { (parts::ticks("categories", say.categories, say.meant_hint, &categories, &form.categories)) }
        @if !unit_ticks.is_empty() { (parts::ticks("units", say.units, say.meant_hint, &unit_ticks, &form.units)) }
    }
}

fn ways(visit: &Visit, form: &MeetingForm, faults: &Faults) -> Markup {
    let say = words(visit.language);
    let choice = |value: &'static str, label, meaning| {
        let is_chosen = form.ways.iter().any(|way| way == value);
        Choice { value, label, meaning, is_chosen, language: None }
    };
    let offered = [
        choice("by_seat", say.by_seat, say.by_seat_meaning),
        choice("by_name", say.by_name, say.by_name_meaning),
        choice("open_door", say.open_door, say.open_door_meaning),
    ];
    html! {
        (parts::choices("ways", say.ways, true, &offered, faults))
        (Field::new("seats", say.seats, faults).hint(say.seats_hint).value(&form.seats).number())
        (parts::tick("moderated", say.moderated, say.moderated_meaning, form.is_moderated))
        (fault_at("files", faults))
        (parts::tick("files", say.files, say.files_meaning, form.takes_files))
    }
}

/// A session as it is usually planned.
pub fn usual(language: Language, held: crate::clock::Moment, opens: crate::clock::Moment) -> MeetingForm {
    let two_hours = 2 * crate::clock::HOUR;
    let (starts, ends) = (TypedMoment::of(held, language), TypedMoment::of(held.plus(two_hours), language));
    let topics = plan::usual_topics().iter().map(|topic| format!("{} / {}", topic.name.th, topic.name.en)).collect::<Vec<_>>();
    MeetingForm {
        closes: starts.clone(),
        held: starts.day,
        from: starts.time,
        until: ends.time,
        opens: TypedMoment::of(opens, language),
        topics: topics.join("\n"),
        ways: vec!["by_seat".to_owned(), "by_name".to_owned()],
        seats: "3".to_owned(),
        is_moderated: true,
        ..MeetingForm::default()
    }
}
