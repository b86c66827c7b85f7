//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    units (id) {
        id -> Binary,
        name_thai -> Text,
        name_english -> Text,
        short_name -> Text,
        parent_id -> Nullable<Binary>,
    }
}

diesel::table! {
    people (id) {
        id -> Binary,
        number -> Text,
        name -> Text,
        unit_id -> Binary,
        category -> Text,
        email -> Nullable<Text>,
        language -> Nullable<Text>,
        started -> Nullable<Text>,
        departed -> Nullable<Text>,
    }
}

diesel::joinable!(people -> units (unit_id));
diesel::allow_tables_to_appear_in_same_query!(people, units);
