import { beforeAll, describe, expect, it } from 'vitest';
import { createCoachCache } from '../coach-head/coach-cache.ts';
import { readVisibleCoach } from '../coach-head/read-coach.ts';
import type { Context, Role } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import { operatorCaller } from '../operator/operator-context.ts';
import { anAccount } from '../../../test/application/mailed-tokens.ts';
import { ASKED, aTarget, FORM, type TargetKind, type Target } from '../../../test/application/rights-requests.ts';
import { createWorld, PARTNER, type World } from '../../../test/application/world.ts';
import { EXPECTED_RIGHTS } from '../../../test/application/expected-rights.ts';
import { admitted } from './enforce.ts';
import type { Reach } from '../kernel/context.ts';
import { RIGHTS, type CallerKind, type Operation } from './rights.ts';

const KINDS: readonly CallerKind[] = [
  'publishable',
  'booking',
  'secret',
  'client',
  'coach',
  'staff',
  'admin',
  'operator',
];
const LETTERS: Readonly<Record<string, Reach>> = { '-': 'none', o: 'open', w: 'own', p: 'partner' };

/**
 * The owner of the coach, bookings, holds and accounts that an operation is tried on. Only the first two are of the
 * callers' partner and mode.
 */
const TARGETS = ['own', 'other', 'another partner', 'another mode'] as const;
type TargetName = (typeof TARGETS)[number];

const NOT_FOUND: Readonly<Record<TargetKind, string>> = {
  coach: 'COACH_NOT_FOUND',
  booking: 'BOOKING_NOT_FOUND',
  hold: 'TOKEN_INVALID',
  intent: 'TOKEN_INVALID',
  mail: 'TOKEN_INVALID',
  user: 'USER_NOT_FOUND',
  client: 'CLIENT_NOT_FOUND',
  connection: 'CONNECTION_NOT_FOUND',
  log: 'LOG_NOT_FOUND',
  key: 'KEY_NOT_FOUND',
  calendar: 'EXTERNAL_CALENDAR_NOT_FOUND',
  webhook: 'WEBHOOK_ENDPOINT_NOT_FOUND',
  'webhook delivery': 'WEBHOOK_DELIVERY_NOT_FOUND',
  'opt-out': 'OPT_OUT_NOT_FOUND',
  nobody: '',
};

const expectedOutcome = (reach: Reach, about: TargetKind, target: TargetName): string => {
  if (reach === 'none') return 'FORBIDDEN';
  // The client's coach follows the coach in the path.
  if (target === 'another partner' || target === 'another mode') return NOT_FOUND[about === 'client' ? 'coach' : about];
  if (target === 'other' && reach === 'own') return about === 'coach' ? 'FORBIDDEN' : NOT_FOUND[about];
  return 'let in';
};

const rows = EXPECTED_RIGHTS.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
  .map(([operation, ...letters]) => ({ operation: operation as Operation, letters }));

const cases = rows.flatMap(({ operation, letters }) => {
  const [about] = ASKED[operation] ?? ['nobody'];
  const targets = about === 'nobody' ? (['own'] as const) : TARGETS;
  return KINDS.flatMap((kind, n) =>
    targets.map((target) => ({
      operation,
      kind,
      target,
      outcome: expectedOutcome(LETTERS[letters[n] ?? '-']!, about, target),
    })),
  );
});

describe('the table of rights', () => {
  let world: World;
  let targets: Readonly<Record<TargetName, Target>>;
  let callers: Readonly<Record<CallerKind, Context>>;

  beforeAll(async () => {
    world = createWorld();
    for (const id of [PARTNER, 'b'.repeat(24)])
      await world.deps.partners.insert({
        id,
        slug: id,
        name: 'Fit',
        allowedOrigins: [],
        hosts: [],
        keys: [],
        branding: {},
        limits: {},
        version: 1,
      });
    targets = {
      own: await aTarget(world, 'Coach A', PARTNER, 'test'),
      other: await aTarget(world, 'Coach B', PARTNER, 'test'),
      'another partner': await aTarget(world, 'Coach C', 'b'.repeat(24), 'test'),
      'another mode': await aTarget(world, 'Coach D', PARTNER, 'live'),
    };
    const { own } = targets;
    const person = (role: Role, more: object = {}) =>
      world.person({ userId: anAccount(world, PARTNER, 'test', role).id, role, ...more }, { dryRun: true });
    callers = {
      publishable: world.visitor({ dryRun: true }),
      booking: { ...world.guest(own.manageToken), dryRun: true },
      secret: world.partner({ dryRun: true }),
      client: world.person({ userId: own.user, role: 'client' }, { dryRun: true }),
      coach: person('coach', { coachId: own.coach }),
      staff: person('staff', { coachId: own.coach, staffId: own.staff }),
      admin: person('admin'),
      operator: { ...world.partner({ dryRun: true }), caller: operatorCaller('api', '203.0.113.7') },
    };
  });

  const ask = async (operation: Operation, kind: CallerKind, target: Target): Promise<unknown> => {
    const input = ASKED[operation][1](target, kind);
    if (operation === 'watchSlots' || operation === 'watchCalendar') {
      const core = { ...world.deps, cache: createCoachCache() };
      return readVisibleCoach(core, admitted(operation, callers[kind]), (input as { coach: string }).coach);
    }
    return world.useCases[operation](callers[kind], input as never);
  };

  /** An admitted caller may still be refused for another reason. */
  const outcomeOf = async (asked: Promise<unknown>): Promise<string> =>
    asked.then(
      () => 'let in',
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        const isDenied = error.code === 'FORBIDDEN' || Object.values(NOT_FOUND).includes(error.code);
        return isDenied ? error.code : 'let in';
      },
    );

  it('has a row for every operation, in this test too', () => {
    const known = [...Object.keys(world.useCases), 'watchSlots', 'watchCalendar'].sort();
    expect(Object.keys(RIGHTS).sort()).toEqual(known);
    expect(rows.map(({ operation }) => operation).sort()).toEqual(known);
    expect(Object.keys(ASKED).sort()).toEqual(known);
  });

  it.each(cases)('answers $operation, $kind, $target: $outcome', async ({ operation, kind, target, outcome }) => {
    expect(await outcomeOf(ask(operation, kind, targets[target]))).toBe(outcome);
  });

  it('denies operations and callers that it does not know', () => {
    expect(() => admitted('inventedOperation' as Operation, callers.secret)).toThrow('FORBIDDEN');
  });

  it.each<[CallerKind, string]>([
    ['coach', 'let in'],
    ['staff', 'let in'],
    ['client', 'COACH_NOT_FOUND'],
    ['admin', 'COACH_NOT_FOUND'],
    ['secret', 'COACH_NOT_FOUND'],
    ['publishable', 'COACH_NOT_FOUND'],
  ])('resolves me for the %s: %s', async (kind, outcome) => {
    expect(await outcomeOf(world.useCases.getCoach(callers[kind], { coach: 'me' }))).toBe(outcome);
  });

  it('treats a coach as a visitor at another coach', async () => {
    const { own, other } = targets;
    for (const coach of [own.coach, other.coach])
      await world.useCases.updateCoach(world.partner(), { coach, active: false });
    const seen = (kind: CallerKind, coach: string) => outcomeOf(world.useCases.getCoach(callers[kind], { coach }));
    expect([await seen('coach', own.coach), await seen('staff', own.coach), await seen('admin', other.coach)]).toEqual(
      Array(3).fill('let in'),
    );
    expect([await seen('coach', other.coach), await seen('client', own.coach)]).toEqual(
      Array(2).fill('COACH_NOT_FOUND'),
    );
    for (const coach of [own.coach, other.coach])
      await world.useCases.updateCoach(world.partner(), { coach, active: true });
  });

  describe('S31 an inactive coach of another account', () => {
    const asked = KINDS.filter((kind) => kind === 'coach' || kind === 'staff').flatMap((kind) =>
      Object.keys(ASKED).flatMap((operation) =>
        ['coach', 'client'].includes(ASKED[operation as Operation][0]) ? [[operation, kind] as const] : [],
      ),
    );
    const NOBODY = 'e'.repeat(24);
    const reportOf = async (operation: string, kind: CallerKind, coach: string) => {
      const target = { ...targets.other, coach };
      const refusal: unknown = await ask(operation as Operation, kind, target).then(
        () => 'let in',
        (error: unknown) => error,
      );
      if (!(refusal instanceof Refusal)) return refusal;
      return [refusal.code, refusal.message.replaceAll(coach, 'the coach'), refusal.details];
    };

    it.each(asked)('answers %s, %s like a missing coach', async (operation, kind) => {
      const { coach } = targets.other;
      await world.useCases.updateCoach(world.partner(), { coach, active: false });
      const answers = [await reportOf(operation, kind, coach), await reportOf(operation, kind, NOBODY)];
      await world.useCases.updateCoach(world.partner(), { coach, active: true });
      expect(answers[0]).toEqual(answers[1]);
    });
  });

  it('leaves nothing claimed when a coach books with another', async () => {
    const claims = () => JSON.stringify([...world.state.ledgers]);
    const before = claims();
    const { coach, service } = targets.other;
    const input = { coachId: coach, serviceId: service, start: '2026-04-15T16:00:00Z', attendee: FORM };
    expect(await outcomeOf(world.useCases.createBooking({ ...callers.coach, dryRun: false }, input))).toBe('FORBIDDEN');
    expect(claims()).toBe(before);
  });
});
