//! Addresses that stand in a text as they are, which become links.
//!
//! The rules are those of GitHub Flavored Markdown's extended autolinks, which the parser does not have. One thing is
//! added: Japanese sets no space around an address, so that a Chinese, Japanese or Korean character ends one, and may
//! stand right before one.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::events::{Spanned, is_verbatim};
use crate::japanese::is_cjk;

/// An address in a text.
#[derive(Debug)]
struct Address {
    /// Its bytes in the text.
    range: Range<usize>,
    /// What stands before the text to make it an address: nothing, or `http://` for `www.…`.
    scheme: &'static str,
    kind: LinkType,
}

/// Whether there may be an address in a text.
pub(super) fn may_hold(text: &str) -> bool {
    text.contains("://") || text.contains("www.") || text.contains('@')
}

/// Makes links of the addresses in the block that begins at `block`, unless they stand in a link or an image already.
pub(super) fn link<'a>(source: &'a str, list: &mut Vec<Spanned<'a>>, block: usize) {
    let is_candidate = |(event, _): &Spanned<'_>| matches!(event, Event::Text(words) if may_hold(words));
    if !list[block..].iter().any(is_candidate) {
        return;
    }
    let events = list.split_off(block);
    let mut depth = 0_usize;
    for (event, range) in events {
        match &event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => depth += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => depth -= 1,
            _ => {}
        }
        match event {
            Event::Text(words) if depth == 0 && may_hold(&words) => cut(source, words, range, list),
            event => list.push((event, range)),
        }
    }
}

/// Adds a text to a list, with its addresses as links.
fn cut<'a>(source: &'a str, words: CowStr<'a>, range: Range<usize>, list: &mut Vec<Spanned<'a>>) {
    let found = addresses(&words, source[..range.start].chars().next_back());
    if found.is_empty() {
        list.push((Event::Text(words), range));
        return;
    }
    let exact = is_verbatim(source, &words, &range);
    let part = |at: Range<usize>| -> Spanned<'a> {
        if exact {
            let place = range.start + at.start..range.start + at.end;
            return (Event::Text(CowStr::Borrowed(&source[place.clone()])), place);
        }
        (Event::Text(words[at].to_owned().into()), range.clone())
    };
    let mut end = 0;
    for address in found {
        if end < address.range.start {
            list.push(part(end..address.range.start));
        }
        end = address.range.end;
        let dest_url = format!("{}{}", address.scheme, &words[address.range.clone()]).into();
        let (text, place) = part(address.range);
        let tag =
            Tag::Link { link_type: address.kind, dest_url, title: CowStr::Borrowed(""), id: CowStr::Borrowed("") };
        list.push((Event::Start(tag), place.clone()));
        list.push((text, place.clone()));
        list.push((Event::End(TagEnd::Link), place));
    }
    if end < words.len() {
        list.push(part(end..words.len()));
    }
}

/// The addresses in a text that this character stands before.
fn addresses(text: &str, before: Option<char>) -> Vec<Address> {
    let mut found: Vec<Address> = Vec::new();
    let mut from = 0;
    while let Some(sign) = text[from..].find([':', 'w', 'W', '@']).map(|at| from + at) {
        let last = found.last().map_or(0, |address| address.range.end);
        let previous = |at: usize| text[..at].chars().next_back().or(before);
        let address = match text.as_bytes()[sign] {
            b':' => web(text, sign, previous),
            b'@' => mail(text, sign, last),
            _ => www(text, sign, previous),
        };
        from = sign + 1;
        if let Some(address) = address.filter(|address| address.range.start >= last) {
            from = from.max(address.range.end);
            found.push(address);
        }
    }
    found
}

/// An address with its scheme, whose colon this is.
fn web(text: &str, colon: usize, previous: impl Fn(usize) -> Option<char>) -> Option<Address> {
    let length = ["https", "http"].into_iter().map(str::len).find(|&length| {
        let scheme = colon.checked_sub(length).and_then(|start| text.get(start..colon));
        scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case(&"https"[..length]))
    })?;
    let start = colon - length;
    let domain = text[colon..].strip_prefix("://").map(|_| colon + 3)?;
    if previous(start).is_some_and(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = end_of(text, start, domain + domain_len(&text[domain..], false)?);
    Some(Address { range: start..end, scheme: "", kind: LinkType::Autolink })
}

/// An address that begins with `www.`, whose first letter this is.
fn www(text: &str, start: usize, previous: impl Fn(usize) -> Option<char>) -> Option<Address> {
    let is_www = text.get(start..start + 4).is_some_and(|begin| begin.eq_ignore_ascii_case("www."));
    let follows = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '~' | '(') || is_cjk(c);
    if !is_www || !previous(start).is_none_or(follows) {
        return None;
    }
    let domain = start + "www.".len();
    let end = end_of(text, start, domain + domain_len(&text[domain..], true)?);
    Some(Address { range: start..end, scheme: "http://", kind: LinkType::Autolink })
}

/// An e-mail address, whose sign this is. It begins after the last address.
fn mail(text: &str, sign: usize, last: usize) -> Option<Address> {
    let is_local = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let start = sign - text[last..sign].chars().rev().take_while(is_local).count();
    let is_domain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let domain = &text[sign + 1..];
    let domain = domain[..domain.chars().take_while(is_domain).count()].trim_end_matches('.');
    let is_whole = domain.contains('.')
        && domain.split('.').all(|part| !part.is_empty())
        && domain.ends_with(|c: char| c.is_ascii_alphabetic());
    let goes_on = text[sign + 1 + domain.len()..].starts_with('@');
    if start == sign || !is_whole || goes_on {
        return None;
    }
    Some(Address { range: start..sign + 1 + domain.len(), scheme: "", kind: LinkType::Email })
}

/// How long the domain is that a text begins with, if it is one: letters, digits, hyphens and underscores in parts, the
/// last two of which have no underscore.
fn domain_len(text: &str, dotted: bool) -> Option<usize> {
    let is_domain =
        |c: char| !(c.is_whitespace() || is_cjk(c)) && (c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    let domain = &text[..text.chars().take(LONGEST_DOMAIN + 1).take_while(|&c| is_domain(c)).map(char::len_utf8).sum()];
    if domain.len() > LONGEST_DOMAIN {
        return None;
    }
    let mut parts = domain.rsplit('.');
    let is_clean = parts.by_ref().take(2).all(|part| !part.contains('_'));
    let begins = domain.starts_with(|c: char| c.is_alphanumeric());
    (begins && is_clean && (!dotted || domain.contains('.'))).then_some(domain.len())
}

/// The longest name of a domain, in bytes (RFC 1035, section 3.1). A text that is nothing but dots and underscores would take
/// quadratic time without an end.
const LONGEST_DOMAIN: usize = 255;

/// Where the address ends that begins at `start` and whose domain ends at `domain`.
fn end_of(text: &str, start: usize, domain: usize) -> usize {
    let rest = &text[domain..];
    let stops = |c: char| c.is_whitespace() || c == '<' || is_cjk(c);
    let rest = &rest[..rest.find(stops).unwrap_or(rest.len())];
    let rest = &rest[..rest.find("{{").unwrap_or(rest.len())];
    let mut address = &text[start..domain + rest.len()];
    // Counted once: an address of a thousand brackets takes no quadratic time.
    let mut surplus = address.matches(')').count().saturating_sub(address.matches('(').count());
    loop {
        let shorter = match address.chars().next_back() {
            Some(')') if surplus > 0 => {
                surplus -= 1;
                &address[..address.len() - 1]
            }
            Some('?' | '!' | '.' | ',' | ':' | '*' | '_' | '~' | '\'' | '"') => &address[..address.len() - 1],
            Some(';') => &address[..entity(address).unwrap_or(address.len() - 1)],
            _ => return start + address.len(),
        };
        address = shorter;
    }
}

/// Where the text begins that looks like a character reference (`&copy;`) at the end of an address.
fn entity(address: &str) -> Option<usize> {
    let body = address.strip_suffix(';')?.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    (body.len() + 1 < address.len()).then(|| body.strip_suffix('&')).flatten().map(str::len)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        addresses(text, None).into_iter().map(|address| &text[address.range]).collect()
    }

    #[test]
    fn addresses_end_where_a_sentence_goes_on() {
        for (text, address) in [
            ("Visit www.example.org/help for more", "www.example.org/help"),
            ("Visit www.example.org.", "www.example.org"),
            ("(see https://example.org/a_(b))", "https://example.org/a_(b)"),
            ("https://example.org/?q=1&copy;", "https://example.org/?q=1"),
            ("詳しくはhttps://example.jp/a?b=1をご覧ください。", "https://example.jp/a?b=1"),
            ("（https://example.jp/）", "https://example.jp/"),
            ("メールはinfo@example.jpへ", "info@example.jp"),
            ("a.b-c_d@a.b.", "a.b-c_d@a.b"),
            ("https://example.jp/{{ facts.x }}", "https://example.jp/"),
        ] {
            assert_eq!(found(text), [address], "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_an_address_stays_text() {
        for text in [
            "www.",
            "awww.example.org",
            "https://",
            "http://_.org",
            "a@b",
            "a@b.c-",
            "@example",
            "http:/x.y",
            "１０：３０",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    /// What the links of a text lead to, as the other implementation of these rules has it.
    fn oracle(markdown: &str) -> Vec<String> {
        let mut options = comrak::Options::default();
        options.extension.autolink = true;
        let html = comrak::markdown_to_html(markdown, &options);
        let address =
            |rest: &str| rest.split('"').next().unwrap_or_default().replace("&amp;", "&").replace("&#x27;", "'");
        html.split("href=\"").skip(1).map(address).collect()
    }

    fn ours(markdown: &str) -> Vec<String> {
        let mut blanked = String::new();
        let list = super::super::events::events(markdown, 0, "en", &mut blanked).list;
        let address = |(event, _)| match event {
            Event::Start(Tag::Link { link_type: LinkType::Email, dest_url, .. }) => Some(format!("mailto:{dest_url}")),
            Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
            _ => None,
        };
        list.into_iter().filter_map(address).collect()
    }

    #[test]
    fn random_texts_have_the_links_that_another_program_sees() {
        const PARTS: &[&str] = &[
            "www.", "http://", "https://", "a", "b.c", "-", ".", "..", ")", "(", "?", "!", ",", ":", ";", "&", "@",
            "x.y", " ", " ", "/", "=", "#", "1", "%20", "'",
        ];
        // The same texts in every run (xorshift64*).
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        let mut next = |below: usize| {
            state ^= state >> 12;
            state ^= state << 25;
            state ^= state >> 27;
            usize::try_from(state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33).unwrap_or(0) % below
        };
        let mut differences = Vec::new();
        for _ in 0..20_000 {
            let markdown: String = (0..1 + next(9)).map(|_| PARTS[next(PARTS.len())]).collect();
            let (ours, theirs) = (ours(&markdown), oracle(&markdown));
            // The other one takes what begins with a dot or a hyphen, or has two dots, for a domain.
            let is_known = ["..", "@.", ".-", "@-"].iter().any(|known| markdown.contains(known));
            if ours != theirs && !is_known {
                differences.push(format!("{markdown:?} {ours:?} {theirs:?}"));
            }
        }
        differences.sort_by_key(String::len);
        assert!(
            differences.is_empty(),
            "{}\n{}",
            differences.len(),
            differences[..differences.len().min(60)].join("\n")
        );
    }

    #[test]
    fn hostile_texts_take_linear_time() {
        for text in ["www.", "www._", "a@", "http://", "http://a.b ", ")", ";", "&a;"] {
            let _ = addresses(&format!("http://a.b/{}", text.repeat(50_000)), None);
            let _ = addresses(&text.repeat(50_000), None);
        }
    }
}
