//! Who is looking: plain data for the frame.

/// Someone signed in, as the frame shows them.
#[derive(Clone, Debug, Default)]
pub struct Viewer {
    pub name: String,
    pub menu: Vec<MenuItem>,
}

/// One entry of the main menu.
#[derive(Clone, Debug)]
pub struct MenuItem {
    pub label: &'static str,
    /// Without the language.
    pub address: &'static str,
}
