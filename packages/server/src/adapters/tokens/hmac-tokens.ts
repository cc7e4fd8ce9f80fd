import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { instant } from '@coach-booking/time/instant';
import { MAIL_PURPOSES, UNSUBSCRIBE_KINDS } from '../../application/ports/tokens.ts';
import type {
  HoldGrant,
  IntentGrant,
  MailGrant,
  ManageGrant,
  ProofGrant,
  PushGrant,
  RefreshGrant,
  Tokens,
  UnsubscribeGrant,
} from '../../application/ports/tokens.ts';

const mode = z.enum(['test', 'live']);
/** Rows, not objects, keep a token short; a field is appended, so that older tokens stay readable. */
const holdRow = z.tuple([
  z.string(),
  z.string(),
  mode,
  z.string(),
  z.string(),
  z.number(),
  z.number(),
  z.array(z.string()),
]);
const refreshRow = z.tuple([z.string(), z.string()]);
const mailRow = z.tuple([z.enum(MAIL_PURPOSES), z.string(), z.string(), mode, z.string(), z.number()]);
const manageRow = z.tuple([z.string(), z.string(), mode, z.string(), z.number()]);

const proofRow = z.tuple([z.string(), z.string(), mode, z.number()]);

const intentRow = z.tuple([z.string(), z.string(), mode, z.string()]);

const pushRow = z.tuple([z.string(), z.string(), mode]);

const unsubscribeRow = z.tuple([z.string(), z.string(), mode, z.enum(UNSUBSCRIBE_KINDS)]);

type Purpose =
  | 'hold'
  | 'intent'
  | 'proof'
  | 'unsubscribe'
  | 'join'
  | 'resume'
  | 'push'
  | 'push state'
  | 'manage'
  | 'refresh'
  | 'mail'
  | 'cursor'
  | 'mark';

/** 192 bits cannot be guessed, and make 32 characters; half of them neither, where a link has to be short. */
const SIGNATURE_BYTES = 24;
const SHORT_SIGNATURE_BYTES = 12;

/** Ids are 12 bytes. */
const ID = /^[0-9a-f]{24}$/;

const idIn = (content: unknown): string | null => (typeof content === 'string' && ID.test(content) ? content : null);

/** Two marks of a partner never collide by chance. */
const MARK_BYTES = 18;

const keyFor = (secret: string, purpose: Purpose): Buffer =>
  createHmac('sha256', secret).update(`coach-booking ${purpose} 1`).digest();

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The form in which the content of a token is written. */
interface Form {
  write(content: unknown): Buffer;
  /** Returns undefined for what was not written so. */
  read(bytes: Buffer): unknown;
  readonly signatureBytes: number;
}
const inJson: Form = {
  write: (content) => Buffer.from(JSON.stringify(content)),
  read: (bytes) => parsed(bytes.toString()),
  signatureBytes: SIGNATURE_BYTES,
};
/** Of an id alone, at a third of the length. */
const inBytes: Form = {
  write: (id) => Buffer.from(String(id), 'hex'),
  read: (bytes) => bytes.toString('hex'),
  signatureBytes: SHORT_SIGNATURE_BYTES,
};

/**
 * Signs and reads the tokens of one purpose; another purpose has another key, so that no token can stand for one of
 * another kind.
 */
const seal = (secrets: readonly string[], purpose: Purpose, form: Form = inJson) => {
  const keys = secrets.map((secret) => keyFor(secret, purpose));
  const signatureOf = (key: Buffer, payload: string): Buffer =>
    createHmac('sha256', key).update(payload).digest().subarray(0, form.signatureBytes);
  return {
    sign(content: unknown): string {
      const payload = form.write(content).toString('base64url');
      return `${payload}.${signatureOf(keys[0]!, payload).toString('base64url')}`;
    },
    /** Returns what was signed; undefined when it was not signed here or was changed. */
    read(token: string): unknown {
      const [payload, signature, ...rest] = token.split('.');
      if (!payload || !signature || rest.length > 0) return undefined;
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== form.signatureBytes || given.toString('base64url') !== signature) return undefined;
      if (!keys.some((key) => timingSafeEqual(given, signatureOf(key, payload)))) return undefined;
      return form.read(Buffer.from(payload, 'base64url'));
    },
  };
};

/**
 * Creates compact signed tokens (HMAC-SHA256, URL-safe, a manage token has less than 300 characters). Their holders can
 * read them, so they carry ids and instants only.
 * @param secrets the first signs, all are accepted: that is how a secret is rotated
 * @throws RangeError without a secret
 */
export function createHmacTokens(secrets: readonly string[]): Tokens {
  if (secrets.length === 0) throw new RangeError('Tokens need a signing secret.');
  const holds = seal(secrets, 'hold');
  const intents = seal(secrets, 'intent');
  const manages = seal(secrets, 'manage');
  const proofs = seal(secrets, 'proof');
  const unsubscribes = seal(secrets, 'unsubscribe');
  const joins = seal(secrets, 'join', inBytes);
  const resumes = seal(secrets, 'resume', inBytes);
  const pushes = seal(secrets, 'push');
  const pushStates = seal(secrets, 'push state', inBytes);
  const refreshes = seal(secrets, 'refresh');
  const mails = seal(secrets, 'mail');
  const cursors = seal(secrets, 'cursor');
  const markKey = keyFor(secrets[0]!, 'mark');
  return {
    signHold: ({ holdId, partnerId, mode, coachId, serviceId, start, end, ledgers }) =>
      holds.sign([holdId, partnerId, mode, coachId, serviceId, start, end, ledgers]),
    readHold(token): HoldGrant | null {
      const row = holdRow.safeParse(holds.read(token));
      if (!row.success) return null;
      const [holdId, partnerId, mode, coachId, serviceId, start, end, ledgers] = row.data;
      return { holdId, partnerId, mode, coachId, serviceId, start: instant(start), end: instant(end), ledgers };
    },
    signIntent: ({ intentId, partnerId, mode: of, coachId }) => intents.sign([intentId, partnerId, of, coachId]),
    readIntent(token): IntentGrant | null {
      const row = intentRow.safeParse(intents.read(token));
      if (!row.success) return null;
      const [intentId, partnerId, mode, coachId] = row.data;
      return { intentId, partnerId, mode, coachId };
    },
    signManage: ({ bookingId, partnerId, mode, nonce, expiresAt }) =>
      manages.sign([bookingId, partnerId, mode, nonce, expiresAt]),
    readManage(token, now): ManageGrant | null {
      const row = manageRow.safeParse(manages.read(token));
      if (!row.success) return null;
      const [bookingId, partnerId, mode, nonce, expiresAt] = row.data;
      return now < expiresAt ? { bookingId, partnerId, mode, nonce, expiresAt: instant(expiresAt) } : null;
    },
    signProof: ({ bookingId, partnerId, mode, expiresAt }) => proofs.sign([bookingId, partnerId, mode, expiresAt]),
    readProof(token, now): ProofGrant | null {
      const row = proofRow.safeParse(proofs.read(token));
      if (!row.success) return null;
      const [bookingId, partnerId, mode, expiresAt] = row.data;
      return now < expiresAt ? { bookingId, partnerId, mode, expiresAt: instant(expiresAt) } : null;
    },
    signUnsubscribe: ({ subjectId, partnerId, mode, kind }) => unsubscribes.sign([subjectId, partnerId, mode, kind]),
    readUnsubscribe(token): UnsubscribeGrant | null {
      const row = unsubscribeRow.safeParse(unsubscribes.read(token));
      if (!row.success) return null;
      const [subjectId, partnerId, mode, kind] = row.data;
      return { subjectId, partnerId, mode, kind };
    },
    signJoin: (bookingId) => joins.sign(bookingId),
    readJoin: (token) => idIn(joins.read(token)),
    signResume: (intentId) => resumes.sign(intentId),
    readResume: (token) => idIn(resumes.read(token)),
    signPush: ({ sourceId, partnerId, mode: of }) => pushes.sign([sourceId, partnerId, of]),
    readPush(token): PushGrant | null {
      const row = pushRow.safeParse(pushes.read(token));
      if (!row.success) return null;
      const [sourceId, partnerId, of] = row.data;
      return { sourceId, partnerId, mode: of };
    },
    signPushState: (sourceId) => pushStates.sign(sourceId),
    readPushState: (state) => idIn(pushStates.read(state)),
    signRefresh: ({ sessionId, secret }) => refreshes.sign([sessionId, secret]),
    readRefresh(token): RefreshGrant | null {
      const row = refreshRow.safeParse(refreshes.read(token));
      return row.success ? { sessionId: row.data[0], secret: row.data[1] } : null;
    },
    signMail: ({ purpose, userId, partnerId, mode, stamp, expiresAt }) =>
      mails.sign([purpose, userId, partnerId, mode, stamp, expiresAt]),
    readMail(token, now): MailGrant | null {
      const row = mailRow.safeParse(mails.read(token));
      if (!row.success) return null;
      const [purpose, userId, partnerId, mode, stamp, expiresAt] = row.data;
      return now < expiresAt ? { purpose, userId, partnerId, mode, stamp, expiresAt: instant(expiresAt) } : null;
    },
    signCursor: (value) => cursors.sign(value),
    readCursor(token): string | null {
      const value = cursors.read(token);
      return typeof value === 'string' ? value : null;
    },
    mark: (text) => createHmac('sha256', markKey).update(text).digest().subarray(0, MARK_BYTES).toString('base64url'),
  };
}
