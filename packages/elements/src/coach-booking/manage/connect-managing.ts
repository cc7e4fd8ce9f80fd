import {
  bindOperations,
  cancelBooking,
  createManageFlow,
  createKeyTransport,
  getBooking,
  getCoach,
  listSlots,
  renewManageLink,
  rescheduleBooking,
} from '@coach-booking/sdk';
import { online } from '../../internal/online.ts';
import type { Run } from '../run.ts';
import type { ServerTime } from '../server-time.ts';
import type { Settings } from '../settings.ts';
import { watchFrom } from '../watch.ts';
import { tokenOf } from '../steps/manage-address.ts';
import { managingRun } from './managing-run.ts';

/** Returns the run of manage mode on the SDK. */
export function connectManaging(
  { publishableKey, baseUrl, timeZone, manageToken: given }: Settings,
  { fetch, now }: ServerTime,
): Run {
  const manageToken = tokenOf(given);
  const transport = createKeyTransport({ publishableKey, baseUrl, bookingToken: manageToken, fetch });
  const client = bindOperations(transport, {
    getBooking,
    getCoach,
    listSlots,
    rescheduleBooking,
    cancelBooking,
    renewManageLink,
  });
  return managingRun(
    createManageFlow(client, {
      token: manageToken,
      timeZone,
      clock: now,
      online,
      watch: watchFrom({ publishableKey, baseUrl }),
    }),
    now,
  );
}
