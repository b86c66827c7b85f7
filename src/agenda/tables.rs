//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    agenda (id) {
        id -> Binary,
        fiscal_year -> Integer,
        what_thai -> Text,
        what_english -> Text,
        first_day -> Text,
        last_day -> Text,
        revision -> Integer,
        done -> Nullable<Text>,
    }
}
