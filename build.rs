//! Prepares the files browsers load, and writes the table that `src/web/assets.rs` includes.
//!
//! Every file of `src/web/assets` is named by its content (`style.3f2a9c1b7e.css`), so that it can
//! be kept for ever. A stylesheet may name others in its own folder or below, `url(fonts/x.woff2)`;
//! those get their names first. A script is joined with those it imports, so that a page asks for
//! one file and has all of it or nothing. Text is compressed here, once.

use std::{
    collections::BTreeMap, env, error::Error, fmt::Write as _, fs, io::Write as _, path::Path, path::PathBuf, process::Command,
};

use sha2::{Digest, Sha256};

const SOURCES: &str = "src/web/assets";

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Files move from `sources` to `named`, which knows each one's name with its hash.
#[derive(Default)]
struct Assets {
    sources: BTreeMap<String, Vec<u8>>,
    named: BTreeMap<String, String>,
    table: String,
    folder: PathBuf,
}

fn main() {
    println!("cargo::rerun-if-changed={SOURCES}");
    println!("cargo::rerun-if-changed=migrations");
    link_small();
    if let Err(problem) = embed() {
        println!("cargo::error={SOURCES}: {problem}");
    }
}

/// A release keeps functions that came out alike only once, and notes in bits what moves with the program. The
/// linker that comes with Rust on this platform can do both; what such a program needs, a C library of before
/// 2022 lacks.
fn link_small() {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|it| it == value);
    let is_known =
        is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && is("CARGO_CFG_TARGET_ARCH", "x86_64");
    if !is_known || !is("PROFILE", "release") {
        return;
    }
    println!("cargo::rustc-link-arg-bins=-Wl,--icf=all");
    if c_library().is_some_and(|version| version >= (2, 36)) {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// `glibc 2.36`
fn c_library() -> Option<(u32, u32)> {
    let said = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok()?;
    let said = String::from_utf8(said.stdout).ok()?;
    let (major, minor) = said.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

fn embed() -> Outcome<()> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let folder = out.join("assets");
    let mut assets = Assets { folder, ..Assets::default() };
    fs::create_dir_all(&assets.folder)?;
    collect(Path::new(SOURCES), &mut assets.sources)?;
    while let Some(name) = assets.sources.keys().next().cloned() {
        prepare(&mut assets, &name)?;
    }
    let table = format!("static ASSETS: &[Asset] = &[\n{}];\n", assets.table);
    Ok(fs::write(out.join("assets.rs"), table)?)
}

fn collect(folder: &Path, sources: &mut BTreeMap<String, Vec<u8>>) -> Outcome<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, sources)?;
        } else if path.extension().is_some_and(|it| it != "md") {
            let name = path.strip_prefix(SOURCES)?.display().to_string();
            sources.insert(name, fs::read(&path)?);
        }
    }
    Ok(())
}

/// Gives the name under which a file is served.
fn prepare(assets: &mut Assets, name: &str) -> Outcome<String> {
    if let Some(file) = assets.named.get(name) {
        return Ok(file.clone());
    }
    let Some(source) = assets.sources.remove(name) else {
        return Err(format!("{name} is missing, or names a file that names it").into());
    };
    let published = publish(assets, name, source);
    let file = published.map_err(|problem| format!("{name}: {problem}"))?;
    assets.named.insert(name.to_owned(), file.clone());
    Ok(file)
}

fn publish(assets: &mut Assets, name: &str, source: Vec<u8>) -> Outcome<String> {
    let (folder, base) = name.rsplit_once('/').unwrap_or(("", name));
    let (stem, extension) = base.rsplit_once('.').ok_or("has no extension")?;
    let content_type = match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "woff2" => "font/woff2",
        _ => return Err("build.rs knows no content type for this extension".into()),
    };
    let bytes = match extension {
        "css" => {
            let css = without_comments(&String::from_utf8(source)?);
            rewrite(assets, folder, &css, ["url(", ")"])?
        }
        "js" => Joined::of(&String::from_utf8(source)?)?.into_bytes(),
        _ => source,
    };

    let mut file = format!("{stem}.");
    for byte in Sha256::digest(&bytes).iter().take(5) {
        write!(file, "{byte:02x}")?;
    }
    file = format!("{file}.{extension}");
    let include = |bytes: &[u8], suffix: &str| {
        fs::write(assets.folder.join(format!("{file}{suffix}")), bytes)?;
        Outcome::Ok(format!("include_bytes!(\"assets/{file}{suffix}\")"))
    };
    let plain = include(&bytes, "")?;
    let (br, gz) = if extension == "woff2" {
        ("None".to_owned(), "None".to_owned()) // holds brotli already
    } else {
        let (br, gz) = (include(&brotli(&bytes)?, ".br")?, include(&gzip(&bytes)?, ".gz")?);
        (format!("Some({br})"), format!("Some({gz})"))
    };
    writeln!(
        assets.table,
        "Asset {{ name: {name:?}, path: \"/assets/{file}\", content_type: {content_type:?}, \
         plain: {plain}, br: {br}, gz: {gz} }},"
    )?;
    Ok(file)
}

/// Puts hashed names in the place of the names that stand between these two marks.
fn rewrite(assets: &mut Assets, folder: &str, text: &str, marks: [&str; 2]) -> Outcome<Vec<u8>> {
    let [before, after] = marks;
    let mut parts = text.split(before);
    let mut rewritten = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(after).ok_or("a reference does not end")?;
        let name = if name.starts_with('#') || name.starts_with("data:") {
            name.to_owned()
        } else {
            prepare(assets, format!("{folder}/{name}").trim_start_matches('/'))?
        };
        rewritten.extend([before, &name, after, rest]);
    }
    Ok(rewritten.into_bytes())
}

/// The scripts that others import, each in a function of its own: what it does not export stays its own.
#[derive(Default)]
struct Joined {
    text: String,
    begun: Vec<String>,
    ended: Vec<String>,
}

impl Joined {
    fn of(script: &str) -> Outcome<String> {
        let mut joined = Self::default();
        let (own, _) = joined.resolve(script, "export ")?;
        Ok(joined.text + &own)
    }

    /// The lines of a script without imports, and the names it exports.
    fn resolve(&mut self, script: &str, export: &str) -> Outcome<(String, String)> {
        let (mut own, mut names) = (String::new(), Vec::new());
        for line in script.lines().map(str::trim).filter(|line| !line.is_empty() && !is_comment(line)) {
            if let Some(rest) = line.strip_prefix("import ") {
                let parts = rest.split_once(" from \"./").and_then(|(what, from)| Some((what, from.strip_suffix(".js\";")?)));
                let (what, from) = parts.ok_or_else(|| format!("does not import as we do: {line}"))?;
                self.bring(from)?;
                writeln!(own, "const {what} = {};", variable(from))?;
            } else if let Some(rest) = line.strip_prefix("export ") {
                names.extend(exported(rest).map(str::to_owned));
                writeln!(own, "{export}{rest}")?;
            } else {
                writeln!(own, "{line}")?;
            }
        }
        Ok((own, names.join(", ")))
    }

    fn bring(&mut self, name: &str) -> Outcome<()> {
        if self.ended.iter().any(|ended| ended == name) {
            return Ok(());
        }
        if self.begun.iter().any(|begun| begun == name) {
            return Err(format!("{name}.js imports a script that imports it").into());
        }
        self.begun.push(name.to_owned());
        let script = fs::read_to_string(format!("{SOURCES}/{name}.js")).map_err(|problem| format!("{name}.js: {problem}"))?;
        let (own, names) = self.resolve(&script, "")?;
        writeln!(self.text, "const {} = (() => {{\n{own}return {{ {names} }};\n}})();", variable(name))?;
        self.ended.push(name.to_owned());
        Ok(())
    }
}

/// The name behind `function`, `async function`, `const` or `class`.
fn exported(declaration: &str) -> Option<&str> {
    let words = declaration.split([' ', '(', '=']).filter(|word| !word.is_empty());
    words.into_iter().find(|word| !matches!(*word, "async" | "function" | "const" | "class"))
}

fn variable(name: &str) -> String {
    format!("${}", name.replace('-', "_"))
}

/// A whole line of it, as scripts here write them.
fn is_comment(line: &str) -> bool {
    ["//", "/**", "* ", "*/"].iter().any(|mark| line.starts_with(mark)) || line == "*"
}

/// Drops indentation and empty lines too. Strings must not hold comment marks.
fn without_comments(css: &str) -> String {
    let comments_first = css.split("/*").map(|part| part.split_once("*/"));
    let start = css.split("/*").take(1);
    let kept: String = start.chain(comments_first.flatten().map(|(_, rest)| rest)).collect();
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

fn brotli(mut bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut compressed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams::default(); // quality 11
    brotli::BrotliCompress(&mut bytes, &mut compressed, &best)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
