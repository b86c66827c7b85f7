//! Looking for many secrets at once in many bytes, in every form in which they could lie there:
//! as they are, in hex, base64, base32 or percent signs, also in the middle of a longer text.

use std::collections::{BTreeSet, HashMap};

use data_encoding::{BASE32_NOPAD, BASE64_NOPAD, BASE64URL_NOPAD, Encoding, HEXLOWER, HEXUPPER};
use percent_encoding::{NON_ALPHANUMERIC, percent_encode};

use super::report::Witness;

/// Shorter ones would be found by chance.
const SHORTEST: usize = 8;
/// The bytes by which a needle is looked up: many begin alike, and every needle has as many.
const HEAD: usize = SHORTEST;

struct Needle {
    what: String,
    form: &'static str,
    bytes: Vec<u8>,
}

#[derive(Default)]
pub struct Needles {
    all: Vec<Needle>,
    /// Every form, and for which secret it was added.
    known: HashMap<Vec<u8>, usize>,
    /// Secrets of which a form goes by the name of another one.
    pub shared: BTreeSet<usize>,
    by_head: HashMap<[u8; HEAD], Vec<usize>>,
    /// Whether any needle begins with these two bytes.
    first_two: Vec<bool>,
    /// How many secrets there are, whatever their forms.
    pub secrets: usize,
}

impl Needles {
    /// A secret in all its forms. One that is too short to tell from chance is passed over.
    pub fn add(&mut self, what: &str, secret: &[u8]) {
        if secret.len() < SHORTEST {
            return;
        }
        self.secrets += 1;
        self.add_form(what, "as it is", secret.to_vec());
        self.add_form(what, "in hex", HEXLOWER.encode(secret).into_bytes());
        self.add_form(what, "in hex", HEXUPPER.encode(secret).into_bytes());
        self.add_form(what, "in percent signs", percent_encode(secret, NON_ALPHANUMERIC).to_string().into_bytes());
        for lead in 0..3 {
            self.add_form(what, "in base64", inside(&BASE64_NOPAD, 6, lead, secret));
            self.add_form(what, "in base64", inside(&BASE64URL_NOPAD, 6, lead, secret));
        }
        for lead in 0..5 {
            self.add_form(what, "in base32", inside(&BASE32_NOPAD, 5, lead, secret));
        }
    }

    fn add_form(&mut self, what: &str, form: &'static str, bytes: Vec<u8>) {
        let Some(head) = bytes.first_chunk::<HEAD>().copied() else { return };
        if bytes.len() < SHORTEST {
            return;
        }
        if let Some(owner) = self.known.get(&bytes) {
            if *owner != self.secrets {
                self.shared.insert(self.secrets);
            }
        } else {
            self.known.insert(bytes.clone(), self.secrets);
            self.first_two.resize(1 << 16, false);
            if let Some(begins) = self.first_two.get_mut(pair(head[0], head[1])) {
                *begins = true;
            }
            self.by_head.entry(head).or_default().push(self.all.len());
            self.all.push(Needle { what: what.to_owned(), form, bytes });
        }
    }

    /// Every secret that lies in these bytes, each once, with its place; `here` names the bytes.
    pub fn find(&self, here: &str, bytes: &[u8]) -> Vec<Witness> {
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        let mut two = 0_u16;
        for (nth, byte) in bytes.iter().enumerate() {
            two = (two << 8) | u16::from(*byte);
            // Nearly every place is passed over here, at the cost of one look.
            let Some(true) = self.first_two.get(usize::from(two)) else { continue };
            let Some(at) = nth.checked_sub(1) else { continue };
            let Some(head) = bytes.get(at..).and_then(<[u8]>::first_chunk::<HEAD>) else { continue };
            for index in self.by_head.get(head).into_iter().flatten() {
                let Some(needle) = self.all.get(*index) else { continue };
                if is_at(bytes, at, &needle.bytes) && seen.insert(*index) {
                    let place = if here.contains(": ") { here.to_owned() } else { format!("{here}, byte {at}") };
                    found.push(Witness::new(format!("{} {}", needle.what, needle.form), place));
                }
            }
        }
        found
    }
}

fn pair(one: u8, two: u8) -> usize {
    usize::from(u16::from_be_bytes([one, two]))
}

/// Digits alone are found within longer numbers by chance, so they have to stand apart.
fn is_at(bytes: &[u8], at: usize, needle: &[u8]) -> bool {
    let end = at + needle.len();
    if bytes.get(at..end) != Some(needle) {
        return false;
    }
    if !needle.iter().all(u8::is_ascii_digit) {
        return true;
    }
    let is_number = |place: Option<usize>| place.and_then(|place| bytes.get(place)).is_some_and(u8::is_ascii_hexdigit);
    !is_number(at.checked_sub(1)) && !is_number(Some(end))
}

/// How a secret looks in the middle of something longer that is encoded: after `lead` other bytes,
/// and without the characters that it shares with its neighbours.
fn inside(encoding: &Encoding, bits: usize, lead: usize, secret: &[u8]) -> Vec<u8> {
    let text = encoding.encode(&[&vec![0; lead][..], secret].concat());
    let from = (lead * 8).div_ceil(bits);
    let to = (lead + secret.len()) * 8 / bits;
    text.as_bytes().get(from..to).unwrap_or_default().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"\x01\xfe Somsri's own secret \xff\x00";

    fn found(bytes: &[u8]) -> Vec<String> {
        let mut needles = Needles::default();
        needles.add("a secret", SECRET);
        needles.add("a code", b"1234567890");
        needles.find("here", bytes).into_iter().map(|witness| witness.what).collect()
    }

    #[test]
    fn a_secret_is_found_in_every_form_wherever_it_begins() {
        for lead in 0..7 {
            let longer = [&vec![b'x'; lead][..], SECRET, b"behind"].concat();
            let forms = [
                ("as it is", longer.clone()),
                ("in hex", HEXLOWER.encode(&longer).into_bytes()),
                ("in hex", HEXUPPER.encode(&longer).into_bytes()),
                ("in base64", BASE64_NOPAD.encode(&longer).into_bytes()),
                ("in base64", BASE64URL_NOPAD.encode(&longer).into_bytes()),
                ("in base32", BASE32_NOPAD.encode(&longer).into_bytes()),
                ("in percent signs", percent_encode(&longer, NON_ALPHANUMERIC).to_string().into_bytes()),
            ];
            for (form, bytes) in forms {
                assert_eq!(found(&bytes), [format!("a secret {form}")], "after {lead}");
            }
        }
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        assert!(found(b"Somsri's own secre").is_empty());
        assert!(found(b"").is_empty());
    }

    #[test]
    fn digits_stand_apart_or_are_part_of_another_number() {
        assert_eq!(found(b"code 1234567890."), ["a code as it is"]);
        assert_eq!(found(b"1234567890"), ["a code as it is"]);
        assert!(found(b"00123456789000").is_empty());
        assert!(found(b"1234567890ab").is_empty());
    }

    #[test]
    fn a_place_is_a_byte_of_a_file_or_a_cell_of_a_table() {
        let mut needles = Needles::default();
        needles.add("a secret", SECRET);
        let longer = [b"12345", SECRET].concat();
        assert_eq!(needles.find("urn.db", &longer).first().map(|it| it.place.as_str()), Some("urn.db, byte 5"));
        assert_eq!(needles.find("urn: t.c, row 1", &longer).first().map(|it| it.place.as_str()), Some("urn: t.c, row 1"));
    }
}
