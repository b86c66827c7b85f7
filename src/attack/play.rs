//! The play: people who sign in, forget passwords, invite each other and make mistakes, over HTTP
//! as they would, so that every kind of secret has been there when the copies are made.

use std::{collections::BTreeMap, time::Duration};

use data_encoding::BASE64URL_NOPAD;

use super::{
    NotCarriedOut,
    browser::{Browser, Page},
    clinic::{self, Sitting},
    forms::{expect, fill_in, fill_in_at, keep_cookies, link_in, send},
    post_office::PostOffice,
    stage::Stage,
    survey::{self, Played},
    truth::{Letter, Person, Truth},
};
use crate::{
    accounts::{self, Newcomer, Role, Roles, Totp},
    address::EmailAddress,
    language::Language,
    mail::Transport,
    schedule,
    secrets::{Purpose, Sealed},
};

/// Fewer would leave out some kinds of secrets and letters.
pub const FEWEST: usize = 8;

/// So many wrong or right passwords a minute do not slow the door down.
const SIGN_INS_A_MINUTE: usize = 40;

/// A code of the phone works once; the next one comes after so long.
const NEXT_CODE: Duration = Duration::from_secs(30);

/// A page that opens to everyone who is signed in, and to nobody else.
pub const FOR_EVERYONE: &str = "/en/account";

/// Where these stand among the people; coordinator, HR and viewer have a second factor, without which HR may not come in: see
/// [`Play::staff`].
pub const A_COORDINATOR: usize = 1;
pub const HR: usize = 4;
/// Reads results and does nothing else.
pub const A_VIEWER: usize = 7;
/// Has none, and needs none.
pub const THE_DESK: usize = 2;
pub const AN_ADMINISTRATOR: usize = 0;

/// Tells how far it has come.
pub type Tell<'a> = &'a (dyn Fn(&str) + Send + Sync);

/// The survey comes in the middle: links and letters of the end are to be fresh when they are attacked.
pub fn play(stage: &Stage, people: usize, tell: Tell) -> Result<(Truth, Played, Sitting), NotCarriedOut> {
    let mut play = Play { stage, truth: Truth::default(), sign_ins: 0 };
    play.truth.keep("the master key", &master_key(stage)?);
    let mut admin = play.administrator()?;
    for nth in 0..people {
        play.staff(nth)?;
        if (nth + 1) % 50 == 0 {
            tell(&format!("{} of {people} people have signed in", nth + 1));
        }
    }
    let played = survey::play(stage, &mut play.truth, people, tell)?;
    play.truth.voters.clone_from(&played.voters);
    play.truth.voters.extend(played.blocks.iter().flat_map(|blocks| blocks.voters.clone()));
    let sitting = clinic::play(stage, &mut play.truth, &played.voters, tell)?;
    // A session does not last for weeks.
    if let Some(person) = play.truth.people.first().cloned() {
        admin = stage.browser();
        play.enter(&person, &mut admin)?;
    }
    tell("letters are written, sent, refused and left waiting");
    play.letters_that_are_sent(&mut admin, people)?;
    play.letters_that_are_refused()?;
    play.troubles()?;
    play.letters_that_wait(&mut admin, people)?;
    Ok((play.truth, played, sitting))
}

/// Signs somebody in and returns their token, as it stands in the cookie.
pub fn sign_in(stage: &Stage, truth: &mut Truth, person: &Person, browser: &mut Browser) -> Result<String, NotCarriedOut> {
    let stuck = || NotCarriedOut::Stuck("signed in".to_owned());
    let page = fill_in(truth, browser, "/en/signin", &[("email", &person.email), ("password", &person.password)])?;
    keep_cookies(truth, browser);
    if page.location.contains("/signin/code") {
        stage.turn(NEXT_CODE);
        let code = person.phone.as_ref().ok_or_else(stuck)?.code_at(stage.clock.now());
        fill_in(truth, browser, "/en/signin/code", &[("code", &code)])?;
        keep_cookies(truth, browser);
    }
    let is_in = browser.head(FOR_EVERYONE)? == 200;
    browser.cookies.get("clearjai").cloned().filter(|_| is_in).ok_or_else(stuck)
}

struct Play<'stage> {
    stage: &'stage Stage,
    truth: Truth,
    sign_ins: usize,
}

impl Play<'_> {
    /// The first administrator, by the link of the first start.
    fn administrator(&mut self) -> Result<Browser, NotCarriedOut> {
        let (now, chance) = (self.stage.clock.now(), self.stage.house.chance.clone());
        let link = self.stage.house.db.register(move |conn| accounts::setup_link(conn, now, &mut chance.dice()));
        let link = self.stage.wait(link)?.ok_or_else(|| NotCarriedOut::Stuck("was to be the first".to_owned()))?.reveal();
        self.truth.keep_token("a link for the first administrator", &link);
        let mut admin = self.newcomer("admin");
        let mut browser = self.stage.browser();
        let fields = [("name", admin.name.as_str()), ("email", &admin.email), ("password", &admin.password)];
        expect(303, "set up", &fill_in(&mut self.truth, &mut browser, &format!("/en/setup/{link}"), &fields)?)?;
        self.enter(&admin, &mut browser)?;
        self.switch_on(&mut admin, &mut browser)?;
        let email = EmailAddress::parse(&admin.email)?;
        let account = self.stage.wait(self.stage.house.db.read_register(move |conn| accounts::find_by_email(conn, &email)))?;
        admin.id = account.map(|account| account.id);
        self.truth.people.push(admin);
        Ok(browser)
    }

    /// Somebody with an account: everyone signs in, some with a second factor, some more than once,
    /// some sign out again, some stay until their token changes.
    fn staff(&mut self, nth: usize) -> Result<(), NotCarriedOut> {
        let house = &self.stage.house;
        let mut person = self.newcomer("staff");
        let hash = self.stage.wait(house.passwords.hash(person.password.clone()))?;
        let role = [Role::Coordinator, Role::Desk, Role::Viewer, Role::Hr].get(nth % 4).copied().unwrap_or(Role::Viewer);
        let newcomer =
            Newcomer { email: EmailAddress::parse(&person.email)?, name: person.name.clone(), language: Language::English };
        let (now, master, chance) = (self.stage.clock.now(), house.master.clone(), house.chance.clone());
        let added = house.db.register(move |conn| {
            let roles = Roles::from_iter([role]);
            accounts::add_directly(conn, &master, &newcomer, &roles, &hash, now, &mut chance.dice())
        });
        person.id = Some(self.stage.wait(added)?.id);

        let mut browser = self.stage.browser();
        self.enter(&person, &mut browser)?;
        if nth.is_multiple_of(3) {
            self.switch_on(&mut person, &mut browser)?;
            self.enter(&person, &mut self.stage.browser())?;
        }
        match nth {
            1 => expect(303, "signed out", &self.send(&mut browser, "/en/account", "/en/signout")?)?,
            2 => {
                // The token changes every quarter of an hour.
                self.stage.turn(Duration::from_secs(16 * 60));
                expect(200, "came back", &browser.get("/en/account")?)?;
                keep_cookies(&mut self.truth, &browser);
            }
            _ => {}
        }
        self.truth.people.push(person);
        Ok(())
    }

    fn letters_that_are_sent(&mut self, admin: &mut Browser, people: usize) -> Result<(), NotCarriedOut> {
        self.ask_for_resets(0)?;
        self.invite(admin, people / 5 + 1)?;
        self.learn_letters(true)?;
        self.stage.wait(schedule::run_due(&self.stage.house));
        // Half of the links are used.
        let letters: Vec<_> = self.truth.letters.iter().step_by(2).cloned().collect();
        for letter in letters {
            let Some((_, path)) = link_in(&letter.text) else { continue };
            let password = self.password();
            let mut browser = self.stage.browser();
            expect(303, "used a link", &fill_in(&mut self.truth, &mut browser, path, &[("password", &password)])?)?;
            if let Some(person) = self.truth.people.iter_mut().find(|person| person.email == letter.to) {
                person.password = password;
            }
        }
        Ok(())
    }

    /// The mail server says no, and quotes the address.
    fn letters_that_are_refused(&mut self) -> Result<(), NotCarriedOut> {
        self.ask_for_resets(1)?;
        self.learn_letters(false)?;
        let post = PostOffice::open()?;
        let mut courier = self.stage.house.courier.clone();
        courier.transport = Transport::smtp(&format!("smtp://{}", post.address))?;
        let round = self.stage.wait(async move { courier.run().await })?;
        if round.given_up == 0 { Err(NotCarriedOut::Stuck("refused letters".to_owned())) } else { Ok(()) }
    }

    fn letters_that_wait(&mut self, admin: &mut Browser, people: usize) -> Result<(), NotCarriedOut> {
        self.ask_for_resets(2)?;
        self.invite(admin, people / 5 + 1)?;
        self.learn_letters(false)
    }

    /// Everything that makes a program write lines into its log.
    fn troubles(&mut self) -> Result<(), NotCarriedOut> {
        let Some(person) = self.truth.people.last().cloned() else { return Ok(()) };
        let mut browser = self.stage.browser();
        let secret = BASE64URL_NOPAD.encode(&self.stage.house.chance.dice().bytes::<32>());
        self.truth.keep_token("a token that was made up", &secret);
        let wrong = [("email", person.email.as_str()), ("password", secret.as_str())];
        expect(422, "mistyped", &fill_in(&mut self.truth, &mut browser, "/en/signin", &wrong)?)?;
        for path in
            [format!("/en/reset/{secret}"), format!("/{}/{secret}", person.mailbox()), format!("/en/%ff{secret}?{secret}")]
        {
            browser.get(&path)?;
        }
        browser.post("/en/signin", &wrong)?;
        let babble = format!("GET /en/reset/{secret} HTTP/9.9\r\nFrom: {}\r\n\u{1}: \r\n\r\n", person.email);
        browser.babble(babble.as_bytes())?;

        // The database fails in the middle of a deed.
        self.stage.register()?.run("ALTER TABLE throttles RENAME TO throttles_away")?;
        let broken = fill_in(&mut self.truth, &mut browser, "/en/signin", &wrong);
        self.stage.register()?.run("ALTER TABLE throttles_away RENAME TO throttles")?;
        expect(500, "met a fault", &broken?)
    }

    /// Every fourth of the people forgets their password.
    fn ask_for_resets(&mut self, which: usize) -> Result<(), NotCarriedOut> {
        let forgetful: Vec<_> = self.truth.people.iter().skip(1).skip(which).step_by(4).cloned().collect();
        for person in forgetful {
            self.stage.turn(Duration::ZERO);
            let mut browser = self.stage.browser();
            let page = fill_in(&mut self.truth, &mut browser, "/en/forgotten", &[("email", &person.email)])?;
            expect(303, "forgot a password", &page)?;
        }
        Ok(())
    }

    fn invite(&mut self, admin: &mut Browser, count: usize) -> Result<(), NotCarriedOut> {
        for _ in 0..count {
            self.stage.turn(Duration::ZERO);
            let person = self.newcomer("guest");
            let fields = [("name", person.name.as_str()), ("email", &person.email), ("language", "en"), ("roles", "viewer")];
            expect(303, "invited", &fill_in(&mut self.truth, admin, "/en/admin/people/new", &fields)?)?;
            self.truth.people.push(person);
        }
        Ok(())
    }

    /// Reads the letters in the outbox, as only who holds the master key can.
    fn learn_letters(&mut self, is_sent: bool) -> Result<(), NotCarriedOut> {
        let mut store = self.stage.register()?;
        let columns = store.columns()?;
        let mut column = |name: &str| -> Result<_, NotCarriedOut> {
            let column = columns.iter().find(|it| it.table == "outbox" && it.name == name);
            let column = column.ok_or_else(|| NotCarriedOut::Stuck("looked for the outbox".to_owned()))?;
            Ok(store.cells(column)?)
        };
        let mut sealed: BTreeMap<_, _> = column("sealed")?.into_iter().map(|cell| (cell.place, cell.value)).collect();
        for id in column("id")? {
            let sealed = sealed.remove(&id.place).flatten().unwrap_or_default();
            let id = id.value.unwrap_or_default();
            if self.truth.letters.iter().any(|letter| letter.id == id) {
                continue;
            }
            let opened = self.stage.house.master.open(Purpose::Letters, &id, &Sealed::from_bytes(sealed.clone()));
            let written: serde_json::Value = serde_json::from_slice(&opened.unwrap_or_default()).unwrap_or_default();
            let part = |name: &str| written.get(name).and_then(|part| part.as_str()).unwrap_or_default().to_owned();
            let letter = Letter { id, to: part("to"), text: part("text"), sealed, is_sent };
            if letter.text.is_empty() {
                // An order, which says nothing but for whom.
                continue;
            }
            let Some((token, _)) = link_in(&letter.text) else {
                return Err(NotCarriedOut::Stuck("looked for the link in a letter".to_owned()));
            };
            self.truth.keep_token("a link in a letter", token);
            self.truth.letters.push(letter);
        }
        Ok(())
    }

    fn enter(&mut self, person: &Person, browser: &mut Browser) -> Result<(), NotCarriedOut> {
        self.sign_ins += 1;
        let a_while = if self.sign_ins.is_multiple_of(SIGN_INS_A_MINUTE) { Duration::from_secs(61) } else { Duration::ZERO };
        self.stage.turn(a_while);
        sign_in(self.stage, &mut self.truth, person, browser).map(drop)
    }

    fn switch_on(&mut self, person: &mut Person, browser: &mut Browser) -> Result<(), NotCarriedOut> {
        const ADDRESS: &str = "/en/account/second-factor";
        let stuck = || NotCarriedOut::Stuck("switched the second factor on".to_owned());
        let page = browser.get(ADDRESS)?;
        let secret = page.field("secret").ok_or_else(stuck)?.to_owned();
        let phone = Totp::from_text(&secret).ok_or_else(stuck)?;
        self.truth.keep("the secret of a second factor", phone.as_bytes());
        let code = phone.code_at(self.stage.clock.now());
        let shown = send(&mut self.truth, browser, &page, ADDRESS, &[("secret", &secret), ("code", &code)])?;
        let mut codes = 0;
        for code in shown.items() {
            let digits: String = code.chars().filter(char::is_ascii_digit).collect();
            if digits.len() == 10 {
                self.truth.keep("a recovery code", digits.as_bytes());
                self.truth.keep("a recovery code", code.as_bytes());
                codes += 1;
            }
        }
        person.phone = Some(phone);
        if codes == 0 { Err(stuck()) } else { Ok(()) }
    }

    fn send(&mut self, browser: &mut Browser, on: &str, to: &str) -> Result<Page, NotCarriedOut> {
        fill_in_at(&mut self.truth, browser, on, to, &[])
    }

    /// Nobody has a name like this by chance.
    fn newcomer(&mut self, kind: &str) -> Person {
        let digits = self.stage.house.chance.dice().digits(12);
        let password = self.password();
        let (email, name) = (format!("{kind}.{digits}@audit.example"), format!("Somying {digits}-{kind}"));
        Person { email, name, password, id: None, phone: None }
    }

    fn password(&mut self) -> String {
        let password = BASE64URL_NOPAD.encode(&self.stage.house.chance.dice().bytes::<15>());
        self.truth.keep("a password", password.as_bytes());
        password
    }
}

fn master_key(stage: &Stage) -> Result<Vec<u8>, NotCarriedOut> {
    let stuck = |_| NotCarriedOut::Stuck("looked for the master key".to_owned());
    data_encoding::BASE64.decode(stage.house.master.to_base64().as_bytes()).map_err(stuck)
}
