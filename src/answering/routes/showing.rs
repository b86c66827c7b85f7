//! What is looked at: start, questions for scripts, thanks, what is kept. Looking changes nothing; one button
//! refuses reminders.

use actix_web::{HttpResponse, web};

use crate::{
    accounts::Gatehouse,
    answering::{
        pages,
        sitting::{Sitting, sit},
        way::Way,
    },
    credentials::issue::{self, NoEntry},
    ids::SurveyId,
    web::{Failure, Faults, Visit, posted_fields, see_other},
};

type Shown = Result<HttpResponse, Failure>;

/// `GET` [`at::PERSONAL`](crate::web::at::PERSONAL)
pub async fn start(visit: Visit, gate: web::Data<Gatehouse>, link: web::Path<String>) -> Shown {
    Ok(match seated(&visit, &gate, Way::Personal(link.into_inner())).await? {
        Ok(sitting) => pages::start(&visit, &sitting),
        Err(refused) => refused,
    })
}

/// `GET` [`at::PERSONAL_ANSWER`](crate::web::at::PERSONAL_ANSWER)
pub async fn answer(visit: Visit, gate: web::Data<Gatehouse>, link: web::Path<String>) -> Shown {
    whole(&visit, &gate, Way::Personal(link.into_inner())).await
}

/// `GET` [`at::OPEN_LINK_ANSWER`](crate::web::at::OPEN_LINK_ANSWER). There is no way without a script: the work
/// that lets a browser in needs one.
pub async fn answer_open(visit: Visit, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Shown {
    whole(&visit, &gate, Way::Open(id.into_inner())).await
}

/// `GET` [`at::REPLACE`](crate::web::at::REPLACE)
pub async fn replace(visit: Visit, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Shown {
    Ok(match seated(&visit, &gate, Way::Replacing(id.into_inner())).await? {
        Ok(sitting) => pages::replace(&visit, &sitting, "", &Faults::none()),
        Err(_) => return Err(Failure::NotFound),
    })
}

/// `GET` [`at::REPLACE_ANSWER`](crate::web::at::REPLACE_ANSWER)
pub async fn answer_replacing(visit: Visit, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Shown {
    whole(&visit, &gate, Way::Replacing(id.into_inner())).await
}

/// `GET` [`at::PERSONAL_STOP`](crate::web::at::PERSONAL_STOP)
pub async fn ask_to_stop(visit: Visit, gate: web::Data<Gatehouse>, link: web::Path<String>) -> Shown {
    let link = link.into_inner();
    Ok(match seated(&visit, &gate, Way::Personal(link.clone())).await? {
        Ok(sitting) => pages::stop(&visit, &sitting, &link, false),
        Err(refused) => refused,
    })
}

/// `POST` [`at::PERSONAL_STOP`], from the page or from a mail program (RFC 8058), which wants no page. Anything
/// else that is sent here changes nothing.
pub async fn stop(visit: Visit, gate: web::Data<Gatehouse>, link: web::Path<String>, sent: web::Bytes) -> Shown {
    let link = link.into_inner();
    let sitting = match seated(&visit, &gate, Way::Personal(link.clone())).await? {
        Ok(sitting) => sitting,
        Err(refused) => return Ok(refused),
    };
    let wish = Wish::read(&sent);
    if let (Some(wish), false) = (wish, sitting.is_nobodys()) {
        let (now, master, whose) = (visit.premises.now(), gate.master.clone(), link.clone());
        let wants_none = wish != Wish::AsBefore;
        let done = gate.db.register(move |conn| issue::stop_reminding(conn, &master, &whose, wants_none, now)).await;
        if let Err(refusal) = done {
            return refused(&visit, refusal);
        }
    }
    if wish == Some(Wish::OneClick) {
        return Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok\n"));
    }
    Ok(match seated(&visit, &gate, Way::Personal(link.clone())).await? {
        Ok(sitting) => pages::stop(&visit.standing_at(""), &sitting, &link, wish.is_some()),
        Err(refused) => refused,
    })
}

/// What is wanted of reminders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    NoMore,
    AsBefore,
    /// No more, by a mail program that nobody looks at.
    OneClick,
}

impl Wish {
    /// Mail programs send their one field as a form of either kind.
    fn read(sent: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(sent).ok()?;
        let is_of_parts =
            text.lines().any(|line| line.contains("name=\"List-Unsubscribe\"") || line.contains("name=List-Unsubscribe"));
        if is_of_parts {
            return text.lines().any(|line| line.trim() == "One-Click").then_some(Self::OneClick);
        }
        posted_fields(sent)?.iter().find_map(|(name, value)| match (name.as_str(), value.as_str()) {
            ("stop", "yes") => Some(Self::NoMore),
            ("stop", "no") => Some(Self::AsBefore),
            ("List-Unsubscribe", "One-Click") => Some(Self::OneClick),
            _ => None,
        })
    }
}

/// `GET` [`at::PERSONAL_STORED`](crate::web::at::PERSONAL_STORED)
pub async fn stored(visit: Visit, gate: web::Data<Gatehouse>, link: web::Path<String>) -> Shown {
    Ok(match seated(&visit, &gate, Way::Personal(link.into_inner())).await? {
        Ok(Sitting { row: None, .. }) => return Err(Failure::NotFound),
        Ok(sitting) => {
            let row = sitting.row.clone().unwrap_or_default();
            pages::stored(&visit, &sitting, &row)
        }
        Err(refused) => refused,
    })
}

/// A page that only a form leads to, opened by its address.
pub async fn back_to_start(visit: Visit, path: web::Path<(String, String)>) -> HttpResponse {
    let (link, _) = path.into_inner();
    see_other(&visit.to(&Way::Personal(link).start()))
}

pub async fn back_to_replace(visit: Visit, path: web::Path<(SurveyId, String)>) -> HttpResponse {
    let (survey, _) = path.into_inner();
    see_other(&visit.to(&Way::Replacing(survey).start()))
}

/// `GET` [`at::THANKS`](crate::web::at::THANKS)
pub async fn thanks(visit: Visit) -> HttpResponse {
    pages::thanks(&visit)
}

/// `GET` [`at::ABOUT_ANSWERS`](crate::web::at::ABOUT_ANSWERS)
pub async fn about(visit: Visit) -> HttpResponse {
    pages::about(&visit)
}

/// Where nothing can be answered, the start page says why. A link that has been used still shows the questions:
/// a browser may have to go on where it was stopped.
async fn whole(visit: &Visit, gate: &Gatehouse, way: Way) -> Shown {
    let sitting = match seated(visit, gate, way).await? {
        Ok(sitting) => sitting,
        Err(refused) => return Ok(refused),
    };
    Ok(match &sitting.posted {
        Some(posted) if sitting.is_taken => pages::whole(visit, &sitting, posted),
        _ => see_other(&visit.to(&sitting.way.start())),
    })
}

/// Who sits there, or the page that says why nobody does.
pub async fn seated(visit: &Visit, gate: &Gatehouse, way: Way) -> Result<Result<Sitting, HttpResponse>, Failure> {
    match sit(&gate.db, &gate.master, way, visit.premises.now()).await {
        Ok(sitting) => Ok(Ok(sitting)),
        Err(refusal) => refused(visit, refusal).map(Err),
    }
}

fn refused(visit: &Visit, refusal: NoEntry) -> Shown {
    match refusal {
        NoEntry::Database(fault) => Err(fault.into()),
        refusal => Ok(pages::no_entry(visit, &refusal)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_program_is_understood_in_both_of_its_languages_and_nothing_else_is_a_wish() {
        assert_eq!(Wish::read(b"List-Unsubscribe=One-Click"), Some(Wish::OneClick));
        let parts = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
        assert_eq!(Wish::read(parts.as_bytes()), Some(Wish::OneClick));
        assert_eq!(Wish::read(b"stop=yes"), Some(Wish::NoMore));
        assert_eq!(Wish::read(b"stop=no"), Some(Wish::AsBefore));
        for nothing in ["", "stop", "stop=maybe", "List-Unsubscribe=", "x=One-Click", &parts.replace("One-Click", "Two")] {
            assert_eq!(Wish::read(nothing.as_bytes()), None, "{nothing}");
        }
    }
}
