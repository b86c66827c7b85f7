//! Leaks about the survey, planted in what is left of it after the release.

use std::fmt::Write as _;

use super::{
    NotCarriedOut,
    plant::Plant,
    stage::Stage,
    survey::{Frame, Played, Voter},
};

/// In the frame that was taken before the close: see `survey/planted.rs`.
const BEFORE: [(&str, &str, [&str; 2]); 7] = [
    ("joins", "the same moment on both sides", ["answers attributed", "planted_moments.moment beside planted_moments"]),
    ("joins", "the hash of a person in the urn", ["answers attributed", "planted_hashes.hash"]),
    ("order of rows", "ballots in the order in which they came", ["answers attributed", "planted_arrivals, as read"]),
    ("order of rows", "a moment in every ballot", ["answers attributed", "planted_moments, by moment"]),
    ("order in files", "ballots in the order in which they came", ["answers attributed", "urn"]),
    ("a thief with the master key", "ballots in the order in which they came", ["answers attributed", "planted_arrivals"]),
    ("sizes of ballots", "ballots without padding", ["answers attributed", "planted_sizes by the length of sealed"]),
];

/// In the copy that was made after a block: see `survey/blocks.rs`.
const BLOCK: [&str; 2] = ["answers attributed", "planted_block"];

const DESTROYED: &str = "what the release destroyed";

pub fn plant(stage: &Stage, played: &Played) -> Result<Vec<Plant>, NotCarriedOut> {
    let mut plants: Vec<_> = BEFORE.map(|(attack, planted, signs)| Plant::new(attack, planted, signs)).into();
    // What cannot be looked at cannot be found there.
    let has_files = played.planted.as_ref().is_some_and(Frame::has_files);
    plants.retain(|plant| has_files || plant.attack != "order in files");
    if !played.is_released {
        return Ok(plants);
    }
    let mut urn = stage.urn()?;
    let mut register = stage.register()?;

    let voters = || played.cast.iter().filter_map(|whose| played.voters.get(*whose));
    let mut by_line: Vec<&Voter> = voters().collect();
    by_line.sort_by(|one, other| one.message.cmp(&other.message));
    let mut sql = "CREATE TABLE planted_answers (compact BLOB NOT NULL);
                   CREATE TABLE planted_lines (compact BLOB NOT NULL);
                   CREATE TABLE planted_texts (text TEXT NOT NULL, answers BLOB NOT NULL);"
        .to_owned();
    for (arrived, line) in voters().zip(by_line) {
        let (compact, line) = (urn.literal(&arrived.compact()), urn.literal(&line.compact()));
        let text = &arrived.text;
        write!(
            sql,
            "INSERT INTO planted_answers VALUES ({compact}); INSERT INTO planted_lines VALUES ({line});
             INSERT INTO planted_texts VALUES ('{text}', {compact});"
        )
        .map_err(|_| NotCarriedOut::Stuck("planted answers".to_owned()))?;
    }
    urn.run(&sql)?;
    let order = ["answers attributed", "planted_answers"];
    plants.push(Plant::new("order of rows", "answers in the order in which they came", order));
    plants.push(Plant::new("blocks", "answers of a block in the order in which they came", BLOCK));
    plants.push(Plant::new("a film of backups", "answers in the order in which they came", order));
    plants.push(Plant::new("joins", "a text that names the answers it came with", ["answers attributed", "planted_texts"]));
    let lines = ["answers attributed", "planted_lines"];
    plants.push(Plant::new("receipts and bulletin", "answers in the order of the bulletin", lines));

    if let (Some((_, key)), Some(sealed)) = (played.keys.first(), voters().find_map(|voter| voter.sealed.last())) {
        let key = register.literal(key);
        register.run(&format!("CREATE TABLE planted_keys (key BLOB NOT NULL); INSERT INTO planted_keys VALUES ({key})"))?;
        let sealed = urn.literal(sealed);
        if stage.is_sqlite() {
            urn.run("PRAGMA secure_delete = OFF")?;
        }
        urn.run(&format!(
            "CREATE TABLE planted_sealed (sealed BLOB NOT NULL); INSERT INTO planted_sealed VALUES ({sealed});
             DELETE FROM planted_sealed"
        ))?;
        plants.push(Plant::new(DESTROYED, "a private key left behind", ["the key that opens ballots", "planted_keys"]));
        if stage.is_sqlite() {
            plants.push(Plant::new(DESTROYED, "a sealed ballot in a free page", ["a sealed ballot", "urn.db"]));
        }
    }
    Ok(plants)
}

/// A unit whose name counts those who have answered, and repeats somebody's link; and a task that fails from then on.
pub fn moving_page(stage: &Stage, played: &Played) -> Result<Vec<Plant>, NotCarriedOut> {
    const ATTACK: &str = "pages";
    let link = played.voters.first().map(|voter| voter.link.as_str()).unwrap_or_default();
    stage.register()?.run(&format!(
        "UPDATE units SET name_english = '13 have answered, {link} too', name_thai = '13 have answered, {link} too';
         UPDATE tasks SET outcome = 'failed: 13 have answered'"
    ))?;
    Ok(vec![
        Plant::new(ATTACK, "a page that counts those who have answered", ["that moved", "/en/hr/units"]),
        Plant::new(ATTACK, "a personal link on a page", ["a personal link", "/en/hr/units"]),
        // The list of pages does not have it: a link leads there.
        Plant::new(ATTACK, "a page behind a link that counts them", ["that moved", "/en/hr/roster/people/"]),
        Plant::new(ATTACK, "a figure of a monitor that counts them", ["a page of a monitor that moved", "/metrics"]),
    ])
}

/// A line of the log that repeats a link, and one that repeats a ballot.
pub fn log_lines(played: &Played) -> Vec<Plant> {
    const ATTACK: &str = "logs";
    if let Some(voter) = played.cast.first().and_then(|whose| played.voters.get(*whose)) {
        tracing::debug!(link = voter.link, "planted");
        tracing::debug!(message = %data_encoding::BASE64URL_NOPAD.encode(&voter.message), "planted");
    }
    vec![
        Plant::new(ATTACK, "a personal link in the log", ["a personal link", "the log"]),
        Plant::new(ATTACK, "the message of a ballot in the log", ["the message of a ballot", "the log"]),
    ]
}
