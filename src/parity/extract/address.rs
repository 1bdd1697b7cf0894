//! Addresses of the web, e-mail and telephone, postal codes, house numbers, and names with digits in them.

use super::Out;
use super::scan::Scan;
use super::unit::unit;
use crate::parity::value::{Data, Strength};

/// The ends of host names that are read as addresses without `https:`.
const TOP_LEVEL: &[&str] = &["jp", "com", "org", "net", "info", "gov", "edu", "int", "eu", "asia"];

/// The most bytes of a host or of the part before `@` (RFC 1035, 2.3.4).
const MAX_NAME: usize = 253;

/// `https://…`, `www.…`, `example.lg.jp/…`.
pub(super) fn url(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let scheme = next.eat_any(&["https://", "http://"]);
    let host = next.run_up_to(MAX_NAME, |c| c.is_ascii_alphanumeric() || c == '-' || c == '.').trim_end_matches('.');
    let last = host.rsplit_once('.').map(|(_, last)| last);
    if host.is_empty() || !(scheme || last.is_some_and(|last| TOP_LEVEL.contains(&last))) {
        return false;
    }
    next.run(|c| c.is_ascii_graphic() && !"<>\"`{}|\\^".contains(c));
    let written = &scan.rest()[..next.at - scan.at];
    let written = written.trim_end_matches(['.', ',', ';', ':', '!', '?', '(', '\'', '*']);
    let opens = written.matches('(').count();
    let written = if opens < written.matches(')').count() { written.trim_end_matches([')', '.']) } else { written };
    out.push(Data::Url(normal_url(written)), Strength::Hard, scan.at..scan.at + written.len());
    scan.at += written.len();
    true
}

/// An address without what differs between the languages of one place: scheme, case of the host, language, index, last `/`.
#[must_use]
pub fn normal_url(url: &str) -> String {
    let url = url.trim_start_matches("https://").trim_start_matches("http://");
    let url = url.split('#').next().unwrap_or_default();
    let (host, path) = url.split_once('/').unwrap_or((url, ""));
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let language = |part: &str| matches!(part, "ja" | "en" | "jp" | "eng" | "jpn" | "english" | "japanese" | "e" | "j");
    let index = |part: &str| part.starts_with("index.") || part == "index";
    let parts = path.split('/').filter(|part| !part.is_empty() && !language(part) && !index(part));
    let queries =
        query.split('&').filter(|part| !part.is_empty() && !part.starts_with("hl=") && !part.starts_with("lang="));
    let mut normal = host.to_ascii_lowercase();
    for part in parts {
        normal.push('/');
        normal.push_str(part);
    }
    for (index, part) in queries.enumerate() {
        normal.push(if index == 0 { '?' } else { '&' });
        normal.push_str(part);
    }
    normal
}

/// `name@example.jp`
pub(super) fn email(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let local = next.run_up_to(MAX_NAME, |c| c.is_ascii_alphanumeric() || "._%+-".contains(c));
    if local.is_empty() || !next.eat("@") {
        return false;
    }
    let host = next.run_up_to(MAX_NAME, |c| c.is_ascii_alphanumeric() || c == '-' || c == '.');
    let host = host.trim_end_matches(['.', '-']);
    if !host.contains('.') {
        return false;
    }
    let end = scan.at + local.len() + 1 + host.len();
    out.push(Data::Email(scan.rest()[..end - scan.at].to_ascii_lowercase()), Strength::Hard, scan.at..end);
    scan.at = end;
    true
}

/// `0120-95-0178`, `03(1234)5678`, `+81 47-712-6300`, `#7119`.
pub(super) fn phone(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let found =
        if next.eat("#") { next.digits(4, 4).map(|digits| format!("#{digits:04}")) } else { dialled(&mut next) };
    let Some(number) = found else { return false };
    out.push(Data::Phone(number), Strength::Hard, scan.at..next.at);
    *scan = next;
    true
}

fn dialled(scan: &mut Scan<'_>) -> Option<String> {
    let mut next = *scan;
    let abroad = next.eat("+");
    let bracket = next.eat("(");
    let mut number = String::new();
    let mut end = next;
    let mut groups = 0;
    while next.at_digit() {
        number.push_str(next.run(|c| c.is_ascii_digit()));
        groups += 1;
        end = next;
        let gap = next.eat_any(&["-(0)", " (0)", "(0)", ")-", ") ", ")", "-", "(", " "]);
        if !gap || number.len() > 15 {
            break;
        }
    }
    if bracket && !end.passed()[scan.at..].contains(')') {
        return None;
    }
    let fits = if abroad {
        (8..=15).contains(&number.len())
    } else {
        number.starts_with('0') && !number.starts_with("00") && (10..=11).contains(&number.len()) && (groups <= 4)
    };
    if !fits {
        return None;
    }
    *scan = end;
    Some(match (abroad, number.strip_prefix("81")) {
        (true, Some(national)) => format!("0{}", national.trim_start_matches('0')),
        (true, None) => format!("+{number}"),
        (false, _) => number,
    })
}

/// Digits in groups: `〒100-8926`, `2-1-2`, `3.1.2`, `2丁目1番2号`.
pub(super) fn code(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let postal = next.eat("〒");
    next.blanks();
    let Some(code) = block(&mut next).or_else(|| grouped(&mut next, postal)) else { return false };
    out.push(Data::Code(code), Strength::Hard, scan.at..next.at);
    *scan = next;
    true
}

fn grouped(scan: &mut Scan<'_>, postal: bool) -> Option<String> {
    let mut next = *scan;
    let mut groups = vec![next.run(|c| c.is_ascii_digit())];
    let separator = next.peek().filter(|c| "-.".contains(*c))?;
    let mut end = next;
    while next.skip() == Some(separator) && next.at_digit() {
        groups.push(next.run(|c| c.is_ascii_digit()));
        end = next;
    }
    let lengths: Vec<_> = groups.iter().map(|group| group.len()).collect();
    let is_postal = separator == '-' && lengths == [3, 4] && (postal || unit(&mut end.clone()).is_none());
    if groups[0].is_empty() || !(is_postal || groups.len() >= 3) {
        return None;
    }
    *scan = end;
    Some(groups.join("-"))
}

/// `2丁目1番2号` is `2-1-2`.
fn block(scan: &mut Scan<'_>) -> Option<String> {
    let mut next = *scan;
    let mut groups = vec![next.digits(1, 4)?];
    next.eat_any(&["丁目", "番地", "番"]).then_some(())?;
    let chome = scan.rest()[..next.at - scan.at].ends_with("丁目");
    while let Some(group) = next.digits(1, 4) {
        groups.push(group);
        if !next.eat_any(&["番地の", "番地", "番", "号", "の", "-"]) {
            break;
        }
    }
    if groups.len() < 2 || !(chome || groups.len() > 2 || next.passed().ends_with('号')) {
        return None;
    }
    *scan = next;
    Some(groups.iter().map(u32::to_string).collect::<Vec<_>>().join("-"))
}

/// Letters before digits that only announce a number.
const ANNOUNCING: &[&str] = &[
    "no", "nos", "tel", "fax", "p", "pp", "vol", "ext", "ver", "fig", "mid", "pre", "post", "non", "id", "q", "a",
    "around",
];

/// `IEC15408`, `X.509`, `COVID-19`: letters with digits glued to them.
pub(super) fn name(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let letters = next.word();
    if letters.is_empty() || ANNOUNCING.iter().any(|word| word.eq_ignore_ascii_case(letters)) {
        return false;
    }
    next.eat_any(&["-", "."]);
    if !next.at_digit() {
        return false;
    }
    next.run(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.');
    let written = scan.rest()[..next.at - scan.at].trim_end_matches(['.', '-']);
    out.push(Data::Name(written.to_owned()), Strength::Soft, scan.at..scan.at + written.len());
    scan.at += written.len();
    true
}
