//! The program and its sites, tested from outside.

mod bundled;
mod cli;
mod faults_files;
mod faulty;
mod site;
