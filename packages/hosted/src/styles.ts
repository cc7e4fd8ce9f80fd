/** The sheet that all hosted pages share: the tokens and components of the language. */
export { uiStyles as styles } from './ui/styles.ts';
