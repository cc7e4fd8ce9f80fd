import type { WebhookEvent } from './events.ts';
import { isSignedBy, type Signed } from './signature.ts';
import { WebhookVerificationError } from './webhook-verification-error.ts';

/** The headers of a request: `Headers`, or what Node and most servers give. */
export type WebhookHeaders = Pick<Headers, 'get'> | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface VerifyWebhookOptions {
  /** Seconds by which the clocks may differ; 300 without it. */
  readonly tolerance?: number;
  /** The clock here, in milliseconds since 1970, for tests. */
  readonly now?: number;
}

const TOLERANCE = 300;

const isHeaders = (headers: WebhookHeaders): headers is Pick<Headers, 'get'> => typeof headers.get === 'function';

const headerOf = (headers: WebhookHeaders, name: string): string => {
  if (isHeaders(headers)) return headers.get(name) ?? '';
  const found = Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1];
  return typeof found === 'string' ? found : (found?.[0] ?? '');
};

const required = (headers: WebhookHeaders, name: string): string => {
  const value = headerOf(headers, name);
  if (value === '')
    throw new WebhookVerificationError(
      'missing_header',
      `The request has no header ${name}: it is no webhook, or something in front of this server drops the header.`,
    );
  return value;
};

const bytesOf = (body: unknown): Uint8Array => {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  throw new WebhookVerificationError(
    'reserialised_body',
    'The body has to be the text or the bytes that came in, and this is something parsed: read the raw body before a JSON parser does.',
  );
};

/** The body as this product writes it, where it can be read at all. */
const writtenAnew = (body: Uint8Array): Uint8Array | null => {
  try {
    return new TextEncoder().encode(JSON.stringify(JSON.parse(new TextDecoder().decode(body))));
  } catch {
    return null;
  }
};

const checkClock = (timestamp: string, { tolerance = TOLERANCE, now = Date.now() }: VerifyWebhookOptions): void => {
  const ahead = Math.round(Number(timestamp) - now / 1000);
  if (Math.abs(ahead) <= tolerance) return;
  const side = ahead > 0 ? 'behind' : 'ahead of';
  throw new WebhookVerificationError(
    'wrong_clock',
    `The signature is right, but the clock here is ${Math.abs(ahead)} seconds ${side} the request, and ${tolerance} are allowed: set the clock by NTP. If it is right, this is an old request that somebody sends again.`,
  );
};

const refusalOf = async (
  secrets: readonly string[],
  header: string,
  signed: Signed,
): Promise<WebhookVerificationError> => {
  const anew = writtenAnew(signed.body);
  if (anew && (await isSignedBy(secrets, header, { ...signed, body: anew })))
    return new WebhookVerificationError(
      'reserialised_body',
      'The body was parsed and written anew before it came here, so its bytes are others: read the raw body before a JSON parser does.',
    );
  return new WebhookVerificationError(
    'wrong_signature',
    `None of ${secrets.length} secret(s) fits: is it that of this endpoint, in this mode, and is the body unchanged?`,
  );
};

/**
 * Returns the event of a webhook, once its signature and time are checked. `rawBody` is what came in, before it is
 * parsed; with several secrets one has to fit, for the time in which two sign. Works in Node 20 and wherever there is
 * WebCrypto.
 * @throws WebhookVerificationError whose `code` distinguishes a wrong clock, a body that was written anew and a wrong
 * secret
 */
export async function verifyWebhook(
  rawBody: string | Uint8Array | ArrayBuffer,
  headers: WebhookHeaders,
  secret: string | readonly string[],
  options: VerifyWebhookOptions = {},
): Promise<WebhookEvent> {
  const secrets = typeof secret === 'string' ? [secret] : secret;
  if (secrets.length === 0) throw new WebhookVerificationError('invalid_secret', 'No secret was given.');
  const body = bytesOf(rawBody);
  const id = required(headers, 'webhook-id');
  const timestamp = required(headers, 'webhook-timestamp');
  const signatures = required(headers, 'webhook-signature');
  if (!/^\d+$/.test(timestamp))
    throw new WebhookVerificationError('missing_header', 'The header webhook-timestamp is no number of seconds.');
  const signed = { id, timestamp, body };
  if (!(await isSignedBy(secrets, signatures, signed))) throw await refusalOf(secrets, signatures, signed);
  checkClock(timestamp, options);
  return JSON.parse(new TextDecoder().decode(body)) as WebhookEvent;
}
