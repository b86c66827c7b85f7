//! What stands in the databases, asked past the program.

use diesel::{Connection as _, PgConnection, QueryableByName, RunQueryDsl as _, SqliteConnection, sql_types::BigInt};

use super::place::Place;

#[derive(Clone, Copy)]
pub enum Side {
    Register,
    Urn,
}

/// The one number that a question gives.
#[track_caller]
pub fn number(place: &Place, side: Side, question: &str) -> usize {
    #[derive(QueryableByName)]
    struct Number {
        #[diesel(sql_type = BigInt)]
        number: i64,
    }
    let (setting, file) = match side {
        Side::Register => ("CLEARJAI_REGISTER_URL", "register.db"),
        Side::Urn => ("CLEARJAI_URN_URL", "urn.db"),
    };
    let question = diesel::sql_query(format!("SELECT CAST(({question}) AS BIGINT) AS number"));
    let settings = place.settings();
    let url = settings.iter().find(|(name, _)| name == setting).map(|(_, url)| url);
    let found: Number = if let Some(url) = url {
        question.get_result(&mut PgConnection::establish(url).unwrap()).unwrap()
    } else {
        let mut conn = SqliteConnection::establish(place.folder().join(file).to_str().unwrap()).unwrap();
        diesel::sql_query("PRAGMA busy_timeout = 20000").execute(&mut conn).unwrap();
        question.get_result(&mut conn).unwrap()
    };
    found.number.try_into().unwrap()
}

/// As if so much time had passed that what the dead held in their hands is free again.
pub fn leases_run_out(place: &Place) {
    place.in_the_register("UPDATE tasks SET leased_until = 0, due = 0");
    place.in_the_register("UPDATE outbox SET leased_until = 0");
}
