//! The program and its sites, tested from outside.

mod bundled;
mod cli;
mod facts;
mod links;
mod markdown;
mod site;
