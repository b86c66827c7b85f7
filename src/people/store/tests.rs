//! What the tables promise.

use jiff::civil::date;

use super::*;
use crate::{
    db::{RegisterConn, mix_rows, scratch::Scratch},
    dice::Dice,
    people::{Category, EmployeeNumber, Name, Person, ShortName, Unit},
};
use diesel::{QueryResult, result::Error};

fn unit(short_name: &str, parent: Option<&Unit>, dice: &mut Dice) -> Unit {
    Unit {
        id: dice.id(),
        name_thai: Name::parse("สำนักงาน").unwrap(),
        name_english: None,
        short_name: ShortName::parse(short_name).unwrap(),
        parent: parent.map(|parent| parent.id),
    }
}

fn person(number: &str, unit: &Unit, dice: &mut Dice) -> Person {
    Person {
        id: dice.id(),
        number: EmployeeNumber::parse(number).unwrap(),
        name: Name::parse("สมศรี ใจงาม").unwrap(),
        unit: unit.id,
        category: Category::parse("ข้าราชการ").unwrap(),
        email: None,
        language: None,
        started: Some(date(2017, 10, 1)),
        departed: None,
    }
}

#[tokio::test]
async fn units_count_who_is_here_and_lists_show_whom_they_are_asked_for() {
    let scratch = Scratch::new();
    let db = scratch.db();
    db.register(|conn| {
        let dice = &mut Dice::loaded(1);
        let office = unit("สลก.", None, dice);
        let stores = unit("พัสดุ", Some(&office), dice);
        let gone = Person { departed: Some(date(2026, 10, 1)), ..person("3", &stores, dice) };
        insert_unit(conn, &office)?;
        insert_unit(conn, &stores)?;
        for person in [person("2", &stores, dice), person("1", &stores, dice), person("4", &office, dice), gone.clone()] {
            insert(conn, &person)?;
        }
        assert_eq!(find(conn, &gone.number)?.as_ref(), Some(&gone), "reads back what was written");

        let units = units(conn)?;
        let of = |short: &str| units.iter().find(|listed| listed.unit.short_name.as_str() == short).unwrap();
        assert_eq!((of("สลก.").people, of("พัสดุ").people), (1, 2));
        assert_eq!(of("พัสดุ").parent, Some(office.short_name.clone()));
        assert_eq!(of("สลก.").parent, None);

        let numbers = |who, unit: Option<&Unit>, conn: &mut RegisterConn| {
            let units = unit.map(|unit| unit.id).into_iter().collect();
            let filter = Filter { who, units, order: Order::Number, ..Filter::default() };
            let listed = page(conn, &filter, 0, 100).unwrap();
            assert_eq!(count(conn, &filter).unwrap(), i64::try_from(listed.len()).unwrap());
            listed.iter().map(|person| person.number.as_str().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(numbers(Who::Present, None, conn), ["1", "2", "4"]);
        assert_eq!(numbers(Who::Present, Some(&stores), conn), ["1", "2"]);
        assert_eq!(numbers(Who::Departed, None, conn), ["3"]);
        QueryResult::Ok(())
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn the_tables_refuse_what_the_rules_refuse() {
    let scratch = Scratch::new();
    let db = scratch.db();
    let attempt = |spoil: fn(&mut Person)| {
        let db = db.clone();
        async move {
            db.register(move |conn| {
                let dice = &mut Dice::real();
                let office = unit("สลก.", None, dice);
                insert_unit(conn, &office)?;
                insert(conn, &person("1", &office, dice))?;
                let mut second = person("2", &office, dice);
                spoil(&mut second);
                insert(conn, &second)?;
                // Nothing stays for the next attempt.
                Err::<(), _>(Error::RollbackTransaction)
            })
            .await
        }
    };
    assert_eq!(attempt(|_| ()).await, Err(Error::RollbackTransaction));
    let refused = |outcome| assert!(matches!(outcome, Err(Error::DatabaseError(..))), "{outcome:?}");
    refused(attempt(|person| person.number = EmployeeNumber::parse("1").unwrap()).await);
    refused(attempt(|person| person.unit = Dice::real().id()).await);
    refused(attempt(|person| person.departed = Some(date(2017, 9, 30))).await);
}

#[tokio::test]
async fn a_mixed_roll_tells_nobody_who_collected_before_whom() {
    let scratch = Scratch::new();
    if !scratch.is_postgres() {
        eprintln!("skipped: a_mixed_roll_tells_nobody_who_collected_before_whom needs TEST_DATABASE_URL");
        return;
    }
    let db = scratch.db();
    let mixed = async |db: &crate::db::Db| {
        db.register(|conn| mix_rows(conn, "roll", "survey_id, person_id", &mut Dice::real())).await.unwrap()
    };
    db.register(|conn| {
        conn.raw(
            "ALTER TABLE roll DROP CONSTRAINT roll_survey_id_fkey, DROP CONSTRAINT roll_person_id_fkey, DROP CONSTRAINT roll_stratum_id_fkey;
             INSERT INTO roll (survey_id, person_id, stratum_id)
                SELECT '\\x01', sha256(CAST(CAST(at AS TEXT) AS BYTEA)), '\\x02' FROM generate_series(1, 50) AS at;",
        )
    })
    .await
    .unwrap();
    assert!(!mixed(&db).await, "nobody has changed anything");
    for at in [30, 7, 41, 19] {
        db.register(move |conn| {
            let who = format!("sha256(CAST(CAST({at} AS TEXT) AS BYTEA))");
            conn.raw(&format!("UPDATE roll SET is_left_alone = TRUE, blinded = '\\xaa' WHERE person_id = {who}"))
        })
        .await
        .unwrap();
    }
    let deeds = "SELECT COUNT(DISTINCT CAST(xmin AS TEXT)) AS number FROM roll";
    let behind =
        "SELECT COUNT(*) AS number FROM (SELECT person_id, LAG(person_id) OVER (ORDER BY ctid) AS before FROM roll) AS rows
        WHERE person_id < before";
    assert_eq!(db.read_register(|conn| conn.number(deeds)).await.unwrap(), 5, "otherwise this test proves nothing");
    assert!(mixed(&db).await);
    db.rewrite_register(&["roll"]).await.unwrap();
    assert_eq!(db.read_register(|conn| conn.number(deeds)).await.unwrap(), 1);
    assert_eq!(db.read_register(|conn| conn.number(behind)).await.unwrap(), 0, "they lie in the order of their ids");
    let collected = "SELECT COUNT(*) AS number FROM roll WHERE is_left_alone AND blinded = '\\xaa'";
    assert_eq!(db.read_register(|conn| conn.number(collected)).await.unwrap(), 4);
    assert!(!mixed(&db).await);
}
