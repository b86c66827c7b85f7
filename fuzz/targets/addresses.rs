//! Any text as an address of mail: what is taken is read back as the same, fits into a line of a letter, and never shows its
//! mailbox in a log.

#![no_main]

use clearjai::address::EmailAddress;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(address) = EmailAddress::parse(text) else { return };
    let shown = address.reveal();
    assert_eq!(EmailAddress::parse(shown).as_ref(), Ok(&address));
    assert_eq!(EmailAddress::parse(&shown.to_uppercase()).map_or_else(|_| shown.to_owned(), |it| it.reveal().to_owned()), shown);
    assert!(shown.len() <= 254 && !shown.contains(char::is_control), "{shown:?}");
    let (mailbox, _) = shown.rsplit_once('@').expect("a mailbox and a host");
    assert!(!address.masked().contains(mailbox) || mailbox.chars().count() < 2, "{shown}");
    assert_eq!(format!("{address} {address:?}"), format!("{0} {0}", address.masked()));
});
