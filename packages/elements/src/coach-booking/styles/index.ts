import { elementTokens } from '../../internal/theme/element-tokens.ts';
import { host } from './host.ts';
import { layout } from './layout.ts';
import { picker } from './picker.ts';

/** The adopted sheets, in order; that of the later steps comes with them. */
export const styles = [elementTokens, host, picker, layout];
