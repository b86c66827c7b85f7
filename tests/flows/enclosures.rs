//! What is cleaned is opened by the programs of other people, and by none of them is a name found in it.
//!
//! Documents and workbooks want `CLEARJAI_TEST_PYTHON`, a Python with `tests/flows/requirements.txt`; what stands in
//! a PDF is asked of `pdftotext` (poppler-utils) where there is one.

use clearjai::enclosures::{Kind, clean};
use serde_json::{Value, json};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

const MARKER: &str = "SOMCHAI-METADATA";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("enclosures-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn other_peoples_programs_open_what_was_cleaned() {
    let Ok(python) = env::var("CLEARJAI_TEST_PYTHON") else {
        let required = env::var("CLEARJAI_TEST_REQUIRE").unwrap_or_default();
        assert!(!["python", "all"].contains(&required.as_str()), "CLEARJAI_TEST_PYTHON is not set");
        println!("passed over: CLEARJAI_TEST_PYTHON is not set");
        return;
    };
    let folder = folder("office");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/flows/files/enclosures.py");
    let run = |deed: &str| {
        let ran = Command::new(&python).arg("-B").arg(&script).arg(deed).arg(&folder).output().unwrap();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        ran.stdout
    };
    run("make");
    for (name, kind) in [("made.docx", Kind::Docx), ("made.xlsx", Kind::Xlsx)] {
        let clean = clean(&fs::read(folder.join(name)).unwrap()).unwrap();
        assert_eq!(clean.kind, kind);
        fs::write(folder.join(name), clean.bytes).unwrap();
    }
    let told: Value = serde_json::from_slice(&run("open")).unwrap();
    assert!(!told.to_string().contains(MARKER), "{told}");
    assert_eq!(told["traces"], json!([]));
    assert_eq!(told["paragraphs"], json!(["คำถาม", "ทำไมห้องประชุมปิดตอนเที่ยง", ""]));
    assert_eq!(told["remarks"], json!([["Author", "A", null, "ขอดูด้วย"]]));
    assert_eq!((&told["table"], &told["pictures"]), (&json!("ข"), &json!(1)));
    assert_eq!(told["rows"], json!([["เดือน", "จำนวน"], [1, 10], ["=SUM(B2:B2)", null]]));
    assert_eq!(told["link"], json!("https://example.go.th/"));
    assert_eq!(told["note"], json!(["Author", "ขอดูด้วย"]));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_clean_pdf_says_what_it_said() {
    if Command::new("pdftotext").arg("-v").output().is_err() {
        println!("passed over: there is no pdftotext");
        return;
    }
    let words = "BT /F1 24 Tf 20 150 Td (The question) Tj ET";
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>\nstream\n{words}\nendstream", words.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
        format!("<</Author({MARKER})>>"),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    for (number, object) in (1..).zip(objects) {
        file = [file, format!("{number} 0 obj\n{object}\nendobj\n")].concat();
    }
    file += "trailer\n<</Root 1 0 R/Info 6 0 R>>\n%%EOF\n";
    let clean = clean(file.as_bytes()).unwrap();
    assert!(!String::from_utf8_lossy(&clean.bytes).contains(MARKER));
    let folder = folder("pdf");
    let path = folder.join("clean.pdf");
    fs::write(&path, clean.bytes).unwrap();
    let ran = Command::new("pdftotext").arg(&path).arg("-").output().unwrap();
    assert_eq!((String::from_utf8_lossy(&ran.stdout).trim(), String::from_utf8_lossy(&ran.stderr).trim()), ("The question", ""));
    fs::remove_dir_all(folder).unwrap();
}
