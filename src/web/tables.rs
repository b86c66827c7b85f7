//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    spent_forms (key) {
        key -> Binary,
        answer -> Text,
        spent -> BigInt,
    }
}
