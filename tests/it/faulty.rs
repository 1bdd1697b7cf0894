//! How faults of a site are told: the one way in which the tests on bad input look at the program.

use crate::site::{Run, TestSite};

/// A bilingual site with these files besides its front page. Its languages are not compared.
pub(crate) fn site(files: &[(&str, &str)]) -> TestSite {
    files.iter().fold(TestSite::bilingual().uncompared(), |site, (path, text)| site.file(path, text))
}

/// A bilingual site with one page more, whose body in Japanese is this. The other language has no heading and
/// no text, and is not compared.
pub(crate) fn body(text: &str) -> TestSite {
    TestSite::bilingual().uncompared().page("a", text, "")
}

/// Judges a site in every way: its findings are these (`rule file:line:column`, in order, each once), the exit status
/// fits, and a site with errors is not written.
pub(crate) fn judged(site: &TestSite, expected: &[&str]) {
    let run = site.run(&["check", "--format", "json"]);
    assert_eq!(places(&run.out), expected, "{}", run.out);
    let value: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let status = i32::from(value["counts"]["error"] != 0);
    assert_eq!(run.status, status, "{}", run.err);
    let build = site.run(&["build", "--quiet"]);
    assert_eq!((build.status, site.has("public")), (status, status == 0), "{}", build.err);
}

/// Judges a site, and compares what people read in both languages with the accepted text of this name.
pub(crate) fn told(name: &str, site: &TestSite, expected: &[&str]) {
    judged(site, expected);
    let read = |lang: &str| site.run(&["check", "--lang", lang]).err;
    reads(name, read);
}

/// Compares what people read in both languages with the accepted text of this name.
pub(crate) fn reads(name: &str, read: impl Fn(&str) -> String) {
    insta::assert_snapshot!(name, format!("{}\n{}", read("ja"), read("en")));
}

/// Compares what a run that could not begin or finish says in both languages with the accepted text of this name.
pub(crate) fn refused(name: &str, site: &TestSite, arguments: &[&str]) {
    let read = |lang: &str| {
        let Run { status, out, err } = site.run(&[arguments, &["--lang", lang]].concat());
        assert_eq!((status, out.as_str()), (2, ""), "{err}");
        let above = site.root().parent().expect("a temporary folder lies in another");
        err.replace(&*site.root().to_string_lossy(), "SITE").replace(&*above.to_string_lossy(), "ABOVE")
    };
    reads(name, read);
}

fn places(json: &str) -> Vec<String> {
    crate::site::said(json).into_iter().map(|(rule, place, _)| format!("{rule} {place}")).collect()
}
