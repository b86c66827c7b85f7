//! A template and an occasion make a letter. Pure.

use super::{
    Occasion, Template, Variable,
    template::{Piece, has},
    words,
};
use crate::{address::EmailAddress, mail::Letter};

/// A line of nothing but the link becomes a button; a paragraph with the way out of reminders is quiet.
pub fn render(template: &Template, occasion: &Occasion, to: EmailAddress) -> Letter {
    let subject = filled(&template.subject, occasion);
    let mut letter = Letter::new(to, occasion.language, subject.trim().to_owned()).unsubscribe(&occasion.stop);
    let mut paragraph = Paragraph::default();
    for line in &template.body {
        if is_only(line, Variable::Link) {
            letter = paragraph.end(letter).link(words::values(occasion.language).start, &occasion.link);
        } else if has(line, Variable::Answered) && occasion.answered.is_none() {
            // A number that is not told takes its sentence with it.
        } else {
            let said = filled(line, occasion);
            if said.trim().is_empty() {
                letter = paragraph.end(letter);
            } else {
                paragraph.is_quiet |= has(line, Variable::Stop);
                paragraph.lines.push(said.trim_end().to_owned());
            }
        }
    }
    letter = paragraph.end(letter);
    match seal(occasion) {
        Some(seal) => letter.note(seal),
        None => letter,
    }
}

#[derive(Default)]
struct Paragraph {
    lines: Vec<String>,
    is_quiet: bool,
}

impl Paragraph {
    fn end(&mut self, letter: Letter) -> Letter {
        let Self { lines, is_quiet } = std::mem::take(self);
        match lines.join("\n") {
            nothing if nothing.is_empty() => letter,
            text if is_quiet => letter.note(text),
            text => letter.paragraph(text),
        }
    }
}

fn filled(line: &[Piece], occasion: &Occasion) -> String {
    let pieces = line.iter().map(|piece| match piece {
        Piece::Words(words) => words.clone(),
        Piece::Value(variable) => occasion.value(*variable),
    });
    pieces.collect()
}

fn is_only(line: &[Piece], variable: Variable) -> bool {
    let is_space = |piece: &Piece| matches!(piece, Piece::Words(words) if words.trim().is_empty());
    has(line, variable) && line.iter().all(|piece| is_space(piece) || *piece == Piece::Value(variable))
}

/// By what the survey is recognised, and where to compare it.
fn seal(occasion: &Occasion) -> Option<String> {
    let say = words::values(occasion.language);
    let paper = format!("{}: {}", say.paper, occasion.paper.as_ref()?);
    let key = occasion.key.as_ref().map(|key| format!("{}: {key}", say.key));
    let compare = format!("{} {}", say.compare, occasion.public_page);
    Some([Some(paper), key, Some(compare)].into_iter().flatten().collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campaigns::{Kind, letters::Text},
        language::Language,
        mail::Part,
    };

    const OWN: &str = "https://clear.example";

    fn occasion(language: Language) -> Occasion {
        Occasion {
            language,
            survey: "แบบวัด".into(),
            round: "2/2569".into(),
            department: "กรมตัวอย่าง".into(),
            contact: "โทร. 1234".into(),
            closes: "30 มิ.ย. 2569".into(),
            questions: 15,
            minutes: 5,
            answered: Some(31),
            all: 54,
            link: format!("{OWN}/t/1234567812345678"),
            stop: format!("{OWN}/t/1234567812345678/stop"),
            about: format!("{OWN}/about-your-answers"),
            public_page: format!("{OWN}/surveys/1"),
            paper: Some("e3b0 c442".into()),
            key: Some("98fc 1c14".into()),
        }
    }

    fn letter(kind: Kind, language: Language, occasion: &Occasion) -> Letter {
        let template = Template::parse(kind, &Text::standard(kind, language), OWN).unwrap();
        render(&template, occasion, EmailAddress::parse("a@b.th").unwrap())
    }

    fn said(letter: &Letter) -> String {
        crate::mail::as_text(letter, &crate::mail::Sender::default())
    }

    #[test]
    fn the_standard_invitation_has_one_button_and_says_how_it_is_recognised() {
        let letter = letter(Kind::Invitation, Language::Thai, &occasion(Language::Thai));
        assert_eq!(letter.subject, "ขอความเห็นเรื่องการทำงานในกรม 5 นาที ถึง 30 มิ.ย. 2569");
        assert_eq!(letter.parts.iter().filter(|part| matches!(part, Part::Link { .. })).count(), 1);
        assert_eq!(letter.unsubscribe.as_deref(), Some("https://clear.example/t/1234567812345678/stop"));
        let said = said(&letter);
        for words in ["เรียน ท่านบุคลากรกรมตัวอย่าง", "รอบที่ 2/2569 จำนวน 15 ข้อ", "โทร. 1234", "e3b0 c442", "98fc 1c14", "/surveys/1"]
        {
            assert!(said.contains(words), "{words}: {said}");
        }
        assert!(!said.contains('{') && !said.contains("/stop"), "{said}");
    }

    #[test]
    fn a_reminder_says_how_many_at_least_and_how_to_be_left_alone() {
        let letter = letter(Kind::Reminder, Language::English, &occasion(Language::English));
        let text = said(&letter);
        assert!(text.contains("So far at least 31 of 54 have answered."), "{text}");
        let stop = letter.parts.iter().find(|part| matches!(part, Part::Note(text) if text.contains("/stop")));
        assert!(stop.is_some(), "{:?}", letter.parts);
    }

    #[test]
    fn a_number_that_is_not_told_takes_its_sentence_with_it_and_nothing_else() {
        for language in Language::ALL {
            let told = occasion(language);
            let untold = Occasion { answered: None, ..told.clone() };
            let (told, untold) =
                (said(&letter(Kind::Reminder, language, &told)), said(&letter(Kind::Reminder, language, &untold)));
            assert!(told.contains("54") && !untold.contains("54"), "{untold}");
            assert_eq!(told.lines().count(), untold.lines().count() + 1);
        }
    }

    #[test]
    fn before_the_opening_there_is_nothing_to_recognise_it_by() {
        let unopened = Occasion { paper: None, key: None, ..occasion(Language::English) };
        assert!(!said(&letter(Kind::Invitation, Language::English, &unopened)).contains("Fingerprint"));
    }
}
