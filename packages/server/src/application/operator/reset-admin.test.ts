import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../kernel/context.ts';
import type { SecondFactor } from '../ports/users.ts';
import { createWorld, refusalOf, type World } from '../../../test/application/world.ts';
import { operatorCaller } from './operator-context.ts';
import { resetAdmin } from './reset-admin.ts';

const HARBOUR = {
  name: 'Harbour',
  slug: 'harbour',
  allowedOrigins: ['https://fit.example'],
  admin: { name: 'Kim Park', email: 'kim@fit.example' },
};
const FACTOR: SecondFactor = { secret: 'JBSWY3DPEHPK3PXP', isEnabled: true, recoveryHashes: [] };

describe('S15 another link for an admin with a second factor', () => {
  let world: World;
  let context: Context;
  beforeEach(async () => {
    world = createWorld();
    context = { ...world.partner(), caller: operatorCaller('command', 'this machine') };
    await world.useCases.createPartner(context, HARBOUR);
  });

  const admin = () => [...world.state.users.values()].find(({ email }) => email === 'kim@fit.example')!;
  const enrol = (secondFactor: SecondFactor = FACTOR) =>
    world.state.users.set(admin().id, { ...admin(), secondFactor });
  const reset = (secondFactor: boolean, email = 'kim@fit.example', overrides: Partial<Context> = {}) =>
    resetAdmin(world.deps)({ ...context, ...overrides }, { id: 'harbour', email, secondFactor });
  const actions = () => world.state.audit.map(({ action }) => action);

  it('reports that there is none, also when one was never confirmed', async () => {
    expect(await reset(true)).toMatchObject({
      secondFactor: 'none',
      adminLink: expect.stringContaining('/password/') as string,
    });
    enrol({ ...FACTOR, isEnabled: false });
    expect(await reset(true)).toMatchObject({ secondFactor: 'none' });
    expect(actions()).not.toContain('account.second_factor_reset');
  });

  it('sends an invitation until a password was chosen, and a reset from then on, and notifies the admin', async () => {
    const purposeOf = (token: string) => world.deps.tokens.readMail(token, context.now)?.purpose;
    const visitor: Context = {
      ...world.visitor(),
      caller: { ...world.visitor().caller, partnerId: admin().partnerId, mode: 'live' },
    };
    const choose = async (password: string) => {
      const { adminLink } = await reset(false);
      const token = adminLink.slice(adminLink.lastIndexOf('/') + 1);
      const purpose = purposeOf(token);
      await world.useCases.resetPassword(visitor, { token, password });
      await world.drain();
      return [purpose, world.sent.filter(({ kind }) => kind === 'password_changed').length];
    };
    expect(await choose('a quiet stone wall by night')).toEqual(['invitation', 0]);
    expect(await choose('a quiet stone wall by day')).toEqual(['password_reset', 1]);
  });

  it('keeps the second factor by default', async () => {
    enrol();
    expect(await reset(false)).toMatchObject({ secondFactor: 'kept' });
    expect(admin().secondFactor).toEqual(FACTOR);
    expect(actions()).not.toContain('account.second_factor_reset');
  });

  it('removes it on request, in the audit log of the partner, and still works', async () => {
    enrol();
    const { adminLink, secondFactor } = await reset(true);
    expect([secondFactor, admin().secondFactor]).toEqual(['reset', undefined]);
    expect(world.state.audit.at(-1)).toMatchObject({
      action: 'account.second_factor_reset',
      partnerId: admin().partnerId,
      subject: { kind: 'user', id: admin().id },
      by: { kind: 'operator', id: 'command' },
    });
    const visitor: Context = {
      ...world.visitor(),
      caller: { ...world.visitor().caller, partnerId: admin().partnerId, mode: 'live' },
    };
    const token = adminLink.slice(adminLink.lastIndexOf('/') + 1);
    expect(
      (await world.useCases.resetPassword(visitor, { token, password: 'a quiet stone wall by night' })).data.user.role,
    ).toBe('admin');
  });

  it('removes nothing in a dry run, nor for an address that is no admin’s', async () => {
    enrol();
    await reset(true, 'kim@fit.example', { dryRun: true });
    expect((await refusalOf(reset(true, 'nobody@fit.example'))).code).toBe('USER_NOT_FOUND');
    expect(admin().secondFactor).toEqual(FACTOR);
  });
});
