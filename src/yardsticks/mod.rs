//! What results are measured by: rating tables and sample rules, as data that an editor can change.
