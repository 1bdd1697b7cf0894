//! Turns one Fluent file into its entries and what each of them uses.
//!
//! The syntax tree has no places, but its slices point into the text, so that the distance between
//! two pointers is the place. That is why the tree is walked here once and forgotten.

use std::collections::BTreeSet;
use std::ops::Range;

use fluent_syntax::ast::{
    CallArguments, Entry as Node, Expression, InlineExpression as Inline, Pattern, PatternElement, VariantKey,
};

use fluent_syntax::parser::ErrorKind;

use super::{FUNCTIONS, Problem, ProblemKind, Source};

/// Deeper braces are refused, because the parser of fluent-syntax calls itself for each.
const DEEPEST: usize = 50;

/// A message, an attribute of one (`key.attribute`), or a term (`-term`), as one file defines it.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) place: Range<usize>,
    pub(super) uses: Uses,
}

/// What the pattern of an entry mentions.
#[derive(Default)]
pub(super) struct Uses {
    pub(super) variables: BTreeSet<String>,
    pub(super) references: Vec<(String, Range<usize>)>,
}

/// The entries of one file; what is wrong with the file alone goes to `problems`.
pub(super) fn entries(source: &Source<'_>, problems: &mut Vec<Problem>) -> Vec<Entry> {
    let mut walk = Walk { source, problems, entries: Vec::new() };
    if let Some(at) = too_deep(source.text) {
        walk.report(at..at + 1, ProblemKind::Depth);
        return Vec::new();
    }
    if let Some((at, sequence)) = torn_escape(source.text) {
        let detail = ErrorKind::InvalidUnicodeEscapeSequence(sequence.to_owned());
        walk.report(at..at + sequence.len(), ProblemKind::Syntax { detail });
        return Vec::new();
    }
    let resource = match fluent_syntax::parser::parse(source.text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                walk.report(error.pos, ProblemKind::Syntax { detail: error.kind });
            }
            resource
        }
    };
    for node in &resource.body {
        walk.node(node);
    }
    walk.entries
}

struct Walk<'a, 'b> {
    source: &'a Source<'a>,
    problems: &'b mut Vec<Problem>,
    entries: Vec<Entry>,
}

impl<'a> Walk<'a, '_> {
    fn node(&mut self, node: &Node<&'a str>) {
        match node {
            Node::Message(message) => {
                let key = message.id.name;
                match &message.value {
                    Some(pattern) => self.entry(key.to_owned(), key, pattern),
                    None => self.report(self.place(key), ProblemKind::NoValue { key: key.to_owned() }),
                }
                for attribute in &message.attributes {
                    let name = format!("{key}.{}", attribute.id.name);
                    self.entry(name, attribute.id.name, &attribute.value);
                }
            }
            Node::Term(term) => {
                let key = term.id.name;
                self.entry(format!("-{key}"), key, &term.value);
                for attribute in &term.attributes {
                    let name = format!("-{key}.{}", attribute.id.name);
                    self.entry(name, attribute.id.name, &attribute.value);
                }
                self.nested_term(key);
            }
            _ => {}
        }
    }

    fn entry(&mut self, name: String, id: &'a str, pattern: &Pattern<&'a str>) {
        let mut uses = Uses::default();
        self.pattern(pattern, &mut uses);
        let place = self.place(id);
        self.entries.push(Entry { name, place, uses });
    }

    /// The bundle forgets a term's arguments as soon as the term mentions another term; a term
    /// that needs both would come out with a hole, without a word from Fluent.
    fn nested_term(&mut self, key: &'a str) {
        let name = format!("-{key}");
        let Some(entry) = self.entries.iter().rev().find(|entry| entry.name == name) else {
            return;
        };
        let mentions_term = entry.uses.references.iter().any(|(name, _)| name.starts_with('-'));
        if mentions_term && !entry.uses.variables.is_empty() {
            self.report(entry.place.clone(), ProblemKind::NestedTerm { key: name });
        }
    }

    fn pattern(&mut self, pattern: &Pattern<&'a str>, uses: &mut Uses) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression, uses);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'a str>, uses: &mut Uses) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, uses),
            Expression::Select { selector, variants } => {
                self.inline(selector, uses);
                if let Inline::FunctionReference { id, .. } = selector {
                    let name = id.name.to_owned();
                    self.report(self.place(id.name), ProblemKind::Selector { name });
                }
                for variant in variants {
                    if let VariantKey::NumberLiteral { value } = &variant.key {
                        self.number(value);
                    }
                    self.pattern(&variant.value, uses);
                }
            }
        }
    }

    fn inline(&mut self, inline: &Inline<&'a str>, uses: &mut Uses) {
        match inline {
            Inline::StringLiteral { .. } => {}
            Inline::NumberLiteral { value } => self.number(value),
            Inline::VariableReference { id } => {
                uses.variables.insert(id.name.to_owned());
            }
            Inline::Placeable { expression } => self.expression(expression, uses),
            Inline::FunctionReference { id, arguments } => {
                self.call(id.name, arguments);
                self.arguments(arguments, uses);
            }
            Inline::MessageReference { id, attribute } => {
                self.reference("", id.name, attribute.as_ref().map(|id| id.name), uses);
            }
            Inline::TermReference { id, attribute, arguments } => {
                self.reference("-", id.name, attribute.as_ref().map(|id| id.name), uses);
                if let Some(arguments) = arguments {
                    self.arguments(arguments, uses);
                }
            }
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&'a str>, uses: &mut Uses) {
        for positional in &arguments.positional {
            self.inline(positional, uses);
        }
        for named in &arguments.named {
            self.inline(&named.value, uses);
        }
    }

    fn reference(&self, sigil: &str, id: &'a str, attribute: Option<&str>, uses: &mut Uses) {
        let name = match attribute {
            Some(attribute) => format!("{sigil}{id}.{attribute}"),
            None => format!("{sigil}{id}"),
        };
        uses.references.push((name, self.place(id)));
    }

    /// An unknown function, option or style would be silent at run time, so it is found here.
    fn call(&mut self, name: &'a str, arguments: &CallArguments<&'a str>) {
        let place = self.place(name);
        let Some((_, styles)) = FUNCTIONS.iter().find(|(known, _)| *known == name) else {
            let name = name.to_owned();
            return self.report(place, ProblemKind::Function { name });
        };
        if arguments.positional.len() != 1 {
            let name = name.to_owned();
            self.report(place, ProblemKind::Arguments { name });
        }
        for named in &arguments.named {
            let known = matches!(&named.value, Inline::StringLiteral { value }
                if named.name.name == "style" && styles.contains(value));
            if !known {
                let place = self.place(named.name.name);
                let option = named.name.name.to_owned();
                let function = name.to_owned();
                self.report(place, ProblemKind::Option { function, option });
            }
        }
    }

    /// The plural rules compute powers of ten from the digits of a literal and panic on long ones.
    fn number(&mut self, literal: &'a str) {
        if literal.len() > 15 {
            let literal_text = literal.to_owned();
            self.report(self.place(literal), ProblemKind::Number { literal: literal_text });
        }
    }

    fn place(&self, slice: &str) -> Range<usize> {
        let start = slice.as_ptr() as usize - self.source.text.as_ptr() as usize;
        start..start + slice.len()
    }

    fn report(&mut self, range: Range<usize>, kind: ProblemKind) {
        self.problems.push(Problem {
            file: self.source.file.to_owned(),
            range: whole_chars(self.source.text, range),
            kind,
        });
    }
}

/// Widens a range of bytes to whole characters, and holds it inside the text.
fn whole_chars(text: &str, range: Range<usize>) -> Range<usize> {
    let mut end = range.end.min(text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    let mut start = range.start.min(end);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    start..end
}

/// The place of the first brace that is nested too deep.
///
/// A line that begins an entry starts the count again: no placeable can go on over it, and a brace
/// in a string literal (`{"{"}`) must not add up over a long file.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if begins_entry(line) {
            depth = 0;
        }
        for (offset, byte) in line.bytes().enumerate() {
            match byte {
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > DEEPEST {
                return Some(at + offset);
            }
        }
        at += line.len();
    }
    None
}

/// The first `\u` or `\U` whose hexadecimal digits end at a character beyond ASCII, with that character.
///
/// The parser of fluent-syntax 0.12 cuts such a character in two when it quotes the sequence, and panics.
pub(super) fn torn_escape(text: &str) -> Option<(usize, &str)> {
    let torn = |(at, escape): (usize, &str)| {
        let length = if escape.ends_with('u') { 4 } else { 6 };
        let rest = &text[at + escape.len()..];
        let digits = rest.bytes().take(length).take_while(u8::is_ascii_hexdigit).count();
        let next = rest[digits..].chars().next().filter(|c| digits < length && !c.is_ascii())?;
        Some((at, &text[at..at + escape.len() + digits + next.len_utf8()]))
    };
    text.match_indices("\\u").chain(text.match_indices("\\U")).filter_map(torn).min()
}

fn begins_entry(line: &str) -> bool {
    let id = line.strip_prefix('-').unwrap_or(line);
    let rest = id.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    id.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.trim_start_matches(' ').starts_with('=')
}
