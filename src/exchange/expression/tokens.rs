//! An expression cut into its words and signs.

use super::Operator;

/// Whose expression it is: XLSForm writes `${name}`, LimeSurvey `name.NAOK`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Dialect {
    XlsForm,
    LimeSurvey,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Open,
    Close,
    Comma,
    And,
    Or,
    Not,
    Compare(Operator),
    Name(String),
    /// A word before a parenthesis.
    Function(String),
    Text(String),
    Number(String),
}

/// `None` where anything else stands in it.
pub(super) fn tokens(text: &str, dialect: Dialect) -> Option<Vec<Token>> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (token, length) = next(rest, dialect, tokens.last())?;
        tokens.push(token);
        rest = rest.get(length..)?.trim_start();
    }
    Some(tokens)
}

/// The token at the beginning, and how many bytes it takes.
fn next(rest: &str, dialect: Dialect, before: Option<&Token>) -> Option<(Token, usize)> {
    const SIGNS: [(&str, Token); 14] = [
        ("(", Token::Open),
        (")", Token::Close),
        (",", Token::Comma),
        ("&&", Token::And),
        ("||", Token::Or),
        ("!=", Token::Compare(Operator::Unequal)),
        ("<>", Token::Compare(Operator::Unequal)),
        ("<=", Token::Compare(Operator::AtMost)),
        (">=", Token::Compare(Operator::AtLeast)),
        ("==", Token::Compare(Operator::Equal)),
        ("=", Token::Compare(Operator::Equal)),
        ("<", Token::Compare(Operator::Under)),
        (">", Token::Compare(Operator::Over)),
        ("!", Token::Not),
    ];
    if let Some((sign, token)) = SIGNS.into_iter().find(|(sign, _)| rest.starts_with(sign)) {
        return Some((token, sign.len()));
    }
    if let Some(inside) = rest.strip_prefix("${") {
        let (name, _) = inside.split_once('}').filter(|_| dialect == Dialect::XlsForm)?;
        return Some((Token::Name(name.trim().to_owned()), name.len() + "${}".len()));
    }
    for quote in ['\'', '"'] {
        if let Some(inside) = rest.strip_prefix(quote) {
            let (text, _) = inside.split_once(quote).filter(|(text, _)| !text.contains('\\'))?;
            return Some((Token::Text(text.to_owned()), text.len() + 2));
        }
    }
    if rest.starts_with('.') && dialect == Dialect::XlsForm && !rest.get(1..)?.starts_with(|next: char| next.is_ascii_digit()) {
        return Some((Token::Name(".".to_owned()), 1));
    }
    word(rest, dialect, before)
}

fn word(rest: &str, dialect: Dialect, before: Option<&Token>) -> Option<(Token, usize)> {
    let sign = rest.strip_prefix('-').filter(|_| !matches!(before, Some(Token::Name(_) | Token::Number(_) | Token::Close)));
    let unsigned = sign.unwrap_or(rest);
    let is_inside = |letter: char| {
        letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.' | ':') || (letter == '-' && dialect == Dialect::XlsForm)
    };
    let length = unsigned.find(|letter| !is_inside(letter)).unwrap_or(unsigned.len());
    let word = unsigned.get(..length).filter(|word| !word.is_empty())?;
    let is_number = word.bytes().all(|letter| letter.is_ascii_digit() || letter == b'.');
    if is_number {
        let number = if sign.is_some() { format!("-{word}") } else { word.to_owned() };
        return Some((Token::Number(number), length + usize::from(sign.is_some())));
    }
    if sign.is_some() {
        return None;
    }
    let is_call = unsigned.get(length..)?.trim_start().starts_with('(');
    let token = match word.to_ascii_lowercase().as_str() {
        "and" => Token::And,
        "or" => Token::Or,
        "not" => Token::Not,
        _ if is_call => Token::Function(word.to_owned()),
        "eq" if dialect == Dialect::LimeSurvey => Token::Compare(Operator::Equal),
        "ne" if dialect == Dialect::LimeSurvey => Token::Compare(Operator::Unequal),
        "lt" if dialect == Dialect::LimeSurvey => Token::Compare(Operator::Under),
        "le" if dialect == Dialect::LimeSurvey => Token::Compare(Operator::AtMost),
        "gt" if dialect == Dialect::LimeSurvey => Token::Compare(Operator::Over),
        "ge" if dialect == Dialect::LimeSurvey => Token::Compare(Operator::AtLeast),
        _ if dialect == Dialect::LimeSurvey => Token::Name(bare(word)?.to_owned()),
        _ => return None,
    };
    Some((token, length))
}

/// A name of LimeSurvey without what it says about missing answers; `.shown` and the like mean other things.
fn bare(word: &str) -> Option<&str> {
    let name = ["NAOK", "value", "code"].iter().find_map(|suffix| word.strip_suffix(suffix)?.strip_suffix('.')).unwrap_or(word);
    (!name.contains(['.', ':'])).then_some(name)
}
