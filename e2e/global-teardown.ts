import { removePrepared } from './engine/prepared';
import { removeTemplate } from './template';

export default function tearDown(): void {
  removeTemplate();
  removePrepared();
}
