//! What a writer that is killed leaves behind, and what the next one makes of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use taiyaku::write::write;

use crate::{MANY, Site, child, numbered, published, texts, tree};

fn start(task: &str, root: &Path) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    child(&mut command, task, root).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// How long a run takes from the start of its process to its end.
fn run_time(site: &Site) -> Duration {
    let clock = Instant::now();
    assert!(start("1", site.folder.path()).wait().unwrap().success());
    clock.elapsed()
}

/// When a writer is killed.
enum Moment {
    /// After this part of the time that a whole run takes.
    Part(f64),
    /// So long after this file or folder of the site appeared; `{new}` stands for the number of the newer site.
    Appeared(&'static str, Duration),
}

impl Moment {
    /// Moments spread over a whole run, with some jitter that is the same in every test run.
    fn spread(times: u32) -> Vec<Self> {
        let jitter = |time: u32| f64::from(time.wrapping_mul(2_654_435_761) >> 8) / f64::from(1 << 24);
        (0..times).map(|time| Self::Part((f64::from(time) + jitter(time)) / f64::from(times) * 1.1)).collect()
    }

    /// Moments from the one when something appears, so many milliseconds apart.
    fn after(name: &'static str, times: u64, apart: u64) -> impl Iterator<Item = Self> {
        (0..times).map(move |time| Self::Appeared(name, Duration::from_millis(time * apart)))
    }

    /// Waits for the moment, or for the end of the writer.
    fn wait(&self, writer: &mut Child, run: Duration, site: &Site, new: usize) {
        match self {
            Self::Part(part) => thread::sleep(run.mul_f64(*part)),
            Self::Appeared(name, delay) => {
                let path = site.path(&name.replace("{new}", &new.to_string()));
                while !path.exists() && writer.try_wait().unwrap().is_none() {
                    thread::yield_now();
                }
                thread::sleep(*delay);
            }
        }
    }
}

/// Kills a writer that brings one site in the place of another, and hands the site to `judge` each time.
fn kill_often(site: &Site, moments: &[Moment], judge: impl Fn(usize)) {
    let sites = [numbered(MANY, 0), numbered(MANY, 1)];
    let target = site.target(&site.path("public"));
    write(&sites[0], &target, &|_| {}).unwrap();
    let run = run_time(site);
    let mut present = 1;
    for (time, moment) in moments.iter().enumerate() {
        let new = 1 - present;
        let mut writer = start(&new.to_string(), site.folder.path());
        moment.wait(&mut writer, run, site, new);
        writer.kill().unwrap();
        writer.wait().unwrap();
        judge(time);
        // The next run brings now the older and now the newer site.
        present = time / 2 % 2;
        write(&sites[present], &target, &|_| {}).unwrap();
        let brought = published(&target.out) == texts(&sites[present]);
        assert!(brought, "the run after kill {time} did not bring its site");
        site.assert_clean();
    }
}

#[test]
fn a_killed_writer_leaves_the_older_or_the_newer_site_byte_for_byte() {
    let site = Site::new();
    let wholes = [0, 1].map(|number| {
        let whole = Site::new();
        write(&numbered(MANY, number), &whole.target(&whole.path("public")), &|_| {}).unwrap();
        tree(&whole.path("public"))
    });
    let mut moments = Moment::spread(30);
    moments.extend(Moment::after(".taiyaku-staging-public-0/published", 12, 5));
    kill_often(&site, &moments, |time| {
        let now = tree(&site.path("public"));
        assert!(wholes.contains(&now), "kill {time} left {} names", now.len());
    });
}

#[cfg(unix)]
#[test]
fn a_writer_killed_in_place_leaves_whole_files_and_the_next_run_completes_it() {
    let site = Site::new();
    fs::create_dir(site.path("real")).unwrap();
    std::os::unix::fs::symlink(site.path("real"), site.path("public")).unwrap();
    let [one, two] = [0, 1].map(|number| texts(&numbered(MANY, number)).into_iter().collect::<BTreeMap<_, _>>());
    let mut moments = Moment::spread(12);
    moments.extend(Moment::after("real/only-{new}", 12, 5));
    kill_often(&site, &moments, |time| {
        let now = published(&site.path("real")).into_iter().filter(|(path, _)| !path.starts_with(".taiyaku-"));
        for (path, text) in now {
            assert!([&one, &two].iter().any(|whole| whole.get(&path) == Some(&text)), "kill {time}: {path} is broken");
        }
    });
}
