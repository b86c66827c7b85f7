//! The letterbox of the clinic is emptied: the register says whether offices are open and of which sessions enough people
//! have taken their seats, then the urn brings to the desk what may be brought.

use diesel::QueryResult;

use crate::{campaigns::calendar, clinic, clock::Moment, db::Db, dice::Chance, meetings, secrets::MasterKey};

/// Whether something lies in it and its hour has come.
pub async fn is_letterbox_due(db: &Db, now: Moment) -> QueryResult<bool> {
    let calendar = db.read_register(calendar::calendar).await?;
    let is_working_day = calendar.is_working(now.day());
    db.read_urn(move |conn| clinic::is_due(conn, now, is_working_day)).await
}

/// How many matters were brought to the desk. What has to wait for more seats stays.
pub async fn empty_letterbox(db: &Db, master: &MasterKey, chance: &Chance, now: Moment) -> QueryResult<usize> {
    let waiting = db.read_urn(clinic::waiting).await?;
    let have_k = db.read_register(move |conn| {
        let mut have_k = Vec::new();
        for meeting in waiting {
            if meetings::have_k_taken(conn, meeting)? {
                have_k.push(meeting);
            }
        }
        Ok::<_, diesel::result::Error>(have_k)
    });
    clinic::empty_and_sweep(db, master, chance, have_k.await?, now).await
}
