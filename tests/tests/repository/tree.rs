//! The tree as text, and Rust sources with comments, literals and tests told apart.

use std::collections::BTreeMap;
use std::path::Path;

/// All text files by their path from the root.
pub struct Tree(pub BTreeMap<String, String>);

/// Folders that are made and never kept.
const MADE: [&str; 3] = ["target", "node_modules", ".git"];

impl Tree {
    /// The repository that this test lies in.
    pub fn here() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this package lies in the tree");
        let mut files = BTreeMap::new();
        let mut folders = vec![root.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).expect("a folder of the tree can be listed") {
                let path = entry.expect("a folder of the tree can be listed").path();
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                if path.is_dir() {
                    if !MADE.contains(&name.as_str()) {
                        folders.push(path);
                    }
                    continue;
                }
                let shown = path.strip_prefix(root).expect("below the root").display().to_string();
                // Pictures and sounds have no text; their names still count.
                files.insert(shown, std::fs::read_to_string(&path).unwrap_or_default());
            }
        }
        Self(files)
    }

    /// A small tree, to see a rule find its fault.
    pub fn of(files: &[(&str, &str)]) -> Self {
        Self(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
    }

    /// All Rust files whose path satisfies this.
    pub fn rust<'a>(&'a self, wanted: impl Fn(&str) -> bool + 'a) -> impl Iterator<Item = Rust<'a>> {
        let files = self.0.iter().filter(move |(path, _)| path.ends_with(".rs") && wanted(path));
        files.map(|(path, text)| Rust::read(path, text))
    }
}

/// Whether a file is a test and nothing else.
pub fn is_test(path: &str) -> bool {
    let folders = ["/tests/", "/benches/", "/examples/"];
    path.ends_with("/tests.rs") || folders.iter().any(|folder| path.contains(folder))
}

/// Whether a file lies in a module of this name: `store.rs`, or anything in a folder `store`.
pub fn is_in_module(path: &str, module: &str) -> bool {
    path.ends_with(&format!("/{module}.rs")) || path.contains(&format!("/{module}/"))
}

/// A Rust source, read far enough for the rules.
pub struct Rust<'a> {
    pub path: &'a str,
    /// The source with comments and the insides of literals blanked out; lines are where they were.
    pub code: String,
    /// Texts in quotes, with their line.
    pub literals: Vec<(usize, String)>,
    /// Whether a line, from 1, is inside an item under `#[cfg(test)]`.
    pub is_test_line: Vec<bool>,
}

impl<'a> Rust<'a> {
    pub fn read(path: &'a str, text: &str) -> Self {
        let (code, literals) = Lexer::new(text).read();
        let is_test_line = test_lines(&code);
        Self { path, code, literals, is_test_line }
    }

    /// Lines of code that are no tests, with their number.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let all = self.code.lines().enumerate().map(|(at, line)| (at + 1, line));
        all.filter(|(number, _)| !self.is_test_line[*number])
    }

    /// Texts in quotes that are no tests', with their line.
    pub fn texts(&self) -> impl Iterator<Item = (usize, &str)> {
        let all = self.literals.iter().map(|(line, text)| (*line, text.as_str()));
        all.filter(|(line, _)| !self.is_test_line[*line])
    }

    /// Where this path or name stands in the code, as whole words: `Utc::now`, `libc`.
    pub fn mentions(&self, name: &str) -> Vec<usize> {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let stands_in = |line: &str| {
            line.match_indices(name).any(|(at, _)| {
                let begins = !line[..at].ends_with(is_word);
                let ends = !name.ends_with(is_word) || !line[at + name.len()..].starts_with(is_word);
                begins && ends
            })
        };
        self.lines().filter(|(_, line)| stands_in(line)).map(|(number, _)| number).collect()
    }
}

/// Separates code from comments and literals (The Rust Reference, "Tokens").
struct Lexer<'a> {
    rest: &'a str,
    line: usize,
    code: String,
    literals: Vec<(usize, String)>,
}

impl<'a> Lexer<'a> {
    fn new(text: &'a str) -> Self {
        Self { rest: text, line: 1, code: String::with_capacity(text.len()), literals: Vec::new() }
    }

    fn read(mut self) -> (String, Vec<(usize, String)>) {
        while let Some(next) = self.rest.chars().next() {
            let after_word = self.code.ends_with(|c: char| c.is_alphanumeric() || c == '_');
            if self.rest.starts_with("//") {
                self.blank(self.rest.find('\n').unwrap_or(self.rest.len()));
            } else if self.rest.starts_with("/*") {
                self.blank(block_comment(self.rest));
            } else if next == '"' {
                self.quoted(0, "\"");
            } else if let Some((prefix, hashes)) = raw_string(self.rest).filter(|_| !after_word) {
                self.quoted(prefix + hashes, &format!("\"{}", "#".repeat(hashes)));
            } else if next == '\'' {
                self.blank(character(self.rest));
            } else {
                self.keep(next.len_utf8());
            }
        }
        (self.code, self.literals)
    }

    /// Takes over so many bytes as code.
    fn keep(&mut self, count: usize) {
        let (kept, rest) = self.rest.split_at(count);
        self.line += kept.matches('\n').count();
        self.code.push_str(kept);
        self.rest = rest;
    }

    /// Leaves out so many bytes, all but their line ends.
    fn blank(&mut self, count: usize) {
        let (left_out, rest) = self.rest.split_at(count);
        self.line += left_out.matches('\n').count();
        self.code.extend(left_out.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        self.rest = rest;
    }

    /// A text in quotes: its quotation marks are kept, its inside becomes a literal.
    fn quoted(&mut self, before: usize, end: &str) {
        self.keep(before + 1);
        let is_raw = before > 0;
        let mut length = 0;
        while !self.rest[length..].is_empty() && !self.rest[length..].starts_with(end) {
            let escaped = !is_raw && self.rest[length..].starts_with('\\');
            let count = if escaped { 2 } else { 1 };
            length += self.rest[length..].chars().take(count).map(char::len_utf8).sum::<usize>();
        }
        self.literals.push((self.line, self.rest[..length].to_owned()));
        self.blank(length);
        self.keep(end.len().min(self.rest.len()));
    }
}

/// The length of a block comment; they nest.
fn block_comment(text: &str) -> usize {
    let (mut at, mut depth) = (0, 0);
    while let Some(next) = text[at..].chars().next() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += next.len_utf8();
        }
    }
    at
}

/// The lengths of `r`, `br` or `cr`, and of the `#` behind it, if a raw string begins here.
fn raw_string(text: &str) -> Option<(usize, usize)> {
    let prefix = ["r", "br", "cr"].into_iter().find(|prefix| text.starts_with(prefix))?.len();
    let quoted = text[prefix..].trim_start_matches('#');
    quoted.starts_with('"').then(|| (prefix, text.len() - prefix - quoted.len()))
}

/// The length of a character literal, or of the `'` of a lifetime.
fn character(text: &str) -> usize {
    let inside = &text[1..];
    let length = match inside.chars().next() {
        Some('\\') => {
            let escaped: usize = inside.chars().take(2).map(char::len_utf8).sum();
            escaped + inside[escaped..].find('\'').unwrap_or(0)
        }
        Some(c) => c.len_utf8(),
        None => 0,
    };
    if inside[length..].starts_with('\'') { length + 2 } else { 1 }
}

fn test_lines(code: &str) -> Vec<bool> {
    const MARK: &str = "#[cfg(test)]";
    let mut is_test = vec![false; code.lines().count() + 2];
    for (at, _) in code.match_indices(MARK) {
        let item = &code[at + MARK.len()..];
        let body = item.find(['{', ';']).unwrap_or(item.len());
        let length = if item[body..].starts_with('{') { body + block(&item[body..]) } else { body };
        let first = 1 + code[..at].matches('\n').count();
        let last = first + code[at..at + MARK.len() + length].matches('\n').count();
        is_test[first..=last].fill(true);
    }
    is_test
}

/// The length of a block in braces.
fn block(code: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return at,
            '}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

#[test]
fn comments_literals_and_tests_are_told_apart() {
    let text = r####"//! "no" text
fn a<'a>(x: &'a str) -> char { /* "no" /* "no" */ */ let quote = '"'; '\'' }
const B: &str = "one \" two"; // Utc::now
const C: &[u8] = br##"three "# four"##;
#[cfg(test)]
mod tests {
    fn brace() -> &'static str { "}" }
    fn d() { e("five") }
}
const F: &str = "six
seven";
fn g() { libc::kill(libcx, '\u{1f600}') }
"####;
    let rust = Rust::read("x.rs", text);
    let all: Vec<(usize, &str)> = rust.literals.iter().map(|(line, text)| (*line, text.as_str())).collect();
    let last = [(10, "six\nseven")];
    assert_eq!(
        all,
        [&[(3, "one \\\" two"), (4, "three \"# four"), (7, "}"), (8, "five")], &last[..]].concat()
    );
    assert_eq!(rust.texts().map(|(line, _)| line).collect::<Vec<_>>(), [3, 4, 10]);
    assert_eq!(rust.mentions("Utc::now"), [] as [usize; 0]);
    assert_eq!(rust.mentions("libc"), [12]);
    assert_eq!(rust.mentions("e"), [] as [usize; 0], "in a test");
    assert_eq!(rust.code.lines().count(), text.lines().count());
}
