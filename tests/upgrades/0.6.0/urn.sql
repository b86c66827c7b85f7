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
-- Name: installation; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.installation (
    only_row integer NOT NULL,
    id what.blob NOT NULL,
    key_check what.blob NOT NULL,
    CONSTRAINT installation_only_row_check CHECK ((only_row = 1))
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

INSERT INTO what.__diesel_schema_migrations VALUES ('20261121000001', '2026-11-22 10:35:34.351664');
INSERT INTO what.__diesel_schema_migrations VALUES ('20261124000002', '2026-11-22 10:35:34.35567');
INSERT INTO what.__diesel_schema_migrations VALUES ('20261126000003', '2026-11-22 10:35:34.371181');


--
-- Data for Name: answers; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: installation; Type: TABLE DATA; Schema: what; Owner: -
--

INSERT INTO what.installation VALUES (1, '\x475e2282d6334d23a018667bf2f002af', '\x5dbea5df597a85bf95870d905cb188cc28f0f9b60ac4f06dba53580573334309');


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
-- Data for Name: result_groups; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: sealed_ballots; Type: TABLE DATA; Schema: what; Owner: -
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
-- Name: installation installation_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.installation
    ADD CONSTRAINT installation_pkey PRIMARY KEY (only_row);


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
-- Name: year_scores year_scores_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.year_scores
    ADD CONSTRAINT year_scores_pkey PRIMARY KEY (fiscal_year, part);


--
-- Name: answers_of_survey; Type: INDEX; Schema: what; Owner: -
--

CREATE INDEX answers_of_survey ON what.answers USING btree (survey_id, id);


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
-- Name: year_scores year_scores_survey_id_fkey; Type: FK CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.year_scores
    ADD CONSTRAINT year_scores_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES what.releases(survey_id);


--
-- PostgreSQL database dump complete
--


