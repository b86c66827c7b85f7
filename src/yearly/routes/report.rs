//! The list of a year, its report on the page and as files, and what stands around the table.

use actix_web::{HttpResponse, web};

use super::{
    deeds::{done_once, failure, not_shown},
    scene::{imprint, span, year, years},
    summary::made,
};
use crate::{
    accounts::{Gatehouse, KeepActivities, May, ReadActivities, Role},
    activities::{self, Around, Part, Refusal, Span},
    language::{Language, digits::grouped},
    web::{Body, Failure, Faults, LongBody, at, see_other},
    yearly::{
        form::long_text,
        gather::{self, gather},
        pages::{
            list::{List, list},
            report::{self as pages, Sheet, around as around_page},
        },
        paper::{self, named},
        rows::{rows, source_of},
        words::listing::words,
    },
};

const AROUND_MOST: usize = 8_000;

type Shown = Result<HttpResponse, Failure>;

/// `GET` [`at::ACTIVITIES`]
pub async fn index(who: May<ReadActivities>, gate: web::Data<Gatehouse>) -> Shown {
    let year = year(&who.visit)?;
    let gathered = gather(&gate.db, Span { year, part: Part::Whole }).await.map_err(not_shown)?;
    let years = years(&who.visit, year);
    let may_keep = who.account.roles.has(Role::Coordinator);
    Ok(list(&who.visit, &List { year, years: &years, gathered: &gathered, may_keep }))
}

/// `GET` [`at::ACTIVITY_REPORT`]
pub async fn show(who: May<ReadActivities>, gate: web::Data<Gatehouse>) -> Shown {
    let span = span(&who.visit)?;
    let document = document(&who, &gate, span).await?;
    let years = years(&who.visit, span.year);
    Ok(pages::report(&who.visit, span, &years, &document, who.account.roles.has(Role::Coordinator)))
}

/// `GET` [`at::ACTIVITY_REPORT_FILE`]
pub async fn file(who: May<ReadActivities>, gate: web::Data<Gatehouse>, kind: web::Path<String>) -> Shown {
    let span = span(&who.visit)?;
    let document = document(&who, &gate, span).await?;
    let place = format!("{}-{}", span.year.number(), span.part.code());
    let say = words(who.visit.language);
    let own = format!("{} {} {}", say.report, span.year.number(), (say.part)(span.part));
    made(&who.visit, &kind, document, move |ending| named(&format!("activities-{place}"), &own, ending)).await
}

async fn document(who: &May<ReadActivities>, gate: &Gatehouse, span: Span) -> Result<crate::results::report::Document, Failure> {
    let (language, imprint) = (who.visit.language, imprint(&who.visit, gate));
    let gathered = gather(&gate.db, span).await.map_err(not_shown)?;
    Ok(paper::report(&rows(&gathered, language), span, &gathered.around, language, &imprint))
}

/// `POST` [`at::ACTIVITY_REPORT_ROWS`]: leaves out what would appear by itself, or takes it back.
pub async fn leave_out(who: May<KeepActivities>, gate: web::Data<Gatehouse>, body: Body) -> Shown {
    let posted = who.visit.accept(body)?;
    let source = source_of(posted.text("source")).ok_or(Failure::Malformed)?;
    let is_out = posted.text("do") != "in";
    let found = gather::find(&gate.db, source).await.map_err(not_shown)?.ok_or(Failure::NotFound)?;
    let year = activities_year(posted.text("year"), &found);
    let list = format!("{}?year={year}&done={}", at::ACTIVITIES, if is_out { "left-out" } else { "taken-back" });
    let answer = who.visit.to(&list);
    let done = done_once(&who, &gate, posted.key, move |conn, hand, _| {
        activities::leave_out(conn, hand, source, is_out, &found.name.th)?;
        Ok(answer.clone())
    });
    done.await.map(|answer| see_other(&answer)).map_err(failure)
}

/// Back to the list that it was sent from.
fn activities_year(typed: &str, found: &gather::Appearing) -> i16 {
    let of_its_own = crate::language::FiscalYear::of(found.period.last_day()).number();
    typed.parse().ok().and_then(crate::language::FiscalYear::new).map_or(of_its_own, crate::language::FiscalYear::number)
}

/// `GET` [`at::ACTIVITY_REPORT_WORDS`]
pub async fn edit_around(who: May<KeepActivities>, gate: web::Data<Gatehouse>) -> Shown {
    let span = span(&who.visit)?;
    let there = gate.db.read_register(move |conn| activities::around(conn, span)).await?;
    let faults = Faults::none();
    let Around { edition, opening, closing } = &there;
    let sheet = Sheet { span, opening, closing, seen: *edition, faults: &faults, changed: None };
    Ok(around_page(&who.visit, &sheet))
}

/// `POST` [`at::ACTIVITY_REPORT_WORDS`]
pub async fn update_around(who: May<KeepActivities>, gate: web::Data<Gatehouse>, body: LongBody) -> Shown {
    let posted = who.visit.accept(body)?;
    let (span, say) = (span(&who.visit)?, words(who.visit.language));
    let (typed_opening, typed_closing) = (posted.text("opening"), posted.text("closing"));
    let seen = posted.text("mark").parse().unwrap_or(-1);
    let mut faults = Faults::none();
    let mut read =
        |field, text: &str| faults.take(field, long_text(text, AROUND_MOST).map_err(|most| too_long(most, who.visit.language)));
    let (opening, closing) = (read("opening", typed_opening), read("closing", typed_closing));
    let (Some((opening, one)), Some((closing, other))) = (opening, closing) else {
        let sheet = Sheet { span, opening: typed_opening, closing: typed_closing, seen, faults: &faults, changed: None };
        return Ok(around_page(&who.visit, &sheet));
    };
    let address = at::activity_report("", span.year.number(), span.part.code());
    let answer = format!("{}&done={}", who.visit.to(&address), if one || other { "cleaned" } else { "saved" });
    let around = Around { edition: seen, opening, closing };
    let done = done_once(&who, &gate, posted.key, move |conn, hand, _| {
        activities::write_around(conn, hand, span, &around)?;
        Ok(answer.clone())
    });
    match done.await {
        Ok(answer) => Ok(see_other(&answer)),
        Err(Refusal::Changed) => {
            // What is there now stands beside what was typed; sent again, it takes its place.
            let there = gate.db.read_register(move |conn| activities::around(conn, span)).await?;
            let faults = Faults::one("changed", say.changed);
            let seen = there.edition;
            let sheet =
                Sheet { span, opening: typed_opening, closing: typed_closing, seen, faults: &faults, changed: Some(&there) };
            Ok(around_page(&who.visit, &sheet))
        }
        Err(refusal) => Err(failure(refusal)),
    }
}

fn too_long(most: usize, language: Language) -> String {
    (words(language).too_long)(&grouped(i64::try_from(most).unwrap_or(i64::MAX)))
}
