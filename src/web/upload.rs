//! A form with one file in it, read with a limit and kept in memory.

use actix_multipart::Multipart;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use futures_util::{FutureExt, TryStreamExt, future::LocalBoxFuture};

use super::{Failure, Posted, Visit, form::Body};

/// The largest file that is read here; larger ones (rosters) are streamed to disk by their room.
const LARGEST: usize = 1024 * 1024;

/// As it came, not yet trusted; [`Visit::accept_upload`] opens it.
pub struct Upload {
    body: Body,
    file: Vec<u8>,
}

/// A form of ours, and the file that came with it (empty if none was chosen).
pub struct Uploaded {
    pub form: Posted,
    pub file: Vec<u8>,
}

impl FromRequest for Upload {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let mut parts = Multipart::new(request.headers(), payload.take());
        async move {
            let (mut fields, mut file, mut size) = (Vec::new(), Vec::new(), 0);
            while let Some(mut part) = parts.try_next().await.map_err(|_| Failure::Malformed)? {
                let (name, is_file) = part
                    .content_disposition()
                    .map(|said| (said.get_name().unwrap_or_default().to_owned(), said.get_filename().is_some()))
                    .ok_or(Failure::Malformed)?;
                let mut content = Vec::new();
                while let Some(chunk) = part.try_next().await.map_err(|_| Failure::Malformed)? {
                    size += chunk.len();
                    if size > LARGEST {
                        return Err(Failure::TooLarge);
                    }
                    content.extend_from_slice(&chunk);
                }
                if is_file {
                    file = content;
                } else {
                    fields.push((name, String::from_utf8(content).map_err(|_| Failure::Malformed)?));
                }
            }
            Ok(Self { body: Body::of(fields), file })
        }
        .boxed_local()
    }
}

impl Visit {
    /// Opens an upload whose form we drew for this visitor; anything else is a stale form.
    pub fn accept_upload(&self, upload: Upload) -> Result<Uploaded, Failure> {
        Ok(Uploaded { form: self.accept(upload.body)?, file: upload.file })
    }
}
