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
/** For all sessions kept; less in proportion to those missed. */
const KEPT_SESSIONS = 25;
/** For one whose sessions are all still to come. */
const NOTHING_TO_JUDGE = 10;
const PHONE = 10;
const CONSENT = 10;
/** By how often sessions were moved. */
const STEADY: Steps = [
  [0, 5],
  [1, 3],
  [2, 1],
];

const keptPoints = ({ kept, missed }: LeadBehaviour): number =>
  kept + missed === 0 ? NOTHING_TO_JUDGE : (KEPT_SESSIONS * kept) / (kept + missed);

/**
 * How much a lead seems to mean it, 0–100, by the table in docs/leads.md. It ages: ask again with another `now` (an
 * instant) and recency counts anew. A lead without any booking has what their phone number says.
 */
export function leadScore(behaviour: LeadBehaviour, now: number): number {
  const { lastBookingAt, bookings, reschedules, phone, consent } = behaviour;
  const given = (phone ? PHONE : 0) + (consent ? CONSENT : 0);
  if (lastBookingAt === undefined || bookings === 0) return given;
  const recency = pointsBy(RECENCY, (now - lastBookingAt) / DAY);
  const often = BOOKINGS[Math.min(bookings, 3)]!;
  return Math.round(recency + often + keptPoints(behaviour) + pointsBy(STEADY, reschedules) + given);
}
