import type { Instant, Minutes } from '@coach-booking/time/instant';
import { offsetAt, type Zone } from '@coach-booking/time/zone';
import { DAY, HOUR } from '@coach-booking/time/units';
import type { Weekday } from '@coach-booking/time/plain-date';
import { toMinutes } from '@coach-booking/time/wall-time';
import type { WeeklyRange } from '../schedule/schedule.ts';
import type { Temperature } from '../lead/temperature.ts';
import type { HourRates } from './rates.ts';

/** The features by which times are ranked. */
export const FEATURES = ['conversion', 'completion', 'gap', 'lead_hours', 'urgency', 'preference'] as const;
export type Feature = (typeof FEATURES)[number];

/** The person to whom times are recommended: a lead, or a visitor of whom only the zone is known. */
export interface Candidate {
  /** Of the person; the coach's while that is not known. */
  readonly zone: Zone;
  /** Starts of the sessions that the person booked before. */
  readonly past: readonly Instant[];
  /** 0–100; absent of a visitor. */
  readonly score?: number;
  /** As it is set by hand; it counts more than the score. */
  readonly temperature?: Temperature;
}

/** A free time, and what is known of it. */
export interface CandidateTime {
  readonly start: Instant;
  /** By the coach's wall clock. */
  readonly weekday: Weekday;
  readonly hour: number;
  /** Since 00:00, 0–1439. */
  readonly minutes: Minutes;
  /** The sides on which another session lies so near that no third one fits between. */
  readonly neighbours: 0 | 1 | 2;
  readonly rates: HourRates;
}

/** The hours in which people want to be called, by their own wall clock. */
const WAKING = { from: 7, to: 21 };
/** Waking hours count as so many sessions of before. */
const PRIOR_SESSIONS = 2;
/** After so many days a time is half as soon. */
const HALF_AS_SOON = 3;
const EAGERNESS: Readonly<Record<Temperature, number>> = { hot: 1, warm: 0.6, cold: 0.3 };
const VISITOR = 0.5;

const hourIn = (zone: Zone, at: Instant): number => Math.floor((at + offsetAt(zone, at)) / HOUR) % 24;

const hoursApart = (a: number, b: number): number => Math.min((a - b + 24) % 24, (b - a + 24) % 24);

/**
 * Returns for each hour of the person's clock the share of their sessions within an hour of it, as if two more had been
 * in waking hours.
 */
const leadHoursOf = ({ zone, past }: Candidate): readonly number[] => {
  const hours = past.map((at) => hourIn(zone, at));
  return Array.from({ length: 24 }, (_, hour) => {
    const alike = hours.filter((each) => hoursApart(each, hour) <= 1).length;
    const isWaking = hour >= WAKING.from && hour < WAKING.to;
    return (alike + (isWaking ? PRIOR_SESSIONS : 0)) / (past.length + PRIOR_SESSIONS);
  });
};

const eagernessOf = ({ score, temperature }: Candidate): number =>
  temperature ? EAGERNESS[temperature] : score === undefined ? VISITOR : score / 100;

const urgency = (eagerness: number, start: Instant, now: Instant): number =>
  eagerness * 0.5 ** (Math.max(0, start - now) / (HALF_AS_SOON * DAY));

/** One half is as good as usual. Only what is certain counts, so that an hour of three visits does not win. */
const conversion = ({ conversion: { low }, usual: { mean } }: HourRates): number => low / (low + mean);

/** Hours that end before they start run on past midnight. */
const isPreferred = (hours: readonly WeeklyRange[], { weekday, minutes }: CandidateTime): boolean =>
  hours.some(({ dayOfWeek, start, end }) => {
    const [from, to] = [toMinutes(start), toMinutes(end)];
    if (from < to) return dayOfWeek === weekday && from <= minutes && minutes < to;
    return (dayOfWeek === weekday && from <= minutes) || ((dayOfWeek + 1) % 7 === weekday && minutes < to);
  });

/** Returns a function for how much each feature speaks for a time, from 0 to 1. None is about health. */
export function createFeatures(
  candidate: Candidate,
  preferred: readonly WeeklyRange[],
  now: Instant,
): (time: CandidateTime) => Readonly<Record<Feature, number>> {
  const leadHours = leadHoursOf(candidate);
  const eagerness = eagernessOf(candidate);
  return (time) => ({
    conversion: conversion(time.rates),
    completion: time.rates.completion.low,
    gap: time.neighbours / 2,
    lead_hours: leadHours[hourIn(candidate.zone, time.start)]!,
    urgency: urgency(eagerness, time.start, now),
    preference: isPreferred(preferred, time) ? 1 : 0,
  });
}
