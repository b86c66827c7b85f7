//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    surveys (id) {
        id -> Binary,
        fiscal_year -> Integer,
        round -> Integer,
        name_thai -> Text,
        name_english -> Text,
        k -> Integer,
        instrument_id -> Nullable<Binary>,
        copied_from -> Nullable<Binary>,
        door -> Text,
        slips -> Text,
        opens -> Nullable<BigInt>,
        closes -> Nullable<BigInt>,
        grace_minutes -> Integer,
        comparator -> Nullable<Text>,
        target -> Nullable<Integer>,
        release_rule -> Text,
        comments -> Text,
        without_script -> Bool,
        one_by_one -> Bool,
        state -> Text,
        opened -> Nullable<BigInt>,
        closed -> Nullable<BigInt>,
        published -> Nullable<BigInt>,
        trouble -> Nullable<Text>,
        opening_id -> Nullable<Binary>,
    }
}

diesel::table! {
    openings (survey_id) {
        survey_id -> Binary,
        instrument_id -> Binary,
        digest -> Binary,
        door -> Text,
        k -> Integer,
        release_rule -> Text,
        comments -> Text,
        without_script -> Bool,
        grace_minutes -> Integer,
        rule_digest -> Nullable<Binary>,
        closes -> BigInt,
    }
}

diesel::table! {
    extensions (survey_id, place) {
        survey_id -> Binary,
        place -> Integer,
        decided -> Text,
        closes_before -> BigInt,
        closes_after -> BigInt,
    }
}
