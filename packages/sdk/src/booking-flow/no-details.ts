import type { Details } from './state.ts';

/** Empty details. Separate from their validation, which is loaded with the later steps. */
export const noDetails: Details = { name: '', email: '', phone: '', notes: '' };
