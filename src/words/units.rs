//! Large numbers with the Japanese units 万, 億, 兆.

/// From ones upwards; each unit is ten thousand of the one before.
const UNITS: [&str; 6] = ["", "万", "億", "兆", "京", "垓"];

/// Writes digits with units: `385987000` is 3億8598万7000. `group` writes a number that stands alone.
///
/// Public style puts commas only where a single unit is used (9,500万), never between several.
/// `None` if there are more digits than units, or only zeros.
pub(super) fn in_units(digits: &str, group: impl Fn(&str) -> Option<String>) -> Option<String> {
    let parts = parts(digits)?;
    if let [(part, unit)] = parts.as_slice() {
        return Some(format!("{}{unit}", group(part)?));
    }
    let text: String = parts.iter().flat_map(|(part, unit)| [*part, *unit]).collect();
    (!text.is_empty()).then_some(text)
}

/// The groups of four digits that are not zero, each without leading zeros and with its unit.
fn parts(digits: &str) -> Option<Vec<(&str, &'static str)>> {
    let mut parts = Vec::new();
    let mut rest = digits;
    for unit in UNITS {
        let (higher, part) = rest.split_at_checked(rest.len().saturating_sub(4))?;
        let part = part.trim_start_matches('0');
        if !part.is_empty() {
            parts.push((part, unit));
        }
        rest = higher;
    }
    parts.reverse();
    rest.is_empty().then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(digits: &str) -> Option<String> {
        in_units(digits, |part| Some(format!("<{part}>")))
    }

    #[test]
    fn zeros_are_left_out_and_a_single_unit_is_grouped() {
        assert_eq!(units("385987000").as_deref(), Some("3億8598万7000"));
        assert_eq!(units("100000007").as_deref(), Some("1億7"));
        assert_eq!(units("95000000").as_deref(), Some("<9500>万"));
        assert_eq!(units("0000"), None);
        assert_eq!(units(&"9".repeat(24)).unwrap().matches('9').count(), 24);
        assert_eq!(units(&"9".repeat(25)), None);
        assert_eq!(units("全角"), None);
    }
}
