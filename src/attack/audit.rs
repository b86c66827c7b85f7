//! The audit: play, copy, attack; then plant leaks, copy again, attack again.

use super::{
    Ground, NotCarriedOut, Tell,
    attacks::{self, Scene},
    clinic::{self, Copies, Sitting},
    lists::Known,
    loot::Loot,
    outputs::{self, Output},
    plant::plant,
    plant_ballots,
    play::{FEWEST, play},
    report::{Control, Report, Verdict},
    stage::Stage,
    survey::{self, Frame, Onlookers, Played},
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
    let (mut truth, played, sitting) = play(stage, people, tell)?;
    let marks = survey::marks(&played.voters);
    let known = Known::of(&marks);
    let marks = clinic::marks(stage, &sitting);
    let of_clinic = (&sitting, &Known::of(&marks));

    tell("everything is copied and attacked");
    let mut loot = Loot::copy(stage)?;
    let mut onlookers = Onlookers::sign_in(stage, &mut truth, played.survey)?;
    onlookers.walk(&[])?;
    loot.pages = [onlookers.look()?, onlookers.look()?];
    let copies = copies(of_clinic, &loot)?;
    let marks = survey::marks(played.blocks.as_ref().map_or(&[], |blocks| &blocks.voters));
    let of_blocks = Known::of(&marks);
    let let_out = (&played.outputs[..], &of_blocks, false);
    let scene = scene((stage, &truth, &loot), (&played, &known, played.before_the_close()), copies, let_out)?;
    let attacks = attack(&scene)?;
    let notes = notes(&scene);

    tell("leaks are planted, and it is attacked again");
    let mut plants = plant(stage, &mut truth, &loot)?;
    plants.extend(plant_ballots::plant(stage, &played)?);
    plants.extend(plant_ballots::log_lines(&played));
    plants.extend(clinic::plant(stage, &sitting)?);
    plants.extend(outputs::plant(stage, &played)?);
    let again = outputs::gather(stage, &mut truth, played.survey, "after leaks")?;
    let outputs = [played.outputs.clone(), again].concat();
    let before = onlookers.look()?;
    plants.extend(plant_ballots::moving_page(stage, &played)?);
    let after = onlookers.look()?;
    let leaky = Loot { pages: [before, after], ..Loot::copy(stage)? };
    let copies = self::copies(of_clinic, &leaky)?;
    let let_out = (&outputs[..], &of_blocks, true);
    let scene = self::scene((stage, &truth, &leaky), (&played, &known, played.planted.as_ref()), copies, let_out)?;
    let again = attack(&scene)?;
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

fn scene<'play>(
    (stage, truth, loot): (&'play Stage, &'play Truth, &'play Loot),
    (played, known, open): (&'play Played, &'play Known<'play>, Option<&'play Frame>),
    clinic: Copies<'play>,
    (outputs, of_blocks, is_planted): (&'play [Output], &'play Known<'play>, bool),
) -> Result<Scene<'play>, NotCarriedOut> {
    let missing = || NotCarriedOut::Stuck("looked for a copy".to_owned());
    let at_rest = [open.ok_or_else(missing)?, loot.frame.as_ref().ok_or_else(missing)?];
    let lists = at_rest.map(|frame| known.all(frame));
    Ok(Scene { stage, truth, loot, played, known, at_rest, lists, clinic, outputs, of_blocks, is_planted })
}

fn copies<'play>(
    (sitting, known): (&'play Sitting, &'play Known<'play>),
    loot: &'play Loot,
) -> Result<Copies<'play>, NotCarriedOut> {
    let copies = loot.frame.as_ref().and_then(|last| Copies::new(sitting, known, last));
    copies.ok_or_else(|| NotCarriedOut::Stuck("looked for a copy of the clinic".to_owned()))
}

/// Every attack there is.
fn attack(scene: &Scene) -> Result<Vec<Verdict>, NotCarriedOut> {
    let mut verdicts = vec![
        attacks::secrets_in_files(scene),
        attacks::mint_a_session(scene)?,
        attacks::open_waiting_letters(scene),
        attacks::urn_knows_no_one(scene),
        attacks::register_and_urn_share_nothing(scene),
        attacks::joins(scene),
        attacks::order_of_rows(scene),
        attacks::film(scene),
        attacks::thief(scene),
        attacks::sizes(scene),
        attacks::bulletin(scene),
        attacks::destroyed(scene),
        attacks::blocks(scene),
        attacks::differences(scene),
        attacks::onlookers(scene),
        attacks::logs(scene),
        attacks::modes(scene),
        clinic::orders(&scene.clinic),
        clinic::joins(&scene.clinic),
        clinic::words(&scene.clinic, scene.loot),
        clinic::times(&scene.clinic),
        clinic::live(&scene.clinic.sitting.room, scene.is_planted),
    ];
    // The report says so where files cannot be read.
    if scene.at_rest.iter().all(|frame| frame.has_files()) {
        verdicts.insert(7, attacks::order_in_files(scene));
    }
    Ok(verdicts)
}

fn notes(scene: &Scene) -> Vec<String> {
    let mut notes = scene.loot.notes.clone();
    let left = attacks::sent_and_not_yet_overwritten(scene);
    if left > 0 {
        notes.push(format!(
            "{left} letters that were sent still lie, sealed, in the journal or in dead rows until these are overwritten; \
             whoever also has the master key can read them"
        ));
    }
    let (told, letters) = attacks::letters_by_moment(scene);
    if told > 0 {
        notes.push(format!(
            "the moment of posting tells whose {told} of {letters} letters in the outbox are, \
             as the diary and the links in the register do anyway"
        ));
    }
    notes.push(format!(
        "a reminder went to {} of {} people, as the post has seen: who is reminded had not answered until then",
        scene.played.reminded,
        scene.played.voters.len()
    ));
    let frames = scene.played.film.len();
    notes.push(format!(
        "a film of {frames} copies, each made after the timetable, tells that a ballot arrived and that somebody collected: \
         {} of {} people were the only ones of their stratum between two copies. Whoever has such a film and opens the \
         ballots before the close with the master key reads theirs; so does whoever copies between two runs of the timetable",
        attacks::ballots_by_film(scene),
        scene.answers()
    ));
    notes
}
