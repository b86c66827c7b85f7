//! Any rows as a form of XLSForm: read, said in words, written and read again.
//!
//! The first byte says whether the others are a whole file, or rows that are put into a sound workbook, since
//! chance alone never finds the checksums of a zip.

#![no_main]

use clearjai::{
    exchange::{words, xlsform},
    language::Language,
    sheets,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, rest)) = bytes.split_first() else { return };
    if kind % 4 == 0 {
        take_in(rest);
        return;
    }
    let Ok(text) = std::str::from_utf8(rest) else { return };
    // Sheets stand apart by a form feed, rows by a line, cells by a tab.
    let mut sheets = text.split('\u{c}').map(rows);
    let [survey, choices, settings] = [(); 3].map(|()| sheets.next().unwrap_or_default());
    if let Ok(file) = sheets::xlsx(&[("survey", survey), ("choices", choices), ("settings", settings)]) {
        take_in(&file);
    }
});

fn rows(sheet: &str) -> Vec<Vec<String>> {
    sheet.lines().map(|row| row.split('\t').map(ToOwned::to_owned).collect()).collect()
}

fn take_in(file: &[u8]) {
    match xlsform::read(file, "form.xlsx", None) {
        Ok(imported) => {
            for loss in &imported.losses {
                let _ = words::loss_in_words(Language::Thai, loss);
            }
            let Ok(written) = xlsform::write(&imported.instrument) else { return };
            let again = xlsform::read(&written, "form.xlsx", None).expect("what we write, we read");
            assert_eq!(again.instrument, imported.instrument);
        }
        Err(refused) => drop(words::refused_in_words(Language::Thai, &refused)),
    }
}
