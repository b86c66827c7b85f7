//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    notices (meeting_id) {
        meeting_id -> Binary,
        notice -> Text,
        hash -> Binary,
        closes -> Nullable<BigInt>,
        ended -> Nullable<Text>,
        removed -> Integer,
    }
}

diesel::table! {
    told_reports (meeting_id) {
        meeting_id -> Binary,
        edition -> Integer,
        report -> Text,
    }
}

diesel::table! {
    letterbox (id) {
        id -> Binary,
        meeting_id -> Binary,
        way -> Text,
        month -> Text,
        locator -> Binary,
        lock -> Binary,
        sealed -> Binary,
        may_go -> Bool,
    }
}

diesel::table! {
    letterbox_files (id) {
        id -> Binary,
        message_id -> Binary,
        label -> Binary,
        sealed -> Binary,
    }
}

diesel::table! {
    emptying (only_row) {
        only_row -> Integer,
        due -> Text,
    }
}

diesel::table! {
    spent_seats (meeting_id, mark) {
        meeting_id -> Binary,
        mark -> Binary,
        digest -> Binary,
    }
}

diesel::table! {
    spent_vouchers (meeting_id, mark) {
        meeting_id -> Binary,
        mark -> Binary,
        digest -> Binary,
    }
}

diesel::table! {
    matters (id) {
        id -> Binary,
        meeting_id -> Binary,
        way -> Text,
        month -> Text,
        topic -> Text,
        wants_board -> Bool,
        state -> Text,
        signed_as -> Nullable<Binary>,
        owner -> Nullable<Binary>,
        due -> Nullable<Text>,
        office -> Nullable<Binary>,
        opened_on -> Nullable<Text>,
        answered_on -> Nullable<Text>,
        waited -> Nullable<Integer>,
        outcome -> Nullable<Text>,
        held_back -> Nullable<Text>,
        merged_into -> Nullable<Binary>,
        locator -> Binary,
        lock -> Binary,
        edition -> Integer,
        last_deed -> Nullable<Binary>,
        done_on -> Nullable<Text>,
    }
}

diesel::table! {
    remarks (id) {
        id -> Binary,
        matter_id -> Binary,
        place -> Integer,
        kind -> Text,
        said_on -> Nullable<Text>,
        sealed -> Binary,
    }
}

diesel::table! {
    matter_files (id) {
        id -> Binary,
        matter_id -> Binary,
        label -> Binary,
        sealed -> Binary,
    }
}

diesel::table! {
    cards (id) {
        id -> Binary,
        matter_id -> Nullable<Binary>,
        meeting_id -> Binary,
        topic -> Text,
        month -> Text,
        state -> Text,
        title -> Text,
        question -> Text,
        answer -> Text,
        office -> Text,
        answered_on -> Nullable<Text>,
        change -> Text,
        changed_on -> Nullable<Text>,
    }
}

diesel::table! {
    votes (card_id, mark) {
        card_id -> Binary,
        mark -> Binary,
    }
}
