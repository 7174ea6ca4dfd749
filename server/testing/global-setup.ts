import { buildServer } from './built-server';

export default buildServer;
