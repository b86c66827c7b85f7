//! Instruments in the files of other programs: XLSForm and LimeSurvey; and the published schema of
//! our own form.
//!
//! Promises that what it cannot take over it lists, row by row, and drops nothing silently; and that
//! a hostile file is refused. Pure: knows no database and no page.
