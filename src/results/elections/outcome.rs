//! The votes of one ballot, in order, and who is chosen by them.

use crate::{
    instruments::{Item, Text, Tie},
    results::{Released, figures::ItemFigures},
};

/// What became of a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Chosen,
    /// Level with others on the last seat, and the rule asks for something that people do.
    Level,
    NotChosen,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    pub name: Text,
    pub votes: u32,
    pub fate: Fate,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub item: Item,
    /// The most votes first; among equals, as on the ballot.
    pub stands: Vec<Stand>,
    pub blank: u32,
    /// Whoever voted here, for somebody or for nobody.
    pub voters: u32,
    /// Whoever passed this ballot over.
    pub silent: u32,
    /// Seats that those who are level stand for.
    pub open_seats: usize,
}

/// One for each ballot; nothing where it is no election, or where nothing was opened.
pub fn of(released: &Released) -> Vec<Outcome> {
    let (instrument, figures) = (&released.paper.instrument, &released.figures);
    if !instrument.is_election() || !figures.has_enough() {
        return Vec::new();
    }
    instrument.items().filter_map(|item| Outcome::new(item, figures.item(&item.code)?)).collect()
}

impl Outcome {
    fn new(item: &Item, figures: &ItemFigures) -> Option<Self> {
        let (election, question) = (item.election()?, figures.questions.first()?);
        let votes = question.spread.as_deref()?;
        let stands = item.choices().iter().zip(votes);
        let mut stands: Vec<Stand> =
            stands.map(|(choice, votes)| Stand { name: choice.label.clone(), votes: *votes, fate: Fate::NotChosen }).collect();
        let blank = votes.get(stands.len()).copied().unwrap_or_default();
        stands.sort_by_key(|stand| std::cmp::Reverse(stand.votes));
        let seats = usize::from(election.seats);
        // Nobody is chosen without a vote; and where no more stand than are chosen, a blank vote is one against.
        let least = if stands.len() <= seats { blank } else { 0 };
        let open_seats = decide(&mut stands, seats, least, election.tie);
        let answers = question.answers?;
        Some(Self { item: item.clone(), stands, blank, voters: answers.given, silent: answers.silent, open_seats })
    }

    pub fn with(&self, fate: Fate) -> impl Iterator<Item = &Stand> {
        self.stands.iter().filter(move |stand| stand.fate == fate)
    }
}

/// In the order of their votes. Says how many seats are left to those who are level.
fn decide(stands: &mut [Stand], seats: usize, least: u32, tie: Tie) -> usize {
    let able = stands.iter().filter(|stand| stand.votes > least).count();
    let able = stands.get_mut(..able).unwrap_or_default();
    if able.len() <= seats || tie == Tie::All {
        let fewest = able.get(seats.saturating_sub(1)).map_or(0, |stand| stand.votes);
        for stand in able.iter_mut().filter(|stand| stand.votes >= fewest) {
            stand.fate = Fate::Chosen;
        }
        return 0;
    }
    let Some(fewest) = seats.checked_sub(1).and_then(|place| able.get(place)).map(|stand| stand.votes) else { return 0 };
    let ahead = able.iter().filter(|stand| stand.votes > fewest).count();
    let level = able.iter().filter(|stand| stand.votes == fewest).count();
    let is_decided = ahead + level == seats;
    for stand in able.iter_mut() {
        stand.fate = match stand.votes.cmp(&fewest) {
            std::cmp::Ordering::Greater => Fate::Chosen,
            std::cmp::Ordering::Equal if is_decided => Fate::Chosen,
            std::cmp::Ordering::Equal => Fate::Level,
            std::cmp::Ordering::Less => Fate::NotChosen,
        };
    }
    if is_decided { 0 } else { seats - ahead }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `+` chosen, `=` level, `-` not chosen; then the seats that are left.
    fn of(votes: &[u32], seats: usize, least: u32, tie: Tie) -> (String, usize) {
        let stand = |votes: &u32| Stand { name: Text::default(), votes: *votes, fate: Fate::NotChosen };
        let mut stands: Vec<Stand> = votes.iter().map(stand).collect();
        let open = decide(&mut stands, seats, least, tie);
        let sign = |stand: &Stand| match stand.fate {
            Fate::Chosen => '+',
            Fate::Level => '=',
            Fate::NotChosen => '-',
        };
        (stands.iter().map(sign).collect(), open)
    }

    #[test]
    fn the_most_votes_are_chosen_and_equals_on_the_last_seat_are_left_to_the_rule() {
        let lots = |votes: &[u32], seats| of(votes, seats, 0, Tie::Lots);
        assert_eq!(lots(&[21, 18, 3], 1), ("+--".to_owned(), 0));
        assert_eq!(lots(&[18, 18, 3], 1), ("==-".to_owned(), 1));
        assert_eq!(lots(&[18, 18, 3], 2), ("++-".to_owned(), 0));
        assert_eq!(lots(&[20, 9, 9, 9, 1], 3), ("+===-".to_owned(), 2));
        assert_eq!(of(&[20, 9, 9, 9, 1], 3, 0, Tie::All), ("++++-".to_owned(), 0));
        assert_eq!(of(&[18, 18, 3], 1, 0, Tie::All), ("++-".to_owned(), 0));
        assert_eq!(of(&[9, 4, 1], 1, 0, Tie::All), ("+--".to_owned(), 0));
    }

    #[test]
    fn nobody_is_chosen_without_a_vote_or_against_as_many_blank_ones() {
        assert_eq!(of(&[5, 0, 0], 2, 0, Tie::Lots), ("+--".to_owned(), 0));
        assert_eq!(of(&[0, 0], 1, 0, Tie::All), ("--".to_owned(), 0));
        assert_eq!(of(&[7, 6], 2, 6, Tie::Lots), ("+-".to_owned(), 0));
        assert_eq!(of(&[6], 1, 6, Tie::Lots), ("-".to_owned(), 0));
    }
}
