import { MAX_SOURCES, type CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import { checkUrl } from '../access/allowed-url.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { identify } from '../idempotency/identify.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import { refuseInput, scopeOf, trimmed } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { showBusy, type ShowBusyNeeds } from './show-busy.ts';
import { sourceView } from './source-view.ts';

type CreateNeeds = Pick<Core, 'outbound' | 'newId' | 'idempotency'> & ShowBusyNeeds;

/** Throws URL_NOT_ALLOWED. In mode test nothing is called, so nothing is looked up either. */
const checkAddress = async (core: CreateNeeds, context: Context, url: string): Promise<void> => {
  if (context.caller.mode === 'live') return checkUrl(core, context, url);
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || parsed.username !== '' || parsed.password !== '')
    throw new Refusal('URL_NOT_ALLOWED', 'url: This is no address without a name and a password.');
};

/**
 * Connects a calendar; the next pass reads it. A retry with the same idempotency key makes no second one. Two at the
 * same moment may exceed the limit by one. Throws COACH_NOT_FOUND, URL_NOT_ALLOWED, INVALID_REQUEST for one too many,
 * IDEMPOTENCY_MISMATCH.
 */
export const createExternalCalendar: UseCase<'createExternalCalendar', CreateNeeds> =
  (core) => async (context, input) => {
    const { coach, name, policy = 'keep_last_good' } = input;
    const { head } = await readCoach(core, context, coach);
    const url = input.url.replace(/^webcal:/i, 'https:');
    await checkAddress(core, context, url);
    const id = context.dryRun ? core.newId() : (await identify(core, context, 'createExternalCalendar', input)).id;
    const all = await core.calendarSources.ofCoach(head.id);
    const earlier = all.find((one) => one.id === id);
    if (earlier) return { data: sourceView(earlier, all, context.now) };
    if (all.filter(({ deletedAt }) => deletedAt === undefined).length >= MAX_SOURCES)
      refuseInput('url', `A coach has at most ${MAX_SOURCES} external calendars: delete one first.`);
    const source: CalendarSource = {
      ...scopeOf(context),
      id,
      coachId: head.id,
      kind: 'ics',
      name: trimmed('name', name),
      url,
      policy,
      active: true,
      dueAt: context.now,
      leasedUntil: null,
      fence: 0,
      failures: 0,
      toShow: true,
      version: 1,
      createdAt: context.now,
    };
    if (!context.dryRun && (await core.calendarSources.insert(source))) await showBusy(core, scopeOf(context), head.id);
    return { data: sourceView(source, [...all, source], context.now) };
  };
