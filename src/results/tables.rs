//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    releases (survey_id) {
        survey_id -> Binary,
        figures -> Text,
        digest -> Binary,
    }
}

diesel::table! {
    publications (survey_id) {
        survey_id -> Binary,
        shows -> Text,
        undertakings -> Text,
    }
}

diesel::table! {
    text_notes (text_id) {
        text_id -> Binary,
        survey_id -> Binary,
        is_marked -> Bool,
        theme -> Text,
        covered -> Text,
    }
}

diesel::table! {
    year_scores (fiscal_year, part) {
        fiscal_year -> Integer,
        part -> Text,
        survey_id -> Nullable<Binary>,
        hundredths -> Nullable<Integer>,
        source -> Text,
        indicators -> Text,
    }
}
