//! The preview: what a browser, an editor and a stranger get from the running program, over real sockets.

#![expect(clippy::disallowed_methods, reason = "tests write sites and wait")]

mod asking;
mod following;
pub(crate) mod preview;

use std::fs;
use std::net::TcpListener;
use std::process::Command;
use std::time::{Duration, Instant};

use preview::{Preview, SITE, assert_silent, newer_build, next_build, site, taiyaku};

#[test]
fn pages_and_files_are_answered_as_a_host_would() {
    let preview = Preview::start(&[], "");
    let page = preview.get("/ja/%E5%8F%97%E5%8F%96/");
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    assert!(
        page.text().contains("窓口で受け取ります。")
            && page.text().contains("/reload.js\" data-build=\"1\" defer></script></body>")
    );
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(page.header(name), Some(value));
    }
    let moved = preview.get("/ja/%E5%8F%97%E5%8F%96?a=b");
    assert_eq!((moved.status, moved.header("location")), (301, Some("/ja/%e5%8f%97%e5%8f%96/?a=b")));
    let file = preview.get("/form.csv?raw??");
    assert_eq!((file.status, file.header("content-type")), (200, Some("text/csv; charset=utf-8")));
    assert_eq!((file.text(), file.header("content-length")), ("name,address\n".to_owned(), Some("13")));
    assert_eq!(preview.get("/ja/form.csv").status, 404);
    let script = preview.get(&format!("{}.js", preview.joined("/en/").0));
    assert_eq!((script.status, script.header("content-type")), (200, Some("text/javascript; charset=utf-8")));
}

#[test]
fn what_is_not_there_is_said_in_the_language_of_the_address() {
    let preview = Preview::start(&[], "");
    for (target, html) in
        [("/ja/nothing/", "<html lang=\"ja\""), ("/en/nothing/", "<html lang=\"en\""), ("/nothing", "<html")]
    {
        let answer = preview.get(target);
        assert_eq!(answer.status, 404);
        assert!(answer.text().contains(html) && answer.text().contains("data-build"), "{target}");
    }
    assert_eq!(preview.get("/_taiyaku/0/reload.js").status, 404);
}

#[test]
fn a_request_for_the_head_tells_the_length_of_the_whole() {
    let preview = Preview::start(&[], "");
    for target in ["/ja/", "/form.csv", "/nothing"] {
        let (whole, head) = (preview.get(target), preview.ask("HEAD", target));
        assert_eq!((head.status, head.body.len()), (whole.status, 0));
        assert_eq!(head.header("content-length"), Some(&*whole.body.len().to_string()), "{target}");
        assert_eq!(head.header("content-type"), whole.header("content-type"));
    }
}

#[test]
fn a_large_file_is_sent_whole() {
    let preview = Preview::start(&[("content/large.txt", &"あいうえおかきくけこ".repeat(100_000))], "");
    let file = preview.get("/large.txt");
    assert_eq!((file.body.len(), file.header("content-length")), (3_000_000, Some("3000000")));
    assert!(file.text().ends_with("かきくけこ"));
}

#[test]
fn other_methods_are_refused() {
    let preview = Preview::start(&[], "");
    for method in ["POST", "PUT", "DELETE", "TRACE", "OPTIONS", "PROPFIND", "PATCH"] {
        let answer = preview.ask(method, "/ja/");
        assert_eq!((answer.status, answer.header("allow")), (405, Some("get, head")), "{method}");
    }
}

#[test]
fn what_is_no_address_is_refused_and_the_preview_goes_on() {
    let preview = Preview::start(&[], "");
    for target in [
        "/../x",
        "/..%2fx",
        "/%2e%2e/x",
        "/..%5cx",
        "//etc/passwd",
        "/a\\b",
        "/%00",
        "/%ff",
        "/%",
        "/%u002e",
        "/%252e%252e/",
        "/受取/",
        "http://localhost/ja/",
        "*",
    ] {
        assert_eq!(preview.get(target).status, 400, "{target}");
    }
    assert_eq!(preview.get("/a/..;/").status, 404);
    assert_eq!(preview.get(&format!("/{}", "a".repeat(9000))).status, 414);
    assert_eq!(preview.get("/ja/").status, 200);
}

#[test]
fn only_names_of_this_computer_and_pages_of_its_own_are_answered() {
    let preview = Preview::start(&[], "");
    let port = preview.port;
    let status = |lines: &str| preview.send(&format!("GET /ja/ HTTP/1.1{lines}")).status;
    for host in
        [format!("localhost:{port}"), format!("127.0.0.1:{port}"), "site.localhost".to_owned(), "[::1]".to_owned()]
    {
        assert_eq!(status(&format!("\nHost: {host}")), 200, "{host}");
    }
    let foreign = preview.send("GET /ja/ HTTP/1.1\nHost: evil.example");
    assert!(foreign.status == 403 && foreign.text().contains("--host evil.example"));
    for lines in ["", "\nHost: localhost\nHost: localhost", "\nHost: [::1", "\nHost: a@localhost"] {
        assert_eq!(status(lines), 400, "{lines}");
    }
    for lines in ["Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site\nSec-Fetch-Dest: script"]
    {
        let answer = preview.send(&format!("GET /ja/ HTTP/1.1\nHost: localhost:{port}\n{lines}"));
        assert!(answer.status == 403 && !answer.head.contains("access-control"), "{lines}");
    }
}

#[test]
fn the_channel_wants_its_token_and_the_right_origin() {
    let preview = Preview::start(&[], "");
    let (channel, _) = preview.joined("/ja/");
    let join = |path: &str, origin: &str| {
        let request = format!(
            "GET {path} HTTP/1.1\nHost: localhost:{}\nUpgrade: websocket\nSec-WebSocket-Version: 13\n\
             Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=={origin}",
            preview.port
        );
        preview.send(&request).status
    };
    let own = format!("\nOrigin: http://localhost:{}", preview.port);
    assert_eq!(join(&channel, ""), 403);
    assert_eq!(join(&channel, "\nOrigin: http://evil.example"), 403);
    assert_eq!(join(&channel, &format!("\nOrigin: http://127.0.0.1:{}", preview.port)), 403);
    assert_eq!(join("/_taiyaku/00000000000000000000000000000000/reload", &own), 404);
    let mut channel = preview.listen(&channel);
    assert_eq!(next_build(&mut channel), "1");
}

#[test]
fn an_edit_reaches_the_browser_and_a_touch_does_not() {
    let preview = Preview::start(&[], "");
    let (path, build) = preview.joined("/en/");
    let mut channel = preview.listen(&path);
    assert_eq!(next_build(&mut channel), build);
    preview.write("content/index.en.md", "---\ntitle: Start\n---\n\nWelcome back.\n");
    let newer = newer_build(&mut channel, &build);
    assert!(preview.get("/en/").text().contains("Welcome back."));
    assert_eq!(preview.joined("/en/").1, newer);
    assert!(preview.told("Updated after").contains("content/index.en.md: 4 pages"));

    preview.write("content/index.en.md", "---\ntitle: Start\n---\n\nWelcome back.\n");
    preview.told("Nothing to update after content/index.en.md");
    assert_silent(&mut channel);

    // A page that was away meanwhile hears at once that it is old.
    let mut late = preview.listen(&path);
    assert_eq!(next_build(&mut late), newer);
}

#[test]
fn files_folders_and_templates_come_and_go() {
    let preview = Preview::start(&[], "");
    let (path, mut build) = preview.joined("/en/");
    let mut channel = preview.listen(&path);
    for (file, text, target, status) in [
        ("content/new/page.ja.md", "---\ntitle: 新しいページ\n---\n", "/ja/new/page/", 200),
        ("content/new/form.csv", "a\n", "/new/form.csv", 200),
        ("templates/404.html", "<!DOCTYPE html><title>gone</title>", "/ja/nothing", 404),
    ] {
        preview.write(file, text);
        build = newer_build(&mut channel, &build);
        assert_eq!(preview.get(target).status, status, "{file}");
    }
    assert!(preview.get("/ja/nothing").text().contains("<title>gone</title>"));
    preview.write("content/new/form.csv", "b\n");
    build = newer_build(&mut channel, &build);
    assert_eq!(preview.get("/new/form.csv").text(), "b\n");
    fs::remove_dir_all(preview.site.path().join("content/new")).expect("it is there");
    build = newer_build(&mut channel, &build);
    assert_eq!(preview.get("/ja/new/page/").status, 404);
    fs::rename(preview.site.path().join("content/form.csv"), preview.site.path().join("content/b.csv"))
        .expect("it is there");
    newer_build(&mut channel, &build);
    assert_eq!((preview.get("/form.csv").status, preview.get("/b.csv").status), (404, 200));
}

#[test]
fn a_bad_edit_keeps_the_page_and_a_good_one_brings_it_on() {
    let preview = Preview::start(&[], "--lang ja");
    let (path, build) = preview.joined("/ja/");
    let mut channel = preview.listen(&path);
    assert_eq!(next_build(&mut channel), build);
    preview.write("content/index.ja.md", "---\ntitle: はじめに\n---\n\n[無い](nothing.md)\n");
    preview.told("「nothing.md」というページやファイルはありません。");
    assert!(preview.told("更新していません：content/index.ja.md").contains("エラー1件"));
    // There are new findings on the same pages.
    assert_eq!(next_build(&mut channel), build);
    assert!(preview.get("/ja/").text().contains("ようこそ。"));

    preview.write("content/index.ja.md", "---\ntitle: はじめに\n---\n\n直しました。\n");
    newer_build(&mut channel, &build);
    assert!(preview.told("更新しました：content/index.ja.md").contains("指摘はありません"));
    assert!(preview.get("/ja/").text().contains("直しました。"));
}

#[test]
fn settings_that_break_and_heal_are_followed() {
    let preview = Preview::start(&[], "");
    preview.write("site.yaml", "base_url: [\n");
    preview.told("Not updated after site.yaml");
    assert_eq!(preview.get("/ja/").status, 200);
    fs::remove_file(preview.site.path().join("site.yaml")).expect("it is there");
    preview.told("site.yaml");
    assert_eq!(preview.get("/ja/").status, 200);
    let settings = SITE[0].1.replace("Guide", "Handbook");
    preview.write("site.yaml", &settings);
    preview.told("Updated after");
    assert!(preview.get("/en/").text().contains("Handbook"));
}

#[test]
fn a_site_that_begins_with_errors_is_said_to_have_them_until_they_are_gone() {
    let preview = Preview::start(&[("content/index.ja.md", "---\ntitle:\n---\n")], "--lang ja");
    for target in ["/", "/ja/", "/anything"] {
        let answer = preview.get(target);
        assert_eq!(answer.status, 503, "{target}");
        assert!(answer.text().contains("<html lang=\"ja\">") && answer.text().contains("エラー1件"));
    }
    let (path, build) = preview.joined("/ja/");
    let mut channel = preview.listen(&path);
    assert_eq!(next_build(&mut channel), build);
    preview.write("content/index.ja.md", SITE[1].1);
    newer_build(&mut channel, &build);
    assert_eq!(preview.get("/ja/").status, 200);
}

#[test]
fn a_base_path_is_kept() {
    let settings = SITE[0].1.replace("example.jp/", "example.jp/repo/");
    let preview = Preview::start(&[("site.yaml", &settings)], "");
    for (target, location) in [("/", "/repo/"), ("/repo", "/repo/"), ("/repo/en", "/repo/en/")] {
        assert_eq!(preview.get(target).header("location"), Some(location), "{target}");
    }
    assert_eq!(preview.get("/repo/en/").status, 200);
    assert_eq!((preview.get("/en/").status, preview.get("/repo/repo/en/").status), (404, 404));
    assert_eq!(preview.get(&format!("{}.js", preview.joined("/repo/en/").0)).status, 200);
}

#[test]
fn a_busy_port_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("some port is free");
    let port = taken.local_addr().expect("it is bound").port();
    let site = site(&[]);
    let output = taiyaku(site.path(), &format!("--lang ja --port {port}")).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains(&format!("ポート{port}は使用中です。")));
}

#[test]
fn without_an_option_a_further_port_is_taken_and_said() {
    // Whether another program or this test has it, the first port is busy.
    let _taken = TcpListener::bind("127.0.0.1:4444");
    let site = site(&[]);
    let command = taiyaku(site.path(), "--lang en");
    let preview = Preview::run(site, command);
    assert!((4445..=4464).contains(&preview.port));
    assert_eq!(preview.get("/ja/").status, 200);
}

#[test]
fn without_a_browser_the_preview_only_warns() {
    let site = site(&[]);
    let mut command = taiyaku(site.path(), "--lang ja --port 0 --open");
    command.env("PATH", "");
    let preview = Preview::run(site, command);
    preview.told("ブラウザーを開けませんでした。");
    assert_eq!(preview.get("/ja/").status, 200);
}

#[test]
#[cfg(unix)]
fn an_interrupt_ends_the_preview_at_once() {
    let mut preview = Preview::start(&[], "");
    let channel = preview.joined("/ja/").0;
    let _open = preview.listen(&channel);
    let since = Instant::now();
    let interrupt = Command::new("kill").args(["-INT", &preview.child.id().to_string()]).status();
    assert!(interrupt.is_ok_and(|status| status.success()));
    assert_eq!(preview.child.wait().expect("it ends").code(), Some(130));
    assert!(since.elapsed() < Duration::from_secs(5));
}
