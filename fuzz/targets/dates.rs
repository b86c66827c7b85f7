//! Any text as a day, a time, a year and a period, in either era: what is read is written in both languages and read
//! back as the same, with Thai digits too.

#![no_main]

use clearjai::language::{Era, FiscalYear, Language, Period, Reading, dates, digits::thai, plain, times, well_typed};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    day(text);
    if let Ok(time) = times::read(text) {
        for written in spoken(|language| times::write(time, language)) {
            assert_eq!(times::read(&written), Ok(time), "{written}");
        }
    }
    if let Ok(year) = FiscalYear::read(text) {
        assert!(year.contains(year.first_day()) && year.contains(year.last_day()));
        for written in spoken(|language| year.name(language)) {
            assert_eq!(FiscalYear::read(&written), Ok(year), "{written}");
        }
    }
    if let Ok(period) = Period::read(text) {
        assert!(period.first_day() <= period.last_day());
        for written in spoken(|language| period.text(language)) {
            assert_eq!(Period::read(&written), Ok(period), "{written}");
        }
    }
    let typed = well_typed(text);
    assert_eq!(well_typed(&typed), typed);
});

fn day(text: &str) {
    let Ok(reading) = dates::read(text) else { return };
    // Nobody has to be asked about a day that is certain.
    let both = [Era::Buddhist, Era::Common].map(|era| reading.in_era(era));
    if let Reading::Day(day) = reading {
        assert_eq!(both, [Ok(day), Ok(day)]);
    }
    for day in both.into_iter().flatten() {
        let forms: [fn(_, _) -> _; 3] = [dates::short, dates::short_with_era, dates::long];
        for form in forms {
            for written in spoken(|language| form(day, language)) {
                assert_eq!(dates::read(&written), Ok(Reading::Day(day)), "{written}");
            }
        }
    }
}

/// On the screen, in a letter, and in a printed report.
fn spoken(write: impl Fn(Language) -> String) -> impl Iterator<Item = String> {
    Language::ALL.into_iter().map(write).flat_map(|written| [thai(&plain(&written)), plain(&written), written])
}
