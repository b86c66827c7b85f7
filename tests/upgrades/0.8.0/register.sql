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
-- Name: activities; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.activities (
    id who.blob NOT NULL,
    edition integer NOT NULL,
    said text NOT NULL,
    meeting_id who.blob,
    survey_id who.blob,
    evaluation_id who.blob,
    CONSTRAINT activities_check CHECK (((meeting_id IS NULL) OR (survey_id IS NULL))),
    CONSTRAINT activities_edition_check CHECK ((edition > 0))
);


--
-- Name: activity_reports; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.activity_reports (
    fiscal_year integer NOT NULL,
    part text NOT NULL,
    edition integer NOT NULL,
    opening text NOT NULL,
    closing text NOT NULL,
    CONSTRAINT activity_reports_edition_check CHECK ((edition > 0)),
    CONSTRAINT activity_reports_part_check CHECK ((part = ANY (ARRAY['first'::text, 'second'::text, 'whole'::text])))
);


--
-- Name: agenda; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.agenda (
    id who.blob NOT NULL,
    fiscal_year integer NOT NULL,
    what_thai text NOT NULL,
    what_english text NOT NULL,
    first_day text NOT NULL,
    last_day text NOT NULL,
    revision integer NOT NULL,
    done text,
    CONSTRAINT agenda_check CHECK ((first_day <= last_day)),
    CONSTRAINT agenda_done_check CHECK ((length(done) = 10)),
    CONSTRAINT agenda_first_day_check CHECK ((length(first_day) = 10)),
    CONSTRAINT agenda_last_day_check CHECK ((length(last_day) = 10))
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
-- Name: campaigns; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.campaigns (
    id who.blob NOT NULL,
    survey_id who.blob NOT NULL,
    kind text NOT NULL,
    number integer NOT NULL,
    day text NOT NULL,
    CONSTRAINT campaigns_check CHECK (((number = 0) = (kind = 'invitation'::text))),
    CONSTRAINT campaigns_day_check CHECK ((length(day) = 10)),
    CONSTRAINT campaigns_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'reminder'::text])))
);


--
-- Name: courier_pace; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.courier_pace (
    only_row integer NOT NULL,
    minute bigint NOT NULL,
    used integer NOT NULL,
    CONSTRAINT courier_pace_only_row_check CHECK ((only_row = 1))
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
-- Name: desk_digests; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.desk_digests (
    only_row integer NOT NULL,
    written_on text NOT NULL,
    CONSTRAINT desk_digests_only_row_check CHECK ((only_row = 1)),
    CONSTRAINT desk_digests_written_on_check CHECK ((length(written_on) = 10))
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
-- Name: drawn_slips; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.drawn_slips (
    hash who.blob NOT NULL,
    survey_id who.blob NOT NULL,
    stratum_id who.blob NOT NULL,
    has_collected boolean DEFAULT false NOT NULL,
    blinded who.blob NOT NULL,
    CONSTRAINT drawn_slips_blinded_check CHECK ((length((blinded)::bytea) = 32)),
    CONSTRAINT drawn_slips_hash_check CHECK ((length((hash)::bytea) = 32))
);


--
-- Name: extensions; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.extensions (
    survey_id who.blob NOT NULL,
    place integer NOT NULL,
    decided text NOT NULL,
    closes_before bigint NOT NULL,
    closes_after bigint NOT NULL,
    CONSTRAINT extensions_check CHECK ((closes_after > closes_before)),
    CONSTRAINT extensions_decided_check CHECK ((length(decided) = 10))
);


--
-- Name: holidays; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.holidays (
    day text NOT NULL,
    name_thai text NOT NULL,
    name_english text DEFAULT ''::text NOT NULL,
    CONSTRAINT holidays_day_check CHECK ((length(day) = 10)),
    CONSTRAINT holidays_name_thai_check CHECK ((name_thai <> ''::text))
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
-- Name: instruments; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.instruments (
    id who.blob NOT NULL,
    family who.blob NOT NULL,
    version integer NOT NULL,
    source_id who.blob,
    survey_id who.blob,
    definition text NOT NULL,
    digest who.blob NOT NULL,
    title_thai text NOT NULL,
    title_english text NOT NULL,
    questions integer NOT NULL,
    changed text NOT NULL,
    is_fixed boolean DEFAULT false NOT NULL,
    is_put_away boolean DEFAULT false NOT NULL,
    losses text,
    CONSTRAINT instruments_changed_check CHECK ((length(changed) = 10)),
    CONSTRAINT instruments_version_check CHECK ((version >= 1))
);


--
-- Name: left_out_meetings; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.left_out_meetings (
    meeting_id who.blob NOT NULL
);


--
-- Name: left_out_surveys; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.left_out_surveys (
    survey_id who.blob NOT NULL
);


--
-- Name: letter_texts; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.letter_texts (
    survey_id who.blob NOT NULL,
    kind text NOT NULL,
    language text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    CONSTRAINT letter_texts_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'reminder'::text]))),
    CONSTRAINT letter_texts_language_check CHECK ((language = ANY (ARRAY['th'::text, 'en'::text])))
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
-- Name: measures; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.measures (
    id who.blob NOT NULL,
    plan_id who.blob NOT NULL,
    place integer NOT NULL,
    letter text,
    body text NOT NULL,
    reason text NOT NULL,
    topics text NOT NULL,
    about_survey_id who.blob,
    about_point text,
    done_on text,
    poll_id who.blob,
    revision integer NOT NULL,
    CONSTRAINT measures_body_check CHECK ((body <> ''::text)),
    CONSTRAINT measures_done_on_check CHECK ((length(done_on) = 10)),
    CONSTRAINT measures_letter_check CHECK ((letter = ANY (ARRAY['P'::text, 'I'::text, 'R'::text, 'A'::text, 'B'::text])))
);


--
-- Name: meeting_reports; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.meeting_reports (
    meeting_id who.blob NOT NULL,
    edition integer NOT NULL,
    draft text NOT NULL,
    evaluation_id who.blob,
    published text,
    published_edition integer DEFAULT 0 NOT NULL,
    told_edition integer DEFAULT 0 NOT NULL,
    CONSTRAINT meeting_reports_check CHECK (((published IS NULL) = (published_edition = 0))),
    CONSTRAINT meeting_reports_check1 CHECK ((published_edition <= edition))
);


--
-- Name: meetings; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.meetings (
    id who.blob NOT NULL,
    stage text NOT NULL,
    plan text NOT NULL,
    closes bigint,
    closes_told bigint,
    notice text,
    hash who.blob,
    signing_key who.blob,
    invited integer DEFAULT 0 NOT NULL,
    k_had_taken boolean DEFAULT false NOT NULL,
    end_is_told boolean DEFAULT false NOT NULL,
    CONSTRAINT meetings_check CHECK (((notice IS NULL) = (stage = 'draft'::text))),
    CONSTRAINT meetings_check1 CHECK (((notice IS NULL) = (hash IS NULL))),
    CONSTRAINT meetings_check2 CHECK (((stage = ANY (ARRAY['opening'::text, 'open'::text])) OR (signing_key IS NULL))),
    CONSTRAINT meetings_hash_check CHECK ((length((hash)::bytea) = 32)),
    CONSTRAINT meetings_stage_check CHECK ((stage = ANY (ARRAY['draft'::text, 'opening'::text, 'open'::text, 'over'::text, 'cancelled'::text])))
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
-- Name: openings; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.openings (
    survey_id who.blob NOT NULL,
    instrument_id who.blob NOT NULL,
    digest who.blob NOT NULL,
    door text NOT NULL,
    k integer NOT NULL,
    release_rule text NOT NULL,
    comments text NOT NULL,
    without_script boolean NOT NULL,
    grace_minutes integer NOT NULL,
    rule_digest who.blob,
    closes bigint NOT NULL,
    CONSTRAINT openings_check CHECK (((rule_digest IS NULL) = (door = 'open_link'::text)))
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
-- Name: papers; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.papers (
    survey_id who.blob NOT NULL,
    paper text NOT NULL,
    hash who.blob NOT NULL,
    opening_key who.blob,
    stage text NOT NULL,
    closes_told bigint NOT NULL,
    CONSTRAINT papers_check CHECK (((opening_key IS NULL) = (stage = 'released'::text))),
    CONSTRAINT papers_hash_check CHECK ((length((hash)::bytea) = 32)),
    CONSTRAINT papers_stage_check CHECK ((stage = ANY (ARRAY['made'::text, 'posted'::text, 'released'::text])))
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
-- Name: personal_codes; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.personal_codes (
    hash who.blob NOT NULL,
    survey_id who.blob NOT NULL,
    person_id who.blob NOT NULL,
    link integer NOT NULL,
    is_out boolean DEFAULT false NOT NULL,
    is_printed boolean DEFAULT false NOT NULL,
    CONSTRAINT personal_codes_hash_check CHECK ((length((hash)::bytea) = 32))
);


--
-- Name: plan_letters; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.plan_letters (
    kind text NOT NULL,
    month text NOT NULL,
    CONSTRAINT plan_letters_kind_check CHECK ((kind = ANY (ARRAY['first'::text, 'reminder'::text]))),
    CONSTRAINT plan_letters_month_check CHECK ((length(month) = 7))
);


--
-- Name: plan_notes; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.plan_notes (
    id who.blob NOT NULL,
    step_id who.blob NOT NULL,
    month integer NOT NULL,
    body text NOT NULL,
    written_by text NOT NULL,
    written bigint NOT NULL,
    CONSTRAINT plan_notes_body_check CHECK ((body <> ''::text)),
    CONSTRAINT plan_notes_month_check CHECK (((month >= 0) AND (month <= 11)))
);


--
-- Name: plan_steps; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.plan_steps (
    id who.blob NOT NULL,
    measure_id who.blob NOT NULL,
    place integer NOT NULL,
    body text NOT NULL,
    months integer NOT NULL,
    done integer NOT NULL,
    budget text NOT NULL,
    owner text NOT NULL,
    owner_email who.blob,
    status text NOT NULL,
    evidence text NOT NULL,
    link text NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT plan_steps_body_check CHECK ((body <> ''::text)),
    CONSTRAINT plan_steps_done_check CHECK (((done >= 0) AND (done <= 4095))),
    CONSTRAINT plan_steps_months_check CHECK (((months >= 0) AND (months <= 4095))),
    CONSTRAINT plan_steps_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'under_way'::text, 'done'::text, 'put_off'::text, 'dropped'::text])))
);


--
-- Name: planned_reminders; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.planned_reminders (
    id who.blob NOT NULL,
    survey_id who.blob NOT NULL,
    counted_from text NOT NULL,
    days integer NOT NULL,
    hour integer NOT NULL,
    outcome text,
    CONSTRAINT planned_reminders_counted_from_check CHECK ((counted_from = ANY (ARRAY['opening'::text, 'close'::text]))),
    CONSTRAINT planned_reminders_days_check CHECK (((days >= 0) AND (days <= 90))),
    CONSTRAINT planned_reminders_hour_check CHECK (((hour >= 0) AND (hour <= 23))),
    CONSTRAINT planned_reminders_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'too_soon'::text, 'enough'::text, 'too_late'::text])))
);


--
-- Name: plans; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.plans (
    id who.blob NOT NULL,
    survey_id who.blob,
    fiscal_year integer NOT NULL,
    title_thai text NOT NULL,
    title_english text DEFAULT ''::text NOT NULL,
    policy text DEFAULT ''::text NOT NULL,
    first_month integer NOT NULL,
    last_month integer NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT plans_check CHECK (((last_month >= first_month) AND (last_month <= 11))),
    CONSTRAINT plans_first_month_check CHECK (((first_month >= 0) AND (first_month <= 11))),
    CONSTRAINT plans_fiscal_year_check CHECK (((fiscal_year >= 2400) AND (fiscal_year <= 2700))),
    CONSTRAINT plans_title_thai_check CHECK ((title_thai <> ''::text))
);


--
-- Name: preparations; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.preparations (
    survey_id who.blob NOT NULL,
    hash who.blob NOT NULL,
    sealed who.blob NOT NULL,
    CONSTRAINT preparations_hash_check CHECK ((length((hash)::bytea) = 32))
);


--
-- Name: recovery_codes; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.recovery_codes (
    account_id who.blob NOT NULL,
    code who.blob NOT NULL
);


--
-- Name: reminder_rules; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.reminder_rules (
    survey_id who.blob NOT NULL,
    most integer NOT NULL,
    days_apart integer NOT NULL,
    on_working_days boolean NOT NULL,
    CONSTRAINT reminder_rules_days_apart_check CHECK (((days_apart >= 1) AND (days_apart <= 30))),
    CONSTRAINT reminder_rules_most_check CHECK (((most >= 0) AND (most <= 10)))
);


--
-- Name: roll; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.roll (
    survey_id who.blob NOT NULL,
    person_id who.blob NOT NULL,
    stratum_id who.blob NOT NULL,
    has_collected boolean DEFAULT false NOT NULL,
    blinded who.blob,
    link integer DEFAULT 1 NOT NULL,
    is_left_alone boolean DEFAULT false NOT NULL
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
    rule_digest who.blob,
    CONSTRAINT rolls_drawn_check CHECK ((length(drawn) = 10)),
    CONSTRAINT rolls_k_check CHECK ((k >= 3)),
    CONSTRAINT rolls_reference_check CHECK ((length(reference) = 10))
);


--
-- Name: seats; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.seats (
    meeting_id who.blob NOT NULL,
    person_id who.blob NOT NULL,
    code who.blob NOT NULL,
    which integer DEFAULT 1 NOT NULL,
    is_out boolean DEFAULT false NOT NULL,
    is_printed boolean DEFAULT false NOT NULL,
    has_taken_seats boolean DEFAULT false NOT NULL,
    blinded who.blob NOT NULL,
    CONSTRAINT seats_blinded_check CHECK ((length((blinded)::bytea) = 32)),
    CONSTRAINT seats_code_check CHECK ((length((code)::bytea) = 32))
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
-- Name: signing_keys; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.signing_keys (
    stratum_id who.blob NOT NULL,
    survey_id who.blob NOT NULL,
    spki who.blob NOT NULL,
    private_key who.blob
);


--
-- Name: spent_admissions; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.spent_admissions (
    nonce who.blob NOT NULL,
    survey_id who.blob NOT NULL,
    blinded who.blob NOT NULL
);


--
-- Name: spent_challenges; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.spent_challenges (
    digest who.blob NOT NULL,
    expires bigint NOT NULL
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
    instrument_id who.blob,
    copied_from who.blob,
    door text DEFAULT 'roll'::text NOT NULL,
    opens bigint,
    closes bigint,
    grace_minutes integer DEFAULT 10 NOT NULL,
    comparator text,
    target integer,
    release_rule text DEFAULT 'at_close'::text NOT NULL,
    comments text DEFAULT 'department'::text NOT NULL,
    without_script boolean DEFAULT true NOT NULL,
    one_by_one boolean DEFAULT false NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    opened bigint,
    closed bigint,
    published bigint,
    trouble text,
    opening_id who.blob,
    slips text DEFAULT 'named'::text NOT NULL,
    CONSTRAINT surveys_check CHECK ((closes > opens)),
    CONSTRAINT surveys_check1 CHECK (((state = 'draft'::text) OR ((opens IS NOT NULL) AND (closes IS NOT NULL) AND (instrument_id IS NOT NULL)))),
    CONSTRAINT surveys_check2 CHECK (((opened IS NULL) = (state = ANY (ARRAY['draft'::text, 'scheduled'::text])))),
    CONSTRAINT surveys_check3 CHECK (((closed IS NULL) = (state = ANY (ARRAY['draft'::text, 'scheduled'::text, 'open'::text])))),
    CONSTRAINT surveys_check4 CHECK (((published IS NULL) = (state <> 'published'::text))),
    CONSTRAINT surveys_check5 CHECK (((state = ANY (ARRAY['draft'::text, 'scheduled'::text])) OR ((opening_id IS NOT NULL) AND ((opening_id)::bytea = (id)::bytea)))),
    CONSTRAINT surveys_check6 CHECK (((slips = 'named'::text) OR (door = 'roll'::text))),
    CONSTRAINT surveys_comments_check CHECK ((comments = ANY (ARRAY['nowhere'::text, 'department'::text, 'groups'::text]))),
    CONSTRAINT surveys_comparator_check CHECK ((comparator = ANY (ARRAY['at_least'::text, 'over'::text]))),
    CONSTRAINT surveys_door_check CHECK ((door = ANY (ARRAY['roll'::text, 'open_link'::text]))),
    CONSTRAINT surveys_fiscal_year_check CHECK (((fiscal_year >= 2400) AND (fiscal_year <= 2700))),
    CONSTRAINT surveys_grace_minutes_check CHECK (((grace_minutes >= 0) AND (grace_minutes <= 60))),
    CONSTRAINT surveys_k_check CHECK ((k >= 3)),
    CONSTRAINT surveys_name_thai_check CHECK ((name_thai <> ''::text)),
    CONSTRAINT surveys_release_rule_check CHECK ((release_rule = ANY (ARRAY['at_close'::text, 'in_blocks'::text]))),
    CONSTRAINT surveys_round_check CHECK (((round >= 1) AND (round <= 12))),
    CONSTRAINT surveys_slips_check CHECK ((slips = ANY (ARRAY['named'::text, 'drawn'::text]))),
    CONSTRAINT surveys_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'scheduled'::text, 'open'::text, 'closed'::text, 'published'::text]))),
    CONSTRAINT surveys_target_check CHECK (((target >= 0) AND (target <= 10000)))
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
-- Name: turnout; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.turnout (
    survey_id who.blob NOT NULL,
    day text NOT NULL,
    shown integer NOT NULL,
    CONSTRAINT turnout_day_check CHECK ((length(day) = 10))
);


--
-- Name: turnout_of_strata; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.turnout_of_strata (
    stratum_id who.blob NOT NULL,
    survey_id who.blob NOT NULL,
    shown integer NOT NULL,
    in_total integer NOT NULL
);


--
-- Name: undeliverable; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.undeliverable (
    person_id who.blob NOT NULL,
    email text NOT NULL,
    reason text NOT NULL,
    found text NOT NULL,
    hidden_until bigint NOT NULL,
    CONSTRAINT undeliverable_found_check CHECK ((length(found) = 10))
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
-- Name: yardsticks; Type: TABLE; Schema: who; Owner: -
--

CREATE TABLE who.yardsticks (
    id who.blob NOT NULL,
    kind text NOT NULL,
    first_year integer NOT NULL,
    last_year integer,
    title_thai text NOT NULL,
    title_english text DEFAULT ''::text NOT NULL,
    definition text NOT NULL,
    is_confirmed boolean DEFAULT false NOT NULL,
    CONSTRAINT yardsticks_check CHECK (((last_year >= first_year) AND (last_year <= 2700))),
    CONSTRAINT yardsticks_first_year_check CHECK (((first_year >= 2400) AND (first_year <= 2700))),
    CONSTRAINT yardsticks_kind_check CHECK ((kind = ANY (ARRAY['rating'::text, 'sample'::text]))),
    CONSTRAINT yardsticks_title_thai_check CHECK ((title_thai <> ''::text))
);


--
-- Data for Name: __diesel_schema_migrations; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000001', '2026-11-22 22:45:18.007109');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000002', '2026-11-22 22:45:18.008942');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000003', '2026-11-22 22:45:18.010194');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000004', '2026-11-22 22:45:18.018067');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000005', '2026-11-22 22:45:18.020631');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000006', '2026-11-22 22:45:18.022194');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261121000007', '2026-11-22 22:45:18.025386');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261122000008', '2026-11-22 22:45:18.030878');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261122000009', '2026-11-22 22:45:18.039211');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261122000010', '2026-11-22 22:45:18.041452');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261123000011', '2026-11-22 22:45:18.050515');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261123000012', '2026-11-22 22:45:18.06485');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261123000013', '2026-11-22 22:45:18.067265');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261124000014', '2026-11-22 22:45:18.06904');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261125000015', '2026-11-22 22:45:18.074415');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261127000016', '2026-11-22 22:45:18.093604');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261128000017', '2026-11-22 22:45:18.101538');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261128000018', '2026-11-22 22:45:18.111328');
INSERT INTO who.__diesel_schema_migrations VALUES ('20261128000019', '2026-11-22 22:45:18.118359');


--
-- Data for Name: account_roles; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.account_roles VALUES ('\x9101cf9ae3434b16afc4faceef7b6e95', 'admin');
INSERT INTO who.account_roles VALUES ('\xdb63e27770c741c3932bb47749693303', 'hr');
INSERT INTO who.account_roles VALUES ('\xdb63e27770c741c3932bb47749693303', 'viewer');
INSERT INTO who.account_roles VALUES ('\x607594ba48fc45d6a0c20d0fd15ed215', 'desk');


--
-- Data for Name: accounts; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.accounts VALUES ('\x9101cf9ae3434b16afc4faceef7b6e95', 'anan@example.go.th', 'อนันต์ ใจดี', 'th', '$argon2id$v=19$m=19456,t=2,p=1$U6c6KBMhAByYHKEFPNd9og$a87jM2rBDjNUr7ZRctg5y3M6nTkeOyVdx6H1hYDj3ug', 1795387518255497, NULL, NULL, 0);
INSERT INTO who.accounts VALUES ('\x607594ba48fc45d6a0c20d0fd15ed215', 'invited@example.go.th', 'ผู้ได้รับเชิญ', 'th', NULL, 1795387518452287, NULL, NULL, 0);
INSERT INTO who.accounts VALUES ('\xdb63e27770c741c3932bb47749693303', 'busaba@example.go.th', 'บุษบา มั่นคง', 'en', '$argon2id$v=19$m=19456,t=2,p=1$Bl9mLL4j51flTKGxMfGBaA$4DEntHfoGd3YFfQJ0dBT9drh2JZ4MqGvDULVgMfRxl8', 1795387518372912, 1795387518531603, NULL, 0);


--
-- Data for Name: activities; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: activity_reports; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: agenda; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: audiences; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: campaigns; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: courier_pace; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: department; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.department VALUES (1, '', '', '', '', 5, 60, 'th', true, true, 1795387518192445);


--
-- Data for Name: desk_digests; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: diary; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.diary VALUES (1, 1795387518192445, NULL, 'ClearJai', 'house_founded', '', '\xfc95fc52b39b08f8f044ae68f74df71ee8f8fd513e14cb5791f0f52d91a7b9ef');
INSERT INTO who.diary VALUES (2, 1795387518255497, NULL, 'command line', 'invited', 'อนันต์ ใจดี', '\x131d1691f659993cb6f42d1a8334a1bb2e06efced5d0eb99e4c7606dae398e7a');
INSERT INTO who.diary VALUES (3, 1795387518372912, NULL, 'command line', 'invited', 'บุษบา มั่นคง', '\x70029221daafb8f0fabc0bd413e4ce4bbdac984b43457ab347a39a36c848c573');
INSERT INTO who.diary VALUES (4, 1795387518452287, NULL, 'command line', 'invited', 'ผู้ได้รับเชิญ', '\xcb33ddf6925cddcb7ce8b97ca6ad7ffd33547ffb2a8fec870e93cd2df727cd36');
INSERT INTO who.diary VALUES (5, 1795387518531603, NULL, 'command line', 'account_closed', 'บุษบา มั่นคง', '\x3dee53e46ed31f9bcaf69740d1796556f17e7226aa766f78c765cec921cfaf92');
INSERT INTO who.diary VALUES (6, 1795387518609994, NULL, 'command line', 'unit_added', 'สลก', '\xb7ff4b5af42668d73159f130f80289281d21fa279b40fd05deff36a382b94052');
INSERT INTO who.diary VALUES (7, 1795387518693188, NULL, 'command line', 'person_added', '1001', '\x6089fccffee4b04a027a840b8210f67efbb65d9cec75162a81ef7b216cb8c16c');


--
-- Data for Name: drawn_slips; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: extensions; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: holidays; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.holidays VALUES ('2026-01-01', 'วันขึ้นปีใหม่', 'New Year''s Day');
INSERT INTO who.holidays VALUES ('2026-03-03', 'วันมาฆบูชา', 'Makha Bucha Day');
INSERT INTO who.holidays VALUES ('2026-04-06', 'วันจักรี', 'Chakri Day');
INSERT INTO who.holidays VALUES ('2026-04-13', 'วันสงกรานต์', 'Songkran');
INSERT INTO who.holidays VALUES ('2026-04-14', 'วันสงกรานต์', 'Songkran');
INSERT INTO who.holidays VALUES ('2026-04-15', 'วันสงกรานต์', 'Songkran');
INSERT INTO who.holidays VALUES ('2026-05-04', 'วันฉัตรมงคล', 'Coronation Day');
INSERT INTO who.holidays VALUES ('2026-05-31', 'วันวิสาขบูชา', 'Visakha Bucha Day');
INSERT INTO who.holidays VALUES ('2026-06-01', 'ชดเชยวันวิสาขบูชา', 'Visakha Bucha Day (substitute)');
INSERT INTO who.holidays VALUES ('2026-06-03', 'วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี', 'Birthday of H.M. the Queen');
INSERT INTO who.holidays VALUES ('2026-07-28', 'วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว', 'Birthday of H.M. the King');
INSERT INTO who.holidays VALUES ('2026-07-29', 'วันอาสาฬหบูชา', 'Asalha Bucha Day');
INSERT INTO who.holidays VALUES ('2026-07-30', 'วันเข้าพรรษา', 'Buddhist Lent Day');
INSERT INTO who.holidays VALUES ('2026-08-12', 'วันแม่แห่งชาติ', 'Mother''s Day');
INSERT INTO who.holidays VALUES ('2026-10-13', 'วันนวมินทรมหาราช', 'Navamindra Maharaj Day');
INSERT INTO who.holidays VALUES ('2026-10-23', 'วันปิยมหาราช', 'Chulalongkorn Day');
INSERT INTO who.holidays VALUES ('2026-12-05', 'วันพ่อแห่งชาติ', 'Father''s Day');
INSERT INTO who.holidays VALUES ('2026-12-07', 'ชดเชยวันพ่อแห่งชาติ', 'Father''s Day (substitute)');
INSERT INTO who.holidays VALUES ('2026-12-10', 'วันรัฐธรรมนูญ', 'Constitution Day');
INSERT INTO who.holidays VALUES ('2026-12-31', 'วันสิ้นปี', 'New Year''s Eve');
INSERT INTO who.holidays VALUES ('2027-01-01', 'วันขึ้นปีใหม่', 'New Year''s Day');
INSERT INTO who.holidays VALUES ('2027-04-06', 'วันจักรี', 'Chakri Day');
INSERT INTO who.holidays VALUES ('2027-04-13', 'วันสงกรานต์', 'Songkran');
INSERT INTO who.holidays VALUES ('2027-04-14', 'วันสงกรานต์', 'Songkran');
INSERT INTO who.holidays VALUES ('2027-04-15', 'วันสงกรานต์', 'Songkran');
INSERT INTO who.holidays VALUES ('2027-05-04', 'วันฉัตรมงคล', 'Coronation Day');
INSERT INTO who.holidays VALUES ('2027-06-03', 'วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี', 'Birthday of H.M. the Queen');
INSERT INTO who.holidays VALUES ('2027-07-28', 'วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว', 'Birthday of H.M. the King');
INSERT INTO who.holidays VALUES ('2027-08-12', 'วันแม่แห่งชาติ', 'Mother''s Day');
INSERT INTO who.holidays VALUES ('2027-10-13', 'วันนวมินทรมหาราช', 'Navamindra Maharaj Day');
INSERT INTO who.holidays VALUES ('2027-10-23', 'วันปิยมหาราช', 'Chulalongkorn Day');
INSERT INTO who.holidays VALUES ('2027-10-25', 'ชดเชยวันปิยมหาราช', 'Chulalongkorn Day (substitute)');
INSERT INTO who.holidays VALUES ('2027-12-05', 'วันพ่อแห่งชาติ', 'Father''s Day');
INSERT INTO who.holidays VALUES ('2027-12-06', 'ชดเชยวันพ่อแห่งชาติ', 'Father''s Day (substitute)');
INSERT INTO who.holidays VALUES ('2027-12-10', 'วันรัฐธรรมนูญ', 'Constitution Day');
INSERT INTO who.holidays VALUES ('2027-12-31', 'วันสิ้นปี', 'New Year''s Eve');


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

INSERT INTO who.installation VALUES (1, '\xc0670bd34a8d498fac3371262bf82d69', '\xed9a41460af5fd736fa9464762abf16d8396ef1cae23d19f875047055e3325d0');


--
-- Data for Name: instruments; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: left_out_meetings; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: left_out_surveys; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: letter_texts; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: logo; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: measures; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: meeting_reports; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: meetings; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: one_time_links; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.one_time_links VALUES ('\x353aaa8923473d16299358794eca5adad4c6f0a72af0f4c6b8d2863e8028c328', 'invitation', '\x607594ba48fc45d6a0c20d0fd15ed215', 1795992318452287);


--
-- Data for Name: openings; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: outbox; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: papers; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: people; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.people VALUES ('\xaf010197493b488d83bcfbd3a85777cf', '1001', 'สมศรี แก้วใส', '\x4070f82ed8964f18adce5867ca2457d9', 'ข้าราชการ', NULL, NULL, '2017-10-01', NULL, '\x285846544a6e030428067c525880013ef258070110', 1, NULL);


--
-- Data for Name: personal_codes; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: plan_letters; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: plan_notes; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: plan_steps; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: planned_reminders; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: plans; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: preparations; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: recovery_codes; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: reminder_rules; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: roll; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: rolls; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: seats; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: sessions; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: signing_keys; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: spent_admissions; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: spent_challenges; Type: TABLE DATA; Schema: who; Owner: -
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
-- Data for Name: turnout; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: turnout_of_strata; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: undeliverable; Type: TABLE DATA; Schema: who; Owner: -
--



--
-- Data for Name: units; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.units VALUES ('\x4070f82ed8964f18adce5867ca2457d9', 'สำนักงานเลขานุการกรม', 'Office of the Secretary', 'สลก', NULL);


--
-- Data for Name: yardsticks; Type: TABLE DATA; Schema: who; Owner: -
--

INSERT INTO who.yardsticks VALUES ('\x0bc19a5f746845a2b36edf1ddefa9164', 'rating', 2566, 2569, 'ระดับผลการประเมิน ปี 2566 ถึง 2569', 'Rating of fiscal years 2566 to 2569', '{"rating":{"weights":{"iit":30,"eit":30,"oit":40},"floor":"85","levels":[{"name":{"th":"ผ่านดีเยี่ยม","en":"Excellent pass"},"when":{"every_at_least":"95"}},{"name":{"th":"ผ่านดี","en":"Good pass"},"when":{"every_at_least":"85"}},{"name":{"th":"ผ่าน","en":"Pass"},"when":{"total_at_least":"85"}},{"name":{"th":"ต้องปรับปรุง","en":"To be improved"},"when":{"total_between":{"from":"70","to":"84.99"}}},{"name":{"th":"ต้องปรับปรุงโดยด่วน","en":"To be improved urgently"},"when":{"total_between":{"from":"0","to":"69.99"}}}]}}', false);
INSERT INTO who.yardsticks VALUES ('\x62f4ba57e4374f6c8785c757a47c2150', 'rating', 2562, 2565, 'ระดับผลการประเมิน ปี 2562 ถึง 2565', 'Rating of fiscal years 2562 to 2565', '{"rating":{"weights":{"iit":30,"eit":30,"oit":40},"floor":"85","levels":[{"name":{"th":"AA","en":"AA"},"when":{"total_at_least":"95"}},{"name":{"th":"A","en":"A"},"when":{"total_at_least":"85"}},{"name":{"th":"B","en":"B"},"when":{"total_at_least":"75"}},{"name":{"th":"C","en":"C"},"when":{"total_at_least":"65"}},{"name":{"th":"D","en":"D"},"when":{"total_at_least":"55"}},{"name":{"th":"E","en":"E"},"when":{"total_at_least":"50"}},{"name":{"th":"F","en":"F"},"when":"otherwise"}]}}', false);
INSERT INTO who.yardsticks VALUES ('\x963e09e1a812487791ca83ada219a9f4', 'sample', 2562, NULL, 'จำนวนผู้ตอบขั้นต่ำ', 'Fewest answers', '{"sample":{"per_cent":10,"at_least":30,"most":400,"most_above":4000}}', false);


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
-- Name: activities activities_meeting_id_key; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.activities
    ADD CONSTRAINT activities_meeting_id_key UNIQUE (meeting_id);


--
-- Name: activities activities_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.activities
    ADD CONSTRAINT activities_pkey PRIMARY KEY (id);


--
-- Name: activities activities_survey_id_key; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.activities
    ADD CONSTRAINT activities_survey_id_key UNIQUE (survey_id);


--
-- Name: activity_reports activity_reports_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.activity_reports
    ADD CONSTRAINT activity_reports_pkey PRIMARY KEY (fiscal_year, part);


--
-- Name: agenda agenda_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.agenda
    ADD CONSTRAINT agenda_pkey PRIMARY KEY (id);


--
-- Name: audiences audiences_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.audiences
    ADD CONSTRAINT audiences_pkey PRIMARY KEY (survey_id);


--
-- Name: campaigns campaigns_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.campaigns
    ADD CONSTRAINT campaigns_pkey PRIMARY KEY (id);


--
-- Name: campaigns campaigns_survey_id_kind_number_key; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.campaigns
    ADD CONSTRAINT campaigns_survey_id_kind_number_key UNIQUE (survey_id, kind, number);


--
-- Name: courier_pace courier_pace_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.courier_pace
    ADD CONSTRAINT courier_pace_pkey PRIMARY KEY (only_row);


--
-- Name: department department_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.department
    ADD CONSTRAINT department_pkey PRIMARY KEY (only_row);


--
-- Name: desk_digests desk_digests_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.desk_digests
    ADD CONSTRAINT desk_digests_pkey PRIMARY KEY (only_row);


--
-- Name: diary diary_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.diary
    ADD CONSTRAINT diary_pkey PRIMARY KEY (number);


--
-- Name: drawn_slips drawn_slips_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.drawn_slips
    ADD CONSTRAINT drawn_slips_pkey PRIMARY KEY (hash);


--
-- Name: extensions extensions_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.extensions
    ADD CONSTRAINT extensions_pkey PRIMARY KEY (survey_id, place);


--
-- Name: holidays holidays_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.holidays
    ADD CONSTRAINT holidays_pkey PRIMARY KEY (day);


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
-- Name: instruments instruments_family_version_key; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.instruments
    ADD CONSTRAINT instruments_family_version_key UNIQUE (family, version);


--
-- Name: instruments instruments_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.instruments
    ADD CONSTRAINT instruments_pkey PRIMARY KEY (id);


--
-- Name: left_out_meetings left_out_meetings_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.left_out_meetings
    ADD CONSTRAINT left_out_meetings_pkey PRIMARY KEY (meeting_id);


--
-- Name: left_out_surveys left_out_surveys_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.left_out_surveys
    ADD CONSTRAINT left_out_surveys_pkey PRIMARY KEY (survey_id);


--
-- Name: letter_texts letter_texts_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.letter_texts
    ADD CONSTRAINT letter_texts_pkey PRIMARY KEY (survey_id, kind, language);


--
-- Name: logo logo_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.logo
    ADD CONSTRAINT logo_pkey PRIMARY KEY (only_row);


--
-- Name: measures measures_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.measures
    ADD CONSTRAINT measures_pkey PRIMARY KEY (id);


--
-- Name: meeting_reports meeting_reports_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.meeting_reports
    ADD CONSTRAINT meeting_reports_pkey PRIMARY KEY (meeting_id);


--
-- Name: meetings meetings_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.meetings
    ADD CONSTRAINT meetings_pkey PRIMARY KEY (id);


--
-- Name: one_time_links one_time_links_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.one_time_links
    ADD CONSTRAINT one_time_links_pkey PRIMARY KEY (token);


--
-- Name: openings openings_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.openings
    ADD CONSTRAINT openings_pkey PRIMARY KEY (survey_id);


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
-- Name: papers papers_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.papers
    ADD CONSTRAINT papers_pkey PRIMARY KEY (survey_id);


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
-- Name: personal_codes personal_codes_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.personal_codes
    ADD CONSTRAINT personal_codes_pkey PRIMARY KEY (hash);


--
-- Name: plan_letters plan_letters_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.plan_letters
    ADD CONSTRAINT plan_letters_pkey PRIMARY KEY (kind);


--
-- Name: plan_notes plan_notes_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.plan_notes
    ADD CONSTRAINT plan_notes_pkey PRIMARY KEY (id);


--
-- Name: plan_steps plan_steps_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.plan_steps
    ADD CONSTRAINT plan_steps_pkey PRIMARY KEY (id);


--
-- Name: planned_reminders planned_reminders_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.planned_reminders
    ADD CONSTRAINT planned_reminders_pkey PRIMARY KEY (id);


--
-- Name: planned_reminders planned_reminders_survey_id_counted_from_days_key; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.planned_reminders
    ADD CONSTRAINT planned_reminders_survey_id_counted_from_days_key UNIQUE (survey_id, counted_from, days);


--
-- Name: plans plans_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.plans
    ADD CONSTRAINT plans_pkey PRIMARY KEY (id);


--
-- Name: plans plans_survey_id_key; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.plans
    ADD CONSTRAINT plans_survey_id_key UNIQUE (survey_id);


--
-- Name: preparations preparations_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.preparations
    ADD CONSTRAINT preparations_pkey PRIMARY KEY (survey_id);


--
-- Name: recovery_codes recovery_codes_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.recovery_codes
    ADD CONSTRAINT recovery_codes_pkey PRIMARY KEY (account_id, code);


--
-- Name: reminder_rules reminder_rules_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.reminder_rules
    ADD CONSTRAINT reminder_rules_pkey PRIMARY KEY (survey_id);


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
-- Name: seats seats_code_key; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.seats
    ADD CONSTRAINT seats_code_key UNIQUE (code);


--
-- Name: seats seats_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.seats
    ADD CONSTRAINT seats_pkey PRIMARY KEY (meeting_id, person_id);


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
-- Name: signing_keys signing_keys_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.signing_keys
    ADD CONSTRAINT signing_keys_pkey PRIMARY KEY (stratum_id);


--
-- Name: spent_admissions spent_admissions_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.spent_admissions
    ADD CONSTRAINT spent_admissions_pkey PRIMARY KEY (nonce);


--
-- Name: spent_challenges spent_challenges_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.spent_challenges
    ADD CONSTRAINT spent_challenges_pkey PRIMARY KEY (digest);


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
-- Name: turnout_of_strata turnout_of_strata_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.turnout_of_strata
    ADD CONSTRAINT turnout_of_strata_pkey PRIMARY KEY (stratum_id);


--
-- Name: turnout turnout_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.turnout
    ADD CONSTRAINT turnout_pkey PRIMARY KEY (survey_id, day);


--
-- Name: undeliverable undeliverable_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.undeliverable
    ADD CONSTRAINT undeliverable_pkey PRIMARY KEY (person_id);


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
-- Name: yardsticks yardsticks_kind_first_year_key; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.yardsticks
    ADD CONSTRAINT yardsticks_kind_first_year_key UNIQUE (kind, first_year);


--
-- Name: yardsticks yardsticks_pkey; Type: CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.yardsticks
    ADD CONSTRAINT yardsticks_pkey PRIMARY KEY (id);


--
-- Name: activities_of_evaluation; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX activities_of_evaluation ON who.activities USING btree (evaluation_id);


--
-- Name: agenda_of_year; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX agenda_of_year ON who.agenda USING btree (fiscal_year);


--
-- Name: drawn_slips_of_stratum; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX drawn_slips_of_stratum ON who.drawn_slips USING btree (stratum_id);


--
-- Name: import_changes_of_person; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX import_changes_of_person ON who.import_changes USING btree (person_id);


--
-- Name: imports_by_age; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX imports_by_age ON who.imports USING btree (begun);


--
-- Name: instruments_as_they_are; Type: INDEX; Schema: who; Owner: -
--

CREATE UNIQUE INDEX instruments_as_they_are ON who.instruments USING btree (id, digest);


--
-- Name: instruments_of_survey; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX instruments_of_survey ON who.instruments USING btree (survey_id) WHERE (survey_id IS NOT NULL);


--
-- Name: measures_about_survey; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX measures_about_survey ON who.measures USING btree (about_survey_id);


--
-- Name: measures_of_plan; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX measures_of_plan ON who.measures USING btree (plan_id);


--
-- Name: measures_with_poll; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX measures_with_poll ON who.measures USING btree (poll_id);


--
-- Name: meeting_reports_of_evaluation; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX meeting_reports_of_evaluation ON who.meeting_reports USING btree (evaluation_id);


--
-- Name: outbox_by_due; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX outbox_by_due ON who.outbox USING btree (state, due);


--
-- Name: outbox_by_kind; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX outbox_by_kind ON who.outbox USING btree (kind, state, due);


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
-- Name: personal_codes_of_person; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX personal_codes_of_person ON who.personal_codes USING btree (survey_id, person_id);


--
-- Name: plan_notes_of_step; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX plan_notes_of_step ON who.plan_notes USING btree (step_id);


--
-- Name: plan_steps_of_measure; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX plan_steps_of_measure ON who.plan_steps USING btree (measure_id);


--
-- Name: roll_of_person; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX roll_of_person ON who.roll USING btree (person_id);


--
-- Name: roll_of_stratum; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX roll_of_stratum ON who.roll USING btree (stratum_id);


--
-- Name: rolls_as_promised; Type: INDEX; Schema: who; Owner: -
--

CREATE UNIQUE INDEX rolls_as_promised ON who.rolls USING btree (survey_id, rule_digest);


--
-- Name: seats_of_person; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX seats_of_person ON who.seats USING btree (person_id);


--
-- Name: sessions_of_account; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX sessions_of_account ON who.sessions USING btree (account_id);


--
-- Name: signing_keys_of_survey; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX signing_keys_of_survey ON who.signing_keys USING btree (survey_id);


--
-- Name: spent_admissions_of_survey; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX spent_admissions_of_survey ON who.spent_admissions USING btree (survey_id);


--
-- Name: spent_challenges_by_age; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX spent_challenges_by_age ON who.spent_challenges USING btree (expires);


--
-- Name: spent_forms_by_age; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX spent_forms_by_age ON who.spent_forms USING btree (spent);


--
-- Name: stratum_units_of_stratum; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX stratum_units_of_stratum ON who.stratum_units USING btree (stratum_id);


--
-- Name: surveys_as_promised; Type: INDEX; Schema: who; Owner: -
--

CREATE UNIQUE INDEX surveys_as_promised ON who.surveys USING btree (id, instrument_id, door, k, release_rule, comments, without_script, grace_minutes);


--
-- Name: surveys_waiting; Type: INDEX; Schema: who; Owner: -
--

CREATE INDEX surveys_waiting ON who.surveys USING btree (state, opens, closes) WHERE (state = ANY (ARRAY['scheduled'::text, 'open'::text]));


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
-- Name: activities activities_evaluation_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.activities
    ADD CONSTRAINT activities_evaluation_id_fkey FOREIGN KEY (evaluation_id) REFERENCES who.surveys(id) ON DELETE SET NULL;


--
-- Name: activities activities_meeting_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.activities
    ADD CONSTRAINT activities_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES who.meetings(id) ON DELETE SET NULL;


--
-- Name: activities activities_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.activities
    ADD CONSTRAINT activities_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.surveys(id) ON DELETE SET NULL;


--
-- Name: audiences audiences_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.audiences
    ADD CONSTRAINT audiences_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.surveys(id);


--
-- Name: campaigns campaigns_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.campaigns
    ADD CONSTRAINT campaigns_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.surveys(id);


--
-- Name: drawn_slips drawn_slips_stratum_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.drawn_slips
    ADD CONSTRAINT drawn_slips_stratum_id_fkey FOREIGN KEY (stratum_id) REFERENCES who.strata(id) ON DELETE CASCADE;


--
-- Name: drawn_slips drawn_slips_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.drawn_slips
    ADD CONSTRAINT drawn_slips_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.rolls(survey_id);


--
-- Name: extensions extensions_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.extensions
    ADD CONSTRAINT extensions_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.surveys(id);


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
-- Name: instruments instruments_source_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.instruments
    ADD CONSTRAINT instruments_source_id_fkey FOREIGN KEY (source_id) REFERENCES who.instruments(id);


--
-- Name: instruments instruments_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.instruments
    ADD CONSTRAINT instruments_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.surveys(id);


--
-- Name: left_out_meetings left_out_meetings_meeting_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.left_out_meetings
    ADD CONSTRAINT left_out_meetings_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES who.meetings(id) ON DELETE CASCADE;


--
-- Name: left_out_surveys left_out_surveys_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.left_out_surveys
    ADD CONSTRAINT left_out_surveys_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.surveys(id) ON DELETE CASCADE;


--
-- Name: letter_texts letter_texts_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.letter_texts
    ADD CONSTRAINT letter_texts_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.surveys(id) ON DELETE CASCADE;


--
-- Name: measures measures_about_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.measures
    ADD CONSTRAINT measures_about_survey_id_fkey FOREIGN KEY (about_survey_id) REFERENCES who.surveys(id) ON DELETE SET NULL;


--
-- Name: measures measures_plan_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.measures
    ADD CONSTRAINT measures_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES who.plans(id) ON DELETE CASCADE;


--
-- Name: measures measures_poll_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.measures
    ADD CONSTRAINT measures_poll_id_fkey FOREIGN KEY (poll_id) REFERENCES who.surveys(id) ON DELETE SET NULL;


--
-- Name: meeting_reports meeting_reports_evaluation_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.meeting_reports
    ADD CONSTRAINT meeting_reports_evaluation_id_fkey FOREIGN KEY (evaluation_id) REFERENCES who.surveys(id) ON DELETE SET NULL;


--
-- Name: meeting_reports meeting_reports_meeting_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.meeting_reports
    ADD CONSTRAINT meeting_reports_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES who.meetings(id) ON DELETE CASCADE;


--
-- Name: one_time_links one_time_links_account_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.one_time_links
    ADD CONSTRAINT one_time_links_account_id_fkey FOREIGN KEY (account_id) REFERENCES who.accounts(id) ON DELETE CASCADE;


--
-- Name: openings openings_instrument_id_digest_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.openings
    ADD CONSTRAINT openings_instrument_id_digest_fkey FOREIGN KEY (instrument_id, digest) REFERENCES who.instruments(id, digest);


--
-- Name: openings openings_survey_id_instrument_id_door_k_release_rule_comme_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.openings
    ADD CONSTRAINT openings_survey_id_instrument_id_door_k_release_rule_comme_fkey FOREIGN KEY (survey_id, instrument_id, door, k, release_rule, comments, without_script, grace_minutes) REFERENCES who.surveys(id, instrument_id, door, k, release_rule, comments, without_script, grace_minutes);


--
-- Name: openings openings_survey_id_rule_digest_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.openings
    ADD CONSTRAINT openings_survey_id_rule_digest_fkey FOREIGN KEY (survey_id, rule_digest) REFERENCES who.rolls(survey_id, rule_digest);


--
-- Name: papers papers_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.papers
    ADD CONSTRAINT papers_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.openings(survey_id);


--
-- Name: people people_unit_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.people
    ADD CONSTRAINT people_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES who.units(id);


--
-- Name: personal_codes personal_codes_person_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.personal_codes
    ADD CONSTRAINT personal_codes_person_id_fkey FOREIGN KEY (person_id) REFERENCES who.people(id);


--
-- Name: personal_codes personal_codes_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.personal_codes
    ADD CONSTRAINT personal_codes_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.rolls(survey_id) ON DELETE CASCADE;


--
-- Name: plan_notes plan_notes_step_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.plan_notes
    ADD CONSTRAINT plan_notes_step_id_fkey FOREIGN KEY (step_id) REFERENCES who.plan_steps(id) ON DELETE CASCADE;


--
-- Name: plan_steps plan_steps_measure_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.plan_steps
    ADD CONSTRAINT plan_steps_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES who.measures(id) ON DELETE CASCADE;


--
-- Name: planned_reminders planned_reminders_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.planned_reminders
    ADD CONSTRAINT planned_reminders_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.surveys(id) ON DELETE CASCADE;


--
-- Name: plans plans_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.plans
    ADD CONSTRAINT plans_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.surveys(id) ON DELETE SET NULL;


--
-- Name: recovery_codes recovery_codes_account_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.recovery_codes
    ADD CONSTRAINT recovery_codes_account_id_fkey FOREIGN KEY (account_id) REFERENCES who.accounts(id) ON DELETE CASCADE;


--
-- Name: reminder_rules reminder_rules_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.reminder_rules
    ADD CONSTRAINT reminder_rules_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.surveys(id) ON DELETE CASCADE;


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
-- Name: seats seats_meeting_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.seats
    ADD CONSTRAINT seats_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES who.meetings(id) ON DELETE CASCADE;


--
-- Name: seats seats_person_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.seats
    ADD CONSTRAINT seats_person_id_fkey FOREIGN KEY (person_id) REFERENCES who.people(id) ON DELETE CASCADE;


--
-- Name: sessions sessions_account_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.sessions
    ADD CONSTRAINT sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES who.accounts(id) ON DELETE CASCADE;


--
-- Name: signing_keys signing_keys_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.signing_keys
    ADD CONSTRAINT signing_keys_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.papers(survey_id);


--
-- Name: spent_admissions spent_admissions_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.spent_admissions
    ADD CONSTRAINT spent_admissions_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.papers(survey_id);


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
-- Name: surveys surveys_copied_from_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.surveys
    ADD CONSTRAINT surveys_copied_from_fkey FOREIGN KEY (copied_from) REFERENCES who.surveys(id);


--
-- Name: surveys surveys_instrument_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.surveys
    ADD CONSTRAINT surveys_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES who.instruments(id);


--
-- Name: surveys surveys_opening_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.surveys
    ADD CONSTRAINT surveys_opening_id_fkey FOREIGN KEY (opening_id) REFERENCES who.openings(survey_id);


--
-- Name: turnout_of_strata turnout_of_strata_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.turnout_of_strata
    ADD CONSTRAINT turnout_of_strata_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.surveys(id);


--
-- Name: turnout turnout_survey_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.turnout
    ADD CONSTRAINT turnout_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES who.surveys(id);


--
-- Name: undeliverable undeliverable_person_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.undeliverable
    ADD CONSTRAINT undeliverable_person_id_fkey FOREIGN KEY (person_id) REFERENCES who.people(id) ON DELETE CASCADE;


--
-- Name: units units_parent_id_fkey; Type: FK CONSTRAINT; Schema: who; Owner: -
--

ALTER TABLE ONLY who.units
    ADD CONSTRAINT units_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES who.units(id);


--
-- PostgreSQL database dump complete
--


