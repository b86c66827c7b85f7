//! All of it: what it is of, what came out, where to look first, each question and each unit, how it was
//! worked out, and who signs.

use jiff::civil::Date;

use super::{found, indicators, items, method, result, telling::Telling, units};
use crate::{
    language::{Language, dates},
    papers::PaperHash,
    results::{
        Round,
        report::{Document, Extra, Options, Signature, words::words},
    },
};

/// What a round does not know of the house that it is in.
#[derive(Clone, Debug)]
pub struct Imprint {
    pub department: String,
    pub printed: Date,
    pub paper: PaperHash,
    /// Where everybody can check the count: the whole address.
    pub bulletin: String,
}

/// `earlier`: rounds before this one that asked by the same questionnaire, the latest last.
pub fn document(round: &Round, earlier: &[Round], options: &Options, language: Language, imprint: &Imprint) -> Document {
    let telling = Telling::new(round, earlier, options, language);
    let (say, occasion) = (telling.say, &round.occasion);
    let mut blocks = result::blocks(&telling);
    blocks.extend(found::blocks(&telling, earlier));
    blocks.extend(indicators::blocks(&telling));
    blocks.extend(items::lowest(&telling));
    if options.has(Extra::Items) || options.has(Extra::Spreads) {
        blocks.extend(items::blocks(&telling));
    }
    if options.has(Extra::Units) {
        blocks.extend(units::blocks(&telling));
    }
    blocks.extend(method::blocks(&telling, imprint));
    let year = occasion.year.name_with_days(language);
    Document {
        language,
        title: (say.title)(occasion.name.say(language)),
        lines: vec![
            imprint.department.clone(),
            (say.round)(occasion.round, &year),
            (say.collected)(&dates::days(occasion.opened, occasion.closed, language)),
        ],
        running: (say.running)(&imprint.department, &dates::short_with_era(imprint.printed, language)),
        thai_digits: options.has(Extra::ThaiDigits) && language == Language::Thai,
        is_landscape: false,
        blocks,
        signatures: signatures(options, language),
    }
}

fn signatures(options: &Options, language: Language) -> Vec<Signature> {
    let say = words(language);
    let roles = [(Extra::Preparer, say.prepared), (Extra::Reviewer, say.reviewed), (Extra::Approver, say.approved)];
    roles.iter().filter(|(extra, _)| options.has(*extra)).map(|(_, role)| Signature { role: (*role).to_owned() }).collect()
}
