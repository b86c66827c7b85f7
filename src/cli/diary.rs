//! `clearjai diary`: the diary of deeds, read and checked.

use clap::Subcommand;

use super::{Complaint, open::with_house};
use crate::{
    accounts::{self, deed_in_words},
    language::{Language, moment_in_words, plain},
};

#[derive(Subcommand)]
pub enum What {
    /// Check that no entry was changed, removed or inserted
    Verify {
        /// What an earlier check printed: proves that nothing was cut off since
        #[arg(long)]
        seal: Option<String>,
    },
    /// Print the latest entries
    Show {
        #[arg(long, default_value_t = 50)]
        last: i64,
    },
}

pub fn run(what: What) -> Result<(), Complaint> {
    with_house(|house, _, _| async move {
        match what {
            What::Verify { seal } => {
                let master = house.master.clone();
                let whole = house.db.read_register(move |conn| accounts::verify(conn, &master, seal.as_deref())).await?;
                println!("The diary is whole: {} entries.", whole.entries);
                println!("Its seal, to keep elsewhere and to give to the next check: {}", whole.seal);
            }
            What::Show { last } => {
                let entries = house.db.read_register(move |conn| accounts::entries(conn, i64::MAX, last)).await?;
                for entry in entries.iter().rev() {
                    let when = plain(&moment_in_words(Language::English, entry.happened));
                    let deed = deed_in_words(Language::English, entry.deed);
                    println!("{:>6}  {when}  {}: {deed} {}", entry.number, entry.actor, entry.subject);
                }
            }
        }
        Ok(())
    })
}
