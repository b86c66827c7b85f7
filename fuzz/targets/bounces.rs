//! Any bytes as what a mail server writes back: read the same however its lines end, and what was read is written as a
//! report of our own and read again.

#![no_main]

use std::fmt::Write as _;

use clearjai::mail::{
    AddressFault, Status,
    bounce::{self, Bounce, LARGEST},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let first = bounce::read(bytes);
    let plain = String::from_utf8_lossy(bytes).replace("\r\n", "\n").replace('\r', "\n");
    for ends in ["\n", "\r\n", "\r"] {
        let other = plain.replace('\n', ends);
        if other.len().max(bytes.len()) <= LARGEST {
            assert_eq!(bounce::read(other.as_bytes()), first);
        }
    }
    let Ok(bounces) = first else { return };
    assert!(bounces.iter().all(|bounce| (1..=2).contains(&bounce.addresses.len())));
    assert_eq!(bounce::read(report(&bounces).as_bytes()), Ok(bounces));
});

fn report(bounces: &[Bounce]) -> String {
    let mut report = String::from(
        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n--b\n\n\
         It did not arrive.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.go.th\n",
    );
    for Bounce { addresses, fault } in bounces {
        let status = match fault {
            None => "4.4.7",
            Some(AddressFault::Unknown) => "5.1.1",
            Some(AddressFault::Closed) => "5.2.1",
            Some(AddressFault::Full) => "5.2.2",
            Some(AddressFault::Refused) => "5.7.1",
        };
        assert_eq!(Status::parse(status).expect("a status").to_string(), status);
        for (name, address) in ["Original-Recipient", "Final-Recipient"].into_iter().zip(addresses) {
            write!(report, "\n{}{name}: rfc822; {}", if name.starts_with('O') { "\n" } else { "" }, address.reveal())
                .expect("room");
        }
        write!(report, "\nAction: {}\nStatus: {status}\n", if fault.is_some() { "failed" } else { "delayed" }).expect("room");
    }
    report + "\n--b--\n"
}
