//! The list of people, possible duplicates, and the list as a file.

use std::collections::HashSet;

use actix_web::{HttpResponse, http::header, web};
use diesel::QueryResult;

use crate::{
    accounts::{self, Deed, Gatehouse, KeepRoster, May},
    db::RegisterConn,
    ids::PersonId,
    language::{buddhist, sort_key},
    people::{
        Category, Filter, Listed, UnitTree, Who,
        look::Look,
        pages::{
            roster::{self as pages, Roster, Totals},
            twins,
            unit_choices::Placed,
        },
        roster_file::roster_file,
        store,
        unit_list::{in_place, tree_of},
        usual::Usual,
        words::roster::words,
    },
    web::{Body, Failure, parts::Pager},
};

/// People on one page.
const PAGE: i64 = 50;

/// Shared names on the page of duplicates.
const TWINS: usize = 200;

/// `GET` [`crate::web::at::ROSTER`]
pub async fn index(hr: May<KeepRoster>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let now = hr.visit.premises.now();
    let today = now.day();
    let (look, usual) = (Look::read(|name| hr.visit.query_text(name)), Usual::on(today));
    let asked = usual.clone();
    let seen = gate.db.read_register(move |conn| see(conn, &look, &asked)).await?;
    let list = Roster {
        is_empty: seen.is_empty,
        look: &seen.look,
        people: &seen.people,
        found: seen.found,
        pages: seen.pages,
        totals: &seen.totals,
        units: &seen.units,
        categories: &seen.categories,
        usual: &usual,
        today,
        unreached: &seen.unreached,
    };
    Ok(pages::roster(&hr.visit, &list))
}

struct Seen {
    is_empty: bool,
    look: Look,
    people: Vec<Listed>,
    found: i64,
    pages: i64,
    totals: Totals,
    units: Vec<Placed>,
    categories: Vec<Category>,
    unreached: HashSet<PersonId>,
}

fn see(conn: &mut RegisterConn, look: &Look, usual: &Usual) -> QueryResult<Seen> {
    let units = store::all_units(conn)?;
    let filter = look.filter(usual, &tree_of(&units));
    let found = store::count(conn, &filter)?;
    let pages = Pager::pages(found, PAGE);
    let look = look.on_page(look.page.min(pages));
    let people = store::page(conn, &filter, (look.page - 1) * PAGE, PAGE)?;
    let mut categories: Vec<_> = store::categories(conn)?.into_iter().collect();
    categories.sort_by_cached_key(|category| sort_key(category.as_str()));
    let totals = totals(conn, usual)?;
    let unreached = store::undeliverable(conn)?.into_iter().map(|person| person.id).collect();
    Ok(Seen {
        unreached,
        is_empty: store::is_empty(conn)?,
        look,
        people,
        found,
        pages,
        totals,
        units: in_place(units),
        categories,
    })
}

fn totals(conn: &mut RegisterConn, usual: &Usual) -> QueryResult<Totals> {
    let mut count = |filter: Filter| store::count(conn, &filter);
    Ok(Totals {
        here: count(Filter::default())?,
        eligible: count(Filter { started_before: Some((usual.cut_off(), true)), ..Filter::default() })?,
        without_email: count(Filter { has_email: Some(false), ..Filter::default() })?,
        departed: count(Filter { who: Who::Departed, ..Filter::default() })?,
    })
}

/// `GET` [`crate::web::at::ROSTER_TWINS`]
pub async fn twins(hr: May<KeepRoster>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let most = i64::try_from(TWINS).unwrap_or(i64::MAX);
    let people = gate.db.read_register(move |conn| store::twins(conn, most)).await?;
    let mut groups: Vec<Vec<Listed>> = Vec::new();
    for person in people {
        match groups.iter_mut().find(|group| group.first().is_some_and(|first| first.name == person.name)) {
            Some(group) => group.push(person),
            None => groups.push(vec![person]),
        }
    }
    let groups: Vec<_> = groups.iter().map(Vec::as_slice).collect();
    Ok(twins::twins(&hr.visit, &groups, TWINS))
}

/// `POST` [`crate::web::at::ROSTER_FILE`]: as the list is looked at. The diary says that it was
/// taken away, so it is no `GET`.
pub async fn download(hr: May<KeepRoster>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    hr.visit.accept(body)?;
    let (now, language) = (hr.visit.premises.now(), hr.visit.language);
    let look = Look::read(|name| hr.visit.query_text(name));
    let (file, people) = gate
        .db
        .read_register(move |conn| {
            let tree: UnitTree = tree_of(&store::all_units(conn)?);
            roster_file(conn, &look.filter(&Usual::on(now.day()), &tree), language)
        })
        .await?;
    let (actor, master) = (hr.actor(), gate.master.clone());
    gate.db.register(move |conn| accounts::note(conn, &master, &actor, Deed::RosterExported, &people.to_string(), now)).await?;
    let day = now.day();
    let name = format!("{}-{}-{:02}-{:02}.csv", words(language).file_name, buddhist(day.year()), day.month(), day.day());
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(file))
}
