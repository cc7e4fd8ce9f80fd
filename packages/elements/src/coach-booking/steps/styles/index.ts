import { css } from 'lit';
import { moreTokens } from '../../../internal/theme/more-tokens.ts';
import { statusTokens } from '../../../internal/theme/status-tokens.ts';
import { brand } from './brand.ts';
import { form } from './form.ts';
import { frame } from './frame.ts';
import { times } from './times.ts';

/** The sheets that are adopted after those of the first view, in order. */
export const laterStyles = [
  statusTokens,
  moreTokens,
  css`
    ${frame}${times}${brand}
  `,
  form,
];
