//! The examples of a page, tried on a copy of the bundled site.
//!
//! What stands behind the language of a block of code says what the block is:
//! - a path: this is the file, or of a YAML file the keys that it shows; with all of these the site has no error;
//! - a path and `here`: it is also a part of that file of the documentation itself;
//! - a path and `wrong`, or lines of `diff` with a path: a mistake, which stays until the next one;
//! - a call of the program: what it then says.

use std::fs;

use taiyaku::words::{Msg, UiLang};

use super::pages::{Fence, Page, read};
use crate::bundled::bundled;
use crate::site::TestSite;

/// The text of a page with the outputs that its examples have in truth.
pub(super) fn tried(page: &Page) -> String {
    let fences = page.fences();
    let mut text = page.text.clone();
    if fences.iter().all(|fence| fence.info.is_empty()) {
        return text;
    }
    let mut trial = Trial { site: bundled(), mistake: None };
    // The examples of this page are of no site in particular, so nobody has confirmed anything.
    if page.topic() == "trouble" {
        fs::remove_dir_all(trial.site.path("content/.agreed")).expect("the bundled site is confirmed");
    }
    for fence in fences.iter().filter(|fence| !fence.info.is_empty()) {
        if let Some(call) = fence.info.strip_prefix("taiyaku ") {
            let open = format!("```{} {}\n", fence.language, fence.info);
            let said = trial.said(call, &page.tag);
            text = with_output(&text, page, fence, &open, &said);
        } else {
            trial.take(page, fence);
        }
    }
    trial.forget();
    let run = trial.site.run(&["check"]);
    assert_eq!(run.status, 0, "{}: {}", page.name, run.err);
    text
}

/// The text with what a block of output should hold. Blocks before it may have been exchanged already.
fn with_output(text: &str, page: &Page, fence: &Fence<'_>, open: &str, said: &str) -> String {
    let before = page.text[..fence.start].matches(open).count();
    let mut at = 0;
    for _ in 0..before {
        at += text[at..].find(open).expect("the same block") + open.len();
    }
    let end = at + text[at..].find("```\n").expect("its end");
    assert_eq!(text[at..end], *fence.body);
    format!("{}{said}{}", &text[..at], &text[end..])
}

/// The steps of a run that reads a site.
const STEPS: &[Msg] = &[Msg::StepLoad, Msg::StepParse, Msg::StepCheck];

/// A site on which examples are tried.
struct Trial {
    site: TestSite,
    /// The file that is wrong now, and its right text if there was one.
    mistake: Option<(String, Option<String>)>,
}

impl Trial {
    fn take(&mut self, page: &Page, fence: &Fence<'_>) {
        self.forget();
        let (path, kind) = fence.info.split_once(' ').unwrap_or((fence.info, ""));
        let old = self.site.has(path).then(|| self.site.read(path));
        if kind == "here" {
            let own = read(&format!("docs/{path}"));
            assert!(own.contains(fence.body), "{}: {path} does not hold this:\n{}", page.name, fence.body);
        }
        let new = match (&old, fence.language) {
            (Some(old), "diff") => patched(old, fence.body, &page.name),
            (Some(old), "yaml") => merged(old, fence.body),
            _ => fence.body.to_owned(),
        };
        self.site.write(path, new.as_bytes());
        if kind == "wrong" || fence.language == "diff" {
            self.mistake = Some((path.to_owned(), old));
        }
    }

    /// Corrects the last mistake.
    fn forget(&mut self) {
        match self.mistake.take() {
            Some((path, Some(right))) => self.site.write(&path, right.as_bytes()),
            Some((path, None)) => fs::remove_file(self.site.path(&path)).expect("it is there"),
            None => {}
        }
    }

    fn said(&self, call: &str, tag: &str) -> String {
        let lang = UiLang::from_tag(tag).expect("a language of the program");
        let arguments: Vec<&str> = call.split(' ').chain(["--lang", tag]).collect();
        let run = self.site.run(&arguments);
        let said = run.out + &run.err;
        // A slow machine shows what it is doing.
        let is_step = |line: &str| STEPS.iter().any(|step| step.text(lang) == line);
        said.lines().map(str::trim_end).filter(|line| !is_step(line)).map(|line| format!("{line}\n")).collect()
    }
}

/// A text in which the lines with `-` are exchanged for those with `+`. They may be parts of lines.
fn patched(text: &str, diff: &str, page: &str) -> String {
    let of = |sign: char| diff.lines().filter_map(|line| line.strip_prefix(sign)).collect::<Vec<_>>().join("\n");
    let (old, new) = (of('-'), of('+'));
    assert_eq!(text.matches(&old).count(), 1, "{page}: {old}");
    text.replace(&old, &new)
}

/// A YAML file with these keys in place of its own of the same name.
fn merged(old: &str, new: &str) -> String {
    let key =
        |line: &str| line.split_once(':').filter(|_| !line.starts_with([' ', '#'])).map(|(key, _)| key.to_owned());
    let taken: Vec<String> = new.lines().filter_map(key).collect();
    let mut skipping = false;
    let kept = old.lines().filter(|line| {
        if !line.starts_with(' ') {
            skipping = key(line).is_some_and(|key| taken.contains(&key));
        }
        !skipping
    });
    kept.map(|line| format!("{line}\n")).collect::<String>() + new
}
