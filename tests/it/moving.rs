//! `move`: a topic under another name, byte for byte the same but for its links and its former address.

#![expect(clippy::disallowed_methods, reason = "tests change sites on a real disk")]

use std::collections::BTreeMap;

use crate::site::TestSite;

/// A section with pages and files, linked from everywhere in every form.
fn site() -> TestSite {
    let front = |title: &str| format!("\u{FEFF}---\r\ntitle: {title}\r\nrelated:\r\n  - fee.md\r\n---\r\n");
    let site = TestSite::bilingual()
        .file("content/apply/form.pdf", "x")
        .file("content/apply/fee.ja.svg", "<svg/>")
        .file("content/apply/fee.en.svg", "<svg/>")
        .file("content/pickup.ja.md", "---\ntitle: 受取\n---\n[手数料](apply/fee.md#a \"apply/fee.md\")と[様式](/apply/form.pdf)、[申請][r]、[apply/fee.md](<apply/fee.ja.md>)\n\n[r]: apply/index.md '題'\n")
        .file("content/pickup.en.md", "---\ntitle: Pick-up\n---\n[Fee](apply/fee.md#a), ![the form](apply/fee.svg), [apply](apply/index.md) and `[no](apply/fee.md)`\n");
    let mut site = site;
    for (lang, title) in [("ja", "申請"), ("en", "Apply")] {
        let index = format!("{}[x y](fee.md) [z w](../pickup.md) [v w](form.pdf)\r\n", front(title));
        site = site.file(&format!("content/apply/index.{lang}.md"), &index);
        let fee = format!("---\ntitle: {title} 2\n---\n## A {{#a}}\n\n![x y](fee.svg) [z w](index.md) [u v](#a)\n");
        site = site.file(&format!("content/apply/fee.{lang}.md"), &fee);
    }
    let run = site.run(&["check"]);
    assert!(run.status == 0 && !run.err.contains("error"), "{}", run.err);
    assert_eq!(site.run(&["confirm", "--all", "--yes", "--despite-parity"]).status, 0);
    site
}

/// The files below `content/` with their bytes.
fn files(site: &TestSite) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(site.path("content")).into_iter().map(|entry| entry.expect("an entry"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    let name = |path: &std::path::Path| path.strip_prefix(site.root()).expect("below").to_string_lossy().into_owned();
    files.map(|entry| (name(entry.path()), std::fs::read_to_string(entry.path()).expect("a file"))).collect()
}

fn state_of_all(site: &TestSite) -> String {
    let run = site.run(&["status", "--format", "json"]);
    let status: serde_json::Value = serde_json::from_str(&run.out).expect("it is JSON");
    status["counts"].to_string()
}

#[test]
fn a_section_moves_with_everything_below_it() {
    let site = site();
    let rules = |site: &TestSite| {
        let mut rules = site.rules();
        rules.sort();
        rules
    };
    let (found, states) = (rules(&site), state_of_all(&site));
    let run = site.run(&["move", "apply", "procedures/card"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.out.contains("moved: content/apply/fee.ja.md → content/procedures/card/fee.ja.md\n"), "{}", run.out);
    assert!(run.out.contains("redirect: /ja/apply/fee/ → content/procedures/card/fee.ja.md\n"), "{}", run.out);
    assert!(!site.has("content/apply") && !site.has("content/.agreed/en/apply"));
    assert_eq!(
        site.read("content/procedures/card/index.ja.md"),
        "\u{FEFF}---\r\ntitle: 申請\r\nrelated:\r\n  - fee.md\r\nredirect_from: [/ja/apply/]\r\n---\r\n[x y](fee.md) [z w](../../pickup.md) [v w](form.pdf)\r\n"
    );
    assert_eq!(
        site.read("content/pickup.ja.md"),
        "---\ntitle: 受取\n---\n[手数料](procedures/card/fee.md#a \"apply/fee.md\")と[様式](/procedures/card/form.pdf)、[申請][r]、[apply/fee.md](<procedures/card/fee.ja.md>)\n\n[r]: procedures/card/index.md '題'\n"
    );
    assert_eq!(
        site.read("content/pickup.en.md"),
        "---\ntitle: Pick-up\n---\n[Fee](procedures/card/fee.md#a), ![the form](procedures/card/fee.svg), [apply](procedures/card/index.md) and `[no](apply/fee.md)`\n"
    );
    assert_eq!((rules(&site), state_of_all(&site)), (found, states), "moving changes nothing that is said");
    let site = site.build();
    assert!(site.html("ja/apply/fee/").contains("url=/ja/procedures/card/fee/"));
    assert!(site.html("en/procedures/card/fee/").contains("src=\"/procedures/card/fee.en.svg\""));
}

#[test]
fn a_topic_that_comes_back_is_what_it_was() {
    let site = site();
    let before = files(&site);
    assert_eq!(site.run(&["move", "apply/fee", "costs/fees"]).status, 0);
    assert!(site.has("content/costs/fees.ja.svg") && site.has("content/.agreed/en/costs/fees.en.md"));
    let fee = site.read("content/costs/fees.en.md");
    assert!(fee.contains("![x y](fees.svg) [z w](../apply/index.md) [u v](#a)"), "{fee}");
    let run = site.run(&["move", "costs/fees", "apply/fee"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(!site.has("content/costs"));
    let mut after = files(&site);
    // Only the former address remains.
    for lang in ["ja", "en"] {
        let file = format!("content/apply/fee.{lang}.md");
        let text = after.remove(&file).expect("the page");
        let text = text.replace(&format!("redirect_from: [/{lang}/costs/fees/]\n"), "");
        after.insert(file, text);
    }
    assert_eq!(after, before);
    assert_eq!(site.run(&["build"]).status, 0);
}

#[test]
fn slugs_and_prefixes_are_in_former_addresses() {
    let site = TestSite::bilingual()
        .setting("prefix: others")
        .file("content/a/index.ja.md", "---\ntitle: 一\nslug: 申請\n---\n本文\n")
        .file("content/a/index.en.md", "---\ntitle: One\n---\nText\n")
        .page("a/b", "本文\n", "Text\n");
    let run = site.run(&["move", "a/b", "b"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(site.read("content/b.ja.md").contains("redirect_from: [/申請/b/]\n"));
    assert!(site.read("content/b.en.md").contains("redirect_from: [/en/a/b/]\n"));
    // The slug goes along, so that the Japanese address is the same as before.
    assert_eq!(site.run(&["move", "a", "c"]).status, 0);
    assert!(!site.read("content/c/index.ja.md").contains("redirect_from"));
    assert!(site.read("content/c/index.en.md").contains("redirect_from: [/en/a/]\n"));
    assert_eq!(site.run(&["build"]).status, 0);
}

#[test]
fn a_topic_that_was_renamed_by_hand_is_brought_to_its_end() {
    let site = site();
    for lang in ["ja", "en"] {
        std::fs::create_dir_all(site.path("content/costs")).expect("a folder");
        let new = site.path(&format!("content/costs/fees.{lang}.md"));
        std::fs::rename(site.path(&format!("content/apply/fee.{lang}.md")), new).expect("a page");
    }
    assert!(site.rules().contains(&"link-missing".to_owned()));
    let run = site.run(&["move", "apply/fee", "costs/fees"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(site.has("content/.agreed/en/costs/fees.ja.md") && !site.has("content/.agreed/en/apply/fee.ja.md"));
    assert!(site.read("content/pickup.en.md").contains("[Fee](costs/fees.md#a)"));
    assert!(site.read("content/costs/fees.en.md").contains("[z w](../apply/index.md)"));
    assert!(site.read("content/costs/fees.en.md").contains("redirect_from: [/en/apply/fee/]"));
    assert_eq!(site.run(&["build"]).status, 0);
}

#[test]
fn what_cannot_be_moved_stays_as_it_is() {
    let site = site().page("other", "本文\n", "Text\n").page("taken", "本文\n", "Text\n");
    let site = site.setting("redirects: {/ja/free/: /ja/other/}");
    let before = files(&site);
    for (old, new, said) in [
        ("apply", "other", "The topic “other” is there already"),
        ("apply", "apply/below", "cannot be moved into itself"),
        ("apply", "apply", "is there already, under this name"),
        ("index", "home", "The front page stays"),
        ("apply", "index", "The front page stays"),
        ("aply", "x", "Did you mean “apply”?"),
        ("apply", "../x", "would lead out of its folder"),
        ("other", "OTHER", "Some systems cannot tell"),
        ("other", "free", "the address /ja/free/ belongs to site.yaml"),
    ] {
        let run = site.run(&["move", old, new]);
        assert_eq!(run.status, 2, "{old} {new}: {}", run.out);
        assert!(run.err.contains(said), "{old} {new}: {}", run.err);
        assert_eq!(files(&site), before, "{old} {new}");
    }
    let run = site.run(&["move", "apply", "--lang", "ja"]);
    assert!(run.status == 2 && run.err.contains("新しい項目"), "{}", run.err);
}

#[test]
fn nothing_is_moved_while_a_source_cannot_be_read() {
    for (broken, text) in [
        ("content/broken.ja.md", "title: 題\n---\n[x y](apply/fee.md)\n"),
        ("content/broken.md", "---\ntitle: 題\n---\n[x y](apply/fee.md)\n"),
    ] {
        let site = site().file(broken, text);
        let before = files(&site);
        let run = site.run(&["move", "apply/fee", "fee"]);
        assert_eq!(run.status, 2, "{}", run.out);
        assert!(run.err.contains(&format!("because {broken} cannot be understood")), "{}", run.err);
        assert_eq!(files(&site), before);
    }
}

#[test]
fn a_build_says_which_addresses_it_would_lose() {
    let site = TestSite::bilingual()
        .page("apply/fee", "本文\n", "Text\n")
        .page("gone", "本文\n", "Text\n")
        .page("later", "本文\n", "Text\n")
        .file("content/form.pdf", "x")
        .build();
    for lang in ["ja", "en"] {
        std::fs::rename(
            site.path(&format!("content/apply/fee.{lang}.md")),
            site.path(&format!("content/fee.{lang}.md")),
        )
        .expect("a page");
        std::fs::remove_file(site.path(&format!("content/gone.{lang}.md"))).expect("a page");
        let file = format!("content/later.{lang}.md");
        site.write(&file, site.read(&file).replace("title:", "draft: true\ntitle:").as_bytes());
    }
    std::fs::remove_file(site.path("content/form.pdf")).expect("a file");
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.err);
    let said: Vec<_> = run.err.lines().filter(|line| line.contains("url-lost") || line.contains("help")).collect();
    assert_eq!(
        said,
        [
            "warning[url-lost]: The last build had /en/apply/fee/, and this one has nothing there.",
            "  = help: If it has moved, add “redirect_from: [/en/apply/fee/]” to the front matter of content/fee.en.md. If it is gone for good, name where readers should go under “redirects:” in site.yaml.",
            "warning[url-lost]: The last build had /en/gone/, and this one has nothing there.",
            "  = help: Name where readers should go under “redirects:” in site.yaml: “/en/gone/: /en/”.",
            "warning[url-lost]: The last build had /form.pdf, and this one has nothing there.",
            "  = help: Put the file back, or let your server redirect its address.",
            "warning[url-lost]: The last build had /ja/apply/fee/, and this one has nothing there.",
            "  = help: If it has moved, add “redirect_from: [/ja/apply/fee/]” to the front matter of content/fee.ja.md. If it is gone for good, name where readers should go under “redirects:” in site.yaml.",
            "warning[url-lost]: The last build had /ja/gone/, and this one has nothing there.",
            "  = help: Name where readers should go under “redirects:” in site.yaml: “/ja/gone/: /ja/”.",
        ]
    );
    assert!(!site.run(&["build"]).err.contains("url-lost"), "what was told is no news");
}

#[test]
fn lost_addresses_can_keep_a_site_from_being_written() {
    let site = TestSite::bilingual().page("gone", "本文\n", "Text\n").build();
    for lang in ["ja", "en"] {
        std::fs::remove_file(site.path(&format!("content/gone.{lang}.md"))).expect("a page");
    }
    assert_eq!(site.run(&["build", "--deny", "warnings"]).status, 1);
    assert!(site.has("public/ja/gone/index.html"));
    let site = site.setting("redirects: {/ja/gone/: /ja/, /en/gone/: /en/}");
    assert_eq!(site.run(&["build", "--deny", "warnings"]).status, 0);
    let site = site.setting("rules: {url-lost: \"off\"}");
    let text = site.read("site.yaml").replace("redirects: {/ja/gone/: /ja/, /en/gone/: /en/}\n", "");
    site.write("site.yaml", text.as_bytes());
    assert_eq!(site.run(&["build", "--deny", "warnings"]).status, 0);
}
