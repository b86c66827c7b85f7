--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: what; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA what;


--
-- Name: blob; Type: DOMAIN; Schema: what; Owner: -
--

CREATE DOMAIN what.blob AS bytea;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: __diesel_schema_migrations; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.__diesel_schema_migrations (
    version character varying(50) NOT NULL,
    run_on timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);


--
-- Name: answers; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.answers (
    id what.blob NOT NULL,
    survey_id what.blob NOT NULL,
    group_id what.blob NOT NULL,
    compact what.blob NOT NULL
);


--
-- Name: cards; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.cards (
    id what.blob NOT NULL,
    matter_id what.blob,
    meeting_id what.blob NOT NULL,
    topic text NOT NULL,
    month text NOT NULL,
    state text NOT NULL,
    title text NOT NULL,
    question text NOT NULL,
    answer text NOT NULL,
    office text NOT NULL,
    answered_on text,
    change text NOT NULL,
    changed_on text,
    CONSTRAINT cards_answered_on_check CHECK ((length(answered_on) = 10)),
    CONSTRAINT cards_changed_on_check CHECK ((length(changed_on) = 10)),
    CONSTRAINT cards_month_check CHECK ((length(month) = 7)),
    CONSTRAINT cards_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'answered'::text, 'withdrawn'::text])))
);


--
-- Name: emptying; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.emptying (
    only_row integer NOT NULL,
    due text NOT NULL,
    CONSTRAINT emptying_due_check CHECK ((length(due) = 13)),
    CONSTRAINT emptying_only_row_check CHECK ((only_row = 1))
);


--
-- Name: installation; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.installation (
    only_row integer NOT NULL,
    id what.blob NOT NULL,
    key_check what.blob NOT NULL,
    CONSTRAINT installation_only_row_check CHECK ((only_row = 1))
);


--
-- Name: letterbox; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.letterbox (
    id what.blob NOT NULL,
    meeting_id what.blob NOT NULL,
    way text NOT NULL,
    month text NOT NULL,
    locator what.blob NOT NULL,
    lock what.blob NOT NULL,
    sealed what.blob NOT NULL,
    may_go boolean NOT NULL,
    CONSTRAINT letterbox_locator_check CHECK ((length((locator)::bytea) = 16)),
    CONSTRAINT letterbox_month_check CHECK ((length(month) = 7)),
    CONSTRAINT letterbox_way_check CHECK ((way = ANY (ARRAY['by_name'::text, 'by_seat'::text, 'open_door'::text])))
);


--
-- Name: letterbox_files; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.letterbox_files (
    id what.blob NOT NULL,
    message_id what.blob NOT NULL,
    label what.blob NOT NULL,
    sealed what.blob NOT NULL
);


--
-- Name: live_questions; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.live_questions (
    id what.blob NOT NULL,
    meeting_id what.blob NOT NULL,
    sealed what.blob NOT NULL,
    state text NOT NULL,
    votes integer NOT NULL,
    place what.blob,
    CONSTRAINT live_questions_place_check CHECK ((length((place)::bytea) = 32)),
    CONSTRAINT live_questions_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'shown'::text, 'now'::text, 'answered'::text, 'hidden'::text]))),
    CONSTRAINT live_questions_votes_check CHECK ((votes >= 0))
);


--
-- Name: live_rooms; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.live_rooms (
    meeting_id what.blob NOT NULL,
    code text NOT NULL,
    title_thai text NOT NULL,
    title_english text NOT NULL,
    k integer NOT NULL,
    is_moderated boolean NOT NULL,
    is_open boolean NOT NULL,
    CONSTRAINT live_rooms_code_check CHECK ((length(code) = 6)),
    CONSTRAINT live_rooms_k_check CHECK ((k >= 1))
);


--
-- Name: live_votes; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.live_votes (
    question_id what.blob NOT NULL,
    mark what.blob NOT NULL,
    CONSTRAINT live_votes_mark_check CHECK ((length((mark)::bytea) = 32))
);


--
-- Name: matter_files; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.matter_files (
    id what.blob NOT NULL,
    matter_id what.blob NOT NULL,
    label what.blob NOT NULL,
    sealed what.blob NOT NULL
);


--
-- Name: matters; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.matters (
    id what.blob NOT NULL,
    meeting_id what.blob NOT NULL,
    way text NOT NULL,
    month text NOT NULL,
    topic text NOT NULL,
    wants_board boolean NOT NULL,
    state text NOT NULL,
    signed_as what.blob,
    owner what.blob,
    due text,
    office what.blob,
    opened_on text,
    answered_on text,
    waited integer,
    outcome text,
    held_back text,
    merged_into what.blob,
    locator what.blob NOT NULL,
    lock what.blob NOT NULL,
    edition integer NOT NULL,
    last_deed what.blob,
    CONSTRAINT matters_answered_on_check CHECK ((length(answered_on) = 10)),
    CONSTRAINT matters_due_check CHECK ((length(due) = 10)),
    CONSTRAINT matters_locator_check CHECK ((length((locator)::bytea) = 16)),
    CONSTRAINT matters_month_check CHECK ((length(month) = 7)),
    CONSTRAINT matters_opened_on_check CHECK ((length(opened_on) = 10)),
    CONSTRAINT matters_outcome_check CHECK ((outcome = ANY (ARRAY['solved'::text, 'not_yet'::text]))),
    CONSTRAINT matters_state_check CHECK ((state = ANY (ARRAY['new'::text, 'asked'::text, 'office'::text, 'answered'::text, 'merged'::text, 'held_back'::text]))),
    CONSTRAINT matters_way_check CHECK ((way = ANY (ARRAY['by_name'::text, 'by_seat'::text, 'open_door'::text])))
);


--
-- Name: notices; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.notices (
    meeting_id what.blob NOT NULL,
    notice text NOT NULL,
    hash what.blob NOT NULL,
    closes bigint,
    ended text,
    removed integer DEFAULT 0 NOT NULL,
    CONSTRAINT notices_ended_check CHECK ((ended = ANY (ARRAY['over'::text, 'cancelled'::text]))),
    CONSTRAINT notices_hash_check CHECK ((length((hash)::bytea) = 32))
);


--
-- Name: opened_ballots; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.opened_ballots (
    survey_id what.blob NOT NULL,
    message what.blob NOT NULL,
    stratum_id what.blob NOT NULL,
    signature what.blob NOT NULL,
    is_spoilt boolean NOT NULL,
    CONSTRAINT opened_ballots_message_check CHECK ((length((message)::bytea) = 64))
);


--
-- Name: openings_under_way; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.openings_under_way (
    survey_id what.blob NOT NULL,
    done bigint NOT NULL,
    of_all bigint NOT NULL
);


--
-- Name: papers; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.papers (
    survey_id what.blob NOT NULL,
    paper text NOT NULL,
    hash what.blob NOT NULL,
    opens bigint NOT NULL,
    release_rule text NOT NULL,
    closes bigint NOT NULL,
    taken_until bigint NOT NULL,
    stage text NOT NULL,
    closed text,
    unopened integer DEFAULT 0 NOT NULL,
    texts_withheld integer DEFAULT 0 NOT NULL,
    CONSTRAINT papers_check CHECK ((closes > opens)),
    CONSTRAINT papers_check1 CHECK ((taken_until >= closes)),
    CONSTRAINT papers_check2 CHECK (((closed IS NULL) = (stage = 'open'::text))),
    CONSTRAINT papers_closed_check CHECK ((length(closed) = 10)),
    CONSTRAINT papers_hash_check CHECK ((length((hash)::bytea) = 32)),
    CONSTRAINT papers_release_rule_check CHECK ((release_rule = ANY (ARRAY['at_close'::text, 'in_blocks'::text]))),
    CONSTRAINT papers_stage_check CHECK ((stage = ANY (ARRAY['open'::text, 'closed'::text, 'released'::text])))
);


--
-- Name: publications; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.publications (
    survey_id what.blob NOT NULL,
    shows text NOT NULL,
    undertakings text NOT NULL
);


--
-- Name: releases; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.releases (
    survey_id what.blob NOT NULL,
    figures text NOT NULL,
    digest what.blob NOT NULL,
    CONSTRAINT releases_digest_check CHECK ((length((digest)::bytea) = 32))
);


--
-- Name: remarks; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.remarks (
    id what.blob NOT NULL,
    matter_id what.blob NOT NULL,
    place integer NOT NULL,
    kind text NOT NULL,
    said_on text,
    sealed what.blob NOT NULL,
    CONSTRAINT remarks_kind_check CHECK ((kind = ANY (ARRAY['writer'::text, 'ask'::text, 'answer'::text, 'office'::text, 'note'::text]))),
    CONSTRAINT remarks_said_on_check CHECK ((length(said_on) = 10))
);


--
-- Name: result_groups; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.result_groups (
    id what.blob NOT NULL,
    survey_id what.blob NOT NULL,
    place integer NOT NULL,
    counted integer NOT NULL
);


--
-- Name: sealed_ballots; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.sealed_ballots (
    survey_id what.blob NOT NULL,
    message what.blob NOT NULL,
    stratum_id what.blob NOT NULL,
    signature what.blob NOT NULL,
    sealed what.blob NOT NULL,
    digest what.blob NOT NULL,
    superseded what.blob NOT NULL,
    replaced integer NOT NULL,
    CONSTRAINT sealed_ballots_digest_check CHECK ((length((digest)::bytea) = 16)),
    CONSTRAINT sealed_ballots_message_check CHECK ((length((message)::bytea) = 64))
);


--
-- Name: spent_seats; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.spent_seats (
    meeting_id what.blob NOT NULL,
    mark what.blob NOT NULL,
    digest what.blob NOT NULL,
    CONSTRAINT spent_seats_digest_check CHECK ((length((digest)::bytea) = 32)),
    CONSTRAINT spent_seats_mark_check CHECK ((length((mark)::bytea) = 32))
);


--
-- Name: spent_vouchers; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.spent_vouchers (
    meeting_id what.blob NOT NULL,
    mark what.blob NOT NULL,
    digest what.blob NOT NULL,
    CONSTRAINT spent_vouchers_digest_check CHECK ((length((digest)::bytea) = 32)),
    CONSTRAINT spent_vouchers_mark_check CHECK ((length((mark)::bytea) = 32))
);


--
-- Name: strata; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.strata (
    id what.blob NOT NULL,
    survey_id what.blob NOT NULL,
    place integer NOT NULL,
    group_id what.blob,
    roll integer DEFAULT 0 NOT NULL,
    issued integer DEFAULT 0 NOT NULL,
    counted integer DEFAULT 0 NOT NULL,
    spoilt integer DEFAULT 0 NOT NULL,
    replaced integer DEFAULT 0 NOT NULL
);


--
-- Name: text_notes; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.text_notes (
    text_id what.blob NOT NULL,
    survey_id what.blob NOT NULL,
    is_marked boolean NOT NULL,
    theme text NOT NULL,
    covered text NOT NULL
);


--
-- Name: texts; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.texts (
    id what.blob NOT NULL,
    survey_id what.blob NOT NULL,
    group_id what.blob,
    item text NOT NULL,
    text text NOT NULL
);


--
-- Name: told_reports; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.told_reports (
    meeting_id what.blob NOT NULL,
    edition integer NOT NULL,
    report text NOT NULL
);


--
-- Name: votes; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.votes (
    card_id what.blob NOT NULL,
    mark what.blob NOT NULL,
    CONSTRAINT votes_mark_check CHECK ((length((mark)::bytea) = 32))
);


--
-- Name: year_scores; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.year_scores (
    fiscal_year integer NOT NULL,
    part text NOT NULL,
    survey_id what.blob,
    hundredths integer,
    source text NOT NULL,
    indicators text NOT NULL,
    CONSTRAINT year_scores_check CHECK (((survey_id IS NULL) OR (hundredths IS NULL))),
    CONSTRAINT year_scores_hundredths_check CHECK (((hundredths >= 0) AND (hundredths <= 10000))),
    CONSTRAINT year_scores_part_check CHECK ((part = ANY (ARRAY['iit'::text, 'eit'::text, 'oit'::text])))
);


--
-- Data for Name: __diesel_schema_migrations; Type: TABLE DATA; Schema: what; Owner: -
--

INSERT INTO what.__diesel_schema_migrations VALUES ('20261121000001', '2026-11-22 22:45:18.128688');
INSERT INTO what.__diesel_schema_migrations VALUES ('20261124000002', '2026-11-22 22:45:18.131026');
INSERT INTO what.__diesel_schema_migrations VALUES ('20261126000003', '2026-11-22 22:45:18.143775');
INSERT INTO what.__diesel_schema_migrations VALUES ('20261127000004', '2026-11-22 22:45:18.152964');
INSERT INTO what.__diesel_schema_migrations VALUES ('20261127000005', '2026-11-22 22:45:18.172125');


--
-- Data for Name: answers; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: cards; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: emptying; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: installation; Type: TABLE DATA; Schema: what; Owner: -
--

INSERT INTO what.installation VALUES (1, '\xc0670bd34a8d498fac3371262bf82d69', '\xed9a41460af5fd736fa9464762abf16d8396ef1cae23d19f875047055e3325d0');


--
-- Data for Name: letterbox; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: letterbox_files; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: live_questions; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: live_rooms; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: live_votes; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: matter_files; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: matters; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: notices; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: opened_ballots; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: openings_under_way; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: papers; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: publications; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: releases; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: remarks; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: result_groups; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: sealed_ballots; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: spent_seats; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: spent_vouchers; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: strata; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: text_notes; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: texts; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: told_reports; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: votes; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: year_scores; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Name: __diesel_schema_migrations __diesel_schema_migrations_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.__diesel_schema_migrations
    ADD CONSTRAINT __diesel_schema_migrations_pkey PRIMARY KEY (version);


--
-- Name: answers answers_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.answers
    ADD CONSTRAINT answers_pkey PRIMARY KEY (id);


--
-- Name: cards cards_matter_id_key; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.cards
    ADD CONSTRAINT cards_matter_id_key UNIQUE (matter_id);


--
-- Name: cards cards_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.cards
    ADD CONSTRAINT cards_pkey PRIMARY KEY (id);


--
-- Name: emptying emptying_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.emptying
    ADD CONSTRAINT emptying_pkey PRIMARY KEY (only_row);


--
-- Name: installation installation_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.installation
    ADD CONSTRAINT installation_pkey PRIMARY KEY (only_row);


--
-- Name: letterbox_files letterbox_files_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.letterbox_files
    ADD CONSTRAINT letterbox_files_pkey PRIMARY KEY (id);


--
-- Name: letterbox letterbox_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.letterbox
    ADD CONSTRAINT letterbox_pkey PRIMARY KEY (id);


--
-- Name: live_questions live_questions_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.live_questions
    ADD CONSTRAINT live_questions_pkey PRIMARY KEY (id);


--
-- Name: live_questions live_questions_place_key; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.live_questions
    ADD CONSTRAINT live_questions_place_key UNIQUE (place);


--
-- Name: live_rooms live_rooms_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.live_rooms
    ADD CONSTRAINT live_rooms_pkey PRIMARY KEY (meeting_id);


--
-- Name: live_votes live_votes_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.live_votes
    ADD CONSTRAINT live_votes_pkey PRIMARY KEY (question_id, mark);


--
-- Name: matter_files matter_files_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.matter_files
    ADD CONSTRAINT matter_files_pkey PRIMARY KEY (id);


--
-- Name: matters matters_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.matters
    ADD CONSTRAINT matters_pkey PRIMARY KEY (id);


--
-- Name: notices notices_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.notices
    ADD CONSTRAINT notices_pkey PRIMARY KEY (meeting_id);


--
-- Name: opened_ballots opened_ballots_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.opened_ballots
    ADD CONSTRAINT opened_ballots_pkey PRIMARY KEY (survey_id, message);


--
-- Name: openings_under_way openings_under_way_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.openings_under_way
    ADD CONSTRAINT openings_under_way_pkey PRIMARY KEY (survey_id);


--
-- Name: papers papers_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.papers
    ADD CONSTRAINT papers_pkey PRIMARY KEY (survey_id);


--
-- Name: publications publications_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.publications
    ADD CONSTRAINT publications_pkey PRIMARY KEY (survey_id);


--
-- Name: releases releases_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.releases
    ADD CONSTRAINT releases_pkey PRIMARY KEY (survey_id);


--
-- Name: remarks remarks_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.remarks
    ADD CONSTRAINT remarks_pkey PRIMARY KEY (id);


--
-- Name: result_groups result_groups_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.result_groups
    ADD CONSTRAINT result_groups_pkey PRIMARY KEY (id);


--
-- Name: result_groups result_groups_survey_id_place_key; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.result_groups
    ADD CONSTRAINT result_groups_survey_id_place_key UNIQUE (survey_id, place);


--
-- Name: sealed_ballots sealed_ballots_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.sealed_ballots
    ADD CONSTRAINT sealed_ballots_pkey PRIMARY KEY (survey_id, message);


--
-- Name: spent_seats spent_seats_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.spent_seats
    ADD CONSTRAINT spent_seats_pkey PRIMARY KEY (meeting_id, mark);


--
-- Name: spent_vouchers spent_vouchers_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.spent_vouchers
    ADD CONSTRAINT spent_vouchers_pkey PRIMARY KEY (meeting_id, mark);


--
-- Name: strata strata_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.strata
    ADD CONSTRAINT strata_pkey PRIMARY KEY (id);


--
-- Name: strata strata_survey_id_place_key; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.strata
    ADD CONSTRAINT strata_survey_id_place_key UNIQUE (survey_id, place);


--
-- Name: text_notes text_notes_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.text_notes
    ADD CONSTRAINT text_notes_pkey PRIMARY KEY (text_id);


--
-- Name: texts texts_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.texts
    ADD CONSTRAINT texts_pkey PRIMARY KEY (id);


--
-- Name: told_reports told_reports_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.told_reports
    ADD CONSTRAINT told_reports_pkey PRIMARY KEY (meeting_id);


--
-- Name: votes votes_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.votes
    ADD CONSTRAINT votes_pkey PRIMARY KEY (card_id, mark);


--
-- Name: year_scores year_scores_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.year_scores
    ADD CONSTRAINT year_scores_pkey PRIMARY KEY (fiscal_year, part);


--
-- Name: answers_of_survey; Type: INDEX; Schema: what; Owner: -
--

CREATE INDEX answers_of_survey ON what.answers USING btree (survey_id, id);


--
-- Name: files_of_matter; Type: INDEX; Schema: what; Owner: -
--

CREATE INDEX files_of_matter ON what.matter_files USING btree (matter_id);


--
-- Name: files_of_message; Type: INDEX; Schema: what; Owner: -
--

CREATE INDEX files_of_message ON what.letterbox_files USING btree (message_id);


--
-- Name: letterbox_by_locator; Type: INDEX; Schema: what; Owner: -
--

CREATE INDEX letterbox_by_locator ON what.letterbox USING btree (locator);


--
-- Name: letterbox_of_notice; Type: INDEX; Schema: what; Owner: -
--

CREATE INDEX letterbox_of_notice ON what.letterbox USING btree (meeting_id, way);


--
-- Name: live_questions_of_room; Type: INDEX; Schema: what; Owner: -
--

CREATE INDEX live_questions_of_room ON what.live_questions USING btree (meeting_id, state);


--
-- Name: live_rooms_by_code; Type: INDEX; Schema: what; Owner: -
--

CREATE UNIQUE INDEX live_rooms_by_code ON what.live_rooms USING btree (code) WHERE is_open;


--
-- Name: matters_by_locator; Type: INDEX; Schema: what; Owner: -
--

CREATE INDEX matters_by_locator ON what.matters USING btree (locator);


--
-- Name: matters_by_state; Type: INDEX; Schema: what; Owner: -
--

CREATE INDEX matters_by_state ON what.matters USING btree (state);


--
-- Name: remarks_of_matter; Type: INDEX; Schema: what; Owner: -
--

CREATE INDEX remarks_of_matter ON what.remarks USING btree (matter_id, place);


--
-- Name: sealed_ballots_of_stratum; Type: INDEX; Schema: what; Owner: -
--

CREATE INDEX sealed_ballots_of_stratum ON what.sealed_ballots USING btree (stratum_id);


--
-- Name: text_notes_of_survey; Type: INDEX; Schema: what; Owner: -
--

CREATE INDEX text_notes_of_survey ON what.text_notes USING btree (survey_id);


--
-- Name: texts_of_survey; Type: INDEX; Schema: what; Owner: -
--

CREATE INDEX texts_of_survey ON what.texts USING btree (survey_id, id, item, group_id);


--
-- Name: answers answers_group_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.answers
    ADD CONSTRAINT answers_group_id_fkey FOREIGN KEY (group_id) REFERENCES what.result_groups(id);


--
-- Name: answers answers_survey_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.answers
    ADD CONSTRAINT answers_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES what.papers(survey_id);


--
-- Name: cards cards_matter_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.cards
    ADD CONSTRAINT cards_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES what.matters(id);


--
-- Name: cards cards_meeting_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.cards
    ADD CONSTRAINT cards_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES what.notices(meeting_id);


--
-- Name: letterbox letterbox_meeting_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.letterbox
    ADD CONSTRAINT letterbox_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES what.notices(meeting_id);


--
-- Name: live_questions live_questions_meeting_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.live_questions
    ADD CONSTRAINT live_questions_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES what.live_rooms(meeting_id);


--
-- Name: live_votes live_votes_question_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.live_votes
    ADD CONSTRAINT live_votes_question_id_fkey FOREIGN KEY (question_id) REFERENCES what.live_questions(id);


--
-- Name: matter_files matter_files_matter_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.matter_files
    ADD CONSTRAINT matter_files_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES what.matters(id);


--
-- Name: matters matters_meeting_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.matters
    ADD CONSTRAINT matters_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES what.notices(meeting_id);


--
-- Name: matters matters_merged_into_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.matters
    ADD CONSTRAINT matters_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES what.matters(id);


--
-- Name: opened_ballots opened_ballots_stratum_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.opened_ballots
    ADD CONSTRAINT opened_ballots_stratum_id_fkey FOREIGN KEY (stratum_id) REFERENCES what.strata(id);


--
-- Name: opened_ballots opened_ballots_survey_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.opened_ballots
    ADD CONSTRAINT opened_ballots_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES what.papers(survey_id);


--
-- Name: openings_under_way openings_under_way_survey_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.openings_under_way
    ADD CONSTRAINT openings_under_way_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES what.papers(survey_id);


--
-- Name: publications publications_survey_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.publications
    ADD CONSTRAINT publications_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES what.releases(survey_id);


--
-- Name: releases releases_survey_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.releases
    ADD CONSTRAINT releases_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES what.papers(survey_id);


--
-- Name: remarks remarks_matter_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.remarks
    ADD CONSTRAINT remarks_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES what.matters(id);


--
-- Name: result_groups result_groups_survey_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.result_groups
    ADD CONSTRAINT result_groups_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES what.papers(survey_id);


--
-- Name: sealed_ballots sealed_ballots_stratum_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.sealed_ballots
    ADD CONSTRAINT sealed_ballots_stratum_id_fkey FOREIGN KEY (stratum_id) REFERENCES what.strata(id);


--
-- Name: sealed_ballots sealed_ballots_survey_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.sealed_ballots
    ADD CONSTRAINT sealed_ballots_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES what.papers(survey_id);


--
-- Name: spent_seats spent_seats_meeting_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.spent_seats
    ADD CONSTRAINT spent_seats_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES what.notices(meeting_id);


--
-- Name: spent_vouchers spent_vouchers_meeting_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.spent_vouchers
    ADD CONSTRAINT spent_vouchers_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES what.notices(meeting_id);


--
-- Name: strata strata_survey_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.strata
    ADD CONSTRAINT strata_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES what.papers(survey_id);


--
-- Name: text_notes text_notes_survey_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.text_notes
    ADD CONSTRAINT text_notes_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES what.papers(survey_id);


--
-- Name: text_notes text_notes_text_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.text_notes
    ADD CONSTRAINT text_notes_text_id_fkey FOREIGN KEY (text_id) REFERENCES what.texts(id);


--
-- Name: texts texts_group_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.texts
    ADD CONSTRAINT texts_group_id_fkey FOREIGN KEY (group_id) REFERENCES what.result_groups(id);


--
-- Name: texts texts_survey_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.texts
    ADD CONSTRAINT texts_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES what.papers(survey_id);


--
-- Name: told_reports told_reports_meeting_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.told_reports
    ADD CONSTRAINT told_reports_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES what.notices(meeting_id);


--
-- Name: votes votes_card_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.votes
    ADD CONSTRAINT votes_card_id_fkey FOREIGN KEY (card_id) REFERENCES what.cards(id);


--
-- Name: year_scores year_scores_survey_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.year_scores
    ADD CONSTRAINT year_scores_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES what.releases(survey_id);


--
-- PostgreSQL database dump complete
--


