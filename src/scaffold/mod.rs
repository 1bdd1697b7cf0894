//! Scaffold: the shell that changes the sources of a site.

pub mod fix;
