// Bytes and how they are written.

const text = new TextEncoder();

/** Bytes and texts, one behind the other. */
export function join(...parts) {
  const all = parts.map(part => (typeof part === "string" ? text.encode(part) : part));
  const joined = new Uint8Array(all.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of all) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

export async function digest(name, bytes) {
  return new Uint8Array(await crypto.subtle.digest(name, bytes));
}

export const random = length => crypto.getRandomValues(new Uint8Array(length));

export const toHex = bytes => [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");

export const fromHex = hex => Uint8Array.from(hex.match(/../g) || [], pair => parseInt(pair, 16));

/** Base64url without padding. */
export const toBase64 = bytes =>
  btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

export const fromBase64 = written =>
  Uint8Array.from(atob(written.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));

/** The 16 bytes of a UUID. */
export const idBytes = id => fromHex(id.replace(/-/g, ""));
