//! A file of staff that is taken in by a command that is killed.

use std::{
    fmt::Write as _,
    fs,
    path::PathBuf,
    process::{Command, Output, Stdio},
    thread,
    time::Instant,
};

use crate::{
    Turn,
    look::{Side, number},
    place::Place,
    some_of,
};

const PEOPLE: usize = 600;
const HEADINGS: &str = "รหัสพนักงาน,ชื่อ-สกุล,หน่วยงาน,ประเภทบุคลากร,อีเมล,วันที่เริ่มงาน";
/// Of one file; the next try may take as long as it needs.
const MOST_KILLS: usize = 8;
/// A file is for everybody, and for some who are new.
const NEW: usize = 50;

#[test]
fn a_file_of_staff_is_taken_in_whole_or_not_at_all_though_the_command_is_killed() {
    let turn = Turn::comes();
    let place = Place::new();
    assert!(run(&place, &["migrate"]).status.success());
    let (mut edition, mut nothing, mut everything, mut unhurt) = (0, 0, 0, 0);
    let begun = Instant::now();
    takes_in(&place, edition);
    let takes = begun.elapsed();
    while edition == 0 || nothing + everything < 3 || !turn.is_over() {
        edition += 1;
        let file = file(&place, edition);
        for _ in 0..MOST_KILLS {
            let mut import = command(&place, &["people", "import", file.to_str().unwrap(), "--yes"]).spawn().unwrap();
            thread::sleep(some_of(takes * 2));
            let is_killed = import.try_wait().unwrap().is_none();
            let _just_over = import.kill();
            import.wait().unwrap();
            match (is_killed, imported(&place, edition)) {
                (false, _) => unhurt += 1,
                (true, 0) => nothing += 1,
                (true, _) => everything += 1,
            }
            is_whole(&place, edition);
            if imported(&place, edition) > 0 {
                break;
            }
        }
        takes_in(&place, edition);
    }
    let said = run(&place, &["diary", "verify"]);
    assert!(String::from_utf8_lossy(&said.stdout).contains("whole"), "{said:?}");
    let done = number(&place, Side::Register, "SELECT COUNT(*) FROM imports WHERE imported IS NOT NULL");
    assert_eq!(done, edition + 1, "each file was taken in once");
    println!(
        "import: {} kills, after {nothing} of them nobody was there, after {everything} everybody; {unhurt} times it was done before",
        nothing + everything
    );
}

/// Everybody is of one edition, and has what that edition says.
#[track_caller]
fn is_whole(place: &Place, edition: usize) {
    let many = |edition: usize| PEOPLE + NEW * edition;
    match imported(place, edition) {
        0 => assert_eq!((imported(place, edition - 1), everybody(place)), (many(edition - 1), many(edition - 1))),
        some => assert_eq!((some, everybody(place)), (many(edition), many(edition))),
    }
    let units = number(place, Side::Register, "SELECT COUNT(*) FROM units");
    assert_eq!(units, if imported(place, edition) == 0 { edition } else { edition + 1 }, "each file names one unit more");
}

fn imported(place: &Place, edition: usize) -> usize {
    number(place, Side::Register, &format!("SELECT COUNT(*) FROM people WHERE email LIKE 'edition{edition}.%'"))
}

fn everybody(place: &Place) -> usize {
    number(place, Side::Register, "SELECT COUNT(*) FROM people")
}

/// Without being killed: what is left to do is done.
#[track_caller]
fn takes_in(place: &Place, edition: usize) {
    let file = file(place, edition);
    let done = run(place, &["people", "import", file.to_str().unwrap(), "--yes"]);
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success() && (said.contains("Imported: ") || said.contains("nothing to change")), "{done:?}");
    assert_eq!(imported(place, edition), PEOPLE + NEW * edition);
}

/// Everybody has a new address, some are new, and so is a unit.
fn file(place: &Place, edition: usize) -> PathBuf {
    let mut text = format!("\u{FEFF}{HEADINGS}\r\n");
    for number in 0..PEOPLE + NEW * edition {
        let unit = number % (edition + 1);
        writeln!(
            text,
            "{},กานดา ใจกว้าง {number},ก{unit},ข้าราชการ,edition{edition}.p{number}@example.go.th,1/10/2560\r",
            10_000 + number
        )
        .unwrap();
    }
    let path = place.folder().join("staff.csv");
    fs::write(&path, text).unwrap();
    path
}

fn command(place: &Place, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clearjai"));
    command.args(arguments).env_clear().envs(place.settings()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(place: &Place, arguments: &[&str]) -> Output {
    command(place, arguments).output().unwrap()
}
