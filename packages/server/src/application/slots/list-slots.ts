import type { components } from '@coach-booking/contract/types';
import { countedPlaces } from '../../domain/booking/claim.ts';
import { listStarts } from '../../domain/slots/list-starts.ts';
import { reasonForNoStarts } from '../../domain/slots/reason-for-no-starts.ts';
import { instant, type Instant } from '@coach-booking/time/instant';
import { localDates } from '@coach-booking/time/local-dates';
import { zoneOf } from '@coach-booking/time/zone';
import { countShown, type CountVisitNeeds } from '../hour-counts/count-visit.ts';
import { asksForIntents } from '../coach-head/asks-for-intents.ts';
import { coachView, serviceView } from '../coach-head/coach-view.ts';
import type { Core } from '../ports/core.ts';
import { instantText, rangeText } from '../kernel/instants.ts';
import { challengeFor } from '../guests/ask-challenge.ts';
import { cachedBranding } from '../partner/cached-branding.ts';
import { present } from '../kernel/present.ts';
import { checkShownZone, zonesView } from '../kernel/zones-view.ts';
import type { UseCase } from '../ports/use-case.ts';
import { slotAt } from './search.ts';
import { blockedRanges, type BlockedRangesNeeds } from './blocked-ranges.ts';
import { nextAvailable } from './next-available.ts';
import { readRange, type RangeRead, type ReadRangeNeeds } from './read-range.ts';
import { statusesOf } from './statuses.ts';

type ListSlotsNeeds = Pick<Core, 'challenges' | 'cachedPartner' | 'cachedMessaging' | 'publicUrl'> &
  CountVisitNeeds &
  ReadRangeNeeds &
  BlockedRangesNeeds;

type Slots = components['schemas']['Slots'];

const nextOf = async (
  core: Pick<Core, 'cache' | 'ledgers'>,
  { search, range, closed }: RangeRead,
  first: Instant | undefined,
): Promise<string | null> => {
  const next = closed ? null : (first ?? (await nextAvailable(core, search, range.to)));
  return next === null ? null : instantText(next);
};

/**
 * Returns the free slots of a range, from one read of the store; only an answer without slots reads further for
 * `nextAvailable`. A coach whose places are all taken has no slots, for the reason `capacity`, and one who takes no
 * bookings none, for `inactive`. Throws what `readRange` throws, and INVALID_REQUEST for an unknown zone.
 */
export const listSlots: UseCase<'listSlots', ListSlotsNeeds> = (core) => async (context, input) => {
  checkShownZone(input.timeZone);
  // Both at once, so that branding costs no time.
  const [read, branding, challenge] = await Promise.all([
    readRange(core, context, input),
    input.include === 'coach' ? cachedBranding(core, context.caller.partnerId) : undefined,
    input.include === 'coach' ? challengeFor(core, context) : null,
  ]);
  const { head, places, question, service, rules, closed } = read;
  const starts = closed ? [] : Array.from(listStarts(question), instant);
  const { timeZone } = head.schedule;
  // Only the first answer of a widget brings the coach along.
  if (input.include === 'coach') countShown(core, context, head, starts);
  const captureIntents = input.include === 'coach' && (await asksForIntents(core, head));
  const data: Slots = {
    timeZone,
    zones: zonesView(read.range, timeZone, input.timeZone),
    slots: input.statuses === 'all' ? statusesOf(read) : starts.map((start) => rangeText(slotAt(start, rules))),
    days: localDates(zoneOf(input.timeZone ?? timeZone), starts),
    nextAvailable: await nextOf(core, read, starts[0]),
    reason: closed ?? (starts.length > 0 ? null : reasonForNoStarts(question)),
    ...present({
      explain: input.explain === '1' ? await blockedRanges(core, context, read) : undefined,
      service: service ? serviceView(context, head, service) : undefined,
      coach:
        input.include === 'coach'
          ? {
              ...coachView(core, context, head, countedPlaces(places, context.now)),
              ...(captureIntents && { captureIntents }),
            }
          : undefined,
      branding: branding && { ...branding },
      challenge: challenge ? { ...challenge } : undefined,
    }),
  };
  return { data };
};
