//! The report itself: for each recipient, what became of the letter.

use super::mime::{Part, fields};
use crate::{
    address::EmailAddress,
    mail::{AddressFault, Status},
};

/// A report brings back at most the letter, and ours are small.
pub const LARGEST: usize = 1_000_000;

/// What became of the letter to one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// As we wrote it, and where it was forwarded to.
    pub addresses: Vec<EmailAddress>,
    /// None while the other server still tries, or if it arrived.
    pub fault: Option<AddressFault>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoReport {
    #[error("The message is larger than a megabyte. Reports of mail servers are not.")]
    TooLarge,
    #[error(
        "This is no report of a mail server about a letter that did not arrive (multipart/report with message/delivery-status)."
    )]
    Other,
}

pub fn read(message: &[u8]) -> Result<Vec<Bounce>, NoReport> {
    if message.len() > LARGEST {
        return Err(NoReport::TooLarge);
    }
    let status = Part::read(message).delivery_status().ok_or(NoReport::Other)?;
    let bounces: Vec<_> = groups(&status).iter().filter_map(|group| bounce(group)).collect();
    if bounces.is_empty() { Err(NoReport::Other) } else { Ok(bounces) }
}

/// Fields about the whole, then those about each recipient, with empty lines between.
fn groups(status: &str) -> Vec<Vec<(String, String)>> {
    let mut groups = vec![String::new()];
    for line in status.lines() {
        match groups.last_mut() {
            Some(group) if !line.trim().is_empty() => {
                group.push_str(line);
                group.push('\n');
            }
            _ => groups.push(String::new()),
        }
    }
    groups.iter().map(|group| fields(group)).collect()
}

fn bounce(group: &[(String, String)]) -> Option<Bounce> {
    let value = |name: &str| group.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str());
    let mut addresses: Vec<_> =
        ["original-recipient", "final-recipient"].into_iter().filter_map(|name| value(name).and_then(address)).collect();
    addresses.dedup();
    let action = value("action")?.split_whitespace().next()?.to_ascii_lowercase();
    // A comment may follow.
    let status = value("status")?.split_whitespace().next().and_then(Status::parse)?;
    let is_final = action == "failed" && status.class == 5;
    (!addresses.is_empty()).then(|| Bounce { addresses, fault: is_final.then(|| AddressFault::of(status)) })
}

/// `rfc822; somebody@example.go.th`
fn address(value: &str) -> Option<EmailAddress> {
    let (kind, address) = value.split_once(';')?;
    let is_known = ["rfc822", "utf-8"].iter().any(|known| kind.trim().eq_ignore_ascii_case(known));
    let address = address.trim().trim_start_matches('<').trim_end_matches('>');
    EmailAddress::parse(address).ok().filter(|_| is_known)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As (what was marked, for which reason).
    fn read_as(message: &str) -> Vec<(String, Option<AddressFault>)> {
        let bounces = read(message.as_bytes()).unwrap();
        bounces.iter().map(|bounce| (bounce.addresses[0].reveal().to_owned(), bounce.fault)).collect()
    }

    const POSTFIX: &str = "Return-Path: <>\nDate: Mon, 5 Jan 2026 10:00:00 +0700 (+07)\nFrom: MAILER-DAEMON@mx.example.go.th (Mail Delivery System)\nSubject: Undelivered Mail Returned to Sender\nTo: no-reply@clear.example\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status;\n\tboundary=\"4F1A2.1767582000/mx.example.go.th\"\nMessage-Id: <20260105030000.ABC@mx.example.go.th>\n\nThis is a MIME-encapsulated message.\n\n--4F1A2.1767582000/mx.example.go.th\nContent-Description: Notification\nContent-Type: text/plain; charset=us-ascii\n\nI'm sorry to have to inform you that your message could not be delivered.\n\n--4F1A2.1767582000/mx.example.go.th\nContent-Description: Delivery report\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.go.th\nX-Postfix-Queue-ID: 4F1A2\nX-Postfix-Sender: rfc822; no-reply@clear.example\nArrival-Date: Mon, 5 Jan 2026 09:59:58 +0700 (+07)\n\nFinal-Recipient: rfc822; somchai@example.go.th\nOriginal-Recipient: rfc822;somchai@example.go.th\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mail.example.go.th\nDiagnostic-Code: smtp; 550 5.1.1 <somchai@example.go.th>: Recipient address\n    rejected: User unknown in local recipient table\n\n--4F1A2.1767582000/mx.example.go.th\nContent-Description: Undelivered Message Headers\nContent-Type: text/rfc822-headers\n\nSubject: invitation\nFinal-Recipient: rfc822; not@this.one\nAction: failed\nStatus: 5.1.1\n\n--4F1A2.1767582000/mx.example.go.th--\n";

    const EXCHANGE: &str = "MIME-Version: 1.0\r\nFrom: <postmaster@dept.example.go.th>\r\nTo: <no-reply@clear.example>\r\nContent-Type: multipart/report; report-type=delivery-status;\r\n boundary=\"_f3a1_\"\r\nSubject: Undeliverable\r\n\r\n--_f3a1_\r\nContent-Type: multipart/alternative; differences=Content-Type;\r\n boundary=\"_inner_\"\r\n\r\n--_inner_\r\nContent-Type: text/plain; charset=\"utf-8\"\r\nContent-Transfer-Encoding: base64\r\n\r\n4LmE4Lih4LmI4Lie4LiaCg==\r\n\r\n--_inner_--\r\n\r\n--_f3a1_\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns;SRV01.dept.example.go.th\r\nReceived-From-MTA: dns;mail.clear.example\r\n\r\nFinal-Recipient: rfc822;malee@example.go.th\r\nAction: failed\r\nStatus: 5.2.2\r\nDiagnostic-Code: smtp;554 5.2.2 mailbox full\r\nX-Display-Name: Malee\r\n\r\nFinal-Recipient: RFC822;anan@example.go.th\r\nAction: Failed\r\nStatus: 5.7.1 (delivery not authorized)\r\n\r\n--_f3a1_\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nbody\r\n--_f3a1_--\r\n";

    const GMAIL: &str = "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nAuto-Submitted: auto-replied\nContent-Type: multipart/report; boundary=\"0000000000004a\"; report-type=delivery-status\n\n--0000000000004a\nContent-Type: multipart/related; boundary=\"0000000000004b\"\n\n--0000000000004b\nContent-Type: text/html; charset=\"UTF-8\"\n\n<p>Address not found</p>\n\n--0000000000004b--\n--0000000000004a\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; googlemail.com\nX-Original-Message-ID: <abc@clear.example>\n\nFinal-Recipient: rfc822; wichai@example.com\nAction: failed\nStatus: 5.2.1\nDiagnostic-Code: smtp; 550-5.2.1 The email account that you tried to reach is\n 550 5.2.1 disabled.\nLast-Attempt-Date: Mon, 05 Jan 2026 02:00:00 -0800 (PST)\n\n--0000000000004a--\n";

    const EXIM: &str = "X-Failed-Recipients: kanya@example.go.th\nAuto-Submitted: auto-replied\nFrom: Mail Delivery System <Mailer-Daemon@exim.example>\nContent-Type: multipart/report; report-type=delivery-status; boundary=1767582000-eximdsn-12345\nMIME-Version: 1.0\n\n--1767582000-eximdsn-12345\nContent-type: text/plain; charset=us-ascii\n\nThis message was created automatically by mail delivery software.\n\n--1767582000-eximdsn-12345\nContent-type: message/delivery-status\n\nReporting-MTA: dns; exim.example\n\nAction: failed\nFinal-Recipient: rfc822;kanya@example.go.th\nStatus: 5.0.0\nRemote-MTA: dns; mail.example.go.th\nDiagnostic-Code: smtp; 550 no such user\n\n--1767582000-eximdsn-12345\nContent-type: message/rfc822\n\nSubject: x\n\n--1767582000-eximdsn-12345--\n";

    #[test]
    fn reports_of_usual_mail_servers_are_understood() {
        assert_eq!(read_as(POSTFIX), [("somchai@example.go.th".into(), Some(AddressFault::Unknown))]);
        assert_eq!(
            read_as(EXCHANGE),
            [
                ("malee@example.go.th".into(), Some(AddressFault::Full)),
                ("anan@example.go.th".into(), Some(AddressFault::Refused))
            ]
        );
        assert_eq!(read_as(GMAIL), [("wichai@example.com".into(), Some(AddressFault::Closed))]);
        assert_eq!(read_as(EXIM), [("kanya@example.go.th".into(), Some(AddressFault::Refused))]);
    }

    #[test]
    fn it_makes_no_difference_how_lines_end() {
        for sample in [POSTFIX, GMAIL, EXIM] {
            assert_eq!(read_as(&sample.replace('\n', "\r\n")), read_as(sample));
        }
    }

    #[test]
    fn a_part_may_be_encoded() {
        let (head, rest) = POSTFIX.split_once("Content-Type: message/delivery-status\n\n").unwrap();
        let (status, tail) = rest.split_once("--4F1A2").unwrap();
        let encoded = data_encoding::BASE64.encode(status.as_bytes());
        let with = |encoding: &str, body: &str| {
            format!("{head}Content-Type: message/delivery-status\nContent-Transfer-Encoding: {encoding}\n\n{body}\n--4F1A2{tail}")
        };
        assert_eq!(read_as(&with("base64", &encoded)), read_as(POSTFIX));
        let quoted = status.replace('=', "=3D").replace("somchai@example", "somchai=40exam=\nple");
        assert_eq!(read_as(&with("quoted-printable", &quoted)), read_as(POSTFIX));
    }

    #[test]
    fn a_report_that_somebody_forwarded_is_found() {
        let forwarded = format!(
            "From: a@b.th\nContent-Type: multipart/mixed; boundary=out\n\n--out\nContent-Type: text/plain\n\nsee below\n--out\nContent-Type: message/rfc822\n\n{POSTFIX}\n--out--\n"
        );
        assert_eq!(read_as(&forwarded), read_as(POSTFIX));
    }

    #[test]
    fn what_is_late_or_has_arrived_marks_nobody() {
        let delayed =
            POSTFIX.replace("Action: failed", "Action: delayed").replace("Status: 5.1.1\nRemote", "Status: 4.4.1\nRemote");
        assert_eq!(read_as(&delayed), [("somchai@example.go.th".into(), None)]);
        let expired = POSTFIX.replace("Status: 5.1.1\nRemote", "Status: 4.4.7\nRemote");
        assert_eq!(read_as(&expired), [("somchai@example.go.th".into(), None)]);
        let arrived =
            POSTFIX.replace("Action: failed", "Action: delivered").replace("Status: 5.1.1\nRemote", "Status: 2.0.0\nRemote");
        assert_eq!(read_as(&arrived), [("somchai@example.go.th".into(), None)]);
    }

    #[test]
    fn anything_else_is_no_report() {
        let read_receipt = POSTFIX.replace("report-type=delivery-status", "report-type=disposition-notification");
        let spoken_only = POSTFIX.replace("message/delivery-status", "text/plain");
        let in_the_letter = format!("Content-Type: text/plain\n\n{POSTFIX}");
        let without_status = POSTFIX.replace("Status: 5.1.1\nRemote", "Remote");
        for other in ["", "\n\n\n", "Subject: hello\n\nNo.", &read_receipt, &spoken_only, &in_the_letter, &without_status] {
            assert_eq!(read(other.as_bytes()), Err(NoReport::Other), "{other}");
        }
        assert_eq!(read(&vec![b'x'; LARGEST + 1]), Err(NoReport::TooLarge));
        let bottomless = "Content-Type: message/rfc822\n\n".repeat(1_000);
        assert_eq!(read(bottomless.as_bytes()), Err(NoReport::Other));
    }
}
