//! Through both doors: a credential for a link, a ballot for a credential, and everything that is
//! refused on the way.

mod credentials;
mod election;
mod handing_in;
mod other_client;
mod release;
pub mod respondent;
