//! Questionnaires that come with the program, to be copied and changed.

use crate::instruments::{Code, Instrument};

/// The wording is our own; what a year's manual asks for is for whoever copies it to check.
#[derive(Clone, Debug)]
pub struct Starter {
    pub code: Code,
    pub instrument: Instrument,
}

const FILES: [&str; 7] = [
    include_str!("starters/iit_2567.json"),
    include_str!("starters/eit_2567.json"),
    include_str!("starters/iit_2562.json"),
    include_str!("starters/satisfaction.json"),
    include_str!("starters/clinic.json"),
    include_str!("starters/pulse.json"),
    include_str!("starters/model_civil_servant.json"),
];

/// The present forms first.
pub fn starters() -> Vec<Starter> {
    FILES
        .into_iter()
        .filter_map(|json| Instrument::from_json(json).ok())
        .map(|instrument| Starter { code: instrument.code.clone(), instrument })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::instruments::{Election, Tie};

    use std::collections::BTreeSet;

    use super::*;
    use crate::{
        authoring::words::{finding_in_words, place_in_words},
        instruments::{Asks, Assessment, Polarity, Text},
        language::Language,
    };

    fn starter(code: &str) -> Instrument {
        starters().into_iter().find(|starter| starter.code == Code::from(code)).unwrap().instrument
    }

    #[test]
    fn every_starter_passes_the_check_list_without_a_word() {
        for Starter { code, instrument } in starters() {
            let said: Vec<_> = instrument
                .check()
                .iter()
                .map(|it| {
                    let place = place_in_words(Language::English, &instrument, &it.place);
                    format!("{place}: {}", finding_in_words(Language::English, &instrument, it))
                })
                .collect();
            assert_eq!(said, Vec::<String>::new(), "{code}");
        }
    }

    #[test]
    fn every_file_is_written_as_the_program_writes_it() {
        for json in FILES {
            let instrument = Instrument::from_json(json).unwrap();
            assert!(json == instrument.to_pretty_json() + "\n", "{}", instrument.code);
        }
    }

    #[test]
    fn every_text_is_in_both_languages() {
        for Starter { code, instrument } in starters() {
            let is_half = |text: &&Text| text.th.is_empty() != text.en.is_empty();
            assert_eq!(instrument.texts().into_iter().find(is_half), None, "{code}");
        }
        assert_eq!(starters().iter().map(|starter| &starter.code).collect::<BTreeSet<_>>().len(), FILES.len());
    }

    /// Questions of each part.
    fn shape(instrument: &Instrument) -> Vec<(&str, usize)> {
        instrument.parts.iter().map(|part| (part.code.as_str(), part.items.len())).collect()
    }

    #[test]
    fn the_assessments_have_the_shape_of_their_years() {
        let internal = starter("iit_2567");
        assert_eq!(shape(&internal), [("d1", 3), ("d2", 3), ("d3", 3), ("d4", 3), ("d5", 3)]);
        assert_eq!(internal.assessment, Some(Assessment::Iit));
        let reversed: Vec<_> = internal.items().filter(|item| item.is_reversed()).map(|item| item.code.as_str()).collect();
        assert_eq!(reversed, ["i2", "i3", "i6", "i8", "i11"]);
        let external = starter("eit_2567");
        assert_eq!(shape(&external), [("d6", 3), ("d7", 3), ("d8", 3)]);
        assert_eq!(external.assessment, Some(Assessment::Eit));
        for instrument in [&internal, &external] {
            let levels = |rated| instrument.labels(rated).len();
            assert!(instrument.items().all(|item| item.rated().map(levels) == Some(6)));
        }

        let earlier = starter("iit_2562");
        assert_eq!(shape(&earlier), [("d1", 6), ("d2", 6), ("d3", 6), ("d4", 6), ("d5", 6)]);
        let levels: BTreeSet<_> =
            earlier.items().filter_map(|item| item.rated()).map(|rated| earlier.labels(rated).len()).collect();
        assert_eq!(levels, [2, 4].into());
        let mixes = |item: &crate::instruments::Item| {
            let ways = |way| item.rated().is_some_and(|rated| rated.subs.iter().any(|sub| sub.polarity == way));
            ways(Polarity::Straight) && ways(Polarity::Reversed)
        };
        assert!(earlier.items().any(mixes), "one item asks both ways");
        for instrument in [internal, external, earlier] {
            assert!(instrument.caution.th.contains("ตรวจสอบกับคู่มือของปีนั้น"));
            assert!(instrument.caution.en.contains("against that year's manual"));
        }
    }

    #[test]
    fn the_small_ones_have_what_they_are_for() {
        let satisfaction = starter("satisfaction");
        let scales = satisfaction.items().filter_map(|item| item.rated()).map(|rated| satisfaction.labels(rated).len());
        assert_eq!(scales.collect::<Vec<_>>(), [5; 5]);
        assert!(matches!(satisfaction.items().last().unwrap().asks, Asks::LongText { .. }));
        assert_eq!(starter("pulse").questions(), 3);
        assert!(starter("clinic").items().any(|item| item.show_if.is_some()));
        let ballot = starter("model_civil_servant");
        let Asks::Ballot { candidates, most: 1, blank: true, election: Some(Election { seats: 1, tie: Tie::Lots }) } =
            &ballot.items().next().unwrap().asks
        else {
            panic!("no ballot")
        };
        assert_eq!(candidates.len(), 3);
    }
}
