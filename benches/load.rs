//! The preview under load: 200 open pages and 2,000 requests a second for 30 seconds, while files change.
//!
//! `cargo bench --bench load` starts the program with a site of 1,000 pages, and fails if a request fails, if an open
//! page does not hear of a change, or if memory grows. Other numbers of seconds can be named:
//! `cargo bench --bench load -- 5`.

#![expect(clippy::disallowed_methods, reason = "a benchmark writes sites and takes the time")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use tungstenite::client::IntoClientRequest;
use tungstenite::{Message, WebSocket};

mod large;

const PAGES: usize = 1_000;
const TABS: usize = 200;
const RATE: u32 = 2_000;
const CLIENTS: u32 = 8;
const SECONDS: u64 = 30;

/// The addresses that are asked for in turn.
const TARGETS: [&str; 8] =
    ["/", "/ja/", "/ja/s0/t0/p0/", "/en/s0/t0/p7/", "/en/s1/t0/", "/ja/s1/t1/p30/", "/sitemap.xml", "/nothing/"];

struct Preview {
    child: Child,
    port: u16,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What was counted.
#[derive(Default)]
struct Counts {
    answered: AtomicUsize,
    failed: AtomicUsize,
    /// The longest time that an answer took, in microseconds.
    slowest: AtomicUsize,
    heard: AtomicUsize,
    ends: AtomicBool,
}

fn main() {
    let seconds = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(SECONDS);
    let site = tempfile::tempdir().expect("there is room");
    large::write(site.path(), PAGES);
    let preview = start(site.path());
    let counts = Counts::default();
    let mut memory = Vec::new();
    let mut edits = 0;
    thread::scope(|scope| {
        let channel = channel(preview.port);
        for _ in 0..TABS {
            let tab = listen(preview.port, &channel);
            scope.spawn(|| hear(tab, &counts));
        }
        for client in 0..CLIENTS {
            let (port, counts) = (preview.port, &counts);
            scope.spawn(move || ask(port, client as usize, counts));
        }
        let since = Instant::now();
        while since.elapsed() < Duration::from_secs(seconds) {
            edit(site.path(), edits);
            edits += 1;
            thread::sleep(Duration::from_millis(500));
            memory.push(resident(preview.child.id()));
        }
        counts.ends.store(true, Ordering::Relaxed);
        // The open pages end with the preview, which ends here.
        drop(preview);
    });
    report(&counts, &memory, edits, seconds);
}

fn report(counts: &Counts, memory: &[u64], edits: usize, seconds: u64) {
    let count = |counter: &AtomicUsize| counter.load(Ordering::Relaxed);
    let (answered, failed, heard) = (count(&counts.answered), count(&counts.failed), count(&counts.heard));
    println!("{answered} answers in {seconds} s, {failed} failed, slowest {} ms", count(&counts.slowest) / 1000);
    println!("{edits} edits, {heard} messages on {TABS} open pages");
    let part = |range: &[u64]| range.iter().sum::<u64>() / range.len().max(1) as u64;
    let (early, late) = (part(&memory[memory.len() / 3..memory.len() / 2]), part(&memory[memory.len() * 5 / 6..]));
    println!("memory {} MB early, {} MB late", early >> 10, late >> 10);
    assert_eq!(failed, 0, "requests have failed");
    assert!(heard >= TABS * 2, "open pages have not heard of changes");
    assert!(late < early + early / 4 + 20_000, "memory has grown");
}

fn start(root: &Path) -> Preview {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("taiyaku"));
    command.args(["serve", "--port", "0", "--lang", "en", "--root"]).arg(root).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let errors = BufReader::new(child.stderr.take().expect("it is piped"));
    let mut lines = errors.lines().map_while(Result::ok);
    let line = lines.find(|line| line.contains("http://127.0.0.1:")).expect("it says where it is");
    thread::spawn(move || lines.for_each(drop));
    let port = line.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
    Preview { child, port: port.and_then(|port| port.parse().ok()).expect("it has a port") }
}

/// Makes one edit or another: a text, a title, a fact, a new page, a page that goes.
fn edit(root: &Path, number: usize) {
    let page = |lang| large::page(lang, number, 9);
    let write = |path: &str, text: &str| fs::write(root.join(path), text).expect("there is room");
    match number % 5 {
        0 => write("content/s0/t0/p0.ja.md", &page("ja").replace("窓口", &format!("{number}番窓口"))),
        1 => write("content/s0/t0/p7.en.md", &page("en").replace("title: ", &format!("title: {number} "))),
        2 => write("content/facts.yaml", &large::FACTS.replace("800", &number.to_string())),
        3 => write("content/s1/t0/new.ja.md", &page("ja")),
        _ => drop(fs::remove_file(root.join("content/s1/t0/new.ja.md"))),
    }
}

/// The path of the channel, from a page.
fn channel(port: u16) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
    write!(stream, "GET /ja/ HTTP/1.0\r\nHost: localhost:{port}\r\n\r\n").expect("it reads");
    let mut page = String::new();
    stream.read_to_string(&mut page).expect("it answers");
    let token = page.split("src=\"/_taiyaku/").nth(1).and_then(|rest| rest.split('/').next()).expect("the script");
    format!("/_taiyaku/{token}/reload")
}

fn listen(port: u16, channel: &str) -> WebSocket<TcpStream> {
    let stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
    let mut request = format!("ws://localhost:{port}{channel}").into_client_request().expect("it is an address");
    let origin = format!("http://localhost:{port}").parse().expect("it is a header");
    request.headers_mut().insert("origin", origin);
    tungstenite::client(request, stream).expect("it takes us in").0
}

fn hear(mut tab: WebSocket<TcpStream>, counts: &Counts) {
    while let Ok(Message::Text(_)) = tab.read() {
        counts.heard.fetch_add(1, Ordering::Relaxed);
    }
}

/// Asks one address after another on one connection, at an even pace.
fn ask(port: u16, client: usize, counts: &Counts) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
    stream.set_nodelay(true).expect("it can be set");
    let pace = Duration::from_secs(1) * CLIENTS / RATE;
    let mut next = Instant::now();
    for number in client.. {
        if counts.ends.load(Ordering::Relaxed) {
            return;
        }
        let target = TARGETS[number % TARGETS.len()];
        let since = Instant::now();
        let status = answer(&mut stream, port, target);
        let time = usize::try_from(since.elapsed().as_micros()).unwrap_or(usize::MAX);
        // What the end of the run has cut off has not failed.
        if counts.ends.load(Ordering::Relaxed) {
            return;
        }
        let is_right = status == Some(if target == "/nothing/" { 404 } else { 200 });
        if is_right { &counts.answered } else { &counts.failed }.fetch_add(1, Ordering::Relaxed);
        counts.slowest.fetch_max(time, Ordering::Relaxed);
        next += pace;
        thread::sleep(next.saturating_duration_since(Instant::now()));
    }
}

/// The status of an answer, which is read to its end.
fn answer(stream: &mut TcpStream, port: u16, target: &str) -> Option<u16> {
    write!(stream, "GET {target} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n").ok()?;
    let mut read = Vec::new();
    let mut piece = [0; 64 * 1024];
    let end = loop {
        if let Some(at) = read.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            break at + 4;
        }
        let count = some(stream.read(&mut piece).ok()?)?;
        read.extend_from_slice(&piece[..count]);
    };
    let head = String::from_utf8_lossy(&read[..end]).to_lowercase();
    let length: usize = head.split("content-length: ").nth(1)?.split("\r\n").next()?.parse().ok()?;
    let mut left = (end + length).checked_sub(read.len())?;
    while left > 0 {
        left = left.checked_sub(some(stream.read(&mut piece).ok()?)?)?;
    }
    head.split(' ').nth(1)?.parse().ok()
}

/// A number of bytes; none at the end of a stream.
fn some(count: usize) -> Option<usize> {
    (count > 0).then_some(count)
}

/// How much memory a process holds, in KiB.
fn resident(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()).and_then(|number| number.parse().ok()).unwrap_or(0)
}
