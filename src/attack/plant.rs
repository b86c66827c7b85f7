//! Leaks, planted on purpose in the house that was played: each attack has to find its own.

use std::{
    fs,
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
};

use data_encoding::{BASE64, BASE64URL_NOPAD};
use sha2::{Digest, Sha256};

use super::{
    NotCarriedOut, forms,
    loot::{AFTER_CHECKPOINT, JOURNAL, Loot, Side},
    play,
    report::Witness,
    stage::Stage,
    store::Store,
    truth::{Letter, Person, Truth},
};

/// A leak, and how to know its witness among others.
pub struct Plant {
    pub attack: &'static str,
    pub planted: &'static str,
    signs: [&'static str; 2],
}

impl Plant {
    pub const fn new(attack: &'static str, planted: &'static str, signs: [&'static str; 2]) -> Self {
        Self { attack, planted, signs }
    }

    pub fn is_seen_by(&self, witness: &Witness) -> bool {
        let said = format!("{} {}", witness.what, witness.place);
        self.signs.iter().all(|sign| said.contains(sign))
    }
}

/// `loot` is what was copied before: what could not be looked at cannot be looked at again.
pub fn plant(stage: &Stage, truth: &mut Truth, loot: &Loot) -> Result<Vec<Plant>, NotCarriedOut> {
    let mut bed = Bed { register: stage.register()?, urn: stage.urn()?, stage, loot, plants: Vec::new() };
    bed.secrets(truth)?;
    bed.tokens(truth)?;
    bed.letters(truth)?;
    bed.people(truth)?;
    bed.pairs()?;
    bed.lines(truth)?;
    bed.files()?;
    Ok(bed.plants)
}

struct Bed<'stage> {
    register: Store,
    urn: Store,
    stage: &'stage Stage,
    loot: &'stage Loot,
    plants: Vec<Plant>,
}

impl Bed<'_> {
    fn grows(&mut self, attack: &'static str, planted: &'static str, signs: [&'static str; 2]) {
        self.plants.push(Plant { attack, planted, signs });
    }

    fn secrets(&mut self, truth: &mut Truth) -> Result<(), NotCarriedOut> {
        const ATTACK: &str = "secrets in files";
        let token = self.signed_in(truth, 1)?;
        self.register.run(&format!(
            "CREATE TABLE planted_tokens (token TEXT NOT NULL);
             INSERT INTO planted_tokens VALUES ('{token}')"
        ))?;
        self.grows(ATTACK, "a session's token in a table", ["the token of a session", "planted_tokens"]);

        let password = secret(truth, "a password")?;
        let path = self.stage.data().join("planted-secret.txt");
        fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&path)?;
        fs::write(path, format!("kept = {}", BASE64.encode(password)))?;
        self.grows(ATTACK, "a password in a file, as base64", ["a password in base64", "planted-secret.txt"]);

        // What is deleted without being overwritten stays in a gap of its page.
        let code = self.register.literal(secret(truth, "a recovery code")?);
        if self.stage.is_sqlite() {
            self.register.run("PRAGMA secure_delete = OFF")?;
        }
        self.register.run("CREATE TABLE planted_gaps (filler TEXT NOT NULL, code BLOB NOT NULL)")?;
        self.register.run(&format!("INSERT INTO planted_gaps VALUES ('planted here: ', {code})"))?;
        self.register.run("DELETE FROM planted_gaps")?;
        if self.was_copied(AFTER_CHECKPOINT) {
            self.grows(ATTACK, "a recovery code in a deleted row", ["a recovery code", AFTER_CHECKPOINT]);
        }
        // What is written passes through the journal, whatever becomes of it.
        let journal = if self.stage.is_sqlite() { "register.db-wal" } else { JOURNAL };
        if self.was_copied(journal) {
            self.grows(ATTACK, "a recovery code in the journal", ["a recovery code", journal]);
        }
        if self.was_copied("backup") {
            self.grows(ATTACK, "a session's token in a backup", ["the token of a session", "backup"]);
        }
        Ok(())
    }

    fn tokens(&mut self, truth: &mut Truth) -> Result<(), NotCarriedOut> {
        const ATTACK: &str = "mint a session";
        let token = self.signed_in(truth, 2)?;
        let link = truth.letters.iter().rev().find_map(|letter| forms::link_in(&letter.text)).map(|(token, _)| token.to_owned());
        let link = link.ok_or_else(|| NotCarriedOut::Stuck("looked for a link".to_owned()))?;
        for (table, token) in [("planted_sessions", token), ("planted_links", link)] {
            let token = self.register.literal(&BASE64URL_NOPAD.decode(token.as_bytes()).unwrap_or_default());
            self.register.run(&format!(
                "CREATE TABLE {table} (token BLOB NOT NULL);
                 INSERT INTO {table} VALUES ({token})"
            ))?;
        }
        self.grows(ATTACK, "a session's token instead of its hash", ["signs somebody in", "planted_sessions"]);
        self.grows(ATTACK, "a link's token instead of its hash", ["opens a link", "planted_links"]);
        Ok(())
    }

    fn letters(&mut self, truth: &Truth) -> Result<(), NotCarriedOut> {
        const ATTACK: &str = "open waiting letters";
        let Letter { text, to, .. } =
            truth.letters.last().ok_or_else(|| NotCarriedOut::Stuck("looked for a letter".to_owned()))?;
        let open = self.register.literal(serde_json::json!({ "text": text }).to_string().as_bytes());
        let reader = self.register.literal(&Sha256::digest(to.as_bytes()));
        let id = self.register.literal(&self.stage.house.chance.dice().bytes::<16>());
        self.register.run(&format!(
            "INSERT INTO outbox (id, kind, batch, recipient, sealed, posted, due, tries, state, leased_until)
             VALUES ({id}, 'planted', {id}, {reader}, {open}, 0, 0, 0, 'given_up', 0)"
        ))?;
        self.grows(ATTACK, "a letter that is not sealed", ["a line of a letter", "outbox.sealed"]);
        self.grows(ATTACK, "a reader's address as a plain hash", ["hashed without a key", "outbox.recipient"]);
        if let (true, Some(sent)) = (self.stage.is_sqlite(), truth.letters.iter().find(|letter| letter.is_sent)) {
            let sealed = self.register.literal(&sent.sealed);
            self.register.run("CREATE TABLE planted_letters (sealed BLOB NOT NULL)")?;
            self.register.run(&format!("INSERT INTO planted_letters VALUES ({sealed})"))?;
            self.register.run("DELETE FROM planted_letters")?;
            self.grows(ATTACK, "a sent letter that was not overwritten", ["still sealed", AFTER_CHECKPOINT]);
        }
        Ok(())
    }

    fn people(&mut self, truth: &Truth) -> Result<(), NotCarriedOut> {
        const ATTACK: &str = "urn knows no one";
        let Some(Person { email, id: Some(id), .. }) = truth.people.get(1) else {
            return Err(NotCarriedOut::Stuck("looked for anybody".to_owned()));
        };
        let moment = self.a_moment()?;
        let id = self.urn.literal(id.as_bytes());
        self.urn.run(&format!(
            "CREATE TABLE planted_people (email TEXT NOT NULL, account BLOB NOT NULL, answered BIGINT NOT NULL);
             INSERT INTO planted_people VALUES ('{email}', {id}, {moment})"
        ))?;
        self.grows(ATTACK, "an e-mail address in the urn", ["an e-mail address as it is", "urn: planted_people.email"]);
        self.grows(ATTACK, "an account's id in the urn", ["an account's id as it is", "urn: planted_people.account"]);
        self.grows(ATTACK, "a moment of the register in the urn", ["a moment of the register", "urn: planted_people.answered"]);
        self.grows(ATTACK, "a column nobody has thought about", ["not on the list", "urn: planted_people.answered"]);
        Ok(())
    }

    fn pairs(&mut self) -> Result<(), NotCarriedOut> {
        let bytes = self.stage.house.chance.dice().bytes::<16>();
        for store in [&mut self.register, &mut self.urn] {
            let pair = store.literal(&bytes);
            store.run(&format!("CREATE TABLE planted_pairs (pair BLOB NOT NULL); INSERT INTO planted_pairs VALUES ({pair})"))?;
        }
        let signs = ["a value of the register's planted_pairs.pair", "urn: planted_pairs.pair"];
        self.grows("register and urn share nothing", "the same random number on both sides", signs);
        Ok(())
    }

    fn lines(&mut self, truth: &mut Truth) -> Result<(), NotCarriedOut> {
        const ATTACK: &str = "logs";
        let token = self.signed_in(truth, 3)?;
        let email = truth.people.get(1).map(|person| person.email.as_str()).unwrap_or_default();
        tracing::debug!(email, "planted");
        tracing::debug!(peer = "198.51.100.9:50123", "planted");
        tracing::debug!(cookie = token, "planted");
        self.grows(ATTACK, "an e-mail address in the log", ["an e-mail address", "the log"]);
        self.grows(ATTACK, "an address of the network in the log", ["an address of the network", "the log"]);
        self.grows(ATTACK, "a session's token in the log", ["the token of a session", "the log"]);
        Ok(())
    }

    fn files(&mut self) -> Result<(), NotCarriedOut> {
        let path = self.stage.data().join("planted-open.txt");
        fs::write(&path, "planted")?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644))?;
        self.grows("modes", "a file that others can read", ["open to others", "planted-open.txt"]);
        Ok(())
    }

    /// A fresh token of the nth of the people.
    fn signed_in(&mut self, truth: &mut Truth, nth: usize) -> Result<String, NotCarriedOut> {
        let person = truth.people.get(nth).cloned().ok_or_else(|| NotCarriedOut::Stuck("looked for anybody".to_owned()))?;
        play::sign_in(self.stage, truth, &person, &mut self.stage.browser())
    }

    fn was_copied(&self, part: &str) -> bool {
        self.loot.pieces.iter().any(|piece| piece.name.contains(part) && piece.side != Side::Neither)
    }

    /// When somebody was invited, as it stands in the register.
    fn a_moment(&mut self) -> Result<String, NotCarriedOut> {
        let columns = self.register.columns()?;
        let column = columns.iter().find(|it| it.table == "accounts" && it.name == "invited");
        let cells = column.map_or(Ok(Vec::new()), |column| self.register.cells(column))?;
        let moment = cells.into_iter().find_map(|cell| String::from_utf8(cell.value?).ok());
        moment.ok_or_else(|| NotCarriedOut::Stuck("looked for a moment".to_owned()))
    }
}

fn secret<'truth>(truth: &'truth Truth, what: &str) -> Result<&'truth [u8], NotCarriedOut> {
    let secret = truth.secrets.iter().find(|secret| secret.what == what).map(|secret| secret.bytes.as_slice());
    secret.ok_or_else(|| NotCarriedOut::Stuck(format!("looked for {what}")))
}
