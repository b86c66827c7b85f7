//! What the throw-away department has done this year, and the words of its report.

use jiff::{ToSpan as _, civil::Date};

use super::Complaint;
use crate::{
    accounts::Actor,
    activities::{self, Around, Decimals, Hand, Kind, Part, Questions, Refusal, Said, Span, Typed, Wanted},
    house::House,
    language::{FiscalYear, Half, HalfYear, Period},
    papers::InBoth,
};

pub async fn look_back(house: &House) -> Result<(), Complaint> {
    let now = house.clock.now();
    let (done, span, around) = (done(now.day()), span(now.day()), around());
    let (master, chance, by) = (house.master.clone(), house.chance.clone(), Actor::the_program());
    let kept = house.db.register(move |conn| {
        let hand = Hand { master: &master, by: &by, now };
        for said in &done {
            let wanted = Wanted { said: said.clone(), speaks_for: None, evaluation: None };
            activities::add(conn, &hand, &wanted, &mut chance.dice())?;
        }
        activities::write_around(conn, &hand, span, &around)?;
        Ok::<_, Refusal>(())
    });
    Ok(kept.await?)
}

fn span(today: Date) -> Span {
    let HalfYear { year, half } = HalfYear::of(today);
    Span { year, part: if half == Half::First { Part::First } else { Part::Second } }
}

fn around() -> Around {
    Around {
        edition: 0,
        opening: "กรมตัวอย่างดำเนินกิจกรรมเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ตามตารางต่อไปนี้".to_owned(),
        closing: "จัดทำโดย\nสำนักงานเลขานุการกรม กรมตัวอย่าง".to_owned(),
    }
}

fn done(today: Date) -> Vec<Said> {
    let text = str::to_owned;
    let plain = |kind, th: &str, en: &str, period, place| Said {
        kind,
        title: InBoth { th: th.to_owned(), en: en.to_owned() },
        period,
        place,
        venue: String::new(),
        objective: String::new(),
        method: String::new(),
        key_points: String::new(),
        good_practice: String::new(),
        knowledge: String::new(),
        summary: String::new(),
        result: String::new(),
        attendance: None,
        satisfaction: None,
    };
    let day = today.saturating_sub(12.days());
    let lecture = plain(Kind::Lecture, "บรรยายเกณฑ์การประเมิน ITA", "Lecture on the ITA criteria", Period::day(day), 1);
    let lecture = Said {
        venue: text("ห้องประชุมใหญ่"),
        objective: text("- เพื่อให้บุคลากรรู้เกณฑ์การประเมิน\n- เพื่อนำผลไปปรับปรุงการทำงาน"),
        method: text("การบรรยายและถอดบทเรียน"),
        key_points: text("- แบบวัดมี 3 ส่วน\n  - IIT 30 คะแนน\n  - EIT 30 คะแนน\n  - OIT 40 คะแนน"),
        good_practice: text("- ประกาศนโยบาย No Gift Policy\n- จัดทำคู่มือการปฏิบัติงานที่บอกขั้นตอนและเวลา"),
        summary: text("จัดบรรยายให้บุคลากรทุกกอง และตอบข้อซักถาม"),
        result: text("- บุคลากรรู้ว่าข้อใดได้คะแนนต่ำและเพราะเหตุใด\n- ตกลงแก้คู่มือเบิกจ่าย"),
        attendance: Some(69),
        satisfaction: Some(Typed {
            hundredths: 8_860,
            decimals: Decimals::Two,
            n: 69,
            levels: 5,
            questions: Questions::Known(3),
            source: text("แบบประเมินบนกระดาษ"),
        }),
        ..lecture
    };
    let year = Period::fiscal_year(FiscalYear::of(today));
    let briefing = plain(Kind::Training, "บรรยายสรุปให้เจ้าหน้าที่แรกรับ", "Briefing for newcomers", year, 2);
    let briefing = Said {
        summary: text("บรรยายการทำงานในกรมให้ผู้ที่กำลังจะเริ่มงาน"),
        result: text("ผู้เริ่มงานเข้าใจการเบิกจ่ายและการบริหารงบประมาณของกรม"),
        ..briefing
    };
    vec![lecture, briefing]
}
