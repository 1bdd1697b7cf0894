//! What browsers and strangers may ask, beyond the plain page.

#![expect(clippy::disallowed_methods, reason = "tests write sites and wait")]

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::preview::{Preview, site, taiyaku};

fn ranged(preview: &Preview, target: &str, range: &str) -> (u16, String, String) {
    let port = preview.port;
    let answer = preview.send(&format!("GET {target} HTTP/1.1\nHost: localhost:{port}\nRange: {range}"));
    let range = answer.header("content-range").unwrap_or_default().to_owned();
    (answer.status, range, answer.text())
}

#[test]
fn a_part_of_a_file_can_be_had() {
    let preview = Preview::start(&[("content/ten.txt", "0123456789")], "");
    let asked = |range: &str| ranged(&preview, "/ten.txt", range);
    let part = |range: &str, bytes: &str| (206, range.to_owned(), bytes.to_owned());
    assert_eq!(asked("bytes=0-3"), part("bytes 0-3/10", "0123"));
    assert_eq!(asked("bytes=7-"), part("bytes 7-9/10", "789"));
    assert_eq!(asked("bytes=-2"), part("bytes 8-9/10", "89"));
    let many = format!("bytes={}", vec!["0-0"; 1000].join(","));
    for whole in ["bytes=0-1,3-4", &many, "pages=1-2", "bytes=x"] {
        assert_eq!(asked(whole), (200, String::new(), "0123456789".to_owned()), "{whole}");
    }
    for beyond in ["bytes=-0", "bytes=10-", "bytes=99999999999-"] {
        assert_eq!(asked(beyond), (416, "bytes */10".to_owned(), String::new()), "{beyond}");
    }
    // A page that was built, and one that is not there.
    assert_eq!(ranged(&preview, "/ja/", "bytes=0-14").2, "<!DOCTYPE html>");
    assert_eq!(ranged(&preview, "/nothing", "bytes=0-3").0, 404);
}

#[test]
fn conditions_and_codings_change_nothing() {
    let preview = Preview::start(&[("content/ten.txt.gz", "zipped"), ("content/ten.txt", "0123456789")], "");
    for line in [
        "If-None-Match: *",
        "Accept-Encoding: *;q=0",
        "Accept-Encoding: gzip, br",
        "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT",
    ] {
        let answer = preview.send(&format!("GET /ten.txt HTTP/1.1\nHost: localhost:{}\n{line}", preview.port));
        assert_eq!(
            (answer.status, answer.text().as_str(), answer.header("content-encoding")),
            (200, "0123456789", None),
            "{line}"
        );
    }
}

#[test]
fn slashes_and_names_are_those_of_a_host() {
    let preview = Preview::start(&[("content/s.css", "a{}"), ("content/ガイド.txt", "g")], "");
    for (target, status) in [
        ("/ja", 301),
        ("/ja/", 200),
        ("/ja/index.html", 200),
        ("/s.css", 200),
        ("/s.css/", 404),
        ("/s.css/x", 404),
        ("/S.css", 404),
        ("/JA/", 404),
        ("/s.css?import", 200),
        ("/%E3%82%AC%E3%82%A4%E3%83%89.txt", 200),
        // The voiced sound marks as characters of their own, as macOS writes names.
        ("/%E3%82%AB%E3%82%99%E3%82%A4%E3%83%88%E3%82%99.txt", 200),
    ] {
        assert_eq!(preview.get(target).status, status, "{target}");
    }
}

#[test]
fn redirects_of_the_site_are_pages_as_on_the_host() {
    let settings = format!("{}redirects: {{/old/: /ja/}}\n", super::SITE[0].1);
    let preview = Preview::start(&[("site.yaml", &settings)], "");
    let page = preview.get("/old/");
    assert!(page.status == 200 && page.text().contains("url=/ja/"), "{}", page.text());
}

#[test]
fn heads_that_are_too_large_are_refused_and_the_preview_goes_on() {
    let preview = Preview::start(&[], "");
    let many: String = (0..1000).map(|number| format!("\nX-{number}: y")).collect();
    let answer = preview.send(&format!("GET /ja/ HTTP/1.1\nHost: localhost:{}{many}", preview.port));
    assert_eq!(answer.status, 431);
    let answer = preview.send(&format!("GET /ja/ HTTP/1.1\nHost: {}", "a".repeat(10_000)));
    assert!([400, 403].contains(&answer.status));
    assert_eq!(preview.get("/ja/").status, 200);
}

#[test]
fn whoever_says_nothing_is_sent_away() {
    let preview = Preview::start(&[], "");
    let connect = || TcpStream::connect(("127.0.0.1", preview.port)).expect("it listens");
    let mut silent: Vec<TcpStream> = (0..500).map(|_| connect()).collect();
    let slow = silent.last_mut().expect("there are some");
    slow.write_all(b"GET /ja/ HTTP/1.1\r\nHost: loc").expect("it reads");
    // The others do not keep anybody from being answered.
    assert_eq!(preview.get("/ja/").status, 200);
    let since = Instant::now();
    slow.set_read_timeout(Some(Duration::from_secs(60))).expect("it can be set");
    let mut answer = Vec::new();
    slow.read_to_end(&mut answer).expect("it is closed");
    assert!(since.elapsed() < Duration::from_secs(50) && !answer.starts_with(b"HTTP/1.1 200"));
}

#[test]
fn the_preview_answers_where_it_is_told_to() {
    let folder = site(&[]);
    let command = taiyaku(folder.path(), "--lang en --port 0 --host ::1");
    // Where a machine has no IPv6, that is said, and nothing else happens.
    if TcpStream::connect_timeout(&"[::1]:9".parse().expect("an address"), Duration::from_secs(1))
        .is_err_and(|error| error.kind() == std::io::ErrorKind::ConnectionRefused)
    {
        let preview = Preview::run_at(folder, command, "http://[::1]:");
        let mut stream = TcpStream::connect(("::1", preview.port)).expect("it listens");
        stream
            .write_all(format!("GET /ja/ HTTP/1.0\r\nHost: [::1]:{}\r\n\r\n", preview.port).as_bytes())
            .expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        assert!(answer.starts_with("HTTP/1.0 200"), "{answer}");
    } else {
        let output = { command }.output().expect("the program starts");
        assert_eq!(output.status.code(), Some(2));
    }
}
