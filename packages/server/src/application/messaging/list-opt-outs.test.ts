import { beforeEach, describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { createWorld, NOW, PARTNER, refusalOf, type World } from '../../../test/application/world.ts';

const SCOPE = { partnerId: PARTNER, mode: 'test' } as const;
const PHONE = { channel: 'sms', address: '+12125550100' } as const;
const EMAIL = { channel: 'email', address: 'ana@example.com' } as const;

let world: World;
beforeEach(async () => {
  world = createWorld();
  const { optOuts } = world.deps;
  await optOuts.add(SCOPE, EMAIL, 'reminder', NOW);
  await optOuts.add(SCOPE, PHONE, 'all', plus(NOW, 1000));
  await optOuts.add({ ...SCOPE, mode: 'live' }, PHONE, 'all', NOW);
});
const list = async (input = {}) => (await world.useCases.listOptOuts(world.partner(), input)).data;

describe('the list of opt-outs', () => {
  it('says how, of what and since when, and nothing of the person', async () => {
    const [stop, reminders] = await list();
    expect(stop).toEqual({
      id: expect.any(String),
      channel: 'sms',
      way: 'sms_stop',
      kind: 'all',
      since: '2026-04-13T08:00:01Z',
    });
    expect(reminders).toMatchObject({ channel: 'email', way: 'unsubscribe', kind: 'reminder' });
    expect(JSON.stringify([stop, reminders])).not.toMatch(/5550100|ana@/);
  });

  it('searches opt-outs by an address or a number in any spelling', async () => {
    expect(await list({ email: 'ANA@Example.com' })).toMatchObject([{ kind: 'reminder' }]);
    expect(await list({ phone: '+1 (212) 555-0100' })).toMatchObject([{ kind: 'all' }]);
    expect(await list({ phone: '+12125550199' })).toEqual([]);
    expect(await list({ email: 'bo@example.com' })).toEqual([]);
    const both = world.useCases.listOptOuts(world.partner(), { email: EMAIL.address, phone: PHONE.address });
    expect((await refusalOf(both)).code).toBe('INVALID_REQUEST');
  });

  it('goes on by a cursor for one address, too', async () => {
    await world.deps.optOuts.add(SCOPE, EMAIL, 'follow_up', plus(NOW, 5));
    const asked = { email: EMAIL.address, limit: 1 };
    const first = await world.useCases.listOptOuts(world.partner(), asked);
    const cursor = first.meta.nextCursor!;
    const second = await world.useCases.listOptOuts(world.partner(), { ...asked, cursor });
    expect([first, second].map(({ data }) => data.map(({ kind }) => kind))).toEqual([['follow_up'], ['reminder']]);
    expect(second.meta.nextCursor).toBeNull();
  });
});

describe('removing an opt-out', () => {
  it('lets the person have such messages again, and is in the audit log without the address', async () => {
    const [stop] = await list({ phone: PHONE.address });
    const { id } = stop!;
    const { data } = await world.useCases.removeOptOut(world.partner(), { id });
    expect(data).toEqual(stop);
    expect(await world.deps.optOuts.of(SCOPE, PHONE)).toEqual(new Set());
    expect(await list()).toHaveLength(1);
    const { data: audit } = await world.useCases.listAudit(world.partner(), { action: 'opt_out.removed' });
    expect(audit).toMatchObject([{ subject: { kind: 'opt_out', id }, by: { kind: 'partner' } }]);
    expect((await refusalOf(world.useCases.removeOptOut(world.partner(), { id }))).code).toBe('OPT_OUT_NOT_FOUND');
  });

  it('changes nothing in a dry run', async () => {
    const [stop] = await list({ phone: PHONE.address });
    await world.useCases.removeOptOut(world.partner({ dryRun: true }), { id: stop!.id });
    expect(await list()).toHaveLength(2);
    expect((await world.useCases.listAudit(world.partner(), { action: 'opt_out.removed' })).data).toEqual([]);
  });
});
