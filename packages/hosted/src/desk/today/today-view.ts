import type { TemplateResult } from 'lit';
import type { DeskPageProperties } from '../page-properties.ts';
import type { Booking } from './calls.ts';
import type { Day } from './day.ts';
import type { Notes, PileName, TodayRead } from './read-today.ts';
import type { TodayFormat } from './today-format.ts';
import type { TodayTexts } from './texts/index.ts';

/** An answer to a request, or how a session went. */
export type Act = 'confirm' | 'decline' | 'complete' | 'noShow';

/** The state that the parts of Today render, and the acts of their buttons. */
export interface TodayView {
  readonly texts: TodayTexts;
  readonly format: TodayFormat;
  readonly now: number;
  readonly day: Day;
  readonly read: TodayRead;
  readonly notes: Notes;
  /** The reason for which the notes could not be read; null when they were. */
  readonly notesProblem: unknown;
  readonly addressTo: DeskPageProperties['addressTo'];
  /** The booking whose act is under way; empty when none is. */
  readonly busy: string;
  /** The request whose refusal is being written; empty when none is. */
  readonly declining: string;
  /** Renders why a part could not be read, with a button that tries it again. */
  failure(part: PileName | 'notes', problem: unknown): TemplateResult;
  act(booking: Booking, act: Act, message?: string): void;
  /** Opens the form of a refusal, or closes it with null. */
  decline(booking: Booking | null): void;
}
