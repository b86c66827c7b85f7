//! Surveys as LimeSurvey writes them, of both ages, made for these tests.

use super::read;
use crate::{
    exchange::{Imported, LossKind, Place},
    instruments::{Asks, Code, Comparison, Condition, Decimal, Item, Polarity, check::What},
};

/// Texts stand in the rows themselves, once for each language.
const OLDER: &str = include_str!("fixtures/older.lss");
/// Texts stand in tables of their own.
const NEWER: &str = include_str!("fixtures/newer.lss");

fn imported(survey: &str) -> Imported {
    read(survey.as_bytes()).unwrap()
}

fn item<'it>(imported: &'it Imported, code: &str) -> &'it Item {
    imported.instrument.item(&Code::from(code)).unwrap()
}

fn lost(imported: &Imported, what: LossKind) -> Vec<&str> {
    imported.losses.iter().filter(|loss| loss.what == what).map(|loss| loss.quoted.as_str()).collect()
}

#[test]
fn texts_are_found_in_both_ages_and_languages() {
    for survey in [OLDER, NEWER] {
        let imported = imported(survey);
        assert_eq!((imported.instrument.title.th.as_str(), imported.instrument.title.en.as_str()), ("โรงอาหาร", "Canteen"));
        assert_eq!(imported.instrument.lead.en, "What you think\nWelcome");
        let parts: Vec<_> = imported.instrument.parts.iter().map(|part| part.title.en.as_str()).collect();
        assert_eq!(parts, ["Food", "About you"]);
        let eats = item(&imported, "eats");
        assert_eq!((eats.text.th.as_str(), eats.text.en.as_str()), ("ท่านรับประทานที่นี่หรือไม่", "Do you eat here?"));
        assert!(eats.required && !item(&imported, "why").required);
        assert_eq!(eats.help.en, "Any meal");
    }
}

#[test]
fn both_ages_give_the_same_instrument() {
    assert_eq!(imported(OLDER).instrument, imported(NEWER).instrument);
}

#[test]
fn every_kind_of_question_becomes_what_it_asks() {
    let imported = imported(NEWER);
    let choices = |code: &str| item(&imported, code).choices().iter().map(|choice| choice.code.to_string()).collect::<Vec<_>>();
    let Asks::Scale(food) = &item(&imported, "food").asks else { panic!() };
    assert_eq!((food.polarity, food.subs.len()), (Polarity::Unset, 2));
    assert_eq!(food.subs[1].text.en, "Price");
    assert_eq!(imported.instrument.scale(&food.scale).unwrap().levels[0].en, "Bad");
    assert_eq!(choices("meal"), ["a1", "a2", "other"]);
    assert!(matches!(item(&imported, "meal_other").asks, Asks::ShortText { .. }));
    assert!(matches!(item(&imported, "days").asks, Asks::MultipleChoice { least: Some(1), most: Some(2), .. }));
    assert_eq!(choices("days"), ["mon", "fri"]);
    assert!(matches!(item(&imported, "why").asks, Asks::LongText { longest: 300 }));
    let Asks::Number { least, decimals, .. } = &item(&imported, "spend").asks else { panic!() };
    assert_eq!((*least, *decimals), (Some(Decimal::whole(0)), 0));
    assert!(matches!(item(&imported, "sex").asks, Asks::SingleChoice { .. }));
    assert!(item(&imported, "sex").about.is_some());
    assert!(matches!(item(&imported, "best").asks, Asks::Ranking { top: None, .. }));
    assert!(item(&imported, "thanks").is_heading());
    assert_eq!(choices("contact"), Vec::<String>::new());
    assert!(item(&imported, "contact").is_heading() && item(&imported, "contact_a").text.en == "Room");
}

#[test]
fn relevance_is_taken_where_it_is_a_plain_comparison() {
    let imported = imported(NEWER);
    let equal = |of: &str, value: &str| Condition::answer(of, Comparison::Equal(Code::from(value)));
    assert_eq!(item(&imported, "meal").show_if, Some(equal("eats", "2")));
    let rated = Condition::Answer { of: "food".into(), sub: Some("taste".into()), is: Comparison::Equal("1".into()) };
    let friday = equal("days", "fri");
    assert_eq!(item(&imported, "why").show_if, Some(Condition::Any(vec![rated, friday])));
    assert_eq!(item(&imported, "spend").show_if, None);
    assert_eq!(lost(&imported, LossKind::ConditionLeftOut), ["count(that.days) > 1", "650X1X10 == Y"]);
}

#[test]
fn what_is_chosen_as_other_is_ours_and_not_a_choice_that_is_called_so() {
    let survey = OLDER.replacen(
        "<code><![CDATA[A1]]></code><answer><![CDATA[Breakfast]]>",
        "<code><![CDATA[other]]></code><answer><![CDATA[Breakfast]]>",
        1,
    );
    let survey = survey.replace(r#"food_taste.NAOK == "A1" or days_fri.NAOK == "Y""#, r#"meal.NAOK == "-oth-""#);
    let imported = imported(&survey);
    let meal = item(&imported, "meal");
    assert!(meal.choices().iter().any(|choice| choice.code == Code::from("other") && choice.label.en == "Breakfast"));
    assert_eq!(meal.choices().last().unwrap().code, Code::from("other_2"));
    let chosen = Condition::answer("meal", Comparison::Equal(Code::from("other_2")));
    assert_eq!(item(&imported, "why").show_if, Some(chosen));
}

#[test]
fn two_questions_with_other_ask_to_specify_in_two_ways() {
    let survey = NEWER
        .replace("<title><![CDATA[days]]></title><other><![CDATA[N]]>", "<title><![CDATA[days]]></title><other><![CDATA[Y]]>");
    let imported = imported(&survey);
    assert_eq!(item(&imported, "days_other").text.th, "วันใด โปรดระบุ");
    assert_eq!(item(&imported, "meal_other").text.th, "มื้อใด โปรดระบุ");
    assert!(!imported.instrument.check().iter().any(|found| matches!(found.what, What::SameTextAs(_))));
}

#[test]
fn whatever_is_not_taken_is_listed() {
    let imported = imported(NEWER);
    assert_eq!(lost(&imported, LossKind::TypeLeftOut), ["| photo"]);
    assert_eq!(lost(&imported, LossKind::BecameShortText), ["D"]);
    assert_eq!(lost(&imported, LossKind::LanguageLeftOut), ["de"]);
    assert_eq!(lost(&imported, LossKind::MarkupLeftOut).len(), 1);
    assert_eq!(lost(&imported, LossKind::TableLeftOut), ["quota (1)", "surveys"]);
    assert_eq!(lost(&imported, LossKind::SettingLeftOut), ["array_filter: days"]);
    assert_eq!(lost(&imported, LossKind::LookLeftOut), ["answer_width, hide_tip"]);
    let place = Place::Question("food".to_owned());
    assert!(imported.losses.iter().any(|loss| loss.place == place && loss.what == LossKind::SettingLeftOut));
}

#[test]
fn a_survey_in_neither_language_is_read_in_its_own_and_says_so() {
    let mut survey = OLDER.replace(">th<", ">fr<").replace(">en<", ">fr-informal<");
    survey = survey.replace("[th]", "[fr]").replace("[en]", "[fr-informal]");
    let imported = imported(&survey);
    assert_eq!(imported.instrument.title.th, "โรงอาหาร");
    assert_eq!(lost(&imported, LossKind::LanguageAssumed), ["fr"]);
    assert_eq!(lost(&imported, LossKind::LanguageLeftOut), ["fr-informal", "de"]);
}
