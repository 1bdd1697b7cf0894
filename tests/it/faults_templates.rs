//! Bad input: templates and words that cannot be used.

#![expect(clippy::disallowed_methods, reason = "tests take the time")]

use crate::faulty::{judged, site, told};
use crate::site::TestSite;

/// A bilingual site whose front page has this template, in both languages.
fn template(text: &str) -> TestSite {
    TestSite::bilingual().page("a", "", "").page("b", "", "").file("templates/home.html", text)
}

#[test]
fn what_is_not_defined_is_told_once_with_what_was_meant() {
    let wrong = template("<p>題名：{{ page.titel }}</p>\n");
    told("template_undefined_field", &wrong, &["template-render templates/home.html:1:15"]);
    told("template_undefined", &template("{{ pgae.title }}"), &["template-render templates/home.html:1:4"]);
    told("template_undefined_deep", &template("{{ page.x.y }}"), &["template-render templates/home.html:1:9"]);
}

#[test]
fn names_that_the_engine_does_not_know_are_told_all_at_once() {
    let wrong = template(
        "{{ page.title | uper }}\n{{ dat(value=page.url) }}\n{% if page is defind %}{% endif %}\n{% include \"parts/titel.html\" %}\n",
    );
    let expected = [
        "template-syntax templates/home.html:1:17",
        "template-syntax templates/home.html:2:4",
        "template-syntax templates/home.html:3:15",
        "template-missing templates/home.html:4:13",
    ];
    told("template_unknown_names", &wrong, &expected);
}

#[test]
fn a_template_that_was_replaced_keeps_the_blocks_that_others_fill() {
    let filled = [
        ("templates/page.html", "{{ page.title }}"),
        ("templates/section.html", "{% extends \"page.html\" %}{% block after %}x{% endblock %}"),
    ];
    told("template_without_block", &site(&filled), &["template-syntax templates/section.html:1:35"]);
    judged(&site(&filled[..1]), &[]);
}

#[test]
fn syntax_is_told_for_every_template_at_once() {
    let wrong = template("{% if %}")
        .file("templates/404.html", "{{ page.title")
        .file("templates/section.html", "{% block x %}");
    let expected = [
        "template-syntax templates/404.html:1:14",
        "template-syntax templates/home.html:1:7",
        "template-syntax templates/section.html:1:1",
    ];
    told("template_syntax", &wrong, &expected);
}

#[test]
fn words_that_cannot_be_shown_are_told_in_the_reader_s_language() {
    let words = |call: &str| template(&format!("<p>一\n二{{{{ {call} }}}}</p>"));
    told("word_unknown", &words("t(key=\"back-to-mneu\")"), &["template-render templates/home.html:2:5"]);
    told(
        "word_variable",
        &words("t(key=\"page-title\", page=page.title)"),
        &["template-render templates/home.html:2:5"],
    );
    told("word_without_key", &words("t(kye=\"x\")"), &["template-render templates/home.html:2:5"]);
    told("date_of_nothing", &words("date(value=\"昨日\")"), &["template-render templates/home.html:2:5"]);
    told("asset_of_nothing", &words("url(asset=\"sit.css\")"), &["template-render templates/home.html:2:5"]);
    told("topic_of_nothing", &words("url(topic=\"indx\")"), &["template-render templates/home.html:2:5"]);
}

#[test]
fn circles_of_templates_are_named() {
    told(
        "template_includes_itself",
        &template("x\n{% include \"home.html\" %}"),
        &["template-syntax templates/home.html:2:13"],
    );
    let circle = template("{% include \"a.html\" %}").file("templates/a.html", "{% include \"b.html\" %}");
    let circle = circle.file("templates/b.html", "\n{% include \"a.html\" %}");
    told("templates_include_each_other", &circle, &["template-syntax templates/a.html:1:13"]);
    told(
        "template_extends_itself",
        &template("{% extends \"home.html\" %}"),
        &["template-syntax templates/home.html:1:13"],
    );
    told(
        "template_without_parent",
        &template("{% extends \"bsae.html\" %}"),
        &["template-missing templates/home.html:1:13"],
    );
}

#[test]
fn components_that_call_themselves_end() {
    let endless = template("{% component a() %}{{<a />}}{% endcomponent a %}{{<a />}}");
    let run = endless.run(&["check", "--format", "json"]);
    assert_eq!(run.status, 1, "{}", run.err);
    assert!(endless.rules().iter().all(|rule| rule.starts_with("template-")), "{}", run.out);
}

#[test]
fn long_chains_of_templates_do_not_break_the_program() {
    let chain = (0..300).fold(template("{% include \"c0.html\" %}"), |site, n| {
        site.file(&format!("templates/c{n}.html"), &format!("{{% include \"c{}.html\" %}}", n + 1))
    });
    let chain = chain.file("templates/c300.html", "x");
    told("template_depth", &chain, &["limit-depth templates/c100.html:-:-"]);
    let deep = (0..60).fold(template("{% include \"c0.html\" %}"), |site, n| {
        site.file(&format!("templates/c{n}.html"), &format!("{{% include \"c{}.html\" %}}", n + 1))
    });
    judged(&deep.file("templates/c60.html", "x"), &[]);
}

#[test]
fn loops_end() {
    let big = template("{% for i in range(end=10000000000) %}x{% endfor %}");
    told("template_steps", &big, &["limit-count templates/home.html:1:13"]);
    let silent = template(
        "{% set r = range(end=1000) %}{% for a in r %}{% for b in r %}{% for c in r %}{% endfor %}{% endfor %}{% endfor %}",
    );
    judged(&silent, &["limit-count templates/home.html:1:62"]);
    let started = std::time::Instant::now();
    let large = template(
        "{% set r = range(end=900000) %}{% for a in r %}{{ page.title }}あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよ{% endfor %}",
    );
    let run = large.run(&["check", "--format", "json"]);
    assert_eq!(run.status, 1, "{}", run.err);
    assert!(started.elapsed().as_secs() < 60);
}

#[test]
fn a_page_asks_for_a_template_that_is_there() {
    let site = site(&[
        ("content/a.ja.md", "---\ntitle: 題\ntemplate: pgae\n---\n"),
        ("content/a.en.md", "---\ntitle: T\ntemplate: page\n---\n"),
    ]);
    told("template_of_a_page", &site, &["template-missing content/a.ja.md:3:11"]);
}

#[test]
fn a_fault_in_a_template_hides_no_other_fault() {
    let site = template("{{ page.titel }}")
        .file("templates/404.html", "{{ page.nothing }}")
        .file("content/a.ja.md", "---\ntitle: 題\n---\n[無](nothing.md)\n")
        .file("content/b.en.md", "---\ntitel: T\n---\n");
    let expected = [
        "link-missing content/a.ja.md:4:5",
        "front-matter-unknown-key content/b.en.md:2:1",
        "template-render templates/404.html:1:9",
        "template-render templates/home.html:1:9",
    ];
    judged(&site, &expected);
    let syntax = template("{{ page").file("content/a.ja.md", "---\ntitle: 題\n---\n[無](nothing.md)\n");
    judged(&syntax, &["link-missing content/a.ja.md:4:5", "template-syntax templates/home.html:1:8"]);
}

#[test]
fn templates_cannot_reach_the_outside() {
    for call in ["load_data(path=\"/etc/passwd\")", "get_env(name=\"HOME\")", "load_data(url=\"https://example.com\")"]
    {
        judged(&template(&format!("{{{{ {call} }}}}")), &["template-syntax templates/home.html:1:4"]);
    }
    judged(&template("{% include \"../../site.yaml\" %}"), &["template-missing templates/home.html:1:13"]);
}

#[test]
fn words_of_a_site_are_judged_with_their_place() {
    let ja = "back-to-menu = { $nothing }\nskip-to-content = { $x ->\n  [one] 一\n}\nown = { other }\n";
    let site = site(&[("locales/ja/site.ftl", ja), ("locales/en/site.ftl", "own = Own\n")]);
    let run = site.run(&["check", "--format", "json"]);
    assert_eq!(run.status, 1);
    let found: Vec<String> =
        crate::site::said(&run.out).into_iter().map(|(rule, place, _)| format!("{rule} {place}")).collect();
    for expected in ["words-variables locales/ja/site.ftl:1:1", "words-reference locales/ja/site.ftl:5:9"] {
        assert!(found.iter().any(|found| found == expected), "{found:?}");
    }
    let read = |lang: &str| site.run(&["check", "--lang", lang]).err;
    crate::faulty::reads("words_wrong", read);
    let tool = TestSite::bilingual().file("locales/ja/tool.ftl", "cli-about = 別の言葉\n");
    told("words_of_the_program", &tool, &["name-skipped locales/ja/tool.ftl:-:-"]);
}
