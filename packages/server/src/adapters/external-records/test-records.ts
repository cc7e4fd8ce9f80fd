import { createHash } from 'node:crypto';
import type { RecordDetails, RecordObject, RecordProvider } from '../../domain/external-record/external-record.ts';
import type {
  AccountOfCoach,
  ExternalRecordAdapters,
  MeetingAdapter,
} from '../../application/ports/external-record-adapters.ts';
import { ProviderFailure } from '../../application/ports/provider-failure.ts';
import type { TestFailure, TestMessages } from '../../application/ports/test-messages.ts';

/** The failure of a call for each one that a test requests. */
const FAILURES: Readonly<Record<TestFailure, () => ProviderFailure>> = {
  timeout: () => new ProviderFailure('TIMEOUT', 'unknown'),
  '429': () => new ProviderFailure('429', 'limited'),
  '5xx': () => new ProviderFailure('503', 'unavailable'),
  revoked: () => new ProviderFailure('invalid_grant', 'revoked'),
};

/** Returns so many digits, the same for the same words. */
const digitsOf = (words: string, count: number): string =>
  BigInt(`0x${createHash('sha256').update(words).digest('hex')}`)
    .toString()
    .slice(0, count);

const lettersOf = (words: string): string =>
  [...createHash('sha256').update(words).digest()].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');

/** The same for the same booking and host, on hosts that can never exist. */
const detailsOf = (provider: RecordProvider, id: string): RecordDetails => {
  if (provider === 'google_meet') {
    const code = lettersOf(id);
    return { joinUrl: `https://meet.example/${code.slice(0, 3)}-${code.slice(3, 7)}-${code.slice(7, 10)}` };
  }
  if (provider !== 'zoom') return {};
  const password = digitsOf(`password ${id}`, 6);
  return { joinUrl: `https://zoom.example/j/${id}?pwd=${password}`, password };
};

const objectOf = (provider: RecordProvider, { host, sourceId }: AccountOfCoach, tag: string): RecordObject => {
  const words = `${provider} ${host ?? sourceId ?? ''} ${tag}`;
  const id = provider === 'zoom' ? digitsOf(words, 11) : lettersOf(words).slice(0, 26);
  return { id, details: detailsOf(provider, id) };
};

const testAdapter = (provider: RecordProvider, testMessages: Pick<TestMessages, 'takeFailure'>): MeetingAdapter => {
  const mayFail = async ({ partnerId, mode }: AccountOfCoach): Promise<void> => {
    const failure = await testMessages.takeFailure({ partnerId, mode }, provider);
    if (failure) throw FAILURES[failure]();
  };
  return {
    accountOf: async ({ staffId }) => ({ host: staffId ?? 'me' }),
    // It is asked for only where an answer was missing: what was asked for had been made all the same.
    find: async (account, tag) => objectOf(provider, account, tag),
    create: async (account, { bookingId }) => {
      await mayFail(account);
      return objectOf(provider, account, bookingId);
    },
    update: async (account, object) => {
      await mayFail(account);
      return object;
    },
    remove: mayFail,
  };
};

/**
 * Returns the providers of mode test: nothing leaves this server (R11), each coach is connected, and calls fail as
 * tests have asked.
 */
export function createTestRecords(testMessages: Pick<TestMessages, 'takeFailure'>): ExternalRecordAdapters {
  return {
    zoom: testAdapter('zoom', testMessages),
    google_meet: testAdapter('google_meet', testMessages),
    caldav: testAdapter('caldav', testMessages),
    google: testAdapter('google', testMessages),
    microsoft: testAdapter('microsoft', testMessages),
  };
}
