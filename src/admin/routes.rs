//! Handlers for those who run the house.

use std::sync::Arc;

use actix_web::{HttpResponse, web};

use super::{
    pages::{self, Health},
    words::{Words, words},
};
use crate::{
    accounts::{self, Actor, Deed, May, RunTheHouse},
    backup,
    clock::Moment,
    house::House,
    ids::LetterId,
    lock::Lock,
    mail::{self, Batch, Kind, Letter},
    schedule,
    web::{self as kit, Begun, Body, Failure, FormKey, Spent, at, see_other},
};

/// So many stuck letters fit on the page.
const SHOWN: i64 = 100;

/// `GET` [`at::MAIL`]
pub async fn mail(admin: May<RunTheHouse>, house: web::Data<House>) -> Result<HttpResponse, Failure> {
    let (waiting, stuck) =
        house.db.read_register(|conn| Ok::<_, diesel::result::Error>((mail::waiting(conn)?, mail::stuck(conn, SHOWN)?))).await?;
    Ok(pages::mail(&admin.visit, waiting, &stuck, house.courier.transport.folder_path()))
}

/// `POST` [`at::MAIL_TEST`]: a letter to whoever presses the button.
pub async fn test_letter(admin: May<RunTheHouse>, house: web::Data<House>, body: Body) -> Result<HttpResponse, Failure> {
    let key = admin.visit.accept(body)?.key;
    let say = words(admin.visit.language);
    let office = house.gatehouse().post_office(admin.visit.language);
    let letter = Letter::new(admin.account.email.clone(), admin.visit.language, say.test_subject).paragraph(say.test_body);
    let answer = at::done(&admin.visit.to(at::MAIL), "posted");
    let (now, chance, led_to) = (admin.visit.premises.now(), house.chance.clone(), answer.clone());
    house
        .db
        .register(move |conn| {
            if kit::spend(conn, key, &led_to, now)? == Spent::Now {
                let dice = &mut chance.dice();
                mail::post(conn, &office, Kind::Test, Batch::single(dice), &letter, now, dice)?;
            }
            Ok::<_, diesel::result::Error>(())
        })
        .await?;
    Ok(see_other(&answer))
}

/// `POST` [`at::LETTER_AGAIN`]
pub async fn letter_again(
    admin: May<RunTheHouse>,
    house: web::Data<House>,
    letter: web::Path<LetterId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    admin.visit.accept(body)?;
    let (letter, actor, now, master) = (letter.into_inner(), admin.actor(), admin.visit.premises.now(), house.master.clone());
    let was_there = house
        .db
        .register(move |conn| {
            let was_there = mail::try_again(conn, letter, now)?;
            if was_there {
                accounts::note(conn, &master, &actor, Deed::LetterTriedAgain, "", now)?;
            }
            Ok::<_, diesel::result::Error>(was_there)
        })
        .await?;
    if was_there { Ok(see_other(&at::done(&admin.visit.to(at::MAIL), "again"))) } else { Err(Failure::NotFound) }
}

/// `POST` [`at::LETTER_DROP`]
pub async fn letter_drop(
    admin: May<RunTheHouse>,
    house: web::Data<House>,
    letter: web::Path<LetterId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    admin.visit.accept(body)?;
    let (letter, actor, now, master) = (letter.into_inner(), admin.actor(), admin.visit.premises.now(), house.master.clone());
    let was_there = house
        .db
        .register(move |conn| {
            let was_there = mail::drop_letter(conn, letter)?;
            if was_there {
                accounts::note(conn, &master, &actor, Deed::LetterDropped, "", now)?;
            }
            Ok::<_, diesel::result::Error>(was_there)
        })
        .await?;
    if was_there { Ok(see_other(&at::done(&admin.visit.to(at::MAIL), "dropped"))) } else { Err(Failure::NotFound) }
}

/// `GET` [`at::SCHEDULE`]
pub async fn schedule(admin: May<RunTheHouse>, house: web::Data<House>) -> Result<HttpResponse, Failure> {
    let kept = house.db.read_register(schedule::timetable).await?;
    Ok(pages::schedule(&admin.visit, &kept, admin.visit.premises.now()))
}

/// `GET` [`at::BACKUP`]
pub async fn backup(admin: May<RunTheHouse>, house: web::Data<House>) -> Result<HttpResponse, Failure> {
    let kept = backup::kept(&house.data).unwrap_or_default();
    let health = Health { is_sqlite: house.plan.register.is_sqlite(), folder: backup::folder(&house.data) };
    Ok(pages::backup(&admin.visit, &kept, &health))
}

/// `POST` [`at::BACKUP`]. Pressed again, it makes none more; cut off, the same form makes it after all.
pub async fn make_backup(admin: May<RunTheHouse>, house: web::Data<House>, body: Body) -> Result<HttpResponse, Failure> {
    let key = admin.visit.accept(body)?.key;
    let say = words(admin.visit.language);
    let made = see_other(&at::done(&admin.visit.to(at::BACKUP), "made"));
    // Who presses twice waits here for what the first press makes.
    let data = house.data.clone();
    let turn = tokio::task::spawn_blocking(move || Lock::to_copy(&data)).await.map_err(Failure::broken)?;
    let turn = turn.map_err(|fault| not_made(&fault, say))?;
    let now = admin.visit.premises.now();
    if house.db.register(move |conn| kit::begin(conn, key, now, |_| Ok::<_, diesel::result::Error>(()))).await? == Begun::Done {
        return Ok(made);
    }
    // To its end, and into the diary, though the browser may go away.
    match tokio::spawn(copy(house.into_inner(), admin.actor(), key, now, turn)).await.map_err(Failure::broken)?? {
        Ok(()) => Ok(made),
        Err(fault) => Err(not_made(&fault, say)),
    }
}

fn not_made(fault: &dyn std::fmt::Display, say: &Words) -> Failure {
    tracing::error!(%fault, "a backup was not made");
    Failure::Refused(say.backup_failed.to_owned())
}

async fn copy(
    house: Arc<House>,
    actor: Actor,
    key: FormKey,
    now: Moment,
    _turn: Lock,
) -> Result<Result<(), backup::NotMade>, diesel::result::Error> {
    let (plan, target) = (house.plan.clone(), backup::folder(&house.data).join(backup::name(now)));
    let copied = tokio::task::spawn_blocking(move || backup::make(&plan, &target, backup::Which::Both, now)).await;
    match copied {
        Ok(Ok(_)) => {}
        Ok(Err(fault)) => return Ok(Err(fault)),
        Err(fallen) => return Ok(Err(backup::NotMade::NotCopied("whole", fallen.to_string()))),
    }
    let master = house.master.clone();
    let noted = house.db.register(move |conn| {
        accounts::note(conn, &master, &actor, Deed::BackupMade, "", now)?;
        kit::end(conn, key)
    });
    noted.await.map(Ok)
}
