//! What a round may begin with or ask: rounds before, starters, versions of the library; and the
//! words by which forms send them.

use std::collections::BTreeSet;

use diesel::QueryResult;

use crate::{
    authoring,
    db::RegisterConn,
    ids::SurveyId,
    rounds::{Beginning, pages::planning::Shelf},
    surveys,
};

/// Of every family the latest version, unless it is put away or another round's own draft.
pub fn shelf(conn: &mut RegisterConn, of: Option<SurveyId>) -> QueryResult<Shelf> {
    let mut listed = authoring::all(conn)?;
    listed.retain(|version| !version.is_put_away && (version.is_fixed || version.round.is_none() || version.round == of));
    listed.sort_by_key(|version| std::cmp::Reverse(version.number));
    let mut families = BTreeSet::new();
    listed.retain(|version| families.insert(version.family.as_bytes().to_vec()));
    listed.sort_by(|one, other| one.title.th.cmp(&other.title.th));
    Ok(Shelf { rounds: surveys::all(conn)?, starters: authoring::starters(), library: listed })
}

/// `round:…`, `starter:…`, `version:…` or `empty`; only what stands on the shelf.
pub fn beginning(sent: &str, shelf: &Shelf) -> Option<Beginning> {
    if sent == "empty" {
        return Some(Beginning::Empty);
    }
    let (kind, which) = sent.split_once(':')?;
    match kind {
        "round" => {
            let id = which.parse().ok()?;
            shelf.rounds.iter().any(|round| round.id == id).then_some(Beginning::LikeRound(id))
        }
        "starter" => {
            let starter = shelf.starters.iter().find(|starter| starter.code.as_str() == which)?;
            Some(Beginning::Starter(Box::new(starter.instrument.clone())))
        }
        "version" => {
            let id = which.parse().ok()?;
            shelf.library.iter().any(|version| version.id == id).then_some(Beginning::Library(id))
        }
        _ => None,
    }
}
