import fc from 'fast-check';
import { parseInstant } from '@coach-booking/time/instant';
import { testPartners } from '../../packages/server/test/http/partners.ts';
import { realTimers } from '../../packages/server/src/adapters/jobs/real-timers.ts';
import { startApp, type TestApp } from '../../packages/server/test/http/start-app.ts';
import { RIGHTS } from '../../packages/server/src/application/access/rights.ts';
import { standingOf } from '../../packages/server/src/application/access/standing.ts';
import { createHub } from '../../packages/server/src/application/live/hub.ts';
import { createWatching } from '../../packages/server/src/application/live/watch-coach.ts';
import type { Role } from '../../packages/server/src/application/kernel/context.ts';
import { createWorld, everyDay, type World } from '../../packages/server/test/application/world.ts';
import { validRequest, type FuzzedRequest } from './arbitraries.ts';
import { operations, type Operation } from './contract.ts';
import { sendRequest } from './send-request.ts';

export const PASSWORD = 'correct horse battery';

export interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly details?: { readonly secondFactor?: { readonly token: string } };
}

/** Returns what the table of rights gives a role, by the operations of the contract. */
export function operationsFor(role: Role): readonly Operation[] {
  return operations.filter(
    ({ id, schemes }) => schemes.has('session') && RIGHTS[id as keyof typeof RIGHTS]?.[role] !== 'none',
  );
}

/** The codes that depend on the caller alone. */
const OF_SESSIONS: readonly string[] = [
  'KEY_INVALID',
  'SESSION_INVALID',
  'SESSION_EXPIRED',
  'SECOND_FACTOR_MISSING',
  'FORBIDDEN',
];

/** The order of a range is looked at before anything else. */
const DATES = { from: '2026-04-13', to: '2026-04-14' };
const INSTANTS = { from: '2026-04-13T00:00:00Z', to: '2026-04-14T00:00:00Z' };
const rangeOf = ({ parameters }: Operation): object => {
  const from = parameters.find(({ name }) => name === 'from');
  if (!from) return {};
  return from.schema.$ref?.endsWith('/Instant') ? INSTANTS : DATES;
};
const requestOf = (operation: Operation): FuzzedRequest => {
  const [request] = fc.sample(validRequest(operation), { numRuns: 1, seed: 1 });
  return { ...request!, query: { ...request!.query, ...rangeOf(operation) } };
};
const requests = new Map(operations.map((operation) => [operation, requestOf(operation)]));

/** HTTP and the use cases together, with one coach at a time, whose team has one member, and accounts of every role. */
export class SessionWorld {
  now = parseInstant('2026-04-13T08:00:00Z');
  readonly world: World = createWorld();
  app!: TestApp;
  coach!: string;
  staff!: string;
  private teams = 0;

  private constructor(private readonly secret: string) {}

  static async open(secret: string): Promise<SessionWorld> {
    const opened = new SessionWorld(secret);
    const { tokens, accessTokens, sessions, partners } = opened.world.deps;
    for (const partner of testPartners) await partners.insert(partner);
    const { useCases } = opened.world;
    const [standing, realNow] = [standingOf(opened.world.deps), () => opened.now];
    const hub = createHub({ feeds: opened.world.deps.feeds, realNow, timers: realTimers });
    const watching = createWatching(opened.world.deps, hub);
    const app = await startApp({ useCases, tokens, accessTokens, sessions, partners, standing, realNow, watching });
    opened.app = { ...app, close: async () => Promise.all([hub.stop(), app.close()]).then(() => undefined) };
    return opened;
  }

  /** Another coach and team; accounts are theirs from now on. */
  async begin(): Promise<void> {
    this.teams += 1;
    const schedule = { workingHours: everyDay('09:00', '17:00') };
    const made = await this.bySecret('POST', 'coaches', { name: `Coach ${this.teams}`, timeZone: 'UTC', schedule });
    this.coach = made.data['id'] as string;
    this.staff = (await this.bySecret('POST', `coaches/${this.coach}/staff`, { name: 'Jane Smith' })).data[
      'id'
    ] as string;
  }

  emailOf(role: Role): string {
    return `${role}.${this.teams}@example.com`;
  }

  async send(method: string, path: string, bearer: string, body?: object): Promise<Answer> {
    const headers = { authorization: `Bearer ${bearer}`, ...(body && { 'content-type': 'application/json' }) };
    const answer = await fetch(`${this.app.origin}/v1/${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, ...((await answer.json()) as Omit<Answer, 'status'>) };
  }

  bySecret(method: string, path: string, body?: object): Promise<Answer> {
    return this.send(method, path, this.secret, body);
  }

  /** Returns the last link of a page that was mailed to the role. */
  async mailed(role: Role, page: string): Promise<string> {
    await this.world.drain();
    const texts = this.world.sent.filter(({ to }) => to === this.emailOf(role)).map(({ text }) => text);
    return texts.flatMap((text) => new RegExp(`/${page}/(\\S+)`).exec(text)?.[1] ?? []).at(-1)!;
  }

  /** Creates an account whose password is chosen by the link of its invitation. */
  async invite(role: Role): Promise<void> {
    const work = {
      ...(['coach', 'staff'].includes(role) && { coachId: this.coach }),
      ...(role === 'staff' && { staffId: this.staff }),
    };
    await this.bySecret('POST', 'users', { role, name: role, email: this.emailOf(role), ...work });
    await this.bySecret('POST', 'auth/password', { token: await this.mailed(role, 'password'), password: PASSWORD });
  }

  login(role: Role): Promise<Answer> {
    return this.bySecret('POST', 'auth/login', { email: this.emailOf(role), password: PASSWORD });
  }

  userOf(role: Role) {
    return [...this.world.state.users.values()].find((user) => user.email === this.emailOf(role))!;
  }

  /**
   * Returns how a valid request of the operation is answered: the code of a refusal of the caller; `in` for any other
   * answer. Nothing is changed.
   */
  async ask(operation: Operation, bearer: string): Promise<string> {
    const request = requests.get(operation)!;
    const query = { ...request.query, ...(operation.method !== 'get' && { dryRun: true }) };
    const required = operation.parameters.filter((one) => one.in === 'header' && one.required).map(({ name }) => name);
    const header = Object.fromEntries(Object.entries(request.header).filter(([name]) => required.includes(name)));
    const response = await sendRequest(this.app.origin, operation, { ...request, query, header }, bearer);
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
      await response.body?.cancel();
      return 'in';
    }
    const { code = '' } = (await response.json()) as { code?: string };
    return OF_SESSIONS.includes(code) ? code : 'in';
  }

  /** Returns how each of the operations is answered. */
  async askAll(asked: readonly Operation[], bearer: string): Promise<Readonly<Record<string, string>>> {
    const outcomes = await Promise.all(
      asked.map(async (operation) => [operation.id, await this.ask(operation, bearer)] as const),
    );
    return Object.fromEntries(outcomes);
  }
}
