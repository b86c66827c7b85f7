//! Any text with braces as an invitation and as a reminder: faults are found, and what is taken is written out and taken
//! again, under its names in either language.
//!
//! The first line is the subject.

#![no_main]

use clearjai::campaigns::{
    Kind,
    letters::{Piece, Template, Text},
};
use libfuzzer_sys::fuzz_target;

const OWN: &str = "https://clear.example";

fuzz_target!(|text: &str| {
    let (subject, body) = text.split_once('\n').unwrap_or((text, ""));
    let text = Text { subject: subject.to_owned(), body: body.to_owned() };
    for kind in [Kind::Invitation, Kind::Reminder] {
        match Template::parse(kind, &text, OWN) {
            Ok(template) => {
                for name in [|piece: &Piece| said(piece, false), |piece: &Piece| said(piece, true)] {
                    let line = |pieces: &[Piece]| pieces.iter().map(name).collect::<String>();
                    let body: Vec<_> = template.body.iter().map(|pieces| line(pieces)).collect();
                    let again = Text { subject: line(&template.subject), body: body.join("\n") };
                    match Template::parse(kind, &again, OWN) {
                        Ok(again) => assert_eq!(again, template),
                        // A name in the other language may be longer.
                        Err(_) => assert!(again.body.chars().count() > 4_000 || again.subject.chars().count() > 150),
                    }
                }
            }
            Err(faults) => assert!(!faults.is_empty()),
        }
    }
});

fn said(piece: &Piece, in_thai: bool) -> String {
    match piece {
        Piece::Words(words) => words.clone(),
        Piece::Value(value) => format!("{{{}}}", if in_thai { value.thai() } else { value.english() }),
    }
}
