//! Objects out of the bytes of a PDF.

use super::object::{Dict, Object};
use crate::enclosures::{Refused, limits};

pub(super) struct Parser<'file> {
    pub(super) bytes: &'file [u8],
    pub(super) at: usize,
    /// How many more objects are read one within another or one after another.
    left: usize,
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

const fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

pub(super) const fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !is_delimiter(byte)
}

impl<'file> Parser<'file> {
    pub(super) fn new(bytes: &'file [u8], at: usize) -> Self {
        Self { bytes, at, left: limits::ELEMENTS }
    }

    pub(super) fn rest(&self) -> &'file [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub(super) fn skip_space(&mut self) {
        while let Some(&byte) = self.bytes.get(self.at) {
            if byte == b'%' {
                self.at += self.rest().iter().position(|byte| matches!(byte, 10 | 13)).unwrap_or(self.rest().len());
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// Goes past this word, if it is the next.
    pub(super) fn word(&mut self, word: &str) -> bool {
        self.skip_space();
        let is_next = self.rest().starts_with(word.as_bytes());
        if is_next {
            self.at += word.len();
        }
        is_next
    }

    /// A number without a sign or a point.
    pub(super) fn number(&mut self) -> Option<usize> {
        self.skip_space();
        let (from, word) = (self.at, self.regular());
        let number = std::str::from_utf8(word).ok().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok();
        if number.is_none() {
            self.at = from;
        }
        number
    }

    fn regular(&mut self) -> &'file [u8] {
        let rest = self.rest();
        let word = rest.get(..rest.iter().position(|byte| !is_regular(*byte)).unwrap_or(rest.len())).unwrap_or_default();
        self.at += word.len();
        word
    }

    pub(super) fn object(&mut self) -> Result<Object<'file>, Refused> {
        self.nested(limits::DEPTH)
    }

    fn nested(&mut self, depth: usize) -> Result<Object<'file>, Refused> {
        let deeper = depth.checked_sub(1).ok_or(Refused::Damaged)?;
        self.left = self.left.checked_sub(1).ok_or(Refused::Bomb)?;
        self.skip_space();
        match self.rest() {
            [b'<', b'<', ..] => self.dict(deeper).map(Object::Dict),
            [b'<', ..] => self.hexadecimal(),
            [b'(', ..] => self.literal(),
            [b'/', ..] => Ok(Object::Name(self.name())),
            [b'[', ..] => {
                self.at += 1;
                let mut all = Vec::new();
                while !self.word("]") {
                    all.push(self.nested(deeper)?);
                }
                Ok(Object::Array(all))
            }
            _ => self.plain(),
        }
    }

    fn dict(&mut self, deeper: usize) -> Result<Dict<'file>, Refused> {
        self.at += 2;
        let mut dict = Dict::new();
        while !self.word(">>") {
            if self.rest().first() != Some(&b'/') {
                return Err(Refused::Damaged);
            }
            let key = self.name();
            let value = self.nested(deeper)?;
            if value != Object::Null {
                dict.insert(key, value);
            }
        }
        Ok(dict)
    }

    fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut word = self.regular();
        let mut name = Vec::with_capacity(word.len());
        while let [first, rest @ ..] = word {
            match word {
                [b'#', high, low, rest @ ..] if digit(*high).zip(digit(*low)).is_some() => {
                    name.push(digit(*high).unwrap_or_default() << 4 | digit(*low).unwrap_or_default());
                    word = rest;
                }
                _ => {
                    name.push(*first);
                    word = rest;
                }
            }
        }
        name
    }

    fn hexadecimal(&mut self) -> Result<Object<'file>, Refused> {
        let end = self.rest().iter().position(|byte| *byte == b'>').ok_or(Refused::Damaged)?;
        let mut digits: Vec<u8> = self.rest().get(1..end).unwrap_or_default().iter().copied().filter_map(digit).collect();
        digits.resize(digits.len().next_multiple_of(2), 0);
        self.at += end + 1;
        Ok(Object::Text(digits.chunks_exact(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect()))
    }

    fn literal(&mut self) -> Result<Object<'file>, Refused> {
        let (mut text, mut open) = (Vec::new(), 0_usize);
        loop {
            let rest = self.rest();
            let (taken, byte) = match rest {
                [] => return Err(Refused::Damaged),
                [b'\\', b'\r', b'\n', ..] => (3, None),
                [b'\\', b'\r' | b'\n', ..] => (2, None),
                [b'\\', b'0'..=b'7', ..] => {
                    let octal = rest.iter().skip(1).take(3).take_while(|byte| (b'0'..=b'7').contains(*byte));
                    let count = octal.clone().count();
                    (1 + count, Some(octal.fold(0_u8, |value, byte| value << 3 | (byte - b'0'))))
                }
                [b'\\', escaped, ..] => (2, Some(unescaped(*escaped))),
                [b'\r', b'\n', ..] => (2, Some(b'\n')),
                [b'\r', ..] => (1, Some(b'\n')),
                [byte, ..] => (1, Some(*byte)),
            };
            self.at += taken;
            if taken == 1 && byte == Some(b')') {
                open -= 1;
                if open == 0 {
                    return Ok(Object::Text(text));
                }
            }
            if taken == 1 && byte == Some(b'(') {
                open += 1;
                if open == 1 {
                    continue;
                }
            }
            text.extend(byte);
        }
    }

    fn plain(&mut self) -> Result<Object<'file>, Refused> {
        let word = self.regular();
        match word {
            b"null" => return Ok(Object::Null),
            b"true" => return Ok(Object::Bool(true)),
            b"false" => return Ok(Object::Bool(false)),
            _ => {}
        }
        let is_numeric = !word.is_empty() && word.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.'));
        if !is_numeric || word.len() > 64 {
            return Err(Refused::Damaged);
        }
        let Some(number) = std::str::from_utf8(word).ok().and_then(|word| word.parse::<i64>().ok()) else {
            return Ok(Object::Real(word.to_vec()));
        };
        let after = self.at;
        if let (Ok(object), Some(_)) = (u32::try_from(number), self.number()) {
            self.skip_space();
            if let [b'R', rest @ ..] = self.rest()
                && rest.first().is_none_or(|byte| !is_regular(*byte))
            {
                self.at += 1;
                return Ok(Object::Ref(object));
            }
        }
        self.at = after;
        Ok(Object::Int(number))
    }
}

const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

const fn unescaped(byte: u8) -> u8 {
    match byte {
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'b' => 8,
        b'f' => 12,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Object<'_>, Refused> {
        Parser::new(text.as_bytes(), 0).object()
    }

    #[test]
    fn objects_are_read_as_the_standard_writes_them() {
        let text = |text: &str| Object::Text(text.as_bytes().to_vec());
        assert_eq!(parsed("(a(b)\\)\\101\\\r\n\\n)").unwrap(), text("a(b))A\n"));
        assert_eq!(parsed("<41 4>").unwrap(), text("A@"));
        assert_eq!(parsed("/A#42#zz").unwrap(), Object::name("AB#zz"));
        let array = [Object::Int(1), Object::Ref(2), Object::Int(3), Object::Real(b"-.5".to_vec()), Object::Null];
        assert_eq!(parsed("[1 2 0 R 3%x]\n -.5 null]").unwrap(), Object::Array(array.to_vec()));
        let dict = parsed("<</A<</B true>>/C null/D[]>>").unwrap();
        assert_eq!(dict.dict().unwrap().len(), 2);
    }

    #[test]
    fn what_is_no_object_or_has_no_bottom_is_refused() {
        for text in ["", "(a", "<<", "<</A>>", "[1", "endobj", "<41"] {
            assert_eq!(parsed(text), Err(Refused::Damaged), "{text}");
        }
        assert_eq!(parsed(&"[".repeat(10_000)), Err(Refused::Damaged));
    }
}
