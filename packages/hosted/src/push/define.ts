import { PushSection } from './push-section.ts';

customElements.define('coach-push', PushSection);
