import { beforeEach, describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import type { InputOf } from '../kernel/contract.ts';
import { asCoach, asStaff, bookAs, givenClient } from '../../../test/application/given-client.ts';
import { signedUp } from '../../../test/application/signed-up.ts';
import { ANA, createWorld, givenCoach, PARTNER, refusalOf, type World } from '../../../test/application/world.ts';

const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 3, day, hour)).toISOString().replace('.000', '');
const BEN = { name: 'Ben Okafor', email: 'ben@example.com' };
const PASSWORD = 'correct horse battery';

describe('a coach’s leads', () => {
  let world: World;
  let coach: Awaited<ReturnType<typeof givenCoach>>;
  beforeEach(async () => {
    world = createWorld();
    coach = await givenCoach(world);
  });
  const book = async (start: string, more: Partial<InputOf<'createBooking'>> = {}, of = coach) =>
    (
      await world.useCases.createBooking(world.visitor(), {
        coachId: of.coachId,
        serviceId: of.serviceId!,
        start,
        attendee: ANA,
        ...more,
      })
    ).data;
  const list = (input: object = {}, context = asCoach(world, coach)) =>
    world.useCases.listLeads(context, { coach: 'me', ...input });
  const leads = async (of = coach) => (await list({}, asCoach(world, of))).data;
  const only = async (of = coach) => {
    const [lead, ...rest] = await leads(of);
    expect(rest).toEqual([]);
    return lead!;
  };
  const update = (
    input: { id: string } & Omit<InputOf<'updateLead'>, 'coach' | 'id'>,
    context = asCoach(world, coach),
  ) => world.useCases.updateLead(context, { coach: 'me', ...input });
  const get = (id: string) => world.useCases.getLead(asCoach(world, coach), { coach: 'me', id });
  /** Makes the account of the address and proves it by the mail that is sent. */
  const registerAs = async (email: string) => {
    const { user } = await signedUp(world, { name: 'Ana Registered', email, password: PASSWORD });
    await world.settleDown();
    const token = world.sent.at(-1)!.text.match(/\/verify\/(\S+)/)![1]!;
    await world.useCases.verifyEmail(world.visitor(), { token, password: PASSWORD });
    return { ...user, me: () => world.person({ userId: user.id, role: 'client' }) };
  };
  const codeOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).code;

  describe('from a guest’s booking', () => {
    it('lists a lead with its details, its origin, and a score', async () => {
      await book(at(14), { utm: { source: 'newsletter', campaign: 'spring' }, referrer: 'https://www.fit.example/a' });
      expect(await only()).toEqual({
        ...ANA,
        id: expect.any(String) as string,
        temperature: 'warm',
        score: 60,
        scoreParts: expect.any(Array) as [],
        isSetByHand: false,
        nextSession: at(14),
        source: 'newsletter',
        utm: { source: 'newsletter', campaign: 'spring' },
        bookings: 1,
        version: 1,
        lastBookingAt: '2026-04-13T08:00:00Z',
        createdAt: '2026-04-13T08:00:00Z',
        updatedAt: '2026-04-13T08:00:00Z',
      });
    });

    it.each([
      [50, 'warm', {}, {}],
      [60, 'warm', { phone: '+12125550100' }, {}],
      [70, 'hot', { phone: '+12125550100' }, { consent: true }],
    ])('scores a lead, today, %i: %s', async (score, temperature, details, more) => {
      await book(at(14), { attendee: { ...BEN, ...details }, ...more });
      expect(await only()).toMatchObject({ score, temperature });
    });

    it.each([
      ['fit.example', { referrer: 'https://www.fit.example/classes' }],
      ['direct', {}],
    ])('stores %s as the source of a lead', async (source, more) => {
      await book(at(14), more);
      expect((await only()).source).toBe(source);
    });

    it('makes one lead for one address, in any case, updated by the next booking', async () => {
      await book(at(14), { utm: { source: 'newsletter' } });
      world.passTime(HOUR);
      await book(at(15), { attendee: { name: 'Ana D.', email: 'ANA@example.COM' }, utm: { source: 'banner' } });
      expect(await only()).toMatchObject({
        name: 'Ana D.',
        email: 'ANA@example.COM',
        source: 'newsletter',
        bookings: 2,
        lastBookingAt: '2026-04-13T09:00:00Z',
        createdAt: '2026-04-13T08:00:00Z',
        updatedAt: '2026-04-13T09:00:00Z',
      });
    });

    it.each([
      ['+1 (212) 555-0100', 'UTC', '+12125550100'],
      ['030 123 456', 'Europe/Berlin', '+4930123456'],
      ['030 123 456', 'UTC', '030 123 456'],
    ])('stores the phone number %s at a coach in %s as %s', async (phone, timeZone, stored) => {
      const other = await givenCoach(world, { name: 'Coach B', timeZone });
      await book(at(14, 10), { attendee: { ...BEN, phone } }, other);
      expect((await only(other)).phone).toBe(stored);
    });

    it('makes a lead also by a coach’s booking, for a new guest or for a lead', async () => {
      const input = { coachId: coach.coachId, serviceId: coach.serviceId! };
      const { data } = await world.useCases.createBooking(asCoach(world, coach), {
        ...input,
        start: at(14),
        attendee: BEN,
      });
      world.passTime(HOUR);
      await world.useCases.createBooking(asCoach(world, coach), { ...input, start: at(15), leadId: data.attendee.id! });
      expect(await only()).toMatchObject({
        ...BEN,
        source: 'direct',
        bookings: 2,
        lastBookingAt: '2026-04-13T09:00:00Z',
      });
    });

    it('makes no lead by a dry run, nor by a client’s booking', async () => {
      await world.useCases.createBooking(world.visitor({ dryRun: true }), {
        coachId: coach.coachId,
        serviceId: coach.serviceId!,
        start: at(14),
        attendee: ANA,
      });
      await bookAs(world, await givenClient(world), coach, at(15));
      expect(await leads()).toEqual([]);
    });
  });

  describe('are scored by what they do', () => {
    it('scores leads lower as time goes by, and by sessions attended and missed', async () => {
      const { id } = await book(at(14), { attendee: BEN });
      const score = async () => (await only()).score;
      world.passTime(7 * DAY);
      expect(await score()).toBe(50);
      world.passTime(DAY);
      expect(await score()).toBe(40);
      await world.useCases.completeBooking(asCoach(world, coach), { id });
      expect(await score()).toBe(55);
      await world.useCases.markNoShow(asCoach(world, coach), { id });
      expect(await only()).toMatchObject({ score: 30, temperature: 'cold' });
    });

    it('scores leads by the number of moves, and not by what the coach does', async () => {
      const { id, manageToken } = await book(at(14), { attendee: BEN });
      await world.useCases.rescheduleBooking(asCoach(world, coach), { id, start: at(15) });
      expect((await only()).score).toBe(50);
      await world.useCases.rescheduleBooking(world.guest(manageToken), { id, start: at(16) });
      expect((await only()).score).toBe(48);
    });
  });

  describe('who prove the address of their account', () => {
    it('S1 makes leads clients who keep their history with a coach whom they accept', async () => {
      await book(at(14), { utm: { source: 'newsletter' } });
      const before = await only();
      world.passTime(HOUR);
      const ana = await registerAs('ANA@example.com');
      const unshared = await only();
      expect([unshared.name, unshared.clientId]).toEqual([ANA.name, undefined]);
      await world.useCases.acceptConnection(ana.me(), { id: coach.coachId });
      expect(await only()).toMatchObject({
        id: before.id,
        clientId: ana.id,
        name: 'Ana Registered',
        source: 'newsletter',
        bookings: 1,
        createdAt: before.createdAt,
      });
      await bookAs(world, ana, coach, at(15));
      expect((await only()).bookings).toBe(2);
    });

    it('S1 books for a lead as a client when the coach names the lead, once they accept', async () => {
      const { attendee } = await book(at(14));
      const ana = await registerAs(ANA.email);
      const input = { coachId: coach.coachId, serviceId: coach.serviceId!, start: at(15), leadId: attendee.id! };
      const unshared = await world.useCases.createBooking({ ...asCoach(world, coach), dryRun: true }, input);
      expect(unshared.data.attendee).toMatchObject({ kind: 'lead', name: ANA.name });
      await world.useCases.acceptConnection(ana.me(), { id: coach.coachId });
      for (const context of [asCoach(world, coach), world.partner()]) {
        const { data } = await world.useCases.createBooking({ ...context, dryRun: true }, input);
        expect(data.attendee).toMatchObject({ kind: 'client', id: ana.id, name: 'Ana Registered' });
      }
    });

    it('keeps a lead a guest to a coach in whose form another typed the address later', async () => {
      await book(at(14));
      await registerAs(ANA.email);
      world.passTime(HOUR);
      const other = await givenCoach(world, { name: 'Coach B' });
      await book(at(15), { attendee: { name: 'Not Ana', email: ANA.email } }, other);
      const seen = await only(other);
      expect(seen).toMatchObject({ name: 'Not Ana', email: ANA.email, bookings: 1 });
      expect([seen.clientId, seen.phone, seen.timeZone]).toEqual([undefined, undefined, undefined]);
    });
  });

  describe('in a list', () => {
    it('lists the newest leads first, page by page', async () => {
      for (let n = 0; n < 5; n++) {
        await book(at(14 + n), { attendee: { name: `Guest ${n}`, email: `guest${n}@example.com` } });
        world.passTime(1000);
      }
      const names = [];
      let cursor: string | null | undefined;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list({ limit: 2, ...(cursor && { cursor }) });
        names.push(page.data.map(({ name }) => name));
        cursor = page.meta.nextCursor;
      } while (cursor);
      expect(names).toEqual([['Guest 4', 'Guest 3'], ['Guest 2', 'Guest 1'], ['Guest 0']]);
    });

    it('filters leads by temperature and by a part of name or address, also behind many others', async () => {
      await book(at(14), { consent: true });
      for (let n = 0; n < 120; n++) {
        const contact = { id: `c${n}`, name: `Guest ${n}`, email: `g${n}@example.com` };
        await world.deps.leads.upsert({
          partnerId: PARTNER,
          mode: 'test',
          emailKey: contact.email,
          contact,
          coachId: coach.coachId,
          source: 'direct',
          newId: world.deps.newId(),
          now: plus(world.deps.realNow(), 1 + n),
        });
      }
      const namesOf = async (input: object) => (await list(input)).data.map(({ name }) => name);
      expect(await namesOf({ temperature: 'hot' })).toEqual(['Ana Diaz']);
      expect(await namesOf({ q: 'DIAZ' })).toEqual(['Ana Diaz']);
      expect(await namesOf({ q: 'ana@EX' })).toEqual(['Ana Diaz']);
      expect(await namesOf({ q: 'diaz', temperature: 'cold' })).toEqual([]);
      expect(await namesOf({ temperature: 'cold', limit: 100 })).toHaveLength(100);
    });
  });

  describe('in another order', () => {
    it('lists leads by score and by their last booking, page by page, and those of a source', async () => {
      const guests = ['Old', 'Good', 'New'].map((name) => ({ name, email: `${name}@example.com`.toLowerCase() }));
      await book(at(14), { attendee: guests[0]!, utm: { source: 'newsletter' } });
      world.passTime(8 * DAY);
      await book(at(24), { attendee: { ...guests[1]!, phone: '+12125550100' }, consent: true });
      world.passTime(HOUR);
      await book(at(25), { attendee: guests[2]! });
      world.passTime(HOUR);
      await book(at(26), { attendee: guests[0]! });
      const namesOf = async (input: object) => (await list(input)).data.map(({ name }) => name);
      expect(await namesOf({ sort: 'newest' })).toEqual(['New', 'Good', 'Old']);
      expect(await namesOf({ sort: 'score' })).toEqual(['Good', 'Old', 'New']);
      expect(await namesOf({ sort: 'lastBooking' })).toEqual(['Old', 'New', 'Good']);
      expect(await namesOf({ source: 'newsletter' })).toEqual(['Old']);
      const first = await list({ sort: 'score', limit: 2 });
      expect(await namesOf({ sort: 'score', limit: 2, cursor: first.meta.nextCursor! })).toEqual(['New']);
    });

    it('shows what a score is made of, and the sessions before and after now', async () => {
      await book(at(14), { attendee: { ...BEN, phone: '+12125550100' } });
      await book(at(16), { attendee: BEN });
      world.passTime(Date.parse(at(15)) - world.deps.realNow());
      const { score, scoreParts, isSetByHand, lastSession, nextSession } = await only();
      expect(scoreParts!.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      expect(scoreParts!.map(({ kind, most }) => `${kind} ${most}`).join()).toBe(
        'recency 30,bookings 20,kept 25,phone 10,consent 10,steady 5',
      );
      expect([isSetByHand, lastSession, nextSession]).toEqual([false, at(14), at(16)]);
    });
  });

  describe('with marks', () => {
    it('stores a temperature until it is reset, and notes', async () => {
      await book(at(14));
      const { id } = await only();
      expect((await update({ id, temperature: 'cold', notes: 'Called.' })).data).toMatchObject({
        temperature: 'cold',
        notes: 'Called.',
        score: 60,
        version: 2,
      });
      expect((await list({ temperature: 'cold' })).data).toHaveLength(1);
      expect((await list({ temperature: 'warm' })).data).toEqual([]);
      expect((await update({ id, temperature: null })).data).toMatchObject({
        temperature: 'warm',
        notes: 'Called.',
        version: 3,
      });
      expect(await only()).toMatchObject({ temperature: 'warm', notes: 'Called.', version: 3 });
    });

    it('lets staff mark leads too, separately for each coach', async () => {
      const other = await givenCoach(world, { name: 'Coach B' });
      await book(at(14));
      await book(at(15), {}, other);
      const { id } = await only();
      await update({ id, temperature: 'hot', notes: 'Ours.' }, asStaff(world, coach));
      const theirs = await only(other);
      expect([theirs.id, theirs.temperature, theirs.notes, theirs.version]).toEqual([id, 'warm', undefined, 1]);
    });

    it('changes marks only at the version that the caller has read', async () => {
      await book(at(14));
      const { id } = await only();
      await update({ id, notes: 'First.', version: 1 });
      expect(await refusalOf(update({ id, notes: 'Second.', version: 1 }))).toMatchObject({
        code: 'VERSION_CONFLICT',
        details: { version: 2 },
      });
      expect((await only()).notes).toBe('First.');
    });

    it('keeps all of several concurrent marks', async () => {
      await book(at(14));
      const { id } = await only();
      await Promise.all([update({ id, temperature: 'hot' }), update({ id, notes: 'Called.' })]);
      expect(await only()).toMatchObject({ temperature: 'hot', notes: 'Called.', version: 3 });
    });

    it('returns one lead as the list does, with what was marked', async () => {
      await book(at(14));
      const { id } = await only();
      await update({ id, temperature: 'cold', notes: 'Called.' });
      expect((await get(id)).data).toEqual(await only());
    });

    it('changes no marks in a dry run', async () => {
      await book(at(14));
      const { id } = await only();
      expect((await update({ id, notes: 'Tried.' }, asCoach(world, coach, { dryRun: true }))).data.notes).toBe(
        'Tried.',
      );
      expect((await only()).notes).toBeUndefined();
    });

    it('finds leads only at their coach', async () => {
      const other = await givenCoach(world, { name: 'Coach B' });
      await book(at(14), {}, other);
      const { id } = await only(other);
      for (const unknown of [id, 'e'.repeat(24)]) {
        expect(await codeOf(update({ id: unknown, notes: 'Mine.' }))).toBe('LEAD_NOT_FOUND');
        expect(await codeOf(get(unknown))).toBe('LEAD_NOT_FOUND');
      }
    });
  });
});
