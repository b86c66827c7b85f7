//! What deflate has packed, unpacked a little at a time and never further than allowed.

use super::Refused;
use flate2::{Decompress, FlushDecompress, Status};

const PIECE: usize = 32 * 1024;

/// Where the packed bytes end, and how many come out of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ends {
    pub(super) packed: usize,
    pub(super) unpacked: u64,
    /// Whether the end was marked as such.
    pub(super) marked: bool,
}

/// What comes out; what is cut short gives what is there, as every reader of a PDF has it.
pub(super) fn inflated(packed: &[u8], most: usize) -> Result<Vec<u8>, Refused> {
    let mut out = Vec::new();
    ends(packed, most as u64, |piece| out.extend_from_slice(piece))?;
    Ok(out)
}

pub(super) fn ends(packed: &[u8], most: u64, mut take: impl FnMut(&[u8])) -> Result<Ends, Refused> {
    let mut inflater = Decompress::new(true);
    let mut piece = vec![0; PIECE];
    loop {
        let (read, written) = (inflater.total_in(), inflater.total_out());
        let rest = usize::try_from(read).ok().and_then(|read| packed.get(read..)).unwrap_or_default();
        let status = inflater.decompress(rest, &mut piece, FlushDecompress::None);
        let came = usize::try_from(inflater.total_out() - written).unwrap_or(PIECE);
        take(piece.get(..came).unwrap_or_default());
        if inflater.total_out() > most {
            return Err(Refused::Bomb);
        }
        let stalled = inflater.total_in() == read && came == 0;
        let marked = matches!(status, Ok(Status::StreamEnd));
        if marked || status.is_err() || stalled {
            let packed = usize::try_from(inflater.total_in()).unwrap_or(packed.len());
            return Ok(Ends { packed, unpacked: inflater.total_out(), marked });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write as _;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn the_end_is_found_before_what_follows_it() {
        let file = packed(&vec![7; 100_000]);
        let ends = ends(&[&file[..], b"behind"].concat(), 1 << 20, |_| {}).unwrap();
        assert_eq!(ends, Ends { packed: file.len(), unpacked: 100_000, marked: true });
    }

    #[test]
    fn what_is_cut_short_gives_what_is_there_and_a_bomb_nothing() {
        let file = packed(b"abcdefgh");
        assert!(b"abcdefgh".starts_with(&inflated(&file[..6], 100).unwrap()[..]));
        assert_eq!(inflated(&packed(&vec![0; 100_000]), 99_999), Err(Refused::Bomb));
        assert_eq!(inflated(b"no zlib", 100).unwrap(), b"");
    }
}
