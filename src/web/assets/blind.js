// Blind RSA signatures after RFC 9474, RSABSSA-SHA384-PSS-Randomized: what the client does.
// A message given here is prepared: its randomizer stands in front of it already.

import { digest, fromBase64, fromHex, join, random, toHex } from "./bytes.js";

const HASH = 48;
const PSS = { name: "RSA-PSS", hash: "SHA-384" };

const toNumber = bytes => BigInt("0x" + toHex(bytes));
const toBytes = (number, length) => fromHex(number.toString(16).padStart(2 * length, "0"));

/** The blinded message, and what takes the blinding off again. `fixed` is for published vectors. */
export async function blind(spki, message, fixed = {}) {
  const { n, e, length } = await open(spki);
  const encoded = toNumber(await encode(message, n.toString(2).length - 1, fixed.salt || random(HASH)));
  if (inverseOf(encoded, n) === null) throw new Error("the message shares a factor with the key");
  let inverse = fixed.inverse && toNumber(fixed.inverse), factor = inverse && inverseOf(inverse, n);
  while (!inverse) {
    factor = toNumber(random(length));
    inverse = factor < n && inverseOf(factor, n);
  }
  const blinded = (encoded * power(factor, e, n)) % n;
  return { blinded: toBytes(blinded, length), inverse: toBytes(inverse, length) };
}

/** The signature, which fits the message and the key. */
export async function finalize(spki, message, blindSignature, inverse) {
  const { key, n, length } = await open(spki);
  const signature = toBytes((toNumber(blindSignature) * toNumber(inverse)) % n, length);
  const fits = blindSignature.length === length
    && (await crypto.subtle.verify({ name: "RSA-PSS", saltLength: HASH }, key, signature, message));
  if (!fits) throw new Error("the signature does not fit");
  return signature;
}

async function open(spki) {
  const key = await crypto.subtle.importKey("spki", spki, PSS, true, ["verify"]);
  const written = await crypto.subtle.exportKey("jwk", key);
  const modulus = fromBase64(written.n);
  return { key, n: toNumber(modulus), e: toNumber(fromBase64(written.e)), length: modulus.length };
}

/** EMSA-PSS-ENCODE of RFC 8017, section 9.1.1. */
async function encode(message, bits, salt) {
  const length = Math.ceil(bits / 8);
  const hash = await digest("SHA-384", join(new Uint8Array(8), await digest("SHA-384", message), salt));
  const block = join(new Uint8Array(length - 2 * HASH - 2), [1], salt);
  for (let at = 0, part = 0; at < block.length; at += HASH, part++) {
    const mask = await digest("SHA-384", join(hash, [0, 0, 0, part]));
    for (let i = 0; i < HASH && at + i < block.length; i++) block[at + i] ^= mask[i];
  }
  block[0] &= 255 >> (8 * length - bits);
  return join(block, hash, [188]);
}

function power(base, exponent, n) {
  let result = 1n;
  for (; exponent; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % n;
    base = (base * base) % n;
  }
  return result;
}

/** By Euclid; null where there is none. */
function inverseOf(number, n) {
  let [a, b, x, y] = [number, n, 1n, 0n];
  while (b) {
    [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  }
  return a === 1n ? ((x % n) + n) % n : null;
}
