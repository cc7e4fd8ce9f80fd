import type { ProviderConnection } from '../../domain/provider-connection/provider-connection.ts';
import type { MeetingProvider } from '../../domain/external-record/external-record.ts';
import type { Core } from '../ports/core.ts';
import type { ConnectionUser } from '../ports/provider-connections.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';

const MEETINGS: Partial<Readonly<Record<ProviderConnection['provider'], MeetingProvider>>> = {
  google: 'google_meet',
  zoom: 'zoom',
};

/**
 * The meetings that are made with a connected account. They are records of bookings, which notice by themselves that
 * the account is gone, so there is nothing to end.
 */
export function meetingConnectionUser({
  coaches,
  recordAdapters,
}: Pick<Core, 'coaches' | 'recordAdapters'>): ConnectionUser {
  const isUsed = async ({ id, provider, partnerId, mode, coachId }: ProviderConnection): Promise<boolean> => {
    const meeting = MEETINGS[provider];
    const adapter = meeting && recordAdapters(mode)[meeting];
    const head = adapter && (await coaches.byId(coachId));
    if (!head?.services.some(({ video }) => video?.provider === meeting)) return false;
    try {
      return (await adapter!.accountOf({ partnerId, mode, coachId }))?.connectionId === id;
    } catch (error) {
      if (error instanceof ProviderFailure) return false;
      throw error;
    }
  };
  return {
    usesOf: async (connection) => ((await isUsed(connection)) ? [{ kind: 'meetings' }] : []),
    end: async () => undefined,
  };
}
