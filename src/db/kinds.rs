//! How our types lie in columns: an id as a BLOB, a moment as a BIGINT, an enum as TEXT.

use diesel::{
    backend::Backend,
    deserialize::{self, FromSql},
    serialize::{self, Output, ToSql},
    sql_types::{BigInt, Binary},
};

use crate::{address::EmailAddress, clock::Moment, ids::Id};

impl<Kind, DB> ToSql<Binary, DB> for Id<Kind>
where
    DB: Backend,
    [u8]: ToSql<Binary, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.as_bytes().to_sql(out)
    }
}

impl<Kind, DB> FromSql<Binary, DB> for Id<Kind>
where
    DB: Backend,
    Vec<u8>: FromSql<Binary, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Self> {
        let bytes = Vec::from_sql(raw)?;
        Self::from_slice(&bytes).ok_or_else(|| "an id is not sixteen bytes long".into())
    }
}

impl<DB> ToSql<BigInt, DB> for Moment
where
    DB: Backend,
    i64: ToSql<BigInt, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.micros().to_sql(out)
    }
}

impl<DB> FromSql<BigInt, DB> for Moment
where
    DB: Backend,
    i64: FromSql<BigInt, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Self> {
        i64::from_sql(raw).map(Self::from_micros)
    }
}

/// A type whose column is a word: how it is written, and how it is read back.
macro_rules! stored_as_text {
    ($kind:ty, $written:expr, $read:expr) => {
        impl<DB> diesel::serialize::ToSql<diesel::sql_types::Text, DB> for $kind
        where
            DB: diesel::backend::Backend,
            str: diesel::serialize::ToSql<diesel::sql_types::Text, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, DB>) -> diesel::serialize::Result {
                let written: fn(&'b $kind) -> &'b str = $written;
                <str as diesel::serialize::ToSql<diesel::sql_types::Text, DB>>::to_sql(written(self), out)
            }
        }

        impl<DB> diesel::deserialize::FromSql<diesel::sql_types::Text, DB> for $kind
        where
            DB: diesel::backend::Backend,
            String: diesel::deserialize::FromSql<diesel::sql_types::Text, DB>,
        {
            fn from_sql(raw: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                let text = <String as diesel::deserialize::FromSql<diesel::sql_types::Text, DB>>::from_sql(raw)?;
                let read: fn(&str) -> Option<$kind> = $read;
                read(&text).ok_or_else(|| concat!("a column holds no ", stringify!($kind)).into())
            }
        }
    };
}
pub(crate) use stored_as_text;

stored_as_text!(EmailAddress, EmailAddress::reveal, |text| EmailAddress::parse(text).ok());
stored_as_text!(crate::language::Language, |language| language.code(), crate::language::Language::from_code);
