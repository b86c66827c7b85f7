//! TLS spoken by the program itself.

use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::Path,
};

use openssl::{
    asn1::Asn1Time,
    bn::BigNum,
    hash::MessageDigest,
    pkey::PKey,
    rsa::Rsa,
    ssl::{SslConnector, SslMethod, SslVerifyMode},
    x509::{X509, X509NameBuilder},
};

use crate::commands::{Folder, Server, command, complains};

/// A certificate that nobody trusts, and its key.
fn make_certificate(certificate: &Path, key: &Path) {
    let pair = PKey::from_rsa(Rsa::generate(2048).unwrap()).unwrap();
    let mut name = X509NameBuilder::new().unwrap();
    name.append_entry_by_text("CN", "localhost").unwrap();
    let name = name.build();
    let mut builder = X509::builder().unwrap();
    builder.set_version(2).unwrap();
    builder.set_serial_number(&BigNum::from_u32(1).unwrap().to_asn1_integer().unwrap()).unwrap();
    builder.set_subject_name(&name).unwrap();
    builder.set_issuer_name(&name).unwrap();
    builder.set_pubkey(&pair).unwrap();
    builder.set_not_before(&Asn1Time::days_from_now(0).unwrap()).unwrap();
    builder.set_not_after(&Asn1Time::days_from_now(1).unwrap()).unwrap();
    builder.sign(&pair, MessageDigest::sha256()).unwrap();
    fs::write(certificate, builder.build().to_pem().unwrap()).unwrap();
    fs::write(key, pair.private_key_to_pem_pkcs8().unwrap()).unwrap();
}

#[test]
fn pages_come_over_tls_with_cookies_bound_to_the_host() {
    let folder = Folder::new();
    let (certificate, key) = (folder.path().join("cert.pem"), folder.path().join("key.pem"));
    make_certificate(&certificate, &key);
    let mut start = command(&folder.data(), &["serve"]);
    start.env("CLEARJAI_TLS_CERT", &certificate).env("CLEARJAI_TLS_KEY", &key).env("CLEARJAI_PUBLIC_URL", "https://localhost");
    let server = Server::started(start);
    let address = server.address().replace("https://", "");

    let mut connector = SslConnector::builder(SslMethod::tls_client()).unwrap();
    connector.set_verify(SslVerifyMode::NONE);
    let stream = TcpStream::connect(&address).unwrap();
    let mut stream = connector.build().connect("localhost", stream).unwrap();
    stream.write_all(b"GET /signin HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    let _closed_without_goodbye = stream.read_to_string(&mut answer);
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer:.200}");
    assert!(answer.contains("strict-transport-security: max-age="));
    assert!(answer.contains("set-cookie: __Host-clearjai-guest="));
    assert!(["TLSv1.2", "TLSv1.3"].contains(&stream.ssl().version_str()));
}

#[test]
fn a_certificate_that_cannot_be_used_is_explained() {
    let folder = Folder::new();
    let (certificate, key) = (folder.path().join("cert.pem"), folder.path().join("key.pem"));
    make_certificate(&certificate, &key);
    let mut start = command(&folder.data(), &["serve"]);
    start.env("CLEARJAI_TLS_CERT", folder.path().join("none.pem")).env("CLEARJAI_TLS_KEY", &key);
    complains(&mut start, &["CLEARJAI_TLS_CERT"]);

    make_certificate(&folder.path().join("other.pem"), &key);
    let mut start = command(&folder.data(), &["serve"]);
    start.env("CLEARJAI_TLS_CERT", &certificate).env("CLEARJAI_TLS_KEY", &key);
    complains(&mut start, &["certificate", "key"]);
}
