import { icon } from '../../../coach-booking/icons.ts';

/** Line drawings of 20 × 20 in the colour of the text. */
export const panelIcons = {
  back: icon('M12.5 4.5 7 10l5.5 5.5'),
  close: icon('m5 5 10 10M15 5 5 15'),
  add: icon('M10 4v12M4 10h12'),
  remove: icon('M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6'),
  edit: icon('m4 16 .6-3L13 4.6l2.4 2.4L7 15.4zM11.5 6.1l2.4 2.4'),
  pause: icon(
    'M4 6.5h9.5v4a3.5 3.5 0 0 1-3.5 3.5H7.5a3.5 3.5 0 0 1-3.5-3.5zM13.5 7.5h1.2a1.8 1.8 0 0 1 0 3.6h-1.2M4 16.5h10',
  ),
  copy: icon('M7.5 7.5h8v8h-8zM4.5 12.5v-8h8'),
  done: icon('m4.5 10.5 3.5 3.5 7.5-8'),
  warning: icon('M10 3 2.5 16.5h15zM10 8v4m0 2v.3'),
};
