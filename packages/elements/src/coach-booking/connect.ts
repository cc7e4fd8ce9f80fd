import {
  bindOperations,
  createBooking,
  createHold,
  createHoldBeacon,
  createKeyTransport,
  createLazyBookingFlow,
  extendHold,
  listSlots,
  releaseHold,
} from '@coach-booking/sdk';
import { device } from './device.ts';
import { loadSteps } from './load-steps.ts';
import { bookingRun, type Connect } from './run.ts';
import { serverTime } from './server-time.ts';
import { visitOf } from './settings.ts';
import { watchFrom } from './watch.ts';

/** Creates runs on the SDK. `fetch` is the browser's own unless another is given. */
export function connectTo(fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request)): Connect {
  return (settings) => {
    const { publishableKey, baseUrl, coach, service, timeZone, language, prefill, draftName, manageToken } = settings;
    const time = serverTime(fetch);
    if (manageToken)
      return import('./manage/connect-managing.ts').then(({ connectManaging }) => connectManaging(settings, time));
    const caller = { publishableKey, baseUrl, fetch: time.fetch };
    const transport = createKeyTransport(caller);
    const client = bindOperations(transport, {
      listSlots,
      createHold,
      extendHold,
      releaseHold,
      createBooking,
    });
    const beacon = createHoldBeacon(caller, (url, body) => !!navigator.sendBeacon?.(url, body));
    const visit = visitOf(location, document.referrer);
    return bookingRun(
      createLazyBookingFlow(
        client,
        {
          coach,
          service: service || undefined,
          timeZone,
          language,
          prefill,
          draftName,
          clock: time.now,
          beacon,
          watch: watchFrom(caller),
          ...visit,
          ...device(),
        },
        () => loadSteps().then(({ stepsOn }) => stepsOn(transport, caller)),
      ),
      time.now,
    );
  };
}

/** Creates runs on the server that the settings name. */
export const connect: Connect = connectTo();
