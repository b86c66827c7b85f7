//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    yardsticks (id) {
        id -> Binary,
        kind -> Text,
        first_year -> Integer,
        last_year -> Nullable<Integer>,
        title_thai -> Text,
        title_english -> Text,
        definition -> Text,
        is_confirmed -> Bool,
    }
}
