//! The forms of results for other programs and for other people: SARIF, GitHub, CSV, HTML.
//!
//! That SARIF fits its schema is judged in `tests/browser/formats.test.mjs`.

use serde_json::Value;

use crate::site::TestSite;

/// A site with findings of all levels, places within lines with characters outside the first plane, and without a place.
fn faulty() -> TestSite {
    TestSite::bilingual()
        .page("p, 100%", "𠮷野で半角ｶﾅ、[用紙](gone.md)です。\n", "Text [x y](gone.md).\n")
        .file("content/only.ja.md", "---\ntitle: 題\n---\n本文\n")
        .page("fee", "手数料は300円です。\n", "The fee is 400 yen.\n")
}

#[test]
fn sarif_says_where_in_unicode_code_points() {
    let site = faulty();
    let run = site.run(&["check", "--format", "sarif"]);
    assert_eq!(run.status, 1);
    let log: Value = serde_json::from_str(&run.out).expect("it is JSON");
    let run = &log["runs"][0];
    assert_eq!((&run["columnKind"], &run["language"]), (&"unicodeCodePoints".into(), &"en".into()));
    let results = run["results"].as_array().expect("results");
    let missing = results
        .iter()
        .find(|result| result["ruleId"] == "link-missing" && result["locations"][0].to_string().contains(".ja.md"))
        .expect("a finding");
    let physical = &missing["locations"][0]["physicalLocation"];
    assert_eq!(physical["artifactLocation"]["uri"], "content/p%2C%20100%25.ja.md");
    let region = serde_json::json!({"startLine": 4, "startColumn": 14, "endLine": 4, "endColumn": 21});
    assert_eq!(physical["region"], region);
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let index = usize::try_from(missing["ruleIndex"].as_u64().expect("an index")).expect("small");
    assert_eq!(rules[index]["id"], "link-missing");
    assert!(missing["message"]["text"].as_str().expect("a text").starts_with("There is no page or file “gone.md”."));
    let levels: std::collections::BTreeSet<_> = results.iter().filter_map(|result| result["level"].as_str()).collect();
    assert!(levels.contains("error") && levels.contains("warning"), "{levels:?}");
    let related = results.iter().find(|result| result["ruleId"] == "parity-money").expect("a finding");
    assert!(related["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 4, "{related}");
    let fixed = results.iter().find(|result| result["ruleId"] == "text-half-width-kana").expect("a finding");
    assert_eq!(fixed["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"], "カナ");
}

#[test]
fn github_gets_one_command_a_finding() {
    let site = faulty();
    let run = site.run(&["check", "--format", "github"]);
    assert_eq!(run.status, 1);
    let counts = site.findings().len();
    assert_eq!(run.out.lines().count(), counts, "{}", run.out);
    let expected = "::error file=content/p%2C 100%25.ja.md,line=4,endLine=4,col=14,endColumn=21,title=link-missing::There is no page or file “gone.md”.";
    assert!(run.out.lines().any(|line| line.starts_with(expected)), "{}", run.out);
    assert!(
        run.out.lines().all(|line| line.starts_with("::error ")
            || line.starts_with("::warning ")
            || line.starts_with("::notice "))
    );
    assert!(
        site.run(&["build", "--format", "github", "--lang", "ja"])
            .out
            .contains("「gone.md」というページやファイルはありません。")
    );
}

#[test]
fn files_are_named_from_the_folder_in_which_the_program_runs() {
    let outer = TestSite::empty();
    for lang in ["ja", "en"] {
        outer.write(&format!("docs/content/index.{lang}.md"), b"---\ntitle: T\n---\n[x y](gone.md)\n");
    }
    outer.write("docs/site.yaml", crate::site::SETTINGS.as_bytes());
    let run = outer.run(&["check", "--root", "./docs", "--format", "github"]);
    assert!(run.out.starts_with("::error file=docs/content/index.en.md,"), "{}", run.out);
    let absolute = outer.path("docs");
    let run = outer.run(&["check", "--root", absolute.to_str().expect("UTF-8"), "--format", "sarif"]);
    assert!(run.out.contains("\"uri\":\"docs/content/index.en.md\""), "{}", run.out);
}

/// A site in which a fee changed in Japanese, and one page is missing.
fn changed() -> TestSite {
    let site = TestSite::bilingual()
        .page("fee", "手数料は300円です。\n\n受付は平日です。\n", "The fee is 300 yen.\n\nOpen on weekdays.\n")
        .file("content/only, new.ja.md", "---\ntitle: 新規\n---\n本文 です\n");
    assert_eq!(site.run(&["confirm", "--all", "--yes"]).status, 0);
    let fee = site.read("content/fee.ja.md").replace("300円", "500円<b>");
    site.write("content/fee.ja.md", fee.as_bytes());
    site
}

#[test]
fn the_table_opens_in_a_spreadsheet() {
    let site = changed();
    let run = site.run(&["status", "--format", "csv", "--lang", "ja"]);
    assert_eq!(run.status, 0);
    let expected = [
        "\u{FEFF}項目,言語,状態,主言語の状態,主言語のファイル,ファイル,ブロック数,一致,未反映,翻訳する文字数",
        "fee,en,更新待ち,先行,content/fee.ja.md,content/fee.en.md,6,4,1,11",
        "\"only, new\",en,未翻訳,先行,\"content/only, new.ja.md\",,2,0,0,6",
        "index,en,一致,一致,content/index.ja.md,content/index.en.md,4,4,0,0",
        "",
    ];
    assert_eq!(run.out, expected.join("\r\n"));
}

#[test]
fn the_comparison_is_one_page_with_both_languages() {
    let site = changed();
    let run = site.run(&["diff", "fee", "--format", "html", "--lang", "ja"]);
    assert_eq!(run.status, 0);
    let page = run.out;
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"ja\">"), "{page}");
    assert!(page.contains("<title>feeの変更箇所</title>"));
    assert!(page.contains("<p lang=\"ja\" class=\"text\">手数料は<del>300</del><ins>500</ins>円"), "{page}");
    assert!(page.contains("<p lang=\"en\" class=\"text\">The fee is 300 yen.</p>"), "{page}");
    assert!(page.contains("<th scope=\"col\">日本語 (ja)</th>") || page.contains("日本語 (ja)"), "{page}");
    for foreign in ["<script", "src=", "href=", "@import", "url(", "http"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    let missing = site.run(&["diff", "only, new", "--format", "html"]).out;
    assert!(missing.contains("<p lang=\"ja\" class=\"text\">本文です</p></td><td></td>"), "{missing}");
}

#[test]
fn a_command_takes_only_its_own_forms() {
    let site = changed();
    for (arguments, forms) in [
        (["check", "--format", "csv"], "human, json, sarif, github"),
        (["status", "--format", "html"], "human, json, sarif, github, csv"),
        (["facts", "--format", "sarif"], "human, json"),
    ] {
        let run = site.run(&arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert!(run.err.contains(forms), "{}", run.err);
    }
    let before = site.run(&["--format", "csv", "status"]);
    assert_eq!(before.status, 0);
    let before = site.run(&["--format", "csv", "check", "--lang", "ja"]);
    assert!(before.status == 2 && before.err.contains("human、json、sarif、github"), "{}", before.err);
    assert!(site.run(&["help", "diff"]).out.contains("human|json|html"));
}
