//! A day in three small fields, as people write it: day, month, year of the Buddhist era.
//!
//! Reads more than it asks for: Thai digits, names of months, a year of the common era, and a whole
//! day pasted into the first field. No calendar of a device is asked: they disagree about the era.

use jiff::civil::Date;
use maud::{Markup, Render, html};

use super::{Faults, Posted, parts::fault_at, words::words};
use crate::{
    clock::Moment,
    language::{Language, Reading, Unreadable, arabic, buddhist, dates, plain, times},
};

/// A day as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedDay {
    pub day: String,
    pub month: String,
    pub year: String,
}

/// A moment as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedMoment {
    pub day: TypedDay,
    pub time: String,
}

impl TypedMoment {
    pub fn posted(form: &Posted, day: &str, time: &str) -> Self {
        Self { day: TypedDay::posted(form, day), time: form.text(time).to_owned() }
    }

    pub fn of(moment: Moment, language: Language) -> Self {
        let there = moment.in_bangkok();
        let time = plain(&times::write(there.time(), language));
        Self { day: TypedDay::from(there.date()), time: time.trim_end_matches("น.").trim().to_owned() }
    }
}

/// Why what was typed is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoDay {
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    #[error("the year has two digits, which may be of either era")]
    TwoDigitYear,
}

impl TypedDay {
    pub fn posted(form: &Posted, name: &str) -> Self {
        let part = |part: &str| form.text(&format!("{name}_{part}")).to_owned();
        Self { day: part("day"), month: part("month"), year: part("year") }
    }

    /// The day; `None` if nothing was typed.
    pub fn read(&self) -> Result<Option<Date>, NoDay> {
        let [day, month, year] = [&self.day, &self.month, &self.year].map(|part| arabic(part.trim()));
        if day.is_empty() && month.is_empty() && year.is_empty() {
            return Ok(None);
        }
        let written = if month.is_empty() && year.is_empty() {
            day
        } else if month.chars().all(|letter| letter.is_ascii_digit()) {
            format!("{day}/{month}/{year}")
        } else {
            format!("{day} {month} {year}")
        };
        match dates::read(&written)? {
            Reading::Day(day) => Ok(Some(day)),
            Reading::TwoDigitYear { .. } => Err(NoDay::TwoDigitYear),
        }
    }
}

impl From<Date> for TypedDay {
    fn from(day: Date) -> Self {
        Self { day: day.day().to_string(), month: day.month().to_string(), year: buddhist(day.year()).to_string() }
    }
}

/// The fields `name_day`, `name_month` and `name_year`; faults stand at `name`, which is the id of
/// the first.
pub struct DayField<'page> {
    name: &'static str,
    legend: &'page str,
    typed: &'page TypedDay,
    faults: &'page Faults,
    hint: &'page str,
    language: Language,
}

impl<'page> DayField<'page> {
    /// `hint` may be empty.
    pub fn new(
        name: &'static str,
        legend: &'page str,
        typed: &'page TypedDay,
        hint: &'page str,
        faults: &'page Faults,
        language: Language,
    ) -> Self {
        Self { name, legend, typed, faults, hint, language }
    }
}

impl Render for DayField<'_> {
    fn render(&self) -> Markup {
        let (name, say) = (self.name, words(self.language));
        let fault = self.faults.at(name);
        let parts = [(!self.hint.is_empty()).then_some("hint"), fault.map(|_| "fault")].into_iter().flatten();
        let described = parts.map(|part| format!("{name}-{part}")).reduce(|one, other| format!("{one} {other}"));
        let part = |id: &str, part: &str, label: &str, value: &str| {
            html! {
                div {
                    label for=(id) { (label) }
                    input.inp id=(id) name=(format_args!("{name}_{part}")) value=(value) inputmode="numeric" autocomplete="off"
                        aria-invalid=[fault.map(|_| "true")];
                }
            }
        };
        html! {
            fieldset.field.bad[fault.is_some()] aria-describedby=[described.as_deref()] {
                legend { (self.legend) }
                @if !self.hint.is_empty() { p.hint id={ (name) "-hint" } { (self.hint) } }
                (fault_at(name, self.faults))
                div.date-in {
                    (part(name, "day", say.day, &self.typed.day))
                    (part(&format!("{name}-month"), "month", say.month, &self.typed.month))
                    (part(&format!("{name}-year"), "year", say.year, &self.typed.year))
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn typed(day: &str, month: &str, year: &str) -> TypedDay {
        TypedDay { day: day.to_owned(), month: month.to_owned(), year: year.to_owned() }
    }

    #[test]
    fn a_day_is_read_however_its_parts_are_written() {
        for (day, month, year) in [
            ("1", "10", "2560"),
            ("๑", "๑๐", "๒๕๖๐"),
            (" 01 ", "10", "2017"),
            ("1", "ต.ค.", "2560"),
            ("1", "ตุลาคม", "๒๕๖๐"),
            ("1", "Oct", "2017"),
            ("1/10/2560", "", ""),
            ("1 ต.ค. 2560", "", ""),
        ] {
            assert_eq!(typed(day, month, year).read(), Ok(Some(date(2017, 10, 1))), "{day} {month} {year}");
        }
        assert_eq!(TypedDay::from(date(2017, 10, 1)), typed("1", "10", "2560"));
        assert_eq!(TypedDay::default().read(), Ok(None));
    }

    #[test]
    fn half_a_day_and_a_year_of_two_digits_are_never_guessed() {
        assert_eq!(typed("1", "10", "60").read(), Err(NoDay::TwoDigitYear));
        assert_eq!(typed("31", "2", "2560").read(), Err(Unreadable::NoSuchDay { day: 31 }.into()));
        for (day, month, year) in [("1", "10", ""), ("", "10", "2560"), ("1", "", "2560"), ("1", "", ""), ("x", "10", "2560")] {
            assert!(typed(day, month, year).read().is_err(), "{day} {month} {year}");
        }
    }
}
