//! The preview: a site that follows every change, in a browser.
//!
//! One thread builds and publishes; the others answer from what was published last. They share nothing else, so a
//! build never makes a request wait. Everything that is answered is in memory, or is a file that the site publishes
//! as it is, and is found by its exact address.

mod address;
mod ages;
mod answer;
mod browser;
mod compare;
mod confirm;
mod dashboard;
mod editor;
mod file;
mod guard;
mod listen;
mod lookup;
mod markup;
mod media_type;
mod own;
mod page;
mod panel;
mod range;
mod rebuild;
mod reload;
mod snapshot;
mod view;
mod watch;

pub use address::Address;
pub use editor::Editor;
pub use rebuild::{Effect, Rebuild};

use std::convert::Infallible;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use axum::Router;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use crate::pipeline::{Options, Unusable};
use crate::words::{Msg, UiLang};
use address::Bound;
use answer::Answerer;
use guard::Guard;
use own::Own;
use rebuild::Builder;
use reload::Channel;
use watch::{Changed, Polled, Wake, Watcher};

/// Who tells the user how the preview goes.
pub trait Teller: Clone + Send + 'static {
    /// A build has ended.
    fn built(&self, rebuild: &Rebuild);

    /// Something else is worth knowing.
    fn say(&self, message: &Msg);

    /// Something has failed, but the preview goes on.
    fn fail(&self, unusable: &Unusable);
}

/// What a preview is told besides the site's folder and the day.
#[derive(Debug, Clone)]
pub struct Manner {
    /// Where it answers.
    pub address: Address,
    /// What links to sources open.
    pub editor: Editor,
    /// Whether the files are looked at again and again, instead of asking the system to tell of changes.
    pub polls: bool,
    /// Whether the day of the site follows the clock.
    pub follows_clock: bool,
    /// The language of the preview's own words.
    pub lang: UiLang,
}

/// How long a line on a build waits for all of it to be judged.
const PATIENCE: Duration = Duration::from_millis(300);

/// Serves a site until the process ends.
///
/// # Errors
/// When the site or the address cannot be used.
pub fn run(
    root: &Path,
    options: &Options<'_>,
    manner: &Manner,
    teller: &impl Teller,
) -> Result<Infallible, Box<Unusable>> {
    let root = canonical(root)?;
    let bound = manner.address.bind()?;
    // Watching begins first: a change during the first build is not lost.
    let watcher = watch(&root, manner.polls, teller);
    let mut builder = Builder::new(&root, options, manner.follows_clock, manner.lang);
    teller.built(&builder.rebuild(Changed::new())?);
    let url = announce(&bound, &builder.base(), teller);
    let guard = Guard { bound: bound.address.ip(), named: manner.address.host.clone() };
    let channel = Channel::new().map_err(|error| failed(&error))?;
    let own = Own { root: root.clone(), editor: manner.editor.clone() };
    let answerer = Answerer { guard, channel, newest: builder.newest(), lang: manner.lang, own };
    let _runtime = start(bound, answerer).map_err(|error| failed(&error))?;
    if manner.address.open {
        open(url, teller);
    }
    follow(watcher, builder, teller)
}

/// Follows the changes of a site.
fn follow<T: Teller>(mut watcher: Watcher, mut builder: Builder<'_>, teller: &T) -> ! {
    loop {
        // The newest state wins: what is left of a build waits while there is something newer.
        let rest = builder.finish(&|| !watcher.has_news());
        rest.iter().for_each(|rest| teller.built(rest));
        let changed = match watcher.next() {
            Wake::Changed(changed) => changed,
            Wake::Scan => {
                scan(&mut watcher, &mut builder, teller);
                continue;
            }
        };
        if let Err(error) = watcher.follow(&changed) {
            teller.say(&Msg::PreviewWatchLost { cause: error.to_string().into() });
        }
        rebuild(&watcher, &mut builder, changed, teller);
    }
}

/// Looks at all sources, and builds if they have changed or a new day has begun. Nobody is told if they have not.
#[expect(clippy::disallowed_methods, reason = "a large site is looked at less often")]
fn scan<T: Teller>(watcher: &mut Watcher, builder: &mut Builder<'_>, teller: &T) {
    let since = Instant::now();
    let mut differs = builder.look();
    watcher.pace(since.elapsed());
    // What is still being written is waited for.
    while differs && since.elapsed() < watch::LONGEST_WAIT {
        thread::sleep(watch::QUIET);
        differs = builder.look();
    }
    let day = builder.day();
    match builder.rebuild_seen() {
        Ok(rebuild) if rebuild.effect == Effect::Unchanged => {}
        Ok(rebuild) => {
            if let Some(day) = builder.day().filter(|new| day.is_some_and(|old| old != *new)) {
                teller.say(&Msg::PreviewNewDay { date: day.into() });
            }
            tell(watcher, builder, rebuild, teller);
        }
        // The site cannot be read, which was told when that began.
        Err(_) => {}
    }
}

fn rebuild<T: Teller>(watcher: &Watcher, builder: &mut Builder<'_>, changed: Changed, teller: &T) {
    match builder.rebuild(changed) {
        Ok(rebuild) => tell(watcher, builder, rebuild, teller),
        Err(unusable) => teller.fail(&unusable),
    }
}

/// Tells of a build. Most often all of it is judged in no time, and one line says it all; else the rest follows.
#[expect(clippy::disallowed_methods, reason = "the user does not wait for the whole of a large site")]
fn tell<T: Teller>(watcher: &Watcher, builder: &mut Builder<'_>, rebuild: Rebuild, teller: &T) {
    let since = Instant::now();
    let rest = match rebuild.effect {
        Effect::Updated => builder.finish(&|| !watcher.has_news() && since.elapsed() < PATIENCE),
        _ => None,
    };
    teller.built(&match rest {
        Some(rest) => rebuild.finished(rest),
        None => rebuild,
    });
}

/// Watches the sources. Where the system does not tell of changes, the user is told why that makes a difference.
fn watch(root: &Path, polls: bool, teller: &impl Teller) -> Watcher {
    let (watcher, polled) = Watcher::new(root, polls);
    match polled {
        None | Some(Polled::Asked) => {}
        Some(Polled::Remote) => teller.say(&Msg::PreviewRemote),
        Some(Polled::Refused(error)) => teller.say(&match error.kind {
            notify::ErrorKind::MaxFilesWatch => Msg::PreviewWatchLimit,
            _ => Msg::PreviewPolled { cause: error.to_string().into() },
        }),
    }
    watcher
}

/// Says where the preview is, and who can see it. Its address is given back.
fn announce(bound: &Bound, base: &str, teller: &impl Teller) -> String {
    if let Some(port) = bound.instead_of {
        let taken = bound.address.port().to_string();
        teller.say(&Msg::PreviewOtherPort { port: port.to_string().into(), taken: taken.into() });
    }
    let url = bound.url(base);
    teller.say(&Msg::PreviewAt { url: (&url).into() });
    if bound.is_exposed() {
        teller.say(&match bound.outer_url(base) {
            Some(url) => Msg::PreviewExposedAt { url: url.into() },
            None => Msg::PreviewExposed,
        });
    }
    url
}

/// Opens a browser. The preview is as good without one.
fn open(url: String, teller: &impl Teller) {
    let (teller, shown) = (teller.clone(), url.clone());
    browser::open(url, move || teller.say(&Msg::PreviewNoBrowser { url: shown.into() }));
}

/// Begins to answer, on threads of its own. It ends with the runtime that is given back.
fn start(bound: Bound, answerer: Answerer) -> io::Result<Runtime> {
    let runtime = Runtime::new()?;
    bound.listener.set_nonblocking(true)?;
    let listener = {
        let _context = runtime.enter();
        TcpListener::from_std(bound.listener)?
    };
    let router = Router::new().fallback(answer::answer).with_state(Arc::new(answerer));
    runtime.spawn(listen::listen(listener, router));
    Ok(runtime)
}

#[expect(clippy::disallowed_methods, reason = "events name files by their real paths")]
fn canonical(root: &Path) -> Result<PathBuf, Box<Unusable>> {
    root.canonicalize().map_err(|error| {
        let message = Msg::LoadUnreadable { path: root.display().to_string().into(), cause: error.to_string().into() };
        Box::new(Unusable { message, helps: Vec::new() })
    })
}

fn failed(error: &impl ToString) -> Box<Unusable> {
    Box::new(Unusable { message: Msg::PreviewFailed { cause: error.to_string().into() }, helps: Vec::new() })
}
