import { LRUCache } from 'lru-cache';
import { plus, type Instant } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';
import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import type { BusyAnswer, BusyQuestion } from '../ports/busy-check.ts';
import type { Core } from '../ports/core.ts';

/** Milliseconds for which an answer is good, and for which a calendar that gave none is not asked. */
const REMEMBERED = 30 * SECOND;
const MAX_REMEMBERED = 1000;

/** The answer of a calendar about one time; also while it is still awaited, so that many ask once. */
interface Remembered {
  readonly answer: Promise<BusyAnswer>;
  readonly until: Instant;
}

/**
 * Creates the question whether a calendar is busy by now. Nothing of mode test is asked (R11). A calendar that could
 * not tell is left alone for a while, so that a provider that is down makes one booking wait, and not each.
 */
export function createBusyNow(
  { busyChecks, realNow }: Pick<Core, 'busyChecks' | 'realNow'>,
  max = MAX_REMEMBERED,
): Core['busyNow'] {
  const answers = new LRUCache<string, Remembered>({ max });
  const silent = new LRUCache<string, Instant>({ max });

  const ask = async (source: CalendarSource, question: BusyQuestion, budgetMs: number): Promise<BusyAnswer> => {
    const answer = await busyChecks[source.kind]!.busyNow(source, question, budgetMs).catch(() => 'unknown' as const);
    if (answer === 'unknown') silent.set(source.id, plus(realNow(), REMEMBERED));
    return answer;
  };

  return async (source, question, budgetMs) => {
    if (source.mode === 'test' || !busyChecks[source.kind]) return 'unknown';
    const now = realNow();
    if (now < (silent.get(source.id) ?? now)) return 'unknown';
    const key = `${source.id}:${question.start}:${question.end}`;
    const known = answers.get(key);
    if (known && now < known.until) return known.answer;
    const answer = ask(source, question, budgetMs);
    answers.set(key, { answer, until: plus(now, REMEMBERED) });
    return answer;
  };
}
