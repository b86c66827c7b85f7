//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    papers (survey_id) {
        survey_id -> Binary,
        paper -> Text,
        hash -> Binary,
        opening_key -> Nullable<Binary>,
        stage -> Text,
        closes_told -> BigInt,
    }
}

diesel::table! {
    signing_keys (stratum_id) {
        stratum_id -> Binary,
        survey_id -> Binary,
        spki -> Binary,
        private_key -> Nullable<Binary>,
    }
}

diesel::table! {
    spent_admissions (nonce) {
        nonce -> Binary,
        survey_id -> Binary,
        blinded -> Binary,
    }
}

diesel::table! {
    preparations (survey_id) {
        survey_id -> Binary,
        hash -> Binary,
        sealed -> Binary,
    }
}

diesel::table! {
    drawn_slips (hash) {
        hash -> Binary,
        survey_id -> Binary,
        stratum_id -> Binary,
        has_collected -> Bool,
        blinded -> Binary,
    }
}
