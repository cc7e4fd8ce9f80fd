import type { Instant } from '@coach-booking/time/instant';
import { busyOf, type OutsideBusy } from '../calendar-source/outside-busy.ts';
import type { DateOverride, Plan, Reminders, Schedule, TimeOff } from '../schedule/schedule.ts';
import type { LocationKind, MeetingPlace, Money } from '../booking/booking.ts';
import type { RecoverySettings } from '../recovery/settings.ts';
import type { Intake } from '../intake/intake.ts';
import type { Suggestions } from '../recommend/recommend.ts';
import type { ServiceVideo } from '../video/video.ts';

/** A service that a coach offers. Minutes, and the smallest unit of a currency. */
export interface Service {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly description?: string;
  readonly duration: number;
  /** Between two starts; in place of the schedule's. */
  readonly slotInterval?: number;
  /** Absent when none was given, which is not free of charge. */
  readonly price?: Money;
  readonly locationKind: LocationKind;
  /** Only of a service in person. Bookings keep the one they were made with. */
  readonly place?: MeetingPlace;
  /** Things to bring or wear, in one line; of all its bookings, as it is now. */
  readonly whatToBring?: string;
  /** Of an online one: where its sessions meet. */
  readonly video?: ServiceVideo;
  /** Whether guests confirm by mail first; absent: as the partner has it. R14. */
  readonly confirmByEmail?: boolean;
  /** Whether visitors are offered it; absent: true. */
  readonly active?: boolean;
  /** Whether the coach's connected calendars are asked before a time of it is taken. */
  readonly verifyBusy?: boolean;
  /** In place of the schedule's. */
  readonly reminders?: Reminders;
  /** The questions and texts for visitors who book it, in place of the partner's. R42. */
  readonly intake?: Intake;
  /** In place of the schedule's. */
  readonly bufferBefore?: number;
  readonly bufferAfter?: number;
  /** No longer offered; kept for the bookings that name it. */
  readonly deletedAt?: Instant;
}

/** Of statistics without any price. */
export const DEFAULT_CURRENCY = 'EUR';
/** Of a session without a service, and of a service by default. */
export const DEFAULT_LOCATION: LocationKind = 'online';

/** A member of the coach's team, who may run a session. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  /** Whether the coach gets new bookings. */
  readonly active: boolean;
  /** The user of the partner's Zoom account who hosts the meetings of this member; absent: the coach's. */
  readonly zoomUser?: string | undefined;
  /** No longer in the team; kept for the bookings that name them. */
  readonly deletedAt?: Instant;
}

/** The public profile of a coach. */
export interface CoachProfile {
  readonly name: string;
  readonly bio: string;
  readonly strengths: readonly string[];
  readonly specialties: readonly string[];
  /** Years. */
  readonly experience: number;
  readonly certifications: readonly string[];
}

/** All of a coach but what is taken: one document, written only by compare-and-set on `version`. */
export interface CoachHead extends CoachProfile {
  readonly id: string;
  readonly partnerId: string;
  readonly mode: 'test' | 'live';
  readonly slug: string;
  /** The uploaded photo, by its name. */
  readonly photo?: { readonly id: string } | undefined;
  readonly active: boolean;
  /** The most active bookings at once; null is unlimited. */
  readonly capacity: number | null;
  readonly services: readonly Service[];
  readonly staff: readonly StaffMember[];
  readonly schedule: Schedule;
  readonly overrides: readonly DateOverride[];
  readonly timeOff: readonly TimeOff[];
  /** Absent: the usual ones. */
  readonly suggestions?: Suggestions;
  /** Absent: the usual ones. */
  readonly recovery?: RecoverySettings;
  /** Of other calendars. Not stored with the head: a document of its own, read in one with it. R28. */
  readonly outside?: OutsideBusy;
  readonly version: number;
  /** The user of the partner's Zoom account who hosts; absent: the e-mail address of the coach's account. */
  readonly zoomUser?: string | undefined;
  /** Moves with the schedule alone. Absent from heads that were written before there was one. */
  readonly scheduleVersion?: number;
  /**
   * When the rules of reminders changed, until reminders by the new ones were made for the bookings to come. By the
   * clock of the rules. R45.
   */
  readonly remindersSince?: Instant;
  readonly createdAt: Instant;
  readonly deletedAt?: Instant;
}

export function scheduleVersionOf({ scheduleVersion }: Pick<CoachHead, 'scheduleVersion'>): number {
  return scheduleVersion ?? 1;
}

/** More would make the head too large to read with every question. */
export const MAX_TIME_OFF = 500;
export const MAX_OVERRIDES = 500;
export const MAX_SERVICES = 50;
export const MAX_STAFF = 50;
/** The highest number that a place can have. */
export const MAX_PLACES = 1000;

/** Returns the plan; whether another calendar is too old to be trusted depends on the clock, so it is not in it. */
export function planOf(head: CoachHead): Plan {
  return {
    schedule: head.schedule,
    overrides: head.overrides,
    timeOff: head.timeOff,
    ...(head.outside ? { externalBusy: busyOf(head.outside) } : {}),
  };
}

/** The rules of reminders for a booking: of its service, also one that is no longer offered, else of the schedule. */
export function remindersFor(
  { services, schedule }: Pick<CoachHead, 'services' | 'schedule'>,
  { serviceId }: { readonly serviceId?: string },
): Reminders {
  return services.find(({ id }) => id === serviceId)?.reminders ?? schedule.reminders;
}

/** The services in their order, without those no longer offered. */
export function offeredServices(head: Pick<CoachHead, 'services'>): readonly Service[] {
  return head.services.filter(({ deletedAt }) => deletedAt === undefined);
}

/** Returns the head as visitors see it: a service that is not active is one that is no longer offered. */
export function seenByVisitors<Head extends Pick<CoachHead, 'services' | 'createdAt'>>(head: Head): Head {
  if (head.services.every(({ active }) => active !== false)) return head;
  const { createdAt: deletedAt } = head;
  return { ...head, services: head.services.map((one) => (one.active === false ? { deletedAt, ...one } : one)) };
}

/** Returns the services with one of those offered moved to a place among them, counted from 0. */
export function movedService(head: Pick<CoachHead, 'services'>, id: string, position: number): readonly Service[] {
  const others = head.services.filter((one) => one.id !== id);
  const [offered, gone] = [offeredServices({ services: others }), others.filter((one) => one.deletedAt !== undefined)];
  const moved = head.services.filter((one) => one.id === id);
  return [...offered.slice(0, position), ...moved, ...offered.slice(position), ...gone];
}

/** The team without those who left. */
export function teamOf(head: Pick<CoachHead, 'staff'>): readonly StaffMember[] {
  return head.staff.filter(({ deletedAt }) => deletedAt === undefined);
}
