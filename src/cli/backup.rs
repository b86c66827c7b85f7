//! `clearjai backup` and `clearjai restore`.

use std::path::Path;

use super::{
    Complaint,
    open::{log_to_stderr, with_house},
};
use crate::{
    accounts::{self, Actor, Deed},
    backup::{self, Which},
    clock::Clock,
    house,
    lock::Lock,
    settings::{MasterKey, Settings},
};

#[derive(Clone, Copy, clap::ValueEnum)]
pub enum Only {
    Register,
    Urn,
}

pub fn make(folder: &Path, only: Option<Only>) -> Result<(), Complaint> {
    let folder = folder.to_owned();
    with_house(|house, _, settings| async move {
        let which = match only {
            None => Which::Both,
            Some(Only::Register) => Which::Register,
            Some(Only::Urn) => Which::Urn,
        };
        println!("Copying …");
        let now = house.clock.now();
        let made = backup::make(&house.plan, &folder, which, now)?;
        let master = house.master.clone();
        house.db.register(move |conn| accounts::note(conn, &master, &Actor::command_line(), Deed::BackupMade, "", now)).await?;
        println!("The backup is in {}: {}.", made.folder.display(), made.files.join(", "));
        match settings.master_key {
            MasterKey::File(path) => println!("The master key is not in it. Keep a copy of {} in another place.", path.display()),
            MasterKey::Given(_) => println!("The master key is not in it. Keep CLEARJAI_MASTER_KEY in another place."),
        }
        Ok(())
    })
}

pub fn restore(folder: &Path, replace: bool) -> Result<(), Complaint> {
    let settings = Settings::from_environment()?;
    log_to_stderr(settings.log);
    let lock = Lock::alone(&settings.data)?;
    let stamp = backup::name(Clock::System.now());
    println!("Checking the backup and copying it …");
    let restored = backup::restore(&house::plan(&settings), folder, replace, &stamp)?;
    println!("Restored: {}.", restored.files.join(", "));
    for path in &restored.set_aside {
        println!("What was there before is now {}.", path.display());
    }
    drop(lock);
    // Opening it says whether the pair fits together and to the key; it also notes the deed.
    with_house(|house, _, _| async move {
        let (now, master) = (house.clock.now(), house.master.clone());
        house.db.register(move |conn| accounts::note(conn, &master, &Actor::command_line(), Deed::Restored, "", now)).await?;
        println!("It opens with the master key of these settings. Start the service again.");
        Ok(())
    })
}
