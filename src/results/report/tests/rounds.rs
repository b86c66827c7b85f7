//! The five indicators of a finance division, told by tallies that give them exactly.

use jiff::civil::date;

use crate::{
    dice::Dice,
    ids::{StratumId, SurveyId},
    instruments::{Asks, Assessment, Code, Instrument, Item, Part, Polarity, Rated, Scale, Text},
    language::FiscalYear,
    papers::{Comments, Door, InBoth, OpeningKey, Paper, PaperHash, Release, SIZES, Slips, Stratum},
    results::{
        Occasion, Released, Round, Target,
        figure::{Figure, Score},
        figures::{Answered, FORM, Figures, GroupFigures, Groups, Habits, ItemFigures, PartFigures, QuestionFigures},
        report::Imprint,
    },
};

pub const INDICATORS: [(&str, i64); 5] = [
    ("การปฏิบัติหน้าที่", 9_711),
    ("การใช้งบประมาณ", 9_008),
    ("การใช้อำนาจ", 9_104),
    ("การใช้ทรัพย์สินของราชการ", 8_799),
    ("การแก้ไขปัญหาการทุจริต", 9_181),
];

fn instrument() -> Instrument {
    let mut form = Instrument::new("iit", Text::new("แบบวัด", "Survey"));
    form.assessment = Some(Assessment::Iit);
    let levels = ["น้อยที่สุด", "น้อย", "มาก", "มากที่สุด"].map(|level| Text::new(level, "level"));
    form.scales.push(Scale { code: Code::from("s"), levels: levels.to_vec() });
    for (place, (title, _)) in (1..).zip(INDICATORS) {
        let rated = Rated {
            scale: Code::from("s"),
            polarity: if place == 4 { Polarity::Reversed } else { Polarity::Straight },
            ..Rated::default()
        };
        let item =
            Item::new(Code::new(format!("i{place}")), Text::new(format!("คำถามที่ {place}"), "Question"), Asks::Scale(rated));
        form.parts.push(Part {
            code: Code::new(format!("p{place}")),
            title: Text::new(title, format!("Indicator {place}")),
            items: vec![item],
            ..Part::default()
        });
    }
    form
}

/// Answered by 46 of 54, who aim at 92.50.
pub fn finance() -> Round {
    let mut dice = Dice::loaded(7);
    let (survey, strata): (SurveyId, [StratumId; 2]) = (dice.id(), [dice.id(), dice.id()]);
    let named = |th: &str, en: &str| InBoth { th: th.to_owned(), en: en.to_owned() };
    let stratum = |id, th: &str| Stratum::new(id, named(th, ""), 27, Vec::new());
    let paper = Paper {
        survey,
        title: named("แบบวัด", "Survey"),
        opens: 0,
        closes: 1,
        grace_minutes: 10,
        k: 5,
        release: Release::AtClose,
        comments: Comments::Nowhere,
        door: Door::Roll,
        slips: Slips::default(),
        without_script: true,
        one_by_one: false,
        strata: vec![stratum(strata[0], "กองคลัง"), stratum(strata[1], "กลุ่มพัสดุ")],
        sealing_key: OpeningKey::random(&mut dice).1,
        sizes: SIZES.to_vec(),
        instrument: instrument(),
    };
    let parts: Vec<PartFigures> = (1..).zip(INDICATORS).map(|(place, (_, score))| part(place, score)).collect();
    let figures = Figures {
        form: FORM,
        survey,
        k: 5,
        roll: Some(54),
        counted: 46,
        spoilt: None,
        overall: Figure::mean(parts.iter().map(|part| &part.figure)),
        parts,
        groups: Groups {
            shown: vec![GroupFigures {
                strata: vec![strata[0]],
                counted: 40,
                figure: Figure::Exact(Score::from_hundredths(9_190)),
            }],
            hidden: vec![vec![strata[1]]],
        },
        habits: Habits::default(),
    };
    let occasion = Occasion {
        survey,
        name: named("แบบวัดการรับรู้ภายใน", "Internal survey"),
        year: FiscalYear::new(2564).unwrap(),
        round: 2,
        opened: date(2021, 6, 1),
        closed: date(2021, 6, 30),
        target: Some(Target { score: Score::from_hundredths(9_250), is_to_be_passed: false }),
        is_published: false,
        floor: Some(Score::whole(85)),
        wanted_sample: Some(30),
    };
    Round { occasion, released: Released { paper, figures } }
}

fn part(place: u32, score: i64) -> PartFigures {
    let figure = Figure::Exact(Score::from_hundredths(score));
    let question = QuestionFigures {
        sub: None,
        figure: Some(figure.clone()),
        answers: Some(Answered { given: 46, silent: 0 }),
        spread: Some(vec![1, 2, 3, 40]),
        mean: None,
    };
    let item = ItemFigures { code: Code::new(format!("i{place}")), figure: Some(figure.clone()), questions: vec![question] };
    PartFigures { code: Code::new(format!("p{place}")), figure, items: vec![item] }
}

/// The round before it, with other scores.
pub fn before() -> Round {
    let mut round = finance();
    round.occasion.survey = Dice::loaded(8).id();
    round.occasion.round = 1;
    for part in &mut round.released.figures.parts {
        part.figure = Figure::Exact(Score::whole(90));
    }
    round.released.figures.overall = Figure::Exact(Score::whole(90));
    round
}

pub fn imprint() -> Imprint {
    Imprint {
        department: "กรมตัวอย่าง".to_owned(),
        printed: date(2021, 7, 1),
        paper: PaperHash::of("paper"),
        bulletin: "https://clear.example/surveys/1/bulletin".to_owned(),
    }
}
