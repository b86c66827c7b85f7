//! Notes, links and forms on pages: what they show and where they lead stays, who made them and when does not.

use super::{
    keep::{self, Role},
    object::{Dict, Object, named},
    rewrite::Rewriting,
};
use crate::enclosures::{Refused, limits};

/// Where a link may lead. Others tell of files and programs of the one who wrote.
const OPEN: [&str; 4] = ["http://", "https://", "mailto:", "tel:"];

/// Of the notes on a page, those that show something.
pub(super) fn shown<'file>(rewriting: &mut Rewriting<'_, 'file>, all: &Object<'file>) -> Result<Object<'file>, Refused> {
    let Object::Array(all) = rewriting.document.resolved(all)? else { return Ok(Object::Null) };
    let mut kept = Vec::new();
    for annotation in all {
        let resolved = rewriting.document.resolved(&annotation)?;
        let Some(dict) = resolved.dict() else { continue };
        let subtype = named(dict, "Subtype").unwrap_or_default();
        if !keep::is_shown(subtype) {
            continue;
        }
        if subtype == b"Widget" && !is_drawn(rewriting, dict)? {
            if is_filled_in(rewriting, dict)? {
                return Err(Refused::Undrawn);
            }
            continue;
        }
        let mut dict = dict.clone();
        if subtype == b"Widget" {
            // What was filled in stays as it is drawn; names of fields, programs and signatures go.
            dict.insert(b"Subtype".to_vec(), Object::name("Stamp"));
            dict.remove(b"Contents".as_slice());
        }
        kept.push(rewriting.dict(dict, Role::Annotation)?);
    }
    Ok(if kept.is_empty() { Object::Null } else { Object::Array(kept) })
}

fn is_drawn<'file>(rewriting: &Rewriting<'_, 'file>, widget: &Dict<'file>) -> Result<bool, Refused> {
    let appearance = rewriting.document.entry(widget, "AP")?;
    Ok(appearance.dict().is_some_and(|appearance| appearance.contains_key(b"N".as_slice())))
}

/// A text or a choice; it may stand with the field that this one belongs to.
fn is_filled_in<'file>(rewriting: &Rewriting<'_, 'file>, widget: &Dict<'file>) -> Result<bool, Refused> {
    let mut field = widget.clone();
    for _ in 0..limits::DEPTH {
        match rewriting.document.entry(&field, "V")? {
            Object::Text(text) => return Ok(!text.is_empty()),
            Object::Name(name) => return Ok(name != b"Off"),
            Object::Array(all) => return Ok(!all.is_empty()),
            Object::Stream(..) => return Ok(true),
            _ => {}
        }
        match rewriting.document.entry(&field, "Parent")? {
            Object::Dict(parent) => field = parent,
            _ => return Ok(false),
        }
    }
    Err(Refused::Damaged)
}

/// Leads to a page or to the web, or does nothing.
pub(super) fn action<'file>(rewriting: &mut Rewriting<'_, 'file>, action: &Object<'file>) -> Result<Object<'file>, Refused> {
    let Object::Dict(mut dict) = rewriting.document.resolved(action)? else { return Ok(Object::Null) };
    match named(&dict, "S") {
        Some(b"GoTo") => drop(dict.remove(b"URI".as_slice())),
        Some(b"URI") => {
            let address = rewriting.document.entry(&dict, "URI")?;
            let is_open = |text: &[u8]| OPEN.iter().any(|start| text.to_ascii_lowercase().starts_with(start.as_bytes()));
            if !matches!(&address, Object::Text(text) if is_open(text)) {
                return Ok(Object::Null);
            }
            dict.remove(b"D".as_slice());
            dict.insert(b"URI".to_vec(), address);
        }
        _ => return Ok(Object::Null),
    }
    rewriting.dict(dict, Role::Action)
}
