//! Decides who may ask: the preview answers its user's browser, not pages of other sites that this browser shows.
//!
//! A page from elsewhere can make a browser send requests here, and a foreign name can be made to lead to this
//! computer. So the name that was asked for must be one that only this computer has, and requests that a browser
//! marks as coming from another site are refused.

use std::net::IpAddr;

use axum::http::HeaderMap;
use axum::http::header::{HOST, HeaderName, ORIGIN};
use axum::http::uri::Authority;

/// The names that the preview answers to.
#[derive(Debug)]
pub(super) struct Guard {
    /// The address that it listens at.
    pub(super) bound: IpAddr,
    /// What `--host` named.
    pub(super) named: Option<String>,
}

/// Why a request is refused.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It names no host, several, or something that is no host.
    NoHost,
    /// It names a host that is not ours.
    ForeignHost(String),
    /// A page of another site has made it.
    ForeignPage,
}

impl Guard {
    /// Looks at the headers of a request. The host that it names is given back.
    pub(super) fn admit(&self, headers: &HeaderMap) -> Result<Authority, Refusal> {
        let host = host(headers).ok_or(Refusal::NoHost)?;
        if !self.answers_to(host.host()) {
            return Err(Refusal::ForeignHost(host.host().to_owned()));
        }
        let origin = headers.get_all(ORIGIN).iter().all(|origin| is_own_origin(origin.as_bytes(), &host));
        if origin && !is_embedded_elsewhere(headers) { Ok(host) } else { Err(Refusal::ForeignPage) }
    }

    fn answers_to(&self, host: &str) -> bool {
        let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
        if host == "localhost" || host.ends_with(".localhost") {
            return true;
        }
        if self.named.as_ref().is_some_and(|named| named.eq_ignore_ascii_case(&host)) {
            return true;
        }
        let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
        // An address in digits cannot be a foreign name that leads here, so all are right when we listen at all of ours.
        address.is_ok_and(|address| address.is_loopback() || address == self.bound || self.bound.is_unspecified())
    }
}

/// Whether a request comes from a page of ours, and says so.
pub(super) fn has_own_origin(headers: &HeaderMap, host: &Authority) -> bool {
    headers.get(ORIGIN).is_some_and(|origin| is_own_origin(origin.as_bytes(), host))
}

fn host(headers: &HeaderMap) -> Option<Authority> {
    let mut hosts = headers.get_all(HOST).iter();
    let (host, None) = (hosts.next()?, hosts.next()) else { return None };
    let host = Authority::try_from(host.as_bytes()).ok()?;
    // What is left beside the name must be a port: no user, and no number that is none.
    let is_whole = host.port_u16().map_or(host.as_str() == host.host(), |_| !host.as_str().contains('@'));
    (is_whole && !host.host().is_empty()).then_some(host)
}

fn is_own_origin(origin: &[u8], host: &Authority) -> bool {
    let Ok(origin) = std::str::from_utf8(origin) else { return false };
    let authority = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
    authority.is_some_and(|authority| authority.eq_ignore_ascii_case(host.as_str()))
}

/// Whether a page of another site asks for a part of itself. A link from another site to the preview is no harm.
fn is_embedded_elsewhere(headers: &HeaderMap) -> bool {
    let is = |name: &'static str, value: &str| {
        headers.get(HeaderName::from_static(name)).is_some_and(|header| header.as_bytes() == value.as_bytes())
    };
    let is_link = is("sec-fetch-mode", "navigate") && is("sec-fetch-dest", "document");
    is("sec-fetch-site", "cross-site") && !is_link
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(lines: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(HeaderName::from_static(name), value.parse().expect("a header"));
        }
        headers
    }

    fn guard(bound: &str, named: Option<&str>) -> Guard {
        Guard { bound: bound.parse().expect("an address"), named: named.map(str::to_owned) }
    }

    fn admits(guard: &Guard, host: &str) -> bool {
        guard.admit(&headers(&[("host", host)])).is_ok()
    }

    #[test]
    fn only_names_of_this_computer_are_answered() {
        let local = guard("127.0.0.1", None);
        for host in
            ["localhost", "LOCALHOST:4444", "site.localhost:1", "127.0.0.1:4444", "127.8.8.8", "[::1]:80", "localhost."]
        {
            assert!(admits(&local, host), "{host}");
        }
        for host in [
            "evil.example",
            "localhost.evil.example",
            "evillocalhost",
            "192.168.1.2",
            "0.0.0.0",
            "[::]",
            "127.0.0.1.nip.io",
        ] {
            assert_eq!(local.admit(&headers(&[("host", host)])), Err(Refusal::ForeignHost(host.to_owned())), "{host}");
        }
        for host in ["", "[::1", "a b", "user@localhost", "localhost:99999", "localhost:x", "localhost/x"] {
            assert_eq!(local.admit(&headers(&[("host", host)])), Err(Refusal::NoHost), "{host}");
        }
        assert_eq!(local.admit(&headers(&[])), Err(Refusal::NoHost));
        assert_eq!(local.admit(&headers(&[("host", "localhost"), ("host", "localhost")])), Err(Refusal::NoHost));
    }

    #[test]
    fn a_chosen_address_is_answered_too() {
        let open = guard("0.0.0.0", None);
        assert!(admits(&open, "192.168.1.2:4444") && !admits(&open, "evil.example"));
        let named = guard("192.168.1.2", Some("Desk.local"));
        assert!(admits(&named, "desk.local:4444") && admits(&named, "192.168.1.2") && !admits(&named, "192.168.1.3"));
    }

    #[test]
    fn pages_of_other_sites_get_nothing() {
        let local = guard("127.0.0.1", None);
        let asks = |lines: &[(&'static str, &str)]| {
            let lines = [&[("host", "localhost:4444")], lines].concat();
            local.admit(&headers(&lines)).is_ok()
        };
        assert!(asks(&[("origin", "http://localhost:4444")]));
        for origin in ["https://evil.example", "null", "http://localhost:80", "http://127.0.0.1:4444", "localhost:4444"]
        {
            assert!(!asks(&[("origin", origin)]), "{origin}");
        }
        assert!(!asks(&[
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-mode", "no-cors"),
            ("sec-fetch-dest", "script")
        ]));
        assert!(!asks(&[
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-dest", "iframe")
        ]));
        assert!(asks(&[
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-dest", "document")
        ]));
        assert!(asks(&[("sec-fetch-site", "same-origin"), ("sec-fetch-mode", "cors")]));
    }

    #[test]
    fn the_channel_wants_an_origin() {
        let host = Authority::from_static("localhost:4444");
        assert!(has_own_origin(&headers(&[("origin", "http://localhost:4444")]), &host));
        assert!(!has_own_origin(&headers(&[]), &host));
    }
}
