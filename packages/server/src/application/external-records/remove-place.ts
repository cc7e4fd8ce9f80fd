import type { ExternalRecord, RecordObject, RecordPlace } from '../../domain/external-record/external-record.ts';
import type { Core } from '../ports/core.ts';
import type { AccountOfCoach, RecordAdapter } from '../ports/external-record-adapters.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { save } from './leased-record.ts';
import { called, failureOf } from './provider-call.ts';

export type RemoveNeeds = Pick<Core, 'externalRecords' | 'realNow' | 'recordAdapters' | 'recordLease'>;

/** Found and removed at most: the provider would have to make several of one call. */
const AT_MOST = 3;

/** Returns the account of a place, with whose it is. */
export function accountAt({ partnerId, mode, coachId }: ExternalRecord, { account }: RecordPlace): AccountOfCoach {
  return { partnerId, mode, coachId, ...account };
}

/** Returns the adapter of a place. Throws a ProviderFailure where its provider is not set up any more. */
export function adapterOf(
  { recordAdapters }: Pick<Core, 'recordAdapters'>,
  { mode, provider }: Pick<ExternalRecord, 'mode' | 'provider'>,
): RecordAdapter {
  const adapter = recordAdapters(mode)[provider];
  if (!adapter) throw new ProviderFailure('NOT_SET_UP', 'revoked');
  return adapter;
}

const remove = async (adapter: RecordAdapter, account: AccountOfCoach, object: RecordObject): Promise<void> => {
  try {
    await called(() => adapter.remove(account, object));
  } catch (error) {
    if (failureOf(error).kind !== 'gone') throw error;
  }
};

/** Removes what is or may be at a place. Where an answer was missing, it is looked up whether there is more. */
const clear = async (core: RemoveNeeds, record: ExternalRecord, place: RecordPlace): Promise<void> => {
  const adapter = adapterOf(core, { mode: record.mode, provider: place.provider });
  const account = accountAt(record, place);
  if (place.object) await remove(adapter, account, place.object);
  if (!place.isCreating && !place.isUnsure) return;
  for (let n = 0; n < AT_MOST; n += 1) {
    const found = await called(() => adapter.find(account, record.bookingId));
    // An account in which the session is again: that one stays.
    if (!found || (place !== record && found.id === record.object?.id)) return;
    await remove(adapter, account, found);
  }
};

/** Returns a record without all that was there. What is made next is another one to the provider. */
const withoutTraces = ({
  object: _object,
  doneAs: _as,
  isUnsure: _unsure,
  written: _written,
  changedThere: _changed,
  ...rest
}: ExternalRecord): ExternalRecord => ({ ...rest, remade: (rest.remade ?? 0) + 1 });

/** Removes the record's own from its provider. Throws a ProviderFailure, and LeaseLost. */
export async function removeOwn(core: RemoveNeeds, leased: ExternalRecord): Promise<ExternalRecord> {
  const record = await save(core, leased, (stored) => ({ ...stored, wanted: 'absent' }));
  if (!record.object && !record.isCreating && !record.isUnsure) return record;
  await clear(core, record, record);
  return save(core, record, (stored) => ({ ...withoutTraces(stored), isCreating: false }));
}

/** Removes what earlier accounts have. Throws a ProviderFailure, and LeaseLost. */
export async function removeLeft(core: RemoveNeeds, leased: ExternalRecord): Promise<ExternalRecord> {
  let record = leased;
  for (const place of leased.left) {
    await clear(core, record, place);
    record = await save(core, record, (stored) => ({ ...stored, left: stored.left.slice(1) }));
  }
  return record;
}
