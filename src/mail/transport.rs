//! The two ways out of the house: a mail server, or a folder of `.eml` files for a first try.

use std::{
    fs,
    io::Write as _,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    time::Duration,
};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, MultiPart, header},
    transport::smtp::PoolConfig,
};

use super::{
    outbox::Written,
    smtp::{Undelivered, sorted},
};
use crate::{ids::LetterId, private};

/// The mail server may take this long for one step of the conversation.
const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Clone)]
pub enum Transport {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

/// What is wrong with the address of the mail server.
#[derive(Debug, thiserror::Error)]
#[error(
    "CLEARJAI_SMTP_URL does not name a mail server ({0}). Write smtp://name:password@host:587?tls=required, smtps://…, or folder:PATH."
)]
pub struct NoTransport(lettre::transport::smtp::Error);

impl Transport {
    /// By the address of a mail server, as `smtp://…` or `smtps://…`; up to `parallel` conversations.
    pub fn smtp(url: &str, parallel: u32) -> Result<Self, NoTransport> {
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(NoTransport)?
            .timeout(Some(PATIENCE))
            .pool_config(PoolConfig::new().max_size(parallel).idle_timeout(Duration::from_secs(20)))
            .build();
        Ok(Self::Smtp(server))
    }

    pub fn folder(path: impl Into<PathBuf>) -> Self {
        Self::Folder(path.into())
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
            Self::Smtp(server) => server.test_connection().await.map_err(|fault| sorted(&fault)),
            Self::Folder(path) => Ok(private::make_folder(path).is_ok()),
        }
    }

    pub(super) async fn deliver(&self, message: Message, id: LetterId) -> Result<(), Undelivered> {
        match self {
            Self::Smtp(server) => server.send(message).await.map(drop).map_err(|fault| sorted(&fault)),
            Self::Folder(folder) => {
                let folder = folder.clone();
                tokio::task::spawn_blocking(move || put_down(&folder, id, &message.formatted()))
                    .await
                    .map_err(|fault| Undelivered::later(&fault))?
                    .map_err(|fault| Undelivered::later(&fault))
            }
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

/// The letter as mail servers take it. The `Message-ID` is the letter's own, at every try.
pub(super) fn message(written: &Written, id: LetterId, from: &Mailbox, host: &str) -> Result<Message, Undelivered> {
    let never = |fault: &dyn std::fmt::Display| Undelivered::never(fault);
    Message::builder()
        .from(from.clone())
        .to(written.to.parse().map_err(|fault| never(&fault))?)
        .subject(written.subject.as_str())
        .message_id(Some(format!("<{id}@{host}>")))
        .header(AutoSubmitted)
        .multipart(MultiPart::alternative_plain_html(written.text.clone(), written.html.clone()))
        .map_err(|fault| never(&fault))
}

/// Tells vacation responders not to answer (RFC 3834).
#[derive(Clone, Copy, Debug)]
struct AutoSubmitted;

impl header::Header for AutoSubmitted {
    fn name() -> header::HeaderName {
        header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> header::HeaderValue {
        header::HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
