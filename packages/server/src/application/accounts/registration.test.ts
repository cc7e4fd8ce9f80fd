import { beforeEach, describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import type { Context } from '../kernel/context.ts';
import { createUseCases } from '../create-use-cases.ts';
import { signedUp } from '../../../test/application/signed-up.ts';
import { ANA, createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';
import { mailboxKeyOf } from './mailbox-key.ts';

const ana = { name: 'Ana Diaz', email: 'ana@example.com', password: 'seven green kettles' };
const impostor = { ...ana, name: 'Mallory', password: 'nine blue kettles' };

describe('registering as a visitor', () => {
  let world: World;
  beforeEach(() => (world = createWorld()));

  const register = async (input = ana, context: Context = world.visitor()) =>
    (await world.useCases.register(context, input)).data;
  const login = (password: string) => world.useCases.login(world.visitor(), { email: ana.email, password });
  const codeOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).code;
  const mails = async () => {
    await world.drain();
    return world.sent.map(({ kind, to }) => `${kind} ${to}`);
  };
  const token = async (page: string) => {
    await world.drain();
    return new RegExp(`/${page}/(\\S+)`).exec(world.sent.findLast(({ text }) => text.includes(`/${page}/`))!.text)![1]!;
  };
  const verify = async (password?: string, context = world.visitor()) =>
    world.useCases.verifyEmail(context, { token: await token('verify'), ...(password !== undefined && { password }) });

  describe('S14 does not reveal who has an account', () => {
    it('returns the same in a dry run, and writes nothing', async () => {
      const dry = world.visitor({ dryRun: true });
      const before = await register(ana, dry);
      await signedUp(world, ana);
      const writes = world.state.audit.length;
      expect([before, await register(impostor, dry), await register(ana, dry)]).toEqual(Array(3).fill({ sent: true }));
      expect(await mails()).toEqual(['email_verification ana@example.com']);
      expect(world.state.audit).toHaveLength(writes);
    });

    it('answers the same after the same hash and the same number of writes', async () => {
      const hashed: string[] = [];
      const hash = (password: string) => {
        hashed.push(password);
        return world.deps.passwords.hash(password);
      };
      const useCases = createUseCases({ ...world.deps, passwords: { ...world.deps.passwords, hash } });
      await signedUp(world, ana);
      const answers = [];
      for (const email of [ana.email, 'nobody@example.com'])
        answers.push(await useCases.register(world.visitor(), { ...impostor, email }));
      expect(answers).toEqual([{ data: { sent: true } }, { data: { sent: true } }]);
      expect(hashed).toEqual([impostor.password, impostor.password]);
      expect(world.state.audit.slice(-2).map(({ action }) => action)).toEqual([
        'account.registered_again',
        'account.registered',
      ]);
      expect(await mails()).toEqual([
        'email_verification ana@example.com',
        'account_exists ana@example.com',
        'email_verification nobody@example.com',
      ]);
    });

    it('reveals no account by a sign-in with the attempted password, nor by its limit', async () => {
      await signedUp(world, ana);
      const other = 'nobody@example.com';
      await register(impostor);
      await register({ ...impostor, email: other });
      for (const email of [ana.email, other]) {
        const attempt = () => codeOf(world.useCases.login(world.visitor(), { email, password: impostor.password }));
        for (let n = 0; n < 10; n++) expect(await attempt()).toBe('CREDENTIALS_WRONG');
        expect(await attempt()).toBe('LOGIN_LIMIT');
      }
    });

    it('reveals no account by a refused password, or by the limit of mails', async () => {
      await signedUp(world, ana);
      for (const email of [ana.email, 'nobody@example.com']) {
        expect(await codeOf(register({ ...impostor, email, password: 'password12345' }))).toBe('PASSWORD_UNSAFE');
        const codes = [];
        for (let n = 0; n < 6; n++)
          codes.push(
            await register({ ...impostor, email }).then(
              () => 'sent',
              ({ code }: { code: string }) => code,
            ),
          );
        expect(codes.at(-1)).toBe('RATE_LIMITED');
      }
    });

    it('reveals an account only to a partner’s server, which may know', async () => {
      await signedUp(world, ana);
      expect(await codeOf(register(impostor, world.partner()))).toBe('EMAIL_TAKEN');
      expect(await codeOf(register(impostor, world.partner({ dryRun: true })))).toBe('EMAIL_TAKEN');
    });
  });

  describe('S8 proves an address with the account’s password', () => {
    it('requires the password, which a mere reader of the mail does not know', async () => {
      await register(impostor);
      expect(await codeOf(verify())).toBe('CREDENTIALS_WRONG');
      expect(await codeOf(verify(ana.password))).toBe('CREDENTIALS_WRONG');
      expect([...world.state.users.values()][0]).toMatchObject({ emailVerified: false, awaitsProof: true });
    });

    it('gives another person’s account neither a guest’s bookings nor a sign-in before', async () => {
      const coach = await givenCoach(world);
      const form = {
        coachId: coach.coachId,
        serviceId: coach.serviceId!,
        start: '2026-04-14T09:00:00Z',
        attendee: ANA,
      };
      await world.useCases.createBooking(world.visitor(), { ...form, notes: 'I am pregnant.' });
      await register(impostor);
      // The guest presses the button of the mail.
      expect(await codeOf(verify())).toBe('CREDENTIALS_WRONG');
      expect(await codeOf(login(impostor.password))).toBe('CREDENTIALS_WRONG');
      expect([...world.state.leads.values()].map(({ clientId }) => clientId)).toEqual([undefined]);
    });

    it('proves the address in the session that registered, and in no other', async () => {
      const { user } = await signedUp(world, ana);
      const other = await signedUp(world, { ...ana, email: 'bo@example.com' });
      world.deps.tokens.readMail(await token('verify'), instant(0));
      const link = world.sent.find(({ to }) => to === ana.email)!.text;
      const mailed = /\/verify\/(\S+)/.exec(link)![1]!;
      const by = (userId: string) =>
        world.useCases.verifyEmail(world.person({ userId, role: 'client' }), { token: mailed });
      expect(await codeOf(by(other.user.id))).toBe('CREDENTIALS_WRONG');
      expect((await by(user.id)).data.emailVerified).toBe(true);
    });

    it('opens sign-in after the proof', async () => {
      await register();
      expect(await codeOf(login(ana.password))).toBe('CREDENTIALS_WRONG');
      expect((await verify(ana.password)).data.emailVerified).toBe(true);
      expect((await login(ana.password)).data.user.email).toBe(ana.email);
    });

    it('sends the link once more to a person who signs in before', async () => {
      await register();
      await login(ana.password).catch(() => undefined);
      expect(await mails()).toEqual(Array(2).fill('email_verification ana@example.com'));
    });

    it('lets the owner of the address in with another password, which ends the other person’s', async () => {
      await register(impostor);
      await world.useCases.requestPasswordReset(world.visitor(), { email: ana.email });
      await world.useCases.resetPassword(world.visitor(), { token: await token('password'), password: ana.password });
      expect((await login(ana.password)).data.user.emailVerified).toBe(true);
      expect(await codeOf(login(impostor.password))).toBe('CREDENTIALS_WRONG');
    });
  });

  describe('S8 describes the registration in the mail', () => {
    it('names time, name and role, and the link of a refusal', async () => {
      await register({ ...impostor, name: 'Mallory' });
      await world.drain();
      const { text } = world.sent[0]!;
      for (const words of ['April 13, 2026', 'Mallory', 'client', 'This was not me', 'https://book.example/refuse/'])
        expect(text).toContain(words);
    });

    it('closes the account on a refusal, which frees the address', async () => {
      await signedUp(world, impostor);
      const refuse = { token: await token('refuse') };
      expect((await world.useCases.refuseRegistration(world.visitor({ dryRun: true }), refuse)).data).toEqual({
        refused: true,
      });
      expect((await login(impostor.password)).data.user.active).toBe(true);
      await world.useCases.refuseRegistration(world.visitor(), refuse);
      expect(await codeOf(login(impostor.password))).toBe('CREDENTIALS_WRONG');
      expect([...world.state.sessions.values()].every(({ revokedAt }) => revokedAt !== undefined)).toBe(true);
      expect(await codeOf(world.useCases.refuseRegistration(world.visitor(), refuse))).toBe('TOKEN_INVALID');
      expect((await signedUp(world, ana)).user.name).toBe('Ana Diaz');
      expect(world.state.audit.map(({ action }) => action)).toContain('account.registration_refused');
    });

    it('accepts no refusal of a proven address', async () => {
      await register();
      const refuse = { token: await token('refuse') };
      await verify(ana.password);
      expect(await codeOf(world.useCases.refuseRegistration(world.visitor(), refuse))).toBe('TOKEN_INVALID');
    });
  });

  it('S29 counts in the limit of mails to one mailbox', async () => {
    for (let n = 0; n < 5; n++) await register({ ...ana, email: `ana+${n}@example.com` });
    expect(await codeOf(register({ ...ana, email: 'ana+new@example.com' }))).toBe('RATE_LIMITED');
    expect(await mails()).toHaveLength(5);
    await register({ ...ana, email: 'other@example.com' });
  });

  it('sends no mail when it is repeated with its key', async () => {
    const context = world.visitor({ idempotencyKey: 'key-of-ana' });
    expect([await register(ana, context), await register(ana, context)]).toEqual([{ sent: true }, { sent: true }]);
    expect(await mails()).toHaveLength(1);
  });
});

describe('S29 a mailbox', () => {
  it.each([
    ['ana@example.com', 'ana@example.com'],
    ['ana+gym@example.com', 'ana@example.com'],
    ['ana+a+b@example.com', 'ana@example.com'],
    ['a.n.a+gym@gmail.com', 'ana@gmail.com'],
    ['a.n.a@example.com', 'a.n.a@example.com'],
    ['+ana@example.com', '+ana@example.com'],
  ])('counts %s as %s', (email, mailbox) => expect(mailboxKeyOf(email)).toBe(mailbox));
});
