import { earliest, latest, type Instant } from '@coach-booking/time/instant';
import { merge, type Range } from '@coach-booking/time/range';
import { MINUTE } from '@coach-booking/time/units';
import type { MeetingFact } from './meeting-fact.ts';

/** A person who was in a meeting, as far as its facts show. */
export interface Visitor {
  readonly isHost: boolean;
  readonly name?: string;
  readonly email?: string;
  /** The first time. Absent where only the end of a visit is known. */
  readonly joinedAt?: Instant;
  /** The last time. Absent from a visitor who is still there, and where it is not known. */
  readonly leftAt?: Instant;
  /** Minutes in the room, rounded, all visits together; times with two devices count once. Absent while not known. */
  readonly duration?: number;
}

/** When a meeting was held. */
export interface Held {
  /** The first time that it was started. */
  readonly startedAt?: Instant;
  /** The last time that it ended. Absent while it goes on. */
  readonly endedAt?: Instant;
}

interface Visit {
  readonly facts: readonly MeetingFact[];
  readonly spans: readonly Range<Instant>[];
  readonly joinedAt: Instant | undefined;
  readonly leftAt: Instant | undefined;
  readonly isOpen: boolean;
}

const grouped = <T>(list: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] => {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
};

/** Returns when each occasion ended, of those that did. */
const endsOf = (facts: readonly MeetingFact[]): ReadonlyMap<string, Instant> =>
  new Map(facts.filter(({ kind }) => kind === 'ended').map(({ occasion, at }) => [occasion, at]));

/** Returns one visit. A visit without an end of its own ends with its occasion; one without a beginning has no span. */
const visitOf = (facts: readonly MeetingFact[], endedAt: Instant | undefined): Visit => {
  const spans: Range<Instant>[] = [];
  let since: Instant | undefined;
  for (const { kind, at } of facts) {
    if (kind === 'joined') since ??= at;
    else if (since !== undefined) {
      spans.push({ start: since, end: at });
      since = undefined;
    }
  }
  if (since !== undefined && endedAt !== undefined && endedAt >= since) {
    spans.push({ start: since, end: endedAt });
    since = undefined;
  }
  const left = facts.filter(({ kind }) => kind === 'left').at(-1)?.at;
  return {
    facts,
    spans,
    joinedAt: facts.find(({ kind }) => kind === 'joined')?.at,
    leftAt: spans.at(-1)?.end ?? left,
    isOpen: since !== undefined,
  };
};

/** Returns by what a visit is recognised as one of a person: the account or the address, else the name. */
const marksOf = ({ facts }: Visit): readonly string[] => {
  if (facts.some(({ isHost }) => isHost)) return ['host'];
  const sure = facts.flatMap(({ email, accountId }) => [
    ...(email === undefined ? [] : [`email ${email.toLowerCase()}`]),
    ...(accountId === undefined ? [] : [`account ${accountId}`]),
  ]);
  if (sure.length > 0) return sure;
  const named = facts.flatMap(({ name }) => (name === undefined ? [] : [`name ${name.trim().toLowerCase()}`]));
  return named.length > 0 ? named : [`visit ${facts[0]!.occasion} ${facts[0]!.visit}`];
};

/** Returns the visits of each person: those that share a mark, also by way of a third. */
const byPerson = (visits: readonly Visit[]): readonly (readonly Visit[])[] => {
  let people: { marks: ReadonlySet<string>; visits: readonly Visit[] }[] = [];
  for (const visit of visits) {
    const marks = marksOf(visit);
    const same = people.filter((person) => marks.some((mark) => person.marks.has(mark)));
    people = [
      ...people.filter((person) => !same.includes(person)),
      {
        marks: new Set([...same.flatMap((person) => [...person.marks]), ...marks]),
        visits: [...same.flatMap((person) => person.visits), visit],
      },
    ];
  }
  return people.map((person) => person.visits);
};

const lengthOf = (spans: readonly Range<Instant>[]): number => {
  const sorted = merge(spans);
  return Math.round(sorted.reduce((sum, { start, end }) => sum + (end - start), 0) / MINUTE);
};

const visitorOf = (visits: readonly Visit[]): Visitor => {
  const facts = visits.flatMap((visit) => visit.facts);
  const isHost = facts.some((fact) => fact.isHost);
  const first = (pick: (fact: MeetingFact) => string | undefined) =>
    facts
      .map(pick)
      .filter((text) => text !== undefined)
      .sort()[0];
  const [name, email] = [first((fact) => fact.name), first((fact) => fact.email)];
  const joined = visits.flatMap((visit) => visit.joinedAt ?? []);
  const spans = visits.flatMap((visit) => visit.spans);
  const isThere = visits.some((visit) => visit.isOpen);
  const left = visits.flatMap((visit) => visit.leftAt ?? []);
  return {
    isHost,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(joined.length > 0 && { joinedAt: earliest(...joined) }),
    ...(!isThere && left.length > 0 && { leftAt: latest(...left) }),
    ...(!isThere && spans.length > 0 && { duration: lengthOf([...spans].sort((a, b) => a.start - b.start)) }),
  };
};

/** Returns who was in the meeting, the first to come first. The facts are those of `withFacts`. */
export function visitorsOf(facts: readonly MeetingFact[]): readonly Visitor[] {
  const ends = endsOf(facts);
  const ofPeople = facts.filter(({ kind }) => kind === 'joined' || kind === 'left');
  const visits = grouped(ofPeople, ({ occasion, visit = '' }) => JSON.stringify([occasion, visit])).map((of) =>
    visitOf(of, ends.get(of[0]!.occasion)),
  );
  return byPerson(visits).map(visitorOf);
}

/** Returns when the meeting was held. The facts are those of `withFacts`. */
export function heldOf(facts: readonly MeetingFact[]): Held {
  const ends = endsOf(facts);
  const starts = facts.filter(({ kind }) => kind === 'started');
  const isOn = starts.some(({ occasion }) => !ends.has(occasion));
  return {
    ...(starts[0] && { startedAt: starts[0].at }),
    ...(!isOn && ends.size > 0 && { endedAt: latest(...ends.values()) }),
  };
}

/**
 * A hint, and no more: providers report no meeting with one person, and events get lost. So it never says that a person
 * stayed away.
 */
export type Attendance = 'both' | 'coach_only' | 'guest_only';

/** Returns who was there, of host and guests; undefined without a visit. */
export function attendanceOf(visitors: readonly Visitor[]): Attendance | undefined {
  const coach = visitors.some(({ isHost }) => isHost);
  const guest = visitors.some(({ isHost }) => !isHost);
  if (coach && guest) return 'both';
  return coach ? 'coach_only' : guest ? 'guest_only' : undefined;
}
