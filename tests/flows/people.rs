//! The roster, as HR keeps it from the command line.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use clearjai::{
    clock::{Clock, DAY},
    dice::Chance,
};

/// The data folder of a department with one unit; it goes when the story ends.
pub struct Department(PathBuf);

impl Department {
    pub fn new() -> Self {
        let department = Self(std::env::temp_dir().join(format!("clearjai-people-{}", Chance::Real.dice().digits(16))));
        department.run(&["migrate"]);
        department.does(&["add-unit", "สลก.", "--thai", "สำนักงานเลขานุการกรม", "--english", "Office of the Secretary"]);
        department
    }

    /// A file in the folder of the department.
    pub fn file(&self, name: &str, content: &[u8]) -> String {
        let path = self.0.join(name);
        fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_clearjai"));
        command.args(arguments).env_clear().env("CLEARJAI_DATA", &self.0).stdin(Stdio::null()).stderr(Stdio::piped());
        command
    }

    #[track_caller]
    pub fn does(&self, arguments: &[&str]) -> String {
        let output = self.run(&[&["people"], arguments].concat());
        let (said, complaint) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert!(output.status.success() && complaint.is_empty(), "{arguments:?}: {complaint}");
        said
    }

    /// Exit code 2, one line that says this, and the roster as it was.
    #[track_caller]
    pub fn refuses(&self, arguments: &[&str], words: &str) {
        let before = self.list();
        let output = self.run(&[&["people"], arguments].concat());
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {complaint}");
        assert!(complaint.contains(words), "should say “{words}”: {complaint}");
        assert_eq!(complaint.trim().lines().count(), 1, "{complaint}");
        assert_eq!(self.list(), before);
    }

    pub fn list(&self) -> String {
        self.does(&["list", "--show-email"])
    }

    fn adds(&self, number: &str, started: &str) -> String {
        self.does(&["add", number, "--name", "สมศรี ใจงาม", "--unit", "สลก.", "--started", started])
    }

    #[track_caller]
    fn refuses_to_add(&self, number: &str, started: &str, more: &[&str], words: &str) {
        let arguments = ["add", number, "--name", "สมศรี ใจงาม", "--unit", "สลก.", "--started", started];
        self.refuses(&[&arguments, more].concat(), words);
    }

    pub fn diary(&self) -> String {
        let output = self.run(&["diary", "show"]);
        String::from_utf8(output.stdout).unwrap()
    }
}

impl Drop for Department {
    fn drop(&mut self) {
        let _gone = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn whoever_is_added_stands_on_the_list_with_their_address_masked() {
    let department = Department::new();
    assert!(department.does(&["list"]).contains("Nobody is on the roster yet"));
    department.does(&["add-unit", "พัสดุ", "--thai", "กลุ่มพัสดุ", "--parent", "สลก."]);
    department.does(&[
        "add",
        "๐๐๑๒",
        "--name",
        " สมศรี  ใจงาม ",
        "--unit",
        "พัสดุ",
        "--started",
        "๑ ตุลาคม ๒๕๖๐",
        "--category",
        "พนักงานราชการ",
        "--email",
        "Somsri@example.go.th",
        "--language",
        "en",
    ]);
    department.adds("0013", "2017-10-02");

    let list = department.does(&["list"]);
    let somsri: Vec<_> = list.lines().nth(1).unwrap().split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
    assert_eq!(somsri, ["0012", "สมศรี ใจงาม", "พัสดุ", "พนักงานราชการ", "1 ต.ค. 2560", "so***@example.go.th"]);
    let other: Vec<_> = list.lines().nth(2).unwrap().split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
    assert_eq!(other, ["0013", "สมศรี ใจงาม", "สลก.", "ข้าราชการ", "2 ต.ค. 2560"]);
    assert_eq!(list.lines().count(), 3, "{list}");

    assert!(department.list().contains("somsri@example.go.th"));
    let of_stores = department.does(&["list", "--unit", "พัสดุ"]);
    assert!(of_stores.contains("0012") && !of_stores.contains("0013"), "{of_stores}");
    let units = department.does(&["units"]);
    let stores: Vec<_> = units.lines().find(|line| line.starts_with("พัสดุ")).unwrap().split_whitespace().collect();
    assert_eq!(stores, ["พัสดุ", "1", "สลก.", "กลุ่มพัสดุ"]);
}

#[test]
fn nobody_and_no_unit_is_entered_twice() {
    let department = Department::new();
    department.does(&[
        "add",
        "ps-1",
        "--name",
        "สมศรี",
        "--unit",
        "สลก.",
        "--started",
        "1/10/2560",
        "--email",
        "somsri@example.go.th",
    ]);
    department.refuses_to_add("PS-๑", "1/10/2560", &[], "this employee number already");
    department.refuses_to_add("ps-2", "1/10/2560", &["--email", "SOMSRI@example.go.th"], "this e-mail address already");
    department.refuses(&["add-unit", "สลก.", "--thai", "อื่น"], "this short name already");
}

#[test]
fn units_and_people_that_are_not_there_are_named_as_such() {
    let department = Department::new();
    department.refuses(&["add", "1", "--name", "สมศรี", "--unit", "อื่น", "--started", "1/10/2560"], "no unit with this short name");
    department.refuses(&["add-unit", "ใหม่", "--thai", "ใหม่", "--parent", "อื่น"], "no unit with this short name");
    department.refuses(&["list", "--unit", "อื่น"], "no unit with this short name");
    department.refuses(&["depart", "1", "--on", "1/10/2560"], "Nobody on the roster has this employee number");
}

#[test]
fn every_form_of_a_day_is_read_the_same() {
    let department = Department::new();
    for (number, day) in
        ["1 ต.ค. 2560", "๑/๑๐/๒๕๖๐", "1 Oct 2017", "2017-10-01", "วันอาทิตย์ที่ 1 ตุลาคม พ.ศ. 2560", "43009"].iter().enumerate()
    {
        assert!(department.adds(&number.to_string(), day).contains("1 ต.ค. 2560"), "{day}");
    }
    assert_eq!(department.list().matches(" 1 ต.ค. 2560").count(), 6);
}

#[test]
fn a_day_that_cannot_be_right_is_refused_with_its_reason() {
    let department = Department::new();
    department.refuses_to_add("1", "1 ต.ค. 60", &[], "two digits only");
    department.refuses_to_add("1", "1/10/60", &[], "Write all four");
    department.refuses_to_add("1", "31 เม.ย. 2560", &[], "no day 31");
    department.refuses_to_add("1", "yesterday", &[], "cannot be read as a day");
    department.refuses_to_add("1", "1 ต.ค. 2500", &[], "more than 60 years");
    let tomorrow = Clock::System.now().plus(DAY).day().to_string();
    department.refuses_to_add("1", &tomorrow, &[], "in the future");
}

#[test]
fn what_the_roster_does_not_keep_is_refused() {
    let department = Department::new();
    department.refuses_to_add("1-1017-00203-45-0", "1/10/2560", &[], "citizen id");
    department.refuses_to_add("=1+1", "1/10/2560", &[], "letters, digits");
    department.refuses_to_add("1", "1/10/2560", &["--email", "somsri"], "not an e-mail address");
    department.refuses_to_add("1", "1/10/2560", &["--category", " "], "category is empty");
    department.refuses(&["add", "1", "--name", "", "--unit", "สลก.", "--started", "1/10/2560"], "name is empty");
}

#[test]
fn who_departed_leaves_the_list_and_the_diary_says_so_by_number_alone() {
    let department = Department::new();
    department.adds("1001", "1/10/2560");
    department.adds("1002", "1/10/2560");
    department.refuses(&["depart", "1001", "--on", "30/9/2560"], "before they started");
    let tomorrow = Clock::System.now().plus(DAY).day().to_string();
    department.refuses(&["depart", "1001", "--on", &tomorrow], "in the future");
    assert!(department.does(&["depart", "๑๐๐๑", "--on", "1 ต.ค. 2566"]).contains("1 ต.ค. 2566"));
    department.refuses(&["depart", "1001", "--on", "2/10/2566"], "departed already, from 1 ต.ค. 2566 on");

    let list = department.list();
    assert!(!list.contains("1001") && list.contains("1002"), "{list}");
    let departed = department.does(&["list", "--departed"]);
    assert!(departed.contains("1001") && departed.contains("1 ต.ค. 2566") && !departed.contains("1002"), "{departed}");
    assert!(department.does(&["units"]).lines().any(|line| line.starts_with("สลก.") && line.contains(" 1 ")));

    let diary = department.diary();
    for entry in ["Added the unit สลก.", "Added to the roster 1001", "Added to the roster 1002", "Noted a departure 1001"] {
        assert!(diary.contains(&format!("command line: {entry}")), "{entry}: {diary}");
    }
    assert!(!diary.contains("สมศรี"), "{diary}");
    let output = department.run(&["diary", "verify"]);
    assert!(output.status.success());
}

#[test]
fn asking_for_help_makes_nothing_and_a_fault_is_found_before_anything_is_made() {
    let folder = std::env::temp_dir().join(format!("clearjai-people-{}", Chance::Real.dice().digits(16)));
    let department = Department(folder);
    for arguments in [&["--help"][..], &["list", "--help"], &["add", "--help"], &["depart", "--help"], &["add-unit", "--help"]] {
        department.does(arguments);
    }
    assert!(department.does(&["add", "--help"]).contains("1 ต.ค. 2560"));
    let output = department.run(&["people", "depart", "1", "--on", "1/10/60"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!department.0.exists());
}
