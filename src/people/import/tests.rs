//! What a plan says, what carrying it out does, and what undoing it brings back; on both engines.

use diesel::result::Error;
use jiff::civil::{Date, date};

use super::*;
use crate::{
    accounts::Actor,
    clock::{HOUR, Moment},
    db::{Db, RegisterConn, scratch::Scratch},
    dice::Dice,
    ids::ImportId,
    people::{Filter, Person, store},
    secrets::MasterKey,
    sheets::Table,
};

const TODAY: Date = date(2026, 11, 21);
const HEADINGS: &str = "number,name,unit,category,email,start date\n";

fn now() -> Moment {
    Moment::start_of(TODAY).plus(HOUR)
}

fn table(rows: &str) -> (Table, Layout) {
    let table = understand(format!("{HEADINGS}{rows}").as_bytes()).unwrap();
    let layout = guess(&table);
    (table, layout)
}

fn planned(conn: &mut RegisterConn, rows: &str) -> Plan {
    let (table, layout) = table(rows);
    plan(conn, &table, &layout, TODAY, &mut Dice::real(), &Progress::default()).unwrap()
}

fn numbers<'people>(people: impl IntoIterator<Item = &'people Person>) -> Vec<&'people str> {
    people.into_iter().map(|person| person.number.as_str()).collect()
}

fn order(plan: &Plan) -> Order {
    Order { digest: plan.digest(), leave_out_faulty: false, departed: Departed::These(Vec::new()), on: TODAY }
}

fn begin(conn: &mut RegisterConn, key: &MasterKey) -> ImportId {
    let dice = &mut Dice::real();
    let import = Import::begun(dice.id(), None, "list.csv", now());
    keep(conn, key, &import, b"file", dice).unwrap();
    import.id
}

fn carried_out(conn: &mut RegisterConn, key: &MasterKey, rows: &str, order: &Order) -> Result<(ImportId, Done), Refused> {
    let (table, layout) = table(rows);
    let import = begin(conn, key);
    let (by, progress) = (Actor::the_program(), Progress::default());
    let means = Means { master: key, by: &by, table: &table, layout: &layout, progress: &progress, now: now() };
    carry_out(conn, &means, import, order, &mut Dice::real()).map(|done| (import, done))
}

/// Everything in the file is taken in.
fn imported(conn: &mut RegisterConn, key: &MasterKey, rows: &str) -> ImportId {
    let order = order(&planned(conn, rows));
    carried_out(conn, key, rows, &order).unwrap().0
}

/// Everyone, by number.
fn everyone(conn: &mut RegisterConn) -> Vec<Person> {
    let mut everyone = store::everyone(conn).unwrap();
    everyone.sort_by(|one, other| one.number.cmp(&other.number));
    everyone
}

async fn with<T: Send + 'static>(story: impl Fn(&mut RegisterConn, &MasterKey) -> T + Send + 'static) -> T {
    let scratch = Scratch::new();
    let (db, key): (Db, MasterKey) = (scratch.db(), scratch.key.clone());
    db.register(move |conn| Ok::<_, Error>(story(conn, &key))).await.unwrap()
}

const THREE: &str = "1,Somsri,Finance,Official,one@example.go.th,1/10/2560\n2,Somchai,Finance,Official,two@example.go.th,1/10/2560\n\
    3,Malee,Planning,Official,,1/10/2560\n";

#[tokio::test]
async fn a_plan_tells_new_changed_unchanged_missing_and_faulty_apart() {
    with(|conn, key| {
        imported(conn, key, THREE);
        let plan = planned(
            conn,
            "1,Somsri,Finance,Official,,1/10/2560\n2,Somchai,Stores,Official,,\n4,Wandee,Stores,Official,,1/10/2560\n5,,Stores,Official,,\n",
        );
        assert_eq!((plan.rows, plan.unchanged), (4, 1), "an empty cell forgets nothing");
        assert_eq!(numbers(&plan.new), ["4"]);
        assert_eq!(numbers(plan.changed.iter().map(|change| &change.after)), ["2"]);
        assert_eq!(plan.changed[0].after.started, Some(date(2017, 10, 1)));
        assert_eq!(numbers(&plan.missing), ["3"]);
        assert_eq!(plan.faulty.iter().map(|faulty| (faulty.row, faulty.field)).collect::<Vec<_>>(), [(5, Field::Name)]);
        assert_eq!(plan.new_units.len(), 1, "one unit, though two people are in it");
        let dash = planned(conn, "1,Somsri,Finance,Official,-,1/10/2560\n");
        assert_eq!(dash.changed[0].after.email, None, "a dash says that there is none");
    })
    .await;
}

#[tokio::test]
async fn addresses_may_be_swapped_and_taken_over_within_one_file_and_from_nobody_outside_it() {
    with(|conn, key| {
        imported(conn, key, THREE);
        let swap = "1,Somsri,Finance,Official,two@example.go.th,\n2,Somchai,Finance,Official,one@example.go.th,\n";
        assert_eq!(planned(conn, swap).changed.len(), 2);
        imported(conn, key, swap);
        let emails: Vec<_> =
            everyone(conn).iter().filter_map(|person| person.email.clone()).map(|it| it.reveal().to_owned()).collect();
        assert_eq!(emails, ["two@example.go.th", "one@example.go.th"]);

        let freed = "1,Somsri,Finance,Official,-,\n4,Wandee,Finance,Official,two@example.go.th,1/10/2560\n";
        imported(conn, key, freed);
        assert_eq!(everyone(conn)[3].email.as_ref().unwrap().reveal(), "two@example.go.th");

        let taken = planned(conn, "3,Malee,Planning,Official,two@example.go.th,\n");
        assert_eq!(taken.faulty[0].reason, Reason::EmailTaken);
        // Who is refused keeps theirs, so who would have had it is refused as well.
        let chain = planned(conn, "4,Wandee,Finance,Official,one@example.go.th,\n3,Malee,Planning,Official,two@example.go.th,\n");
        assert_eq!(chain.faulty.len(), 2);
        assert!(chain.is_empty());
        // The column slipped by a row: the last one keeps theirs, so nobody gets the next one's.
        imported(conn, key, "3,Malee,Planning,Official,three@example.go.th,\n1,Somsri,Finance,Official,five@example.go.th,\n");
        let slipped = planned(
            conn,
            "1,Somsri,Finance,Official,three@example.go.th,\n3,Malee,Planning,Official,two@example.go.th,\n4,Wandee,Finance,Official,,\n",
        );
        assert_eq!(slipped.faulty.iter().map(|faulty| (faulty.row, faulty.reason)).collect::<Vec<_>>(), [
            (2, Reason::EmailTaken),
            (3, Reason::EmailTwice { other: 4 }),
            (4, Reason::EmailTwice { other: 3 })
        ]);
    })
    .await;
}

#[tokio::test]
async fn a_digest_changes_with_the_plan_and_with_nothing_else() {
    with(|conn, key| {
        imported(conn, key, THREE);
        let rows = "1,Somsri,New Unit,Official,,\n4,Wandee,New Unit,Official,,1/10/2560\n";
        let digest = planned(conn, rows).digest();
        assert_eq!(planned(conn, rows).digest(), digest, "ids of newcomers are drawn anew and do not count");
        let mut malee = everyone(conn).remove(2);
        malee.departed = Some(TODAY);
        store::update(conn, &malee).unwrap();
        assert_ne!(planned(conn, rows).digest(), digest, "one fewer is missing");
        assert!(planned(conn, rows).was_seen_as(&digest, false), "which matters to nobody who stays");
        assert!(!planned(conn, rows).was_seen_as(&digest, true), "but to all the missing who are to depart");
        for other in ["1,Somsri,Other Unit,Official,,\n4,Wandee,New Unit,Official,,1/10/2560\n", "1,Somsri,New Unit,Official,,\n"]
        {
            assert_ne!(planned(conn, other).digest(), digest);
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_carried_out_is_what_was_seen_and_it_happens_once() {
    with(|conn, key| {
        let seen = planned(conn, THREE);
        let (import, done) = carried_out(conn, key, THREE, &order(&seen)).unwrap();
        assert_eq!(done, Done { new: 3, new_units: 2, ..Done::default() });
        assert!(content(conn, key, import).unwrap().is_none(), "the file is gone");
        let kept = store::find_import(conn, import).unwrap().unwrap();
        assert_eq!((kept.done(key), kept.wrote), (Some(done), 3));
        assert!(kept.findings(key).is_none());

        let (table, layout) = table(THREE);
        let (by, progress) = (Actor::the_program(), Progress::default());
        let means = Means { master: key, by: &by, table: &table, layout: &layout, progress: &progress, now: now() };
        let twice = carry_out(conn, &means, import, &order(&seen), &mut Dice::real());
        assert!(matches!(twice, Err(Refused::Over)), "{twice:?}");
        let stale = carried_out(conn, key, THREE, &order(&seen));
        assert!(matches!(stale, Err(Refused::RosterChanged)), "{stale:?}");
        let nothing = order(&planned(conn, THREE));
        assert!(matches!(carried_out(conn, key, THREE, &nothing), Err(Refused::NothingToDo)));
        let faulty = "4,,Finance,Official,,\n5,Wandee,Finance,Official,,1/10/2560\n";
        let blocked = order(&planned(conn, faulty));
        assert!(matches!(carried_out(conn, key, faulty, &blocked), Err(Refused::Faulty { count: 1 })));
        let without = Order { leave_out_faulty: true, ..blocked };
        assert_eq!(carried_out(conn, key, faulty, &without).unwrap().1.new, 1);
    })
    .await;
}

#[tokio::test]
async fn only_who_is_named_departs_and_who_is_in_a_file_again_is_back() {
    with(|conn, key| {
        imported(conn, key, THREE);
        let rows = "1,Somsri,Finance,Official,,\n";
        let plan = planned(conn, rows);
        assert!(plan.is_empty());
        let malee = everyone(conn)[2].id;
        let somsri = everyone(conn)[0].id;
        // Somsri is in the file: naming her does nothing.
        let these = Order { departed: Departed::These(vec![malee, somsri]), ..order(&plan) };
        assert_eq!(carried_out(conn, key, rows, &these).unwrap().1.departed, 1);
        let gone: Vec<_> = everyone(conn).iter().map(|person| person.departed).collect();
        assert_eq!(gone, [None, None, Some(TODAY)]);

        let future = Order { departed: Departed::AllMissing, on: date(2026, 11, 22), ..order(&planned(conn, rows)) };
        assert!(matches!(carried_out(conn, key, rows, &future), Err(Refused::Day(_))));
        let early = Order { on: date(2000, 1, 1), ..future };
        carried_out(conn, key, rows, &early).unwrap();
        assert_eq!(everyone(conn)[1].departed, Some(date(2017, 10, 1)), "not before the day they came");

        let back = planned(conn, THREE);
        assert!(back.changed.iter().all(Change::is_return));
        imported(conn, key, THREE);
        assert!(everyone(conn).iter().all(|person| person.departed.is_none()));
    })
    .await;
}

#[tokio::test]
async fn undoing_brings_back_everybody_as_they_were_with_swapped_addresses_and_units() {
    with(|conn, key| {
        imported(conn, key, THREE);
        let before = everyone(conn);
        let rows = "1,Somsri,New Unit,Official,two@example.go.th,\n2,Somchai,Finance,Contract,one@example.go.th,\n4,Wandee,New Unit,Official,,1/10/2560\n";
        let all = Order { departed: Departed::AllMissing, ..order(&planned(conn, rows)) };
        let (import, done) = carried_out(conn, key, rows, &all).unwrap();
        assert_eq!(done, Done { new: 1, changed: 2, departed: 1, new_units: 1 });
        assert_ne!(everyone(conn), before);
        undo(conn, key, &Actor::the_program(), import, now(), &Progress::default()).unwrap();
        assert_eq!(everyone(conn), before);
        assert_eq!(store::all_units(conn).unwrap().len(), 2, "the new unit goes again");
        let again = undo(conn, key, &Actor::the_program(), import, now(), &Progress::default());
        assert!(matches!(again, Err(NotUndone::Over)));
        assert_eq!(store::count(conn, &Filter::default()).unwrap(), 3);
    })
    .await;
}

#[tokio::test]
async fn an_import_stays_once_something_was_built_on_it_and_after_a_day() {
    with(|conn, key| {
        let by = Actor::the_program();
        let import = imported(conn, key, THREE);
        let late = undo(conn, key, &by, import, now().plus(UNDO_WITHIN), &Progress::default());
        assert!(matches!(late, Err(NotUndone::Over)));
        let later = imported(conn, key, "1,Somsri Jaidee,Stores,Official,,\n");
        let undone = undo(conn, key, &by, import, now(), &Progress::default());
        assert!(matches!(undone, Err(NotUndone::ChangedSince { count: 1 })), "{undone:?}");

        // The unit that Somsri would go back to is gone.
        let finance = everyone(conn)[1].unit;
        let mut somchai = everyone(conn)[1].clone();
        somchai.unit = everyone(conn)[2].unit;
        store::update(conn, &somchai).unwrap();
        store::delete_unit(conn, finance).unwrap();
        let undone = undo(conn, key, &by, later, now(), &Progress::default());
        assert!(matches!(undone, Err(NotUndone::InTheWay)), "{undone:?}");
    })
    .await;
}
