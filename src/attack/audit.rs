//! The audit: play, copy, attack; then plant leaks, copy again, attack again.

use super::{
    Ground, NotCarriedOut,
    attacks::{self, Scene},
    loot::Loot,
    plant::plant,
    play::{FEWEST, Tell, play},
    report::{Control, Report, Verdict},
    stage::Stage,
    truth::Truth,
};

/// What is to be played, and who is told how far it has come.
pub struct Wanted {
    pub ground: Ground,
    pub people: usize,
    pub tell: Box<dyn Fn(&str) + Send + Sync>,
}

/// Plays and attacks a throw-away house. Runs in a command's system, which its server needs.
pub async fn audit(wanted: Wanted) -> Result<Report, NotCarriedOut> {
    if wanted.people < FEWEST {
        return Err(NotCarriedOut::TooFew(FEWEST));
    }
    (wanted.tell)("a throw-away house is founded");
    let stage = Stage::open(&wanted.ground).await?;
    let audited = tokio::task::spawn_blocking(move || {
        let report = report(&stage, wanted.people, &*wanted.tell);
        (stage, report)
    });
    let (stage, report) = audited.await.map_err(|fault| NotCarriedOut::Fallen(fault.to_string()))?;
    stage.close().await?;
    report
}

fn report(stage: &Stage, people: usize, tell: Tell) -> Result<Report, NotCarriedOut> {
    let mut truth = play(stage, people, tell)?;
    tell("everything is copied and attacked");
    let loot = Loot::copy(stage)?;
    let attacks = attack(stage, &truth, &loot)?;
    let notes = notes(stage, &truth, &loot);

    tell("leaks are planted, and it is attacked again");
    let plants = plant(stage, &mut truth, &loot)?;
    let again = attack(stage, &truth, &Loot::copy(stage)?)?;
    let control: Vec<_> = plants
        .into_iter()
        .map(|plant| {
            let witnesses = again.iter().filter(|verdict| verdict.attack == plant.attack).flat_map(|verdict| &verdict.witnesses);
            let witness = witnesses.into_iter().find(|witness| plant.is_seen_by(witness)).cloned();
            Control { attack: plant.attack, planted: plant.planted, found: witness.is_some(), witness }
        })
        .collect();

    // An attack without a leak planted for it was not checked.
    let is_checked = |verdict: &Verdict| control.iter().any(|control| control.attack == verdict.attack);
    Ok(Report {
        passed: attacks.iter().all(|verdict| verdict.holds && is_checked(verdict)) && control.iter().all(|leak| leak.found),
        engine: if stage.is_sqlite() { "SQLite" } else { "PostgreSQL" },
        people,
        bytes: loot.bytes(),
        values: loot.values.len(),
        attacks,
        control,
        notes,
    })
}

/// Every attack there is.
fn attack(stage: &Stage, truth: &Truth, loot: &Loot) -> Result<Vec<Verdict>, NotCarriedOut> {
    let scene = Scene { stage, truth, loot };
    Ok(vec![
        attacks::secrets_in_files(&scene),
        attacks::mint_a_session(&scene)?,
        attacks::open_waiting_letters(&scene),
        attacks::urn_knows_no_one(&scene),
        attacks::register_and_urn_share_nothing(&scene),
        attacks::logs(&scene),
        attacks::modes(&scene),
    ])
}

fn notes(stage: &Stage, truth: &Truth, loot: &Loot) -> Vec<String> {
    let scene = Scene { stage, truth, loot };
    let mut notes = loot.notes.clone();
    let left = attacks::sent_and_not_yet_overwritten(&scene);
    if left > 0 {
        notes.push(format!(
            "{left} letters that were sent still lie, sealed, in the journal or in dead rows until these are overwritten; \
             whoever also has the master key can read them"
        ));
    }
    let (told, letters) = attacks::letters_by_moment(&scene);
    if told > 0 {
        notes.push(format!(
            "the moment of posting tells whose {told} of {letters} letters in the outbox are, \
             as the diary and the links in the register do anyway"
        ));
    }
    notes
}
