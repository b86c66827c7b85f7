//! The published schema of our own form, for programs that make or check instruments.

/// JSON Schema, draft 2020-12. What it cannot say (codes that stand once, conditions that look back) is for
/// the check list to say.
pub const fn schema() -> &'static str {
    include_str!("instrument.schema.json")
}

#[cfg(test)]
mod tests {
    use jsonschema::Validator;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;
    use crate::instruments::{Instrument, invented};

    fn validator() -> Validator {
        jsonschema::draft202012::new(&serde_json::from_str(schema()).unwrap()).unwrap()
    }

    #[test]
    fn the_schema_is_one() {
        let schema: Value = serde_json::from_str(schema()).unwrap();
        jsonschema::draft202012::meta::validate(&schema).unwrap();
    }

    #[test]
    fn every_instrument_follows_the_schema() {
        let validator = validator();
        proptest!(|(instrument in invented::instrument())| {
            let value: Value = serde_json::from_str(&instrument.to_json()).unwrap();
            let faults: Vec<_> = validator.iter_errors(&value).map(|fault| fault.to_string()).collect();
            prop_assert_eq!(faults, Vec::<String>::new());
        });
    }

    /// Every object and every value in it, by their paths.
    fn paths(value: &Value, path: &str, found: &mut Vec<String>) {
        found.push(path.to_owned());
        match value {
            Value::Object(fields) => fields.iter().for_each(|(name, inner)| paths(inner, &format!("{path}/{name}"), found)),
            Value::Array(items) => items.iter().enumerate().for_each(|(at, inner)| paths(inner, &format!("{path}/{at}"), found)),
            _ => {}
        }
    }

    #[test]
    fn the_schema_refuses_what_the_program_refuses() {
        let validator = validator();
        proptest!(|(instrument in invented::instrument(), at in any::<prop::sample::Index>(), change in 0..4)| {
            let mut value: Value = serde_json::from_str(&instrument.to_json()).unwrap();
            let mut all = Vec::new();
            paths(&value, "", &mut all);
            let path = &all[at.index(all.len())];
            let place = value.pointer_mut(path).unwrap();
            match (change, place) {
                (0, Value::Object(fields)) => drop(fields.insert("colour".to_owned(), json!("red"))),
                (1, place) => *place = json!([[1.5]]),
                (2, Value::Object(fields)) => {
                    let first = fields.keys().next().cloned();
                    first.map(|first| fields.remove(&first));
                }
                (_, place) => *place = json!({ "nothing": null }),
            }
            let is_read = Instrument::from_json(&value.to_string()).is_ok();
            prop_assert_eq!(validator.is_valid(&value), is_read, "{}", value);
        });
    }

    #[test]
    fn newer_forms_and_large_ones_are_refused() {
        let validator = validator();
        let mut value: Value =
            serde_json::from_str(&Instrument::new("a", crate::instruments::Text::default()).to_json()).unwrap();
        assert!(validator.is_valid(&value));
        value["clearjai_instrument"] = json!(2);
        assert!(!validator.is_valid(&value));
        value["clearjai_instrument"] = json!(1);
        value["title"]["th"] = json!("ก".repeat(4_001));
        assert!(!validator.is_valid(&value));
    }
}
