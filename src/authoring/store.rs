//! Every question this room asks the register.

use diesel::{dsl::max, prelude::*, result::Error};
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use super::{
    tables::instruments,
    version::{Digest, Listed, Version},
};
use crate::{
    db::RegisterConn,
    ids::{FamilyId, InstrumentId, SurveyId},
    instruments::{Instrument, Text},
};

#[derive(Queryable, Selectable)]
#[diesel(table_name = instruments)]
struct Row {
    id: InstrumentId,
    family: FamilyId,
    version: i32,
    source_id: Option<InstrumentId>,
    survey_id: Option<SurveyId>,
    definition: String,
    digest: Vec<u8>,
    changed: String,
    is_fixed: bool,
    is_put_away: bool,
    losses: Option<String>,
}

impl Row {
    /// A definition that is not the one it was when it was written is not read at all.
    fn version(self) -> QueryResult<Version> {
        let unreadable = |what: &str| Error::DeserializationError(format!("an instrument {what}").into());
        let digest = digest(&self.definition);
        if digest.as_slice() != self.digest {
            return Err(unreadable("is not what its digest says"));
        }
        Ok(Version {
            id: self.id,
            family: self.family,
            number: self.version,
            source: self.source_id,
            round: self.survey_id,
            instrument: Instrument::from_stored(&self.definition).map_err(|_| unreadable("cannot be read"))?,
            digest,
            changed: day(&self.changed)?,
            is_fixed: self.is_fixed,
            is_put_away: self.is_put_away,
            losses: self.losses,
        })
    }
}

pub(super) fn digest(definition: &str) -> Digest {
    Sha256::digest(definition).into()
}

fn day(text: &str) -> QueryResult<Date> {
    text.parse().map_err(|_| Error::DeserializationError("a column holds no day".into()))
}

pub fn find(conn: &mut RegisterConn, id: InstrumentId) -> QueryResult<Option<Version>> {
    let row = instruments::table.find(id).select(Row::as_select()).first(&mut conn.sql).optional()?;
    row.map(Row::version).transpose()
}

type ListedRow = (InstrumentId, FamilyId, i32, Option<SurveyId>, String, String, i32, String, bool, bool);

/// Every version, the latest change first.
pub fn all(conn: &mut RegisterConn) -> QueryResult<Vec<Listed>> {
    let rows: Vec<ListedRow> = instruments::table
        .select((
            instruments::id,
            instruments::family,
            instruments::version,
            instruments::survey_id,
            instruments::title_thai,
            instruments::title_english,
            instruments::questions,
            instruments::changed,
            instruments::is_fixed,
            instruments::is_put_away,
        ))
        .order((instruments::changed.desc(), instruments::title_thai, instruments::version.desc(), instruments::id))
        .load(&mut conn.sql)?;
    let listed = |(id, family, number, round, thai, english, questions, changed, is_fixed, is_put_away): ListedRow| {
        let questions = usize::try_from(questions).unwrap_or(0);
        let title = Text::new(thai, english);
        Ok(Listed { id, family, number, round, title, questions, changed: day(&changed)?, is_fixed, is_put_away })
    };
    rows.into_iter().map(listed).collect()
}

pub(super) fn latest_number(conn: &mut RegisterConn, family: FamilyId) -> QueryResult<i32> {
    let latest: Option<i32> =
        instruments::table.filter(instruments::family.eq(family)).select(max(instruments::version)).first(&mut conn.sql)?;
    Ok(latest.unwrap_or(0))
}

/// The latest version above this number that may still be changed, for the same round or the library.
pub(super) fn open_after(
    conn: &mut RegisterConn,
    family: FamilyId,
    number: i32,
    round: Option<SurveyId>,
) -> QueryResult<Option<InstrumentId>> {
    let newer = instruments::family.eq(family).and(instruments::version.gt(number)).and(instruments::is_fixed.eq(false));
    let open: Vec<(InstrumentId, Option<SurveyId>)> = instruments::table
        .filter(newer)
        .order(instruments::version.desc())
        .select((instruments::id, instruments::survey_id))
        .load(&mut conn.sql)?;
    Ok(open.into_iter().find(|(_, of)| *of == round).map(|(id, _)| id))
}

pub(super) fn insert(conn: &mut RegisterConn, version: &Version) -> QueryResult<()> {
    let definition = version.instrument.to_json();
    diesel::insert_into(instruments::table)
        .values((
            instruments::id.eq(version.id),
            instruments::family.eq(version.family),
            instruments::version.eq(version.number),
            instruments::source_id.eq(version.source),
            instruments::survey_id.eq(version.round),
            instruments::digest.eq(digest(&definition).as_slice()),
            instruments::definition.eq(definition),
            instruments::title_thai.eq(&version.instrument.title.th),
            instruments::title_english.eq(&version.instrument.title.en),
            instruments::questions.eq(questions(&version.instrument)),
            instruments::changed.eq(version.changed.to_string()),
            instruments::is_fixed.eq(version.is_fixed),
            instruments::is_put_away.eq(version.is_put_away),
            instruments::losses.eq(&version.losses),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

/// Writes down another definition. A fixed version is not written, whoever asks.
pub(super) fn define(conn: &mut RegisterConn, id: InstrumentId, instrument: &Instrument, on: Date) -> QueryResult<usize> {
    let definition = instrument.to_json();
    diesel::update(instruments::table.find(id).filter(instruments::is_fixed.eq(false)))
        .set((
            instruments::digest.eq(digest(&definition).as_slice()),
            instruments::definition.eq(definition),
            instruments::title_thai.eq(&instrument.title.th),
            instruments::title_english.eq(&instrument.title.en),
            instruments::questions.eq(questions(instrument)),
            instruments::changed.eq(on.to_string()),
        ))
        .execute(&mut conn.sql)
}

pub(super) fn fix(conn: &mut RegisterConn, id: InstrumentId) -> QueryResult<usize> {
    diesel::update(instruments::table.find(id)).set(instruments::is_fixed.eq(true)).execute(&mut conn.sql)
}

pub(super) fn put_away(conn: &mut RegisterConn, id: InstrumentId, away: bool) -> QueryResult<usize> {
    diesel::update(instruments::table.find(id)).set(instruments::is_put_away.eq(away)).execute(&mut conn.sql)
}

pub(super) fn forget_losses(conn: &mut RegisterConn, id: InstrumentId) -> QueryResult<usize> {
    diesel::update(instruments::table.find(id)).set(instruments::losses.eq(None::<String>)).execute(&mut conn.sql)
}

/// Those made for a round that is not to be.
pub(super) fn forget_of_round(conn: &mut RegisterConn, round: SurveyId) -> QueryResult<()> {
    diesel::update(instruments::table.filter(instruments::survey_id.eq(round).and(instruments::is_fixed)))
        .set(instruments::survey_id.eq(None::<SurveyId>))
        .execute(&mut conn.sql)?;
    let going: Vec<InstrumentId> =
        instruments::table.filter(instruments::survey_id.eq(round)).select(instruments::id).load(&mut conn.sql)?;
    diesel::update(instruments::table.filter(instruments::source_id.eq_any(&going)))
        .set(instruments::source_id.eq(None::<InstrumentId>))
        .execute(&mut conn.sql)?;
    diesel::delete(instruments::table.filter(instruments::id.eq_any(&going))).execute(&mut conn.sql).map(drop)
}

fn questions(instrument: &Instrument) -> i32 {
    i32::try_from(instrument.questions()).unwrap_or(i32::MAX)
}
