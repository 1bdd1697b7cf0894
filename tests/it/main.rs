//! The program and its sites, tested from outside.

mod cli;
