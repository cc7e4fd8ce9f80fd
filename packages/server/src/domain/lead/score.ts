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
  kept + missed === 0 ? NO_SESSIONS : (ATTENDED_SESSIONS * kept) / (kept + missed);

/**
 * Scores a lead, 0–100, by the table in docs/leads.md. The score ages with `now` (an instant), which recency counts
 * from. A lead without any booking has the points of their phone number.
 */
export function leadScore(behaviour: LeadBehaviour, now: Instant): number {
  const { lastBookingAt, bookings, moved, phone, consent } = behaviour;
  const given = (phone ? PHONE : 0) + (consent ? CONSENT : 0);
  if (lastBookingAt === undefined || bookings === 0) return given;
  const recency = pointsBy(RECENCY, (now - lastBookingAt) / DAY);
  const often = BOOKINGS[Math.min(bookings, 3)]!;
  return Math.round(recency + often + keptPoints(behaviour) + pointsBy(STEADY, moved) + given);
}
