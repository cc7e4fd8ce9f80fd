import { openRange } from '../bookings/list-range.ts';
import { readPage, signPage } from '../page-cursor.ts';
import { present } from '../present.ts';
import { scopeOf } from '../scope.ts';
import type { UseCase } from '../use-case.ts';
import { auditView } from './audit-view.ts';

const DEFAULT_LIMIT = 20;

/** Who did or read what, the newest first, page by page; plain dates are of UTC. Throws RANGE_INVALID, INVALID_REQUEST for a cursor of another list. */
export const listAudit: UseCase<'listAudit'> = (core) => async (context, input) => {
  const { from, to, action, subjectId, byId } = input;
  const wanted = { ...scopeOf(context), ...openRange({ from, to }, 'UTC'), ...present({ action, subjectId, byId }) };
  const filters = { list: 'audit', ...wanted };
  const after = readPage<{ at: number; id: string }>(core, filters, input.cursor);
  const limit = input.limit ?? DEFAULT_LIMIT;
  const [entries, total] = await Promise.all([
    core.audit.list({ ...wanted, ...present({ after }), limit: limit + 1 }),
    core.audit.count(wanted),
  ]);
  const page = entries.slice(0, limit);
  const last = entries.length > limit ? page.at(-1) : undefined;
  return { data: page.map(auditView), meta: { nextCursor: last ? signPage(core, filters, { at: last.at, id: last.id }) : null, total } };
};
