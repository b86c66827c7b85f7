//! One frame of a film: everything that stands in both databases at one moment, row by row in every order
//! there is, and the bytes of their files.

use std::fs;

use data_encoding::HEXLOWER_PERMISSIVE;

use crate::{
    attack::{
        NotCarriedOut,
        loot::{Piece, Side},
        stage::Stage,
        store::Store,
    },
    db::Place,
};

pub struct Frame {
    pub when: &'static str,
    pub tables: Vec<Table>,
    pub files: Vec<Piece>,
}

pub struct Table {
    pub side: Side,
    pub name: String,
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
}

pub struct Row {
    pub values: Vec<Vec<u8>>,
    /// What the engine knows of its order: numbers, of which there are as many in every row of a table.
    pub hidden: Vec<u64>,
}

impl Frame {
    pub fn take(stage: &Stage, when: &'static str) -> Result<Self, NotCarriedOut> {
        let mut frame = Self { when, tables: Vec::new(), files: Vec::new() };
        let plan = &stage.house.plan;
        for (side, place) in [(Side::Register, &plan.register), (Side::Urn, &plan.urn)] {
            // The files first: whoever opens a database may change them.
            if let Place::Sqlite(path) = place {
                for more in ["", "-wal"] {
                    let name = format!("{}{more}", path.file_name().unwrap_or_default().to_string_lossy());
                    let bytes = fs::read(path.with_file_name(&name)).unwrap_or_default();
                    frame.files.push(Piece { name, side, bytes });
                }
            }
            let mut store = Store::open(place)?;
            frame.tables.extend(tables(&mut store, side)?);
            if let Place::Postgres(_) = place {
                let _only_for_some_roles = store.checkpoint();
                let owner = if side == Side::Urn { "urn" } else { "register" };
                let files = store.relations().unwrap_or_default().into_iter();
                frame.files.extend(files.map(|(file, bytes)| Piece {
                    name: format!("the {owner}'s file of {file}"),
                    side,
                    bytes,
                }));
            }
        }
        Ok(frame)
    }

    /// Some roles may not read the files of their server.
    pub fn has_files(&self) -> bool {
        [Side::Register, Side::Urn].iter().all(|side| self.files.iter().any(|file| file.side == *side))
    }

    pub fn table(&self, side: Side, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.side == side && table.name == name)
    }
}

impl Table {
    /// What stands in one column, row by row.
    pub fn column(&self, name: &str) -> impl Iterator<Item = &[u8]> {
        let at = self.columns.iter().position(|column| column == name);
        self.rows.iter().filter_map(move |row| row.values.get(at?).map(Vec::as_slice))
    }
}

fn tables(store: &mut Store, side: Side) -> Result<Vec<Table>, NotCarriedOut> {
    let columns = store.columns()?;
    let mut tables = Vec::new();
    for of_table in columns.chunk_by(|one, other| one.table == other.table) {
        let Some(first) = of_table.first() else { continue };
        let lines = store.lines(&first.table, &of_table.iter().collect::<Vec<_>>())?;
        let rows = lines.into_iter().map(|line| Row {
            values: line.values.split('|').map(|hex| HEXLOWER_PERMISSIVE.decode(hex.as_bytes()).unwrap_or_default()).collect(),
            hidden: line.hidden.split_whitespace().filter_map(|number| number.parse().ok()).collect(),
        });
        tables.push(Table {
            side,
            name: first.table.clone(),
            columns: of_table.iter().map(|column| column.name.clone()).collect(),
            rows: rows.collect(),
        });
    }
    Ok(tables)
}
