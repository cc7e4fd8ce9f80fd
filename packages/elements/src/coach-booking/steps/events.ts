import type { Booking, FlowProblem, PickableSlot, Service } from '@coach-booking/sdk';
import type { AnyState } from '../run.ts';
import type { View } from '../view.ts';

/** A start was chosen; `start` and `end` are UTC instants. */
export interface SlotSelectedDetail {
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly serviceId: string | null;
}

/**
 * The part of the new booking that a page may receive: the visitor's details and the manage link are withheld from the
 * page's other scripts.
 */
export type BookingCreatedDetail = Pick<Booking, 'id' | 'coachId' | 'serviceId' | 'start' | 'end' | 'status'>;

/** The reason why a slot could not be kept or booked. */
export type BookingFailedDetail = Pick<FlowProblem, 'kind' | 'code' | 'message' | 'retryable' | 'requestId'>;

/** The widget can be used: services or times are shown. */
export interface ReadyDetail {
  readonly coachId: string;
}

/** The step that is shown now. */
export interface StepDetail {
  readonly step: 'coaches' | 'services' | 'slots' | 'details' | 'unproven' | 'confirmed' | 'booking' | 'moving';
}

/** A service was chosen from several. */
export interface ServiceSelectedDetail {
  readonly serviceId: string;
}

/** A coach was chosen from several. */
export interface SelectedDetail {
  /** Null where the visitor left it open: a coach is assigned with the time. */
  readonly coachId: string | null;
}

/** The dialog of the modes `button` and `floating` was closed. */
export interface CloseDetail {
  /** Whether something was booked in it. */
  readonly booked: boolean;
}

/** The element's events, by name. All bubble and cross shadow roots; all but the first follow an act of the visitor. */
export interface CoachBookingEventMap {
  'coach-ready': CustomEvent<ReadyDetail>;
  'coach-step': CustomEvent<StepDetail>;
  'coach-service-selected': CustomEvent<ServiceSelectedDetail>;
  'coach-slot-selected': CustomEvent<SlotSelectedDetail>;
  'coach-booking-created': CustomEvent<BookingCreatedDetail>;
  'coach-booking-failed': CustomEvent<BookingFailedDetail>;
  'coach-selected': CustomEvent<SelectedDetail>;
  'coach-open': CustomEvent<null>;
  'coach-close': CustomEvent<CloseDetail>;
}

/** An event's name and detail. */
export type PageEvent = {
  [Type in keyof CoachBookingEventMap]: readonly [Type, CoachBookingEventMap[Type]['detail']];
}[keyof CoachBookingEventMap];

/** Returns the event that informs the page of a change of state, if there is one. */
export function pageEventFor(state: AnyState, before: AnyState): PageEvent | null {
  const tried = before.phase === 'confirming' || before.phase === 'holding';
  const { booking, problem } = state;
  if (/^(confirming|unproven)$/.test(before.phase) && state.phase === 'confirmed' && booking) {
    const { id, coachId, serviceId, start, end, status } = booking;
    return ['coach-booking-created', { id, coachId, serviceId, start, end, status }];
  }
  if (!tried || !problem || problem === before.problem) return null;
  const { kind, code, message, retryable, requestId } = problem;
  return ['coach-booking-failed', { kind, code, message, retryable, requestId }];
}

/** Dispatches the event to the page. */
export function dispatchPageEvent(element: Element, ...[type, detail]: PageEvent): void {
  return void element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}

const SHOWN = /^(services|slots|details|unproven|confirmed|booking|moving)$/;

/** Returns the events about where the visitor is, after a change of state; `stepOf` names the step of a phase. */
export function stepEvents(
  state: AnyState,
  before: AnyState | null,
  stepOf: (phase: AnyState['phase']) => string,
): PageEvent[] {
  const { coach, service, phase } = state;
  const step = stepOf(phase);
  const last = before && stepOf(before.phase);
  if (!coach || !SHOWN.test(step) || step === last) return [];
  const isFirst = !last || !SHOWN.test(last);
  const chosen = last === 'services' && step === 'slots' && service;
  return [
    ...(isFirst ? [['coach-ready', { coachId: coach.id }] as const] : []),
    ...(chosen ? [['coach-service-selected', { serviceId: service.id }] as const] : []),
    ['coach-step', { step: step as StepDetail['step'] }],
  ];
}

/** Informs the page that the visitor chose a start. */
export function dispatchSlotSelected(
  { element, format }: View,
  { start, end }: PickableSlot,
  service: Service | null,
): void {
  return dispatchPageEvent(element, 'coach-slot-selected', {
    start,
    end,
    timeZone: format.timeZone,
    serviceId: service?.id ?? null,
  });
}
