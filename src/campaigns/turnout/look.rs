//! What may be seen of a survey's turnout: figures that were written down, and what they are measured against.

use diesel::QueryResult;
use jiff::civil::Date;

use super::{
    count::AT,
    forecast::{Forecast, forecast},
    store,
};
use crate::{
    authoring,
    campaigns::calendar,
    clock::Moment,
    db::RegisterConn,
    ids::SurveyId,
    instruments::{Assessment, Decimal, Text},
    people::{self, RollStratum},
    surveys::{self, State, Survey, Window},
    yardsticks,
};

/// From so many working days before the close on, too few answers are pointed out.
pub const WARNS_BEFORE: usize = 5;

/// What the internal survey weighs in the total of the assessment, in per cent; no yardstick says it yet.
const IIT_WEIGHT: u32 = 30;

/// The turnout of one survey, as everybody who may see it sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    pub survey: Survey,
    pub window: Window,
    pub opened: Moment,
    pub on_roll: u32,
    pub k: u32,
    /// How many answers the yardstick of the year asks for.
    pub needed: u32,
    pub groups: Vec<(RollStratum, u32)>,
    /// What was shown on each day, in order.
    pub days: Vec<(Date, u32)>,
    /// Until the day of the close; not counting today.
    pub days_left: u32,
    pub working_days_left: usize,
    /// What it would mean if nobody answered, where the assessment counts this survey.
    pub without_answers: Option<WithoutAnswers>,
}

/// The best result there is while one instrument counts 0.
#[derive(Clone, Debug)]
pub struct WithoutAnswers {
    /// Of 100.
    pub total_most: u32,
    /// The level of that, if the year has a rating table.
    pub level: Option<Text>,
}

impl Seen {
    pub fn is_open(&self) -> bool {
        matches!(self.survey.state, State::Open { .. })
    }

    /// At least so many; none while fewer than k have been counted.
    pub fn shown(&self) -> u32 {
        self.days.last().map_or(0, |(_, shown)| *shown)
    }

    pub fn counted_on(&self) -> Option<Date> {
        self.days.last().map(|(day, _)| *day)
    }

    /// The morning of the first count, while there was none.
    pub fn first_count(&self, now: Moment) -> Date {
        let today = now.day();
        let at = Moment::start_of(today).plus(AT);
        if now < at && self.opened <= at { today } else { today.tomorrow().unwrap_or(today) }
    }

    pub fn is_reached(&self) -> bool {
        self.shown() >= self.needed
    }

    /// Figures stop k short of everyone: where more are needed, nobody is told that they have come.
    pub fn can_be_seen_to_be_reached(&self) -> bool {
        self.needed + self.k <= self.on_roll
    }

    pub fn is_to_be_warned_of(&self) -> bool {
        self.is_open() && !self.is_reached() && self.working_days_left <= WARNS_BEFORE
    }

    pub fn forecast(&self) -> Forecast {
        forecast(&self.days, self.opened.day(), self.window.closes.day(), self.on_roll)
    }
}

/// `None` for a survey that has not opened or has no roll.
pub fn seen(conn: &mut RegisterConn, id: SurveyId, now: Moment) -> QueryResult<Option<Seen>> {
    let Some(survey) = surveys::find(conn, id)? else { return Ok(None) };
    let (State::Open { window, opened } | State::Closed { window, opened, .. } | State::Published { window, opened, .. }) =
        survey.state
    else {
        return Ok(None);
    };
    let Some(roll) = people::roll(conn, id)? else { return Ok(None) };
    let on_roll = u32::try_from(roll.size()).unwrap_or(0);
    let shown = store::groups(conn, id)?;
    let figure = |stratum: &RollStratum| shown.iter().find(|(id, _)| *id == stratum.id).map_or(0, |(_, shown)| shown.own);
    let groups = roll.strata.iter().map(|stratum| (stratum.clone(), figure(stratum))).collect();
    let (today, closes) = (now.day(), window.closes.day());
    Ok(Some(Seen {
        window,
        opened,
        on_roll,
        k: u32::try_from(roll.k).unwrap_or(u32::MAX),
        needed: yardsticks::sample_rule(conn, survey.year)?.of(on_roll),
        groups,
        days: store::days(conn, id)?,
        days_left: today.until(closes).map_or(0, |span| u32::try_from(span.get_days()).unwrap_or(0)),
        working_days_left: calendar::calendar(conn)?.working_days_between(today, closes),
        without_answers: without_answers(conn, &survey)?,
        survey,
    }))
}

fn without_answers(conn: &mut RegisterConn, survey: &Survey) -> QueryResult<Option<WithoutAnswers>> {
    let Some(instrument) = survey.instrument else { return Ok(None) };
    let asked = authoring::find(conn, instrument)?.map(|version| version.instrument);
    if asked.is_none_or(|asked| asked.assessment != Some(Assessment::Iit)) {
        return Ok(None);
    }
    let total_most = 100 - IIT_WEIGHT;
    let figures = |figures: [u32; 4]| figures.map(|figure| figure.to_string().parse::<Decimal>().ok());
    let level = match (figures([0, 100, 100, total_most]), yardsticks::rating(conn, survey.year)?) {
        ([Some(internal), Some(external), Some(open_data), Some(total)], Some(table)) => {
            table.rate(&[internal, external, open_data], total).map(|level| level.name.clone())
        }
        _ => None,
    };
    Ok(Some(WithoutAnswers { total_most, level }))
}
