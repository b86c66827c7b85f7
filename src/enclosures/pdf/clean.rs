//! A PDF read and written anew.

use super::{document::Document, rewrite};
use crate::enclosures::Refused;

pub(in crate::enclosures) fn clean(file: &[u8]) -> Result<Vec<u8>, Refused> {
    let by_its_lists = Document::open(file).and_then(|document| rewrite::rewritten(&document));
    match by_its_lists {
        Err(Refused::Damaged) => rewrite::rewritten(&Document::rebuilt(file)?),
        other => other,
    }
}
