//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    plans (id) {
        id -> Binary,
        survey_id -> Nullable<Binary>,
        fiscal_year -> Integer,
        title_thai -> Text,
        title_english -> Text,
        policy -> Text,
        first_month -> Integer,
        last_month -> Integer,
        revision -> Integer,
    }
}

diesel::table! {
    measures (id) {
        id -> Binary,
        plan_id -> Binary,
        place -> Integer,
        letter -> Nullable<Text>,
        body -> Text,
        reason -> Text,
        topics -> Text,
        about_survey_id -> Nullable<Binary>,
        about_point -> Nullable<Text>,
        done_on -> Nullable<Text>,
        poll_id -> Nullable<Binary>,
        revision -> Integer,
    }
}

diesel::table! {
    plan_steps (id) {
        id -> Binary,
        measure_id -> Binary,
        place -> Integer,
        body -> Text,
        months -> Integer,
        done -> Integer,
        budget -> Text,
        owner -> Text,
        owner_email -> Nullable<Binary>,
        status -> Text,
        evidence -> Text,
        link -> Text,
        revision -> Integer,
    }
}

diesel::table! {
    plan_notes (id) {
        id -> Binary,
        step_id -> Binary,
        month -> Integer,
        body -> Text,
        written_by -> Text,
        written -> BigInt,
    }
}

diesel::table! {
    plan_letters (kind) {
        kind -> Text,
        month -> Text,
    }
}
