//! What a browser that was never here loads for a page.

use super::{
    Outcome,
    http::{AS_BROWSERS_ASK, Connection, Request},
    program::Program,
    table::{Row, kilobytes},
};

/// The page and everything it names: stylesheet, scripts, fonts, and the fonts the stylesheet names.
/// A browser takes a font if a character of it is drawn; the page has both scripts in both weights.
pub struct FirstVisit {
    pub stylesheet: String,
    page: String,
    /// Bytes as they travelled, in the order in which they are asked for.
    loaded: Vec<(String, usize)>,
}

impl FirstVisit {
    pub fn to(program: &Program, page: &str) -> Outcome<Self> {
        let mut connection = Connection::open(program.address)?;
        let html = text(&mut connection, page)?;
        let mut paths = vec![page.to_owned()];
        paths.extend(links(&html).map(str::to_owned));
        let stylesheet = paths.iter().find(|path| path.contains("/style.")).ok_or("the page names no stylesheet")?.clone();
        let css = text(&mut connection, &stylesheet)?;
        let (folder, _) = stylesheet.rsplit_once('/').unwrap_or_default();
        paths.extend(between(&css, "url(", ")").map(|name| format!("{folder}/{name}")));

        let mut loaded: Vec<(String, usize)> = Vec::new();
        for path in paths {
            if !loaded.iter().any(|(known, _)| *known == path) {
                let bytes = connection.ask(&Request::get(&path, AS_BROWSERS_ASK))?.body.len();
                loaded.push((path, bytes));
            }
        }
        Ok(Self { stylesheet, page: page.to_owned(), loaded })
    }

    pub fn bytes(&self) -> Row {
        let bytes: usize = self.loaded.iter().map(|(_, bytes)| bytes).sum();
        Row::new(format!("weight of {} at the first visit", self.page)).at_most(bytes as u64, 60_000, kilobytes)
    }

    pub fn requests(&self) -> Row {
        Row::new("    its requests").at_most(self.loaded.len() as u64, 6, |count| count.to_string())
    }
}

fn text(connection: &mut Connection, path: &str) -> Outcome<String> {
    Ok(str::from_utf8(connection.ask(&Request::get(path, ""))?.body)?.to_owned())
}

/// Files that a browser loads by itself: `src` of anything, `href` of a `link`.
fn links(html: &str) -> impl Iterator<Item = &str> {
    let sources = between(html, " src=\"", "\"");
    let linked = between(html, "<link ", ">").filter_map(|link| between(link, "href=\"", "\"").next());
    linked.chain(sources).filter(|target| !target.starts_with("data:"))
}

pub fn between<'text>(text: &'text str, before: &'text str, after: &'text str) -> impl Iterator<Item = &'text str> {
    text.split(before).skip(1).filter_map(move |rest| rest.split_once(after)).map(|(found, _)| found)
}
