//! What these stories share: the whole address table, people of every role, and what is looked for in every answer.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

use crate::house::{House, Page, Visitor};

pub const NASTY: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
pub const NASTY_IN_ADDRESSES: &str = "%22%27%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%3Cimg%20src=x%20onerror=alert(1)%3E";

/// An address of the address table, with something in the place of what varies.
#[derive(Debug)]
pub struct Way {
    pub address: String,
    pub is_read: bool,
    pub is_sent: bool,
}

/// The whole address table, as it stands in the source: no address is forgotten here.
pub fn ways(instead: &dyn Fn(&str) -> String) -> Vec<Way> {
    let (site, at) = (include_str!("../../../src/site.rs"), include_str!("../../../src/web/at.rs"));
    let ways: Vec<_> = site
        .split("(at::")
        .skip(1)
        .filter_map(|piece| {
            let (name, handlers) = piece.split_once(')')?;
            let (_, pattern) = at.split_once(&format!("pub const {name}: &str = \""))?;
            let address = filled(pattern.split('"').next()?, instead);
            let (is_read, is_sent) = (handlers.contains("get().to("), handlers.contains("post().to("));
            Some(Way { address, is_read, is_sent })
        })
        .collect();
    assert!(ways.len() > 200, "the address table is read otherwise than it is written: {}", ways.len());
    assert!(ways.iter().filter(|way| way.is_sent).count() > 100);
    ways
}

/// `/desk/{matter:[0-9a-f]{8}}` with something in the place of `{…}`.
pub fn filled(pattern: &str, instead: &dyn Fn(&str) -> String) -> String {
    let (mut address, mut inside, mut depth) = (String::new(), String::new(), 0);
    for letter in pattern.chars() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 1 => {
                depth = 0;
                address.push_str(&instead(inside.split(':').next().unwrap_or_default()));
                inside.clear();
            }
            '}' => depth -= 1,
            letter if depth == 0 => address.push(letter),
            letter => inside.push(letter),
        }
    }
    address
}

/// Something of the right kind that is not there.
pub fn plausible(what: &str) -> String {
    match what {
        "year" => "2569".to_owned(),
        "part" => "iit".to_owned(),
        "day" => "2026-12-05".to_owned(),
        "kind" => "xlsx".to_owned(),
        "language" => "th".to_owned(),
        "code" => "000000".to_owned(),
        "link" => "4821093755621409".to_owned(),
        "token" => "A".repeat(43),
        "starter" => "pulse".to_owned(),
        "name" => "none.css".to_owned(),
        "page" => "1".to_owned(),
        _ => "6e0b3c1e-0000-4000-8000-000000000000".to_owned(),
    }
}

pub fn nasty(_: &str) -> String {
    NASTY_IN_ADDRESSES.to_owned()
}

/// One visitor for every role, and one for nobody.
pub fn everybody(house: &House) -> Vec<Visitor<'_>> {
    let admin = house.administrator();
    let mut all: Vec<_> = [("hilda", "hr"), ("chai", "coordinator"), ("duang", "desk"), ("vera", "viewer")]
        .iter()
        .map(|(name, role)| house.member(&admin, name, &[*role]))
        .collect();
    all.push(admin);
    all.push(house.visitor());
    all
}

#[track_caller]
pub fn is_strict(page: &Page) {
    let address = &page.address;
    let policy = page.header("content-security-policy");
    assert!(policy.contains("default-src 'none'"), "{address}: {policy}");
    for loose in ["unsafe", "*", "http:", "https:", "blob:", "strict-dynamic"] {
        assert!(!policy.contains(loose), "{address}: {policy}");
    }
    if !policy.contains("sandbox") {
        for rule in ["script-src 'self'", "style-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"] {
            assert!(policy.contains(rule), "{address}: {policy}");
        }
    }
    for (name, value) in [("x-content-type-options", "nosniff"), ("x-frame-options", "DENY"), ("referrer-policy", "no-referrer")]
    {
        assert_eq!(page.header(name), value, "{address}");
    }
    let kind = page.header("content-type");
    assert!(page.body.is_empty() || !kind.is_empty(), "{address} does not say what it is");
    assert!(!kind.starts_with("text/html") || kind.contains("charset=utf-8"), "{address}: {kind}");
    for told in ["server", "x-powered-by"] {
        assert_eq!(page.header(told), "", "{address} tells what it is made of");
    }
    leads_home(page);
}

/// Whatever leads on, leads to a page of ours.
#[track_caller]
pub fn leads_home(page: &Page) {
    for place in page.headers.get("location").into_iter().flatten() {
        let is_ours = place.starts_with('/') && !place.starts_with("//") && !place.starts_with("/\\");
        assert!(is_ours, "{} leads to {place}", page.address);
    }
    for mark in ["href=\"//", "src=\"//", "action=\"//", "href=\"/\\", "action=\"/\\"] {
        assert!(!page.body.contains(mark), "{} has a link to another host: {mark}", page.address);
    }
}

/// What is no page, and says so, no browser takes for one.
#[track_caller]
pub fn has_no_markup_of_theirs(page: &Page) {
    if !page.header("content-type").starts_with("text/html") {
        return;
    }
    for markup in ["<script>alert", "<img src=x", "onerror=alert(1)>"] {
        assert!(!page.body.contains(markup), "{} ({}) has {markup}", page.address, page.status);
    }
}

/// A request as nobody's browser would send it.
pub fn raw(house: &House, request: &str) -> String {
    let mut stream = TcpStream::connect(house.socket()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let _the_server_may_hang_up = stream.write_all(request.as_bytes());
    let mut answer = Vec::new();
    let _until_closed = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

pub fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or("none")
}

#[track_caller]
pub fn has_bound_cookies(page: &Page) {
    for cookie in page.headers.get("set-cookie").into_iter().flatten() {
        assert!(cookie.starts_with("__Host-"), "{}: {cookie}", page.address);
        for attribute in ["; Secure", "; HttpOnly", "; SameSite=", "; Path=/"] {
            assert!(cookie.contains(attribute), "{}: {cookie}", page.address);
        }
        assert!(!cookie.contains("SameSite=None") && !cookie.contains("Domain="), "{}: {cookie}", page.address);
    }
}

/// Every page that somebody gets to by following links, and the forms that stand there.
pub fn reached(visitor: &Visitor, from: &[String]) -> BTreeMap<String, Page> {
    let mut known: BTreeSet<String> = from.iter().cloned().collect();
    let (mut next, mut pages): (Vec<String>, _) = (known.iter().cloned().collect(), BTreeMap::new());
    while let Some(address) = next.pop() {
        let page = visitor.opens(&address);
        for link in page.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let link = link.replace("&amp;", "&").split('#').next().unwrap_or_default().to_owned();
            let is_ours = link.starts_with('/') && !["/en", "/assets/"].iter().any(|begin| link.starts_with(begin));
            if is_ours && known.insert(link.clone()) {
                next.push(link);
            }
        }
        pages.insert(address, page);
    }
    pages
}
