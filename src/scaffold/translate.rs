//! Translating: the page that a language lacks, as a copy of the one that is there with a mark before every text.
//!
//! Structure, ids, facts, links, images and code are those of the other language, so that nothing has to be typed twice.
//! What belongs to the other page alone goes: its address, its former addresses, the findings that it allows.

mod mark;

use crate::diagnostic::Fix;
use crate::lang::Languages;
use crate::parse::{FrontMatter, MARK};
use crate::scaffold::edit::{edited, insertion, line_end, line_start};
use crate::source::{Source, Span};

/// Keys of front matter whose values readers see.
const WORDED: &[&str] = &["title", "nav_title", "summary"];

/// Keys of front matter that belong to one page alone.
const OWN: &[&str] = &["slug", "redirect_from", "allow", "languages"];

/// The bytes of the page to be translated, and how many texts it has. `None`: its front matter cannot be read.
#[must_use]
pub fn scaffold(source: &Source, languages: &Languages) -> Option<(Vec<u8>, usize)> {
    let mut edits = front(source)?;
    edits.extend(mark::body(source, languages));
    let count = edits.iter().filter(|edit| edit.text.contains(MARK)).count();
    Some((edited(source, edits), count))
}

fn front(source: &Source) -> Option<Vec<Fix>> {
    let (yaml, root) = FrontMatter::layout(source)?;
    let text = source.text();
    let mut edits = Vec::new();
    for entry in root.entries() {
        let start = line_start(text, entry.key_span.range().start);
        let key = entry.key.as_str();
        // What stands in one line with other keys cannot be taken out of it by lines.
        if start != entry.key_span.range().start {
            edits.extend(WORDED.contains(&key).then(|| insertion(yaml.start, format!("# {MARK}\n"))));
        } else if WORDED.contains(&key) {
            edits.push(insertion(start, format!("# {MARK}\n")));
        } else if OWN.contains(&key) {
            let last = entry.value.span.range().end.max(entry.key_span.range().end);
            let end = line_end(text, last.saturating_sub(1).max(start)).min(yaml.end);
            edits.push(Fix { span: Span::new(start..end), text: String::new() });
        }
    }
    Some(edits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourcePath;

    fn of(text: &str) -> (String, usize) {
        let languages = Languages::new(&["ja", "en"]).expect("two languages");
        let source = Source::new(SourcePath::new("content/a.ja.md"), text);
        let (bytes, count) = scaffold(&source, &languages).expect("it can be read");
        (String::from_utf8(bytes).expect("UTF-8"), count)
    }

    #[test]
    fn front_matter_keeps_what_both_pages_share() {
        let text = "---\ntitle: 題\nsummary: |\n  要約\n  続き\nslug: 申請\norder: 10\nredirect_from:\n  - /ja/old/\n  - /ja/older/\nupdated: 2026-11-23\nallow: [{rule: text-space, reason: 端数}]\n---\n本文\n";
        let expected = "---\n# <!-- untranslated -->\ntitle: 題\n# <!-- untranslated -->\nsummary: |\n  要約\n  続き\norder: 10\nupdated: 2026-11-23\n---\n<!-- untranslated -->\n本文\n";
        assert_eq!(of(text), (expected.to_owned(), 3));
    }

    #[test]
    fn line_ends_and_the_mark_of_the_file_stay() {
        let text = "\u{FEFF}---\r\ntitle: 題\r\n---\r\n\r\n本文\r\n";
        let expected =
            "\u{FEFF}---\r\n# <!-- untranslated -->\r\ntitle: 題\r\n---\r\n\r\n<!-- untranslated -->\r\n本文\r\n";
        assert_eq!(of(text).0, expected);
    }

    #[test]
    fn every_kind_of_text_has_its_mark_and_its_place() {
        for (body, expected) in [
            ("## 見出し {#a}\n\n段落\n続き\n", "MARK## 見出し {#a}\n\nMARK段落\n続き\n"),
            (
                "- 一\n- [二](b.md)\n  - 三\n\n1. 四\n",
                "- MARK  一\n- MARK  [二](b.md)\n  - MARK    三\n\n1. MARK   四\n",
            ),
            ("- 一\n\n  続き\n\n- 二\n", "- MARK  一\n\n  MARK  続き\n\n- MARK  二\n"),
            ("> 引用\n> 続き\n\n> [!NOTE]\n> 注\n", "> MARK> 引用\n> 続き\n\n> [!NOTE]\n> MARK> 注\n"),
            ("- [ ] 用意\n", "- [ ] <!-- untranslated -->用意\n"),
            (
                "| 一 | 二 |\n|---|---|\n| 三 |  |\n",
                "| <!-- untranslated -->一 | 二 |\n|---|---|\n| <!-- untranslated -->三 |  |\n",
            ),
            (
                "一 | 二\n---|---\n三 | 四\n",
                "| <!-- untranslated -->一 | 二\n---|---\n| <!-- untranslated -->三 | 四\n",
            ),
            (
                "{.faq}\n\n問\n: 答\n\n問\n: 答\n",
                "{.faq}\n\n問 <!-- untranslated -->\n: MARK  答\n\n問 <!-- untranslated -->\n: MARK  答\n",
            ),
            ("本文[^long-name]\n\n[^long-name]: 脚注\n", "MARK本文[^long-name]\n\n[^long-name]: MARK    脚注\n"),
            ("```\nls\n```\n\n![](a.svg)\n\n![図](a.svg)\n", "```\nls\n```\n\n![](a.svg)\n\nMARK![図](a.svg)\n"),
            ("<div>\n\n本文\n\n</div>\n\n<p>文</p>\n", "<div>\n\nMARK本文\n\n</div>\n\nMARK<p>文</p>\n"),
            ("題\n===\n\n※ 注\n", "MARK題\n===\n\nMARK※ 注\n"),
        ] {
            let front = "---\ntitle: 題\n---\n";
            let marked = of(&format!("{front}{body}")).0;
            let marked = marked.strip_prefix("---\n# <!-- untranslated -->\ntitle: 題\n---\n").expect("front matter");
            // The rest of a line after a mark begins below it, behind the blanks that keep it in its list.
            let shown = expected.replace("MARK", "<!-- untranslated -->\n");
            assert_eq!(marked, shown);
        }
    }
}
