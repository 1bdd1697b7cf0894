//! Findings for people: what is wrong, where, the text with a mark under it, and what to do.
//!
//! The excerpts are drawn by `annotate-snippets`, because its marks line up under full-width text; the
//! lines around them are written here, because it takes the column of a place from the text that it is
//! given, and we give it only a part of a long line. Everything is written with colours: the stream that
//! it goes to takes them out where they are not wanted. The frame is ASCII, because line-drawing
//! characters are two columns wide in some Japanese terminals.

use std::fmt::Write as _;
use std::io;

use annotate_snippets::renderer::{
    DEFAULT_EMPHASIS_STYLE, DEFAULT_ERROR_STYLE, DEFAULT_HELP_STYLE, DEFAULT_LINE_NUM_STYLE, DEFAULT_WARNING_STYLE,
    Style,
};
use annotate_snippets::{AnnotationKind, Group, Renderer, Snippet};

use super::excerpt::{Excerpt, printable};
use super::lines::AllLines;
use super::{Finding, Level, level_name};
use crate::source::{Place, Position, Sources};
use crate::words::{Msg, UiLang};

/// Excerpts are cut to a bearable width before they are drawn; what draws them shall not cut again.
const UNLIMITED_WIDTH: usize = 100_000;

/// Writes findings in the order given, with an empty line after each.
///
/// # Errors
/// When the stream does not take them.
pub fn write(out: &mut dyn io::Write, findings: &[Finding], sources: &Sources, lang: UiLang) -> io::Result<()> {
    let mut lines = AllLines::new(sources);
    for finding in findings {
        writeln!(out, "{}", shown(finding, &mut lines, lang))?;
    }
    Ok(())
}

/// A place made ready to be drawn.
struct View {
    /// `content/apply.ja.md:3:5`, as much of it as is known.
    heading: String,
    /// The text, if the place has one.
    excerpt: Option<Excerpt>,
    /// What is to be said about it, for a related place.
    label: Option<String>,
}

impl View {
    fn new(place: &Place, label: Option<String>, lines: &mut AllLines<'_>) -> Self {
        let mut heading = printable(place.file.as_str()).replace(['\n', '\t'], " ");
        let excerpt = place.span.zip(lines.of(&place.file)).map(|(span, lines)| {
            let Position { line, column } = lines.position(lines.range(span).start);
            let _ = write!(heading, ":{line}:{column}");
            Excerpt::new(lines, span)
        });
        Self { heading, excerpt, label }
    }

    /// How many digits its line numbers take.
    fn gutter(&self) -> usize {
        self.excerpt.as_ref().map_or(1, |excerpt| digits(excerpt.last_line))
    }
}

/// One finding as it is shown, with a line feed at its end.
fn shown(finding: &Finding, lines: &mut AllLines<'_>, lang: UiLang) -> String {
    let primary = finding.place.iter().map(|place| (place, None));
    let related = finding.related.iter().map(|(place, message)| {
        let label = printable(&message.text(lang)).replace('\n', " ");
        (place, Some(label))
    });
    let views: Vec<View> = primary.chain(related).map(|(place, label)| View::new(place, label, lines)).collect();
    let gutter = views.iter().map(View::gutter).max().unwrap_or(1);
    let mut text = title(finding, lang);
    for view in &views {
        draw(&mut text, view, finding.level, gutter);
    }
    if let Some(help) = &finding.help {
        let help = printable(&help.text(lang));
        let frame = DEFAULT_LINE_NUM_STYLE;
        let _ = writeln!(text, "{} {frame}|{frame:#}", " ".repeat(gutter));
        note(&mut text, &Msg::FindingHelp.text(lang), DEFAULT_HELP_STYLE, &help, gutter);
    }
    text
}

/// `error[link-missing]: message`.
fn title(finding: &Finding, lang: UiLang) -> String {
    let style = level_style(finding.level);
    let level = level_name(finding.level, lang);
    let message = printable(&finding.message.text(lang));
    let bold = DEFAULT_EMPHASIS_STYLE;
    format!("{style}{level}[{}]{style:#}{bold}: {message}{bold:#}\n", finding.rule.id)
}

/// The heading of a place and its excerpt, or what is to be said about it.
fn draw(text: &mut String, view: &View, level: Level, gutter: usize) {
    let frame = DEFAULT_LINE_NUM_STYLE;
    let indent = " ".repeat(gutter);
    let arrow = if view.label.is_some() { ":::" } else { "-->" };
    if view.label.is_some() {
        let _ = writeln!(text, "{indent} {frame}|{frame:#}");
    }
    let _ = writeln!(text, "{indent}{frame}{arrow}{frame:#} {}", view.heading);
    match (&view.excerpt, &view.label) {
        (Some(excerpt), label) => draw_excerpt(text, excerpt, label.as_deref(), level, gutter),
        (None, Some(label)) => note(text, "", frame, label, gutter),
        (None, None) => {}
    }
}

/// The lines of an excerpt with their numbers, the mark, and a label behind the mark.
fn draw_excerpt(text: &mut String, excerpt: &Excerpt, label: Option<&str>, level: Level, gutter: usize) {
    let kind = if label.is_some() { AnnotationKind::Context } else { AnnotationKind::Primary };
    let snippet = Snippet::source(excerpt.text.as_str())
        .line_start(excerpt.first_line)
        .annotation(kind.span(excerpt.marked.clone()).label(label));
    let group = Group::with_level(drawn_level(level)).element(snippet);
    let drawn = Renderer::styled().term_width(UNLIMITED_WIDTH).render(&[group]);
    let indent = " ".repeat(gutter - digits(excerpt.last_line).min(gutter));
    for line in drawn.lines() {
        let _ = writeln!(text, "{indent}{line}");
    }
}

/// `= help: text`; further lines of the text are indented like the first.
fn note(text: &mut String, name: &str, style: Style, message: &str, gutter: usize) {
    let frame = DEFAULT_LINE_NUM_STYLE;
    let name = if name.is_empty() { String::new() } else { format!("{style}{name}{style:#}: ") };
    let indent = " ".repeat(gutter + 1);
    let message = message.replace("\n\n", "\n").replace('\n', &format!("\n{indent}  "));
    let _ = writeln!(text, "{indent}{frame}={frame:#} {name}{message}");
}

fn level_style(level: Level) -> Style {
    match level {
        Level::Error => DEFAULT_ERROR_STYLE,
        Level::Warning => DEFAULT_WARNING_STYLE,
        Level::Hint => DEFAULT_HELP_STYLE,
    }
}

fn drawn_level(level: Level) -> annotate_snippets::Level<'static> {
    match level {
        Level::Error => annotate_snippets::Level::ERROR,
        Level::Warning => annotate_snippets::Level::WARNING,
        Level::Hint => annotate_snippets::Level::HELP,
    }
}

fn digits(number: usize) -> usize {
    number.checked_ilog10().map_or(1, |power| power as usize + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::rule;
    use crate::source::{Source, SourcePath};

    const PAGE: &str = "content/apply/lost-form.ja.md";

    fn sources(texts: &[(&str, &str)]) -> Sources {
        let mut sources = Sources::default();
        for (path, text) in texts {
            sources.insert(Source::new(SourcePath::new(path), text));
        }
        sources
    }

    fn plain(findings: &[Finding], sources: &Sources, lang: UiLang) -> String {
        let mut out = anstream::StripStream::new(Vec::new());
        write(&mut out, findings, sources, lang).expect("memory takes it");
        String::from_utf8(out.into_inner()).expect("it is UTF-8")
    }

    fn place(sources: &Sources, path: &str, marked: &str) -> Place {
        let source = sources.get(&SourcePath::new(path)).expect("it was inserted");
        let start = source.text().find(marked).expect("it is there");
        source.place(start..start + marked.len())
    }

    fn whole(path: &str) -> Place {
        Place { file: SourcePath::new(path), span: None }
    }

    fn missing(target: &str) -> Msg {
        Msg::LinkMissing { target: target.into() }
    }

    #[test]
    fn marks_line_up_under_full_width_text() {
        let sources = sources(&[(PAGE, "---\r\ntitle: 再交付\r\n---\r\n\r\n\t用紙は[封筒🗾](fuutou.pdf)です。\r\n")]);
        let findings = [Finding::new(&rule::LINK_MISSING, place(&sources, PAGE, "fuutou.pdf"), missing("fuutou.pdf"))];
        insta::assert_snapshot!(plain(&findings, &sources, UiLang::Ja), @r"
        エラー[link-missing]: 「fuutou.pdf」というページやファイルはありません。
         --> content/apply/lost-form.ja.md:5:11
          |
        5 |     用紙は[封筒🗾](fuutou.pdf)です。
          |                    ^^^^^^^^^^
        ");
    }

    #[test]
    fn the_other_text_and_the_help_are_shown() {
        let other = "content/apply/lost-form.en.md";
        let sources = sources(&[(PAGE, "令和2年5月25日まで"), (other, &("\n".repeat(9) + "Until May 26, 2020"))]);
        let finding = Finding::new(&rule::PARITY_STRUCTURE, place(&sources, PAGE, "令和2年5月25日"), missing("x"))
            .related(place(&sources, other, "May 26, 2020"), missing("y"))
            .related(whole("content/a.pdf"), missing("z"))
            .help(missing("one\n\ntwo"));
        insta::assert_snapshot!(plain(&[finding], &sources, UiLang::En), @r"
        warning[parity-structure]: There is no page or file “x”.
          --> content/apply/lost-form.ja.md:1:1
           |
         1 | 令和2年5月25日まで
           | ^^^^^^^^^^^^^^
           |
          ::: content/apply/lost-form.en.md:10:7
           |
        10 | Until May 26, 2020
           |       ------------ There is no page or file “y”.
           |
          ::: content/a.pdf
           = There is no page or file “z”.
           |
           = help: There is no page or file “one
             two”.
        ");
    }

    #[test]
    fn findings_without_a_span_or_a_place_are_shown() {
        let sources = Sources::default();
        let file = whole("content/\u{1B}.pdf");
        let findings = [
            Finding::new(&rule::NAME_INVALID, file, missing("\u{1B}[2J")),
            Finding { level: Level::Hint, ..Finding::new(&rule::URL_CONFLICT, None, missing("a")) },
        ];
        insta::assert_snapshot!(plain(&findings, &sources, UiLang::Ja), @r"
        エラー[name-invalid]: 「␛[2J」というページやファイルはありません。
         --> content/␛.pdf

        ヒント[url-conflict]: 「a」というページやファイルはありません。
        ");
    }

    #[test]
    fn the_end_of_the_file_can_be_marked_and_lines_of_a_megabyte_are_cut() {
        let sources = sources(&[("a.md", "---\n"), ("b.md", &("あ".repeat(400_000) + "印"))]);
        let end = sources.get(&SourcePath::new("a.md")).map(|source| source.place(4..4));
        let findings = [
            Finding::new(&rule::FRONT_MATTER_SYNTAX, end, missing("a")),
            Finding::new(&rule::LINK_ANCHOR, place(&sources, "b.md", "印"), missing("b")),
        ];
        insta::assert_snapshot!(plain(&findings, &sources, UiLang::En), @r"
        error[front-matter-syntax]: There is no page or file “a”.
         --> a.md:2:1
          |
        2 |
          | ^

        error[link-anchor]: There is no page or file “b”.
         --> b.md:1:400001
          |
        1 | ...あああああああああああああああああああああああああああああああああああああああああああああああ印
          |                                                                                                  ^^
        ");
    }

    #[test]
    fn ten_thousand_findings_in_one_line_are_shown_in_linear_time() {
        let sources = sources(&[("a.md", &"あいう ".repeat(100_000))]);
        let source = sources.get(&SourcePath::new("a.md")).expect("it was inserted");
        let findings: Vec<Finding> = (0..10_000)
            .map(|index| Finding::new(&rule::LINK_ANCHOR, source.place(index * 100..index * 100 + 9), missing("b")))
            .collect();
        assert!(plain(&findings, &sources, UiLang::En).contains("a.md:1:399961"));
    }
}
