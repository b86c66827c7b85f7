//! What it takes to send ten thousand letters that are written when they are sent.
//!
//!     cargo bench --bench letters
//!
//! Orders are posted into a house in a temporary folder (SQLite, or the register that `CLEARJAI_REGISTER_URL`
//! names), and sent over eight conversations to a mail server that takes everything at once. The limit is
//! measured in the same run: eight bare clients that say the same to the same server, without any database.

mod bare;
mod sink;

use std::{
    env,
    error::Error,
    fs,
    sync::Arc,
    time::{Duration, Instant},
};

use clearjai::{
    address::EmailAddress,
    clock::{Clock, Moment},
    db::RegisterConn,
    dice::Chance,
    house::House,
    ids::CampaignId,
    language::Language,
    mail::{self, Batch, Composed, Kind, Letter, NewOrder, Scribe, Sender, Undelivered},
    settings::Settings,
};
use diesel::QueryResult;
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
    let (mut house, _) = House::open(&settings, Clock::System, Chance::Real).await?;
    house.courier.scribe = Arc::new(BenchScribe);

    let begun = Instant::now();
    order(&house).await?;
    println!("{LETTERS} letters ordered in {:.1} s", begun.elapsed().as_secs_f64());
    let begun = Instant::now();
    let mut sent = 0;
    while sent < LETTERS {
        let round = house.courier.run().await?;
        sent += round.sent;
        if round.sent == 0 {
            return Err(format!("{sent} of {LETTERS} letters were sent: {round:?}").into());
        }
    }
    let ours = begun.elapsed();
    let (count, size) = sink.taken();
    assert_eq!(count, LETTERS);

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

async fn order(house: &House) -> Outcome<()> {
    let (master, chance, now) = (house.master.clone(), house.chance.clone(), house.clock.now());
    let ordered = house.db.register(move |conn| {
        let dice = &mut chance.dice();
        for number in 0..LETTERS {
            let address = format!("person{number}@example.go.th");
            let order = NewOrder {
                id: dice.id(),
                kind: Kind::Reminder,
                batch: Batch::of(CampaignId::from_bytes([7; 16])),
                recipient: address.as_bytes(),
                order: &address,
            };
            mail::post_order(conn, &master, &order, now, dice)?;
        }
        Ok::<_, diesel::result::Error>(())
    });
    Ok(ordered.await?)
}

struct BenchScribe;

impl Scribe for BenchScribe {
    fn write(&self, _: &mut RegisterConn, order: &str, _: Moment) -> QueryResult<Option<Composed>> {
        let Ok(to) = EmailAddress::parse(order) else { return Ok(None) };
        let letter = Letter::new(to, Language::Thai, "ขอเชิญตอบแบบสำรวจความเห็นของเจ้าหน้าที่")
            .paragraph("เรียน ท่านเจ้าหน้าที่ แบบสำรวจนี้ไม่เก็บชื่อของท่าน และใช้เวลาประมาณสิบนาที ".repeat(6))
            .link("ตอบแบบสำรวจ", "https://clear.example/t/1234567812345678")
            .unsubscribe("https://clear.example/t/1234567812345678/stop");
        let sender = Sender { department: "กรมตัวอย่าง".to_owned(), contact: "โทร. 1234".to_owned() };
        Ok(Some(Composed { letter, sender }))
    }

    fn give_up(&self, _: &mut RegisterConn, _: &str, _: &Undelivered, _: Moment) -> QueryResult<()> {
        Ok(())
    }
}
