import { burstIntents } from './burst-intents.ts';
import type { ChangeMaker } from './change-maker.ts';
import { changedIntents } from './changed-intents.ts';
import type { FlowCore } from './core.ts';
import type { CalendarActCalls } from './options.ts';
import { zoneIntents } from './zone-intents.ts';

/**
 * Returns the intents about bookings beside the calendar that wait for a decision, with one reading for all of them.
 */
export function besideIntents(client: CalendarActCalls, core: FlowCore, maker: ChangeMaker) {
  const { look: lookForBursts, ...ofBursts } = burstIntents(client, core, maker);
  const { look: lookForZoneChanges, ...ofZones } = zoneIntents(client, core, maker);
  const { look: lookForChanged, ...ofChanged } = changedIntents(client, core);
  const look = (signal: AbortSignal | undefined): void => {
    lookForBursts(signal);
    lookForZoneChanges(signal);
    lookForChanged(signal);
  };
  return { look, ...ofBursts, ...ofZones, ...ofChanged };
}
