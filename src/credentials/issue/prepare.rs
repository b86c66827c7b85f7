//! The paper and the keys of a survey that has just opened.

use openssl::error::ErrorStack;

use super::{SigningKey, store};
use crate::{
    authoring,
    db::RegisterConn,
    dice::Dice,
    ids::{StratumId, SurveyId},
    instruments::{Asks, Instrument, Item, Question},
    papers::{InBoth, NoPaper, OpeningKey, Paper, PaperHash, SIZES, SealingKey, Stratum},
    people,
    secrets::{MasterKey, Purpose},
    surveys::{self, Door, Survey},
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

/// Made outside any transaction: it takes a while.
pub struct Keys {
    opening: OpeningKey,
    sealing: SealingKey,
    signing: Vec<(StratumId, SigningKey)>,
}

impl Keys {
    pub fn generate(material: &Material, dice: &mut Dice) -> Result<Self, ErrorStack> {
        let (opening, sealing) = OpeningKey::random(dice);
        let signing = material.strata.iter().map(|(id, ..)| {
            let id = id.unwrap_or_else(|| dice.id());
            Ok((id, SigningKey::generate()?))
        });
        Ok(Self { opening, sealing, signing: signing.collect::<Result<_, ErrorStack>>()? })
    }
}

/// `None` if the survey is not open, or its paper is there.
pub fn material(conn: &mut RegisterConn, id: SurveyId) -> diesel::QueryResult<Option<Material>> {
    if store::has_paper(conn, id)? {
        return Ok(None);
    }
    let Some(survey) = surveys::find(conn, id)?.filter(|survey| survey.state.is_open()) else { return Ok(None) };
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

/// Keeps paper and keys, if nobody was quicker.
pub fn keep(
    conn: &mut RegisterConn,
    master: &MasterKey,
    material: &Material,
    keys: &Keys,
    dice: &mut Dice,
) -> Result<(), NotKept> {
    let survey = &material.survey;
    if store::has_paper(conn, survey.id)? {
        return Ok(());
    }
    let paper = paper(material, keys)?;
    let text = paper.write()?;
    let opening = master.seal(Purpose::OpeningKeys, survey.id.as_bytes(), &keys.opening.to_bytes(), dice);
    let closes = survey.state.window().map(|window| window.closes);
    store::insert_paper(conn, survey.id, &text, PaperHash::of(&text), &opening, closes)?;
    for (stratum, key) in &keys.signing {
        let sealed = master.seal(Purpose::SigningKeys, stratum.as_bytes(), &key.to_der()?, dice);
        store::insert_signing_key(conn, survey.id, *stratum, &key.spki()?, &sealed)?;
    }
    Ok(people::make_room(conn, survey.id)?)
}

#[derive(Debug, thiserror::Error)]
pub enum NotKept {
    #[error("the paper cannot be written")]
    Paper(#[from] NoPaper),
    #[error("a key cannot be written")]
    Key(#[from] ErrorStack),
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
        without_script: terms.without_script,
        one_by_one: terms.one_by_one,
        strata: strata.collect::<Result<_, ErrorStack>>()?,
        sealing_key: keys.sealing.clone(),
        sizes: sizes(instrument),
        instrument: instrument.clone(),
    })
}
