//! A copy of a frozen house that may be changed.

use std::{
    env, fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
};

use clearjai::dice::Chance;
use diesel::{Connection, PgConnection, connection::SimpleConnection};

/// Every release, by the folder of its frozen databases.
pub fn releases() -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/upgrades");
    let mut releases: Vec<_> =
        fs::read_dir(here).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.join("register.db").exists()).collect();
    releases.sort();
    releases
}

/// A copy of a frozen house that may be changed.
pub struct Thawed {
    pub folder: PathBuf,
    pub settings: Vec<(&'static str, String)>,
    schemas: Option<(String, String)>,
}

impl Thawed {
    pub fn sqlite(release: &Path) -> Self {
        let thawed = Self::with_key(release);
        for file in ["register.db", "urn.db"] {
            fs::copy(release.join(file), thawed.folder.join(file)).unwrap();
        }
        thawed
    }

    pub fn postgres(release: &Path, url: &str) -> Self {
        let mut thawed = Self::with_key(release);
        let name = format!("frozen_{}", Chance::Real.dice().digits(12));
        for (side, frozen_as) in [("register", "who"), ("urn", "what")] {
            let dump = fs::read_to_string(release.join(format!("{side}.sql"))).unwrap();
            let dump = dump
                .replace(&format!("{frozen_as}."), &format!("{name}_{side}."))
                .replace(&format!("SCHEMA {frozen_as};"), &format!("SCHEMA {name}_{side};"));
            PgConnection::establish(url).unwrap().batch_execute(&dump).unwrap();
        }
        let of = |side: &str| format!("{url}?options=-csearch_path%3D{name}_{side}");
        thawed.settings.extend([("CLEARJAI_REGISTER_URL", of("register")), ("CLEARJAI_URN_URL", of("urn"))]);
        thawed.schemas = Some((url.to_owned(), name));
        thawed
    }

    fn with_key(release: &Path) -> Self {
        let folder = env::temp_dir().join(format!("clearjai-frozen-{}", Chance::Real.dice().digits(16)));
        fs::create_dir_all(&folder).unwrap();
        let key = folder.join("master.key");
        fs::copy(release.join("master.key"), &key).unwrap();
        fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
        let settings = vec![("CLEARJAI_DATA", folder.display().to_string())];
        Self { folder, settings, schemas: None }
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_clearjai"));
        command.args(arguments).env_clear().envs(self.settings.iter().map(|(name, value)| (name, value)));
        command
    }

    #[track_caller]
    pub fn works(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(output.status.success(), "{arguments:?}: {said}");
        said
    }

    #[track_caller]
    pub fn still_answers(&self) {
        self.works(&["migrate"]);
        assert!(self.works(&["migrate"]).contains("up to date"));
        let accounts = self.works(&["user", "list"]);
        for said in
            ["anan@example.go.th", "open", "busaba@example.go.th", "closed", "hr,viewer", "invited@example.go.th", "อนันต์ ใจดี"]
        {
            assert!(accounts.contains(said), "{said}: {accounts}");
        }
        assert!(self.works(&["diary", "verify"]).contains("whole"));
        assert!(self.works(&["doctor"]).contains("All is well"));
    }
}

impl Drop for Thawed {
    fn drop(&mut self) {
        let _gone = fs::remove_dir_all(&self.folder);
        if let Some((url, name)) = &self.schemas
            && let Ok(mut conn) = PgConnection::establish(url)
        {
            let _gone = conn.batch_execute(&format!("DROP SCHEMA {name}_register CASCADE; DROP SCHEMA {name}_urn CASCADE"));
        }
    }
}
