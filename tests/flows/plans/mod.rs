//! From what was found to what really changed: plans, their measures and steps, letters to owners, and what staff say.

mod documents;
mod follow_up;
mod keeping;
mod poll;
mod scene;
