//! "Me too", each from a browser that has never pressed before, made ready beforehand.

use super::{
    Outcome,
    http::{Connection, Request},
    program::Program,
};

/// Numbered from 1: the number is also the sum of all votes after it.
pub struct Presses {
    requests: std::vec::IntoIter<(u64, Request)>,
}

impl Presses {
    /// Pages are opened for them, round the questions in turn.
    pub fn at_house(house: &Program, code: &str, count: usize) -> Outcome<Self> {
        let (mut connection, mut requests) = (Connection::open(house.address)?, Vec::new());
        let room = format!("/live/{code}");
        for number in 0..count {
            let page = String::from_utf8(connection.ask(&Request::get(&room, ""))?.body.to_vec())?;
            let ids: Vec<_> = page.split("name=\"vote\" value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let ids: Vec<_> = ids.into_iter().filter(|id| !id.is_empty()).collect();
            let id = ids.get(number % ids.len().max(1)).ok_or("the room has no questions")?;
            let form = format!("key={}&browser={}&vote={id}", field(&page, "key")?, field(&page, "browser")?);
            let request = Request::post_to_be_led_on(&room, "none=1", &form);
            requests.push((u64::try_from(number)? + 1, request));
        }
        Ok(Self { requests: requests.into_iter() })
    }

    /// The bare server is told what it shall tell, of the same length as the house's.
    pub fn at_bare(count: usize) -> Self {
        let id = "00000000-0000-4000-8000-000000000000";
        let rest = format!(",[\"{id}\",0]").repeat(9);
        let request = |number: usize| {
            let told = format!("{{\"now\":null,\"list\":[[\"{id}\",{number}]{rest}],\"more\":0,\"answered\":0,\"texts\":{{}}}}");
            Request::post_to_be_led_on("/", "none=1", &told)
        };
        let requests: Vec<_> = (1..=count).map(|number| (number as u64, request(number))).collect();
        Self { requests: requests.into_iter() }
    }

    pub fn next(&mut self) -> Outcome<(u64, Request)> {
        self.requests.next().ok_or_else(|| "no press is left".into())
    }
}

fn field<'page>(page: &'page str, name: &str) -> Outcome<&'page str> {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).ok_or("the form has no such field")?;
    Ok(rest.split('"').next().unwrap_or_default())
}
