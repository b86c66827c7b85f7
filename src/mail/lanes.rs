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
    conversation::Conversation,
    server::{NoTransport, Server},
    smtp::{Step, Undelivered},
};

/// The mail server may take this long for one step of the conversation.
const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Clone)]
pub struct Lanes {
    server: Arc<Server>,
    free: Arc<Mutex<Vec<Conversation>>>,
    patience: Duration,
}

impl Lanes {
    pub(super) fn to(url: &str) -> Result<Self, NoTransport> {
        Ok(Self { server: Arc::new(Server::by_url(url)?), free: Arc::default(), patience: PATIENCE })
    }

    pub(super) fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
    }

    pub(super) async fn is_reachable(&self) -> Result<bool, Undelivered> {
        let mut conversation = Conversation::begin(&self.server, self.patience).await?;
        let is_alive = conversation.is_alive().await;
        conversation.end().await;
        Ok(is_alive)
    }

    pub(super) async fn deliver(&self, message: &Message) -> Result<(), Undelivered> {
        let letter = message.formatted();
        let kept = self.keepers().pop();
        let mut is_kept = kept.is_some();
        let mut conversation = match kept {
            Some(conversation) => conversation,
            None => Conversation::begin(&self.server, self.patience).await?,
        };
        loop {
            let Err(refused) = conversation.deliver(message.envelope(), &letter).await else {
                self.keepers().push(conversation);
                return Ok(());
            };
            if refused.by_answer {
                if conversation.starts_over().await {
                    self.keepers().push(conversation);
                }
                return Err(refused.why);
            }
            // The server had ended a conversation that was waiting for its next letter, of which it knows nothing yet.
            if !is_kept || refused.at != Step::Sender {
                return Err(refused.why);
            }
            conversation = Conversation::begin(&self.server, self.patience).await?;
            is_kept = false;
        }
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
