//! Reading what was put out as text, whatever its form: which numbers stand in it, and which of them may.

use std::{
    collections::BTreeSet,
    io::{Cursor, Read as _},
};

use clearjai::{
    instruments::Fraction,
    results::{
        figure::{Figure, Score},
        figures::Figures,
    },
};
use serde_json::Value;

/// What people read of a page, a table, a file of a spreadsheet or a document.
pub fn text_of(address: &str, bytes: &[u8]) -> String {
    if bytes.starts_with(b"PK") {
        return of_archive(bytes);
    }
    let text = String::from_utf8_lossy(bytes).into_owned();
    if text.trim_start().starts_with('{') {
        return of_json(&serde_json::from_str(&text).unwrap_or_else(|fault| panic!("{address}: {fault}")));
    }
    if text.trim_start().starts_with("<!") {
        without_markup(text.split_once("<body").map_or(text.as_str(), |it| it.1))
    } else {
        text
    }
}

/// Of XLSX and DOCX: every text, and every value of a cell.
fn of_archive(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let is_read =
            ["sharedStrings.xml", "document.xml"].iter().any(|it| name.ends_with(it)) || name.contains("worksheets/sheet");
        if !is_read {
            continue;
        }
        let mut xml = String::new();
        file.read_to_string(&mut xml).unwrap();
        if name.contains("worksheets/") {
            for inside in xml.split("<is>").skip(1) {
                text.push_str(&without_markup(inside.split("</is>").next().unwrap_or_default()));
            }
            // A cell that points at a shared text holds the place of the text, which is no figure.
            let cells = xml.split("<c ").skip(1).filter(|cell| !cell.split('>').next().unwrap_or_default().contains("t=\"s\""));
            for value in cells.filter_map(|cell| cell.split("<v>").nth(1)?.split('<').next()) {
                text.push(' ');
                text.push_str(&rounded(value));
            }
        } else {
            text.push_str(&without_markup(&format!("<{xml}")));
        }
    }
    text
}

/// Spreadsheets keep as many digits as there are; people see two.
fn rounded(value: &str) -> String {
    match value.parse::<f64>() {
        Ok(number) if value.contains('.') => format!("{number:.2}"),
        _ => value.to_owned(),
    }
}

/// Every text and number, and never a name of a field.
fn of_json(value: &Value) -> String {
    match value {
        Value::Object(fields) => fields.values().map(of_json).collect::<Vec<_>>().join(" "),
        Value::Array(values) => values.iter().map(of_json).collect::<Vec<_>>().join(" "),
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

fn without_markup(text: &str) -> String {
    let mut rest = String::new();
    for (at, piece) in text.split('<').enumerate() {
        let shown = if at == 0 { Some("") } else { piece.split_once('>').map(|it| it.1) };
        let is_code = piece.starts_with("script") || piece.starts_with("style");
        rest.push(' ');
        rest.push_str(shown.filter(|_| !is_code).unwrap_or_default());
    }
    rest.replace(['\u{2060}', '\u{200b}'], "").replace('\u{a0}', " ").replace("&#8722;", "−")
}

/// Numbers with digits behind a point, as written, without their sign. What stands in a word or a code is none.
pub fn decimals(text: &str) -> BTreeSet<String> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '.' || letter == '_' || letter == '/';
    let mut found = BTreeSet::new();
    for word in text.split(|letter| !is_part(letter)) {
        let word = word.trim_end_matches('.');
        for piece in word.split('/') {
            let is_decimal = piece.split_once('.').is_some_and(|(whole, behind)| {
                let is_digits = |text: &str| !text.is_empty() && text.chars().all(|it| it.is_ascii_digit());
                is_digits(whole) && is_digits(behind)
            });
            if is_decimal {
                found.insert(piece.to_owned());
            }
        }
    }
    found
}

/// Every way in which something that was let out may be written with a point: itself, differences of two such
/// figures, what it would be with some answers turned around, points of what it counts for, shares of counts, and the weight of one person.
pub fn derivable(told: &Figures, known: &[Score]) -> BTreeSet<String> {
    let mut scores: Vec<Score> = known.to_vec();
    let mut take = |figure: &Figure| {
        if let Some((least, most)) = figure.bounds() {
            scores.extend([least.clone(), most.clone()]);
        }
    };
    take(&told.overall);
    told.parts.iter().for_each(|part| take(&part.figure));
    told.groups.shown.iter().for_each(|group| take(&group.figure));
    for item in told.items() {
        item.figure.iter().for_each(&mut take);
        item.questions.iter().flat_map(|it| it.figure.iter().chain(&it.mean)).for_each(&mut take);
    }
    let mut derived: Vec<Score> = scores.clone();
    let fraction =
        |above: u32, below: u32| Score::new(Fraction::new((i64::from(above) * 100).into(), i64::from(below.max(1)).into()));
    for score in &scores {
        derived.extend(scores.iter().map(|other| score.apart_from(other)));
        derived.extend([30, 40].map(|weight| score.times(&Fraction::new(weight.into(), 100.into()))));
    }
    for question in told.items().flat_map(|item| &item.questions) {
        let Some(answers) = question.answers else { continue };
        let all = answers.given + answers.silent;
        let shares = question.spread.iter().flatten().map(|count| fraction(*count, answers.given));
        // Of one hundred, and of one as spreadsheets have it.
        derived.extend(shares.flat_map(|share| [share.times(&Fraction::new(1.into(), 100.into())), share]));
        // With some answers turned around.
        let score = question.figure.as_ref().and_then(Figure::exact);
        let moved = question.spread.iter().flatten().map(|count| fraction(*count, answers.given));
        derived.extend(moved.filter_map(|by| score.map(|score| Score::new(score.fraction() + by.fraction()))));
        derived.extend([fraction(1, answers.given), fraction(answers.given, all), fraction(answers.silent, all)]);
        derived.extend(told.roll.map(|roll| fraction(answers.given, roll)));
    }
    for group in &told.groups.shown {
        derived.extend(told.roll.map(|roll| fraction(group.counted, roll)));
    }
    derived.extend([fraction(1, told.counted), fraction(told.counted, told.roll.unwrap_or(1))]);
    derived.iter().flat_map(|score| [1, 2].map(|places| score.shown(places).replace('−', ""))).collect()
}

#[test]
fn what_is_read_is_what_stands_there() {
    let page = "<!DOCTYPE html><body><p class=\"a1.5\">score 81.82 (<b>−0.50</b>)</p><svg><path d=\"M1.25 3\"/></svg><script>9.99</script>ข้อ 2.</body>";
    assert_eq!(decimals(&text_of("a page", page.as_bytes())).into_iter().collect::<Vec<_>>(), ["0.50", "81.82"]);
    assert_eq!(decimals(&text_of("a file", br#"{"v1.5":{"score":"91.61","n":12}}"#)).into_iter().collect::<Vec<_>>(), ["91.61"]);
    assert_eq!(decimals("i1.5 16.30 น. 25.5/30").into_iter().collect::<Vec<_>>(), ["16.30", "25.5"]);
}
