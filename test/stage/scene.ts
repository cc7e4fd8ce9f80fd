/** What a state is drawn with. */
export interface Look {
  readonly theme: 'light' | 'dark';
  /** BCP 47 */
  readonly lang: string;
}

/** Draws one state into the page. */
export type Draw = (look: Look) => Promise<unknown>;

/** The states of one element, by name. */
export type Scenes = Readonly<Record<string, Draw>>;
