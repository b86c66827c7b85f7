// The paper, and the answers as they are sealed for it: docs/protocol.md, sections 2 and 5.

import { digest, fromBase64, idBytes, join, toHex } from "./bytes.js";
import { seal } from "./hpke.js";

/** The pairs, padded to the smallest size that holds them; null where none does. */
export function plaintextOf(fields, sizes) {
  // Half of a letter, or a nought, is no text that anybody could read.
  const whole = text => new TextDecoder().decode(new TextEncoder().encode(text)).replace(/\0/g, "");
  const written = join(JSON.stringify(fields.map(pair => pair.map(whole))), [128]);
  const size = sizes.find(size => size >= written.length);
  return size ? join(written, new Uint8Array(size - written.length)) : null;
}

/** The paper inside the answer of `/api/v1/papers`, if its hash is right, it is of this survey, and its keys fit. */
export async function openPaper({ paper, hash }, survey) {
  const own = await digest("SHA-256", join(paper));
  const parsed = JSON.parse(paper);
  const isOurs = parsed.format === "clearjai paper v1" && parsed.survey === survey;
  if (!isOurs || toHex(own) !== toHex(fromBase64(hash))) throw new Error("the paper is not what it says");
  for (const { key, fingerprint } of parsed.strata) {
    if (toHex(await digest("SHA-256", fromBase64(key))) !== fingerprint) throw new Error("a key is not what it says");
  }
  return { ...parsed, hash: own };
}

export async function sealFor(paper, stratum, message, plaintext) {
  const info = join(paper.hash, idBytes(stratum));
  return seal(fromBase64(paper.sealing_key), info, await digest("SHA-256", message), plaintext);
}
