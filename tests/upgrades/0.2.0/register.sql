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
-- Name: who; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA who;


--
-- Name: blob; Type: DOMAIN; Schema: who; Owner: -
--

CREATE DOMAIN who.blob AS bytea;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: __diesel_schema_migrations; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.__diesel_schema_migrations (
    version character varying(50) NOT NULL,
    run_on timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);


--
-- Name: account_roles; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.account_roles (
    account_id who.blob NOT NULL,
    role text NOT NULL,
    CONSTRAINT account_roles_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'hr'::text, 'coordinator'::text, 'desk'::text, 'viewer'::text])))
);


--
-- Name: accounts; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.accounts (
    id who.blob NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    language text NOT NULL,
    password text,
    invited bigint NOT NULL,
    closed bigint,
    second_factor who.blob,
    second_factor_step bigint DEFAULT 0 NOT NULL,
    CONSTRAINT accounts_language_check CHECK ((language = ANY (ARRAY['th'::text, 'en'::text])))
);


--
-- Name: audiences; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.audiences (
    survey_id who.blob NOT NULL,
    rule text NOT NULL,
    groups text
);


--
-- Name: department; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.department (
    only_row integer NOT NULL,
    name_thai text NOT NULL,
    name_english text NOT NULL,
    contact_thai text NOT NULL,
    contact_english text NOT NULL,
    k integer NOT NULL,
    retention_months integer NOT NULL,
    first_language text NOT NULL,
    offers_english boolean NOT NULL,
    second_factor_required boolean NOT NULL,
    changed bigint NOT NULL,
    CONSTRAINT department_first_language_check CHECK ((first_language = ANY (ARRAY['th'::text, 'en'::text]))),
    CONSTRAINT department_k_check CHECK (((k >= 3) AND (k <= 100))),
    CONSTRAINT department_only_row_check CHECK ((only_row = 1)),
    CONSTRAINT department_retention_months_check CHECK (((retention_months >= 1) AND (retention_months <= 120)))
);


--
-- Name: diary; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.diary (
    number bigint NOT NULL,
    happened bigint NOT NULL,
    actor who.blob,
    actor_name text NOT NULL,
    deed text NOT NULL,
    subject text NOT NULL,
    chain who.blob NOT NULL
);


--
-- Name: import_changes; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.import_changes (
    import_id who.blob NOT NULL,
    person_id who.blob NOT NULL,
    before text NOT NULL,
    import_before who.blob
);


--
-- Name: import_files; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.import_files (
    import_id who.blob NOT NULL,
    content who.blob NOT NULL
);


--
-- Name: imports; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.imports (
    id who.blob NOT NULL,
    account_id who.blob,
    begun bigint NOT NULL,
    file_name text NOT NULL,
    layout text,
    findings who.blob,
    imported bigint,
    undone bigint,
    wrote integer DEFAULT 0 NOT NULL,
    new_units text DEFAULT '[]'::text NOT NULL
);


--
-- Name: installation; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.installation (
    only_row integer NOT NULL,
    id who.blob NOT NULL,
    key_check who.blob NOT NULL,
    CONSTRAINT installation_only_row_check CHECK ((only_row = 1))
);


--
-- Name: logo; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.logo (
    only_row integer NOT NULL,
    kind text NOT NULL,
    picture who.blob NOT NULL,
    digest text NOT NULL,
    CONSTRAINT logo_kind_check CHECK ((kind = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'image/webp'::text]))),
    CONSTRAINT logo_only_row_check CHECK ((only_row = 1))
);


--
-- Name: one_time_links; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.one_time_links (
    token who.blob NOT NULL,
    purpose text NOT NULL,
    account_id who.blob,
    expires bigint NOT NULL,
    CONSTRAINT one_time_links_purpose_check CHECK ((purpose = ANY (ARRAY['setup'::text, 'invitation'::text, 'reset'::text])))
);


--
-- Name: outbox; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.outbox (
    id who.blob NOT NULL,
    kind text NOT NULL,
    batch who.blob NOT NULL,
    recipient who.blob NOT NULL,
    sealed who.blob NOT NULL,
    posted bigint NOT NULL,
    due bigint NOT NULL,
    tries integer NOT NULL,
    state text NOT NULL,
    fault text,
    leased_by who.blob,
    leased_until bigint NOT NULL,
    CONSTRAINT outbox_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'given_up'::text])))
);


--
-- Name: people; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.people (
    id who.blob NOT NULL,
    number text NOT NULL,
    name text NOT NULL,
    unit_id who.blob NOT NULL,
    category text NOT NULL,
    email text,
    language text,
    started text,
    departed text,
    sort_key who.blob,
    sort_edition integer DEFAULT 0 NOT NULL,
    import_id who.blob,
    CONSTRAINT people_category_check CHECK ((category <> ''::text)),
    CONSTRAINT people_check CHECK ((departed >= started)),
    CONSTRAINT people_departed_check CHECK ((length(departed) = 10)),
    CONSTRAINT people_language_check CHECK ((language = ANY (ARRAY['th'::text, 'en'::text]))),
    CONSTRAINT people_name_check CHECK ((name <> ''::text)),
    CONSTRAINT people_number_check CHECK ((number <> ''::text)),
    CONSTRAINT people_started_check CHECK ((length(started) = 10))
);


--
-- Name: recovery_codes; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.recovery_codes (
    account_id who.blob NOT NULL,
    code who.blob NOT NULL
);


--
-- Name: roll; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.roll (
    survey_id who.blob NOT NULL,
    person_id who.blob NOT NULL,
    stratum_id who.blob NOT NULL,
    has_collected boolean DEFAULT false NOT NULL
);


--
-- Name: rolls; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.rolls (
    survey_id who.blob NOT NULL,
    drawn text NOT NULL,
    rule text NOT NULL,
    reference text NOT NULL,
    k integer NOT NULL,
    entered integer NOT NULL,
    added integer DEFAULT 0 NOT NULL,
    is_open boolean DEFAULT false NOT NULL,
    CONSTRAINT rolls_drawn_check CHECK ((length(drawn) = 10)),
    CONSTRAINT rolls_k_check CHECK ((k >= 3)),
    CONSTRAINT rolls_reference_check CHECK ((length(reference) = 10))
);


--
-- Name: sessions; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.sessions (
    id who.blob NOT NULL,
    account_id who.blob NOT NULL,
    token who.blob NOT NULL,
    former_token who.blob,
    opened bigint NOT NULL,
    rotated bigint NOT NULL,
    seen bigint NOT NULL,
    is_half_open boolean NOT NULL,
    device text NOT NULL
);


--
-- Name: spent_forms; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.spent_forms (
    key who.blob NOT NULL,
    answer text NOT NULL,
    spent bigint NOT NULL
);


--
-- Name: strata; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.strata (
    id who.blob NOT NULL,
    survey_id who.blob NOT NULL,
    place integer NOT NULL,
    name_thai text NOT NULL,
    name_english text NOT NULL,
    size integer NOT NULL
);


--
-- Name: stratum_units; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.stratum_units (
    survey_id who.blob NOT NULL,
    unit_id who.blob NOT NULL,
    stratum_id who.blob NOT NULL
);


--
-- Name: surveys; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.surveys (
    id who.blob NOT NULL,
    fiscal_year integer NOT NULL,
    round integer NOT NULL,
    name_thai text NOT NULL,
    name_english text DEFAULT ''::text NOT NULL,
    k integer NOT NULL,
    CONSTRAINT surveys_fiscal_year_check CHECK (((fiscal_year >= 2400) AND (fiscal_year <= 2700))),
    CONSTRAINT surveys_k_check CHECK ((k >= 3)),
    CONSTRAINT surveys_name_thai_check CHECK ((name_thai <> ''::text)),
    CONSTRAINT surveys_round_check CHECK (((round >= 1) AND (round <= 12)))
);


--
-- Name: tasks; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.tasks (
    name text NOT NULL,
    due bigint NOT NULL,
    leased_by who.blob,
    leased_until bigint NOT NULL,
    finished bigint,
    outcome text
);


--
-- Name: throttles; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.throttles (
    key who.blob NOT NULL,
    failures integer NOT NULL,
    last_failure bigint NOT NULL
);


--
-- Name: units; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.units (
    id who.blob NOT NULL,
    name_thai text NOT NULL,
    name_english text DEFAULT ''::text NOT NULL,
    short_name text NOT NULL,
    parent_id who.blob,
    CONSTRAINT units_check CHECK (((parent_id)::bytea <> (id)::bytea)),
    CONSTRAINT units_name_thai_check CHECK ((name_thai <> ''::text)),
    CONSTRAINT units_short_name_check CHECK ((short_name <> ''::text))
);


--
-- Data for Name: __diesel_schema_migrations; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000001', '2026-11-21 18:30:48.607106');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000002', '2026-11-21 18:30:48.608493');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000003', '2026-11-21 18:30:48.609581');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000004', '2026-11-21 18:30:48.615924');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000005', '2026-11-21 18:30:48.617208');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000006', '2026-11-21 18:30:48.617939');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000007', '2026-11-21 18:30:48.619547');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261122000008', '2026-11-21 18:30:48.622762');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261122000009', '2026-11-21 18:30:48.628059');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261122000010', '2026-11-21 18:30:48.629775');


--
-- Data for Name: account_roles; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.account_roles VALUES ('\x10c2b3a2867b4b14adbd38db44348cc1', 'admin');
INSERT INTO who.account_roles VALUES ('\xc3de353304d04788b8430132998ec453', 'hr');
INSERT INTO who.account_roles VALUES ('\xc3de353304d04788b8430132998ec453', 'viewer');
INSERT INTO who.account_roles VALUES ('\x403cc726fda84257a7cf0e0e7bd13b09', 'desk');


--
-- Data for Name: accounts; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.accounts VALUES ('\x10c2b3a2867b4b14adbd38db44348cc1', 'anan@example.go.th', 'อนันต์ ใจดี', 'th', '$argon2id$v=19$m=19456,t=2,p=1$H2xu1gLUssJCdNWmA1EBfg$FV6upSlzI7IdBPpDgAZAwGDujQaY12vb/XOcp4U2Kfk', 1795285848695344, NULL, NULL, 0);
INSERT INTO who.accounts VALUES ('\x403cc726fda84257a7cf0e0e7bd13b09', 'invited@example.go.th', 'ผู้ได้รับเชิญ', 'th', NULL, 1795285848848428, NULL, NULL, 0);
INSERT INTO who.accounts VALUES ('\xc3de353304d04788b8430132998ec453', 'busaba@example.go.th', 'บุษบา มั่นคง', 'en', '$argon2id$v=19$m=19456,t=2,p=1$T7aySri7WOVI0Z30GBPdwg$eXnSx1HlWlQTk4y+0eqFk5FVTGjgrtsIbcxR0OquQoA', 1795285848789277, 1795285848929875, NULL, 0);


--
-- Data for Name: audiences; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: department; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.department VALUES (1, '', '', '', '', 5, 60, 'th', true, true, 1795285848660090);


--
-- Data for Name: diary; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.diary VALUES (1, 1795285848660090, NULL, 'ClearJai', 'house_founded', '', '\x69222022c0db05b3658e5225d8134bce576b0c6bf5c1c145643891e22c9588dd');
INSERT INTO who.diary VALUES (2, 1795285848695344, NULL, 'command line', 'invited', 'อนันต์ ใจดี', '\xa7b07fe16836e8e1fe7e93193ce0373db37d6c0f9afea0a62c6fd8f096fd18ad');
INSERT INTO who.diary VALUES (3, 1795285848789277, NULL, 'command line', 'invited', 'บุษบา มั่นคง', '\x2d30b439d93f631cd79c377b9fa53577fb306debdf3725de03c8ce78368696f8');
INSERT INTO who.diary VALUES (4, 1795285848848428, NULL, 'command line', 'invited', 'ผู้ได้รับเชิญ', '\x267af3c540aecf0aa2defb1ba9f6d24fbbf6ac039af10a39130752aef1dd2681');
INSERT INTO who.diary VALUES (5, 1795285848929875, NULL, 'command line', 'account_closed', 'บุษบา มั่นคง', '\xa0fb02dc466dc9e60f6b490fa4499c0d8b81d5dbe64cbe32d57dc63965d3f1d3');
INSERT INTO who.diary VALUES (6, 1795285848987552, NULL, 'command line', 'unit_added', 'สลก', '\x35c584ee70c79eee7fb25f2d8fbc97820288513ba89fce0e216a4304b6f15104');
INSERT INTO who.diary VALUES (7, 1795285849047530, NULL, 'command line', 'person_added', '1001', '\x6d05a969a69f2525cf380f5e1608806facbc2ba14b9289cfcae5607942b6d6b2');


--
-- Data for Name: import_changes; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: import_files; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: imports; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: installation; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.installation VALUES (1, '\xef363f0b735e42c28be5e354bf9f1842', '\x9f25a0fef390fc3c0faffd5a281a69d5d4abbae27cfd3ec3bb29adac1f6f4535');


--
-- Data for Name: logo; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: one_time_links; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.one_time_links VALUES ('\x4aea71f247073354f3bd112aa7417d25bf9e83bc07f20af27426d05539a1273d', 'invitation', '\x403cc726fda84257a7cf0e0e7bd13b09', 1795890648848428);


--
-- Data for Name: outbox; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: people; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.people VALUES ('\x04774f8d137247509509a2ed9e7a1ec0', '1001', 'สมศรี แก้วใส', '\x06b6f07d8f534ae4bf49668254372c0c', 'ข้าราชการ', NULL, NULL, '2017-10-01', NULL, '\x285846544a6e030428067c525880013ef258070110', 1, NULL);


--
-- Data for Name: recovery_codes; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: roll; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: rolls; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: sessions; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: spent_forms; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: strata; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: stratum_units; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: surveys; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: tasks; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: throttles; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: units; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.units VALUES ('\x06b6f07d8f534ae4bf49668254372c0c', 'สำนักงานเลขานุการกรม', 'Office of the Secretary', 'สลก', NULL);


--
-- Name: __diesel_schema_migrations __diesel_schema_migrations_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.__diesel_schema_migrations
    ADD CONSTRAINT __diesel_schema_migrations_pkey PRIMARY KEY (version);


--
-- Name: account_roles account_roles_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.account_roles
    ADD CONSTRAINT account_roles_pkey PRIMARY KEY (account_id, role);


--
-- Name: accounts accounts_email_key; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.accounts
    ADD CONSTRAINT accounts_email_key UNIQUE (email);


--
-- Name: accounts accounts_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);


--
-- Name: audiences audiences_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.audiences
    ADD CONSTRAINT audiences_pkey PRIMARY KEY (survey_id);


--
-- Name: department department_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.department
    ADD CONSTRAINT department_pkey PRIMARY KEY (only_row);


--
-- Name: diary diary_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.diary
    ADD CONSTRAINT diary_pkey PRIMARY KEY (number);


--
-- Name: import_changes import_changes_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.import_changes
    ADD CONSTRAINT import_changes_pkey PRIMARY KEY (import_id, person_id);


--
-- Name: import_files import_files_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.import_files
    ADD CONSTRAINT import_files_pkey PRIMARY KEY (import_id);


--
-- Name: imports imports_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.imports
    ADD CONSTRAINT imports_pkey PRIMARY KEY (id);


--
-- Name: installation installation_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.installation
    ADD CONSTRAINT installation_pkey PRIMARY KEY (only_row);


--
-- Name: logo logo_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.logo
    ADD CONSTRAINT logo_pkey PRIMARY KEY (only_row);


--
-- Name: one_time_links one_time_links_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.one_time_links
    ADD CONSTRAINT one_time_links_pkey PRIMARY KEY (token);


--
-- Name: outbox outbox_batch_recipient_key; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.outbox
    ADD CONSTRAINT outbox_batch_recipient_key UNIQUE (batch, recipient);


--
-- Name: outbox outbox_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);


--
-- Name: people people_email_key; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.people
    ADD CONSTRAINT people_email_key UNIQUE (email);


--
-- Name: people people_number_key; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.people
    ADD CONSTRAINT people_number_key UNIQUE (number);


--
-- Name: people people_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (id);


--
-- Name: recovery_codes recovery_codes_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.recovery_codes
    ADD CONSTRAINT recovery_codes_pkey PRIMARY KEY (account_id, code);


--
-- Name: roll roll_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.roll
    ADD CONSTRAINT roll_pkey PRIMARY KEY (survey_id, person_id);


--
-- Name: rolls rolls_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.rolls
    ADD CONSTRAINT rolls_pkey PRIMARY KEY (survey_id);


--
-- Name: sessions sessions_former_token_key; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.sessions
    ADD CONSTRAINT sessions_former_token_key UNIQUE (former_token);


--
-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);


--
-- Name: sessions sessions_token_key; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.sessions
    ADD CONSTRAINT sessions_token_key UNIQUE (token);


--
-- Name: spent_forms spent_forms_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.spent_forms
    ADD CONSTRAINT spent_forms_pkey PRIMARY KEY (key);


--
-- Name: strata strata_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.strata
    ADD CONSTRAINT strata_pkey PRIMARY KEY (id);


--
-- Name: strata strata_survey_id_place_key; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.strata
    ADD CONSTRAINT strata_survey_id_place_key UNIQUE (survey_id, place);


--
-- Name: stratum_units stratum_units_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.stratum_units
    ADD CONSTRAINT stratum_units_pkey PRIMARY KEY (survey_id, unit_id);


--
-- Name: surveys surveys_fiscal_year_round_name_thai_key; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.surveys
    ADD CONSTRAINT surveys_fiscal_year_round_name_thai_key UNIQUE (fiscal_year, round, name_thai);


--
-- Name: surveys surveys_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.surveys
    ADD CONSTRAINT surveys_pkey PRIMARY KEY (id);


--
-- Name: tasks tasks_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (name);


--
-- Name: throttles throttles_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.throttles
    ADD CONSTRAINT throttles_pkey PRIMARY KEY (key);


--
-- Name: units units_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.units
    ADD CONSTRAINT units_pkey PRIMARY KEY (id);


--
-- Name: units units_short_name_key; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.units
    ADD CONSTRAINT units_short_name_key UNIQUE (short_name);


--
-- Name: import_changes_of_person; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX import_changes_of_person ON who.import_changes USING btree (person_id);


--
-- Name: imports_by_age; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX imports_by_age ON who.imports USING btree (begun);


--
-- Name: outbox_by_due; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX outbox_by_due ON who.outbox USING btree (state, due);


--
-- Name: people_departed; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX people_departed ON who.people USING btree (number) WHERE (departed IS NOT NULL);


--
-- Name: people_here_by_name; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX people_here_by_name ON who.people USING btree (sort_key, number) WHERE (departed IS NULL);


--
-- Name: people_here_by_number; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX people_here_by_number ON who.people USING btree (number) WHERE (departed IS NULL);


--
-- Name: people_here_by_start; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX people_here_by_start ON who.people USING btree (((started IS NULL)), started, number) WHERE (departed IS NULL);


--
-- Name: people_here_started; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX people_here_started ON who.people USING btree (started) WHERE (departed IS NULL);


--
-- Name: people_of_import; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX people_of_import ON who.people USING btree (import_id) WHERE (import_id IS NOT NULL);


--
-- Name: people_of_unit; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX people_of_unit ON who.people USING btree (unit_id, number);


--
-- Name: roll_of_person; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX roll_of_person ON who.roll USING btree (person_id);


--
-- Name: roll_of_stratum; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX roll_of_stratum ON who.roll USING btree (stratum_id);


--
-- Name: sessions_of_account; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX sessions_of_account ON who.sessions USING btree (account_id);


--
-- Name: spent_forms_by_age; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX spent_forms_by_age ON who.spent_forms USING btree (spent);


--
-- Name: stratum_units_of_stratum; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX stratum_units_of_stratum ON who.stratum_units USING btree (stratum_id);


--
-- Name: units_of_parent; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX units_of_parent ON who.units USING btree (parent_id);


--
-- Name: account_roles account_roles_account_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.account_roles
    ADD CONSTRAINT account_roles_account_id_fkey FOREIGN KEY (account_id) REFERENCES who.accounts(id) ON DELETE CASCADE;


--
-- Name: audiences audiences_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.audiences
    ADD CONSTRAINT audiences_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.surveys(id);


--
-- Name: import_changes import_changes_import_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.import_changes
    ADD CONSTRAINT import_changes_import_id_fkey FOREIGN KEY (import_id) REFERENCES who.imports(id);


--
-- Name: import_changes import_changes_person_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.import_changes
    ADD CONSTRAINT import_changes_person_id_fkey FOREIGN KEY (person_id) REFERENCES who.people(id);


--
-- Name: import_files import_files_import_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.import_files
    ADD CONSTRAINT import_files_import_id_fkey FOREIGN KEY (import_id) REFERENCES who.imports(id);


--
-- Name: imports imports_account_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.imports
    ADD CONSTRAINT imports_account_id_fkey FOREIGN KEY (account_id) REFERENCES who.accounts(id);


--
-- Name: one_time_links one_time_links_account_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.one_time_links
    ADD CONSTRAINT one_time_links_account_id_fkey FOREIGN KEY (account_id) REFERENCES who.accounts(id) ON DELETE CASCADE;


--
-- Name: people people_unit_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.people
    ADD CONSTRAINT people_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES who.units(id);


--
-- Name: recovery_codes recovery_codes_account_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.recovery_codes
    ADD CONSTRAINT recovery_codes_account_id_fkey FOREIGN KEY (account_id) REFERENCES who.accounts(id) ON DELETE CASCADE;


--
-- Name: roll roll_person_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.roll
    ADD CONSTRAINT roll_person_id_fkey FOREIGN KEY (person_id) REFERENCES who.people(id);


--
-- Name: roll roll_stratum_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.roll
    ADD CONSTRAINT roll_stratum_id_fkey FOREIGN KEY (stratum_id) REFERENCES who.strata(id);


--
-- Name: roll roll_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.roll
    ADD CONSTRAINT roll_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.rolls(survey_id);


--
-- Name: rolls rolls_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.rolls
    ADD CONSTRAINT rolls_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.surveys(id);


--
-- Name: sessions sessions_account_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.sessions
    ADD CONSTRAINT sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES who.accounts(id) ON DELETE CASCADE;


--
-- Name: strata strata_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.strata
    ADD CONSTRAINT strata_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.rolls(survey_id);


--
-- Name: stratum_units stratum_units_stratum_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.stratum_units
    ADD CONSTRAINT stratum_units_stratum_id_fkey FOREIGN KEY (stratum_id) REFERENCES who.strata(id);


--
-- Name: stratum_units stratum_units_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.stratum_units
    ADD CONSTRAINT stratum_units_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.rolls(survey_id);


--
-- Name: stratum_units stratum_units_unit_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.stratum_units
    ADD CONSTRAINT stratum_units_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES who.units(id);


--
-- Name: units units_parent_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.units
    ADD CONSTRAINT units_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES who.units(id);


--
-- PostgreSQL database dump complete
--


