//! What was typed into a form, and what it says; or everything that is wrong with it.

mod measure;
mod plan;
mod step;
mod text;

pub use measure::{MeasureForm, value};
pub use plan::PlanForm;
pub use step::{ProgressForm, StepForm};
pub use text::place;
