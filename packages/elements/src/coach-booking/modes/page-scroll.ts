/**
 * Keeps the page from scrolling beneath a dialog, and from widening by its scroll bar. The returned function ends that.
 */
export function holdPage(page: HTMLElement = document.documentElement): () => void {
  const { style } = page;
  const before = [style.overflow, style.scrollbarGutter] as const;
  const hasBar = innerWidth > page.clientWidth;
  style.overflow = 'hidden';
  if (hasBar) style.scrollbarGutter = 'stable';
  return () => {
    [style.overflow, style.scrollbarGutter] = before;
  };
}
