/** The distance from the viewport, in pixels, within which an element is loaded. */
const MARGIN = 600;

/**
 * Calls `near` once the element is in or near the viewport; synchronously when it already is, so that no frame is lost.
 * An element that is not drawn (`display: none`) is not near. The returned function stops watching.
 */
export function whenNear(element: Element, near: () => void): () => void {
  const [box] = element.getClientRects();
  if (box && box.top < innerHeight + MARGIN && box.bottom > -MARGIN) {
    near();
    return () => {};
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      near();
    },
    { rootMargin: `${MARGIN}px` },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
