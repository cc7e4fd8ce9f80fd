/**
 * Returns a CSS colour as `#rrggbb`, which is what `<input type=color>` takes; null when the browser cannot parse it.
 */
export function hexOf(colour: string): string | null {
  if (!CSS.supports('color', colour)) return null;
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) return null;
  canvas.fillStyle = '#000000';
  canvas.fillStyle = colour;
  const { fillStyle } = canvas;
  return typeof fillStyle === 'string' && /^#[0-9a-f]{6}$/.test(fillStyle) ? fillStyle : null;
}

/** Returns the colour that the sheets give a status, as `#rrggbb`, in the present scheme of the page. */
export function standardColour(element: HTMLElement, status: string): string {
  const root = element.shadowRoot?.querySelector('.root');
  const probe = root?.appendChild(document.createElement('span'));
  if (!probe) return '#808080';
  probe.style.color = `var(--c-${status})`;
  const hex = hexOf(getComputedStyle(probe).color);
  probe.remove();
  return hex ?? '#808080';
}

/** Returns the relative luminance of `#rrggbb` (WCAG 2). */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Returns the contrast of two colours `#rrggbb`, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Returns black or white, whichever has more contrast on a colour; always at least 4.5:1. */
export function readableOn(hex: string): '#000000' | '#ffffff' {
  return contrast(hex, '#000000') >= contrast(hex, '#ffffff') ? '#000000' : '#ffffff';
}
