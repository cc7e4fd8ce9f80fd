import { openRange } from '../bookings/list-range.ts';
import { page } from '../kernel/page.ts';
import { counted, MAX_COUNTED } from '../kernel/counts.ts';
import type { AuditEntry, AuditPosition } from '../ports/audit.ts';
import { present } from '../kernel/present.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { auditView, namesIn } from './audit-view.ts';
import type { Core } from '../ports/core.ts';

/**
 * Returns the audit log page by page, the newest first; plain dates are of UTC. Throws RANGE_INVALID, INVALID_REQUEST
 * for a cursor of another list.
 */
export const listAudit: UseCase<'listAudit', Pick<Core, 'tokens' | 'audit' | 'users' | 'coaches'>> =
  (core) => async (context, input) => {
    const { from, to, action, subjectId, byId } = input;
    const wanted = {
      ...scopeOf(context),
      ...openRange({ from, to }, 'UTC'),
      ...present({ actions: action?.split(','), subjectId, byId }),
    };
    const listing = {
      list: 'listAudit' as const,
      filters: wanted,
      positionOf: ({ at, id }: AuditEntry) => ({ at, id }),
      async read(asked: { readonly after?: AuditPosition; readonly limit: number }) {
        const [rows, found] = await Promise.all([
          core.audit.list({ ...wanted, ...asked }),
          core.audit.count(wanted, MAX_COUNTED + 1),
        ]);
        return { rows, ...counted(found) };
      },
    };
    const { rows, meta } = await page(core, listing, input);
    const names = await namesIn(core, rows);
    return { data: rows.map((row) => auditView(row, names)), meta };
  };
