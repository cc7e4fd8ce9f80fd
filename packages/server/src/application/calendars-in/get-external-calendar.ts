import type { UseCase } from '../ports/use-case.ts';
import { findSource, type FindSourceNeeds } from './find-source.ts';
import { viewOf, type SourceViewNeeds } from './source-view.ts';

/** Returns one calendar. Throws COACH_NOT_FOUND, EXTERNAL_CALENDAR_NOT_FOUND. */
export const getExternalCalendar: UseCase<'getExternalCalendar', FindSourceNeeds & SourceViewNeeds> =
  (core) => async (context, input) => ({
    data: await viewOf(core, await findSource(core, context, input), context.now),
  });
