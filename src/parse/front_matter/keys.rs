//! The keys of front matter.

use crate::words::Msg;
use crate::yaml::key::{key, words};
use crate::yaml::{Absent, Key, Shape};

/// The keys that front matter may have.
pub static KEYS: &[Key] = &[
    key("title", Shape::Text, Absent::Refused, Msg::KeyPageTitle),
    key("nav_title", Shape::Text, Absent::Nothing, Msg::KeyPageNavTitle),
    key("summary", Shape::Text, Absent::Nothing, Msg::KeyPageSummary),
    key("order", Shape::Integer, Absent::Nothing, Msg::KeyPageOrder),
    key("nav", Shape::Truth, Absent::Default("true"), Msg::KeyPageNav),
    key("slug", Shape::Form("^[^/]+$"), Absent::Nothing, Msg::KeyPageSlug),
    key("updated", Shape::Day, Absent::Nothing, Msg::KeyPageUpdated),
    key("published", Shape::Day, Absent::Nothing, Msg::KeyPagePublished),
    key("expires", Shape::Day, Absent::Nothing, Msg::KeyPageExpires),
    key("draft", Shape::Truth, Absent::Default("false"), Msg::KeyPageDraft),
    key("redirect_from", Shape::List(&Shape::Form("^/")), Absent::Nothing, Msg::KeyPageRedirectFrom),
    key("template", Shape::Text, Absent::Nothing, Msg::KeyPageTemplate),
    key("toc", Shape::Truth, Absent::Nothing, Msg::KeyPageToc),
    key("menu_link", Shape::Truth, Absent::Nothing, Msg::KeyPageMenuLink),
    key("related", Shape::List(&Shape::Text), Absent::Nothing, Msg::KeyPageRelated),
    key("contact", Shape::Text, Absent::Nothing, Msg::KeyPageContact),
    key("list", Shape::OneOf(|| words(LISTS)), Absent::Nothing, Msg::KeyPageList),
    key("languages", Shape::List(&Shape::Text), Absent::Nothing, Msg::KeyPageLanguages),
    key("allow", Shape::List(&Shape::Keys(ALLOW_KEYS)), Absent::Nothing, Msg::KeyPageAllow),
    key("extra", Shape::Any, Absent::Nothing, Msg::KeyPageExtra),
];

/// The keys of an entry of `allow:`.
pub(super) static ALLOW_KEYS: &[Key] = &[
    key("rule", Shape::Rule, Absent::Refused, Msg::KeyPageAllowRule),
    key("reason", Shape::Text, Absent::Refused, Msg::KeyPageAllowReason),
    key("text", Shape::Text, Absent::Nothing, Msg::KeyPageAllowText),
];

/// The words of `list:`.
pub(super) const LISTS: &[(&str, ())] = &[("published", ())];
