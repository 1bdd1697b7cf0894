//! Takes connections, and gives each the time that a browser needs and no more.

use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::sleep;

/// How long the head of a request may take. Whoever opens a connection and says nothing would hold it for ever.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait when there are more connections than the system allows.
const PAUSE: Duration = Duration::from_millis(100);

/// Takes connections until the process ends.
pub(super) async fn listen(listener: TcpListener, router: Router) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => drop(tokio::spawn(answer(stream, router.clone()))),
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
