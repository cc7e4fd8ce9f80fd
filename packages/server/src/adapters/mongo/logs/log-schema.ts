import { Schema } from 'mongoose';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import type { StoredLog } from '../../../application/ports/logs.ts';
import type { DietLog, Exercise, ExerciseSet, LogKind, ProgressEntry, WorkoutLog } from '../../../domain/client/log.ts';
import { knownFields } from '../rows/known-fields.ts';
import type { Opened } from '../sealing/sealer.ts';
import { part, scopeFields, text, wholeNumber } from '../rows/schema-parts.ts';

type OwnFields<T> = Omit<T, 'id' | 'kind' | 'date' | 'notes' | 'createdAt'>;

/** Entries of all kinds; each has the fields of its own. */
export interface LogRow
  extends LedgerScope, Partial<OwnFields<WorkoutLog> & OwnFields<DietLog> & OwnFields<ProgressEntry>> {
  readonly _id: string;
  readonly clientId: string;
  readonly kind: LogKind;
  readonly date: string;
  /** The fields of its kind and its notes, sealed. `Sealer.open` restores them. */
  readonly entry?: unknown;
  readonly notes: string;
  readonly version: number;
  readonly createdAt: Date;
}

const name = { type: String, required: true } as const;
const number = { type: Number } as const;

const exerciseSet = part<ExerciseSet>({ reps: number, weightKg: number, seconds: number, distanceM: number });
const exercise = part<Exercise>({ name, sets: { type: [exerciseSet], default: undefined } });

/** Returns the rule for a field that one kind requires and the others lack. */
const of = (kind: LogKind) => ({
  required(this: LogRow) {
    return this.kind === kind;
  },
});

export const logSchema = new Schema<LogRow>(
  {
    _id: name,
    ...scopeFields,
    clientId: name,
    kind: { type: String, enum: ['workout', 'diet', 'progress'], required: true },
    date: name,
    title: { type: String, ...of('workout') },
    duration: number,
    exercises: { type: [exercise], default: undefined, ...of('workout') },
    meal: { type: String, enum: ['breakfast', 'lunch', 'dinner', 'snack'], ...of('diet') },
    description: { type: String, ...of('diet') },
    calories: number,
    proteinG: number,
    carbsG: number,
    fatG: number,
    metric: { type: String, ...of('progress') },
    value: { type: Number, ...of('progress') },
    unit: { type: String, ...of('progress') },
    notes: text,
    entry: Schema.Types.Mixed,
    version: wholeNumber,
    createdAt: { type: Date, required: true },
  },
  { collection: 'client_logs', versionKey: false, id: false, autoIndex: false, strict: 'throw', minimize: false },
).index({ partnerId: 1, mode: 1, clientId: 1, kind: 1, date: 1 });

export function rowOfLog({ id, partnerId, mode, createdAt, ...rest }: StoredLog): LogRow {
  return {
    _id: id,
    partnerId,
    mode,
    ...rest,
    createdAt: new Date(createdAt),
  };
}

const known = knownFields(logSchema);

export function logOf(stored: Opened<LogRow>): StoredLog {
  const { _id, createdAt, ...rest } = known(stored);
  return { ...rest, id: _id, createdAt: createdAt.getTime() } as StoredLog;
}
