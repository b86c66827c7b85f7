//! A text with variables in braces, read: `Dear colleague, {link}`. Pure, and finds every fault at once.

use super::{Text, Variable};
use crate::campaigns::Kind;

pub const SUBJECT_MOST: usize = 150;
pub const BODY_MOST: usize = 4_000;

/// What was read. Nothing in it can fail when it is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    pub subject: Vec<Piece>,
    /// Line by line; an empty one parts paragraphs.
    pub body: Vec<Vec<Piece>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Words(String),
    Value(Variable),
}

/// Which of the two fields of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Subject,
    Body,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Missing(Field),
    TooLong {
        field: Field,
        most: usize,
    },
    Unprintable(Field),
    /// A brace without its other one.
    Unclosed(Field),
    Unknown {
        field: Field,
        name: String,
        nearest: Option<Variable>,
    },
    /// Only in reminders.
    NotHere {
        field: Field,
        variable: Variable,
    },
    LineBreakInSubject,
    AddressInSubject(Variable),
    NoLink,
    LinkTwice,
    NoStop,
    /// The line of `{answered}` may be left out, so nothing else may be lost with it.
    AnsweredBesideAddress,
    /// An address of another host than ours.
    Foreign {
        field: Field,
        address: String,
    },
}

impl Fault {
    pub const fn field(&self) -> Field {
        match self {
            Self::Missing(field)
            | Self::TooLong { field, .. }
            | Self::Unprintable(field)
            | Self::Unclosed(field)
            | Self::Unknown { field, .. }
            | Self::NotHere { field, .. }
            | Self::Foreign { field, .. } => *field,
            Self::LineBreakInSubject | Self::AddressInSubject(_) => Field::Subject,
            Self::NoLink | Self::LinkTwice | Self::NoStop | Self::AnsweredBesideAddress => Field::Body,
        }
    }
}

impl Template {
    /// `own`: where people reach us, `https://clear.example`.
    pub fn parse(kind: Kind, text: &Text, own: &str) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let subject = pieces(Field::Subject, kind, &text.subject, &mut faults);
        let body: Vec<_> = text.body.split('\n').map(|line| pieces(Field::Body, kind, line, &mut faults)).collect();
        check_words(Field::Subject, &text.subject, SUBJECT_MOST, own, &mut faults);
        check_words(Field::Body, &text.body, BODY_MOST, own, &mut faults);
        if text.subject.contains(['\n', '\r']) {
            faults.push(Fault::LineBreakInSubject);
        }
        faults.extend(values(&subject).filter(|value| value.is_address()).map(Fault::AddressInSubject));
        check_addresses(kind, &body, &mut faults);
        if faults.is_empty() { Ok(Self { subject, body }) } else { Err(faults) }
    }
}

pub fn values(pieces: &[Piece]) -> impl Iterator<Item = Variable> {
    pieces.iter().filter_map(|piece| match piece {
        Piece::Value(value) => Some(*value),
        Piece::Words(_) => None,
    })
}

/// Whether a line names it.
pub fn has(line: &[Piece], variable: Variable) -> bool {
    values(line).any(|value| value == variable)
}

/// One line or the subject, cut at its braces.
fn pieces(field: Field, kind: Kind, text: &str, faults: &mut Vec<Fault>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once('{') {
        if before.contains('}') {
            faults.push(Fault::Unclosed(field));
        }
        if !before.is_empty() {
            pieces.push(Piece::Words(before.to_owned()));
        }
        let Some((name, after)) = inside.split_once('}').filter(|(name, _)| !name.contains('{')) else {
            faults.push(Fault::Unclosed(field));
            rest = inside;
            continue;
        };
        match Variable::named(name) {
            Some(variable) if variable.is_in(kind) => pieces.push(Piece::Value(variable)),
            Some(variable) => faults.push(Fault::NotHere { field, variable }),
            None => {
                let name = name.trim().to_owned();
                faults.push(Fault::Unknown { field, nearest: Variable::nearest(&name), name });
            }
        }
        rest = after;
    }
    if rest.contains('}') {
        faults.push(Fault::Unclosed(field));
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.to_owned()));
    }
    pieces
}

fn check_words(field: Field, text: &str, most: usize, own: &str, faults: &mut Vec<Fault>) {
    if text.trim().is_empty() {
        faults.push(Fault::Missing(field));
    }
    if text.chars().count() > most {
        faults.push(Fault::TooLong { field, most });
    }
    if text.chars().any(|letter| letter.is_control() && letter != '\n' && letter != '\r') {
        faults.push(Fault::Unprintable(field));
    }
    let foreign = text.split(is_border).filter(|word| is_foreign(word, own));
    faults.extend(foreign.map(|word| Fault::Foreign { field, address: word.chars().take(60).collect() }));
}

fn check_addresses(kind: Kind, body: &[Vec<Piece>], faults: &mut Vec<Fault>) {
    let count = |variable| body.iter().flat_map(|line| values(line)).filter(|value| *value == variable).count();
    match count(Variable::Link) {
        0 => faults.push(Fault::NoLink),
        1 => {}
        _ => faults.push(Fault::LinkTwice),
    }
    if kind == Kind::Reminder && count(Variable::Stop) == 0 {
        faults.push(Fault::NoStop);
    }
    if body.iter().any(|line| has(line, Variable::Answered) && values(line).any(Variable::is_address)) {
        faults.push(Fault::AnsweredBesideAddress);
    }
}

/// Where an address begins or ends: also at Thai letters, which are written without spaces.
fn is_border(letter: char) -> bool {
    !letter.is_ascii_graphic() || matches!(letter, '<' | '>' | '"' | '(' | ')' | '{' | '}' | ',' | ';')
}

/// An address of the web or of mail that is not ours, as mail readers would make a link of it.
fn is_foreign(word: &str, own: &str) -> bool {
    let word = word.trim_matches(|letter: char| matches!(letter, '.' | '!' | '?' | '\'' | ':' | '/')).to_ascii_lowercase();
    let is_ours = |address: &str| {
        let rest = address.strip_prefix(&own.to_ascii_lowercase());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
    };
    if let Some(at) = word.find("://") {
        let start = word.get(..at).and_then(|scheme| scheme.rfind(|letter: char| !letter.is_ascii_alphanumeric()));
        return !is_ours(word.get(start.map_or(0, |start| start + 1)..).unwrap_or(&word)) || word.matches("://").count() > 1;
    }
    word.contains("www.") || word.starts_with("mailto:") || is_mail_address(&word) || is_bare_host(&word)
}

fn is_mail_address(word: &str) -> bool {
    word.split_once('@').is_some_and(|(mailbox, host)| !mailbox.is_empty() && host.contains('.'))
}

/// `example.com/x`: a name that ends as hosts do.
fn is_bare_host(word: &str) -> bool {
    let (host, path) = word.split_once(['/', '?', '#']).map_or((word, false), |(host, _)| (host, true));
    let host = host.split(':').next().unwrap_or(host);
    let labels: Vec<_> = host.split('.').collect();
    let is_label =
        |label: &&str| !label.is_empty() && label.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    let last = labels.last().copied().unwrap_or_default();
    let is_top = last.len() >= 2 && last.chars().all(|letter| letter.is_ascii_alphabetic());
    let is_known = matches!(
        last,
        "th" | "com"
            | "net"
            | "org"
            | "info"
            | "io"
            | "ly"
            | "gl"
            | "me"
            | "co"
            | "app"
            | "dev"
            | "xyz"
            | "link"
            | "site"
            | "online"
    );
    labels.len() > 1 && labels.iter().all(is_label) && is_top && (path || is_known)
}
