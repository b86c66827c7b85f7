//! The rules about source files: tables to be read by people, and the few lines that read them.

use crate::text::{Source, paths};

/// Rooms in the order in which they may import each other: a row may import the rows above it, and
/// its neighbours unless they stand apart (`/`).
const ROOMS: &str = "
    ids clock dice address private language secrets sheets tidy enclosures
    instruments
    exchange
    db
    papers
    notices
    mail / web
    asking
    accounts department
    authoring yardsticks
    surveys
    people
    rounds
    credentials
    urn
    results
    campaigns
    meetings
    clinic
    live
    plans / activities
    agenda
    api
    settings lock backup house polling reception afterwards improving yearly glance answering reports retention desk schedule metrics front admin site server
    attack
    cli main";

/// Macros, which Rust puts at the top of the crate whatever their room.
const MACROS: [&str; 1] = ["each_engine"];

/// These rooms (or files of a room) | must not name | but may name | what to do instead.
const WALL: &str = "
    urn results clinic live | people surveys rounds authoring mail campaigns meetings activities | | This side knows no person: ask the paper. What needs both sides is a deed of the composition, one side after the other.
    urn results | accounts | accounts::May accounts::Permit | A page for coordinators takes the guard `accounts::May<…>` and its permit (name it in WALL), nothing more.
    clinic live | accounts | accounts::May accounts::Permit accounts::AnswerInClinic | A page for coordinators takes the guard `accounts::May<…>` and its permit (name it in WALL), nothing more.
    urn results clinic live | credentials | credentials::verify | A ballot comes with a serial: `credentials::verify` is all there is to ask.
    people surveys rounds authoring yardsticks accounts department campaigns mail meetings plans activities agenda | urn results clinic live | | This side knows no answer. What needs both sides is a deed of the composition, one side after the other.
    credentials/verify | people accounts surveys rounds mail credentials::issue | | Here a serial is known, so no person may be: that belongs to `issue`.
    credentials/admission | people accounts mail credentials::issue credentials::verify | accounts::Gatehouse | Here nobody is known and nothing is signed: work in, an admission out.
    credentials/issue campaigns meetings activities | credentials::verify | | Here a person is known, so no serial may be: that belongs to `verify`.";

/// These rooms (or files of a room) | never hold this connection.
const CONNECTIONS: &str = "
    urn results clinic live credentials/verify | RegisterConn
    people surveys rounds authoring yardsticks accounts department campaigns mail meetings plans activities agenda credentials/issue | UrnConn";

/// These tools (a crate or a word) | are at hand in these files and folders | but this may be named
/// anywhere | what to do instead.
const FENCES: &str = "
    diesel:: diesel_migrations:: | store.rs store/ tables.rs db/ backup/sqlite.rs backup/postgres.rs | diesel::result diesel::QueryResult diesel::Queryable diesel::deserialize::FromSqlRow diesel::expression::AsExpression diesel::sql_types | Put the question into the room's `store.rs` and call it from here.
    actix_web:: actix_multipart:: | routes.rs routes/ guard.rs web/ server.rs server/ site.rs cli/ | | Only routes and guards know HTTP: return a value or a refusal, and let them answer.
    maud:: | pages.rs pages/ letters.rs chart.rs web/ mail/letterhead.rs | | Draw it in `pages.rs` (or `letters.rs`), from plain data.
    Utc::now SystemTime::now Timestamp::now Zoned::now Instant::now | src/clock.rs | | Take `now: Moment` as an argument: only the clock knows what time it is.
    rand:: StdRng SysRng OsRng thread_rng new_v4 now_v7 | src/dice.rs | | Take `dice: &mut Dice` as an argument: all chance comes from there.
    has_collected | people/roll.rs people/store/roll.rs people/tables.rs credentials/issue/ answering/ campaigns/ | | Nobody is shown who has collected: ask for a `Standing` where a credential is handed out, never for a page.
    has_taken_seats | people/seats.rs people/store/seats.rs people/tables.rs meetings/entry/ | | Nobody is shown who has taken their seats: that is asked where seats are handed out, never for a page.
    env::var | src/settings.rs src/settings/ db/scratch.rs | | Read it in `settings`, as a type, and hand the value in.";

/// The lines of a table, each cut into its columns.
fn lines(table: &'static str) -> impl Iterator<Item = [&'static str; 4]> {
    table.trim().lines().map(|line| {
        let mut columns = line.split('|').map(str::trim);
        [(); 4].map(|()| columns.next().unwrap_or_default())
    })
}

fn row(room: &str) -> Option<usize> {
    ROOMS.trim().lines().position(|row| row.split_whitespace().any(|it| it == room))
}

fn apart(room: &str, other: &str) -> bool {
    let divides = |row: &str| row.contains('/') && row.contains(room) && row.contains(other);
    ROOMS.lines().any(divides)
}

/// Every path from the top of the crate that a file names, by `crate::`, `super::` or from outside.
fn named(source: &Source, code: &str) -> Vec<(usize, String)> {
    let mut named = paths(code, "crate");
    named.extend(paths(code, "clearjai"));
    for (at, path) in paths(code, "super") {
        let name = path.trim_start_matches("super::");
        let up = 1 + (path.len() - name.len()) / "super::".len();
        let mut module = source.module();
        module.truncate(module.len().saturating_sub(up));
        module.push(name);
        let path = module.join("::");
        if row(first(&path)).is_some() {
            named.push((at, path));
        }
    }
    named
}

pub fn imports(source: &Source) -> Vec<String> {
    let (code, room) = (source.code(), source.room());
    if room == "lib" {
        return Vec::new();
    }
    let Some(here) = row(room) else {
        let what = "is no room we know. Give it its row in ROOMS.";
        return vec![format!("{}: `{room}` {what}", source.path)];
    };
    let mut faults = Vec::new();
    for (at, path) in named(source, &code) {
        let other = first(&path);
        let is_open = |there| there < here || (there == here && !apart(room, other));
        let allowed = row(other).is_some_and(is_open);
        if other != room && !allowed && !MACROS.contains(&other) {
            let what = "which is no room before it. Let the later room ask, or take the value as an argument.";
            faults.push(source.fault(&code, at, &format!("`{room}` names `{path}`, {what}")));
        }
    }
    faults
}

pub fn wall(source: &Source) -> Vec<String> {
    let code = source.code();
    let mut faults = Vec::new();
    for [here, never, but, instead] in lines(WALL) {
        if !source.is_in(here) {
            continue;
        }
        for (at, path) in named(source, &code) {
            if is_below(&path, never) && !is_below(&path, but) {
                faults.push(source.fault(&code, at, &format!("names `{path}`. {instead}")));
            }
        }
    }
    for [here, conn, ..] in lines(CONNECTIONS) {
        if !source.is_in(here) {
            continue;
        }
        for (at, _) in code.match_indices(conn) {
            let what = format!("holds `{conn}`, which belongs to the other side of the wall.");
            faults.push(source.fault(&code, at, &what));
        }
    }
    faults
}

pub fn fences(source: &Source) -> Vec<String> {
    let code = source.code();
    let mut faults = Vec::new();
    for [tools, places, but, instead] in lines(FENCES) {
        if source.is_at(places) {
            continue;
        }
        for tool in tools.split_whitespace() {
            let uses = match tool.strip_suffix("::") {
                Some(root) => paths(&code, root),
                None => code.match_indices(tool).map(|(at, _)| (at, String::new())).collect(),
            };
            for (at, path) in uses {
                let name = format!("{tool}{path}");
                if !is_below(&name, but) {
                    faults.push(source.fault(&code, at, &format!("names `{name}`. {instead}")));
                }
            }
        }
    }
    faults
}

/// `mod.rs` is a door: what the room promises, its files, and what it hands out.
pub fn door(source: &Source) -> Vec<String> {
    if !source.is_at("mod.rs") || source.is_at("tests/") {
        return Vec::new();
    }
    let code = source.code();
    let mut faults = Vec::new();
    for statement in code.split_inclusive(';') {
        let lines = statement.lines().map(str::trim);
        let mut bare = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let Some(start) = bare.next() else { continue };
        let private = ["pub(crate) ", "pub(super) ", "pub "].iter().find_map(|shown| start.strip_prefix(shown)).unwrap_or(start);
        let is_door = private.starts_with("mod ") || private.starts_with("use ");
        if !is_door || !statement.ends_with(';') {
            let what = "A door holds `mod` and `use`: move the rest into a file of its own.";
            faults.push(format!("{}: holds `{start}`. {what}", source.path));
        }
    }
    faults
}

/// A fault of the database must stand where `db` finds it, or a lost race is not tried again.
pub fn visible_faults(source: &Source) -> Vec<String> {
    let code = source.code();
    let mut faults = Vec::new();
    for (at, _) in code.match_indices("#[error(transparent)]") {
        let variant = code.get(at..).and_then(|rest| rest.lines().nth(1)).unwrap_or_default();
        if variant.contains("diesel::result::Error") {
            let what = "hides a fault of the database: `transparent` skips it as a source, and a lost race is not tried again. Give it words of its own.";
            faults.push(source.fault(&code, at, what));
        }
    }
    faults
}

pub fn promise(source: &Source) -> Vec<String> {
    let mut start = source.text.lines().take(3);
    if start.any(|line| line.starts_with("//!")) {
        return Vec::new();
    }
    let what = "begins without `//!`. Say what the file promises, and what it does not know.";
    vec![format!("{}: {what}", source.path)]
}

/// What goes into the program lies in `src`: `.dockerignore` lets nothing else through.
pub fn contained(source: &Source) -> Vec<String> {
    let code = source.code();
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    if source.is_at("tests.rs") || source.path.ends_with("_tests.rs") {
        return Vec::new();
    }
    let above_src = "../".repeat(source.path.matches('/').count());
    let included = ["include_str!(\"", "include_bytes!(\""].into_iter().flat_map(|mark| code.match_indices(mark));
    let outside =
        included.filter(|(place, mark)| code.get(place + mark.len()..).is_some_and(|path| path.starts_with(&above_src)));
    outside.map(|(place, _)| source.fault(code, place, "includes a file that lies outside `src`, and no image has it.")).collect()
}

/// The rooms in `lib.rs` stand in the order of their rows.
pub fn map(lib: &Source) -> Vec<String> {
    let code = lib.code();
    let mut faults = Vec::new();
    let mut before = "";
    for room in code.split("mod ").skip(1).filter_map(|rest| rest.split(';').next()) {
        if row(room) < row(before) {
            faults.push(format!("{}: `{room}` stands after `{before}`. Order them as ROOMS does.", lib.path));
        }
        before = room;
    }
    faults
}

/// Every address has its line in the table.
pub fn addresses(at: &Source, site: &Source) -> Vec<String> {
    let (code, table) = (at.code(), site.code());
    let mut faults = Vec::new();
    for name in code.split("pub const ").skip(1).filter_map(|rest| rest.split(": &str").next()) {
        let mut words = table.split(|c: char| !c.is_alphanumeric() && c != '_');
        if !words.any(|word| word == name) {
            let what = "Give it its line in src/site.rs, or take it out.";
            faults.push(format!("{}: nobody is at home at `{name}`. {what}", at.path));
        }
    }
    faults
}

fn first(path: &str) -> &str {
    path.split("::").next().unwrap_or(path)
}

/// Whether a path is one of these or lies below one of them.
fn is_below(path: &str, roots: &str) -> bool {
    roots.split_whitespace().any(|root| format!("{path}::").starts_with(&format!("{root}::")))
}
