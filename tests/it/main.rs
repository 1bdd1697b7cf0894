//! The program and its sites, tested from outside.

mod alignment;
mod allow;
mod anything;
mod bundled;
mod cli;
mod damage;
mod facts;
mod faults_content;
mod faults_files;
mod faults_templates;
mod faults_write;
mod faults_yaml;
mod faulty;
mod guards;
mod languages;
mod links;
mod markdown;
mod mistakes;
mod output;
mod serve;
mod site;
mod states;
mod themes;
