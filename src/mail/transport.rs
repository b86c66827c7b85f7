//! The two ways out of the house: a mail server, or a folder of `.eml` files for a first try.

use std::{
    fs,
    io::Write as _,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    time::Duration,
};

use lettre::Message;

use super::{
    lanes::{Lanes, Line, Refusal},
    server::NoTransport,
    smtp::Undelivered,
};
use crate::{ids::LetterId, private};

#[derive(Clone)]
pub enum Transport {
    Smtp(Lanes),
    Folder(PathBuf),
}

impl Transport {
    /// By the address of a mail server, as `smtp://…` or `smtps://…`.
    pub fn smtp(url: &str) -> Result<Self, NoTransport> {
        Lanes::to(url).map(Self::Smtp)
    }

    pub fn folder(path: impl Into<PathBuf>) -> Self {
        Self::Folder(path.into())
    }

    /// How long a mail server may take for one step, where what RFC 5321 says is not right.
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        if let Self::Smtp(lanes) = &mut self {
            lanes.set_patience(patience);
        }
        self
    }

    /// Where letters are put down, if there is no mail server.
    pub fn folder_path(&self) -> Option<&Path> {
        match self {
            Self::Smtp(_) => None,
            Self::Folder(path) => Some(path),
        }
    }

    /// Whether the mail server answers.
    pub async fn is_reachable(&self) -> Result<bool, Undelivered> {
        match self {
            Self::Smtp(lanes) => lanes.is_reachable().await,
            Self::Folder(path) => Ok(private::make_folder(path).is_ok()),
        }
    }

    /// Where a letter can be handed over without further waiting.
    pub(super) async fn ready(&self) -> Result<Ready, Undelivered> {
        match self {
            Self::Smtp(lanes) => Ok(Ready::Smtp(Box::new(lanes.line().await?))),
            Self::Folder(path) => Ok(Ready::Folder(path.clone())),
        }
    }

    /// Nothing is left to send for now.
    pub(super) async fn rest(&self) {
        if let Self::Smtp(lanes) = self {
            lanes.rest().await;
        }
    }
}

pub(super) enum Ready {
    Smtp(Box<Line>),
    Folder(PathBuf),
}

impl Ready {
    pub async fn deliver(self, message: Message, id: LetterId) -> Result<(), Refusal> {
        match self {
            Self::Smtp(line) => line.deliver(&message).await,
            Self::Folder(folder) => {
                let ours = |fault: &dyn std::fmt::Display| Refusal::OfUs(Undelivered::later(fault));
                tokio::task::spawn_blocking(move || put_down(&folder, id, &message.formatted()))
                    .await
                    .map_err(|fault| ours(&fault))?
                    .map_err(|fault| ours(&fault))
            }
        }
    }

    /// There is no letter after all.
    pub fn goes_unused(self) {
        if let Self::Smtp(line) = self {
            line.waits_for_another();
        }
    }
}

/// A file of its own for each letter, whole or not at all.
fn put_down(folder: &Path, id: LetterId, message: &[u8]) -> std::io::Result<()> {
    private::make_folder(folder)?;
    let draft = folder.join(format!(".{id}.part"));
    let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&draft)?;
    file.write_all(message)?;
    file.sync_all()?;
    fs::rename(draft, folder.join(format!("{id}.eml")))
}
