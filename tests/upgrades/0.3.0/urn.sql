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
-- Name: installation; Type: TABLE; Schema: what; Owner: -
--

CREATE TABLE what.installation (
    only_row integer NOT NULL,
    id what.blob NOT NULL,
    key_check what.blob NOT NULL,
    CONSTRAINT installation_only_row_check CHECK ((only_row = 1))
);


--
-- Data for Name: __diesel_schema_migrations; Type: TABLE DATA; Schema: what; Owner: -
--

INSERT INTO what.__diesel_schema_migrations VALUES ('20261121000001', '2026-11-21 21:35:29.100095');


--
-- Data for Name: installation; Type: TABLE DATA; Schema: what; Owner: -
--

INSERT INTO what.installation VALUES (1, '\x24e1fe93e9324d2b9020c0131a3b6c33', '\xb47d8e971d4b98ff8abc84aea3f9eef4a29eb9dfd371cf8d8adb8717965f2334');


--
-- Name: __diesel_schema_migrations __diesel_schema_migrations_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.__diesel_schema_migrations
    ADD CONSTRAINT __diesel_schema_migrations_pkey PRIMARY KEY (version);


--
-- Name: installation installation_pkey; Type: CONSTRAINT; Schema: what; Owner: -
--

ALTER TABLE ONLY what.installation
    ADD CONSTRAINT installation_pkey PRIMARY KEY (only_row);


--
-- PostgreSQL database dump complete
--


