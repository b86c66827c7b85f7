//! Telling the urn what came of a session.

use diesel::QueryResult;

use crate::{clinic, db::Db, ids::MeetingId, meetings};

/// What is published now, and then the register hears that it was told. Killed in between, it is told again, which does
/// no harm: the urn passes over what is no newer than what it has.
pub async fn told(db: &Db, id: MeetingId) -> QueryResult<()> {
    let report = db.read_register(move |conn| meetings::report_of(conn, id)).await?;
    let Some(published) = report.and_then(|report| report.published) else { return Ok(()) };
    let edition = published.edition;
    db.urn(move |conn| clinic::post_report(conn, id, edition, &published.report)).await?;
    db.register(move |conn| meetings::note_report_told(conn, id, edition)).await
}
