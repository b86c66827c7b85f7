//! Icons, drawn inline: no request, no font, the colour of the text around them.

use maud::{Markup, PreEscaped, Render, html};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Lock,
    Done,
    Info,
    Warning,
    Print,
    Person,
    Time,
    Down,
    /// Runs the other way.
    Flip,
    /// To be filled in on paper: one of several, any of several.
    Circle,
    Square,
}

impl Icon {
    const fn paths(self) -> &'static str {
        match self {
            Self::Lock => r#"<rect x="4" y="11" width="16" height="10" rx="2"/><path d="M8 11V7a4 4 0 0 1 8 0v4"/>"#,
            Self::Done => r#"<path d="m4 12.5 5.2 5.2L20 7"/>"#,
            Self::Info => r#"<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7.5v.1"/>"#,
            Self::Warning => r#"<path d="M12 3 2 20.5h20z"/><path d="M12 10v4.5M12 17.5v.1"/>"#,
            Self::Print => r#"<path d="M7 9V3h10v6M7 17H4v-8h16v8h-3"/><rect x="7" y="14" width="10" height="7"/>"#,
            Self::Person => r#"<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.7-4 3.7-6 7.5-6s6.800 2 7.500 6"/>"#,
            Self::Time => r#"<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.4 2"/>"#,
            Self::Down => r#"<path d="M12 5v14M6 13l6 6 6-6"/>"#,
            Self::Flip => r#"<path d="M4 8h15m0 0-4-4m4 4-4 4M20 16H5m0 0 4-4m-4 4 4 4"/>"#,
            Self::Circle => r#"<circle cx="12" cy="12" r="10"/>"#,
            Self::Square => r#"<rect x="2" y="2" width="20" height="20" rx="2"/>"#,
        }
    }
}

impl Render for Icon {
    fn render(&self) -> Markup {
        html! {
            svg.i viewBox="0 0 24 24" aria-hidden="true" focusable="false" { (PreEscaped(self.paths())) }
        }
    }
}

/// The logomark: a speech bubble with a tick.
pub fn mark() -> Markup {
    html! {
        svg.mark viewBox="0 0 36 36" aria-hidden="true" focusable="false" {
            path.mark-bubble d="M18 4C9.7 4 3 9.6 3 16.5c0 4 2.2 7.5 5.7 9.8L7.5 32l6.6-3.4c1.3.3 2.6.4 3.9.4 8.3 0 15-5.6 15-12.5S26.3 4 18 4z" {}
            path.mark-tick d="m11.5 16.8 4.4 4.4 8.6-9" {}
        }
    }
}
