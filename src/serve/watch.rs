//! Watches the sources of a site, and tells which of them have changed.
//!
//! An event only wakes the preview, which then reads the site anew; so an event too many costs time, and one
//! too few is what must not happen. The output folder is never watched, or a build would wake the next.

#![expect(clippy::disallowed_methods, reason = "the preview follows folders that come and go")]

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};
use std::{fs, thread};

use notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use crate::load::{Stamp, is_ignored};

/// The folders of a site that hold its sources.
const FOLDERS: [&str; 4] = ["content", "templates", "themes", "locales"];
/// The files beside those folders: the settings and the site's dictionary.
const ROOT_FILES: [&str; 2] = ["site.yaml", "prh.yml"];
/// The folder of agreed texts, which is a source although its name begins with a dot.
const AGREED: &str = ".agreed";

/// How long the debouncer holds an event back, and how often it looks. It joins what belongs to one change of one
/// file; waiting until all files are quiet is [`Watcher::next`]'s.
const HOLD: Duration = Duration::from_millis(10);
/// How long nothing must have changed before the site is read.
pub(super) const QUIET: Duration = Duration::from_millis(50);
/// How long a site that changes all the time is waited for.
pub(super) const LONGEST_WAIT: Duration = Duration::from_secs(1);
/// How often all sources are looked at although nobody has told of a change: an event may get lost.
const SCAN: Duration = Duration::from_secs(2);
/// The same where the system does not tell of changes.
const POLL: Duration = Duration::from_secs(1);
/// The least part of the time that is not spent on looking.
const REST: u32 = 20;

/// The sources that have changed: paths from the root, with `/`. None are named when the system has lost count.
pub(super) type Changed = BTreeSet<String>;

/// What the preview waits for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wake {
    /// These sources have changed, and are quiet again.
    Changed(Changed),
    /// It is time to look at all sources.
    Scan,
}

/// Changes that belong together.
#[derive(Debug, Default)]
struct Pending {
    /// Whether the system has lost count.
    is_all: bool,
    paths: Changed,
}

/// What tells of changes until it is dropped.
pub(super) struct Watcher {
    root: PathBuf,
    /// `None` where the system does not tell of changes.
    notifier: Option<Debouncer<RecommendedWatcher, RecommendedCache>>,
    wakes: Receiver<Changed>,
    /// What was told of and not yet waited for.
    waiting: RefCell<Option<Pending>>,
    /// How long to wait until the next look at all sources.
    pause: Duration,
}

/// Why the system is not asked to tell of changes.
#[derive(Debug)]
pub(super) enum Polled {
    /// The user has asked for it.
    Asked,
    /// The folder lies where changes of others are not told: on a network, or on the other side of a virtual machine.
    Remote,
    /// The system has refused.
    Refused(notify::Error),
}

impl Watcher {
    /// Watches the sources below a root, which is canonical. Where the system cannot tell of changes, or shall not be
    /// asked, the files are looked at again and again; the reason is given back.
    pub(super) fn new(root: &Path, polls: bool) -> (Self, Option<Polled>) {
        let (sender, wakes) = mpsc::channel();
        let told = match () {
            () if polls => Err(Polled::Asked),
            () if is_remote(root) => Err(Polled::Remote),
            () => notifier(root, &sender).map_err(Polled::Refused),
        };
        let (notifier, polled) = match told {
            Ok(notifier) => (Some(notifier), None),
            Err(polled) => (None, Some(polled)),
        };
        let pause = if notifier.is_some() { SCAN } else { POLL };
        (Self { root: root.to_owned(), notifier, wakes, waiting: RefCell::default(), pause }, polled)
    }

    /// Watches folders that have come since, after these sources have changed.
    pub(super) fn follow(&mut self, changed: &Changed) -> notify::Result<()> {
        match &mut self.notifier {
            Some(notifier) => watch_folders(notifier, &self.root, changed),
            None => Ok(()),
        }
    }

    /// Looking at all sources takes this long, so it is done less often on a large site.
    pub(super) fn pace(&mut self, scan: Duration) {
        let least = if self.notifier.is_some() { SCAN } else { POLL };
        self.pause = least.max(scan * REST);
    }

    /// Whether something has changed since the last wake.
    pub(super) fn has_news(&self) -> bool {
        let mut waiting = self.waiting.borrow_mut();
        while let Ok(more) = self.wakes.try_recv() {
            waiting.get_or_insert_default().join(more);
        }
        waiting.is_some()
    }

    /// Waits for the next change, until it is complete: nothing has been told for a while, and what was told of looks
    /// as it did. Changes that come close together are one.
    #[expect(clippy::disallowed_methods, reason = "the preview waits for editors to finish")]
    pub(super) fn next(&self) -> Wake {
        self.has_news();
        let first = || self.wait(self.pause).map(|changed| Pending { is_all: changed.is_empty(), paths: changed });
        let Some(mut pending) = self.waiting.take().or_else(first) else { return Wake::Scan };
        let (since, mut sample) = (Instant::now(), self.sample(&pending));
        while since.elapsed() < LONGEST_WAIT {
            match self.wait(QUIET) {
                Some(more) => {
                    pending.join(more);
                    sample = self.sample(&pending);
                }
                None => {
                    let again = self.sample(&pending);
                    // An editor that writes a file anew empties it first.
                    if again == sample && !again.iter().any(|stamp| stamp.is_some_and(Stamp::is_empty)) {
                        break;
                    }
                    sample = again;
                }
            }
        }
        Wake::Changed(pending.into_changed())
    }

    /// The next change within a time.
    fn wait(&self, time: Duration) -> Option<Changed> {
        match self.wakes.recv_timeout(time) {
            Ok(changed) => Some(changed),
            Err(RecvTimeoutError::Timeout) => None,
            // Nobody tells of changes; only time passes.
            Err(RecvTimeoutError::Disconnected) => {
                thread::sleep(time);
                None
            }
        }
    }

    /// What the sources that have changed look like now.
    fn sample(&self, pending: &Pending) -> Vec<Option<Stamp>> {
        let stamp = |path: &String| fs::symlink_metadata(self.root.join(path)).ok().filter(fs::Metadata::is_file);
        pending.paths.iter().map(|path| stamp(path).map(|metadata| Stamp::of(&metadata))).collect()
    }
}

impl Pending {
    fn join(&mut self, more: Changed) {
        self.is_all |= more.is_empty();
        self.paths.extend(more);
    }

    fn into_changed(self) -> Changed {
        if self.is_all { Changed::new() } else { self.paths }
    }
}

fn notifier(root: &Path, wakes: &Sender<Changed>) -> notify::Result<Debouncer<RecommendedWatcher, RecommendedCache>> {
    let mut notifier = new_debouncer(HOLD, Some(HOLD), teller(root, wakes))?;
    // The root alone tells when one of the folders comes, and when the settings change.
    notifier.watch(root, RecursiveMode::NonRecursive)?;
    watch_folders(&mut notifier, root, &Changed::new())?;
    Ok(notifier)
}

/// Watches those of the folders that may have come. One that goes at the same moment is told by the root.
fn watch_folders(
    notifier: &mut Debouncer<RecommendedWatcher, RecommendedCache>,
    root: &Path,
    changed: &Changed,
) -> notify::Result<()> {
    let named = FOLDERS.into_iter().filter(|&folder| changed.is_empty() || changed.contains(folder));
    for folder in named.map(|folder| root.join(folder)).filter(|folder| folder.is_dir()) {
        let watched = notifier.watch(&folder, RecursiveMode::Recursive);
        watched.or_else(|error| if folder.is_dir() { Err(error) } else { Ok(()) })?;
    }
    Ok(())
}

/// Whether a folder lies on a file system whose changes the system may not tell: those of networks, and those that a
/// virtual machine shares with its host (the `f_type` values of Linux, statfs(2)).
#[cfg(target_os = "linux")]
fn is_remote(folder: &Path) -> bool {
    const NFS: u32 = 0x6969;
    const SMB: u32 = 0x517B;
    const SMB2: u32 = 0xFE53_4D42;
    const CIFS: u32 = 0xFF53_4D42;
    const PLAN_9: u32 = 0x0102_1997;
    const FUSE: u32 = 0x6573_5546;
    const VIRTUAL_BOX: u32 = 0x786F_4256;
    let kind = rustix::fs::statfs(folder).map(|system| system.f_type as u32);
    kind.is_ok_and(|kind| [NFS, SMB, SMB2, CIFS, PLAN_9, FUSE, VIRTUAL_BOX].contains(&kind))
}

#[cfg(not(target_os = "linux"))]
fn is_remote(_: &Path) -> bool {
    false
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
    let is_settings = ROOT_FILES.iter().any(|file| first == *file) && names.clone().next().is_none();
    let is_below = FOLDERS.iter().any(|folder| first == *folder);
    let is_junk = names.any(|name| name != AGREED && is_ignored(name));
    let shown = || below.iter().map(|name| name.to_string_lossy()).collect::<Vec<_>>().join("/");
    (is_settings || (is_below && !is_junk)).then(shown)
}

#[cfg(test)]
mod tests {
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

    /// A site in a folder of its own, which is watched.
    fn watched(polls: bool) -> (tempfile::TempDir, Watcher, Option<Polled>) {
        let site = tempfile::tempdir().expect("there is room");
        for folder in ["content", "public"] {
            fs::create_dir(site.path().join(folder)).expect("there is room");
        }
        let root = site.path().canonicalize().expect("it is there");
        let (watcher, polled) = Watcher::new(&root, polls);
        (site, watcher, polled)
    }

    /// The next change; scans are passed over for as long as a slow machine may need.
    fn next_change(watcher: &Watcher) -> Option<Changed> {
        (0..15).find_map(|_| match watcher.next() {
            Wake::Changed(changed) => Some(changed),
            Wake::Scan => None,
        })
    }

    fn one(name: &str) -> Changed {
        Changed::from([name.to_owned()])
    }

    #[test]
    fn changes_are_told_by_the_system_also_in_folders_that_come_later() {
        let (site, mut watcher, polled) = watched(false);
        assert!(polled.is_none());
        let write = |path: &str| fs::write(site.path().join(path), "new").expect("there is room");
        write("public/index.html");
        write("content/b.md");
        let first = next_change(&watcher).expect("a file has come");
        assert!(first.iter().all(|path| path.starts_with("content")), "{first:?}");
        fs::create_dir(site.path().join("templates")).expect("there is room");
        while !next_change(&watcher).expect("a folder has come").contains("templates") {}
        watcher.follow(&one("templates")).expect("it can be watched");
        write("templates/page.html");
        while !next_change(&watcher).expect("a file has come").contains("templates/page.html") {}
    }

    #[test]
    fn without_events_time_passes() {
        let (site, mut watcher, polled) = watched(true);
        assert!(matches!(polled, Some(Polled::Asked)));
        fs::write(site.path().join("content/b.md"), "new").expect("there is room");
        assert_eq!(watcher.next(), Wake::Scan);
        watcher.pace(Duration::from_millis(500));
        assert_eq!(watcher.pause, Duration::from_secs(10));
    }

    /// A watcher that is told of changes by a thread, which ends with it.
    fn told(tell: impl FnOnce(Sender<Changed>) + Send + 'static) -> Watcher {
        let (sender, wakes) = mpsc::channel();
        thread::spawn(move || tell(sender));
        let (root, pause) = (PathBuf::from("/nowhere"), SCAN);
        Watcher { root, notifier: None, wakes, waiting: RefCell::default(), pause }
    }

    #[test]
    fn a_burst_is_one_change() {
        let watcher = told(|sender| {
            for name in ["a", "b", "a", "c"] {
                sender.send(one(name)).expect("somebody listens");
                thread::sleep(QUIET / 5);
            }
            thread::sleep(QUIET * 3);
            sender.send(one("d")).expect("somebody listens");
            thread::sleep(QUIET * 3);
        });
        assert_eq!(watcher.next(), Wake::Changed(Changed::from(["a", "b", "c"].map(str::to_owned))));
        assert_eq!(watcher.next(), Wake::Changed(one("d")));
        assert_eq!(watcher.next(), Wake::Scan);
    }

    #[test]
    fn a_writer_that_never_rests_is_not_waited_for() {
        let watcher = told(|sender| {
            while sender.send(one("log")).is_ok() {
                thread::sleep(QUIET / 5);
            }
        });
        let since = Instant::now();
        assert_eq!(watcher.next(), Wake::Changed(one("log")));
        assert!(since.elapsed() < LONGEST_WAIT * 2);
    }

    #[test]
    fn when_the_system_has_lost_count_nothing_is_named() {
        let watcher = told(|sender| {
            for changed in [one("a"), Changed::new(), one("b")] {
                sender.send(changed).expect("somebody listens");
            }
        });
        assert_eq!(watcher.next(), Wake::Changed(Changed::new()));
    }
}
