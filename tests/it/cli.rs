//! The command line: help, usage errors, exit status, streams.

#![expect(clippy::disallowed_methods, reason = "tests make the folders that they run in")]

use std::io::{BufRead, BufReader};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The program in an environment that says nothing about language or colours.
fn taiyaku(arguments: &str) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("taiyaku"));
    for variable in ["TAIYAKU_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH", "NO_COLOR"] {
        command.env_remove(variable);
    }
    command.args(arguments.split_whitespace());
    command
}

fn output(command: &mut Command) -> Output {
    command.output().expect("the program starts")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("the program writes UTF-8")
}

/// What a wrong command line says on standard error.
fn complaint(arguments: &str) -> String {
    let output = output(&mut taiyaku(arguments));
    assert_eq!(output.status.code(), Some(2), "{arguments}");
    assert_eq!(text(&output.stdout), "", "{arguments}");
    text(&output.stderr).to_owned()
}

/// What a right command line says on standard output.
fn answer(arguments: &str) -> String {
    let output = output(&mut taiyaku(arguments));
    assert_eq!(text(&output.stderr), "", "{arguments}");
    assert_eq!(output.status.code(), Some(0), "{arguments}");
    text(&output.stdout).to_owned()
}

#[test]
fn help_speaks_the_language_that_is_asked_for() {
    insta::assert_snapshot!("help_in_japanese", answer("--help --lang ja"));
    insta::assert_snapshot!("help_in_english", answer("--help"));
    insta::assert_snapshot!("help_of_build_in_japanese", answer("build --lang=ja -h"));
    assert_eq!(answer("help build --lang ja"), answer("build --lang ja --help"));
}

#[test]
fn the_environment_chooses_the_language_and_the_option_wins() {
    let help =
        |set: &[(&str, &str)], arguments| text(&output(taiyaku(arguments).envs(set.iter().copied())).stdout).to_owned();
    let japanese = answer("--lang ja --help");
    assert_eq!(help(&[("LANG", "ja_JP.UTF-8")], "--help"), japanese);
    assert_eq!(help(&[("TAIYAKU_LANG", "ja"), ("LC_ALL", "C")], "--help"), japanese);
    assert_eq!(help(&[("LC_ALL", "C"), ("LANG", "ja_JP.UTF-8")], "--help"), answer("--help"));
    assert_eq!(help(&[("LC_ALL", "ja_JP.UTF-8")], "--help --lang en"), answer("--help"));
}

#[test]
fn the_version_is_told() {
    assert_eq!(answer("--version"), concat!("taiyaku ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn wrong_arguments_are_explained_in_both_languages() {
    let wrong = [
        "bulid",
        "build --drfats",
        "check --port 1",
        "build --out",
        "serve --port many",
        "check --today 2026-02-30",
        "rules --format jsn",
        "--lang fr check",
        "rules extra",
        "rules --quiet=yes",
        "rules --quiet --quiet",
        "help srve",
    ];
    for lang in ["en", "ja"] {
        let complaints: Vec<String> = wrong
            .iter()
            .map(|arguments| {
                let arguments = if arguments.contains("--lang") {
                    arguments.to_string()
                } else {
                    format!("{arguments} --lang {lang}")
                };
                format!("$ taiyaku {arguments}\n{}", complaint(&arguments))
            })
            .collect();
        insta::assert_snapshot!(format!("wrong_arguments_{lang}"), complaints.join("\n"));
    }
}

#[test]
fn without_a_command_the_help_is_a_complaint() {
    let complaint = complaint("--lang ja");
    assert!(complaint.starts_with(&answer("--help --lang ja")) && complaint.contains("コマンドを指定してください。"));
}

#[test]
fn rules_are_listed_in_both_languages() {
    let (japanese, english) = (answer("rules --lang ja"), answer("rules"));
    assert!(japanese.starts_with("規則 ") && english.starts_with("Rule "));
    assert_eq!(japanese.lines().count(), english.lines().count());
    let line = |table: &str| table.lines().find(|line| line.starts_with("link-missing ")).map(str::to_owned);
    assert!(line(&japanese).is_some_and(|line| line.contains(" エラー ")));
    assert!(line(&english).is_some_and(|line| line.contains(" error ")));
}

#[test]
fn rules_are_listed_for_programs() {
    let list: Value = serde_json::from_str(&answer("rules --format json --lang ja")).expect("it is JSON");
    assert_eq!(list["version"], 1);
    let rules = list["rules"].as_array().expect("it is a list");
    let missing = rules.iter().find(|rule| rule["rule"] == "link-missing").expect("it is there");
    assert_eq!((&missing["level"], &missing["fixed"]), (&Value::from("error"), &Value::from(true)));
    assert!(rules.iter().all(|rule| { rule["documentation"].as_str().is_some_and(|text| !text.is_empty()) }));
}

#[test]
fn a_reader_may_close_the_pipe() {
    let mut child = taiyaku("rules --format json")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_first_line_of_a_table_can_be_taken() {
    let mut child = taiyaku("rules").stdout(Stdio::piped()).spawn().expect("the program starts");
    let mut line = String::new();
    let stdout = child.stdout.take().expect("it is piped");
    BufReader::new(stdout).read_line(&mut line).expect("there is a line");
    assert!(line.starts_with("Rule "));
    assert!(child.wait().expect("the program ends").success());
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told() {
    let full =
        std::fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has a device that is always full");
    let output = output(taiyaku("rules --lang ja").stdout(full));
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("出力を書き込めません"));
}

#[test]
fn a_folder_without_a_site_is_refused() {
    let folder = tempfile::tempdir().expect("there is room");
    for command in ["build", "check", "facts", "serve"] {
        let output = output(taiyaku(command).current_dir(&folder));
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert!(text(&output.stderr).contains("There is no site in"), "{command}");
    }
    let output = output(taiyaku("check --root . --lang ja").current_dir(&folder));
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("site.yamlがありません。"));
}

#[test]
fn a_day_that_cannot_be_told_is_refused() {
    let folder = tempfile::tempdir().expect("there is room");
    std::fs::write(folder.path().join("site.yaml"), "").expect("there is room");
    let output = output(taiyaku("check").current_dir(&folder).env("SOURCE_DATE_EPOCH", "soon"));
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("SOURCE_DATE_EPOCH is “soon”"));
}

#[test]
fn colours_are_used_only_where_they_are_wanted() {
    let is_coloured = |arguments: &str| complaint(arguments).contains('\u{1B}');
    assert!(!is_coloured("bulid"));
    assert!(is_coloured("bulid --color always"));
    assert!(!is_coloured("bulid --color never"));
}
