//! A letter as mail servers take it: MIME for Thai, in seven bits and short lines.

use lettre::{
    Message,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
};

use super::{AddressFault, outbox::Written, smtp::Undelivered};
use crate::ids::LetterId;

/// The `Message-ID` is the letter's own, at every try.
pub(super) fn message(written: &Written, id: LetterId, from: &Mailbox, host: &str) -> Result<Message, Undelivered> {
    let never = |fault: &dyn std::fmt::Display| Undelivered::never(fault);
    let to = written
        .to
        .parse()
        .map_err(|_| Undelivered::bad_address(AddressFault::Unknown, &"the address is none that letters can be sent to"))?;
    let mut builder = Message::builder()
        .from(from.clone())
        .to(to)
        .subject(written.subject.as_str())
        .message_id(Some(format!("<{id}@{host}>")))
        // Tells vacation responders not to answer (RFC 3834).
        .raw_header(raw("Auto-Submitted", "auto-generated")?)
        // The same for those that have not read it (Exchange).
        .raw_header(raw("X-Auto-Response-Suppress", "All")?);
    if let Some(address) = &written.unsubscribe {
        builder = builder
            .raw_header(raw("List-Unsubscribe", &format!("<{address}>"))?)
            .raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")?);
    }
    builder
        .multipart(MultiPart::alternative_plain_html(written.text.clone(), written.html.clone()))
        .map_err(|fault| never(&fault))
}

fn raw(name: &str, value: &str) -> Result<HeaderValue, Undelivered> {
    let name = HeaderName::new_from_ascii(name.to_owned()).map_err(|fault| Undelivered::never(&fault))?;
    if value.is_ascii() && !value.contains(|c: char| c.is_ascii_control()) {
        // Written as it is: an address that is cut in two or encoded is pressed in vain.
        Ok(HeaderValue::dangerous_new_pre_encoded(name, value.to_owned(), value.to_owned()))
    } else {
        Err(Undelivered::never(&"a header of the letter cannot be written"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(subject: &str) -> String {
        let written = Written {
            to: "somchai@example.go.th".into(),
            language: "th".into(),
            subject: subject.into(),
            text: "เรียน ท่าน\n".repeat(40) + &"ก".repeat(3000),
            html: format!("<p>{}</p>", "ความเห็นของท่าน".repeat(300)),
            unsubscribe: Some(format!("https://clear.example/t/{}/stop", "1".repeat(120))),
        };
        let from = "ClearJai <no-reply@example.go.th>".parse().unwrap();
        let message = message(&written, LetterId::from_bytes([7; 16]), &from, "clear.example").unwrap();
        String::from_utf8(message.formatted()).unwrap()
    }

    #[test]
    fn a_long_thai_letter_is_seven_bits_and_no_line_is_too_long() {
        let letter = letter(&"แบบสำรวจความเห็นประจำปีของเจ้าหน้าที่ ".repeat(12));
        assert!(letter.is_ascii());
        assert!(letter.lines().all(|line| line.len() <= 998));
        let subject: Vec<_> = letter.lines().skip_while(|line| !line.starts_with("Subject: ")).collect();
        assert!(subject[1].starts_with(" =?utf-8?"), "folded: {}", subject[1]);
        assert!(subject.iter().take_while(|line| line.contains("=?utf-8?")).all(|line| line.len() <= 78));
        assert!(!letter.contains("format=flowed") && letter.contains("charset=utf-8"));
        assert!(letter.contains("\r\nDate: "));
    }

    #[test]
    fn one_press_says_that_no_more_is_wanted() {
        let letter = letter("เรื่อง");
        let address = format!("\r\nList-Unsubscribe: <https://clear.example/t/{}/stop>\r\n", "1".repeat(120));
        assert!(letter.contains(&address), "in one piece: {letter:.600}");
        assert!(letter.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
    }

    #[test]
    fn nobody_is_away_to_us() {
        let letter = letter("เรื่อง");
        assert!(letter.contains("\r\nAuto-Submitted: auto-generated\r\n"));
        assert!(letter.contains("\r\nX-Auto-Response-Suppress: All\r\n"));
    }

    #[test]
    fn the_same_letter_has_the_same_message_id_every_time() {
        let id = |letter: &str| letter.lines().find(|line| line.starts_with("Message-ID: ")).map(ToOwned::to_owned);
        assert!(id(&letter("หนึ่ง")).is_some_and(|id| id.ends_with("@clear.example>")));
        assert_eq!(id(&letter("หนึ่ง")), id(&letter("สอง")));
    }
}
