import { defineSuggestions } from './elements.ts';

defineSuggestions();
