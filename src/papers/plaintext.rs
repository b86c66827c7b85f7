//! What is sealed: the fields of the form as pairs, padded to one of a few sizes, so that the size of a
//! sealed ballot tells next to nothing of what is in it.

/// Of plaintexts. Ratings alone fit the first; the last holds what a ballot of 64 KiB may.
pub const SIZES: [usize; 4] = [1_024, 4_096, 16_384, 32_768];

const END: u8 = 0x80;

/// Nobody writes so much into a form by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the answers are larger than any ballot")]
pub struct TooLarge;

/// Why what was opened holds no answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("what was sealed is no list of fields, padded as agreed")]
pub struct NoPlaintext;

pub fn pad(fields: &[(String, String)], sizes: &[usize]) -> Result<Vec<u8>, TooLarge> {
    let mut bytes = serde_json::to_vec(fields).map_err(|_| TooLarge)?;
    bytes.push(END);
    let size = sizes.iter().copied().find(|size| bytes.len() <= *size).ok_or(TooLarge)?;
    bytes.resize(size, 0);
    Ok(bytes)
}

pub fn unpad(bytes: &[u8]) -> Result<Vec<(String, String)>, NoPlaintext> {
    let end = bytes.iter().rposition(|byte| *byte != 0).ok_or(NoPlaintext)?;
    let (written, rest) = bytes.split_at_checked(end).ok_or(NoPlaintext)?;
    if rest.first() != Some(&END) {
        return Err(NoPlaintext);
    }
    serde_json::from_slice(written).map_err(|_| NoPlaintext)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn whatever_is_padded_is_read_back_and_has_one_of_the_sizes(fields: Vec<(String, String)>) {
            let padded = pad(&fields, &SIZES).unwrap();
            prop_assert!(SIZES.contains(&padded.len()));
            prop_assert_eq!(unpad(&padded).unwrap(), fields);
        }

        #[test]
        fn anything_else_is_no_answer_and_no_fault_of_ours(bytes: Vec<u8>) {
            if let Ok(fields) = unpad(&bytes) {
                prop_assert!(bytes.contains(&END), "{fields:?}");
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let text = |length: usize| vec![("i1".to_owned(), "a".repeat(length))];
        let overhead = serde_json::to_vec(&text(0)).unwrap().len() + 1;
        assert_eq!(pad(&text(1_024 - overhead), &SIZES).unwrap().len(), 1_024);
        assert_eq!(pad(&text(1_025 - overhead), &SIZES).unwrap().len(), 4_096);
        assert_eq!(pad(&text(32_769 - overhead), &SIZES), Err(TooLarge));
        for wrong in [&b""[..], &[0; 64], b"[]", b"[]\x80\x01", b"{}\x80", b"[[\"i1\"]]\x80"] {
            assert_eq!(unpad(wrong), Err(NoPlaintext));
        }
    }
}
