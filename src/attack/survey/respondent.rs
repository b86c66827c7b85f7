//! Somebody with a link and a browser: goes through both doors as docs/protocol.md says.

use serde_json::{Value, json};

use super::Voter;
use crate::{
    attack::{NotCarriedOut, browser::Browser, stage::Stage},
    credentials::{
        client::Blinding,
        verify::{PreparedMessage, Receipt},
    },
    dice::Dice,
    ids::SurveyId,
    papers::{Bytes, Paper, PaperHash, pad},
};

/// A visit to the house by one person on one device.
pub struct Respondent<'play> {
    pub stage: &'play Stage,
    pub survey: SurveyId,
    pub paper: &'play Paper,
    pub hash: PaperHash,
}

impl Respondent<'_> {
    /// Through door one. What is needed for door two is noted with the voter.
    pub fn collect(&self, voter: &mut Voter) -> Result<(), NotCarriedOut> {
        let mut browser = self.stage.browser();
        let looked = post(&mut browser, "/api/v1/links", &json!({ "link": voter.link }), &[200])?;
        let stratum = looked.get("stratum").and_then(|id| id.as_str()?.parse().ok());
        voter.stratum = stratum;
        let stratum = stratum.and_then(|id| self.paper.stratum(id)).ok_or_else(|| stuck("looked for a stratum"))?;
        let mut dice = Dice::real();
        voter.receipt = dice.digits(24);
        let message = self.message(voter)?;
        voter.message = message.as_bytes().to_vec();
        let blinding = Blinding::new(&stratum.key.0, message, &dice.bytes()).map_err(|_| stuck("blinded a message"))?;
        let asked = json!({ "link": voter.link, "blinded": Bytes(blinding.blinded.clone()) });
        let signed = post(&mut browser, "/api/v1/credentials", &asked, &[200])?;
        let signed: Bytes = serde_json::from_value(signed.get("signature").cloned().unwrap_or_default())
            .map_err(|_| stuck("looked for a signature"))?;
        voter.signature = blinding.finalize(&signed.0).map_err(|_| stuck("took the blinding off"))?;
        Ok(())
    }

    /// Through door two, sealed anew each time; so also from another device.
    pub fn cast(&self, voter: &mut Voter) -> Result<(), NotCarriedOut> {
        let stratum = voter.stratum.ok_or_else(|| stuck("came without a credential"))?;
        let plaintext = pad(&voter.fields(), &self.paper.sizes).map_err(|_| stuck("wrote too much"))?;
        let sealed = self.paper.sealing_key.seal(self.hash, stratum, &voter.message, &plaintext, &mut Dice::real());
        voter.sealed.push(sealed.map_err(|_| stuck("sealed answers"))?);
        self.send(voter)?;
        voter.has_cast = true;
        Ok(())
    }

    /// Sends the last ballot, again if need be.
    pub fn send(&self, voter: &Voter) -> Result<(), NotCarriedOut> {
        let sent = json!({
            "survey": self.survey,
            "stratum": voter.stratum,
            "message": Bytes(voter.message.clone()),
            "signature": Bytes(voter.signature.clone()),
            "sealed": Bytes(voter.sealed.last().cloned().unwrap_or_default()),
        });
        post(&mut self.stage.browser(), "/api/v1/ballots", &sent, &[200, 201]).map(drop)
    }

    fn message(&self, voter: &Voter) -> Result<PreparedMessage, NotCarriedOut> {
        let receipt = Receipt::parse(&voter.receipt).map_err(|_| stuck("read a receipt"))?;
        Ok(receipt.message(self.survey))
    }
}

fn post(browser: &mut Browser, path: &str, sent: &Value, good: &[u16]) -> Result<Value, NotCarriedOut> {
    let page = browser.post_json(path, &sent.to_string())?;
    if good.contains(&page.status) {
        return Ok(serde_json::from_str(&page.body).unwrap_or_default());
    }
    Err(stuck(&format!("went to {path} ({}: {})", page.status, page.body)))
}

fn stuck(deed: &str) -> NotCarriedOut {
    NotCarriedOut::Stuck(deed.to_owned())
}
