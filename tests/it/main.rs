//! The program and its sites, tested from outside.

mod bundled;
mod cli;
mod parity;
mod serve;
mod site;
mod trust;
