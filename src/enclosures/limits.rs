//! How large a file may be, and how much is unpacked of it before it is refused.

/// Bytes of a file as it is added: a photograph of a good telephone, or a long scan.
pub const FILE: usize = 10 * 1024 * 1024;
/// Dots of a picture: the largest cameras of telephones have about as many.
pub const DOTS: u64 = 110_000_000;
/// Dots along one side; panoramas are long.
pub const SIDE: u32 = 30_000;
/// Bytes that the dots of a picture may take when they are unpacked to be counted.
pub(super) const RASTER: u64 = 450 * 1024 * 1024;
/// Bytes that may come out of an office file.
pub const UNPACKED: u64 = 128 * 1024 * 1024;
/// Parts of an office file.
pub const PARTS: usize = 3_000;
/// Bytes of a file after it is cleaned: a PDF is no longer packed as tightly.
pub const CLEAN: usize = 2 * FILE;
/// Links of one part of an office file; a sheet of Excel holds 66,530.
pub(super) const LINKS: usize = 70_000;
/// Attributes of one element.
pub(super) const ATTRIBUTES: usize = 500;
/// Elements within each other in a part of an office file.
pub(super) const NESTED: usize = 500;
/// Objects of a PDF.
pub const OBJECTS: usize = 250_000;
/// Bytes of a PDF that are looked at, each time anew: what is packed inside, and what lies in several places.
pub(super) const LOOKED_AT: usize = 128 * 1024 * 1024;
/// Arrays and dictionaries within each other in a PDF.
pub(super) const DEPTH: usize = 60;
/// Objects within one object of a PDF.
pub(super) const ELEMENTS: usize = 500_000;
