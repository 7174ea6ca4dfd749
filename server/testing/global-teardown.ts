import { removeServerFile } from './one-file';

export default removeServerFile;
