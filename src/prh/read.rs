//! Reading a dictionary: YAML to rules, with findings on what cannot be used.

use super::pattern::{self, Matcher, Pattern, Replacement};
use super::{Dictionary, Import, TermRule};
use crate::diagnostic::{Finding, Findings, rule};
use crate::source::{Source, Span, Spanned};
use crate::words::Msg;
use crate::yaml::{self, Data, Decoder, Judge, Node};

/// What a dictionary is judged by. It is no error of the site: the pages are right without it.
static JUDGE: Judge = Judge {
    syntax: &rule::TEXT_PRH_FILE,
    unknown_key: &rule::TEXT_PRH_FILE,
    value: &rule::TEXT_PRH_FILE,
    missing: &rule::TEXT_PRH_FILE,
    max_bytes: 4 << 20,
};

/// Reads a dictionary.
#[must_use]
pub fn read(source: &Source) -> (Dictionary, Findings) {
    let yaml = match yaml::parse(source, 0..source.text().len(), &JUDGE) {
        Ok(yaml) => yaml,
        Err(findings) => return (Dictionary::default(), findings),
    };
    let mut reader = Reader { decoder: Decoder::new(source, &JUDGE) };
    let Some(fields) = reader.decoder.map(&yaml.root) else {
        return (Dictionary::default(), reader.decoder.finish());
    };
    if let Some(version) = fields.get("version")
        && !matches!(&version.data, Data::Scalar { text, .. } if text == "1")
    {
        reader.decoder.bad(version.span, Msg::PrhVersion, None);
    }
    let imports = fields.get("imports").map(|node| reader.imports(node)).unwrap_or_default();
    let rules = fields.get("rules").and_then(|node| reader.decoder.list("rules", node)).unwrap_or_default();
    let rules = rules.iter().filter_map(|node| reader.rule(node)).collect();
    (Dictionary { rules, imports }, reader.decoder.finish())
}

struct Reader<'a> {
    decoder: Decoder<'a>,
}

impl Reader<'_> {
    /// The files that a dictionary imports: one path, a list of paths, or a list of maps with a path.
    fn imports(&mut self, node: &Node) -> Vec<Import> {
        items(node).iter().filter_map(|item| self.import(item)).collect()
    }

    fn import(&mut self, item: &Node) -> Option<Import> {
        let path = self.decoder.text("imports", item.get("path").unwrap_or(item))?;
        let ignored = item.get("ignoreRules").map(items).unwrap_or_default();
        let name = |rule: &Node| {
            let name = rule.get("expected").or_else(|| rule.get("pattern")).unwrap_or(rule);
            self.decoder.text("ignoreRules", name).map(|name| name.value)
        };
        Some(Import {
            path,
            ignored: ignored.iter().filter_map(name).collect(),
            alone: is_true(item, "disableImports"),
        })
    }

    fn rule(&mut self, node: &Node) -> Option<TermRule> {
        // A rule that is only a text expects it.
        let expected = match node.get("expected") {
            Some(expected) => self.decoder.text("expected", expected)?,
            None if matches!(node.data, Data::Scalar { .. }) => self.decoder.text("expected", node)?,
            None => {
                self.decoder.missing(node.span, "expected", None);
                return None;
            }
        };
        let (patterns, span) = self.patterns(node, &expected)?;
        let whole_words = node.get("options").is_some_and(|options| is_true(options, "wordBoundary"));
        let pattern = match pattern::compile(&patterns, whole_words) {
            Ok(pattern) => pattern,
            Err(cause) => {
                self.decoder.bad(span, Msg::PrhPattern { cause: cause.into() }, Msg::PrhPatternHelp);
                return None;
            }
        };
        let must_be_empty = node.get("regexpMustEmpty").and_then(|node| self.group(node, &pattern));
        let note = node.get("prh").and_then(|node| self.decoder.text("prh", node)).map(|note| note.value);
        let given = ["patterns", "pattern"].into_iter().find_map(|key| node.get(key)).map(items).unwrap_or_default();
        let given = given.iter().filter_map(|item| match &item.data {
            Data::Scalar { text, .. } => Some(text.to_string()),
            _ => None,
        });
        let written = std::iter::once(expected.value.clone()).chain(given).collect();
        let expected = Replacement::read(&expected.value, pattern.groups());
        let rule = TermRule { expected, pattern, must_be_empty, note, written };
        self.specs(node, &rule);
        Some(rule)
    }

    /// The patterns of a rule and where they stand.
    fn patterns(&mut self, node: &Node, expected: &Spanned<String>) -> Option<(Vec<Pattern>, Span)> {
        let given = node.get("patterns").or_else(|| node.get("pattern"));
        let Some(given) = given.filter(|given| !given.is_null()) else {
            return Some((vec![pattern::spread(&expected.value)], expected.span));
        };
        let mut patterns = Vec::new();
        for item in items(given) {
            let text = self.decoder.text("pattern", item)?;
            match pattern::written(&text.value) {
                Some(pattern) => patterns.push(pattern),
                None => self.decoder.bad(text.span, Msg::PrhFlags, Msg::PrhPatternHelp),
            }
        }
        (!patterns.is_empty()).then_some((patterns, given.span))
    }

    /// The group that `regexpMustEmpty: $1` names.
    fn group(&mut self, node: &Node, pattern: &Matcher) -> Option<usize> {
        let text = self.decoder.text("regexpMustEmpty", node)?;
        let group = text.value.strip_prefix('$').and_then(|number| number.parse().ok());
        let group = group.filter(|&group| group < pattern.groups());
        if group.is_none() {
            self.decoder.bad(text.span, Msg::PrhGroup, None);
        }
        group
    }

    /// The examples of a rule, which must come out as they say.
    fn specs(&mut self, node: &Node, rule: &TermRule) {
        let Some(Node { data: Data::List(specs), .. }) = node.get("specs") else { return };
        for spec in specs {
            let (Some(from), Some(to)) = (spec.get("from"), spec.get("to")) else { continue };
            let (Some(from), Some(to)) = (self.decoder.text("from", from), self.decoder.text("to", to)) else {
                continue;
            };
            let mut right = from.value.clone();
            for (range, word) in rule.find(&from.value).into_iter().rev() {
                right.replace_range(range, &word);
            }
            if right != to.value {
                let message = Msg::PrhSpec { from: from.value.into(), to: to.value.into(), right: right.into() };
                let place = self.decoder.place(spec.span);
                self.decoder.add(Finding::new(&rule::TEXT_PRH_FILE, place, message));
            }
        }
    }
}

/// The items of a list, or the one that stands there without a list.
fn items(node: &Node) -> &[Node] {
    match &node.data {
        Data::List(items) => items,
        _ => std::slice::from_ref(node),
    }
}

fn is_true(node: &Node, key: &str) -> bool {
    node.get(key).is_some_and(|node| matches!(&node.data, Data::Scalar { text, .. } if text == "true"))
}
