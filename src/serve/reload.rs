//! Tells browsers that there is a newer build: the script that pages get, and the channel that it listens at.
//!
//! The channel's path has a token that only pages of this run know. On it, the preview says which build it shows and
//! which report is the newest: at once when a page joins, and whenever either changes. A page that comes from another
//! build follows. So no change is lost when a build ends while a page loads, and none comes twice.

use std::time::Duration;

use axum::extract::ws::{Message, WebSocket};
use serde_json::json;
use tokio::time::{MissedTickBehavior, interval};

use super::snapshot::{Newest, Snapshot};

/// The script. It belongs to the preview; a built site never has it. Its parts share one scope, so that a page asks once
/// and sees one name less of ours.
const SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\nconst script = document.currentScript;\n",
    "const OWN = new URL(\".\", script.src).pathname;\n",
    include_str!("client/patch.js"),
    include_str!("client/sheets.js"),
    include_str!("client/edited.js"),
    include_str!("client/follow.js"),
    include_str!("client/panel.js"),
    include_str!("client/channel.js"),
    "})();\n",
);

/// What the preview's pages load, by its name below the token.
const FILES: &[(&str, &str)] = &[
    ("reload.js", SCRIPT),
    ("panel.css", include_str!("client/panel.css")),
    ("pages.css", include_str!("client/pages.css")),
    ("confirm.js", include_str!("client/confirm.js")),
];

/// Addresses that begin like this belong to the preview.
pub(super) const OWN: &str = "/_taiyaku/";
/// Where topics are compared; the topic follows.
pub(super) const COMPARE: &str = "/_taiyaku/compare/";

/// How often the channel speaks when nothing changes, so that a page notices when it is dead.
const BEAT: Duration = Duration::from_secs(15);

/// Where pages of this run find the script and the channel.
#[derive(Debug)]
pub(super) struct Channel {
    folder: String,
}

/// What is asked for below [`OWN`].
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked<'a> {
    /// A script or a style sheet: its name and its text.
    File(&'static str, &'static str),
    /// The channel.
    Channel,
    /// The findings for a page.
    Findings,
    /// That a pair shall be confirmed.
    Confirmation,
    /// The dashboard.
    Dashboard,
    /// The comparison of a topic, as it stands in the address.
    Comparison(&'a str),
}

impl Channel {
    /// A channel with a path that nobody can guess.
    pub(super) fn new() -> Result<Self, getrandom::Error> {
        let mut token = [0; 16];
        getrandom::fill(&mut token)?;
        Ok(Self { folder: format!("{OWN}{:032x}/", u128::from_be_bytes(token)) })
    }

    /// The path of something that only pages of this run know.
    pub(super) fn address(&self, name: &str) -> String {
        format!("{}{name}", self.folder)
    }

    /// What a path below [`OWN`] names.
    pub(super) fn asked<'a>(&self, path: &'a str) -> Option<Asked<'a>> {
        if path == OWN {
            return Some(Asked::Dashboard);
        }
        if let Some(topic) = path.strip_prefix(COMPARE) {
            return topic.strip_suffix('/').map(Asked::Comparison);
        }
        match path.strip_prefix(&*self.folder)? {
            "reload" => Some(Asked::Channel),
            "findings" => Some(Asked::Findings),
            "confirm" => Some(Asked::Confirmation),
            asked => FILES.iter().find(|(name, _)| *name == asked).map(|(name, text)| Asked::File(name, text)),
        }
    }

    /// A page with the script. Its last thing is the place for it, since a page shall be read before it listens.
    pub(super) fn join(&self, page: &[u8], build: u64) -> Vec<u8> {
        let script = format!("<script src=\"{}reload.js\" data-build=\"{build}\" defer></script>", self.folder);
        let end = page.windows(b"</body".len()).rposition(|tag| tag.eq_ignore_ascii_case(b"</body"));
        let (before, after) = page.split_at(end.unwrap_or(page.len()));
        [before, script.as_bytes(), after].concat()
    }
}

/// What the channel says of a snapshot.
fn news(snapshot: &Snapshot) -> String {
    let (build, report) = (snapshot.build.to_string(), snapshot.revision.to_string());
    json!({"build": build, "report": report, "files": snapshot.ages.files()}).to_string()
}

/// Tells one page what is shown, until one of the two ends.
pub(super) async fn tell(mut socket: WebSocket, mut newest: Newest) {
    let mut beat = interval(BEAT);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        // The first beat comes at once.
        let goes_on = tokio::select! {
            _ = beat.tick() => true,
            changed = newest.changed() => changed.is_ok(),
            message = socket.recv() => match message {
                Some(Ok(_)) => continue,
                _ => false,
            },
        };
        let message = Message::text(news(&newest.borrow_and_update()));
        if !goes_on || socket.send(message).await.is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_before_the_end_of_the_body() {
        let channel = Channel { folder: "/_taiyaku/x/".to_owned() };
        let joined = |page: &str| String::from_utf8(channel.join(page.as_bytes(), 7)).expect("UTF-8");
        let script = "<script src=\"/_taiyaku/x/reload.js\" data-build=\"7\" defer></script>";
        for (before, after) in
            [("<p>あ", "</BODY></html>"), ("<pre>&lt;/body", "</body>"), ("</body>", "</body>"), ("<p>a", "")]
        {
            assert_eq!(joined(&format!("{before}{after}")), format!("{before}{script}{after}"));
        }
    }

    #[test]
    fn each_run_has_a_path_of_its_own() {
        let [one, other] = [Channel::new(), Channel::new()].map(|channel| channel.expect("there is chance"));
        assert_ne!(one.folder, other.folder);
        assert_eq!(one.asked(&format!("{}reload", one.folder)), Some(Asked::Channel));
        assert_eq!(one.asked(&one.address("reload.js")), Some(Asked::File("reload.js", SCRIPT)));
        assert_eq!(one.asked(&format!("{}reload", other.folder)), None);
        assert_eq!(one.asked("/_taiyaku/reload"), None);
        assert_eq!(one.asked("/_taiyaku/compare/a/b/"), Some(Asked::Comparison("a/b")));
        assert_eq!((one.asked("/_taiyaku/compare/a"), one.asked(OWN)), (None, Some(Asked::Dashboard)));
    }
}
