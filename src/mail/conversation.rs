//! One conversation with a mail server, step by step, so that a refusal is known by what it refused.

use std::{io, time::Duration};

use lettre::{
    address::Envelope,
    transport::smtp::{
        Error,
        authentication::Mechanism,
        client::{AsyncSmtpConnection, AsyncTokioStream},
        commands::{Data, Mail, Noop, Rcpt, Rset},
        extension::{Extension, MailParameter},
    },
};
use tokio::{net::TcpStream, time::timeout};

use super::{
    server::{Server, Tls},
    smtp::{Step, Undelivered, sorted},
    wrapped::Wrapped,
};

/// How long the mail server may take for its answers.
#[derive(Clone, Copy)]
pub(super) struct Patience {
    pub step: Duration,
    /// Before the first word of a letter (RFC 5321, 4.5.3.2.4).
    pub data: Duration,
    /// After its last (4.5.3.2.6): who goes too early has the letter sent twice.
    pub letter: Duration,
}

impl Patience {
    pub const USUAL: Self =
        Self { step: Duration::from_secs(30), data: Duration::from_secs(120), letter: Duration::from_secs(600) };

    pub const fn always(time: Duration) -> Self {
        Self { step: time, data: time, letter: time }
    }
}

pub(super) struct Conversation {
    connection: AsyncSmtpConnection,
    patience: Patience,
}

/// A letter that was not taken, and whether the conversation may go on.
pub(super) struct Refused {
    pub why: Undelivered,
    pub at: Step,
    pub by_answer: bool,
    /// The server would have refused any letter of ours.
    pub is_ours: bool,
}

impl Conversation {
    /// Connects, encrypts and signs in, each within the patience for a step.
    pub async fn begin(server: &Server, whole: Patience) -> Result<Self, Undelivered> {
        let patience = whole.step;
        let stream =
            in_time(patience, connect(server)).await?.map_err(|_| Undelivered::later(&"no connection to the mail server"))?;
        let greeted = AsyncSmtpConnection::connect_with_transport(stream, &server.hello);
        let connection = step(patience, Step::Greeting, greeted).await?;
        let mut this = Self { connection, patience: whole };
        match &server.tls {
            Tls::Required(parameters) => this.encrypt(parameters, server).await?,
            Tls::Opportunistic(parameters) if this.connection.can_starttls() => this.encrypt(parameters, server).await?,
            _ => {}
        }
        if let Some(credentials) = &server.credentials {
            let signed_in = this.connection.auth(&[Mechanism::Plain, Mechanism::Login], credentials);
            step(patience, Step::SignIn, signed_in).await?;
        }
        Ok(this)
    }

    async fn encrypt(
        &mut self,
        parameters: &lettre::transport::smtp::client::TlsParameters,
        server: &Server,
    ) -> Result<(), Undelivered> {
        step(self.patience.step, Step::Greeting, self.connection.starttls(parameters.clone(), &server.hello)).await
    }

    pub async fn is_alive(&mut self) -> bool {
        step(self.patience.step, Step::Greeting, self.connection.command(Noop)).await.is_ok()
    }

    /// Hands one letter over. It is taken when this says so, and not before.
    pub async fn deliver(&mut self, envelope: &Envelope, letter: &[u8]) -> Result<(), Refused> {
        let mut parameters = Vec::new();
        let addresses = envelope.from().into_iter().chain(envelope.to());
        if addresses.into_iter().any(|address| !AsRef::<str>::as_ref(address).is_ascii()) {
            if !self.connection.server_info().supports_feature(Extension::SmtpUtfEight) {
                let why = Undelivered::never(&"the mail server takes no addresses with other than Latin letters");
                return Err(Refused { why, at: Step::Sender, by_answer: true, is_ours: false });
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        let is_like_any_other = parameters.is_empty();
        self.says(Step::Sender, Mail::new(envelope.from().cloned(), parameters))
            .await
            .map_err(|refused| Refused { is_ours: is_like_any_other, ..refused })?;
        for recipient in envelope.to() {
            self.says(Step::Recipient, Rcpt::new(recipient.clone(), Vec::new())).await?;
        }
        self.says(Step::Data, Data).await?;
        let taken = timeout(self.patience.letter, self.connection.message(letter)).await;
        judged(Step::Letter, taken.map(|taken| taken.map(drop)))
    }

    /// Forgets a letter that was not taken. Says whether the conversation can go on.
    pub async fn starts_over(&mut self) -> bool {
        step(self.patience.step, Step::Greeting, self.connection.command(Rset)).await.is_ok()
    }

    pub async fn end(mut self) {
        let _already_over = timeout(Duration::from_secs(2).min(self.patience.step), self.connection.quit()).await;
    }

    async fn says(&mut self, at: Step, command: impl std::fmt::Display) -> Result<(), Refused> {
        let patience = if at == Step::Data { self.patience.data } else { self.patience.step };
        let answered = timeout(patience, self.connection.command(command)).await;
        judged(at, answered.map(|answer| answer.map(drop)))
    }
}

/// A letter's last words would otherwise wait for the server to acknowledge those before them.
async fn connect(server: &Server) -> io::Result<Box<dyn AsyncTokioStream>> {
    let stream = TcpStream::connect((server.host.as_str(), server.port)).await?;
    stream.set_nodelay(true)?;
    Ok(match &server.tls {
        Tls::Wrapped(connector) => Box::new(Wrapped(connector.connect(&server.host, stream).await.map_err(io::Error::other)?)),
        _ => Box::new(stream),
    })
}

async fn in_time<T>(patience: Duration, work: impl Future<Output = T>) -> Result<T, Undelivered> {
    timeout(patience, work).await.map_err(|_| Undelivered::out_of_time())
}

async fn step<T>(patience: Duration, at: Step, work: impl Future<Output = Result<T, Error>>) -> Result<T, Undelivered> {
    in_time(patience, work).await?.map_err(|fault| sorted(at, &fault))
}

fn judged(at: Step, answered: Result<Result<(), Error>, tokio::time::error::Elapsed>) -> Result<(), Refused> {
    match answered {
        Ok(Ok(())) => Ok(()),
        Ok(Err(fault)) => {
            let is_farewell = fault.status().is_some_and(|code| code.to_string() == "421");
            Err(Refused { why: sorted(at, &fault), at, by_answer: fault.status().is_some() && !is_farewell, is_ours: false })
        }
        Err(_) => Err(Refused { why: Undelivered::out_of_time(), at, by_answer: false, is_ours: false }),
    }
}
