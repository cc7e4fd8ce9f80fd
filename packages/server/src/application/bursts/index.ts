export { cancelBurst } from './cancel-burst.ts';
export { listBursts } from './list-bursts.ts';
