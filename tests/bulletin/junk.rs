//! Files that are no bulletins: one sentence, exit code 2, and no guess.

use std::{fs::File, path::Path};

use serde_json::{Value, json};

use crate::election::{Election, Paper, said, verify};

#[track_caller]
fn refused(file: &Path, words: &[&str]) {
    let output = verify(file, &[]);
    assert!(output.stdout.is_empty(), "nothing is said of a file that cannot be checked");
    let (code, said) = said(&output);
    assert_eq!(code, Some(2), "{said}");
    for word in words {
        assert!(said.contains(word), "should say “{word}”: {said}");
    }
    assert_eq!(said.lines().count(), 1, "{said}");
}

fn refused_bytes(bytes: &[u8], words: &[&str]) {
    refused(&Paper::holding(bytes).0, words);
}

#[test]
fn a_file_that_is_not_there_is_named() {
    refused(Path::new("/nowhere/bulletin.json"), &["/nowhere/bulletin.json", "cannot be read"]);
    refused(Path::new("/"), &["cannot be read"]);
}

#[test]
fn a_file_of_another_kind_is_refused() {
    refused_bytes(b"", &["is empty"]);
    refused_bytes(b"<!doctype html><title>Sign in</title>", &["not written as JSON", "line 1"]);
    refused_bytes(b"\x89PNG\r\n\x1a\n\0\0\0", &["not written as JSON"]);
    refused_bytes(b"{}", &["not a bulletin of the form we know", "format"]);
    refused_bytes(b"{\"format\":1}", &["not a bulletin of the form we know"]);
    refused_bytes(b"[[[[[[", &["not a bulletin of the form we know"]);
    refused_bytes("[".repeat(100_000).as_bytes(), &["bulletin"]);
    refused_bytes("{\"format\":\"clearjai bulletin v2\"}".as_bytes(), &["expected the format “clearjai bulletin v1”", "line 1"]);
    refused_bytes(b"{\"form\x1b[2Jat\":1}", &["not written as JSON"]);
    refused_bytes(b"{\"form\\u001b[2J\\nat\":1}", &["unknown field"]);
}

#[test]
fn a_bulletin_that_lost_its_end_is_refused_with_its_line() {
    let whole = serde_json::to_string_pretty(&Election::held(3).bulletin).unwrap();
    let (start, _) = whole.split_at(whole.len() / 2);
    let line = start.lines().count();
    refused_bytes(start.as_bytes(), &["ends too early, in line ", &line.to_string(), "Fetch it again"]);
}

#[test]
fn a_value_of_the_wrong_length_is_named_with_its_line() {
    let spoilt: [(&str, Value, &str); 5] = [
        ("/ballots/1/message", json!("AAAA"), "64 bytes in base64url"),
        ("/ballots/1/signature", json!("AAAA"), "256 to 1024 bytes in base64url"),
        ("/paper", json!("AAAA"), "32 bytes in base64url"),
        ("/strata/1/fingerprint", json!("abcd"), "32 bytes in lower-case hex"),
        ("/strata/1/roll", json!(5_000_000_000_u64), "u32"),
    ];
    for (at, other, word) in spoilt {
        let mut bulletin = Election::held(2).bulletin;
        *bulletin.pointer_mut(at).unwrap() = other;
        refused_bytes(serde_json::to_string_pretty(&bulletin).unwrap().as_bytes(), &[word, " at line "]);
    }
}

#[test]
fn a_file_without_end_is_not_read_to_its_end() {
    let huge = Paper::holding(b"");
    File::options().write(true).open(&huge.0).unwrap().set_len(200_000_001).unwrap();
    refused(&huge.0, &["larger than 200 MB"]);
}
