import type { CoachHead } from '../../domain/coach/coach.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { RowsOfImport } from '../ports/import-rows.ts';
import { RowRefusal } from './row-error.ts';

type Fields = RowsOfImport['bookings'];

export type CoachNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'importedIds'>;

/** With whom a row is. Throws RowRefusal. */
export type CoachOf = (fields: Fields) => CoachHead;

const wrong = (field: string, message: string): RowRefusal => new RowRefusal(field, 'INVALID_REQUEST', message);
const unknown = (field: string): RowRefusal =>
  new RowRefusal(field, 'COACH_NOT_FOUND', 'There is no such coach; import coaches first.');

const found = async (core: CoachNeeds, context: Context, coach: string): Promise<CoachHead | null> => {
  try {
    return (await readCoach(core, context, coach)).head;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'COACH_NOT_FOUND') return null;
    throw error;
  }
};

/** Reads the coaches whom these rows name, each once. */
export async function coachesOf(core: CoachNeeds, context: Context, rows: readonly Fields[]): Promise<CoachOf> {
  const imported = await core.importedIds.find({ ...scopeOf(context), kind: 'coaches' }, [
    ...new Set(rows.flatMap(({ coachExternalId }) => coachExternalId ?? [])),
  ]);
  const names = new Set([...imported.values(), ...rows.flatMap(({ coach }) => coach ?? [])]);
  const heads = new Map<string, CoachHead | null>();
  for (const name of names) heads.set(name, await found(core, context, name));
  return ({ coach, coachExternalId }) => {
    if (coach !== undefined && coachExternalId !== undefined)
      throw wrong('coachExternalId', 'Name the coach once: by coach or by coachExternalId.');
    if (coach !== undefined) {
      const head = heads.get(coach);
      if (!head) throw unknown('coach');
      return head;
    }
    if (coachExternalId === undefined) throw wrong('coach', 'Is missing.');
    const head = heads.get(imported.get(coachExternalId) ?? '');
    if (!head) throw unknown('coachExternalId');
    return head;
  };
}
