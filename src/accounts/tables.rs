//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    accounts (id) {
        id -> Binary,
        email -> Text,
        name -> Text,
        language -> Text,
        password -> Nullable<Text>,
        invited -> BigInt,
        closed -> Nullable<BigInt>,
        second_factor -> Nullable<Binary>,
        second_factor_step -> BigInt,
    }
}

diesel::table! {
    account_roles (account_id, role) {
        account_id -> Binary,
        role -> Text,
    }
}

diesel::table! {
    recovery_codes (account_id, code) {
        account_id -> Binary,
        code -> Binary,
    }
}

diesel::table! {
    sessions (id) {
        id -> Binary,
        account_id -> Binary,
        token -> Binary,
        former_token -> Nullable<Binary>,
        opened -> BigInt,
        rotated -> BigInt,
        seen -> BigInt,
        is_half_open -> Bool,
        device -> Text,
    }
}

diesel::table! {
    one_time_links (token) {
        token -> Binary,
        purpose -> Text,
        account_id -> Nullable<Binary>,
        expires -> BigInt,
    }
}

diesel::table! {
    throttles (key) {
        key -> Binary,
        failures -> Integer,
        last_failure -> BigInt,
    }
}

diesel::table! {
    diary (number) {
        number -> BigInt,
        happened -> BigInt,
        actor -> Nullable<Binary>,
        actor_name -> Text,
        deed -> Text,
        subject -> Text,
        chain -> Binary,
    }
}

diesel::joinable!(account_roles -> accounts (account_id));
diesel::joinable!(recovery_codes -> accounts (account_id));
diesel::joinable!(sessions -> accounts (account_id));
diesel::allow_tables_to_appear_in_same_query!(accounts, account_roles, recovery_codes, sessions);
