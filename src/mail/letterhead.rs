//! The text and the HTML that every letter is wrapped in.
//!
//! No pictures, no tracking, no links but our own; styles stand inline because mail readers
//! know no other.

use maud::{DOCTYPE, Markup, html};

use super::{Letter, Part, words::words};
use crate::language::Language;

/// Who writes, as it stands on the letter.
#[derive(Clone, Debug, Default)]
pub struct Sender {
    pub department: String,
    pub contact: String,
}

pub fn text(letter: &Letter, sender: &Sender) -> String {
    let say = words(letter.language);
    let body = letter.parts.iter().map(|part| match part {
        Part::Paragraph(text) | Part::Note(text) => text.clone(),
        Part::Link { label, address } => format!("{label}:\n{address}"),
    });
    let foot = format!("-- \n{} · {}\n{}", say.service, sender.department, foot(letter.language, sender).join("\n"));
    body.chain([foot]).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// What stands below every letter, under who it comes from.
pub fn foot(language: Language, sender: &Sender) -> Vec<String> {
    let say = words(language);
    let ask = (!sender.contact.is_empty()).then(|| format!("{} {}", say.ask, sender.contact));
    [say.automatic.to_owned()].into_iter().chain(ask).collect()
}

const BODY: &str = "margin:0;padding:24px 16px;background:#f6f5f1;color:#15252b;font:17px/1.7 Sarabun,'Leelawadee UI',Thonburi,'Noto Sans Thai',Tahoma,sans-serif";
const SHEET: &str = "max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #d9dcd6;border-radius:16px";
const BUTTON: &str = "display:inline-block;padding:12px 24px;border-radius:10px;background:#0b5563;color:#ffffff;font-weight:600;text-decoration:none";
const QUIET: &str = "color:#4c5d64;font-size:15px";

pub fn html(letter: &Letter, sender: &Sender) -> String {
    let say = words(letter.language);
    let drawn = html! {
        (DOCTYPE)
        html lang=(letter.language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light";
                title { (letter.subject) }
            }
            body style=(BODY) {
                div style=(SHEET) {
                    @for part in &letter.parts { (drawn_part(part)) }
                    hr style="border:0;border-top:1px solid #d9dcd6;margin:24px 0 16px";
                    p style=(QUIET) {
                        b { (say.service) } " · " (sender.department)
                        @for line in foot(letter.language, sender) { br; (line) }
                    }
                }
            }
        }
    };
    drawn.into_string()
}

fn drawn_part(part: &Part) -> Markup {
    html! {
        @match part {
            Part::Paragraph(text) => p { (lines(text)) },
            Part::Note(text) => p style=(QUIET) { (lines(text)) },
            Part::Link { label, address } => {
                p { a href=(address) style=(BUTTON) { (label) } }
                p style=(QUIET) { (link(address)) }
            }
        }
    }
}

/// Lines as they were written, with links where addresses are.
fn lines(text: &str) -> Markup {
    html! {
        @for (number, line) in text.lines().enumerate() {
            @if number > 0 { br; }
            @for (before, address) in with_addresses(line) { (before) @if !address.is_empty() { (link(address)) } }
        }
    }
}

fn link(address: &str) -> Markup {
    html! { a href=(address) style="color:#0b5563;word-break:break-all" { (address) } }
}

/// A line cut into words and the address after them; what comes last may have none.
pub fn with_addresses(line: &str) -> Vec<(&str, &str)> {
    let mut parts = Vec::new();
    let mut rest = line;
    while let Some(start) = rest.find("https://").into_iter().chain(rest.find("http://")).min() {
        let (before, from) = rest.split_at(start);
        let end = from.find(|letter: char| !letter.is_ascii_graphic() || "<>\"'()".contains(letter)).unwrap_or(from.len());
        let (address, _) = from.split_at(end);
        let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?']);
        parts.push((before, address));
        rest = from.split_at(address.len()).1;
    }
    parts.push((rest, ""));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{address::EmailAddress, language::Language};

    fn letter() -> Letter {
        Letter::new(EmailAddress::parse("a@b.th").unwrap(), Language::Thai, "เรื่อง")
            .paragraph("สวัสดี <b>&</b>")
            .link("ตั้งรหัสผ่าน", "https://clear.example/invitation/abc")
    }

    #[test]
    fn text_and_html_say_the_same_and_html_is_escaped() {
        let sender = Sender { department: "กรมตัวอย่าง".into(), contact: "โทร. 1234".into() };
        let (text, html) = (text(&letter(), &sender), html(&letter(), &sender));
        for said in ["https://clear.example/invitation/abc", "กรมตัวอย่าง", "โทร. 1234"] {
            assert!(text.contains(said) && html.contains(said), "{said}");
        }
        assert!(html.contains("สวัสดี &lt;b&gt;&amp;&lt;/b&gt;"));
    }

    #[test]
    fn lines_stay_lines_and_addresses_can_be_pressed() {
        let letter = letter().paragraph("หนึ่ง\nอ่านที่ https://clear.example/about.").note("http://clear.example/t/1/stop");
        let html = html(&letter, &Sender::default());
        assert!(html.contains("หนึ่ง<br>อ่านที่ <a href=\"https://clear.example/about\""), "{html}");
        assert!(html.contains("</a>.</p>") && html.contains("<a href=\"http://clear.example/t/1/stop\""), "{html}");
        assert!(text(&letter, &Sender::default()).contains("หนึ่ง\nอ่านที่ https://clear.example/about."));
        assert_eq!(with_addresses("https://\u{e01}http://a"), [("", "https://"), ("\u{e01}", "http://a"), ("", "")]);
    }

    #[test]
    fn a_letter_fetches_nothing_when_it_is_opened() {
        let html = html(&letter(), &Sender::default());
        for sign in ["<img", "src=", "url(", "@import", "<link", "<script"] {
            assert!(!html.contains(sign), "{sign}");
        }
    }
}
