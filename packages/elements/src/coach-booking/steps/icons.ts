import { icon } from '../icons.ts';

/** The icons of the later steps. */
export const laterIcons = {
  clock: icon('M10 5.5V10l3 2M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15'),
  globe: icon('M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15m0 0c5 4.5 5 10.5 0 15-5-4.5-5-10.5 0-15M2.5 10h15'),
  about: icon('M10 9.5v4.5M10 6.6v.2M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15'),
  done: icon('m4.5 10.5 3.5 3.5 7.5-8'),
};
