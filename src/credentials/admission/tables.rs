//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    spent_challenges (digest) {
        digest -> Binary,
        expires -> BigInt,
    }
}
