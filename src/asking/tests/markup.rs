//! As much of reading HTML as these tests need: tags in order, with their attributes and text.

use std::collections::BTreeMap;

#[derive(Clone, Debug, Default)]
pub struct Tag {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    /// All text up to its end.
    pub text: String,
    /// Where it stands inside.
    pub inside: Vec<usize>,
}

impl Tag {
    pub fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    pub fn has(&self, name: &str) -> bool {
        self.attributes.contains_key(name)
    }
}

/// Panics where a tag does not end, or ends inside another.
pub fn tags(markup: &str) -> Vec<Tag> {
    let (mut tags, mut open): (Vec<Tag>, Vec<usize>) = Default::default();
    for (at, piece) in markup.split('<').enumerate() {
        let text = if at == 0 { piece } else { piece.split_once('>').unwrap().1 };
        if at > 0 {
            let tag = piece.split_once('>').unwrap().0;
            if let Some(name) = tag.strip_prefix('/') {
                assert_eq!(open.pop().map(|open| tags[open].name.clone()).as_deref(), Some(name), "{markup}");
            } else {
                let is_closed = tag.ends_with('/');
                let (name, attributes) = tag.trim_end_matches('/').split_once(' ').unwrap_or((tag.trim_end_matches('/'), ""));
                tags.push(Tag {
                    name: name.to_owned(),
                    attributes: self::attributes(attributes),
                    text: String::new(),
                    inside: open.clone(),
                });
                if !is_closed && !["input", "br", "hr"].contains(&name) {
                    open.push(tags.len() - 1);
                }
            }
        }
        for tag in &open {
            tags[*tag].text += &unescaped(text);
        }
    }
    assert!(open.is_empty(), "{markup}");
    tags
}

fn attributes(text: &str) -> BTreeMap<String, String> {
    let mut attributes = BTreeMap::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(value) => value.split_once('"').unwrap(),
            None => ("", after),
        };
        assert!(attributes.insert(name.to_owned(), unescaped(value)).is_none(), "{name} twice in {text}");
        rest = after.trim_start();
    }
    attributes
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// What a browser would post of these tags.
pub fn posted(tags: &[Tag]) -> Vec<(String, String)> {
    let mut posted = Vec::new();
    for (at, tag) in tags.iter().enumerate() {
        let name = tag.get("name").to_owned();
        match (tag.name.as_str(), tag.get("type")) {
            ("input", "radio" | "checkbox") if !tag.has("checked") => {}
            ("input", _) => posted.push((name, tag.get("value").to_owned())),
            ("textarea", _) => posted.push((name, tag.text.strip_prefix('\n').unwrap_or(&tag.text).to_owned())),
            ("select", _) => {
                let options: Vec<_> =
                    tags.iter().filter(|option| option.name == "option" && option.inside.contains(&at)).collect();
                let chosen = options.iter().find(|option| option.has("selected")).unwrap_or(&options[0]);
                posted.push((name, chosen.get("value").to_owned()));
            }
            _ => {}
        }
    }
    posted
}
