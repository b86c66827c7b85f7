//! For whom links are printed, a last look, and the sheets; and inviting newcomers.

use maud::{Markup, html};

use crate::{
    campaigns::slips::{self, Extent, ON_A_SHEET, OnEvery, Slip, words::words as slip_words},
    language::{Language, moment_in_words},
    meetings::{
        Meeting, Reach, Stage,
        words::{
            sessions,
            slips::{PRINTED, words},
        },
    },
    people::{
        pages::unit_choices::{self, Placed},
        words::counted::people,
    },
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, Field},
    },
};

/// What was chosen and typed.
#[derive(Clone, Debug, Default)]
pub struct SlipsForm {
    pub who: String,
    pub unit: String,
    pub number: String,
}

/// A session, and whom its slips may be for.
pub struct Choosing {
    pub meeting: Meeting,
    pub units: Vec<Placed>,
    /// How many have no address, or one that no letter reaches.
    pub unreached: usize,
    pub reach: Reach,
}

impl Choosing {
    pub fn is_printable(&self) -> bool {
        self.meeting.stage == Stage::Open && self.meeting.plan.has_links()
    }
}

fn heading(visit: &Visit, title: &str) -> Markup {
    let back = sessions::words(visit.language).title;
    html! { div.stack-s { p.small { a href=(visit.to(at::HR_MEETINGS)) { (back) } } h1 { (title) } } }
}

pub fn choose(visit: &Visit, choosing: &Choosing, form: &SlipsForm, faults: &Faults) -> Page {
    let (say, own, meeting) = (slip_words(visit.language), words(visit.language), &choosing.meeting);
    let main = html! {
        (heading(visit, say.title))
        p.muted { (meeting.name(visit.language)) }
        @if visit.done() == Some("before") { (parts::note(say.printed_before)) }
        @if visit.done() == Some("invited") { (parts::done(own.invited)) }
        @if !meeting.plan.has_links() {
            (parts::note(own.no_links))
        } @else if meeting.stage != Stage::Open {
            (parts::note(own.not_open))
        } @else {
            p { (say.lead_named) }
            div.card {
                form.stack action=(visit.to(&at::meeting_slips_check(meeting.id))) novalidate {
                    (fields(visit, choosing, form, faults))
                    button.btn { (say.look) }
                }
            }
            section.card.stack {
                h2 { (own.newcomers) }
                @if choosing.reach.without_link == 0 {
                    p { (own.nobody_new) }
                } @else {
                    p { ((own.newcomers_lead)(choosing.reach.without_link)) }
                }
                (visit.button(&at::meeting_newcomers(meeting.id), "btn alt", own.invite))
            }
        }
    };
    visit.page_with_faults(say.title, Width::Column, faults, &main)
}

fn fields(visit: &Visit, choosing: &Choosing, form: &SlipsForm, faults: &Faults) -> Markup {
    let (say, language) = (slip_words(visit.language), visit.language);
    let unreached = (say.unreached_meaning)(&people(language, choosing.unreached));
    let who = if form.who.is_empty() { "unreached" } else { &form.who };
    let choice = |value, label, meaning| Choice { value, label, meaning, is_chosen: value == who, language: None };
    let choices = [
        choice("unreached", say.unreached, &unreached),
        choice("unit", say.of_unit, ""),
        choice("person", say.of_person, ""),
        choice("everybody", words(language).everybody, ""),
    ];
    let labels = unit_choices::labels(&choosing.units, language);
    let values: Vec<_> = choosing.units.iter().map(|(_, unit)| unit.id.to_string()).collect();
    let units = unit_choices::choices(say.no_unit, &choosing.units, &labels, &values, &form.unit, language);
    html! {
        (parts::choices("who", say.who, false, &choices, faults))
        (parts::select("unit", say.unit, say.unit_hint, &units, faults))
        (Field::new("number", say.number, faults).hint(say.number_hint).value(&form.number))
    }
}

/// `whom`: in words.
pub fn check(visit: &Visit, meeting: &Meeting, form: &SlipsForm, whom: &str, extent: Extent) -> Page {
    let say = slip_words(visit.language);
    let hidden = html! {
        input type="hidden" name="who" value=(form.who);
        input type="hidden" name="unit" value=(form.unit);
        input type="hidden" name="number" value=(form.number);
        button.btn { (say.print) }
    };
    let main = html! {
        (heading(visit, say.check_title))
        p.muted { (meeting.name(visit.language)) }
        section.card.stack {
            p.b { (whom) }
            p { ((say.slips)(extent.slips, extent.slips.div_ceil(ON_A_SHEET))) }
            @if extent.void == 0 {
                p { (say.none_void) }
            } @else {
                (parts::warning(&(say.void)(&people(visit.language, extent.void))))
            }
            p { (say.once) }
            p { (say.careful) }
            (visit.form(&at::meeting_slips(meeting.id), &hidden))
            p { a href=(visit.to(&at::meeting_slips(meeting.id))) { (say.back) } }
        }
    };
    visit.page(say.check_title, Width::Column, &main)
}

/// `host`: scheme and host; `link`: the address behind the picture of a code.
pub fn sheets(visit: &Visit, meeting: &Meeting, slips: &[Slip], host: &str, link: &dyn Fn(&str) -> String) -> Page {
    let say = slip_words(visit.language);
    let masthead = visit.premises.sign.now();
    let host = host.trim_start_matches("https://").trim_start_matches("http://");
    let contact = masthead.contact(Language::Thai);
    let closes = meeting.closes.map(|closes| (slips::words::PRINTED.until)(&moment_in_words(Language::Thai, closes)));
    let every = OnEvery {
        asks: (PRINTED.asks)(masthead.name(Language::Thai), meeting.name(Language::Thai)),
        until: closes.unwrap_or_default(),
        how: (PRINTED.how)(host),
        named: PRINTED.named,
        drawn: "",
        keep: PRINTED.keep,
        ask: (!contact.is_empty()).then(|| (PRINTED.ask)(contact)),
        in_english: (PRINTED.in_english)(host),
    };
    slips::sheets_below(visit, &heading(visit, say.sheets_title), slips, &every, link)
}
