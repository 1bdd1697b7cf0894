//! Paths on the built site, as people write them in redirects: from `/`, without the base path.

use percent_encoding::percent_decode_str;

use crate::path::{OutPath, PathProblem, PathReason};

/// A path from `/`, decoded and in NFC: `/old/` and `/旧/`. A `/` at the end stays as it is written.
///
/// # Errors
/// What keeps the path from naming something inside the site.
pub fn site_path(written: &str) -> Result<String, PathProblem> {
    let problem = |reason| PathProblem { reason, segment: written.to_owned() };
    let below = written.strip_prefix('/').ok_or_else(|| problem(PathReason::Empty))?;
    if below.is_empty() {
        return Ok("/".to_owned());
    }
    if let Some(sign) = below.chars().find(|sign| ['#', '?'].contains(sign)) {
        return Err(problem(PathReason::Character(sign)));
    }
    let (name, end) = below.strip_suffix('/').map_or((below, ""), |name| (name, "/"));
    // What hides in an escape is refused before the escapes are resolved, and what comes out of them after.
    OutPath::new(name)?;
    let decoded = percent_decode_str(name).decode_utf8().map_err(|_| problem(PathReason::Character('%')))?;
    let path = OutPath::new(&decoded)?;
    Ok(format!("/{path}{end}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_decoded_once_and_keep_their_slash() {
        for (written, read) in [
            ("/", "/"),
            ("/old/", "/old/"),
            ("/a/b.html", "/a/b.html"),
            ("/%E6%97%A7/", "/旧/"),
            ("/か\u{3099}/", "/が/"),
        ] {
            assert_eq!(site_path(written).as_deref(), Ok(read));
        }
    }

    #[test]
    fn nothing_climbs_out() {
        for written in [
            "",
            "old",
            "//host/",
            "/../x",
            "/a/../b/",
            "/%2e%2e/x",
            "/%2E./",
            "/a%2f..%2fb",
            "/a\\b",
            "/c:/x",
            "/a\0",
            "/a%00",
            "/%252e%252e%2f",
            "/a//b",
            "/a?b",
            "/a#b",
            "/%ff/",
            "https://host/",
        ] {
            assert!(site_path(written).is_err(), "{written:?}");
        }
    }
}
