//! The paper and the keys of a survey: made before it opens, and kept in the transaction that opens it.

use openssl::error::ErrorStack;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{SigningKey, store};
use crate::{
    authoring,
    db::RegisterConn,
    dice::Dice,
    ids::{StratumId, SurveyId},
    instruments::{Asks, Instrument, Item, Question},
    papers::{Bytes, InBoth, NoPaper, OpeningKey, Paper, PaperHash, SIZES, SealingKey, Stratum},
    people,
    secrets::{MasterKey, Purpose, Sealed},
    surveys::{self, Door, State, Survey},
};

/// `["","",],` around a name and a value.
const PAIR: usize = 10;
const NUMBER: usize = 20;
/// What people write who write something: about a thousand letters of Thai.
const A_COMMENT: usize = 3_000;

/// What a paper is made of, but for its keys.
pub struct Material {
    survey: Survey,
    instrument: Instrument,
    strata: Vec<(Option<StratumId>, InBoth, u32)>,
}

struct Keys {
    opening: OpeningKey,
    sealing: SealingKey,
    signing: Vec<(StratumId, SigningKey)>,
}

impl Keys {
    fn generate(material: &Material, dice: &mut Dice) -> Result<Self, ErrorStack> {
        let (opening, sealing) = OpeningKey::random(dice);
        let signing = material.strata.iter().map(|(id, ..)| {
            let id = id.unwrap_or_else(|| dice.id());
            Ok((id, SigningKey::generate()?))
        });
        Ok(Self { opening, sealing, signing: signing.collect::<Result<_, ErrorStack>>()? })
    }
}

/// A paper with its keys, of a survey that is about to open.
pub struct Preparation {
    survey: SurveyId,
    paper: String,
    keys: Keys,
}

/// How it lies in the register until then, sealed.
#[derive(Serialize, Deserialize)]
struct Kept {
    paper: String,
    opening: Bytes,
    signing: Vec<(StratumId, Bytes)>,
}

impl Preparation {
    /// Made outside any transaction: it takes a while.
    pub fn make(material: &Material, dice: &mut Dice) -> Result<Self, NotKept> {
        let keys = Keys::generate(material, dice)?;
        Ok(Self { survey: material.survey.id, paper: paper(material, &keys)?.write()?, keys })
    }

    pub fn paper(&self) -> &str {
        &self.paper
    }

    /// Whether the same would be made of this, with the same keys: nothing has changed since.
    pub fn fits(&self, material: &Material) -> Result<bool, NotKept> {
        let has_keys = material.strata.len() == self.keys.signing.len()
            && material.strata.iter().zip(&self.keys.signing).all(|((id, ..), (key, _))| id.is_none_or(|id| id == *key));
        Ok(has_keys && paper(material, &self.keys)?.write()? == self.paper)
    }

    fn kept(&self) -> Result<Kept, NotKept> {
        let signing = self.keys.signing.iter().map(|(stratum, key)| Ok((*stratum, Bytes(key.to_der()?.to_vec()))));
        let opening = Bytes(self.keys.opening.to_bytes().to_vec());
        Ok(Kept { paper: self.paper.clone(), opening, signing: signing.collect::<Result<_, ErrorStack>>()? })
    }

    fn read(survey: SurveyId, bytes: &[u8]) -> Option<Self> {
        let Kept { paper, opening, signing } = serde_json::from_slice(bytes).ok()?;
        let opening = OpeningKey::from_bytes(&Zeroizing::new(opening.0))?;
        let keys = signing.into_iter().map(|(stratum, der)| Some((stratum, SigningKey::from_der(&Zeroizing::new(der.0)).ok()?)));
        let keys = Keys { sealing: opening.sealing_key(), opening, signing: keys.collect::<Option<_>>()? };
        Some(Self { survey, paper, keys })
    }
}

/// `None` if the survey is neither open nor about to be, or its paper is there.
pub fn material(conn: &mut RegisterConn, id: SurveyId) -> diesel::QueryResult<Option<Material>> {
    if store::has_paper(conn, id)? {
        return Ok(None);
    }
    let is_called_for = |survey: &Survey| matches!(survey.state, State::Scheduled { .. } | State::Open { .. });
    let Some(survey) = surveys::find(conn, id)?.filter(is_called_for) else { return Ok(None) };
    let version = match survey.instrument {
        Some(instrument) => authoring::find(conn, instrument)?,
        None => None,
    };
    let strata = match survey.terms.door {
        Door::OpenLink => vec![(None, InBoth { th: "ผู้ตอบทางลิงก์เปิด".to_owned(), en: "Open link".to_owned() }, 0)],
        Door::Roll => {
            let roll = people::roll(conn, id)?.map(|roll| roll.strata).unwrap_or_default();
            let stratum = |stratum: people::RollStratum| {
                let name = InBoth { th: stratum.name_thai, en: stratum.name_english };
                (Some(stratum.id), name, u32::try_from(stratum.size).unwrap_or(0))
            };
            roll.into_iter().map(stratum).collect()
        }
    };
    Ok(version.map(|version| Material { survey, instrument: version.instrument, strata }))
}

/// What was made ready for a survey before, if it opens.
pub fn prepared(conn: &mut RegisterConn, master: &MasterKey, survey: SurveyId) -> diesel::QueryResult<Option<Preparation>> {
    let Some((_, sealed)) = store::preparation(conn, survey)? else { return Ok(None) };
    let bytes = master.open(Purpose::Preparations, survey.as_bytes(), &Sealed::from_bytes(sealed)).ok();
    Ok(bytes.map(Zeroizing::new).and_then(|bytes| Preparation::read(survey, &bytes)))
}

/// Kept until the survey opens, so that whoever goes on after a crash goes on with the same paper.
pub fn keep_prepared(conn: &mut RegisterConn, master: &MasterKey, made: &Preparation, dice: &mut Dice) -> Result<(), NotKept> {
    let bytes = Zeroizing::new(serde_json::to_vec(&made.kept()?)?);
    let sealed = master.seal(Purpose::Preparations, made.survey.as_bytes(), &bytes, dice);
    Ok(store::keep_preparation(conn, made.survey, PaperHash::of(&made.paper), &sealed)?)
}

/// The paper and the keys of a survey that opens in this transaction.
pub fn keep(conn: &mut RegisterConn, master: &MasterKey, made: &Preparation, dice: &mut Dice) -> Result<(), NotKept> {
    let survey = made.survey;
    let Some(material) = material(conn, survey)? else { return Err(NotKept::Changed) };
    let is_the_same = store::preparation(conn, survey)?.is_some_and(|(hash, _)| hash == PaperHash::of(&made.paper).as_bytes());
    if !is_the_same || !made.fits(&material)? {
        return Err(NotKept::Changed);
    }
    let opening = master.seal(Purpose::OpeningKeys, survey.as_bytes(), &made.keys.opening.to_bytes(), dice);
    let closes = material.survey.state.window().map(|window| window.closes);
    store::insert_paper(conn, survey, &made.paper, PaperHash::of(&made.paper), &opening, closes)?;
    for (stratum, key) in &made.keys.signing {
        let sealed = master.seal(Purpose::SigningKeys, stratum.as_bytes(), &key.to_der()?, dice);
        store::insert_signing_key(conn, survey, *stratum, &key.spki()?, &sealed)?;
    }
    store::forget_preparation(conn, survey)?;
    Ok(people::make_room(conn, survey)?)
}

#[derive(Debug, thiserror::Error)]
pub enum NotKept {
    #[error("the paper cannot be written")]
    Paper(#[from] NoPaper),
    #[error("a key cannot be written")]
    Key(#[from] ErrorStack),
    #[error("the preparation cannot be written")]
    Written(#[from] serde_json::Error),
    #[error("what was made ready is not what is to be opened any more")]
    Changed,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// From the smallest that holds every rating on: so that its size tells nobody who wrote a text as well.
fn sizes(instrument: &Instrument) -> Vec<usize> {
    let is_text = |item: &&Item| matches!(item.asks, Asks::ShortText { .. } | Asks::LongText { .. });
    let asks_for_texts = instrument.items().any(|item| is_text(&item));
    let longest = |item: &Item| {
        let choices: usize =
            item.choices().iter().map(|choice| choice.code.as_str().len() + PAIR + item.code.as_str().len()).sum();
        let names: usize = Question::of(item)
            .iter()
            .map(|question| {
                question.item.as_str().len() + question.sub.as_ref().map_or(0, |sub| sub.as_str().len()) + PAIR + NUMBER
            })
            .sum();
        choices + names
    };
    let ratings: usize = instrument.items().filter(|item| !is_text(item)).map(longest).sum();
    let least = if asks_for_texts { ratings + A_COMMENT } else { ratings };
    let enough = SIZES.into_iter().filter(|size| *size > least);
    let enough: Vec<_> = enough.collect();
    if enough.is_empty() { SIZES.last().copied().into_iter().collect() } else { enough }
}

fn paper(material: &Material, keys: &Keys) -> Result<Paper, ErrorStack> {
    let Material { survey, instrument, strata } = material;
    let terms = &survey.terms;
    let window = survey.state.window();
    let seconds = |moment: Option<crate::clock::Moment>| moment.map_or(0, crate::clock::Moment::seconds);
    let strata = strata
        .iter()
        .zip(&keys.signing)
        .map(|((_, name, roll), (id, key))| Ok(Stratum::new(*id, name.clone(), *roll, key.spki()?)));
    Ok(Paper {
        survey: survey.id,
        title: InBoth { th: survey.name_thai.clone(), en: survey.name_english.clone() },
        opens: seconds(window.map(|window| window.opens)),
        closes: seconds(window.map(|window| window.closes)),
        grace_minutes: u32::try_from(terms.grace_minutes).unwrap_or(0),
        k: u32::try_from(terms.k).unwrap_or(u32::MAX),
        release: terms.release,
        comments: terms.comments,
        door: terms.door,
        slips: terms.slips,
        without_script: terms.without_script,
        one_by_one: terms.one_by_one,
        strata: strata.collect::<Result<_, ErrorStack>>()?,
        sealing_key: keys.sealing.clone(),
        sizes: sizes(instrument),
        instrument: instrument.clone(),
    })
}
