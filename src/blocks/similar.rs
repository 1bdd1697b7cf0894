//! How alike two texts are: Dice's coefficient of their character bigrams.

/// The bigrams of a text, sorted, each as often as it occurs.
#[derive(Debug)]
pub(super) struct Bigrams {
    sorted: Vec<u64>,
    /// How many characters the text has.
    pub(super) length: usize,
}

impl Bigrams {
    pub(super) fn new(text: &str) -> Self {
        let characters: Vec<u64> = text.chars().map(|c| u64::from(u32::from(c))).collect();
        let mut sorted: Vec<u64> = match *characters {
            // So that one character is like itself.
            [only] => vec![only],
            _ => characters.windows(2).map(|pair| pair[0] << 32 | pair[1]).collect(),
        };
        sorted.sort_unstable();
        Self { sorted, length: characters.len() }
    }

    /// 1 for equal texts, 0 for texts without a common pair of characters.
    pub(super) fn dice(&self, other: &Self) -> f32 {
        let total = self.sorted.len() + other.sorted.len();
        if total == 0 {
            return 0.0;
        }
        let (mut ours, mut theirs) = (self.sorted.iter().peekable(), other.sorted.iter().peekable());
        let mut common = 0_usize;
        while let (Some(one), Some(two)) = (ours.peek(), theirs.peek()) {
            match one.cmp(two) {
                std::cmp::Ordering::Less => drop(ours.next()),
                std::cmp::Ordering::Greater => drop(theirs.next()),
                std::cmp::Ordering::Equal => {
                    common += 1;
                    ours.next();
                    theirs.next();
                }
            }
        }
        2.0 * common as f32 / total as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_are_alike_and_strange_ones_are_not() {
        let dice = |a, b| Bigrams::new(a).dice(&Bigrams::new(b));
        assert_eq!(dice("手数料", "手数料"), 1.0);
        assert_eq!(dice("a", "a"), 1.0);
        assert_eq!(dice("手数料", "受付"), 0.0);
        assert_eq!(dice("", ""), 0.0);
        assert_eq!(dice("abcd", "abce"), 2.0 / 3.0);
    }
}
