export { listCoachTemplates, listTemplates } from './list-templates.ts';
export { previewCoachTemplate, previewTemplate } from './preview-template.ts';
export { removeCoachTemplate, removeTemplate } from './remove-template.ts';
export { setCoachTemplate, setTemplate } from './set-template.ts';
