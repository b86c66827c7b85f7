//! Any file that may hold an instrument, told apart by what is in it and never by its name.

use super::{Imported, Refused, limesurvey, xlsform};
use crate::{
    instruments::{self, Instrument},
    language::Language,
};

/// Our JSON, an XLSForm or a survey of LimeSurvey. `language` is what a text is in that does not say.
pub fn read_any(file: &[u8], file_name: &str, language: Option<Language>) -> Result<Imported, Refused> {
    let text = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file).trim_ascii_start();
    match text.first() {
        None => Err(Refused::Empty),
        Some(b'{') => json(file),
        Some(b'<') if is_web_page(text) => Err(Refused::OtherKind),
        Some(b'<') => limesurvey::read(file),
        _ if file.starts_with(b"PK") || file.starts_with(b"\xD0\xCF\x11\xE0") || file.starts_with(b"\x09") => {
            xlsform::read(file, file_name, language)
        }
        _ => Err(Refused::OtherKind),
    }
}

fn json(file: &[u8]) -> Result<Imported, Refused> {
    if file.len() > instruments::limits::FILE {
        return Err(Refused::TooLarge { limit: instruments::limits::FILE });
    }
    let text = str::from_utf8(file).map_err(|_| Refused::Undecodable)?;
    let instrument = Instrument::from_json(text).map_err(Refused::Instrument)?;
    Ok(Imported { instrument, losses: Vec::new() })
}

/// A page saved from the browser, which many a system hands out for a download that failed.
fn is_web_page(text: &[u8]) -> bool {
    ["<!doctype html", "<html", "<head", "<body"]
        .iter()
        .any(|tag| text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instruments::Text;

    #[test]
    fn a_file_is_known_by_what_is_in_it() {
        let instrument = Instrument::new("a", Text::new("ก", "A"));
        for file in [instrument.to_json().into_bytes(), instrument.to_pretty_json().into_bytes()] {
            let imported = read_any(&file, "a.xlsx", None).unwrap();
            assert_eq!((imported.instrument, imported.losses.len()), (instrument.clone(), 0));
        }
        let workbook =
            xlsform::write(&Instrument { parts: vec![crate::instruments::Part::default()], ..instrument.clone() }).unwrap();
        assert_eq!(read_any(&workbook, "a.json", None).unwrap().instrument.code, instrument.code);
    }

    #[test]
    fn files_of_other_kinds_are_refused_each_for_its_own_reason() {
        let refused = |file: &[u8]| read_any(file, "a", None).unwrap_err();
        assert!(matches!(refused(b""), Refused::Empty));
        assert!(matches!(refused(b" \r\n"), Refused::Empty));
        assert!(matches!(refused(b"%PDF-1.7"), Refused::OtherKind));
        assert!(matches!(refused(b"a,b\n1,2\n"), Refused::OtherKind));
        assert!(matches!(refused(b"<!DOCTYPE html><html></html>"), Refused::OtherKind));
        assert!(matches!(refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 Workbook"), Refused::OldExcel));
        assert!(matches!(
            refused(b"{\"clearjai_instrument\":99,\"code\":\"a\",\"title\":{},\"parts\":[]}"),
            Refused::Instrument(instruments::Refused::Newer(99))
        ));
        assert!(matches!(refused(b"{\"a\":1}"), Refused::Instrument(instruments::Refused::Malformed(_))));
        assert!(matches!(refused(b"<?xml version=\"1.0\"?><feed/>"), Refused::NotLimeSurvey));
        assert!(matches!(refused(b"{\"code\":\"\xFF\"}"), Refused::Undecodable));
    }
}
