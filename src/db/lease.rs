//! Leases are short, so that another server goes on soon after one has died; whoever works says every few seconds that it lives.

use std::time::Duration;

use futures_util::future::{self, Either};

pub const LEASE: Duration = Duration::from_secs(20);

const SIGN_OF_LIFE: Duration = Duration::from_secs(5);

/// Does the work, and gives signs of life meanwhile.
pub async fn with_signs_of_life<T, S: Future<Output = ()>>(work: impl Future<Output = T>, sign: impl Fn() -> S) -> T {
    let signs = async {
        loop {
            tokio::time::sleep(SIGN_OF_LIFE).await;
            sign().await;
        }
    };
    tokio::pin!(work, signs);
    match future::select(work, signs).await {
        Either::Left((done, _)) => done,
        // It has no end.
        Either::Right((never, _)) => never,
    }
}
