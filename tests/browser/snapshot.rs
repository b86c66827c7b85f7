//! Texts kept in `snapshots/`, one file each: what differs is shown line by line.
//!
//! `CLEARJAI_UPDATE_SNAPSHOTS=1` writes them anew; read the difference before it is kept.

use std::{collections::BTreeSet, env, fs, path::PathBuf};

use clearjai::language::Language;

/// What was seen in one language against what is kept.
pub struct Snapshots {
    language: Language,
    seen: BTreeSet<String>,
    faults: Vec<String>,
}

impl Snapshots {
    pub const fn of(language: Language) -> Self {
        Self { language, seen: BTreeSet::new(), faults: Vec::new() }
    }

    pub fn compare(&mut self, name: &str, text: &str) {
        let file = folder().join(format!("{name}.txt"));
        self.seen.insert(format!("{name}.txt"));
        if is_update() {
            fs::write(&file, text).expect("a snapshot can be written");
            return;
        }
        let kept = fs::read_to_string(&file).unwrap_or_default();
        if kept != text {
            self.faults.push(format!("{name}:\n{}", difference(&kept, text)));
        }
    }

    /// Fails with all differences at once, and if a snapshot is kept of a page that is gone.
    pub fn must_be_the_same(mut self) {
        for file in fs::read_dir(folder()).expect("the snapshots").filter_map(Result::ok) {
            let name = file.file_name().to_string_lossy().into_owned();
            let is_of_this_language = name.ends_with(&format!("-{}.txt", self.language.code()));
            if is_of_this_language && !self.seen.contains(&name) {
                if is_update() {
                    fs::remove_file(file.path()).expect("a snapshot can be removed");
                } else {
                    self.faults.push(format!("{name} is kept, but there is no such page"));
                }
            }
        }
        let what = "If this is as it should be: CLEARJAI_UPDATE_SNAPSHOTS=1 cargo test --test browser";
        assert!(self.faults.is_empty(), "\n{}\n\n{what}\n", self.faults.join("\n"));
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/browser/snapshots")
}

fn is_update() -> bool {
    env::var("CLEARJAI_UPDATE_SNAPSHOTS").is_ok_and(|value| value == "1")
}

/// Lines that are gone (`-`) and new (`+`), in their order, by the longest common beginning and end.
pub fn difference(kept: &str, seen: &str) -> String {
    let (mut kept, mut seen): (Vec<_>, Vec<_>) = (kept.lines().collect(), seen.lines().collect());
    while let (Some(one), Some(other)) = (kept.last(), seen.last())
        && one == other
    {
        kept.pop();
        seen.pop();
    }
    let same = kept.iter().zip(&seen).take_while(|(one, other)| one == other).count();
    let gone = kept.iter().skip(same).map(|line| format!("  - {line}"));
    let new = seen.iter().skip(same).map(|line| format!("  + {line}"));
    gone.chain(new).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_line_that_changed_is_shown_with_the_one_it_was() {
    assert_eq!(difference("a\nb\nc\n", "a\nB\nc\n"), "  - b\n  + B");
    assert_eq!(difference("a\nb\n", "a\nb\nc\n"), "  + c");
    assert_eq!(difference("a\n", "a\n"), "");
}
