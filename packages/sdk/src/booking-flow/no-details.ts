import type { Details } from './state.ts';

/** Details of which nothing is typed. Apart from their validation, which comes with the later steps. */
export const noDetails: Details = { name: '', email: '', phone: '', notes: '' };
