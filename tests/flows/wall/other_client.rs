//! The client in Python that was written from docs/protocol.md alone, with other people's libraries: it
//! hands in, goes on after having been killed, replaces, and is counted.
//!
//! Needs `CLEARJAI_TEST_PYTHON`, a Python with `tests/client/requirements.txt`; without it this is passed
//! over, unless `CLEARJAI_TEST_REQUIRE` says otherwise.

use std::{env, fs, path::PathBuf, process::Command};

use super::respondent::*;
use crate::{house::House, rounds::desk::*};

struct Client {
    python: String,
    folder: PathBuf,
}

impl Client {
    fn find(house: &House) -> Option<Self> {
        let Ok(python) = env::var("CLEARJAI_TEST_PYTHON") else {
            let required = env::var("CLEARJAI_TEST_REQUIRE").unwrap_or_default();
            assert!(!["python", "all"].contains(&required.as_str()), "CLEARJAI_TEST_PYTHON is not set");
            println!("passed over: CLEARJAI_TEST_PYTHON is not set");
            return None;
        };
        let folder = house.place().folder().join("client");
        fs::create_dir_all(&folder).unwrap();
        Some(Self { python, folder })
    }

    /// Its status and what it printed.
    fn runs(&self, link: &str, answers: &str, more: &[&str]) -> (i32, String) {
        // Each run with a state of its own.
        let file = self.folder.join(format!("{}.json", fs::read_dir(&self.folder).unwrap().count()));
        fs::write(&file, answers).unwrap();
        let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/client/client.py");
        let ran = Command::new(&self.python)
            .args(["-B".as_ref(), script.as_os_str(), "--link".as_ref(), link.as_ref(), "--answers".as_ref(), file.as_os_str()])
            .args(more)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ran.stdout).trim().to_owned();
        (ran.status.code().unwrap_or(-1), format!("{said}{}", String::from_utf8_lossy(&ran.stderr)))
    }
}

#[test]
fn somebody_elses_client_hands_in_replaces_and_is_counted() {
    let house = House::open();
    let Some(client) = Client::find(&house) else { return };
    let id = open_round(&house);
    let links: Vec<_> = links(&house, id).into_iter().map(|link| house.origin_url(&format!("/t/{link}"))).collect();
    let hash = Respondent::with(&house, links[0].rsplit('/').next().unwrap()).hash.to_hex();
    let mut receipts = Vec::new();
    for link in &links[..6] {
        let (status, receipt) = client.runs(link, r#"[["i1","3"],["i2","2"]]"#, &["--paper-hash", &hash]);
        assert_eq!(status, 0, "{receipt}");
        receipts.push(receipt);
        fs::remove_dir_all(&client.folder).unwrap();
        fs::create_dir_all(&client.folder).unwrap();
    }
    assert_eq!(receipts[0].len(), 29, "six groups of four digits: {}", receipts[0]);
    let (status, said) = client.runs(&links[0], r#"[["i1","1"],["i2","1"]]"#, &["--replace", &receipts[0]]);
    assert_eq!(status, 0, "{said}");
    let (status, said) = client.runs(&links[1], r#"[["i1","2"],["i2","2"]]"#, &[]);
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("already_collected") || said.contains("handed out"), "{said}");
    let (status, said) = client.runs(&links[7], r#"[["i1","4"],["i2","2"],["i2","2"]]"#, &["--paper-hash", &"0".repeat(64)]);
    assert_ne!(status, 0, "a paper of another hash is not taken: {said}");

    comes(&house, 14, 16, 45);
    house.timetable_runs();
    let (status, bulletin) = call(&house, &format!("/api/v1/bulletins/{id}"), None);
    assert_eq!(status, 200, "{bulletin}");
    assert_eq!(bulletin["ballots"].as_array().unwrap().len(), 6);
}
