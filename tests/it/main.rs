//! The program and its sites, tested from outside.

mod bundled;
mod cli;
mod mistakes;
mod serve;
mod site;
