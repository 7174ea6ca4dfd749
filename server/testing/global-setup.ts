import { makeServerFile } from './one-file';

export default makeServerFile;
