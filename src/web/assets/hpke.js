// Sealing after RFC 9180 in base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM.

import { join } from "./bytes.js";

const CURVE = { name: "ECDH", namedCurve: "P-256" };
const KEM = join("KEM", [0, 16]);
const SUITE = join("HPKE", [0, 16, 0, 1, 0, 1]);
const NOTHING = new Uint8Array(0);

/** `enc` and ciphertext of one message. A pair of keys is given only for published vectors. */
export async function seal(publicKey, info, aad, plaintext, { ephemeral } = {}) {
  const theirs = await crypto.subtle.importKey("raw", publicKey, CURVE, false, []);
  const ours = ephemeral || (await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]));
  const enc = new Uint8Array(await crypto.subtle.exportKey("raw", ours.publicKey));
  const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, ours.privateKey, 256));
  const own = await expand(KEM, await extract(KEM, NOTHING, "eae_prk", shared), "shared_secret", join(enc, publicKey), 32);

  const identity = await extract(SUITE, NOTHING, "psk_id_hash", NOTHING);
  const context = join([0], identity, await extract(SUITE, NOTHING, "info_hash", info));
  const secret = await extract(SUITE, own, "secret", NOTHING);
  const key = await crypto.subtle.importKey("raw", await expand(SUITE, secret, "key", context, 16), "AES-GCM", false, ["encrypt"]);
  const iv = await expand(SUITE, secret, "base_nonce", context, 12);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: aad }, key, plaintext);
  return join(enc, new Uint8Array(sealed));
}

const extract = (suite, salt, label, bytes) => hmac(salt, join("HPKE-v1", suite, label, bytes));

/** At most 32 bytes: one block of HKDF. */
async function expand(suite, key, label, info, length) {
  return (await hmac(key, join([0, length], "HPKE-v1", suite, label, info, [1]))).slice(0, length);
}

/** Browsers import no empty key; zeros mean the same. */
async function hmac(secret, bytes) {
  const raw = secret.length ? secret : new Uint8Array(32);
  const key = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes));
}
