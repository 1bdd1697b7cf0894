//! The links of a text that lead elsewhere when pages move: their addresses, found exactly, and what they become.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::paths::{Paths, folder};
use crate::diagnostic::Fix;
use crate::lang::{Lang, Languages};
use crate::parse::events::{Spanned, definitions, end_of, events};
use crate::parse::{FrontMatter, Target};
use crate::resolve::join;
use crate::scaffold::edit::{edited, relative, yaml_scalar};
use crate::source::{Place, Source, Span};

/// An address in a text.
struct Address {
    /// What it says.
    dest: String,
    /// Where it stands.
    range: Range<usize>,
    /// Whether it is a value of front matter.
    in_front: bool,
}

/// The changes of a text that moves from one path to another, or whose links lead to what moves.
///
/// # Errors
/// The place of a link that cannot be changed so that it leads where it should.
pub(super) fn edits(source: &Source, from: &str, to: &str, paths: &Paths<'_>) -> Result<Vec<Fix>, Place> {
    let mut edits = Vec::new();
    let mut expected = Vec::new();
    let addresses = addresses(source, paths.languages());
    for address in &addresses {
        match changed(&address.dest, from, to, paths) {
            Some((path, dest)) => {
                expected.push(Target::parse(&dest));
                edits.push(edit(source, address, &path));
            }
            None => expected.push(Target::parse(&address.dest)),
        }
    }
    if edits.is_empty() {
        return Ok(edits);
    }
    let bytes = edited(source, edits.clone());
    let after = Source::new(source.path().clone(), &String::from_utf8_lossy(&bytes));
    let found: Vec<Target> =
        self::addresses(&after, paths.languages()).iter().map(|address| Target::parse(&address.dest)).collect();
    let wrong = expected.iter().zip(&found).position(|(expected, found)| expected != found);
    match wrong.and_then(|index| addresses.get(index)) {
        Some(address) => Err(source.place(address.range.clone())),
        None if expected.len() != found.len() => Err(source.whole()),
        None => Ok(edits),
    }
}

/// The path that an address should have and the whole address with it, unless it is right as it is.
fn changed(dest: &str, from: &str, to: &str, paths: &Paths<'_>) -> Option<(String, String)> {
    let Target::File { path, .. } = Target::parse(dest) else { return None };
    let now = join(folder(to), &path);
    if from != to && now.as_ref().is_some_and(|now| paths.is_right(now)) {
        return None;
    }
    let before = join(folder(from), &path)?;
    let wanted = paths.target(&before);
    let way = if path.starts_with('/') { format!("/{wanted}") } else { relative(folder(to), &wanted) };
    // Where a page moves, the shortest way stays the shortest: a page that comes back is what it was.
    let is_shortest = relative(folder(from), &before) == path;
    if now.as_ref() == Some(&wanted) && (folder(from) == folder(to) || !is_shortest || way == path) {
        return None;
    }
    let written = escaped(&way, dest);
    let dest = match dest.split_once('#') {
        Some((_, fragment)) => format!("{written}#{fragment}"),
        None => written.clone(),
    };
    Some((written, dest))
}

fn edit(source: &Source, address: &Address, path: &str) -> Fix {
    let raw = &source.text()[address.range.clone()];
    let quote = raw.chars().next().filter(|first| address.in_front && matches!(first, '"' | '\''));
    let start = address.range.start + quote.map_or(0, char::len_utf8);
    let end = raw.find('#').map_or(address.range.end - quote.map_or(0, char::len_utf8), |at| address.range.start + at);
    let text = match quote {
        None if address.in_front => {
            let quoted = yaml_scalar(path);
            // What is behind `#` has no quotation mark to be closed by.
            if raw.contains('#') { path.to_owned() } else { quoted }
        }
        _ => path.to_owned(),
    };
    Fix { span: Span::new(start..end), text }
}

/// A path with what would end an address escaped; Unicode as it is, unless the address before was escaped.
fn escaped(path: &str, before: &str) -> String {
    let ascii_only = before.contains('%') && before.is_ascii();
    let mut out = String::with_capacity(path.len());
    for sign in path.chars() {
        let plain = match sign {
            '/' | '.' | '-' | '_' | '~' => true,
            sign if sign.is_ascii() => {
                sign.is_ascii_alphanumeric() || matches!(sign, '+' | ',' | '=' | '@' | '!' | '$')
            }
            _ => !ascii_only,
        };
        if plain {
            out.push(sign);
        } else {
            let mut bytes = [0; 4];
            sign.encode_utf8(&mut bytes).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
        }
    }
    out
}

/// The addresses of a text, in its order: related pages, links, images, definitions.
fn addresses(source: &Source, languages: &Languages) -> Vec<Address> {
    let text = source.text();
    let (front, body, _) = FrontMatter::parse(source, languages);
    let related = front.iter().flat_map(|front| &front.related);
    let mut addresses: Vec<Address> = related
        .map(|related| Address { dest: related.value.clone(), range: related.span.range(), in_front: true })
        .collect();
    let mut blanked = String::new();
    let list = events(text, body, languages.tag(Lang::MAIN), &mut blanked).list;
    addresses.extend((0..list.len()).filter_map(|index| inline(text, &list, index)));
    let defined = definitions(text, body).into_iter().filter_map(|(dest, range)| {
        let start = range.start + text[range.clone()].find("]:")? + "]:".len();
        Some(Address { dest, range: destination(text, start), in_front: false })
    });
    addresses.extend(defined);
    addresses.sort_by_key(|address| address.range.start);
    addresses
}

/// The address of a link or image that is written in place.
fn inline(text: &str, list: &[Spanned<'_>], index: usize) -> Option<Address> {
    let (
        Event::Start(
            Tag::Link { link_type: LinkType::Inline, dest_url, .. }
            | Tag::Image { link_type: LinkType::Inline, dest_url, .. },
        ),
        range,
    ) = &list[index]
    else {
        return None;
    };
    let end = end_of(list, index);
    let inner = list.get(index + 1..end).unwrap_or_default().iter().map(|(_, inner)| inner.end).max();
    let from = inner.unwrap_or(range.start);
    let start = from + text.get(from..range.end)?.find("](")? + "](".len();
    Some(Address { dest: dest_url.to_string(), range: destination(text, start), in_front: false })
}

/// The bytes of the address that begins behind blanks at `start` (CommonMark, link destination), without `<` and `>`.
fn destination(text: &str, start: usize) -> Range<usize> {
    let start = start + (text[start..].len() - text[start..].trim_start().len());
    if let Some(rest) = text[start..].strip_prefix('<') {
        let end = rest.find('>').unwrap_or(rest.len());
        return start + 1..start + 1 + end;
    }
    let mut depth = 0_usize;
    let mut is_escaped = false;
    for (at, sign) in text[start..].char_indices() {
        match sign {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '(' => depth += 1,
            ')' if depth == 0 => return start..start + at,
            ')' => depth -= 1,
            sign if sign.is_ascii_whitespace() => return start..start + at,
            _ => {}
        }
    }
    start..text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourcePath;

    #[test]
    fn addresses_are_found_where_they_stand() {
        let text = "---\ntitle: 題\nrelated: [a.md, \"b.md\"]\n---\n[a.md](a.md \"a.md\") ![x](<c d.svg>) [**a**][r] [z](e(1).md#x) **「[y]( f.md )」**\n\n[r]: ../g.md 'g'\n";
        let languages = Languages::new(&["ja", "en"]).expect("two languages");
        let source = Source::new(SourcePath::new("content/p.ja.md"), text);
        let found: Vec<_> = addresses(&source, &languages)
            .into_iter()
            .map(|address| (address.dest, text[address.range].to_owned()))
            .collect();
        let same = |text: &str| (text.to_owned(), text.to_owned());
        assert_eq!(
            found,
            [
                same("a.md"),
                ("b.md".to_owned(), "\"b.md\"".to_owned()),
                same("a.md"),
                same("c d.svg"),
                same("e(1).md#x"),
                same("f.md"),
                same("../g.md"),
            ]
        );
    }

    #[test]
    fn paths_are_escaped_as_the_address_was() {
        assert_eq!(escaped("a b(1).md", "x.md"), "a%20b%281%29.md");
        assert_eq!(escaped("受取.md", "x.md"), "受取.md");
        assert_eq!(escaped("受.md", "%E5%8F%96.md"), "%E5%8F%97.md");
    }
}
