//! Counting the steps of loops, so that a template that goes on for ever ends as a finding.
//!
//! The engine has no limit of its own and no place to put one. So each `{% for … %}` is followed by a call of a
//! function that counts; places in the counted text are translated back to the text that people wrote.

use std::cell::Cell;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::complaint::raise;

/// The most steps that the loops of one page may take.
pub(super) const MAX_STEPS: usize = 1_000_000;

/// The call that follows each loop's tag.
const CALL: &str = "{{ __step() }}";
/// What both calls begin with.
const CALL_START: &str = "{{ __step() ";
/// The same behind a tag that trims what follows it.
const TRIMMING_CALL: &str = "{{ __step() -}}";

thread_local! {
    /// The steps of the page that this thread renders. The engine's functions have no state of their own, and one
    /// page is rendered by one thread from beginning to end.
    static STEPS: Cell<usize> = const { Cell::new(0) };
}

/// Begins to count for a page.
pub(super) fn begin() {
    STEPS.set(0);
}

/// Registers the function that counts, and a `range` whose length counts before it is made.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function("__step", |_: Kwargs, _: &State| take(1).map(|()| Value::safe_string("")));
    tera.register_function("range", |arguments: Kwargs, _: &State| range(&arguments));
}

fn take(steps: usize) -> TeraResult<()> {
    let taken = STEPS.get().saturating_add(steps);
    STEPS.set(taken);
    if taken > MAX_STEPS { Err(raise("steps", &[])) } else { Ok(()) }
}

/// `range(end=3)`, `range(start=1, end=10, step_by=2)`.
fn range(arguments: &Kwargs) -> TeraResult<Vec<i64>> {
    let start: i64 = arguments.get("start")?.unwrap_or(0);
    let end: i64 = arguments.must_get("end")?;
    let step: usize = arguments.get("step_by")?.unwrap_or(1).max(1);
    let length = usize::try_from(end.saturating_sub(start)).unwrap_or(0).div_ceil(step);
    take(length)?;
    Ok((start..end).step_by(step).collect())
}

/// A template with a call behind each loop's tag.
pub(super) fn counted(template: &str) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(open) = ["{%", "{#", "{{"].iter().filter_map(|sign| rest.find(sign)).min() {
        let Some(end) = tag_end(rest, open) else { break };
        let tag = &rest[open..end];
        out.push_str(&rest[..end]);
        rest = &rest[end..];
        match tag_name(tag) {
            "for" if tag.ends_with("-%}") => out.push_str(TRIMMING_CALL),
            "for" => out.push_str(CALL),
            "raw" => {
                let raw = end_of_raw(rest);
                out.push_str(&rest[..raw]);
                rest = &rest[raw..];
            }
            _ => {}
        }
    }
    out.push_str(rest);
    out
}

/// The byte of the template that a byte of its counted text stands at; one in a call stands where the loop's tag ends.
pub(super) fn uncounted(counted: &str, at: usize) -> usize {
    let mut written = counted.floor_char_boundary(at);
    for (call, _) in counted.match_indices(CALL_START).take_while(|&(call, _)| call < at) {
        let length = if counted[call..].starts_with(CALL) { CALL.len() } else { TRIMMING_CALL.len() };
        written = written.saturating_sub(length.min(at - call));
    }
    written
}

/// The templates that a template names in its tags.
pub(super) fn named(template: &str) -> Vec<&str> {
    let quoted = |tag: &'_ str| -> Option<(usize, usize)> {
        let open = tag.find(['"', '\'', '`'])?;
        let quote = tag[open..].chars().next()?;
        tag[open + 1..].find(quote).map(|length| (open + 1, open + 1 + length))
    };
    let tags =
        template.match_indices("{%").filter(|&(at, _)| matches!(tag_name(&template[at..]), "include" | "extends"));
    tags.filter_map(|(at, _)| quoted(&template[at..]).map(|(from, to)| &template[at + from..at + to])).collect()
}

/// Where the tag, the expression or the comment that begins at `open` ends; strings in the first two may hold anything.
fn tag_end(text: &str, open: usize) -> Option<usize> {
    let close = match text.as_bytes().get(open + 1)? {
        b'#' => return text[open..].find("#}").map(|at| open + at + 2),
        b'%' => "%}",
        _ => "}}",
    };
    let start = open + 2;
    let mut quote = None;
    for (at, sign) in text[start..].char_indices() {
        match quote {
            Some(opening) if sign == opening => quote = None,
            Some(_) => {}
            None if matches!(sign, '"' | '\'' | '`') => quote = Some(sign),
            None if text[start + at..].starts_with(close) => return Some(start + at + close.len()),
            None => {}
        }
    }
    None
}

fn tag_name(tag: &str) -> &str {
    let inner = tag.strip_prefix("{%").map(|inner| inner.strip_prefix('-').unwrap_or(inner));
    inner.and_then(|inner| inner.split_whitespace().next()).unwrap_or_default()
}

/// Where the text that `{% raw %}` began ends.
fn end_of_raw(text: &str) -> usize {
    let ends = |&(open, _): &(usize, &str)| tag_name(&text[open..]) == "endraw";
    text.match_indices("{%").find(ends).map_or(text.len(), |(open, _)| open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loops_are_counted() {
        let template =
            "{# {% for x in y %} #}{% raw %}{% for %}{% endraw %}{% if \"%}\" %}a{% endif %}{{ '{% for %}' }}";
        assert_eq!(counted(template), template);
        assert_eq!(counted("{% for a in b %}c{% endfor %}"), "{% for a in b %}{{ __step() }}c{% endfor %}");
        assert_eq!(counted("{%- for a in \"%}\" -%} c"), "{%- for a in \"%}\" -%}{{ __step() -}} c");
        assert_eq!(counted("{% for a"), "{% for a");
    }

    #[test]
    fn places_are_those_of_the_template() {
        let template = "x{% for a in b -%} {{ a.c }}{% for d in a %}{{ e }}{% endfor %}{% endfor %}{{ f }}";
        let text = counted(template);
        for part in ["x", "a.c", "{{ e", "{{ f"] {
            assert_eq!(
                uncounted(&text, text.find(part).expect("it is there")),
                template.find(part).expect("it is there")
            );
        }
    }

    #[test]
    fn loops_end() {
        let render = |template: &str| {
            let mut tera = Tera::new();
            register(&mut tera);
            tera.add_raw_template("a.html", &counted(template)).expect("it is right");
            begin();
            tera.render("a.html", &tera::Context::new())
        };
        assert_eq!(
            render("{% for a in range(start=1, end=6, step_by=2) -%} {{ a }} {% endfor %}").expect("it ends"),
            "1 3 5 "
        );
        let big = "{% for a in range(end=10000000000) %}{% endfor %}";
        let nested = "{% set r = range(end=1000) %}{% for a in r %}{% for b in r %}{% for c in r %}{% endfor %}{% endfor %}{% endfor %}";
        for endless in [big, nested] {
            assert!(render(endless).is_err());
        }
    }
}
