//! Answers what is asked below `/_taiyaku/`: scripts and styles, the channel, the findings for a page, the dashboard, the
//! comparison of a topic and the wish to confirm it.

use std::path::PathBuf;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::FromRequestParts;
use axum::extract::ws::WebSocketUpgrade;
use axum::http::header::{self, HeaderValue};
use axum::http::request::Parts;
use axum::http::uri::Authority;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use serde_json::json;

use super::answer::{Answerer, typed};
use super::confirm::{self, LONGEST};
use super::editor::Editor;
use super::guard::{Refusal, has_own_origin};
use super::listen::Peer;
use super::media_type::{HTML, media_type};
use super::reload::{self, Asked};
use super::snapshot::Snapshot;
use super::view::View;
use super::{compare, dashboard, panel};
use crate::words::Msg;

/// The longest message that a page may send through the channel; it has nothing to say.
const LONGEST_MESSAGE: usize = 1024;

/// What pages of the preview's own may do: load our own files, and ask us. Forms only ever close a dialog.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What the preview's own pages need besides what is shown.
#[derive(Debug)]
pub(super) struct Own {
    /// The site's folder.
    pub(super) root: PathBuf,
    /// How files are opened.
    pub(super) editor: Editor,
}

impl Answerer {
    /// A look at what there is, for a page of the preview's own.
    pub(super) fn view<'a>(&'a self, snapshot: &'a Snapshot) -> View<'a> {
        let Self { lang, channel, own, .. } = self;
        View { snapshot, lang: *lang, root: &own.root, editor: &own.editor, channel }
    }

    /// What is the preview's own.
    pub(super) async fn answer_own(&self, parts: &mut Parts, body: Body, host: &Authority) -> Response {
        let path = parts.uri.path().to_owned();
        let asked = self.channel.asked(&path);
        if matches!(asked, Some(Asked::Confirmation)) && parts.method == Method::POST {
            return self.confirm(parts, body, host).await;
        }
        if !matches!(parts.method, Method::GET | Method::HEAD) {
            return self.refuse_method();
        }
        let snapshot = Arc::clone(&self.newest.borrow());
        let view = self.view(&snapshot);
        let query = parts.uri.query().unwrap_or_default();
        let page = match asked {
            Some(Asked::File(name, text)) => return typed(StatusCode::OK, media_type(name), text),
            Some(Asked::Channel) => return self.open_channel(parts, host).await,
            Some(Asked::Findings) => {
                let path = query.strip_prefix("path=").unwrap_or_default();
                let path = percent_decode_str(path).decode_utf8_lossy();
                return typed(StatusCode::OK, media_type("a.json"), panel::report(&view, &path));
            }
            Some(Asked::Dashboard) => Some(dashboard::dashboard(&view, query)),
            Some(Asked::Comparison(topic)) => {
                let topic = percent_decode_str(topic).decode_utf8_lossy();
                compare::compare(&view, &topic, query)
            }
            Some(Asked::Confirmation) => return self.refuse_method(),
            None => None,
        };
        match page {
            Some(page) => with_policy(StatusCode::OK, page),
            // A page, which follows when there is something again.
            None => with_policy(StatusCode::NOT_FOUND, dashboard::missing(&view)),
        }
    }

    async fn open_channel(&self, parts: &mut Parts, host: &Authority) -> Response {
        if !has_own_origin(&parts.headers, host) {
            return self.refuse(Refusal::ForeignPage);
        }
        let newest = self.newest.clone();
        match WebSocketUpgrade::from_request_parts(parts, &()).await {
            Ok(upgrade) => upgrade.max_message_size(LONGEST_MESSAGE).on_upgrade(|socket| reload::tell(socket, newest)),
            Err(rejection) => rejection.into_response(),
        }
    }

    /// Confirms a pair. A page of another site cannot ask for it: it knows neither the token nor, in any browser, how to
    /// send this type of content without being asked for its origin first.
    async fn confirm(&self, parts: &Parts, body: Body, host: &Authority) -> Response {
        let is_json = parts.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/json");
        if !has_own_origin(&parts.headers, host) || !is_json {
            return self.refuse(Refusal::ForeignPage);
        }
        // With `--host`, all of the network may look. Files are changed by those who sit at them.
        if parts.extensions.get::<Peer>() != Some(&Peer::Here) {
            return self.say(StatusCode::FORBIDDEN, &Msg::PreviewElsewhere);
        }
        let Ok(body) = to_bytes(body, LONGEST).await else {
            return self.say(StatusCode::PAYLOAD_TOO_LARGE, &Msg::PreviewMalformed);
        };
        let (root, snapshot) = (self.own.root.clone(), Arc::clone(&self.newest.borrow()));
        let writing = tokio::task::spawn_blocking(move || confirm::fulfil(&root, &snapshot, &body));
        let Ok((status, message)) = writing.await else {
            return self.say(StatusCode::INTERNAL_SERVER_ERROR, &Msg::PreviewMalformed);
        };
        let answer = json!({"message": message.text(self.lang)}).to_string();
        typed(status, media_type("a.json"), answer)
    }

    /// The page that stands in for a site that has had errors from the beginning.
    pub(super) fn show_waiting(&self, snapshot: &Snapshot) -> Response {
        with_policy(StatusCode::SERVICE_UNAVAILABLE, dashboard::waiting(&self.view(snapshot)))
    }
}

fn with_policy(status: StatusCode, page: String) -> Response {
    let mut response = typed(status, HTML, page);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    response
}
