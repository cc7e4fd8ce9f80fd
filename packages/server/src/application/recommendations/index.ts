export { getReliability } from './get-reliability.ts';
export { getSuggestions } from './get-suggestions.ts';
export { recommendSlots } from './recommend-slots.ts';
export { updateSuggestions } from './update-suggestions.ts';
