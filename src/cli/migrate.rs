//! `clearjai migrate`: the steps of both databases.

use clap::Subcommand;

use super::{
    Complaint,
    open::{log_to_stderr, with_house},
};
use crate::{
    db::{self, Side, Step},
    house,
    lock::Lock,
    settings::Settings,
};

#[derive(Subcommand)]
pub enum What {
    /// Take every step that is missing (also done at every start)
    Up,
    /// Show which steps have been taken
    Status,
    /// Take the last step of one database back; stop the service and make a backup first
    Down {
        /// Which database
        #[arg(value_enum)]
        side: Which,
        /// Yes, delete what that step had made
        #[arg(long)]
        yes: bool,
    },
}

#[derive(Clone, Copy, clap::ValueEnum)]
pub enum Which {
    Register,
    Urn,
}

pub fn run(what: Option<What>) -> Result<(), Complaint> {
    match what.unwrap_or(What::Up) {
        What::Up => with_house(|_, started, _| async move {
            if started.steps.is_empty() {
                println!("Both databases are up to date.");
            } else {
                println!("Steps taken: {}.", started.steps.join(", "));
            }
            Ok(())
        }),
        What::Status => status(),
        What::Down { side, yes } => down(side, yes),
    }
}

fn status() -> Result<(), Complaint> {
    let settings = Settings::from_environment()?;
    log_to_stderr(settings.log);
    let plan = house::plan(&settings);
    show("register", &db::steps_of::<db::RegisterConn>(&plan.register)?);
    show("urn", &db::steps_of::<db::UrnConn>(&plan.urn)?);
    Ok(())
}

fn show(side: &str, steps: &[Step]) {
    println!("{side}");
    for step in steps {
        println!("  {} {}", if step.is_done { "done   " } else { "missing" }, step.name);
    }
}

fn down(side: Which, yes: bool) -> Result<(), Complaint> {
    if !yes {
        return Err(Complaint::new("Taking a step back deletes what it had made. Make a backup, then add --yes."));
    }
    let settings = Settings::from_environment()?;
    let _alone = Lock::alone(&settings.data)?;
    let plan = house::plan(&settings);
    let reverted = match side {
        Which::Register => db::step_back::<db::RegisterConn>(&plan.register)?,
        Which::Urn => db::step_back::<db::UrnConn>(&plan.urn)?,
    };
    let name = match side {
        Which::Register => db::RegisterConn::NAME,
        Which::Urn => db::UrnConn::NAME,
    };
    match reverted {
        Some(step) => println!("The {name} database has taken back the step {step}."),
        None => println!("The {name} database has no step to take back."),
    }
    Ok(())
}
