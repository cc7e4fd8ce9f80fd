import { beforeEach, describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import type { Context } from '../kernel/context.ts';
import type { MailMessage } from '../ports/mail.ts';
import { signedUp } from '../../../test/application/signed-up.ts';
import { ANA, createWorld, givenCoach, NOW, refusalOf, type World } from '../../../test/application/world.ts';

const PASSWORD = 'correct horse battery';
const OTHER = 'seven green kettles';
const INPUT = { name: 'Ana Diaz', email: 'Ana@Example.com', password: PASSWORD };

describe('a link in a mail', () => {
  let world: World;
  beforeEach(() => (world = createWorld()));

  const register = async (more: object = {}) => (await signedUp(world, { ...INPUT, ...more })).user;
  const mails = async (): Promise<readonly MailMessage[]> => {
    await world.drain();
    return world.sent;
  };
  const tokenOf = ({ text }: MailMessage): string =>
    /https:\/\/book\.example\/(?:verify|password)\/(\S+)/.exec(text)![1]!;
  const lastToken = async () => tokenOf((await mails()).at(-1)!);
  const me = (userId: string, overrides?: Partial<Context>) => world.person({ userId, role: 'client' }, overrides);
  const later = (milliseconds: number) => world.visitor({ now: plus(NOW, milliseconds) });

  describe('to prove an address', () => {
    it('sends a link with a new account, in its language, and not again when the account exists', async () => {
      await register({ language: 'de-CH' });
      await register();
      expect(await mails()).toHaveLength(1);
      expect(world.sent[0]).toMatchObject({ kind: 'email_verification', to: 'Ana@Example.com' });
      expect(world.sent[0]!.text).toMatch(/https:\/\/book\.example\/verify\/\S+/);
      expect(world.sent[0]!.text).toContain('7 Tage');
    });

    it('sends a link also to an account made by the partner', async () => {
      await world.useCases.createUser(world.partner(), { name: INPUT.name, email: INPUT.email, role: 'admin' });
      expect(await mails()).toHaveLength(1);
    });

    it('does not fail the registration when no server accepts the mail', async () => {
      world.deps.mail.send = () => Promise.reject(new Error('no connection'));
      expect((await register()).emailVerified).toBe(false);
      await world.settleDown();
    });

    it('works as often as it is used', async () => {
      await register();
      const token = await lastToken();
      for (let n = 0; n < 2; n++)
        expect((await world.useCases.verifyEmail(later(6 * DAY), { token, password: PASSWORD })).data).toMatchObject({
          email: 'Ana@Example.com',
          emailVerified: true,
        });
    });

    it('writes nothing in a dry run', async () => {
      const { id } = await register();
      const token = await lastToken();
      expect(
        (await world.useCases.verifyEmail(world.visitor({ dryRun: true }), { token, password: PASSWORD })).data
          .emailVerified,
      ).toBe(true);
      expect(world.state.users.get(id)!.emailVerified).toBe(false);
    });

    it.each<[string, (world: World) => Context]>([
      ['after seven days', (world) => world.visitor({ now: plus(NOW, 7 * DAY) })],
      ['of another mode', (world) => ({ ...world.visitor(), caller: { ...world.visitor().caller, mode: 'live' } })],
      [
        'of another partner',
        (world) => ({ ...world.visitor(), caller: { ...world.visitor().caller, partnerId: 'b'.repeat(24) } }),
      ],
    ])('rejects a link %s', async (_, contextIn) => {
      await register();
      const token = await lastToken();
      expect((await refusalOf(world.useCases.verifyEmail(contextIn(world), { token, password: PASSWORD }))).code).toBe(
        'TOKEN_INVALID',
      );
    });

    it('expires with the address and with the account, and sets no password', async () => {
      const { id } = await register();
      const token = await lastToken();
      const stored = world.state.users.get(id)!;
      const refused = async () =>
        (await refusalOf(world.useCases.verifyEmail(world.visitor(), { token, password: PASSWORD }))).code;
      world.state.users.set(id, { ...stored, emailKey: 'new@example.com' });
      expect(await refused()).toBe('TOKEN_INVALID');
      world.state.users.set(id, { ...stored, active: false });
      expect(await refused()).toBe('TOKEN_INVALID');
      world.state.users.set(id, stored);
      expect((await refusalOf(world.useCases.resetPassword(world.visitor(), { token, password: OTHER }))).code).toBe(
        'TOKEN_INVALID',
      );
      world.state.users.delete(id);
      expect(await refused()).toBe('TOKEN_INVALID');
    });

    it('sends a link again on request, five times an hour at most, until it was used', async () => {
      const { id } = await register();
      const again = () => world.useCases.sendVerification(me(id), {});
      for (let n = 0; n < 4; n++) expect((await again()).data).toEqual({ sent: true });
      expect(await refusalOf(again())).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 60 });
      expect(await mails()).toHaveLength(5);
      await world.useCases.verifyEmail(world.visitor(), { token: await lastToken(), password: PASSWORD });
      expect((await refusalOf(again())).code).toBe('NOT_ALLOWED_NOW');
    });
  });

  describe('to choose another password', () => {
    const request = (email = INPUT.email, context = world.visitor()) =>
      world.useCases.requestPasswordReset(context, { email });
    const reset = (token: string, password = OTHER, context = world.visitor()) =>
      world.useCases.resetPassword(context, { token, password });
    const login = (password: string) => world.useCases.login(world.visitor(), { email: INPUT.email, password });

    it('signs in, ends all other sessions, and proves the address', async () => {
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

    it('lets only one of two concurrent requests set a password', async () => {
      await register();
      await request();
      const token = await lastToken();
      const outcomes = await Promise.allSettled([reset(token, OTHER), reset(token, 'nine green kettles')]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('expires after an hour, and refuses an unsafe password without being used up', async () => {
      await register();
      await request();
      const token = await lastToken();
      expect((await refusalOf(reset(token, OTHER, later(HOUR)))).code).toBe('TOKEN_INVALID');
      expect((await refusalOf(reset(token, 'Ana Diaz'))).code).toBe('PASSWORD_UNSAFE');
      await reset(token, OTHER, later(59 * MINUTE));
    });

    it('changes and sends nothing in a dry run, which returns what would happen', async () => {
      await register();
      await request(INPUT.email, world.visitor({ dryRun: true }));
      expect(await mails()).toHaveLength(1);
      await request();
      const token = await lastToken();
      expect((await reset(token, OTHER, world.visitor({ dryRun: true }))).data.accessToken).toBe('');
      await login(PASSWORD);
    });

    it('answers a request for a reset the same whether there is an account or not, or a closed one', async () => {
      const { id } = await register();
      const answers = [await request(), await request('nobody@example.com')];
      expect(await mails()).toHaveLength(2);
      await world.useCases.updateUser(world.partner(), { id, active: false });
      answers.push(await request());
      expect(answers).toEqual(Array(3).fill({ data: { sent: true } }));
      expect((await mails()).map(({ kind }) => kind)).toEqual(['email_verification', 'password_reset']);
      for (let n = 0; n < 4; n++) await request('nobody@example.com');
      expect((await refusalOf(request('nobody@example.com'))).code).toBe('RATE_LIMITED');
    });
  });

  describe('to prove an address of a guest', () => {
    const book = async (
      coach: { coachId: string; serviceId: string | undefined },
      start: string,
      email = ANA.email,
    ) => {
      const input = { coachId: coach.coachId, serviceId: coach.serviceId!, start, attendee: { ...ANA, email } };
      return (await world.useCases.createBooking(world.visitor(), input)).data;
    };
    const bookingOf = (id: string) => {
      const stored = world.state.bookings.get(id)!;
      return stored.kind === 'booking' ? stored : expect.fail();
    };
    const prove = async (token?: string) =>
      world.useCases.verifyEmail(world.visitor(), { token: token ?? (await lastToken()), password: PASSWORD });
    const mine = async (id: string) =>
      (await world.useCases.listMyBookings(me(id), {})).data.map((booking) => booking.id);
    const states = async (id: string) =>
      (await world.useCases.listMyConnections(me(id), {})).data.map(({ coachId, state }) => [coachId, state]);

    it('S1 moves the guest’s bookings to the account, and shows no coach anything', async () => {
      const coach = await givenCoach(world);
      const [first, otherUser] = [
        await book(coach, '2026-04-14T09:00:00Z', 'ANA@example.com'),
        await book(coach, '2026-04-14T13:00:00Z', 'bo@example.com'),
      ];
      const { id } = await register();
      expect(await mine(id)).toEqual([]);
      expect((await refusalOf(world.useCases.getBooking(me(id), { id: first.id }))).code).toBe('BOOKING_NOT_FOUND');
      await prove();
      expect(await mine(id)).toEqual([first.id]);
      expect((await world.useCases.getBooking(me(id), { id: first.id })).data.attendee).toMatchObject({
        kind: 'client',
        id,
        name: 'Ana Diaz',
      });
      expect((await refusalOf(world.useCases.getBooking(me(id), { id: otherUser.id }))).code).toBe('BOOKING_NOT_FOUND');
      // For the coach it is a guest's still: the coach must not see that the address has an account.
      expect(bookingOf(first.id)).toMatchObject({ attendee: { kind: 'lead' }, version: first.version });
      expect((await world.useCases.getBooking(world.partner(), { id: first.id })).data.attendee.kind).toBe('lead');
      expect(
        (await refusalOf(world.useCases.getClient(world.partner(), { coach: coach.coachId, client: id }))).code,
      ).toBe('CLIENT_NOT_FOUND');
      expect((await world.useCases.listClients(world.partner(), { coach: coach.coachId })).data).toEqual([]);
      expect(await states(id)).toEqual([[coach.coachId, 'asked']]);
      expect(world.state.connections.size).toBe(0);
    });

    it('S1 moves later bookings with it to the account, too, and asks', async () => {
      const { id } = await register();
      await book(await givenCoach(world), '2026-04-14T09:00:00Z');
      await prove();
      const other = await givenCoach(world, { name: 'Coach B' });
      const late = await book(other, '2026-04-15T09:00:00Z');
      expect(await mine(id)).toContain(late.id);
      expect(await states(id)).toContainEqual([other.coachId, 'asked']);
      expect(
        (await refusalOf(world.useCases.getClient(world.partner(), { coach: other.coachId, client: id }))).code,
      ).toBe('CLIENT_NOT_FOUND');
    });

    it('S1 lets the client cancel and reschedule them', async () => {
      const coach = await givenCoach(world);
      const [first, second] = [await book(coach, '2026-04-14T09:00:00Z'), await book(coach, '2026-04-14T11:00:00Z')];
      const { id } = await register();
      await prove();
      expect((await world.useCases.cancelBooking(me(id), { id: first.id })).data).toMatchObject({
        status: 'cancelled',
        cancelledBy: 'attendee',
      });
      const moved = await world.useCases.rescheduleBooking(me(id), { id: second.id, start: '2026-04-14T13:00:00Z' });
      expect(moved.data).toMatchObject({ start: '2026-04-14T13:00:00Z', attendee: { kind: 'client', id } });
    });

    it('links the client from the first proof on, also when the process dies before the account shows it', async () => {
      const coach = await givenCoach(world);
      const first = await book(coach, '2026-04-14T09:00:00Z');
      const { id } = await register();
      const token = await lastToken();
      const { replace } = world.deps.users;
      world.deps.users.replace = () => Promise.reject(new Error('killed'));
      await expect(prove(token)).rejects.toThrow('killed');
      world.deps.users.replace = replace;
      await prove(token);
      expect(world.state.users.get(id)!.emailVerified).toBe(true);
      expect(await mine(id)).toEqual([first.id]);
    });
  });
});
