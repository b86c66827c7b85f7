//! By which values rows and bytes are known to belong to somebody: a person by their id, a ballot by its
//! message, answers by their pattern, texts by their words.

use super::Voter;

/// What a row is about. Persons and ballots meet nowhere, nor ballots and answers, answers and texts;
/// nor persons, seats and matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Person,
    Ballot,
    Answers,
    Text,
    /// A seat of the clinic that was used.
    Seat,
    Matter,
}

/// A value that only one of the people has.
pub struct Mark {
    pub kind: Kind,
    pub what: &'static str,
    pub whose: usize,
    pub bytes: Vec<u8>,
}

pub fn marks(voters: &[Voter]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (whose, voter) in voters.iter().enumerate() {
        let mut mark = |kind, what, bytes: &[u8]| {
            if !bytes.is_empty() {
                marks.push(Mark { kind, what, whose, bytes: bytes.to_vec() });
            }
        };
        mark(Kind::Person, "a person's id", voter.id.as_bytes());
        mark(Kind::Person, "an employee number", voter.number.as_bytes());
        mark(Kind::Person, "a personal link", voter.link.as_bytes());
        if voter.sealed.is_empty() {
            continue;
        }
        mark(Kind::Ballot, "a message", &voter.message);
        mark(Kind::Ballot, "a signature", &voter.signature);
        mark(Kind::Ballot, "a receipt", voter.receipt.as_bytes());
        for sealed in &voter.sealed {
            mark(Kind::Ballot, "sealed answers", sealed);
        }
        for digest in voter.digests() {
            mark(Kind::Ballot, "the digest of sealed answers", &digest);
        }
        mark(Kind::Answers, "answers", &voter.compact());
        mark(Kind::Text, "a text", voter.text.as_bytes());
    }
    marks
}
