//! `clearjai demo`: a throw-away department in a temporary folder, gone when the program ends.

use std::{fs, io::Write as _, path::PathBuf};

use super::{
    Complaint, demo_activities, demo_agenda, demo_clinic, demo_election, demo_live, demo_open_link, demo_past, demo_plan,
    demo_rounds, demo_session, demo_staff,
    open::{block_on, log_to_stderr},
    serve::{StopSignals, until_stopped},
};
use crate::{
    accounts::{self, Newcomer, Role, Roles, role_in_words},
    address::EmailAddress,
    clock::Clock,
    department::{self, Department},
    dice::Chance,
    house::House,
    language::Language,
    private,
    server::{self, Listening},
    settings::{LogLevel, Settings},
    web::at,
};

pub fn run() -> Result<(), Complaint> {
    log_to_stderr(LogLevel::Warn);
    let folder = Throwaway::new()?;
    let listening = Listening { tls: None, ..Listening::from(&Settings::from_environment()?) };
    let ports = server::listen(&listening)?;
    block_on(async {
        // Only the address to listen on is taken from the environment: a demo touches nothing real.
        let settings = folder.settings(&listening)?.once_bound(&ports.addresses);
        let (house, _) = House::open(&settings, Clock::System, Chance::Real).await?;
        let bound = server::answer(&house, ports, &listening)?;
        let stop = StopSignals::listen()?;
        furnish(&house).await?;
        demo_staff::hire(&house).await?;
        demo_staff::plan_a_survey(&house).await?;
        demo_open_link::open_to_everyone(&house).await?;
        demo_past::look_back(&house).await?;
        demo_election::hold(&house).await?;
        demo_plan::plan(&house).await?;
        demo_session::look_back(&house).await?;
        demo_activities::look_back(&house).await?;
        let (meeting, to_ask) = demo_clinic::hold(&house).await?;
        demo_live::ask_live(&house, meeting).await?;
        let links = demo_rounds::look_ahead(&house).await?;
        demo_agenda::fill(&house).await?;
        let cast = people(&house).await?;
        introduce(&house, &cast, &links, to_ask.as_deref())?;
        until_stopped(house, bound, stop).await
    })
}

/// A folder that goes when the demo ends.
struct Throwaway(PathBuf);

impl Throwaway {
    fn new() -> Result<Self, Complaint> {
        let id: crate::ids::InstallationId = Chance::Real.dice().id();
        let folder = std::env::temp_dir().join(format!("clearjai-demo-{id}"));
        private::make_folder(&folder)?;
        Ok(Self(folder))
    }

    fn settings(&self, listening: &Listening) -> Result<Settings, Complaint> {
        let bind: Vec<_> = listening.bind.iter().map(ToString::to_string).collect();
        let variables = [("CLEARJAI_DATA", self.0.clone().into_os_string()), ("CLEARJAI_BIND", bind.join(",").into())];
        Ok(Settings::read(variables, &|_| Ok(None))?)
    }
}

impl Drop for Throwaway {
    fn drop(&mut self) {
        let _left_behind = fs::remove_dir_all(&self.0);
    }
}

async fn furnish(house: &House) -> Result<(), Complaint> {
    let now = house.clock.now();
    let department = Department {
        name_thai: "กรมตัวอย่าง".into(),
        name_english: "Department of Examples".into(),
        contact_thai: "สำนักงานเลขานุการกรม โทร. 1234".into(),
        contact_english: "Office of the Secretary, tel. 1234".into(),
        second_factor_required: false,
        ..Department::unnamed(now)
    };
    let master = house.master.clone();
    house.db.register(move |conn| department::change(conn, &master, &accounts::Actor::the_program(), &department, now)).await?;
    department::hang(&house.db, &house.sign, &house.strictness).await?;
    Ok(())
}

struct Member {
    role: Role,
    email: String,
    password: String,
}

/// One sign-in for each role, with a password of its own.
async fn people(house: &House) -> Result<Vec<Member>, Complaint> {
    let mut cast = Vec::new();
    for (role, name) in [
        (Role::Admin, "อนันต์ ใจดี"),
        (Role::Hr, "บุษบา มั่นคง"),
        (Role::Coordinator, "ชัยวัฒน์ ตั้งใจ"),
        (Role::Desk, "ดวงใจ รับฟัง"),
        (Role::Viewer, "เอกชัย อ่านดี"),
    ] {
        let digits = house.chance.dice().digits(12);
        let password = [digits.get(..4), digits.get(4..8), digits.get(8..)].map(Option::unwrap_or_default).join("-");
        let email = format!("{}@demo.clearjai.example", role.code());
        let hash = house.passwords.hash(password.clone()).await?;
        let newcomer = Newcomer { email: EmailAddress::parse(&email)?, name: name.to_owned(), language: Language::Thai };
        let (now, master, chance) = (house.clock.now(), house.master.clone(), house.chance.clone());
        house
            .db
            .register(move |conn| {
                let roles = Roles::from_iter([role]);
                accounts::add_directly(conn, &master, &newcomer, &roles, &hash, now, &mut chance.dice())
            })
            .await?;
        cast.push(Member { role, email, password });
    }
    Ok(cast)
}

fn introduce(house: &House, cast: &[Member], links: &[String], to_ask: Option<&str>) -> Result<(), Complaint> {
    let out = &mut std::io::stdout().lock();
    writeln!(out, "A throw-away department is open at")?;
    writeln!(out)?;
    writeln!(out, "    {}{}", house.public_url, at::SIGN_IN)?;
    writeln!(out)?;
    for member in cast {
        let role = role_in_words(Language::English, member.role);
        writeln!(out, "    {role:<16} {:<36} {}", member.email, member.password)?;
    }
    writeln!(out)?;
    writeln!(out, "Links of three of its staff, to answer with:")?;
    writeln!(out)?;
    for link in links {
        writeln!(out, "    {}{}", house.public_url, at::personal(link))?;
    }
    writeln!(out)?;
    if let Some(link) = to_ask {
        writeln!(out, "A link of another, to ask in the clinic with:")?;
        writeln!(out)?;
        writeln!(out, "    {}{}", house.public_url, at::clinic_link(link))?;
        writeln!(out)?;
    }
    if let Some(folder) = house.courier.transport.folder_path() {
        writeln!(out, "Letters it sends are put down in {}", folder.display())?;
    }
    writeln!(out, "Everything is gone when you press Ctrl-C.")?;
    out.flush()?;
    Ok(())
}
