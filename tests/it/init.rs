//! `init` and `completions`: what somebody starts with who has the program and nothing else.

#![expect(clippy::disallowed_methods, reason = "tests look at sites and run shells on a real disk")]

use std::fs;
use std::path::Path;
use std::process::Command;

use taiyaku::schema::{Kind, schema};
use taiyaku::words::UiLang;
use tempfile::TempDir;

use crate::site::{Run, TODAY, TestSite};

/// Runs the program in a folder that is no site.
fn run(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("taiyaku"));
    for variable in ["TAIYAKU_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH", "NO_COLOR"] {
        command.env_remove(variable);
    }
    let output = command.args(arguments).current_dir(folder).output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
    Run { status: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

fn empty() -> TempDir {
    TempDir::new().expect("a temporary folder")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8")).collect();
    names.sort();
    names
}

#[test]
fn a_new_site_is_built_without_a_finding_in_either_language() {
    for (lang, other) in [("ja", "en"), ("en", "ja")] {
        let folder = empty();
        let made = run(folder.path(), &["init", "new/site", "--lang", lang]);
        assert_eq!(made.status, 0, "{}", made.err);
        assert!(made.err.contains("\n  cd new/site\n  taiyaku serve"), "{}", made.err);
        let root = folder.path().join("new/site");
        let listed: Vec<&str> = made.out.lines().collect();
        assert!(listed.iter().all(|path| root.join(path).is_file()), "{listed:?}");
        for command in ["check", "build"] {
            let run = run(&root, &[command, "--deny", "warnings", "--format", "json", "--today", TODAY]);
            assert!(run.status == 0 && run.out.contains("\"findings\":[]"), "{}{}", run.out, run.err);
        }
        assert!(root.join("public/ja/rooms/fees/index.html").is_file());
        let settings = fs::read_to_string(root.join("site.yaml")).expect("settings");
        assert!(settings.contains(&format!("languages: [{lang}, {other}]")));
        // What is built does not belong into the history of a site.
        assert!(fs::read_to_string(root.join(".gitignore")).expect("a file").contains("\n/public/\n"));
        let status = run(&root, &["status", "--deny", "warnings", "--today", TODAY]);
        assert_eq!(status.status, 0, "{}", status.err);
    }
}

/// Sites are begun on any day, also on one that the sample's own days lie after.
#[test]
fn a_new_site_has_no_findings_on_any_day() {
    let folder = empty();
    run(folder.path(), &["init", "."]);
    for day in ["2020-02-29", "2026-04-01", "2031-12-31"] {
        let run = run(folder.path(), &["check", "--deny", "warnings", "--format", "json", "--today", day]);
        assert!(run.out.contains("\"findings\":[]"), "{day}: {}", run.out);
    }
}

#[test]
fn the_files_of_a_new_site_fit_their_schemas() {
    for lang in ["ja", "en"] {
        for (kind, file) in [(Kind::Site, "site.yaml"), (Kind::Facts, "content/facts.yaml")] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("starter").join(lang).join(file);
            let text = fs::read_to_string(path).expect("a file");
            let value: serde_json::Value = serde_yaml::from_str(&text).expect("it is YAML");
            assert!(jsonschema::draft7::is_valid(&schema(kind, UiLang::En), &value), "{lang}/{file}");
        }
    }
}

#[test]
fn the_current_folder_will_do_if_it_is_empty() {
    let folder = empty();
    let made = run(folder.path(), &["init", ".", "--format", "json"]);
    assert_eq!(made.status, 0, "{}", made.err);
    assert!(!made.err.contains("cd "), "{}", made.err);
    let value: serde_json::Value = serde_json::from_str(&made.out).expect("it is JSON");
    assert_eq!(value["made"].as_array().map(Vec::len), Some(21));
    assert_eq!(names(folder.path()), [".gitignore", "content", "site.yaml"]);
}

#[test]
fn a_folder_that_holds_something_is_left_as_it_is() {
    let folder = empty();
    for name in ["a", "b", "c", "d", "e", "f", "資料.txt"] {
        fs::write(folder.path().join(name), "kept").expect("a file");
    }
    let full = run(folder.path(), &["init", "."]);
    assert_eq!((full.status, full.out.as_str()), (2, ""));
    let shown = fs::canonicalize(folder.path()).expect("it is there").display().to_string();
    insta::assert_snapshot!(full.err.replace(&shown, "FOLDER"), @r"
    error: FOLDER is not empty: it has a, b, c, d, e and 2 more. Nothing was made.
      help: Choose a folder that is empty or not there yet, such as “taiyaku init my-site”.
    ");
    let below = run(folder.path(), &["init", "a/site", "--lang", "ja"]);
    assert_eq!(below.status, 2);
    assert!(below.err.contains("a/siteはファイルであるか、ファイルの下にあります。"), "{}", below.err);
    assert_eq!(names(folder.path()).len(), 7);
    let hidden = empty();
    fs::create_dir(hidden.path().join(".git")).expect("a folder");
    let hidden = run(hidden.path(), &["init", "."]);
    assert!(hidden.status == 2 && hidden.err.contains("it has .git."), "{}", hidden.err);
}

#[test]
fn a_site_does_not_begin_inside_another() {
    let site = TestSite::bilingual();
    let inside = site.run(&["init", "content/new", "--lang", "ja"]);
    assert_eq!(inside.status, 2);
    assert!(inside.err.contains("content/newは、サイト"), "{}", inside.err);
    assert!(!site.has("content/new"));
}

#[test]
#[cfg(unix)]
fn a_link_that_leads_into_a_site_leads_no_new_one_there() {
    let (site, folder) = (TestSite::bilingual(), empty());
    std::os::unix::fs::symlink(site.path("content"), folder.path().join("way")).expect("a link");
    let inside = run(folder.path(), &["init", "way/new"]);
    assert_eq!(inside.status, 2, "{}", inside.err);
    assert!(!site.has("content/new"));
    std::os::unix::fs::symlink("nowhere", folder.path().join("broken")).expect("a link");
    let broken = run(folder.path(), &["init", "broken"]);
    assert!(broken.status == 2 && broken.err.contains("broken/.gitignore could not be written"), "{}", broken.err);
    assert_eq!(names(folder.path()), ["broken", "way"]);
}

fn completions(shell: &str, lang: &str) -> String {
    let run = run(empty().path(), &["completions", shell, "--lang", lang]);
    assert_eq!(run.status, 0, "{}", run.err);
    run.out
}

#[test]
fn every_shell_has_a_script_that_knows_all_commands_and_options() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        for lang in ["ja", "en"] {
            let script = completions(shell, lang);
            for word in ["init", "confirm", "despite-parity"] {
                assert!(script.contains(word), "{shell}: {word}");
            }
            // The generator gives only these two shells the words of operands, and PowerShell not those of options either.
            assert!(!["bash", "zsh"].contains(&shell) || script.contains("front-matter"), "{shell}");
            assert!(shell == "powershell" || script.contains("sarif"), "{shell}");
            assert!(shell == "bash" || script.contains("サイト") == (lang == "ja"), "{shell}");
        }
    }
}

/// What a shell says of a script. `None` where the shell is not installed.
fn shell(program: &str, arguments: &[&str], script: &str) -> Option<String> {
    let folder = empty();
    let file = folder.path().join("script");
    fs::write(&file, script).expect("a file");
    let output = Command::new(program).args(arguments).arg(&file).output().ok()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{program}: {}", text(&output.stderr));
    assert_eq!(text(&output.stderr), "", "{program}");
    Some(text(&output.stdout))
}

#[test]
fn the_shells_that_are_here_can_read_their_scripts() {
    for lang in ["ja", "en"] {
        for (program, arguments) in [("bash", ["-n"]), ("zsh", ["-n"]), ("fish", ["--no-execute"])] {
            shell(program, &arguments, &completions(program, lang));
        }
    }
}

#[test]
fn bash_completes_commands_options_and_their_words() {
    let ask = |line: &str| {
        let words: Vec<&str> = line.split(' ').collect();
        let last = words.len() - 1;
        let (word, before) = (words[last], words[last - 1]);
        let words = words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" ");
        let asked = format!(
            "{}\nCOMP_WORDS=({words}); COMP_CWORD={last}\n_taiyaku taiyaku '{word}' '{before}'\necho \"${{COMPREPLY[*]}}\"\n",
            completions("bash", "ja")
        );
        shell("bash", &["--norc"], &asked).map(|answer| answer.trim().to_owned())
    };
    for (line, completed) in [
        ("taiyaku con", "confirm"),
        ("taiyaku build --dr", "--drafts"),
        ("taiyaku build --format s", "sarif"),
        ("taiyaku schema f", "front-matter facts"),
        ("taiyaku completions z", "zsh"),
    ] {
        if let Some(answer) = ask(line) {
            assert_eq!(answer, completed, "{line}");
        }
    }
}

#[test]
fn a_shell_that_has_no_script_is_told_which_have() {
    let folder = empty();
    let near = run(folder.path(), &["completions", "bsh"]);
    assert_eq!(near.status, 2);
    assert!(near.err.contains("Did you mean “bash”?"), "{}", near.err);
    let far = run(folder.path(), &["completions", "elvish", "--lang", "ja"]);
    assert!(far.status == 2 && far.err.contains("bash、zsh、fish、powershell"), "{}", far.err);
}
