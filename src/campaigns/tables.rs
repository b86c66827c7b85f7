//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    letter_texts (survey_id, kind, language) {
        survey_id -> Binary,
        kind -> Text,
        language -> Text,
        subject -> Text,
        body -> Text,
    }
}

diesel::table! {
    campaigns (id) {
        id -> Binary,
        survey_id -> Binary,
        kind -> Text,
        number -> Integer,
        day -> Text,
    }
}

diesel::table! {
    reminder_rules (survey_id) {
        survey_id -> Binary,
        most -> Integer,
        days_apart -> Integer,
        on_working_days -> Bool,
    }
}

diesel::table! {
    planned_reminders (id) {
        id -> Binary,
        survey_id -> Binary,
        counted_from -> Text,
        days -> Integer,
        hour -> Integer,
        outcome -> Nullable<Text>,
    }
}

diesel::table! {
    holidays (day) {
        day -> Text,
        name_thai -> Text,
        name_english -> Text,
    }
}

diesel::table! {
    turnout (survey_id, day) {
        survey_id -> Binary,
        day -> Text,
        shown -> Integer,
    }
}

diesel::table! {
    turnout_of_strata (stratum_id) {
        stratum_id -> Binary,
        survey_id -> Binary,
        shown -> Integer,
        in_total -> Integer,
    }
}
