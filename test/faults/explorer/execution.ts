import type { Instant } from '@coach-booking/time/instant';
import { noChallenges } from '../../../packages/server/src/application/ports/challenges.ts';
import type { Deps, Stores } from '../../../packages/server/src/application/ports/deps.ts';
import { noCaldav } from '../../../packages/server/src/application/ports/caldav.ts';
import { noNotices } from '../../../packages/server/src/application/ports/notices.ts';
import { createBackground } from '../../../packages/server/src/application/ports/background.ts';
import type { DueLedger } from '../../../packages/server/src/application/ports/ledgers.ts';
import type { MemoryState } from '../../../packages/server/src/adapters/memory/memory-state.ts';
import { createProviders } from '../../../packages/server/src/adapters/providers/provider-sites.ts';
import { createMemoryMail } from '../../../packages/server/src/adapters/memory/mail.ts';
import { noPush } from '../../../packages/server/src/application/ports/push.ts';
import { createMemoryOutbound } from '../../../packages/server/src/adapters/memory/outbound.ts';
import { createMemoryPartners } from '../../../packages/server/src/adapters/memory/partners.ts';
import { createMemoryStores } from '../../../packages/server/src/adapters/memory/stores.ts';
import { Refusal } from '../../../packages/server/src/application/kernel/refusal.ts';
import { createMemoryLimits } from '../../../packages/server/src/adapters/memory/rate-limits.ts';
import { fakeCalendarReader } from '../../../packages/server/test/application/fake-calendar-reader.ts';
import { fakeAccessTokens } from '../../../packages/server/test/application/fake-access-tokens.ts';
import { sessionLives } from '../../../packages/server/src/application/accounts/session-life.ts';
import { fakeCodes } from '../../../packages/server/test/application/fake-codes.ts';
import { fakeGuessability } from '../../../packages/server/test/application/fake-guessability.ts';
import { fakePasswords } from '../../../packages/server/test/application/fake-passwords.ts';
import { fakePhones } from '../../../packages/server/test/application/fake-phones.ts';
import { noCalendarSessions } from '../../../packages/server/src/application/ports/calendar-reader.ts';
import { noImportRows } from '../../../packages/server/src/application/ports/import-rows.ts';
import { createOutlets } from '../../../packages/server/src/adapters/outlets/outlets.ts';
import { openTemplates } from '../../../packages/server/src/adapters/templates/open-templates.ts';
import { noSms } from '../../../packages/server/test/application/no-sms.ts';
import { fakeTokens } from '../../../packages/server/test/application/fake-tokens.ts';

/** The result of a process for its caller: an answer, or the code of a refusal. */
export type CallResult = { readonly answer: unknown } | { readonly refused: string } | { readonly failed: string };

export interface ProcessSpec {
  readonly name: string;
  readonly run: (deps: Deps) => Promise<unknown>;
  /** Real time as this process sees it; a sweeper's lies far ahead, so that every unsettled claim is due. */
  readonly realNow: Instant;
  readonly mayCrash: boolean;
}

export interface ScenarioStart {
  readonly initial: MemoryState;
  readonly processes: readonly ProcessSpec[];
  /** Calls whose order no other process of the scenario can observe: they run at once, and are no choice. */
  readonly isLocal: (call: string) => boolean;
  /**
   * Ledgers in which no process is ever refused, so that none can observe what happened there first: no choice either,
   * and the scenario's own sweepers pass them by. The end looks at them again.
   */
  readonly isApart: (ledgerId: string) => boolean;
}

interface Pending {
  readonly call: string;
  /** The call with what it is about. */
  readonly text: string;
  readonly run: () => Promise<void>;
  /** The claims of a pause: those that it waits to see changed, as they were. */
  readonly waitsFor?: undefined | { readonly ledgerId: string; readonly claims: string };
}

interface Running {
  readonly spec: ProcessSpec;
  pending: Pending[];
  /** The answers that it has received so far, which decide its next step: the code reads nothing else. */
  seen: number;
  /** The claims that a sweeper found to look at, and with how many it is done; null when it looks at none. */
  due: number | null;
  handled: number;
  /** The ledger that it read last, and what was in it. */
  lastRead: Pending['waitsFor'];
  callResult: CallResult | null;
  isDead: boolean;
  /**
   * Its last step was a write. To die after a read that followed is to die here, with the steps of the others in
   * another order.
   */
  hasJustWritten: boolean;
}

/** One step that the scheduler may grant: a call of a process to its stores, or the end of that process. */
export interface Choice {
  readonly process: number;
  /** Index of the pending call, or -1 for a crash. */
  readonly call: number;
  readonly label: string;
}

export interface Execution {
  readonly state: MemoryState;
  readonly trace: readonly string[];
  readonly results: () => readonly (CallResult | null)[];
  choices(): Choice[];
  take(choice: Choice): Promise<void>;
  /** Equal keys mean equal futures. */
  key(): string;
}

/** Holds no state of an execution. */
const templates = openTemplates();

const READS =
  /\.(read|claimsOf|placesOf|countPlaces|find|due|releasingSince|between|by[A-Z]\w*|list|idOfSlug|slugsLike|undrained|isEarlierUnderWay|lastSent)$/;
/** Reads of the claims in one ledger. */
const CLAIM_READS = /\.(claimsOf|placesOf)$/;
/**
 * Returns the calls after which a sweeper is done with a claim: it has settled or removed it, or another process was
 * faster.
 */
const endsClaim = (call: string, result: unknown): boolean =>
  /^ledgers\.(settle|release)$/.test(call) ||
  (call === 'bookings.insertVoid' && result === 'exists') ||
  (call === 'bookings.bump' && result === false);
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
const numbers = new Map<string, number>();
const numberOf = (text: string): number => {
  const known = numbers.get(text) ?? numbers.size;
  numbers.set(text, known);
  return known;
};

const stored = (
  { heads, ledgers, bookings, idempotency, deliveries, testMessages }: MemoryState,
  isApart: ScenarioStart['isApart'],
): string =>
  JSON.stringify([
    [...heads.values()].map(({ version }) => version),
    [...ledgers].flatMap(([id, { claims }]) => (isApart(id) ? [] : [[id, claims]])).sort(),
    [...bookings.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    [...idempotency.values()].map(({ key, resourceId }) => [key, resourceId]),
    [...deliveries.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    [...testMessages.values()].map(({ deliveryId }) => deliveryId),
  ]);

/**
 * Starts every process over a copy of the initial state. From then on nothing happens but what is granted; one crash in
 * all.
 */
export async function startExecution({ initial, processes, isLocal, isApart }: ScenarioStart): Promise<Execution> {
  const state = structuredClone(initial);
  const memory = createMemoryStores(state);
  const trace: string[] = [];
  let crashes = 0;

  const claimsIn = (ledgerId: string) => JSON.stringify(state.ledgers.get(ledgerId)?.claims);

  const seenOf = async (call: string, answer: Promise<unknown>): Promise<unknown> =>
    call === 'ledgers.due' ? ((await answer) as DueLedger[]).filter(({ id }) => !isApart(id)) : answer;

  const gated = (running: Running): Stores => {
    const gatePort = <T extends object>(port: string, target: T): T =>
      new Proxy(target, {
        get: (_, method: string) => {
          const call = `${port}.${method}`;
          const original = Reflect.get(target, method) as (...args: unknown[]) => Promise<unknown>;
          return (...args: unknown[]) =>
            isLocal(call) || args.some((arg) => typeof arg === 'string' && isApart(arg))
              ? original(...args)
              : ask(running, call, () => seenOf(call, original(...args)), args);
        },
      });
    const ports = Object.entries(memory).map(([port, target]) => [port, gatePort(port, target as object)]);
    return Object.fromEntries(ports) as Stores;
  };

  /** A sweeper that is done with one claim keeps nothing of it: only what it is still to look at counts. */
  const noteSweeping = (running: Running, call: string, result: unknown): void => {
    if (call === 'ledgers.due') [running.due, running.handled] = [numberOf(JSON.stringify(result)), 0];
    if (call === 'bookings.releasingSince') running.due = null;
    if (running.due !== null && endsClaim(call, result)) running.seen = numberOf(`${running.due} ${++running.handled}`);
  };

  const ask = <T>(
    running: Running,
    call: string,
    execute: () => Promise<T>,
    args: readonly unknown[] = [],
  ): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const run = async () => {
        running.hasJustWritten = !READS.test(call) && call !== 'pause';
        try {
          if (CLAIM_READS.test(call))
            running.lastRead = { ledgerId: String(args[0]), claims: claimsIn(String(args[0])) };
          const result = await execute();
          running.seen = numberOf(`${running.seen} ${call} ${JSON.stringify(result)}`);
          noteSweeping(running, call, result);
          resolve(result);
        } catch (error) {
          reject(error as Error);
        }
      };
      running.pending.push({
        call,
        text: `${call} ${JSON.stringify(args)}`,
        run,
        ...(call === 'pause' ? { waitsFor: running.lastRead } : {}),
      });
    });

  const start = (spec: ProcessSpec, index: number): Running => {
    const running: Running = {
      spec,
      pending: [],
      seen: 0,
      due: null,
      handled: 0,
      lastRead: undefined,
      callResult: null,
      isDead: false,
      hasJustWritten: false,
    };
    let ids = 0;
    const stores = gated(running);
    const mail = createMemoryMail();
    const newId = () => `${index + 1}${(++ids).toString(16).padStart(23, '0')}`;
    const deps: Deps = {
      ...stores,
      tokens: fakeTokens,
      accessTokens: fakeAccessTokens,
      passwords: fakePasswords,
      guessability: fakeGuessability,
      codes: fakeCodes,
      sessionLives: sessionLives(),
      mail,
      mailAddress: '',
      // A message of mode test that is kept is one that a provider took.
      sms: noSms,
      push: noPush,
      outlets: createOutlets({
        ...stores,
        mail,
        sms: noSms,
        push: noPush,
        newId,
        realNow: () => spec.realNow,
        publicUrl: () => 'https://book.example',
      }),
      outbound: createMemoryOutbound(),
      recordAdapters: () => ({}),
      providers: createProviders(),
      meetingSources: {},
      calendarReader: fakeCalendarReader,
      busyChecks: {},
      caldav: noCaldav,
      webhookExamples: () => ({ data: { object: {} } }),
      templates,
      notices: noNotices,
      chance: () => 0.5,
      partners: createMemoryPartners(),
      phones: fakePhones,
      importRows: noImportRows,
      calendarSessions: noCalendarSessions,
      limits: createMemoryLimits(),
      challenges: noChallenges,
      guestCaps: { bookingsPerEmail: 3, bookingsPerAddress: 10, holdsPerAddress: 2 },
      realNow: () => spec.realNow,
      newId,
      newSecret: () => `secret ${index + 1} ${++ids}`,
      pause: () => ask(running, 'pause', async () => undefined),
      background: createBackground(),
      publicUrl: () => 'https://book.example',
    };
    spec.run(deps).then(
      (answer) => (running.callResult = { answer }),
      (error: unknown) =>
        (running.callResult = error instanceof Refusal ? { refused: error.code } : { failed: String(error) }),
    );
    return running;
  };

  const all = processes.map(start);
  await settled();

  /**
   * Waiting is over when what is waited for has changed, or when no other process can do anything: else the same would
   * only be asked again.
   */
  const isAwake = ({ waitsFor }: Pending) => !waitsFor || claimsIn(waitsFor.ledgerId) !== waitsFor.claims;
  const callsOf = (awakeOnly: boolean): Choice[] =>
    all.flatMap(({ spec, pending, isDead }, process) =>
      isDead
        ? []
        : pending.flatMap((one, call) =>
            !awakeOnly || isAwake(one) ? [{ process, call, label: `${spec.name}: ${one.call}` }] : [],
          ),
    );

  return {
    state,
    trace,
    results: () => all.map(({ callResult }) => callResult),
    choices: () => {
      const awake = callsOf(true);
      const calls = awake.length > 0 ? awake : callsOf(false);
      const crashing = all.flatMap(({ spec, pending, isDead, hasJustWritten }, process) =>
        crashes === 0 && spec.mayCrash && hasJustWritten && !isDead && pending.length > 0
          ? [{ process, call: -1, label: `${spec.name}: CRASH` }]
          : [],
      );
      return [...calls, ...crashing];
    },
    take: async ({ process, call, label }) => {
      const running = all[process]!;
      trace.push(label);
      if (call === -1) {
        running.isDead = true;
        running.pending = [];
        crashes++;
        return;
      }
      const [granted] = running.pending.splice(call, 1);
      await granted!.run();
      await settled();
    },
    key: () => {
      const processKeys = all.map(({ isDead, seen, callResult, pending, hasJustWritten }) => [
        isDead ? 'dead' : pending.map((one) => [one.text, isAwake(one)]),
        callResult ?? seen,
        hasJustWritten,
      ]);
      return `${numberOf(stored(state, isApart))} ${JSON.stringify(processKeys)} ${crashes}`;
    },
  };
}
