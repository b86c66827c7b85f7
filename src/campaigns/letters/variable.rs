//! What may stand in braces in a letter, under a Thai and an English name; both are understood in either
//! language.

use crate::campaigns::Kind;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variable {
    Link,
    Stop,
    Closes,
    Questions,
    Minutes,
    Department,
    Round,
    Survey,
    /// How many have answered at least, as it is shown.
    Answered,
    All,
    About,
    Contact,
}

impl Variable {
    pub const ALL: [Self; 12] = [
        Self::Link,
        Self::Stop,
        Self::Closes,
        Self::Questions,
        Self::Minutes,
        Self::Department,
        Self::Round,
        Self::Survey,
        Self::Answered,
        Self::All,
        Self::About,
        Self::Contact,
    ];

    pub const fn thai(self) -> &'static str {
        match self {
            Self::Link => "ลิงก์",
            Self::Stop => "หยุดเตือน",
            Self::Closes => "ปิดรับ",
            Self::Questions => "จำนวนข้อ",
            Self::Minutes => "นาที",
            Self::Department => "หน่วยงาน",
            Self::Round => "รอบ",
            Self::Survey => "ชื่อแบบสำรวจ",
            Self::Answered => "ตอบแล้ว",
            Self::All => "ทั้งหมด",
            Self::About => "เกี่ยวกับคำตอบ",
            Self::Contact => "ติดต่อ",
        }
    }

    pub const fn english(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Stop => "stop",
            Self::Closes => "closes",
            Self::Questions => "questions",
            Self::Minutes => "minutes",
            Self::Department => "department",
            Self::Round => "round",
            Self::Survey => "survey",
            Self::Answered => "answered",
            Self::All => "all",
            Self::About => "about",
            Self::Contact => "contact",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim();
        Self::ALL.into_iter().find(|one| one.thai() == name || one.english().eq_ignore_ascii_case(name))
    }

    /// The one that was probably meant.
    pub fn nearest(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        let both = Self::ALL.into_iter().flat_map(|one| [(one, one.thai()), (one, one.english())]);
        both.map(|(one, known)| (distance(&name, known), known.chars().count(), one))
            .filter(|(distance, length, _)| *distance <= (length / 3).max(1))
            .min_by_key(|(distance, ..)| *distance)
            .map(|(.., one)| one)
    }

    /// Stands for an address on the web.
    pub const fn is_address(self) -> bool {
        matches!(self, Self::Link | Self::Stop | Self::About)
    }

    pub fn is_in(self, kind: Kind) -> bool {
        kind == Kind::Reminder || !matches!(self, Self::Answered | Self::Stop)
    }
}

/// How many letters to add, drop or change to come from one word to the other.
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (count, letter) in from.chars().enumerate() {
        let mut left = count + 1;
        let mut next = vec![left];
        for ((other, above_left), above) in to.chars().zip(&row).zip(row.iter().skip(1)) {
            left = (above_left + usize::from(letter != other)).min(left + 1).min(above + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_variable_has_two_names_and_no_name_is_had_twice() {
        for one in Variable::ALL {
            assert_eq!([Variable::named(one.thai()), Variable::named(one.english())], [Some(one); 2]);
        }
        assert_eq!(Variable::named(" Link "), Some(Variable::Link));
    }

    #[test]
    fn a_slip_is_near_to_what_was_meant_and_anything_else_to_nothing() {
        for (typed, meant) in [
            ("lnik", None),
            ("links", Some(Variable::Link)),
            ("ลิงค์", Some(Variable::Link)),
            ("closed", Some(Variable::Closes)),
            ("ชื่อ", None),
        ] {
            assert_eq!(Variable::nearest(typed), meant, "{typed}");
        }
    }
}
