import { removePrepared } from '../mini-program-host/prepared';
import { removeTemplate } from './template';

export default function tearDown(): void {
  removeTemplate();
  removePrepared();
}
