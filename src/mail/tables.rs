//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    outbox (id) {
        id -> Binary,
        kind -> Text,
        batch -> Binary,
        recipient -> Binary,
        sealed -> Binary,
        posted -> BigInt,
        due -> BigInt,
        tries -> Integer,
        state -> Text,
        fault -> Nullable<Text>,
        leased_by -> Nullable<Binary>,
        leased_until -> BigInt,
    }
}

diesel::table! {
    courier_pace (only_row) {
        only_row -> Integer,
        minute -> BigInt,
        used -> Integer,
    }
}
