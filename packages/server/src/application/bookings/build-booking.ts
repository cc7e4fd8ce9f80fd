import type { Booking, BookedTime, LocationKind } from '../../domain/booking/booking.ts';
import type { ClaimRef, Session } from '../../domain/booking/claim.ts';
import { firstStatus } from '../../domain/booking/status.ts';
import type { CoachHead, Service } from '../../domain/coach/coach.ts';
import { discounted, type Incentive } from '../../domain/incentive/incentive.ts';
import type { BookedIntake } from '../../domain/intake/intake.ts';
import type { ServiceVideo } from '../../domain/video/video.ts';
import { plus } from '@coach-booking/time/instant';
import { localOf, zoneOf } from '@coach-booking/time/zone';
import { PROVE_WITHIN } from '../guests/is-to-prove.ts';
import { notifyOf } from './booking-event.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import { present } from '../kernel/present.ts';
import { actorOf, scopeOf, sideOf } from '../kernel/scope.ts';
import type { Draft } from '../slots/draft.ts';

const UNNAMED_SESSION = 'Session';

/** Returns a session as the booking stores it, with the wall-clock time of the coach at its start. */
export function bookedTime(head: CoachHead, { start, end }: Session): BookedTime {
  const { date, hour, weekday } = localOf(zoneOf(head.schedule.timeZone), start);
  return { start, end, local: { date, hour, weekday } };
}

/** Returns where a booking of a service meets by video, if it does. */
export function bookedVideo(
  locationKind: LocationKind,
  service: Pick<Service, 'video'> | undefined,
): ServiceVideo | undefined {
  return locationKind === 'online' ? service?.video : undefined;
}

/** Returns the price of a service as it is booked, and how it came to be. */
const pricesOf = (service: Service | undefined, incentive?: Incentive | null): Pick<Booking, 'price' | 'discount'> =>
  service?.price && incentive ? discounted(incentive, service.price) : present({ price: service?.price });

export interface BookingParts {
  readonly id: string;
  readonly draft: Draft;
  readonly claims: readonly ClaimRef[];
  readonly attendee: Booking['attendee'];
  readonly attendeeZone?: string | undefined;
  readonly placeNumber?: number | undefined;
  /** The warnings that the coach side overrode. */
  readonly overridden?: readonly string[];
  /** Its guest confirms it by mail first. */
  readonly isToProve?: boolean;
  /** The answers and agreements of its form. */
  readonly intake?: BookedIntake | undefined;
  /** It lowers the price. */
  readonly incentive?: Incentive | null;
}

/**
 * Builds a new booking with what is true now: price, place, rules, zone, version of the schedule, and its outbox event.
 */
export function buildBooking(
  { newId, tokens }: Pick<Core, 'newId' | 'tokens'>,
  context: Context,
  input: InputOf<'createBooking'>,
  parts: BookingParts,
): Booking {
  const {
    id,
    draft,
    claims,
    attendee,
    attendeeZone,
    placeNumber,
    overridden = [],
    isToProve = false,
    incentive,
    intake,
  } = parts;
  const { head, service, where, rules, session, staffId } = draft;
  const { schedule } = head;
  const by = actorOf(context);
  const status = isToProve ? 'pending' : firstStatus(sideOf(context), schedule.autoConfirm);
  const at = context.now;
  const start = session?.start;
  const notify = notifyOf(context, input, start);
  return {
    ...scopeOf(context),
    id,
    kind: 'booking',
    coachId: head.id,
    status,
    duration: rules.duration,
    timeZone: attendeeZone ?? schedule.timeZone,
    attendee,
    serviceTitle: service?.title ?? UNNAMED_SESSION,
    notes: input.notes ?? '',
    ...where,
    policy: {
      bufferBefore: rules.bufferBefore,
      bufferAfter: rules.bufferAfter,
      minimumNotice: schedule.minimumNotice,
      autoConfirm: schedule.autoConfirm,
    },
    scheduleVersion: head.version,
    manageNonce: newId(),
    claims,
    releasing: [],
    releasingAt: null,
    history: [
      {
        type: 'created',
        at,
        by,
        to: status,
        version: 1,
        ...present({ newStart: start, staffId, overridden: overridden.length > 0 ? overridden : undefined }),
      },
    ],
    outbox: [
      {
        id: newId(),
        type: isToProve ? 'booking.unproven' : 'booking.created',
        at,
        version: 1,
        data: { status, by, ...present({ start, end: session?.end, staffId, notify }) },
      },
    ],
    version: 1,
    createdAt: at,
    ...(isToProve && { unproven: true, expiresAt: plus(at, PROVE_WITHIN) }),
    ...present({
      serviceId: service?.id,
      ...pricesOf(service, incentive),
      video: bookedVideo(where.locationKind, service),
      time: session ? bookedTime(head, session) : undefined,
      staffId,
      placeNumber,
      placeAsked: input.placeNumber === undefined ? undefined : true,
      summary: input.summary,
      answers: input.answers,
      intake,
      consent: input.consent,
      language: input.language,
      utm: input.utm,
      referrer: input.referrer,
      resumes: (input.resumeToken !== undefined && tokens.readResume(input.resumeToken)) || undefined,
    }),
  };
}
