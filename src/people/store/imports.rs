//! Files on their way into the roster, and what undoing them needs.

use diesel::{
    connection::SimpleConnection as _,
    dsl::{count_star, exists, not},
    prelude::*,
    sql_query,
    sql_types::Binary,
};

use crate::{
    clock::Moment,
    db::{Conn, RegisterConn},
    ids::{AccountId, ImportId, PersonId},
    people::{
        import::Import,
        tables::{import_changes, import_files, imports, people},
    },
    secrets::Sealed,
};

#[derive(Queryable, Insertable)]
#[diesel(table_name = imports)]
struct Row {
    id: ImportId,
    account_id: Option<AccountId>,
    begun: Moment,
    file_name: String,
    layout: Option<String>,
    findings: Option<Vec<u8>>,
    imported: Option<Moment>,
    undone: Option<Moment>,
    wrote: i32,
    new_units: String,
}

impl From<Row> for Import {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            by: row.account_id,
            begun: row.begun,
            file_name: row.file_name,
            layout: row.layout,
            findings: row.findings.map(Sealed::from_bytes),
            imported: row.imported,
            undone: row.undone,
            wrote: row.wrote,
            new_units: row.new_units,
        }
    }
}

impl From<&Import> for Row {
    fn from(import: &Import) -> Self {
        Self {
            id: import.id,
            account_id: import.by,
            begun: import.begun,
            file_name: import.file_name.clone(),
            layout: import.layout.clone(),
            findings: import.findings.as_ref().map(|sealed| sealed.as_bytes().to_vec()),
            imported: import.imported,
            undone: import.undone,
            wrote: import.wrote,
            new_units: import.new_units.clone(),
        }
    }
}

pub fn find_import(conn: &mut RegisterConn, id: ImportId) -> QueryResult<Option<Import>> {
    imports::table.find(id).first::<Row>(&mut conn.sql).optional().map(|row| row.map(Import::from))
}

/// The import that can still be undone or was undone last, if there is one.
pub fn latest_import(conn: &mut RegisterConn) -> QueryResult<Option<Import>> {
    let done = imports::table.filter(imports::imported.is_not_null()).order(imports::imported.desc());
    done.first::<Row>(&mut conn.sql).optional().map(|row| row.map(Import::from))
}

pub fn insert_import(conn: &mut RegisterConn, import: &Import, file: Option<&Sealed>) -> QueryResult<()> {
    diesel::insert_into(imports::table).values(Row::from(import)).execute(&mut conn.sql)?;
    if let Some(file) = file {
        diesel::insert_into(import_files::table)
            .values((import_files::import_id.eq(import.id), import_files::content.eq(file.as_bytes())))
            .execute(&mut conn.sql)?;
    }
    Ok(())
}

pub fn import_file(conn: &mut RegisterConn, id: ImportId) -> QueryResult<Option<Sealed>> {
    let content: Option<Vec<u8>> = import_files::table.find(id).select(import_files::content).first(&mut conn.sql).optional()?;
    Ok(content.map(Sealed::from_bytes))
}

/// What was said about the columns; what was found before is void.
pub fn set_layout(conn: &mut RegisterConn, id: ImportId, layout: &str) -> QueryResult<()> {
    diesel::update(imports::table.find(id))
        .set((imports::layout.eq(layout), imports::findings.eq(None::<Vec<u8>>)))
        .execute(&mut conn.sql)
        .map(drop)
}

/// What was found, unless the columns were said anew in between.
pub fn set_findings(conn: &mut RegisterConn, id: ImportId, layout: &str, findings: Option<&Sealed>) -> QueryResult<()> {
    diesel::update(imports::table.filter(imports::id.eq(id).and(imports::layout.eq(layout))))
        .set(imports::findings.eq(findings.map(Sealed::as_bytes)))
        .execute(&mut conn.sql)
        .map(drop)
}

/// The file has served, and what was found in it; what undoing needs stays for a day.
pub fn set_imported(
    conn: &mut RegisterConn,
    id: ImportId,
    wrote: i32,
    new_units: &str,
    summary: &Sealed,
    now: Moment,
) -> QueryResult<()> {
    forget_file(conn, id)?;
    diesel::update(imports::table.find(id))
        .set((
            imports::imported.eq(now),
            imports::wrote.eq(wrote),
            imports::new_units.eq(new_units),
            imports::findings.eq(summary.as_bytes()),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn set_undone(conn: &mut RegisterConn, id: ImportId, now: Moment) -> QueryResult<()> {
    diesel::delete(import_changes::table.filter(import_changes::import_id.eq(id))).execute(&mut conn.sql)?;
    diesel::update(imports::table.find(id)).set(imports::undone.eq(now)).execute(&mut conn.sql).map(drop)
}

/// Keeps how people were before.
pub fn keep_before(conn: &mut RegisterConn, id: ImportId, before: &[(PersonId, String)]) -> QueryResult<()> {
    for batch in before.chunks(1_000) {
        let rows: Vec<_> = batch
            .iter()
            .map(|(person, before)| {
                (import_changes::import_id.eq(id), import_changes::person_id.eq(person), import_changes::before.eq(before))
            })
            .collect();
        crate::each_engine!(&mut conn.sql, |it| diesel::insert_into(import_changes::table).values(&rows).execute(it))?;
    }
    let marks = "UPDATE import_changes SET import_before = (SELECT people.import_id FROM people WHERE people.id = import_changes.person_id) \
        WHERE import_id = $1";
    sql_query(marks).bind::<Binary, _>(id).execute(&mut conn.sql).map(drop)
}

/// The import before is the one that wrote these people again: it can be undone as if this one had
/// never been.
pub fn hand_back(conn: &mut RegisterConn, id: ImportId) -> QueryResult<()> {
    let marks = "UPDATE people SET import_id = (SELECT import_before FROM import_changes \
            WHERE import_changes.person_id = people.id AND import_changes.import_id = $1) \
        WHERE id IN (SELECT person_id FROM import_changes WHERE import_changes.import_id = $2 AND import_before IS NOT NULL)";
    sql_query(marks).bind::<Binary, _>(id).bind::<Binary, _>(id).execute(&mut conn.sql).map(drop)
}

/// Before the first question of a long deed: on `PostgreSQL` nobody else writes to the roster
/// meanwhile, or the deed would lose every race and start again until it gives up. `SQLite` has one
/// writer anyway.
pub fn keep_others_out(conn: &mut RegisterConn) -> QueryResult<()> {
    match &mut conn.sql {
        Conn::Postgres(postgres) => postgres.batch_execute("LOCK TABLE people, units IN SHARE ROW EXCLUSIVE MODE"),
        Conn::Sqlite(_) => Ok(()),
    }
}

pub fn before(conn: &mut RegisterConn, id: ImportId) -> QueryResult<Vec<String>> {
    import_changes::table.filter(import_changes::import_id.eq(id)).select(import_changes::before).load(&mut conn.sql)
}

/// How many people still are as an import left them.
pub fn untouched_since(conn: &mut RegisterConn, id: ImportId) -> QueryResult<i64> {
    people::table.filter(people::import_id.eq(id)).select(count_star()).first(&mut conn.sql)
}

/// Whom an import brought: those it wrote and has no earlier state of.
pub fn brought(conn: &mut RegisterConn, id: ImportId) -> QueryResult<Vec<PersonId>> {
    // Not by NOT IN: past its working memory PostgreSQL would read the whole list for each person.
    let changed = import_changes::table.find((id, people::id));
    people::table.filter(people::import_id.eq(id).and(not(exists(changed)))).select(people::id).load(&mut conn.sql)
}

/// Files that nobody imported, and what undoing needed; says how many imports are forgotten.
pub fn forget_imports(conn: &mut RegisterConn, unfinished_before: Moment, imported_before: Moment) -> QueryResult<usize> {
    let old: Vec<ImportId> = imports::table
        .filter(
            imports::imported
                .is_null()
                .and(imports::begun.lt(unfinished_before))
                .or(imports::imported.lt(imported_before).assume_not_null()),
        )
        .select(imports::id)
        .load(&mut conn.sql)?;
    for id in &old {
        forget_import(conn, *id)?;
    }
    Ok(old.len())
}

/// Forgets an import altogether; whom it wrote stays.
pub fn forget_import(conn: &mut RegisterConn, id: ImportId) -> QueryResult<()> {
    forget_file(conn, id)?;
    super::works::forget_work(conn, id)?;
    diesel::delete(import_changes::table.filter(import_changes::import_id.eq(id))).execute(&mut conn.sql)?;
    diesel::update(people::table.filter(people::import_id.eq(id)))
        .set(people::import_id.eq(None::<ImportId>))
        .execute(&mut conn.sql)?;
    diesel::delete(imports::table.find(id)).execute(&mut conn.sql).map(drop)
}

fn forget_file(conn: &mut RegisterConn, id: ImportId) -> QueryResult<()> {
    diesel::delete(import_files::table.find(id)).execute(&mut conn.sql).map(drop)
}

/// Forgets a file at once, unless it was imported meanwhile.
pub fn drop_file(conn: &mut RegisterConn, id: ImportId) -> QueryResult<()> {
    match find_import(conn, id)? {
        Some(import) if import.imported.is_none() => forget_import(conn, id),
        _ => Ok(()),
    }
}
