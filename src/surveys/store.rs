//! Every question this room asks the register.

use diesel::{dsl::exists, prelude::*, result::Error};

use super::{
    Comments, Comparator, Door, Extension, Release, Slips, State, Survey, Target, Terms, Window,
    tables::{extensions, openings, surveys},
};
use crate::{
    clock::Moment,
    db::RegisterConn,
    ids::{InstrumentId, SurveyId},
    language::FiscalYear,
};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = surveys, treat_none_as_null = true)]
struct Row {
    id: SurveyId,
    fiscal_year: i32,
    round: i32,
    name_thai: String,
    name_english: String,
    k: i32,
    instrument_id: Option<InstrumentId>,
    copied_from: Option<SurveyId>,
    door: Door,
    slips: Slips,
    opens: Option<Moment>,
    closes: Option<Moment>,
    grace_minutes: i32,
    comparator: Option<Comparator>,
    target: Option<i32>,
    release_rule: Release,
    comments: Comments,
    without_script: bool,
    one_by_one: bool,
    state: String,
    opened: Option<Moment>,
    closed: Option<Moment>,
    published: Option<Moment>,
    trouble: Option<String>,
}

impl Row {
    fn survey(self) -> QueryResult<Survey> {
        let state = self.stage().ok_or_else(|| Error::DeserializationError("no survey has this state".into()))?;
        let year = i16::try_from(self.fiscal_year).ok().and_then(FiscalYear::new);
        let target = self.comparator.zip(self.target).map(|(comparator, hundredths)| Target { comparator, hundredths });
        Ok(Survey {
            id: self.id,
            year: year.ok_or_else(|| Error::DeserializationError("no fiscal year has this number".into()))?,
            round: self.round,
            name_thai: self.name_thai,
            name_english: self.name_english,
            instrument: self.instrument_id,
            copied_from: self.copied_from,
            terms: Terms {
                door: self.door,
                slips: self.slips,
                k: self.k,
                release: self.release_rule,
                comments: self.comments,
                without_script: self.without_script,
                one_by_one: self.one_by_one,
                grace_minutes: self.grace_minutes,
                target,
            },
            state,
        })
    }

    fn stage(&self) -> Option<State> {
        let window = self.opens.zip(self.closes).map(|(opens, closes)| Window { opens, closes });
        Some(match self.state.as_str() {
            "draft" => State::Draft { window },
            "scheduled" => State::Scheduled { window: window?, trouble: self.trouble.clone() },
            "open" => State::Open { window: window?, opened: self.opened? },
            "closed" => State::Closed { window: window?, opened: self.opened?, closed: self.closed? },
            "published" => {
                State::Published { window: window?, opened: self.opened?, closed: self.closed?, published: self.published? }
            }
            _ => return None,
        })
    }
}

impl From<&Survey> for Row {
    fn from(survey: &Survey) -> Self {
        let Survey { id, year, round, name_thai, name_english, instrument, copied_from, terms, state } = survey.clone();
        let window = state.window();
        let (word, opened, closed, published, trouble) = match state {
            State::Draft { .. } => ("draft", None, None, None, None),
            State::Scheduled { trouble, .. } => ("scheduled", None, None, None, trouble),
            State::Open { opened, .. } => ("open", Some(opened), None, None, None),
            State::Closed { opened, closed, .. } => ("closed", Some(opened), Some(closed), None, None),
            State::Published { opened, closed, published, .. } => {
                ("published", Some(opened), Some(closed), Some(published), None)
            }
        };
        Self {
            id,
            fiscal_year: year.number().into(),
            round,
            name_thai,
            name_english,
            k: terms.k,
            instrument_id: instrument,
            copied_from,
            door: terms.door,
            slips: terms.slips,
            opens: window.map(|window| window.opens),
            closes: window.map(|window| window.closes),
            grace_minutes: terms.grace_minutes,
            comparator: terms.target.map(|target| target.comparator),
            target: terms.target.map(|target| target.hundredths),
            release_rule: terms.release,
            comments: terms.comments,
            without_script: terms.without_script,
            one_by_one: terms.one_by_one,
            state: word.to_owned(),
            opened,
            closed,
            published,
            trouble,
        }
    }
}

pub fn find(conn: &mut RegisterConn, id: SurveyId) -> QueryResult<Option<Survey>> {
    let row = surveys::table.find(id).select(Row::as_select()).first(&mut conn.sql).optional()?;
    let Some(survey) = row.map(Row::survey).transpose()? else { return Ok(None) };
    if survey.state.has_opened() && !keeps_its_promise(conn, &survey)? {
        // Somebody changed the database by hand: nothing is shown that was never promised.
        return Err(Error::DeserializationError("a round is not what it promised when it opened".into()));
    }
    Ok(Some(survey))
}

/// Every survey, the latest round first.
pub fn all(conn: &mut RegisterConn) -> QueryResult<Vec<Survey>> {
    let rows: Vec<Row> = surveys::table
        .select(Row::as_select())
        .order((surveys::fiscal_year.desc(), surveys::round.desc(), surveys::name_thai, surveys::id))
        .load(&mut conn.sql)?;
    rows.into_iter().map(Row::survey).collect()
}

/// Those whose minute to open or to close has come.
pub fn due(conn: &mut RegisterConn, now: Moment) -> QueryResult<Vec<Survey>> {
    let opens = surveys::state.eq("scheduled").and(surveys::opens.le(now).assume_not_null());
    let closes = surveys::state.eq("open").and(surveys::closes.le(now).assume_not_null());
    let rows: Vec<Row> =
        surveys::table.filter(opens.or(closes)).select(Row::as_select()).order(surveys::id).load(&mut conn.sql)?;
    rows.into_iter().map(Row::survey).collect()
}

/// Those that are open.
pub fn open(conn: &mut RegisterConn) -> QueryResult<Vec<SurveyId>> {
    surveys::table.filter(surveys::state.eq("open")).select(surveys::id).order(surveys::id).load(&mut conn.sql)
}

pub(super) fn is_taken(conn: &mut RegisterConn, survey: &Survey) -> QueryResult<bool> {
    let row = Row::from(survey);
    let same_place = surveys::fiscal_year.eq(row.fiscal_year).and(surveys::round.eq(row.round));
    let other = surveys::table.filter(same_place.and(surveys::name_thai.eq(row.name_thai)).and(surveys::id.ne(row.id)));
    diesel::select(exists(other)).get_result(&mut conn.sql)
}

pub(super) fn insert(conn: &mut RegisterConn, survey: &Survey) -> QueryResult<()> {
    diesel::insert_into(surveys::table).values(Row::from(survey)).execute(&mut conn.sql).map(drop)
}

pub(super) fn update(conn: &mut RegisterConn, survey: &Survey) -> QueryResult<()> {
    let row = Row::from(survey);
    if survey.state.has_opened() {
        let opening = surveys::opening_id.eq(survey.id);
        diesel::update(surveys::table.find(survey.id)).set((row, opening)).execute(&mut conn.sql).map(drop)
    } else {
        diesel::update(surveys::table.find(survey.id)).set(row).execute(&mut conn.sql).map(drop)
    }
}

pub(super) fn remove(conn: &mut RegisterConn, id: SurveyId) -> QueryResult<()> {
    diesel::update(surveys::table.filter(surveys::copied_from.eq(id)))
        .set(surveys::copied_from.eq(None::<SurveyId>))
        .execute(&mut conn.sql)?;
    diesel::delete(surveys::table.find(id)).execute(&mut conn.sql).map(drop)
}

/// Writes down what is promised from here on; the database keeps it so.
pub fn promise(
    conn: &mut RegisterConn,
    survey: &Survey,
    instrument: InstrumentId,
    digest: &[u8],
    rule_digest: Option<&[u8]>,
    closes: Moment,
) -> QueryResult<()> {
    let terms = &survey.terms;
    diesel::insert_into(openings::table)
        .values((
            openings::survey_id.eq(survey.id),
            openings::instrument_id.eq(instrument),
            openings::digest.eq(digest),
            openings::door.eq(terms.door),
            openings::k.eq(terms.k),
            openings::release_rule.eq(terms.release),
            openings::comments.eq(terms.comments),
            openings::without_script.eq(terms.without_script),
            openings::grace_minutes.eq(terms.grace_minutes),
            openings::rule_digest.eq(rule_digest),
            openings::closes.eq(closes),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

/// Every time the close was put off, in order.
pub fn extensions(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<Extension>> {
    let rows: Vec<(String, Moment, Moment)> = extensions::table
        .filter(extensions::survey_id.eq(survey))
        .select((extensions::decided, extensions::closes_before, extensions::closes_after))
        .order(extensions::place)
        .load(&mut conn.sql)?;
    let extension = |(decided, before, after): (String, Moment, Moment)| {
        let decided = decided.parse().map_err(|_| Error::DeserializationError("a column holds no day".into()))?;
        Ok(Extension { decided, before, after })
    };
    rows.into_iter().map(extension).collect()
}

pub fn put_off(conn: &mut RegisterConn, survey: SurveyId, extension: Extension) -> QueryResult<()> {
    let place: i64 = extensions::table.filter(extensions::survey_id.eq(survey)).count().get_result(&mut conn.sql)?;
    diesel::insert_into(extensions::table)
        .values((
            extensions::survey_id.eq(survey),
            extensions::place.eq(i32::try_from(place).unwrap_or(i32::MAX)),
            extensions::decided.eq(extension.decided.to_string()),
            extensions::closes_before.eq(extension.before),
            extensions::closes_after.eq(extension.after),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

/// Whether what an open or past round says now is what it promised when it opened, and whether its
/// close moved by its extensions alone. Keys hold most of it; this looks, whatever held.
pub(super) fn keeps_its_promise(conn: &mut RegisterConn, survey: &Survey) -> QueryResult<bool> {
    type Promised = (InstrumentId, Door, i32, Release, Comments, bool, i32, Moment);
    let promised: Option<Promised> = openings::table
        .find(survey.id)
        .select((
            openings::instrument_id,
            openings::door,
            openings::k,
            openings::release_rule,
            openings::comments,
            openings::without_script,
            openings::grace_minutes,
            openings::closes,
        ))
        .first(&mut conn.sql)
        .optional()?;
    let Some((instrument, door, k, release, comments, without_script, grace_minutes, announced)) = promised else {
        return Ok(false);
    };
    let terms = Terms { door, k, release, comments, without_script, grace_minutes, ..survey.terms };
    let mut closes = announced;
    for extension in extensions(conn, survey.id)? {
        if extension.before != closes {
            return Ok(false);
        }
        closes = extension.after;
    }
    let stands = survey.state.window().map(|window| window.closes);
    Ok(survey.instrument == Some(instrument) && survey.terms == terms && stands == Some(closes))
}

/// The digest of the questions as they were promised.
pub fn promised_questions(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Option<Vec<u8>>> {
    openings::table.find(survey).select(openings::digest).first(&mut conn.sql).optional()
}

/// The digest of the rule the roll was drawn up by, as it was promised.
pub fn promised_rule(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Option<Vec<u8>>> {
    let digest = openings::table.find(survey).select(openings::rule_digest).first(&mut conn.sql).optional()?;
    Ok(digest.flatten())
}
