import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../domain/time/units.ts';
import type { Context } from '../context.ts';
import type { MailMessage } from '../ports/mail.ts';
import { ANA, createWorld, givenCoach, NOW, PARTNER, refusalOf, type World } from '../testing/world.ts';

const PASSWORD = 'correct horse battery';
const OTHER = 'seven green kettles';
const INPUT = { name: 'Ana Diaz', email: 'Ana@Example.com', password: PASSWORD };

describe('a link in a mail', () => {
  let world: World;
  beforeEach(() => (world = createWorld()));

  const register = async (more: object = {}) => (await world.useCases.register(world.visitor(), { ...INPUT, ...more })).data.user;
  const mails = async (): Promise<readonly MailMessage[]> => {
    await world.drain();
    return world.sent;
  };
  const tokenOf = ({ text }: MailMessage): string => /https:\/\/book\.example\/(?:verify|password)\/(\S+)/.exec(text)![1]!;
  const lastToken = async () => tokenOf((await mails()).at(-1)!);
  const me = (userId: string, overrides?: Partial<Context>) => world.person({ userId, role: 'client' }, overrides);
  const later = (milliseconds: number) => world.visitor({ now: NOW + milliseconds });

  describe('that proves an address', () => {
    it('is sent with a new account, in its language, and not again when the account is there', async () => {
      await register({ language: 'de-CH' });
      await register();
      expect(await mails()).toHaveLength(1);
      expect(world.sent[0]).toMatchObject({ kind: 'email_verification', to: 'Ana@Example.com' });
      expect(world.sent[0]!.text).toMatch(/https:\/\/book\.example\/verify\/\S+/);
      expect(world.sent[0]!.text).toContain('7 Tage');
    });

    it('is sent to whom the partner gives an account too', async () => {
      await world.useCases.createUser(world.partner(), { ...INPUT, role: 'admin' });
      expect(await mails()).toHaveLength(1);
    });

    it('does not fail the registration when nobody takes the mail', async () => {
      world.deps.mail.send = () => Promise.reject(new Error('no connection'));
      expect((await register()).emailVerified).toBe(false);
      await world.settleDown();
    });

    it('proves it, as often as it is used', async () => {
      await register();
      const token = await lastToken();
      for (let n = 0; n < 2; n++)
        expect((await world.useCases.verifyEmail(later(6 * DAY), { token })).data).toMatchObject({
          email: 'Ana@Example.com',
          emailVerified: true,
        });
    });

    it('writes nothing in a dry run', async () => {
      const { id } = await register();
      const token = await lastToken();
      expect((await world.useCases.verifyEmail(world.visitor({ dryRun: true }), { token })).data.emailVerified).toBe(true);
      expect(world.state.users.get(id)!.emailVerified).toBe(false);
    });

    it.each<[string, (world: World) => Context]>([
      ['after seven days', (world) => world.visitor({ now: NOW + 7 * DAY })],
      ['of another mode', (world) => ({ ...world.visitor(), caller: { ...world.visitor().caller, mode: 'live' } })],
      ['of another partner', (world) => ({ ...world.visitor(), caller: { ...world.visitor().caller, partnerId: 'b'.repeat(24) } })],
    ])('is worth nothing %s', async (_, contextIn) => {
      await register();
      const token = await lastToken();
      expect((await refusalOf(world.useCases.verifyEmail(contextIn(world), { token }))).code).toBe('TOKEN_INVALID');
    });

    it('dies with the address, with the account, and is none for a password', async () => {
      const { id } = await register();
      const token = await lastToken();
      const stored = world.state.users.get(id)!;
      const refused = async () => (await refusalOf(world.useCases.verifyEmail(world.visitor(), { token }))).code;
      world.state.users.set(id, { ...stored, emailKey: 'new@example.com' });
      expect(await refused()).toBe('TOKEN_INVALID');
      world.state.users.set(id, { ...stored, active: false });
      expect(await refused()).toBe('TOKEN_INVALID');
      world.state.users.set(id, stored);
      expect((await refusalOf(world.useCases.resetPassword(world.visitor(), { token, password: OTHER }))).code).toBe('TOKEN_INVALID');
      world.state.users.delete(id);
      expect(await refused()).toBe('TOKEN_INVALID');
    });

    it('is sent again when asked for, five times an hour at most, until it was used', async () => {
      const { id } = await register();
      const again = () => world.useCases.sendVerification(me(id), {});
      for (let n = 0; n < 5; n++) expect((await again()).data).toEqual({ sent: true });
      expect(await refusalOf(again())).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 60 });
      expect(await mails()).toHaveLength(6);
      await world.useCases.verifyEmail(world.visitor(), { token: await lastToken() });
      expect((await refusalOf(again())).code).toBe('NOT_ALLOWED_NOW');
    });
  });

  describe('for another password', () => {
    const request = (email = INPUT.email, context = world.visitor()) => world.useCases.requestPasswordReset(context, { email });
    const reset = (token: string, password = OTHER, context = world.visitor()) =>
      world.useCases.resetPassword(context, { token, password });
    const login = (password: string) => world.useCases.login(world.visitor(), { email: INPUT.email, password });

    it('lets one in, ends all other sessions, and proves the address', async () => {
      const { id } = await register();
      await request(' ana@EXAMPLE.com');
      const { user, refreshToken } = (await reset(await lastToken())).data;
      expect(user).toMatchObject({ id, emailVerified: true });
      const open = [...world.state.sessions.values()].filter(({ revokedAt }) => revokedAt === undefined);
      expect(open).toHaveLength(1);
      expect(world.deps.tokens.readRefresh(refreshToken)!.sessionId).toBe(open[0]!.id);
      expect((await refusalOf(login(PASSWORD))).code).toBe('CREDENTIALS_WRONG');
      await login(OTHER);
    });

    it('works once, and not after the password was changed otherwise', async () => {
      const { id } = await register();
      await request();
      const token = await lastToken();
      await reset(token);
      expect((await refusalOf(reset(token, 'nine green kettles'))).code).toBe('TOKEN_INVALID');
      await request();
      const second = await lastToken();
      await world.useCases.updateMe(me(id), { currentPassword: OTHER, newPassword: PASSWORD });
      expect((await refusalOf(reset(second))).code).toBe('TOKEN_INVALID');
    });

    it('lets only one of two set a password with it at the same moment', async () => {
      await register();
      await request();
      const token = await lastToken();
      const outcomes = await Promise.allSettled([reset(token, OTHER), reset(token, 'nine green kettles')]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('ends after an hour, and refuses a password that is not safe without being used up', async () => {
      await register();
      await request();
      const token = await lastToken();
      expect((await refusalOf(reset(token, OTHER, later(HOUR)))).code).toBe('TOKEN_INVALID');
      expect((await refusalOf(reset(token, 'Ana Diaz'))).code).toBe('PASSWORD_UNSAFE');
      await reset(token, OTHER, later(59 * MINUTE));
    });

    it('answers in a dry run what would happen, and sends and changes nothing', async () => {
      await register();
      await request(INPUT.email, world.visitor({ dryRun: true }));
      expect(await mails()).toHaveLength(1);
      await request();
      const token = await lastToken();
      expect((await reset(token, OTHER, world.visitor({ dryRun: true }))).data.accessToken).toBe('');
      await login(PASSWORD);
    });

    it('is asked for in the same words whether there is an account or not, or a closed one', async () => {
      const { id } = await register();
      const answers = [await request(), await request('nobody@example.com')];
      await world.useCases.updateUser(world.partner(), { id, active: false });
      answers.push(await request());
      expect(answers).toEqual(Array(3).fill({ data: { sent: true } }));
      expect((await mails()).map(({ kind }) => kind)).toEqual(['email_verification', 'password_reset']);
      for (let n = 0; n < 4; n++) await request('nobody@example.com');
      expect((await refusalOf(request('nobody@example.com'))).code).toBe('RATE_LIMITED');
    });
  });

  describe('that proves an address of a guest', () => {
    const book = async (coach: { coachId: string; serviceId: string | undefined }, start: string, email = ANA.email) => {
      const input = { coachId: coach.coachId, serviceId: coach.serviceId!, start, attendee: { ...ANA, email } };
      return (await world.useCases.createBooking(world.visitor(), input)).data;
    };
    const bookingOf = (id: string) => {
      const stored = world.state.bookings.get(id)!;
      return stored.kind === 'booking' ? stored : expect.fail();
    };
    const connected = async (clientId: string) =>
      (await world.deps.connections.ofClient({ partnerId: PARTNER, mode: 'test' }, clientId)).map(({ coachId }) => coachId);

    it('makes the guest’s bookings the client’s, and connects the coaches who agreed', async () => {
      const agreed = await givenCoach(world);
      const asked = await givenCoach(world, {
        name: 'Coach B',
        schedule: { autoConfirm: false, workingHours: [{ dayOfWeek: 2, start: '09:00', end: '17:00' }] },
      });
      const [first, pending, stranger] = [
        await book(agreed, '2026-04-14T09:00:00Z', 'ANA@example.com '.trim()),
        await book(asked, '2026-04-14T10:00:00Z'),
        await book(agreed, '2026-04-14T13:00:00Z', 'bo@example.com'),
      ];
      const { id } = await register();
      expect(bookingOf(first.id).attendee.kind).toBe('lead');
      await world.useCases.verifyEmail(world.visitor(), { token: await lastToken() });
      for (const { id: bookingId, version } of [first, pending])
        expect(bookingOf(bookingId)).toMatchObject({ attendee: { kind: 'client', id }, version: version + 1 });
      expect(bookingOf(stranger.id).attendee.kind).toBe('lead');
      expect(await connected(id)).toEqual([agreed.coachId]);
      const lead = [...world.state.leads.values()].find(({ emailKey }) => emailKey === 'ana@example.com')!;
      expect(lead).toMatchObject({ clientId: id, linkedAt: NOW });
      expect(lead.isLinking).toBeUndefined();
      expect((await world.useCases.getBooking(me(id), { id: first.id })).data.attendee).toMatchObject({
        kind: 'client',
        id,
        name: 'Ana Diaz',
      });
    });

    it('leaves what somebody books with it later a guest’s, which connects nobody', async () => {
      const coach = await givenCoach(world);
      await book(coach, '2026-04-14T09:00:00Z');
      const { id } = await register();
      const token = await lastToken();
      await world.useCases.verifyEmail(world.visitor(), { token });
      world.passTime(MINUTE);
      const other = await givenCoach(world, { name: 'Coach B' });
      const late = await book(other, '2026-04-15T09:00:00Z');
      await world.useCases.verifyEmail(world.visitor(), { token });
      await world.useCases.login(world.visitor(), INPUT);
      await world.settleDown();
      expect(bookingOf(late.id).attendee.kind).toBe('lead');
      expect(await connected(id)).toEqual([coach.coachId]);
    });

    it('loses no change that is made at the same moment', async () => {
      const coach = await givenCoach(world);
      const { id: bookingId } = await book(coach, '2026-04-14T09:00:00Z');
      const { id } = await register();
      const token = await lastToken();
      await Promise.all([
        world.useCases.verifyEmail(world.visitor(), { token }),
        world.useCases.rescheduleBooking(world.partner(), { id: bookingId, start: '2026-04-14T11:00:00Z' }),
        world.useCases.updateBooking(world.partner(), { id: bookingId, notes: 'Left knee.' }),
      ]);
      expect(bookingOf(bookingId)).toMatchObject({
        attendee: { kind: 'client', id },
        notes: 'Left knee.',
        time: { start: Date.parse('2026-04-14T11:00:00Z') },
      });
    });

    it.each([1, 2, 3, 4, 5, 6, 7])('is finished by the next sign-in when the process dies at write %i', async (survived) => {
      const coaches = [await givenCoach(world), await givenCoach(world, { name: 'Coach B' })];
      const made = [await book(coaches[0]!, '2026-04-14T09:00:00Z'), await book(coaches[1]!, '2026-04-14T09:00:00Z')];
      const { id } = await register();
      const token = await lastToken();
      let writes = 0;
      const dying = <T extends object>(store: T, names: readonly (keyof T)[]): (() => void) => {
        const before = { ...store };
        for (const name of names) {
          const real = store[name] as (...all: never[]) => Promise<unknown>;
          store[name] = (async (...all: never[]) => {
            if (++writes >= survived) throw new Error('killed');
            return real(...all);
          }) as T[keyof T];
        }
        return () => void Object.assign(store, before);
      };
      const { leads, users, bookings, connections } = world.deps;
      const revive = [
        dying(leads, ['link', 'endLinking']),
        dying(users, ['replace']),
        dying(bookings, ['amend']),
        dying(connections, ['insert', 'replace']),
      ];
      const isProven = () => world.state.users.get(id)!.emailVerified;
      await expect(world.useCases.verifyEmail(world.visitor(), { token })).rejects.toThrow('killed');
      revive.forEach((back) => back());
      if (isProven()) await world.useCases.login(world.visitor(), INPUT);
      else await world.useCases.verifyEmail(world.visitor(), { token });
      await world.settleDown();
      expect(made.map(({ id: bookingId }) => bookingOf(bookingId).attendee)).toEqual(Array(2).fill({ kind: 'client', id }));
      expect((await connected(id)).sort()).toEqual(coaches.map(({ coachId }) => coachId).sort());
      expect(isProven()).toBe(true);
    });
  });
});
