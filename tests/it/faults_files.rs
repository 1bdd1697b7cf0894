//! Bad input: files that cannot be read, decoded or named.

#![expect(clippy::disallowed_methods, reason = "tests make odd files")]

use std::fs;
use std::path::Path;

use crate::faulty::{judged, reads, site, told};
use crate::site::TestSite;

/// 「題名」 and a sentence with kana in Shift_JIS.
const SHIFT_JIS: &[u8] =
    b"---\ntitle: \x91\xe8\x96\xbc\n---\n\x83}\x83C\x83i\x83\x93\x83o\x81[\x83J\x81[\x83h\x82\xf0\x8e\xf3\x82\xaf\x8e\xe6\x82\xe9\x81B\n";
/// The same in EUC-JP.
const EUC_JP: &[u8] = b"---\ntitle: \xc2\xea\xcc\xbe\n---\n\xa5\xde\xa5\xa4\xa5\xca\xa5\xf3\xa5\xd0\xa1\xbc\xa5\xab\xa1\xbc\xa5\xc9\xa4\xf2\xbc\xf5\xa4\xb1\xbc\xe8\xa4\xeb\xa1\xa3\n";
/// The title in ISO-2022-JP, which is valid ASCII.
const ISO_2022_JP: &[u8] = b"---\ntitle: \x1b$BBjL>\x1b(B\n---\n";

/// A bilingual site with a page whose Japanese source has these bytes.
fn page(bytes: &[u8]) -> TestSite {
    TestSite::bilingual().page("a", "", "").bytes("content/a.ja.md", bytes)
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn encodings_other_than_utf8_are_named_with_the_command_that_converts() {
    told("shift_jis", &page(SHIFT_JIS), &["encoding-utf8 content/a.ja.md:2:8"]);
    told("euc_jp", &page(EUC_JP), &["encoding-utf8 content/a.ja.md:2:8"]);
    told("iso_2022_jp", &page(ISO_2022_JP), &["encoding-utf8 content/a.ja.md:2:8"]);
    let text = utf16("---\ntitle: 題名\n---\n");
    told("utf_16", &page(&text), &["encoding-utf8 content/a.ja.md:1:1"]);
    judged(&page(&[&[0xFF, 0xFE], &text[..]].concat()), &["encoding-utf8 content/a.ja.md:1:1"]);
}

#[test]
fn one_lost_byte_is_found_deep_in_a_file() {
    let mut bytes = format!("---\ntitle: 題名\n---\n{}", "本文です。\n".repeat(50)).into_bytes();
    bytes.remove(100);
    told("lost_byte", &page(&bytes), &["encoding-utf8 content/a.ja.md:8:5"]);
}

#[test]
fn a_mark_and_windows_line_ends_are_read_everywhere() {
    let windows = |text: &str| format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    let site = TestSite::empty()
        .file("site.yaml", &windows(crate::site::SETTINGS))
        .file("content/facts.yaml", &windows("fee:\n  text: 無料\n"))
        .file("content/index.ja.md", &windows("---\ntitle: 題\n---\n{{ facts.fee }}\n\n二行目\n"))
        .file("content/index.en.md", &windows("---\ntitle: Title\n---\n{{ facts.fee }}\n"))
        .file("templates/parts/title.html", &windows("<h1>{{ page.title }}</h1>\n"))
        .file("locales/ja/site.ftl", &windows("back-to-menu = 戻る\n"));
    judged(&site, &[]);
    let html = fs::read_to_string(site.path("public/ja/index.html")).expect("a page");
    assert!(!html.contains(['\r', '\u{FEFF}']) && html.contains("<p>無料</p>\n<p>二行目</p>"), "{html}");
}

#[test]
fn characters_that_nobody_sees_are_errors() {
    let page = |text: &str| page(format!("---\ntitle: 題\n---\n{text}\n").as_bytes());
    told("lone_return", &page("一行\r二行\r三行"), &["encoding-control content/a.ja.md:4:3"]);
    told("control_character", &page("一\u{0}二\u{8}"), &["encoding-control content/a.ja.md:4:2"]);
    judged(&page("a\u{2028}b"), &["text-invisible content/a.ja.md:4:2"]);
}

#[test]
fn foreign_bytes_elsewhere_are_told_once_and_nothing_follows_from_them() {
    let broken = TestSite::bilingual()
        .page("a", "[次](b.md#x) {{ facts.fee }} [y](fact:u)", "[next](b.md#x) {{ facts.fee }} [y](fact:u)")
        .page("b", "", "")
        .bytes("content/b.ja.md", SHIFT_JIS)
        .bytes("content/facts.yaml", b"fee: {text: \x96\xb3\x97\xbf}\n")
        .bytes("locales/ja/site.ftl", b"back-to-menu = \x96\xdf\x82\xe9\n")
        .bytes("templates/page.html", b"\x96\xdf\x82\xe9\n");
    let expected = [
        "encoding-utf8 content/b.ja.md:2:8",
        "encoding-utf8 content/facts.yaml:1:13",
        "encoding-utf8 locales/ja/site.ftl:1:16",
        "encoding-utf8 templates/page.html:1:1",
    ];
    judged(&broken, &expected);
    let settings = TestSite::bilingual().bytes("site.yaml", b"title: \x91\xe8\x96\xbc\n");
    told("settings_in_shift_jis", &settings, &["encoding-utf8 site.yaml:1:8"]);
}

#[test]
fn links_to_a_page_that_cannot_be_read_are_not_wrong() {
    for missing in ["error", "notice", "omit"] {
        let site = TestSite::bilingual()
            .setting(&format!("missing_translation: {missing}"))
            .page("a", "[次](b.md#x) [英](only.md#y)", "[next](b.md#x)\n[en](only.md#y)")
            .page("b", "", "")
            .bytes("content/b.ja.md", SHIFT_JIS)
            .bytes("content/b.en.md", &utf16("---\ntitle: t\n---\n"))
            .page("only", "", "## Y {#y}")
            .bytes("content/only.ja.md", SHIFT_JIS);
        let expected = [
            "encoding-utf8 content/b.en.md:1:1",
            "encoding-utf8 content/b.ja.md:2:8",
            "encoding-utf8 content/only.ja.md:2:8",
        ];
        judged(&site, &expected);
    }
}

#[test]
fn names_that_some_disk_cannot_tell_apart_are_errors() {
    let site = site(&[
        ("content/About.txt", ""),
        ("content/about.txt", ""),
        ("content/が.txt", ""),
        ("content/か\u{3099}.txt", ""),
    ]);
    let expected = [
        "name-invalid content/about.txt:-:-",
        "name-normal-form content/か\u{3099}.txt:-:-",
        "name-invalid content/が.txt:-:-",
    ];
    told("name_twins", &site, &expected);
}

#[test]
fn pages_whose_names_are_twins_are_told_once() {
    let site = TestSite::bilingual().page("About", "", "").page("about", "", "");
    judged(&site, &["name-invalid content/about.en.md:-:-", "name-invalid content/about.ja.md:-:-"]);
    let forms = TestSite::bilingual().page("が", "", "").page("か\u{3099}", "", "");
    let expected = [
        "name-normal-form content/か\u{3099}.en.md:-:-",
        "name-normal-form content/か\u{3099}.ja.md:-:-",
        "name-invalid content/が.en.md:-:-",
        "name-invalid content/が.ja.md:-:-",
    ];
    judged(&forms, &expected);
}

#[test]
fn names_from_a_mac_are_linked_and_published_in_the_composed_form() {
    let site = TestSite::bilingual()
        .uncompared()
        .page("a", "[が](が.md) [ぎ](ぎ.txt)", "")
        .page("か\u{3099}", "", "")
        .file("content/き\u{3099}.txt", "");
    let expected = [
        "name-normal-form content/か\u{3099}.en.md:-:-",
        "name-normal-form content/か\u{3099}.ja.md:-:-",
        "name-normal-form content/き\u{3099}.txt:-:-",
    ];
    told("name_from_a_mac", &site, &expected);
    assert!(site.has("public/ja/が/index.html") && site.has("public/ぎ.txt"));
}

#[test]
fn names_that_do_not_work_everywhere_are_errors() {
    let long = "あ".repeat(83);
    let names = ["a:b.txt", "aux.pdf", "b .txt ", "c\\d.txt", "x?.txt"];
    let site = names.iter().fold(TestSite::bilingual(), |site, name| site.file(&format!("content/{name}"), ""));
    let expected: Vec<String> = names.iter().map(|name| format!("name-invalid content/{name}:-:-")).collect();
    told("name_invalid", &site, &expected.iter().map(String::as_str).collect::<Vec<_>>());
    let slug = TestSite::bilingual()
        .file("content/a.ja.md", &format!("---\ntitle: 題\nslug: {}\n---\n", "あ".repeat(86)))
        .file("content/a.en.md", &format!("---\ntitle: Title\nslug: {long}\n---\n"));
    told("slug_too_long", &slug, &["front-matter-value content/a.ja.md:3:7"]);
}

#[cfg(unix)]
#[test]
fn names_that_are_not_unicode_are_shown_by_their_bytes() {
    use std::os::unix::ffi::OsStrExt;

    let site = TestSite::bilingual();
    let name = std::ffi::OsStr::from_bytes(b"\x83R.md");
    fs::write(site.path("content").join(name), "x").expect("a file");
    told("name_not_unicode", &site, &["name-invalid content/\\x83R.md:-:-"]);
}

#[test]
fn names_with_signs_are_encoded_once() {
    let names = ["100%.txt", "100%25.txt", "a b.txt", "a#1.txt", "～と〜.txt", "🎏.txt"];
    let site = names.iter().fold(TestSite::bilingual(), |site, name| site.file(&format!("content/{name}"), name));
    let links = "[1](100%25.txt) [2](100%2525.txt) [3](<a b.txt>) [4](a%231.txt) [5](～と〜.txt) [6](🎏.txt)\n";
    let site = site.page("a", links, links);
    judged(&site, &[]);
    let content = site.content("ja/a/");
    for address in ["/100%25.txt", "/100%2525.txt", "/a%20b.txt", "/a%231.txt", "/%F0%9F%8E%8F.txt"] {
        assert!(content.contains(&format!("href=\"{address}\"")), "{address}: {content}");
    }
}

#[test]
fn what_editors_leave_behind_is_ignored_and_the_rest_is_named() {
    let junk = ["a.ja.md~", "#a.ja.md#", ".#a.ja.md", ".a.ja.md.swp", "4913", ".DS_Store", "Thumbs.db", "~$x.docx"];
    let site = junk.iter().fold(TestSite::bilingual(), |site, name| site.bytes(&format!("content/{name}"), b"\xFF"));
    judged(&site, &[]);
    assert!(!site.files().iter().any(|file| file.contains(['~', '#', '$']) || file.ends_with(".db")));
    let skipped = TestSite::bilingual().file("content/_draft.ja.md", "").file("content/-x.txt", "");
    told("name_skipped", &skipped, &["name-skipped content/-x.txt:-:-", "name-skipped content/_draft.ja.md:-:-"]);
    assert!(!skipped.has("public/-x.txt"));
}

#[test]
fn a_page_says_its_language() {
    let files = ["about.md", "b.fr.md", "c.jp.md", "d.en_US.md", "e.ja.MD"];
    let site = files.iter().fold(TestSite::bilingual(), |site, name| site.file(&format!("content/{name}"), "x"));
    let expected: Vec<String> = files.iter().map(|name| format!("name-language content/{name}:-:-")).collect();
    told("name_language", &site, &expected.iter().map(String::as_str).collect::<Vec<_>>());
}

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_is_refused_at_once() {
    use std::os::unix::fs::symlink;

    let site = TestSite::bilingual();
    let content = site.path("content");
    symlink("/etc/hostname", content.join("outside.txt")).expect("a link");
    symlink("nothing", content.join("dangling.ja.md")).expect("a link");
    symlink("self", content.join("self")).expect("a link");
    fs::create_dir(content.join("deep")).expect("a folder");
    symlink("..", content.join("deep/loop")).expect("a link");
    let pipe = std::process::Command::new("mkfifo").arg(content.join("pipe.ja.md")).status();
    assert!(pipe.expect("mkfifo runs").success());
    let expected = [
        "name-kind content/dangling.ja.md:-:-",
        "name-kind content/deep/loop:-:-",
        "name-kind content/outside.txt:-:-",
        "name-kind content/pipe.ja.md:-:-",
        "name-kind content/self:-:-",
    ];
    told("name_kind", &site, &expected);
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_named_all_of_it() {
    use std::os::unix::fs::PermissionsExt;

    let site = TestSite::bilingual().page("a", "[b](b.md)", "").page("b", "", "").file("content/closed/x.txt", "");
    let close = |path: &str| fs::set_permissions(site.path(path), fs::Permissions::from_mode(0o000)).expect("a mode");
    close("content/b.ja.md");
    close("content/closed");
    if fs::read(site.path("content/b.ja.md")).is_ok() {
        return judged_as_nobody(&site);
    }
    told("unreadable", &site, &["name-unreadable content/b.ja.md:-:-", "name-unreadable content/closed:-:-"]);
}

/// The same as root, who hands the program to the user "nobody" for whom modes count.
#[cfg(unix)]
fn judged_as_nobody(site: &TestSite) {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;

    fs::set_permissions(site.root(), fs::Permissions::from_mode(0o755)).expect("a mode");
    let binary = copied(Path::new(assert_cmd::cargo::cargo_bin!("taiyaku")), site.root());
    let check = |lang: &str| {
        let mut command = std::process::Command::new(&binary);
        command.args(["check", "--lang", lang, "--today", crate::site::TODAY]).current_dir(site.root());
        let output = command.uid(65534).gid(65534).output().expect("the program starts");
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    reads("unreadable", check);
}

#[cfg(unix)]
fn copied(binary: &Path, folder: &Path) -> std::path::PathBuf {
    let copy = folder.join("taiyaku-for-nobody");
    fs::copy(binary, &copy).expect("a copy");
    copy
}

#[test]
fn texts_and_front_matter_have_a_size() {
    let large = page(format!("---\ntitle: 題\n---\n{}", "a\n".repeat(6 << 20)).as_bytes());
    told("text_too_large", &large, &["limit-size content/a.ja.md:-:-"]);
}
