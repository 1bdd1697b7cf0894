//! New sites: small ones about which there is nothing to say, that teach by example.
//!
//! The files are embedded, so that the program needs nothing beside it. Pages are the same whatever the main language;
//! settings and facts carry comments and come in the main language. All pages are confirmed from the start: somebody
//! who changes one sees what the comparison is for, and not a list of what they never wrote.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::batch::Step;
use crate::lang::{Lang, Languages};
use crate::load::{Topic, agreed_path};
use crate::words::{STARTER, UiLang};

/// The file that makes a folder a site.
const SETTINGS: &str = "site.yaml";

/// What stands in the way of a new site.
#[derive(Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Something that is no folder.
    File,
    /// These names in the folder, sorted.
    Filled(Vec<String>),
    /// The folder lies inside this site.
    Inside(PathBuf),
}

/// What stands in the way of a new site in this folder, which need not be there yet.
///
/// # Errors
/// When the disk does not say.
pub fn obstacle(folder: &Path) -> io::Result<Option<Obstacle>> {
    match fs::metadata(folder) {
        Ok(metadata) if !metadata.is_dir() => return Ok(Some(Obstacle::File)),
        Ok(_) => {
            let names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
            let mut names: Vec<String> = names.collect::<io::Result<_>>()?;
            names.sort();
            if !names.is_empty() {
                return Ok(Some(Obstacle::Filled(names)));
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        // A file where one of the folders above should be.
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Ok(Some(Obstacle::File)),
        Err(error) => return Err(error),
    }
    // A link may lead into a site, so the way that counts is the real one.
    let there = folder.ancestors().find_map(|folder| fs::canonicalize(folder).ok());
    let site = there.as_deref().and_then(|there| there.ancestors().find(|folder| folder.join(SETTINGS).exists()));
    Ok(site.map(|site| Obstacle::Inside(site.to_path_buf())))
}

/// The files of a new site with this main language.
#[must_use]
pub fn steps(main: UiLang) -> Vec<Step> {
    let tags = match main {
        UiLang::Ja => ["ja", "en"],
        UiLang::En => ["en", "ja"],
    };
    let files = STARTER.iter().filter_map(|(name, bytes)| {
        let (group, name) = name.split_once('/')?;
        // A name with a dot would have its effect in this repository.
        let name = if name == "gitignore" { ".gitignore" } else { name };
        (group == "all" || group == tags[0]).then_some((name, *bytes))
    });
    let mut files: Vec<(&str, &[u8])> = files.collect();
    files.sort_by_key(|(name, _)| *name);
    let agreed = Languages::new(&tags).map(|languages| agreed(&languages, &files)).unwrap_or_default();
    let created = files.iter().map(|&(name, bytes)| (name.to_owned(), bytes)).chain(agreed);
    created.map(|(path, bytes)| Step::Create { path, bytes: bytes.to_vec() }).collect()
}

/// The confirmed texts: what the pages say.
fn agreed<'a>(languages: &Languages, files: &[(&str, &'a [u8])]) -> Vec<(String, &'a [u8])> {
    let pages = files.iter().filter_map(|(name, bytes)| {
        let (stem, tag) = name.strip_prefix("content/")?.strip_suffix(".md")?.rsplit_once('.')?;
        let topic = Topic::new(stem.strip_suffix("/index").unwrap_or(stem));
        Some((topic, languages.find(tag)?, *bytes))
    });
    let pages: Vec<(Topic, Lang, &[u8])> = pages.collect();
    let texts = languages.others().flat_map(|translation| {
        let pair = pages.iter().filter(move |(_, lang, _)| [Lang::MAIN, translation].contains(lang));
        pair.map(move |(topic, lang, bytes)| (agreed_path(languages, topic, translation, *lang), *bytes))
    });
    texts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_the_way_is_named() {
        let root = tempfile::tempdir().expect("a folder");
        let at = |path: &str| obstacle(&root.path().join(path)).expect("the disk answers");
        assert_eq!((at("."), at("new"), at("a/b/new")), (None, None, None));
        fs::write(root.path().join("file"), "").expect("a file");
        assert_eq!((at("file"), at("file/new")), (Some(Obstacle::File), Some(Obstacle::File)));
        assert_eq!(at("."), Some(Obstacle::Filled(vec!["file".to_owned()])));
        fs::write(root.path().join(SETTINGS), "").expect("a file");
        let real = fs::canonicalize(root.path()).expect("it is there");
        assert_eq!(at("new/deep"), Some(Obstacle::Inside(real)));
    }

    #[test]
    fn both_languages_of_every_page_are_confirmed_as_they_are() {
        for (lang, folder) in [(UiLang::Ja, "content/.agreed/en/"), (UiLang::En, "content/.agreed/ja/")] {
            let steps = steps(lang);
            let created = steps.iter().map(|step| match step {
                Step::Create { path, bytes } => (path.as_str(), bytes),
                other => panic!("{other:?}"),
            });
            let (agreed, own): (Vec<_>, Vec<_>) = created.partition(|(path, _)| path.starts_with(folder));
            let pages = own.iter().filter(|(path, _)| path.ends_with(".md"));
            assert_eq!(pages.count(), agreed.len());
            assert!(agreed.iter().all(|(_, bytes)| own.iter().any(|(_, text)| text == bytes)));
            assert!(own.iter().any(|(path, _)| *path == ".gitignore"));
        }
    }
}
