import { svg, type SVGTemplateResult } from 'lit';

const icon = (d: string): SVGTemplateResult => svg`<svg viewBox="0 0 20 20" aria-hidden="true"><path d=${d} /></svg>`;

/** Line drawings of 20 × 20 in the colour of the text. */
export const icons = {
  back: icon('M12.5 4.5 7 10l5.5 5.5'),
  forward: icon('M7.5 4.5 13 10l-5.5 5.5'),
  clock: icon('M10 5.5V10l3 2M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15'),
  globe: icon('M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15m0 0c5 4.5 5 10.5 0 15-5-4.5-5-10.5 0-15M2.5 10h15'),
  done: icon('m4.5 10.5 3.5 3.5 7.5-8'),
  place: icon('M10 17.5s5.5-4.900 5.5-9a5.5 5.5 0 0 0-11 0c0 4.100 5.5 9 5.5 9m0-11v3.5'),
};
