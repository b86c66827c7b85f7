//! A roster of 100,000: taken in from a file at the command line, listed, and judged.
//!
//! Each beside its limit in the same run: the bare rows written by the same library, the bare
//! server answering with as many bytes, the bare rows read.

use std::{
    fmt::Write as _,
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use clearjai::{
    accounts::{self, Actor, Newcomer, Role, Roles},
    address::EmailAddress,
    clock::Clock,
    department::{self, Department},
    dice::Chance,
    house::House,
    language::{FiscalYear, Language},
    people,
    settings::Settings,
    surveys::{self, NewSurvey},
};
use diesel::{Connection as _, RunQueryDsl as _, SqliteConnection, connection::SimpleConnection as _, sql_types};

use super::{
    Outcome,
    first_visit::between,
    http::{Connection, Request},
    program::{Folder, Program},
    table::{Row, Table, median, megabytes},
};

const PEOPLE: u32 = 100_000;
const UNITS: u32 = 200;
const EMAIL: &str = "hr@clearjai.example";
const PASSWORD: &str = "a long enough pass phrase";

pub fn measure(binary: &Path, table: &mut Table) -> Outcome<()> {
    let folder = Folder::new()?;
    let file = folder.path().join("staff.csv");
    fs::write(&file, staff())?;
    let limit = bare_rows(&folder)?;
    import(binary, &folder, &file, limit, table)?;
    actix_web::rt::System::new().block_on(async {
        let house = open(&folder).await?;
        furnish(&house).await?;
        judge(&house, table).await
    })?;
    pages(binary, &folder, table)
}

/// Invented people, each with a number, a name, a unit, an address and a start date in B.E.
fn staff() -> String {
    let mut csv = String::from("\u{FEFF}รหัสพนักงาน,ชื่อ-สกุล,หน่วยงาน,ประเภทบุคลากร,อีเมล,วันที่เริ่มงาน\r\n");
    let given = ["กานดา", "ขจร", "เกษม", "นฤมล", "ปรีชา", "ไพโรจน์", "แสงดาว"];
    let family = ["ใจกว้าง", "ยิ้มแย้ม", "รักงาน", "พูดตรง", "ฟังดี", "สุขเสมอ", "ตั้งมั่น", "เพียรดี", "ร่มเย็น", "สว่างใจ", "งามพร้อม"];
    for (number, (given, family)) in (0..PEOPLE).zip(given.iter().cycle().zip(family.iter().cycle())) {
        let (unit, day, month, year) = (number % UNITS, number % 28 + 1, number % 12 + 1, 2530 + number % 38);
        let _infallible = writeln!(
            csv,
            "{},นาย{given} {family} {number},กองที่ {unit},ข้าราชการ,staff{number}@example.go.th,{day}/{month}/{year}\r",
            100_000 + number
        );
    }
    csv
}

/// The same rows into a table with the same keys, and nothing else done.
fn bare_rows(folder: &Folder) -> Outcome<Duration> {
    let path = folder.path().join("bare.db");
    let mut conn = SqliteConnection::establish(&path.to_string_lossy())?;
    conn.batch_execute(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE people (id BLOB PRIMARY KEY NOT NULL, number TEXT NOT NULL UNIQUE, name TEXT NOT NULL, unit BLOB NOT NULL,
             category TEXT NOT NULL, email TEXT UNIQUE, started TEXT, key BLOB);
         CREATE INDEX a ON people (unit, number); CREATE INDEX b ON people (key, number);",
    )?;
    let begun = Instant::now();
    conn.transaction(|conn| {
        for number in 0..PEOPLE {
            // An id is random, so that its index is filled as ours is.
            let id = u128::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835).to_be_bytes().to_vec();
            diesel::sql_query("INSERT INTO people VALUES (?, ?, ?, ?, 'ข้าราชการ', ?, '2017-10-01', ?)")
                .bind::<sql_types::Binary, _>(&id)
                .bind::<sql_types::Text, _>(number.to_string())
                .bind::<sql_types::Text, _>(format!("นายกานดา ใจกว้าง {number}"))
                .bind::<sql_types::Binary, _>(vec![u8::try_from(number % UNITS).unwrap_or(0); 16])
                .bind::<sql_types::Text, _>(format!("staff{number}@example.go.th"))
                .bind::<sql_types::Binary, _>([id.as_slice(), &[0; 18]].concat())
                .execute(conn)?;
        }
        diesel::QueryResult::Ok(())
    })?;
    let took = begun.elapsed();
    drop(conn);
    fs::remove_file(path)?;
    Ok(took)
}

/// The command, from a cold start in an empty folder until it ends; and the most memory it took.
fn import(binary: &Path, folder: &Folder, file: &Path, limit: Duration, table: &mut Table) -> Outcome<()> {
    let begun = Instant::now();
    let mut command = Command::new(binary);
    command.args(["people", "import"]).arg(file).arg("--yes").env_clear().env("CLEARJAI_DATA", folder.path());
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
    let mut most = 0;
    let status = loop {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok());
        most = kilobytes.map_or(most, |kilobytes| kilobytes * 1024);
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(Duration::from_millis(20));
    };
    if !status.success() {
        return Err("the import failed".into());
    }
    let took = begun.elapsed();
    table.add(
        Row::new(format!("import of {PEOPLE} rows, cold start"))
            .measured(format!("{:.2} s", took.as_secs_f64()))
            .against("at most 10 s".to_owned())
            .ratio(took.as_secs_f64() / 10.0),
    );
    table.add(
        Row::new("    beside the bare rows")
            .measured(format!("{:.2} s", took.as_secs_f64()))
            .against(format!("bare rows {:.2} s", limit.as_secs_f64()))
            .ratio(took.as_secs_f64() / limit.as_secs_f64()),
    );
    table.add(Row::new("    its memory at most").at_most(most, 300_000_000, megabytes));
    Ok(())
}

async fn open(folder: &Folder) -> Outcome<House> {
    let variables = [("CLEARJAI_DATA", folder.path().as_os_str().to_owned())];
    let settings = Settings::read(variables, &|_| Ok(None))?;
    Ok(House::open(&settings, Clock::System, Chance::Real).await?.0)
}

/// Somebody of HR, without a second factor; and a survey.
async fn furnish(house: &House) -> Outcome<()> {
    let (now, master, chance) = (house.clock.now(), house.master.clone(), house.chance.clone());
    let department = Department { second_factor_required: false, ..Department::unnamed(now) };
    let hash = house.passwords.hash(PASSWORD.to_owned()).await?;
    let newcomer = Newcomer { email: EmailAddress::parse(EMAIL)?, name: "HR".to_owned(), language: Language::English };
    let new = NewSurvey { year: FiscalYear::of(now.day()), round: 1, name_thai: "IIT".into(), name_english: String::new() };
    house
        .db
        .register(move |conn| {
            let (by, dice) = (Actor::the_program(), &mut chance.dice());
            department::change(conn, &master, &by, &department, now).map_err(surveys::Refusal::from)?;
            let roles = Roles::from_iter([Role::Hr]);
            accounts::add_directly(conn, &master, &newcomer, &roles, &hash, now, dice)
                .map_err(|_| surveys::Refusal::NameTaken)?;
            surveys::plan(conn, &master, &by, &new, now, dice)
        })
        .await?;
    Ok(())
}

/// Who of everyone may answer, and in which groups; beside reading the rows alone.
async fn judge(house: &House, table: &mut Table) -> Outcome<()> {
    let today = house.clock.now().day();
    let (mut judged, mut read) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        let begun = Instant::now();
        let eligible = house
            .db
            .read_register(move |conn| {
                let survey = surveys::all(conn)?.into_iter().next().ok_or(diesel::result::Error::NotFound)?;
                Ok::<_, diesel::result::Error>(people::outlook(conn, &survey, today)?.eligible().count())
            })
            .await?;
        judged.push(begun.elapsed().as_secs_f64());
        if eligible == 0 {
            return Err("nobody may answer".into());
        }
        let begun = Instant::now();
        house.db.read_register(move |conn| people::candidates(conn, today)).await?;
        read.push(begun.elapsed().as_secs_f64());
    }
    let [judged, read] = [judged, read].map(|times| median(times.into_iter()));
    table.add(
        Row::new(format!("eligibility and groups of {PEOPLE} people"))
            .measured(format!("{:.0} ms", judged * 1000.0))
            .against("at most 1 s".to_owned())
            .ratio(judged),
    );
    table.add(
        Row::new("    beside reading the rows")
            .measured(format!("{:.0} ms", judged * 1000.0))
            .against(format!("bare rows {:.0} ms", read * 1000.0))
            .ratio(judged / read),
    );
    Ok(())
}

/// The list, as HR opens it: the first page, one far back, a search, a filter.
fn pages(binary: &Path, folder: &Folder, table: &mut Table) -> Outcome<()> {
    let house = Program::house(binary, folder)?;
    let cookie = sign_in(&house)?;
    for (what, path) in [
        ("first page of the roster", "/hr/roster"),
        ("page 1,500 of 2,000", "/hr/roster?page=1500"),
        ("by start date, page 1,000", "/hr/roster?order=start&page=1000"),
        ("a search", "/hr/roster?q=somsri"),
        ("a search in Thai", "/hr/roster?q=%E0%B8%99%E0%B8%A4%E0%B8%A1%E0%B8%A5"),
        ("those without an address", "/hr/roster?email=no"),
    ] {
        let request = Request::get_as(path, &cookie);
        let mut browser = Connection::open(house.address)?;
        let bytes = browser.ask(&request)?.body.len();
        let bare = Program::bare(bytes)?;
        let plain = Request::get("/", "");
        let [measured, limit] =
            [median_time(&mut browser, &request)?, median_time(&mut Connection::open(bare.address)?, &plain)?];
        table.add(
            Row::new(format!("{what}, of {PEOPLE} people ({bytes} B)"))
                .measured(format!("{:.1} ms", measured * 1000.0))
                .against(format!("at most 50 ms; bare actix {:.1} ms", limit * 1000.0))
                .ratio(measured / 0.05),
        );
    }
    Ok(())
}

fn median_time(browser: &mut Connection, request: &Request) -> Outcome<f64> {
    let mut times = Vec::new();
    for _ in 0..21 {
        let begun = Instant::now();
        browser.ask(request)?;
        times.push(begun.elapsed().as_secs_f64());
    }
    Ok(median(times.into_iter()))
}

fn sign_in(house: &Program) -> Outcome<String> {
    let mut browser = Connection::open(house.address)?;
    let page = browser.ask(&Request::get("/signin", ""))?;
    let guest = page.cookie().ok_or("the form came without a cookie")?.to_owned();
    let key = between(str::from_utf8(page.body)?, "name=\"key\" value=\"", "\"").next().ok_or("the form has no key")?;
    let password = PASSWORD.replace(' ', "+");
    let form = format!("key={key}&email={}&password={password}", EMAIL.replace('@', "%40"));
    let answer = browser.ask(&Request::post_to_be_led_on("/signin", &guest, &form))?;
    let head = str::from_utf8(answer.head)?;
    let cookies = head.lines().filter_map(|line| line.strip_prefix("set-cookie: "));
    let session = cookies.filter_map(|cookie| cookie.split(';').next()).find(|cookie| cookie.starts_with("clearjai="));
    session.map(str::to_owned).ok_or_else(|| "signing in gave no session".into())
}
