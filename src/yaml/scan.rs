//! A walk over YAML text before a parser sees it: linear, and in terms that an editor understands.
//!
//! It knows just enough of YAML to tell text from syntax: quotes, block scalars, comments, brackets, and
//! where a value begins. What it reports is wrong in every site, so the parsers are not asked any more.

use std::ops::Range;

use super::MAX_DEPTH;

/// What the walk found.
pub(super) struct Scanned {
    /// What is wrong.
    pub(super) troubles: Vec<Trouble>,
    /// The place of the bracket or quote that is still open at the end.
    pub(super) open: Option<Range<usize>>,
}

/// One thing that is wrong, at these bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Trouble {
    pub(super) range: Range<usize>,
    pub(super) kind: TroubleKind,
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TroubleKind {
    /// Lists and maps lie too deep in each other.
    TooDeep,
    /// A line is indented by something other than spaces.
    Indent(char),
    /// A full-width sign stands where YAML needs an ASCII one.
    Sign { written: char, right: char },
    /// The space after a key's colon is missing.
    NoSpace,
    /// The space after a key's colon is not an ASCII space.
    OddSpace(char),
    /// An anchor, an alias or a tag, or a text that looks like one.
    Reference(char),
    /// A plain value begins with a sign that YAML keeps for itself.
    Start(char),
}

/// Walks over a text.
pub(super) fn scan(text: &str) -> Scanned {
    let mut scanner = Scanner::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        scanner.line(start, line.trim_end_matches('\n'));
        start += line.len();
        if scanner.too_deep {
            break;
        }
    }
    let open = scanner.quote.map(|(at, _)| at).or(scanner.brackets.last().copied());
    Scanned { troubles: scanner.troubles, open: open.map(|at| at..at + 1) }
}

#[derive(Default)]
struct Scanner {
    /// The open quote and where it stands.
    quote: Option<(usize, u8)>,
    /// Where the open brackets stand.
    brackets: Vec<usize>,
    /// The column of what owns the open block scalar; its lines are indented further.
    block: Option<usize>,
    /// The column of what owns the last plain value; lines that are indented further go on with it.
    plain: Option<usize>,
    too_deep: bool,
    troubles: Vec<Trouble>,
}

impl Scanner {
    fn line(&mut self, start: usize, line: &str) {
        if line.trim().is_empty() {
            return;
        }
        let indent = line.len() - line.trim_start_matches(' ').len();
        if self.quote.is_some() {
            return self.tokens(start, line, 0, false);
        }
        if self.block.is_some_and(|owner| indent > owner) {
            return;
        }
        self.block = None;
        let goes_on = self.brackets.is_empty() && self.plain.is_some_and(|owner| indent > owner);
        if goes_on {
            return self.tokens(start, line, indent, false);
        }
        let begin = self.indentation(start, line, indent);
        if self.brackets.is_empty() {
            self.plain = None;
            self.signs(start, line, begin);
        }
        self.tokens(start, line, begin, true);
    }

    fn report(&mut self, range: Range<usize>, kind: TroubleKind) {
        self.troubles.push(Trouble { range, kind });
    }

    /// Reports indentation by anything but spaces; gives where the line's text begins.
    fn indentation(&mut self, start: usize, line: &str, indent: usize) -> usize {
        let text = line[indent..].trim_start_matches(|c: char| is_odd_space(c) || c == ' ');
        let begin = line.len() - text.len();
        let odd = line[indent..begin].chars().find(|&c| c != ' ');
        let in_brackets = !self.brackets.is_empty();
        let is_comment = text.starts_with('#');
        if let Some(odd) = odd.filter(|&c| !is_comment && (c != '\t' || !in_brackets)) {
            self.report(start + indent..start + begin, TroubleKind::Indent(odd));
        }
        begin
    }

    /// Reports signs at the beginning of a line that look like YAML's own but are not.
    fn signs(&mut self, start: usize, line: &str, begin: usize) {
        let item = line[begin..].trim_start_matches("- ");
        let is_item = item.len() < line.len() - begin;
        let at = line.len() - item.len();
        let mut chars = item.chars();
        let (first, second) = (chars.next(), chars.next());
        let first_range = |c: char| start + at..start + at + c.len_utf8();
        match first {
            Some('＃') => self.report(first_range('＃'), TroubleKind::Sign { written: '＃', right: '#' }),
            Some(dash @ ('－' | '‐' | '−')) if second.is_none_or(char::is_whitespace) => {
                self.report(first_range(dash), TroubleKind::Sign { written: dash, right: '-' });
            }
            _ => self.colon(start + at, item, is_item),
        }
    }

    /// Reports a key whose colon is not the ASCII one, or is not followed by an ASCII space.
    fn colon(&mut self, at: usize, item: &str, is_item: bool) {
        let is_key = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        let key = item.len() - item.trim_start_matches(is_key).len();
        if !item.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return;
        }
        let colon = item.len() - item[key..].trim_start_matches([' ', '\u{3000}']).len();
        let mut rest = item[colon..].chars();
        let from = at + colon;
        match (rest.next(), rest.next()) {
            (Some('：'), _) if !is_item => {
                let sign = TroubleKind::Sign { written: '：', right: ':' };
                self.report(from..from + '：'.len_utf8(), sign);
            }
            (Some(':'), Some(odd)) if is_odd_space(odd) && odd != '\t' => {
                self.report(from + 1..from + 1 + odd.len_utf8(), TroubleKind::OddSpace(odd));
            }
            (Some(':'), Some(c)) if !c.is_whitespace() && c != '/' && c != ':' && !is_item => {
                self.report(from..from + 1, TroubleKind::NoSpace);
            }
            _ => {}
        }
    }

    /// Follows quotes, brackets and keys through a line. `fresh`: a value may begin here.
    fn tokens(&mut self, start: usize, line: &str, begin: usize, fresh: bool) {
        let bytes = line.as_bytes();
        let mut walk = Walk { at: begin, fresh, owner: begin, key: begin, dashes: 0 };
        while let Some(&byte) = bytes.get(walk.at) {
            if let Some((_, quote)) = self.quote {
                walk.at = self.quoted(bytes, walk.at, quote);
                walk.fresh = false;
                continue;
            }
            if byte == b'#' && (walk.at == 0 || matches!(bytes[walk.at - 1], b' ' | b'\t')) {
                return;
            }
            if self.token(start, line, &mut walk, byte) {
                return;
            }
            walk.at += 1;
        }
    }

    /// Takes one byte outside quotes; says whether the rest of the line needs no look.
    fn token(&mut self, start: usize, line: &str, walk: &mut Walk, byte: u8) -> bool {
        let at = walk.at;
        let in_flow = !self.brackets.is_empty();
        let next = line.as_bytes().get(at + 1).copied();
        let ends = matches!(next, None | Some(b' ' | b'\t'));
        match byte {
            b' ' | b'\t' => {}
            b'"' | b'\'' if walk.fresh => {
                self.quote = Some((start + at, byte));
                walk.key = at;
            }
            b'[' | b'{' if walk.fresh || in_flow => self.open(start + at, walk),
            b']' | b'}' if in_flow => {
                self.brackets.pop();
                walk.fresh = false;
            }
            b',' if in_flow => walk.fresh = true,
            b'-' | b'?' if walk.fresh && ends && !in_flow => self.dash(start + at, walk),
            b':' if ends || in_flow && next.is_some_and(|next| b",[]{}".contains(&next)) => {
                walk.fresh = true;
                walk.owner = walk.key;
                self.plain = None;
            }
            b'|' | b'>' if walk.fresh && !in_flow && is_block_header(&line[at..]) => {
                self.block = Some(walk.owner);
                return true;
            }
            b'&' | b'*' | b'!' if walk.fresh => {
                self.report(start + at..start + at + 1, TroubleKind::Reference(char::from(byte)));
                walk.fresh = false;
            }
            b'@' | b'`' | b'%' if walk.fresh => {
                self.report(start + at..start + at + 1, TroubleKind::Start(char::from(byte)));
                walk.fresh = false;
            }
            _ => self.text(walk, in_flow),
        }
        self.too_deep
    }

    /// A byte of a plain key or value.
    fn text(&mut self, walk: &mut Walk, in_flow: bool) {
        if walk.fresh && !in_flow {
            self.plain = Some(walk.owner);
            walk.key = walk.at;
        }
        walk.fresh = false;
    }

    fn open(&mut self, at: usize, walk: &mut Walk) {
        self.brackets.push(at);
        walk.fresh = true;
        if self.brackets.len() > MAX_DEPTH {
            self.deep(at);
        }
    }

    /// The mark of a list item: what follows may be a value, and the owner of a further one.
    fn dash(&mut self, at: usize, walk: &mut Walk) {
        walk.dashes += 1;
        walk.owner = walk.at;
        if walk.dashes > MAX_DEPTH {
            self.deep(at);
        }
    }

    fn deep(&mut self, at: usize) {
        self.report(at..at + 1, TroubleKind::TooDeep);
        self.too_deep = true;
    }

    /// Goes on behind the end of a quoted text, or to the end of the line.
    fn quoted(&mut self, bytes: &[u8], from: usize, quote: u8) -> usize {
        let mut at = from;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'\\' if quote == b'"' => at += 1,
                b'\'' if quote == b'\'' && bytes.get(at + 1) == Some(&b'\'') => at += 1,
                _ if byte == quote => {
                    self.quote = None;
                    return at + 1;
                }
                _ => {}
            }
            at += 1;
        }
        bytes.len()
    }
}

/// The state of the walk over one line.
struct Walk {
    at: usize,
    /// Whether a value may begin here.
    fresh: bool,
    /// The column of the key or item that a value would belong to.
    owner: usize,
    /// The column at which a key began, if what was read turns out to be one.
    key: usize,
    /// How many list items this line opens.
    dashes: usize,
}

/// White space that people type for a space, and YAML does not take for one.
fn is_odd_space(c: char) -> bool {
    c == '\t' || (c.is_whitespace() && !c.is_ascii())
}

/// Whether this is `|`, `>-`, `|2+` and so on, perhaps with a comment.
fn is_block_header(text: &str) -> bool {
    let rest = text[1..].trim_start_matches(|c: char| c == '+' || c == '-' || c.is_ascii_digit());
    let rest_trimmed = rest.trim_start();
    rest_trimmed.is_empty() || (rest_trimmed.starts_with('#') && rest.starts_with([' ', '\t']))
}
