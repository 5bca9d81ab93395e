//! Figures in rows, as CSV (RFC 4180) and as a workbook. Numbers are whole and carry their unit in the heading. No text
//! becomes a formula: a workbook knows texts from formulas, in CSV a sign before it says so.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};

/// A value in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words, from whoever wrote the office's document.
    Text(String),
    /// A count, minutes, seconds or percent.
    Number(i64),
    /// Not known, or of too few.
    Nothing,
}

impl Cell {
    /// A number that may be missing.
    pub fn of<T: TryInto<i64>>(number: Option<T>) -> Self {
        number.and_then(|number| number.try_into().ok()).map_or(Self::Nothing, Self::Number)
    }
}

/// A table with a heading for each column; the first column names the row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// What it is; the name of a workbook's sheet, which has 31 characters at most.
    pub name: String,
    /// One for each column.
    pub headings: Vec<String>,
    /// As many cells each as there are headings.
    pub rows: Vec<Vec<Cell>>,
}

/// Text that a spreadsheet reads as text: what begins like a formula begins with an apostrophe (OWASP, "CSV Injection").
fn harmless(text: &str) -> String {
    let is_formula = text
        .trim_start_matches([' ', '\u{feff}', '"', '\''])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let text = text.replace(['\t', '\r', '\n'], " ");
    if is_formula { format!("'{text}") } else { text }
}

/// All tables beneath each other as CSV, in UTF-8 that says so, with semicolons, as spreadsheets in Germany expect; the
/// first column names the table.
///
/// # Errors
/// Those of the writer, which writing to memory never has.
pub fn csv(tables: &[Table]) -> Result<Vec<u8>, csv::Error> {
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer("\u{feff}".as_bytes().to_vec());
    for table in tables {
        let heading = [&table.name].into_iter().chain(&table.headings);
        writer.write_record(heading.map(|text| harmless(text)))?;
        for row in &table.rows {
            let cells = row.iter().map(|cell| match cell {
                Cell::Text(text) => harmless(text),
                Cell::Number(number) => number.to_string(),
                Cell::Nothing => String::new(),
            });
            writer.write_record([harmless(&table.name)].into_iter().chain(cells))?;
        }
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// A workbook with a sheet for each table.
///
/// # Errors
/// Those of the writer: a name that no sheet can have.
pub fn workbook(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    for table in tables {
        let sheet = workbook.add_worksheet().set_name(&table.name)?;
        for (column, heading) in (0u16..).zip(&table.headings) {
            sheet.write_string_with_format(0, column, heading, &bold)?;
            sheet.set_column_width(column, if column == 0 { 36 } else { 13 })?;
        }
        for (at, row) in (1u32..).zip(&table.rows) {
            for (column, cell) in (0u16..).zip(row) {
                match cell {
                    Cell::Text(text) => sheet.write_string(at, column, text)?,
                    // Exact: all that is counted is far below 2^53.
                    Cell::Number(number) => sheet.write_number(at, column, *number as f64)?,
                    Cell::Nothing => sheet,
                };
            }
        }
        sheet.set_freeze_panes(1, 1)?;
    }
    workbook.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};

    fn tables() -> Vec<Table> {
        let text = |text: &str| Cell::Text(text.to_owned());
        vec![Table {
            name: "Anliegen".to_owned(),
            headings: vec!["Name".to_owned(), "Besuche".to_owned(), "Minuten".to_owned()],
            rows: vec![
                vec![text("=HYPERLINK(\"http://x\";\"y\")"), Cell::Number(7), Cell::Nothing],
                vec![text("Reisepass; \"neu\"\n=1+1"), Cell::Number(-3), Cell::of(Some(12u32))],
                vec![text(" @SUM(A1)"), Cell::Number(0), Cell::Nothing],
                vec![text("Straße – Ößmann"), Cell::Number(1), Cell::Nothing],
            ],
        }]
    }

    #[test]
    fn csv_is_read_back_and_begins_no_formula() {
        let written = csv(&tables()).unwrap();
        let text = String::from_utf8(written).unwrap();
        let text = text.strip_prefix('\u{feff}').expect("says that it is UTF-8");
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
        let rows: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(rows[0], ["Anliegen", "'=HYPERLINK(\"http://x\";\"y\")", "7", ""]);
        assert_eq!(rows[1], ["Anliegen", "Reisepass; \"neu\" =1+1", "-3", "12"]);
        assert_eq!(rows[2][1], "' @SUM(A1)");
        assert_eq!(rows[3][1], "Straße – Ößmann");
    }

    #[test]
    fn a_workbook_is_read_back_and_has_no_formula() {
        let written = workbook(&tables()).unwrap();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(written)).unwrap();
        let sheet = book.worksheet_range("Anliegen").unwrap();
        assert_eq!(sheet.get((1, 0)), Some(&Data::String("=HYPERLINK(\"http://x\";\"y\")".to_owned())));
        assert_eq!(sheet.get((1, 1)), Some(&Data::Float(7.0)));
        assert_eq!(sheet.get((2, 2)), Some(&Data::Float(12.0)));
        assert_eq!(sheet.get((1, 2)), Some(&Data::Empty));
        let formulas = book.worksheet_formula("Anliegen").unwrap();
        assert!(formulas.used_cells().next().is_none());
    }
}
