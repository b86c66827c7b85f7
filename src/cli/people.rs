//! `clearjai people`: the roster and its units, from the command line.

use clap::Subcommand;
use jiff::civil::Date;

use super::{
    Complaint,
    open::with_house,
    people_import::{self, ImportArguments},
    table,
    user::LanguageName,
};
use crate::{
    accounts::Actor,
    address::EmailAddress,
    house::House,
    language::{Language, Reading, dates, plain},
    people::{
        self, Category, EmployeeNumber, Filter, Listed, Name, NewPerson, NewUnit, Order, Refusal, ShortName, Unfit, UnitListed,
        Unlikely, Who,
    },
    tidy::Untidy,
};

#[derive(Subcommand)]
pub enum What {
    /// List everyone who works here, by employee number
    List {
        /// Only the people of this unit, by its short name
        #[arg(long, value_name = "SHORT")]
        unit: Option<String>,
        /// List those who have left instead
        #[arg(long)]
        departed: bool,
        /// Print e-mail addresses in full; otherwise they are masked
        #[arg(long)]
        show_email: bool,
    },
    /// Add somebody to the roster
    Add {
        /// Their employee number; never a citizen id, which ClearJai does not keep
        number: String,
        /// Their name
        #[arg(long)]
        name: String,
        /// The short name of the unit they work in; `clearjai people units` shows them all
        #[arg(long, value_name = "SHORT")]
        unit: String,
        /// Their first day at work: "1 ต.ค. 2560", 1/10/2560 or 2017-10-01, the year in four
        /// digits; leave it out while it is not known
        #[arg(long, value_name = "DATE")]
        started: Option<String>,
        /// The kind of employment, as your department calls it
        #[arg(long, default_value = "ข้าราชการ")]
        category: String,
        /// Their e-mail address; without one they get a slip of paper
        #[arg(long)]
        email: Option<String>,
        /// The language of their letters, if it is not the department's first language
        #[arg(long, value_enum)]
        language: Option<LanguageName>,
    },
    /// Take a file of staff into the roster: all of it, or nothing
    Import(ImportArguments),
    /// Note that somebody has left
    Depart {
        /// Their employee number
        number: String,
        /// The first day on which they are no longer here, written like a start date
        #[arg(long, value_name = "DATE")]
        on: String,
    },
    /// List the units, and how many people work in each
    Units,
    /// Add a unit
    AddUnit {
        /// What the unit is called in tables and commands, such as สลก.
        #[arg(value_name = "SHORT")]
        short_name: String,
        /// Its full name in Thai
        #[arg(long)]
        thai: String,
        /// Its full name in English
        #[arg(long)]
        english: Option<String>,
        /// The short name of the unit it belongs to
        #[arg(long, value_name = "SHORT")]
        parent: Option<String>,
    },
}

pub fn run(what: What) -> Result<(), Complaint> {
    // What was typed is read before anything is opened or made.
    match what {
        What::List { unit, departed, show_email } => {
            let unit = unit.map(|unit| short_name(&unit)).transpose()?;
            let who = if departed { Who::Departed } else { Who::Present };
            with_house(|house, _, _| async move { list(&house, unit, who, show_email).await })
        }
        What::Add { number, name, unit, started, category, email, language } => {
            let new = NewPerson {
                number: employee_number(&number)?,
                name: full_name("name", &name)?,
                unit: short_name(&unit)?,
                category: Category::parse(&category).map_err(|unfit| unfit_in_words("category", unfit))?,
                email: email.map(|email| address(&email)).transpose()?,
                language: language.map(|language| match language {
                    LanguageName::Th => Language::Thai,
                    LanguageName::En => Language::English,
                }),
                started: started.as_deref().map(day).transpose()?,
            };
            with_house(|house, _, _| async move { add(&house, new).await })
        }
        What::Depart { number, on } => {
            let (number, on) = (employee_number(&number)?, day(&on)?);
            with_house(|house, _, _| async move { depart(&house, number, on).await })
        }
        What::Import(arguments) => people_import::run(arguments),
        What::Units => with_house(|house, _, _| async move { units(&house).await }),
        What::AddUnit { short_name: short, thai, english, parent } => {
            let new = NewUnit {
                short_name: short_name(&short)?,
                name_thai: full_name("Thai name", &thai)?,
                name_english: english.map(|english| full_name("English name", &english)).transpose()?,
                parent: parent.map(|parent| short_name(&parent)).transpose()?,
            };
            with_house(|house, _, _| async move { add_unit(&house, new).await })
        }
    }
}

// ---- what was typed

fn employee_number(text: &str) -> Result<EmployeeNumber, Complaint> {
    EmployeeNumber::parse(text).map_err(|unfit| unfit_in_words("employee number", unfit))
}

fn short_name(text: &str) -> Result<ShortName, Complaint> {
    ShortName::parse(text).map_err(|unfit| unfit_in_words("short name of the unit", unfit))
}

fn full_name(what: &str, text: &str) -> Result<Name, Complaint> {
    Name::parse(text).map_err(|unfit| unfit_in_words(what, unfit))
}

fn address(text: &str) -> Result<EmailAddress, Complaint> {
    EmailAddress::parse(text)
        .map_err(|_| Complaint::new(format!("“{text}” is not an e-mail address. Write it like somsri@example.go.th.")))
}

fn day(text: &str) -> Result<Date, Complaint> {
    match dates::read(text) {
        Ok(Reading::Day(day)) => Ok(day),
        Ok(Reading::TwoDigitYear { .. }) => Err(Complaint::new(format!(
            "The year of “{text}” has two digits only. Write all four, such as 1 ต.ค. 2560 or 1 Oct 2017."
        ))),
        Err(fault) => Err(Complaint::new(format!(
            "“{text}” cannot be read as a day: {fault}. Write it like 1 ต.ค. 2560, 1/10/2560 or 2017-10-01."
        ))),
    }
}

fn unfit_in_words(what: &str, unfit: Unfit) -> Complaint {
    Complaint::new(match unfit {
        Unfit::Untidy(Untidy::Missing) => format!("The {what} is empty."),
        Unfit::Untidy(Untidy::TooLong { most }) => format!("The {what} is too long: use at most {most} characters."),
        Unfit::Untidy(Untidy::Unprintable) => {
            format!("The {what} holds a character that cannot be shown. Type it anew instead of copying it.")
        }
        Unfit::NotANumber => {
            format!("The {what} may have letters, digits and - . / _ only, and begins with a letter or a digit.")
        }
        Unfit::CitizenId => {
            format!("This {what} looks like a citizen id, which ClearJai never keeps. Use the department's own number.")
        }
    })
}

// ---- deeds

async fn add(house: &House, new: NewPerson) -> Result<(), Complaint> {
    let (now, master, chance) = (house.clock.now(), house.master.clone(), house.chance.clone());
    let started = new.started;
    house
        .db
        .register(move |conn| people::add(conn, &master, &Actor::command_line(), &new, now, &mut chance.dice()))
        .await
        .map_err(in_words)?;
    match started {
        Some(day) => println!("Added. Here since {}.", written(day)),
        None => println!("Added, without a start date: no survey can count their service until it is known."),
    }
    Ok(())
}

async fn depart(house: &House, number: EmployeeNumber, on: Date) -> Result<(), Complaint> {
    let (now, master) = (house.clock.now(), house.master.clone());
    house
        .db
        .register(move |conn| {
            let person = people::find(conn, &number)?.ok_or(Refusal::NoSuchPerson)?;
            people::depart(conn, &master, &Actor::command_line(), &person, on, now)
        })
        .await
        .map_err(in_words)?;
    println!("Noted. No longer here from {} on.", written(on));
    Ok(())
}

async fn add_unit(house: &House, new: NewUnit) -> Result<(), Complaint> {
    let (now, master, chance) = (house.clock.now(), house.master.clone(), house.chance.clone());
    house
        .db
        .register(move |conn| people::add_unit(conn, &master, &Actor::command_line(), &new, now, &mut chance.dice()))
        .await
        .map_err(in_words)?;
    println!("Added.");
    Ok(())
}

fn in_words(refusal: Refusal) -> Complaint {
    Complaint::new(match refusal {
        Refusal::NumberTaken => "Somebody has this employee number already.".to_owned(),
        Refusal::EmailTaken => "Somebody on the roster has this e-mail address already.".to_owned(),
        Refusal::ShortNameTaken => "There is a unit with this short name already.".to_owned(),
        Refusal::NoSuchUnit => "There is no unit with this short name. `clearjai people units` shows them all.".to_owned(),
        Refusal::NoSuchPerson => {
            "Nobody on the roster has this employee number. `clearjai people list` shows them all.".to_owned()
        }
        Refusal::Departed { on } => format!("They are marked as departed already, from {} on.", written(on)),
        Refusal::UnitBelowItself => "A unit cannot belong to itself, or to a unit below it.".to_owned(),
        Refusal::UnitInUse => "People, units or a roll stand on this unit; it cannot be removed.".to_owned(),
        Refusal::SamePerson => "Both are the same entry.".to_owned(),
        Refusal::BothOnRoll => "Both stand on the roll of one survey. Merge them after it has closed.".to_owned(),
        Refusal::Day(Unlikely::StartsInFuture) => {
            "The start date lies in the future. Add them on their first day; or check the year.".to_owned()
        }
        Refusal::Day(Unlikely::ServesTooLong) => {
            "With this start date they would have served for more than 60 years. Check the year.".to_owned()
        }
        Refusal::Day(Unlikely::DepartsInFuture) => {
            "The departure lies in the future. Note it on that day or later; or check the year.".to_owned()
        }
        Refusal::Day(Unlikely::DepartsBeforeStart) => "They cannot leave before they started. Check the date.".to_owned(),
        Refusal::Database(fault) => return fault.into(),
    })
}

// ---- lists

async fn list(house: &House, unit: Option<ShortName>, who: Who, show_email: bool) -> Result<(), Complaint> {
    let of_one_unit = unit.is_some();
    let everyone = house
        .db
        .read_register(move |conn| {
            let units = match unit {
                Some(unit) => vec![people::find_unit(conn, &unit)?.ok_or(Refusal::NoSuchUnit)?.id],
                None => Vec::new(),
            };
            let filter = Filter { who, units, order: Order::Number, ..Filter::default() };
            Ok(people::page(conn, &filter, 0, i64::MAX)?)
        })
        .await
        .map_err(in_words)?;
    if everyone.is_empty() {
        println!("{}", nobody(who, of_one_unit));
        return Ok(());
    }
    let headings =
        ["NUMBER", "NAME", "UNIT", "CATEGORY", "STARTED", if who == Who::Departed { "DEPARTED" } else { "" }, "E-MAIL"];
    let row = |person: Listed| {
        let email =
            person.email.map_or_else(String::new, |email| if show_email { email.reveal().into() } else { email.masked() });
        let departed = person.departed.map_or_else(String::new, written);
        let [number, name, unit, category] =
            [person.number.as_str(), person.name.as_str(), person.unit.as_str(), person.category.as_str()].map(str::to_owned);
        [number, name, unit, category, person.started.map(written).unwrap_or_default(), departed, email]
    };
    table::print(headings, everyone.into_iter().map(row).collect())
}

fn nobody(who: Who, of_one_unit: bool) -> &'static str {
    match (who, of_one_unit) {
        (Who::Present, false) => {
            "Nobody is on the roster yet. Add somebody: clearjai people add NUMBER --name NAME --unit SHORT --started DATE"
        }
        (Who::Present, true) => "Nobody works in this unit.",
        (Who::Departed, false) => "Nobody has left.",
        (Who::Departed, true) => "Nobody has left this unit.",
    }
}

async fn units(house: &House) -> Result<(), Complaint> {
    let units = house.db.read_register(people::units).await?;
    if units.is_empty() {
        println!("There is no unit yet. Add the first: clearjai people add-unit SHORT --thai NAME");
        return Ok(());
    }
    let row = |UnitListed { unit, parent, people }: UnitListed| {
        [
            unit.short_name.as_str().to_owned(),
            people.to_string(),
            parent.map_or_else(String::new, |parent| parent.as_str().to_owned()),
            unit.name_thai.as_str().to_owned(),
            unit.name_english.map_or_else(String::new, |name| name.as_str().to_owned()),
        ]
    };
    table::print(["UNIT", "PEOPLE", "PART OF", "NAME", "IN ENGLISH"], units.into_iter().map(row).collect())
}

/// As HR writes it, in plain text.
fn written(day: Date) -> String {
    plain(&dates::short(day, Language::Thai))
}
