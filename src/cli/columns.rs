//! Tables for people, whose columns line up under full-width text.

use unicode_width::UnicodeWidthStr;

/// Between two columns.
const GAP: &str = "  ";

/// The rows as lines, every column as wide as its widest cell. Cells are one line each.
pub(super) fn aligned(rows: &[Vec<String>]) -> String {
    let mut widths = Vec::new();
    for row in rows {
        widths.resize(row.len().max(widths.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.width().max(*width);
        }
    }
    let mut text = String::new();
    for row in rows {
        text.push_str(line(row, &widths).trim_end());
        text.push('\n');
    }
    text
}

fn line(row: &[String], widths: &[usize]) -> String {
    let padded = row.iter().zip(widths).map(|(cell, width)| {
        let missing = width - cell.width().min(*width);
        format!("{cell}{}", " ".repeat(missing))
    });
    padded.collect::<Vec<_>>().join(GAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_under_full_width_text() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let table = aligned(&[row(["電話", "a", "x"]), row(["fee", "15,000円", ""]), vec!["z".to_owned()]]);
        assert_eq!(table, "電話  a         x\nfee   15,000円\nz\n");
    }
}
