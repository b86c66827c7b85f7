//! Surveys as LimeSurvey writes them, of both ages, made for these tests.

use super::read;
use crate::{
    exchange::{Imported, LossKind, Place, Refused},
    instruments::{Asks, Code, Comparison, Condition, Decimal, Item, Polarity, check::What, limits},
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

/// A survey of one group; `rows` are tables, `of` the row of its only question.
fn survey(of: &str, tables: &str) -> String {
    format!(
        "<document><LimeSurveyDocType>Survey</LimeSurveyDocType><languages><language>th</language></languages>\
         <groups><rows><row><gid>1</gid></row></rows></groups>\
         <questions><rows><row><qid>1</qid><gid>1</gid><title>q</title><question>ถาม</question><language>th</language>{of}</row></rows></questions>{tables}</document>"
    )
}

fn attribute(name: &str, value: &str) -> String {
    format!(
        "<question_attributes><rows><row><qid>1</qid><attribute>{name}</attribute><value>{value}</value></row></rows></question_attributes>"
    )
}

#[test]
fn nought_is_a_bound_and_what_is_too_long_is_listed() {
    let least = imported(&survey("<type>N</type>", &attribute("min_num_value_n", "0")));
    assert!(matches!(item(&least, "q").asks, Asks::Number { least: Some(least), .. } if least == Decimal::whole(0)));
    let long = imported(&survey("<type>T</type>", &attribute("maximum_chars", "5000")));
    assert_eq!(lost(&long, LossKind::ConstraintLeftOut), ["maximum_chars: 5000"]);
    for name in ["numbers_only", "time_limit", "prefix", "suffix", "other_replace_text", "default"] {
        let found = imported(&survey("<type>S</type>", &attribute(name, "1")));
        assert_eq!(lost(&found, LossKind::SettingLeftOut), [format!("{name}: 1")]);
    }
}

#[test]
fn what_nobody_saw_is_left_out_and_a_survey_of_nothing_is_refused() {
    for hidden in [
        survey("<type>S</type><relevance>0</relevance>", ""),
        survey("<type>S</type><relevance>false</relevance>", ""),
        survey("<type>S</type>", &attribute("hidden", "1")),
    ] {
        let found = imported(&hidden);
        assert_eq!((lost(&found, LossKind::NeverShown), found.instrument.parts.len()), (vec!["q"], 0));
    }
    let without = survey("<type>S</type>", "").replace("<groups><rows><row><gid>1</gid></row></rows></groups>", "");
    assert!(matches!(read(without.as_bytes()), Err(Refused::NoQuestion)));
}

#[test]
fn points_other_codes_and_rows_of_nothing_are_listed() {
    let answer = |of: &str, code: &str, points: &str| {
        format!(
            "<row><qid>{of}</qid><code>{code}</code><answer>ก</answer><language>th</language><assessment_value>{points}</assessment_value></row>"
        )
    };
    let answers = [answer("1", "A1", "3"), answer("1", "A-2", "0"), answer("1", "B", "1"), answer("9", "A1", "0")].concat();
    let subs = "<row><qid>7</qid><parent_qid>8</parent_qid><title>lost</title></row>";
    let tables = format!("<answers><rows>{answers}</rows></answers><subquestions><rows>{subs}</rows></subquestions>");
    let twice = survey("<type>L</type>", &tables).replace(
        "</row></rows></questions>",
        "</row><row><qid>1</qid><gid>1</gid><title>r</title><language>th</language></row></rows></questions>",
    );
    let found = imported(&twice);
    assert_eq!(lost(&found, LossKind::SettingLeftOut), ["assessment_value: A1 = 3, B = 1"]);
    assert_eq!(lost(&found, LossKind::Renamed), ["A-2 → a_2"]);
    assert_eq!(lost(&found, LossKind::Stray), ["questions: r", "subquestions: lost", "answers: A1 ก"]);
}

#[test]
fn texts_that_are_too_long_together_are_cut_and_listed() {
    let long = "ก".repeat(3_000);
    let texts = format!(
        "<surveys_languagesettings><rows><row><surveyls_language>th</surveyls_language><surveyls_description>{long}</surveyls_description>\
         <surveyls_welcometext>{long}</surveyls_welcometext></row></rows></surveys_languagesettings>"
    );
    let found = imported(&survey("<type>S</type>", &texts));
    assert_eq!(found.instrument.lead.th.chars().count(), limits::TEXT);
    assert_eq!(lost(&found, LossKind::TextCut).len(), 1);
}
