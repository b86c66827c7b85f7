//! The types of XLSForm, in the spellings of every age.

use crate::exchange::LossKind;

/// What a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    BeginGroup,
    BeginRepeat,
    End,
    One {
        list: String,
        other: bool,
    },
    Many {
        list: String,
        other: bool,
    },
    Rank {
        list: String,
    },
    Integer,
    Decimal,
    Text,
    Note,
    /// What is done about every other.
    Not(LossKind),
}

/// Who answers, when, where and on which device.
const IDENTIFYING: [&str; 17] = [
    "start",
    "end",
    "today",
    "deviceid",
    "device_id",
    "subscriberid",
    "subscriber_id",
    "simserial",
    "sim_serial",
    "phonenumber",
    "phone_number",
    "username",
    "email",
    "audit",
    "imei",
    "background-audio",
    "start-geopoint",
];

pub(super) fn kind(written: &str) -> Kind {
    let words: Vec<&str> = written.split_whitespace().collect();
    let lower = words.join(" ").to_lowercase();
    let plain = lower.trim_start_matches("add ").trim_end_matches(" prompt");
    match plain {
        "begin group" | "begin_group" => return Kind::BeginGroup,
        "begin repeat" | "begin_repeat" | "begin lgroup" | "begin looped group" => return Kind::BeginRepeat,
        "end group" | "end_group" | "end repeat" | "end_repeat" | "end loop" | "end lgroup" | "end looped group" => {
            return Kind::End;
        }
        "integer" | "int" => return Kind::Integer,
        "decimal" => return Kind::Decimal,
        "text" | "string" => return Kind::Text,
        "note" => return Kind::Note,
        "date" | "time" | "datetime" | "datetime " | "barcode" | "date time" => return Kind::Not(LossKind::BecameShortText),
        _ => {}
    }
    if plain.starts_with("begin loop") {
        return Kind::BeginRepeat;
    }
    let is_metadata = IDENTIFYING.contains(&plain)
        || plain.starts_with("get ")
        || ["start time", "end time", "phone number", "device id"].contains(&plain);
    if is_metadata {
        return Kind::Not(LossKind::WouldIdentify);
    }
    choosing(&words, &lower).unwrap_or(Kind::Not(LossKind::TypeLeftOut))
}

fn choosing(words: &[&str], lower: &str) -> Option<Kind> {
    const ONE: [&str; 6] =
        ["select_one", "select one from", "add select one prompt using", "select one using", "select one", "select1"];
    const MANY: [&str; 5] = [
        "select_multiple",
        "select all that apply from",
        "add select multiple prompt using",
        "select multiple from",
        "select multiple using",
    ];
    let starts = |starts: &'static [&str]| starts.iter().find(|start| lower.starts_with(&format!("{start} "))).copied();
    let (start, other) = match () {
        () if lower.ends_with(" or_other") => (1, true),
        () if lower.ends_with(" or specify other") => (3, true),
        () => (0, false),
    };
    let rest = |head: &str| {
        let from = head.split(' ').count();
        words.get(from..words.len().saturating_sub(start)).filter(|list| !list.is_empty()).map(|list| list.join(" "))
    };
    if let Some(head) = starts(&ONE) {
        return Some(Kind::One { list: rest(head)?, other });
    }
    if let Some(head) = starts(&MANY) {
        return Some(Kind::Many { list: rest(head)?, other });
    }
    starts(&["rank"]).and_then(|head| Some(Kind::Rank { list: rest(head)? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_known_in_their_spellings() {
        let one = |list: &str, other| Kind::One { list: list.to_owned(), other };
        for (written, expected) in [
            ("select_one yes_no", one("yes_no", false)),
            ("Select one  from yes_no or specify other", one("yes_no", true)),
            ("select_one Yes_No or_other", one("Yes_No", true)),
            ("select all that apply from x", Kind::Many { list: "x".to_owned(), other: false }),
            ("rank x", Kind::Rank { list: "x".to_owned() }),
            ("begin_group", Kind::BeginGroup),
            ("add integer prompt", Kind::Integer),
            ("geopoint", Kind::Not(LossKind::TypeLeftOut)),
            ("select_one", Kind::Not(LossKind::TypeLeftOut)),
            ("select_one_from_file a.csv", Kind::Not(LossKind::TypeLeftOut)),
            ("deviceid", Kind::Not(LossKind::WouldIdentify)),
            ("date", Kind::Not(LossKind::BecameShortText)),
        ] {
            assert_eq!(kind(written), expected, "{written}");
        }
    }
}
