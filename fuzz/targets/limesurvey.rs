//! Any bytes as a survey of LimeSurvey, read and said in words.

#![no_main]

use clearjai::{
    exchange::{limesurvey, words},
    instruments::Instrument,
    language::Language,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| match limesurvey::read(bytes) {
    Ok(imported) => {
        for loss in &imported.losses {
            let _ = words::loss_in_words(Language::English, loss);
        }
        let again = Instrument::from_json(&imported.instrument.to_json()).expect("what is imported can be kept");
        assert_eq!(again, imported.instrument);
    }
    Err(refused) => drop(words::refused_in_words(Language::English, &refused)),
});
