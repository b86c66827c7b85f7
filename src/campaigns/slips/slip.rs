//! A code on paper, and to whom it is to be handed.

/// Eight fit on a sheet.
pub const ON_A_SHEET: usize = 8;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Sixteen digits.
    pub code: String,
    pub to: To,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    Person {
        name: String,
        number: String,
        unit: String,
    },
    /// Whoever draws it, of this group.
    Group(String),
}

impl Slip {
    /// `4821 0937 5562 1408`
    pub fn in_fours(&self) -> String {
        let digits: Vec<char> = self.code.chars().collect();
        let fours: Vec<String> = digits.chunks(4).map(|four| four.iter().collect()).collect();
        fours.join(" ")
    }
}

/// The slips sheet by sheet; slips of another group begin on a new one, so that each can be cut for its own box.
pub fn sheets(slips: &[Slip]) -> impl Iterator<Item = &[Slip]> {
    let is_of_one_box = |one: &Slip, next: &Slip| match (&one.to, &next.to) {
        (To::Group(one), To::Group(next)) => one == next,
        _ => true,
    };
    slips.chunk_by(is_of_one_box).flat_map(|of_one_box| of_one_box.chunks(ON_A_SHEET))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_group(name: &str) -> Slip {
        Slip { code: "4821093755621408".into(), to: To::Group(name.into()) }
    }

    #[test]
    fn a_code_is_written_in_fours() {
        assert_eq!(of_group("a").in_fours(), "4821 0937 5562 1408");
    }

    #[test]
    fn eight_stand_on_a_sheet_and_no_sheet_holds_two_groups() {
        let slips: Vec<_> = ["a"; 9].into_iter().chain(["b"; 8]).chain(["c"]).map(of_group).collect();
        assert_eq!(sheets(&slips).map(<[Slip]>::len).collect::<Vec<_>>(), [8, 1, 8, 1]);
        assert!(sheets(&slips).all(|sheet| sheet.iter().all(|slip| slip.to == sheet[0].to)));
        let named =
            |name: &str| Slip { to: To::Person { name: name.into(), number: name.into(), unit: name.into() }, ..of_group("") };
        let slips: Vec<_> = ["ก", "ข", "ค"].repeat(3).into_iter().map(named).collect();
        assert_eq!(sheets(&slips).map(<[Slip]>::len).collect::<Vec<_>>(), [8, 1]);
        assert_eq!(sheets(&[]).count(), 0);
    }
}
