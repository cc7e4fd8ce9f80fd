import { asCoach, bookAs, givenClient } from './given-client.ts';
import { everyDay, givenCoach, type World } from './world.ts';

/** A coach and a client of one partner, another of each, and what a way has made so far between the first two. */
export interface Pair {
  readonly world: World;
  readonly coach: Awaited<ReturnType<typeof givenCoach>>;
  readonly client: Awaited<ReturnType<typeof givenClient>>;
  /** The last booking; an unknown id when there is none. */
  readonly booking: string;
}

const NOBODY = 'e'.repeat(24);
const ADDRESS = 'ana@example.com';
const START = '2026-04-14T09:00:00Z';
const LATER = '2026-04-15T09:00:00Z';

type Coach = Pair['coach'];
type Client = Pair['client'];
type Maker = (world: World, coach: Coach) => Promise<Omit<Pair, 'world' | 'coach'>>;

const register = (world: World): Promise<Client> => givenClient(world, { email: ADDRESS });
const prove = async (world: World, client: Client): Promise<void> => {
  await world.drain();
  const [, token] = /\/verify\/(\S+)/.exec(
    world.sent.findLast(({ to, text }) => to === ADDRESS && text.includes('/verify/'))!.text,
  )!;
  await world.useCases.verifyEmail(client.me(), { token: token! });
};
const formOf = ({ coachId, serviceId }: Coach) => ({
  ...{ coachId, serviceId: serviceId!, start: START },
  attendee: { name: 'As typed', email: ADDRESS },
});
/** Books by typing the address into the form of the coach's page. */
const byVisitor = async (world: World, coach: Coach) =>
  (await world.useCases.createBooking(world.visitor(), formOf(coach))).data.id;
/** The coach does. */
const byCoach = async (world: World, coach: Coach) =>
  (await world.useCases.createBooking(asCoach(world, coach), formOf(coach))).data.id;
const bySignedIn = async (world: World, client: Client, coach: Coach, start = START) =>
  (await bookAs(world, client, coach, start)).id;
/** The partner's server names the account. */
const named = async (world: World, client: Client, { coachId, serviceId }: Coach) => {
  const input = { coachId, serviceId: serviceId!, start: START, clientId: client.id };
  return (await world.useCases.createBooking(world.partner(), input)).data.id;
};
const cancel = (world: World, context: ReturnType<World['partner']>, id: string) =>
  world.useCases.cancelBooking(context, { id });
const byHand = (world: World, coach: Coach) =>
  world.useCases.updateSchedule(world.partner(), {
    coach: coach.coachId,
    timeZone: 'UTC',
    workingHours: everyDay('09:00', '17:00'),
    autoConfirm: false,
  });

type Answer = 'acceptConnection' | 'declineConnection' | 'withdrawConnection';
/** Gives the client's answers, one after another, an hour apart. */
const answer = async (world: World, client: Client, { coachId: id }: Coach, ...words: readonly Answer[]) => {
  for (const word of words) {
    world.passTime(3_600_000);
    await world.useCases[word](client.me(), { id });
  }
};

type Typed = typeof byVisitor;
/** A typed address, and whether it has an account, and is proven, before and after. */
const typed =
  (
    type: Typed,
    when: 'before the account' | 'before the proof' | 'after the proof',
    isProven: boolean,
    ...words: readonly Answer[]
  ): Maker =>
  async (world, coach) => {
    const early = when === 'before the account' ? await type(world, coach) : undefined;
    const client = await register(world);
    const unproven = early ?? (when === 'before the proof' ? await type(world, coach) : undefined);
    if (isProven) await prove(world, client);
    const booking = unproven ?? (await type(world, coach));
    await answer(world, client, coach, ...words);
    return { client, booking };
  };

/** Runs an act of the client, signed in. */
const signedIn =
  (
    next: (world: World, client: Client, coach: Coach, booking: string) => Promise<unknown> = async () => undefined,
  ): Maker =>
  async (world, coach) => {
    const client = await register(world);
    const booking = await bySignedIn(world, client, coach);
    const after = await next(world, client, coach, booking);
    return { client, booking: typeof after === 'string' ? after : booking };
  };

const requested =
  (next: (world: World, client: Client, coach: Coach, booking: string) => Promise<unknown>): Maker =>
  async (world, coach) => {
    await byHand(world, coach);
    return signedIn(next)(world, coach);
  };

const namedByServer =
  (...words: readonly (Answer | 'cancelled')[]): Maker =>
  async (world, coach) => {
    const client = await register(world);
    const booking = await named(world, client, coach);
    for (const word of words)
      await (word === 'cancelled' ? cancel(world, asCoach(world, coach), booking) : answer(world, client, coach, word));
    return { client, booking };
  };

/** Every way in which a client and a coach come together, or do not, or part. */
export const WAYS: Readonly<Record<string, Maker>> = {
  'nothing between them': async (world) => ({ client: await register(world), booking: NOBODY }),

  'client booked': signedIn(),
  'client booked, coach cancelled': signedIn((world, _, coach, id) => cancel(world, asCoach(world, coach), id)),
  'client booked, client cancelled': signedIn((world, client, _, id) => cancel(world, client.me(), id)),
  'client booked, client cancelled, booked again': signedIn(async (world, client, coach, id) => {
    await cancel(world, client.me(), id);
    return bySignedIn(world, client, coach, LATER);
  }),
  'client booked twice, cancelled once': signedIn(async (world, client, coach, id) => {
    const second = await bySignedIn(world, client, coach, LATER);
    await cancel(world, client.me(), id);
    return second;
  }),
  'client booked, withdrew': signedIn((world, client, coach) => answer(world, client, coach, 'withdrawConnection')),
  'client booked, withdrew, booked again': signedIn(async (world, client, coach) => {
    await answer(world, client, coach, 'withdrawConnection');
    world.passTime(3_600_000);
    return bySignedIn(world, client, coach, LATER);
  }),
  'client booked, withdrew, was named again': signedIn(async (world, client, coach, id) => {
    await answer(world, client, coach, 'withdrawConnection');
    await cancel(world, client.me(), id);
    world.passTime(3_600_000);
    return named(world, client, coach);
  }),
  'client booked, withdrew, accepted': signedIn((world, client, coach) =>
    answer(world, client, coach, 'withdrawConnection', 'acceptConnection'),
  ),

  'client asked for a session': requested(async () => undefined),
  'client asked for a session, coach confirmed': requested((world, _, coach, id) =>
    world.useCases.confirmBooking(asCoach(world, coach), { id }),
  ),
  'client asked for a session, coach refused': requested((world, _, coach, id) =>
    cancel(world, asCoach(world, coach), id),
  ),
  'client asked for a session, client cancelled': requested((world, client, _, id) => cancel(world, client.me(), id)),
  'client asked for a session, client cancelled, was named': requested(async (world, client, coach, id) => {
    await cancel(world, client.me(), id);
    return named(world, client, coach);
  }),

  'named by the coach side': namedByServer(),
  'named by the coach side, accepted': namedByServer('acceptConnection'),
  'named by the coach side, declined': namedByServer('declineConnection'),
  'named by the coach side, called off': namedByServer('cancelled'),
  'named by the coach side, accepted, withdrew': namedByServer('acceptConnection', 'withdrawConnection'),

  'guest before the account, not proven': typed(byVisitor, 'before the account', false),
  'guest before the account, proven': typed(byVisitor, 'before the account', true),
  'guest before the proof, not proven': typed(byVisitor, 'before the proof', false),
  'guest before the proof, proven': typed(byVisitor, 'before the proof', true),
  'guest after the proof': typed(byVisitor, 'after the proof', true),
  'guest after the proof, shared': typed(byVisitor, 'after the proof', true, 'acceptConnection'),
  'guest after the proof, not shared': typed(byVisitor, 'after the proof', true, 'declineConnection'),
  'guest after the proof, shared, withdrew': typed(
    byVisitor,
    'after the proof',
    true,
    'acceptConnection',
    'withdrawConnection',
  ),
  'guest after the proof, called off': async (world, coach) => {
    const pair = await typed(byVisitor, 'after the proof', true)(world, coach);
    await cancel(world, pair.client.me(), pair.booking);
    return pair;
  },

  'coach typed before the account, not proven': typed(byCoach, 'before the account', false),
  'coach typed before the account, proven': typed(byCoach, 'before the account', true),
  'coach typed before the proof, not proven': typed(byCoach, 'before the proof', false),
  'coach typed before the proof, proven': typed(byCoach, 'before the proof', true),
  'coach typed after the proof': typed(byCoach, 'after the proof', true),
  'coach typed after the proof, shared': typed(byCoach, 'after the proof', true, 'acceptConnection'),
  'coach typed before the account, called off, proven': async (world, coach) => {
    const booking = await byCoach(world, coach);
    await cancel(world, asCoach(world, coach), booking);
    const client = await register(world);
    await prove(world, client);
    return { client, booking };
  },
};

/** Creates a coach and a client who are connected in this way. */
export async function givenPair(world: World, way: string): Promise<Pair> {
  const coach = await givenCoach(world);
  return { world, coach, ...(await WAYS[way]!(world, coach)) };
}
