//! What is written is read back as it was, and no bytes make a reader panic.

use super::{Row, csv, read, read_sheets, without_guard, xlsx};
use proptest::{collection::vec, prelude::*};

/// Rows with something in each, for blank ones are left out.
fn tables() -> impl Strategy<Value = Vec<Vec<String>>> {
    // What people type, and whatever else a cell may hold; XML has no signs for the rest.
    let cell = prop_oneof![
        3 => "[ก-ฮะ-ูเ-์0-9a-z ,;'\"=+@|<_x\t\r\n-]{0,12}",
        1 => "[^\\p{Cc}\u{feff}\u{fffe}\u{ffff}]{0,8}",
    ];
    vec((vec(cell, 0..5), "[a-zก-ฮ]{1,3}"), 1..8)
        .prop_map(|rows| rows.into_iter().map(|(cells, last)| [cells, vec![last]].concat()).collect())
}

fn texts(rows: &[Row], change: fn(&str) -> &str) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.cells().map(|cell| change(&cell.text()).to_owned()).collect()).collect()
}

#[test]
fn a_workbook_is_the_same_whenever_it_is_written() {
    let sheets = [("survey", vec![vec!["ชื่อ".to_owned()], vec!["=1+1".to_owned()]]), ("choices", vec![vec!["ก".to_owned()]])];
    let file = xlsx(&sheets).unwrap();
    assert_eq!(xlsx(&sheets).unwrap(), file);
    let tables = read_sheets(&file).unwrap();
    let names: Vec<_> = tables.iter().filter_map(|table| table.sheet.as_deref()).collect();
    assert_eq!(names, ["survey", "choices"]);
    assert_eq!(texts(&tables[0].rows, |text| text), sheets[0].1);
}

#[test]
fn what_excel_does_not_take_is_not_written() {
    assert!(xlsx(&[("a/b", vec![])]).is_err());
    assert!(xlsx(&[("a", vec![]), ("A", vec![])]).is_err());
    assert!(xlsx(&[("a", vec![vec!["x".repeat(32_768)]])]).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn csv_is_read_back_as_it_was(table in tables()) {
        let read = read(&csv(table.iter())).unwrap();
        prop_assert_eq!(texts(&read.rows, without_guard), table);
    }

    #[test]
    fn a_workbook_is_read_back_as_it_was(table in tables()) {
        let read = read(&xlsx(&[("ชีต", table.clone())]).unwrap()).unwrap();
        prop_assert_eq!(texts(&read.rows, |text| text), table);
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in vec(any::<u8>(), 0..600), start in 0_usize..8) {
        let starts: [&[u8]; 8] = [b"", b"PK\x03\x04", b"\xFF\xFE", b"\xFE\xFF", b"\xEF\xBB\xBF", b"sep=", b"\xD0\xCF\x11\xE0", b"\""];
        let _ = read(&[starts[start], &bytes].concat());
    }

    #[test]
    fn no_text_makes_a_reader_panic(text in "[a,;\t\r\n\"=ก' ]{0,80}") {
        let _ = read(text.as_bytes());
    }

    #[test]
    fn no_change_to_a_workbook_makes_a_reader_panic(changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), table in tables()) {
        let mut file = xlsx(&[("ก", table)]).unwrap();
        for (place, byte) in changes {
            let place = place.index(file.len());
            file[place] = byte;
        }
        let _ = read(&file);
    }
}
