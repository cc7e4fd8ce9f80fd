import type { components } from '@coach-booking/contract/types';
import type { LogKind } from '../../domain/client/log.ts';
import { instantText } from '../kernel/instants.ts';
import type { StoredLogOf } from '../ports/logs.ts';

type Schemas = components['schemas'];

/** An entry of each kind as the API writes it. */
export interface LogViews {
  readonly workout: Schemas['WorkoutLog'];
  readonly diet: Schemas['DietLog'];
  readonly progress: Schemas['ProgressEntry'];
}

/** The input of a client for a new entry. */
export interface LogInputs {
  readonly workout: Schemas['WorkoutLogInput'];
  readonly diet: Schemas['DietLogInput'];
  readonly progress: Schemas['ProgressInput'];
}

/** The input of a client for a change of an entry; null removes a field. */
export interface LogPatches {
  readonly workout: Schemas['WorkoutLogPatch'];
  readonly diet: Schemas['DietLogPatch'];
  readonly progress: Schemas['ProgressPatch'];
}

export function logView<K extends LogKind>(log: StoredLogOf<K>): LogViews[K] {
  const { partnerId: _p, mode: _m, clientId: _c, kind: _k, version: _v, createdAt, ...fields } = log;
  return { ...fields, createdAt: instantText(createdAt) } as unknown as LogViews[K];
}
