import type { Logger } from 'pino';
import { SECOND } from '@coach-booking/time/units';
import { repeat } from './adapters/jobs/repeat.ts';
import { calibrationWork } from './application/hour-counts/calibrate.ts';
import { calendarWork } from './application/calendars-in/calendar-work.ts';
import { connectionWork } from './application/provider-connections/connection-work.ts';
import { createCore } from './application/create-use-cases.ts';
import { meetingWork } from './application/meetings/ask-provider.ts';
import { drainAll } from './application/messages/drain.ts';
import { work } from './application/messages/work.ts';
import { recordWork } from './application/external-records/record-work.ts';
import type { Deps } from './application/ports/deps.ts';
import { workIntents } from './application/recovery/work-intents.ts';
import { sweep } from './application/sweep/sweep.ts';
import { createWebhookSender } from './application/webhooks/send-webhooks.ts';
import { webhookWork } from './application/webhooks/webhook-work.ts';
import type { Config } from './config.ts';

/** Seconds between two passes over messages and webhooks. */
const MESSAGES_EVERY = 1;
/** Seconds between two looks at what is left to do for connected accounts. */
const CONNECTIONS_EVERY = 10;
/** Seconds between two looks at which meetings and calendars of providers follow a booking. */
const RECORDS_EVERY = 1;
/** Seconds between two looks at which meetings are to be asked about. */
const MEETINGS_EVERY = 5;
/** Seconds between two looks at whose confidences are to be calibrated, which is due weekly. */
const CALIBRATIONS_EVERY = 600;
/** Seconds between two looks at which bookings were begun and not finished. */
const INTENTS_EVERY = 5;
/** Seconds between two looks at which calendars are to be read. */
const CALENDARS_EVERY = 1;

/**
 * Starts the work that no request waits for: the sweeper, messages, webhooks, calendars, connected accounts and records
 * at providers. Returns what ends each, in the order of their start; a pass in progress is finished first.
 */
export function startJobs(
  deps: Deps,
  { sweep: sweeping, leases }: Pick<Config, 'sweep' | 'leases'>,
  logger: Logger,
): readonly (() => Promise<void>)[] {
  const core = createCore(deps);
  const lease = leases.messageSeconds * SECOND;
  const failed = (job: string) => (error: unknown) =>
    logger.error({ err: { type: error instanceof Error ? error.name : 'unknown' } }, `${job} failed`);

  const sweeper = repeat(() => sweep(deps, sweeping.afterSeconds), sweeping.everySeconds, failed('sweep'));
  const messages = repeat((isStopping) => work(core, isStopping, lease), MESSAGES_EVERY, failed('sending'));

  // Drains, too, so that messages that take long delay no webhook.
  const sender = createWebhookSender(core, failed('webhooks'), lease);
  const sendWebhooks = async (isStopping: () => boolean): Promise<void> => {
    const [drained] = await Promise.allSettled([drainAll(core, isStopping)]);
    if (!isStopping()) await webhookWork(core, sender);
    if (drained.status === 'rejected') throw drained.reason;
  };
  const webhooks = repeat(sendWebhooks, MESSAGES_EVERY, failed('webhooks'));
  const calendars = repeat((isStopping) => calendarWork(core, isStopping), CALENDARS_EVERY, failed('calendars'));
  const connections = repeat(() => connectionWork(core), CONNECTIONS_EVERY, failed('connections'));
  const records = repeat((isStopping) => recordWork(core, isStopping), RECORDS_EVERY, failed('records'));
  const meetings = repeat((isStopping) => meetingWork(core, isStopping), MEETINGS_EVERY, failed('meetings'));
  const calibrate = (isStopping: () => boolean) => calibrationWork(core, isStopping);
  const calibrations = repeat(calibrate, CALIBRATIONS_EVERY, failed('calibration'));
  const workOnIntents = async (isStopping: () => boolean): Promise<void> => {
    await workIntents(core, { mode: 'live' }, core.realNow(), isStopping);
  };
  const intents = repeat(workOnIntents, INTENTS_EVERY, failed('intents'));
  const all = [sweeper, connections, messages, sender, webhooks, calendars, records, meetings, calibrations, intents];
  return all.map(({ stop }) => stop);
}
