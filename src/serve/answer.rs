//! A request in, an answer out: who asks, for what, by which method, and what there is.

use std::ops::Range;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use tokio::task::block_in_place;

use super::file;
use super::guard::{Guard, Refusal};
use super::lookup::{Found, look_up};
use super::media_type::{HTML, media_type};
use super::own::Own;
use super::range::Part;
use super::reload::{Channel, OWN};
use super::snapshot::{Newest, Shown};
use crate::output::Content;
use crate::words::{Msg, UiLang};

/// The longest path that is looked up.
const LONGEST_PATH: usize = 8 * 1024;

/// What every answer has, whatever it says.
const HEADERS: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::CACHE_CONTROL, "no-store"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// What answers requests.
#[derive(Debug)]
pub(super) struct Answerer {
    pub(super) guard: Guard,
    pub(super) channel: Channel,
    pub(super) newest: Newest,
    /// The language of the preview's own words.
    pub(super) lang: UiLang,
    /// What the preview's own pages need.
    pub(super) own: Own,
}

/// Answers a request.
pub(super) async fn answer(State(answerer): State<Arc<Answerer>>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let mut response = answerer.answer(&mut parts, body).await;
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

impl Answerer {
    async fn answer(&self, parts: &mut Parts, body: Body) -> Response {
        let host = match self.guard.admit(&parts.headers) {
            Ok(host) => host,
            Err(refusal) => return self.refuse(refusal),
        };
        let path = parts.uri.path().to_owned();
        // A proxy is asked for whole addresses; this is none.
        if parts.uri.scheme().is_some() || !path.starts_with('/') {
            return self.say(StatusCode::BAD_REQUEST, &Msg::PreviewMalformed);
        }
        if path.len() > LONGEST_PATH {
            return self.say(StatusCode::URI_TOO_LONG, &Msg::PreviewMalformed);
        }
        if path.starts_with(OWN) {
            return self.answer_own(parts, body, &host).await;
        }
        if !matches!(parts.method, Method::GET | Method::HEAD) {
            return self.refuse_method();
        }
        if format!("{path}/") == OWN {
            return moved(StatusCode::FOUND, OWN, None);
        }
        self.show(&path, parts).await
    }

    /// What is asked for can only be read.
    pub(super) fn refuse_method(&self) -> Response {
        let refusal = self.say(StatusCode::METHOD_NOT_ALLOWED, &Msg::PreviewMethod);
        ([(header::ALLOW, "GET, HEAD")], refusal).into_response()
    }

    /// What the site has at a path.
    async fn show(&self, path: &str, request: &Parts) -> Response {
        let query = request.uri.query();
        // The whole answer comes from one build.
        let snapshot = Arc::clone(&self.newest.borrow());
        let (served, build) = match &snapshot.shown {
            Shown::Site(served) => (served, snapshot.build),
            Shown::Nothing(_) => return self.show_waiting(&snapshot),
        };
        // A page may have to be rendered, which is not done while others wait.
        match block_in_place(|| look_up(path, &served.base, &|path| served.get(path))) {
            Found::File(path, content) => self.send(Some(request), &path, content, build).await,
            Found::Missing(Some((path, content))) => {
                let mut response = self.send(None, &path, content, build).await;
                *response.status_mut() = StatusCode::NOT_FOUND;
                response
            }
            Found::Missing(None) => self.say(StatusCode::NOT_FOUND, &Msg::PreviewNotFound),
            Found::Moved(address) if address == served.base => moved(StatusCode::FOUND, &address, query),
            Found::Moved(address) => moved(StatusCode::MOVED_PERMANENTLY, &address, query),
            Found::Malformed => self.say(StatusCode::BAD_REQUEST, &Msg::PreviewMalformed),
        }
    }

    /// A file of the site. Pages that were built join the channel; a file that is published as it is stays as it is.
    /// The request may ask for a part of it.
    async fn send(&self, request: Option<&Parts>, path: &str, content: Content, build: u64) -> Response {
        let media_type = media_type(path);
        let part = |length: u64| request.map_or(Part::Whole, |request| Part::of(request, length));
        let of_bytes = |bytes: Bytes| {
            let length = bytes.len() as u64;
            let slice = |part: Range<u64>| bytes.slice(part.start as usize..part.end as usize).into();
            parted(part(length), length, media_type, slice)
        };
        match content {
            Content::Bytes(bytes) if media_type == HTML => of_bytes(self.channel.join(&bytes, build).into()),
            Content::Bytes(bytes) => of_bytes(Bytes::from_owner(bytes)),
            Content::File { path, .. } => match file::open(path).await {
                Ok(opened) => {
                    let length = opened.length;
                    parted(part(length), length, media_type, |part| opened.into_body(part))
                }
                // It has gone since the build; the next one is on its way.
                Err(_) => self.say(StatusCode::NOT_FOUND, &Msg::PreviewNotFound),
            },
        }
    }

    pub(super) fn refuse(&self, refusal: Refusal) -> Response {
        match refusal {
            Refusal::NoHost => self.say(StatusCode::BAD_REQUEST, &Msg::PreviewNoHost),
            Refusal::ForeignHost(host) => {
                self.say(StatusCode::FORBIDDEN, &Msg::PreviewForeignHost { host: host.into() })
            }
            Refusal::ForeignPage => self.say(StatusCode::FORBIDDEN, &Msg::PreviewForeignPage),
        }
    }

    /// A line of the preview's own.
    pub(super) fn say(&self, status: StatusCode, message: &Msg) -> Response {
        typed(status, media_type("a.txt"), format!("{}\n", message.text(self.lang)))
    }
}

/// The way to where something stands. It begins with the base and holds names of the output only, so it leads nowhere
/// else.
fn moved(status: StatusCode, address: &str, query: Option<&str>) -> Response {
    let address = query.map_or_else(|| address.to_owned(), |query| format!("{address}?{query}"));
    (status, [(header::LOCATION, address)]).into_response()
}

/// A part of a file, or the word that it has no such part.
fn parted(part: Part, length: u64, media_type: &'static str, body: impl FnOnce(Range<u64>) -> Body) -> Response {
    let (status, range, body) = match part {
        Part::Whole => (StatusCode::OK, None, body(0..length)),
        Part::Bytes(part) => {
            let range = format!("bytes {}-{}/{length}", part.start, part.end - 1);
            (StatusCode::PARTIAL_CONTENT, Some(range), body(part))
        }
        Part::Beyond => (StatusCode::RANGE_NOT_SATISFIABLE, Some(format!("bytes */{length}")), Body::empty()),
    };
    let mut response = typed(status, media_type, body);
    response.headers_mut().insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    if let Some(range) = range.and_then(|range| HeaderValue::from_str(&range).ok()) {
        response.headers_mut().insert(header::CONTENT_RANGE, range);
    }
    response
}

/// An answer with its type.
pub(super) fn typed(status: StatusCode, media_type: &'static str, body: impl Into<Body>) -> Response {
    (status, [(header::CONTENT_TYPE, media_type)], body.into()).into_response()
}
