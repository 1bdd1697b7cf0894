//! The languages of a site: a small index for each, and values that exist once a language.
//!
//! A site names its languages by BCP 47 tags in `site.yaml`; the first is the main language. Inside the
//! program a language is its position in that list, so that looking one up is an array access.

use std::sync::Arc;

/// A language of the site: its position in [`Languages`]. `Lang::MAIN` is the main language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(u8);

impl Lang {
    /// The site's main language, the first in `languages`.
    pub const MAIN: Self = Self(0);

    /// The position in the site's list of languages.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The tags of a site's languages, the main language first. There is always at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Languages(Arc<[Box<str>]>);

impl Languages {
    /// The most languages that a site may have.
    pub const MAX: usize = 64;

    /// The languages with these BCP 47 tags; `None` for an empty list and for one of over [`Self::MAX`].
    #[must_use]
    pub fn new<T: AsRef<str>>(tags: &[T]) -> Option<Self> {
        let fits = !tags.is_empty() && tags.len() <= Self::MAX;
        fits.then(|| Self(tags.iter().map(|tag| tag.as_ref().into()).collect()))
    }

    /// The tag of a language, as `site.yaml` writes it.
    #[must_use]
    pub fn tag(&self, lang: Lang) -> &str {
        &self.0[lang.index()]
    }

    /// The language with this tag, if the site has it.
    #[must_use]
    pub fn find(&self, tag: &str) -> Option<Lang> {
        self.iter().find(|&lang| self.tag(lang) == tag)
    }

    /// All languages, the main language first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Lang> + ExactSizeIterator + use<> {
        (0..self.len()).map(|index| Lang(u8::try_from(index).unwrap_or(u8::MAX)))
    }

    /// The languages other than the main language.
    pub fn others(&self) -> impl Iterator<Item = Lang> + use<> {
        self.iter().skip(1)
    }

    /// All tags, the main language's first.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(AsRef::as_ref)
    }

    /// How many languages there are.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a site has at least one language")]
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

/// One value a language, in the order of [`Languages`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerLang<T>(Vec<T>);

impl<T> PerLang<T> {
    /// The values that `make` gives for each language.
    pub fn from_fn(languages: &Languages, make: impl FnMut(Lang) -> T) -> Self {
        Self(languages.iter().map(make).collect())
    }

    /// The value of a language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &T {
        &self.0[lang.index()]
    }

    /// The value of a language, to change it while the whole is being made.
    pub fn get_mut(&mut self, lang: Lang) -> &mut T {
        &mut self.0[lang.index()]
    }

    /// Each language with its value.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        self.0.iter().enumerate().map(|(index, value)| (Lang(u8::try_from(index).unwrap_or(u8::MAX)), value))
    }
}

impl<T> PerLang<Option<T>> {
    /// The value of a language, if that language has one.
    #[must_use]
    pub fn has(&self, lang: Lang) -> Option<&T> {
        self.get(lang).as_ref()
    }

    /// The languages that have a value.
    pub fn present(&self) -> impl Iterator<Item = (Lang, &T)> {
        self.iter().filter_map(|(lang, value)| Some((lang, value.as_ref()?)))
    }

    /// A language's own value, else the main language's, else the first there is.
    #[must_use]
    pub fn or_main(&self, lang: Lang) -> Option<&T> {
        self.has(lang).or_else(|| self.has(Lang::MAIN)).or_else(|| self.present().next().map(|(_, value)| value))
    }
}
