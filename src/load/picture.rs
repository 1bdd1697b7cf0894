//! The size of a picture, read from its first bytes, so that pages leave room for it before it is there.
//!
//! PNG, GIF, JPEG and WebP say their size in pixels. An SVG may say only how wide it is for its height; it is then as
//! wide as there is room, and so the size that is given for it is one that no column exceeds.

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Width and height in CSS pixels.
pub type Dimensions = (u32, u32);

/// How many bytes are read: enough for what cameras write before the size of a JPEG.
const READ: u64 = 256 * 1024;

/// The width that an SVG without one is given.
const ROOM: f64 = 1000.0;

/// The size of the picture that a file is, if it is one that can be understood.
pub(super) fn dimensions(name: &str, file: &Path) -> Option<Dimensions> {
    let (_, extension) = name.rsplit_once('.')?;
    let read: fn(&[u8]) -> Option<Dimensions> = match extension.to_ascii_lowercase().as_str() {
        "png" => png,
        "gif" => gif,
        "jpg" | "jpeg" => jpeg,
        "webp" => webp,
        "svg" => svg,
        _ => return None,
    };
    let mut bytes = Vec::new();
    File::open(file).ok()?.take(READ).read_to_end(&mut bytes).ok()?;
    read(&bytes).filter(|&(width, height)| width > 0 && height > 0)
}

/// PNG (third edition), 11.2.1: the header is the first chunk.
fn png(bytes: &[u8]) -> Option<Dimensions> {
    let is_png = bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.get(12..16)? == b"IHDR";
    is_png.then_some((big(bytes, 16, 4)?, big(bytes, 20, 4)?))
}

fn gif(bytes: &[u8]) -> Option<Dimensions> {
    bytes.starts_with(b"GIF8").then_some((little(bytes, 6, 2)?, little(bytes, 8, 2)?))
}

/// ITU-T T.81, B.2.2: the size stands in the frame header, behind other segments.
fn jpeg(bytes: &[u8]) -> Option<Dimensions> {
    let mut at = 2;
    while bytes.starts_with(&[0xFF, 0xD8]) && *bytes.get(at)? == 0xFF {
        match *bytes.get(at + 1)? {
            0xFF => at += 1,
            0xC4 | 0xC8 | 0xCC => at += 2 + segment(bytes, at)?,
            0xC0..=0xCF => return Some((big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?)),
            _ => at += 2 + segment(bytes, at)?,
        }
    }
    None
}

fn segment(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(big(bytes, at + 2, 2)?).ok()
}

/// WebP container specification; VP8 (RFC 6386, 9.1) and VP8L bitstreams.
fn webp(bytes: &[u8]) -> Option<Dimensions> {
    const FOURTEEN: u32 = 0x3FFF;
    if !bytes.starts_with(b"RIFF") || bytes.get(8..12)? != b"WEBP" {
        return None;
    }
    match bytes.get(12..16)? {
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        b"VP8L" => {
            let bits = little(bytes, 21, 4)?;
            Some(((bits & FOURTEEN) + 1, (bits >> 14 & FOURTEEN) + 1))
        }
        b"VP8 " => Some((little(bytes, 26, 2)? & FOURTEEN, little(bytes, 28, 2)? & FOURTEEN)),
        _ => None,
    }
}

/// The size in the root element: its width and height, else what they are to each other.
fn svg(bytes: &[u8]) -> Option<Dimensions> {
    let text = std::str::from_utf8(bytes)
        .unwrap_or_else(|error| std::str::from_utf8(&bytes[..error.valid_up_to()]).expect("it is valid up to there"));
    let root = &text[text.find("<svg")? + "<svg".len()..];
    let root = &root[..root.find('>')?];
    let (width, height) = (attribute(root, "width").and_then(pixels), attribute(root, "height").and_then(pixels));
    if let (Some(width), Some(height)) = (width, height) {
        return Some((whole(width)?, whole(height)?));
    }
    let numbers = attribute(root, "viewBox")?.split([' ', ',', '\n', '\t']).filter(|part| !part.is_empty());
    let numbers: Vec<f64> = numbers.map_while(|part| part.parse().ok()).collect();
    let &[_, _, width, height] = numbers.as_slice() else { return None };
    let scale = (ROOM / width).max(1.0);
    Some((whole(width * scale)?, whole(height * scale)?))
}

/// The value of an attribute in a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut starts = tag.match_indices(name).map(|(at, _)| at);
    starts.find_map(|at| {
        let stands_alone = tag[..at].ends_with(char::is_whitespace);
        let value = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|quote| stands_alone && matches!(quote, '"' | '\''))?;
        value[1..].split(quote).next()
    })
}

/// A length in pixels; a share of something else is none.
fn pixels(value: &str) -> Option<f64> {
    value.trim().trim_end_matches("px").parse().ok()
}

fn whole(number: f64) -> Option<u32> {
    const MOST: f64 = 1_000_000.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is judged before")]
    let whole = |number: f64| number.round() as u32;
    (1.0..=MOST).contains(&number).then(|| whole(number))
}

fn big(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    Some(bytes.get(at..at + length)?.iter().fold(0, |number, &byte| number << 8 | u32::from(byte)))
}

fn little(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    Some(bytes.get(at..at + length)?.iter().rev().fold(0, |number, &byte| number << 8 | u32::from(byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_are_where_the_formats_say() {
        let png_bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x80\0\0\x01\xe0";
        assert_eq!(png(png_bytes), Some((640, 480)));
        assert_eq!(gif(b"GIF89a\x80\x02\xe0\x01"), Some((640, 480)));
        assert_eq!(jpeg(b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xc2\0\x11\x08\x01\xe0\x02\x80"), Some((640, 480)));
        assert_eq!(webp(b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0"), Some((640, 480)));
        let lossy = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x80\x02\xe0\x01";
        assert_eq!(webp(lossy), Some((640, 480)));
        let lossless = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x7f\xc2\x77\0";
        assert_eq!(webp(lossless), Some((640, 480)));
    }

    #[test]
    fn a_drawing_says_its_size_or_its_shape() {
        assert_eq!(svg(b"<?xml?><svg width='640' height=\"480px\" viewBox=\"0 0 1 1\">"), Some((640, 480)));
        assert_eq!(svg(b"<svg stroke-width=\"2\" width=\"100%\" viewBox=\"0 0 200 100\">"), Some((1000, 500)));
        assert_eq!(svg(b"<svg viewBox='0,0,1200,300'/>"), Some((1200, 300)));
        for nothing in ["<svg/>", "<svg viewBox=\"0 0 0 0\">", "<svg width=\"-1\" height=\"NaN\">", "x", "<svg"] {
            assert_eq!(svg(nothing.as_bytes()), None, "{nothing}");
        }
    }

    #[test]
    fn what_is_cut_off_has_no_size() {
        for length in 0..24 {
            let png_bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x80\0\0\x01\xe0";
            assert_eq!(png(&png_bytes[..length]), None);
            assert_eq!(jpeg(&b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\x01\xe0\x02\x80"[..length.min(16)]), None);
        }
        assert_eq!(jpeg(b"\xff\xd8\xff\xe0\0\0"), None);
    }
}
