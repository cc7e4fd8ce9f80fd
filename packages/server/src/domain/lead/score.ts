import type { Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { LeadBehaviour } from './behaviour.ts';

/** Points for the first row whose limit the value does not pass. */
type Steps = readonly (readonly [limit: number, points: number])[];

const pointsBy = (steps: Steps, value: number): number => steps.find(([limit]) => value <= limit)?.[1] ?? 0;

/** Days since the last booking was made. */
const RECENCY: Steps = [
  [7, 30],
  [30, 20],
  [90, 10],
];
const BOOKINGS = [0, 5, 12, 20] as const;
/** When all sessions were attended; less in proportion to those missed. */
const ATTENDED_SESSIONS = 25;
/** For a person whose sessions are all still ahead. */
const NO_SESSIONS = 10;
const PHONE = 10;
const CONSENT = 10;
/** By the number of moved sessions. */
const STEADY: Steps = [
  [0, 5],
  [1, 3],
  [2, 1],
];

const keptPoints = ({ kept, missed }: LeadBehaviour): number =>
  kept + missed === 0 ? NO_SESSIONS : Math.round((ATTENDED_SESSIONS * kept) / (kept + missed));

/** The facts that are counted for a lead. */
export type ScorePartKind = 'recency' | 'bookings' | 'kept' | 'phone' | 'consent' | 'steady';

/** Whole points of one kind, of the most that there are. */
export interface ScorePart {
  readonly kind: ScorePartKind;
  readonly points: number;
  readonly most: number;
}

/**
 * Returns what the score of a lead is made of, by the table in docs/leads.md. It ages with `now` (an instant), which
 * recency counts from. A lead without any booking has the points of their phone number and consent alone.
 */
export function scoreParts(behaviour: LeadBehaviour, now: Instant): readonly ScorePart[] {
  const { lastBookingAt, bookings, moved, phone, consent } = behaviour;
  const isBooked = lastBookingAt !== undefined && bookings > 0;
  const part = (kind: ScorePartKind, most: number, points: number): ScorePart => ({ kind, points, most });
  return [
    part('recency', RECENCY[0]![1], isBooked ? pointsBy(RECENCY, (now - lastBookingAt) / DAY) : 0),
    part('bookings', BOOKINGS[3], isBooked ? BOOKINGS[Math.min(bookings, 3)]! : 0),
    part('kept', ATTENDED_SESSIONS, isBooked ? keptPoints(behaviour) : 0),
    part('phone', PHONE, phone ? PHONE : 0),
    part('consent', CONSENT, consent ? CONSENT : 0),
    part('steady', STEADY[0]![1], isBooked ? pointsBy(STEADY, moved) : 0),
  ];
}

/** Scores a lead, 0–100: the sum of its parts. */
export function leadScore(behaviour: LeadBehaviour, now: Instant): number {
  return scoreParts(behaviour, now).reduce((sum, { points }) => sum + points, 0);
}
