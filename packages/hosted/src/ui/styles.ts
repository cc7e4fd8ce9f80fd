import { css } from 'lit';
import { pageTokens } from '@coach-booking/elements/internal/theme/page-tokens';
import { baseStyles } from './base.ts';
import { controlStyles } from './controls.ts';
import { layerStyles } from './layers.ts';
import { surfaceStyles } from './surfaces.ts';

/** The sheet of a hosted page: the tokens, and every component of the language (docs/design.md). */
export const uiStyles = css`
  ${pageTokens}${baseStyles}${controlStyles}${surfaceStyles}${layerStyles}
`;
