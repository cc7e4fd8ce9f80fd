import type { InputOf } from '../transport/operation-types.ts';
import type { ChangeMaker } from './change-maker.ts';
import type { FlowCore } from './core.ts';
import { instantText } from './known-days.ts';
import type { CalendarActCalls } from './options.ts';
import type { CalendarBooking, CalendarFlowIntents, CancelWish, ConfirmWish, NewBooking } from './state.ts';

type Step = 'confirmBooking' | 'startBooking' | 'completeBooking' | 'markNoShow';
type BookingIntents = Pick<
  CalendarFlowIntents,
  'confirm' | 'start' | 'complete' | 'noShow' | 'cancel' | 'reschedule' | 'assign' | 'setNotes' | 'create'
>;

/** Returns the intents that create and change bookings. */
export function bookingIntents(
  client: CalendarActCalls,
  { days, changes, language, state }: FlowCore,
  maker: ChangeMaker,
): BookingIntents & { undoStep(id: string): Promise<boolean> } {
  const { change, changePlan, once, refuse } = maker;

  /** Undoes a step whose previous status only the server has. */
  function undoStep(id: string): Promise<boolean> {
    return change(
      'undo',
      id,
      {},
      (version) => client.undoBooking({ id, version }),
      () => void undoStep(id),
    );
  }

  function step(
    intent: string,
    call: Step,
    status: CalendarBooking['status'],
    id: string,
    input: ConfirmWish = {},
  ): void {
    const from = changes.patched(id, days.find(id))?.status;
    const undo = (version: number) =>
      change(
        'undo',
        id,
        from ? { status: from } : {},
        () => client.undoBooking({ id, version }),
        () => void undo(version),
      );
    const redo = () => step(intent, call, status, id, input);
    const send = (version: number) => client[call]({ id, ...input, version });
    void change(intent, id, { status }, send, redo, undo, undefined, input.notify);
  }

  function reschedule(
    id: string,
    input: Omit<InputOf<'rescheduleBooking'>, 'id' | 'version'>,
    intent = 'reschedule',
    made?: number,
  ): Promise<boolean> {
    const now = changes.patched(id, days.find(id));
    const { duration = now?.duration ?? 0, notify } = input;
    const at = Date.parse(input.start);
    if (Number.isNaN(at))
      return refuse('invalid', 'INVALID_REQUEST', intent, { bookingId: id, fields: { start: 'invalid' } });
    const patch: Partial<CalendarBooking> = {
      start: instantText(at),
      end: instantText(at + duration * 60_000),
      duration,
      // A session that has begun returns to its previous status, which the answer names.
      ...(now?.status === 'in_progress' && { status: 'scheduled' }),
    };
    const back = now?.start && {
      start: now.start,
      ...(now.duration && { duration: now.duration }),
      ...(notify !== undefined && { notify }),
    };
    const undo = back && !made ? (version: number) => reschedule(id, back, 'undo', version) : undefined;
    const send = (version: number) => client.rescheduleBooking({ id, ...input, version: made ?? version });
    const force = () => reschedule(id, { ...input, override: true }, intent, made);
    return change(intent, id, patch, send, () => void reschedule(id, input, intent, made), undo, force, notify);
  }

  function create(booking: NewBooking): Promise<boolean> {
    const { coach: person } = state();
    if (!person) return refuse('refused', 'NOT_READY', 'create', {});
    const input = { coachId: person.id, ...(language && { language }), ...booking };
    return changePlan(
      'create',
      'create',
      input,
      () => once(client.createBooking, input),
      (answer) => {
        // The coach's screen does not get the token of the attendee's manage link.
        const { manageToken: _token, manageUrl: _url, ...made } = answer;
        const after = { actions: [], bufferBefore: 0, bufferAfter: 0, ...made };
        days.write(after);
        return { bookingId: made.id, change: { after, notify: booking.notify } };
      },
      () => void create(booking),
      {},
      // The body differs, so `once` sends another idempotency key.
      () => create({ ...booking, override: true }),
    );
  }

  function cancel(id: string, input: CancelWish = {}): Promise<boolean> {
    const send = (version: number) => client.cancelBooking({ id, ...input, version });
    const redo = () => void cancel(id, input);
    return change('cancel', id, { status: 'cancelled' }, send, redo, undefined, undefined, input.notify);
  }

  function assign(id: string, staffId: string | null): Promise<boolean> {
    const patch = { staffId: staffId ?? undefined } as Partial<CalendarBooking>;
    return change(
      'assign',
      id,
      patch,
      (version) => client.updateBooking({ id, staffId, version }),
      () => void assign(id, staffId),
    );
  }

  function setNotes(id: string, notes: string): Promise<boolean> {
    const send = (version: number) => client.updateBooking({ id, notes, version });
    return change('setNotes', id, { notes }, send, () => void setNotes(id, notes));
  }

  return {
    confirm: (id, input) => step('confirm', 'confirmBooking', 'confirmed', id, input),
    start: (id) => step('start', 'startBooking', 'in_progress', id),
    complete: (id) => step('complete', 'completeBooking', 'completed', id),
    noShow: (id) => step('noShow', 'markNoShow', 'no_show', id),
    reschedule: (id, input) => reschedule(id, input),
    cancel,
    assign,
    setNotes,
    create,
    undoStep,
  };
}
