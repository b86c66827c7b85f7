//! Who may know whom, checked by reading the source as text.
//!
//! The tables stand at the top of `rules.rs` and `schema.rs`; the map in `src/lib.rs` says the same, and
//! both change in the same commit. Every fault says where it is and what to do instead. A check
//! that cannot fail is worth nothing: `self_checks.rs` plants a fault for each rule.

mod rules;
mod schema;
mod self_checks;
mod text;

use text::{Source, below};

/// Fails with all faults at once.
fn none_of(faults: impl IntoIterator<Item = String>) {
    let faults: Vec<_> = faults.into_iter().collect();
    assert!(faults.is_empty(), "\n{} found:\n  {}\n", faults.len(), faults.join("\n  "));
}

fn in_every_file(rule: impl Fn(&Source) -> Vec<String>) {
    let files = below("src", ".rs");
    assert!(files.len() > 20, "only {} files found: this would check nothing", files.len());
    none_of(files.iter().flat_map(rule));
}

fn in_every_migration(folder: &str, rule: impl Fn(&Source) -> Vec<String>) {
    let migrations = below(folder, ".sql");
    assert!(!migrations.is_empty(), "no migration found: this would check nothing");
    none_of(migrations.iter().flat_map(rule));
}

#[test]
fn rooms_import_only_the_rooms_before_them() {
    in_every_file(rules::imports);
}

#[test]
fn who_and_what_never_meet() {
    in_every_file(rules::wall);
}

#[test]
fn every_tool_stays_in_its_place() {
    in_every_file(rules::fences);
}

#[test]
fn doors_hold_nothing_but_doors() {
    in_every_file(rules::door);
}

#[test]
fn a_lost_race_is_seen_through_every_refusal() {
    in_every_file(rules::visible_faults);
}

#[test]
fn what_goes_into_the_program_lies_beside_it() {
    in_every_file(rules::contained);
}

#[test]
fn every_file_says_what_it_promises() {
    in_every_file(rules::promise);
    none_of(
        ["tests", "benches", "examples"].iter().flat_map(|folder| below(folder, ".rs")).flat_map(|file| rules::promise(&file)),
    );
}

#[test]
fn the_map_names_the_rooms_in_their_order() {
    none_of(rules::map(&Source::read("src/lib.rs")));
}

#[test]
fn every_address_is_served() {
    none_of(rules::addresses(&Source::read("src/web/at.rs"), &Source::read("src/site.rs")));
}

#[test]
fn every_migration_goes_up_and_down() {
    none_of(schema::pairs(&below("migrations", ".sql")));
}

#[test]
fn every_migration_has_a_number_of_its_own() {
    none_of(schema::numbers(&below("migrations", ".sql")));
}

#[test]
fn every_column_means_the_same_on_both_engines() {
    in_every_migration("migrations", schema::portable);
}

#[test]
fn no_column_of_the_urn_points_to_a_person_or_a_moment() {
    in_every_migration("migrations/urn", schema::nameless);
}
