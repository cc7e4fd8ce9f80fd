export { createService } from './create-service.ts';
export { deleteService } from './delete-service.ts';
export { listServices } from './list-services.ts';
export { updateService } from './update-service.ts';
