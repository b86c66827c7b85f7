//! What a PDF is made of.

use std::{borrow::Cow, collections::BTreeMap};

/// In the order of its keys, so that the same is always written the same way.
pub(super) type Dict<'file> = BTreeMap<Vec<u8>, Object<'file>>;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Object<'file> {
    Null,
    Bool(bool),
    Int(i64),
    /// As it was written.
    Real(Vec<u8>),
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Vec<Object<'file>>),
    Dict(Dict<'file>),
    Stream(Dict<'file>, Cow<'file, [u8]>),
    Ref(u32),
}

impl<'file> Object<'file> {
    pub(super) fn name(name: &str) -> Self {
        Self::Name(name.as_bytes().to_vec())
    }

    pub(super) fn number(number: usize) -> Self {
        Self::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// Of a dictionary or of a stream.
    pub(super) fn dict(&self) -> Option<&Dict<'file>> {
        match self {
            Self::Dict(dict) | Self::Stream(dict, _) => Some(dict),
            _ => None,
        }
    }

    pub(super) fn is_name(&self, name: &str) -> bool {
        matches!(self, Self::Name(own) if own == name.as_bytes())
    }

    pub(super) fn as_name(&self) -> Option<&[u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(super) fn as_number(&self) -> Option<usize> {
        match self {
            Self::Int(number) => usize::try_from(*number).ok(),
            _ => None,
        }
    }
}

/// The name that stands under this key, and nothing if it stands elsewhere.
pub(super) fn named<'dict>(dict: &'dict Dict<'_>, key: &str) -> Option<&'dict [u8]> {
    dict.get(key.as_bytes()).and_then(Object::as_name)
}
