//! A PDF as it was sent: its objects by number, read when they are asked for.
//!
//! Whatever is looked at is counted, as often as it is looked at, so that a small file cannot make a long day.

use super::{
    filters,
    object::{Dict, Object, named},
    parse::Parser,
    rebuild, xref,
};
use crate::enclosures::{Refused, limits};
use std::{
    borrow::Cow,
    cell::{Cell, RefCell},
    collections::{BTreeMap, HashMap},
    rc::Rc,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Free,
    At(usize),
    /// Packed with others.
    In {
        stream: u32,
    },
}

pub(super) type Places = BTreeMap<u32, Place>;

/// What was packed together, and where in it each object begins.
pub(super) struct Packed {
    bytes: Vec<u8>,
    begins: HashMap<u32, usize>,
}

pub(super) struct Document<'file> {
    pub(super) file: &'file [u8],
    places: Places,
    pub(super) root: u32,
    left: Cell<usize>,
    packed: RefCell<HashMap<u32, Rc<Packed>>>,
}

impl<'file> Document<'file> {
    pub(super) fn open(file: &'file [u8]) -> Result<Self, Refused> {
        let mut document = Self::unread(file);
        let (places, trailer) = xref::read(&document)?;
        let Some(Object::Ref(root)) = trailer.get(b"Root".as_slice()) else { return Err(Refused::Damaged) };
        (document.places, document.root) = (places, *root);
        Ok(document)
    }

    /// When its own lists are wrong: every object that stands in it, the last of each number.
    pub(super) fn rebuilt(file: &'file [u8]) -> Result<Self, Refused> {
        let mut document = Self::unread(file);
        (document.places, document.root) = rebuild::read(&document)?;
        Ok(document)
    }

    fn unread(file: &'file [u8]) -> Self {
        let left = Cell::new(limits::LOOKED_AT);
        Self { file, places: Places::new(), root: 0, left, packed: RefCell::default() }
    }

    pub(super) fn spend(&self, bytes: usize) -> Result<(), Refused> {
        // Nothing is free.
        let left = self.left.get().checked_sub(bytes + 16).ok_or(Refused::Bomb)?;
        self.left.set(left);
        Ok(())
    }

    /// What is not there is nothing, says the standard.
    pub(super) fn load(&self, object: u32) -> Result<Object<'file>, Refused> {
        match self.places.get(&object) {
            Some(Place::At(at)) => match self.at(*at)? {
                (number, loaded) if number == object => Ok(loaded),
                _ => Err(Refused::Damaged),
            },
            Some(Place::In { stream }) => self.unpack(*stream)?.object(self, object),
            Some(Place::Free) | None => Ok(Object::Null),
        }
    }

    /// What this object is, or what it refers to.
    pub(super) fn resolved(&self, object: &Object<'file>) -> Result<Object<'file>, Refused> {
        let mut object = object.clone();
        for _ in 0..limits::DEPTH {
            let Object::Ref(number) = object else { return Ok(object) };
            object = self.load(number)?;
        }
        Err(Refused::Damaged)
    }

    pub(super) fn entry(&self, dict: &Dict<'file>, key: &str) -> Result<Object<'file>, Refused> {
        dict.get(key.as_bytes()).map_or(Ok(Object::Null), |object| self.resolved(object))
    }

    /// The object that begins here, with its number.
    pub(super) fn at(&self, at: usize) -> Result<(u32, Object<'file>), Refused> {
        let mut parser = Parser::new(self.file, at);
        let number = parser.number().and_then(|number| u32::try_from(number).ok()).ok_or(Refused::Damaged)?;
        if parser.number().is_none() || !parser.word("obj") {
            return Err(Refused::Damaged);
        }
        let parsed = parser.object();
        self.spend(parser.at.saturating_sub(at))?;
        match parsed? {
            Object::Dict(dict) if parser.word("stream") => Ok((number, self.stream(&mut parser, dict)?)),
            object => Ok((number, object)),
        }
    }

    fn stream(&self, parser: &mut Parser<'file>, dict: Dict<'file>) -> Result<Object<'file>, Refused> {
        let rest = parser.rest();
        let rest =
            rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).or_else(|| rest.strip_prefix(b"\r")).unwrap_or(rest);
        let length = match dict.get(b"Length".as_slice()) {
            Some(Object::Ref(number)) => self.length(*number),
            Some(length) => length.as_number(),
            None => None,
        };
        let ends = |length: usize| rest.get(length..).is_some_and(|after| Parser::new(after, 0).word("endstream"));
        let data = if let Some(length) = length.filter(|length| ends(*length)) {
            rest.get(..length).unwrap_or_default()
        } else {
            let word = b"endstream";
            let found = rest.windows(word.len()).position(|bytes| bytes == word);
            self.spend(found.unwrap_or(rest.len()))?;
            let data = rest.get(..found.ok_or(Refused::Damaged)?).unwrap_or_default();
            let data = data.strip_suffix(b"\n").unwrap_or(data);
            data.strip_suffix(b"\r").unwrap_or(data)
        };
        Ok(Object::Stream(dict, Cow::Borrowed(data)))
    }

    /// A length that stands elsewhere, which is a plain number or none.
    fn length(&self, number: u32) -> Option<usize> {
        let Some(Place::At(at)) = self.places.get(&number) else { return None };
        let mut parser = Parser::new(self.file, *at);
        parser.number()?;
        parser.number()?;
        if parser.word("obj") { parser.number() } else { None }
    }

    pub(super) fn unpacked(&self, dict: &Dict<'file>, data: &[u8]) -> Result<Vec<u8>, Refused> {
        let filters = filters::filters(dict.get(b"Filter".as_slice()), dict.get(b"DecodeParms".as_slice()))?;
        let unpacked = filters::unpacked(data, &filters)?;
        self.spend(unpacked.len())?;
        Ok(unpacked)
    }

    fn unpack(&self, number: u32) -> Result<Rc<Packed>, Refused> {
        if let Some(packed) = self.packed.borrow().get(&number) {
            return Ok(Rc::clone(packed));
        }
        let Some(Place::At(at)) = self.places.get(&number) else { return Err(Refused::Damaged) };
        let (_, Object::Stream(dict, data)) = self.at(*at)? else { return Err(Refused::Damaged) };
        let packed = Rc::new(self.packed(&dict, &data)?);
        self.packed.borrow_mut().insert(number, Rc::clone(&packed));
        Ok(packed)
    }

    pub(super) fn packed(&self, dict: &Dict<'file>, data: &[u8]) -> Result<Packed, Refused> {
        if named(dict, "Type") != Some(b"ObjStm") {
            return Err(Refused::Damaged);
        }
        let number = |key: &str| dict.get(key.as_bytes()).and_then(Object::as_number).ok_or(Refused::Damaged);
        let (count, first) = (number("N")?, number("First")?);
        let bytes = self.unpacked(dict, data)?;
        let mut parser = Parser::new(&bytes, 0);
        let mut begins = HashMap::new();
        for _ in 0..count {
            let (object, at) = parser.number().zip(parser.number()).ok_or(Refused::Damaged)?;
            begins.insert(u32::try_from(object).map_err(|_| Refused::Damaged)?, first.saturating_add(at));
        }
        Ok(Packed { bytes, begins })
    }
}

impl Packed {
    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> {
        self.begins.keys().copied()
    }

    fn object<'file>(&self, document: &Document<'file>, number: u32) -> Result<Object<'file>, Refused> {
        let Some(at) = self.begins.get(&number) else { return Ok(Object::Null) };
        let mut parser = Parser::new(&self.bytes, *at);
        let parsed = parser.object();
        document.spend(parser.at.saturating_sub(*at))?;
        Ok(owned(parsed?))
    }
}

/// What is packed has no streams, so nothing of it is borrowed.
fn owned<'file>(object: Object<'_>) -> Object<'file> {
    match object {
        Object::Null | Object::Stream(..) => Object::Null,
        Object::Bool(truth) => Object::Bool(truth),
        Object::Int(number) => Object::Int(number),
        Object::Real(number) => Object::Real(number),
        Object::Name(name) => Object::Name(name),
        Object::Text(text) => Object::Text(text),
        Object::Ref(number) => Object::Ref(number),
        Object::Array(all) => Object::Array(all.into_iter().map(owned).collect()),
        Object::Dict(dict) => Object::Dict(dict.into_iter().map(|(key, value)| (key, owned(value))).collect()),
    }
}
