//! Reads the text files and the places that use them.

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Resource, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// One text of one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// The file without its ending: `kiosk`.
    pub file: String,
    /// What stands there, variables left out.
    pub words: String,
    pub variables: BTreeSet<String>,
    /// The names of the branches of each choice.
    pub choices: Vec<BTreeSet<String>>,
    /// Whether it is no plain text: it has attributes, refers to other texts, or has no value.
    pub not_plain: bool,
}

/// The texts of a language by id.
pub type Texts = BTreeMap<String, Text>;

/// Reads one file; what is wrong with it is added to `faults`.
pub fn read(file: &str, source: &str, texts: &mut Texts, faults: &mut Vec<String>) {
    let resource: Resource<&str> = match fluent_syntax::parser::parse(source) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            faults.extend(errors.iter().map(|error| format!("{file}: {error}")));
            resource
        }
    };
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let mut text = Text { file: file.to_owned(), ..Text::default() };
                text.not_plain = message.value.is_none() || !message.attributes.is_empty();
                if let Some(value) = &message.value {
                    collect(value, &mut text);
                }
                let id = message.id.name.to_owned();
                if texts.insert(id.clone(), text).is_some() {
                    faults.push(format!("{file}: `{id}` is there twice"));
                }
            }
            Entry::Junk { content } => faults.push(format!("{file}: cannot read {content:?}")),
            Entry::Term(term) => {
                faults.push(format!("{file}: `-{}` is a term; texts are whole", term.id.name))
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
}

fn collect(pattern: &Pattern<&str>, text: &mut Text) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.words.push_str(value),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(inline) => collect_inline(inline, text),
                Expression::Select { selector, variants } => {
                    collect_inline(selector, text);
                    text.choices.push(variants.iter().map(|variant| branch(&variant.key)).collect());
                    for variant in variants {
                        text.words.push(' ');
                        collect(&variant.value, text);
                    }
                }
            },
        }
    }
}

fn branch(key: &VariantKey<&str>) -> String {
    let (VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name }) = key;
    (*name).to_owned()
}

fn collect_inline(expression: &InlineExpression<&str>, text: &mut Text) {
    match expression {
        InlineExpression::VariableReference { id } => {
            text.variables.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { value } => text.words.push_str(&unescape_unicode_to_string(value)),
        InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::FunctionReference { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. }
        | InlineExpression::Placeable { .. } => text.not_plain = true,
    }
}

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("this package lies in the tree")
}

/// The languages in the tree by tag, with what is wrong with their files.
pub fn languages() -> (BTreeMap<String, Texts>, Vec<String>) {
    let (mut languages, mut faults) = (BTreeMap::new(), Vec::new());
    for folder in entries(&root().join("assets/locales")) {
        let mut texts = Texts::new();
        let mut files: Vec<PathBuf> = entries(&folder);
        files.sort();
        for path in files {
            let source = std::fs::read_to_string(&path).expect("a text file can be read");
            read(&stem(&path), &source, &mut texts, &mut faults);
        }
        languages.insert(name(&folder), texts);
    }
    (languages, faults)
}

/// All program sources and page templates, by path from the root; tests are left out.
pub fn sources() -> BTreeMap<String, String> {
    let root = root();
    let packages = ["kiosk", "display"].map(PathBuf::from).into_iter().map(|package| root.join(package));
    let mut found = BTreeMap::new();
    for package in packages.chain(entries(&root.join("shared"))) {
        let mut folders = vec![package.join("src"), package.join("templates")];
        while let Some(folder) = folders.pop() {
            for path in if folder.is_dir() { entries(&folder) } else { Vec::new() } {
                if path.is_dir() {
                    folders.push(path);
                } else if let Ok(source) = std::fs::read_to_string(&path) {
                    let shown = path.strip_prefix(&root).unwrap_or(&path).display().to_string();
                    found.insert(shown, source);
                }
            }
        }
    }
    found
}

/// Quoted texts that could be an id of ours: lower case, digits and dashes, at least two words.
/// What follows `=` directly is an attribute of a page, such as a class.
pub fn quoted_ids(source: &str) -> BTreeSet<&str> {
    let pieces: Vec<&str> = source.split('"').collect();
    let is_id = |text: &str| {
        text.contains('-')
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && !text.ends_with('-')
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    let quoted = pieces.windows(2).filter(|pair| is_id(pair[1]) && !pair[0].ends_with('='));
    quoted.map(|pair| pair[1]).collect()
}

/// Beginnings of ids that are put together at run time: `format!("desk-notice-{kind}")`.
pub fn quoted_beginnings(source: &str) -> BTreeSet<&str> {
    let cut = source.split('"').filter_map(|text| text.split_once('{').map(|(beginning, _)| beginning));
    cut.filter(|beginning| beginning.ends_with('-') && quoted_ids(&format!("\"{beginning}x\"")).len() == 1)
        .collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.expect("a folder can be listed").path()).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
