//! A disk that is full while people hand in, and has room again.
//!
//! Wants to mount a small disk in memory, which only root may; elsewhere it is passed over.

use std::{
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use crate::{
    Turn,
    client::is_told_to_come_back,
    crowd,
    look::{Side, number},
    passed_over,
    place::Place,
    quietly,
    round::Round,
    server::Server,
};

const PEOPLE: usize = 240;
/// They have handed in before it is full.
const EARLY: usize = 60;
const FULL: Duration = Duration::from_secs(2);

/// A disk of its own under a folder, for as long as this lives.
struct SmallDisk<'folder>(&'folder Path);

impl<'folder> SmallDisk<'folder> {
    fn under(folder: &'folder Path) -> Option<Self> {
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=24m,mode=0700", "clearjai"]).arg(folder);
        let is_mounted = mount.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success());
        is_mounted.then_some(Self(folder))
    }

    fn ballast(&self) -> PathBuf {
        self.0.join("ballast")
    }

    /// To the last byte.
    fn is_filled(&self) {
        let mut file = File::options().create(true).append(true).open(self.ballast()).unwrap();
        for size in [1 << 16, 1 << 12, 1] {
            while file.write_all(&vec![0; size]).is_ok() {}
        }
    }

    fn has_room_again(&self) {
        fs::remove_file(self.ballast()).unwrap();
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let _gone = Command::new("umount").arg("-l").arg(self.0).status();
    }
}

#[test]
fn nobody_who_was_acknowledged_is_lost_to_a_full_disk_and_it_goes_on_by_itself_when_there_is_room() {
    let turn = Turn::comes();
    if !Place::new().is_sqlite() {
        println!("skipped: a full disk is tried on SQLite; PostgreSQL sees to its own");
        return;
    }
    let (mut disks, mut put_off) = (0, 0);
    while disks == 0 || !turn.is_over() {
        let place = Place::new();
        let Some(disk) = SmallDisk::under(place.folder()) else {
            passed_over("a full disk wants root, who may mount a small one");
            return;
        };
        let round = Round::open(&place.settings(), PEOPLE).unwrap();
        let mut server = Server::start_with(&place, &quietly());
        let address = server.address();
        let (early, late) = round.links.split_at(EARLY);
        let (mut clients, counts) = crowd::hands_in(&round, early, &[&address]);
        counts.nothing_broke();
        disk.is_filled();
        let (others, counts) = crowd::hands_in_while(&round, late, &[&address], || {
            thread::sleep(FULL);
            // What was acknowledged is there, whoever else is put off beside it, and a page can be read.
            for client in &clients {
                client.finds_its_last_ballot_at_once();
            }
            assert_eq!(page(&format!("{address}/t/{}", late[0])).0, 200);
            // What would be written says why it is not.
            let (status, body) = post(&format!("{address}/t/{}/stop", late[0]));
            assert!(status == 200 || (status == 503 && is_told_to_come_back(&body)), "{status} {body}");
            disk.is_filled();
            thread::sleep(FULL / 4);
            disk.has_room_again();
        });
        assert!(server.is_still_the_same(), "it goes on by itself");
        assert!(counts.put_off > 0, "the disk was not full, so that nothing was tried");
        counts.nothing_broke();
        clients.extend(others);
        assert_eq!(clients.len(), PEOPLE);
        for client in &clients {
            client.finds_its_last_ballot();
            client.cannot_collect_twice();
        }
        assert_eq!(number(&place, Side::Urn, "SELECT COUNT(*) FROM sealed_ballots"), PEOPLE);
        for side in [Side::Register, Side::Urn] {
            let faults = number(&place, side, "SELECT COUNT(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'");
            assert_eq!(faults, 0, "the file is whole");
        }
        // Also for the next start, which has to wait for room: it finds none in logs that it could fold.
        server.is_asked_to_go();
        for side in [Side::Register, Side::Urn] {
            assert_eq!(number(&place, side, "SELECT COUNT(*) FROM installation"), 1);
        }
        disk.is_filled();
        assert!(server.cannot_start_now().contains("disk"));
        disk.has_room_again();
        server.starts_again();
        clients[0].finds_its_last_ballot();
        (disks, put_off) = (disks + 1, put_off + counts.put_off);
        drop(server);
        drop(disk);
    }
    println!(
        "disk full: {disks} disks, {put_off} requests told to come back, {PEOPLE} ballots acknowledged and there after each"
    );
}

fn page(address: &str) -> (u16, String) {
    let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
    let mut answer = agent.get(address).call().unwrap();
    (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap())
}

fn post(address: &str) -> (u16, String) {
    let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
    let mut answer = agent.post(address).send_form([("stop", "yes")]).unwrap();
    (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap())
}
