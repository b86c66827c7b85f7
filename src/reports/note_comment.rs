//! A deed at a comment: into the diary first, then into the urn.
//!
//! The diary says of which round, and never which comment or what it says: the register holds nothing that
//! names something in the urn. Taken up after a kill in between, it comes to the same; a form that has done its
//! deed does nothing more, for what was done since would be undone and the diary would not know.

use crate::{
    accounts::{self, Actor, Deed},
    clock::Moment,
    db::Db,
    ids::{SurveyId, TextId},
    results::comments::{self, Change},
    secrets::MasterKey,
    surveys::{self, Survey},
    web::{Begun, FormKey, begin, end},
};

/// Who does it, by which form, and when.
pub struct Hand {
    pub master: MasterKey,
    pub by: Actor,
    pub key: FormKey,
    pub now: Moment,
}

/// `text` is one of this survey.
pub async fn note_comment(db: &Db, hand: Hand, survey: SurveyId, text: TextId, change: Change) -> diesel::QueryResult<()> {
    let deed = match change {
        Change::Mark(_) | Change::Theme(_) => Deed::CommentNoted,
        Change::Cover(_) => Deed::CommentCovered,
        Change::Uncover(_) => Deed::CommentUncovered,
    };
    let key = hand.key;
    let noted = db.register(move |conn| {
        begin(conn, hand.key, hand.now, |conn| {
            let subject = surveys::find(conn, survey)?.as_ref().map(Survey::subject).unwrap_or_default();
            accounts::note(conn, &hand.master, &hand.by, deed, &subject, hand.now)
        })
    });
    if noted.await? == Begun::Done {
        return Ok(());
    }
    db.urn(move |conn| comments::change(conn, survey, text, &change)).await?;
    db.register(move |conn| end(conn, key)).await
}
