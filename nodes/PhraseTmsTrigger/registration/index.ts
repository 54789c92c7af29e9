export { freshRegistration } from './memory';
export { register, registrationExists, unregister } from './lifeCycle';
export { takeSample } from './samples';
