//! The description, and whether an answer is one that it describes. Stories hold every answer to a program against it.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};

/// As it is served.
pub const WRITTEN: &str = include_str!("../../../src/front/openapi.json");

pub static DESCRIPTION: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(WRITTEN).unwrap());

/// The same, in which no object has a field that is not named.
static CLOSED: LazyLock<Value> = LazyLock::new(|| {
    let mut description = DESCRIPTION.clone();
    close(&mut description);
    description
});

/// Methods, as an operation is called in it.
const METHODS: [&str; 8] = ["get", "head", "post", "put", "patch", "delete", "options", "trace"];

fn close(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            fields.values_mut().for_each(close);
            if fields.get("type") == Some(&json!("object")) && fields.contains_key("properties") {
                fields.entry("additionalProperties").or_insert(json!(false));
            }
        }
        Value::Array(all) => all.iter_mut().for_each(close),
        _ => {}
    }
}

pub fn paths() -> &'static Map<String, Value> {
    DESCRIPTION["paths"].as_object().unwrap()
}

/// Every address with its methods, small, and what is said of each.
pub fn operations() -> impl Iterator<Item = (&'static str, &'static str, &'static Value)> {
    paths().iter().flat_map(|(path, item)| {
        let described = METHODS.iter().filter_map(|method| Some((*method, item.get(*method)?)));
        described.map(|(method, operation)| (path.as_str(), method, operation))
    })
}

/// What stands where a `$ref` leads, or the thing itself.
pub fn resolved<'it>(whole: &'it Value, it: &'it Value) -> &'it Value {
    it["$ref"].as_str().map_or(it, |there| whole.pointer(there.trim_start_matches('#')).unwrap())
}

/// What a schema of the description finds wrong.
pub fn faults(whole: &Value, schema: &Value, content: &Value) -> Vec<String> {
    let schema = json!({ "allOf": [schema], "components": whole["components"] });
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    validator.iter_errors(content).map(|fault| format!("{} at {}", fault, fault.instance_path())).collect()
}

/// Status and codes of every refusal that is described.
pub fn codes() -> Vec<(u16, String)> {
    let answers = operations().flat_map(|(.., operation)| operation["responses"].as_object().unwrap().values());
    let shared = DESCRIPTION["components"]["responses"].as_object().unwrap().values();
    let mut codes: Vec<(u16, String)> = answers
        .map(|answer| resolved(&DESCRIPTION, answer))
        .chain(shared)
        .flat_map(|answer| {
            let says = &answer["content"]["application/problem+json"]["schema"]["allOf"][1]["properties"];
            let named = says["code"]["enum"].as_array().into_iter().flatten();
            named.map(|code| {
                (u16::try_from(says["status"]["const"].as_u64().unwrap()).unwrap(), code.as_str().unwrap().to_owned())
            })
        })
        .collect();
    codes.sort();
    codes.dedup();
    codes
}

/// Fails unless this very answer is described.
#[track_caller]
pub fn is_described(method: &str, address: &str, status: u16, kind: &str, body: &str) {
    let is_at = |path: &str| {
        let (path, address) = (path.split('/'), address.split('/'));
        path.clone().count() == address.clone().count()
            && path.zip(address).all(|(one, other)| one == other || one.starts_with('{'))
    };
    let found = paths().keys().find(|path| is_at(path)).and_then(|path| CLOSED["paths"][path].get(method));
    let Some(operation) = found else { panic!("{method} {address} is not described") };
    let answer = operation["responses"].get(status.to_string());
    let Some(answer) = answer else { panic!("{method} {address} answers {status}, which is not described: {body}") };
    let answer = resolved(&CLOSED, answer);
    let Some(content) = answer.get("content") else { return assert_eq!(body, "", "{method} {address} {status}") };
    let essence = kind.split(';').next().unwrap_or_default();
    let Some(described) = content.get(essence) else { panic!("{method} {address} answers {status} as `{kind}`") };
    let content = if essence.ends_with("json") { serde_json::from_str(body).unwrap() } else { json!(body) };
    let faults = faults(&CLOSED, &described["schema"], &content);
    assert!(faults.is_empty(), "{method} {address} answers {status} otherwise than described:\n{}\n{body}", faults.join("\n"));
}
