//! taiyaku: a bilingual static information site generator that keeps two languages telling the same facts.

pub mod check;
pub mod cli;
pub mod clock;
pub mod date;
pub mod diagnostic;
pub mod facts;
pub mod html;
pub mod japanese;
pub mod lang;
pub mod load;
pub mod output;
pub mod parse;
pub mod path;
pub mod pipeline;
pub mod prh;
pub mod progress;
pub mod redirect;
pub mod render;
pub mod resolve;
pub mod scaffold;
pub mod serve;
pub mod site_path;
pub mod source;
pub mod words;
pub mod write;
pub mod yaml;
