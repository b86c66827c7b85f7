//! The files browsers load: stylesheet, fonts, scripts and icon, embedded in the program.
//!
//! An address carries a hash of the content (`build.rs`), so browsers keep a file for a year and no
//! page ever meets the stylesheet of another version. Everyone gets the same bytes; nothing here
//! knows who asks.
//!
//! A new file goes into `src/web/assets/`; a page links to it through a constant:
//! `const SEAL: &str = assets::url("seal.js");`.

use actix_web::{
    HttpRequest, HttpResponse, Route, guard,
    http::header::{self, AcceptEncoding, ContentEncoding, Encoding, Header},
    web,
};

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// Served for a year: another content has another address.
const CACHE: &str = "public, max-age=31536000, immutable";

pub const STYLE: &str = url("style.css");
/// Preloaded with [`FONT_LATIN`]; weight 600 comes with the stylesheet.
pub const FONT_THAI: &str = url("fonts/sarabun-thai-400.woff2");
pub const FONT_LATIN: &str = url("fonts/sarabun-latin-400.woff2");
/// A module, for pages that show a form again with its faults.
pub const FOCUS_ERRORS: &str = url("focus-errors.js");
/// A module, for the pages of questions: answering, handing in, the receipt.
pub const ANSWER: &str = url("answer.js");
/// A module, for the start page of a personal link.
pub const START: &str = url("start.js");
/// A module, for the page of a bulletin.
pub const FIND_RECEIPT: &str = url("find-receipt.js");
/// A module, for the start page of an open link.
pub const ADMISSION: &str = url("admission.js");
/// A module, for the page behind a personal link to a session of the clinic.
pub const SEATS: &str = url("seats.js");
/// A module, for passwords to be looked at.
pub const LOOK: &str = url("look.js");
/// A module, for texts to be copied.
pub const COPY: &str = url("copy.js");
/// A module, for asking in the clinic.
pub const CLINIC: &str = url("clinic.js");
/// A stylesheet, for reports on A4.
pub const REPORT: &str = url("report.css");
/// A stylesheet, for the sheets of slips.
pub const SLIPS: &str = url("slips.css");
pub const ICON: &str = url("icon.svg");
pub const FONT_LICENCE: &str = url("fonts/OFL.txt");

struct Asset {
    name: &'static str,
    path: &'static str,
    content_type: &'static str,
    plain: &'static [u8],
    br: Option<&'static [u8]>,
    gz: Option<&'static [u8]>,
}

/// The address of a file, by its path below `src/web/assets/`.
///
/// Only for constants: an unknown name then fails the build. At run time it would panic.
pub const fn url(name: &str) -> &'static str {
    let mut assets = ASSETS;
    while let [asset, others @ ..] = assets {
        if same(asset.name.as_bytes(), name.as_bytes()) {
            return asset.path;
        }
        assets = others;
    }
    panic!("no such file in src/web/assets")
}

/// `GET` and `HEAD` of [`serve`], for the address table, at `/assets/{file}`.
pub fn route() -> Route {
    let reading = guard::Any(guard::Get()).or(guard::Head());
    web::route().guard(reading).to(serve)
}

/// Brotli, gzip or plain, whichever the browser takes.
pub async fn serve(request: HttpRequest) -> HttpResponse {
    let Some(asset) = ASSETS.iter().find(|asset| asset.path == request.path()) else {
        return HttpResponse::NotFound().finish();
    };
    let (encoding, bytes) = asset.in_encoding(AcceptEncoding::parse(&request).ok());
    let mut response = HttpResponse::Ok();
    response.content_type(asset.content_type);
    response.insert_header((header::CACHE_CONTROL, CACHE));
    response.insert_header((header::VARY, "Accept-Encoding"));
    if encoding != ContentEncoding::Identity {
        response.insert_header(encoding);
    }
    response.body(bytes)
}

impl Asset {
    /// Plain bytes also for a browser that refuses them: better than none.
    fn in_encoding(&self, accepted: Option<AcceptEncoding>) -> (ContentEncoding, &'static [u8]) {
        let offered = [self.br.map(|_| Encoding::brotli()), self.gz.map(|_| Encoding::gzip()), Some(Encoding::identity())];
        let agreed = accepted.and_then(|accepted| accepted.negotiate(offered.iter().flatten()));
        match (agreed, self.br, self.gz) {
            (Some(Encoding::Known(ContentEncoding::Brotli)), Some(br), _) => (ContentEncoding::Brotli, br),
            (Some(Encoding::Known(ContentEncoding::Gzip)), _, Some(gz)) => (ContentEncoding::Gzip, gz),
            _ => (ContentEncoding::Identity, self.plain),
        }
    }
}

const fn same(mut left: &[u8], mut right: &[u8]) -> bool {
    while let ([first, left_rest @ ..], [second, right_rest @ ..]) = (left, right) {
        if *first != *second {
            return false;
        }
        (left, right) = (left_rest, right_rest);
    }
    left.is_empty() && right.is_empty()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use actix_web::{
        App,
        body::{BodySize, MessageBody},
        dev::ServiceResponse,
        http::{Method, StatusCode},
        test::{TestRequest, call_service, init_service, read_body},
    };

    use super::*;

    async fn answer(request: TestRequest) -> ServiceResponse {
        let app = init_service(App::new().route("/assets/{file}", route())).await;
        call_service(&app, request.to_request()).await
    }

    async fn encoding_for(path: &str, accepted: &str) -> Option<String> {
        let request = TestRequest::get().uri(path).insert_header((header::ACCEPT_ENCODING, accepted));
        header_of(&answer(request).await, header::CONTENT_ENCODING)
    }

    fn header_of(response: &ServiceResponse, name: header::HeaderName) -> Option<String> {
        let value = response.headers().get(name)?;
        Some(value.to_str().expect("ASCII").to_owned())
    }

    fn asset(name: &str) -> &'static Asset {
        let mut assets = ASSETS.iter();
        assets.find(|asset| asset.name == name).expect("embedded")
    }

    fn css() -> &'static str {
        str::from_utf8(asset("style.css").plain).expect("UTF-8")
    }

    #[tokio::test]
    async fn brotli_is_preferred_to_gzip_and_gzip_to_plain_bytes() {
        for (accepted, used) in [
            ("gzip, deflate, br, zstd", Some("br")),
            ("gzip, deflate", Some("gzip")),
            ("br;q=0.2, gzip;q=0.8", Some("gzip")),
            ("deflate", None),
            ("", None),
        ] {
            assert_eq!(encoding_for(STYLE, accepted).await.as_deref(), used);
        }
    }

    #[tokio::test]
    async fn an_encoding_of_weight_zero_is_never_used() {
        let used = encoding_for(STYLE, "br;q=0, gzip").await;
        assert_eq!(used.as_deref(), Some("gzip"));
        assert_eq!(encoding_for(STYLE, "br;q=0, gzip;q=0").await, None);
        assert_eq!(encoding_for(STYLE, "identity;q=0, *;q=0").await, None);
    }

    #[tokio::test]
    async fn fonts_are_not_compressed_again() {
        assert_eq!(encoding_for(FONT_THAI, "gzip, br").await, None);
    }

    #[tokio::test]
    async fn a_file_may_be_kept_for_a_year_by_any_cache() {
        let response = answer(TestRequest::get().uri(STYLE)).await;
        let header = |name| header_of(&response, name).unwrap_or_default();
        assert_eq!(header(header::CACHE_CONTROL), CACHE);
        assert_eq!(header(header::VARY), "Accept-Encoding");
        assert_eq!(header(header::CONTENT_TYPE), "text/css; charset=utf-8");
        assert_eq!(read_body(response).await, asset("style.css").plain);
    }

    #[tokio::test]
    async fn head_is_answered_like_get_and_post_is_not() {
        let head = TestRequest::default().method(Method::HEAD);
        let response = answer(head.uri(ICON)).await;
        let length = asset("icon.svg").plain.len() as u64;
        assert_eq!(response.response().body().size(), BodySize::Sized(length));
        let response = answer(TestRequest::post().uri(ICON)).await;
        assert!(response.status().is_client_error());
    }

    #[tokio::test]
    async fn an_unknown_name_is_not_found_and_may_not_be_kept() {
        let response = answer(TestRequest::get().uri("/assets/style.0000000000.css")).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
        assert_eq!(header_of(&response, header::CACHE_CONTROL), None);
    }

    #[test]
    fn every_address_in_the_stylesheet_is_an_embedded_file() {
        let starts = css().split("url(").skip(1);
        let targets: Vec<_> = starts.filter_map(|part| part.split(')').next()).collect();
        assert!(targets.len() >= 4);
        for target in targets {
            let path = format!("/assets/{target}");
            assert!(ASSETS.iter().any(|asset| asset.path == path), "{target}");
        }
    }

    #[test]
    fn a_script_brings_everything_it_imports_once_and_asks_for_nothing_more() {
        let script = str::from_utf8(asset("answer.js").plain).expect("UTF-8");
        for part in ["$ask", "$ballot", "$blind", "$bytes", "$drafts", "$hand_in", "$hpke", "$questions", "$receipt"] {
            assert_eq!(script.matches(&format!("const {part} = (() =>")).count(), 1, "{part}");
        }
        let scripts = ASSETS.iter().filter(|asset| asset.name.ends_with("js"));
        for asset in scripts {
            let text = str::from_utf8(asset.plain).expect("UTF-8");
            assert!(!text.lines().any(|line| line.starts_with("import ")), "{}", asset.name);
        }
    }

    #[test]
    fn stylesheet_scripts_and_fonts_stay_within_their_budgets() {
        let style = asset("style.css").gz.map_or(usize::MAX, <[u8]>::len);
        assert!(style <= 7_000, "style.css is {style} bytes as gzip");
        for (name, most) in
            [("answer.js", 12_000), ("admission.js", 2_000), ("find-receipt.js", 2_000), ("live.js", 2_000), ("start.js", 1_000)]
        {
            let script = asset(name).gz.map_or(usize::MAX, <[u8]>::len);
            assert!(script <= most, "{name} is {script} bytes as gzip");
        }
        let fonts = ASSETS.iter().filter(|asset| asset.name.ends_with("woff2"));
        let fonts: usize = fonts.map(|font| font.plain.len()).sum();
        assert!(fonts <= 45_000, "fonts are {fonts} bytes");
    }

    #[test]
    fn the_stylesheet_does_nothing_that_spoils_thai() {
        let spacing = ["letter-spacing", "align: justify", "break-all", "anywhere"];
        for forbidden in spacing.into_iter().chain(["text-transform", "italic"]) {
            assert!(!css().contains(forbidden), "{forbidden}");
        }
    }

    /// Foreground | backgrounds | least contrast: 4.5 for text, 3 for parts of controls and charts.
    const PAIRS: &str = "
        ink         | bg surface sunk tint err-tint warn-tint ok-tint | 4.5
        ink-2       | bg surface sunk tint      | 4.5
        brand       | bg surface tint           | 4.5
        on-brand    | brand brand-deep err      | 4.5
        err         | bg surface err-tint       | 4.5
        warn        | warn-tint                 | 4.5
        ok          | ok-tint                   | 4.5
        on-accent   | accent                    | 4.5
        on-hero     | hero                      | 4.5
        on-outer    | neg-2 pos-2               | 4.5
        on-inner    | neg-1 pos-1               | 4.5
        line-strong | bg surface                | 3
        accent      | hero                      | 3
        tick        | brand                     | 3
        surface     | neg-2 neg-1 pos-1 pos-2 none | 3";

    #[test]
    fn every_pair_of_colours_can_be_read_in_light_in_dark_and_on_paper() {
        let starts = css().split(":root {").skip(1);
        let blocks: Vec<_> = starts.filter_map(|part| part.split('}').next()).collect();
        let [light, dark, paper] = blocks[..] else { panic!("{} blocks of tokens", blocks.len()) };
        for (scheme, changes) in [("light", ""), ("dark", dark), ("paper", paper)] {
            let tokens = light.split(';').chain(changes.split(';'));
            let luminances: HashMap<_, _> = tokens.filter_map(luminance).collect();
            for pair in PAIRS.trim().lines() {
                let columns: Vec<_> = pair.split('|').map(str::trim).collect();
                let least: f64 = columns[2].parse().expect("a number");
                for back in columns[1].split(' ') {
                    let contrast = contrast(luminances[columns[0]], luminances[back]);
                    let what = format!("{scheme}: {} on {back}", columns[0]);
                    assert!(contrast >= least, "{what} is {contrast:.2}");
                }
            }
        }
    }

    /// The relative luminance of a token, if it is a colour: `--ink: #15252b`.
    fn luminance(declaration: &str) -> Option<(&str, f64)> {
        let (name, colour) = declaration.trim().strip_prefix("--")?.split_once(": #")?;
        let width = colour.len() / 3;
        let channel = |at: usize| {
            let digits = colour[at * width..][..width].repeat(3 - width);
            let value = u8::from_str_radix(&digits, 16).expect("hexadecimal");
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = 0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2);
        Some((name, luminance))
    }

    fn contrast(one: f64, other: f64) -> f64 {
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }
}
