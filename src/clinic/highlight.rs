//! Words of a text that may tell who wrote it: numbers, titles of posts, and names that are handed in. Nothing is
//! changed; whoever writes the words for the board looks at them.

/// A piece of a text, as it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'text> {
    pub text: &'text str,
    pub may_tell: bool,
}

const TITLES: [&str; 30] = [
    "ผู้อำนวยการ",
    "รองอธิบดี",
    "อธิบดี",
    "ผู้เชี่ยวชาญ",
    "เลขานุการกรม",
    "เลขานุการ",
    "หัวหน้า",
    "ผอ.",
    "นักวิชาการ",
    "นักวิเคราะห์",
    "นักจัดการ",
    "นักทรัพยากรบุคคล",
    "นักประชาสัมพันธ์",
    "เจ้าพนักงาน",
    "เจ้าหน้าที่",
    "นิติกร",
    "วิศวกร",
    "สถาปนิก",
    "พนักงานขับรถ",
    "ลูกจ้าง",
    "แม่บ้าน",
    "นายช่าง",
    "นางสาว",
    "น.ส.",
    "ดร.",
    "director",
    "head of",
    "secretary",
    "officer",
    "deputy",
];

/// `names`: of people, or of whatever else tells.
pub fn highlight<'text>(text: &'text str, names: &[String]) -> Vec<Piece<'text>> {
    let small = text.to_lowercase();
    // Lower case may be longer; then only what is the same byte by byte is compared.
    let small = if small.len() == text.len() { small } else { text.to_owned() };
    let mut marks: Vec<(usize, usize)> = numbers(text);
    let wanted = TITLES.iter().map(|title| (*title).to_owned()).chain(names.iter().map(|name| name.to_lowercase()));
    for word in wanted.filter(|word| word.chars().count() > 2) {
        marks.extend(small.match_indices(&word).map(|(at, found)| (at, at + found.len())));
    }
    marks.sort_unstable();
    let (mut pieces, mut end) = (Vec::new(), 0);
    for (from, to) in marks {
        let from = from.max(end);
        if to <= from {
            continue;
        }
        push(&mut pieces, text.get(end..from), false);
        push(&mut pieces, text.get(from..to), true);
        end = to;
    }
    push(&mut pieces, text.get(end..), false);
    pieces
}

fn push<'text>(pieces: &mut Vec<Piece<'text>>, text: Option<&'text str>, may_tell: bool) {
    pieces.extend(text.filter(|text| !text.is_empty()).map(|text| Piece { text, may_tell }));
}

/// Runs of digits, Thai ones too.
fn numbers(text: &str) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, letter) in text.char_indices().filter(|(_, letter)| letter.is_numeric()) {
        let end = at + letter.len_utf8();
        match runs.last_mut() {
            Some(run) if run.1 == at => run.1 = end,
            _ => runs.push((at, end)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_titles_and_names_are_marked_and_the_text_stays_what_it_was() {
        let text = "ผอ.สมศรี ไม่เซ็นใบลา ๑๒ วัน ห้อง 204 OK";
        let pieces = highlight(text, &["สมศรี".to_owned()]);
        let told: Vec<_> = pieces.iter().filter(|piece| piece.may_tell).map(|piece| piece.text).collect();
        assert_eq!(told, ["ผอ.", "สมศรี", "๑๒", "204"]);
        assert_eq!(pieces.iter().map(|piece| piece.text).collect::<String>(), text);
        assert_eq!(highlight("", &[]), []);
        let odd = "İ 5";
        assert_eq!(highlight(odd, &[]).iter().map(|piece| piece.text).collect::<String>(), odd);
    }
}
