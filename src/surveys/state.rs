//! The life of a round, with what each stage knows; and which stage may follow which.

use super::Window;
use crate::clock::Moment;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Everything may change. The window is what has been thought of so far.
    Draft {
        window: Option<Window>,
    },
    /// Opens by itself. `trouble`: why it could not at its minute, as the verb that opens wrote it.
    Scheduled {
        window: Window,
        trouble: Option<String>,
    },
    Open {
        window: Window,
        opened: Moment,
    },
    Closed {
        window: Window,
        opened: Moment,
        closed: Moment,
    },
    Published {
        window: Window,
        opened: Moment,
        closed: Moment,
        published: Moment,
    },
}

/// Why one stage does not follow another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotNow {
    #[error("it is not a draft")]
    NotADraft,
    #[error("it is not scheduled")]
    NotScheduled,
    #[error("it is not open")]
    NotOpen,
    #[error("it is not closed")]
    NotClosed,
    #[error("it opens in the past, or closes before it opens")]
    WindowPast,
    #[error("it is not time yet")]
    TooEarly,
    #[error("a close can only be put off")]
    NotLater,
}

impl State {
    pub const fn window(&self) -> Option<Window> {
        match self {
            Self::Draft { window } => *window,
            Self::Scheduled { window, .. }
            | Self::Open { window, .. }
            | Self::Closed { window, .. }
            | Self::Published { window, .. } => Some(*window),
        }
    }

    /// When it closed, if it has.
    pub const fn over_since(&self) -> Option<Moment> {
        match self {
            Self::Closed { closed, .. } | Self::Published { closed, .. } => Some(*closed),
            Self::Draft { .. } | Self::Scheduled { .. } | Self::Open { .. } => None,
        }
    }

    pub const fn is_draft(&self) -> bool {
        matches!(self, Self::Draft { .. })
    }

    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Open { .. })
    }

    /// Whether staff were ever asked: from then on its promises stand.
    pub const fn has_opened(&self) -> bool {
        !matches!(self, Self::Draft { .. } | Self::Scheduled { .. })
    }

    pub fn scheduled(&self, window: Window, now: Moment) -> Result<Self, NotNow> {
        match self {
            Self::Draft { .. } if window.opens < now || window.closes <= window.opens => Err(NotNow::WindowPast),
            Self::Draft { .. } => Ok(Self::Scheduled { window, trouble: None }),
            _ => Err(NotNow::NotADraft),
        }
    }

    pub fn unscheduled(&self) -> Result<Self, NotNow> {
        match self {
            Self::Scheduled { window, .. } => Ok(Self::Draft { window: Some(*window) }),
            _ => Err(NotNow::NotScheduled),
        }
    }

    /// At its minute or later, as long as it has not passed altogether.
    pub fn opened(&self, now: Moment) -> Result<Self, NotNow> {
        match self {
            Self::Scheduled { window, .. } if now < window.opens => Err(NotNow::TooEarly),
            Self::Scheduled { window, .. } if now >= window.closes => Err(NotNow::WindowPast),
            Self::Scheduled { window, .. } => Ok(Self::Open { window: *window, opened: now }),
            _ => Err(NotNow::NotScheduled),
        }
    }

    /// Only before the close, and only to a later one.
    pub fn extended(&self, closes: Moment, now: Moment) -> Result<Self, NotNow> {
        match self {
            Self::Open { window, .. } if now >= window.closes => Err(NotNow::NotOpen),
            Self::Open { window, .. } if closes <= window.closes => Err(NotNow::NotLater),
            Self::Open { window, opened } => Ok(Self::Open { window: Window { closes, ..*window }, opened: *opened }),
            _ => Err(NotNow::NotOpen),
        }
    }

    /// Not before its minute: what was announced holds.
    pub fn closed(&self, now: Moment) -> Result<Self, NotNow> {
        match self {
            Self::Open { window, .. } if now < window.closes => Err(NotNow::TooEarly),
            Self::Open { window, opened } => Ok(Self::Closed { window: *window, opened: *opened, closed: now }),
            _ => Err(NotNow::NotOpen),
        }
    }

    pub fn published(&self, now: Moment) -> Result<Self, NotNow> {
        match self {
            Self::Closed { window, opened, closed } => {
                Ok(Self::Published { window: *window, opened: *opened, closed: *closed, published: now })
            }
            _ => Err(NotNow::NotClosed),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(minute: i64) -> Moment {
        Moment::from_micros(minute * 60_000_000)
    }

    fn window() -> Window {
        Window { opens: at(10), closes: at(20) }
    }

    #[test]
    fn a_round_goes_its_way_and_no_other() {
        let draft = State::Draft { window: None };
        let scheduled = draft.scheduled(window(), at(5)).unwrap();
        assert_eq!(scheduled.opened(at(9)), Err(NotNow::TooEarly));
        assert_eq!(scheduled.opened(at(20)), Err(NotNow::WindowPast));
        let open = scheduled.opened(at(10)).unwrap();
        assert_eq!(open.closed(at(19)), Err(NotNow::TooEarly));
        let closed = open.closed(at(21)).unwrap();
        let published = closed.published(at(30)).unwrap();
        assert_eq!(published.window(), Some(window()));
        for state in [&open, &closed, &published] {
            assert_eq!(state.scheduled(window(), at(5)), Err(NotNow::NotADraft));
            assert_eq!(state.unscheduled(), Err(NotNow::NotScheduled));
            assert_eq!(state.opened(at(12)), Err(NotNow::NotScheduled));
        }
        for state in [&draft, &scheduled, &closed, &published] {
            assert_eq!(state.extended(at(40), at(12)), Err(NotNow::NotOpen));
            assert_eq!(state.closed(at(40)), Err(NotNow::NotOpen));
        }
        assert_eq!(scheduled.unscheduled(), Ok(State::Draft { window: Some(window()) }));
        assert_eq!(draft.scheduled(window(), at(11)), Err(NotNow::WindowPast));
    }

    #[test]
    fn a_close_can_only_be_put_off_and_only_before_it() {
        let open = State::Draft { window: None }.scheduled(window(), at(5)).unwrap().opened(at(10)).unwrap();
        for (closes, now, why) in [(20, 12, NotNow::NotLater), (15, 12, NotNow::NotLater), (40, 20, NotNow::NotOpen)] {
            assert_eq!(open.extended(at(closes), at(now)), Err(why), "{closes} at {now}");
        }
        let longer = open.extended(at(40), at(19)).unwrap();
        assert_eq!(longer.window(), Some(Window { opens: at(10), closes: at(40) }));
        assert_eq!(longer.closed(at(21)), Err(NotNow::TooEarly));
    }

    proptest! {
        #[test]
        fn whatever_is_tried_a_round_that_has_opened_never_becomes_a_draft(
            deeds in prop::collection::vec((0_u8..6, 0_i64..60), 0..20),
        ) {
            let mut state = State::Draft { window: None };
            let mut has_opened = false;
            for (deed, minute) in deeds {
                let next = match deed {
                    0 => state.scheduled(window(), at(minute)),
                    1 => state.unscheduled(),
                    2 => state.opened(at(minute)),
                    3 => state.extended(at(minute), at(minute / 2)),
                    4 => state.closed(at(minute)),
                    _ => state.published(at(minute)),
                };
                if let Ok(next) = next {
                    if let (State::Open { window: before, .. }, State::Open { window: after, .. }) = (&state, &next) {
                        prop_assert!(after.closes > before.closes);
                    }
                    state = next;
                }
                prop_assert!(!has_opened || state.has_opened());
                has_opened = state.has_opened();
            }
        }
    }
}
