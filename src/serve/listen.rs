//! Takes connections, and gives each the time that a browser needs and no more.

use std::net::IpAddr;
use std::time::Duration;

use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::sleep;

/// How long the head of a request may take. Whoever opens a connection and says nothing would hold it for ever.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait when there are more connections than the system allows.
const PAUSE: Duration = Duration::from_millis(100);

/// Who is at the other end of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Peer {
    /// Somebody on this computer, who may change its files.
    Here,
    /// Somebody on the network, who may look.
    Elsewhere,
}

impl Peer {
    /// Who comes from one address to the other, which is ours.
    fn of(theirs: IpAddr, ours: IpAddr) -> Self {
        let (theirs, ours) = (theirs.to_canonical(), ours.to_canonical());
        if theirs.is_loopback() || theirs == ours { Self::Here } else { Self::Elsewhere }
    }
}

/// Takes connections until the process ends.
pub(super) async fn listen(listener: TcpListener, router: Router) {
    loop {
        match listener.accept().await {
            Ok((stream, theirs)) => {
                let ours = stream.local_addr().ok();
                let peer = ours.map_or(Peer::Elsewhere, |ours| Peer::of(theirs.ip(), ours.ip()));
                drop(tokio::spawn(answer(stream, router.clone().layer(Extension(peer)))));
            }
            Err(_) => sleep(PAUSE).await,
        }
    }
}

/// Answers the requests of one connection. When it breaks, whoever is at its other end knows.
async fn answer(stream: TcpStream, router: Router) {
    // Answers are small and whole; waiting for more to send would only delay them.
    drop(stream.set_nodelay(true));
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(PATIENCE);
    let connection = server.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    drop(connection.with_upgrades().await);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_computer_is_here() {
        for (theirs, ours, peer) in [
            ("127.0.0.1", "127.0.0.1", Peer::Here),
            ("::ffff:127.0.0.1", "::ffff:127.0.0.1", Peer::Here),
            ("::1", "::1", Peer::Here),
            ("192.168.0.5", "192.168.0.5", Peer::Here),
            ("192.168.0.9", "192.168.0.5", Peer::Elsewhere),
            ("fe80::1", "fe80::2", Peer::Elsewhere),
        ] {
            let address = |text: &str| text.parse().expect("an address");
            assert_eq!(Peer::of(address(theirs), address(ours)), peer, "{theirs} {ours}");
        }
    }
}
