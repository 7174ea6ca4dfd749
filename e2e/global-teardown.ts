import { removeServerFile } from '../server/testing/one-file';
import { removeTemplate } from './template';

export default function tearDown(): void {
  removeTemplate();
  removeServerFile();
}
