//! What holds of a round by its verbs, and what the database itself holds once it is open: also
//! against somebody with SQL in their hands.

use std::time::Duration;

use diesel::result::{DatabaseErrorKind, Error};
use jiff::civil::{Date, date};

use super::{
    Beginning, Hand, Obstacle, Refusal, ask_new, close, due, extend, open, plan, publish, remove, schedule, trouble, unschedule,
};
use crate::{
    accounts::Actor,
    authoring,
    clock::{DAY, HOUR, MINUTE, Moment},
    db::{Db, RegisterConn, scratch::Scratch},
    dice::Dice,
    ids::SurveyId,
    instruments::{About, Asks, Choice, Code, Instrument, Item, Part, Text},
    language::FiscalYear,
    people::{self, Category, EmployeeNumber, Name, NewPerson, NewUnit, ShortName, eligibility::Rule},
    surveys::{self, Comments, Door, NewSurvey, NotNow, Release, State, Survey, Window},
};

const TODAY: Date = date(2026, 11, 21);

/// A department of one unit with 22 people, 2 of them of another category; and a clock.
struct Bench {
    scratch: Scratch,
    db: Db,
    now: Moment,
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Kept {
    opened: usize,
    closed: usize,
    held_back: usize,
}

impl Bench {
    async fn new() -> Self {
        let scratch = Scratch::new();
        let bench = Self { db: scratch.db(), scratch, now: Moment::start_of(TODAY) };
        bench
            .does(|conn, hand, dice| {
                let Hand { master, by, now } = *hand;
                let name = |text: &str| Name::parse(text).unwrap();
                let unit = ShortName::parse("สลก.").unwrap();
                let new =
                    NewUnit { short_name: unit.clone(), name_thai: name("สำนัก"), name_english: None, parent: None };
                people::add_unit(conn, master, by, &new, now, dice).unwrap();
                for number in 0..22 {
                    let new = NewPerson {
                        number: EmployeeNumber::parse(&number.to_string()).unwrap(),
                        name: name("สมศรี ใจงาม"),
                        unit: unit.clone(),
                        category: Category::parse(if number < 2 {
                            "ลูกจ้าง"
                        } else {
                            "ข้าราชการ"
                        })
                        .unwrap(),
                        email: None,
                        language: None,
                        started: Some(date(2015, 5, 18)),
                    };
                    people::add(conn, master, by, &new, now, dice).unwrap();
                }
                Ok(())
            })
            .await
            .unwrap();
        bench
    }

    /// One deed, in one transaction, at the time on the clock.
    async fn does<T: Send + 'static>(
        &self,
        deed: impl Fn(&mut RegisterConn, &Hand, &mut Dice) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let (master, now) = (self.scratch.key.clone(), self.now);
        let deed = move |conn: &mut RegisterConn| {
            let by = Actor::the_program();
            deed(conn, &Hand { master: &master, by: &by, now }, &mut Dice::real())
        };
        self.db.register(deed).await
    }

    async fn sql(&self, sql: &str) -> Result<(), Error> {
        let sql = sql.to_owned();
        self.db.register(move |conn| conn.raw(&sql)).await
    }

    /// Whether this would pass; nothing is kept of it.
    async fn would_pass(&self, sql: &str) -> bool {
        let sql = sql.to_owned();
        let tried: Result<(), Error> = self.db.register(move |conn| conn.raw(&sql).and(Err(Error::RollbackTransaction))).await;
        matches!(tried, Err(Error::RollbackTransaction))
    }

    async fn count(&self, table: &str) -> i64 {
        let sql = format!("SELECT COUNT(*) AS number FROM {table}");
        self.db.read_register(move |conn| conn.number(&sql)).await.unwrap()
    }

    async fn survey(&self, id: SurveyId) -> Survey {
        self.db.read_register(move |conn| surveys::find(conn, id)).await.unwrap().unwrap()
    }

    /// What the timetable does, but for what only the rooms above know.
    async fn time_is_kept(&self) -> Kept {
        let now = self.now;
        let waiting = self.db.read_register(move |conn| due(conn, now)).await.unwrap();
        let mut kept = Kept::default();
        for survey in waiting {
            let is_to_open = matches!(survey.state, State::Scheduled { .. });
            let deed = self.does(move |conn, hand, _| match survey.state {
                State::Scheduled { .. } => open(conn, hand, &survey),
                _ => close(conn, hand, &survey).map(|()| true),
            });
            match (deed.await.unwrap(), is_to_open) {
                (false, _) => kept.held_back += 1,
                (true, true) => kept.opened += 1,
                (true, false) => kept.closed += 1,
            }
        }
        kept
    }

    fn window(&self) -> Window {
        Window { opens: self.now.plus(HOUR), closes: self.now.plus(14 * DAY) }
    }

    async fn planned(&self, name: &'static str, instrument: Instrument) -> SurveyId {
        let planned = self
            .does(move |conn, hand, dice| plan(conn, hand, &new(name), &Beginning::Starter(Box::new(instrument.clone())), dice));
        planned.await.unwrap()
    }

    async fn scheduled(&self, id: SurveyId) -> Result<(), Refusal> {
        let window = self.window();
        self.does(move |conn, hand, _| schedule(conn, hand, id, window)).await
    }

    async fn has_a_roll(&self, id: SurveyId) {
        let drawn_up = self.does(move |conn, hand, dice| {
            let survey = surveys::find(conn, id)?.unwrap();
            people::draw_up_roll(conn, hand.master, hand.by, &survey, hand.now, dice).unwrap();
            Ok(())
        });
        drawn_up.await.unwrap();
    }

    /// A round that is open, an hour later.
    async fn with_an_open_round() -> (Self, SurveyId) {
        let mut bench = Self::new().await;
        let id = bench.planned("แบบวัด", questions()).await;
        bench.has_a_roll(id).await;
        bench.scheduled(id).await.unwrap();
        bench.now = bench.now.plus(HOUR);
        assert_eq!(bench.time_is_kept().await.opened, 1);
        (bench, id)
    }
}

fn new(name: &str) -> NewSurvey {
    NewSurvey { year: FiscalYear::of(TODAY), round: 1, name_thai: name.to_owned(), name_english: String::new() }
}

fn questions() -> Instrument {
    let item = Item::new("a", Text::new("เป็นอย่างไร", "How is it"), Asks::LongText { longest: 1_000 });
    with_items(vec![item])
}

fn asking_the_category() -> Instrument {
    let choice = |code: &str, label: &str| Choice { code: Code::from(code), label: Text::new(label, ""), ..Choice::default() };
    let choices = vec![choice("a", "ข้าราชการ"), choice("b", "ลูกจ้าง")];
    let item = Item::new("a", Text::new("ประเภท", "Category"), Asks::SingleChoice { choices });
    with_items(vec![Item { about: Some(About::Category), ..item }])
}

fn with_items(items: Vec<Item>) -> Instrument {
    let mut instrument = Instrument::new("x", Text::new("แบบ", "Form"));
    instrument.parts.push(Part { code: Code::from("d"), title: Text::new("ก", "A"), items, ..Part::default() });
    instrument
}

/// What was promised at the opening, and how somebody with SQL would change it.
const CHANGES: [&str; 13] = [
    "UPDATE surveys SET k = 7",
    "UPDATE surveys SET release_rule = 'in_blocks'",
    "UPDATE surveys SET comments = 'groups'",
    "UPDATE surveys SET without_script = NOT without_script",
    "UPDATE surveys SET grace_minutes = 0",
    "UPDATE surveys SET instrument_id = (SELECT id FROM instruments WHERE id <> instrument_id)",
    "UPDATE instruments SET definition = '{}', digest = id",
    "UPDATE rolls SET rule_digest = survey_id",
    "UPDATE rolls SET rule_digest = NULL",
    "UPDATE surveys SET door = 'open_link'",
    "UPDATE surveys SET id = instrument_id WHERE 1 = 0; UPDATE rolls SET rule = 'another', rule_digest = survey_id",
    "UPDATE instruments SET digest = family",
    "UPDATE surveys SET k = 7, grace_minutes = 0, comments = 'nowhere'",
];

#[tokio::test]
async fn once_a_round_is_open_no_sql_changes_what_was_promised() {
    let mut bench = Bench::new().await;
    let id = bench.planned("แบบวัด", questions()).await;
    bench
        .does(|conn, hand, dice| Ok(authoring::add(conn, hand, asking_the_category(), authoring::Origin::New, None, dice)?))
        .await
        .unwrap();
    bench.has_a_roll(id).await;
    for sql in CHANGES {
        assert!(bench.would_pass(sql).await, "before the opening it is only a row: {sql}");
    }
    bench.scheduled(id).await.unwrap();
    bench.now = bench.now.plus(HOUR);
    assert_eq!(bench.time_is_kept().await.opened, 1);
    let before = bench.survey(id).await;

    let never = [
        "DELETE FROM openings",
        "UPDATE openings SET k = 7",
        "UPDATE openings SET digest = survey_id",
        "DELETE FROM surveys",
        "DELETE FROM rolls",
    ];
    for sql in CHANGES.into_iter().chain(never) {
        let refused = bench.sql(sql).await;
        assert!(matches!(refused, Err(Error::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _))), "{sql}: {refused:?}");
    }
    for sql in
        ["UPDATE surveys SET opening_id = NULL", "UPDATE surveys SET state = 'draft'", "UPDATE surveys SET state = 'closed'"]
    {
        let refused = bench.sql(sql).await;
        assert!(matches!(refused, Err(Error::DatabaseError(DatabaseErrorKind::CheckViolation, _))), "{sql}: {refused:?}");
    }
    assert_eq!(bench.survey(id).await, before);
}

/// Said in docs/threat-model.md: who writes SQL can do it, but not by one statement.
#[tokio::test]
async fn who_writes_sql_must_take_the_opening_back_before_anything_changes() {
    let (bench, id) = Bench::with_an_open_round().await;
    bench.sql("UPDATE surveys SET state = 'draft', opened = NULL, opening_id = NULL").await.unwrap();
    assert!(bench.sql("UPDATE surveys SET k = 7").await.is_err(), "the promise still stands");
    bench.sql("DELETE FROM openings").await.unwrap();
    bench.sql("UPDATE surveys SET k = 7").await.unwrap();
    assert_eq!(bench.survey(id).await.k(), 7);
}

/// On PostgreSQL, with the lines of docs/operations.md, not even that.
#[tokio::test]
async fn a_role_without_delete_on_openings_cannot_take_the_opening_back() {
    let (bench, _) = Bench::with_an_open_round().await;
    if !bench.scratch.is_postgres() {
        println!("skipped: a_role_without_delete_on_openings_cannot_take_the_opening_back needs PostgreSQL");
        return;
    }
    let role = format!("clearjai_{}", Dice::real().digits(12));
    let grants = GRANTS.replace("clearjai_program", &role);
    bench.sql(&format!("CREATE ROLE {role}; {}", in_this_schema(&grants))).await.unwrap();
    let as_program = |sql: &str| format!("SET LOCAL ROLE {role}; {sql}");
    bench.sql(&as_program("UPDATE surveys SET state = 'draft', opened = NULL, opening_id = NULL")).await.unwrap();
    let kept = bench.sql(&as_program("DELETE FROM openings")).await.unwrap_err().to_string();
    assert!(kept.contains("permission denied"), "{kept}");
    let kept = bench.sql(&as_program("UPDATE openings SET k = 7")).await.unwrap_err().to_string();
    assert!(kept.contains("permission denied"), "{kept}");
    let kept = bench.sql(&as_program("TRUNCATE openings CASCADE")).await.unwrap_err().to_string();
    assert!(kept.contains("permission denied"), "{kept}");
    assert!(bench.sql(&as_program("UPDATE surveys SET k = 7")).await.is_err());
    bench.sql(&format!("DROP OWNED BY {role}; DROP ROLE {role}")).await.unwrap();
}

/// As they stand in docs/operations.md.
const GRANTS: &str = "
GRANT USAGE, CREATE ON SCHEMA register TO clearjai_program;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA register TO clearjai_program;
REVOKE UPDATE, DELETE, TRUNCATE ON register.openings, register.extensions FROM clearjai_program;";

/// The tables of a test stand in a schema of another name.
fn in_this_schema(grants: &str) -> String {
    let quoted = grants.replace('\'', "''");
    let each: Vec<_> = quoted.split_inclusive(';').map(str::trim).filter(|line| !line.is_empty()).collect();
    let run = |line: &&str| {
        format!(
            "DO $$ BEGIN EXECUTE replace(replace('{line}', 'SCHEMA register', 'SCHEMA ' || current_schema()), 'register.', current_schema() || '.'); END $$;"
        )
    };
    each.iter().map(run).collect()
}

#[test]
fn the_grants_are_the_ones_that_operators_read() {
    let text = include_str!("../../docs/operations.md");
    for line in GRANTS.trim().lines() {
        assert!(text.contains(line), "docs/operations.md does not have: {line}");
    }
}

#[tokio::test]
async fn a_definition_that_is_not_what_its_digest_says_is_not_read() {
    let (bench, id) = Bench::with_an_open_round().await;
    let instrument = bench.survey(id).await.instrument.unwrap();
    let read = async || bench.db.read_register(move |conn| authoring::find(conn, instrument)).await;
    assert!(read().await.is_ok());
    bench.sql("UPDATE instruments SET definition = replace(definition, 'How is it', 'How was it')").await.unwrap();
    let refused = read().await;
    assert!(matches!(refused, Err(Error::DeserializationError(_))), "{refused:?}");
}

#[tokio::test]
async fn a_close_moved_by_hand_is_noticed_and_nothing_of_the_round_is_shown() {
    let (bench, id) = Bench::with_an_open_round().await;
    let broken = async || bench.db.read_register(super::broken_promises).await.unwrap();
    assert_eq!(broken().await, Vec::<String>::new());
    bench.sql("UPDATE surveys SET closes = closes + 1").await.unwrap();
    assert_eq!(broken().await.len(), 1);
    let refused = bench.db.read_register(move |conn| surveys::find(conn, id)).await;
    assert!(matches!(refused, Err(Error::DeserializationError(_))), "{refused:?}");
}

#[tokio::test]
async fn a_round_lives_from_plan_to_results_and_nothing_of_it_changes_on_the_way() {
    let mut bench = Bench::new().await;
    let id = bench.planned("แบบวัด", questions()).await;
    bench.scheduled(id).await.unwrap();
    let instrument = bench.survey(id).await.instrument.unwrap();
    let changed = bench.does(move |conn, hand, _| {
        authoring::change(conn, hand, instrument, "", |it| {
            it.title = Text::new("อื่น", "");
            Ok(())
        })
    });
    assert!(matches!(changed.await, Err(Refusal::Questions(authoring::Refusal::Fixed))));
    assert!(matches!(
        bench.does(move |conn, hand, dice| ask_new(conn, hand, id, &questions(), dice)).await,
        Err(Refusal::NotNow(NotNow::NotADraft))
    ));

    assert_eq!(bench.time_is_kept().await, Kept::default(), "it is not time yet");
    bench.now = bench.now.plus(HOUR);
    assert_eq!(bench.time_is_kept().await.held_back, 1);
    assert_eq!(trouble(&bench.survey(id).await), [Obstacle::NoRoll]);
    bench.has_a_roll(id).await;
    assert_eq!(bench.time_is_kept().await, Kept::default(), "it is tried again by the minute");
    bench.now = bench.now.plus(MINUTE);
    assert_eq!(bench.time_is_kept().await.opened, 1);
    assert_eq!(bench.time_is_kept().await, Kept::default(), "it opens once");

    let closes = bench.survey(id).await.state.window().unwrap().closes;
    let later = closes.plus(DAY);
    bench.does(move |conn, hand, _| extend(conn, hand, id, later)).await.unwrap();
    let told = bench.db.read_register(move |conn| surveys::extensions(conn, id)).await.unwrap();
    assert_eq!(told, [surveys::Extension { decided: TODAY, before: closes, after: later }]);
    let sooner = bench.does(move |conn, hand, _| extend(conn, hand, id, closes)).await;
    assert!(matches!(sooner, Err(Refusal::NotNow(NotNow::NotLater))));
    let open = bench.survey(id).await;
    let early = bench.does(move |conn, hand, _| close(conn, hand, &open)).await;
    assert!(matches!(early, Err(Refusal::NotNow(NotNow::TooEarly))));
    assert!(matches!(
        bench.does(move |conn, hand, _| unschedule(conn, hand, id)).await,
        Err(Refusal::NotNow(NotNow::NotScheduled))
    ));
    assert!(matches!(bench.does(move |conn, hand, _| remove(conn, hand, id)).await, Err(Refusal::NotNow(NotNow::NotADraft))));

    bench.now = closes.plus(Duration::from_secs(1));
    assert_eq!(bench.time_is_kept().await.closed, 0, "it was put off");
    bench.now = later;
    assert_eq!(bench.time_is_kept().await.closed, 1);
    bench.does(move |conn, hand, _| publish(conn, hand, id)).await.unwrap();
    assert!(
        matches!(bench.survey(id).await.state, State::Published { opened, closed, .. } if opened < closed && closed == later)
    );
    assert!(bench.sql("UPDATE surveys SET k = 7").await.is_err(), "what was promised stays promised");
}

#[tokio::test]
async fn a_draft_that_is_removed_leaves_nothing_behind() {
    let bench = Bench::new().await;
    let id = bench.planned("แบบวัด", questions()).await;
    bench.has_a_roll(id).await;
    bench
        .does(move |conn, hand, _| {
            let survey = surveys::find(conn, id)?.unwrap();
            let rule = Rule { minimum_months: 6, ..Rule::default() };
            people::set_rule(conn, hand.master, hand.by, &survey, rule, hand.now).unwrap();
            Ok(())
        })
        .await
        .unwrap();
    let tables = ["surveys", "instruments", "audiences", "rolls", "roll", "strata", "stratum_units"];
    for table in tables {
        assert!(bench.count(table).await > 0, "{table}");
    }
    bench.does(move |conn, hand, _| remove(conn, hand, id)).await.unwrap();
    for table in tables {
        assert_eq!(bench.count(table).await, 0, "{table}");
    }
}

#[tokio::test]
async fn a_round_like_the_one_before_asks_and_promises_the_same() {
    let (bench, before) = Bench::with_an_open_round().await;
    let next = bench.does(move |conn, hand, dice| {
        plan(conn, hand, &NewSurvey { round: 2, ..new("แบบวัด") }, &Beginning::LikeRound(before), dice)
    });
    let next = next.await.unwrap();
    let (before, next) = (bench.survey(before).await, bench.survey(next).await);
    assert_eq!((next.instrument, next.terms, next.copied_from), (before.instrument, before.terms, Some(before.id)));
    assert_eq!(next.state, State::Draft { window: None });
    let rules = bench
        .db
        .read_register(move |conn| Ok::<_, Error>([people::audience(conn, before.id)?, people::audience(conn, next.id)?]));
    let [one, other] = rules.await.unwrap();
    assert_eq!(one, other);
}

#[tokio::test]
async fn questions_that_single_somebody_out_are_neither_scheduled_nor_opened() {
    let mut bench = Bench::new().await;
    let id = bench.planned("แบบวัด", asking_the_category()).await;
    let two = Obstacle::SinglesOut { people: 2, cells: 1 };
    let refused = bench.scheduled(id).await;
    assert!(
        matches!(&refused, Err(Refusal::InTheWay(why)) if *why == [two.clone()]),
        "by the rule, before there is a roll: {refused:?}"
    );
    bench.has_a_roll(id).await;
    assert!(matches!(bench.scheduled(id).await, Err(Refusal::InTheWay(why)) if why == [two.clone()]));

    // With nobody of the other category on the roll there is nobody to single out; they join later.
    bench.sql("UPDATE people SET category = 'ข้าราชการ'").await.unwrap();
    bench.scheduled(id).await.unwrap();
    bench.sql("UPDATE people SET category = 'ลูกจ้าง' WHERE number IN ('0', '1')").await.unwrap();
    bench.now = bench.now.plus(HOUR);
    assert_eq!(bench.time_is_kept().await.held_back, 1);
    assert_eq!(trouble(&bench.survey(id).await), [two]);
}

#[tokio::test]
async fn behind_an_open_link_there_is_nobody_to_count_and_a_round_opens_without_a_roll() {
    let mut bench = Bench::new().await;
    let id = bench.planned("แบบวัด", asking_the_category()).await;
    bench
        .does(move |conn, hand, _| {
            let survey = surveys::find(conn, id)?.unwrap();
            let terms =
                surveys::Terms { door: Door::OpenLink, release: Release::InBlocks, comments: Comments::Nowhere, ..survey.terms };
            Ok(surveys::change(conn, hand.master, hand.by, &Survey { terms, ..survey }, hand.now)?)
        })
        .await
        .unwrap();
    bench.scheduled(id).await.unwrap();
    bench.now = bench.now.plus(HOUR);
    assert_eq!(bench.time_is_kept().await.opened, 1);
    assert!(bench.sql("UPDATE surveys SET door = 'roll'").await.is_err());
}
