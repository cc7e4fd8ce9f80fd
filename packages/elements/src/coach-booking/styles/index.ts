import { tokens } from '../../internal/theme/tokens.ts';
import { host } from './host.ts';
import { layout } from './layout.ts';
import { picker } from './picker.ts';

/** The adopted sheets, in order; those of the later steps are loaded with them. */
export const styles = [tokens, host, picker, layout];
