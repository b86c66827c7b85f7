//! Fixed words for what is different every time: moments, folders, devices, secrets, what a task did.

use std::path::Path;

use clearjai::language::Language;

const MONTHS: [&str; 24] = [
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
];

/// `text` without what changes from one house to the next.
pub fn stable(text: &str, folder: &Path) -> String {
    let text = text.replace(&*folder.to_string_lossy(), "‹folder›");
    let lines = text.lines().map(|line| line.split('"').map(said).collect::<Vec<_>>().join("\""));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// One name, between quotation marks.
fn said(name: &str) -> String {
    if is_secret(name) {
        return "‹secret›".into();
    }
    let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
    while let Some(at) = moment(&words) {
        words.splice(beginning(&words, at)..at + length(&words, at), ["‹moment›".to_owned()]);
    }
    while let Some(at) = service(&words) {
        words.splice(at..at + 4, ["‹service›".to_owned()]);
    }
    let name = words.join(" ").replace("‹moment› – ‹moment›", "‹moment›");
    match name.strip_suffix(" entries, whole") {
        Some(_) => "‹number› entries, whole".into(),
        None if name == "done" || name.starts_with("single letters: ") => "‹letters›".into(),
        None if name.contains(" · ") && name.ends_with("Linux") => "‹device›".into(),
        None => name,
    }
}

/// Where a moment begins: a day, a month and a year, and a time after them.
fn moment(words: &[String]) -> Option<usize> {
    words.windows(3).position(|three| {
        let [day, month, year] = three else { return false };
        is_number(day, 2) && MONTHS.contains(&month.as_str()) && is_number(year, 4)
    })
}

/// Where a span of days begins that ends with the moment at `end`: "3 – 17 Nov 2026", "18 Nov – 2 Dec 2026".
fn beginning(words: &[String], end: usize) -> usize {
    let before: Vec<&str> = words.iter().take(end).map(String::as_str).rev().take(3).collect();
    match before[..] {
        ["–", month, day] if MONTHS.contains(&month) && is_number(day, 2) => end - 3,
        ["–", day, ..] if is_number(day, 2) => end - 2,
        _ => end,
    }
}

/// Where a time of service begins: "2 ปี 3 เดือน", "2 years 3 months".
fn service(words: &[String]) -> Option<usize> {
    words.windows(4).position(|four| {
        let [years, year, months, month] = four else { return false };
        let are_named = (year == "ปี" && month == "เดือน") || (year.starts_with("year") && month.starts_with("month"));
        are_named && is_number(years, 2) && is_number(months, 2)
    })
}

/// `21 พ.ย. 2568 13.30 น.` has five words, `21 Nov 2025 13:30` four.
fn length(words: &[String], start: usize) -> usize {
    let time = words.get(start + 3).is_some_and(|time| time.replace(['.', ':'], "").chars().all(|c| c.is_ascii_digit()));
    let unit = words.get(start + 4).is_some_and(|unit| unit == "น.");
    3 + usize::from(time) + usize::from(time && unit)
}

fn is_number(word: &str, longest: usize) -> bool {
    !word.is_empty() && word.len() <= longest && word.chars().all(|c| c.is_ascii_digit())
}

/// The secret of a second factor, in groups of four.
fn is_secret(name: &str) -> bool {
    let group = |group: &str| group.len() == 4 && group.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    name.split(' ').count() == 8 && name.split(' ').all(group)
}

#[test]
fn what_changes_from_day_to_day_is_said_in_fixed_words() {
    let folder = Path::new("/tmp/clearjai-demo-1");
    for (said, stands_for) in [
        ("text \"ใช้ล่าสุด 21 พ.ย. 2568 13.30 น.\"", "text \"ใช้ล่าสุด ‹moment›\""),
        ("cell \"1 Jan 2026 09:05\" x=1", "cell \"‹moment›\" x=1"),
        ("option \"Vote · 3 – 17 Nov 2026\"", "option \"Vote · ‹moment›\""),
        ("option \"18 Dec 2026 – 2 Jan 2027\"", "option \"‹moment›\""),
        ("option \"18 พ.ย. – 2 ธ.ค. 2569\"", "option \"‹moment›\""),
        ("code \"/tmp/clearjai-demo-1/backups\"", "code \"‹folder›/backups\""),
        ("text \"ABCD EFGH 2345 ABCD EFGH 2345 ABCD EFGH\"", "text \"‹secret›\""),
        ("cell \"17 entries, whole\"", "cell \"‹number› entries, whole\""),
        ("cell \"done\"", "cell \"‹letters›\""),
        ("cell \"single letters: sent 1, again later 0, given up 0\"", "cell \"‹letters›\""),
        ("text \"Chrome · Linux\"", "text \"‹device›\""),
        ("cell \"2 ปี 3 เดือน\"", "cell \"‹service›\""),
        ("cell \"1 year 11 months\"", "cell \"‹service›\""),
        ("heading \"ปีงบประมาณ 2569\" level=1", "heading \"ปีงบประมาณ 2569\" level=1"),
    ] {
        assert_eq!(stable(said, folder).trim_end(), stands_for);
    }
    let now = clearjai::clock::Clock::System.now();
    for language in Language::ALL {
        let words = clearjai::language::moment_in_words(language, now).replace('\u{A0}', " ");
        let words: String = words.chars().filter(|c| *c != '\u{2060}').collect();
        assert_eq!(stable(&words, folder).trim_end(), "‹moment›");
    }
}
