//! Whole releases against an urn of their own: what comes out, in which groups, and what stays behind.

mod follow_ups;

use std::collections::HashSet;

use diesel::{prelude::*, sql_query, sql_types::BigInt};

use crate::{
    clock::Moment,
    credentials::verify::PreparedMessage,
    db::{Db, Place, UrnConn, scratch::Scratch},
    dice::{Chance, Dice},
    ids::SurveyId,
    instruments::{Asks, Code, Compact, Instrument, Item, Part, Rated, Scale, Text},
    papers::{Comments, Door, InBoth, OpeningKey, Paper, PaperHash, Release, SIZES, Slips, Stratum, pad},
    urn::{self, Ballot, Cast, Closing, NotReleased, Refused, cast, close, mix, release, release_blocks, tables::answers},
};

const OPENS: i64 = 1_000;
const CLOSES: i64 = 2_000;

fn moment(seconds: i64) -> Moment {
    Moment::from_micros(seconds * 1_000_000)
}

/// A survey in an urn, with everything needed to play everybody's part.
struct Round {
    scratch: Scratch,
    db: Db,
    chance: Chance,
    dice: Dice,
    key: OpeningKey,
    paper: Paper,
    hash: PaperHash,
}

/// A rating, and something to write.
fn instrument() -> Instrument {
    let mut instrument = Instrument::new("pulse", Text::default());
    instrument.scales.push(Scale { code: Code::from("s"), levels: vec![Text::default(); 4] });
    let rated = Asks::Scale(Rated { scale: Code::from("s"), ..Rated::default() });
    let comment = Item { required: false, ..Item::new("i2", Text::default(), Asks::LongText { longest: 100 }) };
    let items = vec![Item::new("i1", Text::default(), rated), comment];
    instrument.parts.push(Part { items, ..Part::default() });
    instrument
}

impl Round {
    async fn open(strata: usize, release: Release, comments: Comments) -> Self {
        Self::open_of(instrument(), strata, release, comments).await
    }

    async fn open_of(instrument: Instrument, strata: usize, release: Release, comments: Comments) -> Self {
        let (scratch, mut dice) = (Scratch::new(), Dice::real());
        let (key, sealing_key) = OpeningKey::random(&mut dice);
        let name = || InBoth { th: "กอง".to_owned(), en: "Division".to_owned() };
        let stratum = |_| Stratum::new(dice.id(), name(), 40, dice.bytes::<32>().to_vec());
        let strata: Vec<_> = (0..strata).map(stratum).collect();
        let paper = Paper {
            survey: dice.id(),
            title: name(),
            opens: OPENS,
            closes: CLOSES,
            grace_minutes: 0,
            k: 5,
            release,
            comments,
            door: Door::Roll,
            slips: Slips::Named,
            without_script: true,
            one_by_one: false,
            strata,
            sealing_key,
            sizes: SIZES.to_vec(),
            instrument,
        };
        let (text, db) = (paper.write().unwrap(), scratch.db());
        let hash = PaperHash::of(&text);
        db.urn(move |conn| urn::post(conn, &text, CLOSES)).await.unwrap();
        Self { scratch, db, chance: Chance::Real, dice, key, paper, hash }
    }

    const fn survey(&self) -> SurveyId {
        self.paper.survey
    }

    fn ballot(&mut self, stratum: usize, fields: &[(&str, &str)]) -> Ballot {
        let message = self.dice.bytes();
        self.ballot_of(message, stratum, fields)
    }

    fn ballot_of(&mut self, message: [u8; 64], stratum: usize, fields: &[(&str, &str)]) -> Ballot {
        let fields: Vec<_> = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let stratum = self.paper.strata[stratum].id;
        let plaintext = pad(&fields, &SIZES).unwrap();
        let sealed = self.paper.sealing_key.seal(self.hash, stratum, &message, &plaintext, &mut self.dice).unwrap();
        let (survey, message) = (self.survey(), PreparedMessage::from_bytes(message));
        Ballot { survey, stratum, message, signature: vec![7; 256], sealed, is_entitled: true }
    }

    async fn cast(&self, ballots: Vec<Ballot>) -> Vec<Result<Cast, Refused>> {
        self.db.urn(move |conn| cast(conn, &ballots, moment(OPENS + 10), &mut Dice::real())).await.unwrap()
    }

    /// So many in each stratum, all of the same opinion.
    async fn answers(&mut self, numbers: &[usize], fields: &[(&str, &str)]) -> Vec<Ballot> {
        let strata = numbers.iter().enumerate().flat_map(|(at, number)| vec![at; *number]);
        let ballots: Vec<_> = strata.collect::<Vec<_>>().into_iter().map(|at| self.ballot(at, fields)).collect();
        let fates = self.cast(ballots.clone()).await;
        assert!(fates.iter().all(|fate| *fate == Ok(Cast::Stored)));
        ballots
    }

    async fn close(&self) {
        let strata = self.paper.strata.iter().map(|stratum| (stratum.id, 40, 30)).collect();
        let closing = Closing { survey: self.survey(), closed: jiff::civil::date(2026, 9, 30), strata };
        self.db.urn(move |conn| close(conn, &closing)).await.unwrap();
    }

    async fn release(&self) -> Result<(), NotReleased> {
        release(&self.db, self.survey(), &self.key, &self.chance).await
    }

    async fn release_blocks(&self) -> usize {
        release_blocks(&self.db, self.survey(), &self.key, &self.chance).await.unwrap()
    }

    async fn number(&self, sql: &'static str) -> i64 {
        self.db.read_urn(move |conn| number(conn, sql)).await.unwrap()
    }

    /// Of each group in the order of their places: its number, and how many answers are in it.
    async fn groups(&self) -> Vec<(i64, i64)> {
        let (mut groups, all) = (Vec::new(), self.number("SELECT COUNT(*) AS number FROM result_groups").await);
        for at in 0..all {
            let group = format!("(SELECT id FROM result_groups ORDER BY place LIMIT 1 OFFSET {at})");
            let counted = format!("SELECT CAST(counted AS BIGINT) AS number FROM result_groups WHERE id = {group}");
            let held = format!("SELECT COUNT(*) AS number FROM answers WHERE group_id = {group}");
            let ask = move |conn: &mut UrnConn| Ok::<_, diesel::result::Error>((number(conn, &counted)?, number(conn, &held)?));
            groups.push(self.db.read_urn(ask).await.unwrap());
        }
        groups
    }

    async fn strata(&self) -> [i64; 3] {
        [
            self.number("SELECT CAST(SUM(counted) AS BIGINT) AS number FROM strata").await,
            self.number("SELECT CAST(SUM(spoilt) AS BIGINT) AS number FROM strata").await,
            self.number("SELECT CAST(SUM(replaced) AS BIGINT) AS number FROM strata").await,
        ]
    }
}

fn number(conn: &mut UrnConn, sql: &str) -> diesel::QueryResult<i64> {
    #[derive(QueryableByName)]
    struct Number {
        #[diesel(sql_type = BigInt)]
        number: i64,
    }
    sql_query(sql).get_result::<Number>(&mut conn.sql).map(|found| found.number)
}

const SEALED: &str = "SELECT COUNT(*) AS number FROM sealed_ballots";
const OPENED: &str = "SELECT COUNT(*) AS number FROM opened_ballots WHERE NOT is_spoilt";
const ANSWERS: &str = "SELECT COUNT(*) AS number FROM answers";
const TEXTS: &str = "SELECT COUNT(*) AS number FROM texts";
const PLACED_TEXTS: &str = "SELECT COUNT(*) AS number FROM texts WHERE group_id IS NOT NULL";
const WITHHELD: &str = "SELECT CAST(texts_withheld AS BIGINT) AS number FROM papers";
const UNOPENED: &str = "SELECT CAST(unopened AS BIGINT) AS number FROM papers";
const IS_RELEASED: &str = "SELECT COUNT(*) AS number FROM papers WHERE stage = 'released'";

#[tokio::test]
async fn what_was_sealed_comes_out_as_it_was_said_and_nothing_sealed_is_left() {
    let mut round = Round::open(2, Release::AtClose, Comments::Department).await;
    round.answers(&[6, 7], &[("i1", "3")]).await;
    round.answers(&[1, 0], &[("i1", "1"), ("i2", "เสียงดัง")]).await;
    assert!(matches!(round.release().await, Err(NotReleased::StillOpen)));
    round.close().await;
    round.release().await.unwrap();
    assert_eq!((round.number(SEALED).await, round.number(OPENED).await, round.number(ANSWERS).await), (0, 14, 14));
    assert_eq!(round.groups().await, [(7, 7), (7, 7)]);
    assert_eq!((round.strata().await, round.number(IS_RELEASED).await), ([14, 0, 0], 1));
    let rows: Vec<Vec<u8>> = {
        let load = |conn: &mut UrnConn| answers::table.select(answers::compact).load(&mut conn.sql);
        round.db.read_urn(load).await.unwrap()
    };
    let compact = Compact::of(&round.paper.instrument);
    let levels: Vec<_> = rows.iter().map(|row| format!("{:?}", compact.read(row).unwrap())).collect();
    assert_eq!(levels.iter().filter(|said| said.contains("Level(3)")).count(), 13);
    assert_eq!(levels.iter().filter(|said| said.contains("Level(1)")).count(), 1);
    assert_eq!(round.number("SELECT COUNT(*) AS number FROM texts WHERE text = 'เสียงดัง' AND item = 'i2'").await, 1);
}

#[tokio::test]
async fn small_strata_are_shown_together() {
    let mut round = Round::open(4, Release::AtClose, Comments::Nowhere).await;
    round.answers(&[9, 2, 4, 0], &[("i1", "3"), ("i2", "not asked for")]).await;
    round.close().await;
    round.release().await.unwrap();
    assert_eq!(round.groups().await, [(9, 9), (6, 6)]);
    assert_eq!(round.number(TEXTS).await + round.number(WITHHELD).await, 0);
    assert_eq!(round.number("SELECT COUNT(*) AS number FROM strata WHERE group_id IS NULL").await, 0);
}

#[tokio::test]
async fn fewer_than_k_are_not_opened_at_all() {
    let mut round = Round::open(2, Release::AtClose, Comments::Department).await;
    round.answers(&[3, 1], &[("i1", "3"), ("i2", "read by nobody")]).await;
    round.close().await;
    round.release().await.unwrap();
    assert_eq!((round.number(SEALED).await, round.number(OPENED).await), (0, 4));
    assert_eq!((round.number(ANSWERS).await, round.number(TEXTS).await, round.number(UNOPENED).await), (0, 0, 4));
    assert_eq!((round.groups().await, round.strata().await), (Vec::new(), [0, 0, 0]));
}

#[tokio::test]
async fn spoilt_ballots_are_counted_as_such_and_do_not_fill_up_a_group() {
    let mut round = Round::open(2, Release::AtClose, Comments::Department).await;
    round.answers(&[5, 4], &[("i1", "3")]).await;
    round.answers(&[0, 2], &[("i1", "9")]).await;
    let mut altered = round.ballot(0, &[("i1", "3")]);
    *altered.sealed.last_mut().unwrap() ^= 1;
    let mut moved = round.ballot(0, &[("i1", "3")]);
    moved.stratum = round.paper.strata[1].id;
    round.cast(vec![altered, moved]).await;
    round.close().await;
    round.release().await.unwrap();
    assert_eq!((round.strata().await, round.groups().await), ([9, 4, 0], vec![(9, 9)]));
    assert_eq!(round.number("SELECT COUNT(*) AS number FROM opened_ballots WHERE is_spoilt").await, 4);
}

#[tokio::test]
async fn where_only_spoilt_ones_make_up_k_nothing_is_kept() {
    let mut round = Round::open(1, Release::AtClose, Comments::Department).await;
    round.answers(&[4], &[("i1", "3")]).await;
    round.answers(&[3], &[]).await;
    round.close().await;
    round.release().await.unwrap();
    assert_eq!((round.number(ANSWERS).await, round.number(UNOPENED).await), (0, 7));
}

#[tokio::test]
async fn the_last_one_handed_in_counts_and_replacements_are_told() {
    let mut round = Round::open(1, Release::AtClose, Comments::Department).await;
    let first = round.answers(&[5], &[("i1", "1")]).await;
    let again: Vec<_> = first.iter().map(|ballot| round.ballot_of(*ballot.message.as_bytes(), 0, &[("i1", "4")])).collect();
    assert!(round.cast(again).await.iter().all(|fate| *fate == Ok(Cast::Replaced)));
    round.close().await;
    round.release().await.unwrap();
    assert_eq!(round.strata().await, [5, 0, 5]);
    assert_eq!(round.number("SELECT COUNT(DISTINCT compact) AS number FROM answers").await, 1);
}

#[tokio::test]
async fn texts_are_kept_from_twice_k_on_and_by_group_only_where_the_group_has_so_many() {
    let said = [("i1", "3"), ("i2", "ดี")];
    for (numbers, comments, kept, placed, withheld) in [
        ([5, 4], Comments::Groups, 0, 0, 9),
        // Beside those that have their group, the others would have theirs.
        ([5, 5], Comments::Groups, 0, 0, 10),
        ([10, 5], Comments::Groups, 10, 10, 5),
        ([10, 9], Comments::Groups, 10, 10, 9),
        ([10, 4], Comments::Groups, 14, 14, 0),
        ([5, 5], Comments::Department, 10, 0, 0),
        ([10, 5], Comments::Department, 15, 0, 0),
        ([10, 5], Comments::Nowhere, 0, 0, 0),
    ] {
        let mut round = Round::open(2, Release::AtClose, comments).await;
        round.answers(&numbers, &said).await;
        round.close().await;
        round.release().await.unwrap();
        let found = (round.number(TEXTS).await, round.number(PLACED_TEXTS).await, round.number(WITHHELD).await);
        assert_eq!(found, (kept, placed, withheld), "{numbers:?} {comments:?}");
    }
}

#[tokio::test]
async fn another_key_opens_nothing_and_spoils_nothing() {
    let mut round = Round::open(1, Release::AtClose, Comments::Department).await;
    round.answers(&[6], &[("i1", "3")]).await;
    round.close().await;
    let (other, _) = OpeningKey::random(&mut round.dice);
    assert!(matches!(release(&round.db, round.survey(), &other, &round.chance).await, Err(NotReleased::OtherKey)));
    assert!(matches!(release(&round.db, round.dice.id(), &round.key, &round.chance).await, Err(NotReleased::NoSuchSurvey)));
    assert_eq!(round.number(SEALED).await, 6);
    round.release().await.unwrap();
    assert_eq!(round.number(ANSWERS).await, 6);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_at_once_and_a_second_time_release_once() {
    let mut round = Round::open(2, Release::AtClose, Comments::Department).await;
    round.answers(&[8, 8], &[("i1", "3"), ("i2", "ดี")]).await;
    round.close().await;
    round.close().await;
    let (one, other) = tokio::join!(round.release(), round.release());
    one.unwrap();
    other.unwrap();
    round.release().await.unwrap();
    assert_eq!((round.number(ANSWERS).await, round.number(TEXTS).await, round.number(OPENED).await), (16, 16, 16));
    assert_eq!((round.strata().await, round.groups().await), ([16, 0, 0], vec![(8, 8), (8, 8)]));
}

#[tokio::test]
async fn rows_lie_in_the_order_of_their_fresh_ids() {
    let mut round = Round::open(1, Release::AtClose, Comments::Department).await;
    let cast = round.answers(&[40], &[("i1", "3"), ("i2", "ดี")]).await;
    round.close().await;
    round.release().await.unwrap();
    for table in ["answers", "texts"] {
        let load = move |conn: &mut UrnConn| {
            #[derive(QueryableByName)]
            struct Id {
                #[diesel(sql_type = diesel::sql_types::Binary)]
                id: Vec<u8>,
            }
            sql_query(format!("SELECT id FROM {table}")).load::<Id>(&mut conn.sql)
        };
        let ids: Vec<Vec<u8>> = round.db.read_urn(load).await.unwrap().into_iter().map(|row| row.id).collect();
        assert!(ids.len() == 40 && ids.is_sorted(), "{table}");
        let messages: HashSet<&[u8]> = cast.iter().map(|ballot| &ballot.message.as_bytes()[..16]).collect();
        assert!(ids.iter().all(|id| !messages.contains(&id[..])));
    }
}

#[tokio::test]
async fn in_blocks_k_are_opened_while_k_stay_sealed() {
    let mut round = Round::open(2, Release::InBlocks, Comments::Nowhere).await;
    round.answers(&[9, 4], &[("i1", "3")]).await;
    assert_eq!(round.release_blocks().await, 0);
    round.answers(&[1, 0], &[("i1", "3")]).await;
    assert_eq!(round.release_blocks().await, 5);
    assert_eq!((round.number(SEALED).await, round.groups().await), (9, vec![(5, 5)]));
    round.answers(&[12, 0], &[("i1", "3")]).await;
    assert_eq!(round.release_blocks().await, 10);
    assert_eq!(round.release_blocks().await, 0);
    round.close().await;
    round.release().await.unwrap();
    // Four are too few for a group of their own: they are counted with the others.
    assert_eq!((round.strata().await, round.groups().await), ([26, 0, 0], vec![(26, 26)]));
}

#[tokio::test]
async fn what_is_opened_cannot_be_replaced_and_what_is_sealed_can() {
    let mut round = Round::open(1, Release::InBlocks, Comments::Nowhere).await;
    let cast = round.answers(&[10], &[("i1", "1")]).await;
    assert_eq!(round.release_blocks().await, 5);
    let again: Vec<_> = cast.iter().map(|ballot| round.ballot_of(*ballot.message.as_bytes(), 0, &[("i1", "4")])).collect();
    let fates = round.cast(again).await;
    assert_eq!(fates.iter().filter(|fate| **fate == Err(Refused::Released)).count(), 5);
    assert_eq!(fates.iter().filter(|fate| **fate == Ok(Cast::Replaced)).count(), 5);
}

#[tokio::test]
async fn spoilt_ones_in_a_block_are_made_up_for_or_it_waits() {
    let mut round = Round::open(1, Release::InBlocks, Comments::Nowhere).await;
    round.answers(&[6], &[]).await;
    round.answers(&[4], &[("i1", "3")]).await;
    assert_eq!((round.release_blocks().await, round.number(SEALED).await), (0, 10));
    round.answers(&[40], &[("i1", "3")]).await;
    let opened = i64::try_from(round.release_blocks().await).unwrap();
    let [counted, spoilt, _] = round.strata().await;
    assert_eq!((counted + spoilt, round.number(SEALED).await), (opened, 50 - opened));
    assert!(counted >= 5 && 50 - opened >= 5 && 50 - opened < 10, "{counted} {spoilt}");
    round.close().await;
    round.release().await.unwrap();
    assert_eq!(round.strata().await, [44, 6, 0]);
}

#[tokio::test]
async fn where_texts_are_asked_for_blocks_and_what_stays_have_twice_as_many() {
    let mut round = Round::open(1, Release::InBlocks, Comments::Department).await;
    round.answers(&[19], &[("i1", "3"), ("i2", "ดี")]).await;
    assert_eq!(round.release_blocks().await, 0);
    round.answers(&[1], &[("i1", "3"), ("i2", "ดี")]).await;
    assert_eq!((round.release_blocks().await, round.number(TEXTS).await), (10, 10));
    round.close().await;
    round.release().await.unwrap();
    assert_eq!((round.number(TEXTS).await, round.number(WITHHELD).await), (20, 0));
}

/// Where the bytes of a survey are looked for: the files of SQLite, or of the tables on a server that lets us.
async fn raw(round: &Round, what: &[u8]) -> Option<bool> {
    let holds = |bytes: &[u8]| bytes.windows(what.len()).any(|window| window == what);
    if let Place::Sqlite(path) = &round.scratch.plan.urn {
        let files = [path.clone(), path.with_extension("db-wal")];
        return Some(files.iter().any(|file| holds(&std::fs::read(file).unwrap_or_default())));
    }
    let read = |conn: &mut UrnConn| {
        #[derive(QueryableByName)]
        struct File {
            #[diesel(sql_type = diesel::sql_types::Binary)]
            bytes: Vec<u8>,
        }
        sql_query("CHECKPOINT").execute(&mut conn.sql)?;
        sql_query(
            "SELECT pg_read_binary_file(pg_relation_filepath(oid)) AS bytes FROM pg_class
                WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'i', 't') AND relfilenode <> 0",
        )
        .load::<File>(&mut conn.sql)
    };
    let files = round.db.read_urn(read).await.ok()?;
    Some(files.iter().any(|file| holds(&file.bytes)))
}

#[tokio::test]
async fn nothing_that_was_sealed_is_in_any_file_afterwards() {
    let mut round = Round::open(1, Release::InBlocks, Comments::Nowhere).await;
    let cast = round.answers(&[14], &[("i1", "3")]).await;
    let mut found = 0;
    for ballot in &cast {
        match raw(&round, &ballot.sealed[..40]).await {
            None => {
                eprintln!("skipped: this role may not read the files of the server");
                return;
            }
            Some(is_there) => found += usize::from(is_there),
        }
    }
    assert_eq!(found, 14, "otherwise this test proves nothing");
    assert_eq!(round.release_blocks().await, 5);
    let mut left = 0;
    for ballot in &cast {
        left += usize::from(raw(&round, &ballot.sealed[..40]).await.unwrap());
    }
    assert_eq!(left, 9);
    round.close().await;
    round.release().await.unwrap();
    for ballot in &cast {
        assert_eq!(raw(&round, &ballot.sealed[..40]).await, Some(false));
        assert_eq!(raw(&round, &ballot.message.as_bytes()[..]).await, Some(true), "a line of the bulletin");
    }
}

#[tokio::test]
async fn mixing_leaves_no_order_of_arrival_and_takes_nothing_away() {
    let mut round = Round::open(1, Release::AtClose, Comments::Nowhere).await;
    let mut came = Vec::new();
    for _ in 0..30 {
        came.extend(round.answers(&[1], &[("i1", "3")]).await);
    }
    let is_mixed = mix(&round.db, &round.chance).await.unwrap();
    assert!(is_mixed);
    assert!(!mix(&round.db, &round.chance).await.unwrap(), "there is nobody new");
    let some = came.iter().take(10);
    let again: Vec<_> = some.map(|ballot| round.ballot_of(*ballot.message.as_bytes(), 0, &[("i1", "2")])).collect();
    assert!(round.cast(again).await.iter().all(|fate| *fate == Ok(Cast::Replaced)));
    if round.scratch.is_postgres() {
        assert!(mix(&round.db, &round.chance).await.unwrap());
        assert_eq!(round.number("SELECT COUNT(DISTINCT CAST(xmin AS TEXT)) AS number FROM sealed_ballots").await, 1);
        let order = |conn: &mut UrnConn| {
            use crate::urn::tables::sealed_ballots;
            sealed_ballots::table
                .select(sealed_ballots::message)
                .order(diesel::dsl::sql::<diesel::sql_types::Text>("ctid"))
                .load::<Vec<u8>>(&mut conn.sql)
        };
        let lie = round.db.read_urn(order).await.unwrap();
        let came: Vec<_> = came.iter().map(|ballot| ballot.message.as_bytes().to_vec()).collect();
        assert!(lie != came && lie.len() == 30);
    }
    assert_eq!(round.number(SEALED).await, 30);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_who_casts_while_it_is_closed_and_mixed_is_lost() {
    let mut round = Round::open(1, Release::AtClose, Comments::Nowhere).await;
    let ballots: Vec<_> = (0..60).map(|_| round.ballot(0, &[("i1", "3")])).collect();
    let (db, chance) = (round.db.clone(), round.chance.clone());
    let casting = tokio::spawn(async move {
        let mut stored = 0;
        for ballot in ballots {
            let deed = move |conn: &mut UrnConn| cast(conn, std::slice::from_ref(&ballot), moment(OPENS + 10), &mut Dice::real());
            let fate = db.urn(deed).await.unwrap();
            stored += i64::from(fate == [Ok(Cast::Stored)]);
        }
        stored
    });
    while round.number(SEALED).await < 20 {
        tokio::task::yield_now().await;
    }
    mix(&round.db, &chance).await.unwrap();
    round.close().await;
    let sealed = round.number(SEALED).await;
    let stored = casting.await.unwrap();
    assert_eq!((sealed, round.number(SEALED).await), (stored, stored), "the close is the last word");
    round.release().await.unwrap();
    assert_eq!(round.number(ANSWERS).await, stored);
}
