export { CapabilityIndex } from './capability-index.js';
