//! The description and the house: the same addresses, the same methods, and examples that are none of fancy.

use std::collections::BTreeSet;

use clearjai::web::at;
use serde_json::Value;

use super::description::*;
use crate::house::House;

/// An id that nobody has.
const NOBODYS: &str = "00010203-0405-4607-8809-0a0b0c0d0e0f";

#[test]
fn every_address_for_programs_is_described_and_no_other() {
    let source = include_str!("../../../src/web/at.rs");
    let patterns = source.split("pub const ").skip(1).filter_map(|rest| rest.split('"').nth(1));
    let at_home: BTreeSet<&str> = patterns.filter(|pattern| at::is_for_programs(pattern)).collect();
    assert!(at_home.len() > 12, "{at_home:?}");
    assert_eq!(at_home, paths().keys().map(String::as_str).collect());
}

#[test]
fn the_description_is_served_as_it_is_written() {
    let house = House::open();
    let page = house.visitor().opens("/api/v1/openapi.json");
    page.is(200);
    assert_eq!(page.body, WRITTEN);
    is_described("get", "/api/v1/openapi.json", 200, "application/json", WRITTEN);
    is_described("get", "/healthz", 200, "text/plain", &house.visitor().opens("/healthz").is(200).body);
    is_described("get", "/readyz", 200, "text/plain", &house.visitor().opens("/readyz").is(200).body);
}

#[test]
fn an_address_has_the_methods_that_are_described_and_no_other() {
    let house = House::open();
    let agent = ureq::Agent::config_builder().http_status_as_error(false).allow_non_standard_methods(true).build().new_agent();
    for path in paths().keys() {
        let mut has: BTreeSet<String> =
            operations().filter(|(there, ..)| there == path).map(|(_, method, _)| method.to_uppercase()).collect();
        if has.contains("GET") {
            has.insert("HEAD".to_owned());
        }
        for method in ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"] {
            let request = ureq::http::Request::builder().method(method).uri(house.url(&path.replace("{survey}", NOBODYS)));
            let mut answer = agent.run(request.body(()).unwrap()).unwrap();
            let status = answer.status().as_u16();
            assert_eq!(status == 405, !has.contains(method), "{method} {path}: {status}");
            assert!(status < 500, "{method} {path}: {status}");
            if status == 405 {
                let allowed = answer.headers()["allow"].to_str().unwrap().to_owned();
                assert_eq!(allowed.split(", ").map(str::to_owned).collect::<BTreeSet<_>>(), has, "{method} {path}");
                assert_eq!(answer.headers()["content-type"], "application/problem+json", "{method} {path}");
                let said = answer.body_mut().read_to_string().unwrap();
                let said: Value = serde_json::from_str(&said).unwrap_or_default();
                assert!(said["code"] == "method_not_allowed" || method == "HEAD", "{method} {path}: {said}");
            }
        }
    }
}

#[test]
fn every_example_is_what_its_schema_says() {
    for (path, method, operation) in operations() {
        let asked = operation.get("requestBody").into_iter();
        let answers = operation["responses"].as_object().unwrap().values();
        for content in asked.chain(answers).map(|it| resolved(&DESCRIPTION, it)).filter_map(|it| it["content"].as_object()) {
            for (kind, content) in content {
                jsonschema::draft202012::meta::validate(&content["schema"]).unwrap();
                let Some(example) = content.get("example") else { continue };
                let faults = faults(&DESCRIPTION, &content["schema"], example);
                assert!(faults.is_empty(), "{method} {path} {kind}: {faults:?}");
            }
        }
    }
    let mut names = BTreeSet::new();
    for (path, method, operation) in operations() {
        assert!(names.insert(operation["operationId"].as_str().unwrap()), "{method} {path} is named like another");
    }
}

#[test]
fn the_protocol_tells_of_every_refusal_that_is_described_and_the_other_way_round() {
    let protocol = include_str!("../../../docs/protocol.md");
    let clinic = include_str!("../../../docs/clinic.md");
    let described = codes();
    for (_, code) in &described {
        let named = format!("`{code}`");
        assert!(protocol.contains(&named) || clinic.contains(&named), "nobody is told of {named}");
    }
    let table = protocol.split("## Refusals").nth(1).unwrap();
    let mut told = 0;
    for row in table.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        for (code, status) in cells[1].split(", ").zip(cells[2].split(", ")) {
            let it = (status.parse().unwrap(), code.trim_matches('`').to_owned());
            assert!(described.contains(&it), "{it:?} is not described");
            told += 1;
        }
    }
    assert!(told > 25, "{told}");
}
