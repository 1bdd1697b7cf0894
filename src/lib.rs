//! taiyaku.
