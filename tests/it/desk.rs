//! The preview's own pages over a real socket: the dashboard, the comparison of a topic, and the wish to confirm it.

#![expect(clippy::disallowed_methods, reason = "tests write sites and read what was written")]

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;

use crate::serve::preview::{Preview, SITE, site, taiyaku};
use serde_json::{Value, json};

/// What is said to a wish: the status, and the message if there is one.
fn wish(preview: &Preview, path: &str, lines: &str, body: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(("127.0.0.1", preview.port)).expect("it listens");
    let head = format!("POST {path} HTTP/1.1\nHost: localhost:{}\nContent-Length: {}", preview.port, body.len());
    let head = format!("{head}{lines}\nConnection: close\n\n").replace('\n', "\r\n");
    stream.write_all(format!("{head}{body}").as_bytes()).expect("it reads");
    let mut answer = Vec::new();
    // A server that refuses may close before it has read all.
    let _ = stream.read_to_end(&mut answer);
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let (head, body) = answer.split_once("\r\n\r\n").expect("the head ends");
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("there is a status");
    let message =
        serde_json::from_str(body).map(|value: Value| value["message"].as_str().unwrap_or_default().to_owned());
    (status, message.unwrap_or_default())
}

/// The value of an attribute in a page.
fn attribute(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!(" {name}=\"")).expect("the page has it");
    rest.split('"').next().expect("it ends").to_owned()
}

fn own_lines(preview: &Preview) -> String {
    format!("\nOrigin: http://localhost:{}\nContent-Type: application/json", preview.port)
}

#[test]
fn the_dashboard_and_comparisons_are_answered_under_a_policy() {
    let preview = Preview::start(&[], "--lang ja");
    assert_eq!(preview.get("/_taiyaku").header("location"), Some("/_taiyaku/"));
    for target in
        ["/_taiyaku/", "/_taiyaku/?all=facts", "/_taiyaku/compare/index/", "/_taiyaku/compare/%E5%8F%97%E5%8F%96/"]
    {
        let answer = preview.get(target);
        assert_eq!((answer.status, answer.header("content-type")), (200, Some("text/html; charset=utf-8")), "{target}");
        let policy = answer.header("content-security-policy").expect("there is one");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        assert!(answer.text().contains("data-report=\"") && answer.text().contains("<html lang=\"ja\">"));
    }
    for target in ["/_taiyaku/compare/", "/_taiyaku/compare/nothing/", "/_taiyaku/compare/index", "/_taiyaku/x/"] {
        assert_eq!(preview.get(target).status, 404, "{target}");
    }
    let foreign = preview.send(&format!(
        "GET /_taiyaku/ HTTP/1.1\nHost: localhost:{}\nSec-Fetch-Site: cross-site\nSec-Fetch-Dest: iframe",
        preview.port
    ));
    assert_eq!(foreign.status, 403);
}

#[test]
fn texts_of_a_site_are_never_markup_in_our_pages() {
    let evil = "---\ntitle: \"<script>alert(1)</script>\"\n---\n\n`<img src=x onerror=alert(2)>`と[無い](x.md)\n";
    let preview = Preview::start(&[("content/受取.ja.md", evil)], "--lang ja");
    for target in ["/_taiyaku/", "/_taiyaku/compare/%E5%8F%97%E5%8F%96/", "/ja/"] {
        let page = preview.get(target).text();
        assert!(!page.contains("<script>") && !page.contains("<img"), "{target}: {page}");
    }
    assert!(preview.get("/_taiyaku/").text().contains("&lt;script&gt;"));
}

#[test]
fn a_page_is_told_its_findings_and_those_of_the_site() {
    let broken = "---\ntitle: はじめに\n---\n\n[無い](nothing.md)\n";
    let preview = Preview::start(&[], "--lang ja --editor subl://open?url=file:///{path}&line={line}");
    let folder = preview.joined("/ja/").0.replace("/reload", "/");
    preview.write("content/index.ja.md", broken);
    preview.told("更新していません");
    let findings = |path: &str| -> Value {
        let answer = preview.get(&format!("{folder}findings?path={path}"));
        assert_eq!(answer.status, 200);
        serde_json::from_str(&answer.text()).expect("it is JSON")
    };
    let here = findings("%2Fja%2F");
    assert_eq!((&here["summary"], &here["level"], &here["lang"]), (&json!("エラー1件"), &json!("error"), &json!("ja")));
    assert_eq!(here["compare"], "/_taiyaku/compare/index/");
    let place = &here["page"][0]["places"][0];
    assert_eq!(place["where"], "content/index.ja.md:5:6");
    let href = place["href"].as_str().expect("it has an address");
    assert!(href.starts_with("subl://open?url=file:///") && href.ends_with("/content/index.ja.md&line=5"), "{href}");
    let marked = (&place["excerpt"]["before"], &place["excerpt"]["marked"], &place["excerpt"]["after"]);
    assert_eq!(marked, (&json!("[無い]("), &json!("nothing.md"), &json!(")")));
    let there = findings("%2Fen%2F");
    assert_eq!((there["page"].as_array().map(Vec::len), there["site"].as_array().map(Vec::len)), (Some(0), Some(1)));
    assert_eq!(preview.get("/_taiyaku/0/findings?path=%2F").status, 404);
}

#[test]
fn a_pair_is_confirmed_by_whoever_has_read_it() {
    let preview = Preview::start(&[], "");
    let page = preview.get("/_taiyaku/compare/index/").text();
    let path = format!("{}confirm", preview.joined("/ja/").0.trim_end_matches("reload"));
    let body = |digest: &str| json!({"topic": "index", "language": "en", "digest": digest}).to_string();
    let digest = attribute(&page, "data-digest");
    let own = own_lines(&preview);
    let stored = preview.site.path().join("content/.agreed/en/index.ja.md");

    let foreign = own.replace("localhost", "evil.example");
    let plain = own.replace("application/json", "text/plain");
    for lines in ["", "\nContent-Type: application/json", &*foreign, &*plain] {
        assert_eq!(wish(&preview, &path, lines, &body(&digest)).0, 403, "{lines}");
    }
    assert_eq!(wish(&preview, "/_taiyaku/0/confirm", &own, &body(&digest)).0, 405);
    assert_eq!(wish(&preview, "/_taiyaku/", &own, &body(&digest)).0, 405);
    assert_eq!(preview.get(&path).status, 405);
    assert_eq!(wish(&preview, &path, &own, "{").0, 400);
    assert_eq!(wish(&preview, &path, &own, &"x".repeat(20_000)).0, 413);
    assert_eq!(
        wish(&preview, &path, &own, &json!({"topic": "../x", "language": "en", "digest": ""}).to_string()).0,
        404
    );
    let (status, message) = wish(&preview, &path, &own, &body("0"));
    assert!(status == 409 && message.contains("have changed"), "{message}");
    assert!(!stored.exists());

    let (status, message) = wish(&preview, &path, &own, &body(&digest));
    assert_eq!((status, &*message), (200, "Confirmed: index (ja, en)"));
    assert_eq!(fs::read_to_string(stored).expect("it is stored"), SITE[1].1);
}

#[test]
fn texts_whose_facts_differ_are_not_confirmed_from_the_browser() {
    let preview = Preview::start(
        &[
            ("content/fee.ja.md", "---\ntitle: 手数料\n---\n\n手数料は300円です。\n"),
            ("content/fee.en.md", "---\ntitle: Fee\n---\n\nThe fee is 500 yen.\n"),
        ],
        "",
    );
    let page = preview.get("/_taiyaku/compare/fee/").text();
    assert!(page.contains("while their facts differ") && !page.contains("data-digest"), "{page}");
}

#[test]
fn an_editor_that_is_none_is_refused_and_one_can_be_named_by_the_environment() {
    let run = |arguments: &str, named: &str| {
        let site = site(&[]);
        let mut command = taiyaku(site.path(), &format!("--lang en --port 0 {arguments}"));
        command.env("TAIYAKU_EDITOR", named).output().expect("the program starts")
    };
    for output in [run("--editor javascript:{path}", ""), run("", "nothing")] {
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("vscode, vscodium"), "{output:?}");
    }
    let site = site(&[]);
    let mut command = taiyaku(site.path(), "--lang en --port 0");
    command.env("TAIYAKU_EDITOR", "zed");
    let preview = Preview::run(site, command);
    assert!(preview.get("/_taiyaku/compare/index/").text().contains("zed://file/"));
}
