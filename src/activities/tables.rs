//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    activities (id) {
        id -> Binary,
        edition -> Integer,
        said -> Text,
        meeting_id -> Nullable<Binary>,
        survey_id -> Nullable<Binary>,
        evaluation_id -> Nullable<Binary>,
    }
}

diesel::table! {
    left_out_meetings (meeting_id) {
        meeting_id -> Binary,
    }
}

diesel::table! {
    left_out_surveys (survey_id) {
        survey_id -> Binary,
    }
}

diesel::table! {
    activity_reports (fiscal_year, part) {
        fiscal_year -> Integer,
        part -> Text,
        edition -> Integer,
        opening -> Text,
        closing -> Text,
    }
}
