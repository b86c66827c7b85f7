//! How somebody looks at the roster: what they search for, which filters, which page; and the
//! address that says so, so that it can be kept, sent on and come back to.

use std::str::FromStr as _;

use super::{Category, Filter, Order, UnitTree, Who, usual::Usual};
use crate::ids::UnitId;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    pub text: String,
    /// With every unit below it.
    pub unit: Option<UnitId>,
    pub category: Option<Category>,
    /// By the usual rule, this fiscal year.
    pub is_eligible: Option<bool>,
    pub has_email: Option<bool>,
    pub who: Who,
    pub order: Order,
    /// From 1.
    pub page: i64,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            text: String::new(),
            unit: None,
            category: None,
            is_eligible: None,
            has_email: None,
            who: Who::default(),
            order: Order::default(),
            page: 1,
        }
    }
}

impl Look {
    /// What the address says; whatever is no word of ours leaves nothing out.
    pub fn read(said: impl Fn(&str) -> Option<String>) -> Self {
        let yes_or_no = |name: &str| match said(name).as_deref() {
            Some("yes") => Some(true),
            Some("no") => Some(false),
            _ => None,
        };
        Self {
            text: said("q").unwrap_or_default().chars().take(200).collect(),
            unit: said("unit").and_then(|unit| UnitId::from_str(&unit).ok()),
            category: said("category").and_then(|category| Category::parse(&category).ok()),
            is_eligible: yes_or_no("eligible"),
            has_email: yes_or_no("email"),
            who: if said("who").as_deref() == Some("departed") { Who::Departed } else { Who::Present },
            order: match said("order").as_deref() {
                Some("number") => Order::Number,
                Some("start") => Order::Start,
                _ => Order::Name,
            },
            page: said("page").and_then(|page| page.parse().ok()).filter(|page| *page > 0).unwrap_or(1),
        }
    }

    /// An address with this look in it; only what is not as usual is said.
    pub fn at(&self, address: &str) -> String {
        let yes_or_no = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
        let said = [
            ("q", Some(self.text.clone()).filter(|text| !text.is_empty())),
            ("unit", self.unit.map(|unit| unit.to_string())),
            ("category", self.category.as_ref().map(|category| category.as_str().to_owned())),
            ("eligible", self.is_eligible.map(yes_or_no)),
            ("email", self.has_email.map(yes_or_no)),
            ("who", (self.who == Who::Departed).then(|| "departed".to_owned())),
            ("order", self.order_in_address().map(ToOwned::to_owned)),
            ("page", (self.page > 1).then(|| self.page.to_string())),
        ];
        let said: Vec<_> = said.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
        match serde_urlencoded::to_string(&said) {
            Ok(said) if !said.is_empty() => format!("{address}?{said}"),
            _ => address.to_owned(),
        }
    }

    pub fn order_in_address(&self) -> Option<&'static str> {
        match self.order {
            Order::Name => None,
            Order::Number => Some("number"),
            Order::Start => Some("start"),
        }
    }

    #[must_use]
    pub fn on_page(&self, page: i64) -> Self {
        Self { page, ..self.clone() }
    }

    /// Whether anything but the search leaves somebody out or puts them in another order.
    pub fn is_filtered(&self) -> bool {
        Self { text: String::new(), page: 1, ..self.clone() } != Self::default()
    }

    /// Whether this is the list as it is first opened, whatever the page.
    pub fn is_usual(&self) -> bool {
        self.on_page(1) == Self::default()
    }

    /// What the store is asked.
    pub fn filter(&self, usual: &Usual, tree: &UnitTree) -> Filter {
        Filter {
            who: self.who,
            text: self.text.clone(),
            units: self.unit.map(|unit| tree.with_all_below(&[unit]).into_iter().collect()).unwrap_or_default(),
            category: self.category.clone(),
            has_email: self.has_email,
            started_before: self.is_eligible.map(|is_eligible| (usual.cut_off(), is_eligible)),
            order: self.order,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str) -> Look {
        let (_, query) = address.split_once('?').unwrap_or_default();
        let said: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap();
        Look::read(|name| said.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()))
    }

    #[test]
    fn an_address_reads_back_what_it_says() {
        let look = Look {
            text: "สม 50% & more".to_owned(),
            unit: Some(UnitId::from_bytes([7; 16])),
            category: Category::parse("ลูกจ้าง โครงการ").ok(),
            is_eligible: Some(false),
            has_email: Some(true),
            who: Who::Departed,
            order: Order::Start,
            page: 3,
        };
        assert_eq!(read(&look.at("/hr/roster")), look);
        assert_eq!(Look::default().at("/hr/roster"), "/hr/roster");
        assert_eq!(read("/hr/roster"), Look::default());
    }

    #[test]
    fn what_is_no_word_of_ours_leaves_nothing_out() {
        let look = read("/hr/roster?unit=x&category=&eligible=perhaps&email=1&who=all&order=age&page=-1&other=yes");
        assert_eq!(look, Look::default());
        assert!(look.is_usual() && !look.is_filtered());
        assert!(!read("?q=a").is_filtered() && !read("?q=a").is_usual());
        assert!(read("?order=number").is_filtered());
    }
}
