//! Any text as an address of mail: what is taken is read back as the same, fits into a line of a letter, and never shows its
//! mailbox in a log.

#![no_main]

use clearjai::address::EmailAddress;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(address) = EmailAddress::parse(text) else { return };
    let shown = address.reveal();
    assert_eq!(EmailAddress::parse(shown).as_ref(), Ok(&address));
    assert!(shown.len() <= 254 && !shown.contains(char::is_control), "{shown:?}");
    let (mailbox, host) = shown.rsplit_once('@').expect("a mailbox and a host");
    let masked = address.masked();
    let beginning = masked.strip_suffix(&format!("***@{host}")).expect("nothing else is masked");
    assert!(mailbox.starts_with(beginning) && beginning.chars().count() <= 2, "{shown}");
    assert_eq!(format!("{address} {address:?}"), format!("{masked} {masked}"));
});
