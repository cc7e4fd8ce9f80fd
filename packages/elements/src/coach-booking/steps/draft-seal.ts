import type { DraftSeal } from '@coach-booking/sdk';

const [DATABASE, STORE, KEY] = ['coach-booking', 'keys', 'draft'];
const NONCE_BYTES = 12;
const algorithm = 'AES-GCM';

/** Resolves to the result of a request to IndexedDB, or rejects with its error. */
function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Returns the key of this browser and origin. It cannot be exported. */
async function openKey(): Promise<CryptoKey> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await done(opening);
  try {
    const made = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, ['encrypt', 'decrypt']);
    const store = database.transaction(STORE, 'readwrite').objectStore(STORE);
    // Another widget may have stored a key meanwhile: that one stays.
    const found: CryptoKey | undefined = await done(store.get(KEY));
    if (!found) await done(store.add(made, KEY));
    return found ?? made;
  } finally {
    database.close();
  }
}

let key: Promise<CryptoKey> | undefined;
/** Returns the key; after a failure the next call tries again. */
function theKey(): Promise<CryptoKey> {
  key ??= openKey().catch((error: unknown) => {
    key = undefined;
    throw error;
  });
  return key;
}

/**
 * Seals the visitor's details with AES-256-GCM under a key of this browser that cannot be exported, so that the page's
 * `sessionStorage` holds no readable personal data. It rejects on pages that are not secure and where the browser
 * forbids IndexedDB.
 */
export const draftSeal: DraftSeal = {
  async seal(text) {
    const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const bytes = await crypto.subtle.encrypt({ name: algorithm, iv }, await theKey(), new TextEncoder().encode(text));
    return btoa(String.fromCharCode(...iv, ...new Uint8Array(bytes)));
  },
  async open(sealed) {
    const bytes = Uint8Array.from(atob(sealed), (character) => character.charCodeAt(0));
    const data = bytes.subarray(NONCE_BYTES);
    const text = await crypto.subtle.decrypt(
      { name: algorithm, iv: bytes.subarray(0, NONCE_BYTES) },
      await theKey(),
      data,
    );
    return new TextDecoder().decode(text);
  },
};
