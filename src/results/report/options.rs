//! What whoever prints a report may add or leave out.

/// Not every program sets a PDF.
pub const SETS_PDF: bool = cfg!(feature = "pdf");

/// In the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extra {
    Items,
    Spreads,
    Units,
    ThaiDigits,
    Preparer,
    Reviewer,
    Approver,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options(Vec<Extra>);

impl Extra {
    pub const ALL: [Self; 7] =
        [Self::Items, Self::Spreads, Self::Units, Self::ThaiDigits, Self::Preparer, Self::Reviewer, Self::Approver];
    pub const SIGNERS: [Self; 3] = [Self::Preparer, Self::Reviewer, Self::Approver];

    /// In addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Items => "items",
            Self::Spreads => "spreads",
            Self::Units => "units",
            Self::ThaiDigits => "thai_digits",
            Self::Preparer => "preparer",
            Self::Reviewer => "reviewer",
            Self::Approver => "approver",
        }
    }
}

/// All but Thai digits, which not every office writes.
impl Default for Options {
    fn default() -> Self {
        Self(Extra::ALL.into_iter().filter(|extra| *extra != Extra::ThaiDigits).collect())
    }
}

impl Options {
    /// Names that are none of ours are passed over.
    pub fn named<'it>(names: impl IntoIterator<Item = &'it str>) -> Self {
        let names: Vec<&str> = names.into_iter().collect();
        Self(Extra::ALL.into_iter().filter(|extra| names.contains(&extra.name())).collect())
    }

    pub fn has(&self, extra: Extra) -> bool {
        self.0.contains(&extra)
    }

    /// As the form sends it: `options=yes&with=items&with=units`.
    pub fn query(&self) -> String {
        self.0.iter().fold("options=yes".to_owned(), |query, extra| query + "&with=" + extra.name())
    }
}
