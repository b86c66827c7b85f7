-- Answers are read page by page in the order of their ids, survey by survey.
DROP INDEX answers_of_survey;
CREATE INDEX answers_of_survey ON answers (survey_id, id);

-- So are texts, by their question and group; the texts themselves are not touched by counting and paging.
DROP INDEX texts_of_survey;
CREATE INDEX texts_of_survey ON texts (survey_id, id, item, group_id);

-- How far the opening of a closed survey is, while it lasts.
CREATE TABLE openings_under_way (
    survey_id BLOB NOT NULL PRIMARY KEY REFERENCES papers (survey_id),
    done BIGINT NOT NULL,
    of_all BIGINT NOT NULL
);

-- The figures of a survey as they were let out, once and never others: the JSON of src/results/figures.rs,
-- and its SHA-256.
CREATE TABLE releases (
    survey_id BLOB NOT NULL PRIMARY KEY REFERENCES papers (survey_id),
    figures TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32)
);

-- What staff are shown of a release, and what the department says that it will do: JSON.
CREATE TABLE publications (
    survey_id BLOB NOT NULL PRIMARY KEY REFERENCES releases (survey_id),
    shows TEXT NOT NULL,
    undertakings TEXT NOT NULL
);

-- What coordinators noted at a text: a mark, a theme, and the words of it that are covered up.
CREATE TABLE text_notes (
    text_id BLOB NOT NULL PRIMARY KEY REFERENCES texts (id),
    survey_id BLOB NOT NULL REFERENCES papers (survey_id),
    is_marked BOOLEAN NOT NULL,
    theme TEXT NOT NULL,
    -- JSON: a list of words
    covered TEXT NOT NULL
) /* /* */ WITHOUT ROWID -- */
;
CREATE INDEX text_notes_of_survey ON text_notes (survey_id);

-- The scores of a fiscal year, as declared elsewhere or taken from one of our surveys.
CREATE TABLE year_scores (
    fiscal_year INTEGER NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('iit', 'eit', 'oit')),
    -- ours
    survey_id BLOB REFERENCES releases (survey_id),
    -- declared: in hundredths (none: nobody answered), where it comes from, and the indicators that came with
    -- it as JSON
    hundredths INTEGER CHECK (hundredths BETWEEN 0 AND 10000),
    source TEXT NOT NULL,
    indicators TEXT NOT NULL,
    PRIMARY KEY (fiscal_year, part),
    CHECK (survey_id IS NULL OR hundredths IS NULL)
);
