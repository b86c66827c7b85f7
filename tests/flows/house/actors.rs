//! People with browsers: each has cookies of their own and does what people do.

use std::{cell::RefCell, collections::HashMap};

use clearjai::accounts::Totp;

use super::{House, Page};

/// Everyone's password, unless the story is about passwords.
pub const PASSWORD: &str = "ช้างเผือกเดินสวนป่า";

pub struct Visitor<'house> {
    house: &'house House,
    cookies: RefCell<HashMap<String, String>>,
    agent: ureq::Agent,
    /// The app on their phone, once they have switched the second factor on.
    pub phone: RefCell<Option<Totp>>,
}

impl<'house> Visitor<'house> {
    pub fn new(house: &'house House) -> Self {
        let agent = ureq::Agent::config_builder().max_redirects(0).http_status_as_error(false).build().new_agent();
        Self { house, cookies: RefCell::default(), agent, phone: RefCell::default() }
    }

    /// `GET`
    pub fn opens(&self, address: &str) -> Page {
        let request = self.agent.get(self.house.url(address)).header("cookie", self.cookie_header());
        self.read(address, request.call().unwrap())
    }

    /// A file, byte by byte.
    pub fn downloads(&self, address: &str) -> Vec<u8> {
        let request = self.agent.get(self.house.url(address)).header("cookie", self.cookie_header());
        request.call().unwrap().body_mut().read_to_vec().unwrap()
    }

    /// `HEAD`
    pub fn glances_at(&self, address: &str) -> Page {
        let request = self.agent.head(self.house.url(address)).header("cookie", self.cookie_header());
        self.read(address, request.call().unwrap())
    }

    /// Opens the page of a form and sends it.
    pub fn fills_in(&self, address: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.opens(address);
        self.sends(&page, address, fields)
    }

    /// Sends a form that stands on this page.
    pub fn sends(&self, page: &Page, address: &str, fields: &[(&str, &str)]) -> Page {
        let key = page.field("key");
        let mut all = vec![("key", key.as_str())];
        // Of what the form was drawn from, if it says so; a story may send another one.
        let mark = page.field_if_any("mark");
        if let Some(mark) = mark.as_deref().filter(|_| fields.iter().all(|(name, _)| *name != "mark")) {
            all.push(("mark", mark));
        }
        all.extend(fields);
        self.posts(address, &all)
    }

    /// `POST`, with exactly these fields.
    pub fn posts(&self, address: &str, fields: &[(&str, &str)]) -> Page {
        let request = self.agent.post(self.house.url(address)).header("cookie", self.cookie_header());
        self.read(address, request.send_form(fields.iter().copied()).unwrap())
    }

    /// Opens the page of a form and sends it with a file.
    pub fn uploads(&self, page: &str, address: &str, field: &str, name: &str, content: &[u8]) -> Page {
        self.sends_file(&self.opens(page), address, field, name, content)
    }

    /// Sends a form that stands on this page, with a file.
    pub fn sends_file(&self, page: &Page, address: &str, field: &str, name: &str, content: &[u8]) -> Page {
        self.sends_with_file(page, address, &[], (field, name), content)
    }

    /// The same with other fields before it.
    pub fn sends_with_file(
        &self,
        page: &Page,
        address: &str,
        fields: &[(&str, &str)],
        (field, name): (&str, &str),
        content: &[u8],
    ) -> Page {
        let file = [
            format!("Content-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n").as_bytes(),
            content,
        ]
        .concat();
        self.posts_parts(page, address, fields.iter().map(part).chain([file]).collect())
    }

    pub fn sends_multipart(&self, page: &Page, address: &str, fields: &[(&str, &str)]) -> Page {
        self.posts_parts(page, address, fields.iter().map(part).collect())
    }

    fn posts_parts(&self, page: &Page, address: &str, parts: Vec<Vec<u8>>) -> Page {
        let key = format!("Content-Disposition: form-data; name=\"key\"\r\n\r\n{}", page.field("key")).into_bytes();
        let mut body = Vec::new();
        for part in [vec![key], parts].concat() {
            body.extend_from_slice(b"--border\r\n");
            body.extend_from_slice(&part);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--border--\r\n");
        let request = self
            .agent
            .post(self.house.url(address))
            .header("cookie", self.cookie_header())
            .header("content-type", "multipart/form-data; boundary=border");
        self.read(address, request.send(&body[..]).unwrap())
    }

    /// Goes where a redirect leads.
    pub fn goes_on(&self, page: &Page) -> Page {
        self.opens(page.leads_to())
    }

    fn read(&self, address: &str, mut answer: ureq::http::Response<ureq::Body>) -> Page {
        let mut headers: HashMap<String, Vec<String>> = HashMap::new();
        for (name, value) in answer.headers() {
            headers.entry(name.to_string()).or_default().push(value.to_str().unwrap().to_owned());
        }
        for cookie in headers.get("set-cookie").into_iter().flatten() {
            let (pair, attributes) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').unwrap();
            if attributes.contains("Max-Age=0") {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
            }
        }
        let status = answer.status().as_u16();
        let body = answer.body_mut().read_to_string().unwrap_or_default();
        Page { status, address: address.to_owned(), headers, body }
    }

    fn cookie_header(&self) -> String {
        self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.borrow().get(name).cloned()
    }

    pub fn takes_cookie(&self, name: &str, value: &str) {
        self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
    }

    pub fn signs_in(&self, email: &str, password: &str) -> Page {
        self.fills_in("/signin", &[("email", email), ("password", password)])
    }

    /// Signs in all the way, with the code from the phone if there is one.
    #[track_caller]
    pub fn is_in(&self, email: &str) -> &Self {
        let answer = self.signs_in(email, PASSWORD);
        if answer.leads_to().contains("/signin/code") {
            // A code works once: time passes until the next.
            self.house.turn(std::time::Duration::from_secs(30));
            let code = self.phone_shows();
            let answer = self.fills_in("/signin/code", &[("code", &code)]);
            assert_eq!(answer.leads_to(), "/home");
        } else {
            assert_eq!(answer.leads_to(), "/home");
        }
        self
    }

    pub fn phone_shows(&self) -> String {
        self.phone.borrow().as_ref().expect("a phone with the app").code_at(self.house.clock.now())
    }

    /// Switches the second factor on, which a letter tells them, and returns the recovery codes.
    pub fn switches_second_factor_on(&self) -> Vec<String> {
        let codes = self.enrols();
        self.house.courier_runs();
        codes
    }

    /// The same before the story begins, which does not care for that letter.
    fn settles_in(&self) {
        self.enrols();
        self.house.place().in_the_register("DELETE FROM outbox WHERE kind = 'notice'");
    }

    fn enrols(&self) -> Vec<String> {
        let page = self.opens("/account/second-factor");
        let secret = page.field("secret");
        *self.phone.borrow_mut() = Some(Totp::from_text(&secret).unwrap());
        let code = self.phone_shows();
        let shown = self.sends(&page, "/account/second-factor", &[("secret", &secret), ("code", &code)]);
        shown.is(200);
        shown
            .body
            .split("<li>")
            .skip(1)
            .filter_map(|item| item.split('<').next())
            .filter(|code| code.chars().filter(char::is_ascii_digit).count() == 10)
            .map(ToOwned::to_owned)
            .collect()
    }
}

impl House {
    /// The first administrator, signed in with a second factor, as the house requires.
    pub fn administrator(&self) -> Visitor<'_> {
        let admin = self.visitor();
        let address = self.setup_address();
        let made = admin.fills_in(&address, &[("name", "อนันต์"), ("email", "anan@example.go.th"), ("password", PASSWORD)]);
        assert_eq!(made.leads_to(), "/signin?done=password-set");
        admin.is_in("anan@example.go.th");
        admin.settles_in();
        admin
    }

    /// Somebody with these roles, invited by the administrator and signed in. Roles that need a
    /// second factor have switched it on.
    pub fn member(&self, admin: &Visitor, name: &str, roles: &[&str]) -> Visitor<'_> {
        let email = format!("{name}@example.go.th");
        let mut fields = vec![("name", name), ("email", email.as_str()), ("language", "th")];
        fields.extend(roles.iter().map(|role| ("roles", *role)));
        assert_eq!(admin.fills_in("/admin/people/new", &fields).leads_to(), "/admin/people?done=invited");
        let link = self.letter_to(&email).link();
        let member = self.visitor();
        assert_eq!(member.fills_in(&link, &[("password", PASSWORD)]).leads_to(), "/signin?done=password-set");
        member.is_in(&email);
        if roles.contains(&"hr") || roles.contains(&"admin") {
            member.settles_in();
        }
        member
    }
}

/// A field of a form that is sent in parts.
fn part((name, value): &(&str, &str)) -> Vec<u8> {
    format!("Content-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}").into_bytes()
}
