//! Copies what may stay, object by object, under new numbers.

use super::{
    annotations,
    document::Document,
    keep::{self, Role},
    object::{Dict, Object, named},
    streams,
    write::Output,
};
use crate::enclosures::{Refused, limits};
use std::collections::{HashMap, HashSet, VecDeque};

pub(super) struct Rewriting<'doc, 'file> {
    pub(super) document: &'doc Document<'file>,
    numbers: HashMap<u32, u32>,
    waiting: VecDeque<(u32, Role)>,
    /// How many colours a profile mixes, by its old number.
    profiles: HashMap<u32, Option<&'static str>>,
}

pub(super) fn rewritten(document: &Document<'_>) -> Result<Vec<u8>, Refused> {
    let (numbers, waiting, profiles) = (HashMap::new(), VecDeque::new(), HashMap::new());
    let mut rewriting = Rewriting { document, numbers, waiting, profiles };
    rewriting.refer(document.root, Role::Catalogue)?;
    rewriting.pages()?;
    let mut output = Output::new();
    while let Some((number, role)) = rewriting.waiting.pop_front() {
        let object = document.load(number)?;
        let written = rewriting.copy(object, role)?;
        output.add(&written)?;
    }
    Ok(output.finish())
}

impl<'file> Rewriting<'_, 'file> {
    fn refer(&mut self, number: u32, role: Role) -> Result<Object<'file>, Refused> {
        let next = u32::try_from(self.numbers.len() + 1).map_err(|_| Refused::Bomb)?;
        if self.numbers.len() >= limits::OBJECTS {
            return Err(Refused::Bomb);
        }
        let new = *self.numbers.entry(number).or_insert_with(|| {
            self.waiting.push_back((number, role));
            next
        });
        Ok(Object::Ref(new))
    }

    /// Finds all pages first, so that whatever leads to a page leads to it as a page.
    fn pages(&mut self) -> Result<(), Refused> {
        let catalogue = self.document.load(self.document.root)?;
        let catalogue = catalogue.dict().ok_or(Refused::Damaged)?;
        if self.document.entry(catalogue, "NeedsRendering")? == Object::Bool(true) {
            return Err(Refused::Undrawn);
        }
        if catalogue.contains_key(b"Collection".as_slice()) {
            return Err(Refused::FileInside);
        }
        let Some(Object::Ref(first)) = catalogue.get(b"Pages".as_slice()) else { return Err(Refused::Damaged) };
        let (mut next, mut seen, mut count) = (VecDeque::from([*first]), HashSet::new(), 0);
        while let Some(number) = next.pop_front() {
            if !seen.insert(number) {
                return Err(Refused::Damaged);
            }
            let node = match self.document.load(number)? {
                Object::Dict(node) => node,
                Object::Null => continue,
                _ => return Err(Refused::Damaged),
            };
            if let Object::Array(kids) = self.document.entry(&node, "Kids")? {
                self.refer(number, Role::Pages)?;
                next.extend(kids.iter().filter_map(|kid| if let Object::Ref(kid) = kid { Some(*kid) } else { None }));
            } else {
                self.refer(number, Role::Page)?;
                count += 1;
            }
        }
        if count == 0 { Err(Refused::Damaged) } else { Ok(()) }
    }

    pub(super) fn copy(&mut self, object: Object<'file>, role: Role) -> Result<Object<'file>, Refused> {
        match object {
            Object::Array(_) | Object::Ref(_) if role == Role::Annotations => annotations::shown(self, &object),
            Object::Ref(number) => self.refer(number, role),
            Object::Array(all) => self.array(all, role),
            Object::Dict(dict) => self.dict(dict, role),
            Object::Stream(dict, data) => {
                let (mut dict, data) = streams::clean(self.document, dict, data)?;
                dict.retain(|key, _| keep::stays_with_a_stream(key));
                let Object::Dict(dict) = self.dict(dict, Role::Drawing)? else { return Ok(Object::Null) };
                Ok(Object::Stream(dict, data))
            }
            plain => Ok(plain),
        }
    }

    fn array(&mut self, all: Vec<Object<'file>>, role: Role) -> Result<Object<'file>, Refused> {
        if let [kind, profile] = all.as_slice()
            && kind.is_name("ICCBased")
            && let Some(colours) = self.colours(profile)?
        {
            return Ok(Object::name(colours));
        }
        all.into_iter().map(|object| self.copy(object, role)).collect::<Result<_, _>>().map(Object::Array)
    }

    /// A profile may name the device it is of; without it the same colours are meant a little less exactly.
    fn colours(&mut self, profile: &Object<'file>) -> Result<Option<&'static str>, Refused> {
        let Object::Ref(number) = profile else { return Ok(None) };
        if let Some(known) = self.profiles.get(number) {
            return Ok(*known);
        }
        let loaded = self.document.resolved(profile)?;
        let count = loaded.dict().and_then(|dict| dict.get(b"N".as_slice())).and_then(Object::as_number);
        let colours = match count {
            Some(1) => Some("DeviceGray"),
            Some(3) => Some("DeviceRGB"),
            Some(4) => Some("DeviceCMYK"),
            _ => None,
        };
        self.profiles.insert(*number, colours);
        Ok(colours)
    }

    pub(super) fn dict(&mut self, mut dict: Dict<'file>, role: Role) -> Result<Object<'file>, Refused> {
        let kind = named(&dict, "Type").map(<[u8]>::to_vec);
        if let Some(kind) = kind.filter(|_| role == Role::Drawing) {
            if keep::is_stray(&kind) {
                return Ok(Object::Null);
            }
            if kind == b"OCG" {
                dict.retain(|key, _| matches!(key.as_slice(), b"Type" | b"Name" | b"Intent"));
            }
        }
        let mut kept = Dict::new();
        for (key, value) in dict {
            let Some(inner) = keep::entry(role, &key) else { continue };
            let copied = match (role, inner) {
                (Role::Properties, _) => self.property(&value)?,
                (_, Role::Action) => annotations::action(self, &value)?,
                _ => self.copy(value, inner)?,
            };
            if copied != Object::Null {
                kept.insert(key, copied);
            }
        }
        Ok(Object::Dict(kept))
    }

    /// Layers hide and show; whatever else pieces are told is seen by nobody, but has to be there.
    fn property(&mut self, value: &Object<'file>) -> Result<Object<'file>, Refused> {
        let resolved = self.document.resolved(value)?;
        let kind = resolved.dict().and_then(|dict| named(dict, "Type"));
        if matches!(kind, Some(b"OCG" | b"OCMD")) {
            self.copy(value.clone(), Role::Drawing)
        } else {
            Ok(Object::Dict(Dict::new()))
        }
    }
}
