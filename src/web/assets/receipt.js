// The seed of a ballot, which is its receipt, and the message made of it: docs/protocol.md, section 3.

import { digest, idBytes, join, random } from "./bytes.js";

/** 24 digits, each as likely as any other. */
export function newSeed() {
  let seed = "";
  while (seed.length < 24) {
    for (const byte of random(32)) if (byte < 250) seed += byte % 10;
  }
  return seed.slice(0, 24);
}

/** The prepared message: 64 bytes. */
export const messageOf = (survey, seed) => digest("SHA-512", join("clearjai ballot v1", idBytes(survey), seed));

/** Six groups of four. */
export const receiptOf = seed => seed.match(/..../g).join(" ");

/** The seed that was typed, also with Thai digits, spaces and hyphens; null if it is none. */
export function readReceipt(typed) {
  const digits = typed.replace(/[๐-๙]/g, digit => digit.charCodeAt(0) - 0xe50).replace(/[\s\u200b\u2060\-‐-―]/g, "");
  return /^[0-9]{24}$/.test(digits) ? digits : null;
}
