import { plus, type Instant } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';
import { calibrateNext, type CalibrateNeeds } from '../hour-counts/calibrate.ts';
import type { ListedDelivery } from '../../domain/delivery/recovery-delivery.ts';
import { readNext, type ReadSourceNeeds } from '../calendars-in/read-source.ts';
import { workNextRecord, type WorkRecordNeeds } from '../external-records/work-record.ts';
import { expireAndTell, type ExpireAndTellNeeds } from '../claiming/expire.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import type { UseCase } from '../ports/use-case.ts';
import { askNext, type AskProviderNeeds } from '../meetings/ask-provider.ts';
import { drainAll, type DrainDeps } from './drain.ts';
import { messageView } from './message-view.ts';
import { remindAgain, type RemindAgainDeps } from './remind-again.ts';
import { remindPersonAgain, type RemindPersonAgainDeps } from './remind-person-again.ts';
import { sendNext, type SendNeeds } from './send-next.ts';
import { workIntents, type WorkIntentsNeeds } from '../recovery/work-intents.ts';
import { createWebhookSender, type WebhookSenderNeeds } from '../webhooks/send-webhooks.ts';
import { onlyInTests } from './test-mode.ts';

type RunDueNeeds = DrainDeps &
  RemindAgainDeps &
  RemindPersonAgainDeps &
  SendNeeds &
  ExpireAndTellNeeds &
  WebhookSenderNeeds &
  ReadSourceNeeds &
  WorkRecordNeeds &
  WorkIntentsNeeds &
  AskProviderNeeds &
  CalibrateNeeds;

const AT_MOST = 500;

/** Lets unanswered requests expire (R11, R25). */
const expireDue = async (core: RunDueNeeds, scope: LedgerScope, now: Instant): Promise<void> => {
  const due = await core.bookings.expired(now, AT_MOST, scope);
  for (const booking of due) await expireAndTell(core, booking, now);
};

/** Returns what was handled, as it is now. */
const sendDue = async (
  core: RunDueNeeds,
  partnerId: string,
  now: Instant,
  limit: number,
): Promise<readonly string[]> => {
  const handled: string[] = [];
  while (handled.length < limit) {
    const delivery = await sendNext(core, { mode: 'test', partnerId, about: 'bookings' }, now);
    if (!delivery) break;
    handled.push(delivery.id);
  }
  return handled;
};

/** Reads the calendars that are due, by the answers that the test has set. Returns how many. */
const readCalendars = async (core: RunDueNeeds, { partnerId }: LedgerScope, now: Instant): Promise<number> => {
  let read = 0;
  while (read < AT_MOST && (await readNext(core, { mode: 'test', partnerId }, now))) read += 1;
  return read;
};

/** Works off what providers are to have by now, at the ones made up for tests. Returns how many attempts it made. */
const workRecords = async (core: RunDueNeeds, { partnerId }: LedgerScope, now: Instant): Promise<number> => {
  let worked = 0;
  while (worked < AT_MOST && (await workNextRecord(core, { mode: 'test', partnerId }, now))) worked += 1;
  return worked;
};

/** Lets the meetings that are due tell who was there. */
const askProviders = async (core: RunDueNeeds, { partnerId }: LedgerScope, now: Instant): Promise<void> => {
  for (let asked = 0; asked < AT_MOST && (await askNext(core, { mode: 'test', partnerId }, now)); asked += 1);
};

/** Attempts at webhooks of a call begin within so long. */
const WEBHOOKS_WITHIN = 10 * SECOND;

/** Sends the webhooks that wait, by real time (R11). Returns how many attempts it made. Throws the first fault. */
const sendWebhooks = async (core: RunDueNeeds, scope: LedgerScope): Promise<number> => {
  const faults: unknown[] = [];
  const sender = createWebhookSender(core, (fault) => faults.push(fault));
  const sent = await sender.sendDue(scope, plus(core.realNow(), WEBHOOKS_WITHIN));
  if (faults.length > 0) throw faults[0];
  return sent;
};

/**
 * Lets test requests expire, reads test calendars, makes messages of a partner's test events, marks unfinished bookings
 * as abandoned and sends what goes by itself about them, brings to the providers that are made up for tests what
 * follows bookings, calibrates confidences, and handles those that are due at this time of the clock. Throws
 * ROUTE_NOT_FOUND with a live key.
 */
export const runDue: UseCase<'runDue', RunDueNeeds> =
  (core) =>
  async (context, { limit = AT_MOST }) => {
    onlyInTests(context);
    const scope = scopeOf(context);
    const due = () => core.deliveries.due({ ...scope, dueBy: context.now, limit });
    if (context.dryRun) {
      const found = await due();
      return {
        data: { messages: found.map(messageView), webhooks: 0, calendars: 0, records: 0, more: found.length === limit },
      };
    }
    await expireDue(core, scope, context.now);
    const calendars = await readCalendars(core, scope, context.now);
    // One booking whose events cannot be made into messages holds up no other's.
    const [drained] = await Promise.allSettled([drainAll(core, undefined, scope)]);
    await workIntents(core, { mode: 'test', partnerId: scope.partnerId }, context.now);
    const records = await workRecords(core, scope, context.now);
    await remindAgain(core, scope);
    await remindPersonAgain(core, scope);
    const ids = await sendDue(core, scope.partnerId, context.now, limit);
    await askProviders(core, scope, context.now);
    while (await calibrateNext(core, { mode: 'test', partnerId: scope.partnerId }, context.now));
    const webhooks = await sendWebhooks(core, scope);
    if (drained.status === 'rejected') throw drained.reason;
    const handled = await core.deliveries.byIds(ids);
    const byId = new Map<string, ListedDelivery>(handled.map((delivery) => [delivery.id, delivery]));
    return {
      data: {
        messages: ids.map((id) => messageView(byId.get(id)!)),
        webhooks,
        calendars,
        records,
        more: (await due()).length > 0,
      },
    };
  };
