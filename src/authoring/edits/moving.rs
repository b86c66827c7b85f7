//! Items and parts in another order.

use super::items::place_of;
use crate::instruments::{Code, Instrument};

/// One step of the list, or a place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    Up(Code),
    Down(Code),
    /// The first, to where the second stands.
    Before(Code, Code),
    /// To the end of a part.
    Into(Code, Code),
    PartUp(Code),
    PartDown(Code),
}

impl Move {
    /// As a button says it: `up:i2`, `before:i2:i7`. It goes into addresses, so codes are well formed.
    pub fn read(text: &str) -> Option<Self> {
        let mut words = text.split(':');
        let how = words.next()?;
        let (what, to) = (Code::new(words.next()?), words.next().map(Code::new));
        if words.next().is_some() || ![Some(&what), to.as_ref()].into_iter().flatten().all(Code::is_well_formed) {
            return None;
        }
        match (how, to) {
            ("up", None) => Some(Self::Up(what)),
            ("down", None) => Some(Self::Down(what)),
            ("part-up", None) => Some(Self::PartUp(what)),
            ("part-down", None) => Some(Self::PartDown(what)),
            ("before", Some(to)) => Some(Self::Before(what, to)),
            ("into", Some(to)) => Some(Self::Into(what, to)),
            _ => None,
        }
    }

    /// What it moves.
    pub const fn what(&self) -> &Code {
        match self {
            Self::Up(code)
            | Self::Down(code)
            | Self::Before(code, _)
            | Self::Into(code, _)
            | Self::PartUp(code)
            | Self::PartDown(code) => code,
        }
    }

    pub const fn is_of_part(&self) -> bool {
        matches!(self, Self::PartUp(_) | Self::PartDown(_))
    }
}

/// Every item and every part is still there once; a move to nowhere changes nothing.
pub fn move_about(instrument: &mut Instrument, step: &Move) {
    match step {
        Move::Up(code) => up(instrument, code),
        Move::Down(code) => down(instrument, code),
        Move::Before(code, to) => {
            if code != to {
                take_to(instrument, code, |instrument| place_of(instrument, to));
            }
        }
        Move::Into(code, part) => take_to(instrument, code, |instrument| {
            let at = instrument.parts.iter().position(|it| it.code == *part)?;
            instrument.parts.get(at).map(|part| (at, part.items.len()))
        }),
        Move::PartUp(code) => {
            if let Some(at) = part_at(instrument, code).filter(|at| *at > 0) {
                instrument.parts.swap(at - 1, at);
            }
        }
        Move::PartDown(code) => {
            if let Some(at) = part_at(instrument, code).filter(|at| at + 1 < instrument.parts.len()) {
                instrument.parts.swap(at, at + 1);
            }
        }
    }
}

fn part_at(instrument: &Instrument, code: &Code) -> Option<usize> {
    instrument.parts.iter().position(|part| part.code == *code)
}

/// From the top of a part to the end of the one before.
fn up(instrument: &mut Instrument, code: &Code) {
    let Some((at, index)) = place_of(instrument, code) else { return };
    match (at.checked_sub(1), index) {
        (Some(before), 0) => put(instrument, (at, index), |instrument| Some((before, instrument.parts.get(before)?.items.len()))),
        (None, 0) => {}
        _ => put(instrument, (at, index), |_| Some((at, index - 1))),
    }
}

/// From the end of a part to the top of the next.
fn down(instrument: &mut Instrument, code: &Code) {
    let Some((at, index)) = place_of(instrument, code) else { return };
    let is_last = instrument.parts.get(at).is_some_and(|part| index + 1 == part.items.len());
    if !is_last {
        put(instrument, (at, index), |_| Some((at, index + 1)));
    } else if at + 1 < instrument.parts.len() {
        put(instrument, (at, index), |_| Some((at + 1, 0)));
    }
}

fn take_to(instrument: &mut Instrument, code: &Code, to: impl Fn(&Instrument) -> Option<(usize, usize)>) {
    if let Some(from) = place_of(instrument, code) {
        put(instrument, from, to);
    }
}

/// Takes the item out, asks where it goes, and puts it back in any case.
fn put(instrument: &mut Instrument, (at, index): (usize, usize), to: impl Fn(&Instrument) -> Option<(usize, usize)>) {
    let Some(home) = instrument.parts.get_mut(at).filter(|home| index < home.items.len()) else { return };
    let item = home.items.remove(index);
    let (at, index) = to(instrument).unwrap_or((at, index));
    if let Some(part) = instrument.parts.get_mut(at) {
        part.items.insert(index.min(part.items.len()), item);
    }
}
