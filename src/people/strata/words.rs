//! What a stratum is called on the form, in letters and in results.
//!
//! Names of units stand as HR wrote them. Two strata of a survey never have the same name as long
//! as no two units do. Does not say why a group was formed.

use super::{Kind, Stratum};
use crate::{
    ids::UnitId,
    language::{Language, fill, th},
    people::Unit,
};

/// More units than this are not all named.
const NAMED: usize = 3;

/// A unit that is not found, because it is gone, is called by its id.
pub fn name<'a>(stratum: &Stratum, unit: impl Fn(UnitId) -> Option<&'a Unit>, language: Language) -> String {
    let short = |id: &UnitId| unit(*id).map_or_else(|| id.to_string(), |unit| unit.short_name.as_str().to_owned());
    match (stratum.units.as_slice(), stratum.kind, language) {
        ([only], ..) => unit(*only).map_or_else(|| only.to_string(), |unit| unit.name(language).to_owned()),
        (_, Kind::Everyone, Language::Thai) => th!("ทั้งหน่วยงาน").to_owned(),
        (_, Kind::Everyone, Language::English) => "The whole department".to_owned(),
        (_, Kind::OtherUnits, Language::Thai) => th!("หน่วยงานอื่น").to_owned(),
        (_, Kind::OtherUnits, Language::English) => "Other units".to_owned(),
        ([first, others @ ..], ..) if others.len() >= NAMED => match language {
            Language::Thai => fill(th!("{} และอีก_{}_หน่วยงาน"), &[&short(first), &others.len()]),
            Language::English => fill("{} and {} other units", &[&short(first), &others.len()]),
        },
        (units, ..) => units.iter().map(short).collect::<Vec<_>>().join(" + "),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            choose, form,
            invented::{demo, unit},
        },
        *,
    };
    use crate::{language::plain, people::Name};

    fn names(strata: &[Stratum], language: Language) -> Vec<String> {
        let named = |text: String| Name::parse(&text).unwrap();
        let units: Vec<Unit> = demo()
            .into_iter()
            .map(|count| Unit {
                id: count.id,
                name_thai: named(format!("หน่วย {}", count.short_name.as_str())),
                name_english: (count.id != unit(4)).then(|| named(format!("Unit {}", count.eligible))),
                short_name: count.short_name,
                parent: count.parent,
            })
            .collect();
        let find = |id| units.iter().find(|unit| unit.id == id);
        strata.iter().map(|stratum| plain(&name(stratum, find, language))).collect()
    }

    #[test]
    fn strata_are_called_by_their_units() {
        let formed = form(&demo(), 5).unwrap().strata;
        assert_eq!(names(&formed, Language::Thai), ["สลก. + คลัง + พัสดุ", "หน่วยงานอื่น"]);
        assert_eq!(names(&formed, Language::English), ["สลก. + คลัง + พัสดุ", "Other units"]);
        let everyone = form(&demo(), 20).unwrap().strata;
        assert_eq!(names(&everyone, Language::Thai), ["ทั้งหน่วยงาน"]);
        assert_eq!(names(&everyone, Language::English), ["The whole department"]);
    }

    #[test]
    fn one_unit_has_its_full_name_and_more_than_three_have_the_first() {
        let chosen = choose(&demo(), 3, &[vec![unit(1)], vec![unit(4)], [2, 3, 5, 6].map(unit).to_vec()]).unwrap().strata;
        assert_eq!(names(&chosen, Language::Thai), ["หน่วย กนผ.", "กบช. และอีก 3 หน่วยงาน", "หน่วย สลก."]);
        assert_eq!(names(&chosen, Language::English), ["หน่วย กนผ.", "กบช. and 3 other units", "Unit 10"]);
    }

    #[test]
    fn a_unit_that_is_gone_has_its_id() {
        let gone = Stratum { units: vec![unit(9)], size: 10, kind: Kind::Unit };
        assert_eq!(names(&[gone], Language::Thai), [unit(9).to_string()]);
    }
}
