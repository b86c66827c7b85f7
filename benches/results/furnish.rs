//! A house with several published rounds, the last of them with comments: put there past the program, since
//! only what was let out is read.

use clearjai::{
    clock::Clock,
    dice::{Chance, Dice},
    house::House,
    ids::SurveyId,
    papers::Paper,
    settings::Settings,
    urn,
};
use diesel::{
    Connection as _, QueryResult, RunQueryDsl as _, SqliteConnection,
    connection::SimpleConnection as _,
    sql_query,
    sql_types::{BigInt, Binary, Integer, Text},
};
use sha2::{Digest as _, Sha256};

use super::{Outcome, program::Folder, round, sign_in};

pub const ROUNDS: u32 = 8;
pub const TEXTS: u32 = 100_000;

/// Of the Christian era.
const LAST: u32 = 2026;

const SHOWS: &str = r#"{"items":true,"units":true,"comparison":true}"#;
const UNDERTAKINGS: &str = r#"[{"what":"ปรับขั้นตอน","who":"กองที่ 1","until":"2026-12-31"}]"#;

/// Says which round is the last.
pub fn furnish(folder: &Folder, answers: u32) -> Outcome<SurveyId> {
    let mut dice = Dice::real();
    let papers: Vec<_> = (LAST + 1 - ROUNDS..=LAST).map(|year| (year, round::paper(year, answers, &mut dice))).collect();
    let texts = papers.iter().map(|(_, paper)| Ok((paper.write()?, paper.closes))).collect::<Outcome<Vec<_>>>()?;
    let variables = [("CLEARJAI_DATA", folder.path().as_os_str().to_owned())];
    let settings = Settings::read(variables, &|_| Ok(None))?;
    actix_web::rt::System::new().block_on(async {
        let (house, _) = House::open(&settings, Clock::System, Chance::Real).await?;
        for (text, closes) in texts {
            house.db.urn(move |conn| urn::post(conn, &text, closes)).await?;
        }
        sign_in::employ(&house).await
    })?;
    let (mut register, mut urn) = (by_hand(folder, "register.db")?, by_hand(folder, "urn.db")?);
    for (year, paper) in &papers {
        publish(&mut register, *year, paper)?;
        release(&mut urn, paper, answers)?;
    }
    let (_, last) = papers.last().ok_or("no round")?;
    write(&mut urn, last.survey)?;
    Ok(last.survey)
}

fn by_hand(folder: &Folder, file: &str) -> Outcome<SqliteConnection> {
    let mut conn = SqliteConnection::establish(&folder.path().join(file).to_string_lossy())?;
    conn.batch_execute("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536")?;
    Ok(conn)
}

/// As the register keeps a round that went through all its stages.
fn publish(conn: &mut SqliteConnection, year: u32, paper: &Paper) -> Outcome<()> {
    let (opens, closes) = (paper.opens * 1_000_000, paper.closes * 1_000_000);
    sql_query(
        "INSERT INTO openings (survey_id, instrument_id, digest, door, k, release_rule, comments, without_script,
             grace_minutes, rule_digest, closes)
         VALUES (?1, ?1, x'00', 'roll', 5, 'at_close', 'department', TRUE, 10, x'00', ?2)",
    )
    .bind::<Binary, _>(paper.survey)
    .bind::<BigInt, _>(closes)
    .execute(conn)?;
    sql_query(
        "INSERT INTO surveys (id, fiscal_year, round, name_thai, name_english, k, instrument_id, opens, closes, comparator,
             target, state, opened, closed, published, opening_id)
         VALUES (?1, ?2, 1, 'แบบวัดการรับรู้', 'Survey', 5, ?1, ?3, ?4, 'at_least', 6000, 'published', ?3, ?4, ?4, ?1)",
    )
    .bind::<Binary, _>(paper.survey)
    .bind::<Integer, _>(i32::try_from(year + 543)?)
    .bind::<BigInt, _>(opens)
    .bind::<BigInt, _>(closes)
    .execute(conn)?;
    Ok(())
}

fn release(conn: &mut SqliteConnection, paper: &Paper, answers: u32) -> Outcome<()> {
    let figures = serde_json::to_string(&round::told(paper, answers)?)?;
    sql_query("UPDATE papers SET stage = 'released', closed = '2026-01-31' WHERE survey_id = ?")
        .bind::<Binary, _>(paper.survey)
        .execute(conn)?;
    sql_query("INSERT INTO releases (survey_id, digest, figures) VALUES (?, ?, ?)")
        .bind::<Binary, _>(paper.survey)
        .bind::<Binary, _>(Sha256::digest(&figures).to_vec())
        .bind::<Text, _>(figures)
        .execute(conn)?;
    sql_query("INSERT INTO publications (survey_id, shows, undertakings) VALUES (?, ?, ?)")
        .bind::<Binary, _>(paper.survey)
        .bind::<Text, _>(SHOWS)
        .bind::<Text, _>(UNDERTAKINGS)
        .execute(conn)?;
    Ok(())
}

/// Of some two hundred letters each, in no order.
fn write(conn: &mut SqliteConnection, survey: SurveyId) -> QueryResult<usize> {
    sql_query(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
         INSERT INTO texts (id, survey_id, item, text)
         SELECT randomblob(16), ?, CASE i % 3 WHEN 0 THEN 'c2' ELSE 'c1' END,
             'ความเห็นที่ ' || i || replace(hex(zeroblob(10)), '00', ' ขอให้ปรับขั้นตอน') FROM n",
    )
    .bind::<Integer, _>(i32::try_from(TEXTS).unwrap_or(i32::MAX))
    .bind::<Binary, _>(survey)
    .execute(conn)
}
