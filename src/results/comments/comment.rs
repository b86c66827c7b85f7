//! Texts of a survey whose figures are let out, each with what is noted at it: a page of them, or one.
//!
//! In the order of their random ids, which says nothing. Where there are fewer than twice k ballots the urn
//! holds none, and none is asked for.

use std::collections::HashMap;

use super::{note::Note, store};
use crate::{
    db::UrnConn,
    ids::{GroupId, StratumId, TextId},
    instruments::Code,
    papers::Comments,
    results::Released,
    urn::{self, Sought},
};

/// Comments on one page.
pub const EACH: usize = 50;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    pub id: TextId,
    pub item: Code,
    /// The strata of its group, where comments are shown by group.
    pub strata: Vec<StratumId>,
    pub text: String,
    pub note: Note,
}

/// Which comments are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub item: Option<Code>,
    pub theme: Option<String>,
    pub is_marked: bool,
    /// From 1.
    pub page: usize,
}

/// A page of those that are wanted, and what there is to choose by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub comments: Vec<Comment>,
    /// How many on all pages.
    pub count: usize,
    /// The page that this is: the last one, where a later one was asked for.
    pub page: usize,
    /// Whether there is any at all, wanted or not.
    pub is_any: bool,
    pub is_any_marked: bool,
    /// In use in this survey.
    pub themes: Vec<String>,
}

/// What may be read of a survey.
struct Readable {
    sought: Sought,
    /// Those that are told.
    groups: HashMap<GroupId, Vec<StratumId>>,
}

pub fn look_up(conn: &mut UrnConn, released: &Released, wanted: &Wanted) -> diesel::QueryResult<Found> {
    let Some(mut readable) = Readable::of(conn, released)? else { return Ok(Found::default()) };
    let survey = released.paper.survey;
    let is_any = !urn::text_ids(conn, &readable.sought, 0, 1)?.is_empty();
    readable.sought.item = wanted.item.as_ref().map(|item| item.as_str().to_owned());
    // People have put a note at few of them.
    let noted = match (&wanted.theme, wanted.is_marked) {
        (None, false) => None,
        (theme, is_marked) => {
            let noted = store::noted(conn, survey, theme.as_deref(), is_marked)?;
            Some(urn::text_ids_among(conn, &readable.sought, &noted)?)
        }
    };
    let count = match &noted {
        Some(ids) => ids.len(),
        None => usize::try_from(urn::count_texts(conn, &readable.sought)?).unwrap_or_default(),
    };
    let page = wanted.page.clamp(1, count.div_ceil(EACH).max(1));
    let skip = (page - 1) * EACH;
    let ids = match noted {
        Some(ids) => ids.into_iter().skip(skip).take(EACH).collect(),
        None => urn::text_ids(conn, &readable.sought, number(skip), number(EACH))?,
    };
    let comments = readable.read(conn, &ids)?;
    let (is_any_marked, themes) = (store::is_any_marked(conn, survey)?, store::themes_of(conn, survey)?);
    Ok(Found { comments, count, page, is_any, is_any_marked, themes })
}

/// `None`: there is none of this id that may be read.
pub fn find(conn: &mut UrnConn, released: &Released, text: TextId) -> diesel::QueryResult<Option<Comment>> {
    let Some(readable) = Readable::of(conn, released)? else { return Ok(None) };
    Ok(readable.read(conn, &[text])?.pop())
}

impl Readable {
    fn of(conn: &mut UrnConn, released: &Released) -> diesel::QueryResult<Option<Self>> {
        let paper = &released.paper;
        if paper.comments == Comments::Nowhere || released.figures.counted < paper.k.saturating_mul(2) {
            return Ok(None);
        }
        let all = Sought { survey: paper.survey, item: None, groups: None };
        if paper.comments != Comments::Groups {
            return Ok(Some(Self { sought: all, groups: HashMap::new() }));
        }
        let groups = urn::released(conn, paper.survey)?.map(|it| it.groups).unwrap_or_default();
        // Beside those of groups that have twice k, one without a group would be of those that have not: an urn
        // that was opened long ago may hold some.
        let groups: HashMap<_, _> = groups.into_iter().filter(|(_, strata)| !strata.is_empty()).collect();
        let sought = Sought { groups: Some(groups.keys().copied().collect()), ..all };
        Ok(Some(Self { sought, groups }))
    }

    fn read(&self, conn: &mut UrnConn, ids: &[TextId]) -> diesel::QueryResult<Vec<Comment>> {
        let mut notes = store::notes(conn, ids)?;
        let comment = |it: urn::Written| {
            let strata = it.group.and_then(|group| self.groups.get(&group)).cloned().unwrap_or_default();
            Comment { id: it.id, item: Code::new(it.item), strata, text: it.text, note: notes.remove(&it.id).unwrap_or_default() }
        };
        Ok(urn::texts(conn, &self.sought, ids)?.into_iter().map(comment).collect())
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
