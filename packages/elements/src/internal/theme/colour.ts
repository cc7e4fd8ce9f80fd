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
