//! Any bytes as what a program sends, or as a file that goes by docs/protocol.md: whatever is taken is written and taken
//! again as the same.
//!
//! The first byte says what the others are.

#![no_main]

use std::sync::LazyLock;

use clearjai::{
    clinic::{self, Receipt as ClinicReceipt},
    clock::Moment,
    credentials::{
        admission::{self, Admission, Challenge},
        issue::{self, Link, NotSigned, SigningKey},
        verify::{Bulletin, PublicKey, Receipt, check},
    },
    dice::Dice,
    meetings::entry,
    notices::{Notice, Report, Voucher},
    papers::Paper,
    secrets::MasterKey,
    urn,
};
use libfuzzer_sys::fuzz_target;
use serde::{Serialize, de::DeserializeOwned};

static KEY: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::generate().expect("a key"));
static MASTER: LazyLock<MasterKey> = LazyLock::new(|| MasterKey::random(&mut Dice::loaded(1)));

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, rest)) = bytes.split_first() else { return };
    match kind % 12 {
        0 => body::<urn::routes::HandedIn>(rest),
        1 => body::<urn::routes::Asked>(rest),
        2 => body::<issue::routes::Asked>(rest),
        3 => body::<issue::routes::AskedToSign>(rest),
        4 => body::<admission::routes::Answered>(rest),
        5 => body::<clinic::routes::matters::Brought>(rest),
        6 => body::<entry::routes::AskedToSign>(rest),
        7 => texts(&String::from_utf8_lossy(rest)),
        8 => paper(&String::from_utf8_lossy(rest)),
        9 => bulletin(rest),
        10 => keys(rest),
        _ => notices(&String::from_utf8_lossy(rest)),
    }
});

fn body<T: DeserializeOwned + Serialize>(bytes: &[u8]) {
    let Ok(read) = serde_json::from_slice::<T>(bytes) else { return };
    let written = serde_json::to_vec(&read).expect("what was read is written");
    let again: T = serde_json::from_slice(&written).expect("what was written is read");
    assert_eq!(serde_json::to_vec(&again).ok(), Some(written));
}

/// What stands in addresses and in bodies: links, receipts, challenges, admissions and vouchers.
fn texts(text: &str) {
    let now = Moment::from_micros(1_800_000_000_000_000);
    if let Some(link) = Link::read(text) {
        assert_eq!(Link::read(&link.write()).map(|link| link.write()), Some(link.write()));
    }
    let _ = Receipt::parse(text);
    if let Some(receipt) = ClinicReceipt::read(text) {
        assert_eq!(ClinicReceipt::read(&receipt.grouped()).map(|it| it.digits().to_owned()).as_deref(), Some(receipt.digits()));
    }
    assert!(Challenge::read(&MASTER, text).is_none(), "nobody makes up what we handed out");
    assert!(Admission::read(&MASTER, text, now).is_none());
    assert!(Voucher::read(&MASTER, text, now).is_none());
}

fn paper(text: &str) {
    let Ok(paper) = Paper::read(text) else { return };
    let written = paper.write().expect("a paper is written");
    let again = Paper::read(&written).expect("what was written is read");
    assert_eq!(again.write().ok(), Some(written));
}

fn bulletin(bytes: &[u8]) {
    let Ok(bulletin) = Bulletin::parse(bytes) else { return };
    let written = serde_json::to_vec(&bulletin).expect("a bulletin is written");
    assert_eq!(Bulletin::parse(&written).ok().as_ref(), Some(&bulletin));
    if let Ok(verdict) = check(&bulletin, &|_| {}) {
        assert!(!verdict.holds() || bulletin.ballots.is_empty(), "nobody makes up a signature");
    }
}

/// A number to be signed, and a public key.
fn keys(bytes: &[u8]) {
    match KEY.sign(bytes) {
        Ok(signature) => assert_eq!(signature.len(), bytes.len()),
        Err(refused) => assert!(matches!(refused, NotSigned::NotABlindedMessage), "{refused}"),
    }
    if let Ok(key) = PublicKey::from_spki(bytes) {
        assert!(!key.modulus().is_empty() && key.verifier().is_ok());
    }
}

fn notices(text: &str) {
    if let Ok(notice) = Notice::read(text) {
        let written = notice.write().expect("a notice is written");
        assert_eq!(Notice::read(&written).ok().and_then(|notice| notice.write().ok()), Some(written));
    }
    if let Ok(report) = Report::read(text) {
        let written = report.write().expect("a report is written");
        assert_eq!(Report::read(&written).ok().and_then(|report| report.write().ok()), Some(written));
    }
}
