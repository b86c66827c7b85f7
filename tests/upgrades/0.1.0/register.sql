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

INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000001', '2026-11-21 14:28:44.730422');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000002', '2026-11-21 14:28:44.732024');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000003', '2026-11-21 14:28:44.733245');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000004', '2026-11-21 14:28:44.741136');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000005', '2026-11-21 14:28:44.742708');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000006', '2026-11-21 14:28:44.743589');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000007', '2026-11-21 14:28:44.745696');


--
-- Data for Name: account_roles; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.account_roles VALUES ('\x07f929ea057b46898641409019f4441e', 'admin');
INSERT INTO who.account_roles VALUES ('\x21963da568c146f3b04c87e1e5bc79b7', 'hr');
INSERT INTO who.account_roles VALUES ('\x21963da568c146f3b04c87e1e5bc79b7', 'viewer');
INSERT INTO who.account_roles VALUES ('\x6eee96620a2342f6a868eb0dd883e518', 'desk');


--
-- Data for Name: accounts; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.accounts VALUES ('\x07f929ea057b46898641409019f4441e', 'anan@example.go.th', 'อนันต์ ใจดี', 'th', '$argon2id$v=19$m=19456,t=2,p=1$nh1iyMhOujXmyEbFC4hElg$MQngp/bNGo0OT5UcaRGry5FLaYiHndPNtlYS83FxwWI', 1795271324823391, NULL, NULL, 0);
INSERT INTO who.accounts VALUES ('\x6eee96620a2342f6a868eb0dd883e518', 'invited@example.go.th', 'ผู้ได้รับเชิญ', 'th', NULL, 1795271325013839, NULL, NULL, 0);
INSERT INTO who.accounts VALUES ('\x21963da568c146f3b04c87e1e5bc79b7', 'busaba@example.go.th', 'บุษบา มั่นคง', 'en', '$argon2id$v=19$m=19456,t=2,p=1$G3clYDFQqiAi44+qV3d9tA$O9tgCsVsmYKbNyt/NRlJr2/h/h1jbVEem8R661/EhOQ', 1795271324925625, 1795271325085485, NULL, 0);


--
-- Data for Name: department; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.department VALUES (1, '', '', '', '', 5, 60, 'th', true, true, 1795271324778152);


--
-- Data for Name: diary; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.diary VALUES (1, 1795271324778152, NULL, 'ClearJai', 'house_founded', '', '\x482c28ac8e61fa5fa8751fc56128e519de7e938494e94b8f86778da8bb9fdb1e');
INSERT INTO who.diary VALUES (2, 1795271324823391, NULL, 'command line', 'invited', 'อนันต์ ใจดี', '\x7c538ffd381e0b9c605b985051dbc92f1cbba06f58132679b86317faaa22e952');
INSERT INTO who.diary VALUES (3, 1795271324925625, NULL, 'command line', 'invited', 'บุษบา มั่นคง', '\xe203ea713085d5a74a8e99f1b68c56fe4d734cca8f8db209802ff8ddbe672c70');
INSERT INTO who.diary VALUES (4, 1795271325013839, NULL, 'command line', 'invited', 'ผู้ได้รับเชิญ', '\x471d2a53cfcbb2b28d6d97ad5a40dacc1b194a9a42a469c88a3cf9dea0e7bc92');
INSERT INTO who.diary VALUES (5, 1795271325085485, NULL, 'command line', 'account_closed', 'บุษบา มั่นคง', '\x83b9946d294f3477ed06be86a85fc1d2812d4fb9c16be4a73ecb63cde83a8d5d');
INSERT INTO who.diary VALUES (6, 1795271325166541, NULL, 'command line', 'unit_added', 'สลก', '\x87382ddd03997eb24ed8453a1067dbe429f69245293338747336c7bf0c9cb450');
INSERT INTO who.diary VALUES (7, 1795271325235139, NULL, 'command line', 'person_added', '1001', '\x3e26fb6573b8b539e1408ce09497b74c7a741b14730a1aabc72aceb6522e3272');


--
-- Data for Name: installation; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.installation VALUES (1, '\xf9a194f0afbc41958f51fd80ff2bd5b0', '\xdd1c5a23152c41547b2c2213ac1dcde20aa9e992f2cc40bb5324b4c73306eb87');


--
-- Data for Name: logo; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: one_time_links; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.one_time_links VALUES ('\x6537dcd7c6dfcf9ddb610752ce53fdb4fa4a4c6f6d2268d4cffa78c36c02f80a', 'invitation', '\x6eee96620a2342f6a868eb0dd883e518', 1795876125013839);


--
-- Data for Name: outbox; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: people; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.people VALUES ('\x6aebfd46126b45948a6259da69f51e5e', '1001', 'สมศรี แก้วใส', '\x880c2f4b7d4f4ec7be33effa88af1dff', 'ข้าราชการ', NULL, NULL, '2017-10-01', NULL);


--
-- Data for Name: recovery_codes; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: sessions; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: spent_forms; Type: TABLE DATA; Schema: who; Owner: -
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

INSERT INTO who.units VALUES ('\x880c2f4b7d4f4ec7be33effa88af1dff', 'สำนักงานเลขานุการกรม', 'Office of the Secretary', 'สลก', NULL);


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
-- Name: outbox_by_due; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX outbox_by_due ON who.outbox USING btree (state, due);


--
-- Name: people_by_start; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX people_by_start ON who.people USING btree (started);


--
-- Name: people_of_unit; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX people_of_unit ON who.people USING btree (unit_id, number);


--
-- Name: sessions_of_account; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX sessions_of_account ON who.sessions USING btree (account_id);


--
-- Name: spent_forms_by_age; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX spent_forms_by_age ON who.spent_forms USING btree (spent);


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
-- Name: sessions sessions_account_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.sessions
    ADD CONSTRAINT sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES who.accounts(id) ON DELETE CASCADE;


--
-- Name: units units_parent_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.units
    ADD CONSTRAINT units_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES who.units(id);


--
-- PostgreSQL database dump complete
--


