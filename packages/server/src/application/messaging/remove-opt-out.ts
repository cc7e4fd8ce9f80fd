import { note, type AuditDeps } from '../audit/note.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { optOutView } from './opt-out-view.ts';

/**
 * Removes an opt-out by the person's own wish; the audit log records who did it. Throws OPT_OUT_NOT_FOUND, also for
 * one that was removed meanwhile.
 */
export const removeOptOut: UseCase<'removeOptOut', AuditDeps & Pick<Core, 'optOuts'>> =
  (core) =>
  async (context, { id }) => {
    const scope = scopeOf(context);
    const refuse = () => new Refusal('OPT_OUT_NOT_FOUND', `No opt-out ${id} in mode ${context.caller.mode}.`);
    const found = await core.optOuts.byId(scope, id);
    if (!found) throw refuse();
    if (!context.dryRun) {
      if (!(await core.optOuts.removeById(scope, id))) throw refuse();
      await note(core, context, 'opt_out.removed', { kind: 'opt_out', id });
    }
    return { data: optOutView(found) };
  };
