import { defineSideBySide } from './elements.ts';

defineSideBySide();
