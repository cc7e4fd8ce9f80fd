import {
  createKeyTransport,
  createLazyBookingFlow,
  type BookingClient,
  type BookingFlowOptions,
  type BookingFlowState,
  type WatchedSlots,
} from '@coach-booking/sdk';
import { computed } from 'nanostores';
import { sayer } from '../../internal/i18n/say.ts';
import { enTeam } from '../../translations/en-team.ts';
import { addEnglish, translationFor } from '../../translations/index.ts';
import { device } from '../device.ts';
import { loadSteps } from '../load-steps.ts';
import { bookingRun, type Run } from '../run.ts';
import type { ServerTime } from '../server-time.ts';
import type { Settings } from '../settings.ts';
import { namedIn } from './chosen-coach.ts';
import { teamCalls } from './team-calls.ts';
import { TeamClient, type LaterClient } from './team-client.ts';

/** Milliseconds after which the times of several coaches are read again: a stream would be one for each of them. */
const READ_AGAIN = 60_000;

/** Reads the shown month again while the tab is in view, at times and when it comes back. */
function keepReading(_state: unknown, slots: WatchedSlots): () => void {
  const read = () => void (document.hidden || slots.refresh());
  const timer = setInterval(read, READ_AGAIN);
  document.addEventListener('visibilitychange', read);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', read);
  };
}

/** Returns the run in which a visitor books any of several coaches, who is assigned with the time. */
export async function connectTeam(
  { publishableKey, baseUrl, coach, service, timeZone, language, prefill, draftName }: Settings,
  time: ServerTime,
): Promise<Run> {
  addEnglish(enTeam);
  const say = sayer(await translationFor(language));
  const names = coach === '*' ? undefined : coach.split(/\s+/).filter(Boolean);
  const caller = { publishableKey, baseUrl, fetch: time.fetch };
  const transport = createKeyTransport(caller);
  const team = new TeamClient(teamCalls(transport), names, { name: say('teamName'), text: say('teamAny') });
  const client = { listSlots: team.listSlots } as BookingClient;
  const options: BookingFlowOptions = {
    coach,
    service: service || undefined,
    timeZone,
    language,
    prefill,
    draftName,
    clock: time.now,
    watch: ($state, slots) => {
      const counting = loadSteps().then(
        ({ countSteps }) =>
          countSteps(caller, $state as typeof flow.$state, undefined, undefined, (state) => team.visitedIn(state)),
        () => undefined,
      );
      const stopReading = keepReading($state, slots);
      return () => {
        stopReading();
        void counting.then((stop) => stop?.());
      };
    },
    ...device(),
  };
  void loadSteps().then(
    ({ visitOf }) => Object.assign(options, visitOf(location, document.referrer)),
    () => undefined,
  );
  const flow = createLazyBookingFlow(client, options, async () => {
    const { stepsOn } = await loadSteps();
    return (core) => {
      const steps = stepsOn(transport, caller)(core);
      const { beacon } = core.options;
      Object.assign(core.client, team.later({ ...(core.client as LaterClient) }, core.state));
      Object.assign(core.options, {
        beacon: ({ id, holdToken }: Parameters<NonNullable<typeof beacon>>[0]) =>
          beacon?.({ id, holdToken: namedIn(holdToken)?.token ?? holdToken }) ?? false,
      });
      return steps;
    };
  });
  const $state = computed(flow.$state, (state): BookingFlowState => ({ ...state, coach: team.coachIn(state) }));
  return bookingRun({ ...flow, $state }, time.now);
}
