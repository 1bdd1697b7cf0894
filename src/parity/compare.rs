//! Comparing the values of two texts: what both have is struck out, what is left is judged.
//!
//! First equal values, then compatible ones: a date without its year fits one with it, 18歳 fits 18 years old.
//! Saying a thing twice is no finding. What is left on both sides and is of one sort is a conflict;
//! what is left on one side is missing from the other.

mod agree;
mod clash;

use std::collections::HashMap;

use agree::{compatible, echoes, same};
use clash::{Clash, clash};

use super::value::{Counter, Data, Period, Strength, Value};

/// What two texts do not share, as indices of their values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// A value of the first text against one of the second.
    pub conflicts: Vec<(usize, usize)>,
    /// Values that the second text lacks.
    pub only_first: Vec<usize>,
    /// Values that the first text lacks.
    pub only_second: Vec<usize>,
}

/// The most values of a text that are compared. Each is held against each; a text that people read has a few dozen.
const MAX_VALUES: usize = 1_000;

/// Compares the values of two texts.
#[must_use]
pub fn compare(first: &[Value], second: &[Value]) -> Comparison {
    let (first, second) = (&first[..first.len().min(MAX_VALUES)], &second[..second.len().min(MAX_VALUES)]);
    let mut left = Left { first, second, open_first: vec![true; first.len()], open_second: vec![true; second.len()] };
    left.strike(|a, b| same(&a.data, &b.data) && !is_day_of_hours(a, b));
    left.strike(|a, b| compatible(a, b) && !is_day_of_hours(a, b));
    let repeated = left.repeated();
    let conflicts = left.conflicts(&repeated);
    left.close_alternatives();
    let mut comparison = Comparison { conflicts, ..Comparison::default() };
    comparison.only_first = left.missing(&left.open_first, first, &repeated.0);
    comparison.only_second = left.missing(&left.open_second, second, &repeated.1);
    comparison
}

/// Whether two values may be one and the same fact.
#[must_use]
pub fn agrees(a: &Value, b: &Value) -> bool {
    same(&a.data, &b.data) || compatible(a, b)
}

/// The values that are still open.
struct Left<'a> {
    first: &'a [Value],
    second: &'a [Value],
    open_first: Vec<bool>,
    open_second: Vec<bool>,
}

impl Left<'_> {
    /// Strikes out pairs that fit, each value once.
    fn strike(&mut self, fits: impl Fn(&Value, &Value) -> bool) {
        for (i, a) in self.first.iter().enumerate() {
            let partner =
                (0..self.second.len()).find(|&j| self.open_first[i] && self.open_second[j] && fits(a, &self.second[j]));
            if let Some(j) = partner {
                self.open_first[i] = false;
                self.open_second[j] = false;
            }
        }
    }

    /// Closes the other readings of what has been struck out: they have the same place.
    fn close_alternatives(&mut self) {
        for (values, open) in [(self.first, &mut self.open_first), (self.second, &mut self.open_second)] {
            for at in 1..values.len() {
                if values[at - 1].span == values[at].span && open[at - 1] != open[at] {
                    (open[at - 1], open[at]) = (false, false);
                }
            }
        }
    }

    /// Which open values fit one that has been struck out already.
    fn repeated(&self) -> (Vec<bool>, Vec<bool>) {
        let again = |open: &[bool], own: &[Value], other: &[Value]| {
            let one =
                |(open, value): (&bool, &Value)| *open && other.iter().any(|there| echoes(&value.data, &there.data));
            open.iter().zip(own).map(one).collect()
        };
        (again(&self.open_first, self.first, self.second), again(&self.open_second, self.second, self.first))
    }

    /// Pairs open values that contradict each other, the likeliest pairs first.
    fn conflicts(&mut self, repeated: &(Vec<bool>, Vec<bool>)) -> Vec<(usize, usize)> {
        let clashes = self.clashes(repeated);
        let mut conflicts = Vec::new();
        for &(clash, i, j) in &clashes {
            if self.open_first[i] && self.open_second[j] && (!clash.alone || self.alone(&clashes, (clash, i, j))) {
                self.open_first[i] = false;
                self.open_second[j] = false;
                conflicts.push((i, j));
            }
        }
        conflicts.sort_unstable();
        conflicts
    }

    /// Every pair of open values that may contradict each other.
    fn clashes(&self, repeated: &(Vec<bool>, Vec<bool>)) -> Vec<(Clash, usize, usize)> {
        let counts = Counts::of(self.first, self.second);
        let mut clashes = Vec::new();
        for (i, a) in self.first.iter().enumerate().filter(|(i, _)| self.open_first[*i]) {
            for (j, b) in self.second.iter().enumerate().filter(|(j, _)| self.open_second[*j]) {
                let excused = (repeated.0[i] || repeated.1[j]) && !counts.are_equal(&a.data, &b.data);
                if let Some(clash) = clash(a, b).filter(|_| !excused) {
                    clashes.push((clash, i, j));
                }
            }
        }
        clashes.sort_unstable();
        clashes
    }

    /// Whether neither of two values has anything else to contradict that is as likely. The same said twice is one thing.
    fn alone(&self, clashes: &[(Clash, usize, usize)], (clash, i, j): (Clash, usize, usize)) -> bool {
        let rivals = clashes.iter().take_while(|(other, ..)| other.distance <= clash.distance);
        let open = |&&(_, k, l): &&(Clash, usize, usize)| self.open_first[k] && self.open_second[l];
        rivals.filter(open).all(|&(_, k, l)| {
            (k != i || alike(&self.second[l].data, &self.second[j].data))
                && (l != j || alike(&self.first[k].data, &self.first[i].data))
        })
    }

    fn missing(&self, open: &[bool], values: &[Value], repeated: &[bool]) -> Vec<usize> {
        let gone = |&i: &usize| open[i] && !repeated[i] && values[i].strength == Strength::Hard;
        (0..values.len()).filter(gone).collect()
    }
}

/// How many values of each sort two texts have.
#[derive(Default)]
struct Counts {
    of_sort: HashMap<Sort, (usize, usize)>,
    of_family: HashMap<Sort, (usize, usize)>,
}

type Sort = std::mem::Discriminant<Data>;

impl Counts {
    fn of(first: &[Value], second: &[Value]) -> Self {
        let mut counts = Self::default();
        for (values, is_first) in [(first, true), (second, false)] {
            for value in values.iter().filter(|value| value.strength >= Strength::Soft) {
                for (table, sort) in [
                    (&mut counts.of_sort, std::mem::discriminant(&value.data)),
                    (&mut counts.of_family, family(&value.data)),
                ] {
                    let count = table.entry(sort).or_default();
                    *if is_first { &mut count.0 } else { &mut count.1 } += 1;
                }
            }
        }
        counts
    }

    /// Whether both texts have as many values of this sort, so that one that is said twice stands where another belongs.
    fn are_equal(&self, a: &Data, b: &Data) -> bool {
        let equal = |table: &HashMap<Sort, (usize, usize)>, sort: fn(&Data) -> Sort| {
            sort(a) == sort(b) && table.get(&sort(a)).is_none_or(|count| count.0 == count.1)
        };
        equal(&self.of_sort, std::mem::discriminant) || equal(&self.of_family, family)
    }
}

/// Whether one is a day said in passing and the other a number of hours: 24 hours a day say one thing, not two.
fn is_day_of_hours(a: &Value, b: &Value) -> bool {
    let of = |day: &Value, hours: &Value| {
        day.strength == Strength::Weak
            && matches!((&day.data, &hours.data), (Data::Duration(_, Period::Days), Data::Duration(_, Period::Hours)))
    };
    of(a, b) || of(b, a)
}

/// Whether two values of one text say as much: one sheet of one sort.
fn alike(a: &Data, b: &Data) -> bool {
    match (a, b) {
        (Data::Number(a, _), Data::Number(b, _)) => a == b,
        _ => a == b,
    }
}

/// The sort of a value, where 3歳 and three years are of one.
fn family(data: &Data) -> Sort {
    match data {
        Data::Number(amount, Counter::Age) => std::mem::discriminant(&Data::Duration(*amount, Period::Years)),
        _ => std::mem::discriminant(data),
    }
}

#[cfg(test)]
mod tests;
