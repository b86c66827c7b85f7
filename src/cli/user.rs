//! `clearjai user`: those who may sign in, from the command line.

use clap::Subcommand;

use super::{Complaint, open::with_house};
use crate::{
    accounts::{self, Account, Actor, Newcomer, Refusal, Role, Roles, State, Weak},
    address::EmailAddress,
    house::House,
    language::Language,
    web::at,
};

#[derive(Subcommand)]
pub enum What {
    /// Add somebody and print a link with which they set their password
    Add {
        /// Their e-mail address
        email: EmailAddress,
        /// Their name, as others see it
        #[arg(long)]
        name: String,
        /// What they do; may be given several times
        #[arg(long = "role", value_enum, required = true)]
        roles: Vec<RoleName>,
        /// The language of their letters
        #[arg(long, value_enum, default_value = "th")]
        language: LanguageName,
        /// Read a password from standard input instead of printing a link
        #[arg(long)]
        password_stdin: bool,
    },
    /// List everyone
    List,
    /// Print a link with which somebody sets a new password
    Reset { email: EmailAddress },
    /// Change what somebody does
    Roles {
        email: EmailAddress,
        #[arg(long = "role", value_enum, required = true)]
        roles: Vec<RoleName>,
    },
    /// Close an account: signed out everywhere, and no way in
    Close { email: EmailAddress },
    /// Open a closed account again
    Reopen { email: EmailAddress },
}

#[derive(Clone, Copy, clap::ValueEnum)]
pub enum RoleName {
    Admin,
    Hr,
    Coordinator,
    Desk,
    Viewer,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Admin => Self::Admin,
            RoleName::Hr => Self::Hr,
            RoleName::Coordinator => Self::Coordinator,
            RoleName::Desk => Self::Desk,
            RoleName::Viewer => Self::Viewer,
        }
    }
}

#[derive(Clone, Copy, clap::ValueEnum)]
pub enum LanguageName {
    Th,
    En,
}

pub fn run(what: What) -> Result<(), Complaint> {
    with_house(|house, _, _| async move {
        match what {
            What::Add { email, name, roles, language, password_stdin } => {
                let language = match language {
                    LanguageName::Th => Language::Thai,
                    LanguageName::En => Language::English,
                };
                let newcomer = Newcomer { email, name, language };
                let roles = roles.into_iter().map(Role::from).collect();
                if password_stdin { add_with_password(&house, newcomer, roles).await } else { add(&house, newcomer, roles).await }
            }
            What::List => list(&house).await,
            What::Reset { email } => reset(&house, email).await,
            What::Roles { email, roles } => change_roles(&house, email, roles.into_iter().map(Role::from).collect()).await,
            What::Close { email } => close(&house, email, true).await,
            What::Reopen { email } => close(&house, email, false).await,
        }
    })
}

async fn add(house: &House, newcomer: Newcomer, roles: Roles) -> Result<(), Complaint> {
    let (now, master, chance, language) = (house.clock.now(), house.master.clone(), house.chance.clone(), newcomer.language);
    let token = house
        .db
        .register(move |conn| accounts::add_with_link(conn, &master, &newcomer, &roles, now, &mut chance.dice()))
        .await
        .map_err(in_words)?;
    println!("Added. Hand them this link; it sets their password, works once, and for 7 days:");
    println!("{}", house.gatehouse().link(language, &at::invitation(&token)));
    Ok(())
}

async fn add_with_password(house: &House, newcomer: Newcomer, roles: Roles) -> Result<(), Complaint> {
    let mut password = String::new();
    std::io::stdin().read_line(&mut password)?;
    let password = password.trim_end_matches(['\r', '\n']).to_owned();
    match accounts::too_weak(&password, &[newcomer.email.reveal(), &newcomer.name]) {
        Some(Weak::TooShort) => return Err(Complaint::new("The password is too short: use at least 12 characters.")),
        Some(Weak::TooLong) => return Err(Complaint::new("The password is too long: use at most 1,000 characters.")),
        Some(Weak::TooEasy) => {
            return Err(Complaint::new("The password is too easy to guess: not a name, repeated characters, or a common one."));
        }
        None => {}
    }
    let hash = house.passwords.hash(password).await?;
    let (now, master, chance) = (house.clock.now(), house.master.clone(), house.chance.clone());
    house
        .db
        .register(move |conn| accounts::add_directly(conn, &master, &newcomer, &roles, &hash, now, &mut chance.dice()))
        .await
        .map_err(in_words)?;
    println!("Added. They can sign in at {}{}", house.public_url, at::SIGN_IN);
    Ok(())
}

async fn list(house: &House) -> Result<(), Complaint> {
    let all = house.db.read_register(accounts::all).await?;
    if all.is_empty() {
        println!("Nobody can sign in yet. Add the first administrator: clearjai user add EMAIL --name NAME --role admin");
    }
    for account in all {
        let roles: Vec<_> = account.roles.iter().map(Role::code).collect();
        let state = match account.state {
            State::Invited => "invited",
            State::Open => "open",
            State::Closed { .. } => "closed",
        };
        println!("{:<36} {:<8} {:<24} {}", account.email.reveal(), state, roles.join(","), account.name);
    }
    Ok(())
}

async fn reset(house: &House, email: EmailAddress) -> Result<(), Complaint> {
    let account = find(house, email).await?;
    let (now, chance, language, state) = (house.clock.now(), house.chance.clone(), account.language, account.state);
    let token = house
        .db
        .register(move |conn| accounts::link_to_password(conn, &account, now, &mut chance.dice()))
        .await
        .map_err(in_words)?;
    match state {
        State::Invited => {
            println!("Hand them this link; it sets their password, works once, and for 7 days:");
            println!("{}", house.gatehouse().link(language, &at::invitation(&token)));
        }
        State::Open => {
            println!("Hand them this link; it sets a new password, works once, and for an hour:");
            println!("{}", house.gatehouse().link(language, &at::reset(&token)));
        }
        State::Closed { .. } => {
            return Err(Complaint::new("The account is closed. Open it again first: clearjai user reopen EMAIL"));
        }
    }
    Ok(())
}

async fn change_roles(house: &House, email: EmailAddress, roles: Roles) -> Result<(), Complaint> {
    let account = find(house, email).await?;
    let (now, master) = (house.clock.now(), house.master.clone());
    house
        .db
        .register(move |conn| accounts::change_roles(conn, &master, &Actor::command_line(), account.id, &roles, now))
        .await
        .map_err(in_words)?;
    println!("Changed.");
    Ok(())
}

async fn close(house: &House, email: EmailAddress, is_closing: bool) -> Result<(), Complaint> {
    let account = find(house, email).await?;
    let (now, master, actor) = (house.clock.now(), house.master.clone(), Actor::command_line());
    house
        .db
        .register(move |conn| {
            if is_closing {
                accounts::close(conn, &master, &actor, account.id, now)
            } else {
                accounts::reopen(conn, &master, &actor, account.id, now)
            }
        })
        .await
        .map_err(in_words)?;
    println!("{}", if is_closing { "Closed." } else { "Open again." });
    Ok(())
}

async fn find(house: &House, email: EmailAddress) -> Result<Account, Complaint> {
    house
        .db
        .read_register(move |conn| accounts::find_by_email(conn, &email))
        .await?
        .ok_or_else(|| Complaint::new("There is no account with this address. `clearjai user list` shows them all."))
}

fn in_words(refusal: Refusal) -> Complaint {
    match refusal {
        Refusal::EmailTaken => Complaint::new("There is an account with this address already."),
        Refusal::LastAdmin => Complaint::new("At least one administrator must be able to sign in. Add another one first."),
        other => other.into(),
    }
}
