//! The address table: every address, and who answers there. Nothing else.
//!
//! Each page exists in Thai at its address and in English under `/en`. Permissions stand in the
//! handlers' signatures, so that no line here can lose one.

use actix_web::{
    Resource, Route, guard,
    web::{self, ServiceConfig},
};

use crate::{
    accounts::routes::{diary, entering, links, own_account, people, second_factor},
    admin::routes as admin,
    afterwards::routes as afterwards,
    answering::routes::{sheets, showing as answering},
    authoring::routes::{files, import as import_form, items, library, outline, parts, scales, showing},
    campaigns::{
        calendar::routes as holidays,
        letters::routes::{announcement, texts as letter_texts},
        reminders::routes as reminders,
        slips::routes as slips,
        turnout::routes as turnout,
    },
    clinic::routes::{
        asking as clinic_asking, board as clinic_board, files as clinic_files, matters as clinic_matters, mine as clinic_mine,
    },
    credentials::{admission::routes as admission, issue::routes as doors},
    department::routes as department,
    desk::routes as clinic_desk,
    front,
    glance::routes as glance,
    improving::routes::{measures, papers, plans, steps},
    live::routes::{events as live_events, host as live_host, phone as live_phone},
    meetings::{
        entry::routes as clinic_doors,
        routes::{hr as hr_meetings, planning as meetings, public as meetings_for_all},
    },
    metrics::routes as metrics,
    people::routes::{eligible, groups, import, merging, person, roll, roster, rule, units, unreached},
    reception::routes as reception,
    reports::routes::{
        check as figure_check, comments, files as result_files, publication, reading as published, report, results, years,
    },
    rounds::{
        open_door::routes as open_door,
        privacy::routes as privacy,
        routes::{overview, planning, promises, public, questions, stages, timing},
    },
    urn::{bulletin::routes as bulletin, routes as urn},
    web::{assets, at, nothing_here, preflight},
    yardsticks::routes as yardsticks,
    yearly::routes::{keeping as activity, report as yearly_report, summary as activity_summary},
};

/// Everything the house answers to.
pub fn addresses(config: &mut ServiceConfig) {
    config
        .service(web::resource(at::ASSET).route(assets::route()))
        .service(web::resource(at::LOGO).route(get().to(department::logo)))
        .service(web::resource(at::HEALTH).route(get().to(front::health)))
        .service(web::resource(at::READY).route(get().to(front::ready)))
        .service(web::resource(at::METRICS).route(get().to(metrics::read)))
        .service(web::resource(at::DESCRIPTION).route(get().to(front::description)))
        .service(web::resource(at::CHALLENGE).route(get().to(admission::ask)))
        .service(web::resource(at::ADMISSIONS).route(post().to(admission::answer)))
        .service(web::resource(at::LINKS).route(post().to(doors::show)))
        .service(web::resource(at::CREDENTIALS).route(post().to(doors::create)))
        .service(web::resource(at::CLINIC_LINKS).route(post().to(clinic_doors::show)))
        .service(web::resource(at::CLINIC_SEATS).route(post().to(clinic_doors::create)))
        .service(web::resource(at::CLINIC_VOUCHERS).route(post().to(clinic_doors::vouch_for)))
        .service(web::resource(at::PAPER).route(get().to(urn::paper)))
        .service(web::resource(at::BALLOTS).route(post().to(urn::hand_in)).route(options().to(preflight)))
        .service(web::resource(at::RECEIPTS).route(post().to(urn::ask)).route(options().to(preflight)))
        .service(web::resource(at::BULLETIN).route(get().to(bulletin::file)))
        .service(web::resource(at::PUBLISHED_FILE).route(get().to(published::file)))
        .service(web::resource(at::CLINIC_MATTERS).route(post().to(clinic_matters::create)))
        .service(web::resource(at::LIVE_EVENTS).route(web::get().to(live_events::everybody)))
        .service(web::resource(at::LIVE_HOST_EVENTS).route(web::get().to(live_events::host)))
        .service(web::resource("/en").route(get().to(front::to_english)))
        .service(web::scope("/en").configure(pages))
        .configure(pages)
        .default_service(web::route().to(nothing_here));
}

fn years_of_work(config: &mut ServiceConfig) {
    config
        .service(on(at::WORK).route(get().to(glance::show)))
        .service(on(at::AGENDA_USUAL).route(post().to(glance::fill)))
        .service(on(at::AGENDA_COPY).route(post().to(glance::copy)))
        .service(on(at::AGENDA).route(get().to(glance::index)).route(post().to(glance::add)))
        .service(on(at::AGENDA_DONE).route(post().to(glance::tick)))
        .service(on(at::AGENDA_REMOVAL).route(get().to(glance::ask_to_remove)).route(post().to(glance::remove)))
        .service(on(at::AGENDA_ENTRY).route(get().to(glance::edit)).route(post().to(glance::update)));
}

/// Every page, in either language.
fn pages(config: &mut ServiceConfig) {
    config
        .configure(front_door)
        .configure(questionnaires)
        .configure(answers)
        .configure(assessments)
        .configure(years_of_work)
        .configure(results_of_a_round)
        .configure(exports)
        .configure(publishing)
        .configure(sessions_of_the_clinic)
        .configure(clinic)
        .configure(asked_live)
        .configure(activities)
        .service(on(at::SIGN_IN).route(get().to(entering::new)).route(post().to(entering::create)))
        .service(on(at::SECOND_STEP).route(get().to(entering::second_step_new)).route(post().to(entering::second_step)))
        .service(on(at::SIGN_OUT).route(post().to(entering::sign_out)))
        .service(on(at::FORGOTTEN).route(get().to(links::forgotten)).route(post().to(links::send_reset)))
        .service(on(at::RESET).route(get().to(links::reset_new)).route(post().to(links::reset)))
        .service(on(at::INVITATION).route(get().to(links::invitation_new)).route(post().to(links::invitation)))
        .service(on(at::SETUP).route(get().to(links::set_up_new)).route(post().to(links::set_up)))
        .service(on(at::DESK).route(get().to(diary::home)))
        .service(on(at::ACCOUNT).route(get().to(own_account::show)).route(post().to(own_account::update)))
        .service(on(at::ACCOUNT_PASSWORD).route(post().to(own_account::change_password)))
        .service(on(at::ACCOUNT_SESSIONS).route(post().to(own_account::end_all_sessions)))
        .service(on(at::ACCOUNT_SESSION_END).route(post().to(own_account::end_session)))
        .service(on(at::SECOND_FACTOR).route(get().to(second_factor::new)).route(post().to(second_factor::create)))
        .service(on(at::SECOND_FACTOR_END).route(post().to(second_factor::delete)))
        .service(on(at::RECOVERY_CODES).route(post().to(second_factor::renew_codes)))
        .service(on(at::PEOPLE).route(get().to(people::index)))
        .service(on(at::PEOPLE_NEW).route(get().to(people::new)).route(post().to(people::create)))
        .service(on(at::PERSON).route(get().to(people::edit)).route(post().to(people::update)))
        .service(on(at::PERSON_INVITE).route(post().to(people::invite_again)))
        .service(on(at::PERSON_CLOSE).route(get().to(people::confirm_closing)).route(post().to(people::close)))
        .service(on(at::PERSON_REOPEN).route(post().to(people::reopen)))
        .service(on(at::PERSON_SECOND_FACTOR).route(post().to(people::end_second_factor)))
        .service(on(at::SETTINGS).route(get().to(department::edit)).route(post().to(department::update)))
        .service(on(at::SETTINGS_LOGO).route(post().to(department::update_logo)))
        .service(on(at::DIARY).route(get().to(diary::index)))
        .service(on(at::MAIL).route(get().to(admin::mail)))
        .service(on(at::MAIL_TEST).route(post().to(admin::test_letter)))
        .service(on(at::LETTER_AGAIN).route(post().to(admin::letter_again)))
        .service(on(at::LETTER_DROP).route(post().to(admin::letter_drop)))
        .service(on(at::SCHEDULE).route(get().to(admin::schedule)))
        .service(on(at::YARDSTICKS).route(get().to(yardsticks::index)))
        .service(on(at::YARDSTICK).route(get().to(yardsticks::edit)).route(post().to(yardsticks::update)))
        .service(on(at::YARDSTICK_COPY).route(get().to(yardsticks::copy)).route(post().to(yardsticks::create)))
        .service(on(at::SURVEYS).route(get().to(planning::index)))
        .service(on(at::SURVEY_NEW).route(get().to(planning::new)).route(post().to(planning::create)))
        .service(on(at::ROUND).route(get().to(overview::show)))
        .service(on(at::ROUND_SETTINGS).route(get().to(promises::edit)).route(post().to(promises::update)))
        .service(on(at::ROUND_FORM).route(get().to(questions::show)).route(post().to(questions::choose)))
        .service(on(at::ROUND_SCHEDULE).route(get().to(timing::edit)).route(post().to(timing::schedule)))
        .service(on(at::ROUND_UNSCHEDULE).route(post().to(timing::unschedule)))
        .service(on(at::ROUND_EXTENSION).route(get().to(timing::ask_to_extend)).route(post().to(timing::extend)))
        .service(on(at::ROUND_REMOVAL).route(get().to(stages::ask_to_remove)).route(post().to(stages::remove)))
        .service(on(at::OPEN_LINK).route(get().to(open_door::start)))
        .service(on(at::POSTER).route(get().to(open_door::poster)))
        .service(on(at::ROUND_PRIVACY).route(get().to(privacy::show)))
        .service(on(at::REMINDERS).route(get().to(reminders::show)).route(post().to(reminders::create)))
        .service(on(at::REMINDER_PLAN).route(post().to(reminders::plan)))
        .service(on(at::ROSTER).route(get().to(roster::index)))
        .service(on(at::ROSTER_NEW).route(get().to(person::new)).route(post().to(person::create)))
        .service(on(at::ROSTER_FILE).route(post().to(roster::download)))
        .service(on(at::ROSTER_TWINS).route(get().to(roster::twins)))
        .service(on(at::UNDELIVERABLE).route(get().to(unreached::index)))
        .service(on(at::UNDELIVERABLE_AGAIN).route(post().to(unreached::again)))
        .service(on(at::ROSTER_PERSON).route(get().to(person::edit)).route(post().to(person::update)))
        .service(on(at::ROSTER_DEPARTURE).route(get().to(person::confirm_departure)).route(post().to(person::note_departure)))
        .service(on(at::ROSTER_RETURN).route(post().to(person::note_return)))
        .service(on(at::ROSTER_MERGE).route(get().to(merging::compare)).route(post().to(merging::merge_two)))
        .service(on(at::UNITS).route(get().to(units::index)))
        .service(on(at::UNIT_NEW).route(get().to(units::new)).route(post().to(units::create)))
        .service(on(at::UNIT).route(get().to(units::edit)).route(post().to(units::update)))
        .service(on(at::UNIT_REMOVAL).route(post().to(units::remove)))
        .service(on(at::HR).route(get().to(turnout::where_we_are)))
        .service(on(at::PARTICIPATION).route(get().to(turnout::show)))
        .service(on(at::HOLIDAYS).route(get().to(holidays::index)).route(post().to(holidays::add)))
        .service(on(at::HOLIDAY_REMOVAL).route(post().to(holidays::remove)))
        .service(on(at::SURVEY).route(get().to(public::show)))
        .service(on(at::BULLETIN_PAGE).route(get().to(bulletin::show)))
        .service(on(at::ELIGIBLE).route(get().to(eligible::show)))
        .service(on(at::RULE).route(get().to(rule::edit)).route(post().to(rule::update)))
        .service(on(at::GROUPS).route(get().to(groups::edit)).route(post().to(groups::update)))
        .service(on(at::ROLL).route(get().to(roll::confirm)).route(post().to(roll::create)))
        .service(on(at::ROLL_ADD).route(get().to(roll::new_person)).route(post().to(roll::add_person)))
        .service(on(at::LETTERS).route(get().to(letter_texts::index)))
        .service(on(at::LETTER_TEXT).route(get().to(letter_texts::edit)).route(post().to(letter_texts::update)))
        .service(on(at::LETTER_STANDARD).route(post().to(letter_texts::back_to_standard)))
        .service(on(at::LETTER_TRIAL).route(post().to(letter_texts::send_trial)))
        .service(on(at::ANNOUNCEMENT).route(get().to(announcement::show)))
        .service(on(at::SLIPS).route(get().to(slips::new)).route(post().to(slips::create)))
        .service(on(at::SLIPS_CHECK).route(get().to(slips::check)))
        .service(on(at::IMPORT).route(get().to(import::choose)).route(post().to(import::upload)))
        .service(on(at::IMPORT_SAMPLE).route(get().to(import::sample)))
        .service(on(at::IMPORT_COLUMNS).route(get().to(import::columns)).route(post().to(import::set_columns)))
        .service(on(at::IMPORT_CHECK).route(get().to(import::check)).route(post().to(import::carry_out)))
        .service(on(at::IMPORT_DONE).route(get().to(import::done)))
        .service(on(at::IMPORT_UNDO).route(post().to(import::undo)))
        .service(on(at::IMPORT_DROP).route(post().to(import::drop_file)))
        .service(on(at::BACKUP).route(get().to(admin::backup)).route(post().to(admin::make_backup)));
}

/// What stands at the front, for everybody.
fn front_door(config: &mut ServiceConfig) {
    config
        .service(on(at::HOME).route(get().to(front::home)))
        .service(on(at::PRIVACY).route(get().to(front::privacy)))
        .service(on(at::ACCESSIBILITY).route(get().to(front::accessibility)))
        .service(on(at::CONTACT).route(get().to(front::contact)));
}

/// The pages of those who answer.
fn answers(config: &mut ServiceConfig) {
    config
        .service(on(at::CODE).route(get().to(front::to_code)).route(post().to(front::by_code)))
        .service(on(at::THANKS).route(get().to(answering::thanks)))
        .service(on(at::ABOUT_ANSWERS).route(get().to(answering::about)))
        .service(on(at::PERSONAL).route(get().to(answering::start)))
        .service(on(at::PERSONAL_ANSWER).route(get().to(answering::answer)))
        .service(on(at::PERSONAL_STOP).route(get().to(answering::ask_to_stop)).route(post().to(answering::stop)))
        .service(on(at::PERSONAL_STORED).route(get().to(answering::stored)))
        .service(on(at::PERSONAL_PAGE).route(get().to(answering::back_to_start)).route(post().to(sheets::turn)))
        .service(on(at::OPEN_LINK_ANSWER).route(get().to(answering::answer_open)))
        .service(on(at::REPLACE).route(get().to(answering::replace)))
        .service(on(at::REPLACE_ANSWER).route(get().to(answering::answer_replacing)))
        .service(on(at::REPLACE_PAGE).route(get().to(answering::back_to_replace)).route(post().to(sheets::turn_replacing)));
}

/// The assessment of whole fiscal years, and the check of figures reported elsewhere.
fn assessments(config: &mut ServiceConfig) {
    config
        .service(on(at::YEARS).route(get().to(years::index)))
        .service(on(at::YEAR).route(get().to(years::show)))
        .service(on(at::YEAR_PART).route(get().to(years::edit)).route(post().to(years::update)))
        .service(on(at::FIGURE_CHECK).route(get().to(figure_check::new)).route(post().to(figure_check::create)));
}

/// What came of a round.
fn results_of_a_round(config: &mut ServiceConfig) {
    config
        .service(on(at::RESULTS).route(get().to(results::summary)))
        .service(on(at::RESULT_ITEMS).route(get().to(results::items)))
        .service(on(at::RESULT_UNITS).route(get().to(results::units)))
        .service(on(at::RESULT_COMPARISON).route(get().to(results::comparison)));
}

/// What the department did, and the report of it.
fn activities(config: &mut ServiceConfig) {
    config
        .service(on(at::ACTIVITIES).route(get().to(yearly_report::index)))
        .service(on(at::ACTIVITY_NEW).route(get().to(activity::new)).route(post().to(activity::create)))
        .service(on(at::ACTIVITY_REPORT).route(get().to(yearly_report::show)))
        .service(
            on(at::ACTIVITY_REPORT_WORDS)
                .route(get().to(yearly_report::edit_around))
                .route(post().to(yearly_report::update_around)),
        )
        .service(on(at::ACTIVITY_REPORT_ROWS).route(post().to(yearly_report::leave_out)))
        .service(on(at::ACTIVITY_REPORT_FILE).route(get().to(yearly_report::file)))
        .service(on(at::ACTIVITY).route(get().to(activity::edit)).route(post().to(activity::update)))
        .service(on(at::ACTIVITY_REMOVAL).route(get().to(activity::ask_to_remove)).route(post().to(activity::remove)))
        .service(on(at::ACTIVITY_SUMMARY).route(get().to(activity_summary::show)))
        .service(on(at::ACTIVITY_SUMMARY_FILE).route(get().to(activity_summary::file)));
}

/// Sessions of the clinic: planned, opened, and entered by a personal link.
fn sessions_of_the_clinic(config: &mut ServiceConfig) {
    config
        .service(on(at::MEETINGS).route(get().to(meetings::index)))
        .service(on(at::MEETING_NEW).route(get().to(meetings::new)).route(post().to(meetings::create)))
        .service(on(at::MEETING).route(get().to(meetings::show)))
        .service(on(at::MEETING_PLAN).route(get().to(meetings::edit)).route(post().to(meetings::update)))
        .service(on(at::MEETING_REMOVAL).route(get().to(meetings::ask_to_remove)).route(post().to(meetings::remove)))
        .service(on(at::MEETING_POSTER).route(get().to(meetings::poster)))
        .service(on(at::MEETING_OPENING).route(get().to(reception::ask_to_open)).route(post().to(reception::open)))
        .service(on(at::MEETING_CANCELLATION).route(get().to(reception::ask_to_cancel)).route(post().to(reception::cancel)))
        .service(on(at::MEETING_EXTENSION).route(get().to(reception::ask_to_put_off)).route(post().to(reception::extend)))
        .service(on(at::MEETING_END).route(get().to(reception::ask_to_end)).route(post().to(reception::finish)))
        .service(on(at::MEETING_REPORT).route(get().to(afterwards::edit)).route(post().to(afterwards::update)))
        .service(on(at::MEETING_EVALUATION).route(post().to(afterwards::make_evaluation)))
        .service(on(at::ROUND_PLAN).route(get().to(plans::of_round)))
        .service(on(at::PLANS).route(get().to(plans::index)))
        .service(on(at::PLAN_NEW).route(get().to(plans::new)).route(post().to(plans::create)))
        .service(on(at::PLAN).route(get().to(plans::show)))
        .service(on(at::PLAN_EDIT).route(get().to(plans::edit)).route(post().to(plans::update)))
        .service(on(at::PLAN_REMOVAL).route(get().to(plans::ask_to_remove)).route(post().to(plans::remove)))
        .service(on(at::PLAN_FORM).route(get().to(papers::show)))
        .service(on(at::PLAN_FILE).route(get().to(papers::file)))
        .service(on(at::MEASURE_NEW).route(get().to(measures::new)).route(post().to(measures::create)))
        .service(on(at::MEASURE).route(get().to(measures::edit)).route(post().to(measures::update)))
        .service(on(at::MEASURE_REMOVAL).route(get().to(measures::ask_to_remove)).route(post().to(measures::remove)))
        .service(on(at::MEASURE_POLL).route(post().to(measures::make_poll)))
        .service(on(at::STEP_NEW).route(get().to(steps::new)).route(post().to(steps::create)))
        .service(on(at::STEP).route(get().to(steps::edit)).route(post().to(steps::update)))
        .service(on(at::STEP_REMOVAL).route(get().to(steps::ask_to_remove)).route(post().to(steps::remove)))
        .service(on(at::STEP_PROGRESS).route(get().to(steps::ask_progress)).route(post().to(steps::note_progress)))
        .service(on(at::HR_MEETINGS).route(get().to(hr_meetings::index)))
        .service(on(at::MEETING_SLIPS).route(get().to(hr_meetings::new)).route(post().to(hr_meetings::create)))
        .service(on(at::MEETING_SLIPS_CHECK).route(get().to(hr_meetings::check)))
        .service(on(at::MEETING_NEWCOMERS).route(post().to(hr_meetings::invite)))
        .service(on(at::MEETING_CALENDAR).route(get().to(meetings_for_all::calendar_file)))
        .service(on(at::CLINIC_LINK).route(get().to(reception::start)))
        .service(on(at::CLINIC_LINK_SEATS).route(get().to(reception::back_to_start)).route(post().to(reception::seats)))
        .service(on(at::CLINIC_LINK_VOUCHER).route(get().to(reception::back_to_start)).route(post().to(reception::voucher)));
}

/// Results on paper and as files.
fn exports(config: &mut ServiceConfig) {
    config.service(on(at::RESULT_FILE).route(get().to(result_files::file))).service(on(at::REPORT).route(get().to(report::show)));
}

/// Comments, publishing, and what is published.
fn publishing(config: &mut ServiceConfig) {
    config
        .service(on(at::PUBLISHED).route(get().to(published::index)))
        .service(on(at::PUBLISHED_ROUND).route(get().to(published::show)))
        .service(on(at::SCORES).route(get().to(published::scores)))
        .service(on(at::ROUND_PUBLICATION).route(get().to(publication::ask)).route(post().to(publication::answer)))
        .service(on(at::RESULT_COMMENTS).route(get().to(comments::index)).route(post().to(comments::mark)))
        .service(on(at::RESULT_COMMENT).route(get().to(comments::edit)).route(post().to(comments::update)));
}

/// The clinic, and its desk.
fn clinic(config: &mut ServiceConfig) {
    config
        .service(on(at::CLINIC).route(get().to(clinic_board::index)))
        .service(on(at::CLINIC_CARD).route(get().to(clinic_board::show)))
        .service(on(at::CLINIC_ME_TOO).route(post().to(clinic_board::me_too)))
        .service(on(at::CLINIC_SESSION).route(get().to(clinic_board::session)))
        .service(on(at::CLINIC_ASK).route(get().to(clinic_asking::new)).route(post().to(clinic_asking::again)))
        .service(on(at::CLINIC_ASK_CHECK).route(get().to(clinic_asking::to_ask)).route(post().to(clinic_asking::check)))
        .service(on(at::CLINIC_RECEIPT).route(get().to(clinic_asking::receipt)).route(post().to(clinic_asking::create)))
        .service(on(at::CLINIC_CHECK).route(get().to(clinic_mine::new)))
        .service(on(at::CLINIC_MINE).route(get().to(clinic_mine::to_check)).route(post().to(clinic_mine::show)))
        .service(on(at::CLINIC_MINE_FILES).route(get().to(clinic_mine::to_check)).route(post().to(clinic_files::create)))
        .service(on(at::CLINIC_DESK).route(get().to(clinic_desk::index)).route(post().to(clinic_desk::take_down)))
        .service(on(at::CLINIC_MATTER).route(get().to(clinic_desk::show)).route(post().to(clinic_desk::update)))
        .service(on(at::CLINIC_MATTER_FILE).route(get().to(clinic_desk::file)));
}

/// Questions that are asked while people meet.
fn asked_live(config: &mut ServiceConfig) {
    config
        .service(on(at::LIVE).route(get().to(live_phone::door)))
        .service(on(at::LIVE_ROOM).route(get().to(live_phone::show)).route(post().to(live_phone::press)))
        .service(on(at::LIVE_SCREEN).route(get().to(live_phone::screen)))
        .service(on(at::LIVE_ROOMS).route(get().to(live_host::index)))
        .service(on(at::LIVE_HOST).route(get().to(live_host::show)).route(post().to(live_host::update)))
        .service(on(at::LIVE_END).route(get().to(live_host::ask_to_end)).route(post().to(live_host::end)));
}

/// The questionnaires, as those who write them see them.
fn questionnaires(config: &mut ServiceConfig) {
    config
        .service(on(at::INSTRUMENTS).route(get().to(library::index)))
        .service(on(at::INSTRUMENT_NEW).route(get().to(library::new)).route(post().to(library::create)))
        .service(on(at::INSTRUMENT_IMPORT).route(get().to(import_form::choose)).route(post().to(import_form::upload)))
        .service(on(at::INSTRUMENT_SAMPLE).route(get().to(import_form::sample)))
        .service(on(at::INSTRUMENT_SCHEMA).route(get().to(files::schema)))
        .service(on(at::STARTER).route(get().to(showing::starter)).route(post().to(library::use_starter)))
        .service(on(at::INSTRUMENT).route(get().to(outline::show)))
        .service(on(at::INSTRUMENT_ABOUT).route(get().to(outline::about)).route(post().to(outline::update_about)))
        .service(on(at::INSTRUMENT_ORDER).route(post().to(outline::reorder)))
        .service(on(at::INSTRUMENT_COPY).route(post().to(library::copy)))
        .service(on(at::INSTRUMENT_VERSION).route(post().to(library::next_version)))
        .service(on(at::INSTRUMENT_AWAY).route(post().to(library::put_away)))
        .service(on(at::INSTRUMENT_LOSSES).route(post().to(outline::forget_losses)))
        .service(on(at::INSTRUMENT_PREVIEW).route(get().to(showing::preview)))
        .service(on(at::INSTRUMENT_PAPER).route(get().to(showing::paper)))
        .service(on(at::INSTRUMENT_JSON).route(get().to(files::json)))
        .service(on(at::INSTRUMENT_XLSX).route(get().to(files::xlsx)))
        .service(on(at::ITEM_NEW).route(get().to(items::new)).route(post().to(items::create)))
        .service(on(at::ITEM).route(get().to(items::edit)).route(post().to(items::update)))
        .service(on(at::ITEM_REMOVAL).route(get().to(items::confirm_removal)).route(post().to(items::remove)))
        .service(on(at::PART_NEW).route(get().to(parts::new)).route(post().to(parts::create)))
        .service(on(at::PART).route(get().to(parts::edit)).route(post().to(parts::update)))
        .service(on(at::PART_REMOVAL).route(post().to(parts::remove)))
        .service(on(at::SCALES).route(get().to(scales::index)))
        .service(on(at::SCALE_NEW).route(get().to(scales::new)).route(post().to(scales::create)))
        .service(on(at::SCALE).route(get().to(scales::edit)).route(post().to(scales::update)))
        .service(on(at::SCALE_REMOVAL).route(post().to(scales::remove)));
}

fn on(address: &str) -> Resource {
    web::resource(address)
}

/// `GET`, and `HEAD` with it.
fn get() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}

fn post() -> Route {
    web::post()
}

fn options() -> Route {
    web::route().guard(guard::Options())
}
