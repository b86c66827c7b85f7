//! Many people at once, who hand in while something happens.

use std::{
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    thread,
};

use super::{
    client::{Client, Counts},
    round::Round,
};

const AT_ONCE: usize = 16;

/// Everybody collects and hands in. Who has done so thinks better of it, again and again, until it has happened.
pub fn hands_in_while<'round>(
    round: &'round Round,
    links: &'round [String],
    doors: &[&str],
    happens: impl FnOnce(),
) -> (Vec<Client<'round>>, Counts) {
    let (over, next) = (AtomicBool::new(false), AtomicUsize::new(0));
    thread::scope(|threads| {
        let some = || {
            let (mut mine, mut counts) = (Vec::new(), Counts::default());
            while let Some(link) = links.get(next.fetch_add(1, Ordering::Relaxed)) {
                let mut client = Client::new(round, link, doors, &mut counts);
                client.collects(&mut counts);
                client.hands_in(&mut counts);
                mine.push(client);
            }
            while !over.load(Ordering::Relaxed) {
                for client in &mut mine {
                    client.replaces(&mut counts);
                }
            }
            (mine, counts)
        };
        let running: Vec<_> = (0..AT_ONCE).map(|_| threads.spawn(some)).collect();
        // Whoever waits for the end must not wait for ever.
        let happened = std::panic::catch_unwind(std::panic::AssertUnwindSafe(happens));
        over.store(true, Ordering::Relaxed);
        let (mut clients, mut counts) = (Vec::new(), Counts::default());
        for one in running {
            let (some, counted) = one.join().unwrap();
            clients.extend(some);
            counts.add(counted);
        }
        if let Err(fault) = happened {
            std::panic::resume_unwind(fault);
        }
        (clients, counts)
    })
}

/// Everybody collects and hands in, once.
pub fn hands_in<'round>(round: &'round Round, links: &'round [String], doors: &[&str]) -> (Vec<Client<'round>>, Counts) {
    hands_in_while(round, links, doors, || ())
}
