//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    department (only_row) {
        only_row -> Integer,
        name_thai -> Text,
        name_english -> Text,
        contact_thai -> Text,
        contact_english -> Text,
        k -> Integer,
        retention_months -> Integer,
        first_language -> Text,
        offers_english -> Bool,
        second_factor_required -> Bool,
        changed -> BigInt,
    }
}

diesel::table! {
    logo (only_row) {
        only_row -> Integer,
        kind -> Text,
        picture -> Binary,
        digest -> Text,
    }
}
