//! What editors and other programs do to the files of a site while it is previewed.

#![expect(clippy::disallowed_methods, reason = "tests write sites and wait")]

use std::fs::{self, File};
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use super::preview::{Preview, assert_silent, next_build, site, taiyaku};

/// Far more than the preview needs, even where many programs share a machine.
const SOON: Duration = Duration::from_secs(10);

/// The text of the English front page.
fn page(text: &str) -> String {
    format!("---\ntitle: Start\n---\n\n{text}\n")
}

#[test]
fn a_page_that_is_deleted_is_gone_soon() {
    let preview = Preview::start(&[], "");
    let since = Instant::now();
    for lang in ["ja", "en"] {
        fs::remove_file(preview.path(&format!("content/受取.{lang}.md"))).expect("it is there");
    }
    preview.until("/ja/%E5%8F%97%E5%8F%96/", |answer| answer.status == 404);
    assert!(since.elapsed() < SOON);
}

#[test]
fn a_folder_gets_another_name() {
    let files = [
        ("content/a/x.ja.md", "---\ntitle: 甲\n---\n"),
        ("content/a/x.en.md", "---\ntitle: X\n---\n"),
        ("content/a/f.csv", "1\n"),
    ];
    let preview = Preview::start(&files, "");
    assert_eq!(preview.get("/ja/a/x/").status, 200);
    fs::rename(preview.path("content/a"), preview.path("content/b")).expect("it is there");
    preview.until("/ja/b/x/", |answer| answer.status == 200);
    assert_eq!(
        (preview.get("/ja/a/x/").status, preview.get("/a/f.csv").status, preview.get("/b/f.csv").status),
        (404, 404, 200)
    );
    // What lies in it is still followed.
    preview.write("content/b/x.en.md", "---\ntitle: Again\n---\n");
    preview.until_shown("/en/b/x/", "Again");
}

#[test]
fn editors_save_in_many_ways() {
    let preview = Preview::start(&[], "");
    let file = preview.path("content/index.en.md");
    // vim: a probe, a swap file, the old file as a backup.
    preview.write("content/4913", "");
    preview.write("content/.index.en.md.swp", "x");
    fs::remove_file(preview.path("content/4913")).expect("it is there");
    fs::rename(&file, preview.path("content/index.en.md~")).expect("it is there");
    preview.write("content/index.en.md", &page("By vim."));
    fs::remove_file(preview.path("content/index.en.md~")).expect("it is there");
    preview.until_shown("/en/", "By vim.");
    // emacs: a copy of what is typed, a lock.
    preview.write("content/#index.en.md#", "x");
    preview.write("content/index.en.md", &page("By emacs."));
    fs::remove_file(preview.path("content/#index.en.md#")).expect("it is there");
    preview.until_shown("/en/", "By emacs.");
    // mv, and synchronising programs: a new file takes the place of the old one.
    preview.write("content/.syncthing.index.en.md.tmp", &page("By mv."));
    fs::rename(preview.path("content/.syncthing.index.en.md.tmp"), &file).expect("it is there");
    preview.until_shown("/en/", "By mv.");
    let sed = Command::new("sed").args(["-i", "s/By mv/By sed/"]).arg(&file).status();
    assert!(sed.is_ok_and(|status| status.success()));
    preview.until_shown("/en/", "By sed.");
    // git: the file goes and comes.
    fs::remove_file(&file).expect("it is there");
    preview.write("content/index.en.md", &page("By git."));
    preview.until_shown("/en/", "By git.");
    assert!(!preview.said().contains("Not updated"));
}

#[test]
fn a_file_that_is_emptied_and_then_written_is_never_read_while_it_is_empty() {
    let preview = Preview::start(&[], "");
    for round in 0..3 {
        let mut file = File::create(preview.path("content/index.en.md")).expect("there is room");
        thread::sleep(Duration::from_millis(250));
        file.write_all(page(&format!("Round {round}.")).as_bytes()).expect("there is room");
        drop(file);
        preview.until_shown("/en/", &format!("Round {round}."));
    }
    assert!(!preview.said().contains("Not updated"));
}

#[test]
fn folders_that_come_later_are_seen_and_so_are_files_without_an_extension() {
    let preview = Preview::start(&[], "");
    preview.write("locales/ja/site.ftl", "not-found-title = 見あたりません\n");
    preview.until_shown("/ja/nothing/", "見あたりません");
    preview.write("themes/default/static/new.css", "body { color: red }\n");
    preview
        .write("templates/page.html", "<link rel=\"stylesheet\" href=\"{{ url(asset='new.css') }}\">{{ page.title }}");
    preview.until_shown("/en/%E5%8F%97%E5%8F%96/", "/theme/new.");
    preview.write("content/CNAME", "example.jp\n");
    preview.until_shown("/CNAME", "example.jp");
}

#[test]
fn many_files_at_once_are_one_or_two_builds() {
    let preview = Preview::start(&[], "");
    let before = preview.build();
    for number in 0..250 {
        for lang in ["ja", "en"] {
            preview.write(&format!("content/many/p{number}.{lang}.md"), &format!("---\ntitle: {number}\n---\n"));
        }
    }
    preview.until("/en/many/p249/", |answer| answer.status == 200);
    preview.until("/en/many/p0/", |answer| answer.status == 200);
    assert!((1..=2).contains(&(preview.build() - before)));
}

#[test]
fn a_touch_is_no_change() {
    let preview = Preview::start(&[], "");
    let (path, build) = preview.joined("/en/");
    let mut channel = preview.listen(&path);
    assert_eq!(next_build(&mut channel), build);
    let file = File::options().append(true).open(preview.path("content/index.en.md")).expect("it is there");
    file.set_modified(SystemTime::now()).expect("it can be set");
    assert_silent(&mut channel);
}

#[test]
fn a_program_that_writes_all_the_time_does_not_keep_an_edit_back() {
    let preview = Preview::start(&[], "");
    let (ends, log) = (AtomicBool::new(false), preview.path("content/log.txt"));
    thread::scope(|scope| {
        scope.spawn(|| {
            for line in 0.. {
                if ends.load(Ordering::Relaxed) {
                    return;
                }
                fs::write(&log, format!("{line}\n")).expect("there is room");
                thread::sleep(Duration::from_millis(15));
            }
        });
        let since = Instant::now();
        preview.write("content/index.en.md", &page("In between."));
        preview.until_shown("/en/", "In between.");
        assert!(since.elapsed() < SOON);
        ends.store(true, Ordering::Relaxed);
    });
}

#[test]
fn a_build_of_the_same_site_wakes_nobody() {
    let preview = Preview::start(&[], "");
    let (path, build) = preview.joined("/en/");
    let mut channel = preview.listen(&path);
    assert_eq!(next_build(&mut channel), build);
    let built =
        Command::new(assert_cmd::cargo::cargo_bin!("taiyaku")).arg("build").current_dir(preview.site.path()).output();
    assert!(built.is_ok_and(|built| built.status.success()));
    assert_silent(&mut channel);
}

#[test]
fn errors_go_with_the_file_that_has_them() {
    let preview = Preview::start(&[], "");
    preview.write("content/bad.ja.md", "---\ntitle: [\n---\n");
    preview.told("Not updated after");
    fs::remove_file(preview.path("content/bad.ja.md")).expect("it is there");
    assert!(preview.told("pdated after").contains("no findings") || preview.said().is_empty());
    preview.write("content/index.en.md", &page("On it goes."));
    preview.until_shown("/en/", "On it goes.");
}

#[test]
fn only_pages_get_the_script() {
    let page = "<!DOCTYPE html><html><body>whole</body></html>";
    let preview = Preview::start(
        &[("content/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), ("content/raw.html", page)],
        "",
    );
    for target in ["/a.svg", "/sitemap.xml", "/ja/feed.xml", "/robots.txt", "/form.csv", "/raw.html"] {
        let answer = preview.get(target);
        assert!(answer.status == 200 && !answer.text().contains("data-build"), "{target}");
    }
    // A page that forgot its body still gets it.
    preview.write("templates/page.html", "<!DOCTYPE html><title>{{ page.title }}</title><p>x");
    assert!(preview.until_shown("/en/%E5%8F%97%E5%8F%96/", "<p>x").text().contains("data-build"));
}

#[test]
fn without_events_the_files_are_looked_at_again_and_again() {
    let preview = Preview::start(&[], "--poll");
    preview.write("content/index.en.md", &page("Polled."));
    preview.until_shown("/en/", "Polled.");
    preview.write("content/new/x.en.md", "---\ntitle: New\n---\n");
    preview.until("/en/new/x/", |answer| answer.status == 200);
    fs::remove_file(preview.path("content/new/x.en.md")).expect("it is there");
    preview.until("/en/new/x/", |answer| answer.status == 404);
    preview.write("site.yaml", &super::SITE[0].1.replace("Guide", "Handbook"));
    preview.until_shown("/en/", "Handbook");
}

/// The limit is set in a user namespace of its own, where it binds nobody else.
#[test]
#[cfg(target_os = "linux")]
fn where_the_system_refuses_to_tell_of_changes_that_is_said() {
    let site = site(&[]);
    let program = taiyaku(site.path(), "--lang en --port 0");
    let mut command = Command::new("unshare");
    command.args(["-Ur", "sh", "-c", "echo 0 > /proc/sys/user/max_inotify_instances && exec \"$0\" \"$@\""]);
    command.arg(program.get_program()).args(program.get_args()).stderr(Stdio::piped());
    let preview = Preview::run_after(site, command, "the files are looked at every second");
    preview.write("content/index.en.md", &page("Seen all the same."));
    preview.until_shown("/en/", "Seen all the same.");
}

#[test]
fn drafts_are_shown_on_request_and_marked() {
    let draft = [
        ("content/draft.en.md", "---\ntitle: Plan\ndraft: true\n---\n"),
        ("content/later.en.md", "---\ntitle: Later\npublished: 2030-01-01\n---\n"),
    ];
    let preview = Preview::start(&draft, "");
    assert_eq!((preview.get("/en/draft/").status, preview.get("/en/later/").status), (404, 404));
    let preview = Preview::start(&draft, "--drafts");
    assert!(preview.get("/en/draft/").text().contains("This page is a draft."));
    assert!(preview.get("/en/later/").text().contains("This page will be published on"));
    let preview = Preview::start(&draft, "--today 2030-01-01");
    assert_eq!((preview.get("/en/draft/").status, preview.get("/en/later/").status), (404, 200));
}

#[test]
#[cfg(unix)]
fn the_end_of_the_preview_leaves_the_built_site_as_it_was() {
    let mut preview = Preview::start(&[("public/kept.txt", "mine\n")], "");
    let terminate = Command::new("kill").args(["-TERM", &preview.child.id().to_string()]).status();
    assert!(terminate.is_ok_and(|status| status.success()));
    preview.child.wait().expect("it ends");
    let left: Vec<_> = fs::read_dir(preview.path("public")).expect("it is there").flatten().collect();
    assert_eq!(left.len(), 1);
}
