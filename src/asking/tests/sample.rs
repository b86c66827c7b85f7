//! One item of every kind, in both languages, for tests that look at what is written.

use crate::instruments::{
    Asks, Choice, Code, Comparison, Condition, Decimal, Instrument, Item, Part, Polarity, Rated, Scale, Sub, Text,
};

fn agree() -> Rated {
    Rated { scale: Code::from("much"), ..Rated::default() }
}

fn choice(code: &str, thai: &str, english: &str) -> Choice {
    Choice { code: Code::from(code), label: Text::new(thai, english), line: Text::default() }
}

fn topics() -> Vec<Choice> {
    vec![
        choice("leave", "การลา", "Leave"),
        choice("pay", "การเบิกจ่าย", "Claims"),
        choice("train", "การอบรม", "Training"),
        Choice {
            line: Text::new("รวมถึงรถยนต์", "Cars too"), ..choice("assets", "ทรัพย์สินของราชการ", "State property")
        },
    ]
}

pub fn instrument() -> Instrument {
    let levels = [("น้อยที่สุดหรือไม่มีเลย", "Least or none"), ("น้อย", "Little"), ("มาก", "Much"), ("มากที่สุด", "Most")];
    let mut instrument = Instrument::new("sample", Text::new("แบบวัดภายใน", "Internal survey"));
    instrument.lead = Text::new("ขอความเห็นของท่านเรื่องการทำงานในกรม", "Tell us how work is going");
    instrument.scales = vec![
        Scale { code: Code::from("much"), levels: levels.map(|(thai, english)| Text::new(thai, english)).into() },
        Scale { code: Code::from("yesno"), levels: vec![Text::new("ไม่มี", "No"), Text::new("มี", "Yes")] },
    ];
    let part = |code: &str, title: Text, items| Part { code: Code::from(code), title, items, ..Part::default() };
    instrument.parts = vec![
        part("a", Text::new("การปฏิบัติหน้าที่", "Duties"), duties()),
        part("b", Text::new("เรื่องอื่น", "Other matters"), [chosen(), typed()].concat()),
    ];
    instrument
}

/// On a scale, the first two as they are asked in earnest.
fn duties() -> Vec<Item> {
    vec![
        Item {
            key_phrase: Text::new("เป็นไปตามขั้นตอนและระยะเวลา", "by the steps and in the time"),
            ..Item::new(
                "i1",
                Text::new(
                    "เจ้าหน้าที่ในหน่วยงานของท่าน ปฏิบัติงานเป็นไปตามขั้นตอนและระยะเวลา มากน้อยเพียงใด",
                    "How far do officers in your unit work by the steps and in the time that were set?",
                ),
                Asks::Scale(agree()),
            )
        },
        Item {
            key_phrase: Text::new("มีการเลือกปฏิบัติอย่างไม่เป็นธรรม", "discriminate unfairly"),
            ..Item::new(
                "i2",
                Text::new(
                    "เจ้าหน้าที่ในหน่วยงานของท่าน มีการเลือกปฏิบัติอย่างไม่เป็นธรรมต่อผู้มาติดต่อหรือผู้มารับบริการ มากน้อยเพียงใด",
                    "How far do officers in your unit discriminate unfairly against people they serve?",
                ),
                Asks::Scale(Rated {
                    polarity: Polarity::Reversed,
                    meanings: vec![
                        Text::new("แทบไม่มีหรือไม่มีการเลือกปฏิบัติ", "Hardly or never discriminate"),
                        Text::new("มีการเลือกปฏิบัติน้อย", "Discriminate a little"),
                        Text::new("มีการเลือกปฏิบัติมาก", "Discriminate much"),
                        Text::new("มีการเลือกปฏิบัติมากที่สุด", "Discriminate very much"),
                    ],
                    ..agree()
                }),
            )
        },
        Item {
            help: Text::new("ตอบจากสิ่งที่ท่านพบเองในปีนี้", "From what you saw yourself this year"),
            ..Item::new(
                "i3",
                Text::new("ท่านเห็นด้วยกับเรื่องต่อไปนี้เพียงใด", "How far do you agree?"),
                Asks::Scale(Rated {
                    subs: vec![
                        Sub {
                            code: Code::from("a"),
                            text: Text::new("งานแบ่งกันอย่างเป็นธรรม", "Work is shared fairly"),
                            ..Sub::default()
                        },
                        Sub {
                            code: Code::from("b"),
                            text: Text::new("มีงานที่ไม่มีใครรับผิดชอบ", "Some work belongs to nobody"),
                            polarity: Polarity::Reversed,
                            ..Sub::default()
                        },
                    ],
                    ..agree()
                }),
            )
        },
    ]
}

fn chosen() -> Vec<Item> {
    vec![
        Item {
            help: Text::new("ใช้เวลาราวหนึ่งนาที", "About a minute"),
            ..Item::new("h1", Text::new("เรื่องทั่วไป", "In general"), Asks::Heading)
        },
        Item::new(
            "i4",
            Text::new("ท่านเคยพบการเรียกรับสินบนหรือไม่", "Have you met with demands for bribes?"),
            Asks::Scale(Rated { scale: Code::from("yesno"), polarity: Polarity::Reversed, ..Rated::default() }),
        ),
        Item {
            show_if: Some(Condition::answer("i4", Comparison::Equal(Code::from("2")))),
            ..Item::new("i5", Text::new("พบในเรื่องใดมากที่สุด", "Where most?"), Asks::SingleChoice { choices: topics() })
        },
        Item::new(
            "i6",
            Text::new("เรื่องใดควรปรับปรุง", "What should be improved?"),
            Asks::MultipleChoice { choices: topics(), least: None, most: Some(2) },
        ),
        Item::new(
            "i7",
            Text::new("ท่านใช้เวลาตรวจเอกสารสัปดาห์ละกี่ชั่วโมง", "How many hours a week do you spend on papers?"),
            Asks::Number {
                least: Some(Decimal::whole(0)),
                most: Some(Decimal::whole(60)),
                decimals: 1,
                unit: Text::new("ชั่วโมง", "hours"),
            },
        ),
    ]
}

fn typed() -> Vec<Item> {
    vec![
        Item::new("i8", Text::new("คำเดียวที่อธิบายหน่วยงานของท่าน", "One word for your unit"), Asks::ShortText { longest: 40 }),
        Item {
            required: false,
            ..Item::new("i9", Text::new("มีอะไรอยากบอกอีก", "Anything else?"), Asks::LongText { longest: 1000 })
        },
        Item::new(
            "i10",
            Text::new("เรียงเรื่องที่ควรทำก่อน", "What should be done first?"),
            Asks::Ranking { choices: topics(), top: Some(2) },
        ),
        Item::new(
            "i11",
            Text::new("เลือกผู้แทนบุคลากร", "Choose who speaks for staff"),
            Asks::Ballot {
                candidates: vec![
                    Choice {
                        line: Text::new("กองคลัง ทำงานมาแล้ว 8 ปี", "Finance, 8 years of service"),
                        ..choice("n1", "นางสาวสมศรี ใจดี", "Ms Somsri Jaidee")
                    },
                    choice("n2", "นายวิชัย ตั้งใจ", "Mr Wichai Tangjai"),
                ],
                most: 1,
                blank: true,
                election: None,
            },
        ),
    ]
}
