//! The delimiter stack of CommonMark's appendix: which runs of signs belong together.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::flanking::flanking;

/// The start or the end of emphasis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Where its signs begin, and how many there are.
    pub(super) at: usize,
    pub(super) len: usize,
    kind: TagEnd,
    /// From the first sign of the start to the last one of the end.
    whole: Range<usize>,
}

impl Mark {
    pub(super) fn event(&self) -> (Event<'static>, Range<usize>) {
        let is_start = self.at == self.whole.start;
        let event = match (is_start, self.kind) {
            (true, TagEnd::Emphasis) => Event::Start(Tag::Emphasis),
            (true, TagEnd::Strong) => Event::Start(Tag::Strong),
            (true, _) => Event::Start(Tag::Strikethrough),
            (false, kind) => Event::End(kind),
        };
        (event, self.whole.clone())
    }
}

/// The runs of signs of a text that is paired alone, in order.
#[derive(Debug, Default)]
pub(super) struct Runs(Vec<Run>);

#[derive(Debug, Clone)]
struct Run {
    sign: u8,
    /// How many signs the run was written with; `left` are those that are still free.
    len: usize,
    left: Range<usize>,
    at_line_start: bool,
    opens: bool,
    closes: bool,
}

impl Runs {
    /// Adds signs; those that follow the last ones directly make the run longer.
    pub(super) fn add(&mut self, text: &str, signs: Range<usize>, at_line_start: bool) {
        let sign = text.as_bytes()[signs.start];
        match self.0.last_mut() {
            Some(last) if last.sign == sign && last.left.end == signs.start => {
                last.left.end = signs.end;
                last.len = last.left.len();
            }
            _ => {
                let len = signs.len();
                self.0.push(Run { sign, len, left: signs, at_line_start, opens: false, closes: false });
            }
        }
    }

    /// Finds what each run can do; gives whether the amended rule made a difference to any.
    pub(super) fn judge(&mut self, text: &str) -> bool {
        let mut amended = false;
        for run in &mut self.0 {
            let before = if run.at_line_start { "" } else { &text[..run.left.start] };
            let (plain, now) = flanking(run.sign, run.len, before, &text[run.left.end..]);
            amended |= plain != now;
            (run.opens, run.closes) = (now.opens, now.closes);
        }
        amended
    }

    /// Pairs the runs and appends the marks.
    pub(super) fn pair(self, marks: &mut Vec<Mark>) {
        let mut stack = Stack::default();
        for run in self.0 {
            stack.take(run, marks);
        }
    }
}

/// The runs that may still open.
#[derive(Default)]
struct Stack {
    runs: Vec<Run>,
    /// For each kind of closing run, below which place of the stack there is nothing for it, so that no place is
    /// searched twice.
    bottoms: [usize; KINDS],
}

/// Kinds of closing runs, as far as they differ in what opens them: the sign, whether they open too, their length
/// modulo 3; two lengths of `~`.
const KINDS: usize = 14;

impl Stack {
    fn take(&mut self, mut run: Run, marks: &mut Vec<Mark>) {
        while run.closes && !run.left.is_empty() {
            let Some(place) = self.opener(&run) else { break };
            self.truncate(place + 1);
            let opener = &mut self.runs[place];
            pair(opener, &mut run, marks);
            if opener.left.is_empty() {
                self.truncate(place);
            }
        }
        if run.opens && !run.left.is_empty() {
            self.runs.push(run);
        }
    }

    /// The place of the run that `closer` closes.
    fn opener(&mut self, closer: &Run) -> Option<usize> {
        let bottom = &mut self.bottoms[kind(closer)];
        let found = self.runs[*bottom..].iter().rposition(|opener| fits(opener, closer));
        match found {
            Some(place) => Some(*bottom + place),
            None => {
                *bottom = self.runs.len();
                None
            }
        }
    }

    fn truncate(&mut self, len: usize) {
        self.runs.truncate(len);
        for bottom in &mut self.bottoms {
            *bottom = (*bottom).min(len);
        }
    }
}

fn kind(closer: &Run) -> usize {
    let by_length = usize::from(closer.opens) * 3 + closer.len % 3;
    match closer.sign {
        b'*' => by_length,
        b'_' => 6 + by_length,
        _ => 12 + closer.len % 2,
    }
}

/// Whether two runs may belong together (CommonMark, rules 9 and 10 of emphasis; for `~`, equal lengths).
fn fits(opener: &Run, closer: &Run) -> bool {
    if opener.sign != closer.sign {
        return false;
    }
    if opener.sign == b'~' {
        return opener.len == closer.len;
    }
    let both = opener.closes || closer.opens;
    let thirds = opener.len.is_multiple_of(3) && closer.len.is_multiple_of(3);
    !both || thirds || !(opener.len + closer.len).is_multiple_of(3)
}

/// Takes the inner signs of both runs for a pair.
fn pair(opener: &mut Run, closer: &mut Run, marks: &mut Vec<Mark>) {
    let len = if opener.sign == b'~' { opener.left.len() } else { opener.left.len().min(closer.left.len()).min(2) };
    let kind = match (opener.sign, len) {
        (b'~', _) => TagEnd::Strikethrough,
        (_, 2) => TagEnd::Strong,
        _ => TagEnd::Emphasis,
    };
    let (start, end) = (opener.left.end - len, closer.left.start);
    opener.left.end = start;
    closer.left.start = end + len;
    for at in [start, end] {
        marks.push(Mark { at, len, kind, whole: start..end + len });
    }
}
