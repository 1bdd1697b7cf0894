use std::fs;

use super::*;

const BUILT_IN: BuiltIn<'static> = &[
    ("static/site.css", b"built in"),
    ("templates/home.html", b"built-in home"),
    ("templates/page.html", b"built-in page"),
];

const LEAST: &str = "base_url: https://card.example.jp/\ntitle: 案内\n";

/// Loads a site of these files, with the least settings if there are none.
fn loaded(files: &[(&str, &str)]) -> Result<Loaded, LoadError> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let has_settings = files.iter().any(|(path, _)| *path == SETTINGS);
    let least = [(SETTINGS, LEAST)];
    let settings: &[(&str, &str)] = if has_settings { &[] } else { &least };
    for (path, text) in files.iter().chain(settings) {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().expect("it lies in a folder")).expect("a folder");
        fs::write(file, text).expect("a file");
    }
    let today = Today::Day(Date::new(2026, 11, 23).expect("a day"));
    load(folder.path(), &LoadOptions { today, drafts: false, built_in: BUILT_IN }, &mut Memory::default())
}

fn input(files: &[(&str, &str)]) -> (Input, Vec<(String, &'static str)>) {
    let loaded = loaded(files).expect("it is a site");
    let shown = |finding: crate::diagnostic::Finding| {
        let file = finding.place.map(|place| place.file.as_str().to_owned());
        (file.unwrap_or_default(), finding.rule.id)
    };
    (loaded.input.expect("its settings can be read"), loaded.findings.into_iter().map(shown).collect())
}

fn template<'a>(input: &'a Input, name: &str) -> &'a str {
    let template = input.theme.templates.iter().find(|template| template.name == name);
    template.map_or("", |template| template.source.text())
}

#[test]
fn files_are_pages_facts_assets_or_nothing() {
    let (input, findings) = input(&[
        ("content/index.ja.md", ""),
        ("content/index.en.md", ""),
        ("content/apply/index.ja.md", ""),
        ("content/apply/か\u{3099}.en.md", ""),
        ("content/apply/steps.ja.svg", ""),
        ("content/facts.yaml", "a: {text: b}"),
        ("content/glossary.yaml", ""),
        ("content/apply/facts.yaml", ""),
        ("content/.agreed/en/index.ja.md", ""),
    ]);
    let pages: Vec<_> =
        input.pages.iter().map(|page| (page.topic.as_str(), page.is_index, page.lang.index())).collect();
    assert_eq!(pages, [("apply", true, 0), ("apply/が", false, 1), ("index", true, 0), ("index", true, 1)]);
    assert!(input.facts.is_some());
    let assets: Vec<_> = input.assets.iter().map(|asset| asset.path.as_str()).collect();
    assert_eq!(assets, ["content/apply/facts.yaml", "content/apply/steps.ja.svg"]);
    assert_eq!(findings, [("content/apply/か\u{3099}.en.md".to_owned(), "name-normal-form")]);
}

#[test]
fn names_of_pages_say_their_language() {
    let found = loaded(&[
        ("content/a.md", ""),
        ("content/b.fr.md", ""),
        ("content/c.jp.md", ""),
        ("content/d.JA.md", ""),
        ("content/v1.2.md", ""),
        ("content/e.ja.MD", ""),
        ("content/facts.yml", ""),
    ])
    .expect("it is a site")
    .findings;
    let help = |right: &str| Some(crate::words::Msg::DidYouMean { right: right.into() });
    assert_eq!(found.len(), 7, "{found:?}");
    assert_eq!(found[2].help, help("c.ja.md"));
    assert_eq!(found[3].help, help("d.ja.md"));
    assert_eq!(found[4].help, help("e.ja.md"));
    assert_eq!(found[5].help, help("facts.yaml"));
}

#[test]
fn the_first_layer_that_has_a_template_wins_and_the_others_keep_a_name() {
    let (input, findings) = input(&[
        (SETTINGS, "base_url: https://a.example/\ntitle: a\ntheme: mine\n"),
        ("templates/page.html", "site"),
        ("themes/mine/theme.yaml", "extends: base\n"),
        ("themes/mine/templates/page.html", "mine"),
        ("themes/base/templates/page.html", "base"),
        ("themes/base/templates/section.html", "base section"),
        ("themes/base/static/site.css", "base"),
        ("themes/other/templates/page.html", "other"),
        ("themes/base/locales/ja/site.ftl", "a = b\n"),
        ("locales/ja/site.ftl", "a = c\n"),
        ("locales/fr/site.ftl", "a = d\n"),
        ("locales/ja/more.ftl", "a = d\n"),
    ]);
    for (name, text) in [
        ("page.html", "site"),
        ("mine/page.html", "mine"),
        ("base/page.html", "base"),
        ("default/page.html", "built-in page"),
        ("section.html", "base section"),
        ("home.html", "built-in home"),
        ("other/page.html", ""),
    ] {
        assert_eq!(template(&input, name), text, "{name}");
    }
    let words: Vec<_> = input.theme.words.iter().map(|words| words.source.text()).collect();
    assert_eq!(words, ["a = b\n", "a = c\n"]);
    assert_eq!(input.theme.statics.iter().map(|file| &*file.bytes).collect::<Vec<_>>(), [b"base"]);
    let skipped = |path: &str| (path.to_owned(), "name-skipped");
    assert_eq!(findings, [skipped("locales/fr/site.ftl"), skipped("locales/ja/more.ftl")]);
}

#[test]
fn a_theme_of_the_built_in_name_can_extend_what_it_overrides() {
    let (input, findings) = input(&[("themes/default/templates/page.html", "mine")]);
    assert_eq!(findings, []);
    assert_eq!(template(&input, "page.html"), "mine");
    assert_eq!(template(&input, "default/page.html"), "built-in page");
}

#[test]
fn themes_that_are_not_there_or_go_in_circles_are_told() {
    let of = |files: &[(&str, &str)]| {
        let findings = loaded(files).expect("it is a site").findings;
        findings.into_iter().map(|finding| finding.message).collect::<Vec<_>>()
    };
    let theme = "base_url: https://a.example/\ntitle: a\ntheme: mine\n";
    let unknown = crate::words::Msg::ThemeUnknown { name: "mine".into() };
    assert_eq!(of(&[(SETTINGS, theme)]), [unknown]);
    let cycle = crate::words::Msg::ThemeCycle { names: "mine → base → mine".into() };
    assert_eq!(
        of(&[
            (SETTINGS, theme),
            ("themes/mine/theme.yaml", "extends: base"),
            ("themes/base/theme.yaml", "extends: mine")
        ]),
        [cycle]
    );
    let escaping = "base_url: https://a.example/\ntitle: a\ntheme: ../themes/mine\n";
    assert_eq!(of(&[(SETTINGS, escaping), ("themes/mine/templates/page.html", "")]).len(), 1);
}

#[test]
fn settings_that_cannot_be_read_end_the_load_with_their_findings() {
    let loaded_of = |text: &str| loaded(&[(SETTINGS, text), ("content/a.md", "")]).expect("it is a site");
    let broken = loaded_of("base_url: [");
    assert!(broken.input.is_none() && broken.sources.get(&SourcePath::new(SETTINGS)).is_some());
    assert_eq!(broken.findings.len(), 1);
    let wrong = loaded_of("title: a\nbase_url: x\n");
    assert!(wrong.input.is_some());
    assert_eq!(wrong.findings.len(), 2);
}

#[test]
fn a_folder_without_settings_is_no_site() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let today = Today::Day(Date::new(2026, 11, 23).expect("a day"));
    let options = LoadOptions { today, drafts: false, built_in: BUILT_IN };
    assert!(matches!(load(folder.path(), &options, &mut Memory::default()), Err(LoadError::NoSite(_))));
    assert!(matches!(load(&folder.path().join("gone"), &options, &mut Memory::default()), Err(LoadError::NoSite(_))));
    fs::create_dir(folder.path().join(SETTINGS)).expect("a folder");
    assert!(matches!(load(folder.path(), &options, &mut Memory::default()), Err(LoadError::Unreadable(..))));
}

#[test]
fn the_bundled_site_is_read_without_a_finding() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let today = Today::Day(Date::new(2026, 11, 23).expect("a day"));
    let options = LoadOptions { today, drafts: false, built_in: crate::words::THEME };
    let loaded = load(root, &options, &mut Memory::default()).expect("it is a site");
    assert_eq!(loaded.findings, []);
    let input = loaded.input.expect("its settings can be read");
    let languages = &input.settings.languages;
    let (_, findings) = crate::facts::Facts::parse_file(input.facts.as_ref(), languages);
    assert_eq!(findings, []);
    for page in &input.pages {
        let (front, _, findings) = crate::parse::FrontMatter::parse(&page.source, languages);
        assert!(front.is_some() && findings.is_empty(), "{findings:?}");
    }
    assert!(input.pages.len() >= 20 && input.facts.is_some());
    assert!(input.theme.templates.iter().any(|template| template.name == "page.html"));
}
