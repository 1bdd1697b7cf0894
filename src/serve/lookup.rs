//! Looks an address up in the built site, as a host for static files would, without ever making a path of the disk.
//!
//! An address is decoded once and compared with the names of the output. There is no folder that it could climb
//! out of: what is not a name of the output is not there.

use percent_encoding::percent_decode_str;

use crate::output::Content;
use crate::path::{OutPath, PathReason};

/// What stands at an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A file, with its path.
    File(String, Content),
    /// A page whose address ends with a slash, or the site's own base; this is the address.
    Moved(String),
    /// Nothing; the site's page that says so, if it has one.
    Missing(Option<(String, Content)>),
    /// Nothing that any site could have.
    Malformed,
}

/// The files of a site, by their paths without the base.
pub(super) type Files<'a> = dyn Fn(&str) -> Option<Content> + 'a;

/// Why an address names nothing.
#[derive(Debug, PartialEq, Eq)]
enum Unnamed {
    /// It is no address: a broken escape, a way out, a control character.
    Malformed,
    /// No file can have this name.
    Impossible,
}

/// Looks up the path of an address, as it stands in the request. `base` is the path that every address of the site
/// begins with: `/` or `/repo/`; `files` gives what is in a file of the site.
pub(super) fn look_up(path: &str, base: &str, files: &Files<'_>) -> Found {
    let decoded_base = decode(base).unwrap_or_else(|_| base.to_owned());
    let path = match decode(path) {
        Ok(path) => path,
        Err(Unnamed::Malformed) => return Found::Malformed,
        Err(Unnamed::Impossible) => return Found::Missing(not_found(files, "")),
    };
    match path.strip_prefix(&*decoded_base) {
        Some(below) => look_below(below, base, files),
        None if path == "/" || format!("{path}/") == decoded_base => Found::Moved(base.to_owned()),
        None => Found::Missing(not_found(files, "")),
    }
}

/// Looks up a path below the base, decoded.
fn look_below(below: &str, base: &str, files: &Files<'_>) -> Found {
    let is_folder = below.is_empty() || below.ends_with('/');
    let file = if is_folder { format!("{below}index.html") } else { below.to_owned() };
    if let Some(content) = files(&file) {
        return Found::File(file, content);
    }
    let index = OutPath::new(&format!("{below}/index.html")).ok();
    match index.filter(|index| !is_folder && files(index.as_str()).is_some()) {
        Some(index) => Found::Moved(format!("{}{}", base.trim_end_matches('/'), index.to_url_path())),
        None => Found::Missing(not_found(files, below)),
    }
}

/// The site's page for addresses that name nothing: that of the language that the address begins with, else the one
/// for all.
fn not_found(files: &Files<'_>, below: &str) -> Option<(String, Content)> {
    let first = below.split('/').next().unwrap_or_default();
    let names = [format!("{first}/404.html"), "404.html".to_owned()];
    names.into_iter().find_map(|name| files(&name).map(|content| (name, content)))
}

/// The path that an address names: every escape resolved once, in NFC.
fn decode(address: &str) -> Result<String, Unnamed> {
    let below = address.strip_prefix('/').ok_or(Unnamed::Malformed)?;
    let has_slash = below.to_ascii_lowercase().contains("%2f");
    if !below.is_ascii() || has_slash || !has_whole_escapes(below) {
        return Err(Unnamed::Malformed);
    }
    if below.is_empty() {
        return Ok("/".to_owned());
    }
    let (name, end) = below.strip_suffix('/').map_or((below, ""), |name| (name, "/"));
    let name = percent_decode_str(name).decode_utf8().map_err(|_| Unnamed::Malformed)?;
    match OutPath::new(&name) {
        Ok(path) => Ok(format!("/{path}{end}")),
        Err(problem) => Err(match problem.reason {
            PathReason::Empty | PathReason::Dots | PathReason::Control(_) | PathReason::Character('\\') => {
                Unnamed::Malformed
            }
            _ => Unnamed::Impossible,
        }),
    }
}

/// Whether two hexadecimal digits follow every percent sign. The decoder would take others as they are.
fn has_whole_escapes(text: &str) -> bool {
    let is_whole = |rest: &str| rest.len() >= 2 && rest.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    text.split('%').skip(1).all(is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::Output;

    fn site() -> Output {
        let mut output = Output::new();
        for path in [
            "index.html",
            "404.html",
            "ja/index.html",
            "ja/404.html",
            "ja/apply/index.html",
            "ja/受取/index.html",
            "ja/ガイド.pdf",
            "a%20b.txt",
            "s.css",
        ] {
            let path = OutPath::new(path).expect("a path");
            output.insert(path.clone(), Content::from(path.as_str().to_owned()), "test").expect("no rival");
        }
        output
    }

    /// What stands at an address, in short: a path, `→` an address, `404` and a path, or `400`.
    fn found(address: &str, base: &str) -> String {
        let site = site();
        match look_up(address, base, &|path| site.get(path).cloned()) {
            Found::File(path, _) => path,
            Found::Moved(address) => format!("→ {address}"),
            Found::Missing(page) => format!("404 {}", page.map(|(path, _)| path).unwrap_or_default()),
            Found::Malformed => "400".to_owned(),
        }
    }

    #[test]
    fn files_and_folders_are_found_by_their_exact_names() {
        for (address, file) in [
            ("/", "index.html"),
            ("/ja/apply/", "ja/apply/index.html"),
            ("/ja/apply/index.html", "ja/apply/index.html"),
            ("/ja/apply", "→ /ja/apply/"),
            ("/s.css", "s.css"),
            ("/s.css/", "404 404.html"),
            ("/s.css/x", "404 404.html"),
            ("/S.css", "404 404.html"),
            ("/ja/Apply/", "404 ja/404.html"),
            ("/ja/nothing", "404 ja/404.html"),
            ("/fr/", "404 404.html"),
            ("/con", "404 404.html"),
        ] {
            assert_eq!(found(address, "/"), file, "{address}");
        }
    }

    #[test]
    fn escapes_are_resolved_once_and_names_compared_in_nfc() {
        for (address, file) in [
            ("/ja/%E5%8F%97%E5%8F%96/", "ja/受取/index.html"),
            ("/ja/%E5%8F%97%E5%8F%96", "→ /ja/%E5%8F%97%E5%8F%96/"),
            // ガイド.pdf with its voiced sound mark as a character of its own.
            ("/ja/%E3%82%AB%E3%82%99%E3%82%A4%E3%83%88%E3%82%99.pdf", "ja/ガイド.pdf"),
            ("/a%2520b.txt", "a%20b.txt"),
            ("/a%20b.txt", "404 404.html"),
        ] {
            assert_eq!(found(address, "/"), file, "{address}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for address in [
            "",
            "ja",
            "*",
            "//etc/passwd",
            "/../x",
            "/ja/..",
            "/ja/../s.css",
            "/./s.css",
            "/%2e%2e/x",
            "/..%2fx",
            "/..%5cx",
            "/a\\b",
            "/%00",
            "/%ff",
            "/%",
            "/%4",
            "/%u002e",
            "/%252e%252e/",
            "/%0a",
            "/ja//apply/",
            "/ja/apply//",
            "/受取/",
            "/%E5%8F/",
        ] {
            assert_eq!(found(address, "/"), "400", "{address}");
        }
    }

    #[test]
    fn a_base_is_asked_for_and_kept() {
        for (address, file) in [
            ("/", "→ /repo/"),
            ("/repo", "→ /repo/"),
            ("/repo/", "index.html"),
            ("/repo/ja/apply", "→ /repo/ja/apply/"),
            ("/repo/ja/nothing/", "404 ja/404.html"),
            ("/ja/apply/", "404 404.html"),
            ("/repo/repo/", "404 404.html"),
            ("/repository/", "404 404.html"),
        ] {
            assert_eq!(found(address, "/repo/"), file, "{address}");
        }
        assert_eq!(found("/%E3%81%82/s.css", "/%E3%81%82/"), "s.css");
    }
}
