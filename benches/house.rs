//! Speed and size.
fn main() {}
