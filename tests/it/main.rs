//! The program and its sites, tested from outside.

mod bundled;
mod cli;
mod eras;
mod faults_content;
mod faults_files;
mod faults_templates;
mod faults_yaml;
mod faulty;
mod mistakes;
mod phrases;
mod serve;
mod site;
