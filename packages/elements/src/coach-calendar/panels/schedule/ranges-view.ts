import { html, nothing, type TemplateResult } from 'lit';
import type { WallRange } from '@coach-booking/sdk';
import { iconButton } from '../parts/buttons.ts';
import { textField } from '../../../internal/fields.ts';
import { panelIcons } from '../parts/icons.ts';
import type { View } from '../parts/panel.ts';
import { wallRangeText } from '../parts/texts.ts';
import { endOf, isOvernight, rangeProblem, shownEnd } from '../parts/typed-range.ts';
import { overlaps } from './weekly-hours.ts';

export interface Ranges {
  /** The prefix of the fields' ids. */
  readonly prefix: string;
  /** The name of the range: the hours or the break of a day. */
  readonly label: string;
  /** A word before each range. */
  readonly tag?: string;
  readonly ranges: readonly WallRange[];
  readonly busy: boolean;
  /** Of the hours of one date: what is wrong there with a time that is fine on others. */
  problemOn?(range: WallRange): { readonly start: string | false; readonly end: string | false };
  set(ranges: readonly WallRange[]): void;
}

/** Renders start and end of each range, with its problem, and a button that removes it. */
export function rangesView(
  { say, language }: View,
  { prefix, label, tag, ranges, busy, problemOn, set }: Ranges,
): TemplateResult {
  const change = (at: number, part: Partial<WallRange>) =>
    set(ranges.map((range, i) => (i === at ? { ...range, ...part } : range)));
  return html`${ranges.map((range, i) => {
    const problem = rangeProblem(range);
    const there = problem ? undefined : problemOn?.(range);
    const id = `${prefix}-${i}`;
    return html`<div class="range ${tag ? 'tagged' : ''}" role="group" aria-label=${label}>
        ${tag ? html`<span class="tag">${tag}</span>` : nothing}
        ${textField({ id: `${id}-start`, label: say('start'), hiddenLabel: true, type: 'time', value: range.start, required: true, busy, error: there?.start || null, input: (start) => change(i, { start }) })}
        <span aria-hidden="true">–</span>
        ${textField({ id: `${id}-end`, label: say('end'), hiddenLabel: true, type: 'time', value: shownEnd(range.end), required: true, busy, error: problem ? say(problem) : there?.end || null, input: (end) => change(i, { end: endOf(end) }) })}
        ${!problem && isOvernight(range) ? html`<span class="quiet" role="status">${say('untilNextDay')}</span>` : nothing}
        ${iconButton(panelIcons.remove, say('removeOf', { what: `${tag ? `${tag} ` : ''}${problem ? label : wallRangeText(language, range)}` }), () => set(ranges.filter((_, at) => at !== i)), { busy })}
      </div>`;
  })}
    ${overlaps(ranges) ? html`<p class="quiet" role="status">${say('merged')}</p>` : nothing}`;
}
