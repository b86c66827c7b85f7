//! A house with a live room and ten questions in it, at which nobody has looked yet.

use clearjai::{
    clinic,
    clock::Clock,
    dice::{Chance, Dice},
    house::House,
    live::{self, Asked, Browser, Text},
    notices::{Notice, Ways},
    papers::InBoth,
    settings::Settings,
};

use super::{Outcome, program::Folder};

const QUESTIONS: usize = 10;

/// Says the code of the room.
pub fn furnish(folder: &Folder) -> Outcome<String> {
    let variables = [("CLEARJAI_DATA", folder.path().as_os_str().to_owned())];
    let settings = Settings::read(variables, &|_| Ok(None))?;
    actix_web::rt::System::new().block_on(async {
        let (house, _) = House::open(&settings, Clock::System, Chance::Real).await?;
        let (master, chance) = (house.master.clone(), house.chance.clone());
        let room = house.db.urn(move |conn| {
            let dice = &mut chance.dice();
            let notice = notice(dice);
            clinic::post_notice(conn, &notice)?;
            let room = live::open(conn, &notice, dice)?;
            for number in 0..QUESTIONS {
                let text =
                    Text::parse(&format!("คำถามที่ {number} เบิกค่าเดินทางแล้วได้เงินเมื่อไร")).map_err(|_| live::NotAsked::Closed)?;
                let asked = Asked { id: dice.id(), meeting: room.meeting, text, browser: Browser::random(dice) };
                live::ask(conn, &master, &asked, dice)?;
            }
            Ok::<_, live::NotAsked>(room)
        });
        Ok(room.await?.code.to_string())
    })
}

fn notice(dice: &mut Dice) -> Notice {
    let said = |text: &str| InBoth { th: text.to_owned(), en: text.to_owned() };
    Notice {
        meeting: dice.id(),
        title: said("คลินิก"),
        about: said(""),
        answered_by: said(""),
        gathering: None,
        opens: 0,
        closes: None,
        topics: Vec::new(),
        ways: Ways { open_door: true, ..Ways::default() },
        is_moderated: false,
        takes_files: false,
        k: 5,
        seats_each: 1,
        key: None,
    }
}
