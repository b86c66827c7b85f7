//! Conversations with the mail server that are kept for the next letter.
//!
//! As many as there are letters on their way at once. After any doubt a conversation is dropped and the
//! next letter begins a fresh one.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use futures_util::future;
use lettre::Message;

use super::{
    conversation::{Conversation, Patience},
    server::{NoTransport, Server},
    smtp::{Step, Undelivered},
};

#[derive(Clone)]
pub struct Lanes {
    server: Arc<Server>,
    free: Arc<Mutex<Vec<Conversation>>>,
    patience: Patience,
}

impl Lanes {
    pub(super) fn to(url: &str) -> Result<Self, NoTransport> {
        Ok(Self { server: Arc::new(Server::by_url(url)?), free: Arc::default(), patience: Patience::USUAL })
    }

    pub(super) fn set_patience(&mut self, patience: Duration) {
        self.patience = Patience::always(patience);
    }

    pub(super) async fn is_reachable(&self) -> Result<bool, Undelivered> {
        let mut conversation = Conversation::begin(&self.server, self.patience).await?;
        let is_alive = conversation.is_alive().await;
        conversation.end().await;
        Ok(is_alive)
    }

    /// One that waits for its next letter, or a fresh one: connected, encrypted and signed in.
    pub(super) async fn line(&self) -> Result<Line, Undelivered> {
        let kept = self.keepers().pop();
        let is_kept = kept.is_some();
        let conversation = match kept {
            Some(conversation) => conversation,
            None => Conversation::begin(&self.server, self.patience).await?,
        };
        Ok(Line { lanes: self.clone(), conversation, is_kept })
    }

    /// Nothing is left to send for now: takes leave of the server.
    pub(super) async fn rest(&self) {
        let free = std::mem::take(&mut *self.keepers());
        future::join_all(free.into_iter().map(Conversation::end)).await;
    }

    fn keepers(&self) -> std::sync::MutexGuard<'_, Vec<Conversation>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A conversation in which nothing has to be waited for but the letter itself.
pub struct Line {
    lanes: Lanes,
    conversation: Conversation,
    is_kept: bool,
}

/// Why a letter was not taken, by whose fault.
#[derive(Debug)]
pub(super) enum Refusal {
    /// The server had ended a conversation that was waiting for its next letter, of which it knows nothing yet.
    LineIsOver,
    /// Ours, or the server's: any other letter would fare the same.
    OfUs(Undelivered),
    OfTheLetter(Undelivered),
}

impl Line {
    pub(super) async fn deliver(mut self, message: &Message) -> Result<(), Refusal> {
        let Err(refused) = self.conversation.deliver(message.envelope(), &message.formatted()).await else {
            self.waits_for_another();
            return Ok(());
        };
        // What a fresh conversation is told holds; one that waited may have become one too many.
        if self.is_kept && refused.at == Step::Sender && (refused.is_ours || !refused.by_answer) {
            return Err(Refusal::LineIsOver);
        }
        if refused.is_ours {
            return Err(Refusal::OfUs(refused.why));
        }
        if refused.by_answer && self.conversation.starts_over().await {
            self.waits_for_another();
        }
        Err(Refusal::OfTheLetter(refused.why))
    }

    /// For the next letter.
    pub(super) fn waits_for_another(self) {
        self.lanes.keepers().push(self.conversation);
    }
}
