import { EmailSection } from './account/email-section.ts';
import { FactorSection } from './account/factor-section.ts';
import { OwnAccountPage } from './account/own-account-element.ts';
import { PasswordSection } from './account/password-section.ts';
import { SessionsSection } from './account/sessions-section.ts';
import { SharingSection } from './account/sharing-section.ts';

customElements.define('coach-account-email', EmailSection);
customElements.define('coach-account-password', PasswordSection);
customElements.define('coach-account-factor', FactorSection);
customElements.define('coach-account-sessions', SessionsSection);
customElements.define('coach-account-sharing', SharingSection);
customElements.define('coach-own-account-page', OwnAccountPage);
