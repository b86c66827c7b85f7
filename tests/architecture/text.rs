//! Reading source text: files, lines without comments, and the paths a file names.
//!
//! No parser: a few lines that understand what rustfmt leaves behind.

use std::{fs, path::Path};

/// A file and its text; the path starts at the top of the repository.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    pub fn read(path: &str) -> Self {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
        let text = text.unwrap_or_else(|fault| panic!("{path} cannot be read: {fault}"));
        Self { path: path.to_owned(), text }
    }

    /// The text without comments; lines keep their numbers.
    pub fn code(&self) -> String {
        self.text.lines().map(|line| uncommented(line, "//").to_owned() + "\n").collect()
    }

    /// The modules that lead here: `urn`, `cast`.
    pub fn module(&self) -> Vec<&str> {
        let inside = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        inside.split('/').filter(|part| *part != "mod").collect()
    }

    /// The room this file belongs to.
    pub fn room(&self) -> &str {
        self.module().first().copied().unwrap_or_default()
    }

    /// Whether this is a file of one of these rooms; `credentials/issue` is a part of a room.
    pub fn is_in(&self, rooms: &str) -> bool {
        let inside = self.path.trim_start_matches("src/");
        rooms.split_whitespace().any(|room| inside.strip_prefix(room).is_some_and(|rest| rest.starts_with(['/', '.', '_'])))
    }

    /// Whether this is one of these files, or lies in one of these folders (which end in `/`).
    pub fn is_at(&self, places: &str) -> bool {
        let path = format!("/{}", self.path);
        places.split_whitespace().any(|place| match place.strip_suffix('/') {
            Some(folder) => path.contains(&format!("/{folder}/")),
            None => path.ends_with(&format!("/{place}")),
        })
    }

    /// A fault at a place in the code.
    pub fn fault(&self, code: &str, place: usize, what: &str) -> String {
        let line = 1 + code.split_at(place).0.matches('\n').count();
        format!("{}:{line}: {what}", self.path)
    }
}

/// Every file with this ending below a folder; a folder that is not there yet holds none.
pub fn below(folder: &str, ending: &str) -> Vec<Source> {
    let mut found = Vec::new();
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    for entry in entries.into_iter().flatten().flatten() {
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(below(&path, ending));
        } else if path.ends_with(ending) {
            found.push(Source::read(&path));
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// A line up to its comment; a mark between quotes begins none.
pub fn uncommented<'a>(line: &'a str, mark: &str) -> &'a str {
    let before = line.match_indices(mark).map(|(at, _)| line.split_at(at).0);
    before.into_iter().find(|text| text.matches('"').count() % 2 == 0).unwrap_or(line)
}

/// Where a word begins in the code: `rand::` is not found in `operand::`.
fn places_of(code: &str, word: &str) -> Vec<usize> {
    let inside_a_longer_one = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let places = code.match_indices(word).map(|(at, _)| at);
    places.filter(|at| !code.split_at(*at).0.ends_with(inside_a_longer_one)).collect()
}

/// Every path below `root` that the code names, `use` trees unfolded: `crate::{a::{B, C}}` gives
/// `a::B` and `a::C`.
pub fn paths(code: &str, root: &str) -> Vec<(usize, String)> {
    let root = format!("{root}::");
    let mut found = Vec::new();
    for at in places_of(code, &root) {
        let tree = code.split_at(at + root.len()).1;
        found.extend(unfold(tree, "").into_iter().map(|path| (at, path)));
    }
    found
}

fn unfold(tree: &str, above: &str) -> Vec<String> {
    if let Some(inner) = tree.strip_prefix('{') {
        return parts(until_closed(inner)).iter().flat_map(|part| unfold(part, above)).collect();
    }
    let end = tree.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(tree.len());
    let (name, rest) = tree.split_at(end);
    let path = format!("{above}::{name}").trim_matches(':').to_owned();
    rest.strip_prefix("::").map_or_else(|| vec![path.clone()], |deeper| unfold(deeper, &path))
}

/// What stands before the bracket that closes what was opened just before `text`.
pub fn until_closed(text: &str) -> &str {
    let mut depth = 1;
    let end = text.find(|c: char| {
        depth += step(c);
        depth == 0
    });
    end.map_or(text, |end| text.split_at(end).0)
}

/// The parts between commas that stand outside all brackets.
pub fn parts(text: &str) -> Vec<&str> {
    let mut depth = 0;
    let parts = text.split(|c: char| {
        depth += step(c);
        c == ',' && depth == 0
    });
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

fn step(bracket: char) -> i32 {
    i32::from("{(".contains(bracket)) - i32::from("})".contains(bracket))
}
