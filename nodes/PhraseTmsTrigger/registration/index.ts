export { freshRegistration } from './registrationMemory';
export { register, registrationExists, unregister } from './lifeCycle';
export { takeSample } from './samples';
