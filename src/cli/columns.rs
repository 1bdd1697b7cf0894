//! Tables for people, whose columns line up under full-width text.

use annotate_snippets::renderer::Style;
use unicode_width::UnicodeWidthStr;

/// Between two columns.
const GAP: &str = "  ";

/// The rows as lines, every column as wide as its widest cell. Cells are one line each.
pub(super) fn aligned(rows: &[Vec<String>]) -> String {
    painted(rows, |_, _| None)
}

/// The rows as lines, each cell in the style that `style` gives for its row and column.
pub(super) fn painted(rows: &[Vec<String>], style: impl Fn(usize, usize) -> Option<Style>) -> String {
    let mut widths = Vec::new();
    for row in rows {
        widths.resize(row.len().max(widths.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.width().max(*width);
        }
    }
    let mut text = String::new();
    for (index, row) in rows.iter().enumerate() {
        text.push_str(line(row, &widths, |column| style(index, column)).trim_end());
        text.push('\n');
    }
    text
}

fn line(row: &[String], widths: &[usize], style: impl Fn(usize) -> Option<Style>) -> String {
    let padded = row.iter().zip(widths).enumerate().map(|(column, (cell, width))| {
        let missing = " ".repeat(width - cell.width().min(*width));
        match style(column) {
            Some(style) => format!("{style}{cell}{style:#}{missing}"),
            None => format!("{cell}{missing}"),
        }
    });
    padded.collect::<Vec<_>>().join(GAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: [&str; 3]) -> Vec<String> {
        cells.map(str::to_owned).to_vec()
    }

    #[test]
    fn columns_line_up_under_full_width_text() {
        let table = aligned(&[row(["電話", "a", "x"]), row(["fee", "15,000円", ""]), vec!["z".to_owned()]]);
        assert_eq!(table, "電話  a         x\nfee   15,000円\nz\n");
    }

    #[test]
    fn colours_take_no_room() {
        let bold = |row, column| (row == 0 && column == 1).then(|| Style::new().bold());
        let table = painted(&[row(["電話", "a", "x"]), row(["fee", "一致", "y"])], bold);
        assert_eq!(anstream::adapter::strip_str(&table).to_string(), "電話  a     x\nfee   一致  y\n");
        assert!(table.contains("\u{1b}[1ma\u{1b}[0m "));
    }
}
