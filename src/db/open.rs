//! Opening both databases: found, checked, brought up to date. Nothing is changed before every
//! check has passed.

use std::{fs, os::unix::fs::OpenOptionsExt};

use super::{
    Db, OpenFault, Place, RegisterConn, Side, UrnConn,
    installation::{self, Bound},
    migrate::{self, Step, bring_up_to_date, unknown_step},
    pool::{Pool, connect_alone},
};
use crate::{dice::Dice, ids::InstallationId, private, secrets::MasterKey};

/// Where the databases are, and how many connections each may have.
#[derive(Clone, Debug)]
pub struct Plan {
    pub register: Place,
    pub urn: Place,
    pub connections: u32,
}

/// The databases, ready for use.
pub struct Opened {
    pub db: Db,
    pub installation: InstallationId,
    /// Nothing was there before.
    pub is_new: bool,
    /// The steps taken to bring them up to date.
    pub steps: Vec<String>,
}

pub fn open(plan: &Plan, key: &MasterKey, dice: &mut Dice) -> Result<Opened, OpenFault> {
    let register_bound = look_at::<RegisterConn>(&plan.register)?;
    let urn_bound = look_at::<UrnConn>(&plan.urn)?;
    installation::check(register_bound.as_ref(), urn_bound.as_ref(), key)?;

    let register = Pool::new(&plan.register, plan.connections);
    let urn = Pool::new(&plan.urn, plan.connections);
    let mut steps = migrated::<RegisterConn>(&plan.register)?;
    steps.extend(migrated::<UrnConn>(&plan.urn)?);

    // The urn first: should we be stopped in between, the next start finds its word and goes on.
    let proposal = urn_bound.unwrap_or_else(|| Bound::new(dice.id(), key));
    let urn_bound = founded(&plan.urn, &urn, &proposal)?;
    let bound = founded(&plan.register, &register, &urn_bound)?;
    installation::check(Some(&bound), Some(&urn_bound), key)?;

    Ok(Opened { db: Db::new(register, urn), installation: bound.id, is_new: register_bound.is_none(), steps })
}

/// Whether any of the two holds data that was written under some key.
pub fn has_data(plan: &Plan) -> Result<bool, OpenFault> {
    fn holds<S: Side>(place: &Place) -> Result<bool, OpenFault> {
        match place {
            Place::Sqlite(path) if !path.exists() => Ok(false),
            place => Ok(look_at::<S>(place)?.is_some()),
        }
    }
    Ok(holds::<RegisterConn>(&plan.register)? || holds::<UrnConn>(&plan.urn)?)
}

/// Every step this program knows, and whether the database has taken it.
pub fn steps_of<S: Side>(place: &Place) -> Result<Vec<Step>, OpenFault> {
    keep_private(place)?;
    let unopened = |fault: &dyn std::error::Error| OpenFault::unopened(S::NAME, place, fault);
    let mut conn = connect_alone::<S>(place).map_err(|fault| unopened(&fault))?;
    migrate::steps(&mut conn).map_err(|fault| unopened(&*fault))
}

/// Takes the last step back; says which. `None` if there is none left.
pub fn step_back<S: Side>(place: &Place) -> Result<Option<String>, OpenFault> {
    keep_private(place)?;
    let not_migrated = |reason: String| OpenFault::NotMigrated { side: S::NAME, place: place.clone(), reason };
    let mut conn = connect_alone::<S>(place).map_err(|fault| not_migrated(fault.to_string()))?;
    migrate::revert_last(&mut conn).map_err(|fault| not_migrated(fault.to_string()))
}

/// Connects, refuses a newer database, and reads whose it is.
fn look_at<S: Side>(place: &Place) -> Result<Option<Bound>, OpenFault> {
    keep_private(place)?;
    let unopened = |fault: &dyn std::error::Error| OpenFault::unopened(S::NAME, place, fault);
    // Outside the pool, which would try for a while and hide the reason.
    let mut conn = connect_alone::<S>(place).map_err(|fault| unopened(&fault))?;
    let bound = installation::of(&mut conn).map_err(|fault| unopened(&fault))?;
    if bound.is_some()
        && let Some(step) = unknown_step(&mut conn).map_err(|fault| unopened(&*fault))?
    {
        return Err(OpenFault::Newer { side: S::NAME, place: place.clone(), step });
    }
    Ok(bound)
}

/// SQLite would create the file readable by others; its side files take over the rights.
fn keep_private(place: &Place) -> Result<(), OpenFault> {
    let Place::Sqlite(path) = place else { return Ok(()) };
    let not_writable = |fault| OpenFault::FolderNotWritable(path.parent().unwrap_or(path).display().to_string(), fault);
    if let Some(folder) = path.parent() {
        private::make_folder(folder).map_err(not_writable)?;
    }
    fs::OpenOptions::new().append(true).create(true).mode(0o600).open(path).map(drop).map_err(not_writable)
}

fn migrated<S: Side>(place: &Place) -> Result<Vec<String>, OpenFault> {
    let not_migrated = |reason: String| OpenFault::NotMigrated { side: S::NAME, place: place.clone(), reason };
    let mut conn = connect_alone::<S>(place).map_err(|fault| not_migrated(fault.to_string()))?;
    bring_up_to_date(&mut conn).map_err(|fault| not_migrated(fault.to_string()))
}

fn founded<S: Side>(place: &Place, pool: &Pool<S>, proposal: &Bound) -> Result<Bound, OpenFault> {
    let unopened = |fault: diesel::result::Error| OpenFault::unopened(S::NAME, place, &fault);
    let mut conn = pool.borrow().map_err(unopened)?;
    installation::found(&mut *conn, proposal).map_err(unopened)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use diesel::connection::SimpleConnection;

    use super::*;
    use crate::db::scratch::Scratch;

    fn run<S: Side>(place: &Place, sql: &str) {
        crate::each_engine!(connect_alone::<S>(place).unwrap().sql(), |conn| conn.batch_execute(sql)).unwrap();
    }

    #[test]
    fn a_first_start_makes_both_databases_and_a_second_finds_them() {
        let scratch = Scratch::new();
        let first = scratch.open().unwrap();
        assert!(first.is_new && !first.steps.is_empty());
        let second = scratch.open().unwrap();
        assert!(!second.is_new && second.steps.is_empty());
        assert_eq!(first.installation, second.installation);
        assert!(has_data(&scratch.plan).unwrap());
    }

    #[test]
    fn looking_for_data_makes_nothing() {
        let scratch = Scratch::new();
        assert!(!has_data(&scratch.plan).unwrap());
        if let Place::Sqlite(path) = &scratch.plan.register {
            assert!(!path.exists() && !path.parent().unwrap().exists());
        }
    }

    #[test]
    fn embedded_databases_can_be_read_by_their_owner_alone() {
        let scratch = Scratch::new();
        scratch.open().unwrap();
        if let Place::Sqlite(path) = &scratch.plan.urn {
            assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
            assert_eq!(fs::metadata(path.parent().unwrap()).unwrap().permissions().mode() & 0o777, 0o700);
        }
    }

    #[test]
    fn another_master_key_is_refused_and_nothing_is_changed() {
        let scratch = Scratch::new();
        let first = scratch.open().unwrap();
        let other = MasterKey::random(&mut Dice::real());
        assert!(matches!(open(&scratch.plan, &other, &mut Dice::real()), Err(OpenFault::OtherKey("register"))));
        assert_eq!(scratch.open().unwrap().installation, first.installation);
    }

    #[test]
    fn a_database_newer_than_the_program_is_refused() {
        let scratch = Scratch::new();
        scratch.open().unwrap();
        run::<UrnConn>(&scratch.plan.urn, "INSERT INTO __diesel_schema_migrations (version) VALUES ('29990101000000')");
        let Err(OpenFault::Newer { side, step, .. }) = scratch.open() else { panic!("refused") };
        assert_eq!((side, step.as_str()), ("urn", "29990101000000"));
    }

    #[test]
    fn a_register_in_use_beside_an_empty_urn_is_refused() {
        let scratch = Scratch::new();
        scratch.open().unwrap();
        run::<UrnConn>(&scratch.plan.urn, "DELETE FROM installation");
        assert!(matches!(scratch.open(), Err(OpenFault::UrnMissing)));
    }

    #[test]
    fn a_start_that_was_stopped_between_the_two_goes_on_at_the_next() {
        let scratch = Scratch::new();
        let first = scratch.open().unwrap();
        run::<RegisterConn>(&scratch.plan.register, "DELETE FROM installation");
        assert_eq!(scratch.open().unwrap().installation, first.installation);
    }

    #[test]
    fn every_step_can_be_taken_back_and_taken_again() {
        let scratch = Scratch::new();
        scratch.open().unwrap();
        let steps = steps_of::<RegisterConn>(&scratch.plan.register).unwrap();
        assert!(steps.iter().all(|step| step.is_done));
        for _ in &steps {
            assert!(step_back::<RegisterConn>(&scratch.plan.register).unwrap().is_some());
        }
        assert!(step_back::<RegisterConn>(&scratch.plan.register).unwrap().is_none());
        while step_back::<UrnConn>(&scratch.plan.urn).unwrap().is_some() {}
        assert!(scratch.open().unwrap().is_new);
    }

    #[test]
    fn a_look_at_the_steps_of_a_house_that_is_not_there_leaves_nothing_that_others_can_read() {
        use std::os::unix::fs::PermissionsExt as _;
        let scratch = Scratch::new();
        assert!(steps_of::<UrnConn>(&scratch.plan.urn).unwrap().iter().all(|step| !step.is_done));
        let Place::Sqlite(path) = &scratch.plan.urn else { return };
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o077, 0);
    }
}
