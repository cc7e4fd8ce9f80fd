import { svg, type TemplateResult } from 'lit';
import { encode } from 'uqr';

/** Modules of white around the code, as ISO/IEC 18004 requires. */
const QUIET = 4;

/**
 * Renders a QR code as an SVG of one path, for a text of up to some hundred bytes. `label` names it for screen readers.
 */
export function qrCode(text: string, label: string): TemplateResult {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')))
    .join('');
  const side = size + 2 * QUIET;
  return svg`<svg class="qr" role="img" aria-label=${label} viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path d=${path} /></svg>`;
}
