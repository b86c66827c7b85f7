//! By what a paper and the keys of its groups are recognised: the same values stand on the survey's public
//! page, in its letters and in its bulletin, so that everybody can compare them.

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::PaperHash;
use crate::ids::StratumId;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprints {
    pub paper: PaperHash,
    /// SHA-256 of the public key of each group.
    pub keys: Vec<(StratumId, [u8; 32])>,
}

impl Fingerprints {
    /// `keys`: SPKI, DER.
    pub fn of(paper: PaperHash, keys: impl IntoIterator<Item = (StratumId, Vec<u8>)>) -> Self {
        let keys = keys.into_iter().map(|(stratum, key)| (stratum, Sha256::digest(&key).into()));
        Self { paper, keys: keys.collect() }
    }

    pub fn key(&self, stratum: StratumId) -> Option<&[u8; 32]> {
        self.keys.iter().find(|(id, _)| *id == stratum).map(|(_, key)| key)
    }
}

/// Hex in groups of four, to be read aloud and compared.
pub fn in_groups(bytes: &[u8; 32]) -> String {
    let groups = bytes.chunks(2).map(|pair| HEXLOWER.encode(pair));
    groups.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_read_in_groups_of_four() {
        let shown = in_groups(PaperHash::of("").as_bytes());
        assert!(shown.starts_with("e3b0 c442 98fc 1c14 ") && shown.ends_with(" 7852 b855"), "{shown}");
        assert_eq!(shown.replace(' ', ""), PaperHash::of("").to_hex());
    }
}
