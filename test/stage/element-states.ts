/** The settings with which a state is drawn. */
export interface Appearance {
  readonly theme: 'light' | 'dark';
  /** BCP 47 */
  readonly lang: string;
}

/** Draws one state into the page. */
export type Draw = (look: Appearance) => Promise<unknown>;

/** The states of one element, by name. */
export type ElementStates = Readonly<Record<string, Draw>>;
