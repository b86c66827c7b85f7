//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    meetings (id) {
        id -> Binary,
        stage -> Text,
        plan -> Text,
        closes -> Nullable<BigInt>,
        closes_told -> Nullable<BigInt>,
        notice -> Nullable<Text>,
        hash -> Nullable<Binary>,
        signing_key -> Nullable<Binary>,
        invited -> Integer,
        k_had_taken -> Bool,
        end_is_told -> Bool,
    }
}

diesel::table! {
    meeting_reports (meeting_id) {
        meeting_id -> Binary,
        edition -> Integer,
        draft -> Text,
        evaluation_id -> Nullable<Binary>,
        published -> Nullable<Text>,
        published_edition -> Integer,
        told_edition -> Integer,
    }
}
