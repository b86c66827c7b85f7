//! Other people's vectors, and our own, in a real browser: what scripts compute is what everybody else computes.

use std::fmt::Write as _;

use clearjai::web::assets;
use serde_json::Value;

use crate::{browser::Browser, story::story};

const RFC_9474: &str = include_str!("vectors/rfc9474.json");
const RFC_9180: &str = include_str!("vectors/rfc9180.json");
const ANSWERS: &str = include_str!("vectors/answers.json");

const BYTES: &str = assets::url("bytes.js");
const BLIND: &str = assets::url("blind.js");
const HPKE: &str = assets::url("hpke.js");
const RECEIPT: &str = assets::url("receipt.js");
const READ: &str = assets::url("answers.js");

/// The key as browsers take it, and the four values that the client computes.
const BLINDS: &str = "
    const { fromHex, toHex, toBase64, random } = bytes, v = vector;
    const imported = await crypto.subtle.importKey('jwk', { kty: 'RSA', n: toBase64(fromHex(v.n)), e: toBase64(fromHex(v.e)) },
        { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
    const spki = new Uint8Array(await crypto.subtle.exportKey('spki', imported));
    const message = fromHex(v.msg_prefix + v.msg);
    const { blinded, inverse } = await tool.blind(spki, message, { salt: fromHex(v.salt), inverse: fromHex(v.inv) });
    const signature = await tool.finalize(spki, message, fromHex(v.blind_sig), inverse);
    const other = await tool.blind(spki, message);
    const refused = await tool.finalize(spki, message, fromHex(v.blind_sig), other.inverse).then(() => 'taken', fault => fault.message);
    return [toHex(blinded), toHex(signature), String(toHex(other.blinded) !== v.blinded_msg), refused];";

const SEALS: &str = "
    const { fromHex, toHex, toBase64 } = bytes, v = vector, curve = { name: 'ECDH', namedCurve: 'P-256' };
    const x = toBase64(fromHex(v.pkEm.slice(2, 66))), y = toBase64(fromHex(v.pkEm.slice(66))), d = toBase64(fromHex(v.skEm));
    const privateKey = await crypto.subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', x, y, d }, curve, false, ['deriveBits']);
    const publicKey = await crypto.subtle.importKey('raw', fromHex(v.pkEm), curve, true, []);
    const [theirs, info, aad, text] = [v.pkRm, v.info, v.aad, v.pt].map(fromHex);
    const sealed = await tool.seal(theirs, info, aad, text, { ephemeral: { privateKey, publicKey } });
    const [one, two] = [await tool.seal(theirs, info, aad, text), await tool.seal(theirs, info, aad, text)];
    return [toHex(sealed), String(one.length), String(toHex(one) !== toHex(two))];";

const MESSAGES: &str = "
    const seed = tool.newSeed(), digits = '012345678901234567890123';
    const message = await tool.messageOf('00112233-4455-6677-8899-aabbccddeeff', digits);
    return [bytes.toHex(message), tool.receiptOf(digits), tool.readReceipt(' ๐๑๒๓-4567 8901\\n2345\\u200b6789 0123'),
        String(tool.readReceipt(digits + '4')), String(tool.readReceipt('')), String(tool.readReceipt(tool.receiptOf(seed)) === seed)];";

/// Every form in which something else is read than here.
const READS: &str = "
    return vector.flatMap((form, at) => {
        const all = name => form.posted.filter(([field]) => field === name).map(([, value]) => value);
        const items = form.parts.flatMap(part => part.items), read = new Map();
        items.flatMap(item => item.questions).forEach(question => read.set(question, tool.read(question, all)));
        const isShown = tool.shownOf(form.parts, question => read.get(question));
        const shown = items.filter(item => isShown.has(item)), faults = [], fields = [];
        for (const question of shown.flatMap(item => item.questions)) {
            const answer = read.get(question), wrong = answer ? answer.wrong : question.isRequired && 'missing';
            if (wrong) faults.push([question.name, wrong]);
            if (answer) fields.push(...(answer.fields || []));
        }
        const sorted = list => JSON.stringify(list.map(it => JSON.stringify(it)).sort());
        const isSame = JSON.stringify(shown.map(item => item.code)) === JSON.stringify(form.shown)
            && sorted(faults) === sorted(Object.entries(form.faults)) && sorted(fields) === sorted(form.handed_in);
        return isSame ? [] : [`form ${at}: ${shown.map(item => item.code)} ${JSON.stringify(faults)} ${JSON.stringify(fields)}`];
    });";

#[test]
fn a_browser_computes_what_the_standards_publish() {
    story("a_browser_computes_what_the_standards_publish", async |_, browser| {
        browser.open_page("/en/").await;
        let published: Value = serde_json::from_str(RFC_9474).expect("JSON");
        let expected = ["blinded_msg", "sig"].map(|name| published[name].as_str().unwrap_or_default().to_owned());
        let computed = run(browser, BLIND, RFC_9474, BLINDS).await;
        assert_eq!(computed, [&expected[0], &expected[1], "true", "the signature does not fit"]);

        let published: Value = serde_json::from_str(RFC_9180).expect("JSON");
        let text = |name: &str| published[name].as_str().unwrap_or_default().to_owned();
        let length = text("pkEm").len() / 2 + text("ct").len() / 2;
        assert_eq!(
            run(browser, HPKE, RFC_9180, SEALS).await,
            [format!("{}{}", text("pkEm"), text("ct")), length.to_string(), "true".into()]
        );

        assert_eq!(
            run(browser, RECEIPT, "null", MESSAGES).await,
            [message().as_str(), "0123 4567 8901 2345 6789 0123", "012345678901234567890123", "null", "null", "true",]
        );
    });
}

#[test]
fn a_browser_reads_every_form_as_the_house_does() {
    story("a_browser_reads_every_form_as_the_house_does", async |_, browser| {
        browser.open_page("/en/").await;
        assert!(ANSWERS.lines().count() > 40, "forms");
        assert_eq!(run(browser, READ, ANSWERS, READS).await, [""; 0]);
    });
}

/// Section 3 of the protocol, by another library.
fn message() -> String {
    let mut bytes = b"clearjai ballot v1".to_vec();
    bytes.extend((0..16_u8).map(|at| at * 0x11));
    bytes.extend(b"012345678901234567890123");
    openssl::sha::sha512(&bytes).iter().fold(String::new(), |mut hex, byte| {
        let _written = write!(hex, "{byte:02x}");
        hex
    })
}

/// What a script returns that has one of our modules (`tool`), the one for bytes, and a vector.
async fn run(browser: &Browser, module: &str, vector: &str, script: &str) -> Vec<String> {
    let script = format!(
        "const done = arguments[0], vector = {vector};
         (async () => {{
            const [bytes, tool] = await Promise.all([import('{BYTES}'), import('{module}')]);
            {script}
         }})().then(done, fault => done(['failed: ' + fault]));"
    );
    browser.ask_and_wait(&script).await
}
