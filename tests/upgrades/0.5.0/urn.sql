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
-- Data for Name: __diesel_schema_migrations; Type: TABLE DATA; Schema: what; Owner: -
--

INSERT INTO what.__diesel_schema_migrations VALUES ('20261121000001', '2026-11-22 04:30:24.819319');
INSERT INTO what.__diesel_schema_migrations VALUES ('20261124000002', '2026-11-22 04:30:24.820651');


--
-- Data for Name: answers; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: installation; Type: TABLE DATA; Schema: what; Owner: -
--

INSERT INTO what.installation VALUES (1, '\xc1342d9aa5004597a7e29936723d5017', '\x3f0c5f2b3005ff71f1f8a980c44925a5dac242f5e0495ac03c4911b0205f7312');


--
-- Data for Name: opened_ballots; Type: TABLE DATA; Schema: what; Owner: -
--



--
-- Data for Name: papers; Type: TABLE DATA; Schema: what; Owner: -
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
-- Data for Name: texts; Type: TABLE DATA; Schema: what; Owner: -
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
-- Name: papers papers_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.papers
    ADD CONSTRAINT papers_pkey PRIMARY KEY (survey_id);


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
-- Name: texts texts_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.texts
    ADD CONSTRAINT texts_pkey PRIMARY KEY (id);


--
-- Name: answers_of_survey; Type: INDEX; Schema: what; Owner: -
--

CREATE INDEX answers_of_survey ON what.answers USING btree (survey_id);


--
-- Name: sealed_ballots_of_stratum; Type: INDEX; Schema: what; Owner: -
--

CREATE INDEX sealed_ballots_of_stratum ON what.sealed_ballots USING btree (stratum_id);


--
-- Name: texts_of_survey; Type: INDEX; Schema: what; Owner: -
--

CREATE INDEX texts_of_survey ON what.texts USING btree (survey_id);


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
-- PostgreSQL database dump complete
--


