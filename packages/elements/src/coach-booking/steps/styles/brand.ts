import { css } from 'lit';

/**
 * The partner's name and logo use existing room, so that nothing moves when they are loaded: in the edge above the
 * coach, and below the coach where that has a column.
 */
export const brand = css`
  .brand {
    position: absolute;
    inset-block-start: 2px;
    inset-inline-end: 20px;
    max-width: calc(100% - 40px);
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
    color: var(--quiet);
    font-size: var(--text-xs);
    line-height: 16px;
  }
  .brand img {
    display: block;
    height: 16px;
    max-width: 120px;
    object-fit: contain;
    object-position: 100%;
  }
  @container coach (min-width: 560px) {
    .brand {
      inset-block-start: 5px;
      inset-inline-end: 28px;
      line-height: 18px;
    }
    .brand img {
      height: 18px;
    }
  }
  @container coach (min-width: 800px) {
    .brand {
      position: static;
      max-width: 100%;
      margin-block-start: auto;
      line-height: 24px;
    }
    .brand img {
      height: 28px;
      max-width: 100%;
      object-position: 0;
    }
  }
`;
