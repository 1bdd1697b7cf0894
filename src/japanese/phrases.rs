//! Phrases: where a line of a Japanese heading may end.
//!
//! Japanese is written without spaces, so a browser ends a line anywhere and cuts words. The generator puts
//! `<wbr>` between phrases (文節), and the style sheet forbids every other line end (`word-break: keep-all`).
//!
//! Two parts decide. A model trained on phrases (BudouX, trained on the KNBC corpus) *proposes* line ends; it knows
//! hiragana words, which no rule does. Rules of grammar then *bind* what the model cuts too finely for a
//! heading: formal nouns and auxiliaries to what they follow (困った｜とき, について), endings to their words
//! (支払い｜方法), names without kana in themselves (下水道｜使用料). A rule can only take a line end away, so
//! that when in doubt a phrase stays whole. Words of the site have the last say.
//!
//! Why this pair, on the 192 headings of `tests/data/phrases.txt` (line ends that cut a word or leave an ending
//! alone; wanted line ends that are missing) and on the 44 of them that were written after the rules:
//!
//! | candidate | cut, missing of all | of the 44 | size, speed |
//! |---|---|---|---|
//! | crate `budoux` 0.1.1 | 80, 12 | 13, 3 | 1.5 µs a character |
//! | BudouX, standard model (`budouy`, `budoux-phf-rs`) | 94, 3 | 15, 0 | 0.7 and 0.3 µs |
//! | BudouX, KNBC model | 78, 1 | 10, 0 | 74 kB, 0.26 µs |
//! | ICU4X word dictionary | 665, 7 | 194, 1 | 3.1 MB, 0.1 µs |
//! | KNBC and ICU4X, where both agree | 51, 8 | 3, 1 | 3.2 MB, 0.5 µs |
//! | the rules alone, proposing after particles | 2, 12 | 0, 5 | 0.05 µs |
//! | KNBC bound by the rules (this) | 1, 2 | 0, 2 | 74 kB, 0.35 µs |
//!
//! Titles are marked once a page and not once a link: a page with 70 characters of headings needs some 50 µs.

use budoux_phf_rs::Parser;

/// Where lines of Japanese texts may end, with the words for which a site knows better.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phrases(Vec<Word>);

/// A word for which the site says where it may be cut, if at all.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    text: String,
    /// Where a line may end in it, in bytes.
    breaks: Vec<usize>,
}

/// What is wrong with a word of `phrases:`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhraseProblem {
    /// It has fewer than two characters, which cannot be cut anyway.
    TooShort,
    /// A `|` that does not stand between two characters.
    Bar,
    /// The same word is there already.
    Twice,
}

impl Phrases {
    /// Adds a word as settings write it: `電子証明書` is never cut, `マイナンバー|カード` only at the bar.
    ///
    /// # Errors
    /// When the word cannot mean anything.
    pub fn add(&mut self, written: &str) -> Result<(), PhraseProblem> {
        let parts: Vec<&str> = written.split('|').collect();
        if parts.len() > 1 && parts.iter().any(|part| part.is_empty()) {
            return Err(PhraseProblem::Bar);
        }
        let text = parts.concat();
        if text.chars().count() < 2 {
            return Err(PhraseProblem::TooShort);
        }
        if self.0.iter().any(|word| word.text == text) {
            return Err(PhraseProblem::Twice);
        }
        let mut breaks = ends(&parts);
        breaks.pop();
        self.0.push(Word { text, breaks });
        // The longest first, so that a name wins over the words in it.
        self.0.sort_by(|a, b| (b.text.len(), &a.text).cmp(&(a.text.len(), &b.text)));
        Ok(())
    }

    /// Where a line of the text may end, in bytes, in order; never at its ends.
    #[must_use]
    pub fn breaks(&self, text: &str) -> Vec<usize> {
        let mut breaks = if text.chars().any(is_japanese) { by_grammar(text) } else { Vec::new() };
        let mut taken = vec![false; if self.0.is_empty() { 0 } else { text.len() }];
        for word in &self.0 {
            for (at, _) in text.match_indices(&word.text) {
                let range = at..at + word.text.len();
                if !taken[range.clone()].contains(&true) {
                    taken[range.clone()].fill(true);
                    breaks.retain(|&end| end <= range.start || end >= range.end);
                    breaks.extend(word.breaks.iter().map(|end| at + end));
                }
            }
        }
        breaks.sort_unstable();
        breaks
    }
}

/// The ends of parts that follow each other.
fn ends(parts: &[&str]) -> Vec<usize> {
    let add = |at: &mut usize, part: &&str| {
        *at += part.len();
        Some(*at)
    };
    parts.iter().scan(0, add).collect()
}

/// The line ends that the model proposes and no rule forbids.
fn by_grammar(text: &str) -> Vec<usize> {
    let mut proposed = Vec::new();
    let mut at = 0;
    Parser::japanese_knbc_parser().parse_with(text, |phrase| {
        at += phrase.len();
        proposed.push(at);
    });
    proposed.extend(text.char_indices().filter(|&(at, c)| at > 0 && OPENING.contains(c)).map(|(at, _)| at));
    proposed.extend(text.char_indices().filter(|&(_, c)| STOPS.contains(c)).map(|(at, c)| at + c.len_utf8()));
    proposed.sort_unstable();
    proposed.dedup();
    proposed.retain(|&at| at < text.len() && !binds(&text[..at], &text[at..]));
    let ends: Vec<usize> = std::iter::once(0).chain(proposed).collect();
    without_single_characters(text, &ends)
}

/// Takes out the line ends that would leave one character alone.
fn without_single_characters(text: &str, ends: &[usize]) -> Vec<usize> {
    let mut kept = Vec::with_capacity(ends.len());
    let mut start = 0;
    for (index, &end) in ends.iter().enumerate().skip(1) {
        let next = ends.get(index + 1).copied().unwrap_or(text.len());
        if text[start..end].chars().nth(1).is_some() && text[end..next].chars().nth(1).is_some() {
            kept.push(end);
            start = end;
        }
    }
    kept
}

/// Whether what follows belongs to what is before, so that no line may end between them.
fn binds(before: &str, after: &str) -> bool {
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else { return true };
    if OPENING.contains(last) || CLOSING.contains(next) || STOPS.contains(next) {
        return true;
    }
    if OPENING.contains(next) {
        return false;
    }
    if STOPS.contains(last) {
        return last == '・' && (is_katakana(next) || before.chars().nth_back(1).is_some_and(is_katakana));
    }
    if CLOSING.contains(last) {
        return is_hiragana(next);
    }
    let points = POINTING.iter().any(|word| before.ends_with(word)) && !before.ends_with("などの");
    if points || !is_hiragana(last) {
        return true;
    }
    if is_hiragana(next) { binds_kana(last, after) } else { binds_word(before, last, after) }
}

/// Whether hiragana belong to the hiragana before them.
fn binds_kana(last: char, after: &str) -> bool {
    if last == 'を' {
        return DOING.iter().any(|word| after.starts_with(word));
    }
    let is_word = NOT_FORMAL.iter().any(|word| after.starts_with(word));
    !ENDS.contains(last) || (!is_word && FORMAL.iter().chain(DOING).any(|word| after.starts_with(word)))
}

/// Whether a word that begins with kanji, katakana or a letter belongs to the hiragana before it.
fn binds_word(before: &str, last: char, after: &str) -> bool {
    let mut following = after.chars();
    let next = following.next().unwrap_or_default();
    let person = next == '方' && !following.next().is_some_and(is_kanji);
    let ending = STEMS.contains(last) && is_kanji(next) && before.chars().nth_back(1).is_some_and(is_kanji);
    let name = is_kanji(next) && NAMES.iter().any(|name| before.ends_with(name));
    person || ending || name || (last == 'に' && after.starts_with("必要"))
}

/// After these a line may end.
const STOPS: &str = "、。，．！？・：；…";
const OPENING: &str = "「『（〔［｛〈《【“‘";
const CLOSING: &str = "」』）〕］｝〉》】”’";
/// The kana with which phrases end: particles, and the endings of verbs and adjectives before a noun.
const ENDS: &str = "をはがのにでともへやなるたいてらどばず";
/// Endings of stems: between two kanji, a single one of them is in the middle of a word (支払い方法, 子育て支援).
const STEMS: &str = "いきぎしちじりみびえけげせてねべめれ";
/// Words that point at the next (この、その、あの、どの).
const POINTING: &[&str] = &["この", "その", "あの", "どの"];
/// Nouns, verbs and particles that lost their own meaning and lean on what they follow.
const FORMAL: &[&str] = &[
    "とき",
    "こと",
    "もの",
    "ため",
    "ところ",
    "うえ",
    "よう",
    "まま",
    "たび",
    "ほう",
    "ある",
    "あり",
    "あっ",
    "ない",
    "なか",
    "なけ",
    "なる",
    "なり",
    "なっ",
    "いる",
    "いた",
    "いな",
    "いま",
    "おく",
    "おき",
    "いく",
    "いき",
    "くる",
    "くだ",
    "もら",
    "しま",
    "みる",
    "みま",
    "よる",
    "より",
    "よっ",
    "つい",
    "つき",
    "おけ",
    "おい",
    "とっ",
    "いう",
    "かか",
];
/// Words that begin like one of these.
const NOT_FORMAL: &[&str] = &["ことば", "ことし", "ものづくり", "いただきもの", "よりよい"];
/// Forms of する.
const DOING: &[&str] = &["する", "した", "して", "しな", "しま", "すれ", "しよ"];
/// Nouns in hiragana that end like a particle and begin longer names (子ども医療費, ふるさと納税).
const NAMES: &[&str] = &["子ども", "こども", "ふるさと"];

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}')
}

fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' | '\u{FF66}'..='\u{FF9F}')
}

fn is_kanji(c: char) -> bool {
    matches!(c, '々' | '〆' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

fn is_japanese(c: char) -> bool {
    is_hiragana(c) || is_katakana(c) || is_kanji(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A heading with its parts, as `tests/data/phrases.txt` writes it.
    struct Case {
        text: String,
        /// Where a line should be able to end.
        wanted: Vec<usize>,
        /// Where it may.
        allowed: Vec<usize>,
    }

    fn case(line: &str) -> Case {
        let mut case = Case { text: String::new(), wanted: Vec::new(), allowed: Vec::new() };
        for c in line.chars() {
            match c {
                '|' => case.wanted.push(case.text.len()),
                '/' => case.allowed.push(case.text.len()),
                c => case.text.push(c),
            }
        }
        case
    }

    /// The headings of a section.
    fn cases(section: &str) -> Vec<Case> {
        let file = include_str!("../../tests/data/phrases.txt");
        let lines = file.lines().skip_while(|line| *line != section).skip(1);
        let lines = lines.take_while(|line| !line.starts_with('['));
        lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(case).collect()
    }

    /// How many headings there are, and where lines end wrongly or cannot end.
    fn judge(section: &str) -> (usize, Vec<String>, Vec<String>) {
        let (mut cut, mut missed) = (Vec::new(), Vec::new());
        let cases = cases(section);
        for Case { text, wanted, allowed } in &cases {
            let found = Phrases::default().breaks(text);
            let at = |end: &usize| format!("{}|{}", &text[..*end], &text[*end..]);
            cut.extend(found.iter().filter(|end| !wanted.contains(end) && !allowed.contains(end)).map(at));
            missed.extend(wanted.iter().filter(|end| !found.contains(end)).map(at));
        }
        (cases.len(), cut, missed)
    }

    #[test]
    fn headings_of_the_bundled_site_are_cut_between_phrases_only() {
        let (count, cut, missed) = judge("[site]");
        assert!(count >= 60);
        assert_eq!((cut, missed), (Vec::new(), Vec::new()));
    }

    /// What is left is known: a title that is one name in law, and line ends that a rule takes away.
    #[test]
    fn headings_of_other_sites_are_too_but_for_these() {
        let (_, cut, missed) = judge("[other]");
        assert_eq!((cut, missed), (vec!["住民票の|写しの交付を請求する".to_owned()], Vec::new()));
        let (_, cut, missed) = judge("[fresh]");
        let left = ["パスポートの申請に|必要な写真のサイズ", "認知症の|方と家族を支える取組"];
        assert_eq!((cut, missed), (Vec::new(), left.map(str::to_owned).to_vec()));
    }

    #[test]
    fn these_are_never_cut() {
        for whole in ["申請方法", "電子証明書", "受取に必要なもの"] {
            for context in
                ["", "カードの", "あなたの新しい", "マイナンバーカードと", "を知る", "の一覧", "について", "とは"]
            {
                for text in
                    [format!("{context}{whole}"), format!("{whole}{context}"), format!("はじめての{whole}{context}")]
                {
                    let range = text.find(whole).map(|at| at + 1..at + whole.len()).unwrap();
                    assert!(!Phrases::default().breaks(&text).iter().any(|end| range.contains(end)), "{text}");
                }
            }
        }
    }

    #[test]
    fn a_site_knows_its_own_words() {
        let mut phrases = Phrases::default();
        phrases.add("住民票の写し").unwrap();
        phrases.add("マイナンバー|カード").unwrap();
        phrases.add("マイナンバーカード取得促進").unwrap();
        let marked = |text| phrases.mark(text);
        assert_eq!(marked("住民票の写しの交付を請求する"), "住民票の写しの<wbr>交付を<wbr>請求する");
        assert_eq!(marked("マイナンバーカードの申請"), "マイナンバー<wbr>カードの<wbr>申請");
        assert_eq!(marked("マイナンバーカード取得促進"), "マイナンバーカード取得促進");
        assert_eq!(phrases.add("住民票の写|し"), Err(PhraseProblem::Twice));
        assert_eq!(phrases.add("|住民票"), Err(PhraseProblem::Bar));
        assert_eq!(phrases.add("住民||票"), Err(PhraseProblem::Bar));
        assert_eq!(phrases.add("票"), Err(PhraseProblem::TooShort));
        assert_eq!(phrases.add(""), Err(PhraseProblem::TooShort));
    }

    #[test]
    fn other_languages_and_odd_texts_have_no_line_ends() {
        for text in ["", "a", "の", "My Number Card", "。", "「」", "ーーー", "👨‍👩‍👧の", "０１２"]
        {
            assert!(Phrases::default().breaks(text).is_empty(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn line_ends_stand_between_characters(text in "[ぁ-ん一-龠ァ-ー「」（）、。・a-z 　]{0,40}", word in "[ぁ-ん一-龠]{2,4}") {
            let mut phrases = Phrases::default();
            phrases.add(&word).unwrap();
            let breaks = phrases.breaks(&text);
            proptest::prop_assert!(breaks.is_sorted_by(|a, b| a < b));
            proptest::prop_assert!(breaks.iter().all(|&end| end > 0 && end < text.len() && text.is_char_boundary(end)));
            proptest::prop_assert_eq!(phrases.mark(&text).replace("<wbr>", ""), text);
        }
    }
}
