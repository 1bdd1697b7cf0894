//! Embeds the words, the default theme and the first content of new sites, and turns the messages into types.
//!
//! A key or variable that is misspelt, or missing in one language, must not compile. So the Fluent
//! files are judged here, with every problem at its place, and `Msg` (what the program says) and
//! `Word` (what pages say) are generated from them: one variant a message, one field a variable.

#![expect(
    clippy::disallowed_methods,
    reason = "a build script reads the package, and its environment says where to write"
)]

#[path = "src/words/validate/mod.rs"]
#[expect(
    unreachable_pub,
    dead_code,
    reason = "the crate shares this module; there its items are public and all are used"
)]
mod validate;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use validate::{Known, Source, line_column};

/// A file below the folder of the package.
struct Embedded {
    /// Relative to the folder that was walked, with `/`.
    name: String,
    path: PathBuf,
}

/// One `.ftl` file.
struct Words {
    lang: String,
    file: String,
    path: PathBuf,
    text: String,
}

fn main() -> ExitCode {
    match generate() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Writes `words.rs`, or says everything that is wrong.
fn generate() -> Result<(), Vec<String>> {
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let words = read_words(&root)?;
    let mut code = String::new();
    let mut problems = Vec::new();
    for (file, name, purpose) in [
        ("tool.ftl", "Msg", "What the program says: on the command line and in findings."),
        ("site.ftl", "Word", "What the generator and the theme write into pages."),
    ] {
        let words: Vec<_> = words.iter().filter(|words| words.path.ends_with(file)).collect();
        match judge(&words) {
            Ok(known) => {
                enumeration(&mut code, name, purpose, &known, &words);
                sources(&mut code, &name_of_sources(file), &words);
            }
            Err(found) => problems.extend(found),
        }
    }
    let theme = walk(&root.join("themes/default"))?;
    embedded(&mut code, "THEME", "The files of the default theme.", &theme);
    let starter = walk(&root.join("starter"))?;
    embedded(&mut code, "STARTER", "The files of a new site: below `all/`, and below its main language.", &starter);
    if !problems.is_empty() {
        return Err(problems);
    }
    let out = PathBuf::from(variable("OUT_DIR")?).join("words.rs");
    fs::write(&out, code).map_err(|cause| vec![format!("{}: {cause}", out.display())])
}

fn variable(name: &str) -> Result<String, Vec<String>> {
    env::var(name).map_err(|cause| vec![format!("{name}: {cause}")])
}

fn read_words(root: &Path) -> Result<Vec<Words>, Vec<String>> {
    let mut problems = Vec::new();
    let mut words = Vec::new();
    for file in walk(&root.join("locales"))? {
        let Some((lang, name)) = file.name.split_once('/') else {
            continue;
        };
        let place = format!("locales/{}", file.name);
        if !["tool.ftl", "site.ftl"].contains(&name) {
            problems.push(format!("{place}: words are in tool.ftl and site.ftl only"));
            continue;
        }
        match fs::read_to_string(&file.path) {
            Ok(text) => words.push(Words { lang: lang.to_owned(), file: place, path: file.path, text }),
            Err(cause) => problems.push(format!("{place}: {cause}")),
        }
    }
    if problems.is_empty() { Ok(words) } else { Err(problems) }
}

/// Every file below a folder in the order of their names; hidden ones, which only keep a folder in
/// git, are left out.
fn walk(folder: &Path) -> Result<Vec<Embedded>, Vec<String>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    let mut open = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = open.pop() {
        let failed = |cause| vec![format!("{}: {cause}", folder.display())];
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                return Err(vec![format!("{}: the name is not Unicode", path.display())]);
            };
            let name = format!("{prefix}{name}");
            if path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")) {
                continue;
            }
            if path.is_dir() {
                open.push((path, format!("{name}/")));
            } else {
                files.push(Embedded { name, path });
            }
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn judge(words: &[&Words]) -> Result<Known, Vec<String>> {
    let languages: BTreeSet<_> = words.iter().map(|words| words.lang.as_str()).collect();
    let languages: Vec<_> = languages.into_iter().collect();
    let sources: Vec<_> =
        (words.iter()).map(|words| Source { lang: &words.lang, file: &words.file, text: &words.text }).collect();
    let (problems, known) = validate::validate(&languages, &sources, &Known::default());
    let mut lines: Vec<_> = (problems.iter())
        .map(|problem| {
            let text = words.iter().find(|words| words.file == problem.file);
            let text = text.map_or("", |words| &words.text);
            let (line, column) = line_column(text, problem.range.start);
            format!("{}:{line}:{column}: {} ({})", problem.file, problem.kind, problem.kind.rule())
        })
        .collect();
    lines.extend(names(&known));
    if lines.is_empty() { Ok(known) } else { Err(lines) }
}

/// Keys and variables become names in Rust, so they keep to what always can.
fn names(known: &Known) -> Vec<String> {
    let plain = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    let mut lines = Vec::new();
    for (key, variables) in known.messages("en") {
        for name in variables.iter().map(String::as_str).chain([key]) {
            if !plain(name) {
                lines.push(format!("`{name}` in `{key}`: only lower-case letters, digits and - (no attributes)"));
            }
        }
    }
    lines
}

/// Writes one enum: a variant a message, with the English text as its documentation.
fn enumeration(code: &mut String, name: &str, purpose: &str, known: &Known, words: &[&Words]) {
    let english = words.iter().find(|words| words.lang == "en");
    let english = english.map_or("", |words| &words.text);
    let mut variants = String::new();
    let mut keys = String::new();
    let mut arguments = String::new();
    for (key, variables) in known.messages("en") {
        let variant = camel(key);
        let fields: Vec<_> = variables.iter().map(|variable| (variable, field(variable))).collect();
        let _ = writeln!(variants, "    #[doc = {:?}]", text_of(english, key));
        let _ = writeln!(keys, "            Self::{variant} {{ .. }} => {key:?},");
        if fields.is_empty() {
            let _ = writeln!(variants, "    {variant},");
            let _ = writeln!(arguments, "            Self::{variant} => vec![],");
            continue;
        }
        let _ = writeln!(variants, "    {variant} {{");
        let bind: Vec<_> = fields.iter().map(|(_, field)| field.as_str()).collect();
        let _ = write!(arguments, "            Self::{variant} {{ {} }} => vec![", bind.join(", "));
        for (variable, field) in fields {
            let _ = writeln!(variants, "        #[doc = \"The variable `${variable}`.\"]");
            let _ = writeln!(variants, "        {field}: Value,");
            let _ = write!(arguments, "({variable:?}, {field}), ");
        }
        arguments.push_str("],\n");
        variants.push_str("    },\n");
    }
    let _ = write!(
        code,
        "/// {purpose}\n\
         #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]\n\
         pub enum {name} {{\n{variants}}}\n\n\
         impl {name} {{\n    \
             /// The key of the message.\n    \
             pub fn key(&self) -> &'static str {{\n        match self {{\n{keys}        }}\n    }}\n\n    \
             /// The variables of the message and their values.\n    \
             pub fn args(&self) -> Vec<(&'static str, &Value)> {{\n        match self {{\n{arguments}        }}\n    }}\n\
         }}\n\n"
    );
}

/// The lines of a message as they stand in the file, for people who read the documentation.
fn text_of(text: &str, key: &str) -> String {
    let begins = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start_matches(' ').starts_with('='));
    let mut lines = text.lines().skip_while(|line| !begins(line));
    let mut found: Vec<_> = lines.next().into_iter().collect();
    found.extend(lines.take_while(|line| line.starts_with([' ', '}']) || line.is_empty()));
    format!("```text\n{}\n```", found.join("\n").trim_end())
}

fn camel(key: &str) -> String {
    let mut name = String::new();
    for part in key.split('-') {
        name.extend(part.chars().take(1).map(|c| c.to_ascii_uppercase()));
        name.extend(part.chars().skip(1));
    }
    name
}

/// The raw form lets variables be called `type` or `in`.
fn field(variable: &str) -> String {
    let name = variable.replace('-', "_");
    let keyword = ["as", "else", "enum", "for", "if", "in", "loop", "match", "move", "ref", "type", "use", "where"];
    if keyword.contains(&name.as_str()) { format!("r#{name}") } else { name }
}

fn name_of_sources(file: &str) -> String {
    file.trim_end_matches(".ftl").to_uppercase()
}

fn sources(code: &mut String, name: &str, words: &[&Words]) {
    let _ = writeln!(code, "/// The text of these words in each language.");
    let _ = writeln!(code, "pub static {name}: &[(&str, &str)] = &[");
    for words in words {
        let _ = writeln!(code, "    ({:?}, include_str!({:?})),", words.lang, words.path);
    }
    code.push_str("];\n\n");
}

fn embedded(code: &mut String, name: &str, purpose: &str, files: &[Embedded]) {
    let _ = writeln!(code, "/// {purpose}");
    let _ = writeln!(code, "pub static {name}: &[(&str, &[u8])] = &[");
    for file in files {
        let _ = writeln!(code, "    ({:?}, include_bytes!({:?})),", file.name, file.path);
    }
    code.push_str("];\n\n");
}
