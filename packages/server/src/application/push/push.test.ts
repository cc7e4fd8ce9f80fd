import { beforeEach, describe, expect, it } from 'vitest';
import { parseInstant, plus } from '@coach-booking/time/instant';
import { bookAs, givenClient } from '../../../test/application/given-client.ts';
import { createWorld, givenCoach, NOW, refusalOf, type World } from '../../../test/application/world.ts';

const codeOf = async (promise: Promise<unknown>) => (await refusalOf(promise)).code;

const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) };
const device = (n: number) => ({ endpoint: `https://push.example/send/${n}`, keys });

describe('devices for push messages', () => {
  let world: World;
  let ana: Awaited<ReturnType<typeof givenClient>>;
  beforeEach(async () => {
    world = createWorld();
    ana = await givenClient(world);
  });
  const list = async () => (await world.useCases.listPushSubscriptions(ana.me(), {})).data;

  it('adds a device once, shows it without what reaches it, and removes it', async () => {
    const { data } = await world.useCases.addPushSubscription(ana.me(), device(1));
    expect(await world.useCases.addPushSubscription(ana.me(), device(1))).toEqual({ data });
    expect(data).toEqual({ id: data.id, service: 'push.example', createdAt: '2026-04-13T08:00:00Z' });
    expect(data.id).toMatch(/^[0-9a-f]{24}$/);
    expect(await list()).toEqual([data]);
    await world.useCases.removePushSubscription(ana.me(), { id: data.id });
    expect(await list()).toEqual([]);
    expect(await codeOf(world.useCases.removePushSubscription(ana.me(), { id: data.id }))).toBe(
      'PUSH_SUBSCRIPTION_NOT_FOUND',
    );
  });

  it('keeps ten devices at most: an eleventh replaces the oldest', async () => {
    for (let n = 1; n <= 11; n++) {
      await world.useCases.addPushSubscription(ana.me({ now: plus(NOW, n * 1000) }), device(n));
    }
    expect(await list()).toHaveLength(10);
    expect((await list()).at(-1)).toMatchObject({ createdAt: '2026-04-13T08:00:02Z' });
  });

  it('gives a device to its present person, and lets no other remove it', async () => {
    const { data } = await world.useCases.addPushSubscription(ana.me(), device(1));
    const bo = await givenClient(world, { name: 'Bo', email: 'bo@example.com' });
    expect(await codeOf(world.useCases.removePushSubscription(bo.me(), { id: data.id }))).toBe(
      'PUSH_SUBSCRIPTION_NOT_FOUND',
    );
    await world.useCases.addPushSubscription(bo.me(), device(1));
    expect(await list()).toEqual([]);
  });

  it('refuses a device that leads into an own net, and stores none in a dry run', async () => {
    const inside = { endpoint: 'https://metadata.internal/', keys };
    expect(await codeOf(world.useCases.addPushSubscription(ana.me(), inside))).toBe('URL_NOT_ALLOWED');
    await world.useCases.addPushSubscription(ana.me({ dryRun: true }), device(1));
    expect(await list()).toEqual([]);
  });

  it('returns one key to subscribe with', async () => {
    const { publicKey } = (await world.useCases.getPushKey(world.visitor(), {})).data;
    expect(Buffer.from(publicKey, 'base64url')).toHaveLength(65);
    expect((await world.useCases.getPushKey(ana.me(), {})).data.publicKey).toBe(publicKey);
  });

  describe('of the coach side', () => {
    const asked = async () => {
      const coach = await givenCoach(world);
      await world.useCases.patchSchedule(world.partner(), { coach: coach.id, autoConfirm: false });
      const { data: account } = await world.useCases.createUser(world.partner(), {
        role: 'coach',
        name: 'Coach A',
        email: 'coach-a@example.com',
        coachId: coach.id,
      });
      const me = world.person({ userId: account.id, role: 'coach', coachId: coach.id });
      const book = async () => {
        await bookAs(world, ana, { coachId: coach.id, serviceId: undefined }, '2026-04-15T12:00:00Z');
        const { data } = await world.useCases.runDue(world.partner(), { limit: 500 });
        return data.messages
          .map(({ channel, kind, to }) => [channel, kind, to.role])
          .filter(([, , role]) => role === 'coach');
      };
      return { me, book };
    };

    it('notifies the coach side of a new request at once, beside the mail', async () => {
      const { me, book } = await asked();
      await world.useCases.addPushSubscription(me, device(1));
      expect(await book()).toEqual([
        ['email', 'requested', 'coach'],
        ['push', 'requested', 'coach'],
      ]);
    });

    it('notifies the coach side without a device by mail alone', async () => {
      const { book } = await asked();
      expect(await book()).toEqual([['email', 'requested', 'coach']]);
    });
  });

  describe('in mode test', () => {
    const reminders = async () => {
      const coach = await givenCoach(world);
      await bookAs(world, ana, { coachId: coach.id, serviceId: undefined }, '2026-04-15T12:00:00Z');
      const now = parseInstant('2026-04-15T11:31:00Z');
      const ran = await world.useCases.runDue(world.partner({ now }), { limit: 500 });
      return ran.data.messages.filter(({ channel }) => channel === 'push');
    };

    it('keeps a message of mode test for the test, and sends none', async () => {
      await world.useCases.addPushSubscription(ana.me(), device(1));
      expect(await reminders()).toMatchObject([{ kind: 'reminder', state: 'sent' }]);
      const { data } = await world.useCases.listTestMessages(world.partner(), { limit: 50 });
      const [kept] = data.filter(({ channel }) => channel === 'push');
      expect(kept).toMatchObject({ to: { role: 'attendee' }, url: expect.stringContaining('/manage/') as string });
      expect(world.outbound.posted).toEqual([]);
    });

    it('skips a push message of a person without a device', async () => {
      expect(await reminders()).toMatchObject([{ state: 'skipped', code: 'no_address' }]);
    });
  });
});
