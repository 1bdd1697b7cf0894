//! Filling the holes of a body: what the site decides goes into what the page alone decided.

use super::{contact, link};
use crate::html::{self, Anchor};
use crate::parse::{Image, Link, Piece};
use crate::resolve::{Bound, Edition, Page, Site};
use crate::words::Word;

/// The body of a page as HTML. `menu_link` ends each h2 section with a link back to the menu.
pub(super) fn html(site: &Site, page: &Page, menu_link: bool) -> String {
    let edition = site.edition(page);
    let links = page.links.iter().zip(&edition.document.body.links);
    let titled = |(bound, link): (_, &Link)| Anchor {
        title: edition.words(&link.title),
        ..link::anchor(site, page.lang, edition.document.lang, bound)
    };
    let anchors: Vec<Anchor> = links.map(titled).collect();
    let mut filler =
        Filler { site, page, edition, anchors: &anchors, menu_link, out: String::new(), phrases: Vec::new() };
    for piece in &edition.document.body.pieces {
        filler.piece(piece);
    }
    filler.out
}

struct Filler<'a> {
    site: &'a Site,
    page: &'a Page,
    edition: &'a Edition,
    anchors: &'a [Anchor],
    menu_link: bool,
    out: String,
    /// Where the open texts begin whose lines end between phrases.
    phrases: Vec<usize>,
}

impl Filler<'_> {
    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Html(html) => self.out.push_str(html),
            Piece::HeadingId(index) => html::push_attribute(&mut self.out, &self.edition.ids[*index as usize]),
            Piece::QuestionId(index) => {
                html::push_attribute(&mut self.out, &self.edition.question_ids[*index as usize]);
            }
            Piece::FactAlone(index) => self.fact_alone(*index as usize),
            Piece::Fact { index, plain } => self.fact(*index as usize, *plain),
            Piece::LinkStart(index) => self.link_start(*index as usize),
            Piece::LinkEnd(index) => self.anchors[*index as usize].push_end(&mut self.out),
            Piece::Image(index) => self.image(*index as usize),
            Piece::Word(word) => self.word(word),
            Piece::SectionEnd => self.section_end(),
            Piece::PhrasesStart => self.phrases.push(self.out.len()),
            Piece::PhrasesEnd => self.phrases_end(),
        }
    }

    fn phrases_end(&mut self) {
        let phrases = self.site.input.settings.phrases.has(self.edition.document.lang);
        if let (Some(start), Some(phrases)) = (self.phrases.pop(), phrases) {
            let marked = phrases.mark(&self.out[start..]);
            self.out.truncate(start);
            self.out.push_str(&marked);
        }
    }

    fn fact(&mut self, index: usize, plain: bool) {
        match &self.edition.facts[index] {
            Ok(shown) if plain => html::push_text(&mut self.out, &shown.text),
            Ok(shown) => self.out.push_str(&shown.html),
            Err(_) => html::push_text(&mut self.out, &self.edition.document.uses[index].path),
        }
    }

    /// A paragraph that is one fact: a contact with all its lines, else the fact as anywhere.
    fn fact_alone(&mut self, index: usize) {
        let lang = self.edition.document.lang;
        match contact::data(self.site, &self.edition.document.uses[index].path, lang) {
            Some(contact) => contact.push_html(&mut self.out, self.site, lang),
            None => {
                self.out.push_str("<p>");
                self.fact(index, false);
                self.out.push_str("</p>\n");
            }
        }
    }

    fn link_start(&mut self, index: usize) {
        let anchor = &self.anchors[index];
        anchor.push_start(&mut self.out);
        let link = &self.edition.document.body.links[index];
        if link.text.is_blank() && !link.has_image {
            html::push_text(&mut self.out, &anchor.text);
        }
    }

    fn image(&mut self, index: usize) {
        let image = &self.edition.document.body.images[index];
        let Bound::Asset { asset, .. } = &self.page.images[index] else { return self.missing_image(image) };
        let asset = &self.site.input.assets[*asset];
        let src = link::asset_url(self.site, &asset.path);
        let title = self.edition.words(&image.title);
        if image.figure {
            self.out.push_str("<figure>");
        }
        self.out.push_str("<img src=\"");
        html::push_attribute(&mut self.out, &src);
        self.out.push_str("\" alt=\"");
        html::push_attribute(&mut self.out, &self.edition.words(&image.alt));
        if !image.figure && !title.is_empty() {
            self.out.push_str("\" title=\"");
            html::push_attribute(&mut self.out, &title);
        }
        if let Some((width, height)) = asset.dimensions {
            self.out.push_str(&format!("\" width=\"{width}\" height=\"{height}"));
        }
        if let Some(number) = image.description {
            self.out.push_str(&format!("\" aria-details=\"ui:description-{number}"));
        }
        self.out.push_str("\">");
        if image.figure {
            self.out.push_str("<figcaption>");
            self.out.push_str(&self.edition.html(&image.title));
            self.out.push_str("</figcaption></figure>\n");
        }
    }

    /// Where an image cannot be shown, its text alternative stands.
    fn missing_image(&mut self, image: &Image) {
        html::push_text(&mut self.out, &self.edition.words(&image.alt));
    }

    fn word(&mut self, word: &Word) {
        let tag = self.site.input.settings.languages.tag(self.edition.document.lang);
        html::push_attribute(&mut self.out, &self.site.words.word(tag, word));
    }

    fn section_end(&mut self) {
        if self.menu_link {
            self.out.push_str("<p class=\"back-to-menu\"><a href=\"#menu\">");
            self.word(&Word::BackToMenu);
            self.out.push_str("</a></p>\n");
        }
    }
}
