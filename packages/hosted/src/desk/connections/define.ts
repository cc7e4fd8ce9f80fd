import '../../calendar-feeds/define.ts';
import { defineConnections } from './elements.ts';

defineConnections();
