//! Which encoding a text that is not UTF-8 most likely has: enough to name a command, never to convert.

/// An encoding that Japanese and English texts come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    ShiftJis,
    EucJp,
    Iso2022Jp,
    Utf16Le,
    Utf16Be,
    /// UTF-8 of which a few bytes were lost or changed.
    DamagedUtf8,
    Unknown,
}

impl Encoding {
    /// The name that people know.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::ShiftJis => "Shift_JIS",
            Self::EucJp => "EUC-JP",
            Self::Iso2022Jp => "ISO-2022-JP",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::DamagedUtf8 => "UTF-8",
            Self::Unknown => "?",
        }
    }

    /// The name that `iconv` knows and the code page that Windows does; `None` if nothing can be converted.
    pub(super) fn code(self) -> Option<(&'static str, u16)> {
        match self {
            Self::ShiftJis => Some(("CP932", 932)),
            Self::EucJp => Some(("EUC-JP", 51932)),
            Self::Iso2022Jp => Some(("ISO-2022-JP", 50220)),
            Self::Utf16Le => Some(("UTF-16LE", 1200)),
            Self::Utf16Be => Some(("UTF-16BE", 1201)),
            Self::DamagedUtf8 | Self::Unknown => None,
        }
    }
}

/// The first byte of an escape sequence that switches to Japanese letters. Such a text is valid ASCII, and so UTF-8.
pub(super) fn japanese_escape(bytes: &[u8]) -> Option<usize> {
    if !bytes.contains(&0x1B) {
        return None;
    }
    let is_escape = |window: &[u8]| matches!(window, [0x1B, b'$', b'@' | b'B' | b'('] | [0x1B, b'(', b'I' | b'J']);
    bytes.windows(3).position(is_escape)
}

/// The encoding of bytes that are not UTF-8, or that hold NUL.
pub(super) fn guess(bytes: &[u8]) -> Encoding {
    if let Some(encoding) = utf16(bytes) {
        return encoding;
    }
    if japanese_escape(bytes).is_some() {
        return Encoding::Iso2022Jp;
    }
    if is_mostly_utf8(bytes) {
        return Encoding::DamagedUtf8;
    }
    match (shift_jis(bytes), euc_jp(bytes)) {
        (Some(_), None) => Encoding::ShiftJis,
        (None, Some(_)) => Encoding::EucJp,
        // Each can be read as the other by chance. Real text has kana, and few half-width ones.
        (Some(shift_jis), Some(euc_jp)) if shift_jis > euc_jp => Encoding::ShiftJis,
        (Some(_), Some(_)) => Encoding::EucJp,
        (None, None) => Encoding::Unknown,
    }
}

/// UTF-16 by its byte order mark, or by the zero bytes that line feeds and ASCII letters leave in it.
pub(super) fn utf16(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => return Some(Encoding::Utf16Be),
        _ => {}
    }
    let pairs = || bytes.chunks_exact(2);
    let little = pairs().filter(|pair| pair[1] == 0 && pair[0] != 0).count();
    let big = pairs().filter(|pair| pair[0] == 0 && pair[1] != 0).count();
    let enough = bytes.len() / 40 + 1;
    match (little, big) {
        (little, big) if little >= enough && big * 10 < little => Some(Encoding::Utf16Le),
        (little, big) if big >= enough && little * 10 < big => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Whether most of what is not ASCII is valid UTF-8 of several bytes.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut invalid) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count();
        invalid += chunk.invalid().len();
    }
    // Shift_JIS and EUC-JP hold a valid pair now and then, but hardly ever the three bytes of kana and kanji.
    valid > 9 * invalid
}

/// How much a text looks like Shift_JIS: full-width kana and signs, less half-width kana. `None` if it cannot be.
fn shift_jis(bytes: &[u8]) -> Option<i64> {
    let mut score = 0;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let next = bytes.get(at + 1).copied().unwrap_or(0);
        match byte {
            0x00..=0x7F => at += 1,
            0xA1..=0xDF => {
                score -= 1;
                at += 1;
            }
            0x81..=0x9F | 0xE0..=0xFC if matches!(next, 0x40..=0x7E | 0x80..=0xFC) => {
                score += i64::from(matches!((byte, next), (0x81, 0x40..=0x5B) | (0x82, 0x9F..) | (0x83, ..=0x96)));
                at += 2;
            }
            _ => return None,
        }
    }
    Some(score)
}

/// How much a text looks like EUC-JP: kana and punctuation. `None` if it cannot be.
fn euc_jp(bytes: &[u8]) -> Option<i64> {
    let is_trail = |at: usize| matches!(bytes.get(at), Some(0xA1..=0xFE));
    let mut score = 0;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            0x00..=0x7F => at += 1,
            0x8E if is_trail(at + 1) => at += 2,
            0x8F if is_trail(at + 1) && is_trail(at + 2) => at += 3,
            0xA1..=0xFE if is_trail(at + 1) => {
                score += i64::from(matches!(byte, 0xA1 | 0xA4 | 0xA5));
                at += 2;
            }
            _ => return None,
        }
    }
    Some(score)
}

#[cfg(test)]
mod tests {
    use super::*;

    // 「題名」「マイナンバーカードを受け取る。」 in each encoding.
    const SHIFT_JIS: &[u8] = b"title: \x91\xe8\x96\xbc\n\x83}\x83C\x83i\x83\x93\x83o\x81[\x83J\x81[\x83h\x82\xf0\x8e\xf3\x82\xaf\x8e\xe6\x82\xe9\x81B\n";
    const EUC_JP: &[u8] = b"title: \xc2\xea\xcc\xbe\n\xa5\xde\xa5\xa4\xa5\xca\xa5\xf3\xa5\xd0\xa1\xbc\xa5\xab\xa1\xbc\xa5\xc9\xa4\xf2\xbc\xf5\xa4\xb1\xbc\xe8\xa4\xeb\xa1\xa3\n";
    const ISO_2022_JP: &[u8] = b"title: \x1b$BBjL>\x1b(B\n";

    #[test]
    fn japanese_encodings_are_told_apart() {
        assert_eq!(guess(SHIFT_JIS), Encoding::ShiftJis);
        assert_eq!(guess(EUC_JP), Encoding::EucJp);
        assert_eq!(guess(ISO_2022_JP), Encoding::Iso2022Jp);
        assert_eq!(japanese_escape(ISO_2022_JP), Some(7));
        assert_eq!(guess(&SHIFT_JIS[7..11]), Encoding::ShiftJis);
    }

    #[test]
    fn utf16_is_seen_with_and_without_its_mark() {
        let little: Vec<u8> = "title: 題名\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "title: 題名\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(guess(&little), Encoding::Utf16Le);
        assert_eq!(guess(&big), Encoding::Utf16Be);
        assert_eq!(guess(&[&[0xFF, 0xFE], &little[..]].concat()), Encoding::Utf16Le);
    }

    #[test]
    fn a_lost_byte_does_not_make_another_encoding() {
        let mut bytes = "マイナンバーカードを受け取る。".as_bytes().to_vec();
        bytes.remove(4);
        assert_eq!(guess(&bytes), Encoding::DamagedUtf8);
        assert_eq!(guess(b"caf\xe9 cr\xe8me \x81"), Encoding::Unknown);
    }
}
