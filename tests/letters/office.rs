//! A house that has letters to send: in this process, or only its databases.

use std::sync::Arc;

use clearjai::{
    address::EmailAddress,
    clock::{Clock, Moment},
    db::RegisterConn,
    dice::Chance,
    house::House,
    ids::{CampaignId, LetterId},
    language::Language,
    mail::{self, Again, Batch, Composed, Kind, Letter, NewOrder, PostOffice, Round, Scribe, Sender, Undelivered},
    settings::Settings,
};
use diesel::QueryResult;

use super::place::Place;

pub struct Office {
    pub house: House,
    runtime: tokio::runtime::Runtime,
}

impl Office {
    pub fn open(place: &Place, more: &[(String, String)], clock: Clock) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let variables: Vec<_> = place.settings().into_iter().chain(more.iter().cloned()).collect();
        let variables = variables.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let settings = Settings::read(variables, &|_| Ok(None)).unwrap();
        let (mut house, _) = runtime.block_on(House::open(&settings, clock, Chance::Real)).unwrap();
        house.courier.scribe = Arc::new(TestScribe);
        Self { house, runtime }
    }

    pub fn does<T: Send + 'static>(&self, deed: impl Fn(&mut RegisterConn) -> QueryResult<T> + Send + 'static) -> T {
        self.runtime.block_on(self.house.db.register(deed)).unwrap()
    }

    /// Orders are the addresses themselves: that is all the scribe needs.
    pub fn orders(&self, addresses: &[String]) -> usize {
        let (master, chance, now) = (self.house.master.clone(), self.house.chance.clone(), self.house.clock.now());
        let addresses = addresses.to_vec();
        self.does(move |conn| {
            let mut new = 0;
            for address in &addresses {
                let order = NewOrder {
                    id: letter_id(address),
                    kind: Kind::Reminder,
                    batch: Batch::of(CampaignId::from_bytes([7; 16])),
                    recipient: address.as_bytes(),
                    order: address,
                };
                new += usize::from(mail::post_order(conn, &master, &order, now, &mut chance.dice())?);
            }
            Ok(new)
        })
    }

    pub fn posts(&self, addresses: &[String]) {
        let (chance, now) = (self.house.chance.clone(), self.house.clock.now());
        let office = PostOffice::new(self.house.master.clone(), "กรมตัวอย่าง", "");
        let addresses = addresses.to_vec();
        self.does(move |conn| {
            for address in &addresses {
                let dice = &mut chance.dice();
                mail::post(conn, &office, Kind::Notice, Batch::single(dice), &letter(address), now, dice)?;
            }
            Ok(())
        });
    }

    pub fn courier_runs(&self) -> Round {
        self.runtime.block_on(self.house.courier.run()).unwrap()
    }

    pub fn is_any_due(&self) -> bool {
        self.runtime.block_on(self.house.courier.any_due()).unwrap()
    }

    pub fn waiting(&self) -> mail::Waiting {
        self.does(mail::waiting)
    }
}

/// Always the same, as that of a campaign's letter is.
pub fn letter_id(address: &str) -> LetterId {
    let mut bytes = [0; 16];
    for (place, byte) in address.bytes().enumerate() {
        bytes[place % 16] ^= byte.rotate_left(u32::try_from(place / 16).unwrap());
    }
    LetterId::from_bytes(bytes)
}

pub fn letter(address: &str) -> Letter {
    let subject = format!("ขอเชิญตอบแบบสำรวจความเห็นของเจ้าหน้าที่ประจำปีงบประมาณ 2570 รอบที่ 1: {address}");
    Letter::new(EmailAddress::parse(address).unwrap(), Language::Thai, subject)
        .paragraph("เรียน ท่านเจ้าหน้าที่ แบบสำรวจนี้ไม่เก็บชื่อของท่าน\n.จุดหน้าบรรทัด".repeat(20))
        .link("ตอบแบบสำรวจ", format!("https://clear.example/t/{address}"))
        .unsubscribe(format!("https://clear.example/t/{address}/stop"))
}

/// Writes to the address that is the order, unless it is one of those who want nothing.
struct TestScribe;

impl Scribe for TestScribe {
    fn write(&self, _: &mut RegisterConn, order: &str, _: Moment) -> QueryResult<Option<Composed>> {
        ASKED.lock().unwrap().push(order.to_owned());
        let sender = Sender { department: "กรมตัวอย่าง".to_owned(), contact: "โทร. 1234".to_owned() };
        Ok((!order.starts_with("nothing")).then(|| Composed { letter: letter(order), sender }))
    }

    /// Remembers it where no other order is, so that the test sees it.
    fn give_up(&self, conn: &mut RegisterConn, order: &str, why: &Undelivered, _: Moment) -> QueryResult<()> {
        assert!(!why.reason.contains('@'));
        GIVEN_UP.lock().unwrap().push((order.to_owned(), why.address_fault.is_some(), why.again == Again::Never));
        mail::waiting(conn).map(drop)
    }
}

/// What the scribe was asked to write.
pub static ASKED: std::sync::Mutex<Vec<String>> = std::sync::Mutex::new(Vec::new());

pub static GIVEN_UP: std::sync::Mutex<Vec<(String, bool, bool)>> = std::sync::Mutex::new(Vec::new());
