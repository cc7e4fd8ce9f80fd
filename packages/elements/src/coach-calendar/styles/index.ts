import { calendarTokens } from '../../internal/theme/calendar-tokens.ts';
import { statusTokens } from '../../internal/theme/status-tokens.ts';
import { tokens } from '../../internal/theme/tokens.ts';
import { frame } from './frame.ts';
import { grid } from './grid.ts';
import { host } from './host.ts';

/** The adopted sheets, in order; those of the panels are loaded with them. */
export const styles = [tokens, statusTokens, calendarTokens, host, frame, grid];
