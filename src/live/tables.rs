//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    live_rooms (meeting_id) {
        meeting_id -> Binary,
        code -> Text,
        title_thai -> Text,
        title_english -> Text,
        k -> Integer,
        is_moderated -> Bool,
        is_open -> Bool,
    }
}

diesel::table! {
    live_questions (id) {
        id -> Binary,
        meeting_id -> Binary,
        sealed -> Binary,
        state -> Text,
        votes -> Integer,
        place -> Nullable<Binary>,
    }
}

diesel::table! {
    live_votes (question_id, mark) {
        question_id -> Binary,
        mark -> Binary,
    }
}

diesel::allow_tables_to_appear_in_same_query!(live_questions, live_votes);
