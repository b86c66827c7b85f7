//! What came out of a file of another program: an instrument, and everything that it could not hold.

use crate::instruments::Instrument;

/// An instrument, and a list of what is different from the file it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    pub instrument: Instrument,
    pub losses: Vec<Loss>,
}

/// One thing that is different now, and where it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    pub place: Place,
    pub what: LossKind,
    /// What stood there, shortened.
    pub quoted: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The file as a whole.
    File,
    Sheet(String),
    /// As a spreadsheet numbers it, from 1.
    Row {
        sheet: String,
        number: u32,
    },
    /// A question by its name in the file.
    Question(String),
    /// A group of questions by its name in the file.
    Group(String),
}

/// What was done about something that our form has no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LossKind {
    /// A type of question that is not asked here.
    TypeLeftOut,
    /// Would have told who answers, or when, or on which device.
    WouldIdentify,
    BecameShortText,
    BecameSingleChoices,
    /// A group inside a group became a part of its own.
    GroupFlattened,
    /// What could be answered several times is asked once.
    AskedOnce,
    EmptyGroup,
    /// It is always shown instead.
    ConditionLeftOut,
    ConstraintLeftOut,
    SettingLeftOut,
    /// Colours, sizes and whatever else concerns the look alone.
    LookLeftOut,
    /// Taken over under a well-formed code: “old → new”.
    Renamed,
    LanguageLeftOut,
    /// A text without a language was taken for the default one.
    LanguageAssumed,
    /// A list of choices that is not in the file.
    ListMissing,
    /// The same choice twice in a list.
    ChoiceTwice,
    /// “Other” became a choice, and a question that is shown where it is chosen.
    OtherAdded,
    /// A text that another answer was to stand in.
    PlaceholderKept,
    /// Pictures, links and scripts inside a text.
    MarkupLeftOut,
    UnreadableCell,
    SheetLeftOut,
    TableLeftOut,
    /// Something that belongs to nothing in the file.
    Stray,
    /// Another text of the same language for the same thing.
    TextTwice,
    /// Longer than a text of ours may be: its end is missing.
    TextCut,
    /// Was never shown to anybody there.
    NeverShown,
}

/// Characters of a quotation; the rest is in their file.
const QUOTED: usize = 200;

impl Loss {
    pub(super) fn new(place: Place, what: LossKind, quoted: &str) -> Self {
        let mut letters = quoted.trim().chars();
        let mut quoted: String = letters.by_ref().take(QUOTED).collect();
        if letters.next().is_some() {
            quoted.push('…');
        }
        Self { place, what, quoted }
    }
}
