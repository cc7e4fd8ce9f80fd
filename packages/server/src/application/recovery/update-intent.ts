import { changed, isOpen, type IntentChange } from '../../domain/recovery/intent.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { instantOf } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import { checkShownZone } from '../kernel/zones-view.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { sessionRules } from '../slots/session-rules.ts';
import { provenIntent } from './proven-intent.ts';
import { changeIntent, type WriteIntentNeeds } from './write-intent.ts';

type UpdateIntentNeeds = Pick<Core, 'tokens' | 'cache' | 'coaches' | 'ledgers'> & WriteIntentNeeds;

/**
 * Changes what a person has chosen; one that is no longer open stays as it is. Throws TOKEN_INVALID, INVALID_REQUEST
 * for an unknown zone, COACH_NOT_FOUND, SERVICE_NOT_FOUND.
 */
export const updateIntent: UseCase<'updateIntent', UpdateIntentNeeds> =
  (core) =>
  async (context, { id, token, serviceId, start, timeZone }) => {
    const { coachId } = provenIntent(core, context, id, token);
    checkShownZone(timeZone);
    if (serviceId !== undefined) {
      const { head } = await readCoach(core, { ...context, reach: 'open' }, coachId);
      sessionRules(head, { serviceId });
    }
    const intent = await core.intents.byId(id);
    if (!intent || context.dryRun) return { data: { id } };
    const change: IntentChange = {
      ...present({ serviceId, timeZone }),
      ...(start !== undefined && { start: start === null ? null : instantOf(start) }),
    };
    await changeIntent(core, intent, (read) => (isOpen(read) ? changed(read, change, context.now) : null));
    return { data: { id } };
  };
