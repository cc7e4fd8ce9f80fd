import { burstIntents } from './burst-intents.ts';
import type { ChangeMaker } from './change-maker.ts';
import type { FlowCore } from './core.ts';
import { zoneIntents } from './zone-intents.ts';

/** What stands beside the calendar for the coach to decide on, with one look for all of it. */
export function besideIntents(core: FlowCore, maker: ChangeMaker, clock: () => number) {
  const { look: lookForBursts, ...ofBursts } = burstIntents(core, maker, clock);
  const { look: lookForZoneChanges, ...ofZones } = zoneIntents(core, maker, clock);
  const look = (signal: AbortSignal | undefined): void => {
    lookForBursts(signal);
    lookForZoneChanges(signal);
  };
  return { look, ...ofBursts, ...ofZones };
}
