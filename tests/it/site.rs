//! Small sites for tests: files go in, what the program says and writes comes out.

#![expect(clippy::disallowed_methods, reason = "tests make sites on a real disk")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

/// The day on which the sites of tests are made.
pub(crate) const TODAY: &str = "2026-11-23";

/// The settings of a small bilingual site.
pub(crate) const SETTINGS: &str =
    "base_url: https://example.jp/\nlanguages: [ja, en]\ntitle: {ja: 試験サイト, en: Test site}\n";

/// A site in a folder of its own, which goes with it.
pub(crate) struct TestSite(TempDir);

/// How a run of the program ended, and what it said.
#[derive(Debug)]
pub(crate) struct Run {
    /// The exit status.
    pub(crate) status: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

/// What a finding says, as far as tests compare it: rule, `file:line:column`, message.
pub(crate) type Said = (String, String, String);

impl TestSite {
    /// A site with settings and nothing else.
    pub(crate) fn empty() -> Self {
        let site = Self(TempDir::new().expect("a temporary folder"));
        site.file("site.yaml", SETTINGS)
    }

    /// A bilingual site with a front page, about which there is nothing to say.
    pub(crate) fn bilingual() -> Self {
        Self::empty()
            .file("content/index.ja.md", "---\ntitle: トップ\n---\n本文です。\n")
            .file("content/index.en.md", "---\ntitle: Home\n---\nThe text.\n")
    }

    /// With languages that are not compared, for pages that only one of them has much to say on.
    pub(crate) fn uncompared(self) -> Self {
        self.setting("rules: {parity-*: \"off\"}")
    }

    /// With this text in a file.
    pub(crate) fn file(self, path: &str, text: &str) -> Self {
        self.bytes(path, text.as_bytes())
    }

    /// With these bytes in a file.
    pub(crate) fn bytes(self, path: &str, bytes: &[u8]) -> Self {
        self.write(path, bytes);
        self
    }

    /// With a page in both languages: front matter with a title is added.
    pub(crate) fn page(self, topic: &str, ja: &str, en: &str) -> Self {
        self.file(&format!("content/{topic}.ja.md"), &format!("---\ntitle: 題\n---\n{ja}"))
            .file(&format!("content/{topic}.en.md"), &format!("---\ntitle: Title\n---\n{en}"))
    }

    /// With a line added to the settings.
    pub(crate) fn setting(self, line: &str) -> Self {
        let settings = self.read("site.yaml");
        self.file("site.yaml", &format!("{settings}{line}\n"))
    }

    /// Writes a file of the site that is there already or not.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a path below the root")).expect("folders");
        fs::write(path, bytes).expect("a file");
    }

    /// The root folder.
    pub(crate) fn root(&self) -> &Path {
        self.0.path()
    }

    /// A path below the root.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// The text of a file below the root.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Whether there is something at a path below the root.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    /// Runs the program in the site's folder, in English unless the arguments say otherwise.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("taiyaku"));
        for variable in ["TAIYAKU_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH", "NO_COLOR"] {
            command.env_remove(variable);
        }
        let output = command.args(arguments).args(["--today", TODAY]).current_dir(self.root()).output();
        let output = output.expect("the program starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
        Run { status: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Builds the site, which must work, and gives itself to look at the pages.
    pub(crate) fn build(self) -> Self {
        let run = self.run(&["build"]);
        assert_eq!(run.status, 0, "{}", run.err);
        self
    }

    /// What `check` finds.
    pub(crate) fn findings(&self) -> Vec<Said> {
        said(&self.run(&["check", "--format", "json"]).out)
    }

    /// The rules of what `check` finds, in order.
    pub(crate) fn rules(&self) -> Vec<String> {
        self.findings().into_iter().map(|(rule, ..)| rule).collect()
    }

    /// A built page, by its address without the first `/`: `ja/apply/`.
    pub(crate) fn html(&self, address: &str) -> String {
        let file =
            if address.is_empty() || address.ends_with('/') { format!("{address}index.html") } else { address.into() };
        self.read(&format!("public/{file}"))
    }

    /// The content of a built page: what its Markdown became.
    pub(crate) fn content(&self, address: &str) -> String {
        let html = self.html(address);
        let start = html.find("<div class=\"content\"").expect("the content");
        let start = start + html[start..].find('>').expect("a tag") + 1;
        html[start..start + end_of_div(&html[start..])].trim().to_owned()
    }

    /// The files of the built site, by their paths below `public/`, without what belongs to the theme.
    pub(crate) fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        list(&self.path("public"), "", &mut files);
        files.retain(|file| !file.starts_with("theme/") && file != ".taiyaku-manifest.json");
        files.sort();
        files
    }
}

/// What the JSON form of findings says.
pub(crate) fn said(json: &str) -> Vec<Said> {
    let value: Value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"));
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let one = |finding: &Value| {
        let at = |key: &str| finding[key].as_u64().map_or("-".to_owned(), |number| number.to_string());
        let place = format!("{}:{}:{}", text(&finding["file"]), at("line"), at("column"));
        (text(&finding["rule"]), place, text(&finding["message"]))
    };
    value["findings"].as_array().expect("a list of findings").iter().map(one).collect()
}

/// Where the `div` ends inside of which a text begins.
fn end_of_div(html: &str) -> usize {
    let mut depth = 1;
    let tags = html.match_indices("<div").map(|(at, _)| (at, true));
    let mut tags: Vec<_> = tags.chain(html.match_indices("</div>").map(|(at, _)| (at, false))).collect();
    tags.sort_unstable();
    for (at, opens) in tags {
        depth = if opens { depth + 1 } else { depth - 1 };
        if depth == 0 {
            return at;
        }
    }
    html.len()
}

fn list(folder: &Path, prefix: &str, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        match entry.path().is_dir() {
            true => list(&entry.path(), &format!("{name}/"), files),
            false => files.push(name),
        }
    }
}
