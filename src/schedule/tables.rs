//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    tasks (name) {
        name -> Text,
        due -> BigInt,
        leased_by -> Nullable<Binary>,
        leased_until -> BigInt,
        finished -> Nullable<BigInt>,
        outcome -> Nullable<Text>,
    }
}
