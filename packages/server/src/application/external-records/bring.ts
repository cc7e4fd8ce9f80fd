import type { Instant } from '@coach-booking/time/instant';
import type { ExternalRecord, RecordObject, RecordPlace } from '../../domain/external-record/external-record.ts';
import { isSamePlace } from '../../domain/external-record/same-place.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import type { RecordAdapter, RecordSession } from '../ports/external-record-adapters.ts';
import type { Aim } from './aim.ts';
import { keepOrphan } from './keep-orphan.ts';
import { LeaseLost, save } from './leased-record.ts';
import { called, failureOf } from './provider-call.ts';
import { accountAt, adapterOf } from './remove-place.ts';

export type BringNeeds = Pick<Core, 'externalRecords' | 'realNow' | 'recordAdapters' | 'recordLease'>;

/** Returns a record without what is at the provider. */
const withoutObject = ({
  object: _object,
  doneAs: _as,
  isUnsure: _unsure,
  written: _written,
  ...rest
}: ExternalRecord): ExternalRecord => ({
  ...rest,
  isCreating: false,
});

/** The same after somebody has removed it there. What is made next is another one to the provider. */
const removedThere = (record: ExternalRecord): ExternalRecord => ({
  ...withoutObject(record),
  remade: (record.remade ?? 0) + 1,
});

/** Returns the record once the provider has what it is to have. */
const withMade = (
  { changedThere: _changed, ...stored }: ExternalRecord,
  object: RecordObject,
  { digest, session: { start, end, version } }: Aim,
  at: Instant,
): ExternalRecord => ({
  ...stored,
  object,
  isCreating: false,
  written: { start, end, at },
  doneAs: digest,
  doneVersion: version,
});

/** Takes the record to the account of the session; the old one is removed once the new one is made. */
const atPlace = (record: ExternalRecord, { provider, account }: Aim): ExternalRecord => {
  if (isSamePlace(record, { provider, account })) return { ...record, account };
  const { object, isCreating, isUnsure } = record;
  if (!object && !isCreating && !isUnsure) return { ...record, provider, account };
  const left: RecordPlace = {
    provider: record.provider,
    account: record.account,
    isCreating,
    ...present({ object, isUnsure }),
  };
  return { ...withoutObject(record), provider, account, left: [...record.left, left] };
};

/** Writes what was made. One that was made too late is removed by the process that has the record by then. */
const keepMade = async (
  core: BringNeeds,
  record: ExternalRecord,
  object: RecordObject,
  aim: Aim,
): Promise<ExternalRecord> => {
  try {
    return await save(core, record, (stored) => withMade(stored, object, aim, core.realNow()));
  } catch (error) {
    if (error instanceof LeaseLost && (await keepOrphan(core, record, object)))
      await called(() => adapterOf(core, record).remove(accountAt(record, record), object));
    throw error;
  }
};

const make = async (
  core: BringNeeds,
  adapter: RecordAdapter,
  found: ExternalRecord,
  aim: Aim,
): Promise<ExternalRecord> => {
  // From here on a process that dies leaves something that may be there.
  const record = await save(core, found, (stored) => ({ ...stored, isCreating: true }));
  try {
    const session = { ...aim.session, ...present({ remade: record.remade }) };
    const object = await called(() => adapter.create(accountAt(record, record), session));
    return await keepMade(core, record, object, aim);
  } catch (error) {
    const { kind } = failureOf(error);
    await save(core, record, (stored) =>
      kind === 'unknown' ? { ...stored, isUnsure: true } : { ...stored, isCreating: false },
    );
    throw error;
  }
};

/** Looks for what a creation with a missing answer has made. */
const lookUp = async (core: BringNeeds, adapter: RecordAdapter, record: ExternalRecord): Promise<ExternalRecord> => {
  const object = await called(() => adapter.find(accountAt(record, record), record.bookingId));
  return object ? save(core, record, (stored) => ({ ...stored, object, isCreating: false, isUnsure: true })) : record;
};

/** Changes what is there; undefined where it is gone. Ours stands where it was changed there, as the booking does. */
const change = async (
  core: BringNeeds,
  adapter: RecordAdapter,
  record: ExternalRecord,
  object: RecordObject,
  aim: Aim,
  now: Instant,
): Promise<ExternalRecord | undefined> => {
  const account = accountAt(record, record);
  const isMissing = record.changedThere?.kind === 'deleted';
  const session: RecordSession = isMissing ? { ...aim.session, isMissing } : aim.session;
  try {
    return await keepMade(core, record, await called(() => adapter.update(account, object, session)), aim);
  } catch (error) {
    const { kind } = failureOf(error);
    if (kind === 'gone') return undefined;
    if (kind !== 'conflict') throw error;
  }
  const noted = await save(core, record, (stored) => ({ ...stored, overwrittenAt: now }));
  const there = await called(() => adapter.find(account, record.bookingId));
  if (!there) return undefined;
  return keepMade(core, noted, await called(() => adapter.update(account, there, aim.session)), aim);
};

/**
 * Brings to the provider what is to be there, in steps that are written before and behind each call: the process that
 * goes on after a kill looks up what may be there. Throws a ProviderFailure, and LeaseLost.
 */
export async function bring(core: BringNeeds, leased: ExternalRecord, aim: Aim, now: Instant): Promise<ExternalRecord> {
  let record = await save(core, leased, (stored) => ({ ...atPlace(stored, aim), wanted: 'present' }));
  const adapter = adapterOf(core, record);
  if (!record.object && record.isCreating) record = await lookUp(core, adapter, record);
  const { object } = record;
  if (!object) return make(core, adapter, record, aim);
  if (record.doneAs === aim.digest) return record;
  const changed = await change(core, adapter, record, object, aim, now);
  if (changed) return changed;
  // Somebody has removed it there.
  return make(core, adapter, await save(core, record, removedThere), aim);
}
