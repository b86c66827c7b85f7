//! Objects written as a PDF, always in the same way.

use super::{
    object::{Dict, Object},
    parse::is_regular,
};
use crate::enclosures::{Refused, limits};
use std::io::Write as _;

const BEGINS: &[u8] = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

/// The first object is the catalogue, and each gets the next number, counted from one.
pub(super) struct Output {
    out: Vec<u8>,
    begins: Vec<usize>,
}

impl Output {
    pub(super) fn new() -> Self {
        Self { out: BEGINS.to_vec(), begins: Vec::new() }
    }

    pub(super) fn add(&mut self, object: &Object<'_>) -> Result<(), Refused> {
        self.begins.push(self.out.len());
        push(&mut self.out, &format!("{} 0 obj\n", self.begins.len()));
        write(&mut self.out, object);
        push(&mut self.out, "\nendobj\n");
        if self.out.len() > limits::CLEAN { Err(Refused::Bomb) } else { Ok(()) }
    }

    pub(super) fn finish(self) -> Vec<u8> {
        let Self { mut out, begins } = self;
        let (at, size) = (out.len(), begins.len() + 1);
        push(&mut out, &format!("xref\n0 {size}\n0000000000 65535 f \n"));
        for begins in begins {
            push(&mut out, &format!("{begins:010} 00000 n \n"));
        }
        push(&mut out, &format!("trailer\n<</Root 1 0 R/Size {size}>>\nstartxref\n{at}\n%%EOF\n"));
        out
    }
}

fn push(out: &mut Vec<u8>, text: &str) {
    out.extend(text.as_bytes());
}

fn write(out: &mut Vec<u8>, object: &Object<'_>) {
    match object {
        Object::Null => push(out, "null"),
        Object::Bool(truth) => push(out, if *truth { "true" } else { "false" }),
        Object::Int(number) => push(out, &number.to_string()),
        Object::Real(number) => out.extend(number),
        Object::Name(name) => self::name(out, name),
        Object::Text(text) => {
            out.push(b'(');
            for byte in text {
                match byte {
                    b'(' | b')' | b'\\' => out.extend([b'\\', *byte]),
                    b'\r' => push(out, "\\r"),
                    _ => out.push(*byte),
                }
            }
            out.push(b')');
        }
        Object::Array(all) => {
            out.push(b'[');
            for (place, object) in all.iter().enumerate() {
                if place > 0 {
                    out.push(b' ');
                }
                write(out, object);
            }
            out.push(b']');
        }
        Object::Dict(dict) => self::dict(out, dict),
        Object::Stream(dict, data) => {
            let mut dict = dict.clone();
            dict.insert(b"Length".to_vec(), Object::number(data.len()));
            self::dict(out, &dict);
            push(out, "\nstream\n");
            out.extend(data.iter());
            push(out, "\nendstream");
        }
        Object::Ref(number) => push(out, &format!("{number} 0 R")),
    }
}

fn dict(out: &mut Vec<u8>, dict: &Dict<'_>) {
    push(out, "<<");
    for (key, value) in dict {
        name(out, key);
        out.push(b' ');
        write(out, value);
    }
    push(out, ">>");
}

fn name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if is_regular(*byte) && *byte != b'#' && byte.is_ascii_graphic() {
            out.push(*byte);
        } else {
            // Writing to memory cannot fail.
            let _ = write!(out, "#{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::parse::Parser, *};

    #[test]
    fn what_is_written_is_read_back() {
        let text = "<</A (a\\(\\)\\\\\\r\\n)/B [1 -2 .5 true null 7 0 R <</C /D#20e>>]>>";
        let object = Parser::new(text.as_bytes(), 0).object().unwrap();
        let mut out = Vec::new();
        write(&mut out, &object);
        assert_eq!(Parser::new(&out, 0).object().unwrap(), object);
    }
}
