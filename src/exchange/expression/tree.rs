//! An expression as it was understood.

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Expression {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    Compare {
        name: String,
        operator: Operator,
        with: Value,
    },
    /// Of several choices, one is chosen.
    Selected {
        name: String,
        choice: String,
    },
    /// Of several in order, the first is this one.
    First {
        name: String,
        choice: String,
    },
    Always(bool),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Operator {
    Equal,
    Unequal,
    Under,
    AtMost,
    Over,
    AtLeast,
}

/// What stands beside a name: in quotes, or a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Value {
    Text(String),
    Number(String),
}

impl Operator {
    /// The same with its sides changed.
    pub(super) const fn turned(self) -> Self {
        match self {
            Self::Equal | Self::Unequal => self,
            Self::Under => Self::Over,
            Self::AtMost => Self::AtLeast,
            Self::Over => Self::Under,
            Self::AtLeast => Self::AtMost,
        }
    }
}

impl Value {
    pub(in crate::exchange) fn as_str(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) => text,
        }
    }
}
