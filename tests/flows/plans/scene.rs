//! A department that makes plans, and tables as they stand in pages, documents and workbooks.

use std::io::{Cursor, Read as _};

use clearjai::{
    ids::{MeasureId, PlanId, StepId},
    sheets,
};
use jiff::civil::Date;

use crate::house::{House, Page, Visitor};

pub const NEW: &str = "/plans/new";

pub type Fields<'it> = Vec<(&'it str, &'it str)>;

/// With these typed otherwise than usual. Fields that may be ticked more than once are only added.
fn with<'it>(usual: &[(&'it str, &'it str)], typed: &[(&'it str, &'it str)]) -> Fields<'it> {
    let kept = usual.iter().filter(|(name, _)| typed.iter().all(|(other, _)| name != other));
    kept.chain(typed).copied().collect()
}

pub fn plan_fields<'it>(typed: &[(&'it str, &'it str)]) -> Fields<'it> {
    with(
        &[("title_thai", "แผนปี 2570"), ("title_english", ""), ("policy", ""), ("year", "2570"), ("first", "0"), ("last", "11")],
        typed,
    )
}

pub fn measure_fields<'it>(typed: &[(&'it str, &'it str)]) -> Fields<'it> {
    with(&[("letter", "P"), ("text", "สร้างเครือข่าย"), ("reason", ""), ("topics", ""), ("about", ""), ("place", "1")], typed)
}

pub fn step_fields<'it>(typed: &[(&'it str, &'it str)]) -> Fields<'it> {
    let usual =
        [("text", "ประชุมชี้แจง"), ("budget", ""), ("owner", "กลุ่มพัสดุ"), ("email", ""), ("status", "planned"), ("place", "1")];
    with(&usual, typed)
}

pub fn plan_address(id: PlanId, below: &str) -> String {
    format!("/plans/{id}{below}")
}

pub fn step_address(plan: PlanId, id: StepId, below: &str) -> String {
    format!("/plans/{plan}/steps/{id}{below}")
}

pub fn measure_address(plan: PlanId, id: MeasureId, below: &str) -> String {
    format!("/plans/{plan}/measures/{id}{below}")
}

/// The id in an address such as `/plans/…?done=made`.
#[track_caller]
pub fn plan_in(address: &str) -> PlanId {
    address.trim_start_matches("/en").trim_start_matches("/plans/").split(['?', '/']).next().unwrap().parse().unwrap()
}

#[track_caller]
pub fn makes(coordinator: &Visitor, typed: &[(&str, &str)]) -> PlanId {
    plan_in(coordinator.fills_in(NEW, &plan_fields(typed)).leads_to())
}

/// What links of a page name between these, each once and in order.
fn named_between(page: &Page, before: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for address in page.addresses(before) {
        let id = address.trim_start_matches(before).split(['/', '?']).next().unwrap().to_owned();
        if id != "new" && !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

pub fn measures(coordinator: &Visitor, plan: PlanId) -> Vec<MeasureId> {
    let page = coordinator.opens(&plan_address(plan, ""));
    named_between(&page, &format!("/plans/{plan}/measures/")).iter().map(|id| id.parse().unwrap()).collect()
}

pub fn steps(coordinator: &Visitor, plan: PlanId) -> Vec<StepId> {
    let page = coordinator.opens(&plan_address(plan, ""));
    let main = page.body.split("</nav>").last().unwrap_or_default().to_owned();
    let cards = main.split("<section class=\"card").skip(1).collect::<String>();
    let page = Page { body: cards, ..page };
    named_between(&page, &format!("/plans/{plan}/steps/")).iter().map(|id| id.parse().unwrap()).collect()
}

/// As the last one.
#[track_caller]
pub fn adds_measure(coordinator: &Visitor, plan: PlanId, typed: &[(&str, &str)]) -> MeasureId {
    let before = measures(coordinator, plan);
    coordinator.fills_in(&plan_address(plan, "/measures/new"), &measure_fields(typed)).is(303);
    measures(coordinator, plan).into_iter().find(|id| !before.contains(id)).unwrap()
}

/// `months`: places in the fiscal year.
#[track_caller]
pub fn adds_step(coordinator: &Visitor, plan: PlanId, of: MeasureId, months: &[&str], typed: &[(&str, &str)]) -> StepId {
    let before = steps(coordinator, plan);
    let mut fields = step_fields(typed);
    fields.extend(months.iter().map(|month| ("months", *month)));
    coordinator.fills_in(&measure_address(plan, of, "/steps/new"), &fields).is(303);
    steps(coordinator, plan).into_iter().find(|id| !before.contains(id)).unwrap()
}

/// Turns the clock to that hour in Bangkok.
pub fn comes_to(house: &House, day: Date, hour: i8) {
    let now = house.clock.now().in_bangkok();
    let span = now.until((jiff::Unit::Second, day.at(hour, 0, 0, 0))).unwrap();
    house.turn(std::time::Duration::from_secs(span.get_seconds().unsigned_abs()));
}

pub type Grid = Vec<Vec<String>>;

fn tidy(text: &str) -> String {
    let text: String = text.chars().filter(|letter| !matches!(letter, '\u{2060}' | '\u{200b}')).collect();
    let text = text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn without_tags(text: &str) -> String {
    let mut plain = String::new();
    let mut inside = false;
    for letter in text.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            letter if !inside => plain.push(letter),
            _ => {}
        }
    }
    plain
}

fn number(tag: &str, name: &str) -> usize {
    let value = tag.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
    value.map_or(1, |value| value.parse().unwrap())
}

/// The table of a page, cell by cell; cells that another one lies over are empty.
pub fn table_of_page(page: &Page) -> Grid {
    let table = page.body.split("<table").nth(1).unwrap().split("</table>").next().unwrap();
    let mut grid: Grid = Vec::new();
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for (row, text) in table.split("<tr").skip(1).enumerate() {
        let mut cells: Vec<String> = Vec::new();
        let starts = text.replace("<th", "\u{1}<th").replace("<td", "\u{1}<td");
        for cell in starts.split('\u{1}').skip(1) {
            while taken.contains(&(row, cells.len())) {
                cells.push(String::new());
            }
            let (tag, content) = cell.split_once('>').unwrap();
            let (across, down) = (number(tag, "colspan"), number(tag, "rowspan"));
            let column = cells.len();
            taken.extend((1..down).flat_map(|below| (0..across).map(move |beside| (row + below, column + beside))));
            cells.push(tidy(&without_tags(&content.replace("<br>", "\n"))));
            cells.extend((1..across).map(|_| String::new()));
        }
        while taken.contains(&(row, cells.len())) {
            cells.push(String::new());
        }
        grid.push(cells);
    }
    grid
}

pub fn table_of_docx(bytes: &[u8]) -> Grid {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let table = xml.split("<w:tbl>").nth(1).unwrap().split("</w:tbl>").next().unwrap().to_owned();
    let cell = |text: &str| {
        let text = text.replace("</w:p><w:p>", "\n</w:p><w:p>").replace("<w:br/>", "\n");
        tidy(&without_tags(text.split_once('>').unwrap().1))
    };
    let across =
        |text: &str| text.split("<w:gridSpan w:val=\"").nth(1).map_or(1, |rest| rest.split('"').next().unwrap().parse().unwrap());
    let row = |text: &str| {
        let mut cells = Vec::new();
        for one in text.split("<w:tc>").skip(1) {
            cells.push(cell(&format!(">{one}")));
            cells.extend((1..across(one)).map(|_| String::new()));
        }
        cells
    };
    table.split("<w:tr>").skip(1).map(row).collect()
}

/// Every line of every sheet.
pub fn lines_of_xlsx(bytes: &[u8]) -> Grid {
    let sheets = sheets::read_sheets(bytes).unwrap();
    let line = |row: &sheets::Row| row.cells().map(|cell| tidy(&cell.text())).collect();
    sheets.iter().flat_map(|sheet| &sheet.rows).map(line).collect()
}

/// From the line on whose first cell says this, so many columns wide.
#[track_caller]
pub fn from(grid: &Grid, first: &str, columns: usize) -> Grid {
    let start = grid.iter().position(|row| row.first().is_some_and(|cell| cell == first));
    let start = start.unwrap_or_else(|| panic!("no line begins with {first}: {grid:?}"));
    let wide = |row: &Vec<String>| {
        let mut row = row.clone();
        row.resize(columns, String::new());
        row
    };
    grid[start..].iter().map(wide).collect()
}
