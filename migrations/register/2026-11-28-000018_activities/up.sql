-- What was done in a fiscal year, as the department reports it.
CREATE TABLE activities (
    id BLOB NOT NULL PRIMARY KEY,
    -- goes up with every change, lest two people change it without seeing each other's
    edition INTEGER NOT NULL CHECK (edition > 0),
    -- JSON of src/activities/activity.rs
    said TEXT NOT NULL,
    -- what it speaks for: that appears in reports by its words, and not by itself
    meeting_id BLOB UNIQUE REFERENCES meetings (id) ON DELETE SET NULL,
    survey_id BLOB UNIQUE REFERENCES surveys (id) ON DELETE SET NULL,
    -- the round by which those who came say what they thought of it
    evaluation_id BLOB REFERENCES surveys (id) ON DELETE SET NULL,
    CHECK (meeting_id IS NULL OR survey_id IS NULL)
);
CREATE INDEX activities_of_evaluation ON activities (evaluation_id);

-- What would appear in reports by itself, and was left out.
CREATE TABLE left_out_meetings (
    meeting_id BLOB NOT NULL PRIMARY KEY REFERENCES meetings (id) ON DELETE CASCADE
);
CREATE TABLE left_out_surveys (
    survey_id BLOB NOT NULL PRIMARY KEY REFERENCES surveys (id) ON DELETE CASCADE
);

-- What stands before and after the table of a report.
CREATE TABLE activity_reports (
    fiscal_year INTEGER NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('first', 'second', 'whole')),
    edition INTEGER NOT NULL CHECK (edition > 0),
    opening TEXT NOT NULL,
    closing TEXT NOT NULL,
    PRIMARY KEY (fiscal_year, part)
);
