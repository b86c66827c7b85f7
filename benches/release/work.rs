//! The house in whose urn all this happens.

use std::{fs, path::Path, time::Instant};

use clearjai::{
    clock::Clock,
    dice::Chance,
    house::House,
    papers::{OpeningKey, Paper},
    results,
    settings::Settings,
    urn,
};

use super::Outcome;

const KEY: &str = "opening.key";

/// A closed survey whose ballots are still sealed.
pub fn post(folder: &Path, paper: &str, key: &OpeningKey) -> Outcome<()> {
    fs::write(folder.join(KEY), &*key.to_bytes())?;
    let text = paper.to_owned();
    let survey = Paper::read(paper)?.survey;
    fs::write(folder.join("survey"), survey.to_string())?;
    in_house(folder, async move |house| {
        house.db.urn(move |conn| urn::post(conn, &text, 1)).await?;
        let closing = urn::Closing { survey, closed: house.clock.now().day(), strata: Vec::new() };
        Ok(house.db.urn(move |conn| urn::close(conn, &closing)).await?)
    })
}

/// Opens them all, and says what it took.
pub fn release(folder: Option<&String>) -> Outcome<()> {
    let folder = Path::new(folder.ok_or("no folder")?);
    let key = OpeningKey::from_bytes(&fs::read(folder.join(KEY))?).ok_or("no key")?;
    let survey = fs::read_to_string(folder.join("survey"))?.parse()?;
    in_house(folder, async move |house| {
        let begun = Instant::now();
        urn::release(&house.db, survey, &key, &house.chance).await?;
        println!("released {}", begun.elapsed().as_secs_f64());
        let begun = Instant::now();
        results::settle_all(&house.db).await?;
        println!("settled {}", begun.elapsed().as_secs_f64());
        let status = fs::read_to_string("/proc/self/status")?;
        let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no memory")?;
        let kilobytes: u64 = most.trim().trim_end_matches("kB").trim().parse()?;
        println!("memory {}", kilobytes * 1024);
        Ok(())
    })
}

fn in_house(folder: &Path, work: impl AsyncFnOnce(House) -> Outcome<()>) -> Outcome<()> {
    let variables = [("CLEARJAI_DATA".to_owned(), folder.display().to_string())];
    let variables = variables.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let settings = Settings::read(variables, &|_| Ok(None))?;
    actix_web::rt::System::new().block_on(async {
        let (house, _) = House::open(&settings, Clock::System, Chance::Real).await?;
        work(house).await
    })
}
