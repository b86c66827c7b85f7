//! The accessibility tree as text: what a screen reader has to read from.
//!
//! One line for each node that says something: `role "name"`, and what it holds or is. Boxes without a
//! meaning are left out; the characters that only break lines (U+2060, U+200B) are, too.

use std::{collections::HashMap, fmt::Write as _};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::browser::Browser;

/// What is said beside the name.
const STATES: [&str; 7] = ["required", "invalid", "disabled", "expanded", "pressed", "selected", "readonly"];

/// Roles that carry nothing themselves.
const BOXES: [&str; 6] = ["generic", "none", "InlineTextBox", "LineBreak", "LayoutTable", "ListMarker"];

/// What is said already, as the name of the field it belongs to.
const NAMES: [&str; 2] = ["LabelText", "Legend"];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    #[serde(rename = "nodeId")]
    id: String,
    ignored: bool,
    role: Option<Said>,
    name: Option<Said>,
    description: Option<Said>,
    value: Option<Said>,
    #[serde(default)]
    properties: Vec<Property>,
    #[serde(default)]
    child_ids: Vec<String>,
}

#[derive(Deserialize)]
struct Property {
    name: String,
    value: Said,
}

#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    value: Value,
}

impl Said {
    fn text(&self) -> String {
        let text = self.value.as_str().map_or_else(|| self.value.to_string(), str::to_owned);
        let seen = text.chars().filter(|c| !matches!(c, '\u{2060}' | '\u{200B}')).map(|c| if c == '\u{A0}' { ' ' } else { c });
        seen.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The tree of the page that is open, a line for each node, indented.
pub async fn tree(browser: &Browser) -> String {
    let answer = browser.devtools("Accessibility.getFullAXTree", json!({})).await;
    let nodes = answer.get("nodes").cloned().unwrap_or_default();
    let nodes: Vec<Node> = serde_json::from_value(nodes).expect("nodes of an accessibility tree");
    let root = nodes.first().map(|root| root.id.clone()).unwrap_or_default();
    let nodes = nodes.into_iter().map(|node| (node.id.clone(), node)).collect();
    let mut lines = Vec::new();
    tell(&nodes, &root, (0, ""), &mut lines);
    lines.join("\n") + "\n"
}

/// So many rows of a table tell what it says.
const ROWS: usize = 4;

/// `above` is how deep a node lies, and what was said last: texts do not say it again.
fn tell(nodes: &HashMap<String, Node>, id: &str, above: (usize, &str), lines: &mut Vec<String>) {
    let Some(node) = nodes.get(id) else { return };
    let (role, name, value) = (text(node.role.as_ref()), text(node.name.as_ref()), text(node.value.as_ref()));
    let (depth, said) = above;
    let says_again = role == "StaticText" && (name.is_empty() || said.contains(&name));
    let own = format!("{name} {value}");
    let below = if node.ignored || BOXES.contains(&role.as_str()) || NAMES.contains(&role.as_str()) || says_again {
        above
    } else {
        lines.push(format!("{}{}", "  ".repeat(depth), line(node, &role, &name)));
        (depth + 1, if name.is_empty() { said } else { &own })
    };
    if NAMES.contains(&role.as_str()) {
        return;
    }
    let mut rows = 0;
    for child in &node.child_ids {
        rows += usize::from(nodes.get(child).is_some_and(|child| text(child.role.as_ref()) == "row"));
        if rows > ROWS {
            lines.push(format!("{}more rows", "  ".repeat(below.0)));
            break;
        }
        tell(nodes, child, below, lines);
    }
}

fn line(node: &Node, role: &str, name: &str) -> String {
    let role = match role {
        "RootWebArea" => "page",
        "StaticText" => "text",
        other => other,
    };
    let mut line = if name.is_empty() { role.to_owned() } else { format!("{role} \"{name}\"") };
    for (what, said) in [("value", text(node.value.as_ref())), ("description", text(node.description.as_ref()))] {
        if !said.is_empty() {
            let _written = write!(line, " {what}=\"{said}\"");
        }
    }
    for property in &node.properties {
        let said = property.value.text();
        let is_said = match property.name.as_str() {
            "checked" => true,
            // Of lists, too, where it says nothing.
            "level" => role == "heading",
            other => STATES.contains(&other) && said != "false",
        };
        if is_said {
            let _written = write!(line, " {}={said}", property.name);
        }
    }
    line
}

fn text(said: Option<&Said>) -> String {
    said.map(Said::text).unwrap_or_default()
}
