//! The pages of the documentation, and the parts of them that tests look at.

use std::fs;
use std::path::Path;

/// A page in one language.
pub(super) struct Page {
    /// Its file from the root of the repository.
    pub(super) name: String,
    /// Its language.
    pub(super) tag: String,
    pub(super) text: String,
}

/// A block of code.
pub(super) struct Fence<'a> {
    /// The first word behind its opening sign.
    pub(super) language: &'a str,
    /// The other words.
    pub(super) info: &'a str,
    /// What stands in it, with its last line's end.
    pub(super) body: &'a str,
    /// The byte of the page at which that begins.
    pub(super) start: usize,
}

pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(super) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All pages.
pub(super) fn pages() -> Vec<Page> {
    let entries = walkdir::WalkDir::new(root().join("docs/content")).sort_by_file_name();
    let paths = entries.into_iter().map(|entry| entry.expect("an entry").into_path());
    let page = |path: std::path::PathBuf| {
        let name = path.strip_prefix(root()).expect("below").to_string_lossy().replace('\\', "/");
        let tag = name.strip_suffix(".md")?.rsplit_once('.')?.1.to_owned();
        Some(Page { text: read(&name), name, tag })
    };
    paths.filter_map(page).collect()
}

impl Page {
    /// Its name without folders and language.
    pub(super) fn topic(&self) -> &str {
        self.name.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default()
    }

    /// The page should have this text. If the documentation is being updated, it gets it.
    pub(super) fn settle(&self, right: &str) {
        if self.text == right {
            return;
        }
        if std::env::var_os("TAIYAKU_UPDATE_DOCS").is_some() {
            fs::write(root().join(&self.name), right).expect("it can be written");
            return;
        }
        let at = self.text.lines().zip(right.lines()).position(|(is, should)| is != should).unwrap_or_default();
        let line = |text: &str| text.lines().nth(at).unwrap_or_default().to_owned();
        panic!(
            "{}:{} is not what the program says; run this test with TAIYAKU_UPDATE_DOCS=1\n is:     {}\n should: {}",
            self.name,
            at + 1,
            line(&self.text),
            line(right)
        );
    }

    /// Its blocks of code, in order.
    pub(super) fn fences(&self) -> Vec<Fence<'_>> {
        let mut fences = Vec::new();
        let mut open: Option<(&str, &str, usize)> = None;
        let mut at = 0;
        for line in self.text.split_inclusive('\n') {
            let after = at + line.len();
            let signs = &line[..line.len() - line.trim_start_matches('`').len()];
            match open {
                None if signs.len() >= 3 => open = Some((signs, line[signs.len()..].trim(), after)),
                Some((opening, info, start)) if signs == opening && line.trim() == signs => {
                    let (language, info) = info.split_once(' ').unwrap_or((info, ""));
                    fences.push(Fence { language, info, body: &self.text[start..at], start });
                    open = None;
                }
                _ => {}
            }
            at = after;
        }
        fences
    }

    /// Its text without the blocks of code.
    pub(super) fn prose(&self) -> String {
        let mut text = self.text.clone();
        for fence in self.fences() {
            text = text.replacen(fence.body, "", 1);
        }
        text.lines().filter(|line| !line.starts_with("```")).map(|line| format!("{line}\n")).collect()
    }
}

/// What stands in backticks in running text.
pub(super) fn spans(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.starts_with("```")).flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}
