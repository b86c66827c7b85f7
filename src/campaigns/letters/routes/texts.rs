//! The pages where HR and coordinators look at what letters say, and change it.

use actix_web::{HttpResponse, web};
use diesel::QueryResult;

use crate::{
    accounts::{Gatehouse, May, SeeSurveys},
    address::EmailAddress,
    campaigns::{
        Kind,
        letters::{
            Occasion, Template, Text,
            change::{Hand, change},
            gather,
            pages::{self as page, Form, One, Sample},
            render, store,
            template::Field,
            words::{self, fault_in_words},
        },
    },
    db::RegisterConn,
    ids::SurveyId,
    language::Language,
    mail::{self, Batch, Letter},
    surveys::{self, State, Survey},
    web::{self as kit, Body, Failure, Faults, Spent, at, see_other},
};

/// A link of the right length that opens nothing.
const SAMPLE: &str = "0000000000000000";

/// Which text: of this survey, this kind, in this language.
type Which = web::Path<(SurveyId, String, String)>;

/// A survey with one of its texts and all that stands for its variables.
struct Scene {
    survey: Survey,
    kind: Kind,
    language: Language,
    text: Text,
    is_changed: bool,
    occasion: Occasion,
}

/// `GET` [`at::LETTERS`]
pub async fn index(who: May<SeeSurveys>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let (id, url) = (id.into_inner(), gate.public_url.clone());
    let found = gate.db.read_register(move |conn| {
        let Some(survey) = surveys::find(conn, id)? else { return Ok(None) };
        let mut scenes = Vec::new();
        for kind in Kind::ALL {
            for language in Language::ALL {
                scenes.push(read(conn, survey.clone(), kind, language, &url)?);
            }
        }
        let offers_english = gather::language(conn, &survey, Some(Language::English))? == Language::English;
        QueryResult::Ok(Some((survey, scenes, offers_english)))
    });
    let (survey, scenes, offers_english) = found.await?.ok_or(Failure::NotFound)?;
    let own = &who.account.email;
    let all = scenes.iter().filter_map(|scene| {
        let sample = sample(&gate, scene, &scene.text, own).ok()?;
        Some(One { kind: scene.kind, language: scene.language, is_changed: scene.is_changed, sample })
    });
    let all: Vec<_> = all.collect();
    Ok(page::overview(&who.visit, &survey, &all, gather::has_letters(&survey), offers_english))
}

/// `GET` [`at::LETTER_TEXT`]
pub async fn edit(who: May<SeeSurveys>, gate: web::Data<Gatehouse>, which: Which) -> Result<HttpResponse, Failure> {
    let scene = scene(&gate, which).await?;
    may_change(&who, &scene)?;
    let sample = sample(&gate, &scene, &scene.text, &who.account.email).ok();
    Ok(page::edit(&who.visit, &scene.survey, &form(&who, &scene, &scene.text, false), sample.as_ref(), &Faults::none()))
}

/// `POST` [`at::LETTER_TEXT`]: saves it, or only shows what it would look like.
pub async fn update(who: May<SeeSurveys>, gate: web::Data<Gatehouse>, which: Which, body: Body) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let scene = scene(&gate, which).await?;
    may_change(&who, &scene)?;
    let language = who.visit.language;
    let typed = Text::typed(posted.text("subject"), posted.text("body"));
    let sample = match sample(&gate, &scene, &typed, &who.account.email) {
        Ok(sample) => sample,
        Err(found) => {
            let mut faults = Faults::none();
            for fault in &found {
                let field = if fault.field() == Field::Subject { "subject" } else { "body" };
                faults.add(field, fault_in_words(language, fault));
            }
            let as_typed = Text { subject: posted.text("subject").to_owned(), body: posted.text("body").to_owned() };
            return Ok(page::edit(&who.visit, &scene.survey, &form(&who, &scene, &as_typed, false), None, &faults));
        }
    };
    if posted.text("do") == "look" {
        return Ok(page::edit(&who.visit, &scene.survey, &form(&who, &scene, &typed, true), Some(&sample), &Faults::none()));
    }
    let answer = at::done(&who.visit.to(&address(&scene, "")), "saved");
    keep(&who, &gate, scene, typed).await?;
    Ok(see_other(&answer))
}

/// `POST` [`at::LETTER_STANDARD`]
pub async fn back_to_standard(
    who: May<SeeSurveys>,
    gate: web::Data<Gatehouse>,
    which: Which,
    body: Body,
) -> Result<HttpResponse, Failure> {
    who.visit.accept(body)?;
    let scene = scene(&gate, which).await?;
    may_change(&who, &scene)?;
    let answer = at::done(&who.visit.to(&address(&scene, "")), "standard");
    let standard = Text::standard(scene.kind, scene.language);
    keep(&who, &gate, scene, standard).await?;
    Ok(see_other(&answer))
}

/// `POST` [`at::LETTER_TRIAL`]: the letter to whoever presses the button. Pressed twice, it goes once.
pub async fn send_trial(
    who: May<SeeSurveys>,
    gate: web::Data<Gatehouse>,
    which: Which,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let key = who.visit.accept(body)?.key;
    let scene = scene(&gate, which).await?;
    may_change(&who, &scene)?;
    let answer = at::done(&who.visit.to(&address(&scene, "")), "posted");
    let sample = sample(&gate, &scene, &scene.text, &who.account.email).map_err(|_| Failure::Malformed)?;
    let subject = (words::values(scene.language).trial)(&sample.letter.subject);
    // What opens nothing leads out of nothing.
    let letter = Letter { subject, unsubscribe: None, ..sample.letter };
    let (office, led_to) = (gate.post_office(scene.language), answer.clone());
    let (now, chance) = (who.visit.premises.now(), who.visit.premises.chance.clone());
    let posted = gate.db.register(move |conn| {
        if kit::spend(conn, key, &led_to, now)? == Spent::Now {
            let dice = &mut chance.dice();
            mail::post(conn, &office, mail::Kind::Test, Batch::single(dice), &letter, now, dice)?;
        }
        QueryResult::Ok(())
    });
    posted.await?;
    Ok(see_other(&answer))
}

async fn scene(gate: &Gatehouse, which: Which) -> Result<Scene, Failure> {
    let (id, kind, language) = which.into_inner();
    let (kind, language) = Kind::from_code(&kind).zip(Language::from_code(&language)).ok_or(Failure::NotFound)?;
    let url = gate.public_url.clone();
    let found = gate.db.read_register(move |conn| {
        let Some(survey) = surveys::find(conn, id)? else { return Ok(None) };
        read(conn, survey, kind, language, &url).map(Some)
    });
    found.await?.ok_or(Failure::NotFound)
}

fn read(conn: &mut RegisterConn, survey: Survey, kind: Kind, language: Language, url: &str) -> QueryResult<Scene> {
    Ok(Scene {
        text: gather::text(conn, &survey, kind, language)?,
        is_changed: store::changed(conn, survey.id, kind, language)?.is_some(),
        occasion: gather::occasion(conn, &survey, language, (None, SAMPLE), url)?,
        survey,
        kind,
        language,
    })
}

/// The letter that a text makes, or everything that is wrong with it.
fn sample(
    gate: &Gatehouse,
    scene: &Scene,
    text: &Text,
    to: &EmailAddress,
) -> Result<Sample, Vec<crate::campaigns::letters::Fault>> {
    let template = Template::parse(scene.kind, text, &gate.public_url)?;
    let letter = render(&template, &scene.occasion, to.clone());
    let sender = gate.post_office(scene.language).sender;
    Ok(Sample { letter, sender, from: gate.mail_from.clone(), has_number: scene.occasion.answered.is_some() })
}

fn may_change(who: &May<SeeSurveys>, scene: &Scene) -> Result<(), Failure> {
    let say = words::words(who.visit.language);
    if matches!(scene.survey.state, State::Closed { .. } | State::Published { .. }) {
        return Err(Failure::Refused(say.over.to_owned()));
    }
    if !gather::has_letters(&scene.survey) {
        return Err(Failure::Refused(say.no_letters.to_owned()));
    }
    Ok(())
}

fn form<'it>(who: &'it May<SeeSurveys>, scene: &'it Scene, text: &'it Text, is_trial: bool) -> Form<'it> {
    Form {
        kind: scene.kind,
        language: scene.language,
        subject: &text.subject,
        body: &text.body,
        is_changed: scene.is_changed,
        is_trial,
        occasion: &scene.occasion,
        own_address: who.account.email.reveal(),
    }
}

fn address(scene: &Scene, below: &str) -> String {
    at::letter_text(scene.survey.id, scene.kind.code(), scene.language.code(), below)
}

async fn keep(who: &May<SeeSurveys>, gate: &Gatehouse, scene: Scene, text: Text) -> Result<(), Failure> {
    let (master, by, now) = (gate.master.clone(), who.actor(), who.visit.premises.now());
    let kept = gate.db.register(move |conn| {
        let hand = Hand { master: &master, by: &by, now };
        change(conn, &hand, &scene.survey, (scene.kind, scene.language), &text)
    });
    Ok(kept.await?)
}
