//! The theme: templates, words and static files, gathered from the site, its theme, the themes that this one
//! extends, and the built-in one, in this order: what comes first wins.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::decode::decode;
use super::memory::{Memory, Part};
use super::read::{bytes, keep};
use super::settings::JUDGE;
use super::walk::Found;
use super::{Settings, StaticFile, Template, Theme, WordSource};
use crate::diagnostic::{Finding, Findings, did_you_mean, rule};
use crate::source::{Place, Source, SourcePath, Sources};
use crate::words::{Msg, TOOL};
use crate::yaml::{self, Decoder};

/// The name of the built-in theme.
const BUILT_IN: &str = "default";

/// The files of the built-in theme by their path below it.
pub type BuiltIn<'a> = &'a [(&'a str, &'a [u8])];

/// The most bytes of a static file of a theme, which is held in memory.
const MAX_STATIC: u64 = 64 << 20;

/// Loads everything that a site looks like.
pub(super) fn theme(root: &Path, settings: &Settings, built_in: BuiltIn<'_>, memory: &mut Memory) -> Part<Theme> {
    let (mut findings, mut sources) = (Findings::new(), Sources::default());
    let mut layers = vec![site_layer(root, memory, &mut findings)];
    chain(root, settings, &mut layers, memory, &mut findings, &mut sources);
    layers.push(built_in_layer(built_in));
    let theme = gather(&layers, settings, &mut findings, &mut sources);
    let templates = theme.templates.iter().map(|template| &template.source);
    let words = theme.words.iter().map(|words| &words.source);
    templates.chain(words).for_each(|source| sources.insert(source.clone()));
    Part { value: Arc::new(theme), findings, sources: Arc::new(sources) }
}

/// One place that a site's looks come from.
struct Layer {
    /// The theme's name; `None` is the site itself.
    name: Option<String>,
    is_built_in: bool,
    /// Its files by their path below it.
    files: BTreeMap<String, LayerFile>,
}

/// A file of a layer.
struct LayerFile {
    path: SourcePath,
    bytes: Arc<[u8]>,
}

/// The site's own templates and words.
fn site_layer(root: &Path, memory: &mut Memory, findings: &mut Findings) -> Layer {
    let mut files = BTreeMap::new();
    for folder in ["templates", "locales"] {
        let (found, more) = memory.walk(root, folder);
        findings.extend(more);
        read(&found, "", memory, &mut files, findings);
    }
    Layer { name: None, is_built_in: false, files }
}

fn built_in_layer(built_in: BuiltIn<'_>) -> Layer {
    let file = |&(path, bytes): &(&str, &[u8])| {
        let shown = SourcePath::new(&format!("(taiyaku)/themes/{BUILT_IN}/{path}"));
        (path.to_owned(), LayerFile { path: shown, bytes: bytes.into() })
    };
    Layer { name: Some(BUILT_IN.to_owned()), is_built_in: true, files: built_in.iter().map(file).collect() }
}

/// The site's theme and the themes that it extends, up to the built-in one.
fn chain(
    root: &Path,
    settings: &Settings,
    layers: &mut Vec<Layer>,
    memory: &mut Memory,
    findings: &mut Findings,
    sources: &mut Sources,
) {
    let mut name = settings.theme.clone();
    let mut place = settings.theme_place.clone();
    let mut seen: Vec<String> = Vec::new();
    loop {
        if seen.contains(&name) {
            seen.push(name);
            let message = Msg::ThemeCycle { names: seen.join(" → ").into() };
            findings.push(Finding::new(&rule::CONFIG_VALUE, place, message));
            return;
        }
        let Some(layer) = disk_layer(root, &name, &place, memory, findings) else { return };
        let next = extends(&layer, findings, sources);
        layers.push(layer);
        seen.push(name);
        match next {
            Some((next_name, next_place)) => (name, place) = (next_name, next_place),
            None => return,
        }
    }
}

/// A theme of the folder `themes`. The built-in theme need not be there.
fn disk_layer(root: &Path, name: &str, place: &Place, memory: &mut Memory, findings: &mut Findings) -> Option<Layer> {
    let folder = format!("themes/{name}");
    let is_name = crate::path::OutPath::new(name).is_ok() && !name.contains('/');
    // Walked in any case: the memory must notice when the folder comes.
    let walked = is_name.then(|| memory.walk(root, &folder));
    let Some((found, more)) = walked.filter(|_| root.join(&folder).is_dir()) else {
        if name != BUILT_IN {
            findings.push(unknown_theme(root, name, place));
        }
        return None;
    };
    findings.extend(more);
    let mut files = BTreeMap::new();
    read(&found, &folder, memory, &mut files, findings);
    Some(Layer { name: Some(name.to_owned()), is_built_in: false, files })
}

fn unknown_theme(root: &Path, name: &str, place: &Place) -> Finding {
    let mut names: Vec<String> = std::fs::read_dir(root.join("themes"))
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| !name.starts_with('.'))
        .chain([BUILT_IN.to_owned()])
        .collect();
    names.sort();
    names.dedup();
    let help = match did_you_mean(name, names.iter().map(String::as_str)) {
        Some(right) => Msg::DidYouMean { right: right.into() },
        None => Msg::YamlChoices { choices: names.join(", ").into() },
    };
    let message = Msg::ThemeUnknown { name: name.into() };
    Finding::new(&rule::CONFIG_VALUE, place.clone(), message).help(help)
}

/// The theme that a theme's `theme.yaml` names, with the place.
fn extends(layer: &Layer, findings: &mut Findings, sources: &mut Sources) -> Option<(String, Place)> {
    let source = text(layer.files.get("theme.yaml")?, findings, sources)?;
    sources.insert(source.clone());
    let yaml = match yaml::parse(&source, 0..source.text().len(), &JUDGE) {
        Ok(yaml) => yaml,
        Err(more) => {
            findings.extend(more);
            return None;
        }
    };
    let mut decoder = Decoder::new(&source, &JUDGE);
    let fields = decoder.fields(&yaml.root, &["extends"]);
    let name = fields.and_then(|fields| fields.get("extends")).and_then(|node| decoder.text("extends", node));
    findings.extend(decoder.finish());
    name.map(|name| (name.value, source.place(name.span.range())))
}

/// Reads files into a layer, by their path below `folder`.
fn read(
    found: &[Found],
    folder: &str,
    memory: &mut Memory,
    files: &mut BTreeMap<String, LayerFile>,
    findings: &mut Findings,
) {
    for file in found {
        memory.note_age(file);
        let path = file.path.below(folder).unwrap_or(file.path.as_str()).to_owned();
        match bytes(file, MAX_STATIC) {
            Ok(bytes) => {
                files.insert(path, LayerFile { path: file.path.clone(), bytes: bytes.into() });
            }
            Err(finding) => findings.push(*finding),
        }
    }
}

fn text(file: &LayerFile, findings: &mut Findings, sources: &mut Sources) -> Option<Source> {
    keep(decode(&file.path, &file.bytes), findings, sources)
}

/// Joins the layers.
fn gather(layers: &[Layer], settings: &Settings, findings: &mut Findings, sources: &mut Sources) -> Theme {
    let mut words = Vec::new();
    for layer in layers.iter().rev() {
        layer_words(layer, settings, &mut words, findings, sources);
    }
    Theme { templates: templates(layers, findings, sources), words, statics: statics(layers) }
}

/// Every template by its name, and by its theme's name before it.
///
/// A site's own `themes/default` overrides the built-in theme of the same name; there `default/page.html` is the
/// built-in one, so that a template can extend what it overrides.
fn templates(layers: &[Layer], findings: &mut Findings, sources: &mut Sources) -> Vec<Template> {
    let mut full: BTreeMap<String, Source> = BTreeMap::new();
    let mut plain: BTreeMap<String, Source> = BTreeMap::new();
    for layer in layers {
        for (name, file) in below(layer, "templates/") {
            let Some(source) = text(file, findings, sources) else { continue };
            if let Some(theme) = &layer.name {
                let own = format!("{theme}/{name}");
                match layer.is_built_in {
                    true => drop(full.insert(own, source.clone())),
                    false => drop(full.entry(own).or_insert_with(|| source.clone())),
                }
            }
            plain.entry(name.to_owned()).or_insert(source);
        }
    }
    full.retain(|name, _| !plain.contains_key(name));
    let made = |is_entry| move |(name, source)| Template { name, source, is_entry };
    plain.into_iter().map(made(true)).chain(full.into_iter().map(made(false))).collect()
}

/// The words of `locales/LANG/site.ftl`. Other files there have no effect, which is said of the site's own.
fn layer_words(
    layer: &Layer,
    settings: &Settings,
    words: &mut Vec<WordSource>,
    findings: &mut Findings,
    sources: &mut Sources,
) {
    for (path, file) in below(layer, "locales/") {
        let skipped = || {
            let place = Place { file: file.path.clone(), span: None };
            Finding::new(&rule::NAME_SKIPPED, place, Msg::NameSkipped { name: file.path.file_name().into() })
        };
        match path.split_once('/') {
            Some((tag, "site.ftl")) => {
                if settings.languages.find(tag).is_some() {
                    words
                        .extend(text(file, findings, sources).map(|source| WordSource { tag: tag.to_owned(), source }));
                } else if layer.name.is_none() {
                    let tags: Vec<_> = settings.languages.tags().collect();
                    findings.push(skipped().help(Msg::FrontMatterLanguages { tags: tags.join(", ").into() }));
                }
            }
            // The program's own repository is a site too, and holds the program's words.
            Some((tag, "tool.ftl")) if is_own_words(tag, file) => {}
            _ => findings.push(skipped().help(Msg::ThemeWordsHelp)),
        }
    }
}

/// Whether a file holds the very words that the program was built with.
fn is_own_words(tag: &str, file: &LayerFile) -> bool {
    TOOL.iter().any(|(lang, text)| *lang == tag && text.as_bytes() == &*file.bytes)
}

fn statics(layers: &[Layer]) -> Vec<StaticFile> {
    let mut files: BTreeMap<&str, &LayerFile> = BTreeMap::new();
    for layer in layers {
        for (path, file) in below(layer, "static/") {
            files.entry(path).or_insert(file);
        }
    }
    let made = |(path, file): (&str, &LayerFile)| StaticFile { path: path.to_owned(), bytes: Arc::clone(&file.bytes) };
    files.into_iter().map(made).collect()
}

/// The files of a layer below a folder, by their path below it.
fn below<'a>(layer: &'a Layer, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a LayerFile)> {
    layer.files.iter().filter_map(move |(path, file)| Some((path.strip_prefix(folder)?, file)))
}
