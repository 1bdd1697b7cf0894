//! The program and its sites, tested from outside.

mod alignment;
mod bundled;
mod cli;
mod damage;
mod serve;
mod site;
mod states;
