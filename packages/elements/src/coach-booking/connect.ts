import {
  createKeyTransport,
  createLazyBookingFlow,
  listSlots,
  type BookingClient,
  type BookingFlowOptions,
} from '@coach-booking/sdk';
import { device } from './device.ts';
import { loadSteps } from './load-steps.ts';
import { bookingRun, type Connect } from './run.ts';
import { serverTime } from './server-time.ts';
import { watchFrom } from './watch.ts';

/** Creates runs on the SDK. `fetch` is the browser's own unless another is given. */
export function connectTo(fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request)): Connect {
  return (settings) => {
    const { publishableKey, baseUrl, coach, service, timeZone, language, prefill, draftName, manageToken } = settings;
    const time = serverTime(fetch);
    // Several coaches, of whom one is assigned, have a blank between them; `*` is the whole team.
    if (manageToken || /[ *]/.test(coach))
      return import('./manage/connect-other.ts').then(({ connectOther }) => connectOther(settings, time));
    const caller = { publishableKey, baseUrl, fetch: time.fetch };
    const transport = createKeyTransport(caller);
    // The later steps add the calls that only they make.
    const client = { listSlots: (...given) => listSlots(transport, ...given) } as BookingClient;
    const options: BookingFlowOptions = {
      coach,
      service: service || undefined,
      timeZone,
      language,
      prefill,
      draftName,
      clock: time.now,
      watch: watchFrom(caller),
      ...device(),
    };
    // The campaign is that of the page as it is now, not as it is when a time is chosen.
    void loadSteps().then(
      ({ visitOf }) => Object.assign(options, visitOf(location, document.referrer)),
      () => undefined,
    );
    return bookingRun(
      createLazyBookingFlow(client, options, () => loadSteps().then(({ stepsOn }) => stepsOn(transport, caller))),
      time.now,
    );
  };
}

/** Creates runs on the server that the settings name. */
export const connect: Connect = connectTo();
