import { icon } from '../icons.ts';

/** The icons of the later steps. */
export const laterIcons = {
  clock: icon('M10 5.5V10l3 2M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15'),
  globe: icon('M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15m0 0c5 4.5 5 10.5 0 15-5-4.5-5-10.5 0-15M2.5 10h15'),
  about: icon('M10 9.5v4.5M10 6.6v.2M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15'),
  calendar: icon('M3.5 5.5h13v11h-13zM3.5 9h13M7 3v4M13 3v4'),
  map: icon(
    'M10 17.5c4-4.5 5.5-7 5.5-9.3a5.5 5.5 0 0 0-11 0c0 2.3 1.5 4.8 5.5 9.3M10 6.5a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6',
  ),
  done: icon('m4.5 10.5 3.5 3.5 7.5-8'),
};
