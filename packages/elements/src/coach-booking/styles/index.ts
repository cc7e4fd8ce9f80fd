import { form } from './form.ts';
import { host } from './host.ts';
import { layout } from './layout.ts';
import { picker } from './picker.ts';

/** The adopted sheets, in order. */
export const styles = [host, layout, picker, form];
