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
        sort_key -> Nullable<Binary>,
        import_id -> Nullable<Binary>,
        sort_edition -> Integer,
    }
}

diesel::table! {
    import_works (import_id) {
        import_id -> Binary,
        doing -> Text,
        leased_by -> Binary,
        leased_until -> BigInt,
    }
}

diesel::table! {
    imports (id) {
        id -> Binary,
        account_id -> Nullable<Binary>,
        begun -> BigInt,
        file_name -> Text,
        layout -> Nullable<Text>,
        findings -> Nullable<Binary>,
        imported -> Nullable<BigInt>,
        undone -> Nullable<BigInt>,
        wrote -> Integer,
        new_units -> Text,
    }
}

diesel::table! {
    import_files (import_id) {
        import_id -> Binary,
        content -> Binary,
    }
}

diesel::table! {
    import_changes (import_id, person_id) {
        import_id -> Binary,
        person_id -> Binary,
        before -> Text,
        import_before -> Nullable<Binary>,
    }
}

diesel::table! {
    audiences (survey_id) {
        survey_id -> Binary,
        rule -> Text,
        groups -> Nullable<Text>,
    }
}

diesel::table! {
    rolls (survey_id) {
        survey_id -> Binary,
        drawn -> Text,
        rule -> Text,
        reference -> Text,
        k -> Integer,
        entered -> Integer,
        added -> Integer,
        is_open -> Bool,
        rule_digest -> Nullable<Binary>,
    }
}

diesel::table! {
    strata (id) {
        id -> Binary,
        survey_id -> Binary,
        place -> Integer,
        name_thai -> Text,
        name_english -> Text,
        size -> Integer,
    }
}

diesel::table! {
    stratum_units (survey_id, unit_id) {
        survey_id -> Binary,
        unit_id -> Binary,
        stratum_id -> Binary,
    }
}

diesel::table! {
    roll (survey_id, person_id) {
        survey_id -> Binary,
        person_id -> Binary,
        stratum_id -> Binary,
        has_collected -> Bool,
        blinded -> Nullable<Binary>,
        link -> Integer,
        is_left_alone -> Bool,
    }
}

diesel::table! {
    personal_codes (hash) {
        hash -> Binary,
        survey_id -> Binary,
        person_id -> Binary,
        link -> Integer,
        is_out -> Bool,
        is_printed -> Bool,
    }
}

diesel::table! {
    seats (meeting_id, person_id) {
        meeting_id -> Binary,
        person_id -> Binary,
        code -> Binary,
        which -> Integer,
        is_out -> Bool,
        is_printed -> Bool,
        has_taken_seats -> Bool,
        blinded -> Binary,
    }
}

diesel::table! {
    undeliverable (person_id) {
        person_id -> Binary,
        email -> Text,
        reason -> Text,
        found -> Text,
        hidden_until -> BigInt,
    }
}

diesel::joinable!(people -> units (unit_id));
diesel::joinable!(roll -> people (person_id));
diesel::joinable!(seats -> people (person_id));
diesel::joinable!(roll -> strata (stratum_id));
diesel::joinable!(undeliverable -> people (person_id));
diesel::joinable!(stratum_units -> units (unit_id));
diesel::allow_tables_to_appear_in_same_query!(
    people,
    units,
    roll,
    seats,
    personal_codes,
    undeliverable,
    strata,
    stratum_units,
    import_changes
);
