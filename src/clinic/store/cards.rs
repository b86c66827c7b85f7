//! What stands on the board, and who wonders too.

use std::collections::HashMap;

use diesel::{
    dsl::{count_star, exists},
    prelude::*,
    result::Error,
};
use jiff::civil::Date;

use crate::{
    clinic::{
        matter::{Card, CardState, Face},
        tables::{cards, votes},
    },
    db::UrnConn,
    each_engine,
    ids::{CardId, MatterId, MeetingId},
};

#[derive(Queryable, Selectable)]
#[diesel(table_name = cards)]
struct Row {
    id: CardId,
    matter_id: Option<MatterId>,
    meeting_id: MeetingId,
    topic: String,
    month: String,
    state: CardState,
    title: String,
    question: String,
    answer: String,
    office: String,
    answered_on: Option<String>,
    change: String,
    changed_on: Option<String>,
}

/// In the order of their random ids.
pub fn all_cards(conn: &mut UrnConn) -> QueryResult<Vec<Card>> {
    let votes: HashMap<Vec<u8>, i64> = all_votes(conn)?.into_iter().map(|(id, count)| (id.as_bytes().to_vec(), count)).collect();
    let rows: Vec<Row> = cards::table.select(Row::as_select()).order(cards::id).load(&mut conn.sql)?;
    rows.into_iter()
        .map(|row| {
            let count = votes.get(row.id.as_bytes()).copied().unwrap_or(0);
            read(row, count)
        })
        .collect()
}

fn all_votes(conn: &mut UrnConn) -> QueryResult<Vec<(CardId, i64)>> {
    votes::table.group_by(votes::card_id).select((votes::card_id, count_star())).load(&mut conn.sql)
}

pub fn card(conn: &mut UrnConn, id: CardId) -> QueryResult<Option<Card>> {
    let row: Option<Row> = cards::table.find(id).select(Row::as_select()).first(&mut conn.sql).optional()?;
    with_votes(conn, row)
}

/// What stands on the board though the matter behind it is forgotten, in the order of their random ids.
pub fn left_cards(conn: &mut UrnConn) -> QueryResult<Vec<(CardId, String)>> {
    let left = cards::table.filter(cards::matter_id.is_null().and(cards::state.ne(CardState::Withdrawn)));
    left.select((cards::id, cards::title)).order(cards::id).load(&mut conn.sql)
}

pub fn card_of(conn: &mut UrnConn, matter: MatterId) -> QueryResult<Option<Card>> {
    let of_matter = cards::table.filter(cards::matter_id.eq(matter));
    let row: Option<Row> = of_matter.select(Row::as_select()).first(&mut conn.sql).optional()?;
    with_votes(conn, row)
}

fn with_votes(conn: &mut UrnConn, row: Option<Row>) -> QueryResult<Option<Card>> {
    let Some(row) = row else { return Ok(None) };
    let count = votes::table.filter(votes::card_id.eq(row.id)).select(count_star()).first(&mut conn.sql)?;
    read(row, count).map(Some)
}

fn read(row: Row, votes: i64) -> QueryResult<Card> {
    Ok(Card {
        id: row.id,
        matter: row.matter_id,
        meeting: row.meeting_id,
        topic: row.topic,
        month: row.month,
        state: row.state,
        face: Face { title: row.title, question: row.question, answer: row.answer, office: row.office },
        answered_on: day(row.answered_on)?,
        change: row.change,
        changed_on: day(row.changed_on)?,
        votes,
    })
}

fn day(written: Option<String>) -> QueryResult<Option<Date>> {
    let read = |text: String| text.parse().map_err(|_| Error::DeserializationError("a column holds no day".into()));
    written.map(read).transpose()
}

pub fn keep_card(conn: &mut UrnConn, card: &Card) -> QueryResult<()> {
    let changeable = (
        cards::topic.eq(&card.topic),
        cards::state.eq(card.state),
        cards::title.eq(&card.face.title),
        cards::question.eq(&card.face.question),
        cards::answer.eq(&card.face.answer),
        cards::office.eq(&card.face.office),
        cards::answered_on.eq(card.answered_on.map(|day| day.to_string())),
        cards::change.eq(&card.change),
        cards::changed_on.eq(card.changed_on.map(|day| day.to_string())),
    );
    let row = (
        cards::id.eq(card.id),
        cards::matter_id.eq(card.matter),
        cards::meeting_id.eq(card.meeting),
        cards::month.eq(&card.month),
        changeable.clone(),
    );
    each_engine!(&mut conn.sql, |it| diesel::insert_into(cards::table)
        .values(&row)
        .on_conflict(cards::id)
        .do_update()
        .set(changeable)
        .execute(it))
    .map(drop)
}

/// Nothing of it stays but that it was there.
pub fn blank_card(conn: &mut UrnConn, card: CardId) -> QueryResult<()> {
    diesel::delete(votes::table.filter(votes::card_id.eq(card))).execute(&mut conn.sql)?;
    diesel::update(cards::table.find(card))
        .set((
            cards::matter_id.eq(None::<MatterId>),
            cards::state.eq(CardState::Withdrawn),
            cards::title.eq(""),
            cards::question.eq(""),
            cards::answer.eq(""),
            cards::office.eq(""),
            cards::answered_on.eq(None::<String>),
            cards::change.eq(""),
            cards::changed_on.eq(None::<String>),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

/// Sets it, or takes it back. Says whether it is set now.
pub fn toggle_vote(conn: &mut UrnConn, card: CardId, mark: &[u8]) -> QueryResult<bool> {
    if diesel::delete(votes::table.find((card, mark))).execute(&mut conn.sql)? > 0 {
        return Ok(false);
    }
    let row = (votes::card_id.eq(card), votes::mark.eq(mark));
    diesel::insert_into(votes::table).values(row).execute(&mut conn.sql).map_err(super::again)?;
    Ok(true)
}

pub fn voted(conn: &mut UrnConn, card: CardId, mark: &[u8]) -> QueryResult<bool> {
    diesel::select(exists(votes::table.find((card, mark)))).get_result(&mut conn.sql)
}
