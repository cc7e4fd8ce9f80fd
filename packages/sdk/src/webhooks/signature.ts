import { WebhookVerificationError } from './webhook-verification-error.ts';

const PREFIX = 'whsec_';
const VERSION = 'v1,';
const encoder = new TextEncoder();

/** The parts that are signed. */
export interface Signed {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: string;
  readonly body: Uint8Array;
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const base64Of = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

const keyOf = async (secret: string, usage: 'sign' | 'verify'): Promise<CryptoKey> => {
  const base64 = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
  let raw: Uint8Array<ArrayBuffer>;
  try {
    raw = bytesOf(base64);
  } catch {
    throw new WebhookVerificationError(
      'invalid_secret',
      'The secret is not one of a webhook endpoint: they begin with whsec_.',
    );
  }
  if (raw.length === 0)
    throw new WebhookVerificationError('invalid_secret', 'The secret is empty: was its variable set?');
  return crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, [usage]);
};

const contentOf = ({ id, timestamp, body }: Signed): Uint8Array<ArrayBuffer> => {
  const head = encoder.encode(`${id}.${timestamp}.`);
  const content = new Uint8Array(head.length + body.length);
  content.set(head);
  content.set(body, head.length);
  return content;
};

/** Returns `v1,<Base64>`. Throws a WebhookVerificationError for what is no secret. */
export async function signatureOf(secret: string, signed: Signed): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', await keyOf(secret, 'sign'), contentOf(signed));
  return `${VERSION}${base64Of(new Uint8Array(mac))}`;
}

/**
 * Returns whether one of the signatures of a header is one of these secrets'. It takes as long for a wrong one as for a
 * right one. Throws a WebhookVerificationError for what is no secret.
 */
export async function isSignedBy(secrets: readonly string[], header: string, signed: Signed): Promise<boolean> {
  const content = contentOf(signed);
  const signatures = header.split(' ').flatMap((each) => {
    if (!each.startsWith(VERSION)) return [];
    try {
      return [bytesOf(each.slice(VERSION.length))];
    } catch {
      return [];
    }
  });
  for (const secret of secrets) {
    const key = await keyOf(secret, 'verify');
    for (const signature of signatures) if (await crypto.subtle.verify('HMAC', key, signature, content)) return true;
  }
  return false;
}
