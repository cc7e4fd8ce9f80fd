import { css } from 'lit';
import { DeskServices } from '../desk/services/services-section.ts';

/** The services of a coach in the administration: the desk's editor, as wide as the other cards. */
export class AdminServices extends DeskServices {
  static override styles = [
    ...DeskServices.styles,
    css`
      .sections {
        width: 100%;
        margin: 0 0 16px;
      }
    `,
  ];
}
