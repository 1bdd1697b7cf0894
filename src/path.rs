//! Names of output files: the one type that can name them, and nothing outside the output folder.
//!
//! Whatever asks for a file in the built site (a page's address, a slug, an asset, a redirect) has to make an
//! [`OutPath`] of it first. A value of this type is relative, has `/` between its segments, is in NFC and can be
//! written on Linux, macOS and Windows alike; so neither the writer nor the preview server checks names again.
//! A name that cannot be an [`OutPath`] is a [`PathProblem`]: data, which the stage that made the name turns into
//! a finding at the place the name came from.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use icu_casemap::CaseMapper;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use unicode_normalization::UnicodeNormalization;

/// The longest segment that the file systems in use can hold, in bytes of UTF-8.
const LONGEST_SEGMENT: usize = 255;

/// Names that begin like this belong to the writer: its manifest, its lock and its staging folders.
pub const RESERVED_PREFIX: &str = ".taiyaku-";

/// The path percent-encode set of the URL standard, and `%`: a name is text that has not been encoded yet.
const PATH_SET: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'%');

/// The name of a file in the built site: `ja/apply/index.html`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutPath(Arc<str>);

/// Why a text cannot name an output file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathProblem {
    /// What is wrong.
    pub reason: PathReason,
    /// The segment that is wrong, in NFC; empty if the segment or the whole path is empty.
    pub segment: String,
}

/// What is wrong with a segment of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathReason {
    /// The path or a segment is empty: it begins or ends with `/`, or has `//` in it.
    Empty,
    /// The segment is `.` or `..`, plainly or percent-encoded, or hides a `/`, `\` or NUL in an escape.
    Dots,
    /// The segment has more than 255 bytes.
    TooLong,
    /// The segment has this character, which Windows or URLs give a meaning: one of `\ : ? * < > | "`.
    Character(char),
    /// The segment has this control character.
    Control(char),
    /// Windows keeps the name for a device: `con`, `aux.html`.
    Device,
    /// The segment ends with a dot or a space, which Windows drops.
    TrailingDotOrSpace,
    /// The segment begins with [`RESERVED_PREFIX`].
    Reserved,
}

impl OutPath {
    /// The path with this text, brought into NFC.
    ///
    /// # Errors
    /// The first segment that cannot be the name of a file or folder everywhere.
    pub fn new(path: &str) -> Result<Self, PathProblem> {
        let path: String = path.nfc().collect();
        for segment in path.split('/') {
            if let Some(reason) = fault(segment) {
                return Err(PathProblem { reason, segment: segment.to_owned() });
            }
        }
        Ok(Self(path.into()))
    }

    /// The path of a file below this one, taken as a folder.
    ///
    /// # Errors
    /// As [`OutPath::new`]; a `rest` that climbs or is absolute is one of them.
    pub fn join(&self, rest: &str) -> Result<Self, PathProblem> {
        Self::new(&format!("{self}/{rest}"))
    }

    /// The whole path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The segments, from the folder at the top to the file.
    pub fn segments(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.split('/')
    }

    /// The folders that the file lies in, from the top: `ja`, `ja/apply`.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.match_indices('/').map(|(at, _)| &self.0[..at])
    }

    /// The last segment.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&*self.0, |(_, name)| name)
    }

    /// The file's place on the disk when the site lies in this folder.
    #[must_use]
    pub fn below(&self, root: &Path) -> PathBuf {
        let mut place = root.to_path_buf();
        place.extend(self.segments());
        place
    }

    /// The file's address from the site's own `/`, percent-encoded once; `index.html` is the address of its folder.
    #[must_use]
    pub fn to_url_path(&self) -> String {
        let shown = match self.0.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => &*self.0,
        };
        format!("/{}", utf8_percent_encode(shown, PATH_SET))
    }

    /// What two paths share when some disk cannot tell them apart: NFC of the full case folding.
    ///
    /// The folding is done segment by segment in effect, since `/` neither folds nor combines: the key of a folder is
    /// a prefix of the keys of its files.
    #[must_use]
    pub fn fold_key(&self) -> String {
        if self.0.is_ascii() {
            return self.0.to_ascii_lowercase();
        }
        // Unicode asks for NFD first: some characters fold differently with their marks attached.
        let decomposed: String = self.0.nfd().collect();
        CaseMapper::new().fold_string(&decomposed).nfc().collect()
    }
}

/// Maps by path can be asked with a text; order, equality and hash are those of the text.
impl Borrow<str> for OutPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for OutPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

impl fmt::Display for PathProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {:?}", self.segment, self.reason)
    }
}

impl std::error::Error for PathProblem {}

/// What is wrong with a segment, if anything. What can lead out of the folder is told before what is only unportable.
fn fault(segment: &str) -> Option<PathReason> {
    if segment.is_empty() {
        return Some(PathReason::Empty);
    }
    if climbs(segment) {
        return Some(PathReason::Dots);
    }
    if let Some(character) = segment.chars().find_map(refused_character) {
        return Some(character);
    }
    if segment.len() > LONGEST_SEGMENT {
        return Some(PathReason::TooLong);
    }
    if segment.ends_with(['.', ' ']) {
        return Some(PathReason::TrailingDotOrSpace);
    }
    if is_device(segment) {
        return Some(PathReason::Device);
    }
    let start = segment.get(..RESERVED_PREFIX.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(RESERVED_PREFIX)).then_some(PathReason::Reserved)
}

fn refused_character(character: char) -> Option<PathReason> {
    match character {
        '\\' | ':' | '?' | '*' | '<' | '>' | '|' | '"' => Some(PathReason::Character(character)),
        control if control.is_control() => Some(PathReason::Control(control)),
        _ => None,
    }
}

/// Whether a segment is a dot segment, or becomes one or a longer path for a host that decodes it, once or more often.
///
/// Taken literally, `%2e%2e` is a harmless name, and we would encode it as `%252e%252e`. It is refused all the same:
/// nobody means it, and a host or proxy that decodes twice would climb. Other escapes are plain text: `100%25` passes.
fn climbs(segment: &str) -> bool {
    let mut text = Cow::Borrowed(segment);
    loop {
        if text == "." || text == ".." || text.contains(['/', '\0']) || (text.contains('\\') && text != segment) {
            return true;
        }
        let decoded = percent_decode_str(&text).decode_utf8_lossy().into_owned();
        if decoded == text {
            return false;
        }
        text = Cow::Owned(decoded);
    }
}

/// Whether Windows opens a device instead of a file of this name; what follows the first dot makes no difference.
fn is_device(segment: &str) -> bool {
    let stem = segment.split('.').next().unwrap_or_default().trim_end_matches(' ').to_ascii_lowercase();
    match &*stem {
        "con" | "prn" | "aux" | "nul" | "conin$" | "conout$" => true,
        _ => stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt")).is_some_and(is_port),
    }
}

fn is_port(rest: &str) -> bool {
    let mut characters = rest.chars();
    let port = characters.next().is_some_and(|port| port.is_ascii_digit() || matches!(port, '¹' | '²' | '³'));
    port && characters.next().is_none()
}

#[cfg(test)]
mod tests {
    use std::path::Component;

    use proptest::prelude::*;

    use super::*;

    fn reason(path: &str) -> PathReason {
        OutPath::new(path).expect_err("the path is refused").reason
    }

    fn out(path: &str) -> OutPath {
        OutPath::new(path).expect("the path is accepted")
    }

    #[test]
    fn what_could_leave_the_output_folder_is_refused() {
        for path in ["", "/etc/passwd", "a//b", "a/", "//host/share"] {
            assert_eq!(reason(path), PathReason::Empty, "{path}");
        }
        for path in ["..", "a/../b", ".", "%2e%2e/a", "%2E.", ".%2e", "%252e%252e", "a%2fb", "..%5cx", "x%00y", "x\0y"]
        {
            assert_eq!(reason(path), PathReason::Dots, "{path}");
        }
        assert_eq!(reason("..\\x"), PathReason::Character('\\'));
        assert_eq!(reason("C:/x"), PathReason::Character(':'));
    }

    #[test]
    fn names_that_some_system_cannot_hold_are_refused_everywhere() {
        for path in ["con", "a/AUX.html", "Com1", "lpt³.txt", "nul .txt", "conin$"] {
            assert_eq!(reason(path), PathReason::Device, "{path}");
        }
        for path in ["conference", "com10", "lpt", "auxiliary.html", "com"] {
            out(path);
        }
        assert_eq!(reason("a./b"), PathReason::TrailingDotOrSpace);
        assert_eq!(reason("a /b"), PathReason::TrailingDotOrSpace);
        assert_eq!(reason("a\u{7}b"), PathReason::Control('\u{7}'));
        assert_eq!(reason("a\u{85}b"), PathReason::Control('\u{85}'));
        assert_eq!(reason(".Taiyaku-manifest.json"), PathReason::Reserved);
        for character in ['?', '*', '<', '>', '|', '"'] {
            assert_eq!(reason(&format!("a{character}b")), PathReason::Character(character));
        }
    }

    #[test]
    fn a_segment_holds_85_kana_and_no_more() {
        out(&"あ".repeat(85));
        assert_eq!(reason(&"あ".repeat(86)), PathReason::TooLong);
    }

    #[test]
    fn the_problem_names_the_segment() {
        let problem = OutPath::new("ja/nul/index.html").expect_err("nul is a device");
        assert_eq!(problem, PathProblem { reason: PathReason::Device, segment: "nul".to_owned() });
    }

    #[test]
    fn names_are_in_nfc_whatever_the_disk_gave() {
        assert_eq!(out("カ\u{3099}イド"), out("ガイド"));
    }

    #[test]
    fn addresses_are_encoded_once_and_folders_end_with_a_slash() {
        for (path, url) in [
            ("index.html", "/"),
            ("ja/apply/index.html", "/ja/apply/"),
            ("ja/myindex.html", "/ja/myindex.html"),
            ("ja/受取/index.html", "/ja/%E5%8F%97%E5%8F%96/"),
            ("a b/100%25#1.pdf", "/a%20b/100%2525%231.pdf"),
            ("～〜^`{}&'()+,;=@[]!$-._~.txt", "/%EF%BD%9E%E3%80%9C%5E%60%7B%7D&'()+,;=@[]!$-._~.txt"),
        ] {
            assert_eq!(out(path).to_url_path(), url);
        }
    }

    #[test]
    fn names_that_a_disk_may_mix_up_share_a_key() {
        for (one, other) in [
            ("About.html", "about.html"),
            ("É.html", "e\u{301}.html"),
            ("Ａ", "ａ"),
            ("Straße", "STRASSE"),
            ("Σας", "ΣΑΣ"),
        ] {
            assert_eq!(out(one).fold_key(), out(other).fold_key(), "{one} {other}");
        }
        assert_ne!(out("か").fold_key(), out("カ").fold_key());
        assert_ne!(out("A").fold_key(), out("Ａ").fold_key());
    }

    #[test]
    fn folders_are_listed_from_the_top() {
        assert_eq!(out("ja/apply/index.html").folders().collect::<Vec<_>>(), ["ja", "ja/apply"]);
        assert_eq!(out("index.html").folders().count(), 0);
    }

    fn stays_below(path: &OutPath) -> bool {
        let root = Path::new("/srv/public");
        let place = path.below(root);
        let inside =
            place.strip_prefix(root).map(|rest| rest.components().all(|part| matches!(part, Component::Normal(_))));
        inside == Ok(true) && place.components().count() == root.components().count() + path.segments().count()
    }

    proptest! {
        #[test]
        fn whatever_text_goes_in_the_file_stays_below_the_root(path in "\\PC*") {
            if let Ok(path) = OutPath::new(&path) {
                prop_assert!(stays_below(&path));
            }
        }

        #[test]
        fn whatever_bytes_go_in_the_file_stays_below_the_root(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            if let Ok(path) = OutPath::new(&String::from_utf8_lossy(&bytes)) {
                prop_assert!(stays_below(&path));
            }
        }

        #[test]
        fn no_mix_of_dots_slashes_and_escapes_climbs(path in "(\\.|/|\\\\|%2e|%2F|%25|a|:| |あ){1,12}") {
            if let Ok(path) = OutPath::new(&path) {
                prop_assert!(stays_below(&path));
                let base = url::Url::parse("https://example.jp/root/").expect("a URL");
                let url = base.join(&format!(".{}", path.to_url_path())).expect("a relative address");
                prop_assert!(url.path().starts_with("/root/"), "{}", url);
            }
        }

        #[test]
        fn an_address_decodes_to_the_name(path in "[a-zあ-ん漢%# ?～]{1,8}\\.html") {
            if let Ok(path) = OutPath::new(&path) {
                let url = path.to_url_path();
                prop_assert!(url.is_ascii());
                prop_assert_eq!(percent_decode_str(&url[1..]).decode_utf8().expect("UTF-8"), path.as_str());
            }
        }

        #[test]
        fn the_key_of_a_folder_begins_the_keys_of_its_files(folder in "[A-Za-zÀ-ÿΑ-ω\u{300}-\u{310}あ-ん]{1,6}", file in "[\u{300}-\u{310}A-Zß]{1,6}") {
            if let (Ok(above), Ok(below)) = (OutPath::new(&folder), OutPath::new(&format!("{folder}/{file}"))) {
                let folder_key = above.fold_key() + "/";
                prop_assert!(below.fold_key().starts_with(&folder_key));
            }
        }
    }
}
