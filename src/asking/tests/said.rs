//! The sentences: conditions, faults, and what the check page and the paper say.

use super::sample;
use crate::{
    asking::{Fault, Wrong, condition_in_words, missing_title, paper, review, words::fault_in_words},
    instruments::{Answer, Answers, Comparison, Condition, Question},
    language::{Language, plain},
};

fn said(condition: &Condition) -> (String, String) {
    let instrument = sample::instrument();
    let [thai, english] = Language::ALL.map(|language| plain(&condition_in_words(&instrument, condition, language)));
    (thai, english)
}

fn question(item: &str) -> Question {
    Question { item: item.into(), sub: None }
}

#[test]
fn conditions_are_said_by_the_words_people_chose_among() {
    let answer = |of: &str, is| said(&Condition::answer(of, is));
    for (condition, thai, english) in [
        (answer("i4", Comparison::Equal("2".into())), "ตอบข้อ 4 ว่า “มี”", "the answer to question 4 is “Yes”"),
        (
            answer("i1", Comparison::AtLeast("3".parse().unwrap())),
            "ตอบข้อ 1 ตั้งแต่ “มาก” ขึ้นไป",
            "the answer to question 1 is “Much” or above",
        ),
        (answer("i1", Comparison::Over("3".parse().unwrap())), "ตอบข้อ 1 ว่า “มากที่สุด”", "the answer to question 1 is “Most”"),
        (
            answer("i1", Comparison::Under("2.5".parse().unwrap())),
            "ตอบข้อ 1 ไม่เกิน “น้อย”",
            "the answer to question 1 is “Little” or below",
        ),
        (answer("i6", Comparison::Equal("pay".into())), "เลือก “การเบิกจ่าย” ในข้อ 6", "“Claims” is chosen in question 6"),
        (answer("i7", Comparison::Over("10".parse().unwrap())), "ตอบข้อ 7 มากกว่า 10", "the answer to question 7 is over 10"),
        (answer("i9", Comparison::Given), "ตอบข้อ 9", "question 9 is answered"),
        (
            said(&Condition::Answer { of: "i3".into(), sub: Some("b".into()), is: Comparison::Given }),
            "ตอบข้อ 3.2",
            "question 3.2 is answered",
        ),
    ] {
        assert_eq!(condition, (thai.to_owned(), english.to_owned()));
    }
}

#[test]
fn a_not_is_moved_down_to_the_answers() {
    let yes = || Condition::answer("i4", Comparison::Equal("2".into()));
    let wrote = || Condition::answer("i9", Comparison::Given);
    let both = Condition::Not(Box::new(Condition::All(vec![yes(), Condition::Not(Box::new(wrote()))])));
    assert_eq!(said(&both).0, "ไม่ได้ตอบข้อ 4 ว่า “มี” หรือตอบข้อ 9");
    assert_eq!(said(&both).1, "the answer to question 4 is not “Yes” or question 9 is answered");
    let nested = Condition::All(vec![yes(), Condition::Any(vec![wrote(), yes()])]);
    assert_eq!(said(&nested).0, "ตอบข้อ 4 ว่า “มี” และ (ตอบข้อ 9 หรือตอบข้อ 4 ว่า “มี”)");
    let first = Condition::All(vec![Condition::Any(vec![wrote(), yes()]), yes()]);
    assert_eq!(said(&first).0, "(ตอบข้อ 9 หรือตอบข้อ 4 ว่า “มี”) และตอบข้อ 4 ว่า “มี”");
    assert_eq!(
        said(&first).1,
        "(question 9 is answered or the answer to question 4 is “Yes”) and the answer to question 4 is “Yes”"
    );
}

#[test]
fn a_missing_answer_is_asked_for_in_the_words_of_its_kind() {
    let instrument = sample::instrument();
    let said = |item: &str, language| {
        plain(&fault_in_words(&instrument, language, &Fault { question: question(item), wrong: Wrong::NotAnswered }))
    };
    assert_eq!(said("i1", Language::Thai), "เลือกคำตอบข้อ 1 หรือเลือก “ไม่ทราบ / ขอไม่ตอบ”");
    assert_eq!(said("i1", Language::English), "Choose an answer to question 1, or “Don't know / prefer not to say”");
    assert_eq!(said("i11", Language::Thai), "เลือกผู้สมัครในข้อ 11 หรือเลือก “ไม่ประสงค์ลงคะแนน”");
    assert_eq!(said("i9", Language::English), "Write an answer to question 9");
}

#[test]
fn the_list_of_faults_says_how_many_answers_are_missing() {
    let missing = || Fault { question: question("i1"), wrong: Wrong::NotAnswered };
    let title = |faults: &[Fault]| missing_title(Language::Thai, faults).map(|title| plain(&title));
    assert_eq!(title(&[missing(), missing()]).as_deref(), Some("ยังไปต่อไม่ได้ ขาดคำตอบ 2 ข้อ"));
    assert_eq!(title(&[missing(), Fault { question: question("i7"), wrong: Wrong::NotANumber }]), None);
    assert_eq!(title(&[]), None);
}

#[test]
fn the_check_page_reads_back_what_was_meant_and_leaves_out_what_was_not_asked() {
    let instrument = sample::instrument();
    let mut answers = Answers::default();
    answers.put(question("i1"), Answer::Level(3));
    answers.put(question("i2"), Answer::Level(1));
    answers.put(question("i4"), Answer::Level(1));
    answers.put(question("i5"), Answer::Choice("leave".into()));
    let page = plain(&review(&instrument, Language::Thai, &answers, &|_, words| words.clone()).into_string());
    assert!(page.contains("ข้อ 2 ข้อ 3.2 และข้อ 4 ถามคนละทิศกับข้ออื่น"), "{page}");
    assert!(page.contains("ท่านตอบว่า: แทบไม่มีหรือไม่มีการเลือกปฏิบัติ"));
    assert!(!page.contains("พบในเรื่องใดมากที่สุด"), "question 5 is not asked of whoever said no");
    assert_eq!(page.matches("ทิศกลับ<").count(), 2, "only answers carry the tag");
    answers.put(question("i4"), Answer::Level(2));
    let page = review(&instrument, Language::Thai, &answers, &|_, words| words.clone()).into_string();
    assert!(page.contains("พบในเรื่องใดมากที่สุด") && page.contains("การลา"));
}

#[test]
fn the_paper_form_says_of_whom_something_is_asked() {
    let paper = plain(&paper(&sample::instrument(), Language::Thai).into_string());
    assert!(paper.contains("ตอบเฉพาะผู้ที่ตอบข้อ 4 ว่า “มี”"));
    assert_eq!(paper.matches("ตอบเฉพาะ").count(), 1);
    assert!(paper.contains("มีการเลือกปฏิบัติมากที่สุด"));
}
