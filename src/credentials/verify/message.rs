//! What a credential signs: 32 bytes of randomizer, then 32 bytes of serial.
//!
//! The *prepared message* of RFC 9474 section 4.1 is `msg_prefix ‖ msg`; here the prefix is the
//! randomizer and the message is the serial. Does not know who drew them. Whoever knows this
//! message of a ballot may replace it until the close, so it never shows itself in a log.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::written;

/// In the order of its bytes, which is the order of the bulletin.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PreparedMessage([u8; Self::LENGTH]);

impl PreparedMessage {
    pub const LENGTH: usize = 64;

    pub const fn from_bytes(bytes: [u8; Self::LENGTH]) -> Self {
        Self(bytes)
    }

    pub const fn as_bytes(&self) -> &[u8; Self::LENGTH] {
        &self.0
    }
}

impl<'de> Deserialize<'de> for PreparedMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        written::bytes(deserializer).map(Self)
    }
}

impl Serialize for PreparedMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        written::to_base64(&self.0, serializer)
    }
}

impl fmt::Debug for PreparedMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PreparedMessage(…)")
    }
}
