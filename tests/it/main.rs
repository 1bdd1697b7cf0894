//! The program and its sites, tested from outside.

mod allow;
mod anything;
mod bundled;
mod cli;
mod facts;
mod languages;
mod links;
mod markdown;
mod output;
mod site;
mod themes;
