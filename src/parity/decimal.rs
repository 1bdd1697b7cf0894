//! Exact decimal numbers, so that 9,500万 and 95 million are one value and 0.1 is never rounded.

use std::fmt;

/// The most digits of a numeral that is read as a number; longer ones are codes.
pub(super) const MAX_DIGITS: usize = 24;

/// A number of at most 38 digits: `digits / 10^scale`, in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal {
    digits: i128,
    scale: u32,
}

impl Decimal {
    /// A whole number.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        Self { digits: number as i128, scale: 0 }
    }

    /// Reads ASCII digits, with a point or without; anything else is refused.
    #[must_use]
    pub fn parse(numeral: &str) -> Option<Self> {
        let (whole, part) = numeral.split_once('.').unwrap_or((numeral, ""));
        let digits = format!("{whole}{part}");
        if whole.is_empty() || digits.len() > MAX_DIGITS || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let scale = u32::try_from(part.len()).ok()?;
        Some(Self { digits: digits.parse().ok()?, scale }.reduced())
    }

    /// The product, if it has few enough digits.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        let digits = self.digits.checked_mul(other.digits)?;
        Some(Self { digits, scale: self.scale + other.scale }.reduced())
    }

    /// The sum, if it has few enough digits.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let at = |number: Self| number.digits.checked_mul(10_i128.checked_pow(scale - number.scale)?);
        let digits = at(self)?.checked_add(at(other)?)?;
        Some(Self { digits, scale }.reduced())
    }

    /// The number as an integer, if it is one of that size.
    #[must_use]
    pub fn integer(self) -> Option<i64> {
        (self.scale == 0).then(|| i64::try_from(self.digits).ok()).flatten()
    }

    fn reduced(self) -> Self {
        let mut number = self;
        while number.scale > 0 && number.digits % 10 == 0 {
            number = Self { digits: number.digits / 10, scale: number.scale - 1 };
        }
        number
    }
}

impl fmt::Display for Decimal {
    /// Writes the digits with a comma every three.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.scale as usize + 1;
        let digits = format!("{:0>width$}", self.digits);
        let (whole, part) = digits.split_at(digits.len() - self.scale as usize);
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                out.write_str(",")?;
            }
            write!(out, "{digit}")?;
        }
        if part.is_empty() { Ok(()) } else { write!(out, ".{part}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(numeral: &str) -> Decimal {
        Decimal::parse(numeral).unwrap()
    }

    #[test]
    fn numbers_are_exact_and_have_one_form() {
        assert_eq!(decimal("1.50"), decimal("1.5"));
        assert_eq!(decimal("0.95").times(Decimal::whole(100)), Some(Decimal::whole(95)));
        assert_eq!(decimal("1.2").times(Decimal::whole(100_000_000)), Some(Decimal::whole(120_000_000)));
        assert_eq!(decimal("0.1").plus(decimal("0.2")), Some(decimal("0.3")));
        for (numeral, shown) in [("385987000", "385,987,000"), ("0.05", "0.05"), ("1234.5", "1,234.5"), ("7", "7")] {
            assert_eq!(decimal(numeral).to_string(), shown);
        }
    }

    #[test]
    fn what_is_too_long_or_no_numeral_is_refused() {
        for numeral in ["", ".5", "1e3", "-1", "1.2.3", "１", "1234567890123456789012345"] {
            assert_eq!(Decimal::parse(numeral), None, "{numeral}");
        }
        let large = decimal("999999999999999999999999");
        assert_eq!(large.times(large), None);
    }
}
