import { translationFor, type Translation } from '../../translations/index.ts';
import type { CoachBooking } from '../coach-booking.ts';
import { inherited } from '../settings.ts';
import { PARTS } from './parts.ts';

/** The attributes of an element around a widget that concern its place in the page: the widget gets the others. */
const OF_THE_PLACE = /^(mode|opener|label|open|loading|class|style|slot|hidden|part|exportparts|tabindex|id)$/;

/** Whether the widget within an element gets this attribute. */
export const isPassedOn = (name: string): boolean => !OF_THE_PLACE.test(name);

/**
 * Returns a widget to be drawn within an element, with the attributes and properties of that element. What the page has
 * put into the element is what the widget shows where booking is not possible.
 */
export function innerWidget(around: CoachBooking): CoachBooking {
  const widget = document.createElement('coach-booking');
  for (const { name, value } of around.attributes) if (isPassedOn(name)) widget.setAttribute(name, value);
  // Those that the page has set as properties, whether or not they have an attribute.
  for (const name of (around.constructor as typeof CoachBooking).elementProperties.keys())
    Object.assign(widget, { [name]: around[name as keyof CoachBooking] });
  // Its name in the storage: elements of one page keep their drafts apart.
  widget.id = around.id || `inner-${[...document.querySelectorAll(around.localName)].indexOf(around)}`;
  widget.setAttribute('loading', 'eager');
  widget.setAttribute('exportparts', PARTS.join());
  widget.append(document.createElement('slot'));
  return widget;
}

/** Calls `take` with the words of the element's language, and again with those of another once it has changed. */
export function speaker(element: CoachBooking, take: (translation: Translation) => void): () => void {
  let spoken = '';
  return () => {
    const tag = inherited(element, 'lang') || navigator.language;
    if (tag === spoken) return;
    spoken = tag;
    const answer = translationFor(tag);
    if (!(answer instanceof Promise)) return take(answer);
    void answer.then((translation) => spoken === tag && take(translation));
  };
}
