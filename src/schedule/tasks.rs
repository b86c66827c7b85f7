//! The timetable: every recurring task, how often it runs, and which verb does it.

use std::time::Duration;

use futures_util::future::BoxFuture;

use crate::{
    accounts::{self, Actor},
    campaigns::{self, turnout},
    clinic,
    clock::{DAY, HOUR, MINUTE},
    credentials::{admission, issue},
    db::mix_rows,
    desk,
    house::House,
    live, mail, meetings, people, plans, polling, reception, results, retention, rounds, urn, web,
};

/// Something that happens by itself.
pub struct Task {
    pub name: &'static str,
    pub every: Duration,
    /// Whether every instance may do it at the same time as the others: what it works on is leased piece
    /// by piece.
    pub is_shared: bool,
    /// Whether there is anything to do: looked at before the task is claimed, so that an idle
    /// house writes nothing.
    pub is_needed: for<'house> fn(&'house House) -> BoxFuture<'house, Outcome<bool>>,
    /// What came of it, in a few words for administrators.
    pub run: for<'house> fn(&'house House) -> BoxFuture<'house, Outcome<String>>,
}

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

pub const TASKS: [Task; 16] = [
    Task {
        name: "deliver letters",
        every: Duration::from_secs(2),
        is_shared: true,
        is_needed: |house| Box::pin(async { Ok(house.courier.any_due().await?) }),
        run: |house| {
            Box::pin(async {
                // Letters to many are not counted here: their number would tell how many have answered.
                let mail::Tally { sent, later, given_up } = house.courier.run().await?.single;
                Ok(match (sent, later, given_up) {
                    (0, 0, 0) => "done".to_owned(),
                    _ => format!("single letters: sent {sent}, again later {later}, given up {given_up}"),
                })
            })
        },
    },
    Task {
        name: "open and close rounds",
        every: Duration::from_secs(5),
        is_shared: false,
        is_needed: |house| {
            Box::pin(async {
                let now = house.clock.now();
                Ok(house.db.read_register(move |conn| rounds::any_due(conn, now)).await?)
            })
        },
        run: |house| {
            Box::pin(async {
                let kept = polling::keep_time(&house.db, &house.master, &house.chance, house.clock.now()).await?;
                let polling::Kept { opened, closed, held_back, failed } = kept;
                Ok(format!("opened {opened}, closed {closed}, held back {held_back}, failed {failed}"))
            })
        },
    },
    Task {
        name: "write to those who may answer",
        every: Duration::from_secs(20),
        is_shared: false,
        is_needed: |house| {
            Box::pin(async {
                let now = house.clock.now();
                Ok(house.db.read_register(move |conn| campaigns::reminders::any_due(conn, now)).await?)
            })
        },
        // Not how many letters: that would tell how many have answered.
        run: |house| {
            Box::pin(async {
                let (db, now) = (&house.db, house.clock.now());
                let failed = campaigns::reminders::keep(db, &house.master, &house.chance, now).await?;
                Ok(if failed == 0 { "done".to_owned() } else { format!("rounds that failed: {failed}") })
            })
        },
    },
    Task {
        name: "carry papers to the urn",
        every: Duration::from_secs(5),
        is_shared: false,
        is_needed: |house| {
            Box::pin(async {
                let now = house.clock.now();
                Ok(house.db.read_register(move |conn| polling::any_waiting(conn, now)).await?)
            })
        },
        run: |house| {
            Box::pin(async {
                let (db, now) = (&house.db, house.clock.now());
                let carried = polling::carry_over(db, &house.master, &house.chance, now).await?;
                let polling::Carried { posted, put_off, failed, .. } = carried;
                Ok(format!("posted {posted}, put off {put_off}, failed {failed}"))
            })
        },
    },
    Task {
        name: "open the urn",
        every: Duration::from_secs(5),
        is_shared: false,
        is_needed: |house| {
            Box::pin(async {
                let now = house.clock.now();
                Ok(house.db.read_register(move |conn| polling::any_over(conn, now)).await?)
            })
        },
        run: |house| {
            Box::pin(async {
                let (db, now) = (&house.db, house.clock.now());
                let carried = polling::release_over(db, &house.master, &house.keyring, &house.chance, now).await?;
                Ok(format!("released {}, failed {}", carried.released, carried.failed))
            })
        },
    },
    Task {
        name: "count what was said",
        every: Duration::from_secs(5),
        is_shared: false,
        is_needed: |house| Box::pin(async { Ok(house.db.read_urn(results::any_waiting).await?) }),
        run: |house| Box::pin(async { Ok(format!("rounds counted: {}", results::settle_all(&house.db).await?)) }),
    },
    Task {
        name: "release blocks of ballots",
        every: Duration::from_secs(10 * MINUTE.as_secs()),
        is_shared: false,
        is_needed: |house| {
            Box::pin(async {
                let now = house.clock.now();
                Ok(!house.db.read_register(move |conn| issue::waiting(conn, now)).await?.in_blocks.is_empty())
            })
        },
        run: |house| {
            Box::pin(async {
                let (db, now) = (&house.db, house.clock.now());
                let released = polling::release_blocks(db, &house.master, &house.chance, now).await?;
                Ok(format!("released {released}"))
            })
        },
    },
    Task {
        name: "tell the clinic of its sessions",
        every: Duration::from_secs(5),
        is_shared: false,
        is_needed: |house| {
            Box::pin(async {
                let now = house.clock.now();
                Ok(house.db.read_register(move |conn| reception::any_waiting(conn, now)).await?)
            })
        },
        run: |house| {
            Box::pin(async {
                let (db, now) = (&house.db, house.clock.now());
                let carried = reception::carry_over(db, &house.master, &house.chance, now).await?;
                let reception::Carried { opened, put_off, ended, reported, failed } = carried;
                Ok(format!("opened {opened}, put off {put_off}, ended {ended}, reported {reported}, failed {failed}"))
            })
        },
    },
    Task {
        name: "empty the letterbox of the clinic",
        every: MINUTE,
        is_shared: false,
        is_needed: |house| Box::pin(async { Ok(reception::is_letterbox_due(&house.db, house.clock.now()).await?) }),
        run: |house| {
            Box::pin(async {
                let (db, now) = (&house.db, house.clock.now());
                // Not how many: nobody is to know how much was written in an hour.
                reception::empty_letterbox(db, &house.master, &house.chance, now).await?;
                Ok("done".to_owned())
            })
        },
    },
    Task {
        name: "tell the desk what waits",
        every: MINUTE,
        is_shared: false,
        is_needed: |house| Box::pin(async { Ok(desk::is_digest_due(&house.db, house.clock.now()).await?) }),
        run: |house| {
            Box::pin(async {
                let House { db, master, chance, sign, public_url, .. } = house;
                desk::write_digest(&desk::Desk { db, master, chance, sign, public_url }, house.clock.now()).await?;
                Ok("done".to_owned())
            })
        },
    },
    Task {
        name: "ask owners how their steps went",
        every: MINUTE,
        is_shared: false,
        is_needed: |house| Box::pin(async { Ok(plans::are_letters_due(&house.db, house.clock.now()).await?) }),
        run: |house| {
            Box::pin(async {
                let House { db, master, chance, sign, public_url, .. } = house;
                let written =
                    plans::write_letters(&plans::Desk { db, master, chance, sign, public_url }, house.clock.now()).await?;
                Ok(format!("letters written: {written}"))
            })
        },
    },
    Task {
        name: "mix what has arrived",
        every: MINUTE,
        is_shared: false,
        is_needed: |house| {
            Box::pin(async {
                let is_open =
                    |conn: &mut _| Ok::<_, diesel::result::Error>(issue::any_posted(conn)? || meetings::any_open(conn)?);
                Ok(house.db.read_register(is_open).await?)
            })
        },
        run: |house| {
            Box::pin(async {
                urn::mix(&house.db, &house.chance).await?;
                clinic::mix(&house.db, &house.chance).await?;
                live::mix(&house.db, &house.chance).await?;
                for (tables @ [table], key) in issue::TABLES_THAT_CHANGE.into_iter().chain([meetings::TABLES_THAT_CHANGE]) {
                    let chance = house.chance.clone();
                    if house.db.register(move |conn| mix_rows(conn, table, key, &mut chance.dice())).await? {
                        house.db.rewrite_register(tables).await?;
                    }
                }
                Ok("done".to_owned())
            })
        },
    },
    Task {
        name: "count who has taken part",
        every: MINUTE,
        is_shared: false,
        is_needed: |house| {
            Box::pin(async {
                let now = house.clock.now();
                Ok(house.db.read_register(move |conn| turnout::any_due(conn, now)).await?)
            })
        },
        run: |house| {
            Box::pin(async {
                let now = house.clock.now();
                house.db.register(move |conn| turnout::count(conn, now)).await?;
                Ok("counted".to_owned())
            })
        },
    },
    Task {
        name: "forget what has ended",
        every: HOUR,
        is_shared: false,
        is_needed: |_| Box::pin(async { Ok(true) }),
        run: |house| {
            Box::pin(async {
                let now = house.clock.now();
                let forgotten = house
                    .db
                    .register(move |conn| {
                        Ok::<_, diesel::result::Error>(
                            accounts::forget_ended_sessions(conn, now)?
                                + accounts::forget_expired_links(conn, now)?
                                + accounts::forget_old_throttles(conn, now)?
                                + people::forget_imports(
                                    conn,
                                    now.minus(people::import::WAITS),
                                    now.minus(people::import::UNDO_WITHIN),
                                )?
                                + people::forget_hidden_marks(conn, now)?
                                + web::forget_spent_before(conn, now.minus(DAY))?
                                + admission::forget_expired(conn, now)?,
                        )
                    })
                    .await?;
                house.db.fold_logs().await?;
                Ok(format!("forgot {forgotten}"))
            })
        },
    },
    Task {
        name: "delete what is past its time",
        every: DAY,
        is_shared: false,
        is_needed: |_| Box::pin(async { Ok(true) }),
        run: |house| {
            Box::pin(async {
                let (db, now) = (&house.db, house.clock.now());
                if !retention::may_begin(db, now).await? {
                    return Ok("waits until the settings have stood for three days".to_owned());
                }
                let gone = retention::forget(db, &house.master, Actor::the_program(), now).await?;
                let (rounds, sessions, plans) = (gone.rounds.len(), gone.sessions.len(), gone.plans.len());
                Ok(format!("rounds {rounds}, sessions {sessions}, plans {plans}, people {}", gone.people.len()))
            })
        },
    },
    Task {
        name: "check the diary",
        every: DAY,
        is_shared: false,
        is_needed: |_| Box::pin(async { Ok(true) }),
        run: |house| {
            Box::pin(async {
                let master = house.master.clone();
                let whole = house.db.read_register(move |conn| accounts::verify(conn, &master, None)).await?;
                Ok(format!("{} entries, whole", whole.entries))
            })
        },
    },
];
