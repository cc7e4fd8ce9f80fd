import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import type { ProviderConnection } from '../../domain/provider-connection/provider-connection.ts';
import { compareAndSet, refuseConflict } from '../kernel/compare-and-set.ts';
import type { Core } from '../ports/core.ts';
import type { ConnectionUser } from '../ports/provider-connections.ts';
import { showBusy, type ShowBusyNeeds } from './show-busy.ts';

type CalendarUserNeeds = ShowBusyNeeds & Pick<Core, 'calendarSources' | 'realNow'>;

const isOf = (source: CalendarSource, id: string): boolean =>
  (source.kind === 'google' || source.kind === 'microsoft') &&
  source.connectionId === id &&
  source.deletedAt === undefined;

/**
 * The calendars that are read by a connected account. When the account is disconnected they are deleted, so that
 * nothing of them takes time any more; what was written into them stays, since it is the coach's. Their reports end
 * with the grant.
 */
export function calendarConnectionUser(core: CalendarUserNeeds): ConnectionUser {
  const sourcesOf = async ({ id, coachId }: ProviderConnection): Promise<readonly CalendarSource[]> =>
    (await core.calendarSources.ofCoach(coachId)).filter((source) => isOf(source, id));

  const remove = ({ id, partnerId, mode }: CalendarSource): Promise<unknown> =>
    compareAndSet<CalendarSource | null, true>({
      read: () => core.calendarSources.byId({ partnerId, mode }, id),
      write: async (before) => {
        if (!before || before.deletedAt !== undefined) return true;
        // Without the grant nothing can be removed there.
        const { hasWritten: _written, writesChangedAt: _changed, ...rest } = before;
        const deleted = { ...rest, dueAt: null, toShow: true, deletedAt: core.realNow() };
        return (await core.calendarSources.replace(deleted, before.version)) ? true : null;
      },
      otherwise: () => refuseConflict('Others keep changing this calendar.'),
    });

  return {
    usesOf: async (connection) =>
      (await sourcesOf(connection)).flatMap(({ name, writesTo }) => [
        { kind: 'calendar_in', name } as const,
        ...(writesTo === undefined ? [] : [{ kind: 'calendar_out', name } as const]),
      ]),
    async end(connection) {
      const sources = await sourcesOf(connection);
      for (const source of sources) await remove(source);
      if (sources.length > 0) await showBusy(core, connection, connection.coachId);
    },
  };
}
