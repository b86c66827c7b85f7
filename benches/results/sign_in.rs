//! Somebody who makes surveys, without a second factor, signs in.

use clearjai::{
    accounts::{self, Newcomer, Role, Roles},
    address::EmailAddress,
    department::{self, Department},
    house::House,
    language::Language,
    surveys,
};

use super::{
    Outcome,
    http::{Connection, Request},
    program::Program,
};

const EMAIL: &str = "coordinator@clearjai.example";
const PASSWORD: &str = "a long enough pass phrase";

pub async fn employ(house: &House) -> Outcome<()> {
    let (now, master, chance) = (house.clock.now(), house.master.clone(), house.chance.clone());
    let department = Department { second_factor_required: false, ..Department::unnamed(now) };
    let hash = house.passwords.hash(PASSWORD.to_owned()).await?;
    let newcomer = Newcomer { email: EmailAddress::parse(EMAIL)?, name: "Coordinator".to_owned(), language: Language::Thai };
    house
        .db
        .register(move |conn| {
            let (by, dice) = (accounts::Actor::the_program(), &mut chance.dice());
            department::change(conn, &master, &by, &department, now).map_err(surveys::Refusal::from)?;
            let roles = Roles::from_iter([Role::Coordinator]);
            accounts::add_directly(conn, &master, &newcomer, &roles, &hash, now, dice)
                .map(drop)
                .map_err(|_| surveys::Refusal::NameTaken)
        })
        .await?;
    Ok(())
}

/// The cookie of the session.
pub fn sign_in(house: &Program) -> Outcome<String> {
    let mut browser = Connection::open(house.address)?;
    let page = browser.ask(&Request::get("/signin", ""))?;
    let guest = page.cookie().ok_or("the form came without a cookie")?.to_owned();
    let body = str::from_utf8(page.body)?;
    let (_, rest) = body.split_once("name=\"key\" value=\"").ok_or("the form has no key")?;
    let (key, _) = rest.split_once('"').ok_or("the form has no key")?;
    let (email, password) = (EMAIL.replace('@', "%40"), PASSWORD.replace(' ', "+"));
    let form = format!("key={key}&email={email}&password={password}");
    let answer = browser.ask(&Request::post_to_be_led_on("/signin", &guest, &form))?;
    let cookies = str::from_utf8(answer.head)?.lines().filter_map(|line| line.strip_prefix("set-cookie: "));
    let session = cookies.filter_map(|cookie| cookie.split(';').next()).find(|cookie| cookie.starts_with("clearjai="));
    session.map(str::to_owned).ok_or_else(|| "signing in gave no session".into())
}
