//! The program and its sites, tested from outside.

mod allow;
mod anything;
mod bundled;
mod cli;
mod emphasis;
mod facts;
mod faults_content;
mod faults_files;
mod faults_templates;
mod faults_write;
mod faults_yaml;
mod faulty;
mod guards;
mod japanese;
mod languages;
mod links;
mod markdown;
mod mistakes;
mod output;
mod serve;
mod site;
mod text_rules;
mod themes;
