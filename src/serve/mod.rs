//! The preview: a site that follows every change, in a browser.
//!
//! One thread builds and publishes; the others answer from what was published last. They share nothing else, so a
//! build never makes a request wait. Everything that is answered is in memory, or is a file that the site publishes
//! as it is, and is found by its exact address.

mod address;
mod answer;
mod browser;
mod compare;
mod confirm;
mod dashboard;
mod editor;
mod file;
mod guard;
mod lookup;
mod markup;
mod media_type;
mod own;
mod page;
mod panel;
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
use std::sync::{Arc, mpsc};

use axum::Router;
use axum::serve::ListenerExt;
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
use watch::{Changed, Watcher};

/// Who tells the user how the preview goes.
pub trait Teller: Clone + Send + 'static {
    /// A build has ended.
    fn built(&self, rebuild: &Rebuild);

    /// Something else is worth knowing.
    fn say(&self, message: &Msg);

    /// Something has failed, but the preview goes on.
    fn fail(&self, unusable: &Unusable);
}

/// Serves a site until the process ends. `editor` is what links to sources open, `lang` the language of the preview's own
/// words.
///
/// # Errors
/// When the site or the address cannot be used.
pub fn run(
    root: &Path,
    options: &Options<'_>,
    address: &Address,
    editor: &Editor,
    lang: UiLang,
    teller: &impl Teller,
) -> Result<Infallible, Box<Unusable>> {
    let root = canonical(root)?;
    let bound = address.bind()?;
    let (changes, changed) = mpsc::channel();
    // Watching begins first: a change during the first build is not lost.
    let mut watcher = watch(&root, &changes, teller)?;
    let mut builder = Builder::new(&root, options, lang);
    teller.built(&builder.rebuild(Changed::new())?);
    let url = announce(&bound, &builder.base(), teller);
    let guard = Guard { bound: bound.address.ip(), named: address.host.clone() };
    let channel = Channel::new().map_err(|error| failed(&error))?;
    let own = Own { root: root.clone(), editor: editor.clone() };
    let answerer = Answerer { guard, channel, newest: builder.newest(), lang, own };
    let _runtime = start(bound, answerer).map_err(|error| failed(&error))?;
    if address.open {
        open(url, teller);
    }
    loop {
        let changed = watch::next(&changed).unwrap_or_default();
        if let Err(error) = watcher.follow(&root, &changed) {
            teller.say(&Msg::PreviewWatchLost { cause: error.to_string().into() });
        }
        match builder.rebuild(changed) {
            Ok(rebuild) => teller.built(&rebuild),
            Err(unusable) => teller.fail(&unusable),
        }
    }
}

fn watch(root: &Path, changes: &mpsc::Sender<Changed>, teller: &impl Teller) -> Result<Watcher, Box<Unusable>> {
    let (watcher, polled_because) = Watcher::new(root, changes).map_err(|error| {
        let message = Msg::PreviewWatchRefused { cause: error.to_string().into() };
        Box::new(Unusable { message, helps: Vec::new() })
    })?;
    if let Some(error) = polled_because {
        teller.say(&Msg::PreviewPolled { cause: error.to_string().into() });
    }
    Ok(watcher)
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
    // Answers are small and whole; waiting for more to send would only delay them.
    let listener = listener.tap_io(|connection| drop(connection.set_nodelay(true)));
    runtime.spawn(async move { axum::serve(listener, router).await });
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
