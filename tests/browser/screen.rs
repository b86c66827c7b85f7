//! What pages are looked at on, and what WebDriver cannot do: it goes over the `DevTools` protocol.

use std::{path::Path, sync::Arc};

use data_encoding::BASE64;
use serde_json::{Value, json};
use thirtyfour::{
    common::command::{Command, ExtensionCommand},
    session::http::CmdResponse,
};
use ureq::http::Method;

use crate::browser::Browser;

/// What the pages are looked at on.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    pub width: u32,
    height: u32,
    /// With touch, and the scale of a phone.
    is_phone: bool,
}

/// The smallest phone in use.
pub const SMALL_PHONE: Screen = Screen { width: 360, height: 640, is_phone: true };

/// A4 between its margins, at 96 dots to the inch.
pub const SHEET: Screen = Screen { width: 657, height: 980, is_phone: false };

/// The narrowest that must do: 1280 px at 400 %, or a very small phone.
pub const NARROW: Screen = Screen { width: 320, height: 640, is_phone: true };
pub const PHONE: Screen = Screen { width: 390, height: 844, is_phone: true };
pub const DESKTOP: Screen = Screen { width: 1280, height: 900, is_phone: false };

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

impl Scheme {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Browser {
    pub async fn looks_as(&self, screen: Screen, scheme: Scheme) {
        self.screen(screen).await;
        self.scheme(scheme).await;
    }

    pub async fn screen(&self, screen: Screen) {
        let Screen { width, height, is_phone } = screen;
        let scale = if is_phone { 2 } else { 1 };
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": is_phone });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": is_phone })).await;
    }

    /// Without motion, so that nothing is looked at half way from one colour to another.
    pub async fn scheme(&self, scheme: Scheme) {
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme.name() },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    pub async fn without_scripts(&self, without: bool) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": without })).await;
    }

    /// The whole page, beyond the edge of the screen.
    pub async fn picture(&self, path: &Path) {
        let metrics = self.devtools("Page.getLayoutMetrics", json!({})).await;
        let size = |side: &str| metrics.pointer(&format!("/cssContentSize/{side}")).cloned();
        let clip = json!({ "x": 0, "y": 0, "width": size("width"), "height": size("height"), "scale": 1 });
        let wanted = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let picture = self.devtools("Page.captureScreenshot", wanted).await;
        let png = BASE64.decode(picture.get("data").and_then(Value::as_str).unwrap_or_default().as_bytes()).expect("a picture");
        std::fs::write(path, png).expect("the picture can be written");
    }

    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let asked = Command::ExtensionCommand(Box::new(DevTools { command: command.to_owned(), parameters }));
        let answer = self.driver.cmd(asked).await.and_then(CmdResponse::value_json);
        answer.unwrap_or_else(|fault| panic!("{fault}, asked for {command}"))
    }
}

/// A command of the `DevTools` protocol, which `ChromeDriver` passes on.
#[derive(Debug)]
struct DevTools {
    command: String,
    parameters: Value,
}

impl ExtensionCommand for DevTools {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "cmd": self.command, "params": self.parameters }))
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/goog/cdp/execute".into()
    }
}
