//! An answer of the server, as a story looks at it.

use std::collections::HashMap;

#[derive(Debug, Clone)]
pub struct Page {
    pub status: u16,
    pub address: String,
    pub headers: HashMap<String, Vec<String>>,
    pub body: String,
}

impl Page {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// Where a redirect leads.
    pub fn leads_to(&self) -> &str {
        assert_eq!(self.status, 303, "{} should lead on: {}", self.address, self.text());
        self.header("location")
    }

    /// What people read, without markup and without the invisible marks of Thai line breaks.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut inside = false;
        let body = self.body.split_once("<body>").map_or(self.body.as_str(), |(_, body)| body);
        for letter in body.chars() {
            match letter {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    text.push(' ');
                }
                '\u{2060}' | '\u{200b}' => {}
                '\u{a0}' => text.push(' '),
                letter if !inside => text.push(letter),
                _ => {}
            }
        }
        let text = text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        assert!(self.text().contains(words), "{} ({}) should say “{words}”: {}", self.address, self.status, self.text());
        self
    }

    #[track_caller]
    pub fn does_not_say(&self, words: &str) -> &Self {
        assert!(!self.text().contains(words), "{} should not say “{words}”", self.address);
        self
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{}: {}", self.address, self.text());
        self
    }

    /// The value of a field of a form on this page.
    #[track_caller]
    pub fn field(&self, name: &str) -> String {
        self.fields(name).into_iter().next().unwrap_or_else(|| panic!("{} has no field {name}: {}", self.address, self.text()))
    }

    pub fn field_if_any(&self, name: &str) -> Option<String> {
        self.fields(name).into_iter().next()
    }

    pub fn fields(&self, name: &str) -> Vec<String> {
        let mark = format!("name=\"{name}\"");
        self.body
            .split('<')
            .filter(|tag| tag.starts_with("input") && tag.contains(&mark))
            .map(|tag| tag.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned())
            .collect()
    }

    /// Addresses of links and forms that begin so.
    pub fn addresses(&self, beginning: &str) -> Vec<String> {
        ["href=\"", "action=\""]
            .iter()
            .flat_map(|mark| self.body.split(mark).skip(1))
            .filter_map(|rest| rest.split('"').next())
            .filter(|address| address.starts_with(beginning))
            .map(ToOwned::to_owned)
            .collect()
    }
}
