//! Live questions with 300 phones on one room: from a press to what everybody sees, and what it takes.
//!
//! `cargo bench --bench live`; another build of the program by `--program path/to/clearjai`, another number of phones
//! by `--phones 1000`. Like the bench `house` it prints, and judges no time. How to read the figures:
//! `docs/performance.md`. Called with `--bare` it is the limit itself (`bare.rs`).

mod bare;
mod ears;
#[path = "../house/http.rs"]
#[expect(dead_code, reason = "the bench of the house asks for more")]
mod http;
mod presses;
#[path = "../house/program.rs"]
#[expect(dead_code, reason = "the bench of the house asks for more")]
mod program;
mod room;
#[path = "../house/table.rs"]
#[expect(dead_code, reason = "the bench of the house asks for more")]
mod table;

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    thread,
    time::{Duration, Instant},
};

use ears::{Crowd, Heard};
use presses::Presses;
use program::{Folder, Program};
use table::{Row, Table, kilobytes, megabytes};

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// For both servers, so that both are asked to do the same.
const WORKERS: usize = 2;
const PHONES: usize = 300;

/// How often somebody presses, and how many times: less often than the hall pauses, and far more often.
const PACES: [(Duration, usize); 2] = [(Duration::from_millis(300), 40), (Duration::from_millis(20), 400)];

/// Until memory is what it stays.
const SETTLED: Duration = Duration::from_secs(3);

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let done = match arguments.first().map(String::as_str) {
        Some("--bare") => bare::serve(),
        _ => measure(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("live: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn measure(arguments: &[String]) -> Outcome<()> {
    let (mut binary, mut phones) = (PathBuf::from(env!("CARGO_BIN_EXE_clearjai")), PHONES);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--program" => binary = arguments.next().ok_or("--program names a file")?.into(),
            "--phones" => phones = arguments.next().ok_or("--phones names a number")?.parse()?,
            other => return Err(format!("{other} is neither --program nor --phones").into()),
        }
    }
    let binary = fs::canonicalize(binary)?;
    println!("{}, {WORKERS} workers, {phones} phones, load of the machine {}", binary.display(), load_of_the_machine());
    let mut table = Table::default();
    run(&binary, phones, &mut table)?;
    println!("{table}");
    println!("load of the machine at the end {}", load_of_the_machine());
    Ok(())
}

fn run(binary: &Path, phones: usize, table: &mut Table) -> Outcome<()> {
    let folder = Folder::new()?;
    let code = room::furnish(&folder)?;
    let house = Program::house(binary, &folder)?;
    let bare = Program::run(std::process::Command::new(env::current_exe()?).arg("--bare"))?;
    let presses: usize = PACES.iter().map(|(_, count)| count).sum::<usize>() + phones;
    let mut of_house = Presses::at_house(&house, &code, presses)?;
    let mut of_bare = Presses::at_bare(presses);

    let (idle, idle_bare) = (memory(&house), memory(&bare));
    let crowd = Crowd::gather(house.address, &format!("/live/{code}/events"), phones)?;
    let beside = Crowd::gather(bare.address, "/events", phones)?;
    thread::sleep(SETTLED);
    table.add(Row::new("memory before anybody listens").compared(idle, idle_bare, megabytes));
    table.add(Row::new(format!("memory with {phones} who listen")).compared(memory(&house), memory(&bare), megabytes));
    let each = |with: u64, without: u64| with.saturating_sub(without) / u64::try_from(phones).unwrap_or(1);
    table.add(Row::new("    for each of them").compared(each(memory(&house), idle), each(memory(&bare), idle_bare), kilobytes));

    for (pace, count) in PACES {
        let what = format!("a press every {} ms, {count} times", pace.as_millis());
        let measured = go(&house, &crowd, &mut of_house, pace, count)?;
        let limit = go(&bare, &beside, &mut of_bare, pace, count)?;
        report(&what, &measured, &limit, table);
    }
    let what = format!("{phones} presses at once");
    let measured = at_once(&house, &crowd, &mut of_house, phones)?;
    let limit = at_once(&bare, &beside, &mut of_bare, phones)?;
    report(&what, &measured, &limit, table);
    table.add(Row::new("memory after all of it").compared(memory(&house), memory(&bare), megabytes));
    Ok(())
}

/// What came of some presses.
struct Went {
    heard: Heard,
    took: Duration,
    worked: Duration,
}

/// One after the other.
fn go(program: &Program, crowd: &Crowd, presses: &mut Presses, pace: Duration, count: usize) -> Outcome<Went> {
    let (worked, begun) = (program.processor_time()?, Instant::now());
    crowd.begin();
    let mut connection = http::Connection::open(program.address)?;
    let mut moments = Vec::new();
    for _ in 0..count {
        let (number, request) = presses.next()?;
        moments.push((number, Instant::now()));
        connection.ask(&request)?;
        thread::sleep(pace);
    }
    finish(program, crowd, &moments, begun, worked)
}

/// From many connections, as fast as they are taken.
fn at_once(program: &Program, crowd: &Crowd, presses: &mut Presses, count: usize) -> Outcome<Went> {
    let all: Vec<_> = (0..count).map(|_| presses.next()).collect::<Outcome<_>>()?;
    let (worked, begun) = (program.processor_time()?, Instant::now());
    crowd.begin();
    // The last number is only there when all are: that is what is timed.
    let last = all.iter().map(|(number, _)| *number).max().unwrap_or_default();
    thread::scope(|scope| {
        let some: Vec<_> = all
            .chunks(count.div_ceil(64))
            .map(|requests| {
                scope.spawn(move || {
                    let mut connection = http::Connection::open(program.address)?;
                    requests.iter().try_for_each(|(_, request)| connection.ask(request).map(drop))
                })
            })
            .collect();
        some.into_iter().try_for_each(|one| one.join().map_err(|_| "a phone panicked")?.map_err(Into::into))
    })
    .map_err(|fault: Box<dyn Error + Send + Sync>| fault)?;
    finish(program, crowd, &[(last, begun)], begun, worked)
}

fn finish(program: &Program, crowd: &Crowd, pressed: &[(u64, Instant)], begun: Instant, worked: Duration) -> Outcome<Went> {
    let heard = crowd.heard(pressed)?;
    Ok(Went { heard, took: begun.elapsed(), worked: program.processor_time()?.saturating_sub(worked) })
}

fn report(what: &str, house: &Went, bare: &Went, table: &mut Table) {
    let millis = |went: &Went| went.heard.all.clone();
    let line = |of: &[f64]| format!("{:.1}; {:.1}; {:.1} ms", at(of, 50), at(of, 99), at(of, 100));
    table.add(
        Row::new(format!("{what}: until a phone has it; half, 99 in 100, last"))
            .measured(line(&millis(house)))
            .against(format!("bare {}", line(&millis(bare))))
            .ratio(at(&millis(house), 50) / at(&millis(bare), 50)),
    );
    let last = |went: &Went| went.heard.last.clone();
    table.add(
        Row::new("    until the last of all has it; half, 99 in 100")
            .measured(format!("{:.1}; {:.1} ms", at(&last(house), 50), at(&last(house), 99)))
            .against(format!("bare {:.1}; {:.1} ms", at(&last(bare), 50), at(&last(bare), 99)))
            .ratio(at(&last(house), 50) / at(&last(bare), 50)),
    );
    let rate = |went: &Went| went.heard.events / went.took.as_secs_f64();
    table.add(
        Row::new("    events")
            .measured(format!("{:.0}/s", rate(house)))
            .against(format!("bare {:.0}/s", rate(bare)))
            .ratio(rate(house) / rate(bare)),
    );
    let share = |went: &Went| went.worked.as_secs_f64() / went.took.as_secs_f64() * 100.0;
    table.add(
        Row::new("    of one processor")
            .measured(format!("{:.0} %", share(house)))
            .against(format!("bare {:.0} %", share(bare)))
            .ratio(share(house) / share(bare)),
    );
}

/// `sorted`: so many in a hundred are less.
fn at(sorted: &[f64], percent: usize) -> f64 {
    sorted.get((sorted.len() * percent / 100).min(sorted.len().saturating_sub(1))).copied().unwrap_or_default()
}

fn memory(program: &Program) -> u64 {
    program.memory("status", "VmRSS").unwrap_or_default()
}

fn load_of_the_machine() -> String {
    fs::read_to_string("/proc/loadavg").unwrap_or_default().split(' ').take(2).collect::<Vec<_>>().join(" ")
}
