//! What it takes to invite ten thousand people to a survey, and to remind them.
//!
//!     cargo bench --bench letters
//!
//! A round opens in a house in a temporary folder (SQLite, or the register that `CLEARJAI_REGISTER_URL`
//! names), and its letters go over eight conversations to a mail server that takes everything at once. The limit is
//! measured in the same run: eight bare clients that say the same to the same server, without any database.

mod bare;
mod round;
mod sink;

use std::{
    env,
    error::Error,
    fs,
    time::{Duration, Instant},
};

use clearjai::{
    clock::{Clock, DAY, HOUR, Moment},
    dice::Chance,
    house::House,
    settings::Settings,
};
use jiff::civil::date;
use sink::Sink;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

const LETTERS: usize = 10_000;
const CONVERSATIONS: usize = 8;

fn main() -> Outcome<()> {
    // `cargo test --benches` and `cargo bench -- --list` only want to know that it is there.
    if env::args().any(|argument| argument == "--list" || argument == "--test") {
        return Ok(());
    }
    let folder = env::temp_dir().join(format!("clearjai-bench-{}", Chance::Real.dice().digits(12)));
    fs::create_dir_all(&folder)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let measured = runtime.block_on(measure(&folder.display().to_string()));
    drop(runtime);
    fs::remove_dir_all(&folder)?;
    measured
}

async fn measure(folder: &str) -> Outcome<()> {
    let sink = Sink::open()?;
    let mut variables = vec![
        ("CLEARJAI_DATA".to_owned(), folder.to_owned()),
        ("CLEARJAI_PUBLIC_URL".to_owned(), "https://clear.example".to_owned()),
        ("CLEARJAI_SMTP_URL".to_owned(), format!("smtp://{}", sink.address)),
        ("CLEARJAI_MAIL_FROM".to_owned(), "ClearJai <no-reply@example.go.th>".to_owned()),
        ("CLEARJAI_MAIL_PARALLEL".to_owned(), CONVERSATIONS.to_string()),
    ];
    let urls = ["CLEARJAI_REGISTER_URL", "CLEARJAI_URN_URL"];
    variables.extend(urls.into_iter().filter_map(|name| Some((name.to_owned(), env::var(name).ok()?))));
    let settings = Settings::read(variables.iter().map(|(name, value)| (name.as_str(), value.as_str())), &|_| Ok(None))?;
    // Monday, 7 December 2026, ten in the morning in Bangkok; it stands still, so that no second is lost to it.
    let clock = Clock::by_hand(Moment::start_of(date(2026, 12, 7)).plus(10 * HOUR));
    let (house, _) = House::open(&settings, clock, Chance::Real).await?;
    let begun = Instant::now();
    let survey = round::open(&house, LETTERS).await?;
    println!("{LETTERS} people hired, asked and invited in {:.1} s", begun.elapsed().as_secs_f64());
    deliver(&house, &sink, "invitations").await?;
    house.clock.turn(7 * DAY);
    let begun = Instant::now();
    round::remind(&house, survey).await?;
    println!("{LETTERS} reminders ordered in {:.1} s", begun.elapsed().as_secs_f64());
    let ours = deliver(&house, &sink, "reminders").await?;
    let (count, size) = sink.taken();

    let begun = Instant::now();
    bare::send(&sink.address, LETTERS, CONVERSATIONS, size / count)?;
    let limit = begun.elapsed();
    let per_second = |time: Duration| f64::from(u32::try_from(LETTERS).unwrap_or(u32::MAX)) / time.as_secs_f64();
    println!("{LETTERS} letters of {} bytes over {CONVERSATIONS} conversations", size / count);
    println!("  ours    {:>7.2} s  {:>8.0} letters/s", ours.as_secs_f64(), per_second(ours));
    println!("  limit   {:>7.2} s  {:>8.0} letters/s (bare clients, no database)", limit.as_secs_f64(), per_second(limit));
    println!("  ratio   {:>7.1}", ours.as_secs_f64() / limit.as_secs_f64());
    Ok(())
}

/// Until everybody has theirs.
async fn deliver(house: &House, sink: &Sink, what: &str) -> Outcome<Duration> {
    let (before, begun) = (sink.taken().0, Instant::now());
    let mut sent = 0;
    while sent < LETTERS {
        let round = house.courier.run().await?;
        sent += round.sent;
        if round.sent == 0 {
            return Err(format!("{sent} of {LETTERS} {what} were sent: {round:?}").into());
        }
    }
    assert_eq!(sink.taken().0 - before, LETTERS);
    println!("{LETTERS} {what} sent in {:.1} s", begun.elapsed().as_secs_f64());
    Ok(begun.elapsed())
}
