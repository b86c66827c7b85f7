//! A survey that was held: its keys, its ballots, its bulletin, and the program that checks it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
};

use clearjai::dice::Dice;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use openssl::{
    hash::MessageDigest,
    pkey::{PKey, Private},
    rsa::{Padding, Rsa},
    sign::{RsaPssSaltlen, Signer},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256, Sha512};

pub const SURVEY: &str = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
pub const NORTH: &str = "11111111-1111-4111-8111-111111111111";
pub const SOUTH: &str = "22222222-2222-4222-8222-222222222222";

/// Two groups, and everything needed to forge what is published about them.
pub struct Election {
    pub bulletin: Value,
    pub receipts: Vec<String>,
}

impl Election {
    /// So many ballots in each of the two groups, and a few people who did not answer.
    pub fn held(ballots: usize) -> Self {
        let mut dice = Dice::loaded(5);
        let receipts: Vec<_> = (0..2 * ballots).map(|_| dice.digits(24)).collect();
        let mut listed: Vec<_> = receipts
            .iter()
            .enumerate()
            .map(|(nth, receipt)| (message(receipt), if nth % 2 == 0 { NORTH } else { SOUTH }))
            .collect();
        listed.sort_unstable();
        let strata = [stratum(NORTH, "กองเหนือ", "North", ballots), stratum(SOUTH, "กองใต้", "South", ballots)];
        let bulletin = json!({
            "format": "clearjai bulletin v1",
            "survey": SURVEY,
            "title": { "th": "บรรยากาศการทำงาน", "en": "Working here" },
            "paper": BASE64URL_NOPAD.encode(&Sha256::digest("the paper")),
            "closed": "2026-09-30",
            "roll": 2 * (ballots + 5),
            "strata": strata,
            "ballots": signed(&listed),
        });
        Self { bulletin, receipts }
    }

    /// What the program says of it: its exit code, and its words.
    pub fn verified(&self, more: &[&str]) -> (Option<i32>, String) {
        let file = Paper::holding(self.bulletin.to_string().as_bytes());
        said(&verify(&file.0, more))
    }

    pub fn ballot(&mut self, place: usize) -> &mut Value {
        &mut self.bulletin["ballots"][place]
    }
}

/// A file that goes when the story ends.
pub struct Paper(pub PathBuf);

impl Paper {
    pub fn holding(bytes: &[u8]) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let nth = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("clearjai-bulletin-{}-{nth}.json", std::process::id()));
        fs::write(&path, bytes).unwrap();
        Self(path)
    }
}

impl Drop for Paper {
    fn drop(&mut self) {
        let _gone = fs::remove_file(&self.0);
    }
}

/// Runs the program with nothing but the file: no environment, no data folder.
pub fn verify(file: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clearjai"));
    command.arg("verify").arg(file).args(more).env_clear().stdin(Stdio::null()).output().unwrap()
}

pub fn said(output: &Output) -> (Option<i32>, String) {
    let words = String::from_utf8([&output.stdout[..], &output.stderr[..]].concat()).unwrap();
    assert!(!words.contains("panicked"), "{words}");
    (output.status.code(), words)
}

/// The prepared message of a receipt, computed apart from the program.
pub fn message(receipt: &str) -> [u8; 64] {
    let survey = HEXLOWER.decode(SURVEY.replace('-', "").as_bytes()).unwrap();
    Sha512::digest([b"clearjai ballot v1", &survey[..], receipt.as_bytes()].concat()).into()
}

/// The ballot of a message, signed with the key of a group but put into whatever group one likes.
pub fn ballot(message: &[u8; 64], group: &str, key_of: &str) -> Value {
    json!({ "stratum": group, "message": BASE64URL_NOPAD.encode(message), "signature": signature(message, key_of) })
}

/// RSASSA-PSS with SHA-384 and a salt of 48 bytes.
pub fn signature(message: &[u8; 64], key_of: &str) -> String {
    let mut signer = Signer::new(MessageDigest::sha384(), key(key_of)).unwrap();
    signer.set_rsa_padding(Padding::PKCS1_PSS).unwrap();
    signer.set_rsa_mgf1_md(MessageDigest::sha384()).unwrap();
    signer.set_rsa_pss_saltlen(RsaPssSaltlen::custom(48)).unwrap();
    BASE64URL_NOPAD.encode(&signer.sign_oneshot_to_vec(message).unwrap())
}

pub fn spki(group: &str) -> Vec<u8> {
    key(group).public_key_to_der().unwrap()
}

/// The published fields of a key.
pub fn publish(stratum: &mut Value, spki: &[u8]) {
    stratum["key"] = json!(BASE64URL_NOPAD.encode(spki));
    stratum["fingerprint"] = json!(HEXLOWER.encode(&Sha256::digest(spki)));
}

fn stratum(id: &str, th: &str, en: &str, ballots: usize) -> Value {
    let mut stratum = json!({
        "id": id, "name": { "th": th, "en": en },
        "roll": ballots + 5, "issued": ballots + 3, "counted": ballots, "spoilt": 1, "replaced": ballots + 50
    });
    publish(&mut stratum, &spki(id));
    stratum
}

/// All cores sign: thousands of signatures take a while.
fn signed(listed: &[([u8; 64], &'static str)]) -> Vec<Value> {
    let share = listed.len().div_ceil(2).max(1);
    std::thread::scope(|scope| {
        let sign = |share: &[([u8; 64], &str)]| share.iter().map(|(message, group)| ballot(message, group, group)).collect();
        let threads: Vec<_> = listed.chunks(share).map(|share| scope.spawn(move || -> Vec<Value> { sign(share) })).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    })
}

fn key(group: &str) -> &'static PKey<Private> {
    static KEYS: OnceLock<[PKey<Private>; 2]> = OnceLock::new();
    let [north, south] = KEYS.get_or_init(|| [(); 2].map(|()| PKey::from_rsa(Rsa::generate(2048).unwrap()).unwrap()));
    if group == NORTH { north } else { south }
}
