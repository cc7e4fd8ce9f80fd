import { beforeEach, describe, expect, it } from 'vitest';
import { bookAs, givenClient } from '../../../test/application/given-client.ts';
import { createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';
import { unsubscribe } from '../messages/unsubscribe.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Context } from '../kernel/context.ts';

const FIXED = { wanted: true, fixed: 'in_writing' };

let world: World;
let ana: Awaited<ReturnType<typeof givenClient>>;
beforeEach(async () => {
  world = createWorld();
  ana = await givenClient(world);
});

const read = async (me: Context) => (await world.useCases.getNotifications(me, {})).data;
const change = async (me: Context, patch: InputOf<'updateNotifications'>) =>
  (await world.useCases.updateNotifications(me, patch)).data;
const cells = ({ kinds }: Awaited<ReturnType<typeof read>>, kind: string) =>
  kinds.find((each) => each.kind === kind)?.channels;
const personOf = async (role: 'coach' | 'staff' | 'admin') => {
  const coach = await givenCoach(world);
  const { data: member } = await world.useCases.createStaff(world.partner(), { coach: coach.id, name: 'Jonas' });
  const { data } = await world.useCases.createUser(world.partner(), {
    role,
    name: 'Somebody',
    email: `${role}@example.com`,
    ...(role !== 'admin' && { coachId: coach.id }),
    ...(role === 'staff' && { staffId: member.id }),
  });
  return world.person({ userId: data.id, role, coachId: data.coachId!, staffId: data.staffId! });
};

describe('choices about messages', () => {
  it('shows a client every kind by each channel, and why some cannot be switched off', async () => {
    const settings = await read(ana.me());
    expect(settings.kinds.map(({ kind }) => kind)).toEqual([
      'requested',
      'confirmed',
      'declined',
      'expired',
      'changed',
      'cancelled',
      'reminder',
      'follow_up',
      'account',
    ]);
    expect(cells(settings, 'cancelled')).toEqual({ email: FIXED, push: { wanted: false } });
    expect(cells(settings, 'reminder')).toEqual({
      email: { wanted: true },
      sms: { wanted: true },
      push: { wanted: true },
    });
    expect(cells(settings, 'follow_up')).toEqual({ email: { wanted: true } });
    expect(cells(settings, 'account')).toEqual({ email: { wanted: true, fixed: 'security' } });
    expect(settings).not.toHaveProperty('reminders');
    expect(settings.quietHours).toEqual({ from: '21:00', to: '08:00' });
    expect(settings.channels).toEqual([
      { channel: 'email', state: 'ready', address: 'ana@example.com' },
      { channel: 'sms', state: 'no_number' },
      { channel: 'push', state: 'no_device', devices: 0 },
    ]);
  });

  it.each(['coach', 'staff'] as const)(
    'shows the coach side, here %s, what may be switched off and on',
    async (role) => {
      const settings = await read(await personOf(role));
      expect(cells(settings, 'requested')).toEqual({
        email: { wanted: true },
        sms: { wanted: false },
        push: { wanted: true },
      });
      expect(cells(settings, 'confirmed')).toMatchObject({ email: { wanted: true }, push: { wanted: false } });
      expect(cells(settings, 'reminder')).toBeUndefined();
    },
  );

  it('shows an admin mails about the service and the account, which stay', async () => {
    const admin = await personOf('admin');
    expect((await read(admin)).kinds).toEqual([
      { kind: 'operations', channels: { email: { wanted: true, fixed: 'operations' } } },
      { kind: 'account', channels: { email: { wanted: true, fixed: 'security' } } },
    ]);
    expect(await refusalOf(change(admin, { reminders: [] }))).toMatchObject({ code: 'INVALID_REQUEST' });
  });

  it('changes what is given, and nothing when it is sent again', async () => {
    const patch = { kinds: { cancelled: { push: true }, reminder: { sms: false } } } as const;
    const first = await change(ana.me(), patch);
    expect(cells(first, 'cancelled')).toEqual({ email: FIXED, push: { wanted: true } });
    expect(cells(first, 'changed')).toEqual({ email: FIXED, push: { wanted: false } });
    const { version } = world.state.users.get(ana.id)!;
    expect(await change(ana.me(), patch)).toEqual(first);
    expect(world.state.users.get(ana.id)!.version).toBe(version);
    expect(await read(ana.me())).toEqual(first);
  });

  it('stores no choices that are as at first', async () => {
    await change(ana.me(), { kinds: { cancelled: { push: true } } });
    await change(ana.me(), { kinds: { cancelled: { push: false, email: true } } });
    expect(world.state.users.get(ana.id)).not.toHaveProperty('choices');
  });

  it('changes nothing in a dry run, which answers what would be', async () => {
    const patch = { kinds: { reminder: { email: false, push: false } }, reminders: [] } as const;
    const dry = await change(ana.me({ dryRun: true }), { ...patch, reminders: [] });
    expect(cells(dry, 'reminder')).toMatchObject({ email: { wanted: false }, push: { wanted: false } });
    expect(dry.reminders).toEqual([]);
    expect(cells(await read(ana.me()), 'reminder')).toMatchObject({ email: { wanted: true }, push: { wanted: true } });
  });

  it('rejects what cannot be switched off or is not offered, and double reminders, and changes nothing', async () => {
    const codeOf = async (patch: InputOf<'updateNotifications'>) => (await refusalOf(change(ana.me(), patch))).code;
    const before = await read(ana.me());
    const fine = { reminder: { push: false } };
    expect(await codeOf({ kinds: { ...fine, cancelled: { email: false } } })).toBe('NOTIFICATION_REQUIRED');
    expect(await codeOf({ kinds: { ...fine, account: { email: false } } })).toBe('NOTIFICATION_REQUIRED');
    expect(await codeOf({ kinds: { ...fine, cancelled: { sms: true } } })).toBe('INVALID_REQUEST');
    expect(await codeOf({ kinds: { ...fine, operations: { email: true } } })).toBe('INVALID_REQUEST');
    const twice = { channel: 'push', minutesBefore: 60 } as const;
    expect(await codeOf({ kinds: fine, reminders: [twice, twice] })).toBe('INVALID_REQUEST');
    expect(await read(ana.me())).toEqual(before);
  });

  it('keeps own reminders until they are removed', async () => {
    const reminders = [{ channel: 'push', minutesBefore: 60 }] as const;
    expect((await change(ana.me(), { reminders: [...reminders] })).reminders).toEqual(reminders);
    expect(await change(ana.me(), { reminders: null })).not.toHaveProperty('reminders');
    expect(world.state.users.get(ana.id)).not.toHaveProperty('choices');
  });

  it('shows that the phone answered STOP, and on how many devices push messages are on', async () => {
    await world.useCases.updateMe(ana.me(), { phone: '+1 212 555 0101' });
    const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) };
    await world.useCases.addPushSubscription(ana.me(), { endpoint: 'https://push.example/1', keys });
    const { partnerId, mode } = world.partner().caller;
    const contact = { channel: 'sms', address: '+12125550101' } as const;
    await world.deps.optOuts.add({ partnerId, mode }, contact, 'all', world.deps.realNow());
    expect((await read(ana.me())).channels.slice(1)).toEqual([
      { channel: 'sms', state: 'opted_out', address: '+12125550101' },
      { channel: 'push', state: 'ready', devices: 1 },
    ]);
  });
});

describe('choices and the link to unsubscribe', () => {
  const unsubscribeAna = async () => {
    const coach = await givenCoach(world);
    const booking = await bookAs(world, ana, { coachId: coach.id, serviceId: undefined }, '2026-04-15T12:00:00Z');
    const { partnerId, mode } = world.partner().caller;
    const grant = { subjectId: booking.id, partnerId, mode, kind: 'reminder' } as const;
    await unsubscribe(world.deps, world.deps.tokens.signUnsubscribe(grant));
  };
  const prove = () => {
    const user = world.state.users.get(ana.id)!;
    world.state.users.set(ana.id, { ...user, emailVerified: true });
  };
  const optOuts = () => {
    const { partnerId, mode } = world.partner().caller;
    return world.deps.optOuts.of({ partnerId, mode }, { channel: 'email', address: 'ana@example.com' });
  };

  it('shows what was unsubscribed as off, which can be switched on again', async () => {
    await unsubscribeAna();
    prove();
    expect(cells(await read(ana.me()), 'reminder')).toMatchObject({ email: { wanted: false }, sms: { wanted: true } });
    const on = await change(ana.me(), { kinds: { reminder: { email: true } } });
    expect(cells(on, 'reminder')).toMatchObject({ email: { wanted: true } });
    expect(await optOuts()).toEqual(new Set());
  });

  it('unsubscribes an address by what is switched off, also where it books as a guest', async () => {
    await change(ana.me(), { kinds: { follow_up: { email: false } } });
    expect(await optOuts()).toEqual(new Set(['follow_up']));
  });

  it('subscribes no address again whose owner is unknown', async () => {
    await unsubscribeAna();
    const on = change(ana.me(), { kinds: { reminder: { email: true } } });
    expect(await refusalOf(on)).toMatchObject({ code: 'EMAIL_UNPROVEN' });
    expect(await optOuts()).toEqual(new Set(['reminder']));
  });
});
