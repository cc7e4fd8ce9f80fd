import { instant, type Instant } from '@coach-booking/time/instant';

/** A fact of a meeting, from its provider. Facts may come twice, late and in any order, or not at all. */
export interface MeetingFact {
  /** `started` and `ended` are of the meeting, the others of one visit of a person. */
  readonly kind: 'started' | 'ended' | 'joined' | 'left';
  readonly at: Instant;
  /** One meeting may be started several times: each has an id of its own. */
  readonly occasion: string;
  /** The provider's id of one stay in the room, within the occasion. Absent from facts of the meeting. */
  readonly visit?: string;
  /** It is the person who holds the meeting: then neither name nor address is kept. */
  readonly isHost?: true;
  /** As the visitor wrote it. */
  readonly name?: string;
  /** Providers name the addresses of few visitors. */
  readonly email?: string;
  /** The provider's id of somebody who was signed in there. */
  readonly accountId?: string;
}

/** Facts that are kept of a meeting and of its visits: far more than a session has, and few enough for one document. */
const MOST = { ofMeeting: 50, ofVisits: 400 } as const;

const keyOf = ({ kind, at, occasion, visit = '' }: MeetingFact): string => JSON.stringify([at, occasion, visit, kind]);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Returns the order of facts: by time, then by their other fields, so that it depends on nothing else. */
function byTime(a: MeetingFact, b: MeetingFact): number {
  return a.at - b.at || compare(keyOf(a), keyOf(b));
}

const oneOf = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || b === undefined ? (a ?? b) : a < b ? a : b;

/** Returns one fact of two reports of it, whichever of them names more. */
const same = (a: MeetingFact, b: MeetingFact): MeetingFact => {
  const { kind, at, occasion, visit } = a;
  const [name, email, accountId] = [oneOf(a.name, b.name), oneOf(a.email, b.email), oneOf(a.accountId, b.accountId)];
  const isHost = a.isHost ?? b.isHost;
  return {
    kind,
    at: instant(at),
    occasion,
    ...(visit !== undefined && { visit }),
    ...(isHost && { isHost }),
    ...(!isHost && name !== undefined && { name }),
    ...(!isHost && email !== undefined && { email }),
    ...(!isHost && accountId !== undefined && { accountId }),
  };
};

/**
 * Returns all facts of both lists, each once and in the order of time: the same whichever came first. Of very many, the
 * earliest are kept.
 */
export function withFacts(known: readonly MeetingFact[], news: readonly MeetingFact[]): readonly MeetingFact[] {
  const byKey = new Map<string, MeetingFact>();
  for (const fact of [...known, ...news]) {
    const key = keyOf(fact);
    byKey.set(key, same(fact, byKey.get(key) ?? fact));
  }
  const all = [...byKey.values()].sort(byTime);
  const ofMeeting = all.filter(({ kind }) => kind === 'started' || kind === 'ended').slice(0, MOST.ofMeeting);
  const ofVisits = all.filter(({ kind }) => kind === 'joined' || kind === 'left').slice(0, MOST.ofVisits);
  return [...ofMeeting, ...ofVisits].sort(byTime);
}
