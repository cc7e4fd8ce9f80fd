import type { Instant } from '@coach-booking/time/instant';

/** A booking without a session and for an e-mail that is not proven. */
export interface GuestVisit {
  readonly bookingId: string;
  /** The keyed hash of the address. */
  readonly mark: string;
  readonly email: string;
  /** Real time. */
  readonly at: Instant;
}

/** Bookings that look like one visitor's work. */
export interface Burst {
  /** Of its first booking. */
  readonly id: string;
  /** The field that the bookings have in common. */
  readonly kind: 'address' | 'email';
  /** By time. */
  readonly visits: readonly GuestVisit[];
}

export interface BurstRule {
  /** Minimum number of bookings. */
  readonly least: number;
  /** Milliseconds within which they were made. */
  readonly within: number;
}

/** Five in ten minutes: more than a family or a few friends make at one table. */
export const BURST_RULE: BurstRule = { least: 5, within: 600_000 };

/** Hosts with accounts for everyone, so that the host is nothing in common. */
const SHARED_HOSTS =
  /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|mail|proton|protonmail|pm|zoho|yandex|qq|163|126|t-online|orange|free|laposte|libero)\.[a-z.]{2,}$/;

/**
 * Returns what e-mails of one person have in common: the host, or at shared hosts the name without its numbers and its
 * tag.
 */
export function emailPattern(email: string): string {
  const [name = '', host = ''] = email.trim().toLowerCase().split('@');
  if (!SHARED_HOSTS.test(host)) return `@${host}`;
  return `${name.replace(/\+.*$/, '').replaceAll(/[\d._-]+/g, '#')}@${host}`;
}

/** Returns runs of visits, each beginning within `within` of the one `least` before it. Visits by time. */
const runsOf = (visits: readonly GuestVisit[], { least, within }: BurstRule): GuestVisit[][] => {
  const isDense = visits.map((_, n) => {
    for (let first = Math.max(0, n - least + 1); first <= n; first++) {
      const last = visits[first + least - 1];
      if (last && last.at - visits[first]!.at <= within) return true;
    }
    return false;
  });
  const runs: GuestVisit[][] = [];
  visits.forEach((visit, n) => {
    if (!isDense[n]) return;
    const run = runs.at(-1);
    if (run && n > 0 && isDense[n - 1] && visit.at - visits[n - 1]!.at <= within) run.push(visit);
    else runs.push([visit]);
  });
  return runs.filter((run) => run.length >= least);
};

const byTime = (a: GuestVisit, b: GuestVisit): number => a.at - b.at || (a.bookingId < b.bookingId ? -1 : 1);

const candidatesOf = (visits: readonly GuestVisit[], kind: Burst['kind'], rule: BurstRule): Burst[] => {
  const groups = new Map<string, GuestVisit[]>();
  for (const visit of visits) {
    const key = kind === 'address' ? visit.mark : emailPattern(visit.email);
    groups.set(key, [...(groups.get(key) ?? []), visit]);
  }
  return [...groups.values()].flatMap((group) =>
    runsOf(group, rule).map((run) => ({ id: run[0]!.bookingId, kind, visits: run })),
  );
};

const largest = (bursts: readonly Burst[]): Burst | undefined =>
  [...bursts].sort(
    (a, b) =>
      b.visits.length - a.visits.length ||
      (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : byTime(a.visits[0]!, b.visits[0]!)),
  )[0];

/** Returns the bursts among some visits, the largest first; each visit is in one at most. */
export function burstsOf(visits: readonly GuestVisit[], rule: BurstRule = BURST_RULE): readonly Burst[] {
  let left: readonly GuestVisit[] = [...visits].sort(byTime);
  const found: Burst[] = [];
  for (;;) {
    const burst = largest([...candidatesOf(left, 'address', rule), ...candidatesOf(left, 'email', rule)]);
    if (!burst) return found;
    found.push(burst);
    left = left.filter((visit) => !burst.visits.includes(visit));
  }
}
