//! Leaks, planted while the survey is open, copied, and taken away again: those that the release would
//! clear away.

use sha2::{Digest as _, Sha256};

use super::{Frame, Played};
use crate::attack::{NotCarriedOut, stage::Stage};

pub const WHEN: &str = "planted before the close:";

pub fn frame(stage: &Stage, played: &Played) -> Result<Frame, NotCarriedOut> {
    let (mut register, mut urn) = (stage.register()?, stage.urn()?);
    register.run("CREATE TABLE planted_moments (person BLOB NOT NULL, moment BIGINT NOT NULL)")?;
    urn.run(
        "CREATE TABLE planted_moments (message BLOB NOT NULL, moment BIGINT NOT NULL);
         CREATE TABLE planted_hashes (message BLOB NOT NULL, hash BLOB NOT NULL);
         CREATE TABLE planted_arrivals (message BLOB NOT NULL);
         CREATE TABLE planted_sizes (message BLOB NOT NULL, sealed BLOB NOT NULL)",
    )?;
    for (nth, whose) in played.cast.iter().enumerate() {
        let Some(voter) = played.voters.get(*whose) else { continue };
        // As if both were written in one transaction, at a moment of its own.
        let moment = 1_800_000_000_000_000_usize + nth * 1_234_567;
        let person = register.literal(voter.id.as_bytes());
        register.run(&format!("INSERT INTO planted_moments VALUES ({person}, {moment})"))?;
        let (message, hash) = (urn.literal(&voter.message), urn.literal(&Sha256::digest(voter.id.as_bytes())));
        let unpadded = urn.literal(&vec![7; voter.text.len() + 81]);
        urn.run(&format!(
            "INSERT INTO planted_moments VALUES ({message}, {});
             INSERT INTO planted_hashes VALUES ({message}, {hash});
             INSERT INTO planted_arrivals VALUES ({message});
             INSERT INTO planted_sizes VALUES ({message}, {unpadded})",
            moment / 1_000_000
        ))?;
    }
    let frame = Frame::take(stage, WHEN)?;
    for store in [&mut register, &mut urn] {
        if stage.is_sqlite() {
            store.run("PRAGMA secure_delete = ON")?;
        }
    }
    register.run("DROP TABLE planted_moments")?;
    urn.run("DROP TABLE planted_moments; DROP TABLE planted_hashes; DROP TABLE planted_arrivals; DROP TABLE planted_sizes")?;
    for store in [&mut register, &mut urn] {
        let _only_for_some_roles = store.checkpoint();
    }
    Ok(frame)
}
