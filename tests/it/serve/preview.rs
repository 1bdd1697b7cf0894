//! A preview to test: the program with a small site on the disk, a terminal to read and a browser's two sockets.

#![expect(clippy::disallowed_methods, reason = "tests write sites and wait")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use tungstenite::client::IntoClientRequest;
use tungstenite::{Message, WebSocket};

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long nothing must happen until we believe that nothing will.
const SILENCE: Duration = Duration::from_millis(700);

/// A small site in two languages.
pub(crate) const SITE: &[(&str, &str)] = &[
    ("site.yaml", "base_url: https://example.jp/\nlanguages: [ja, en]\ntitle: {ja: 案内, en: Guide}\n"),
    ("content/index.ja.md", "---\ntitle: はじめに\n---\n\nようこそ。\n"),
    ("content/index.en.md", "---\ntitle: Start\n---\n\nWelcome.\n"),
    ("content/受取.ja.md", "---\ntitle: 受け取り\n---\n\n窓口で受け取ります。\n"),
    ("content/受取.en.md", "---\ntitle: Pick-up\n---\n\nPick it up at the counter.\n"),
    ("content/form.csv", "name,address\n"),
];

/// A running preview of a site of its own.
pub(crate) struct Preview {
    pub(crate) site: TempDir,
    pub(crate) child: Child,
    lines: Receiver<String>,
    pub(crate) port: u16,
}

/// What was answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

pub(crate) type Channel = WebSocket<TcpStream>;

pub(crate) fn site(changes: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    for (path, text) in SITE.iter().chain(changes) {
        write(folder.path(), path, text);
    }
    folder
}

pub(crate) fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().expect("it lies in the root")).expect("there is room");
    fs::write(file, text).expect("there is room");
}

pub(crate) fn taiyaku(root: &Path, arguments: &str) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("taiyaku"));
    command.arg("serve").arg("--root").arg(root).args(arguments.split_whitespace()).stderr(Stdio::piped());
    command
}

impl Preview {
    /// A preview of the small site with these files changed, in English unless the arguments say otherwise.
    pub(crate) fn start(changes: &[(&str, &str)], arguments: &str) -> Self {
        let lang = if arguments.contains("--lang") { "" } else { "--lang en" };
        let site = site(changes);
        let command = taiyaku(site.path(), &format!("--port 0 {lang} {arguments}"));
        Self::run(site, command)
    }

    pub(crate) fn run(site: TempDir, command: Command) -> Self {
        Self::run_at(site, command, "http://127.0.0.1:")
    }

    /// A preview whose address begins like this.
    pub(crate) fn run_at(site: TempDir, command: Command, start: &str) -> Self {
        Self::begin(site, command).at(start)
    }

    /// A preview that says something before it gives its address.
    pub(crate) fn run_after(site: TempDir, command: Command, text: &str) -> Self {
        let preview = Self::begin(site, command);
        preview.told(text);
        preview.at("http://127.0.0.1:")
    }

    fn at(mut self, start: &str) -> Self {
        let line = self.told(start);
        let address = line.split(start).nth(1).expect("it is there");
        self.port = address.split('/').next().and_then(|port| port.parse().ok()).expect("it has a port");
        self
    }

    fn begin(site: TempDir, mut command: Command) -> Self {
        let mut child = command.spawn().expect("the program starts");
        let errors = BufReader::new(child.stderr.take().expect("it is piped"));
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || errors.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { site, child, lines, port: 0 }
    }

    /// The next line on the terminal that has this text.
    pub(crate) fn told(&self, text: &str) -> String {
        let until = Instant::now() + PATIENCE;
        let mut seen = Vec::new();
        while let Ok(line) = self.lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
            if line.contains(text) {
                return line;
            }
            seen.push(line);
        }
        panic!("nobody said {text:?}, but: {seen:#?}");
    }

    /// What has been said on the terminal and not yet read.
    pub(crate) fn said(&self) -> String {
        self.lines.try_iter().collect::<Vec<_>>().join("\n")
    }

    /// Asks for an address until the answer is as it shall be.
    pub(crate) fn until(&self, target: &str, is: impl Fn(&Answer) -> bool) -> Answer {
        let until = Instant::now() + PATIENCE;
        loop {
            let answer = self.get(target);
            if is(&answer) {
                return answer;
            }
            assert!(Instant::now() < until, "{target} stays {}: {}", answer.status, answer.text());
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Asks for an address until the page has this text.
    pub(crate) fn until_shown(&self, target: &str, text: &str) -> Answer {
        self.until(target, |answer| answer.text().contains(text))
    }

    /// The number of the build that is shown.
    pub(crate) fn build(&self) -> u64 {
        self.joined("/ja/").1.parse().expect("a number")
    }

    pub(crate) fn path(&self, path: &str) -> std::path::PathBuf {
        self.site.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        write(self.site.path(), path, text);
    }

    /// Sends a request as it is written, its lines ended as they should be.
    pub(crate) fn send(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("it can be set");
        let request = format!("{}\r\nConnection: close\r\n\r\n", request.replace('\n', "\r\n"));
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").expect("the head ends");
        let head = String::from_utf8(answer[..end].to_vec()).expect("the head is text");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("there is a status");
        Answer { status, head: head.to_lowercase(), body: answer[end + 4..].to_vec() }
    }

    pub(crate) fn ask(&self, method: &str, target: &str) -> Answer {
        self.send(&format!("{method} {target} HTTP/1.1\nHost: localhost:{}", self.port))
    }

    pub(crate) fn get(&self, target: &str) -> Answer {
        self.ask("GET", target)
    }

    /// The path of the channel and the build that a page names.
    pub(crate) fn joined(&self, target: &str) -> (String, String) {
        let page = self.get(target).text();
        let (before, rest) = page.split_once("/reload.js\" data-build=\"").expect("the page has the script");
        let token = before.rsplit("/_taiyaku/").next().expect("there is a last one");
        let (build, _) = rest.split_once('"').expect("the build ends");
        (format!("/_taiyaku/{token}/reload"), build.to_owned())
    }

    /// Joins the channel as the script of a page does.
    pub(crate) fn listen(&self, channel: &str) -> Channel {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("it can be set");
        let mut request =
            format!("ws://localhost:{}{channel}", self.port).into_client_request().expect("it is an address");
        let origin = format!("http://localhost:{}", self.port).parse().expect("it is a header");
        request.headers_mut().insert("origin", origin);
        tungstenite::client(request, stream).expect("it takes us in").0
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("it is text")
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// The build that the channel names next.
pub(crate) fn next_build(channel: &mut Channel) -> String {
    match channel.read().expect("the channel is open") {
        Message::Text(text) => {
            let message: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
            message["build"].as_str().expect("it names a build").to_owned()
        }
        other => panic!("not a text: {other:?}"),
    }
}

/// The first build that the channel names and that is another.
pub(crate) fn newer_build(channel: &mut Channel, old: &str) -> String {
    loop {
        let build = next_build(channel);
        if build != old {
            return build;
        }
    }
}

pub(crate) fn assert_silent(channel: &mut Channel) {
    channel.get_ref().set_read_timeout(Some(SILENCE)).expect("it can be set");
    let heard = channel.read();
    assert!(matches!(&heard, Err(tungstenite::Error::Io(_))), "{heard:?}");
    channel.get_ref().set_read_timeout(Some(PATIENCE)).expect("it can be set");
}
