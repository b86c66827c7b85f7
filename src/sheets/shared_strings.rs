//! The texts of a workbook, which its cells point at by number.

use super::{Refusal, limits, xml::Xml};
use quick_xml::events::Event;

/// One text and where each string in it ends.
#[derive(Default)]
pub(super) struct SharedStrings {
    text: String,
    ends: Vec<u32>,
}

impl SharedStrings {
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let to = *self.ends.get(number)? as usize;
        let from = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default() as usize;
        self.text.get(from..to)
    }

    pub(super) fn read(mut xml: Xml<'_>) -> Result<Self, Refusal> {
        let too_much = Refusal::Bomb { limit: limits::KEPT as u64 };
        let mut strings = Self::default();
        loop {
            let begins = match xml.next()? {
                Event::Start(tag) => tag.local_name().into_inner() == "si",
                Event::Eof => return Ok(strings),
                _ => false,
            };
            if begins {
                if strings.ends.len() >= limits::STRINGS {
                    return Err(too_much);
                }
                xml.text_until("si", &mut strings.text)?;
                strings.ends.push(u32::try_from(strings.text.len()).map_err(|_| too_much)?);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_texts_without_end_do_not_fill_the_memory() {
        let many = format!("<sst>{}</sst>", "<si/>".repeat(limits::STRINGS + 1));
        let left = std::rc::Rc::new(std::cell::Cell::new(limits::UNPACKED));
        let xml = Xml::new(Box::new(many.as_bytes()), left);
        assert_eq!(SharedStrings::read(xml).err(), Some(Refusal::Bomb { limit: limits::KEPT as u64 }));
    }
}
