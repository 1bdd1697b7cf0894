//! Scaffold: the shell that changes what lies in a site's own folders when somebody asks for it.

#![expect(clippy::disallowed_methods, reason = "this shell writes into the site's folders")]

pub mod batch;
pub mod confirm;
mod edit;
pub mod fix;
pub mod init;
pub mod name;
pub mod new;
pub mod relocate;
pub mod translate;
