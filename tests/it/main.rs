//! The program and its sites, tested from outside.

mod bundled;
mod cli;
mod faults_content;
mod faults_files;
mod faults_templates;
mod faults_write;
mod faults_yaml;
mod faulty;
mod guards;
mod mistakes;
mod serve;
mod site;
mod text_rules;
