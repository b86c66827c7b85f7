//! Pages of a hundred thousand texts, which nobody has read as a whole.

use std::collections::HashSet;

use diesel::{RunQueryDsl as _, sql_query, sql_types::Binary};

use crate::{
    db::{Conn, Db, UrnConn, scratch::Scratch},
    ids::{SurveyId, TextId},
    instruments::{Code, Polarity},
    papers::Comments,
    results::{
        Released,
        comments::{Change, EACH, Found, Wanted, change, find, look_up},
        invented,
    },
    urn,
};

const TEXTS: usize = 100_000;

/// Every third one is about `i2`, the others about `i1`.
fn write(conn: &mut UrnConn, survey: SurveyId) -> diesel::QueryResult<usize> {
    match &mut conn.sql {
        Conn::Sqlite(conn) => sql_query(format!(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {TEXTS})
             INSERT INTO texts (id, survey_id, item, text)
             SELECT randomblob(16), ?, CASE i % 3 WHEN 0 THEN 'i2' ELSE 'i1' END, 'ความเห็นที่ ' || i FROM n"
        ))
        .bind::<Binary, _>(survey)
        .execute(conn),
        Conn::Postgres(conn) => sql_query(format!(
            "INSERT INTO texts (id, survey_id, item, text)
             SELECT decode(md5(random()::text || i), 'hex'), $1, CASE i % 3 WHEN 0 THEN 'i2' ELSE 'i1' END, 'ความเห็นที่ ' || i
             FROM generate_series(1, {TEXTS}) i"
        ))
        .bind::<Binary, _>(survey)
        .execute(conn),
    }
}

/// A round of ten people who wrote a great deal.
async fn round(db: &Db) -> Released {
    let instrument = invented::instrument(&[("งาน", &[Polarity::Straight, Polarity::Straight])], 4);
    let mut round = invented::round(1, instrument, &vec![vec![4, 3]; 10]).released;
    round.paper.comments = Comments::Department;
    let (text, survey) = (round.paper.write().unwrap(), round.paper.survey);
    db.urn(move |conn| urn::post(conn, &text, 1)).await.unwrap();
    assert_eq!(db.urn(move |conn| write(conn, survey)).await.unwrap(), TEXTS);
    round
}

async fn page(db: &Db, round: &Released, wanted: &Wanted) -> Found {
    let (round, wanted) = (round.clone(), wanted.clone());
    db.read_urn(move |conn| look_up(conn, &round, &wanted)).await.unwrap()
}

fn ids(found: &Found) -> Vec<String> {
    found.comments.iter().map(|comment| comment.id.to_string()).collect()
}

fn of_page(page: usize) -> Wanted {
    Wanted { page, ..Wanted::default() }
}

#[tokio::test]
async fn of_a_hundred_thousand_comments_a_page_is_read_in_the_order_of_random_ids() {
    let scratch = Scratch::new();
    let db = scratch.db();
    let round = round(&db).await;
    let first = page(&db, &round, &of_page(1)).await;
    let second = page(&db, &round, &of_page(2)).await;
    let last = page(&db, &round, &of_page(9_999)).await;
    for one in [&first, &second, &last] {
        assert_eq!((one.comments.len(), one.count, one.is_any), (EACH, TEXTS, true));
        assert_eq!((one.is_any_marked, &one.themes[..]), (false, &[][..]));
    }
    assert_eq!((first.page, second.page, last.page), (1, 2, TEXTS / EACH));
    let all = [ids(&first), ids(&second), ids(&last)].concat();
    assert!(all.is_sorted() && all.iter().collect::<HashSet<_>>().len() == 3 * EACH, "{all:?}");
    let written = |found: &Found| found.comments.iter().map(|comment| comment.text.clone()).collect::<Vec<_>>();
    assert!(!written(&first).is_sorted(), "not in the order in which they came");

    let of_item = page(&db, &round, &Wanted { item: Some(Code::from("i2")), ..of_page(667) }).await;
    assert_eq!((of_item.count, of_item.page, of_item.comments.len()), (33_333, 667, 33));
    assert!(of_item.comments.iter().all(|comment| comment.item == Code::from("i2")));
    let of_none = page(&db, &round, &Wanted { item: Some(Code::from("i9")), ..of_page(3) }).await;
    assert_eq!((of_none.count, of_none.page, of_none.is_any), (0, 1, true));
}

#[tokio::test]
async fn marks_and_themes_choose_among_all_of_them_and_not_of_one_page() {
    let scratch = Scratch::new();
    let db = scratch.db();
    let round = round(&db).await;
    let survey = round.paper.survey;
    let far = page(&db, &round, &of_page(1_500)).await;
    let [marked, both] = [&far.comments[3], &far.comments[7]].map(|comment| comment.id);
    let themed: Vec<TextId> = page(&db, &round, &of_page(7)).await.comments.iter().map(|comment| comment.id).collect();
    let of_themed = themed.clone();
    db.urn(move |conn| {
        for text in [marked, both] {
            change(conn, survey, text, &Change::Mark(true))?;
        }
        of_themed.iter().chain([&both]).try_for_each(|text| change(conn, survey, *text, &Change::Theme("พัสดุ".to_owned())))
    })
    .await
    .unwrap();

    let theme = Some("พัสดุ".to_owned());
    let found = page(&db, &round, &Wanted { is_marked: true, ..of_page(1) }).await;
    assert_eq!(found.comments.iter().map(|comment| comment.id).collect::<Vec<_>>(), [marked, both]);
    assert!(found.is_any_marked && found.themes == ["พัสดุ"]);
    let found = page(&db, &round, &Wanted { is_marked: true, theme: theme.clone(), ..of_page(1) }).await;
    assert_eq!((found.count, found.comments[0].id), (1, both));
    let found = page(&db, &round, &Wanted { theme: theme.clone(), ..of_page(1) }).await;
    assert_eq!((found.count, found.comments.iter().map(|comment| comment.id).collect::<Vec<_>>()), (EACH + 1, themed));
    let found = page(&db, &round, &Wanted { theme: theme.clone(), ..of_page(2) }).await;
    assert_eq!((found.page, found.comments[0].id, found.comments[0].note.is_marked), (2, both, true));
    let item = Some(Code::from("i2"));
    let found = page(&db, &round, &Wanted { theme, item: item.clone(), ..of_page(1) }).await;
    assert!((1..=EACH).contains(&found.count) && found.comments.iter().all(|comment| Some(&comment.item) == item.as_ref()));
}

#[tokio::test]
async fn no_comment_of_another_round_is_found_nor_one_that_is_not_to_be_read() {
    let scratch = Scratch::new();
    let db = scratch.db();
    let (one, mut other) = (round(&db).await, invented::of_five(1, [1; 5], None).released);
    other.paper.comments = Comments::Department;
    let text = page(&db, &one, &of_page(1)).await.comments[0].id;
    let one_of = async |round: &Released| {
        let round = round.clone();
        db.read_urn(move |conn| find(conn, &round, text)).await.unwrap()
    };
    assert_eq!(one_of(&one).await.map(|comment| comment.id), Some(text));
    assert_eq!(one_of(&other).await, None);
    assert_eq!(page(&db, &other, &of_page(1)).await, Found { page: 1, ..Found::default() });
    // By group, and it is of none.
    let mut by_group = one.clone();
    by_group.paper.comments = Comments::Groups;
    assert_eq!(one_of(&by_group).await, None);
    assert!(!page(&db, &by_group, &of_page(1)).await.is_any);
    let mut of_few = one.clone();
    of_few.figures.counted = 9;
    assert_eq!((one_of(&of_few).await, page(&db, &of_few, &of_page(1)).await), (None, Found::default()));
}
