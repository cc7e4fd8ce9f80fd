import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import { endChannels } from '../google/channels.ts';
import type { GraphNeeds } from '../microsoft/graph.ts';
import { endSubscriptions } from '../microsoft/subscriptions.ts';

/** Ends the reports of a source that is read no more, as far as its provider can be reached; else they end by time. */
export async function endPush(core: GraphNeeds, source: CalendarSource): Promise<void> {
  if (source.mode === 'test' || !source.push) return;
  if (source.kind === 'google') await endChannels(core, source.connectionId, source.push.channels);
  if (source.kind === 'microsoft') await endSubscriptions(core, source, source.push.channels);
}
