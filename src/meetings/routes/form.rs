//! From what was typed to a plan, or to everything that is wrong with it.

use std::time::Duration;

use crate::{
    clock::{DAY, HOUR, MINUTE, Moment},
    language::{Language, arabic, times},
    meetings::{Invited, Plan, SEATS_MOST, pages::MeetingForm, plan, words::form::words},
    notices::{Gathering, Topic, Ways},
    papers::InBoth,
    people::words::person::no_day_in_words,
    tidy::{Untidy, one_line},
    web::{
        Failure, Faults, Posted,
        parts::{TypedDay, TypedMoment},
    },
};

const TITLE_MOST: usize = 200;
const TEXT_MOST: usize = 2_000;
const TOPIC_MOST: usize = 80;
const TOPICS_MOST: usize = 12;
/// A year that was typed wrong would otherwise be announced.
const FARTHEST: Duration = Duration::from_secs(366 * DAY.as_secs());

pub fn typed(posted: &Posted) -> MeetingForm {
    let text = |field| posted.text(field).to_owned();
    let all = |field| posted.all(field).map(ToOwned::to_owned).collect();
    MeetingForm {
        title_thai: text("title_thai"),
        title_english: text("title_english"),
        about_thai: text("about_thai"),
        about_english: text("about_english"),
        answered_thai: text("answered_thai"),
        answered_english: text("answered_english"),
        is_standing: posted.is_ticked("standing"),
        held: TypedDay::posted(posted, "held"),
        from: text("from"),
        until: text("until"),
        place_thai: text("place_thai"),
        place_english: text("place_english"),
        online: text("online"),
        opens: TypedMoment::posted(posted, "opens", "opens_time"),
        closes: TypedMoment::posted(posted, "closes", "closes_time"),
        topics: text("topics"),
        categories: all("categories"),
        units: all("units"),
        ways: all("ways"),
        seats: text("seats"),
        is_moderated: posted.is_ticked("moderated"),
        takes_files: posted.is_ticked("files"),
    }
}

/// A failure if no page of ours asked that.
pub fn parse(form: &MeetingForm, now: Moment, language: Language) -> Result<Result<Plan, Faults>, Failure> {
    // A tick that is dropped would invite more people, so nothing is dropped.
    let units = form.units.iter().map(|text| text.parse()).collect::<Result<_, _>>().map_err(|_| Failure::Malformed)?;
    let invited = Invited { categories: form.categories.clone(), units };
    let mut reader = Reader { form, now, language, faults: Faults::none() };
    let plan = reader.plan(invited);
    Ok(match plan {
        Some(plan) if reader.faults.is_empty() => Ok(plan),
        _ => Err(reader.faults),
    })
}

struct Reader<'form> {
    form: &'form MeetingForm,
    now: Moment,
    language: Language,
    faults: Faults,
}

impl Reader<'_> {
    /// In the order of the fields, so that the faults are.
    fn plan(&mut self, invited: Invited) -> Option<Plan> {
        let (form, say) = (self.form, words(self.language));
        let thai = self.faults.take("title_thai", one_line(&form.title_thai, TITLE_MOST).map_err(|_| say.title_wrong));
        let english = self.line("title_english", &form.title_english);
        let about = self.both(("about_thai", &form.about_thai), ("about_english", &form.about_english), TEXT_MOST);
        let answered_by =
            self.both(("answered_thai", &form.answered_thai), ("answered_english", &form.answered_english), TITLE_MOST);
        let topics = self.topics();
        let gathering = if form.is_standing { Some(None) } else { self.gathering().map(Some) };
        let opens = self.moment("opens", "opens_time", &form.opens, say.opens);
        let closes = if form.is_standing { Some(None) } else { self.closes(opens).map(Some) };
        let ways = self.ways();
        if form.takes_files && ways.is_some_and(|ways| !ways.by_name && !ways.by_seat) {
            self.faults.add("files", say.files_wrong);
        }
        let seats = arabic(&form.seats).parse::<u32>().ok().filter(|seats| (1..=SEATS_MOST).contains(seats));
        let seats_each = self.faults.take("seats", seats.ok_or_else(|| (say.seats_wrong)(SEATS_MOST)));
        Some(Plan {
            title: InBoth { th: thai?, en: english? },
            about: about?,
            answered_by: answered_by?,
            gathering: gathering?,
            opens: opens?.seconds(),
            closes: closes?.map(Moment::seconds),
            topics: topics?,
            ways: ways?,
            is_moderated: form.is_moderated,
            takes_files: form.takes_files,
            seats_each: seats_each?,
            invited,
        })
    }

    fn line(&mut self, field: &'static str, text: &str) -> Option<String> {
        let line = match one_line(text, TITLE_MOST) {
            Err(Untidy::Missing) => Ok(String::new()),
            other => other.map_err(|_| words(self.language).title_wrong),
        };
        self.faults.take(field, line)
    }

    fn both(&mut self, thai: (&'static str, &str), english: (&'static str, &str), most: usize) -> Option<InBoth> {
        let [th, en] = [thai, english].map(|(field, text)| {
            let fits = text.chars().count() <= most;
            let text = text.replace("\r\n", "\n");
            self.faults.take(field, if fits { Ok(text) } else { Err((words(self.language).too_long)(most)) })
        });
        Some(InBoth { th: th?, en: en? })
    }

    fn topics(&mut self) -> Option<Vec<Topic>> {
        let lines = self.form.topics.lines().map(str::trim).filter(|line| !line.is_empty());
        let names = lines.map(|line| {
            let (thai, english) = line.split_once('/').unwrap_or((line, ""));
            let english = match one_line(english, TOPIC_MOST) {
                Err(Untidy::Missing) => Ok(String::new()),
                other => other,
            };
            Ok(InBoth { th: one_line(thai, TOPIC_MOST)?, en: english? })
        });
        let names: Option<Vec<InBoth>> = names.collect::<Result<_, Untidy>>().ok();
        let is_fine = |names: &Vec<InBoth>| {
            let distinct: std::collections::HashSet<_> = names.iter().map(|name| &name.th).collect();
            (1..=TOPICS_MOST).contains(&names.len()) && distinct.len() == names.len()
        };
        let say = words(self.language);
        let names = names.filter(is_fine).ok_or_else(|| (say.topics_wrong)(TOPICS_MOST));
        self.faults.take("topics", names).map(plan::sense_of_topics)
    }

    fn gathering(&mut self) -> Option<Gathering> {
        let (form, say) = (self.form, words(self.language));
        let starts = TypedMoment { day: form.held.clone(), time: form.from.clone() };
        let starts = self.moment("held", "from", &starts, say.held);
        let time = self.faults.take("until", times::read(&form.until).map_err(|_| say.time_wrong));
        let ends = starts.zip(time).map(|(starts, time)| on_day(starts, time));
        if starts.zip(ends).is_some_and(|(starts, ends)| ends <= starts) {
            self.faults.add("until", say.until_wrong);
        } else if ends.is_some_and(|ends| ends <= self.now) {
            self.faults.add("held", say.closes_past);
        } else if ends.is_some_and(|ends| ends.since(self.now) > FARTHEST) {
            self.faults.add("held", say.far_away);
        }
        let place_thai = self.line("place_thai", &form.place_thai)?;
        let place_english = self.line("place_english", &form.place_english)?;
        let online = form.online.trim().to_owned();
        if !online.is_empty() && !is_link(&online) {
            self.faults.add("online", say.online_wrong);
        }
        if place_thai.is_empty() && online.is_empty() {
            self.faults.add("place_thai", say.place_missing);
        }
        let place = InBoth { th: place_thai, en: place_english };
        Some(Gathering { starts: starts?.seconds(), ends: ends?.seconds(), place, online })
    }

    fn closes(&mut self, opens: Option<Moment>) -> Option<Moment> {
        let say = words(self.language);
        let closes = self.moment("closes", "closes_time", &self.form.closes.clone(), say.closes)?;
        if opens.is_some_and(|opens| closes <= opens) {
            self.faults.add("closes", say.closes_wrong);
        } else if closes <= self.now {
            self.faults.add("closes", say.closes_past);
        } else if closes.since(self.now) > FARTHEST {
            self.faults.add("closes", say.far_away);
        }
        Some(closes)
    }

    fn ways(&mut self) -> Option<Ways> {
        let has = |way: &str| self.form.ways.iter().any(|one| one == way);
        let ways = Ways { by_name: has("by_name"), by_seat: has("by_seat"), open_door: has("open_door") };
        let is_any = ways.by_name || ways.by_seat || ways.open_door;
        self.faults.take("ways", if is_any { Ok(ways) } else { Err(words(self.language).ways_wrong) })
    }

    fn moment(&mut self, day: &'static str, time: &'static str, typed: &TypedMoment, label: &str) -> Option<Moment> {
        moment((day, time), typed, label, &mut self.faults, self.language)
    }
}

/// What was typed into two fields, or what is wrong with them.
pub fn moment(
    (day_field, time_field): (&'static str, &'static str),
    typed: &TypedMoment,
    label: &str,
    faults: &mut Faults,
    language: Language,
) -> Option<Moment> {
    let say = words(language);
    let day = match typed.day.read() {
        Ok(Some(day)) => Ok(day),
        Ok(None) => Err(say.day_missing.to_owned()),
        Err(fault) => Err(no_day_in_words(language, label, fault)),
    };
    let day = faults.take(day_field, day);
    let time = faults.take(time_field, times::read(&typed.time).map_err(|_| say.time_wrong));
    day.zip(time).map(|(day, time)| on_day(Moment::start_of(day), time))
}

fn on_day(moment: Moment, time: jiff::civil::Time) -> Moment {
    let [hours, minutes] = [time.hour(), time.minute()].map(|part| u32::from(part.unsigned_abs()));
    Moment::start_of(moment.day()).plus(hours * HOUR + minutes * MINUTE)
}

/// Letters and pages show it as it is, so it holds nothing that a page would have to hide.
fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").unwrap_or_default();
    !rest.is_empty()
        && text.len() <= 500
        && text.chars().all(|letter| letter.is_ascii_graphic() && !"\"<>\\^`{|}".contains(letter))
}
