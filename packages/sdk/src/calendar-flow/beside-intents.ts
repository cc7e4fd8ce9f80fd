import { burstIntents } from './burst-intents.ts';
import type { ChangeMaker } from './change-maker.ts';
import type { FlowCore } from './core.ts';
import { zoneIntents } from './zone-intents.ts';

/**
 * Returns the intents about bookings beside the calendar that wait for a decision, with one reading for all of them.
 */
export function besideIntents(core: FlowCore, maker: ChangeMaker, clock: () => number) {
  const { look: lookForBursts, ...ofBursts } = burstIntents(core, maker, clock);
  const { look: lookForZoneChanges, ...ofZones } = zoneIntents(core, maker, clock);
  const look = (signal: AbortSignal | undefined): void => {
    lookForBursts(signal);
    lookForZoneChanges(signal);
  };
  return { look, ...ofBursts, ...ofZones };
}
