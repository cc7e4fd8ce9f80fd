import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { sessionLives } from './application/accounts/session-life.ts';
import type { SessionLives } from './application/ports/session-lives.ts';
import { integer } from './config-integer.ts';
import * as integrations from './config-integrations.ts';
import { leasesOf, leaseVariables, wrongLeaseIn, type Leases } from './config-leases.ts';
import { limit, limitsOf, limitVariables, type Limits } from './config-limits.ts';
import { MAILBOX, mailboxOf, noSender, type Mailbox } from './config-mailbox.ts';

/** All settings from the environment; docs/running.md has the same table in prose. Read once, frozen. */
export interface Config {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded store and of the signing secret made for it. */
  readonly dataDir: string;
  /** Absent: the embedded store. */
  readonly mongodbUri?: string;
  /**
   * Whether no older release has the store open any more, so that an upgrade is finished at start. The embedded store
   * belongs to one process anyway.
   */
  readonly finishMigrations: boolean;
  /** The time for which a start waits for the store. */
  readonly storeWaitSeconds: number;
  /** Whether demo data and demo keys are loaded into an empty store. */
  readonly demo: boolean;
  readonly production: boolean;
  /** The newest first: it signs, all are accepted. Empty: `storedSigningSecret` keeps one in the data folder. */
  readonly signingSecrets: readonly string[];
  /**
   * 32 bytes each, the newest first: it encrypts, all decrypt. Empty: `storedEncryptionKey` keeps one in the data
   * folder.
   */
  readonly encryptionKeys: readonly Buffer[];
  /** Opens the routes of the operator; absent: they are closed. */
  readonly operatorKey?: string;
  /** Origin under which browsers reach this server; absent: where it listens. */
  readonly publicUrl?: string;
  /** As Express takes it: false, a number of hops, or addresses and subnets. */
  readonly trustProxy: false | number | string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Subnets that webhooks may lead to although they are not public. */
  readonly outboundAllowSubnets: readonly string[];
  /** Absent: mails become files in the data folder. */
  readonly mailUrl?: string;
  /** Replaces Twilio's own origin, on this machine; never in production. */
  readonly twilioUrl?: string;
  /** The server's own OAuth clients of providers, and where tests run those on this machine. */
  readonly integrations: integrations.IntegrationConfig;
  /** The sender of mails. */
  readonly mailFrom: Mailbox;
  readonly limits: Limits;
  /** The caps of visitors where a partner has set none. */
  readonly guestCaps: {
    /** Future bookings for one e-mail that is not proven. */
    readonly bookingsPerEmail: number;
    /** Bookings in 24 hours from one address. */
    readonly bookingsPerAddress: number;
    /** Live holds of one address with one coach. */
    readonly holdsPerAddress: number;
  };
  /** The provider that distinguishes visitors from programs; absent: none. */
  readonly challenge?: {
    readonly provider: 'turnstile' | 'hcaptcha';
    readonly siteKey: string;
    readonly secret: string;
    /** Replaces the provider's own URL, on this machine; never in production. */
    readonly url?: string;
  };
  /** The length of sessions, by role. */
  readonly sessionLives: SessionLives;
  /** Concurrent streams of live updates, per key and address in one process. */
  readonly streamsPerCaller: number;
  readonly sweep: {
    /** Seconds of real time after which the sweeper checks a claim that was never recorded. */
    readonly afterSeconds: number;
    /** Seconds between two sweeps. */
    readonly everySeconds: number;
  };
  readonly leases: Leases;
  /** Bytes. */
  readonly bodyLimit: number;
  /** The time for which a stop waits for requests in progress. */
  readonly shutdownSeconds: number;
  readonly validateResponses: boolean;
  /** The fault point at which a test ends the process; never in production. */
  readonly faultPoint?: string;
}

/** Names the variable that is wrong and what it should be; never its value, since some are secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const flag = z.enum(['0', '1'], 'must be 0 or 1').transform((value) => value === '1');
const secret = z.string().min(32, 'must have at least 32 characters');
/** 32 bytes in Base64, of either alphabet, with padding or without. */
const KEY = /^[\w+/-]{43}=?$/;
const A_KEY = 'must be 32 bytes in Base64, which this makes: openssl rand -base64 32';
const keyBytes = (text: string): Buffer => Buffer.from(text, 'base64');
const encryptionKey = z.string().trim().regex(KEY, A_KEY).transform(keyBytes);

/** Parses the content of a key file like ENCRYPTION_KEY. Throws ConfigError. */
export function readEncryptionKey(text: string): Buffer {
  const read = encryptionKey.safeParse(text);
  if (!read.success) throw new ConfigError(`The file encryption-key of the data folder ${A_KEY}.`);
  return read.data;
}

const isOrigin = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '');
};

const environment = z.object({
  PORT: integer(0, 65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
    .optional(),
  FINISH_MIGRATIONS: flag.optional(),
  STORE_WAIT_SECONDS: integer(0, 3600).default(60),
  DEMO: flag.optional(),
  NODE_ENV: z.string().optional(),
  SIGNING_SECRET: secret.optional(),
  SIGNING_SECRET_PREVIOUS: secret.optional(),
  ENCRYPTION_KEY: encryptionKey.optional(),
  ENCRYPTION_KEY_PREVIOUS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(encryptionKey))
    .optional(),
  OPERATOR_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{32,}$/, 'must have at least 32 characters, without spaces')
    .optional(),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'must be an origin such as https://book.example, without a path')
    .transform((text) => new URL(text).origin)
    .optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^(false|\d+|[\da-z.:/, ]*)$/i, 'must be false, a number of proxies, or their addresses')
    .refine(
      (text) => text !== 'true',
      'must not be true, since then anyone may claim any address: give the number of proxies or their addresses',
    )
    .transform((text) => (text === 'false' ? false : /^\d+$/.test(text) ? Number(text) || false : text))
    .default(false),
  OUTBOUND_ALLOW_SUBNETS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine(
      (subnets) => subnets.every((text) => ipaddr.isValidCIDR(text) || ipaddr.isValid(text)),
      'must be subnets such as 10.1.0.0/16, separated by commas',
    )
    .default([]),
  SMTP_URL: z
    .string()
    .refine(
      (text) => /^smtps?:\/\//.test(text) && URL.canParse(text),
      'must be smtp://host:587 or smtps://host:465, with user:password@ if needed',
    )
    .optional(),
  MAIL_FROM: z.string().regex(MAILBOX, 'must be an address, or a name and <address>').transform(mailboxOf).optional(),
  TWILIO_URL: integrations.ownOrigin.optional(),
  ...integrations.integrationVariables,
  CHALLENGE_PROVIDER: z.enum(['turnstile', 'hcaptcha'], 'must be turnstile or hcaptcha').optional(),
  CHALLENGE_SITE_KEY: z.string().max(200, 'must have at most 200 characters').optional(),
  CHALLENGE_SECRET: z.string().max(200, 'must have at most 200 characters').optional(),
  CHALLENGE_URL: z
    .string()
    .regex(
      /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d+\//,
      'must be an address of this machine, such as http://127.0.0.1:9000/siteverify',
    )
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'must be a level of pino, such as info')
    .default('info'),
  ...limitVariables,
  LIMIT_STREAMS: limit.default(100),
  LIMIT_BOOKINGS_OF_EMAIL: limit.default(3),
  LIMIT_BOOKINGS_OF_ADDRESS: limit.default(10),
  LIMIT_HOLDS_OF_ADDRESS: limit.default(2),
  SESSION_DAYS_CLIENT: integer(1, 3650).default(90),
  SESSION_DAYS_TEAM: integer(1, 3650).default(30),
  SESSION_DAYS_ADMIN: integer(1, 365).default(7),
  SWEEP_AFTER_SECONDS: integer(0, 3600).default(120),
  SWEEP_EVERY_SECONDS: integer(1, 3600).default(30),
  ...leaseVariables,
  BODY_LIMIT: integer(1024, 10 * 2 ** 20).default(100 * 1024),
  SHUTDOWN_SECONDS: integer(0, 600).default(10),
  VALIDATE_RESPONSES: flag.optional(),
  FAULT_POINT: z.string().optional(),
});

type Environment = z.infer<typeof environment>;

/** Returns what is wrong with the combination of variables. */
const refusalOf = (given: Environment, production: boolean): string | undefined => {
  if (production && given.DEMO) return 'DEMO must not be 1 with NODE_ENV=production: demo keys are known to everybody.';
  if (production && given.FAULT_POINT) return 'FAULT_POINT must not be set with NODE_ENV=production.';
  if (production && given.CHALLENGE_URL) return 'CHALLENGE_URL must not be set with NODE_ENV=production.';
  if (production && given.TWILIO_URL) return 'TWILIO_URL must not be set with NODE_ENV=production.';
  const wrong = integrations.wrongIntegrationIn(given, production) ?? wrongLeaseIn(given, production);
  if (wrong) return wrong;
  const challenge = [given.CHALLENGE_PROVIDER, given.CHALLENGE_SITE_KEY, given.CHALLENGE_SECRET];
  if (
    challenge.some((value) => value === undefined) &&
    [...challenge, given.CHALLENGE_URL].some((value) => value !== undefined)
  )
    return 'CHALLENGE_PROVIDER, CHALLENGE_SITE_KEY and CHALLENGE_SECRET must be given together, or none of them.';
  if (given.SIGNING_SECRET_PREVIOUS && !given.SIGNING_SECRET)
    return 'SIGNING_SECRET_PREVIOUS needs SIGNING_SECRET beside it.';
  if (given.ENCRYPTION_KEY_PREVIOUS && !given.ENCRYPTION_KEY)
    return 'ENCRYPTION_KEY_PREVIOUS needs ENCRYPTION_KEY beside it.';
  if (given.SMTP_URL && !given.MAIL_FROM)
    return 'MAIL_FROM must be given with SMTP_URL: it is the address that mails come from.';
  if (!given.SIGNING_SECRET && (production || given.MONGODB_URI))
    return `SIGNING_SECRET must be given with ${production ? 'NODE_ENV=production' : 'MONGODB_URI'}: it signs the links of bookings. Make one with: openssl rand -base64 48`;
  if (!given.ENCRYPTION_KEY && (production || given.MONGODB_URI))
    return `ENCRYPTION_KEY must be given with ${production ? 'NODE_ENV=production' : 'MONGODB_URI'}: health data is encrypted with it. Make one with: openssl rand -base64 32, and keep it where the backups are not.`;
  return undefined;
};

/**
 * Reads the environment. An empty variable counts as absent.
 * @throws ConfigError naming every variable that is wrong
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!read.success)
    throw new ConfigError(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`).join('\n'));
  const given = read.data;
  const production = given.NODE_ENV === 'production';
  const refusal = refusalOf(given, production);
  if (refusal) throw new ConfigError(refusal);
  return Object.freeze({
    port: given.PORT,
    host: given.HOST,
    dataDir: given.DATA_DIR,
    ...(given.MONGODB_URI && { mongodbUri: given.MONGODB_URI }),
    finishMigrations: given.FINISH_MIGRATIONS ?? false,
    storeWaitSeconds: given.STORE_WAIT_SECONDS,
    demo: given.DEMO ?? !(given.MONGODB_URI || production),
    production,
    signingSecrets: Object.freeze(
      [given.SIGNING_SECRET, given.SIGNING_SECRET_PREVIOUS].filter((value) => value !== undefined),
    ),
    encryptionKeys: Object.freeze([given.ENCRYPTION_KEY ?? [], given.ENCRYPTION_KEY_PREVIOUS ?? []].flat()),
    ...(given.OPERATOR_KEY && { operatorKey: given.OPERATOR_KEY }),
    ...(given.PUBLIC_URL && { publicUrl: given.PUBLIC_URL }),
    trustProxy: given.TRUST_PROXY,
    outboundAllowSubnets: Object.freeze(given.OUTBOUND_ALLOW_SUBNETS),
    ...(given.SMTP_URL && { mailUrl: given.SMTP_URL }),
    ...(given.TWILIO_URL && { twilioUrl: given.TWILIO_URL }),
    integrations: integrations.integrationsOf(given),
    mailFrom: Object.freeze(given.MAIL_FROM ?? noSender),
    logLevel: given.LOG_LEVEL,
    limits: limitsOf(given),
    guestCaps: Object.freeze({
      bookingsPerEmail: given.LIMIT_BOOKINGS_OF_EMAIL,
      bookingsPerAddress: given.LIMIT_BOOKINGS_OF_ADDRESS,
      holdsPerAddress: given.LIMIT_HOLDS_OF_ADDRESS,
    }),
    ...(given.CHALLENGE_PROVIDER && {
      challenge: Object.freeze({
        provider: given.CHALLENGE_PROVIDER,
        siteKey: given.CHALLENGE_SITE_KEY!,
        secret: given.CHALLENGE_SECRET!,
        ...(given.CHALLENGE_URL && { url: given.CHALLENGE_URL }),
      }),
    }),
    sessionLives: Object.freeze(
      sessionLives({
        clientDays: given.SESSION_DAYS_CLIENT,
        teamDays: given.SESSION_DAYS_TEAM,
        adminDays: given.SESSION_DAYS_ADMIN,
      }),
    ),
    streamsPerCaller: given.LIMIT_STREAMS,
    leases: leasesOf(given),
    sweep: Object.freeze({ afterSeconds: given.SWEEP_AFTER_SECONDS, everySeconds: given.SWEEP_EVERY_SECONDS }),
    bodyLimit: given.BODY_LIMIT,
    shutdownSeconds: given.SHUTDOWN_SECONDS,
    validateResponses: given.VALIDATE_RESPONSES ?? !production,
    ...(given.FAULT_POINT && { faultPoint: given.FAULT_POINT }),
  });
}
