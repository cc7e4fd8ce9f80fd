import { css } from 'lit';

/**
 * The styles that the first picture does not need: of dragging, of changes under way, of animations, and of forced
 * colours, where shadows and gradients vanish: what only these distinguish gets the colours of the system.
 */
export const acts = css`
  .painting {
    cursor: crosshair;
  }
  .painting .column {
    cursor: inherit;
  }
  .open.draft {
    background: var(--tint);
    border-block: 2px dashed var(--accent-ink);
  }
  .at-edge .block:hover {
    cursor: ns-resize;
  }
  .busy {
    background-image: repeating-linear-gradient(90deg, var(--stripe) 0 6px, transparent 6px 12px);
  }
  .block.conflict {
    box-shadow:
      inset var(--bar) 0 var(--wrong),
      inset 0 0 0 2px var(--wrong);
  }
  .held {
    opacity: 0.45;
  }
  .ghost {
    z-index: 2;
    padding: 4px 8px;
    overflow: hidden;
    border: 2px solid var(--accent-ink);
    border-radius: var(--corner);
    background: color-mix(in srgb, var(--tint) 85%, transparent);
    color: var(--ink);
    font-size: var(--text-xs);
    line-height: 15px;
  }
  .ghost.off {
    border-color: var(--wrong);
    background: color-mix(in srgb, var(--wrong) 20%, var(--bg));
  }
  .tip {
    z-index: 2;
    display: flex;
    justify-content: center;
    height: 0;
  }
  .tip span {
    position: absolute;
    bottom: 4px;
    width: max-content;
    max-width: 220px;
    padding: 4px 8px;
    border-radius: var(--corner);
    background: var(--ink);
    color: var(--bg);
    font-size: var(--text-xs);
  }
  .target {
    background: var(--tint);
    box-shadow: inset 0 0 0 2px var(--accent-ink);
  }
  @media print {
    .toolbar > :not(h2),
    .float,
    .status {
      display: none;
    }
    .scroller {
      max-height: none;
      overflow: visible;
    }
  }
  @media (forced-colors: active) {
    .column,
    .cell,
    .bands i,
    .block,
    .chip,
    .target {
      forced-color-adjust: none;
    }
    .column,
    .cell.closed {
      color: CanvasText;
      background: repeating-linear-gradient(90deg, GrayText 0 1px, Canvas 1px 14px);
      border-color: GrayText;
    }
    .cell {
      color: CanvasText;
      background: Canvas;
      border-color: GrayText;
    }
    .bands::after {
      background: repeating-linear-gradient(color-mix(in srgb, CanvasText 25%, transparent) 0 1px, transparent 1px 30px);
    }
    .cell b {
      color: CanvasText;
      background: Canvas;
    }
    .cell i,
    .bands i {
      color: CanvasText;
    }
    .cell .more {
      color: LinkText;
    }
    .bands .open {
      background: Canvas;
    }
    .bands .open.draft {
      border-color: Highlight;
    }
    .bands .break {
      background: repeating-linear-gradient(GrayText 0 1px, Canvas 1px 7px);
    }
    .bands :is(.off, .personal) {
      background: repeating-linear-gradient(45deg, GrayText 0 3px, Canvas 3px 12px);
      box-shadow: inset 0 0 0 2px GrayText;
    }
    .block,
    .chip {
      color: CanvasText;
      background: Canvas;
      background-clip: padding-box;
      border-color: color-mix(in srgb, GrayText 35%, Canvas);
      box-shadow:
        inset var(--bar) 0 CanvasText,
        inset 0 0 0 1px CanvasText;
    }
    .pending {
      outline: 2px dashed CanvasText;
      outline-offset: -2px;
    }
    .cancelled {
      color: GrayText;
    }
    .block.conflict {
      outline: 3px double Highlight;
      outline-offset: -3px;
    }
    .target {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    :is(.block, .chip, .cell, .cursor):focus-visible {
      outline: 3px solid Highlight;
    }
    .ghost {
      border: 2px solid Highlight;
    }
    .bands .now {
      border-top: 3px solid Highlight;
    }
    [aria-pressed='true'],
    [aria-current] b {
      border: 2px solid Highlight;
    }
    .cell[aria-current] b {
      border: 0;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .busy {
      animation: busy 1.2s linear infinite;
    }
    @keyframes busy {
      to {
        background-position: 12px 0;
      }
    }
  }
`;
