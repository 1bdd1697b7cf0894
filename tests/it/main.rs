//! The program and its sites, tested from outside.

mod bundled;
mod cli;
mod guards;
mod serve;
mod site;
