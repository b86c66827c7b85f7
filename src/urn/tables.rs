//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    papers (survey_id) {
        survey_id -> Binary,
        paper -> Text,
        hash -> Binary,
        opens -> BigInt,
        release_rule -> Text,
        closes -> BigInt,
        taken_until -> BigInt,
        stage -> Text,
        closed -> Nullable<Text>,
        unopened -> Integer,
        texts_withheld -> Integer,
    }
}

diesel::table! {
    strata (id) {
        id -> Binary,
        survey_id -> Binary,
        place -> Integer,
        group_id -> Nullable<Binary>,
        roll -> Integer,
        issued -> Integer,
        counted -> Integer,
        spoilt -> Integer,
        replaced -> Integer,
    }
}

diesel::table! {
    sealed_ballots (survey_id, message) {
        survey_id -> Binary,
        message -> Binary,
        stratum_id -> Binary,
        signature -> Binary,
        sealed -> Binary,
        digest -> Binary,
        superseded -> Binary,
        replaced -> Integer,
    }
}

diesel::table! {
    opened_ballots (survey_id, message) {
        survey_id -> Binary,
        message -> Binary,
        stratum_id -> Binary,
        signature -> Binary,
        is_spoilt -> Bool,
    }
}

diesel::table! {
    result_groups (id) {
        id -> Binary,
        survey_id -> Binary,
        place -> Integer,
        counted -> Integer,
    }
}

diesel::table! {
    answers (id) {
        id -> Binary,
        survey_id -> Binary,
        group_id -> Binary,
        compact -> Binary,
    }
}

diesel::table! {
    texts (id) {
        id -> Binary,
        survey_id -> Binary,
        group_id -> Nullable<Binary>,
        item -> Text,
        text -> Text,
    }
}

diesel::table! {
    openings_under_way (survey_id) {
        survey_id -> Binary,
        done -> BigInt,
        of_all -> BigInt,
    }
}
