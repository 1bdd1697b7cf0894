//! The rules: one row each, with its id, its level and its documentation.
//!
//! The table is what `taiyaku rules`, the setting `rules:` and the findings read. A rule is named by the
//! constant that its row declares; its documentation is a message like any other.

use std::collections::BTreeMap;

use crate::words::Msg;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The site is wrong; it is not written.
    Error,
    /// Somebody should look; an error under `--deny warnings`.
    Warning,
    /// Good to know; never changes the exit status.
    Hint,
}

impl Level {
    /// The name that settings and programs use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// One rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its id: `link-missing`.
    pub id: &'static str,
    /// Its level unless the site says otherwise.
    pub level: Level,
    /// What it looks for and why.
    pub doc: Msg,
}

impl Rule {
    /// Whether a site may change its level. Errors of the groups that say that a site cannot be built are fixed.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        FIXED_GROUPS.iter().any(|group| in_group(self.id, group)) && self.level == Level::Error
    }
}

/// The groups and ids whose errors cannot be lowered.
const FIXED_GROUPS: &[&str] = &[
    "config",
    "front-matter",
    "fact",
    "link-missing",
    "link-anchor",
    "asset-missing",
    "url-conflict",
    "template",
    "words",
    "translation-required",
    "encoding",
    "name",
    "limit",
];

/// Whether a rule's id is `group` or begins with `group-`.
fn in_group(id: &str, group: &str) -> bool {
    id.strip_prefix(group).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// Ids of the contract that later versions bring; a site may already name them in `rules:`.
const RESERVED: &[&str] = &[];

/// Groups of the contract, which may be set as a whole by `group-*`.
pub const GROUPS: &[&str] = &[
    "config",
    "front-matter",
    "fact",
    "link",
    "asset",
    "url",
    "template",
    "words",
    "translation",
    "parity",
    "text",
    "a11y",
    "html",
    "encoding",
    "name",
    "limit",
    "host",
    "deploy",
];

/// The levels that a site's `rules:` sets; `None` switches a rule off.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RuleSettings(BTreeMap<String, Option<Level>>);

/// What is wrong with an entry of `rules:`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleProblem {
    /// No rule or group has this name.
    Unknown,
    /// The rule's level cannot be lowered.
    Fixed,
}

impl RuleSettings {
    /// Sets the level of a rule (`parity-number`) or a group (`text-*`); `None` is off.
    ///
    /// # Errors
    /// When there is no such rule, or its level is fixed.
    pub fn set(&mut self, name: &str, level: Option<Level>) -> Result<(), RuleProblem> {
        let known = match name.strip_suffix("-*") {
            Some(group) => GROUPS.contains(&group),
            None => RESERVED.contains(&name) || find(name).is_some(),
        };
        if !known {
            return Err(RuleProblem::Unknown);
        }
        if find(name).is_some_and(Rule::is_fixed) && level != Some(Level::Error) {
            return Err(RuleProblem::Fixed);
        }
        self.0.insert(name.to_owned(), level);
        Ok(())
    }

    /// The level of a finding of a rule that has level `own` by itself; `None` when it is off. The id wins over its group.
    #[must_use]
    pub fn level(&self, rule: &Rule, own: Level) -> Option<Level> {
        if rule.is_fixed() {
            return Some(own);
        }
        let by_group =
            || GROUPS.iter().find(|group| in_group(rule.id, group)).and_then(|group| self.0.get(&format!("{group}-*")));
        self.0.get(rule.id).or_else(by_group).copied().unwrap_or(Some(own))
    }

    /// Whether a rule is on at any level.
    #[must_use]
    pub fn is_on(&self, rule: &Rule) -> bool {
        self.level(rule, Level::Hint).is_some()
    }
}

/// The rule with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.id == id)
}

/// All names that `rules:` accepts for a single rule, for suggestions.
pub fn names() -> impl Iterator<Item = &'static str> {
    ALL.iter().map(|rule| rule.id).chain(RESERVED.iter().copied())
}

/// Declares the rules: a constant each, and the table of all.
macro_rules! rules {
    ($($name:ident $id:literal $level:ident $doc:ident;)*) => {
        $(
            #[doc = concat!("The rule `", $id, "`.")]
            pub static $name: Rule = Rule { id: $id, level: Level::$level, doc: Msg::$doc };
        )*
        /// All rules, in the order of the contract.
        pub static ALL: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    CONFIG_SYNTAX "config-syntax" Error RuleConfigSyntax;
    CONFIG_UNKNOWN_KEY "config-unknown-key" Error RuleConfigUnknownKey;
    CONFIG_VALUE "config-value" Error RuleConfigValue;
    CONFIG_MISSING "config-missing" Error RuleConfigMissing;
    FRONT_MATTER_MISSING "front-matter-missing" Error RuleFrontMatterMissing;
    FRONT_MATTER_SYNTAX "front-matter-syntax" Error RuleFrontMatterSyntax;
    FRONT_MATTER_UNKNOWN_KEY "front-matter-unknown-key" Error RuleFrontMatterUnknownKey;
    FRONT_MATTER_VALUE "front-matter-value" Error RuleFrontMatterValue;
    FRONT_MATTER_ALLOW "front-matter-allow" Warning RuleFrontMatterAllow;
    FACT_SYNTAX "fact-syntax" Error RuleFactSyntax;
    FACT_VALUE "fact-value" Error RuleFactValue;
    FACT_UNKNOWN "fact-unknown" Error RuleFactUnknown;
    FACT_PLACE "fact-place" Error RuleFactPlace;
    LINK_MISSING "link-missing" Error RuleLinkMissing;
    LINK_ANCHOR "link-anchor" Error RuleLinkAnchor;
    LINK_LANGUAGE "link-language" Warning RuleLinkLanguage;
    LINK_EXTERNAL_HTTP "link-external-http" Warning RuleLinkExternalHttp;
    ASSET_MISSING "asset-missing" Error RuleAssetMissing;
    ASSET_LANGUAGE "asset-language" Warning RuleAssetLanguage;
    URL_CONFLICT "url-conflict" Error RuleUrlConflict;
    URL_LOST "url-lost" Warning RuleUrlLost;
    TEMPLATE_SYNTAX "template-syntax" Error RuleTemplateSyntax;
    TEMPLATE_MISSING "template-missing" Error RuleTemplateMissing;
    TEMPLATE_RENDER "template-render" Error RuleTemplateRender;
    WORDS_SYNTAX "words-syntax" Error RuleWordsSyntax;
    WORDS_MISSING "words-missing" Warning RuleWordsMissing;
    WORDS_VARIABLES "words-variables" Error RuleWordsVariables;
    WORDS_FUNCTION "words-function" Error RuleWordsFunction;
    WORDS_REFERENCE "words-reference" Error RuleWordsReference;
    WORDS_DUPLICATE "words-duplicate" Error RuleWordsDuplicate;
    TRANSLATION_MISSING "translation-missing" Warning RuleTranslationMissing;
    TRANSLATION_BEHIND "translation-behind" Warning RuleTranslationBehind;
    TRANSLATION_AHEAD "translation-ahead" Hint RuleTranslationAhead;
    TRANSLATION_ANSWERED "translation-answered" Warning RuleTranslationAnswered;
    TRANSLATION_DIVERGED "translation-diverged" Warning RuleTranslationDiverged;
    TRANSLATION_UNCONFIRMED "translation-unconfirmed" Hint RuleTranslationUnconfirmed;
    TRANSLATION_ORPHAN "translation-orphan" Warning RuleTranslationOrphan;
    TRANSLATION_REQUIRED "translation-required" Error RuleTranslationRequired;
    PARITY_DATE "parity-date" Warning RuleParityDate;
    PARITY_NUMBER "parity-number" Warning RuleParityNumber;
    PARITY_MONEY "parity-money" Warning RuleParityMoney;
    PARITY_TIME "parity-time" Warning RuleParityTime;
    PARITY_PHONE "parity-phone" Warning RuleParityPhone;
    PARITY_EMAIL "parity-email" Warning RuleParityEmail;
    PARITY_LINK "parity-link" Warning RuleParityLink;
    PARITY_IMAGE "parity-image" Warning RuleParityImage;
    PARITY_STRUCTURE "parity-structure" Warning RuleParityStructure;
    PARITY_UNTRANSLATED "parity-untranslated" Warning RuleParityUntranslated;
    PARITY_TERM "parity-term" Warning RuleParityTerm;
    TEXT_EMPHASIS "text-emphasis" Warning RuleTextEmphasis;
    TEXT_ERA "text-era" Warning RuleTextEra;
    A11Y_ALT "a11y-alt" Warning RuleA11yAlt;
    A11Y_HEADING "a11y-heading" Warning RuleA11yHeading;
    A11Y_LINK_TEXT "a11y-link-text" Warning RuleA11yLinkText;
    TEXT_SPACE "text-space" Warning RuleTextSpace;
    TEXT_HALF_WIDTH_KANA "text-half-width-kana" Warning RuleTextHalfWidthKana;
    TEXT_FULL_WIDTH "text-full-width" Warning RuleTextFullWidth;
    TEXT_DECOMPOSED_KANA "text-decomposed-kana" Warning RuleTextDecomposedKana;
    TEXT_INVISIBLE "text-invisible" Warning RuleTextInvisible;
    TEXT_COMPATIBILITY "text-compatibility" Warning RuleTextCompatibility;
    TEXT_MACHINE_DEPENDENT "text-machine-dependent" Hint RuleTextMachineDependent;
    TEXT_BRACKET "text-bracket" Warning RuleTextBracket;
    TEXT_STYLE "text-style" Warning RuleTextStyle;
    TEXT_SENTENCE_LENGTH "text-sentence-length" Warning RuleTextSentenceLength;
    TEXT_PUNCTUATION "text-punctuation" Warning RuleTextPunctuation;
    TEXT_ASCII_PUNCTUATION "text-ascii-punctuation" Warning RuleTextAsciiPunctuation;
    TEXT_FULL_WIDTH_SIGN "text-full-width-sign" Warning RuleTextFullWidthSign;
    TEXT_REPEATED "text-repeated" Warning RuleTextRepeated;
    TEXT_PRH "text-prh" Warning RuleTextPrh;
    TEXT_PRH_FILE "text-prh-file" Warning RuleTextPrhFile;
    LINK_FOOTNOTE "link-footnote" Warning RuleLinkFootnote;
    LINK_SCHEME "link-scheme" Warning RuleLinkScheme;
    HTML_PART "html-part" Warning RuleHtmlPart;
    HTML_SCRIPT "html-script" Warning RuleHtmlScript;
    HTML_UNCLOSED "html-unclosed" Warning RuleHtmlUnclosed;
    ENCODING_UTF8 "encoding-utf8" Error RuleEncodingUtf8;
    ENCODING_CONTROL "encoding-control" Error RuleEncodingControl;
    NAME_LANGUAGE "name-language" Error RuleNameLanguage;
    NAME_INVALID "name-invalid" Error RuleNameInvalid;
    NAME_KIND "name-kind" Error RuleNameKind;
    NAME_UNREADABLE "name-unreadable" Error RuleNameUnreadable;
    NAME_NORMAL_FORM "name-normal-form" Warning RuleNameNormalForm;
    NAME_SKIPPED "name-skipped" Warning RuleNameSkipped;
    LIMIT_SIZE "limit-size" Error RuleLimitSize;
    LIMIT_DEPTH "limit-depth" Error RuleLimitDepth;
    LIMIT_COUNT "limit-count" Error RuleLimitCount;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_wins_over_its_group_and_a_fixed_error_stays() {
        let mut settings = RuleSettings::default();
        assert_eq!(settings.set("a11y-*", None), Ok(()));
        assert_eq!(settings.set("a11y-alt", Some(Level::Error)), Ok(()));
        assert_eq!(settings.set("link-missing", None), Err(RuleProblem::Fixed));
        assert_eq!(settings.set("link-mising", None), Err(RuleProblem::Unknown));
        assert_eq!(settings.level(&A11Y_ALT, Level::Warning), Some(Level::Error));
        assert_eq!(settings.level(&A11Y_HEADING, Level::Warning), None);
        assert_eq!(settings.set("link-*", None), Ok(()));
        assert_eq!(settings.level(&LINK_MISSING, Level::Error), Some(Level::Error));
        assert_eq!(settings.level(&LINK_EXTERNAL_HTTP, Level::Warning), None);
    }

    #[test]
    fn ids_are_unique_and_belong_to_a_group() {
        let ids: std::collections::BTreeSet<_> = names().collect();
        assert_eq!(ids.len(), names().count());
        assert!(ids.iter().all(|id| GROUPS.iter().any(|group| in_group(id, group))));
    }
}
