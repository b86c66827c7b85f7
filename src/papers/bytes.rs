//! Bytes as they travel: base64url without padding, and no other way of writing them.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Visitor},
};

#[derive(Clone, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64URL_NOPAD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl Visitor<'_> for Text {
            type Value = Bytes;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("bytes in base64url without padding")
            }

            // What was there is not repeated: it may be a ballot.
            fn visit_str<E: Error>(self, text: &str) -> Result<Bytes, E> {
                let read = BASE64URL_NOPAD.decode(text.as_bytes());
                read.map(Bytes).map_err(|_| E::custom("these are no bytes in base64url without padding"))
            }
        }

        deserializer.deserialize_str(Text)
    }
}

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bytes({})", self.0.len())
    }
}
