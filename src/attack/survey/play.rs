//! The survey from its opening to its release, wave by wave, with a copy of everything after each.

use std::{thread, time::Duration};

use super::{
    Blocks, Frame, Seen, Voter, blocks,
    crew::{self, settle},
    pages::Onlookers,
    reminder::remind,
    respondent::Respondent,
};
use crate::{
    attack::{
        NotCarriedOut, Tell,
        outputs::{self, Output},
        stage::Stage,
        truth::Truth,
    },
    clock::MINUTE,
    credentials::issue,
    ids::SurveyId,
    papers::{OpeningKey, Paper, PaperHash},
    secrets::{Purpose, Sealed},
};

/// Between two copies, so many come at least.
const WAVES: usize = 8;
/// So many of them at the same moment.
const AT_ONCE: usize = 4;
/// So many hand in under the eyes of everybody, after a reminder: first some together, then one by one.
const WATCHED: usize = 4;
const TOGETHER: usize = 2;

/// Everything about the survey that is true, and everything that could be copied meanwhile.
pub struct Played {
    pub survey: SurveyId,
    pub paper: Paper,
    pub text: String,
    pub hash: PaperHash,
    pub voters: Vec<Voter>,
    /// Who came, in the order in which they collected, and in which they cast.
    pub collected: Vec<usize>,
    pub cast: Vec<usize>,
    /// One frame before anybody came, one after each wave, the last of the open survey, and the released.
    pub film: Vec<Frame>,
    /// The same round as [`Played::before_the_close`], with leaks.
    pub planted: Option<Frame>,
    pub before: Vec<Seen>,
    /// After a reminder, and each time somebody had handed in, with nothing else in between.
    pub meanwhile: Vec<Vec<Seen>>,
    /// How many were reminded, as only the post knows.
    pub reminded: usize,
    pub after: Vec<Seen>,
    /// The private keys, and how they lay in the register.
    pub keys: Vec<(&'static str, Vec<u8>)>,
    pub opening_key: OpeningKey,
    pub is_released: bool,
    /// What was let out, to whom.
    pub outputs: Vec<Output>,
    pub blocks: Option<Blocks>,
}

impl Played {
    pub fn before_the_close(&self) -> Option<&Frame> {
        self.film.iter().rev().find(|frame| frame.when == LAST_OPEN)
    }
}

pub const LAST_OPEN: &str = "before the close";

pub fn play(stage: &Stage, truth: &mut Truth, people: usize, tell: Tell) -> Result<Played, NotCarriedOut> {
    tell("a department is asked: units, a questionnaire, a roll, keys");
    let (survey, closes, voters) = crew::open(stage, people)?;
    let (text, paper, hash) = paper(stage, survey)?;
    let (opening_key, keys) = keys(stage, survey, &paper)?;
    let mut played = Played {
        survey,
        hash,
        text,
        paper,
        voters,
        collected: Vec::new(),
        cast: Vec::new(),
        film: vec![Frame::take(stage, "at the opening")?],
        planted: None,
        before: Onlookers::sign_in(stage, truth, survey)?.look()?,
        meanwhile: Vec::new(),
        reminded: 0,
        after: Vec::new(),
        keys,
        opening_key,
        is_released: false,
        outputs: Vec::new(),
        blocks: None,
    };
    let grace = played.hand_in(stage, truth, tell)?;
    tell("the survey closes");
    played.close(stage, closes, &grace)?;
    played.is_released = played.film.last().is_some_and(is_released);
    played.after = Onlookers::sign_in(stage, truth, survey)?.look()?;
    played.let_out(stage, truth, tell)?;
    Ok(played)
}

/// The paper of a survey, as anybody may have it.
pub fn paper(stage: &Stage, survey: SurveyId) -> Result<(String, Paper, PaperHash), NotCarriedOut> {
    let text = stage.browser().get(&format!("/api/v1/papers/{survey}"))?;
    let text: serde_json::Value = serde_json::from_str(&text.body).unwrap_or_default();
    let text = text.get("paper").and_then(serde_json::Value::as_str).unwrap_or_default();
    let paper = Paper::read(text).map_err(|fault| NotCarriedOut::Stuck(format!("read the paper ({fault})")))?;
    Ok((text.to_owned(), paper, PaperHash::of(text)))
}

impl Played {
    /// Nearly everybody comes. Whoever collects and does not cast is divided: some do so in the grace, who
    /// are returned, and some never.
    fn hand_in(&mut self, stage: &Stage, truth: &mut Truth, tell: Tell) -> Result<Vec<usize>, NotCarriedOut> {
        let mut dice = stage.house.chance.dice();
        let mut coming: Vec<_> = (0..self.voters.len()).collect();
        dice.shuffle(&mut coming);
        coming.truncate(self.voters.len() - self.voters.len() / 12);
        let mut grace = Vec::new();
        for (wave, who) in coming.chunks(coming.len().div_ceil(WAVES)).enumerate() {
            let (late, prompt) = who.split_at(usize::from(wave % 2 == 0));
            for whose in late {
                self.with(stage, *whose, |respondent, voter| {
                    respondent.collect(voter)?;
                    Ok(())
                })?;
                self.collected.push(*whose);
            }
            // Every other of them casts in the end.
            grace.extend(late.iter().filter(|_| wave % 4 == 0));
            if wave == WAVES / 2 {
                tell("HR sends a reminder, and everybody watches");
                self.reminded = remind(stage, truth, self.survey)?;
                let (watched, rest) = prompt.split_at(WATCHED.min(prompt.len()));
                self.watch(stage, truth, watched)?;
                self.wave(stage, rest)?;
            } else {
                self.wave(stage, prompt)?;
            }
            // Some of those before have thought again, on another device.
            for whose in self.cast.clone().into_iter().step_by(9).skip(wave).take(2) {
                self.with(stage, whose, |respondent, voter| {
                    respondent.cast(voter)?;
                    Ok(())
                })?;
            }
            settle(stage);
            tell(&format!("{} of {} people have handed in", self.cast.len(), self.voters.len()));
            self.film.push(Frame::take(stage, if wave + 1 == WAVES { LAST_OPEN } else { "meanwhile" })?);
        }
        if self.before_the_close().is_none()
            && let Some(last) = self.film.last_mut()
        {
            last.when = LAST_OPEN;
        }
        self.planted = Some(super::planted::frame(stage, self)?);
        Ok(grace)
    }

    /// Everybody looks at every page before and after.
    fn watch(&mut self, stage: &Stage, truth: &mut Truth, who: &[usize]) -> Result<(), NotCarriedOut> {
        let mut onlookers = Onlookers::sign_in(stage, truth, self.survey)?;
        onlookers.walk(&who.iter().filter_map(|whose| self.voters.get(*whose)).collect::<Vec<_>>())?;
        self.meanwhile.push(onlookers.look()?);
        let (together, others) = who.split_at(TOGETHER.min(who.len()));
        self.together(stage, together)?;
        self.meanwhile.push(onlookers.look()?);
        for whose in others {
            self.together(stage, std::slice::from_ref(whose))?;
            self.meanwhile.push(onlookers.look()?);
        }
        Ok(())
    }

    /// Results are read and taken away, published, and read again, as are those of a second survey.
    fn let_out(&mut self, stage: &Stage, truth: &mut Truth, tell: Tell) -> Result<(), NotCarriedOut> {
        tell("results are read, taken away and published");
        self.outputs = outputs::gather(stage, truth, self.survey, "before it was published")?;
        outputs::publish(stage, truth, self.survey)?;
        self.outputs.extend(outputs::gather(stage, truth, self.survey, "published")?);
        let blocks = blocks::play(stage, &self.voters, tell)?;
        outputs::publish(stage, truth, blocks.survey)?;
        for survey in [blocks.survey, self.survey] {
            self.outputs.extend(outputs::gather(stage, truth, survey, "beside another survey")?);
        }
        self.blocks = Some(blocks);
        Ok(())
    }

    fn wave(&mut self, stage: &Stage, who: &[usize]) -> Result<(), NotCarriedOut> {
        for (nth, some) in who.chunks(AT_ONCE).enumerate() {
            stage.turn(MINUTE);
            if nth % 3 == 0 {
                self.together(stage, some)?;
                continue;
            }
            for whose in some {
                stage.turn(Duration::from_secs(7));
                self.with(stage, *whose, |respondent, voter| {
                    respondent.collect(voter)?;
                    respondent.cast(voter)?;
                    // The answer was lost on its way.
                    if voter.levels.first() == Some(&1) { respondent.send(voter) } else { Ok(()) }
                })?;
                self.collected.push(*whose);
                self.cast.push(*whose);
            }
        }
        Ok(())
    }

    /// All at the same moment.
    fn together(&mut self, stage: &Stage, who: &[usize]) -> Result<(), NotCarriedOut> {
        let respondent = Respondent { stage, survey: self.survey, paper: &self.paper, hash: self.hash };
        let voters: Vec<_> = who.iter().filter_map(|whose| Some((*whose, self.voters.get(*whose)?.clone()))).collect();
        let done: Vec<Result<(usize, Voter), NotCarriedOut>> = thread::scope(|threads| {
            let deeds: Vec<_> = voters
                .into_iter()
                .map(|(whose, mut voter)| {
                    let respondent = &respondent;
                    threads.spawn(move || {
                        respondent.collect(&mut voter)?;
                        respondent.cast(&mut voter)?;
                        Ok((whose, voter))
                    })
                })
                .collect();
            let lost = || Err(NotCarriedOut::Stuck("came with others".to_owned()));
            deeds.into_iter().map(|deed| deed.join().unwrap_or_else(|_| lost())).collect()
        });
        for done in done {
            let (whose, voter) = done?;
            if let Some(place) = self.voters.get_mut(whose) {
                *place = voter;
            }
            self.collected.push(whose);
            self.cast.push(whose);
        }
        Ok(())
    }

    fn close(&mut self, stage: &Stage, closes: crate::clock::Moment, grace: &[usize]) -> Result<(), NotCarriedOut> {
        stage.clock.turn(closes.since(stage.clock.now()));
        stage.turn(MINUTE);
        stage.wait(crate::schedule::run_due(&stage.house));
        for whose in grace {
            self.with(stage, *whose, |respondent, voter| {
                respondent.cast(voter)?;
                Ok(())
            })?;
            self.cast.push(*whose);
        }
        self.film.push(Frame::take(stage, "in the grace")?);
        settle(stage);
        self.film.push(Frame::take(stage, "after the close")?);
        Ok(())
    }

    fn with(
        &mut self,
        stage: &Stage,
        whose: usize,
        deed: impl FnOnce(&Respondent, &mut Voter) -> Result<(), NotCarriedOut>,
    ) -> Result<(), NotCarriedOut> {
        let respondent = Respondent { stage, survey: self.survey, paper: &self.paper, hash: self.hash };
        self.voters.get_mut(whose).map_or(Ok(()), |voter| deed(&respondent, voter))
    }
}

fn is_released(frame: &Frame) -> bool {
    frame
        .table(crate::attack::loot::Side::Urn, "papers")
        .is_some_and(|papers| papers.column("stage").any(|stage| stage == b"released"))
}

type Keys = Vec<(&'static str, Vec<u8>)>;

/// What a thief makes of the register and the master key, while the survey is open.
fn keys(stage: &Stage, survey: SurveyId, paper: &Paper) -> Result<(OpeningKey, Keys), NotCarriedOut> {
    let master = stage.house.master.clone();
    let opening = stage.house.db.read_register(move |conn| issue::opening_key(conn, &master, survey));
    let missing = || NotCarriedOut::Stuck("looked for the key of the ballots".to_owned());
    let opening = stage.wait(opening).map_err(|_| missing())?.ok_or_else(missing)?;
    let mut keys = vec![("the key that opens ballots", opening.to_bytes().to_vec())];
    let frame = Frame::take(stage, "for the keys")?;
    let side = crate::attack::loot::Side::Register;
    if let Some(papers) = frame.table(side, "papers") {
        keys.extend(papers.column("opening_key").map(|sealed| ("the key that opens ballots, sealed,", sealed.to_vec())));
    }
    if let Some(signing) = frame.table(side, "signing_keys") {
        for (stratum, sealed) in signing.column("stratum_id").zip(signing.column("private_key")) {
            keys.push(("a key that signs, sealed,", sealed.to_vec()));
            let sealed = Sealed::from_bytes(sealed.to_vec());
            if let Ok(der) = stage.house.master.open(Purpose::SigningKeys, stratum, &sealed) {
                // The private numbers stand at the end.
                keys.push(("a key that signs", der.rchunks(64).next().unwrap_or_default().to_vec()));
            }
        }
    }
    if keys.len() < 2 + paper.strata.len() * 2 { Err(missing()) } else { Ok((opening, keys)) }
}
