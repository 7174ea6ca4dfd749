/** Every endpoint of the server by name, for tests and tools; the phone imports the topic that it uses. */
import { CITIZEN } from './citizen';
import { OPERATIONS } from './operations';
import { PUBLISHER } from './publisher';

export const ENDPOINTS = { ...CITIZEN, ...PUBLISHER, ...OPERATIONS } as const;
