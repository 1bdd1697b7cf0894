//! Where the preview answers: taking a port, and the addresses that lead there.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, ToSocketAddrs, UdpSocket};

use crate::pipeline::Unusable;
use crate::words::Msg;

/// The port unless somebody says otherwise.
const PORT: u16 = 4444;
/// How many further ports are tried when it is busy: two previews, or a few forgotten ones, should not need an option.
const FURTHER_PORTS: u16 = 20;

/// Where the preview shall answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// The name or address; without one, only this computer can reach the preview.
    pub host: Option<String>,
    /// The port, which must be free then; 0 is any that is.
    pub port: Option<u16>,
    /// Whether a browser is opened.
    pub open: bool,
}

/// Where the preview answers.
#[derive(Debug)]
pub(super) struct Bound {
    pub(super) listener: TcpListener,
    pub(super) address: SocketAddr,
    /// The port that was busy, when another was taken instead.
    pub(super) instead_of: Option<u16>,
}

impl Address {
    /// Takes the port.
    pub(super) fn bind(&self) -> Result<Bound, Box<Unusable>> {
        let addresses = self.resolve()?;
        let first = self.port.unwrap_or(PORT);
        let last = if self.port.is_some() { first } else { PORT + FURTHER_PORTS };
        for port in first..=last {
            let addresses: Vec<_> = addresses.iter().map(|&address| SocketAddr::new(address, port)).collect();
            let bound = TcpListener::bind(&*addresses).and_then(|listener| Ok((listener.local_addr()?, listener)));
            match bound {
                Ok((address, listener)) => {
                    let instead_of = (port != first).then_some(first);
                    return Ok(Bound { listener, address, instead_of });
                }
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
                Err(error) => return Err(refused(&addresses, &error)),
            }
        }
        Err(busy(first, last))
    }

    fn resolve(&self) -> Result<Vec<IpAddr>, Box<Unusable>> {
        let Some(host) = &self.host else { return Ok(vec![Ipv4Addr::LOCALHOST.into()]) };
        let name = host.trim_start_matches('[').trim_end_matches(']');
        let unknown = |cause: String| {
            let message = Msg::PreviewHostUnknown { host: host.into(), cause: cause.into() };
            Box::new(Unusable { message, helps: vec![Msg::PreviewHostHelp] })
        };
        let found: Vec<IpAddr> = match (name, 0).to_socket_addrs() {
            Ok(addresses) => addresses.map(|address| address.ip()).collect(),
            Err(error) => return Err(unknown(error.to_string())),
        };
        if found.is_empty() { Err(unknown(io::Error::from(io::ErrorKind::NotFound).to_string())) } else { Ok(found) }
    }
}

impl Bound {
    /// Whether others than this computer can reach the preview.
    pub(super) fn is_exposed(&self) -> bool {
        !self.address.ip().is_loopback()
    }

    /// The address for a browser on this computer.
    pub(super) fn url(&self, base: &str) -> String {
        let ip = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        format!("http://{}{base}", SocketAddr::new(ip, self.address.port()))
    }

    /// The address for browsers on other computers, as far as it can be known.
    pub(super) fn outer_url(&self, base: &str) -> Option<String> {
        let ip = self.address.ip();
        let ip = if ip.is_unspecified() { outer_address()? } else { ip };
        Some(format!("http://{}{base}", SocketAddr::new(ip, self.address.port())))
    }
}

/// The address of this computer in its network. Choosing a way to an address for documentation tells it; nothing is
/// sent.
fn outer_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    let ip = socket.local_addr().ok()?.ip();
    (!ip.is_loopback() && !ip.is_unspecified()).then_some(ip)
}

fn busy(first: u16, last: u16) -> Box<Unusable> {
    let message = match first == last {
        true => Msg::PreviewPortBusy { port: first.to_string().into() },
        false => Msg::PreviewPortsBusy { first: first.to_string().into(), last: last.to_string().into() },
    };
    Box::new(Unusable { message, helps: vec![Msg::PreviewPortHelp] })
}

fn refused(addresses: &[SocketAddr], error: &io::Error) -> Box<Unusable> {
    let address = addresses.first().map(ToString::to_string).unwrap_or_default();
    let message = Msg::PreviewAddressRefused { address: address.into(), cause: error.to_string().into() };
    let help = match error.kind() {
        io::ErrorKind::PermissionDenied => Msg::PreviewPortDeniedHelp,
        _ => Msg::PreviewHostHelp,
    };
    Box::new(Unusable { message, helps: vec![help] })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(host: Option<&str>, port: Option<u16>) -> Address {
        Address { host: host.map(str::to_owned), port, open: false }
    }

    #[test]
    fn a_port_that_was_asked_for_is_taken_or_named() {
        let bound = address(None, Some(0)).bind().expect("some port is free");
        assert!(bound.address.ip().is_loopback() && bound.address.port() != 0 && !bound.is_exposed());
        let port = bound.address.port();
        let refused = address(None, Some(port)).bind().expect_err("it is taken");
        assert_eq!(refused.message, Msg::PreviewPortBusy { port: port.to_string().into() });
    }

    #[test]
    fn an_address_that_is_not_ours_is_refused() {
        assert!(address(Some("192.0.2.77"), Some(0)).bind().is_err());
        assert!(address(Some("no such host"), Some(0)).bind().is_err());
    }

    #[test]
    fn everywhere_has_an_address_for_this_computer() {
        let bound = address(Some("0.0.0.0"), Some(0)).bind().expect("some port is free");
        assert!(bound.is_exposed());
        assert_eq!(bound.url("/repo/"), format!("http://127.0.0.1:{}/repo/", bound.address.port()));
    }
}
