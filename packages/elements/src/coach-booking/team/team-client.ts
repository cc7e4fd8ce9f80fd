import type { BookingClient, BookingFlowState, Coach, InputOf, Slots } from '@coach-booking/sdk';
import type { VisitedCoach } from '../steps/visit-steps.ts';
import { namedIn, namedToken, type ChosenCoach } from './chosen-coach.ts';
import type { TeamCalls, TeamSlots } from './team-calls.ts';

/** The calls of the steps after the choice of a time, as they are for one coach. */
export type LaterClient = Pick<BookingClient, 'createHold' | 'extendHold' | 'releaseHold' | 'createBooking'> &
  Partial<Pick<BookingClient, 'checkIncentive' | 'getIntake' | 'captureIntent'>>;

/** The part of a state that shows who was assigned. */
type Assigned = Pick<BookingFlowState, 'hold' | 'booking' | 'coach'>;

/** The words shown in place of a coach until one is assigned. */
export interface TeamWords {
  /** In place of a name. */
  readonly name: string;
  /** In place of what a coach is good at. */
  readonly text: string;
}

/**
 * The client of a flow in which a coach is assigned with the hold. The flow knows one coach, who stands for all; this
 * makes of its calls those for several coaches, and of those after the hold the calls for the one who was assigned.
 */
export class TeamClient {
  readonly #calls: TeamCalls;
  /** Ids or slugs; undefined for all coaches of the partner. */
  readonly #names: readonly string[] | undefined;
  readonly #words: TeamWords;
  #coaches: readonly Coach[] = [];
  /** For whom the times of each service count, by its slug. */
  readonly #visited = new Map<string, VisitedCoach>();
  #last: TeamSlots | undefined;
  /** Those who wait for the outcome of the hold that is being made. */
  #waiting: ((chosen: ChosenCoach | null) => void)[] = [];

  constructor(calls: TeamCalls, names: readonly string[] | undefined, words: TeamWords) {
    this.#calls = calls;
    this.#names = names;
    this.#words = words;
  }

  readonly listSlots = async (
    { from, to, timeZone, serviceId, include }: InputOf<'listSlots'>,
    call?: Parameters<TeamCalls['listTeamSlots']>[1],
  ): Promise<Slots> => {
    const answer = await this.#calls.listTeamSlots(
      {
        ...this.#coachesIn(','),
        from,
        to,
        ...(timeZone && { timeZone }),
        ...(serviceId && { service: serviceId }),
        ...(include && { include: 'coaches' as const }),
      },
      call,
    );
    this.#last = answer;
    const { coaches, services = [], slots, coachIds: _coachIds, leftOut: _leftOut, ...rest } = answer;
    if (coaches) this.#coaches = coaches;
    return {
      ...rest,
      slots: slots.map(({ start, end }) => ({ start, end, status: 'available' as const })),
      ...(coaches && {
        coach: this.#together(
          coaches,
          services.map(({ service }) => service),
        ),
      }),
    };
  };

  /** Returns the calls of the later steps, made of those for one coach. */
  later(client: LaterClient, state: () => Assigned): LaterClient {
    const held = () => namedIn(state().hold?.token);
    /** Returns the coach of a call: the assigned one, else the first who offers the service. */
    const coachOf = () => held() ?? this.#first();
    const named = <Input extends object>(input: Input): Input => {
      const { coachId, serviceId } = coachOf();
      return {
        ...input,
        ...('coachId' in input && { coachId, serviceId }),
        ...('coach' in input && { coach: coachId }),
      };
    };
    const { checkIncentive, getIntake, captureIntent } = client;
    return {
      createHold: async ({ start, serviceId: service }, call) => {
        try {
          const hold = await this.#calls.createTeamHold({ ...this.#coachesIn(), service, start }, call);
          this.#settle(hold);
          return { ...hold, holdToken: namedToken(hold, hold.holdToken) };
        } catch (error) {
          this.#settle(null);
          throw error;
        }
      },
      extendHold: async (input, call) => {
        const given = namedIn(input.holdToken);
        const hold = await client.extendHold({ ...input, holdToken: given?.token ?? input.holdToken }, call);
        return given ? { ...hold, holdToken: namedToken(given, hold.holdToken) } : hold;
      },
      releaseHold: (input, call) =>
        client.releaseHold({ ...input, holdToken: namedIn(input.holdToken)?.token ?? input.holdToken }, call),
      createBooking: (input, call) => {
        const chosen = namedIn(input.holdToken);
        if (chosen) {
          const { coachId, serviceId, token: holdToken } = chosen;
          return client.createBooking({ ...input, coachId, serviceId, holdToken }, call);
        }
        // The hold is gone, but the visitor has been shown who it is. A code is of one coach, too.
        if (held() || input.incentiveCode)
          return client.createBooking({ ...input, ...this.#freeAt(input.start, held()) }, call);
        const { coachId: _coachId, serviceId: service, holdToken: _holdToken, incentiveCode: _code, ...rest } = input;
        return this.#calls.createTeamBooking(
          { ...this.#coachesIn(), ...(rest as object), service: service!, start: input.start! },
          call,
        );
      },
      ...(checkIncentive && {
        checkIncentive: (input, call) => checkIncentive(named({ ...input, serviceId: coachOf().serviceId }), call),
      }),
      ...(captureIntent && { captureIntent: (input, call) => captureIntent(named(input), call) }),
      ...(getIntake && {
        getIntake: async (input, call) => {
          const chosen = held() ?? (await new Promise<ChosenCoach | null>((done) => this.#waiting.push(done)));
          const { coachId, serviceId } = chosen ?? this.#first();
          return getIntake({ ...input, coach: coachId, id: serviceId }, call);
        },
      }),
    } as LaterClient;
  }

  /** Returns the coach of a state: the one who was assigned, once that is known. */
  coachIn({ hold, booking, coach }: Assigned): Coach | null {
    const id = booking?.coachId ?? namedIn(hold?.token)?.coachId;
    const assigned = this.#coaches.find((one) => one.id === id);
    return assigned && coach ? { ...assigned, services: coach.services, captureIntents: coach.captureIntents } : coach;
  }

  /**
   * Returns the coach for whom a step of a visit counts: the assigned one, before that the one of the first free time.
   * A visit of several coaches is then one visit in all figures together.
   */
  visitedIn({ phase, hold, service }: Assigned & Pick<BookingFlowState, 'phase' | 'service'>): VisitedCoach | null {
    const assigned = namedIn(hold?.token);
    if (assigned) return { coach: assigned.coachId, serviceId: assigned.serviceId };
    if (phase === 'services')
      return this.#last ? { coach: this.#freeAt(this.#last.slots[0]?.start, null).coachId } : null;
    if (phase !== 'slots' || !service) return null;
    const known = this.#visited.get(service.slug);
    // The times of another service are still there until those of this one come.
    if (known || this.#last?.service.slug !== service.slug) return known ?? null;
    const { coachId: coach, serviceId } = this.#freeAt(this.#last.slots[0]?.start, null);
    this.#visited.set(service.slug, { coach, serviceId });
    return { coach, serviceId };
  }

  #coachesIn(): { coaches?: string[] };
  #coachesIn(between: string): { coaches?: string };
  #coachesIn(between?: string): { coaches?: string | string[] } {
    const names = this.#names;
    return names ? { coaches: between === undefined ? [...names] : names.join(between) } : {};
  }

  #first(): ChosenCoach {
    return { coachId: this.#last?.coachIds[0] ?? '', serviceId: this.#last?.service.id ?? '' };
  }

  #freeAt(start: string | undefined, held: ChosenCoach | null): ChosenCoach {
    if (held) return { coachId: held.coachId, serviceId: held.serviceId };
    const first = this.#first();
    const [coachId = first.coachId] = this.#last?.slots.find((slot) => slot.start === start)?.coachIds ?? [];
    const slug = this.#last?.service.slug;
    const service = this.#coaches.find(({ id }) => id === coachId)?.services.find((one) => one.slug === slug);
    return { coachId, serviceId: service?.id ?? first.serviceId };
  }

  #settle(chosen: ChosenCoach | null): void {
    for (const done of this.#waiting.splice(0)) done(chosen);
  }

  /** Returns the coach that the flow is given in place of the whole team. */
  #together(coaches: readonly Coach[], services: Coach['services']): Coach {
    const { name, text } = this.#words;
    return {
      ...coaches[0]!,
      name,
      services,
      photo: null,
      bio: '',
      strengths: [],
      specialties: [text],
      experience: 0,
      certifications: [],
      autoConfirm: coaches.every(({ autoConfirm }) => autoConfirm),
      showSuggestions: false,
      captureIntents: coaches.every(({ captureIntents }) => captureIntents),
    };
  }
}
