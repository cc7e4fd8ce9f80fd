import { beforeAll, describe, expect, it } from 'vitest';
import { createCoachCache } from '../coaches/coach-cache.ts';
import { readVisibleCoach } from '../coaches/read-coach.ts';
import type { Context, Mode, Role } from '../context.ts';
import type { InputOf, UseCaseId } from '../contract.ts';
import { Refusal } from '../refusal.ts';
import { operatorCaller } from '../operator/operator-context.ts';
import { ACCOUNT_PASSWORD as PASSWORD, anAccount, mailedTo, type MailedTokens } from '../testing/mailed-tokens.ts';
import { createWorld, everyDay, PARTNER, type World } from '../testing/world.ts';
import { EXPECTED_RIGHTS } from '../testing/expected-rights.ts';
import { admitted } from './enforce.ts';
import { RIGHTS, type CallerKind, type Operation, type Reach } from './rights.ts';

const KINDS: readonly CallerKind[] = ['publishable', 'booking', 'secret', 'client', 'coach', 'staff', 'admin', 'operator'];
const LETTERS: Readonly<Record<string, Reach>> = { '-': 'none', o: 'open', w: 'own', p: 'partner' };

/** Whose coach, bookings, holds and accounts an operation is tried on. Only the first two are of the callers' partner and mode. */
const TARGETS = ['own', 'other', 'another partner', 'another mode'] as const;
type TargetName = (typeof TARGETS)[number];

interface Target {
  readonly coach: string;
  readonly service: string;
  readonly staff: string;
  readonly timeOff: string;
  readonly booking: string;
  readonly manageToken: string;
  readonly hold: { readonly id: string; readonly holdToken: string };
  readonly user: string;
  readonly lead: string;
  readonly workout: string;
  readonly meal: string;
  readonly weight: string;
  readonly key: string;
  /** What the links in the user's mails carry. */
  readonly mails: MailedTokens;
}

const DAY = '2026-04-15';
const RANGE = { from: DAY, to: DAY };
const at = (time: string) => `${DAY}T${time}:00Z`;
const FORM = { name: 'Ana Diaz', email: 'ana@example.com' };
const WORKOUT = { date: DAY, title: 'Lower body' };
const MEAL = { date: DAY, meal: 'lunch', description: 'Lentils' } as const;
const WEIGHT = { date: DAY, metric: 'weight', value: 64.5, unit: 'kg' };

type About = 'coach' | 'booking' | 'hold' | 'mail' | 'user' | 'client' | 'connection' | 'log' | 'key' | 'nobody';
type Asked<Op extends Operation> = readonly [
  about: About,
  input: (target: Target, kind: CallerKind) => Op extends UseCaseId ? InputOf<Op> : { coach: string },
];

/** What each operation is asked with; each is a dry run, so that nothing changes under the next one. */
const ASKED: { readonly [Op in Operation]: Asked<Op> } = {
  listCoaches: ['nobody', () => ({})],
  getCoach: ['coach', ({ coach }) => ({ coach })],
  listServices: ['coach', ({ coach }) => ({ coach })],
  listSlots: ['coach', ({ coach }) => ({ coach, ...RANGE })],
  getDaySchedule: ['coach', ({ coach }) => ({ coach, date: DAY })],
  watchSlots: ['coach', ({ coach }) => ({ coach })],
  createHold: ['coach', ({ coach, service }) => ({ coachId: coach, serviceId: service, start: at('14:00') })],
  extendHold: ['hold', ({ hold }) => hold],
  releaseHold: ['hold', ({ hold }) => hold],
  releaseHoldByBeacon: ['hold', ({ hold }) => hold],
  createBooking: [
    'coach',
    ({ coach, service }, kind) => ({
      coachId: coach,
      serviceId: service,
      start: at('14:00'),
      ...(kind === 'client' ? {} : { attendee: FORM }),
    }),
  ],
  getBooking: ['booking', ({ booking: id }) => ({ id })],
  updateBooking: ['booking', ({ booking: id }) => ({ id, notes: 'Changed.' })],
  deleteBooking: ['booking', ({ booking: id }) => ({ id })],
  cancelBooking: ['booking', ({ booking: id }) => ({ id })],
  rescheduleBooking: ['booking', ({ booking: id }) => ({ id, start: at('15:00') })],
  renewManageLink: ['booking', ({ booking: id }) => ({ id })],
  revokeManageLink: ['booking', ({ booking: id }) => ({ id })],
  confirmBooking: ['booking', ({ booking: id }) => ({ id })],
  startBooking: ['booking', ({ booking: id }) => ({ id })],
  completeBooking: ['booking', ({ booking: id }) => ({ id })],
  markNoShow: ['booking', ({ booking: id }) => ({ id })],
  undoBooking: ['booking', ({ booking: id }) => ({ id, version: 1 })],
  getSchedule: ['coach', ({ coach }) => ({ coach })],
  updateSchedule: ['coach', ({ coach }) => ({ coach, timeZone: 'UTC', workingHours: [] })],
  setDateOverride: ['coach', ({ coach }) => ({ coach, date: DAY, ranges: [] })],
  removeDateOverride: ['coach', ({ coach }) => ({ coach, date: '2026-05-01' })],
  listTimeOff: ['coach', ({ coach }) => ({ coach })],
  addTimeOff: ['coach', ({ coach }) => ({ coach, start: at('00:00'), end: at('12:00') })],
  removeTimeOff: ['coach', ({ coach, timeOff }) => ({ coach, id: timeOff })],
  getCalendar: ['coach', ({ coach }) => ({ coach, ...RANGE })],
  getCalendarMonth: ['coach', ({ coach }) => ({ coach })],
  getCalendarWeek: ['coach', ({ coach }) => ({ coach })],
  getCalendarDay: ['coach', ({ coach }) => ({ coach })],
  watchCalendar: ['coach', ({ coach }) => ({ coach })],
  getPreferences: ['coach', ({ coach }) => ({ coach })],
  updatePreferences: ['coach', ({ coach }) => ({ coach, weekStart: 1 })],
  listCoachBookings: ['coach', ({ coach }) => ({ coach })],
  listUpcoming: ['coach', ({ coach }) => ({ coach })],
  listBursts: ['coach', ({ coach }) => ({ coach })],
  cancelBurst: ['coach', ({ coach }) => ({ coach, id: 'f'.repeat(24) })],
  getToday: ['coach', ({ coach }) => ({ coach })],
  getStats: ['coach', ({ coach }) => ({ coach, ...RANGE })],
  listStaff: ['coach', ({ coach }) => ({ coach })],
  updateCoach: ['coach', ({ coach }) => ({ coach, bio: 'New.' })],
  createService: ['coach', ({ coach }) => ({ coach, title: 'Rowing', duration: 45 })],
  updateService: ['coach', ({ coach, service: id }) => ({ coach, id, title: 'Rowing' })],
  deleteService: ['coach', ({ coach, service: id }) => ({ coach, id })],
  createStaff: ['coach', ({ coach }) => ({ coach, name: 'Jane Smith' })],
  updateStaff: ['coach', ({ coach, staff: id }) => ({ coach, id, active: false })],
  deleteStaff: ['coach', ({ coach, staff: id }) => ({ coach, id })],
  listMyBookings: ['nobody', () => ({})],
  getMyProfile: ['nobody', () => ({})],
  updateMyProfile: ['nobody', () => ({ goals: ['First pull-up'] })],
  listMyConnections: ['nobody', () => ({})],
  acceptConnection: ['connection', ({ coach: id }) => ({ id })],
  declineConnection: ['connection', ({ coach: id }) => ({ id })],
  withdrawConnection: ['connection', ({ coach: id }) => ({ id })],
  listMyWorkoutLogs: ['nobody', () => ({})],
  addWorkoutLog: ['nobody', () => WORKOUT],
  updateWorkoutLog: ['log', ({ workout: id }) => ({ id, notes: 'Changed.' })],
  deleteWorkoutLog: ['log', ({ workout: id }) => ({ id })],
  listMyDietLogs: ['nobody', () => ({})],
  addDietLog: ['nobody', () => MEAL],
  updateDietLog: ['log', ({ meal: id }) => ({ id, notes: 'Changed.' })],
  deleteDietLog: ['log', ({ meal: id }) => ({ id })],
  listMyProgress: ['nobody', () => ({})],
  addProgress: ['nobody', () => WEIGHT],
  updateProgress: ['log', ({ weight: id }) => ({ id, notes: 'Changed.' })],
  deleteProgress: ['log', ({ weight: id }) => ({ id })],
  listClients: ['coach', ({ coach }) => ({ coach })],
  getClient: ['client', ({ coach, user: client }) => ({ coach, client })],
  listClientWorkoutLogs: ['client', ({ coach, user: client }) => ({ coach, client })],
  listClientDietLogs: ['client', ({ coach, user: client }) => ({ coach, client })],
  listClientProgress: ['client', ({ coach, user: client }) => ({ coach, client })],
  listLeads: ['coach', ({ coach }) => ({ coach })],
  updateLead: ['coach', ({ coach, lead: id }) => ({ coach, id, notes: 'Called.' })],
  createCoach: ['nobody', () => ({ name: 'Coach N', timeZone: 'UTC' })],
  createUser: ['nobody', () => ({ role: 'client', name: 'New', email: 'new@example.com' })],
  updateUser: ['user', ({ user: id }) => ({ id, name: 'Renamed' })],
  sendPasswordLink: ['user', ({ user: id }) => ({ id })],
  resetSecondFactor: ['user', ({ user: id }) => ({ id })],
  register: ['nobody', () => ({ name: 'New', email: 'new@example.com', password: PASSWORD })],
  login: ['nobody', () => ({ email: 'nobody@example.com', password: PASSWORD })],
  completeLogin: ['mail', ({ mails }) => ({ token: mails.code, code: '123456' })],
  refresh: ['nobody', () => ({ refreshToken: 'none' })],
  logout: ['nobody', () => ({ refreshToken: 'none' })],
  getMe: ['nobody', () => ({})],
  updateMe: ['nobody', () => ({ name: 'Renamed' })],
  changeEmail: ['nobody', () => ({ email: 'another@example.com', password: PASSWORD })],
  listSessions: ['nobody', () => ({})],
  endSession: ['nobody', () => ({ id: 'e'.repeat(24) })],
  endSessions: ['nobody', () => ({})],
  enrolSecondFactor: ['nobody', () => ({ password: PASSWORD })],
  confirmSecondFactor: ['nobody', () => ({ code: '123456' })],
  renewRecoveryCodes: ['nobody', () => ({ password: PASSWORD, code: '123456' })],
  disableSecondFactor: ['nobody', () => ({ password: PASSWORD, code: '123456' })],
  sendVerification: ['nobody', () => ({})],
  verifyEmail: ['mail', ({ mails }) => ({ token: mails.verify, password: PASSWORD })],
  refuseRegistration: ['mail', ({ mails }) => ({ token: mails.refuse })],
  confirmEmail: ['mail', ({ mails }) => ({ token: mails.email, password: PASSWORD })],
  requestPasswordReset: ['nobody', () => ({ email: 'nobody@example.com' })],
  resetPassword: ['mail', ({ mails }) => ({ token: mails.password, password: PASSWORD })],
  listUsers: ['nobody', () => ({})],
  getUser: ['user', ({ user: id }) => ({ id })],
  listBookings: ['nobody', () => ({})],
  listAudit: ['nobody', () => ({})],
  getPartner: ['nobody', () => ({})],
  updatePartner: ['nobody', () => ({ name: 'Renamed' })],
  createKey: ['nobody', () => ({ kind: 'secret', mode: 'test' })],
  rollKey: ['key', ({ key: id }) => ({ id })],
  revokeKey: ['key', ({ key: id }) => ({ id })],
  listPartners: ['nobody', () => ({})],
  createPartner: ['nobody', () => ({ name: 'New', slug: 'new', allowedOrigins: [], admin: { email: 'new@example.com' } })],
  getOperatedPartner: ['nobody', () => ({ id: PARTNER })],
  updateOperatedPartner: ['nobody', () => ({ id: PARTNER, name: 'Renamed' })],
  createAdminLink: ['nobody', () => ({ id: PARTNER, email: 'new@example.com' })],
  exportPerson: ['nobody', () => ({ email: 'nobody@example.com' })],
  erasePerson: ['nobody', () => ({ email: 'nobody@example.com' })],
};

const NOT_FOUND: Readonly<Record<About, string>> = {
  coach: 'COACH_NOT_FOUND',
  booking: 'BOOKING_NOT_FOUND',
  hold: 'TOKEN_INVALID',
  mail: 'TOKEN_INVALID',
  user: 'USER_NOT_FOUND',
  client: 'CLIENT_NOT_FOUND',
  connection: 'CONNECTION_NOT_FOUND',
  log: 'LOG_NOT_FOUND',
  key: 'KEY_NOT_FOUND',
  nobody: '',
};

const expectedOutcome = (reach: Reach, about: About, target: TargetName): string => {
  if (reach === 'none') return 'FORBIDDEN';
  // Whose client it is follows the coach in the path.
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
    targets.map((target) => ({ operation, kind, target, outcome: expectedOutcome(LETTERS[letters[n] ?? '-']!, about, target) })),
  );
});

const within = (context: Context, partnerId: string, mode: Mode): Context => ({
  ...context,
  caller: { ...context.caller, partnerId, mode },
});

/** A coach with one of everything, in one partner and mode. The booking is a client's. */
const aTarget = async (world: World, name: string, partnerId: string, mode: Mode): Promise<Target> => {
  const secret = within(world.partner(), partnerId, mode);
  const { useCases } = world;
  const { data: coach } = await useCases.createCoach(secret, {
    name,
    timeZone: 'UTC',
    schedule: { workingHours: everyDay('09:00', '17:00') },
    services: [{ title: 'Strength session', duration: 60 }],
  });
  const of = { coachId: coach.id, serviceId: coach.services[0]!.id };
  const timeOff = await useCases.addTimeOff(secret, { coach: coach.id, start: '2026-05-02T00:00:00Z', end: '2026-05-03T00:00:00Z' });
  await useCases.setDateOverride(secret, { coach: coach.id, date: '2026-05-01', ranges: [] });
  const staff = await useCases.createStaff(secret, { coach: coach.id, name: 'Jane Smith' });
  const user = anAccount(world, partnerId, mode, 'client');
  const client = within(world.person({ userId: user.id, role: 'client' }), partnerId, mode);
  const booking = await useCases.createBooking(client, { ...of, start: at('09:00') });
  const hold = await useCases.createHold(secret, { ...of, start: at('11:00') });
  const logs = await Promise.all([
    useCases.addWorkoutLog(client, WORKOUT),
    useCases.addDietLog(client, MEAL),
    useCases.addProgress(client, WEIGHT),
  ]);
  const [workout, meal, weight] = logs.map(({ data }) => data.id);
  const key = await useCases.createKey(secret, { kind: 'secret', mode });
  const guest = await useCases.createBooking(secret, { ...of, start: at('13:00'), attendee: FORM });
  const { id, manageToken } = booking.data;
  return {
    coach: coach.id,
    service: of.serviceId,
    staff: staff.data.id,
    timeOff: timeOff.data.id,
    booking: id,
    manageToken,
    hold: { id: hold.data.id, holdToken: hold.data.holdToken },
    user: user.id,
    mails: await mailedTo(world, client, secret, user),
    lead: guest.data.attendee.id!,
    workout: workout!,
    meal: meal!,
    weight: weight!,
    key: key.data.id,
  };
};

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

  /** Whoever is let in may still be told that it cannot be done now. */
  const outcomeOf = async (asked: Promise<unknown>): Promise<string> =>
    asked.then(
      () => 'let in',
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        const isDenied = error.code === 'FORBIDDEN' || Object.values(NOT_FOUND).includes(error.code);
        return isDenied ? error.code : 'let in';
      },
    );

  it('has a row for every operation, here too', () => {
    const known = [...Object.keys(world.useCases), 'watchSlots', 'watchCalendar'].sort();
    expect(Object.keys(RIGHTS).sort()).toEqual(known);
    expect(rows.map(({ operation }) => operation).sort()).toEqual(known);
    expect(Object.keys(ASKED).sort()).toEqual(known);
  });

  it.each(cases)('$operation, $kind, $target: $outcome', async ({ operation, kind, target, outcome }) => {
    expect(await outcomeOf(ask(operation, kind, targets[target]))).toBe(outcome);
  });

  it('lets nobody do what it does not know', () => {
    expect(() => admitted('inventedOperation' as Operation, callers.secret)).toThrow('FORBIDDEN');
  });

  it.each<[CallerKind, string]>([
    ['coach', 'let in'],
    ['staff', 'let in'],
    ['client', 'COACH_NOT_FOUND'],
    ['admin', 'COACH_NOT_FOUND'],
    ['secret', 'COACH_NOT_FOUND'],
    ['publishable', 'COACH_NOT_FOUND'],
  ])('me, to the %s: %s', async (kind, outcome) => {
    expect(await outcomeOf(world.useCases.getCoach(callers[kind], { coach: 'me' }))).toBe(outcome);
  });

  it('takes a coach for a visitor at another coach’s', async () => {
    const { own, other } = targets;
    for (const coach of [own.coach, other.coach]) await world.useCases.updateCoach(world.partner(), { coach, active: false });
    const seen = (kind: CallerKind, coach: string) => outcomeOf(world.useCases.getCoach(callers[kind], { coach }));
    expect([await seen('coach', own.coach), await seen('staff', own.coach), await seen('admin', other.coach)]).toEqual(
      Array(3).fill('let in'),
    );
    expect([await seen('coach', other.coach), await seen('client', own.coach)]).toEqual(Array(2).fill('COACH_NOT_FOUND'));
    for (const coach of [own.coach, other.coach]) await world.useCases.updateCoach(world.partner(), { coach, active: true });
  });

  describe('S31 another coach who is inactive', () => {
    const asked = KINDS.filter((kind) => kind === 'coach' || kind === 'staff').flatMap((kind) =>
      Object.keys(ASKED).flatMap((operation) =>
        ['coach', 'client'].includes(ASKED[operation as Operation][0]) ? [[operation, kind] as const] : [],
      ),
    );
    const NOBODY = 'e'.repeat(24);
    const tell = async (operation: string, kind: CallerKind, coach: string) => {
      const target = { ...targets.other, coach };
      const refusal: unknown = await ask(operation as Operation, kind, target).then(
        () => 'let in',
        (error: unknown) => error,
      );
      if (!(refusal instanceof Refusal)) return refusal;
      return [refusal.code, refusal.message.replaceAll(coach, 'the coach'), refusal.details];
    };

    it.each(asked)('%s, %s: is answered as one who does not exist', async (operation, kind) => {
      const { coach } = targets.other;
      await world.useCases.updateCoach(world.partner(), { coach, active: false });
      const answers = [await tell(operation, kind, coach), await tell(operation, kind, NOBODY)];
      await world.useCases.updateCoach(world.partner(), { coach, active: true });
      expect(answers[0]).toEqual(answers[1]);
    });
  });

  it('leaves nothing claimed when a coach books at another’s', async () => {
    const claims = () => JSON.stringify([...world.state.ledgers]);
    const before = claims();
    const { coach, service } = targets.other;
    const input = { coachId: coach, serviceId: service, start: at('16:00'), attendee: FORM };
    expect(await outcomeOf(world.useCases.createBooking({ ...callers.coach, dryRun: false }, input))).toBe('FORBIDDEN');
    expect(claims()).toBe(before);
  });
});
