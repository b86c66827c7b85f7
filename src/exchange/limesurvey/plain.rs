//! Texts without their markup, and what of it carried meaning.

/// The text as people read it, and whether a picture, a link or a script was in it.
pub(super) fn plain(html: &str) -> (String, bool) {
    let (mut text, mut rest, mut lost) = (String::with_capacity(html.len()), html, false);
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(&unescaped(before));
        let Some((tag, behind)) = after.split_once('>').filter(|_| is_tag(after)) else {
            text.push('<');
            rest = after;
            continue;
        };
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        rest = behind;
        match name.as_str() {
            "br" | "p" | "div" | "li" | "tr" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "table" => text.push('\n'),
            "td" | "th" => text.push(' '),
            "script" | "style" if !tag.starts_with('/') => {
                let end = format!("</{name}");
                let at = rest.to_ascii_lowercase().find(&end).unwrap_or(rest.len());
                rest = rest.get(at..).unwrap_or_default();
                lost = true;
            }
            "img" | "a" | "iframe" | "video" | "audio" | "object" | "input" | "button" => lost |= !tag.starts_with('/'),
            _ => {}
        }
    }
    text.push_str(&unescaped(rest));
    (tidy(&text), lost)
}

fn is_tag(after: &str) -> bool {
    after.starts_with(|letter: char| letter.is_ascii_alphabetic() || matches!(letter, '/' | '!'))
}

/// One blank between words, no empty lines.
fn tidy(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn unescaped(text: &str) -> String {
    let (mut plain, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let named = after.split_once(';').filter(|(name, _)| name.len() <= 10);
        if let Some((letter, behind)) = named.and_then(|(name, behind)| Some((letter(name)?, behind))) {
            plain.push(letter);
            rest = behind;
        } else {
            plain.push('&');
            rest = after;
        }
    }
    plain.push_str(rest);
    plain
}

/// Those that people meet in texts; the others stay as they are written.
const LETTERS: [(&str, char); 24] = [
    ("nbsp", ' '),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("deg", '°'),
    ("euro", '€'),
    ("copy", '©'),
    ("times", '×'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
];

fn letter(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|letter| !letter.is_control());
    }
    LETTERS.iter().find(|(it, _)| *it == name).map(|(_, letter)| *letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_lines_and_letters() {
        for (html, text, lost) in [
            ("<p>ท่านพอใจ&nbsp;<b>เพียงใด</b></p>\r\n<p>a &lt; b</p>", "ท่านพอใจ เพียงใด\na < b", false),
            ("one<br />two", "one\ntwo", false),
            ("<img src='x.png'>a", "a", true),
            ("<script>if (a < b) { x() }</script>a<style>b</style>", "a", true),
            ("<script>never closed", "", true),
            ("1 < 2 & 3 &unknown; &#3585;&#x0E02;", "1 < 2 & 3 &unknown; กข", false),
            ("<!-- note -->a", "a", false),
            ("a <", "a <", false),
        ] {
            assert_eq!(plain(html), (text.to_owned(), lost), "{html}");
        }
    }
}
