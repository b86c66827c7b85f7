//! Text out of what a web page or a word processor left in it: tags become lines and bullets, entities the signs they
//! stand for.
//!
//! Knows the names of tags, so that `คะแนน < 85` and `a <b and c> d` stay what they are.

/// Longer ones are no tags.
const LONGEST_TAG: usize = 4_000;
const LONGEST_COMMENT: usize = 20_000;
const LONGEST_ENTITY: usize = 10;

/// Begin or end a line.
const BLOCKS: [&str; 25] = [
    "p",
    "div",
    "br",
    "tr",
    "table",
    "thead",
    "tbody",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "hr",
    "section",
    "article",
    "header",
    "footer",
    "dl",
    "dd",
];
/// Leave nothing behind.
const INLINE: [&str; 34] = [
    "span", "b", "i", "u", "s", "strong", "em", "a", "font", "sub", "sup", "small", "big", "center", "mark", "code", "img",
    "html", "body", "meta", "link", "col", "colgroup", "td", "th", "label", "ins", "del", "strike", "tt", "nobr", "abbr", "dt",
    "caption",
];
/// With everything up to their end.
const WITH_CONTENT: [&str; 5] = ["style", "script", "head", "title", "xml"];

const ENTITIES: [(&str, char); 27] = [
    ("nbsp", ' '),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ndash", '–'),
    ("mdash", '—'),
    ("bull", '•'),
    ("middot", '·'),
    ("hellip", '…'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("zwnj", '\u{200C}'),
    ("zwj", '\u{200D}'),
    ("shy", '\u{AD}'),
    ("times", '×'),
    ("deg", '°'),
    ("le", '≤'),
    ("ge", '≥'),
];

struct Tag<'it> {
    name: &'it str,
    is_end: bool,
    /// Behind it.
    rest: &'it str,
}

/// Once; what was marked up twice still is.
pub fn without_markup(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let (mut rest, mut list) = (text, None);
    while let Some(letter) = rest.chars().next() {
        let after = rest.get(letter.len_utf8()..).unwrap_or_default();
        if letter == '<'
            && let Some(behind) = comment(rest)
        {
            rest = behind;
        } else if letter == '<'
            && let Some(tag) = tag(rest)
        {
            rest = tag.rest;
            leave(&tag, &mut plain, &mut list, &mut rest);
        } else if letter == '&'
            && let Some((sign, behind)) = entity(rest)
        {
            plain.push(sign);
            rest = behind;
        } else if letter == ' '
            && list == Some(List { has_items: false })
            && let Some(behind) = rest.strip_prefix(" - ")
        {
            // A list whose items lost their lines.
            plain.push_str("\n- ");
            rest = behind;
        } else {
            plain.push(letter);
            rest = after;
        }
    }
    plain
}

/// That is open.
#[derive(Clone, Copy, PartialEq, Eq)]
struct List {
    has_items: bool,
}

fn leave<'it>(tag: &Tag<'it>, plain: &mut String, list: &mut Option<List>, rest: &mut &'it str) {
    if WITH_CONTENT.contains(&tag.name) {
        if !tag.is_end {
            *rest = behind_end(tag.rest, tag.name);
        }
        return;
    }
    match (tag.name, tag.is_end) {
        ("ul" | "ol", is_end) => *list = (!is_end).then_some(List { has_items: false }),
        ("td" | "th" | "dt", true) => plain.push(' '),
        _ => {}
    }
    if BLOCKS.contains(&tag.name) && !(plain.is_empty() || plain.ends_with('\n')) {
        plain.push('\n');
    }
    if (tag.name, tag.is_end) == ("li", false) {
        *list = Some(List { has_items: true });
        plain.push_str("- ");
    }
}

/// `<!-- … -->`, `<!doctype …>`, `<![if …]>`, `<?xml …?>`: what stands behind it.
fn comment(text: &str) -> Option<&str> {
    let is_doctype = || text.get(..9).is_some_and(|it| it.eq_ignore_ascii_case("<!doctype"));
    let end = match () {
        () if text.starts_with("<!--") => "-->",
        () if text.starts_with("<![") || text.starts_with("<?") || is_doctype() => ">",
        () => return None,
    };
    let near = (0..=LONGEST_COMMENT.min(text.len())).rev().find_map(|most| text.get(..most))?;
    text.get(near.find(end)? + end.len()..)
}

fn tag(text: &str) -> Option<Tag<'_>> {
    let inside = text.strip_prefix('<')?;
    let is_end = inside.starts_with('/');
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let end = inside.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == ':'))?;
    let (name, behind) = inside.split_at(end);
    let name = known(name)?;
    // `<b and c>` is no tag: what follows is the end, or has a value.
    let (attributes, rest) = closed(behind)?;
    let attributes = attributes.trim_end_matches('/').trim();
    (attributes.is_empty() || (!is_end && behind.starts_with(char::is_whitespace) && attributes.contains('='))).then_some(Tag {
        name,
        is_end,
        rest,
    })
}

/// Of Word: `o:p`, `w:WordDocument`.
fn known(name: &str) -> Option<&'static str> {
    if name.contains(':') {
        return Some("span");
    }
    let all = BLOCKS.iter().chain(&INLINE).chain(&WITH_CONTENT);
    all.copied().find(|known| known.eq_ignore_ascii_case(name))
}

/// What stands before the `>` that is in no quotes, and what stands behind it.
fn closed(text: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    for (at, letter) in text.char_indices().take_while(|(at, _)| *at < LONGEST_TAG) {
        match (quote, letter) {
            (None, '>') => return Some((text.get(..at)?, text.get(at + 1..)?)),
            (None, '<') => return None,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            _ => {}
        }
    }
    None
}

fn behind_end<'it>(text: &'it str, name: &str) -> &'it str {
    let ends = text.match_indices("</").filter_map(|(at, _)| text.get(at..));
    let end = ends.filter_map(tag).find(|tag| tag.name == name);
    end.map_or("", |tag| tag.rest)
}

/// The sign, and what stands behind it.
fn entity(text: &str) -> Option<(char, &str)> {
    let inside = text.strip_prefix('&')?;
    let end = inside.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';')?;
    let (name, behind) = (inside.get(..end)?, inside.get(end + 1..)?);
    let sign = match name.strip_prefix('#') {
        Some(number) => {
            let hex = number.strip_prefix(['x', 'X']);
            let number = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
            char::from_u32(number).filter(|sign| !sign.is_control())?
        }
        None => ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign)?,
    };
    Some((sign, behind))
}
