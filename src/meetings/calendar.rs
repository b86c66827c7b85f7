//! A session as a file for calendars (RFC 5545): CRLF, lines of at most 75 octets, moments in UTC.

use std::fmt::Write as _;

use jiff::Timestamp;

const OCTETS: usize = 75;

/// What a calendar is told.
#[derive(Clone, Debug)]
pub struct Event {
    /// The same whenever the file is fetched.
    pub uid: String,
    /// In seconds: when this was last said.
    pub stamp: i64,
    pub starts: i64,
    pub ends: i64,
    pub title: String,
    pub about: String,
    pub place: String,
    /// Where it can be read about, or taken part in.
    pub address: String,
    pub is_cancelled: bool,
}

pub fn calendar(event: &Event) -> String {
    let status = if event.is_cancelled { "CANCELLED" } else { "CONFIRMED" };
    let sequence = if event.is_cancelled { "1" } else { "0" };
    let lines = [
        ("BEGIN", "VCALENDAR".to_owned()),
        ("VERSION", "2.0".to_owned()),
        ("PRODID", "-//ClearJai//Clinic//TH".to_owned()),
        ("METHOD", "PUBLISH".to_owned()),
        ("BEGIN", "VEVENT".to_owned()),
        ("UID", escaped(&event.uid)),
        ("DTSTAMP", moment(event.stamp)),
        ("SEQUENCE", sequence.to_owned()),
        ("DTSTART", moment(event.starts)),
        ("DTEND", moment(event.ends)),
        ("SUMMARY", escaped(&event.title)),
        ("DESCRIPTION", escaped(&event.about)),
        ("LOCATION", escaped(&event.place)),
        ("URL", event.address.clone()),
        ("STATUS", status.to_owned()),
        ("END", "VEVENT".to_owned()),
        ("END", "VCALENDAR".to_owned()),
    ];
    let mut file = String::new();
    for (name, value) in lines.into_iter().filter(|(_, value)| !value.is_empty()) {
        fold(&mut file, &format!("{name}:{value}"));
    }
    file
}

fn moment(seconds: i64) -> String {
    let time = Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH);
    time.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// RFC 5545, section 3.3.11. Other controls have no place in a calendar.
fn escaped(text: &str) -> String {
    let mut written = String::new();
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => {
                written.push('\\');
                written.push(letter);
            }
            '\n' | '\r' => written.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => written.push(letter),
        }
    }
    written
}

/// RFC 5545, section 3.1: never within a letter.
fn fold(file: &mut String, line: &str) {
    let mut room = OCTETS;
    for letter in line.chars() {
        if letter.len_utf8() > room {
            file.push_str("\r\n ");
            room = OCTETS - 1;
        }
        room -= letter.len_utf8();
        // Writing into a string cannot fail.
        let _ = file.write_char(letter);
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event() -> Event {
        Event {
            uid: "5f0c@clear.example".to_owned(),
            stamp: 1_795_237_200,
            starts: 1_795_237_200,
            ends: 1_795_244_400,
            title: "คลินิกเคลียร์ใจ ครั้งที่ 1; การเบิกจ่าย, พัสดุ \\ และขั้นตอนทำงานที่ทุกคนสงสัยมานานหลายปี".to_owned(),
            about: "บรรทัดแรก\r\nบรรทัดที่สอง".to_owned(),
            place: String::new(),
            address: "https://clear.example/clinic/sessions/1".to_owned(),
            is_cancelled: false,
        }
    }

    #[test]
    fn lines_end_with_crlf_are_no_longer_than_75_octets_and_read_back() {
        let file = calendar(&event());
        assert!(file.ends_with("END:VCALENDAR\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']));
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
        let unfolded = file.replace("\r\n ", "");
        assert!(unfolded.contains("SUMMARY:คลินิกเคลียร์ใจ ครั้งที่ 1\\; การเบิกจ่าย\\, พัสดุ \\\\ และขั้นตอน"));
        assert!(unfolded.contains("DESCRIPTION:บรรทัดแรก\\nบรรทัดที่สอง\r\n"));
        assert!(unfolded.contains("DTSTART:20261121T050000Z\r\nDTEND:20261121T070000Z\r\n"));
        assert!(unfolded.contains("STATUS:CONFIRMED") && !unfolded.contains("LOCATION"));
    }

    #[test]
    fn a_cancelled_session_has_the_same_uid_and_says_so() {
        let file = calendar(&Event { is_cancelled: true, ..event() });
        assert!(file.contains("UID:5f0c@clear.example\r\n") && file.contains("STATUS:CANCELLED") && file.contains("SEQUENCE:1"));
    }
}
