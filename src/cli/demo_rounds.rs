//! The round of the throw-away department for its own staff that is open, with links to try; and how any of its
//! rounds is opened and answered.

use std::time::Duration;

use super::Complaint;
use crate::{
    accounts::Actor,
    asking::Fields,
    authoring::starters,
    campaigns::turnout,
    clock::{DAY, HOUR, Moment},
    credentials::{
        client::Blinding,
        issue::{self, Link},
        verify::Receipt,
    },
    dice::Dice,
    house::House,
    ids::{StratumId, SurveyId},
    instruments::{Answer, Answers, Asks, Code, Instrument, Item, Polarity, Question},
    language::FiscalYear,
    papers::{InBoth, Paper, PaperHash, pad},
    people::{self, eligibility::Rule},
    polling,
    rounds::{self, Beginning, Hand, Refusal},
    surveys::{self, NewSurvey, Survey, Target, Terms, Window},
    urn::{self, Ballot},
};

pub const OPEN_FOR: Duration = Duration::from_secs(14 * DAY.as_secs());

/// The round that is open has been so for a while, and on each of these days so many have answered.
const SOME_DAYS_AGO: Duration = Duration::from_secs(5 * DAY.as_secs());
const ON_EACH_DAY: [usize; 4] = [8, 5, 4, 3];

/// Open for two weeks, since some days: people have answered, and were counted every morning. Some links that
/// nobody has used, as letters would bring them.
pub async fn look_ahead(house: &House) -> Result<Vec<String>, Complaint> {
    let opens = house.clock.now().minus(SOME_DAYS_AGO);
    let place = (FiscalYear::of(opens.day()), 1);
    let survey =
        open(house, opens, place, &Paperwork { name: name(), instrument: questionnaire()?, rule: None, target: None }).await?;
    let (master, db) = (house.master.clone(), &house.db);
    let links = db.read_register(move |conn| issue::personal_links(conn, &master, survey)).await?;
    let text = paper_of(house, survey).await?;
    let mut dice = house.chance.dice();
    let mut links = links.into_iter().map(|(_, link)| link);
    let unused: Vec<String> = links.by_ref().take(3).map(|link| link.write()).collect();
    let mut evening = opens.plus(HOUR);
    for so_many in ON_EACH_DAY {
        for link in links.by_ref().take(so_many) {
            answer(house, &text, &link, evening, &mut dice, &answers).await?;
        }
        evening = evening.plus(DAY);
        let morning = Moment::start_of(evening.day()).plus(turnout::AT);
        db.register(move |conn| turnout::count(conn, morning)).await?;
    }
    Ok(unused)
}

pub async fn paper_of(house: &House, survey: SurveyId) -> Result<String, Complaint> {
    let paper = house.db.read_urn(move |conn| urn::paper_text(conn, survey)).await?;
    Ok(paper.ok_or_else(|| Complaint::new("The urn has no paper."))?.text)
}

/// What a round asks, of whom, and what it aims at.
pub struct Paperwork {
    pub name: InBoth,
    pub instrument: Instrument,
    /// As it is usual where there is none.
    pub rule: Option<Rule>,
    pub target: Option<Target>,
}

/// What rounds of that model are called here.
pub fn name() -> InBoth {
    InBoth { th: "แบบวัดการรับรู้ภายใน".into(), en: "Internal survey".into() }
}

/// The model of the national questionnaire.
pub fn questionnaire() -> Result<Instrument, Complaint> {
    let model = starters().into_iter().find(|starter| starter.code == Code::from("iit_2567"));
    Ok(model.ok_or_else(|| Complaint::new("The model questionnaire is missing."))?.instrument)
}

pub async fn open(
    house: &House,
    opens: Moment,
    (year, round): (FiscalYear, i32),
    paperwork: &Paperwork,
) -> Result<SurveyId, Complaint> {
    let (master, chance) = (house.master.clone(), house.chance.clone());
    let InBoth { th: name_thai, en: name_english } = paperwork.name.clone();
    let new = NewSurvey { year, round, name_thai, name_english };
    let beginning = Beginning::Starter(Box::new(paperwork.instrument.clone()));
    let (rule, target) = (paperwork.rule.clone(), paperwork.target);
    let opened = house.db.register(move |conn| {
        let by = Actor::the_program();
        let hand = Hand { master: &master, by: &by, now: opens };
        let dice = &mut chance.dice();
        let id = rounds::plan(conn, &hand, &new, &beginning, dice)?;
        let survey = surveys::find(conn, id)?.ok_or(Refusal::NotFound)?;
        let survey = Survey { terms: Terms { target, ..survey.terms }, ..survey };
        surveys::change(conn, &master, &by, &survey, opens)?;
        let audience = rule.clone().map_or(Ok(()), |rule| people::set_rule(conn, &master, &by, &survey, rule, opens));
        let drawn_up = audience.and_then(|()| people::draw_up_roll(conn, &master, &by, &survey, opens, dice));
        if let Err(people::NotDrawnUp::Database(fault)) = drawn_up {
            return Err(Refusal::from(fault));
        }
        rounds::schedule(conn, &hand, id, Window { opens, closes: opens.plus(OPEN_FOR) })?;
        Ok::<_, Refusal>(id)
    });
    let id = opened.await?;
    polling::open(&house.db, &house.master, &house.chance, id, opens).await?;
    polling::carry_over(&house.db, &house.master, &house.chance, opens).await?;
    Ok(id)
}

/// Through both doors, as a browser would go.
pub async fn answer(
    house: &House,
    text: &str,
    link: &Link,
    now: Moment,
    dice: &mut Dice,
    says: &(dyn Fn(&Instrument, StratumId, &mut Dice) -> Answers + Sync),
) -> Result<(), Complaint> {
    let paper = Paper::read(text)?;
    let (master, written) = (house.master.clone(), link.write());
    let entrant = house.db.read_register(move |conn| issue::look(conn, &master, &written, now)).await?;
    let stratum =
        entrant.stratum.and_then(|id| paper.stratum(id)).ok_or_else(|| Complaint::new("The paper has no such stratum."))?;
    let message = Receipt::parse(&dice.digits(24))?.message(paper.survey);
    let blinding = Blinding::new(&stratum.key.0, message.clone(), &dice.bytes())?;
    let (master, keyring, written, blinded) =
        (house.master.clone(), house.keyring.clone(), link.write(), blinding.blinded.clone());
    let issued = house.db.register(move |conn| issue::collect(conn, &master, &keyring, &written, &blinded, now)).await?;
    let signature = blinding.finalize(&issued.key.sign(&blinding.blinded)?)?;
    let plaintext = pad(&fields(&paper.instrument, &says(&paper.instrument, stratum.id, dice)), &paper.sizes)?;
    let sealed = paper.sealing_key.seal(PaperHash::of(text), stratum.id, message.as_bytes(), &plaintext, dice)?;
    let ballot = Ballot { survey: paper.survey, stratum: stratum.id, message, signature, sealed, is_entitled: true };
    let chance = house.chance.clone();
    house.db.urn(move |conn| urn::cast(conn, std::slice::from_ref(&ballot), now, &mut chance.dice())).await?;
    Ok(())
}

fn answers(instrument: &Instrument, _: StratumId, dice: &mut Dice) -> Answers {
    let mut answers = Answers::default();
    for item in instrument.items() {
        for question in Question::of(item) {
            if let Some(answer) = answer_to(instrument, item, dice) {
                answers.put(question, answer);
            }
        }
    }
    answers
}

fn fields(instrument: &Instrument, answers: &Answers) -> Vec<(String, String)> {
    let shown = answers.shown(instrument);
    let items: Vec<&Item> = shown.iter().flat_map(|(_, items)| items.iter().copied()).collect();
    Fields::of(&items, answers).iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Mostly content, as people are; now and then somebody is not, or does not know.
fn answer_to(instrument: &Instrument, item: &Item, dice: &mut Dice) -> Option<Answer> {
    match &item.asks {
        Asks::Scale(rated) => {
            let levels = u64::try_from(instrument.labels(rated).len()).unwrap_or(1);
            let from_the_good_end = dice.below(levels).min(dice.below(levels)).min(dice.below(levels));
            let level = if rated.polarity == Polarity::Reversed { 1 + from_the_good_end } else { levels - from_the_good_end };
            let declines = item.may_decline && dice.below(20) == 0;
            Some(if declines { Answer::Declined } else { Answer::Level(u16::try_from(level).unwrap_or(1)) })
        }
        Asks::SingleChoice { choices } => {
            let at = dice.below(u64::try_from(choices.len()).unwrap_or(1));
            let choice = choices.get(usize::try_from(at).unwrap_or(0))?;
            Some(Answer::Choice(choice.code.clone()))
        }
        _ => None,
    }
}
