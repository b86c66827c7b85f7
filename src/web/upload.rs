//! A form with one file in it, read with a limit and kept in memory.
//!
//! Whatever is larger is not read to its end: the room takes `Result<Upload<…>, Failure>` and draws
//! its page again, and the server lingers over the rest until the answer has been seen.

use std::time::Duration;

use actix_multipart::{Field, Multipart};
use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::header::{self, HeaderMap},
};
use futures_util::{FutureExt, TryStreamExt, future::LocalBoxFuture};

use super::{
    Failure, Posted, Visit,
    form::{Body, SMALL},
};

/// The largest file, unless a room says otherwise.
const USUAL: usize = 1024 * 1024;

/// What a part costs besides its name and content: empty ones without end would fill the memory too.
const OF_A_PART: usize = 64;

/// A file that is read later comes within this time.
const PATIENCE: Duration = Duration::from_secs(240);

/// A form with at most so many bytes in it, as it came and not yet trusted;
/// [`Visit::accept_upload`] opens it.
pub struct Upload<const LARGEST: usize = USUAL> {
    body: Body,
    file: Vec<u8>,
    file_name: String,
}

/// A form of ours, and the file that came with it (empty if none was chosen).
pub struct Uploaded {
    pub form: Posted,
    pub file: Vec<u8>,
    /// As the visitor's computer calls it, without its folders; empty if no file was chosen.
    pub file_name: String,
}

impl<const LARGEST: usize> FromRequest for Upload<LARGEST> {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_too_large = announced(request.headers()).is_some_and(|length| length > LARGEST + SMALL);
        let mut parts = Multipart::new(request.headers(), payload.take());
        async move {
            if is_too_large {
                return Err(Failure::TooLarge);
            }
            let (mut fields, mut file, mut file_name, mut size) = (Vec::new(), Vec::new(), String::new(), 0);
            let mut fields_size = 0;
            while let Some(mut part) = parts.try_next().await.map_err(|_| Failure::Malformed)? {
                let (name, called) = part
                    .content_disposition()
                    .map(|said| (said.get_name().unwrap_or_default().to_owned(), said.get_filename().map(bare)))
                    .ok_or(Failure::Malformed)?;
                fields_size += name.len() + OF_A_PART;
                if fields_size > SMALL {
                    return Err(Failure::TooLarge);
                }
                let mut content = Vec::new();
                while let Some(chunk) = part.try_next().await.map_err(|_| Failure::Malformed)? {
                    size += chunk.len();
                    if size > LARGEST {
                        return Err(Failure::TooLarge);
                    }
                    content.extend_from_slice(&chunk);
                }
                match called {
                    Some(called) => (file, file_name) = (content, called),
                    None => fields.push((name, String::from_utf8(content).map_err(|_| Failure::Malformed)?)),
                }
            }
            Ok(Self { body: Body::of(fields), file, file_name })
        }
        .boxed_local()
    }
}

/// A form that anybody may send, of which only the fields before its file are read: they say whether the file is
/// wanted, so that nobody fills the memory with files that are not.
pub struct Coming {
    body: Body,
    file: ComingFile,
}

/// The file of such a form, still on its way. Dropped, it is not read.
pub struct ComingFile {
    // Before the parts, which it ends before.
    field: Option<Field>,
    is_named: bool,
    announced: usize,
    _parts: Multipart,
}

impl FromRequest for Coming {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let announced = announced(request.headers()).unwrap_or(0);
        let mut parts = Multipart::new(request.headers(), payload.take());
        async move {
            let (mut fields, mut size) = (Vec::new(), 0);
            while let Some(mut part) = parts.try_next().await.map_err(|_| Failure::Malformed)? {
                let said = part.content_disposition().ok_or(Failure::Malformed)?;
                let name = said.get_name().unwrap_or_default().to_owned();
                if let Some(file_name) = said.get_filename() {
                    let is_named = !file_name.is_empty();
                    let file = ComingFile { field: Some(part), is_named, announced, _parts: parts };
                    return Ok(Self { body: Body::of(fields), file });
                }
                size += name.len() + OF_A_PART;
                if size > SMALL {
                    return Err(Failure::TooLarge);
                }
                let mut content = Vec::new();
                while let Some(chunk) = part.try_next().await.map_err(|_| Failure::Malformed)? {
                    size += chunk.len();
                    if size > SMALL {
                        return Err(Failure::TooLarge);
                    }
                    content.extend_from_slice(&chunk);
                }
                fields.push((name, String::from_utf8(content).map_err(|_| Failure::Malformed)?));
            }
            let file = ComingFile { field: None, is_named: false, announced, _parts: parts };
            Ok(Self { body: Body::of(fields), file })
        }
        .boxed_local()
    }
}

impl ComingFile {
    /// `None`: no file was chosen. Larger ones are not read to their end.
    pub async fn read(mut self, largest: usize) -> Result<Option<Vec<u8>>, Failure> {
        if self.announced > largest + SMALL {
            return Err(Failure::TooLarge);
        }
        let Some(mut field) = self.field.take() else { return Ok(None) };
        let whole = async {
            let mut content = Vec::new();
            while let Some(chunk) = field.try_next().await.map_err(|_| Failure::Malformed)? {
                if content.len() + chunk.len() > largest {
                    return Err(Failure::TooLarge);
                }
                content.extend_from_slice(&chunk);
            }
            Ok(content)
        };
        let content = tokio::time::timeout(PATIENCE, whole).await.map_err(|_| Failure::Malformed)??;
        Ok((self.is_named || !content.is_empty()).then_some(content))
    }
}

/// How long the whole form is, if the browser says so beforehand.
fn announced(headers: &HeaderMap) -> Option<usize> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Some browsers tell the folders as well.
fn bare(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
}

impl Visit {
    /// Opens an upload whose form we drew for this visitor; anything else is a stale form.
    pub fn accept_upload<const LARGEST: usize>(&self, upload: Upload<LARGEST>) -> Result<Uploaded, Failure> {
        let mut form = self.accept(upload.body)?;
        form.key = form.key.with([upload.file.as_slice()]);
        Ok(Uploaded { form, file: upload.file, file_name: upload.file_name })
    }

    /// Opens a form whose file is still on its way.
    pub fn accept_coming(&self, coming: Coming) -> Result<(Posted, ComingFile), Failure> {
        Ok((self.accept(coming.body)?, coming.file))
    }
}
