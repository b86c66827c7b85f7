//! TLS to the mail server: the authorities that the system trusts, and no others.

use std::{fs, process::Command};

use clearjai::clock::Clock;
use openssl::{
    asn1::Asn1Time,
    bn::BigNum,
    hash::MessageDigest,
    pkey::PKey,
    rsa::Rsa,
    x509::{
        X509, X509NameBuilder,
        extension::{BasicConstraints, SubjectAlternativeName},
    },
};

use crate::{office::Office, place::Place, sink::Sink};

/// An authority and a server in one, as PEM: the certificate and its key.
fn certificate() -> (Vec<u8>, Vec<u8>) {
    let pair = PKey::from_rsa(Rsa::generate(2048).unwrap()).unwrap();
    let mut name = X509NameBuilder::new().unwrap();
    name.append_entry_by_text("CN", "localhost").unwrap();
    let name = name.build();
    let mut builder = X509::builder().unwrap();
    builder.set_version(2).unwrap();
    builder.set_serial_number(&BigNum::from_u32(7).unwrap().to_asn1_integer().unwrap()).unwrap();
    builder.set_subject_name(&name).unwrap();
    builder.set_issuer_name(&name).unwrap();
    builder.set_pubkey(&pair).unwrap();
    builder.set_not_before(&Asn1Time::days_from_now(0).unwrap()).unwrap();
    builder.set_not_after(&Asn1Time::days_from_now(1).unwrap()).unwrap();
    builder.append_extension(BasicConstraints::new().critical().ca().build().unwrap()).unwrap();
    let names = SubjectAlternativeName::new().dns("localhost").build(&builder.x509v3_context(None, None)).unwrap();
    builder.append_extension(names).unwrap();
    builder.sign(&pair, MessageDigest::sha256()).unwrap();
    (builder.build().to_pem().unwrap(), pair.private_key_to_pem_pkcs8().unwrap())
}

#[test]
fn a_mail_server_is_trusted_if_the_system_trusts_its_authority_and_only_then() {
    let place = Place::new();
    // The databases are made by the first start.
    drop(Office::open(&place, &[], Clock::System));
    let (certificate, key) = (place.folder().join("mail.pem"), place.folder().join("mail.key"));
    let (pem, secret) = self::certificate();
    fs::write(&certificate, pem).unwrap();
    fs::write(&key, secret).unwrap();
    let files = ["--certificate", certificate.to_str().unwrap(), "--key", key.to_str().unwrap()];
    for (tls, url, port) in [("starttls", "smtp://localhost", "?tls=required"), ("wrapped", "smtps://localhost", "")] {
        let Some(sink) = Sink::open_with(place.folder(), &[&["--tls", tls], &files[..]].concat()) else { return };
        let doctor = |trusted: bool| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_clearjai"));
            command.arg("doctor").env_clear().envs(place.settings()).env("CLEARJAI_MAIL_FROM", "no-reply@example.go.th");
            command.env("CLEARJAI_SMTP_URL", format!("{url}:{}{port}", sink.port));
            if trusted {
                command.env("SSL_CERT_FILE", &certificate);
            }
            String::from_utf8_lossy(&command.output().unwrap().stdout).into_owned()
        };
        let (trusting, doubting) = (doctor(true), doctor(false));
        assert!(trusting.contains("The mail server answers."), "{tls}: {trusting}");
        assert!(doubting.contains("The mail server cannot be used"), "{tls}: {doubting}");
    }
}
