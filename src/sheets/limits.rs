//! How much of a file is read before it is refused.

/// Bytes of the file as it is uploaded: a hundred thousand people, with their offices and posts in Thai,
/// take 24 MB as CSV.
pub const FILE: usize = 32 * 1024 * 1024;
/// Bytes that may come out of a workbook while it is read, counted as they come.
pub const UNPACKED: u64 = 200 * 1024 * 1024;
/// Bytes that the rows of a table may take in memory.
pub const KEPT: usize = 160 * 1024 * 1024;
/// Files inside a workbook.
pub const PARTS: usize = 1_000;
/// Texts that the cells of a workbook share: twenty for every row.
pub(super) const STRINGS: usize = 20 * ROWS;
/// Bytes of one tag or one run of text inside a workbook.
pub(super) const EVENT: u64 = 1024 * 1024;
/// Rows with something in them.
pub const ROWS: usize = 200_000;
/// Columns with something in them.
pub const COLUMNS: usize = 200;
/// Characters in one cell; Excel holds as many.
pub const CHARACTERS: usize = 32_767;

/// Whether a cell is longer than Excel's, without counting the characters of most.
pub(super) fn is_too_long(text: &str) -> bool {
    text.len() > CHARACTERS && text.chars().count() > CHARACTERS
}
