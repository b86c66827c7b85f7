//! The settings tested: network.

use super::{fault, read};
use crate::settings::PublicUrl;

fn url(text: &str) -> PublicUrl {
    PublicUrl::parse(text).unwrap_or_else(|advice| panic!("{text}: {advice}"))
}

#[test]
fn several_addresses_may_be_listened_on() {
    let bind = read(&[("CLEARJAI_BIND", "127.0.0.1:0, [::1]:8080,localhost:81")]).bind;
    let shown: Vec<_> = bind.iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["127.0.0.1:0", "[::1]:8080", "127.0.0.1:81"]);
}

#[test]
fn half_an_address_gets_the_whole_one_as_advice() {
    for (written, advice) in [
        (":8080", "Write the address too: 127.0.0.1:8080 for this machine alone, 0.0.0.0:8080 for every network."),
        ("8080", "Write the address too: 127.0.0.1:8080 for this machine alone, 0.0.0.0:8080 for every network."),
        ("0.0.0.0", "Write the port too, such as 0.0.0.0:8080."),
        ("fd00::a", "Write the port too, such as [fd00::a]:8080."),
        (":::8080", "Write [::]:8080."),
        ("http://127.0.0.1:8080", "Write an address and a port, such as 127.0.0.1:8080."),
        ("127.0.0.1:8080,", "Write an address and a port, such as 127.0.0.1:8080."),
        ("127.0.0.1:65536", "Write an address and a port, such as 127.0.0.1:8080."),
    ] {
        let expected = format!("CLEARJAI_BIND is \"{written}\". {advice}");
        assert_eq!(fault(&[("CLEARJAI_BIND", written)]), expected);
    }
}

#[test]
fn a_public_url_is_written_as_browsers_write_an_origin() {
    for (written, origin) in [
        ("https://Survey.Example.ORG/", "https://survey.example.org"),
        ("HTTPS://a:443", "https://a"),
        ("http://a:80", "http://a"),
        ("http://a:443", "http://a:443"),
        ("http://[0:0::1]:8080", "http://[::1]:8080"),
    ] {
        assert_eq!(url(written).origin(), origin);
    }
    let url = url("https://survey.example.org:8443");
    assert!(url.scheme_is_https());
    assert_eq!(url.host(), "survey.example.org");
    assert_eq!(url.join("/a/b"), "https://survey.example.org:8443/a/b");
    assert_eq!(url.join("a"), "https://survey.example.org:8443/a");
}

#[test]
fn a_public_url_with_more_than_an_origin_is_refused() {
    for (written, advice) in [
        ("survey.example.org", "Write it with https:// or http://"),
        ("ftp://a", "starts with https:// or http://"),
        ("https://a/survey", "with nothing after them"),
        ("https://a?b", "with nothing after them"),
        ("https://a#b", "with nothing after them"),
        ("https://u:p@a", "without user name and password"),
        ("https://สำรวจ.ไทย", "starts with xn--"),
        ("https://", "a host name or an IP address"),
        ("https://a b", "a host name or an IP address"),
        ("https://a..b", "a host name or an IP address"),
        ("https://1.2.3", "a host name or an IP address"),
        ("https://[::g]", "a host name or an IP address"),
        ("https://a:0", "a host name or an IP address"),
        ("https://a:", "a host name or an IP address"),
    ] {
        let text = fault(&[("CLEARJAI_PUBLIC_URL", written)]);
        assert!(text.contains(advice), "{text}");
    }
}

#[test]
fn without_a_public_url_it_is_the_first_address_listened_on() {
    let origin = |bind| read(&[("CLEARJAI_BIND", bind)]).public_url.origin();
    assert_eq!(origin("10.0.0.1:80,127.0.0.1:8080"), "http://10.0.0.1");
    assert_eq!(origin("0.0.0.0:8080"), "http://127.0.0.1:8080");
    assert_eq!(origin("[::1]:8080"), "http://[::1]:8080");
    let tls = [("CLEARJAI_TLS_CERT", "c"), ("CLEARJAI_TLS_KEY", "k")];
    assert_eq!(read(&tls).public_url.origin(), "https://127.0.0.1:8080");
}

#[test]
fn a_port_the_system_chooses_is_filled_in_once_it_is_known() {
    let settings = read(&[("CLEARJAI_BIND", "127.0.0.1:0")]);
    let url = settings.public_url.once_bound(40123);
    assert_eq!(url.origin(), "http://127.0.0.1:40123");
    assert_eq!(url.once_bound(1).origin(), "http://127.0.0.1:40123");
}

#[test]
fn a_ballot_address_is_another_address() {
    let public = ("CLEARJAI_PUBLIC_URL", "https://a.example.org");
    let text = fault(&[public, ("CLEARJAI_BALLOT_URL", "https://A.example.org:443/")]);
    assert_eq!(
        text,
        "CLEARJAI_BALLOT_URL is the same as CLEARJAI_PUBLIC_URL. \
         Write another address, or leave it out."
    );
    let settings = read(&[public, ("CLEARJAI_BALLOT_URL", "https://b.example.org")]);
    assert_eq!(settings.ballot_url, Some(url("https://b.example.org")));
}
