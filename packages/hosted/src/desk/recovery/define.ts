import { defineRecovery } from './elements.ts';

defineRecovery();
