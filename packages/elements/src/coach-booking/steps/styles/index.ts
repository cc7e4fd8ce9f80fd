import { form } from './form.ts';
import { frame } from './frame.ts';

/** The sheets that are adopted after those of the first picture, in order. */
export const laterStyles = [frame, form];
