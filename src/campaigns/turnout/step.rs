//! What may be shown of how many have taken part: lower bounds that move in steps of at least k.
//!
//! Everyone who has collected is shown once, as one of a batch of at least k: a batch of one group, which the
//! figure of that group shows; or a batch of what was left over in several groups, which the total alone
//! shows. Batches never overlap, and whatever is shown is a sum of batches: so whatever is taken away from
//! whatever else, of one day or of several, either whole batches are left or nobody. Whoever knows these
//! rules knows no more than whoever reads the figures.
//!
//! Knows no survey, no clock and no database.

/// What is shown of one group, and what has been shown of it in the total alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    pub own: u32,
    pub in_total: u32,
}

/// One group as it stands at the hour of counting.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    pub size: u32,
    pub collected: u32,
    pub shown: Shown,
}

/// What is shown in total.
pub fn total(shown: impl IntoIterator<Item = Shown>) -> u32 {
    shown.into_iter().map(Shown::all).sum()
}

/// What is shown from now on, in the order of the groups.
pub fn step(groups: &[Group], k: u32) -> Vec<Shown> {
    let k = k.max(1);
    let size: u32 = groups.iter().map(|group| group.size).sum();
    let mut groups: Vec<Group> = groups.iter().map(|group| group.with_own_batch(k)).collect();
    for is_full in [true, false] {
        let taking_part = groups.iter().filter(|group| group.is_full(k) == is_full);
        let left_over: u32 = taking_part.clone().map(Group::left_over).sum();
        let most = if is_full {
            // k of all of them stay unseen, so that none of them is known to be complete.
            let sizes: u32 = taking_part.clone().map(|group| group.size).sum();
            sizes.saturating_sub(k).saturating_sub(total(taking_part.map(|group| group.shown)))
        } else if left_over >= (2 * k).max(size / 8) {
            // Fewer than k are left over in each of these: were it more, every one would have had a share.
            // They wait until they are many: in time most of them make a batch of their own group.
            (k - 1) * u32::try_from(taking_part.count()).unwrap_or(0).saturating_sub(1)
        } else {
            0
        };
        let mut batch = left_over.min(most);
        if batch >= k {
            for group in groups.iter_mut().filter(|group| group.is_full(k) == is_full) {
                let share = group.left_over().min(batch);
                group.shown.in_total += share;
                batch -= share;
            }
        }
    }
    groups.into_iter().map(|group| group.shown).collect()
}

impl Shown {
    fn all(self) -> u32 {
        self.own + self.in_total
    }
}

impl Group {
    /// One batch further, if there is one: never within k of the whole group.
    fn with_own_batch(self, k: u32) -> Self {
        let batch = self.left_over().min(self.room(k));
        if batch < k {
            return self;
        }
        Self { shown: Shown { own: self.shown.own + batch, ..self.shown }, ..self }
    }

    /// Who has collected and is not shown at all.
    fn left_over(&self) -> u32 {
        self.collected.saturating_sub(self.shown.all())
    }

    fn room(&self, k: u32) -> u32 {
        self.size.saturating_sub(k).saturating_sub(self.shown.all())
    }

    /// Whether its own figure can go no further. That of a group smaller than 2k never begins.
    fn is_full(&self, k: u32) -> bool {
        self.room(k) < k
    }
}

#[cfg(test)]
#[path = "step_tests.rs"]
mod tests;
