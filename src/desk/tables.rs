//! Tables of this room alone, in the form of `diesel print-schema` (see diesel.toml).

diesel::table! {
    desk_digests (only_row) {
        only_row -> Integer,
        written_on -> Text,
    }
}
