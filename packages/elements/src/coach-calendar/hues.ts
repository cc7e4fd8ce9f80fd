/** The number of colours for services and members of the team. */
export const HUES = 8;
