import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '@coach-booking/time/units';
import { asCoach, givenClient } from '../../../test/application/given-client.ts';
import { ANA, createWorld, givenCoach, PARTNER, refusalOf, type World } from '../../../test/application/world.ts';

const FIT = {
  id: PARTNER,
  slug: 'fit',
  name: 'Fit',
  hosts: [],
  limits: {},
  allowedOrigins: [],
  keys: [],
  branding: {},
  version: 1,
};
const START = '2026-04-14T09:00:00Z';
const LATER = '2026-04-15T09:00:00Z';

const goal = { id: 'goal', kind: 'text', label: 'What is your goal?', required: true } as const;
const injuries = {
  id: 'injuries',
  kind: 'long_text',
  label: 'Any injuries?',
  required: true,
  health: true,
  newClientsOnly: true,
} as const;
const days = { id: 'days', kind: 'several', label: 'Which days?', options: ['Mon', 'Fri'] } as const;
const INTAKE = {
  questions: [goal, injuries, { ...days, options: [...days.options] }],
  consent: { text: 'I agree.', url: 'https://fit.example/privacy' },
  waiver: { text: 'At my own risk.' },
};
const ANSWERS = { answers: { goal: ' Run ', injuries: 'Left knee', days: ['Fri'] }, consent: 1, waiver: 1 };

describe('what is asked of whoever books', () => {
  let world: World;
  let coach: Awaited<ReturnType<typeof givenCoach>>;
  beforeEach(async () => {
    world = createWorld();
    coach = await givenCoach(world);
  });

  const serviceId = () => coach.services[0]!.id;
  const ask = (intake: typeof INTAKE | null | object) =>
    world.useCases.updateService(world.partner(), {
      coach: coach.id,
      id: serviceId(),
      intake: intake as typeof INTAKE,
    });
  const asked = async (context = world.visitor()) =>
    (await world.useCases.getIntake(context, { coach: coach.id, id: serviceId() })).data;
  const input = (more: object = {}) => ({ coachId: coach.id, serviceId: serviceId(), start: START, ...more });
  const book = (more: object = {}, context = world.visitor()) =>
    world.useCases.createBooking(context, input({ attendee: ANA, ...more }));
  const problemsOf = async (asking: Promise<unknown>) =>
    (await refusalOf(asking)).details?.problems?.map(({ path }) => path);
  const audited = () => world.state.audit.map(({ action }) => action).filter((action) => action.endsWith('.read'));

  it('is nothing at first', async () => {
    expect(await asked()).toEqual({ questions: [] });
    expect((await book()).data.intake).toBeUndefined();
  });

  it('is the service’s own, else the partner’s, and the partner’s again once the own is taken away', async () => {
    await world.deps.partners.insert(FIT);
    await world.useCases.updatePartner(world.partner(), { intake: { questions: [goal] } });
    expect((await asked()).questions).toEqual([{ ...goal, version: 1 }]);
    await ask({ questions: [injuries] });
    expect((await asked()).questions).toEqual([{ ...injuries, version: 1 }]);
    await ask({ questions: [] });
    expect(await asked()).toEqual({ questions: [] });
    await ask(null);
    expect((await asked()).questions).toEqual([{ ...goal, version: 1 }]);
    await world.useCases.updatePartner(world.partner(), { intake: null });
    // Other processes, and the memory of this one, apply it within seconds.
    world.passTime(MINUTE);
    expect(await asked()).toEqual({ questions: [] });
  });

  it('is shown with the service to the coach side alone', async () => {
    await ask(INTAKE);
    const listed = async (context = world.visitor()) =>
      (await world.useCases.listServices(context, { coach: coach.id })).data[0]!.intake;
    expect(await listed()).toBeUndefined();
    expect(await listed(world.partner())).toMatchObject({ questions: [{ id: 'goal', version: 1 }, {}, {}] });
  });

  it('names the place of what cannot be asked', async () => {
    expect(await problemsOf(ask({ questions: [goal, goal] }))).toEqual(['intake.questions.1.id']);
    expect(await problemsOf(ask({ questions: [{ ...goal, kind: 'choice' }] }))).toEqual(['intake.questions.0.options']);
  });

  it('freezes the answers with the question as it was asked', async () => {
    await ask(INTAKE);
    const { id } = (await book({ intake: ANSWERS })).data;
    await ask({ questions: [{ ...goal, label: 'Another one?' }] });
    const stored = world.state.bookings.get(id) as { intake?: unknown };
    expect(stored.intake).toEqual({
      answers: [
        { id: 'goal', kind: 'text', label: 'What is your goal?', version: 1, value: 'Run' },
        { id: 'injuries', kind: 'long_text', label: 'Any injuries?', version: 1, health: true, value: 'Left knee' },
        { id: 'days', kind: 'several', label: 'Which days?', version: 1, value: ['Fri'] },
      ],
      consent: { ...INTAKE.consent, version: 1, at: world.visitor().now },
      waiver: { ...INTAKE.waiver, version: 1, at: world.visitor().now },
    });
  });

  it('refuses a visitor who does not answer, and takes no time for it', async () => {
    await ask(INTAKE);
    expect(await problemsOf(book())).toEqual([
      'intake.answers.goal',
      'intake.answers.injuries',
      'intake.consent',
      'intake.waiver',
    ]);
    const wrong = { ...ANSWERS, answers: { ...ANSWERS.answers, days: ['Sun'], shoe: '42' } };
    expect(await problemsOf(book({ intake: wrong }))).toEqual(['intake.answers.days', 'intake.answers.shoe']);
    expect(await problemsOf(book({ intake: wrong }, world.visitor({ dryRun: true })))).toHaveLength(2);
    expect((await book({ intake: ANSWERS })).data.status).toBe('confirmed');
  });

  it('refuses agreement to a text that has changed since', async () => {
    await ask(INTAKE);
    await ask({ ...INTAKE, waiver: { text: 'At my own and only risk.' } });
    expect(await problemsOf(book({ intake: ANSWERS }))).toEqual(['intake.waiver']);
    expect((await asked()).waiver?.version).toBe(2);
    expect((await book({ intake: { ...ANSWERS, waiver: 2 } })).data.intake?.waiver?.version).toBe(2);
  });

  it('lets the coach side leave it out, and takes what it sends', async () => {
    await ask(INTAKE);
    expect((await book({}, world.partner())).data.intake).toBeUndefined();
    const some = await book({ start: LATER, intake: { answers: { goal: 'Run' } } }, world.partner());
    expect(some.data.intake?.answers).toEqual([
      { id: 'goal', kind: 'text', label: 'What is your goal?', version: 1, value: 'Run' },
    ]);
    expect(await problemsOf(book({ intake: { answers: { shoe: '42' } } }, world.partner()))).toEqual([
      'intake.answers.shoe',
    ]);
  });

  it('answers one booking to a request that is sent again without its answers', async () => {
    await ask(INTAKE);
    const key = { idempotencyKey: 'k1' };
    const first = await book({ intake: ANSWERS }, world.visitor(key));
    const again = await book({}, world.visitor(key));
    expect(again.data.id).toBe(first.data.id);
  });

  it('asks a client who is signed in and has booked the coach before no more what is for new ones', async () => {
    await ask(INTAKE);
    const ana = await givenClient(world);
    const ids = async () => (await asked(ana.me())).questions.map(({ id }) => id);
    expect(await ids()).toEqual(['goal', 'injuries', 'days']);
    await world.useCases.createBooking(ana.me(), input({ intake: ANSWERS }));
    expect(await ids()).toEqual(['goal', 'days']);
    const { injuries: _injuries, ...known } = ANSWERS.answers;
    const next = input({ start: LATER, intake: { ...ANSWERS, answers: known } });
    expect((await world.useCases.createBooking(ana.me(), next)).data.status).toBe('confirmed');
  });

  it('asks the same of every guest, whether the address is known or not', async () => {
    await ask(INTAKE);
    await book({ intake: ANSWERS });
    const { injuries: _injuries, ...known } = ANSWERS.answers;
    const without = { start: LATER, intake: { ...ANSWERS, answers: known } };
    expect(await problemsOf(book(without))).toEqual(['intake.answers.injuries']);
    expect(await problemsOf(book({ ...without, attendee: { ...ANA, email: 'new@example.com' } }))).toEqual([
      'intake.answers.injuries',
    ]);
  });

  it('shows answers about health to the coach side in a session alone, and notes it first', async () => {
    await ask(INTAKE);
    const { data } = await book({ intake: ANSWERS });
    const values = async (context: Parameters<typeof world.useCases.getBooking>[0]) =>
      (await world.useCases.getBooking(context, { id: data.id })).data.intake?.answers.map(({ value }) => value);
    expect(data.intake?.answers.map(({ value }) => value)).toEqual(['Run', undefined, ['Fri']]);
    expect(data.intake?.consent).toEqual({ version: 1, at: '2026-04-13T08:00:00Z' });
    expect(await values(world.partner())).toEqual(['Run', undefined, ['Fri']]);
    expect(await values(world.guest(data.manageToken))).toEqual(['Run', undefined, ['Fri']]);
    expect(audited()).toEqual([]);
    expect(await values(asCoach(world, coach))).toEqual(['Run', 'Left knee', ['Fri']]);
    expect(audited()).toEqual(['booking_answers.read']);
    expect(world.state.audit.at(-1)?.subject).toEqual({ kind: 'lead', id: data.attendee.id });
    const week = { coach: coach.id, from: '2026-04-13', to: '2026-04-20' };
    const listed = await world.useCases.listCoachBookings(asCoach(world, coach), week);
    expect(JSON.stringify(listed.data)).not.toContain('Left knee');
  });

  it('is in the export of the person, and erased with them', async () => {
    await ask(INTAKE);
    const { data } = await book({ intake: ANSWERS });
    const exported = await world.useCases.exportPerson(world.partner(), { email: ANA.email });
    const bookings = [];
    for await (const booking of exported.data.bookings as never as AsyncIterable<{ intake: unknown }>)
      bookings.push(booking);
    expect(JSON.stringify(bookings)).toContain('Left knee');
    expect(JSON.stringify(bookings)).toContain('At my own risk.');
    await world.useCases.erasePerson(world.partner(), { email: ANA.email });
    expect((world.state.bookings.get(data.id) as { intake?: unknown }).intake).toBeUndefined();
  });
});
