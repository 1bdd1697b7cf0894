//! Watches the sources of a site, and tells which of them have changed.
//!
//! An event only wakes the preview, which then reads the site anew; so an event too many costs time, and one
//! too few is what must not happen. The output folder is never watched, or a build would wake the next.

#![expect(clippy::disallowed_methods, reason = "the preview follows folders that come and go")]

use std::collections::BTreeSet;
use std::path::{Component, Path};
use std::sync::mpsc::{Receiver, Sender};
use std::time::{Duration, Instant};

use notify::{Config, PollWatcher, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{
    DebounceEventResult, Debouncer, NoCache, RecommendedCache, new_debouncer, new_debouncer_opt,
};

use crate::load::is_ignored;

/// The folders of a site that hold its sources.
const FOLDERS: [&str; 4] = ["content", "templates", "themes", "locales"];
/// The settings, beside those folders.
const SETTINGS: &str = "site.yaml";
/// The folder of agreed texts, which is a source although its name begins with a dot.
const AGREED: &str = ".agreed";

/// How long the debouncer holds an event back, and how often it looks. It joins what belongs to one change of one
/// file; waiting until all files are quiet is [`next`]'s.
const HOLD: Duration = Duration::from_millis(10);
/// How long nothing must have changed before the site is read.
const QUIET: Duration = Duration::from_millis(50);
/// How long a site that changes all the time is waited for.
const LONGEST_WAIT: Duration = Duration::from_secs(1);
/// How often files are looked at where the system does not tell of changes.
const POLL: Duration = Duration::from_secs(1);

/// The sources that have changed: paths from the root, with `/`. None are named when the system has lost count.
pub(super) type Changed = BTreeSet<String>;

/// Watches until it is dropped.
pub(super) struct Watcher {
    notifier: Notifier,
}

enum Notifier {
    Told(Debouncer<RecommendedWatcher, RecommendedCache>),
    Polled(Debouncer<PollWatcher, NoCache>),
}

impl Watcher {
    /// Watches the sources below a root, which is canonical. Where the system cannot tell of changes, the files are
    /// looked at again and again; the reason is given back.
    pub(super) fn new(root: &Path, wakes: &Sender<Changed>) -> Result<(Self, Option<notify::Error>), notify::Error> {
        match Notifier::told(root, wakes).and_then(|notifier| Self::start(notifier, root)) {
            Ok(watcher) => Ok((watcher, None)),
            Err(error) => Ok((Self::start(Notifier::polled(root, wakes)?, root)?, Some(error))),
        }
    }

    /// Watches folders that have come since, after these sources have changed.
    pub(super) fn follow(&mut self, root: &Path, changed: &Changed) -> notify::Result<()> {
        let named = |folder: &&str| changed.is_empty() || changed.contains(*folder);
        FOLDERS.into_iter().filter(named).try_for_each(|folder| self.notifier.watch_folder(&root.join(folder)))
    }

    fn start(mut notifier: Notifier, root: &Path) -> notify::Result<Self> {
        // The root alone tells when one of the folders comes, and when the settings change.
        notifier.watch(root, RecursiveMode::NonRecursive)?;
        let mut watcher = Self { notifier };
        watcher.follow(root, &Changed::new())?;
        Ok(watcher)
    }
}

impl Notifier {
    fn told(root: &Path, wakes: &Sender<Changed>) -> notify::Result<Self> {
        new_debouncer(HOLD, Some(HOLD), teller(root, wakes)).map(Self::Told)
    }

    fn polled(root: &Path, wakes: &Sender<Changed>) -> notify::Result<Self> {
        let config = Config::default().with_poll_interval(POLL);
        new_debouncer_opt(HOLD, Some(HOLD), teller(root, wakes), NoCache, config).map(Self::Polled)
    }

    fn watch(&mut self, path: &Path, mode: RecursiveMode) -> notify::Result<()> {
        match self {
            Self::Told(debouncer) => debouncer.watch(path, mode),
            Self::Polled(debouncer) => debouncer.watch(path, mode),
        }
    }

    /// Watches a folder if it is there. One that goes at the same moment is told by the root.
    fn watch_folder(&mut self, folder: &Path) -> notify::Result<()> {
        if !folder.is_dir() {
            return Ok(());
        }
        self.watch(folder, RecursiveMode::Recursive).or_else(|error| if folder.is_dir() { Err(error) } else { Ok(()) })
    }
}

/// What passes events on, as paths from the root.
fn teller(root: &Path, wakes: &Sender<Changed>) -> impl FnMut(DebounceEventResult) + Send + 'static {
    let (root, wakes) = (root.to_path_buf(), wakes.clone());
    move |events| {
        let wake = match events {
            Ok(events) => {
                // Reading a file is an event too, and the preview reads all of them.
                let events: Vec<_> = events.iter().filter(|event| !event.kind.is_access()).collect();
                let lost = events.iter().any(|event| event.need_rescan());
                let paths = events.iter().flat_map(|event| &event.paths);
                let changed: Changed = paths.filter_map(|path| source(&root, path)).collect();
                (lost || !changed.is_empty()).then_some(if lost { Changed::new() } else { changed })
            }
            // What was not told may have been a change.
            Err(_) => Some(Changed::new()),
        };
        if let Some(changed) = wake {
            // When nobody listens any more, the run is over.
            let _ = wakes.send(changed);
        }
    }
}

/// The path of a source from the root; `None` for everything that a build does not read.
fn source(root: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(root).ok()?;
    let mut names = below.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name),
        _ => None,
    });
    let first = names.next()?;
    let is_settings = first == SETTINGS && names.clone().next().is_none();
    let is_below = FOLDERS.iter().any(|folder| first == *folder);
    let is_junk = names.any(|name| name != AGREED && is_ignored(name));
    let shown = || below.iter().map(|name| name.to_string_lossy()).collect::<Vec<_>>().join("/");
    (is_settings || (is_below && !is_junk)).then(shown)
}

/// Waits for the next change. Changes that come close together are one.
#[expect(clippy::disallowed_methods, reason = "the preview waits for editors to finish")]
pub(super) fn next(wakes: &Receiver<Changed>) -> Option<Changed> {
    let mut changed = wakes.recv().ok()?;
    let mut is_all = changed.is_empty();
    let since = Instant::now();
    while since.elapsed() < LONGEST_WAIT {
        let Ok(more) = wakes.recv_timeout(QUIET) else { break };
        is_all |= more.is_empty();
        changed.extend(more);
    }
    Some(if is_all { Changed::new() } else { changed })
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::{fs, iter, thread};

    use super::*;

    #[test]
    fn only_sources_wake_the_preview() {
        let source = |path: &str| source(Path::new("/site"), &Path::new("/site").join(path));
        for path in ["site.yaml", "content", "content/a/b.ja.md", "themes/x/static/CNAME", "content/.agreed/en/a.ja.md"]
        {
            assert_eq!(source(path).as_deref(), Some(path));
        }
        for path in [
            "",
            "public/index.html",
            "site.yaml~",
            "README.md",
            "content/.a.md.swp",
            "content/4913",
            ".git/index",
            "/etc",
        ] {
            assert_eq!(source(path), None, "{path}");
        }
    }

    /// What a watcher tells after a file of a site has been written, and one of a folder that came later.
    fn told_after_changes(
        watch: impl FnOnce(&Path, &Sender<Changed>) -> notify::Result<Watcher>,
    ) -> [Option<Changed>; 2] {
        let site = tempfile::tempdir().expect("there is room");
        let root = site.path().canonicalize().expect("it is there");
        let write = |path: &str| fs::write(root.join(path), "new").expect("there is room");
        for folder in ["content", "public"] {
            fs::create_dir(root.join(folder)).expect("there is room");
        }
        write("content/a.md");
        let (sender, receiver) = mpsc::channel();
        let mut watcher = watch(&root, &sender).expect("it can be watched");
        let next = || receiver.recv_timeout(Duration::from_secs(20)).ok();
        // Some file systems tell whole seconds only.
        thread::sleep(POLL + QUIET);
        write("public/index.html");
        write("content/b.md");
        let first = next();
        fs::create_dir(root.join("templates")).expect("there is room");
        while !next().expect("a folder has come").contains("templates") {}
        watcher.follow(&root, &Changed::from(["templates".to_owned()])).expect("it can be watched");
        write("templates/page.html");
        let second = iter::from_fn(next).find(|changed| changed.contains("templates/page.html"));
        [first, second]
    }

    #[test]
    fn changes_are_told_by_the_system_or_found_by_looking() {
        for [first, second] in [
            told_after_changes(|root, sender| Watcher::start(Notifier::told(root, sender)?, root)),
            told_after_changes(|root, sender| Watcher::start(Notifier::polled(root, sender)?, root)),
        ] {
            let first = first.expect("a file has come");
            assert!(first.iter().all(|path| path.starts_with("content")), "{first:?}");
            assert!(second.is_some());
        }
    }

    #[test]
    fn a_burst_is_one_change() {
        let (sender, receiver) = mpsc::channel();
        let one = |name: &str| Changed::from([name.to_owned()]);
        let burst = thread::spawn(move || {
            for name in ["a", "b", "a", "c"] {
                sender.send(one(name)).expect("somebody listens");
                thread::sleep(QUIET / 5);
            }
            thread::sleep(QUIET * 3);
            sender.send(one("d")).expect("somebody listens");
        });
        assert_eq!(next(&receiver), Some(Changed::from(["a", "b", "c"].map(str::to_owned))));
        assert_eq!(next(&receiver), Some(one("d")));
        assert_eq!(next(&receiver), None);
        burst.join().expect("it ends");
    }

    #[test]
    fn a_writer_that_never_rests_is_not_waited_for() {
        let (sender, receiver) = mpsc::channel();
        let writer = thread::spawn(move || {
            while sender.send(Changed::from(["log".to_owned()])).is_ok() {
                thread::sleep(QUIET / 5);
            }
        });
        let since = Instant::now();
        assert!(next(&receiver).is_some() && since.elapsed() < LONGEST_WAIT * 2);
        drop(receiver);
        writer.join().expect("it ends");
    }
}
