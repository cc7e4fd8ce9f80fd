import { EmailSection } from './email-section.ts';
import { FactorSection } from './factor-section.ts';
import { PasswordSection } from './password-section.ts';
import { PersonSection } from './person-section.ts';
import { SessionsSection } from './sessions-section.ts';
import { SharingSection } from './sharing-section.ts';

customElements.define('coach-account-person', PersonSection);
customElements.define('coach-account-email', EmailSection);
customElements.define('coach-account-password', PasswordSection);
customElements.define('coach-account-factor', FactorSection);
customElements.define('coach-account-sessions', SessionsSection);
customElements.define('coach-account-sharing', SharingSection);
