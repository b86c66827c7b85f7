//! The urn, searched for people and moments, and its tables, held against a list.

use super::Scene;
use crate::attack::{
    Verdict, Witness,
    loot::{Loot, Side},
};

/// Everything the urn may have a column for. A new one is added here by whoever can say why it
/// tells neither who nor when.
const COLUMNS: [&str; 162] = [
    // Whose database this is: the same in the register, and for all who answer.
    "installation.only_row",
    "installation.id",
    "installation.key_check",
    // When the program was installed or upgraded, which has to do with nobody.
    "__diesel_schema_migrations.version",
    "__diesel_schema_migrations.run_on",
    // What is put before everybody alike, and when it opens and closes.
    "papers.survey_id",
    "papers.paper",
    "papers.hash",
    "papers.opens",
    "papers.release_rule",
    "papers.closes",
    "papers.taken_until",
    "papers.stage",
    "papers.closed",
    "papers.unopened",
    "papers.texts_withheld",
    // Counts of whole strata, told at the close.
    "strata.id",
    "strata.survey_id",
    "strata.place",
    "strata.group_id",
    "strata.roll",
    "strata.issued",
    "strata.counted",
    "strata.spoilt",
    "strata.replaced",
    // Random numbers that a browser made, what was signed blindly, what nobody can read yet; and how
    // often it was replaced.
    "sealed_ballots.message",
    "sealed_ballots.survey_id",
    "sealed_ballots.stratum_id",
    "sealed_ballots.signature",
    "sealed_ballots.sealed",
    "sealed_ballots.digest",
    "sealed_ballots.superseded",
    "sealed_ballots.replaced",
    // Lines of the bulletin.
    "opened_ballots.message",
    "opened_ballots.survey_id",
    "opened_ballots.stratum_id",
    "opened_ballots.signature",
    "opened_ballots.is_spoilt",
    // Counts of groups that are large enough.
    "result_groups.id",
    "result_groups.survey_id",
    "result_groups.place",
    "result_groups.counted",
    // What was said, under random numbers that are drawn at the release, in a group that is large enough.
    "answers.id",
    "answers.survey_id",
    "answers.group_id",
    "answers.compact",
    "texts.id",
    "texts.survey_id",
    "texts.group_id",
    "texts.item",
    "texts.text",
    // How far the opening of everything is.
    "openings_under_way.survey_id",
    "openings_under_way.done",
    "openings_under_way.of_all",
    // Figures that may be told, and what is told of them to staff.
    "releases.survey_id",
    "releases.figures",
    "releases.digest",
    "publications.survey_id",
    "publications.shows",
    "publications.undertakings",
    // What coordinators note at texts, without saying who or when.
    "text_notes.text_id",
    "text_notes.survey_id",
    "text_notes.is_marked",
    "text_notes.theme",
    "text_notes.covered",
    // Scores of a fiscal year.
    "year_scores.fiscal_year",
    "year_scores.part",
    "year_scores.survey_id",
    "year_scores.hundredths",
    "year_scores.source",
    "year_scores.indicators",
    // The clinic: what sessions promise, what was asked in them, sealed and by its month alone, days on which the desk
    // did something, what stands on the board, and random numbers that browsers made.
    "notices.meeting_id",
    "notices.notice",
    "notices.hash",
    "notices.closes",
    "notices.ended",
    "notices.removed",
    "told_reports.meeting_id",
    "told_reports.edition",
    "told_reports.report",
    "letterbox.id",
    "letterbox.meeting_id",
    "letterbox.way",
    "letterbox.month",
    "letterbox.locator",
    "letterbox.lock",
    "letterbox.may_go",
    "letterbox.sealed",
    "letterbox_files.id",
    "letterbox_files.message_id",
    "letterbox_files.label",
    "letterbox_files.sealed",
    "emptying.only_row",
    "emptying.due",
    "spent_seats.meeting_id",
    "spent_seats.mark",
    "spent_seats.digest",
    "spent_vouchers.meeting_id",
    "spent_vouchers.mark",
    "spent_vouchers.digest",
    "matters.id",
    "matters.meeting_id",
    "matters.way",
    "matters.month",
    "matters.topic",
    "matters.wants_board",
    "matters.state",
    "matters.signed_as",
    "matters.owner",
    "matters.due",
    "matters.office",
    "matters.opened_on",
    "matters.answered_on",
    "matters.done_on",
    "matters.waited",
    "matters.outcome",
    "matters.held_back",
    "matters.merged_into",
    "matters.locator",
    "matters.lock",
    "matters.edition",
    "matters.last_deed",
    "remarks.id",
    "remarks.matter_id",
    "remarks.place",
    "remarks.kind",
    "remarks.said_on",
    "remarks.sealed",
    "matter_files.id",
    "matter_files.matter_id",
    "matter_files.label",
    "matter_files.sealed",
    "cards.id",
    "cards.matter_id",
    "cards.meeting_id",
    "cards.topic",
    "cards.month",
    "cards.state",
    "cards.title",
    "cards.question",
    "cards.answer",
    "cards.office",
    "cards.answered_on",
    "cards.change",
    "cards.changed_on",
    "votes.card_id",
    "votes.mark",
    // What is asked live, sealed; and keyed hashes of one question or place and of what lies in a browser, which
    // are others at every question.
    "live_rooms.meeting_id",
    "live_rooms.code",
    "live_rooms.title_thai",
    "live_rooms.title_english",
    "live_rooms.k",
    "live_rooms.is_moderated",
    "live_rooms.is_open",
    "live_questions.id",
    "live_questions.meeting_id",
    "live_questions.sealed",
    "live_questions.state",
    "live_questions.votes",
    "live_questions.place",
    "live_votes.question_id",
    "live_votes.mark",
];

/// Whatever is greater is a moment, in microseconds.
const MOMENTS: i64 = 1_000_000_000_000_000;

pub fn urn_knows_no_one(scene: &Scene) -> Verdict {
    let mut needles = scene.truth.people();
    for moment in moments(scene.loot) {
        needles.add("a moment of the register", &moment.to_be_bytes());
        needles.add("a moment of the register", &moment.to_le_bytes());
        needles.add("a moment of the register", moment.to_string().as_bytes());
    }
    let mut found = scene.loot.search(&needles, &[Side::Urn]);
    let unlisted = |(side, column): &&(Side, String)| *side == Side::Urn && !COLUMNS.contains(&column.as_str());
    let columns = scene.loot.columns.iter().filter(unlisted);
    found.extend(columns.map(|(_, column)| Witness::new("a column that is not on the list", format!("urn: {column}"))));
    let promise = "no one and no moment of the register is in the urn";
    Verdict::new("urn knows no one", promise, needles.secrets + COLUMNS.len(), found)
}

fn moments(loot: &Loot) -> impl Iterator<Item = i64> {
    let register = loot.values.iter().filter(|value| value.side == Side::Register);
    register.filter_map(super::super::loot::Value::number).filter(|number| *number > MOMENTS)
}
