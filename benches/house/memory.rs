//! Memory: idle after the start, after people have looked at pages, and after a burst of sign-ins.

use std::{path::Path, thread, time::Duration};

use super::{
    Outcome,
    first_visit::between,
    http::{AS_BROWSERS_ASK, Request},
    load::{CONNECTIONS, ask_once, connections},
    program::{Folder, Program},
    table::{Row, Table, megabytes},
};

const SETTLED: Duration = Duration::from_secs(5);
const TARGET: u64 = 20_000_000;
const VIEWS_OF_A_BROWSER: u32 = 32;

pub fn measure(binary: &Path, table: &mut Table) -> Outcome<()> {
    let folder = Folder::new()?;
    let house = Program::house(binary, &folder)?;
    let bare = Program::bare(4096)?;
    thread::sleep(SETTLED);
    report(&house, Some(&bare), &format!("memory {} s after the start", SETTLED.as_secs()), table);
    for program in [&house, &bare] {
        look_around(program)?;
    }
    report(&house, Some(&bare), &format!("memory after {} page views", CONNECTIONS * VIEWS_OF_A_BROWSER), table);
    try_to_sign_in(&house)?;
    thread::sleep(SETTLED);
    report(&house, None, &format!("memory after {CONNECTIONS} tries to sign in at once"), table);
    Ok(())
}

fn look_around(program: &Program) -> Outcome<()> {
    let pages = ["/signin", "/en/accessibility"].map(|path| Request::get(path, AS_BROWSERS_ASK));
    let mut browsers = connections(program, CONNECTIONS)?;
    for page in pages.iter().cycle().take(VIEWS_OF_A_BROWSER as usize) {
        ask_once(&mut browsers, page)?;
    }
    Ok(())
}

/// Checking a password takes 19 MiB, which should be free again afterwards.
fn try_to_sign_in(house: &Program) -> Outcome<()> {
    let mut browsers = connections(house, CONNECTIONS)?;
    for (number, browser) in browsers.iter_mut().enumerate() {
        let page = browser.ask(&Request::get("/signin", ""))?;
        let cookie = page.cookie().ok_or("the form came without a cookie")?.to_owned();
        let key = between(str::from_utf8(page.body)?, "name=\"key\" value=\"", "\"").next().ok_or("the form has no key")?;
        let form = format!("key={key}&email=stranger{number}@clearjai.example&password=not-the-right-one");
        browser.send(&Request::post_in_vain("/signin", &cookie, &form))?;
    }
    for browser in &mut browsers {
        browser.receive()?;
    }
    Ok(())
}

/// What lies in memory for it, and its own share of that where several programs use the same; then the
/// same of the bare server, if it has done the same.
fn report(house: &Program, bare: Option<&Program>, what: &str, table: &mut Table) {
    for (file, name) in [("status", "VmRSS"), ("smaps_rollup", "Pss")] {
        let Some(bytes) = house.memory(file, name) else { continue };
        table.add(Row::new(format!("{what}, {name}")).at_most(bytes, TARGET, megabytes));
        if let Some(of_bare) = bare.and_then(|bare| bare.memory(file, name)) {
            table.add(Row::new("    beside bare actix").compared(bytes, of_bare, megabytes));
        }
    }
}
