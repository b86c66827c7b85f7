// Doors of a test, in the page itself: what they know outlives a reload. `fake.down`: no answer comes, and nothing
// gets in. `fake.lose`: the request of that name gets in, its answer is lost, once. `fake.refuse`: a code for it.
const keep = (name, value) => (value === undefined ? JSON.parse(sessionStorage.getItem("fake " + name)) : sessionStorage.setItem("fake " + name, JSON.stringify(value)));
const { toBase64, fromBase64, join } = bytes;
const SURVEY = "00112233-4455-6677-8899-aabbccddeeff", STRATUM = "00112233-4455-6677-8899-aabbccddee00";
window.fake = { down: false, lose: null, refuse: null, asked: [], keep };
const number = bytes => BigInt("0x" + [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join(""));

if (!keep("paper")) {
  const pss = { name: "RSA-PSS", hash: "SHA-384", modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  const rsa = await crypto.subtle.generateKey(pss, true, ["sign", "verify"]);
  const sealing = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
  const key = toBase64(new Uint8Array(await crypto.subtle.exportKey("spki", rsa.publicKey)));
  const sealing_key = toBase64(new Uint8Array(await crypto.subtle.exportKey("raw", sealing.publicKey)));
  keep("key", await crypto.subtle.exportKey("jwk", rsa.privateKey));
  const fingerprint = [...new Uint8Array(await crypto.subtle.digest("SHA-256", fromBase64(key)))].map(it => it.toString(16).padStart(2, "0")).join("");
  const strata = [{ id: STRATUM, key, fingerprint }];
  keep("paper", JSON.stringify({ format: "clearjai paper v1", survey: SURVEY, sizes: [512], strata, sealing_key }));
  keep("collected", {});
  keep("urn", {});
}

function sign(blinded) {
  const { n, d } = keep("key"), modulus = number(fromBase64(n));
  let [base, exponent, result] = [number(fromBase64(blinded)), number(fromBase64(d)), 1n];
  for (; exponent; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  return toBase64(Uint8Array.from(result.toString(16).padStart(512, "0").match(/../g), pair => parseInt(pair, 16)));
}

const doors = {
  async papers() {
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", join(keep("paper"))));
    return [200, { paper: keep("paper"), hash: toBase64(hash), closes: 0 }];
  },
  links: ({ link }) => [200, { survey: SURVEY, stratum: STRATUM, collected: link in keep("collected") }],
  credentials({ link, blinded }) {
    const collected = keep("collected");
    if ((collected[link] || blinded) !== blinded) return [409, { code: "already_collected" }];
    keep("collected", { ...collected, [link]: blinded });
    return [200, { survey: SURVEY, stratum: STRATUM, signature: sign(blinded) }];
  },
  receipts: ({ message }) => (message in keep("urn") ? [200, { stratum: STRATUM, ballot: "sealed" }] : [404, { code: "no_such_ballot" }]),
  ballots({ message, sealed }) {
    const before = keep("urn")[message];
    keep("urn", { ...keep("urn"), [message]: sealed });
    return before === undefined ? [201, { ballot: "stored" }] : [200, { ballot: before === sealed ? "stored" : "replaced" }];
  },
};

window.fetch = async (address, how) => {
  const name = address.split("/")[3];
  fake.asked.push([name, how.credentials, how.referrerPolicy, how.cache, how.body || ""].join(" "));
  if (fake.down) throw new TypeError("no network");
  const refused = fake.refuse && fake.refuse[name];
  const [status, said] = refused ? [409, { code: refused }] : await doors[name](how.body && JSON.parse(how.body));
  if (fake.lose === name) {
    fake.lose = null;
    fake.down = true;
    throw new TypeError("the answer is lost");
  }
  return new Response(JSON.stringify(said), { status });
};
