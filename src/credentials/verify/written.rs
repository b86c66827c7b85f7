//! How a bulletin writes bytes and days: base64url without padding, lower-case hex, `2026-09-30`.
//!
//! One way of writing each: whatever else decodes to the same bytes is refused. A refusal says
//! what was expected and never what was there.

use std::{fmt, ops::RangeInclusive};

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use jiff::civil::Date;
use serde::{
    Deserializer, Serializer,
    de::{Error, Visitor},
};

/// So many bytes in base64url.
pub fn bytes<'de, D: Deserializer<'de>, const N: usize>(deserializer: D) -> Result<[u8; N], D::Error> {
    let wanted = format!("{N} bytes in base64url without padding");
    text(deserializer, wanted, |text| BASE64URL_NOPAD.decode(text.as_bytes()).ok()?.try_into().ok())
}

/// A public key in base64url; whether it is one is for [`PublicKey`](super::PublicKey) to say.
pub fn key<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    some_bytes(deserializer, 1..=4096)
}

/// A signature by a key of 2048 to 8192 bits in base64url.
pub fn signature<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Box<[u8]>, D::Error> {
    some_bytes(deserializer, 256..=1024).map(Vec::into_boxed_slice)
}

/// So many bytes in hex.
pub fn hex<'de, D: Deserializer<'de>, const N: usize>(deserializer: D) -> Result<[u8; N], D::Error> {
    let wanted = format!("{N} bytes in lower-case hex");
    text(deserializer, wanted, |text| HEXLOWER.decode(text.as_bytes()).ok()?.try_into().ok())
}

pub fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let as_written = |text: &str| text.parse::<Date>().ok().filter(|day| day.to_string() == text);
    text(deserializer, "a day such as 2026-09-30".to_owned(), as_written)
}

pub fn to_base64<S: Serializer>(bytes: &(impl AsRef<[u8]> + ?Sized), serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&BASE64URL_NOPAD.encode(bytes.as_ref()))
}

pub fn to_hex<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&HEXLOWER.encode(bytes))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
pub fn to_text<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

fn some_bytes<'de, D: Deserializer<'de>>(deserializer: D, lengths: RangeInclusive<usize>) -> Result<Vec<u8>, D::Error> {
    let wanted = format!("{} to {} bytes in base64url without padding", lengths.start(), lengths.end());
    text(deserializer, wanted, |text| {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        lengths.contains(&bytes.len()).then_some(bytes)
    })
}

/// Whatever is read from a text; `wanted` says what that is.
pub fn text<'de, D, T, F>(deserializer: D, wanted: String, read: F) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    F: FnOnce(&str) -> Option<T>,
{
    deserializer.deserialize_str(Text { wanted, read })
}

/// Reads a text where it stands, without a copy of it.
struct Text<F> {
    wanted: String,
    read: F,
}

impl<T, F: FnOnce(&str) -> Option<T>> Visitor<'_> for Text<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.wanted)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.read)(text).ok_or_else(|| E::custom(format_args!("expected {}", self.wanted)))
    }
}
