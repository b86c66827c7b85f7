//! How many may listen at once: each holds a seat, which is free again when it is dropped.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

#[derive(Clone, Debug)]
pub struct Seats {
    taken: Arc<AtomicUsize>,
    most: usize,
}

#[derive(Debug)]
pub struct Seat(Arc<AtomicUsize>);

impl Seats {
    pub fn new(most: usize) -> Self {
        Self { taken: Arc::default(), most }
    }

    /// `None` when all are taken.
    pub fn take(&self) -> Option<Seat> {
        let more = |taken: usize| (taken < self.most).then_some(taken + 1);
        self.taken.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more).ok()?;
        Some(Seat(self.taken.clone()))
    }

    pub fn taken(&self) -> usize {
        self.taken.load(Ordering::Relaxed)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seat_is_free_again_when_somebody_goes() {
        let seats = Seats::new(2);
        let (one, other) = (seats.take().unwrap(), seats.take().unwrap());
        assert!(seats.take().is_none());
        drop(one);
        assert!(seats.take().is_some());
        drop(other);
        assert_eq!(seats.taken(), 0);
    }
}
