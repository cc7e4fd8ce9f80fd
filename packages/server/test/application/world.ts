import { webhookExamples } from '@coach-booking/contract/examples';
import { instant, parseInstant, plus } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import { sessionLives } from '../../src/application/accounts/session-life.ts';
import type { Context, Mode, Person } from '../../src/application/kernel/context.ts';
import type { InputOf, UseCases } from '../../src/application/kernel/contract.ts';
import { createCore, createUseCases } from '../../src/application/create-use-cases.ts';
import type { Deps, Stores } from '../../src/application/ports/deps.ts';
import { noChallenges } from '../../src/application/ports/challenges.ts';
import { createBackground } from '../../src/application/ports/background.ts';
import { openCaldav } from '../../src/adapters/caldav/open-caldav.ts';
import { openCalendarReader } from '../../src/adapters/calendar-in/open-calendar-reader.ts';
import { createMemoryLimits } from '../../src/adapters/memory/rate-limits.ts';
import { createMemoryState, type MemoryState } from '../../src/adapters/memory/memory-state.ts';
import type {
  DeauthorizedApp,
  FailedBooking,
  FailedMessage,
  FailedTemplate,
} from '../../src/application/ports/notices.ts';
import type { MailMessage } from '../../src/application/ports/mail.ts';
import type { TestMessages } from '../../src/application/ports/test-messages.ts';
import { createOutlets } from '../../src/adapters/outlets/outlets.ts';
import { createProviders } from '../../src/adapters/providers/provider-sites.ts';
import { createWebPush } from '../../src/adapters/push/web-push.ts';
import { openTemplates } from '../../src/adapters/templates/open-templates.ts';
import { createMemoryMail } from '../../src/adapters/memory/mail.ts';
import { createMemoryOutbound, type MemoryOutbound } from '../../src/adapters/memory/outbound.ts';
import { createMemoryPartners } from '../../src/adapters/memory/partners.ts';
import { createTestRecords } from '../../src/adapters/external-records/test-records.ts';
import { createMemoryStores } from '../../src/adapters/memory/stores.ts';
import { Refusal } from '../../src/application/kernel/refusal.ts';
import { sendNext } from '../../src/application/messages/send-next.ts';
import { sweep } from '../../src/application/sweep/sweep.ts';
import { fakeAccessTokens } from './fake-access-tokens.ts';
import { fakeCalendarReader } from './fake-calendar-reader.ts';
import { fakeCodes } from './fake-codes.ts';
import { fakeGuessability } from './fake-guessability.ts';
import { fakePasswords } from './fake-passwords.ts';
import { fakePhones } from './fake-phones.ts';
import { fakePhotoMaker } from './fake-photo-maker.ts';
import { contractRows } from './contract-rows.ts';
import { noSms } from './no-sms.ts';
import { fakeTokens } from './fake-tokens.ts';

/** Monday, eight in the morning. */
export const NOW = parseInstant('2026-04-13T08:00:00Z');
export const PARTNER = 'a'.repeat(24);

const idFrom = (n: number): string => n.toString(16).padStart(24, '0');

/** Holds no state of a world. */
const templates = openTemplates();

/** A server's use cases in memory, with a clock that stands until it is moved. */
export interface World {
  readonly deps: Deps;
  readonly state: MemoryState;
  readonly useCases: UseCases;
  /** The mails that were sent, once background work is done. */
  readonly sent: readonly MailMessage[];
  /** Own texts that failed when their message was to go. */
  readonly failedTemplates: readonly FailedTemplate[];
  /** Messages that could not be made. */
  readonly failedMessages: readonly FailedMessage[];
  /** Bookings whose events could not be made into messages. */
  readonly failedBookings: readonly FailedBooking[];
  /** The removals of apps that providers have reported. */
  readonly deauthorizedApps: readonly DeauthorizedApp[];
  /** The requests to partners' servers, and their answers. */
  readonly outbound: MemoryOutbound;
  /** The clock of the rules and real time, moved together. */
  passTime(milliseconds: number): void;
  visitor(overrides?: Partial<Context>): Context;
  partner(overrides?: Partial<Context>): Context;
  /** The holder of a manage link. */
  guest(manageToken: string | undefined): Context;
  /** Returns the context of a person with a session. */
  person(person: Person, overrides?: Partial<Context>): Context;
  /** Waits for background work, and for the mails about accounts that it asked for. */
  drain(): Promise<void>;
  /** Waits for background work and sweeps as if everything were long ago. */
  settleDown(): Promise<void>;
}

export function createWorld(
  given: { readonly stores?: Stores; readonly mode?: Mode } & Partial<
    Pick<Deps, 'sms' | 'busyChecks' | 'pause' | 'recordAdapters' | 'providers' | 'meetingSources'>
  > = {},
): World {
  const state = createMemoryState();
  const stores = given.stores ?? createMemoryStores(state);
  let now = NOW;
  let ids = 0;
  const background = createBackground();
  const mail = createMemoryMail();
  /** Mails about accounts are kept in mode test, and read here like those that left. */
  const testMessages: TestMessages = {
    ...stores.testMessages,
    keep: async (kept, at) => {
      await stores.testMessages.keep(kept, at);
      const { kind, userId, message } = kept;
      if (userId !== undefined && message.channel === 'email') await mail.send({ kind, ...message });
    },
  };
  const testRecords = createTestRecords(testMessages);
  const failedTemplates: FailedTemplate[] = [];
  const publicUrl = () => 'https://book.example';
  const { sms = noSms, busyChecks = {}, pause = async () => undefined } = given;
  const failedMessages: FailedMessage[] = [];
  const failedBookings: FailedBooking[] = [];
  const deauthorizedApps: DeauthorizedApp[] = [];
  const outbound = createMemoryOutbound();
  const push = createWebPush({ vapidKeys: stores.vapidKeys, outbound, subject: publicUrl });
  const deps: Deps = {
    ...stores,
    tokens: fakeTokens,
    accessTokens: fakeAccessTokens,
    passwords: fakePasswords,
    guessability: fakeGuessability,
    codes: fakeCodes,
    sessionLives: sessionLives(),
    recordLease: MINUTE,
    phones: fakePhones,
    photoMaker: fakePhotoMaker,
    importRows: contractRows,
    calendarSessions: openCalendarReader(),
    mail,
    mailAddress: 'hello@book.example',
    sms,
    push,
    testMessages,
    outlets: createOutlets({
      ...stores,
      testMessages,
      mail,
      sms,
      push,
      newId: () => idFrom(++ids),
      realNow: () => now,
      publicUrl,
    }),
    outbound,
    recordAdapters: given.recordAdapters ?? ((mode) => (mode === 'test' ? testRecords : {})),
    providers: given.providers ?? createProviders(),
    meetingSources: given.meetingSources ?? {},
    calendarReader: fakeCalendarReader,
    busyChecks,
    caldav: openCaldav(outbound),
    webhookExamples: (type) => webhookExamples[type],
    chance: () => 0.5,
    templates,
    notices: {
      templateFailed: (failed) => failedTemplates.push(failed),
      messageFailed: (failed) => failedMessages.push(failed),
      bookingFailed: (failed) => failedBookings.push(failed),
      deauthorized: (app) => deauthorizedApps.push(app),
    },
    partners: createMemoryPartners(),
    limits: createMemoryLimits({
      logins: 10,
      loginsOfAddress: 100,
      loginsOfAccount: 50,
      codes: 10,
      mails: 5,
      incentives: 20,
    }),
    challenges: noChallenges,
    guestCaps: { bookingsPerEmail: 3, bookingsPerAddress: 10, holdsPerAddress: 2 },
    realNow: () => now,
    newId: () => idFrom(++ids),
    newSecret: () => `secret-${++ids}`,
    pause,
    background,
    publicUrl,
  };
  const core = createCore(deps);
  const drain = async () => {
    await background.drain();
    for (const query of [
      { mode: 'test', about: 'accounts' },
      { mode: 'live', about: 'accounts' },
    ] as const)
      while (await sendNext(core, query, now));
  };
  const caller = { partnerId: PARTNER, mode: given.mode ?? 'test', address: '203.0.113.7' } as const;
  const context = (): Omit<Context, 'caller'> => ({ now, requestId: 'r1', dryRun: false });
  return {
    deps,
    state,
    sent: mail.sent,
    failedTemplates,
    failedMessages,
    failedBookings,
    deauthorizedApps,
    outbound,
    useCases: createUseCases(deps),
    passTime: (milliseconds) => {
      now = plus(now, milliseconds);
    },
    visitor: (overrides) => ({ ...context(), caller: { ...caller, kind: 'publishable', keyId: 'pk1' }, ...overrides }),
    partner: (overrides) => ({ ...context(), caller: { ...caller, kind: 'secret', keyId: 'sk1' }, ...overrides }),
    guest: (manageToken) => {
      const { bookingId, nonce } = fakeTokens.readManage(manageToken!, instant(0))!;
      return { ...context(), caller: { ...caller, kind: 'booking', keyId: 'link', bookingId, nonce } };
    },
    person: (person, overrides) => ({
      ...context(),
      caller: { ...caller, kind: 'session', keyId: `user:${person.userId}`, ...person },
      ...overrides,
    }),
    drain,
    settleDown: async () => {
      await drain();
      while ((await sweep({ ...deps, realNow: () => plus(now, 2 * 86_400_000) })) > 0);
    },
  };
}

export function everyDay(start: string, end: string) {
  return [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ dayOfWeek, start, end }));
}

/** Creates a coach who works every day from nine to five, UTC, and offers an hour. */
export async function givenCoach(world: World, overrides: Partial<InputOf<'createCoach'>> = {}) {
  const { data } = await world.useCases.createCoach(world.partner(), {
    name: 'Coach A',
    timeZone: 'UTC',
    schedule: { workingHours: everyDay('09:00', '17:00'), slotInterval: 30 },
    services: [{ title: 'Strength session', duration: 60, price: { amount: 7500, currency: 'EUR' } }],
    ...overrides,
  });
  return { ...data, coachId: data.id, serviceId: data.services[0]?.id };
}

export const ANA = { name: 'Ana Diaz', email: 'ana@example.com', phone: '+12125550100', timeZone: 'America/New_York' };

/** Returns the error with which a promise was rejected. Throws when it was not. */
export async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  const outcome = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof Refusal) return outcome;
  throw outcome ?? new Error('It was not refused.');
}
