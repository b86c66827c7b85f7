//! Every address of the house: patterns for the address table, builders for links.
//!
//! Addresses here carry no language. A page in English lives under `/en`; [`super::Visit::to`]
//! puts the prefix in front.

use jiff::civil::Date;

use crate::{
    ids::{
        AccountId, ActivityId, AgendaId, CardId, EnclosureId, ImportId, InstrumentId, LetterId, MatterId, MeasureId, MeetingId,
        PersonId, PlanId, SessionId, StepId, SurveyId, UnitId, YardstickId,
    },
    secrets::Token,
};

pub const HOME: &str = "/";
pub const ASSET: &str = "/assets/{name:.*}";
pub const LOGO: &str = "/logo";
pub const PRIVACY: &str = "/privacy";
pub const ACCESSIBILITY: &str = "/accessibility";
pub const CONTACT: &str = "/contact";

pub const SIGN_IN: &str = "/signin";
pub const SECOND_STEP: &str = "/signin/code";
pub const SIGN_OUT: &str = "/signout";
pub const FORGOTTEN: &str = "/forgotten";
pub const RESET: &str = "/reset/{token}";
pub const INVITATION: &str = "/invitation/{token}";
pub const SETUP: &str = "/setup/{token}";

pub const DESK: &str = "/home";
pub const ACCOUNT: &str = "/account";
pub const ACCOUNT_PASSWORD: &str = "/account/password";
pub const ACCOUNT_SESSIONS: &str = "/account/sessions";
pub const ACCOUNT_SESSION_END: &str = "/account/sessions/{session}/end";
pub const SECOND_FACTOR: &str = "/account/second-factor";
pub const SECOND_FACTOR_END: &str = "/account/second-factor/end";
pub const RECOVERY_CODES: &str = "/account/recovery-codes";

pub const PEOPLE: &str = "/admin/people";
pub const PEOPLE_NEW: &str = "/admin/people/new";
pub const PERSON: &str = "/admin/people/{account}";
pub const PERSON_INVITE: &str = "/admin/people/{account}/invitation";
pub const PERSON_CLOSE: &str = "/admin/people/{account}/closing";
pub const PERSON_SECOND_FACTOR: &str = "/admin/people/{account}/second-factor/end";
pub const PERSON_REOPEN: &str = "/admin/people/{account}/reopening";
pub const SETTINGS: &str = "/admin/settings";
pub const SETTINGS_LOGO: &str = "/admin/settings/logo";
pub const DIARY: &str = "/admin/log";
pub const MAIL: &str = "/admin/mail";
pub const MAIL_TEST: &str = "/admin/mail/test";
pub const LETTER_AGAIN: &str = "/admin/mail/{letter}/again";
pub const LETTER_DROP: &str = "/admin/mail/{letter}/drop";
pub const SCHEDULE: &str = "/admin/schedule";
pub const BACKUP: &str = "/admin/backup";

pub const SURVEYS: &str = "/rounds";
pub const SURVEY_NEW: &str = "/rounds/new";
pub const ROUND: &str = "/rounds/{survey}";
pub const ROUND_SETTINGS: &str = "/rounds/{survey}/settings";
pub const ROUND_FORM: &str = "/rounds/{survey}/form";
pub const ROUND_SCHEDULE: &str = "/rounds/{survey}/schedule";
pub const ROUND_UNSCHEDULE: &str = "/rounds/{survey}/unschedule";
pub const ROUND_EXTENSION: &str = "/rounds/{survey}/extension";
pub const ROUND_PUBLICATION: &str = "/rounds/{survey}/publication";
pub const PARTICIPATION: &str = "/rounds/{survey}/participation";
pub const ROUND_REMOVAL: &str = "/rounds/{survey}/removal";
pub const SURVEY: &str = "/surveys/{survey}";
pub const ROUND_PRIVACY: &str = "/rounds/{survey}/privacy";
pub const ELIGIBLE: &str = "/hr/rounds/{survey}/eligible";
pub const RULE: &str = "/hr/rounds/{survey}/rule";
pub const GROUPS: &str = "/hr/rounds/{survey}/groups";
pub const ROLL: &str = "/hr/rounds/{survey}/roll";
pub const ROLL_ADD: &str = "/hr/rounds/{survey}/roll/people";
pub const LETTERS: &str = "/hr/rounds/{survey}/letters";
pub const LETTER_TEXT: &str = "/hr/rounds/{survey}/letters/{kind}/{language}";
pub const LETTER_STANDARD: &str = "/hr/rounds/{survey}/letters/{kind}/{language}/standard";
pub const LETTER_TRIAL: &str = "/hr/rounds/{survey}/letters/{kind}/{language}/test";
pub const ANNOUNCEMENT: &str = "/hr/rounds/{survey}/announcement";

pub const SLIPS: &str = "/hr/rounds/{survey}/slips";
pub const SLIPS_CHECK: &str = "/hr/rounds/{survey}/slips/check";

pub const INSTRUMENTS: &str = "/instruments";
pub const INSTRUMENT_NEW: &str = "/instruments/new";
pub const INSTRUMENT_IMPORT: &str = "/instruments/import";
pub const INSTRUMENT_SAMPLE: &str = "/instruments/import/sample";
pub const INSTRUMENT_SCHEMA: &str = "/instruments/schema.json";
pub const STARTER: &str = "/instruments/models/{starter}";
pub const INSTRUMENT: &str = "/instruments/{instrument}";
pub const INSTRUMENT_ABOUT: &str = "/instruments/{instrument}/about";
pub const INSTRUMENT_ORDER: &str = "/instruments/{instrument}/order";
pub const INSTRUMENT_COPY: &str = "/instruments/{instrument}/copy";
pub const INSTRUMENT_VERSION: &str = "/instruments/{instrument}/version";
pub const INSTRUMENT_AWAY: &str = "/instruments/{instrument}/away";
pub const INSTRUMENT_LOSSES: &str = "/instruments/{instrument}/losses";
pub const INSTRUMENT_PREVIEW: &str = "/instruments/{instrument}/preview";
pub const INSTRUMENT_PAPER: &str = "/instruments/{instrument}/paper";
pub const INSTRUMENT_JSON: &str = "/instruments/{instrument}/file.json";
pub const INSTRUMENT_XLSX: &str = "/instruments/{instrument}/file.xlsx";
pub const ITEM_NEW: &str = "/instruments/{instrument}/items/new";
pub const ITEM: &str = "/instruments/{instrument}/items/{item}";
pub const ITEM_REMOVAL: &str = "/instruments/{instrument}/items/{item}/removal";
pub const PART_NEW: &str = "/instruments/{instrument}/parts/new";
pub const PART: &str = "/instruments/{instrument}/parts/{part}";
pub const PART_REMOVAL: &str = "/instruments/{instrument}/parts/{part}/removal";
pub const SCALES: &str = "/instruments/{instrument}/scales";
pub const SCALE_NEW: &str = "/instruments/{instrument}/scales/new";
pub const SCALE: &str = "/instruments/{instrument}/scales/{scale}";
pub const SCALE_REMOVAL: &str = "/instruments/{instrument}/scales/{scale}/removal";

pub const YARDSTICKS: &str = "/yardsticks";
pub const YARDSTICK: &str = "/yardsticks/{yardstick}";
pub const YARDSTICK_COPY: &str = "/yardsticks/{yardstick}/copy";
pub const OPEN_LINK: &str = "/o/{survey}";
pub const OPEN_LINK_ANSWER: &str = "/o/{survey}/answer";
pub const CODE: &str = "/t";
pub const PERSONAL: &str = "/t/{link}";
pub const PERSONAL_ANSWER: &str = "/t/{link}/answer";
pub const PERSONAL_STOP: &str = "/t/{link}/stop";
pub const PERSONAL_STORED: &str = "/t/{link}/stored";
pub const PERSONAL_PAGE: &str = "/t/{link}/{page}";
pub const REPLACE: &str = "/surveys/{survey}/replace";
pub const REPLACE_ANSWER: &str = "/surveys/{survey}/replace/answer";
pub const REPLACE_PAGE: &str = "/surveys/{survey}/replace/{page}";
pub const THANKS: &str = "/thanks";
pub const ABOUT_ANSWERS: &str = "/about-your-answers";
pub const POSTER: &str = "/surveys/{survey}/poster";
pub const CHALLENGE: &str = "/api/v1/challenges/{survey}";
pub const ADMISSIONS: &str = "/api/v1/admissions";
pub const LINKS: &str = "/api/v1/links";
pub const PAPER: &str = "/api/v1/papers/{survey}";
pub const CREDENTIALS: &str = "/api/v1/credentials";
pub const BALLOTS: &str = "/api/v1/ballots";
pub const RECEIPTS: &str = "/api/v1/receipts";
pub const BULLETIN: &str = "/api/v1/bulletins/{survey}";
pub const BULLETIN_PAGE: &str = "/surveys/{survey}/bulletin";

pub const RESULTS: &str = "/rounds/{survey}/results";
pub const RESULT_ITEMS: &str = "/rounds/{survey}/results/items";
pub const RESULT_UNITS: &str = "/rounds/{survey}/results/units";
pub const RESULT_COMPARISON: &str = "/rounds/{survey}/results/compare";
pub const RESULT_COMMENTS: &str = "/rounds/{survey}/results/comments";
pub const RESULT_COMMENT: &str = "/rounds/{survey}/results/comments/{text}";
pub const RESULT_FILE: &str = "/rounds/{survey}/results/file/{kind}";
pub const REPORT: &str = "/rounds/{survey}/report";
/// Rounds whose results may be read, for those who only read.
pub const SCORES: &str = "/scores";
/// What staff see of results.
pub const PUBLISHED: &str = "/results";
pub const PUBLISHED_ROUND: &str = "/results/{survey}";
pub const PUBLISHED_FILE: &str = "/api/v1/results/{survey}";
/// The assessment of a whole fiscal year.
pub const YEARS: &str = "/ita";
pub const YEAR: &str = "/ita/years/{year}";
pub const YEAR_PART: &str = "/ita/years/{year}/{part}";
pub const WORK: &str = "/work";
pub const AGENDA: &str = "/agenda/years/{year}";
pub const AGENDA_USUAL: &str = "/agenda/years/{year}/usual";
pub const AGENDA_COPY: &str = "/agenda/years/{year}/copy";
pub const AGENDA_ENTRY: &str = "/agenda/entries/{entry}";
pub const AGENDA_DONE: &str = "/agenda/entries/{entry}/done";
pub const AGENDA_REMOVAL: &str = "/agenda/entries/{entry}/removal";
pub const FIGURE_CHECK: &str = "/ita/check";

pub const REMINDERS: &str = "/hr/rounds/{survey}/remind";
pub const REMINDER_PLAN: &str = "/hr/rounds/{survey}/remind/plan";

pub const HR: &str = "/hr";
pub const ROSTER: &str = "/hr/roster";
pub const ROSTER_NEW: &str = "/hr/roster/new";
pub const ROSTER_FILE: &str = "/hr/roster/file";
pub const ROSTER_TWINS: &str = "/hr/roster/twins";
pub const UNDELIVERABLE: &str = "/hr/undeliverable";
pub const UNDELIVERABLE_AGAIN: &str = "/hr/undeliverable/again";
pub const ROSTER_PERSON: &str = "/hr/roster/people/{person}";
pub const ROSTER_DEPARTURE: &str = "/hr/roster/people/{person}/departure";
pub const ROSTER_RETURN: &str = "/hr/roster/people/{person}/return";
pub const ROSTER_MERGE: &str = "/hr/roster/people/{person}/merge";
pub const UNITS: &str = "/hr/units";
pub const UNIT_NEW: &str = "/hr/units/new";
pub const UNIT: &str = "/hr/units/{unit}";
pub const UNIT_REMOVAL: &str = "/hr/units/{unit}/removal";
pub const HOLIDAYS: &str = "/hr/holidays";
pub const HOLIDAY_REMOVAL: &str = "/hr/holidays/{day}/removal";
pub const IMPORT: &str = "/hr/roster/import";
pub const IMPORT_SAMPLE: &str = "/hr/roster/import/sample";
pub const IMPORT_COLUMNS: &str = "/hr/roster/import/{import}/columns";
pub const IMPORT_CHECK: &str = "/hr/roster/import/{import}/check";
pub const IMPORT_DONE: &str = "/hr/roster/import/{import}/done";
pub const IMPORT_UNDO: &str = "/hr/roster/import/{import}/undo";
pub const IMPORT_DROP: &str = "/hr/roster/import/{import}/drop";

/// The clinic: its board, asking, one's own matter; and its desk.
pub const CLINIC: &str = "/clinic";
pub const CLINIC_CARD: &str = "/clinic/q/{card}";
pub const CLINIC_ME_TOO: &str = "/clinic/q/{card}/me-too";
pub const CLINIC_ASK: &str = "/clinic/ask";
pub const CLINIC_ASK_CHECK: &str = "/clinic/ask/check";
pub const CLINIC_RECEIPT: &str = "/clinic/receipt";
pub const CLINIC_CHECK: &str = "/clinic/check";
pub const CLINIC_MINE: &str = "/clinic/mine";
pub const CLINIC_MINE_FILES: &str = "/clinic/mine/files";
pub const CLINIC_SESSION: &str = "/clinic/sessions/{meeting}";
pub const CLINIC_MATTERS: &str = "/api/v1/clinic/matters";
pub const CLINIC_DESK: &str = "/desk";
pub const CLINIC_MATTER: &str = "/desk/{matter:[0-9a-f]{8}-[0-9a-f-]{27}}";
pub const CLINIC_MATTER_FILE: &str = "/desk/{matter:[0-9a-f]{8}-[0-9a-f-]{27}}/files/{file}";

/// What the department did, and the report of it.
pub const ACTIVITIES: &str = "/activities";
pub const ACTIVITY_NEW: &str = "/activities/new";
pub const ACTIVITY_REPORT: &str = "/activities/report";
pub const ACTIVITY_REPORT_WORDS: &str = "/activities/report/words";
pub const ACTIVITY_REPORT_ROWS: &str = "/activities/report/rows";
pub const ACTIVITY_REPORT_FILE: &str = "/activities/report/file/{kind}";
pub const ACTIVITY: &str = "/activities/{activity:[0-9a-f]{8}-[0-9a-f-]{27}}";
pub const ACTIVITY_REMOVAL: &str = "/activities/{activity:[0-9a-f]{8}-[0-9a-f-]{27}}/removal";
pub const ACTIVITY_SUMMARY: &str = "/activities/{activity:[0-9a-f]{8}-[0-9a-f-]{27}}/summary";
pub const ACTIVITY_SUMMARY_FILE: &str = "/activities/{activity:[0-9a-f]{8}-[0-9a-f-]{27}}/summary/file/{kind}";

/// Sessions of the clinic, for those who plan them and those who answer there.
pub const MEETINGS: &str = "/desk/sessions";
pub const MEETING_NEW: &str = "/desk/sessions/new";
pub const MEETING: &str = "/desk/sessions/{meeting}";
pub const MEETING_PLAN: &str = "/desk/sessions/{meeting}/plan";
pub const MEETING_REMOVAL: &str = "/desk/sessions/{meeting}/removal";
pub const MEETING_OPENING: &str = "/desk/sessions/{meeting}/opening";
pub const MEETING_CANCELLATION: &str = "/desk/sessions/{meeting}/cancellation";
pub const MEETING_EXTENSION: &str = "/desk/sessions/{meeting}/extension";
pub const MEETING_END: &str = "/desk/sessions/{meeting}/end";
pub const MEETING_POSTER: &str = "/desk/sessions/{meeting}/poster";
pub const MEETING_REPORT: &str = "/desk/sessions/{meeting}/report";
pub const MEETING_EVALUATION: &str = "/desk/sessions/{meeting}/evaluation";
/// The same, for those who have the people.
pub const HR_MEETINGS: &str = "/hr/sessions";
pub const MEETING_SLIPS: &str = "/hr/sessions/{meeting}/slips";
pub const MEETING_SLIPS_CHECK: &str = "/hr/sessions/{meeting}/slips/check";
pub const MEETING_NEWCOMERS: &str = "/hr/sessions/{meeting}/newcomers";
/// Somebody's own link to a session.
pub const CLINIC_LINK: &str = "/c/{link}";
pub const CLINIC_LINK_SEATS: &str = "/c/{link}/seats";
pub const CLINIC_LINK_VOUCHER: &str = "/c/{link}/voucher";
pub const MEETING_CALENDAR: &str = "/clinic/sessions/{meeting}/calendar.ics";
pub const CLINIC_LINKS: &str = "/api/v1/clinic/links";
pub const CLINIC_SEATS: &str = "/api/v1/clinic/seats";
pub const CLINIC_VOUCHERS: &str = "/api/v1/clinic/vouchers";

/// Questions asked live: the way in, what phones show, what a wall shows, and what both listen to.
pub const LIVE: &str = "/live";
pub const LIVE_ROOM: &str = "/live/{code}";
pub const LIVE_SCREEN: &str = "/live/{code}/screen";
pub const LIVE_EVENTS: &str = "/live/{code}/events";
pub const LIVE_ROOMS: &str = "/desk/live";
pub const ROUND_PLAN: &str = "/rounds/{survey}/plan";
pub const PLANS: &str = "/plans";
pub const PLAN_NEW: &str = "/plans/new";
pub const PLAN: &str = "/plans/{plan}";
pub const PLAN_EDIT: &str = "/plans/{plan}/edit";
pub const PLAN_REMOVAL: &str = "/plans/{plan}/removal";
pub const PLAN_FORM: &str = "/plans/{plan}/form/{form}";
pub const PLAN_FILE: &str = "/plans/{plan}/form/{form}/{kind}";
pub const MEASURE_NEW: &str = "/plans/{plan}/measures/new";
pub const MEASURE: &str = "/plans/{plan}/measures/{measure}";
pub const MEASURE_REMOVAL: &str = "/plans/{plan}/measures/{measure}/removal";
pub const MEASURE_POLL: &str = "/plans/{plan}/measures/{measure}/poll";
pub const STEP_NEW: &str = "/plans/{plan}/measures/{measure}/steps/new";
pub const STEP: &str = "/plans/{plan}/steps/{step}";
pub const STEP_REMOVAL: &str = "/plans/{plan}/steps/{step}/removal";
pub const STEP_PROGRESS: &str = "/plans/{plan}/steps/{step}/progress";

pub const LIVE_HOST: &str = "/desk/live/{meeting}";
pub const LIVE_END: &str = "/desk/live/{meeting}/end";
pub const LIVE_HOST_EVENTS: &str = "/desk/live/{meeting}/events";

/// What is answered to programs, described for programs.
pub const DESCRIPTION: &str = "/api/v1/openapi.json";
pub const HEALTH: &str = "/healthz";
pub const READY: &str = "/readyz";
pub const METRICS: &str = "/metrics";

/// Whether programs ask here, who read no pages.
pub fn is_for_programs(path: &str) -> bool {
    path.starts_with("/api/") || [HEALTH, READY].contains(&path)
}

/// An activity, or a page of it where `below` says which: `/summary`.
pub fn activity(activity: ActivityId, below: &str) -> String {
    format!("/activities/{activity}{below}")
}

/// The report of a time, or a page of it where `below` says which: `/words`.
pub fn activity_report(below: &str, year: i16, half: &str) -> String {
    format!("/activities/report{below}?year={year}&half={half}")
}

/// A page of a session, or a deed with it where `below` says which: `/opening`.
pub fn meeting(meeting: MeetingId, below: &str) -> String {
    format!("/desk/sessions/{meeting}{below}")
}

pub fn meeting_slips(meeting: MeetingId) -> String {
    format!("/hr/sessions/{meeting}/slips")
}

pub fn meeting_slips_check(meeting: MeetingId) -> String {
    format!("/hr/sessions/{meeting}/slips/check")
}

pub fn meeting_newcomers(meeting: MeetingId) -> String {
    format!("/hr/sessions/{meeting}/newcomers")
}

pub fn meeting_calendar(meeting: MeetingId) -> String {
    format!("/clinic/sessions/{meeting}/calendar.ics")
}

/// Where a session stands for everybody.
pub fn clinic_session(meeting: MeetingId) -> String {
    format!("/clinic/sessions/{meeting}")
}

pub fn clinic_link(link: &str) -> String {
    format!("/c/{link}")
}

pub fn clinic_link_seats(link: &str) -> String {
    format!("/c/{link}/seats")
}

pub fn clinic_link_voucher(link: &str) -> String {
    format!("/c/{link}/voucher")
}

/// Where something is written, to a session.
pub fn clinic_ask(meeting: MeetingId) -> String {
    format!("/clinic/ask?session={meeting}")
}

pub fn reset(token: &Token) -> String {
    format!("/reset/{}", token.reveal())
}

pub fn invitation(token: &Token) -> String {
    format!("/invitation/{}", token.reveal())
}

pub fn setup(token: &Token) -> String {
    format!("/setup/{}", token.reveal())
}

pub fn session_end(session: SessionId) -> String {
    format!("/account/sessions/{session}/end")
}

pub fn person(account: AccountId) -> String {
    format!("/admin/people/{account}")
}

pub fn person_invite(account: AccountId) -> String {
    format!("/admin/people/{account}/invitation")
}

pub fn person_close(account: AccountId) -> String {
    format!("/admin/people/{account}/closing")
}

pub fn person_second_factor(account: AccountId) -> String {
    format!("/admin/people/{account}/second-factor/end")
}

pub fn person_reopen(account: AccountId) -> String {
    format!("/admin/people/{account}/reopening")
}

pub fn letter_again(letter: LetterId) -> String {
    format!("/admin/mail/{letter}/again")
}

pub fn letter_drop(letter: LetterId) -> String {
    format!("/admin/mail/{letter}/drop")
}

/// A card of the board.
pub fn clinic_card(card: CardId) -> String {
    format!("/clinic/q/{card}")
}

pub fn clinic_me_too(card: CardId) -> String {
    format!("/clinic/q/{card}/me-too")
}

/// The form of asking, for one session.
pub fn clinic_ask_at(meeting: MeetingId) -> String {
    format!("/clinic/ask?session={meeting}")
}

/// A matter at the desk.
pub fn clinic_matter(matter: MatterId) -> String {
    format!("/desk/{matter}")
}

pub fn clinic_matter_file(matter: MatterId, file: EnclosureId) -> String {
    format!("/desk/{matter}/files/{file}")
}

pub fn round(survey: SurveyId) -> String {
    format!("/rounds/{survey}")
}

pub fn round_settings(survey: SurveyId) -> String {
    format!("/rounds/{survey}/settings")
}

pub fn round_form(survey: SurveyId) -> String {
    format!("/rounds/{survey}/form")
}

pub fn round_schedule(survey: SurveyId) -> String {
    format!("/rounds/{survey}/schedule")
}

pub fn round_unschedule(survey: SurveyId) -> String {
    format!("/rounds/{survey}/unschedule")
}

pub fn round_extension(survey: SurveyId) -> String {
    format!("/rounds/{survey}/extension")
}

pub fn round_publication(survey: SurveyId) -> String {
    format!("/rounds/{survey}/publication")
}

pub fn round_removal(survey: SurveyId) -> String {
    format!("/rounds/{survey}/removal")
}

pub fn participation(survey: SurveyId) -> String {
    format!("/rounds/{survey}/participation")
}

pub fn survey(survey: SurveyId) -> String {
    format!("/surveys/{survey}")
}

pub fn bulletin(survey: SurveyId) -> String {
    format!("/api/v1/bulletins/{survey}")
}

pub fn bulletin_page(survey: SurveyId) -> String {
    format!("/surveys/{survey}/bulletin")
}

/// A page of a round's results, or their summary where `below` is empty: `/items`, `/file/csv`.
pub fn results(survey: SurveyId, below: &str) -> String {
    format!("/rounds/{survey}/results{below}")
}

pub fn report(survey: SurveyId) -> String {
    format!("/rounds/{survey}/report")
}

pub fn published(survey: SurveyId) -> String {
    format!("/results/{survey}")
}

pub fn published_file(survey: SurveyId) -> String {
    format!("/api/v1/results/{survey}")
}

/// A fiscal year, or one of its parts where `below` says which: `/oit`.
pub fn year(year: i16, below: &str) -> String {
    format!("/ita/years/{year}{below}")
}

/// The calendar of a fiscal year, or a deed in it: `/usual`.
pub fn agenda(year: i16, below: &str) -> String {
    format!("/agenda/years/{year}{below}")
}

/// One of its entries, or a deed with it: `/removal`.
pub fn agenda_entry(entry: AgendaId, below: &str) -> String {
    format!("/agenda/entries/{entry}{below}")
}

pub fn round_privacy(survey: SurveyId) -> String {
    format!("/rounds/{survey}/privacy")
}

pub fn slips(survey: SurveyId) -> String {
    format!("/hr/rounds/{survey}/slips")
}

pub fn slips_check(survey: SurveyId) -> String {
    format!("/hr/rounds/{survey}/slips/check")
}

pub fn open_link(survey: SurveyId) -> String {
    format!("/o/{survey}")
}

pub fn open_link_answer(survey: SurveyId) -> String {
    format!("/o/{survey}/answer")
}

/// The start page of somebody's own link.
pub fn personal(link: &str) -> String {
    format!("/t/{link}")
}

pub fn personal_stop(link: &str) -> String {
    format!("/t/{link}/stop")
}

pub fn personal_stored(link: &str) -> String {
    format!("/t/{link}/stored")
}

pub fn replace(survey: SurveyId) -> String {
    format!("/surveys/{survey}/replace")
}

pub fn poster(survey: SurveyId) -> String {
    format!("/surveys/{survey}/poster")
}

pub fn eligible(survey: SurveyId) -> String {
    format!("/hr/rounds/{survey}/eligible")
}

pub fn rule(survey: SurveyId) -> String {
    format!("/hr/rounds/{survey}/rule")
}

pub fn groups(survey: SurveyId) -> String {
    format!("/hr/rounds/{survey}/groups")
}

pub fn roll(survey: SurveyId) -> String {
    format!("/hr/rounds/{survey}/roll")
}

pub fn roll_add(survey: SurveyId) -> String {
    format!("/hr/rounds/{survey}/roll/people")
}

pub fn letters(survey: SurveyId) -> String {
    format!("/hr/rounds/{survey}/letters")
}

/// What one letter says in one language, or a deed with it where `below` says which: `/test`.
pub fn letter_text(survey: SurveyId, kind: &str, language: &str, below: &str) -> String {
    format!("/hr/rounds/{survey}/letters/{kind}/{language}{below}")
}

pub fn announcement(survey: SurveyId) -> String {
    format!("/hr/rounds/{survey}/announcement")
}

pub fn reminders(survey: SurveyId) -> String {
    format!("/hr/rounds/{survey}/remind")
}

pub fn reminder_plan(survey: SurveyId) -> String {
    format!("/hr/rounds/{survey}/remind/plan")
}

pub fn yardstick(yardstick: YardstickId) -> String {
    format!("/yardsticks/{yardstick}")
}

pub fn yardstick_copy(yardstick: YardstickId) -> String {
    format!("/yardsticks/{yardstick}/copy")
}

pub fn roster_person(person: PersonId) -> String {
    format!("/hr/roster/people/{person}")
}

pub fn roster_departure(person: PersonId) -> String {
    format!("/hr/roster/people/{person}/departure")
}

pub fn roster_return(person: PersonId) -> String {
    format!("/hr/roster/people/{person}/return")
}

pub fn roster_merge(person: PersonId) -> String {
    format!("/hr/roster/people/{person}/merge")
}

pub fn unit(unit: UnitId) -> String {
    format!("/hr/units/{unit}")
}

pub fn unit_removal(unit: UnitId) -> String {
    format!("/hr/units/{unit}/removal")
}

pub fn holiday_removal(day: Date) -> String {
    format!("/hr/holidays/{day}/removal")
}

pub fn import_columns(import: ImportId) -> String {
    format!("/hr/roster/import/{import}/columns")
}

pub fn import_check(import: ImportId) -> String {
    format!("/hr/roster/import/{import}/check")
}

pub fn import_done(import: ImportId) -> String {
    format!("/hr/roster/import/{import}/done")
}

pub fn import_undo(import: ImportId) -> String {
    format!("/hr/roster/import/{import}/undo")
}

pub fn import_drop(import: ImportId) -> String {
    format!("/hr/roster/import/{import}/drop")
}

/// A page or deed of an instrument, or its outline where `below` is empty: `/scales`, `/items/i2`.
pub fn instrument(instrument: InstrumentId, below: &str) -> String {
    format!("/instruments/{instrument}{below}")
}

pub fn starter(starter: &str) -> String {
    format!("/instruments/models/{starter}")
}

/// What is asked live, or a page of it where `below` says which: `/screen`.
pub fn live(code: &str, below: &str) -> String {
    format!("/live/{code}{below}")
}

/// The same for whoever leads it.
pub fn live_host(meeting: MeetingId, below: &str) -> String {
    format!("/desk/live/{meeting}{below}")
}

/// A plan, or a page of it where `below` says which: `/edit`.
pub fn plan(plan: PlanId, below: &str) -> String {
    format!("/plans/{plan}{below}")
}

/// The plan of a round, or where it can be made.
pub fn round_plan(survey: SurveyId) -> String {
    format!("/rounds/{survey}/plan")
}

/// A new plan for a round.
pub fn plan_new_for(survey: SurveyId) -> String {
    format!("/plans/new?round={survey}")
}

pub fn measure(plan: PlanId, measure: MeasureId, below: &str) -> String {
    format!("/plans/{plan}/measures/{measure}{below}")
}

pub fn step(plan: PlanId, step: StepId, below: &str) -> String {
    format!("/plans/{plan}/steps/{step}{below}")
}

/// The same address with something said on arrival: `?done=saved`.
pub fn done(address: &str, what: &str) -> String {
    format!("{address}?done={what}")
}
