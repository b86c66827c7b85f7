//! The environment over the file: for each setting, what was written and where.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    io,
    path::{Path, PathBuf},
};

use super::{
    fault::{Fault, Place},
    file,
    known::{self, PREFIX},
    secret::printable,
};

/// Reads a text file; `None` if there is none.
pub(super) type ReadFile<'a> = &'a dyn Fn(&Path) -> io::Result<Option<String>>;

/// What was written for one setting.
#[derive(Clone)]
pub(super) struct Given {
    pub text: String,
    pub place: Place,
}

/// Everything that was written, and what was wrong already with that.
#[derive(Default)]
pub(super) struct Sources {
    pub given: BTreeMap<&'static str, Given>,
    pub faults: Vec<Fault>,
    /// A file could not be read in full, so that a missing setting may well be in it.
    pub is_incomplete: bool,
}

impl Sources {
    pub fn gather(variables: impl Iterator<Item = (OsString, OsString)>, read_file: ReadFile<'_>) -> Self {
        let mut sources = Self::default();
        for (name, value) in variables {
            sources.add_variable(&name.to_string_lossy(), value);
        }
        sources.add_file(read_file);
        sources
    }

    /// Keeps what was written first: the environment is added before the file.
    pub fn add(&mut self, name: &str, text: &str, place: Place) {
        let text = text.trim();
        let Some(known) = known::find(name) else {
            return self.faults.push(Fault::unknown(name, &place));
        };
        // Container set-ups often pass on variables that were never filled in.
        if !text.is_empty() {
            let text = text.to_owned();
            self.given.entry(known.name).or_insert(Given { text, place });
        }
    }

    fn add_variable(&mut self, name: &str, value: OsString) {
        if !name.starts_with(PREFIX) {
            return;
        }
        match value.into_string() {
            Ok(text) if is_from_kubernetes(name, &text) => {}
            Ok(text) => self.add(name, &text, Place::Variable),
            Err(_) => {
                self.is_incomplete = true;
                self.faults.push(Fault::new(
                    &printable(name),
                    &Place::Variable,
                    "is not valid UTF-8",
                    "Write it again as UTF-8 text.",
                ));
            }
        }
    }

    fn add_file(&mut self, read_file: ReadFile<'_>) {
        let text = |name| self.given.get(name).map(|given: &Given| given.text.as_str());
        let named = text("CLEARJAI_CONFIG").map(PathBuf::from);
        let is_named = named.is_some();
        let path = named.unwrap_or_else(|| Path::new(text("CLEARJAI_DATA").unwrap_or("data")).join("clearjai.toml"));
        match read_file(&path) {
            Ok(Some(text)) => file::add(self, &path, &text),
            Ok(None) if is_named => self.unreadable(&path, "is not there"),
            Ok(None) => {}
            Err(error) => self.unreadable(&path, &format!("cannot be read ({error})")),
        }
    }

    fn unreadable(&mut self, path: &Path, problem: &str) {
        self.is_incomplete = true;
        self.faults.push(Fault::file(
            path,
            problem,
            "Write the path of a text file that the program may read to CLEARJAI_CONFIG, \
             or use environment variables alone and remove the file.",
        ));
    }
}

/// Whether Kubernetes set this variable, for a service whose name starts with "clearjai".
///
/// See <https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables>.
fn is_from_kubernetes(name: &str, value: &str) -> bool {
    let is_address = ["tcp://", "udp://", "sctp://"].iter().any(|scheme| value.starts_with(scheme));
    let is_port = name.split("_PORT_").skip(1).any(|after| after.starts_with(|c: char| c.is_ascii_digit()));
    name.ends_with("_SERVICE_HOST") || name.contains("_SERVICE_PORT") || is_port || (name.ends_with("_PORT") && is_address)
}
