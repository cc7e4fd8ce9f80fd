import { isUnresolved } from '../booking-flow/unresolved.ts';
import type { Booking } from '../schemas.ts';
import { idempotencyKey } from '../transport/idempotency-key.ts';
import type { CallOptions } from '../transport/options.ts';
import type { FlowCore } from './core.ts';
import { calendarProblem, toCalendarProblem } from './problem.ts';
import type { CalendarBooking, CalendarDone, CalendarProblem } from './state.ts';

export type ChangeMaker = ReturnType<typeof changeMaker>;

/**
 * Shows changes on the screen, sends them to the server, and undoes them when they are refused. `touched` is called
 * after each.
 */
export function changeMaker(core: FlowCore, touched: () => void) {
  const { days, changes, settling, state, set, draw, reread, fail } = core;
  /** Idempotency keys of requests without an answer, by content. */
  const open = new Map<string, string>();
  /** The undo before the change under way; when that is refused, it is available again. */
  let kept: FlowCore['takeBack'] = null;

  /**
   * Handles a failed change: the changes after it are dropped too, and the newest state is shown unless it is loaded
   * already.
   */
  function giveUp(
    key: string,
    error: unknown,
    intent: string,
    { redo, force = null }: { redo: () => void; force?: FlowCore['force'] },
    id: string | null = null,
  ): false {
    changes.drop(key);
    core.takeBack ??= kept;
    fail(error, intent, redo, id);
    const { kind = '', warnings } = state().problem ?? {};
    core.force = warnings?.length ? force : null;
    if (!/signed_out|forbidden|closed|invalid|limited/.test(kind) && !(kind === 'stale' && id)) {
      days.stale();
      void reread();
      touched();
    }
    return false;
  }

  function beginChange(): void {
    kept = core.takeBack;
    core.again = core.force = core.takeBack = null;
    draw({ done: null, problem: null });
  }

  function refuse(
    kind: CalendarProblem['kind'],
    code: string,
    intent: string,
    more: Partial<CalendarProblem>,
  ): Promise<false> {
    core.again = null;
    set({ problem: calendarProblem(kind, code, intent, more) });
    return Promise.resolve(false);
  }

  /**
   * Changes a booking: on the screen at once, at the server in its turn. After a version conflict, the newest state is
   * read first: it may be the wanted one, by an earlier request whose answer was lost. `undo` reverts the change, given
   * the version that the change made; `force` sends it in spite of all warnings; `notify` is the choice about notifying
   * the attendee.
   */
  function change(
    intent: string,
    id: string,
    patch: Partial<CalendarBooking>,
    send: (version: number) => Promise<Booking>,
    redo: () => void,
    undo?: (version: number) => Promise<boolean>,
    force?: () => Promise<boolean>,
    notify?: boolean,
  ): Promise<boolean> {
    const before = days.find(id);
    if (!before) return refuse('stale', 'BOOKING_NOT_FOUND', intent, { bookingId: id });
    const done = changes.add(id, JSON.stringify([intent, patch]), patch, async (end) => {
      const base = days.find(id) ?? before;
      const finish = (after: CalendarBooking, more: Pick<CalendarDone, 'change'> = {}): true => {
        end();
        days.write(after);
        settling.add(id);
        core.takeBack = undo ? () => undo(after.version) : null;
        draw({ done: { intent, bookingId: id, undoable: !!undo, ...more }, problem: null });
        void reread().then(() => settling.delete(id) && core.tell());
        touched();
        return true;
      };
      try {
        const { actions, bufferBefore, bufferAfter } = base;
        const after = { actions, bufferBefore, bufferAfter, ...(await send(base.version)) };
        return finish(after, { change: { before: base, after, notify } });
      } catch (error) {
        if (toCalendarProblem(error, intent, id).kind === 'stale') {
          days.stale();
          await reread();
          const now = days.find(id);
          const wanted = Object.entries(patch);
          if (
            now &&
            wanted.length > 0 &&
            wanted.every(([field, value]) => now[field as keyof CalendarBooking] === value)
          )
            return finish(now);
        }
        return giveUp(id, error, intent, { redo, ...(force && { force }) }, id);
      }
    });
    beginChange();
    return done;
  }

  /** Changes something else of the calendar. `settle` receives the answer and returns more for `done`. */
  function changePlan<T>(
    key: string,
    intent: string,
    input: object,
    send: () => Promise<T>,
    settle: (answer: T) => (Partial<CalendarDone> & { readonly takeBack?: FlowCore['takeBack'] }) | void,
    redo: () => void,
    patch: object = {},
    force?: () => Promise<boolean>,
  ): Promise<boolean> {
    const done = changes.add(key, JSON.stringify([intent, input]), patch, async (end) => {
      try {
        const answer = await send();
        end();
        const { takeBack = null, ...more } = settle(answer) ?? {};
        core.takeBack = takeBack;
        touched();
        draw({ done: { intent, bookingId: null, undoable: !!takeBack, ...more }, problem: null });
        void reread();
        return true;
      } catch (error) {
        return giveUp(key, error, intent, { redo, ...(force && { force }) });
      }
    });
    beginChange();
    return done;
  }

  /**
   * Sends a request that creates something. While its outcome is unknown, the same content is sent with the same key.
   */
  async function once<I extends object, O>(call: (input: I, options: CallOptions) => Promise<O>, input: I): Promise<O> {
    const content = JSON.stringify(input);
    const key = open.get(content) ?? idempotencyKey();
    open.set(content, key);
    try {
      const answer = await call(input, { idempotencyKey: key });
      open.delete(content);
      return answer;
    } catch (error) {
      if (!isUnresolved(error)) open.delete(content);
      throw error;
    }
  }

  return { change, changePlan, once, refuse };
}
