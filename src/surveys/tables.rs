//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    surveys (id) {
        id -> Binary,
        fiscal_year -> Integer,
        round -> Integer,
        name_thai -> Text,
        name_english -> Text,
        k -> Integer,
    }
}
