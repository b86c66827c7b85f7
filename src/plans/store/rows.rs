//! Plans, measures and steps as they lie in the register; addresses of owners sealed, each for its own row.

use diesel::{prelude::*, result::Error};
use jiff::civil::Date;

use crate::{
    address::EmailAddress,
    dice::Dice,
    ids::{MeasureId, PlanId, StepId, SurveyId},
    language::FiscalYear,
    papers::InBoth,
    plans::{
        Draft, Letter, Measure, Measured, Months, Plan, Point, Status, Step, Stretch, Task, Wanted,
        tables::{measures, plan_steps, plans},
    },
    secrets::{MasterKey, Purpose, Sealed},
};

#[derive(Queryable, Insertable, AsChangeset)]
#[diesel(table_name = plans, treat_none_as_null = true)]
pub struct PlanRow {
    id: PlanId,
    survey_id: Option<SurveyId>,
    fiscal_year: i32,
    title_thai: String,
    title_english: String,
    policy: String,
    first_month: i32,
    last_month: i32,
    revision: i32,
}

#[derive(Queryable, Insertable, AsChangeset)]
#[diesel(table_name = measures, treat_none_as_null = true)]
pub struct MeasureRow {
    id: MeasureId,
    plan_id: PlanId,
    place: i32,
    letter: Option<Letter>,
    body: String,
    reason: String,
    topics: String,
    about_survey_id: Option<SurveyId>,
    about_point: Option<String>,
    done_on: Option<String>,
    poll_id: Option<SurveyId>,
    revision: i32,
}

#[derive(Queryable, Insertable, AsChangeset)]
#[diesel(table_name = plan_steps, treat_none_as_null = true)]
pub struct StepRow {
    id: StepId,
    measure_id: MeasureId,
    place: i32,
    body: String,
    months: i32,
    done: i32,
    budget: String,
    owner: String,
    owner_email: Option<Vec<u8>>,
    status: Status,
    evidence: String,
    link: String,
    revision: i32,
}

fn unreadable(what: &str) -> Error {
    Error::DeserializationError(format!("a plan has no readable {what}").into())
}

pub fn place(number: i32) -> QueryResult<usize> {
    usize::try_from(number).map_err(|_| unreadable("place"))
}

pub fn number(place: usize) -> i32 {
    i32::try_from(place).unwrap_or(i32::MAX)
}

impl PlanRow {
    pub fn plan(self) -> QueryResult<Plan> {
        let year = i16::try_from(self.fiscal_year).ok().and_then(FiscalYear::new);
        let wanted = Draft {
            survey: self.survey_id,
            year: year.ok_or_else(|| unreadable("year"))?,
            title: InBoth { th: self.title_thai, en: self.title_english },
            policy: self.policy,
            months: Stretch { first: place(self.first_month)?, last: place(self.last_month)? },
        };
        Ok(Plan { id: self.id, wanted, revision: self.revision })
    }

    pub fn of(Plan { id, wanted, revision }: &Plan) -> Self {
        Self {
            id: *id,
            survey_id: wanted.survey,
            fiscal_year: wanted.year.number().into(),
            title_thai: wanted.title.th.clone(),
            title_english: wanted.title.en.clone(),
            policy: wanted.policy.clone(),
            first_month: number(wanted.months.first),
            last_month: number(wanted.months.last),
            revision: *revision,
        }
    }
}

impl MeasureRow {
    pub fn measured(self) -> QueryResult<Measured> {
        let done = self.done_on.map(|day| day.parse::<Date>()).transpose().map_err(|_| unreadable("day"))?;
        let about = match (self.about_survey_id, self.about_point) {
            (Some(survey), Some(point)) => {
                Some(Wanted { survey, point: Point::read(&point).ok_or_else(|| unreadable("point"))? })
            }
            // Its round is gone.
            _ => None,
        };
        let topics = self.topics.lines().map(ToOwned::to_owned).collect();
        let measure = Measure { letter: self.letter, text: self.body, reason: self.reason, topics, about, done };
        Ok(Measured { id: self.id, measure, poll: self.poll_id, revision: self.revision, steps: Vec::new() })
    }

    pub fn of(plan: PlanId, place: usize, it: &Measured) -> Self {
        let Measure { letter, text, reason, topics, about, done } = &it.measure;
        Self {
            id: it.id,
            plan_id: plan,
            place: number(place),
            letter: *letter,
            body: text.clone(),
            reason: reason.clone(),
            topics: topics.join("\n"),
            about_survey_id: about.as_ref().map(|about| about.survey),
            about_point: about.as_ref().map(|about| about.point.to_string()),
            done_on: done.map(|day| day.to_string()),
            poll_id: it.poll,
            revision: it.revision,
        }
    }
}

impl StepRow {
    pub fn step(self, master: &MasterKey) -> QueryResult<Step> {
        let email = self.owner_email.map(|sealed| opened(master, self.id, sealed)).transpose()?;
        let task = Task {
            text: self.body,
            months: Months::from_bits(self.months).ok_or_else(|| unreadable("months"))?,
            budget: self.budget,
            owner: self.owner,
            email,
            status: self.status,
            evidence: self.evidence,
            link: self.link,
        };
        let done = Months::from_bits(self.done).ok_or_else(|| unreadable("months"))?;
        Ok(Step { id: self.id, task, done, revision: self.revision, notes: Vec::new() })
    }

    pub fn of(measure: MeasureId, place: usize, step: &Step, master: &MasterKey, dice: &mut Dice) -> Self {
        let Task { text, months, budget, owner, email, status, evidence, link } = &step.task;
        let sealed = email.as_ref().map(|email| {
            let plain = email.reveal().as_bytes();
            master.seal(Purpose::StepOwners, step.id.as_bytes(), plain, dice).as_bytes().to_vec()
        });
        Self {
            id: step.id,
            measure_id: measure,
            place: number(place),
            body: text.clone(),
            months: months.bits(),
            done: step.done.bits(),
            budget: budget.clone(),
            owner: owner.clone(),
            owner_email: sealed,
            status: *status,
            evidence: evidence.clone(),
            link: link.clone(),
            revision: step.revision,
        }
    }
}

fn opened(master: &MasterKey, id: StepId, sealed: Vec<u8>) -> QueryResult<EmailAddress> {
    let plain = master.open(Purpose::StepOwners, id.as_bytes(), &Sealed::from_bytes(sealed));
    let text = plain.map_err(|fault| Error::DeserializationError(fault.into()))?;
    let text = String::from_utf8(text).map_err(|_| unreadable("address"))?;
    EmailAddress::parse(&text).map_err(|_| unreadable("address"))
}
