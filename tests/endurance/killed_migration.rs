//! Databases of every earlier release, brought up to date by a command that is killed.

use std::{
    env,
    path::Path,
    process::Stdio,
    thread,
    time::{Duration, Instant},
};

use diesel::{Connection as _, QueryableByName, RunQueryDsl as _, SqliteConnection, sql_types::Text};

use crate::{
    Turn,
    server::Server,
    some_of,
    thawed::{Thawed, releases},
};

/// Of one house; the next start may take as long as it needs.
const MOST_KILLS: usize = 8;

#[test]
fn a_house_is_brought_up_to_date_by_the_next_start_though_the_one_before_was_killed() {
    let turn = Turn::comes();
    let (mut kills, mut houses) = (0, 0);
    // The oldest have most before them.
    for release in releases().iter().cycle() {
        if houses >= 3 && turn.is_over() {
            break;
        }
        let begun = Instant::now();
        let unhurt = thaw(release);
        unhurt.works(&["migrate"]);
        kills += is_killed_until_it_is_done(release, &unhurt, begun.elapsed());
        houses += 1;
    }
    println!("migration: {houses} houses of earlier releases, {kills} kills, each whole after the next start");
}

fn thaw(release: &Path) -> Thawed {
    match env::var("TEST_DATABASE_URL") {
        Ok(url) => Thawed::postgres(release, &url),
        Err(_) => Thawed::sqlite(release),
    }
}

fn is_killed_until_it_is_done(release: &Path, unhurt: &Thawed, takes: Duration) -> usize {
    let house = thaw(release);
    let mut kills = 0;
    while kills < MOST_KILLS {
        // A start brings it up to date as the command does, and more.
        let what = if kills % 2 == 0 { "migrate" } else { "serve" };
        let mut command = house.command(&[what]);
        command.env("CLEARJAI_BIND", "127.0.0.1:0").stdout(Stdio::null()).stderr(Stdio::null());
        let mut started = command.spawn().unwrap();
        thread::sleep(some_of(takes));
        if started.try_wait().unwrap().is_some_and(|ended| ended.success()) {
            break;
        }
        started.kill().unwrap();
        started.wait().unwrap();
        kills += 1;
    }
    let settings = house.settings.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    drop(Server::start_by(settings.collect()));
    if env::var("TEST_DATABASE_URL").is_err() {
        for side in ["register.db", "urn.db"] {
            let shape = |house: &Thawed| shape(&house.folder.join(side));
            assert!(shape(&house) == shape(unhurt), "{side} of {} has another shape", release.display());
        }
    }
    house.still_answers();
    kills
}

/// Every table and index, and every step that was taken, in their order.
fn shape(file: &Path) -> Vec<String> {
    #[derive(QueryableByName)]
    struct Line {
        #[diesel(sql_type = Text)]
        line: String,
    }
    let mut conn = SqliteConnection::establish(file.to_str().unwrap()).unwrap();
    let lines = "SELECT COALESCE(sql, name) AS line FROM sqlite_master UNION ALL SELECT version FROM __diesel_schema_migrations ORDER BY 1";
    let lines: Vec<Line> = diesel::sql_query(lines).load(&mut conn).unwrap();
    lines.into_iter().map(|line| line.line).collect()
}
