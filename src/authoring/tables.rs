//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    instruments (id) {
        id -> Binary,
        family -> Binary,
        version -> Integer,
        source_id -> Nullable<Binary>,
        survey_id -> Nullable<Binary>,
        definition -> Text,
        digest -> Binary,
        title_thai -> Text,
        title_english -> Text,
        questions -> Integer,
        changed -> Text,
        is_fixed -> Bool,
        is_put_away -> Bool,
        losses -> Nullable<Text>,
    }
}
